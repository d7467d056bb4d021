"""What each page shows of an archive."""

import dataclasses
import io
import re
from html import unescape
from pathlib import Path

import docx
import pytest

import minutesnlp as mn
from minutesnlp.web import adding, finding
from minutesnlp.web.asking import Asked
from minutesnlp.web.desk import Job
from web_desk import finished, opened, send


def shown(client, path, code=200, **params):
    answer = client.get(path, params=params)
    assert answer.status_code == code, answer.text
    return answer.text


def words(page):
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


def item_of(archive, title):
    return next(item for item in archive.meetings().items if title in item.title)


def test_a_search_shows_what_the_library_finds_in_its_order(client, archive):
    hits = archive.search("foster carers", k=20)
    found = re.findall(r'name="pick" value="([^"]+)"', shown(client, "/", q="foster carers"))
    assert found == [hit.paragraph.id for hit in hits]
    text = words(shown(client, "/", q="foster carers"))
    assert hits.read_as in text
    assert all(hit.citation in text for hit in hits)


def test_an_account_is_folded_behind_its_first_sentence_where_hits_follow(client, archive):
    page = shown(client, "/", q="foster carers in 2023")
    first, rest = page.split('role="status">')[1].split("</details>")[0].split('<details class="account__more">')
    told = archive.search("foster carers in 2023").read_as
    assert words(rest).startswith("More on how this was read What is in 2023 counts for more.")
    assert f"{words(first)} {words(rest).removeprefix('More on how this was read ')}" == told
    nothing = shown(client, "/", q="mermaids trombone")
    assert "account__more" not in nothing
    assert archive.search("mermaids trombone").read_as in words(nothing)


@pytest.mark.parametrize(
    ("told", "first"),
    [
        ("Paragraphs with “St. Anne's”: 3 hits. As related: “lamp”.", "Paragraphs with “St. Anne's”: 3 hits."),
        ("Paragraphs with “£2.5m”: none.", "Paragraphs with “£2.5m”: none."),
        ("Nothing to search for", "Nothing to search for"),
        ("Paragraphs with “an odd ” mark”: 1 hit. More.", "Paragraphs with “an odd ” mark”: 1 hit."),
    ],
)
def test_the_first_sentence_of_an_account_ends_with_its_stop(told, first):
    account = finding.account_of(mn.Hits([], read_as=told), Asked())
    assert account.first == first
    assert " ".join((account.first, *account.advice)) == told


def test_the_words_of_the_query_are_marked_in_snippets_and_in_the_item(client, archive):
    assert "<mark>foster carers</mark>" in shown(client, "/", q='"foster carers"')
    item = item_of(archive, "Campaign")
    page = shown(client, f"/item/{item.id}", q='"foster carers"', entities="no")
    assert page.count("<mark>foster carers</mark>") == 2
    assert "<mark>" not in shown(client, f"/item/{item.id}", entities="no")


def test_a_hit_leads_to_its_paragraph_in_the_item(client, archive):
    hit = archive.search("foster carers")[0]
    address = re.search(r'href="(/item/[^"]+)"', shown(client, "/", q="foster carers"))[1].replace("&amp;", "&")
    page, _, anchor = address.partition("#")
    assert f'id="{hit.paragraph.id}"' in shown(client, page)
    assert anchor.replace("%2F", "/") == hit.paragraph.id


def test_filters_facets_and_their_counts_are_the_librarys(client, archive):
    hits = archive.search("foster carers OR zeppelin OR rents")
    page = words(shown(client, "/", q="foster carers OR zeppelin OR rents"))
    for value, count in hits.facets["year"].items():
        assert f"{value} ({count})" in page
    narrowed = shown(client, "/", q="foster carers OR zeppelin OR rents", year="2023/24")
    total = archive.search("foster carers OR zeppelin OR rents", year="2023/24").total
    assert narrowed.count('name="pick"') == total < hits.total


def test_a_filter_that_cannot_be_read_is_told_in_an_error_summary(client):
    page = shown(client, "/", code=400, q="foster", since="the other day")
    assert "There is a problem" in page
    assert "<title>Error: " in page
    assert 'value="foster"' in page


