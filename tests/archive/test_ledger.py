"""What was decided, promised and asked, kept by the archive; and where a topic stands."""

import csv
import dataclasses
import datetime
import io
import sqlite3

import pytest

import minutesnlp as mn
from minutesnlp.archive import keeping

FIRST = """---
council: Hollin Council
body: Roads Panel
date: 2031-03-04
---
# Roads Panel

## 31/4 Winter gritting

The Head of Roads, J. Farrow, reported that gritting had cost £90,000 in 2030.

The Head of Roads undertook to circulate the survey of salt barns within a month.

A Member asked how many gritters there were. The Head of Roads said that there were nine gritters.

AGREED that:

1. the salt barn at Fenwick be mended; and
2. the survey be circulated to Members.

## 31/5 Bus lane

The Chief Engineer would ascertain the cost of the bus lane by 1 May 2031.

The motion to close the lane was lost by 3 votes to 6.
"""
SECOND = """---
council: Hollin Council
body: Roads Panel
date: 2031-07-01
---
# Roads Panel

## 31/9 Matters arising

Minute 31/4: the survey of the salt barns had been circulated on 20 March.

## 31/10 Winter gritting

The Head of Roads, J. Farrow, reported that gritting had cost £95,000 in 2030.

Crews repaired 120 gullies, equating to 600 grates. The contract is due for review on 2 June 2031.

AGREED that a tenth gritter be bought.
"""
OTHER = """---
council: Hollin Council
body: Parks Committee
date: 2031-07-02
---
# Parks Committee

## 31/4 Ponds

The list of ponds had been circulated.

RESOLVED that the pond at Elm Park be cleaned.
"""


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    folder = tmp_path_factory.mktemp("ledger")
    for name, text in (("a.md", FIRST), ("b.md", SECOND), ("c.md", OTHER)):
        (folder / name).write_text(text, "utf-8")
    return mn.Archive.create(folder / "minutes.archive", [folder / "a.md", folder / "b.md", folder / "c.md"])


def texts(records):
    return [one.text for one in records]


def test_decisions_are_kept_oldest_first_and_chosen_by_body_time_and_outcome(archive):
    assert [one.outcome for one in archive.decisions()] == ["AGREED", "REFUSED", "AGREED", "RESOLVED"]
    assert [one.outcome for one in archive.decisions(outcome="refused")] == ["REFUSED"]
    assert texts(archive.decisions(body="parks")) == ["RESOLVED that the pond at Elm Park be cleaned."]
    assert texts(archive.decisions(since="2031-07", until="2031-07-01")) == ["AGREED that a tenth gritter be bought."]
    assert archive.decisions()[0].row() == archive.decisions()[0].row()


def test_a_later_paragraph_that_cites_its_minute_is_offered_as_answering_an_undertaking(archive):
    survey, cost = archive.undertakings()
    assert survey.standing == "answered"
    assert [(c.sure, c.why) for c in survey.closings] == [(True, "cites minute 31/4")]
    assert survey.closings[0].text == "Minute 31/4: the survey of the salt barns had been circulated on 20 March."
    assert archive.paragraph(survey.closings[0].paragraph_id).text == survey.closings[0].text
    assert (cost.owner, cost.due, cost.standing, cost.closings) == ("Chief Engineer", "2031-05-01", "overdue", ())


def test_another_bodys_minute_of_the_same_number_answers_nothing(archive):
    assert "pond" not in "".join(c.text for one in archive.undertakings() for c in one.closings)


def _archive_of(*meetings):
    """Return an archive of meetings: council, day, and the sentence of their one item."""
    read = [
        mn.read_text(
            f"---\ncouncil: {council}\nbody: Town Council\ndate: {day}\n---\n# Town Council\n\n## 1 Pump\n\n{text}\n"
        )[0]
        for council, day, text in meetings
    ]
    return mn.Archive.in_memory(mn.Corpus(read))


def test_the_next_meeting_has_the_day_of_the_next_meeting_of_its_body():
    archive = _archive_of(
        ("Fell", "2031-03-04", "The Clerk would report to the next meeting."),
        ("Marsh", "2031-03-20", "The pump was wet."),
        ("Fell", "2031-04-01", "The Clerk to raise it at the next meeting of the Marsh Trust."),
        ("Fell", "2031-04-29", "The pump was dry."),
    )
    assert [one.due for one in archive.undertakings()] == ["2031-04-01", None]


