"""Filters let in what they say, and nothing else."""

import datetime

import pytest

from minutesnlp import example_corpus
from minutesnlp.errors import QueryError
from minutesnlp.records import Item, Meeting, Paragraph
from minutesnlp.searching.collected.collection import collect
from minutesnlp.searching.search import search
from tests.searching.conftest import item, meeting

CARE, PLAN, BOARD, PARISH = "2020-10-12-care", "2021-02-03-planning", "2021-06-07-board", "undated-parish"


@pytest.fixture(scope="module")
def example():
    return collect(example_corpus())


@pytest.fixture
def met(find):
    return lambda **filters: {hit.meeting.id for hit in find("", k=None, **filters)}


def test_a_body_is_found_by_any_part_of_its_name(met):
    assert met(body="scrutiny") == {CARE, BOARD}
    assert met(body="children and families") == {CARE}
    assert met(body=["planning", "parish"]) == {PLAN, PARISH}
    assert met(council="exford") == {CARE, PLAN, BOARD, PARISH}
    assert met(status="approved") == {PLAN}


def test_a_body_in_quotation_marks_is_the_whole_of_its_name():
    def held(id_, body):
        return Meeting(id=id_, body=body, items=(Item(id_, "x", paragraphs=(Paragraph(f"{id_}/1", "Fees."),)),))

    collection = collect([held("a", "Council"), held("b", "Town Council")])
    assert {hit.meeting.id for hit in search(collection, "fees", body="council")} == {"a", "b"}
    assert [hit.meeting.id for hit in search(collection, "fees", body='"council"')] == ["a"]
    assert search(collection, "fees", body='"Town"').total == 0


def test_until_includes_its_period_and_before_excludes_it(met):
    assert met(since="2021") == {PLAN, BOARD}
    assert met(until="2020") == {CARE}
    assert met(until="2021-02") == {CARE, PLAN}
    assert met(before="2021-02") == {CARE}
    assert met(since="2020-10-12", until="2020-10-12") == {CARE}
    assert met(year="2020/21") == {CARE, PLAN}
    assert met(year=["2021/22", "2020"]) == {CARE, BOARD}
    assert met(since=datetime.date(2021, 6, 1)) == {BOARD}


def test_meetings_without_a_date_are_left_out_and_that_is_told(find):
    assert "1 meeting without a date is left out." in find("marsh", since="2020").read_as
    assert "without a date" not in find("marsh").read_as


def bounded(id_, **bounds):
    return Meeting(id=id_, items=(Item(id_, "x", paragraphs=(Paragraph(f"{id_}/1", "The fees."),)),), **bounds)


def test_a_meeting_known_by_one_bound_is_let_in_only_where_it_surely_lies_and_may_lie_elsewhere():
    meetings = [
        bounded("after", date_from=datetime.date(2021, 2, 11)),
        bounded("by", date_to=datetime.date(2020, 1, 1)),
        bounded("spring", date_from=datetime.date(2019, 4, 1), date_to=datetime.date(2019, 5, 31)),
    ]
    collection = collect(meetings)

    def met(query="fees", **filters):
        hits = search(collection, query, **filters)
        told = [part for part in hits.read_as.split(". ") if "may be of that time" in part]
        return [hit.meeting.id for hit in hits], *(int(part.split()[0]) for part in told)

    assert met(since="2021-02") == (["after"],)
    assert met(since="2021-03") == ([], 1)
    assert met(until="2021-01") == (["by", "spring"],)
    assert met(until="2020-01-01") == (["by", "spring"],)
    assert met(before="2020-01-01") == (["spring"], 1)
    assert met(year="1950") == met(query="fees year:1950") == met(query="year:1950") == ([], 1)
    assert met(year="2019/20") == met(year="2018/19") == (["spring"], 1)
    assert met(year="2020/21") == ([], 1)
    assert met(year="2030") == ([], 1)
    assert met(year='"not stated"') == (["after", "by"],)
    assert search(collection, "fees").facets["year"] == {"not stated": 2, "2018/19": 1, "2019/20": 1}