def test_nothing_found_is_said_with_what_may_help(client):
    for query, advice in (
        ({"q": "mermaids"}, "Try another word for it."),
        ({"q": "mermaids unicorns"}, "Take out a word, or write OR between words."),
        ({"q": "mermaids", "since": "2020"}, "Take out a filter, or try another word for it."),
        ({"q": "mermaids unicorns", "since": "2020"}, "Take out a word or a filter, or write OR between words."),
    ):
        page = words(shown(client, "/", **query))
        assert "Nothing was found" in page
        assert f"here answers this. {advice}" in page
    assert "no hits" in shown(client, "/", q="mermaids")
    page = shown(client, "/", q="allotmant -fees", since="2020")
    assert "Did you mean “allotment” for “allotmant”?" in words(page)
    assert '<a class="govuk-link" href="/?q=allotment+-fees&amp;since=2020">“allotment”</a>' in page


def test_a_date_that_is_none_can_be_mended_where_it_is_told_and_no_filter_is_lost(client):
    page = shown(client, "/", code=400, q="foster", since="the other day", body='"Fostering Panel"', until="2024")
    assert re.search(r'<a href="#since">Since &#39;the other day&#39; is no date', page)
    assert '<input class="govuk-input" id="since" name="since" value="the other day">' in page
    assert '<input class="govuk-input" id="until" name="until" value="2024">' in page
    assert '<input type="hidden" name="body" value="&#34;Fostering Panel&#34;">' in page
    assert 'name="since" value="2023"' not in shown(client, "/", q="foster", since="2023").split("</form>")[0]


def test_where_nothing_was_found_nothing_is_offered_to_search_within(client):
    nothing, something = (words(shown(client, "/", q=query)) for query in ("mermaids", "foster carers"))
    assert "Search within these results" not in nothing
    assert "Names somebody Names a post" in nothing
    assert "Search within these results" in something
    assert "Search within these results" in words(shown(client, "/", q="foster", within="mermaids"))


def test_a_search_within_results_keeps_both(client, archive):
    counted = shown(client, "/", q="foster carers", within="cost").partition("partly")[0].count('name="pick"')
    assert counted == archive.search("(foster carers) AND (cost)").total
    assert counted < len(archive.search("foster carers", k=20))


def test_people_and_posts_that_are_named_are_offered_with_their_counts(example):
    archive = example.app.app.state.desk.archive
    facets = archive.search("library").facets
    page = shown(example, "/", q="library")
    (most, count), *_ = facets["person"].items()
    assert f"{most} ({count})" in words(page)
    offered = re.findall(r'type="checkbox" form="asking" id="\w+-[0-9]+" name="(\w+)" value="&#34;([^"]*)&#34;"', page)
    assert {name for name, _ in offered} >= {"body", "year", "person", "role", "kind", "section", "status"}
    for name, value in offered:
        narrowed = shown(example, "/", q="library", **{name: f'"{unescape(value)}"'})
        assert f": {facets[name][unescape(value)]:,} hit" in words(narrowed)
        assert re.search(rf'name="{name}" value="&#34;{re.escape(value)}&#34;" checked', narrowed)


def test_a_meeting_of_an_unknown_body_goes_by_its_document_and_its_hits_are_counted():
    corpus = mn.Corpus(
        [
            mn.Meeting(
                "m1", body="Elm Panel", items=(mn.Item("m1/i", "Bins", paragraphs=(mn.Paragraph("m1/1", "Bins."),)),)
            ),
            mn.Meeting(
                "m2", body="Ash Panel", items=(mn.Item("m2/i", "Bins", paragraphs=(mn.Paragraph("m2/1", "Bins."),)),)
            ),
            mn.Meeting(
                "m3", source="a/sixth.md", items=(mn.Item("m3/i", "Bins", paragraphs=(mn.Paragraph("m3/1", "Bins."),)),)
            ),
        ]
    )
    with opened(mn.Archive.in_memory(corpus)) as client:
        page = words(shown(client, "/", q="bins"))
        assert "no date · sixth.md" in page
        assert "Ash Panel (1) Elm Panel (1) Not stated (1)" in page
        unstated = words(shown(client, "/", q="bins", body='"not stated"'))
        assert "of a body named exactly “not stated”: 1 hit." in unstated
        assert "sixth.md" in unstated
        typed = words(shown(client, "/", q="bins", body="panel"))
        assert "Ash Panel (1) Elm Panel (1) Not stated (1) panel" in typed
        assert "panel (" not in typed
        assert "sixth.md, no date" in words(shown(client, "/"))


def test_every_mention_is_shown_in_date_order(client, archive):
    page = shown(client, "/", q="zeppelin OR carers", every="1")
    hits = archive.search("zeppelin OR carers", k=None, sort="date")
    assert re.findall(r'name="pick" value="([^"]+)"', page) == [hit.paragraph.id for hit in hits]
    assert "oldest" not in page or hits.total > 200