def test_a_meeting_months_later_is_not_taken_for_the_next():
    archive = _archive_of(
        ("Fell", "2031-03-04", "The Clerk would report to the next meeting."),
        ("Fell", "2031-06-03", "The pump was dry."),
    )
    (one,) = archive.undertakings()
    assert (one.due, one.due_text, one.standing) == (None, "to the next meeting", "undated")


def test_an_owner_printed_in_two_ways_is_one_in_the_tracker():
    archive = _archive_of(
        ("Fell", "2031-03-04", "The clerk would write to the county."),
        ("Fell", "2031-04-01", "The Clerk would ring Mr Voss."),
    )
    found = archive.undertakings()
    assert [one.owner for one in found] == ["clerk", "Clerk"]
    assert [row["Owner"] for row in found.tracker()] == ["Clerk", "Clerk"]


def test_what_only_may_answer_leaves_it_overdue_and_another_council_answers_nothing():
    promise = "The Clerk would obtain prices for the brass handle of the Fenwick pump by 1 April 2031."
    kept = "Three prices for the brass handle of the Fenwick pump had been obtained."
    (one,) = _archive_of(("Fell", "2031-03-04", promise), ("Fell", "2031-05-01", kept)).undertakings()
    assert (one.standing, [c.sure for c in one.closings]) == ("overdue", [False])
    (one,) = _archive_of(("Fell", "2031-03-04", promise), ("Marsh", "2031-05-01", kept)).undertakings()
    assert (one.standing, one.closings) == ("unfollowed", ())


@pytest.mark.parametrize(
    ("promise", "later"),
    [
        (
            "The Senior Executive Engineer agreed to look at the drains.",
            "A schedule prepared by the Senior Executive Engineer had been circulated.",
        ),
        (
            "Cllr Anna Voss-Lane agreed to cut these down.",
            "A letter had been received from Cllr Anna Voss-Lane, who resigned.",
        ),
        ("The Clerk had not done so and would before May.", "The county had been asked and had not yet done anything."),
        (
            "Mr Tarn would ask the Fenwick Roads Committee for grit in Mill Lane.",
            "The Fenwick Roads Committee had received a new member from Mill Lane.",
        ),
    ],
)
def test_an_owners_name_a_body_or_a_formula_in_common_answers_nothing(promise, later):
    (one,) = _archive_of(("Fell", "2031-03-04", promise), ("Fell", "2031-05-01", later)).undertakings()
    assert one.closings == ()


def test_what_may_answer_tells_which_words_it_has_in_common():
    promise = "The Clerk would obtain prices for the brass handle of the Fenwick pump."
    kept = "Three prices for the brass handle of the Fenwick pump had been obtained."
    (one,) = _archive_of(("Fell", "2031-03-04", promise), ("Fell", "2031-05-01", kept)).undertakings()
    assert [c.why for c in one.closings] == ["also tells of prices, brass, handle, Fenwick, pump"]


@pytest.mark.parametrize(
    ("later", "on", "standing"),
    [
        ("2031-05-01", None, "overdue"),
        ("2031-03-20", "2032-01-01", "unfollowed"),
        ("2031-03-20", None, "due"),
        ("2031-05-01", "2031-03-31", "due"),
    ],
)
def test_overdue_is_told_only_where_the_body_met_again_after_the_day(later, on, standing):
    promise = "The Clerk would obtain prices for the brass handle by 1 April 2031."
    archive = _archive_of(("Fell", "2031-03-04", promise), ("Fell", later, "The hall was warm."))
    (one,) = archive.undertakings(on=on)
    assert one.standing == standing
    assert list(archive.undertakings(on=on, standing=standing)) == [one]


def test_what_is_open_is_what_no_later_minute_answers(archive):
    assert [one.owner for one in archive.undertakings(open=True)] == ["Chief Engineer"]
    assert [one.owner for one in archive.undertakings(open=False)] == ["Head of Roads"]
    assert len(archive.undertakings(owner="engineer", standing="overdue")) == 1
    assert [one.standing for one in archive.undertakings(open=True, on="2031-04-30")] == ["due"]


def test_the_tracker_has_the_columns_councils_use(archive):
    rows = list(csv.DictReader(io.StringIO(archive.undertakings().to_csv())))
    assert list(rows[0]) == ["Reference", "Origin", "Date", "Undertaking", "Owner", "Due", "Evidence", "Status"]
    assert [row["Reference"] for row in rows] == ["2031-03-04-roads-panel/31-4/2.1", "2031-03-04-roads-panel/31-5/1.1"]
    assert len({row["Reference"] for row in rows}) == len(rows)
    assert rows[1] in list(csv.DictReader(io.StringIO(archive.undertakings(open=True).to_csv())))
    assert "answered?" in rows[0]["Evidence"]
    assert rows[1]["Status"].endswith("overdue")


