# ruff: noqa: E501  (the texts are as long as the lines of minutes are)
"""Ids, citations, sections and the law that no word is lost."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutesnlp.reading import read_text
from minutesnlp.reading.blocks import Block, Document, Facts
from minutesnlp.reading.meeting.assembly import assemble, meeting_of
from minutesnlp.reading.meeting.identity import Keys, renamed, slug, unique
from minutesnlp.reading.plain.markdown import document_of

TEXT = """Agenda and minutes

Housing Panel - Tuesday 5th March, 2024 6.00 pm

23/40

Declarations of Interest

Minutes:

There were none.

23/41

Voids and Lettings pdf icon PDF 120 KB

The Panel is asked to comment on the report.

Minutes:

The Head of Housing said that 41 homes stood empty.

The Head of Housing said that 41 homes stood empty.

Members asked why ... view the full minutes text for item 23/41

The meeting closed at 7.10 pm.

Signed: Chair
"""

WORD = re.compile(r"[^\W_]+")


def read(text=TEXT, **facts):
    document = document_of(text, reader="text", marked=False)
    return assemble(
        Document(document.blocks, Facts(**facts), furniture=document.furniture), source="a.txt", digest="ab12cd34"
    )


def test_ids_are_made_of_date_body_number_and_the_texts_own_digest():
    meeting = read().meeting
    assert meeting.id == "2024-03-05-housing-panel"
    item = meeting.items[1]
    assert item.id == "2024-03-05-housing-panel/23-41"
    first, second = [p.id for p in item.paragraphs if p.text.startswith("The Head")]
    assert re.fullmatch(r"2024-03-05-housing-panel/23-41/[0-9a-f]{8}", first)
    assert second == first + "-2"


def test_ids_survive_an_edit_elsewhere_in_the_meeting():
    before = {p.text: p.id for p in read().meeting.paragraphs}
    after = {
        p.text: p.id for p in read(TEXT.replace("There were none.", "Councillor Reed declared one.")).meeting.paragraphs
    }
    assert {text: after[text] for text in after if text in before} == {
        text: before[text] for text in before if text in after
    }


def test_the_same_text_gives_the_same_meeting():
    assert read().meeting == read().meeting


def test_a_citation_is_ready_for_a_footnote():
    item = read(council="Wend Council").meeting.items[1]
    assert (
        item.paragraphs[0].citation
        == "Wend Council, Housing Panel, 5 March 2024, minute 23/41, agenda text, paragraph 1"
    )
    assert item.paragraphs[1].citation == "Wend Council, Housing Panel, 5 March 2024, minute 23/41, paragraph 1"


def test_a_citation_names_the_source_where_the_meeting_is_unknown():
    meeting = meeting_of(
        document_of("Roads\n\nThe roads were very bad that year.", reader="text", marked=False), source="x/a.txt"
    )
    assert meeting.paragraphs[0].citation == "a.txt, undated, “Roads”, paragraph 1"


def test_a_cut_text_is_marked_and_the_mark_is_taken_off():
    meeting = read().meeting
    item = meeting.items[1]
    assert item.truncated
    assert item.paragraphs[-1].text == "Members asked why"
    assert any("cuts the text of item 23/41" in note for note in meeting.notes)


def test_the_mark_of_a_cut_text_gives_a_number_to_an_item_that_has_none():
    text = "Voids pdf icon PDF 1 MB\n\n\nThe Head of Housing said so at length.\n\n\nMembers asked ...  view the full minutes text for item 23/41\n"
    item = read(text).meeting.items[0]
    assert (item.number, item.title, item.truncated) == ("23/41", "Voids", True)


def test_the_close_and_the_signature_stand_at_the_back():
    meeting = read().meeting
    assert [p.text for p in meeting.back] == ["The meeting closed at 7.10 pm.", "Signed: Chair"]
    assert {p.kind for p in meeting.back} == {"boilerplate"}
    assert {p.section for p in meeting.back} == {"back"}


def test_every_paragraph_knows_its_item_and_every_item_its_meeting():
    meeting = read().meeting
    for item in meeting.items:
        assert (item.meeting_id, item.body, item.date) == (meeting.id, meeting.body, meeting.date)
        assert {p.item_id for p in item.paragraphs} <= {item.id}
    assert {p.item_id for p in meeting.front + meeting.back} == {None}


def test_no_word_is_lost():
    assembled = read()
    meeting = assembled.meeting
    kept = (
        [p.number or "" for p in meeting.paragraphs] + [p.text for p in meeting.paragraphs] + list(assembled.furniture)
    )
    kept += [f"{item.number or ''} {item.title}" for item in meeting.items]
    have = WORD.findall(" ".join(kept).lower())
    for word in WORD.findall(TEXT.lower()):
        assert word in have
        have.remove(word)


def test_meetings_of_one_day_and_body_get_ids_of_their_own():
    first = read().meeting
    second = renamed(first, first.id)
    third = unique([first, second, second])
    assert [m.id for m in third] == [first.id, f"{first.id}-ab12cd", f"{first.id}-ab12cd-2"]
    assert all(p.id.startswith(third[1].id) for p in third[1].paragraphs)
    assert all(i.meeting_id == third[1].id for i in third[1].items)
    cited = [p.citation for meeting in third for p in meeting.paragraphs]
    assert len(set(cited)) == len(cited)
    assert [renamed(meeting, first.id) for meeting in third] == [
        replace(first, notes=meeting.notes) for meeting in third
    ]


def test_items_of_one_number_get_ids_of_their_own():
    blocks = tuple(Block("Roads", starts_item=True, label="1") for _ in range(3))
    meeting = meeting_of(Document(blocks, structured=True), source="a.html")
    assert len({item.id for item in meeting.items}) == 3


@pytest.mark.parametrize("labels", [("15", "15.2", "15"), ("15", "15", "15.2"), ("15", "15", "15.2", "15", "15.3")])
def test_the_second_item_of_a_number_has_not_the_id_of_its_part(labels):
    blocks = tuple(Block("Roads", starts_item=True, label=label) for label in labels)
    meeting = meeting_of(Document(blocks, structured=True), source="a.html")
    assert len({item.id for item in meeting.items}) == len(labels)


def test_items_of_one_number_are_cited_apart():
    blocks = tuple(
        block
        for title in ("Roads", "Lamps", "Benches")
        for block in (Block(title, starts_item=True, label="1"), Block(f"{title} were spoken of at some length."))
    )
    meeting = meeting_of(Document(blocks, structured=True), source="a.html")
    assert [item.paragraphs[0].citation for item in meeting.items] == [
        "a.html, undated, minute 1, paragraph 1",
        "a.html, undated, minute 1 (2nd of that number), paragraph 1",
        "a.html, undated, minute 1 (3rd of that number), paragraph 1",
    ]


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("21/16", "21-16"),
        ("(a)", "a"),
        ("Children’s Services", "childrens-services"),
        ("Ó Briain", "o-briain"),
        ("…", ""),
    ],
)
def test_a_slug_is_plain(text, made):
    assert slug(text) == made


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(alphabet="aB1. \n:-•()/|*£’", max_size=40), max_size=12).map("\n".join))
def test_whatever_the_text_no_letter_is_lost_and_nothing_fails(text):
    if not text.strip():
        return
    document = document_of(text, reader="text", marked=False)
    assembled = assemble(document, source="a.txt")
    meeting = assembled.meeting
    kept = "".join(f"{p.number or ''}{p.text}" for p in meeting.paragraphs) + "".join(assembled.furniture)
    kept += "".join(f"{item.number or ''}{item.title}" for item in meeting.items)
    for letter in "B£":
        assert kept.count(letter) >= text.count(letter)


def test_a_short_paper_has_its_one_or_two_items():
    head = "Elm Parish Council\nMinutes of the meeting held on 3 May 2021\n\n"
    one = meeting_of(
        document_of(head + "1. Roads\nIt was agreed to write.", reader="text", marked=False), source="a.txt"
    )
    assert [(item.number, item.title) for item in one.items] == [("1", "Roads")]
    two = head + "1 Apologies\nNone.\n\n2 Roads\nIt was agreed to write."
    found = meeting_of(document_of(two, reader="text", marked=False), source="a.txt")
    assert [(item.number, item.title) for item in found.items] == [("1", "Apologies"), ("2", "Roads")]


def test_no_two_items_share_an_id_where_numbers_come_twice_or_read_alike():
    keys = Keys()
    given = [keys.taken_by(slug(number)) for number in ("15", "15.2", "15", "15/2", "15.2.2", "15")]
    assert [time for _, time in given] == [1, 1, 2, 2, 1, 3]
    assert len({name for name, _ in given}) == len(given)
    assert given[0][0] == "15"


def test_entries_of_a_list_that_runs_on_in_a_line_are_bullets_of_their_own():
    text = (
        "Minutes of Marle Parish Council held on 4 June 2031\n\n1. Matters arising\n\n"
        "• The gate of the play area sticks. Cllr Ash offered to mend it. • The lamp in Mill Lane is out. • It was noted "
        "that the hedge has been cut.\n\n2. Contacts\n\nClerk • 01632 960000 • Reading Room, Mill Lane, Marle on the Moor"
    )
    meeting = read_text(text)[0]
    assert [(one.kind, one.text) for one in meeting.items[0].minutes] == [
        ("bullet", "The gate of the play area sticks. Cllr Ash offered to mend it."),
        ("bullet", "The lamp in Mill Lane is out."),
        ("bullet", "It was noted that the hedge has been cut."),
    ]
    assert any("Clerk • 01632 960000 • Reading Room" in one.text for one in meeting.paragraphs)