def test_every_page_of_hits_counts_the_same_and_each_hit_is_on_one(example):
    archive = example.app.app.state.desk.archive
    query = "library OR visits OR opening"
    total = archive.search(query, k=20).total
    found = []
    for number in range(1, -(-total // 20) + 1):
        page = shown(example, "/", q=query, page=str(number))
        assert f"of {total}," in words(page) or total <= 20
        found += re.findall(r'name="pick" value="([^"]+)"', page)
    assert len(found) == len(set(found)) == total


def test_what_holds_only_part_is_counted_apart_and_on_pages_where_nothing_holds_all(example):
    archive = example.app.app.state.desk.archive
    query = "foster carer zeppelin"
    hits = archive.search(query, k=1000)
    assert (hits.total, hits.partly) == (0, len(hits))
    assert len(hits) > 20
    found = []
    for number in range(1, -(-len(hits) // 20) + 1):
        page = shown(example, "/", q=query, page=str(number))
        assert "Nothing holds all of it" in page
        assert f"of {len(hits)} that hold a part of it," in words(page)
        found += re.findall(r'name="pick" value="([^"]+)"', page)
    assert len(found) == len(set(found)) <= len(hits)
    assert "See what holds a part of it" in shown(example, "/", q=query, every="1")
    assert 'class="narrowing__count"' not in shown(example, "/", q=query)


def test_hits_are_grouped_by_item(client, archive):
    page = shown(client, "/", q="foster carers OR rents", group="item")
    groups = archive.search("foster carers OR rents", k=20).grouped("item")
    assert page.count('class="govuk-heading-s group__title"') == len(groups) == 2


def test_hits_that_say_the_same_are_shown_as_one():
    days = ("2021-06-01", "2022-06-01")
    meetings = [m for day in days for m in mn.read_text("The kiosk is let by the week.", title="Kiosk", date=day)]
    with opened(mn.Archive.in_memory(meetings)) as client:
        page = shown(client, "/", q="kiosk")
        assert "2 hits" in words(page)
        assert page.count('class="hit"') == 1
        assert "The same in 1 other paragraph" in words(page)
        assert shown(client, "/", q="kiosk", every="1").count('class="hit"') == 2


def test_other_names_can_be_unticked_and_ticked_again():
    minutes = mn.read_text("The trash was late.\n\nThe rubbish was late.", title="Bins")
    with opened(mn.Archive.in_memory(minutes)) as client:
        page = shown(client, "/", q="trash")
        assert 'name="also" value="rubbish" checked' in page
        assert page.count('name="pick"') == 2
        unticked = shown(client, "/", q="trash", offered="rubbish")
        assert unticked.count('name="pick"') == 1
        assert 'name="also" value="rubbish">' in unticked
        again = shown(client, "/", q="trash", offered="rubbish", also="rubbish")
        assert again.count('name="pick"') == 2


def test_an_item_shows_summary_decision_promise_question_and_the_item_beside_it(client, archive):
    page = words(shown(client, f"/item/{item_of(archive, 'Campaign').id}"))
    assert "The report be noted." in page
    assert "would circulate a note by 1 May 2023" in page
    assert "asked how many foster carers had left" in page
    assert "After: 22/42 Allotment Rents" in page


def test_entities_are_marked_with_their_values_and_may_be_hidden(client, archive):
    item = item_of(archive, "Campaign")
    page = shown(client, f"/item/{item.id}")
    assert 'class="entity entity--figure" title="Figure: 48500 GBP">£48,500</span>' in page
    assert 'class="entity entity--date" title="Date: 2023-05-01">1 May 2023</span>' in page
    assert 'class="entity' not in shown(client, f"/item/{item.id}", entities="no")


def test_a_meeting_shows_each_item_in_short(client, archive):
    meeting = next(m for m in archive.meetings() if "march" in m.source)
    page = words(shown(client, f"/meeting/{meeting.id}"))
    assert "22/41 Foster Carer Campaign" in page
    assert "A further report be brought to the June meeting." in page
    assert meeting.id in shown(client, "/meetings")


@pytest.mark.parametrize("path", ["/meeting/none", "/item/none/1", "/source/none", "/add/none", "/none"])
def test_what_is_not_there_is_a_page_that_says_so(client, path):
    assert "Page not found" in shown(client, path, code=404)


def test_the_source_document_is_opened(client, archive):
    meeting = next(m for m in archive.meetings() if "march" in m.source)
    answer = client.get(f"/source/{meeting.id}")
    assert answer.text.startswith("Agenda and minutes")
    assert answer.headers["Content-Type"].startswith("text/plain")


def test_the_page_of_a_web_document_is_opened_at_the_item(empty):
    minutes = b"""<html><body><h1>Minutes of the Bridge Committee held on 2 May 2023</h1>
        <h2 id="drains">1. Drains</h2><p>The drains gurgled.</p>
        <h2>2. Lamps</h2><p>The lamps flickered.</p></body></html>"""
    finished(empty, send(empty, "/add", {"documents": ("may.html", minutes)}).headers["location"])
    meeting = empty.app.app.state.desk.archive.meetings()[0]
    drains, lamps = meeting.items
    assert f'href="/source/{meeting.id}#drains"' in empty.get(f"/item/{drains.id}").text
    assert f'href="/source/{meeting.id}"' in empty.get(f"/item/{lamps.id}").text


def test_a_document_of_another_kind_is_saved_and_not_shown(empty):
    made = docx.Document()
    for line in ("Minutes of the Quay Committee held on 9 May 2023", "1. Ropes", "The ropes were renewed in hemp."):
        made.add_paragraph(line)
    content = io.BytesIO()
    made.save(content)
    answer = send(empty, "/add", {"documents": ("quay.docx", content.getvalue())})
    finished(empty, answer.headers["location"])
    meeting = empty.app.app.state.desk.archive.meetings()[0]
    given = empty.get(f"/source/{meeting.id}")
    assert given.content == content.getvalue()
    assert given.headers["Content-Disposition"] == "attachment; filename*=UTF-8''quay.docx"


def test_a_document_that_was_changed_since_is_not_given_out(empty):
    minutes = b"Minutes of the Bridge Committee held on 2 May 2023\n\n1. Drains\n\nThe drains gurgled.\n"
    finished(empty, send(empty, "/add", {"documents": ("may.txt", minutes)}).headers["location"])
    desk = empty.app.app.state.desk
    meeting = desk.archive.meetings()[0]
    (desk.documents / "may.txt").write_text("Something else", "utf-8")
    assert "no longer as it was read" in shown(empty, f"/source/{meeting.id}", code=404)


def test_a_draft_is_checked_sentence_by_sentence(client):
    draft = "Rents would rise by 3%. Rents would rise by 4%. Mermaids sang."
    page = send(client, "/draft", draft=draft).text
    told = words(page)
    assert "3 sentences" in told
    for verdict in ("Word for word", "Differs from the minutes", "Not in the minutes"):
        assert verdict in told
    assert "<del>3</del>" in page or "<del>3%</del>" in page or "<del>3 %</del>" in page
    assert "Read it in the minutes" in told
    assert draft in page


def test_an_empty_draft_is_told(client):
    answer = send(client, "/draft", draft="  ")
    assert answer.status_code == 400
    assert "Paste the draft first." in answer.text
    assert 'href="#draft"' in answer.text


def test_documents_are_added_read_told_and_found(empty):
    files = [
        (
            "documents",
            ("may.txt", b"Minutes of the Bridge Committee held on 2 May 2023\n\n1. Drains\n\nThe drains gurgled.\n"),
        )
    ]
    files.append(("folder", ("sub/odd.xyz", b"\x00\x01\x02")))
    answer = send(empty, "/add", files)
    assert answer.status_code == 303
    page = words(finished(empty, answer.headers["location"]))
    assert "1 meeting is new or changed" in page
    assert "may.txt" in page
    assert "odd.xyz" in page
    assert "Not read" in page
    assert shown(empty, "/", q="gurgled").count('name="pick"') == 1
    hit = empty.app.app.state.desk.archive.search("gurgled")[0]
    assert empty.get(f"/source/{hit.meeting.id}").text.startswith("Minutes of the Bridge")
    assert "may.txt" in shown(empty, "/add")


def test_every_page_says_that_documents_are_being_added_until_they_are_there(empty):
    desk = empty.app.app.state.desk
    job = Job("one", (Path("a.txt"), Path("b.txt")), done=1)
    desk.jobs["one"] = job
    assert "Documents are being added: 1 of 2 read." in words(shown(empty, "/", q="drains"))
    assert "1 of 2 read." in words(shown(empty, "/add/one"))
    job.done, job.put = 2, (1, 4)
    assert "step 1 of 4 of putting them into the archive" in words(shown(empty, "/decisions"))
    told = empty.get("/add/one/progress").json()
    assert (told["done"], told["of"], told["finished"]) == (1, 4, False)
    assert "step 1 of 4" in told["told"]
    job.finished = True
    assert "being added" not in shown(empty, "/", q="drains")


def test_documents_added_singly_throw_none_out_and_a_copy_is_told(empty):
    head = "Minutes of the Bridge Committee held on 2 May 2023\n\n1. "
    first, second = f"{head}Drains\n\nThe drains gurgled all night.\n", f"{head}Swans\n\nThe cob hissed at boats.\n"

    def added(name, text):
        return words(finished(empty, send(empty, "/add", {"documents": (name, text.encode())}).headers["location"]))

    added("annual.txt", first)
    assert "another meeting than" in added("ordinary.txt", second)
    assert "byte for byte, as" in added("copy.txt", second)
    archive = empty.app.app.state.desk.archive
    assert [archive.search(word).total for word in ("gurgled", "hissed")] == [1, 1]


def test_what_was_guessed_is_told_with_the_capitals_of_what_it_quotes_and_names(empty):
    text = "Penderfynwyd prynu mainc newydd ar gyfer y parc, ac mae’r clerc wedi cytuno i’r pris yn y swyddfa."
    place = send(empty, "/add", {"documents": ("may.txt", text.encode())}).headers["location"]
    assert "Missing: the text is in Welsh; people and decisions" in words(finished(empty, place))


def test_without_a_document_one_is_told(client):
    answer = send(client, "/add")
    assert answer.status_code == 400
    assert "Choose at least one document." in answer.text


def test_a_document_that_is_too_large_is_refused(client, monkeypatch):
    monkeypatch.setattr(adding, "MOST_A_FILE", 10)
    answer = send(client, "/add", [("documents", ("big.txt", b"x" * 11))])
    assert answer.status_code == 400
    assert "big.txt is larger" in answer.text


def test_documents_that_cannot_be_read_leave_the_archive_as_it_was(empty):
    answer = send(empty, "/add", [("documents", ("empty.txt", b" "))])
    assert "Nothing was added" in finished(empty, answer.headers["location"])
    assert len(empty.app.app.state.desk.archive) == 0


def test_an_empty_archive_says_how_to_begin(empty):
    assert "Add documents" in words(shown(empty, "/"))
    assert "Nothing was found" in shown(empty, "/", q="anything")
    shown(empty, "/meetings")


def test_people_are_members_and_officers_and_nobody_else(example):
    archive = example.app.app.state.desk.archive
    page = words(shown(example, "/people"))
    assert all(str(one) in page for one in archive.people())
    officers = words(shown(example, "/people", kind="officer"))
    assert [str(one) in officers for one in archive.people(public="member")].count(True) == 0
    (one,) = [one for one in archive.people() if one.name == "Judith Aldous"]
    assert words(shown(example, "/people", name="aldous director")).count(str(one)) == 1
    assert "no people" in shown(example, "/people", name="nobody at all")


def test_who_is_settled_while_the_page_is_open_is_shown_as_settled(tmp_path):
    minutes = mn.read_text(
        "Councillor Ann Voss spoke. Councillor A Vosse replied to Councillor Voss.", title="Lamps", date="2031-03-04"
    )
    with opened(mn.Archive.create(tmp_path / "minutes.archive", minutes)) as page:
        before = words(shown(page, "/people"))
        (tmp_path / "minutes.archive" / "overrides.yaml").write_text("Councillor A Vosse: ann-voss", "utf-8")
        after = words(shown(page, "/people"))
    assert "Vosse" in before
    assert "Vosse" not in after


def test_a_person_is_shown_with_posts_and_what_they_did(example):
    archive = example.app.app.state.desk.archive
    one = archive.person("Judith Aldous")
    page = words(shown(example, f"/person/{one.id}"))
    assert all(stint.post in page for stint in one.roles)
    assert all(act.citation in page for act in one.presented)
    assert shown(example, "/", person=one.name, every="1").count('name="pick"') > 5
    assert "Page not found" in shown(example, "/person/nobody", code=404)


def test_decisions_are_the_librarys_and_can_be_narrowed_down(client, archive):
    every = archive.decisions()
    page = words(shown(client, "/decisions"))
    assert f"{len(every)} decisions" in page
    assert "The report be noted." in page
    only = words(shown(client, "/decisions", body="Fostering Panel", outcome="AGREED"))
    assert f"{len(archive.decisions(body='Fostering Panel', outcome='AGREED'))} decision" in only
    assert "no decisions" in shown(client, "/decisions", since="2030")
    assert "There is a problem" in shown(client, "/decisions", code=400, since="soon")
    table = client.get("/decisions?csv=1")
    assert table.headers["Content-Type"].startswith("text/csv")
    assert table.text.startswith("\ufeff")
    assert "A further report be brought to the June meeting." in table.text


def test_the_newest_decisions_come_first_and_those_without_a_date_last(tmp_path):
    days = ("2031-03-04", None, "2031-05-06")
    texts = [f"RESOLVED that the lamp in {lane} be mended." for lane in ("Ash Lane", "Birch Lane", "Cob Lane")]
    minutes = [mn.read_text(text, title="Lamps", date=day)[0] for day, text in zip(days, texts, strict=True)]
    with opened(mn.Archive.create(tmp_path / "minutes.archive", mn.Corpus(minutes))) as page:
        text = words(shown(page, "/decisions"))
    assert sorted(("Cob Lane", "Ash Lane", "Birch Lane"), key=text.index) == ["Cob Lane", "Ash Lane", "Birch Lane"]


def test_undertakings_are_a_ledger_with_filters(example):
    archive = example.app.app.state.desk.archive
    every = archive.undertakings()
    assert f"{len(every)} promises" in words(shown(example, "/undertakings"))
    for standing in ("overdue", "answered"):
        found = archive.undertakings(standing=standing)
        assert f"{len(found)} promise" in words(shown(example, "/undertakings", standing=standing))
    offered = next(one for one in every if one.closings)  # by likeness alone it stays what it was
    told = words(shown(example, "/undertakings", standing=offered.standing, owner=offered.owner or ""))
    assert offered.closings[0].citation in told
    assert (
        example.get("/undertakings?csv=1")
        .text.lstrip("\ufeff")
        .startswith("Reference,Origin,Date,Undertaking,Owner,Due")
    )
    assert words(shown(example, "/undertakings", page="2")) != words(shown(example, "/undertakings"))
    shown(example, "/undertakings", page="9" * 5000)


def test_a_topic_is_shown_with_its_latest_position_and_its_figures(example):
    archive = example.app.app.state.desk.archive
    page = shown(example, "/topic", q="foster carers")
    told = words(page)
    position = archive.latest_position("foster carers")
    assert all(one.citation in told for one in position.said)
    assert "<svg" in page
    assert page.count('class="plot__point') <= page.count('<th scope="row"')
    of_money = shown(example, "/topic", q="foster carers", unit="GBP")
    assert of_money.count('<th scope="row"') == sum(
        one.unit == "GBP" and not one.per for one in archive.figures("foster carers")
    )
    assert example.get("/topic?q=foster+carers&csv=1").headers["Content-Type"].startswith("text/csv")
    assert "No figures were found" in shown(example, "/topic", q="mermaids")
    assert "Topic" in shown(example, "/topic")


def test_where_a_topic_stands_is_told_of_one_council_at_a_time():
    archive = mn.Archive.in_memory(mn.Corpus())
    for council in ("Elm", "Ash"):
        minutes = (
            f"{council} Parish Council\n\nMinutes of the meeting held on 4 May 2023\n\n1. Bridge\n\nThe bridge creaks."
        )
        archive.add(mn.read_text(f"{minutes} RESOLVED that the bridge be mended.\n"))
    with opened(archive) as client:
        asked = shown(client, "/topic", q="bridge")
        assert "Of which council?" in asked
        assert "RESOLVED that" not in asked
        links = [unescape(link) for link in re.findall(r'href="(/topic\?[^"]+)"', asked)]
        assert len(links) == 3
        answers = [words(client.get(link).text) for link in links]
    assert all("be mended" in answer for answer in answers)
    assert all(
        "Elm Parish Council, 4 May" not in answer or "Ash Parish Council, 4 May" not in answer for answer in answers[:2]
    )


def test_a_saved_search_tells_what_is_new(empty):
    minutes = b"Minutes of the Bridge Committee held on 2 May 2023\n\n1. Drains\n\nThe drains gurgled.\n"
    assert "None yet" in shown(empty, "/saved")
    answer = send(empty, "/saved", q="drains gurgled", since="2020")
    assert answer.headers["location"] == "/saved"
    page = words(shown(empty, "/saved"))
    assert "drains gurgled · 2020 no hits in all. no new hits" in page
    finished(empty, send(empty, "/add", {"documents": ("may.txt", minutes)}).headers["location"])
    page = words(shown(empty, "/saved"))
    assert "1 hit in all. 1 new hit since you looked" in page
    assert "The drains gurgled" in page
    send(empty, "/saved", do="looked", name="drains gurgled · 2020")
    assert "1 hit in all. no new hits" in words(shown(empty, "/saved"))
    file = empty.app.app.state.desk.searches
    assert mn.read_searches(file)[0].query == "drains gurgled"
    file.write_text("[Odd]\nquery = x\nnonsense = y\n", "utf-8")
    assert "nonsense" in shown(empty, "/saved", code=400)
    file.write_text("[Odd]\nquery = x\nsince = whenever\n[Other]\nquery = drains\n", "utf-8")
    assert "whenever" in shown(empty, "/saved")
    send(empty, "/saved", do="remove", name="Odd")
    assert [one.name for one in mn.read_searches(file)] == ["Other"]


def test_a_saved_search_is_run_again_as_it_was(client, archive):
    send(client, "/saved", q="foster OR zeppelin", body="Fostering Panel", kind=["text", "clause"])
    address = re.search(
        r'<h2 class="govuk-heading-m" id="kept-1"><a class="govuk-link" href="([^"]+)"', shown(client, "/saved")
    )
    counted = client.get(address[1].replace("&amp;", "&")).text.partition("partly")[0]
    total = archive.search("foster OR zeppelin", body="Fostering Panel", kind=["text", "clause"]).total
    assert counted.count('name="pick"') == total > 0


TITLES = {
    "/": "Search",
    "/?q=foster+carers": "foster carers, ",
    "/meetings": "Meetings",
    "/draft": "Check a draft",
    "/add": "Add documents",
    "/people": "People",
    "/decisions": "Decisions",
    "/undertakings": "Undertakings",
    "/topic": "Topic",
    "/topic?q=foster": "Where “foster” stands",
    "/saved": "Saved searches",
    "/evidence": "Evidence",
    "/none": "Page not found",
}


@pytest.mark.parametrize("path", TITLES)
def test_a_title_says_where_one_is(client, path):
    title = re.search("<title>(.*?)</title>", client.get(path).text)[1]
    assert title.startswith(TITLES[path])
    assert title.endswith(" – Minutes desk")


def test_only_one_place_of_the_menu_is_the_current_one(client):
    assert shown(client, "/meetings").count('aria-current="page"') == 1


def test_what_was_ticked_becomes_a_pack_and_nothing_else(client, archive):
    hits = archive.search("foster carers OR zeppelin")
    answer = send(client, "/pack", q="foster carers OR zeppelin", pick=hits[0].paragraph.id, form="csv")
    assert answer.headers["Content-Disposition"].startswith(
        "attachment; filename*=UTF-8''foster-carers-OR-zeppelin.csv"
    )
    assert hits[0].citation in answer.text
    assert hits[-1].citation not in answer.text


def test_an_item_becomes_a_pack(client, archive):
    item = item_of(archive, "Campaign")
    answer = send(client, "/pack", item=item.id, form="docx")
    assert answer.content[:2] == b"PK"


def test_what_is_ticked_over_many_searches_becomes_one_pack(empty):
    minutes = (
        b"Minutes of the Bridge Committee held on 2 May 2023\n\n1. Drains\n\nThe drains gurgled.\n\n"
        b"The gutters overflowed.\n\n2. Ropes\n\nThe ropes were renewed.\n\n3. Lamps\n\nThey were lit.\n"
    )
    finished(empty, send(empty, "/add", {"documents": ("may.txt", minutes)}).headers["location"])
    archive = empty.app.app.state.desk.archive
    assert "Nothing yet" in shown(empty, "/evidence")
    first, second = (archive.search(query)[0] for query in ("gurgled", "overflowed"))
    item = archive.search("ropes")[0].item
    answer = send(empty, "/evidence", do="take", q="gurgled", since="2020", page="1", pick=first.paragraph.id)
    assert (answer.status_code, answer.headers["location"]) == (303, "/?q=gurgled&since=2020")
    for _ in range(2):  # taken twice, it is there once
        send(empty, "/evidence", do="take", q="overflowed", pick=second.paragraph.id)
    assert send(empty, "/evidence", do="take", item=item.id).headers["location"].startswith("/item/")
    assert "Evidence (3)" in shown(empty, "/")
    assert "In the evidence" in shown(empty, "/", q="gurgled")
    assert "This item is in" in shown(empty, f"/item/{item.id}")
    page = words(shown(empty, "/evidence"))
    assert page.index("drains gurgled") < page.index("gutters overflowed") < page.index("The whole item")
    table = send(empty, "/evidence", form="csv").text
    assert all(told in table for told in (first.citation, second.citation, "ropes were renewed", "gurgled; overflowed"))
    send(empty, "/evidence", do="remove", id=first.paragraph.id)
    assert first.citation not in send(empty, "/evidence", form="csv").text
    archive.remove(first.meeting.id)
    assert words(shown(empty, "/evidence")).count("not found any more") == 2
    assert send(empty, "/evidence", form="docx").headers["location"] == "/evidence"
    send(empty, "/evidence", do="clear")
    assert "Nothing yet" in shown(empty, "/evidence")


def test_evidence_of_nothing_is_told_and_a_broken_file_holds_none(empty):
    assert "Tick at least one paragraph" in send(empty, "/evidence", do="take", q="foster").text
    assert send(empty, "/evidence", do="take", item="none").status_code == 404
    assert send(empty, "/evidence", form="exe").status_code == 400
    empty.app.app.state.desk.evidence.write_text('[{"id": 1}]', "utf-8")
    assert "Nothing yet" in shown(empty, "/evidence")


def test_a_pack_of_nothing_or_of_what_is_not_there_is_told(client):
    assert "Tick at least one paragraph" in send(client, "/pack", q="foster").text
    assert send(client, "/pack", q="foster", pick="none").status_code == 400
    assert send(client, "/pack", item="none").status_code == 404
    assert send(client, "/pack", q="foster", form="exe").status_code == 400


def test_hits_with_a_part_of_the_query_follow_under_a_heading_of_their_own():
    texts = ("The ferry left the quay.", "The ferry was late.", "The quay was dug.", *["Nothing was said."] * 4)
    meetings = [
        meeting
        for n, text in enumerate(texts)
        for meeting in mn.read_text(text, title=f"Matter {n}", date=f"2031-0{n + 1}-01")
    ]
    archive = mn.Archive.in_memory(mn.Corpus(meetings))
    with opened(archive) as client:
        page = words(shown(client, "/", q="ferry quay"))
        assert "1 hit; 2 more hold part of it" in page
        heading = page.index("These hold only a part of it")
        assert page.index("left the") < heading < page.index("was late")
        partly = next(hit for hit in archive.search("ferry quay") if "late" in hit.paragraph.text)
        assert "was late" in send(client, "/pack", q="ferry quay", pick=partly.paragraph.id, form="csv").text
        send(client, "/evidence", do="take", q="ferry quay", pick=partly.paragraph.id)
        assert "was late" in words(shown(client, "/evidence"))


def test_a_council_written_in_two_ways_is_one_choice():
    corpus = mn.Corpus(
        [mn.Meeting(f"m{n}", name) for n, name in enumerate(["Elm & Ash Council", "Elm and Ash Council"])]
    )
    with opened(mn.Archive.in_memory(corpus)) as client:
        assert 'for="council"' not in shown(client, "/decisions")


def test_meetings_are_narrowed_to_a_body_and_what_is_undated_comes_last():
    kept = mn.example_corpus()[:8]
    undated = dataclasses.replace(kept[0], id="undated", date=None, body="Elm Board", council="Elm Council")
    items = [dataclasses.replace(item, date=None, meeting_id="undated") for item in undated.items]
    undated = dataclasses.replace(undated, items=tuple(items))
    made = mn.Archive.in_memory(mn.Corpus([undated, *kept[1:]]))
    with opened(made) as client:
        every = shown(client, "/meetings")
        assert 'name="council"' in every
        assert "(Elm Council)" in every
        one = words(shown(client, "/meetings", body='"Elm Board"'))
        assert "1 meeting, the newest first" in one
        body = next(meeting.body for meeting in kept[1:] if meeting.body)
        count = sum(meeting.body == body for meeting in kept[1:])
        assert f"{count:,} meeting" in words(shown(client, "/meetings", body=f'"{body}"'))
        where = re.findall(r'class="hit__where">(.*?)</p>', shown(client, "/decisions"))
        assert not where[0].startswith("undated")
