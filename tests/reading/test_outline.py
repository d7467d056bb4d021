# ruff: noqa: E501  (the texts are as long as the lines of minutes are)
"""Where items begin: each line of cases/headings.jsonl is a document with its items."""

import json
from pathlib import Path

import pytest

from minutesnlp.reading import read_text
from minutesnlp.reading.blocks import Block, Document
from minutesnlp.reading.meeting.assembly import meeting_of
from minutesnlp.reading.meeting.item_titles import title_of
from minutesnlp.reading.plain.markdown import document_of

CASES = [
    json.loads(line) for line in (Path(__file__).parents[1] / "cases/headings.jsonl").read_text("utf-8").splitlines()
]


@pytest.mark.parametrize("case", CASES, ids=[case["rule"] for case in CASES])
def test_items_begin_where_a_reader_sees_them(case):
    document = document_of(case["text"], reader="text", marked=case["kind"] == "markdown")
    meeting = meeting_of(document, source="case.txt")
    assert [[item.number, item.title] for item in meeting.items] == case["items"]


def test_a_format_that_tells_where_items_begin_is_believed():
    blocks = (
        Block("Voids", label="7.", starts_item=True),
        Block("1. Damp"),
        Block("Lettings", label="8", starts_item=True),
        Block("2. Mould"),
    )
    meeting = meeting_of(Document(blocks, structured=True), source="a.html")
    assert [(item.number, item.title, len(item.paragraphs)) for item in meeting.items] == [
        ("7", "Voids", 1),
        ("8", "Lettings", 1),
    ]


def test_a_document_without_headings_is_one_item_and_says_so():
    text = "The Panel met on 4 March 2024 and talked at some length about the bridge. " * 3
    meeting = meeting_of(document_of(text, reader="text", marked=False), source="a.txt")
    assert len(meeting.items) == 1
    assert any(note.startswith("guessed: no headings") for note in meeting.notes)


def test_a_structured_page_without_items_has_none():
    meeting = meeting_of(Document((Block("The meeting was cancelled"),), structured=True), source="a.html")
    assert meeting.items == ()
    assert [p.text for p in meeting.front] == ["The meeting was cancelled"]


def test_a_title_of_a_long_sentence_is_made_of_its_first_words_and_told():
    text = "it had come to the notice of the clerk that several of the lamps in the lower village had not been lit since May"
    title, body, made = title_of(text, 0, whole=False)
    assert title.endswith("…")
    assert made
    assert body == text


def test_the_heading_of_the_column_beside_a_title_is_no_part_of_it():
    assert title_of("Minutes of the last meeting | Action", 0, whole=True) == ("Minutes of the last meeting", "", False)


HEADING = (
    "**MINUTES OF PROCEEDINGS AT SPECIAL MEETING OF THE MUNICIPAL DISTRICT OF WEND-MOOR HELD IN THE MILL HOUSE, WEND, ON "
    "THURSDAY, 17TH JUNE, 2021 AT 4.30 P.M.**\n\n**PRESENT IN THE CHAIR:**\n\nJo Hall, An Cathaoirleach.\n\n"
    "**MEMBERS PRESENT:**\n\nCouncillors: Carey, Dunn, Reed (C), Reed (J) and Teale.\n\n**OFFICIALS IN ATTENDANCE:**\n\n"
    "Director, Support (Mr. S. Cole), Engineer (Ms.\n\nK. Bell), Clerical Officer (Ms. H. Orr)."
)


@pytest.mark.parametrize(
    ("below", "items"),
    [
        (
            "**1.**\n\n**To elect a Cathaoirleach of the District to hold office until the next Annual Meeting.**\n\n"
            "The outgoing Cathaoirleach invited nominations.",
            [("1", "To elect a Cathaoirleach of the District to hold office until the next Annual Meeting.")],
        ),
        ("**Lough Bridge**\n\nThe Director outlined the works.", [(None, "Lough Bridge")]),
        (
            "The Cathaoirleach welcomed all. The Meeting had been called to consider the bridge.\n\nIt was agreed.",
            [(None, "The Cathaoirleach welcomed all. The Meeting had been called to …")],
        ),
    ],
)
def test_the_heading_and_the_list_of_a_paper_without_items_are_none_of_its_item(below, items):
    document = document_of(f"{HEADING}\n\n{below}", reader="text", marked=True)
    meeting = meeting_of(document, source="case.md")
    assert [(item.number, item.title) for item in meeting.items] == items
    assert (meeting.body, str(meeting.date)) == ("Municipal District of Wend-Moor", "2021-06-17")
    assert [one.name for one in meeting.attendance] == [
        *("Jo Hall", "Carey", "Dunn", "C Reed", "J Reed", "Teale", "Mr. S. Cole", "Ms. K. Bell", "Ms. H. Orr")
    ]
    assert not any("MINUTES OF PROCEEDINGS" in p.text for item in meeting.items for p in item.paragraphs)


def test_a_list_that_runs_on_into_the_minutes_is_parted_there():
    text = HEADING.removesuffix(".") + ". The Cathaoirleach welcomed all and explained the purpose of the Meeting."
    document = document_of(f"{text}\n\nIt was agreed.", reader="text", marked=True)
    meeting = meeting_of(document, source="case.md")
    assert meeting.attendance[-1].name == "Ms. H. Orr"
    assert meeting.items[0].paragraphs[0].text.startswith("The Cathaoirleach welcomed all")


def test_codes_go_on_behind_a_gap_in_their_numbers():
    lines = [
        f"10/{n} {title} - The Clerk reported on it."
        for n, title in ((122, "APOLOGIES"), (123, "MINUTES"), (124, "PUBLIC COMMENT"))
    ]
    lines += [
        f"10/{n} {title} - The Clerk reported on it."
        for n, title in ((135, "FOOTPATHS"), (136, "PLANNING"), (137, "FINANCE"), (138, "CORRESPONDENCE"))
    ]
    meeting = read_text(
        "Minutes of a meeting of Marle Parish Council held on 6 September 2031\n\n" + "\n\n".join(lines)
    )[0]
    assert [one.number for one in meeting.items] == [f"10/{n}" for n in (122, 123, 124, 135, 136, 137, 138)]