def test_kinds_sections_and_what_is_held(ids):
    assert ids("", kind="bullet") == [f"{CARE}/20-13/b1", f"{CARE}/20-13/b2"]
    assert ids("", section="agenda") == [f"{CARE}/20-12/a"]
    assert ids("", kind="attendance") == [f"{PARISH}/front/1"]
    assert ids("", holds="question") == [f"{CARE}/20-12/4", f"{BOARD}/21-3/3"]
    assert f"{CARE}/20-12/5" in ids("", holds="answer")
    assert ids("", holds="undertaking") == [f"{CARE}/20-12/5"]
    assert ids("", holds="decision") == [f"{CARE}/20-11/1", f"{CARE}/20-12/6", f"{PLAN}/20-40/2"]
    assert ids("", kind="vote") == [f"{PLAN}/20-40/2"]
    assert ids("", holds="declaration") == [f"{PLAN}/20-40/3"]


def test_motions_amendments_and_resolutions_are_told_apart():
    name = "2022-06-08-harbour"
    told = {
        "motion": "I will move at the next meeting that the lamps be lit.",
        "amendment": "An amendment was put to the vote, and was lost.",
        "resolution": "RESOLVED that the pier be closed.",
        "": "The Planning (Amendment) Act was noted beside the motion sensor that was moved to the quay.",
        "-": "It was proposed that the log be kept without any amendment.",
        "--": "NOTICES OF MOTION",
    }
    items = [item(name, str(n), "x", text) for n, text in enumerate(told.values())]
    collection = collect([meeting(name, "Harbour Committee", "2022-06-08", *items)])
    for kind, text in told.items():
        if kind.isalpha():
            assert [hit.paragraph.text for hit in search(collection, f"kind:{kind}")] == [text]
            assert [hit.paragraph.text for hit in search(collection, f"holds:{kind}")] == [text]


def test_a_question_by_notice_and_its_reply_are_so():
    name = "2022-06-08-harbour"
    told = ["| will ask at the next meeting for a new lamp.", "REPLY: There is none.", "The Clerk will ask the County."]
    collection = collect([meeting(name, "Harbour Committee", "2022-06-08", item(name, "1", "x", *told))])
    assert [hit.paragraph.text for hit in search(collection, "holds:question")] == told[:1]
    assert [hit.paragraph.text for hit in search(collection, "holds:answer")] == told[1:2]


def test_an_agenda_blurb_holds_nothing_that_happened(ids):
    assert not any(
        id_.endswith("/a") for name in ("question", "answer", "undertaking", "decision") for id_ in ids("", holds=name)
    )


def test_an_item_is_named_by_number_id_or_title(ids):
    expected = [f"{PLAN}/20-40/{n}" for n in (1, 2, 3)]
    assert ids("", item="20/40") == expected
    assert ids("", item=f"{PLAN}/20-40") == expected
    assert ids("", item="mill lane") == expected
    assert ids("item:20/40 refused", k=1) == [f"{PLAN}/20-40/2"] or ids("item:20/40 refused")


def test_two_people_of_one_surname_are_two(ids):
    assert ids("", person="J Marsh") == [f"{CARE}/20-12/4", f"{PARISH}/front/1"]
    assert ids("", person="Councillor P Marsh") == [f"{PLAN}/20-40/1"]
    assert ids("", person="Peter Marsh") == [f"{PLAN}/20-40/1"]
    assert ids("", person="Marsh", k=None) == [f"{CARE}/20-12/4", f"{PLAN}/20-40/1", f"{PARISH}/front/1"]


def test_several_people_are_any_of_them(ids):
    assert ids("", person=["P Marsh", "Ivy Marshall"]) == [f"{PLAN}/20-40/1", f"{PLAN}/20-40/3"]


def test_the_chair_is_a_role_and_no_person(ids):
    assert ids("", person="Chair Marsh") == ids("", person="Chair Marsh")  # reads as a forename; raises nothing


@pytest.mark.parametrize(
    "wrong",
    [
        {"since": "soon"},
        {"kind": "story"},
        {"section": "middle"},
        {"holds": "hope"},
        {"status": "lost"},
        {"body": " "},
        {"person": "Mr"},
    ],
    ids=str,
)
def test_a_value_that_cannot_be_read_is_refused_with_what_can(find, wrong):
    with pytest.raises(QueryError, match=r"there are|Write|leave it out|give a surname"):
        find("fees", **wrong)


