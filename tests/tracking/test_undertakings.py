import dataclasses
import datetime
import itertools
import json
import random
from pathlib import Path

import pytest

from minutesnlp.records import Corpus, Item, Meeting, Paragraph, Undertaking
from minutesnlp.tracking import find_undertakings
from minutesnlp.tracking.undertakings.carrying import Part, carried
from minutesnlp.tracking.undertakings.due import due_in
from minutesnlp.tracking.undertakings.promising import clauses_in

CASES = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "cases" / "undertakings.jsonl").read_text(encoding="utf-8").splitlines()
]


def item_of(case):
    paragraphs = tuple(
        Paragraph(
            id=f"p{n}",
            text=p["text"],
            number=p.get("number"),
            kind=p.get("kind", "text"),
            section=p.get("section", "minutes"),
        )
        for n, p in enumerate(case["paragraphs"])
    )
    date = datetime.date.fromisoformat(case["date"]) if case.get("date") else None
    return Item(id="i1", title="Anything", number="7", paragraphs=paragraphs, date=date)


@pytest.mark.parametrize("case", CASES, ids=[f"{n}-{case['rule'].replace(' ', '-')}" for n, case in enumerate(CASES)])
def test_who_promised_what_is_found(case):
    item = item_of(case)
    found = find_undertakings(item)
    assert len(found) == len(case["undertakings"])
    text_of = {p.id: p.text for p in item.paragraphs}
    for one, expected in zip(found, case["undertakings"], strict=True):
        assert one.text.startswith(expected.pop("opens"))
        assert text_of[one.paragraph_id][one.start : one.end] == one.text
        assert {name: getattr(one, name) for name in expected} == expected


@pytest.mark.parametrize(
    "text",
    ["The Head of Parks would consider the matter.", "It is hoped that a report will be brought to the next meeting."],
)
def test_soft_promises_are_given_when_asked_for(text):
    item = Item(id="i", title="t", paragraphs=(Paragraph(id="p", text=text),))
    (one,) = find_undertakings(item, soft=True)
    assert not one.hard
    assert len(find_undertakings(item)) == 0


def test_a_meeting_and_a_corpus_give_their_items_undertakings():
    item = item_of(CASES[0] | {"paragraphs": [{"text": "Clerk to contact the landowner."}]})
    meeting = Meeting(id="m", items=(item,))
    assert len(find_undertakings(meeting)) == 1
    assert len(find_undertakings(Corpus([meeting, meeting]))) == 2
    with pytest.raises(TypeError, match=r"not in int\. Of a string read_text"):
        find_undertakings(3)


def test_the_tracker_has_the_columns_councils_use():
    item = item_of({"paragraphs": [{"text": "Clerk to contact the landowner by 4 May 2031."}], "date": "2031-01-05"})
    lines = find_undertakings(item).to_csv().splitlines()
    assert lines[0] == "Reference,Origin,Date,Undertaking,Owner,Due,Evidence,Status"
    assert lines[1].startswith("i1/p0.1,i1,2031-01-05,Clerk to contact the landowner by 4 May 2031.,Clerk,2031-05-04,")


def test_a_status_outside_the_list_is_refused():
    with pytest.raises(ValueError, match="status"):
        Undertaking(text="x", paragraph_id="p", start=0, end=1, status="done")


