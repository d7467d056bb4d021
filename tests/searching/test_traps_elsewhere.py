"""The traps of the design's list that lie before and beside the search: in reading, tagging, linking and summaries."""

import datetime

import pytest

import minutesnlp as mn
from minutesnlp.records import Item, Meeting, Paragraph

PAGE = """\
Exford Council

Fees Panel

Monday 6 March 2023

1. Minutes of the previous meeting

The minutes of the previous meeting held on 18 January 2023 were approved as a correct record.

2. Kinship fees

The panel heard that foster
carers were paid £12 a week.
"""


def values(text, label, **options):
    return [entity.value for entity in mn.tag(text, **options) if entity.label == label]


def item(*texts, **fields):
    return Item("i", "Fees", paragraphs=tuple(Paragraph(f"i/{n}", text) for n, text in enumerate(texts)), **fields)


def test_a_quoted_phrase_crosses_a_line_break():
    for text in (PAGE, PAGE.replace("\n", "\r\n")):
        hits = mn.Archive.in_memory(mn.read_text(text)).search('"foster carers"')
        assert hits.total == 1
        start, end = hits[0].spans[0]
        assert hits[0].paragraph.text[start:end] == "foster carers"


def test_the_day_of_the_previous_minutes_is_not_the_meetings():
    assert mn.read_text(PAGE)[0].date == datetime.date(2023, 3, 6)


def test_facets_are_not_filtered_by_their_own_filter():
    meetings = [
        Meeting(f"m{n}", body=body, items=(item("The fee rose."),)) for n, body in enumerate(["Panel", "Board"])
    ]
    archive = mn.Archive.in_memory(mn.Corpus(meetings))
    assert archive.search("fee", body="Board").facets["body"] == {"Board": 1, "Panel": 1}


def test_a_snippet_and_a_summary_stop_where_the_source_is_cut_off():
    cut = item("The fee for kinship carers rose to £12.", "The panel then", truncated=True)
    hit = mn.Archive.in_memory(Meeting("m", items=(cut,))).search("fee kinship")[0]
    assert hit.snippet == "The fee for kinship carers rose to £12."
    summary = mn.summarise(cut)
    assert any("cut off" in note or "truncated" in note for note in summary.notes)
    assert all(sentence.text in {p.text for p in cut.paragraphs} for sentence in summary.sentences)


def test_three_days_of_two_months_are_three_dates():
    text = "The panel met on 27 and 29 January and 11 February 2021."
    days = ";".join(values(text, "DATE")).split(";")  # days of one month are a list, under one mention
    assert days == ["2021-01-27", "2021-01-29", "2021-02-11"]


@pytest.mark.parametrize(
    ("text", "label", "value"),
    [
        ("The visit was on 9 - 11 November 2020.", "DATE", "2020-11-09/2020-11-11"),
        ("The commissioner came 2/3 days a week.", "FIGURE", "2/3"),
        ("A site of 11471m² was sold.", "FIGURE", "11471"),
        ("The town has circa. 110,000 people.", "FIGURE", "110000"),
        ("The overspend was £56m.", "FIGURE", "56000000"),
        ("It reached 500 of 110,000 households.", "FIGURE", "500"),
    ],
)
def test_a_figure_or_range_is_read_as_it_is_written(text, label, value):
    assert value in values(text, label)


def test_a_name_in_brackets_after_a_post_is_the_person():
    found = mn.tag("The Mayor (Councillor Waters) spoke.")
    assert [(entity.label, entity.value) for entity in found if entity.label == "PERSON"] == [("PERSON", "Waters")]
    assert any(entity.label == "ROLE" and entity.text.endswith("Mayor") for entity in found)


def test_the_chair_is_a_post_and_no_person():
    found = mn.tag("The Chair thanked the officers.")
    assert [entity.label for entity in found if "Chair" in entity.text] == ["ROLE"]


def meeting(name, *texts):
    paragraphs = tuple(Paragraph(f"{name}/{n}", text) for n, text in enumerate(texts))
    return Meeting(name, date=datetime.date(2021, 3, 1), items=(Item(f"{name}/i", "Fees", paragraphs=paragraphs),))


def test_two_people_of_one_surname_are_two():
    archive = mn.Archive.in_memory(
        meeting("m", "Councillor Ann Field asked.", "Councillor John Field answered.", "Councillor A Field agreed.")
    )
    people = [(entity.text, entity.person_id) for entity in archive.entities("PERSON")]
    ann, john, again = (person for _, person in people)
    assert ann == again != john
    assert [hit.paragraph.id for hit in archive.search("", person="John Field")] == ["m/1"]


def test_one_person_with_and_without_the_given_name_is_one():
    archive = mn.Archive.in_memory(
        mn.Corpus([meeting("m1", "Councillor Ann Field asked."), meeting("m2", "Councillor A Field was thanked.")])
    )
    assert len({entity.person_id for entity in archive.entities("PERSON")}) == 1
