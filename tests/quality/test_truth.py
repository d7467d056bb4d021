"""The truth says nothing that does not stand in the documents, and there is as much of it as was promised."""

import pytest

import canon
from quality import truth

MEETINGS = {meeting.stem: meeting for meeting in canon.read_all()}


def paragraphs(stem):
    meeting = MEETINGS[stem]
    people = [f"{name} ({note})" if note else name for _, name, note in meeting.attendance]
    lines = [line.text for item in meeting.items for line in item.lines if line.kind != "rule"]
    return [*meeting.opening, *people, *lines, *meeting.closing]


def stands(quote, stem, number=None):
    if number is None:
        return any(quote in text for text in paragraphs(stem))
    (item,) = [item for item in MEETINGS[stem].items if item.number == number]
    texts = [line.text for line in item.lines if line.kind != "rule"]
    return any(quote in text for text in texts) or quote in " ".join(texts)


def test_there_are_sixty_meetings_and_ninety_thousand_words_in_items():
    words = sum(len(line.text.split()) for m in MEETINGS.values() for i in m.items for line in i.lines)
    assert len(MEETINGS) >= 60
    assert words >= 90_000


def test_a_date_falls_on_the_weekday_the_minutes_give_it():
    for meeting in MEETINGS.values():
        weekday = meeting.date.strftime("%A")
        assert f"{weekday} {meeting.date.day} {meeting.date:%B %Y}" in " ".join(meeting.opening), meeting.stem


@pytest.mark.parametrize(
    ("name", "fewest"),
    [
        ("entities", 400),
        ("decisions", 150),
        ("undertakings", 100),
        ("questions", 150),
        ("summaries", 60),
        ("queries", 60),
    ],
)
def test_there_is_enough_of_it_in_both_halves(name, fewest):
    assert len(truth.load(name)) >= fewest
    for half in truth.HALVES:
        assert len(truth.of_half(name, half)) >= fewest // 3


def test_every_marked_span_stands_in_its_paragraph():
    for one in truth.load("entities"):
        assert one["text"] in paragraphs(one["meeting"]), one
        end_of_last = 0
        for span in one["spans"]:
            assert one["text"][span["start"] : span["end"]] == span["text"], span
            assert span["start"] >= end_of_last, (one["text"], span)
            end_of_last = span["end"]
            assert span["label"] in {"PERSON", "ROLE", "DATE", "FIGURE"}


def test_every_decision_and_clause_stands_in_its_item():
    for one in truth.load("decisions"):
        for quote in (one["text"], *(clause["text"] for clause in one["clauses"])):
            assert stands(quote, one["meeting"], one["item"]), one


@pytest.mark.parametrize(
    ("name", "fields"), [("undertakings", ("text", "what", "due_text")), ("questions", ("question", "answer"))]
)
def test_every_promise_and_question_stands_in_its_item(name, fields):
    for one in truth.load(name):
        for field in fields:
            assert not one.get(field) or stands(one[field], one["meeting"], one["item"]), (field, one)
        if one.get("kept"):
            assert stands(one["kept"]["quote"], one["kept"]["meeting"]), one


def test_every_fact_can_be_met_by_its_items_words():
    for one in truth.load("summaries"):
        (item,) = [item for item in MEETINGS[one["meeting"]].items if item.number == one["item"]]
        text = " ".join(line.text for line in item.lines).casefold()
        for fact in one["facts"]:
            assert any(all(part.casefold() in text for part in way) for way in fact["any_of"]), fact
        assert all(stands(sentence, one["meeting"], one["item"]) for sentence in one["sentences"])


def test_every_relevant_paragraph_stands_in_its_meeting_and_junk_has_none():
    for one in truth.load("queries"):
        assert bool(one["relevant"]) == (one["kind"] != "junk"), one["query"]
        assert all(stands(r["quote"], r["meeting"]) and r["grade"] in (1, 2, 3) for r in one["relevant"])


def test_items_and_attendance_are_those_of_the_documents():
    there = [(m.stem, i.number, i.title) for m in MEETINGS.values() for i in m.items]
    assert sorted((i["meeting"], i["number"], i["title"]) for i in truth.load("items")) == sorted(there)
    people = [(m.stem, kind, name) for m in MEETINGS.values() for kind, name, _ in m.attendance]
    assert sorted((a["meeting"], a["kind"], a["name"]) for a in truth.load("attendance")) == sorted(people)


def test_no_sentence_stands_too_often():
    seen = {}
    for meeting in MEETINGS.values():
        for item in meeting.items:
            for line in item.lines:
                if len(line.text.split()) > 6 and line.kind in ("text", "bullet", "clause"):
                    seen.setdefault(line.text, []).append(meeting.stem)
    assert {text: where for text, where in seen.items() if len(where) > 5} == {}