def test_a_reference_is_a_number_that_can_be_read_out_and_stays_when_fewer_are_exported():
    text = (
        "Cllr Voss asked for the plan. Ms Lund would send it by 4 May 2031 and would write to the school by 9 May 2031."
    )
    item = item_of({"paragraphs": [{"text": text}, {"text": "The Clerk to ring Mr Tarn."}], "date": "2031-01-05"})
    found = find_undertakings(item)
    numbers = [row["Reference"] for row in found.tracker()]
    assert numbers == ["i1/p0.2", "i1/p0.2b", "i1/p1.1"]
    assert [row["Reference"] for row in found[1:].tracker()] == numbers[1:]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("The Clerk to contact Fenmoor Ltd to obtain a quotation.", "Clerk"),
        ("Clerk to ask Handyman to install the bench.", "Clerk"),
        ("Mr Tarn undertook to contact the OPW to seek clarification in this regard.", "Mr Tarn"),
        (
            "It was agreed that Cllr Mrs Voss and the Clerk visit Cllr Lund-Tarn to obtain these documents.",
            "Cllr Mrs Voss and the Clerk",
        ),
    ],
)
def test_who_is_to_be_asked_or_visited_owes_nothing(text, owner):
    (one,) = find_undertakings(item_of({"paragraphs": [{"text": text}], "date": "2031-03-04"}))
    assert (one.owner, one.text) == (owner, text)


def test_a_refused_offer_and_the_signing_of_minutes_are_none_and_a_time_gone_by_is_no_day_to_do_it_by():
    refused = item_of(
        {"paragraphs": [{"text": "Mr. Tarn offered an extra cut, which Cllr. Voss refused."}], "date": None}
    )
    assert not find_undertakings(refused)
    signed = "The councillors agreed that the minutes should be signed as a true record."
    assert not find_undertakings(item_of({"paragraphs": [{"text": signed}], "date": None}))
    told = "The Clerk would report how many had been sold in the past three years."
    (one,) = find_undertakings(item_of({"paragraphs": [{"text": told}], "date": "2031-03-04"}))
    assert one.due is None


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Pat Tarn would be asked to fit the new shelves.", None),
        ("The Clerk confirmed that Fenmoor Ltd would be asked to send a quotation.", "Clerk"),
        ("It was agreed that the Sandholt Rowing Club be invited to attend the next meeting.", None),
        (
            "The Executive Engineer, Roads and Lighting agreed to look into the lamps.",
            "Executive Engineer, Roads and Lighting",
        ),
        ("RESOLVED that the Clerk be instructed to write to the county.", "Clerk"),
    ],
)
def test_who_is_still_to_be_asked_is_no_owner_and_a_post_is_told_whole(text, owner):
    (one,) = find_undertakings(item_of({"paragraphs": [{"text": text}], "date": "2031-03-04"}))
    assert one.owner == owner


def test_what_members_only_asked_for_is_soft_and_a_task_they_gave_somebody_is_not():
    asked = item_of({"paragraphs": [{"text": "Members requested that a list of wells be circulated."}], "date": None})
    assert not find_undertakings(asked)
    assert [one.hard for one in find_undertakings(asked, soft=True)] == [False]
    tasked = item_of({"paragraphs": [{"text": "Members asked the Clerk to write to the county."}], "date": None})
    assert [(one.owner, one.hard) for one in find_undertakings(tasked)] == [("Clerk", True)]


def test_the_words_of_a_letter_are_not_promised_by_who_reads_it_out():
    letter = "The Clerk had received the following reply: The pond is ours. I will send you a map of it."
    assert not find_undertakings(item_of({"paragraphs": [{"text": letter}], "date": None}), soft=True)
    own = "The Clerk spoke of the pond. “I will send you a map of it,” said the Clerk."
    assert [one.owner for one in find_undertakings(item_of({"paragraphs": [{"text": own}], "date": None}))] == ["Clerk"]


def test_who_sees_to_it_by_an_action_line_is_not_who_had_asked_for_it():
    text = "Cllr. Voss had asked that the lamps be seen to; it was agreed that they should be mended. | Action: Chair"
    (one,) = find_undertakings(item_of({"paragraphs": [{"text": text}], "date": None}))
    assert one.owner == "Chair"