def test_questions_are_chosen_by_their_reply(archive):
    assert [one.reply for one in archive.questions()] == ["answered"]
    assert len(archive.questions(reply="unanswered")) == 0


def test_figures_through_time_tell_what_does_not_agree(archive):
    figures = archive.figures("gritting")
    costs = [one for one in figures if one.kind == "money"]
    assert [(one.value, one.period) for one in costs] == [("90000", "2030"), ("95000", "2030")]
    assert costs[0].measure == "gritting cost"
    assert {one.kind for one in figures.doubts} >= {"conflict"}
    more = {one.kind: one.why for one in archive.figures("gullies OR contract").doubts}
    assert more["multiple"] == "600 is exactly 5 times 120"
    assert more["past"].startswith("2 June 2031")
    for one in figures:
        assert archive.paragraph(one.paragraph_id).text[one.start : one.end] == one.text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "There had been 131 barges on 31 March 2020 and there were 118 on 31 March 2021.",
            [("131", "2020-03-31", "barges"), ("118", "2021-03-31", "barge")],
        ),
        (
            "On 1 May 2022 the depot held 40 barges and on 1 May 2023 it held 35.",
            [("40", "2022-05-01", "barges"), ("35", "2023-05-01", "barge")],
        ),
        # the third is of no date: that the sentence gives two does not make it of either
        (
            "In 2019 there were 12 barges, and by 2021 the number of barges was 9, of which 3 were new.",
            [("12", "2019", "barges"), ("9", "2021", "number of barges"), ("3", None, "barge")],
        ),
    ],
)
def test_of_several_dates_a_figure_is_of_the_one_in_its_own_clause(text, told):
    archive = mn.Archive.in_memory(mn.read_text(text, title="Barges", date="2031-07-01"))
    assert [(one.text, one.period, one.measure) for one in archive.figures("barges")] == told


def of_item(n, title, *texts):
    paragraphs = tuple(mn.Paragraph(f"m{n}/{k}", text, item_id=f"m{n}/i") for k, text in enumerate(texts))
    return mn.Meeting(
        f"m{n}",
        date=datetime.date(2021, n, 1),
        items=(mn.Item(f"m{n}/i", title, paragraphs=paragraphs, meeting_id=f"m{n}", date=datetime.date(2021, n, 1)),),
    )


def test_the_newest_decision_is_of_an_item_that_is_on_the_whole_of_the_topic():
    archive = mn.Archive.in_memory(
        mn.Corpus(
            [
                of_item(1, "Elm Library", "RESOLVED: that the closure of Elm Library go ahead in May."),
                of_item(
                    2, "Elm Library", "The closure of the library was debated.", "RESOLVED: that a trust take it on."
                ),
                of_item(
                    3, "Budget", "The library was busy.", "RESOLVED: that the closure of the contact centre go ahead."
                ),
            ]
        )
    )
    stands = archive.latest_position("library closure")
    assert stands.decision.text == "RESOLVED: that a trust take it on."
    assert stands.earlier.text == "RESOLVED: that the closure of Elm Library go ahead in May."


def test_the_latest_position_quotes_the_newest_of_each(archive):
    stands = archive.latest_position("gritting")
    assert stands.decision.text == "AGREED that a tenth gritter be bought."
    assert stands.statement.date.isoformat() == "2031-07-01"
    assert "£95,000" in stands.figure.text
    assert stands.promise.text.startswith("The Head of Roads undertook")
    for one in stands.said:
        assert archive.paragraph(one.paragraph_id).text[one.start : one.end] == one.text


def test_what_was_refused_is_told_so_and_is_no_promise_nor_figure():
    archive = mn.Archive.in_memory(
        mn.Corpus(
            [
                of_item(
                    1,
                    "Lido grant",
                    "Moved by Councillor Orr, seconded by Councillor Teel: that the Clerk be asked to write to the "
                    "Lido Trust by May and a grant of £50,000 for the lido be approved.",
                    "On being put to the vote the motion was LOST, 7 for and 8 against.",
                )
            ]
        )
    )
    stands = archive.latest_position("lido grant")
    assert stands.decision.outcome == "REFUSED (7 for, 8 against)"
    assert "decision, 1" in str(stands) or "REFUSED" in str(stands)
    assert stands.promise is None
    assert stands.figure is None
    (check,) = mn.verify("A grant of £50,000 for the lido be approved.", archive)
    assert check.outcome == "REFUSED (7 for, 8 against)"
    (check,) = mn.verify("The motion was lost.", archive)
    assert check.outcome == ""