def test_a_wrong_value_within_the_query_is_told_too(find):
    with pytest.raises(QueryError, match="is no date"):
        find("fees since:soon")


def test_a_filter_may_be_turned_round(ids):
    assert not any(id_.startswith(PLAN) for id_ in ids("marsh -body:planning", k=None))
    assert ids("marsh -body:planning", k=None)


def test_a_facet_counts_what_its_filter_finds_also_where_few_hold_the_whole_query():
    def held(id_, body, *texts):
        paragraphs = tuple(Paragraph(f"{id_}/{place}", text) for place, text in enumerate(texts))
        return Meeting(id=id_, body=body, items=(Item(id_, "x", paragraphs=paragraphs),))

    whole, part = "The harbour dues rose.", "The dues of the market."
    collection = collect(
        [held("a", "Port Panel", *[whole] * 9), held("b", "Trade Panel", whole, *["Apart."] * 4, part, part)]
    )
    hits = search(collection, "harbour dues", k=3)
    assert hits.facets["body"] == {"Port Panel": 9, "Trade Panel": 1}
    assert search(collection, "harbour dues", k=3, body="Trade").total == 1
    # where a filter leaves none that holds the whole query, what holds part of it is counted apart
    none = search(collection, "harbour dues", k=3, within=collection.index.scores(["market"]) > 0)
    assert (none.total, none.partly, len(none)) == (0, 2, 2)


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("since", [], "empty list"),
        ("body", (), "empty list"),
        ("since", b"x", "bytes"),
        ("body", True, "bool"),
        ("council", [None], "NoneType"),
        ("person", object(), "object"),
        ("body", "\0", "names nothing"),
        ("council", "-", "names nothing"),
    ],
)
def test_what_is_no_value_of_a_filter_is_told_by_its_name(find, name, value, told):
    with pytest.raises(QueryError, match=f"{name} .*{told}"):
        find("road", **{name: value})


def test_a_name_that_nothing_has_is_told_with_what_there_is(find):
    told = find("foster", body="Planing").read_as
    assert "No body is called “Planing”; there are “Planning Committee”" in told
    assert "is called" not in find("foster", body="Planning").read_as
    assert "No council is called “Mars”; there is “Exford Council”." in find("foster council:Mars").read_as
    assert "No person is called “Marsch”; there" in find("", person="Marsch").read_as
    assert "No person is called “Zog Quux”." in find("", person="Zog Quux").read_as


def test_of_several_names_that_which_nothing_has_is_told(find):
    told = find("foster", body=["Scrutiny", "Nowhere"]).read_as
    assert "No body is called “Nowhere”" in told
    assert "called “Scrutiny”" not in told


def test_a_day_is_no_name(find):
    with pytest.raises(QueryError, match="body"):
        find("foster", body=datetime.date(2021, 1, 1))


QUERIES = (
    "report",
    "library",
    '"foster carers"',
    "recruit* OR budget",
    "children looked after",
    "before:2030",
    "holds:decision",
)


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("filters", [{}, {"section": "minutes"}, {"since": "2022"}], ids=str)
def test_every_value_of_every_facet_is_a_filter_that_finds_as_many(example, query, filters):
    facets = search(example, query, **filters).facets
    counts = {(name, value): count for name in facets for value, count in facets[name].items() if name not in filters}
    assert len({name for name, _ in counts}) >= 7 - len(filters)
    found = {
        (name, value): search(example, query, k=1, **filters, **{name: f'"{value}"'}).total for name, value in counts
    }
    assert found == counts


def test_a_value_is_a_whole_name_in_the_query_too(example):
    facets = search(example, "report").facets
    for name in facets:
        value, count = next(iter(facets[name].items()))
        assert search(example, f'report {name}="{value}"').total == count
        assert search(example, f"report {name}=“{value}”").total == count
        assert search(example, "report", **{name: f"“{value}”"}).total == count


