"""Who owes a promise, where several are named before it, and when it falls due."""

import datetime

import pytest

import minutesnlp as mn
from minutesnlp.tracking.undertakings.due import due_in

SEPTEMBER = datetime.date(2031, 9, 9)


def owners(text):
    item = mn.Item("i", "Business", paragraphs=(mn.Paragraph("p", text),))
    return [one.owner for one in mn.find_undertakings(item)]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        (
            "News was wanted of a bell for the Fen Grammar School and the Works Manager, North and East "
            "Section confirmed that a notice would be put up.",
            "Works Manager, North and East Section",
        ),
        ("Cars were parked at St Giles College and the Engineer agreed to look at the lines.", "Engineer"),
        ("The pond was cleared on the 9th May and the Clerk agreed to thank the crew.", "Clerk"),
        ("No answer had come from Andy and Cllr Wren will write again.", "Cllr Wren"),
        ("The keys were lent to Councillors and Miss Lund will fetch them on Monday.", "Miss Lund"),
        ("After a word from Councillors the Clerk agreed to ask at the mill.", "Clerk"),
        ("A stand was booked for the Fayre and Cllr Rook and Cllr Wren will man it.", "Cllr Rook and Cllr Wren"),
    ],
)
def test_who_is_joined_to_the_end_of_another_phrase_owes_it_alone(text, owner):
    assert owners(text) == [owner]


@pytest.mark.parametrize(
    "owner",
    [
        "Cllrs. Rook, Wren and Dale",
        "Cllrs Rook, Ó Laoi, Wren and Mrs Dale",
        "G. Rook, B. Wren and P. Dale",
        "Chairman, Cllr Rook and the Clerk",
        "Cllr Ann Rook, Cllr Sue Wren, Cllr Bob Dale and Cllr Joe Finch",
        "Director of Services and the Clerk",
    ],
)
def test_a_list_of_owners_is_told_whole(owner):
    the = "The " if owner.startswith(("Chairman", "Director")) else ""
    assert owners(f"{the}{owner} will meet the owner of the mill.") == [owner]


@pytest.mark.parametrize("before", ["However, ", "In Fenwater, ", "On Thursday, ", "Assets Inspection "])
def test_what_stands_before_an_owner_and_is_nobody_is_left_out(before):
    assert owners(f"{before}Cllr Rook, Cllr Dale and Cllr Wren will meet the owner of the mill.") == [
        "Cllr Rook, Cllr Dale and Cllr Wren"
    ]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("That the CFO be authorised to sign the lease, and be asked to report to the next meeting.", "CFO"),
        ("(b) Cllr Rook be thanked and be requested to send the plan to the Clerk.", "Cllr Rook"),
    ],
)
def test_who_is_authorised_and_be_asked_to_report_owes_the_report(text, owner):
    paragraphs = (mn.Paragraph("p0", "RESOLVED:"), mn.Paragraph("p1", text))
    (found,) = mn.find_undertakings(mn.Item("i", "Lease", paragraphs=paragraphs))
    assert found.owner == owner


@pytest.mark.parametrize(
    ("said", "due"),
    [
        ("would report at the May meeting", ("at the May meeting", None)),
        ("would report at the May Parish Council meeting", ("at the May Parish Council meeting", None)),
        ("would report at the February meeting", ("at the February meeting", "2032-02")),
        ("would report at the October meeting", ("at the October meeting", "2031-10")),
        ("would report at the May 2032 meeting", ("at the May 2032 meeting", "2032-05")),
        ("would mend it by May", ("May", "2032-05")),
        ("would write about the open day held in November", (None, None)),
        ("would attend the open day, to be held in November", ("November", "2031-11")),
    ],
)
def test_a_month_that_may_be_behind_is_no_date_to_do_anything_by(said, due):
    assert due_in(f"The Clerk {said}.", SEPTEMBER) == due


@pytest.mark.parametrize(
    ("said", "due"),
    [
        ("would attend the November District Meeting", ("November", "2031-11")),
        ("would raise it at the next Full Council Meeting", ("at the next Full Council Meeting", None)),
        ("would add it to the November agenda", ("November", "2031-11")),
        ("would put it on the next agenda", ("on the next agenda", None)),
        ("would report to next meeting", ("to next meeting", None)),
        ("would write in the coming weeks", ("in the coming weeks", None)),
        ("would ring again in a couple of weeks", ("in a couple of weeks", None)),
        ("would mend it in the near future", ("in the near future", None)),
        ("would send it as soon as it is dry, and no later", ("as soon as it is dry", None)),
        ("would order one when funds allow", ("when funds allow", None)),
        ("would ask him soon", ("soon", None)),
        ("would ask him sooner than that", (None, None)),
        ("would plant it at a later date", ("at a later date", None)),
    ],
)
def test_a_time_to_come_that_is_no_day(said, due):
    assert due_in(f"The Clerk {said}.", SEPTEMBER) == due


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("The Clerk agreed to send the map to the November Full Council Meeting.", None),
        ("The Clerk agreed to bring to the November District Meeting a map for the Panel.", "the Panel"),
        ("The Clerk agreed to send the map to the Panel.", "the Panel"),
    ],
)
def test_a_meeting_of_a_month_is_not_who_gets_something(text, to):
    (found,) = mn.find_undertakings(mn.Item("i", "Business", paragraphs=(mn.Paragraph("p", text),)))
    assert found.recipient == to


@pytest.mark.parametrize(
    ("texts", "owner"),
    [
        (("It was agreed that a letter be sent to the Bursar, Ann Hale to ask for the rota.",), None),
        (("The mill has been asked to wait and enquiries will be made about its weir.",), None),
        (("Mr Fell reported that enquiries will be made about the weir.",), "Mr Fell"),
        (("Orr Mill gave a rope. I will issue the invitations in May.",), None),
        (("Mrs Voss has spoken to the carters. They will inspect the lime trees before the next meeting.",), None),
        (("Sgt. Orr assured residents that, before the next meeting, he would target the carters.",), "Sgt. Orr"),
        (("It was agreed that we write to the miller.",), None),
    ],
)
def test_who_is_only_named_before_a_promise_does_not_owe_it(texts, owner):
    item = mn.Item("i", "Business", paragraphs=tuple(mn.Paragraph(f"p{n}", text) for n, text in enumerate(texts)))
    assert [one.owner for one in mn.find_undertakings(item, soft=True)] == [owner]


def test_what_a_letter_read_out_would_like_is_no_promise():
    text = "She read out the letter received: “We would request that the ford be gravelled by May.”"
    assert not mn.find_undertakings(mn.Item("i", "Business", paragraphs=(mn.Paragraph("p", text),)), soft=True)


@pytest.mark.parametrize(
    "told", ["in 6-8 weeks’ time", "within the next 6 to 8 weeks", "in six to eight weeks", "within 6 – 8 weeks"]
)
def test_a_span_from_to_is_over_with_its_longer(told):
    due = (SEPTEMBER + datetime.timedelta(weeks=8)).isoformat()
    assert due_in(f"The Clerk would report {told}.", SEPTEMBER) == (told, due)