def test_a_decision_on_another_matter_of_the_item_is_not_the_topics():
    archive = mn.Archive.in_memory(
        mn.Corpus(
            [
                of_item(
                    1,
                    "Playing field and other matters",
                    "The goal posts of the playing field were painted.",
                    "A letter on a hedge was read. It was AGREED to answer it.",
                )
            ]
        )
    )
    assert archive.latest_position("goal posts").decision is None


def test_a_topic_that_is_not_there_has_no_position(archive):
    stands = archive.latest_position("zeppelins")
    assert stands.said == ()
    assert stands.notes == ("nothing was found",)
    assert len(archive.figures("zeppelins")) == 0


def test_a_draft_is_checked_against_an_archive_as_against_its_meetings(archive):
    draft = "AGREED that a tenth gritter be bought. Gritting had cost £99,000 in 2030. The pond was blue."
    found = mn.verify(draft, archive)
    assert [one.verdict for one in found] == ["exact", "altered", "not found"]
    assert [one.verdict for one in mn.verify(draft, archive.meetings())] == [one.verdict for one in found]


def test_what_was_found_is_not_looked_for_again(archive, monkeypatch):
    before = archive.decisions()
    monkeypatch.setattr("minutesnlp.archive.keeping.FINDERS", {})
    assert archive.decisions() == before


def test_what_was_found_when_a_meeting_was_added_is_kept_with_it(tmp_path, monkeypatch):
    corpus = mn.example_corpus()[:8]
    made = mn.Archive.create(tmp_path / "t.archive", corpus[:4])
    made.add(corpus[4:])
    memory = mn.Archive.in_memory(corpus)
    monkeypatch.setattr("minutesnlp.archive.disk.find", None)
    opened = mn.Archive.open(tmp_path / "t.archive")
    for ask in ("decisions", "undertakings", "questions"):
        found = getattr(opened, ask)()
        assert len(found) > 0
        assert found == getattr(memory, ask)()
    assert opened.verify() == ()


def _read(*texts):
    return mn.Corpus([meeting for text in texts for meeting in mn.read_text(text)])


def _answers(archive):
    return [[(c.sure, c.text) for c in one.closings] for one in archive.undertakings()]


def test_what_may_answer_a_promise_is_kept_with_its_meeting(tmp_path, monkeypatch):
    corpus = _read(FIRST, SECOND, OTHER)
    mn.Archive.create(tmp_path / "t.archive", corpus)
    monkeypatch.setattr("minutesnlp.archive.disk.find", None)
    monkeypatch.setattr("minutesnlp.archive.database.Database.meeting", None)  # no meeting is read whole for it
    opened = mn.Archive.open(tmp_path / "t.archive")
    assert opened.undertakings() == mn.Archive.in_memory(corpus).undertakings()
    assert any(_answers(opened))


def test_what_may_answer_a_promise_comes_and_goes_with_its_meeting(tmp_path):
    first, second = _read(FIRST), _read(SECOND)
    archive = mn.Archive.create(tmp_path / "t.archive", first)
    assert _answers(archive) == [[], []]
    archive.add(second)
    told = _answers(archive)
    assert told[0] == [(True, "Minute 31/4: the survey of the salt barns had been circulated on 20 March.")]
    archive.compact()
    assert _answers(archive) == _answers(mn.Archive.open(tmp_path / "t.archive")) == told
    archive.add(_read(SECOND.replace("circulated on 20 March", "sent on 21 March")))
    assert _answers(archive)[0] == [(True, "Minute 31/4: the survey of the salt barns had been sent on 21 March.")]
    archive.remove(second[0].id)
    assert _answers(archive) == [[], []]


