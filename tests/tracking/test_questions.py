import json
from pathlib import Path

import pytest

from minutesnlp.records import Corpus, Item, Meeting, Paragraph, Question
from minutesnlp.tracking import find_questions, find_undertakings

CASES = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "cases" / "questions.jsonl").read_text(encoding="utf-8").splitlines()
]


def item_of(texts, section="minutes", title="Anything"):
    paragraphs = tuple(Paragraph(id=f"p{n}", text=text, section=section) for n, text in enumerate(texts))
    return Item(id="i1", title=title, paragraphs=paragraphs)


@pytest.mark.parametrize("case", CASES, ids=[f"{n}-{case['rule'].replace(' ', '-')}" for n, case in enumerate(CASES)])
def test_what_was_asked_and_replied_is_found(case):
    item = item_of(case["paragraphs"], title=case.get("title", "Anything"))
    found = find_questions(item)
    assert len(found) == len(case["questions"])
    text_of = {p.id: p.text for p in item.paragraphs}
    for one, expected in zip(found, case["questions"], strict=True):
        assert one.text.startswith(expected.pop("opens"))
        assert text_of[one.paragraph_id][one.start : one.end] == one.text
        if one.answer:
            assert text_of[one.answer_id][one.answer_start : one.answer_end] == one.answer
        assert {name: getattr(one, name) for name in expected} == expected


def test_a_question_or_motion_handed_in_is_no_undertaking():
    handed_in = [
        "I will ask at the next Meeting for a report to be provided on the swans of Mill Pond.",
        "REPLY:",
        "A report will be provided to the July meeting.",
        "! will move at the next Meeting that a letter be sent to the Harbour Trust.",
    ]
    assert [one.paragraph_id for one in find_undertakings(item_of(handed_in))] == ["p2"]


def test_a_table_gives_who_asks_what_and_the_reply():
    rows = ["Asked by | Question | Reply", "Cllr Dell | How deep is the pond? | Two feet.", "Mr Hale | Is it safe? | "]
    item = Item(
        id="i1", title="Q", paragraphs=tuple(Paragraph(id=f"p{n}", text=r, kind="table") for n, r in enumerate(rows))
    )
    found = find_questions(item)
    assert [(one.asker, one.text, one.answer, one.reply) for one in found] == [
        ("Cllr Dell", "How deep is the pond?", "Two feet.", "answered"),
        ("Mr Hale", "Is it safe?", "", "unanswered"),
    ]
    assert all(item.paragraphs[n + 1].text[one.start : one.end] == one.text for n, one in enumerate(found))


def test_agenda_text_asks_nothing():
    assert len(find_questions(item_of(["Will the hall be open?"], section="agenda"))) == 0


def test_a_meeting_and_a_corpus_give_their_items_questions():
    meeting = Meeting(id="m", items=(item_of(["Will the hall be open?"]),))
    assert len(find_questions(meeting)) == 1
    assert len(find_questions(Corpus([meeting, meeting]))) == 2
    with pytest.raises(TypeError, match=r"not in int\. Of a string read_text"):
        find_questions(3)


def test_a_reply_outside_the_list_is_refused():
    with pytest.raises(ValueError, match="reply"):
        Question(text="x", paragraph_id="p", start=0, end=1, reply="maybe")


@pytest.mark.parametrize(
    ("text", "asked", "answer"),
    [
        ("It was asked if all lamps were counted, this was the case.", "counted", "this was the case."),
        ("Cllr Voss asked what it cost, PC Orme would report back to the Clerk.", "cost", "PC Orme would report back"),
    ],
)
def test_a_reply_behind_a_comma_is_the_answer(text, asked, answer):
    (found,) = find_questions(item_of([text]))
    assert found.text.endswith(asked)
    assert found.answer.startswith(answer)


def test_the_leader_of_a_group_who_is_named_behind_it_is_not_the_leader():
    text = "The Leader of the Green Group, Mr Orme, spoke of the letter. He asked whether the ferry would be sold."
    (found,) = find_questions(item_of([text]))
    assert found.asker == "Mr Orme"


ASKED = "I will ask at the next Meeting (a) what the weir at Moor Lane costs and (b) who mends it."


@pytest.mark.parametrize(
    ("below", "answer"),
    [
        (["REPLY:", "(a)", "It costs £900."], "It costs £900."),
        (["REPLY:", "(a), (b)", "It costs £900."], "It costs £900."),
        (["REPLY:", "Reply:", "It costs £900."], "It costs £900."),
        (["REPLY:", "What the weir at Moor Lane costs", "It costs £900."], "It costs £900."),
        (["REPLY:", "7 men.", "It is mended in May."], "7 men."),
    ],
)
def test_a_label_alone_and_the_question_said_again_are_no_reply(below, answer):
    (question,) = find_questions(item_of([ASKED, *below]))
    assert (question.reply, question.answer) == ("answered", answer)


def test_a_bullet_without_words_is_no_reply():
    asked = ["Is there a rule for the weir?", "•", "Who keeps the key to the weir?", "•"]
    assert [(one.reply, one.answer) for one in find_questions(item_of(asked))] == [("unanswered", "")] * 2


@pytest.mark.parametrize(
    ("text", "asker"),
    [
        ("Councillor Salt asked PC Dunn whether the yard was watched.", "Councillor Salt"),
        ("Una Burns, 12 Mill Road, asked when the lane would be graded.", "Una Burns"),
        ("Una Burns of Mill Road asked when the lane would be graded.", "Una Burns"),
        ("Councillor Salt asked Members who were able to come to tell the Clerk.", None),
    ],
)
def test_whom_it_is_put_to_and_where_who_asks_lives_part_nothing(text, asker):
    assert [one.asker for one in find_questions(item_of([text]))] == ([asker] if asker else [])


def test_a_reply_taken_on_notice_is_promised():
    asked = ["Question 1 – Ms Una Burns", "What did the pool cost?", "Answer: The question was taken on notice."]
    assert [one.reply for one in find_questions(item_of(asked))] == ["promised"]