def test_a_whole_name_that_nobody_bears_is_told_with_those_like_it(find):
    hits = find("", person='"Marsh"')
    assert not hits
    assert 'No person is called "Marsh"; there are “P Marsh”' in hits.read_as.replace("“J Marsh”, ", "")
    assert find("", person='"p marsh"').total == find("", person='"P Marsh"').total > 0


def test_who_is_meant_by_office_is_counted_apart():
    texts = (
        "The Mayor, Councillor I Trelawney, opened the fair.",
        "The Mayor thanked the band.",
        "Cllr Trelawney left.",
    )
    paragraphs = tuple(Paragraph(f"m/{place}", text) for place, text in enumerate(texts))
    collection = collect(
        [Meeting(id="m", items=(Item("m", "x", paragraphs=paragraphs),), date=datetime.date(2021, 6, 1))]
    )
    for name in ("Trelawney", '"I Trelawney"'):
        hits = search(collection, "", person=name)
        assert hits.total == 3
        assert "2 of them by name, 1 only by an office held." in hits.read_as
    assert "by an office" not in search(collection, "fair", person="Trelawney").read_as


@pytest.fixture(scope="module")
def parishes():
    told = {
        "Orfield": ("The ditch at Orfield was cleared.", "The ditch by the lane was full."),
        "Upper Moorby": ("The ditch was dug out.", "A bench was given."),
    }
    return collect(
        [
            Meeting(
                id=name,
                council=f"{name} Parish Council",
                body="Parish Council",
                items=tuple(
                    Item(f"{name}/{n}", "Matters", paragraphs=(Paragraph(f"{name}/{n}/1", text),))
                    for n, text in enumerate(texts)
                ),
            )
            for name, texts in told.items()
        ]
    )


def test_a_council_that_a_query_names_need_not_be_named_in_its_own_minutes(parishes):
    def found(query):
        return {hit.paragraph.id for hit in search(parishes, query, relax=False)}

    hits = search(parishes, "Orfield ditch")
    assert hits.total == search(parishes, 'ditch council:"Orfield"').total == 2
    assert "“Orfield” names “Orfield Parish Council”, whose minutes need not say so." in hits.read_as
    assert found("ditch of Upper Moorby Parish Council") == {"Upper Moorby/0/1"}
    assert found("Moorby ditch") == set() or "in the name" in search(parishes, "Moorby ditch").read_as
    assert found("Orfield") == {"Orfield/0/1"}  # alone it is looked for
    assert found('"Orfield" ditch') == {"Orfield/0/1"}  # and so it is in quotation marks
    assert found("Orfield bench") == set()


def test_fields_joined_by_or_let_through_what_either_does(find, ids):
    assert set(ids("body:Planning OR body:Board")) == set(ids("", body=["Planning", "Board"]))
    assert set(ids("person:Marshall OR person:Orr")) == set(ids("", person="Marshall"))
    both = find("(year:2020 OR year:2021) carers")
    assert both.total
    assert "in 2020 or 2021" in both.read_as
    assert both.total == find("carers year:2020 OR year:2021").total == find("year:2020 OR year:2021 carers").total
    apart = find("body:Planning refused OR body:Parish rents")
    assert {hit.meeting.id for hit in apart} == {PLAN, PARISH}
    assert "(“refused”, of a body named “Planning”) or (“rents”, of a body named “Parish”)" in apart.read_as
    mixed = find("rents OR body:Board", k=None)
    assert {hit.meeting.id for hit in mixed} == {PARISH, BOARD}
    assert mixed.total == find("rents").total + find("body:Board").total


def test_what_stands_in_an_item_titled_as_somebodys_own_words_is_found_by_the_name():
    told = ("The weir has stood for a century.", "It should be kept.")

    def held(title, number):
        paragraphs = tuple(Paragraph(f"m/{number}/{n}", text) for n, text in enumerate(told))
        return Item(f"m/{number}", title, number=str(number), paragraphs=paragraphs)

    titles = (
        "Statement by Councillor B Marsh",
        "Councillor J Marsh addressed the meeting",
        "By-law: Councillors Orr, Marsh, Voss and Reed",
    )
    found = collect([Meeting("m", items=tuple(held(title, n) for n, title in enumerate(titles)))])
    hits = search(found, 'weir person:"B Marsh"')
    assert [hit.paragraph.id for hit in hits] == ["m/0/0"]
    assert "One of them only" not in hits.read_as
    assert "1 of them only stands in an item whose title names the person." in hits.read_as
    assert {hit.paragraph.id for hit in search(found, "person:Marsh")} == {"m/0/0", "m/0/1", "m/1/0", "m/1/1"}