def test_an_archive_of_before_reports_were_kept_answers_the_same_and_keeps_them_when_it_is_upgraded(
    tmp_path, monkeypatch
):
    corpus = _read(FIRST, SECOND, OTHER)
    with monkeypatch.context() as older:
        older.setattr(keeping, "FINDERS", {kind: how for kind, how in keeping.FINDERS.items() if kind != "reports"})
        before = mn.Archive.create(tmp_path / "t.archive", corpus)
    told = mn.Archive.in_memory(corpus).undertakings()
    assert before.undertakings() == told
    assert [one for one in mn.doctor(tmp_path / "t.archive") if one.about == "archive's findings"] == []
    upgraded = mn.Archive.upgrade(tmp_path / "t.archive")
    assert upgraded.verify() == ()
    monkeypatch.setattr("minutesnlp.archive.disk.find", None)
    assert mn.Archive.open(tmp_path / "t.archive").undertakings() == told
    assert before.undertakings() == told


def test_an_archive_of_before_findings_were_kept_finds_them_and_grows(tmp_path):
    corpus = mn.example_corpus()[:3]
    made = mn.Archive.create(tmp_path / "t.archive", corpus[:2], tag=False)
    with sqlite3.connect(tmp_path / "t.archive" / "minutes.sqlite") as connection:
        connection.execute("DROP TABLE found")
    connection.close()
    assert made.decisions() == mn.Archive.in_memory(corpus[:2]).decisions()
    made.add(corpus[2:])
    assert mn.Archive.open(tmp_path / "t.archive").decisions() == mn.Archive.in_memory(corpus).decisions()
    made.remove(corpus[0].id)
    made.compact()
    assert made.verify() == ()


def test_a_finding_that_is_not_what_was_written_is_told(tmp_path):
    made = mn.Archive.create(tmp_path / "t.archive", mn.example_corpus()[:1])
    with sqlite3.connect(tmp_path / "t.archive" / "minutes.sqlite") as connection:
        connection.execute("UPDATE found SET rows = '[]' WHERE kind = 'decisions'")
    connection.close()
    assert "is not what was written" in made.verify()[0]


def test_two_councils_are_told_apart():
    elsewhere = FIRST.replace("Hollin Council", "Hollin Fold Council").replace("2031-03-04", "2032-03-04")
    elsewhere = elsewhere.replace("£90,000 in 2030", "£12,000 in 2031").split("AGREED")[0]
    archive = mn.Archive.in_memory(mn.Corpus([*mn.read_text(FIRST), *mn.read_text(elsewhere)]))
    assert len(archive.undertakings(council="hollin")) == len(archive.undertakings())
    assert {one.date.year for one in archive.undertakings(council='"Hollin Council"')} == {2031}
    assert {one.date.year for one in archive.questions(council="fold")} == {2032}
    assert not archive.decisions(council="fold")
    assert len(archive.decisions(council="hollin")) == 2
    mixed = archive.latest_position("gritting")
    assert any("2 councils (Hollin Council; Hollin Fold Council)" in note for note in mixed.notes)
    alone = archive.latest_position("gritting", council='"Hollin Council"')
    assert alone.figure.date.year == 2031
    assert not any("councils" in note for note in alone.notes)


def test_filters_of_the_ledger_are_those_of_a_search():
    text = "# Roads\n\n## 1 Gritting\n\nAGREED that salt be bought.\n"
    told = mn.read_text(f"---\ncouncil: Hollin Council\nbody: Roads & Paths Panel\n---\n{text}")[0]
    march = dataclasses.replace(told, date_from=datetime.date(2031, 3, 1), date_to=datetime.date(2031, 3, 31))
    archive = mn.Archive.in_memory(mn.Corpus([march]))
    for filters in ({"since": "2031-03-10"}, {"since": 2031}, {"until": "2031"}, {"body": '"roads and paths panel"'}):
        assert len(archive.decisions(**filters)) == len(archive.search("salt", **filters)) == 1, filters
    for filters in ({"since": "2031-04"}, {"until": 2030}):
        assert len(archive.decisions(**filters)) == len(archive.search("salt", **filters)) == 0, filters
    whole = 'No body is called "roads and paths"; there is “Roads & Paths Panel”.'
    assert whole in archive.search("salt", body='"roads and paths"').read_as
    with pytest.raises(mn.QueryError, match=whole):
        archive.decisions(body='"roads and paths"')


def test_what_was_agreed_to_be_deferred_is_deferred():
    text = (
        "# Roads\n\n## 1 Gritting\n\nIt was agreed to defer the item to June.\n\n## 2 Kerbs\n\nRESOLVED that the "
        "application be refused.\n\n## 3 Signs\n\nAGREED that the signs be mended.\n"
    )
    archive = mn.Archive.in_memory(mn.read_text(text))
    assert texts(archive.decisions(outcome="deferred")) == ["It was agreed to defer the item to June."]
    assert texts(archive.decisions(outcome="Refused")) == ["RESOLVED that the application be refused."]
    assert len(archive.decisions(outcome="agreed")) == 2
    assert len(archive.decisions(outcome="withdrawn")) == 0