@pytest.mark.parametrize(
    "text",
    [
        "At the request of Ms. Voss, the Committee agreed that all readings would commence at noon.",
        "He wished to congratulate Mayor Tarn, who he knew would represent the town well.",
        "the plans, as appended to the Agenda, BE FORWARDED to the Manager, Parks and Ponds for consideration;",
    ],
)
def test_who_asked_who_is_congratulated_and_who_is_sent_a_paper_owe_nothing(text):
    found = find_undertakings(item_of({"paragraphs": [{"text": text}], "date": None}), soft=True)
    assert [one.owner for one in found if one.owner] == []


def test_who_will_be_approached_is_what_it_is_about_and_one_members_wish_is_no_order():
    told = "The Pond Officer will be approached to check the depth of the water."
    assert [one.owner for one in find_undertakings(item_of({"paragraphs": [{"text": told}], "date": None}))] == [None]
    wish = "Cllr. Voss asked for the list of wells to be uploaded to the website."
    assert not find_undertakings(item_of({"paragraphs": [{"text": wish}], "date": None}), soft=True)


@pytest.mark.parametrize(
    "text",
    [
        "The Clerk had nothing to report.",
        "Treasurer: no news to report.",
        "Cllr Lunt believes Highways will put in the posts.",
        "The Engineer was invited to the meeting in May.",
    ],
)
def test_what_is_no_promise_is_not_found(text):
    assert not find_undertakings(Item(id="i", title="t", paragraphs=(Paragraph(id="p", text=text),)), soft=True)


@pytest.mark.parametrize(
    "text",
    [
        "The highways department will be invited to the next meeting.",
        "Members should have it within four weeks, by 8 December.",
        "She would, besides, write to every parish clerk with the number.",
        "REPLY: The list referred to will be sent to Members within three weeks.",
        "Mr Lunt said that the directorate would undertake a study and will revert to the committee.",
    ],
)
def test_promises_are_found_however_they_are_put(text):
    found = find_undertakings(Item(id="i", title="t", paragraphs=(Paragraph(id="p", text=text),)))
    assert [one.text for one in found] == [text]


def test_what_is_told_before_a_word_is_given_is_when_it_is_due():
    text = "The drains would be cleared by 3 May, and he gave them his word that a list would be published."
    item = Item(id="i", title="t", date=datetime.date(2031, 3, 3), paragraphs=(Paragraph(id="p", text=text),))
    (one,) = find_undertakings(item)
    assert one.due == "2031-05-03"


def test_a_clause_that_is_only_noted_takes_nothing_up_and_one_on_undertakings_takes_all_up():
    said = "Ms Lund would write to Members about the register of partners by May."
    item = Item(
        id="i",
        title="t",
        paragraphs=tuple(
            Paragraph(id=f"p{n}", text=text)
            for n, text in enumerate((said, "RESOLVED that the register of partners be noted."))
        ),
    )
    assert [one.status for one in find_undertakings(item)] != ["carried"]
    other = Paragraph(id="p1", text="RESOLVED that the officer's undertakings on these matters be reviewed in June.")
    assert find_undertakings(dataclasses.replace(item, paragraphs=(item.paragraphs[0], other)))[0].status == "carried"


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Councillors asked Mr Wren to enquire if there is a chance of bins with lids.", "Mr Wren"),
        ("Members discussed the smell and asked Mrs Dale to contact the water company.", "Mrs Dale"),
    ],
)
def test_what_a_body_asks_somebody_to_find_out_is_a_task_whoever_he_is(text, owner):
    (found,) = find_undertakings(Item(id="i", title="t", paragraphs=(Paragraph(id="p", text=text),)))
    assert found.owner == owner


def test_the_name_of_a_matter_and_the_last_of_a_list_of_names_owe_nothing():
    named = "Community Ferry Initiative to widen the Landing – The work to widen it has lately been done."
    among = (
        "Endorse the joint work between OCC, Marlow Council and Parish Council Leaders to respond to the Ferry Paper"
    )
    assert list(clauses_in(named, None, decided=False)) == []
    assert list(clauses_in(among, None, decided=False)) == []
    text = "Care Home – no reply was had by the Parish Council, the Clerk to chase it."
    (found,) = find_undertakings(item_of({"paragraphs": [{"text": text}]}))
    assert found.owner == "Clerk"