def test_a_day_behind_a_field_needs_no_quotation_marks(find):
    assert find("since:1 May 2021").read_as == find('since:"1 May 2021"').read_as
    assert find("placements date:June 2021").total == 2
    assert "It is to end before it begins" in find("since:2021 until:2020").read_as
    assert "Nothing stands behind “year:”" in find("placements year:").read_as


def test_other_forms_are_told_also_of_a_word_with_a_time():
    found = collect(
        [
            Meeting(
                "m",
                date=datetime.date(2021, 3, 1),
                items=(Item("m/1", "Roads", paragraphs=(Paragraph("m/1/1", "Grit."),)),),
            ),
            Meeting(
                "n",
                date=datetime.date(2022, 3, 1),
                items=(Item("n/1", "Roads", paragraphs=(Paragraph("n/1/1", "Gritted."),)),),
            ),
        ]
    )
    assert (
        "None of them holds “grit” as typed, but other forms of it (“gritted”)."
        in search(found, "grit in March 2022").read_as
    )


def test_a_middle_initial_is_not_anothers_first_name():
    told = (
        "Commissioner Drew Harris spoke of the stations.",
        "Motion by Lesley D Harris, seconded by Mr King.",
        "LESLEY D HARRIS was absent.",
        "A reply from D Harris was read.",
        "John D. Harris came.",
    )
    paragraphs = tuple(Paragraph(str(n), text) for n, text in enumerate(told))
    both = collect([Meeting(id="m", items=(Item("i", "Police", paragraphs=paragraphs),))])
    assert [hit.paragraph.id for hit in search(both, "", person="Drew Harris", k=None)] == ["0", "3"]
    assert {hit.paragraph.id for hit in search(both, "", person="Lesley Harris", k=None)} >= {"1", "2"}


def test_the_name_of_a_council_beside_fields_is_a_field_too():
    def said(council, year, *texts):
        paragraphs = tuple(Paragraph(f"{council}{year}{n}", text) for n, text in enumerate(texts))
        items = (Item(f"{council}{year}/1", "Lamps", "1", paragraphs),)
        return Meeting(f"{council}{year}", council, None, datetime.date(year, 5, 1), items=items)

    lit, asked = "It was agreed to light the quay.", "Members asked whether Hadlow Parish Council lit its quay."
    found = collect(
        [
            said("Hadlow Parish Council", 2018, lit),
            said("Hadlow Parish Council", 2019, lit),
            said("Elmstow & Hythe Town Council", 2019, lit, asked),
        ]
    )

    def ids(query, **fields):
        return [hit.paragraph.id for hit in search(found, query, k=None, **fields)]

    assert ids("holds:decision Hadlow Parish Council") == ["Hadlow Parish Council20180", "Hadlow Parish Council20190"]
    assert ids("holds:decision hadlow parish council 2019") == ["Hadlow Parish Council20190"]
    assert ids("Elmstow", holds="decision") == ["Elmstow & Hythe Town Council20190"]
    assert ids("Hadlow quay", holds="question") == ["Elmstow & Hythe Town Council20191"]  # a matter stands beside it
    assert ids("Hadlow Parish Council", year="2019") == ["Elmstow & Hythe Town Council20191"]  # where it is said
    read_as = search(found, "holds:decision Elmstow").read_as
    assert read_as.startswith("Paragraphs that hold a decision, of a council named “Elmstow”: 1 hit.")


def test_what_minutes_hold_is_said_with_its_article(find):
    for holds, told in (("undertaking", "that hold an undertaking"), ("vote", "that hold a vote")):
        assert told in find("", holds=holds).read_as