@pytest.mark.parametrize(
    ("first", "second", "conflict"),
    [
        (
            "The gritting cost of the whole district in 2030 was £90,000.",
            "The gritting cost of the whole district in 2030 was £95,000.",
            True,
        ),
        (
            "In 2030 the gritting cost for the whole of Mill Lane was £90.",
            "In 2030 the gritting cost for the whole of Quay Road was £95.",
            False,
        ),
        ("In 2030 there were 7 members.", "In 2030 three members had no computer.", False),
        (
            "The gritting cost of the whole district in 2030 was £90,000.",
            "The gritting cost of the whole district in 2029 was £95,000.",
            False,
        ),
    ],
)
def test_figures_are_a_conflict_only_of_one_measure_time_and_place(tmp_path, first, second, conflict):
    meetings = [
        mn.read_text(f"# Roads Panel\n\nDate: {day} May 2031\n\n## 1 Gritting\n\n{text}\n")
        for day, text in ((3, first), (4, second))
    ]
    archive = mn.Archive.create(tmp_path / "a", [meeting for corpus in meetings for meeting in corpus])
    told = archive.figures("gritting OR members")
    assert len(told) == 2
    assert ("conflict" in {one.kind for one in told.doubts}) is conflict


@pytest.mark.parametrize(("councils", "conflict"), [(("Hollin", "Hollin"), True), (("Hollin", "Fenwick"), False)])
def test_two_councils_with_a_figure_each_are_no_conflict(councils, conflict):
    said = "The gritting cost of the whole district in 2030 was"
    meetings = [
        mn.read_text(
            f"---\ncouncil: {name} Council\nbody: Roads\ndate: 2031-05-0{n}\n---\n## 1 Salt\n\n{said} £9{n},000.\n"
        )[0]
        for n, name in enumerate(councils, 1)
    ]
    told = mn.Archive.in_memory(mn.Corpus(meetings)).figures("gritting")
    assert len(told) == 2
    assert ("conflict" in {one.kind for one in told.doubts}) is conflict


def test_more_out_of_a_number_than_there_are_is_a_doubt():
    text = "# Parks Panel\n\nDate: 3 May 2031\n\n## 1 Pond\n\nOf 12 ducks, 7 ducks were male and 6 ducks female.\n"
    (doubt,) = mn.Archive.in_memory(mn.read_text(text)).figures("ducks").doubts
    assert (doubt.kind, doubt.why) == ("sum", "the parts add up to 13, the total is 12")


@pytest.mark.parametrize(
    ("ask", "wrong", "error"),
    [
        ("decisions", {"outcome": 1}, TypeError),
        ("decisions", {"outcome": b"x"}, TypeError),
        ("decisions", {"outcome": ""}, mn.QueryError),
        ("decisions", {"outcome": "banana"}, mn.QueryError),
        ("decisions", {"body": "Nowhere"}, mn.QueryError),
        ("undertakings", {"owner": []}, TypeError),
        ("undertakings", {"open": b"x"}, TypeError),
        ("undertakings", {"standing": "lost"}, mn.QueryError),
        ("undertakings", {"council": "Nowhere"}, mn.QueryError),
        ("questions", {"reply": True}, TypeError),
        ("questions", {"reply": "banana"}, mn.QueryError),
    ],
)
def test_what_cannot_be_asked_is_told_by_its_name(archive, ask, wrong, error):
    with pytest.raises(error, match=next(iter(wrong))):
        getattr(archive, ask)(**wrong)


def test_an_outcome_that_nothing_had_here_is_none(archive):
    assert not archive.decisions(outcome="withdrawn")


def test_what_was_written_is_listed_without_reading_the_meetings_it_stands_in(tmp_path, monkeypatch):
    from minutesnlp.archive.database import Database

    archive = mn.Archive.create(
        tmp_path / "a",
        mn.read_text("Fell Parish Council\n\n3 May 2031\n\n1. Lido\n\nRESOLVED: That the lido be drained.\n"),
    )
    read: list[int] = []
    whole = Database._read
    monkeypatch.setattr(Database, "_read", lambda self, key: read.append(key) or whole(self, key))
    (decision,) = mn.Archive.open(archive.path).decisions()
    assert decision.outcome == "RESOLVED"
    assert read == []