def test_this_years_entry_is_no_time_to_do_it_by():
    day = datetime.date(2031, 5, 3)
    assert due_in("JT would check the form for this year’s entry.", day) == (None, None)
    assert due_in("JT would bring it to next month’s meeting.", day)[1] == "2031-06"


@pytest.mark.parametrize(
    ("texts", "owner", "due"),
    [
        # a line below tells who and by when; a line below what was agreed tells who
        (["WS to confirm the start with the school.", "ACTION: WS by 2 April"], "WS", "2032-04-02"),
        (["It was agreed that risk 14 would be re-scored.", "ACTION: TI / MP"], "TI / MP", None),
        (
            [
                "The Board resolved as follows:",
                "1. THAT, the Chief Officer submits the file within fourteen (14) days;",
            ],
            "Chief Officer",
            "2032-04-07",
        ),
    ],
)
def test_who_is_to_act_and_by_when_in_lines_of_their_own(texts, owner, due):
    case = {"paragraphs": [{"text": text} for text in texts], "date": "2032-03-24"}
    (one,) = find_undertakings(item_of(case))
    assert (one.owner, one.due) == (owner, due)


def test_who_moved_an_amendment_owes_nothing_of_it():
    text = "An amendment, that the shelters be removed in May, was moved by Mrs Lace and seconded by the Chairman."
    assert not find_undertakings(item_of({"paragraphs": [{"text": text}], "date": None}))


@pytest.mark.parametrize("aim", ["the next step is to get approval from", "the role of the board is to write to"])
def test_what_a_step_or_a_role_is_for_is_no_promise(aim):
    text = f"The Engineer stated that once the route is chosen, {aim} the agency."
    assert not find_undertakings(Item(id="i", title="t", paragraphs=(Paragraph(id="p", text=text),)))


def test_whose_application_it_is_and_who_is_to_be_invited_owe_nothing_and_a_label_hides_nobody():
    def owners(*texts):
        paragraphs = tuple(Paragraph(id=f"p{n}", text=text) for n, text in enumerate(texts))
        return [one.owner for one in find_undertakings(Item(id="i", title="t", paragraphs=paragraphs))]

    resolved = "RESOLVED THAT Council approves the Application of Di Orme, Jo Hale, Ann R. Wren and Cy Wren to buy it."
    assert owners(resolved) == []
    assert owners("Members asked for the Director of Home and Social Care to be invited to the next meeting.") == []
    label = "Play area - Mr Haldane (OCC) was aware of the hole at the gate and would determine a day for the works."
    assert owners("One of the planning officers confirmed that it was not yet settled.", label) == ["Mr Haldane"]


@pytest.mark.parametrize(
    "said", ["It was agreed to grant permission.", "It was agreed to grant the licence to the ferry."]
)
def test_what_is_granted_by_saying_so_is_no_task(said):
    item = Item("i", "Applications", paragraphs=(Paragraph("p", said),))
    assert not find_undertakings(item)


def test_of_clauses_with_the_same_words_the_first_takes_a_promise_up_whatever_the_order_of_a_set():
    draw = random.Random(7)
    begun = ["bram", "cold", "dun", "fen", "gor", "hol", "kest", "lin", "mar", "nor", "pen", "rud", "sal", "tor", "wex"]
    for ends in itertools.combinations(["wick", "ford", "bury", "ham", "stead", "gate", "mere"], 5):
        words = [begin + end for begin in begun for end in ends]
        clauses = [Part(" ".join(draw.sample(words, len(words))), f"p{n}", True) for n in range(40)]
        texts = [" ".join(draw.sample(words, n)) for n in range(1, len(words))]
        assert carried([(" ".join(words[:45]), "", None)], clauses, texts) == [0]
