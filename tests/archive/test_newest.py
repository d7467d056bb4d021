"""Where a topic stands: that it is the newest, and of this matter."""

import dataclasses
import datetime

import pytest

import minutesnlp as mn
from minutesnlp.archive import positions


def of_item(n, title, *texts, kinds=None, council=None):
    paragraphs = tuple(
        mn.Paragraph(f"m{n}/{k}", text, item_id=f"m{n}/i", kind=(kinds or {}).get(k, "text"), line=k + 1)
        for k, text in enumerate(texts)
    )
    day = datetime.date(2031, n, 1)
    item = mn.Item(f"m{n}/i", title, paragraphs=paragraphs, meeting_id=f"m{n}", date=day, council=council)
    return mn.Meeting(f"m{n}", date=day, items=(item,), council=council)


def position(topic, *meetings):
    return mn.Archive.in_memory(mn.Corpus(meetings)).latest_position(topic)


def text_of(said):
    return said.text if said else None


@pytest.mark.parametrize("most", [1, 2, 400])
def test_newest_is_told_however_many_paragraphs_are_on_a_topic(monkeypatch, most):
    monkeypatch.setattr(positions, "MOST", most)
    old = "It was AGREED that the greenway, the greenway bridge and the greenway gates be painted."
    found = position(
        "greenway",
        of_item(1, "Greenway", old, "The greenway was walked by all members, who thought the greenway well kept."),
        of_item(2, "Roads", "Mr Fell reported that the verges had been mown, and the greenway strimmed with them."),
        of_item(3, "Roads", "Ms Reed reported that the verges had been mown, and the greenway strimmed with them."),
    )
    assert text_of(found.statement).startswith("Ms Reed reported")
    assert text_of(found.decision) == old  # what the newest do not tell is told by the best


LANE = "Cllr Orr asked after the lane. "


@pytest.mark.parametrize(
    ("topic", "title", "texts", "decision"),
    [
        # a word in quotation marks is the word
        (
            "parking",
            "Green",
            ("The ‘No Parking’ signs on the green have faded. It was AGREED that new signs be bought.",),
            "The ‘No Parking’ signs on the green have faded. It was AGREED that new signs be bought.",
        ),
        # the numbers that a paragraph opens with begin no other matter
        (
            "mill wall",
            "Matters arising",
            ("(11/03 9.6) Enquiries show the mill wall is private. It was AGREED to ask who owns what is private.",),
            "(11/03 9.6) Enquiries show the mill wall is private. It was AGREED to ask who owns what is private.",
        ),
        # a matter of its own within a paragraph: by its number
        (
            "handyman",
            "Handyman’s Report",
            ("The verges had been mown. 6.4 Police Report. There were two thefts. It was AGREED to invite them.",),
            None,
        ),
        (
            "police report",
            "Handyman’s Report",
            ("The verges had been mown. 6.4 Police Report. There were two thefts. It was AGREED to invite them.",),
            "6.4 Police Report. There were two thefts. It was AGREED to invite them.",
        ),
        # … or its letter
        (
            "play area",
            "Parish facilities",
            (
                "a. Play area – the swings were checked. b. Kiln Lane – the ruts are deep. It was AGREED to fill them.",
                "c. Clock – the hands are to be gilded.",
            ),
            None,
        ),
        # what a decision ends with tells that it is on what stands before it
        (
            "kiln housing",
            "Letter from Fell & Co",
            ("The Council’s view of kiln housing was told. It was AGREED to reply in May, setting out these points.",),
            "The Council’s view of kiln housing was told. It was AGREED to reply in May, setting out these points.",
        ),
        # who met is not what it is about
        (
            "allotments",
            "To approve the Cemetery/Allotments Committee Minutes",
            ("The lamp in Weir Lane is out. Ms Reed proposed that £90 be set aside for it. Agreed.",),
            None,
        ),
    ],
)
def test_decision_is_of_its_own_matter(topic, title, texts, decision):
    told = text_of(position(topic, of_item(1, title, LANE + f"Notes on the {topic} were kept.", *texts)).decision)
    assert told == decision


def test_paragraph_with_the_number_of_another_item_is_another_matter():
    paragraphs = (
        mn.Paragraph("m/1", "It was AGREED that the precept be £900.", item_id="m/i"),
        mn.Paragraph("m/2", "It was AGREED to buy a website for the hall.", number="8.6", item_id="m/i", kind="clause"),
    )
    day = datetime.date(2031, 1, 1)
    item = mn.Item("m/i", "Precept", number="8.4", paragraphs=paragraphs, meeting_id="m", date=day)
    found = position("precept", mn.Meeting("m", date=day, items=(item,)))
    assert text_of(found.decision) == "It was AGREED that the precept be £900."


@pytest.mark.parametrize(
    ("topic", "texts", "statement"),
    [
        # a short sentence that is on its topic from the beginning
        ("Kiln Inn", ("The Kiln Inn has been sold.",), "The Kiln Inn has been sold."),
        ("Kiln Inn", ("The Kiln Inn was then discussed.",), None),
        ("Kiln Inn", ("The offers for the Kiln Inn are:", "£40 and £50"), None),
        # what was spoken of
        ("lido", ("Items discussed included the lido, which had stood empty, and the fair on the green.",), None),
    ],
)
def test_short_statement(topic, texts, statement):
    assert text_of(position(topic, of_item(1, "Other matters", *texts)).statement) == statement


@pytest.mark.parametrize(
    ("topic", "text", "promise"),
    [
        # of a sentence of several matters the one with the promise
        (
            "Kiln Inn",
            "c. Swings – still waiting *Clerk to chase d. Kiln Inn – Steering Group still raising funds.",
            None,
        ),
        (
            "swings",
            "c. Swings – still waiting *Clerk to chase d. Kiln Inn – Steering Group still raising funds.",
            "c. Swings – still waiting *Clerk to chase",
        ),
        # in brackets, of what stands before them
        (
            "lido",
            "Letters were read on the lido and on the poppy fair (the Clerk to pass this on to the school).",
            None,
        ),
    ],
)
def test_promise_is_of_its_own_matter(topic, text, promise):
    assert text_of(position(topic, of_item(1, "Works in hand", text)).promise) == promise


@pytest.mark.parametrize(
    ("topic", "text", "figure"),
    [
        # where a matter stands is no name of a matter
        ("Kiln Inn", "Hoping for news in June. Shares are offered at £50 each by the group.", True),
        # sums in a sentence are no pasted list
        (
            "burial fees",
            "The Clerk had £9.25 in rent, from a burial fee of £40.00 and interest of £0.95, giving a total of £50.20.",
            True,
        ),
        ("burial fees", "Hall £9.00 Burial fees £40.00 Ink £1.00 Lamp £2.00", False),
        # by whom or where, and not what was counted
        ("weir mill", "There were 60 officers against a few outside the gate and later around the weir mill.", False),
        # capitals make no heading of what was counted
        ("kiln housing", "A plan with 23 Kiln Housing Units was shown to the members.", True),
        # too long to be understood
        (
            "lido",
            "Bins for £9 " + "and rakes, hoes and nets from the yard " * 14 + "and the lido, £5 to be paid",
            False,
        ),
        ("lido", "That the lido be let " + "for the use of all who live in the parish " * 10 + "for £500 a year", True),
    ],
)
def test_figure_of_the_topic(topic, text, figure):
    title = "Kiln Inn" if topic == "Kiln Inn" else "Other matters"
    found = position(topic, of_item(1, title, f"The {topic} came up.", text)).figure
    assert (found is not None) is figure


def test_name_of_the_council_alone_is_not_the_topic():
    meeting = of_item(
        1,
        "The spring Exford Letter",
        "The Exford Letter was sent out in March to every house.",
        "On Friday the four Exford Barons would play in the mill, followed by two parallel events.",
        council="Exford Council",
    )
    assert position("Exford Letter", meeting).figure is None


def test_parts_follow_what_they_are_parts_of():
    text = (
        "Total spending was £900, of which the precept was £400 plus the grant of £90 (being paid a second time), "
        "making a total of £490."
    )
    archive = mn.Archive.in_memory(mn.Corpus([of_item(1, "Precept", text)]))
    assert not [one for one in archive.figures("precept").doubts if one.kind == "sum"]


def figures(topic, *meetings):
    return mn.Archive.in_memory(mn.Corpus(meetings)).figures(topic)


def test_figures_of_minutes_that_are_kept_twice_are_told_once():
    text = "The lido fund stood at £40 in May."
    draft, signed = of_item(1, "Lido", text), of_item(1, "Lido", text)
    items = tuple(
        dataclasses.replace(
            item,
            id="s1/i",
            meeting_id="s1",
            paragraphs=tuple(dataclasses.replace(one, id=f"s{one.id}", item_id="s1/i") for one in item.paragraphs),
        )
        for item in signed.items
    )
    signed = dataclasses.replace(signed, id="s1", items=items)
    assert [one.text for one in figures("lido", draft, signed)] == ["£40"]


@pytest.mark.parametrize(
    ("topic", "texts", "measured"),
    [
        # two days of a month
        ("lamps", ("The lamps were to be lit in the week of 19/20 November.",), []),
        # a sum of all that was told
        (
            "burial fees",
            ("There was £9.25 in rent, £4 in interest and £40.00 in burial fees, giving a total of £53.25.",),
            ["£40.00"],
        ),
        # a heading in capitals that was run into the paragraph above it
        (
            "kiosk",
            ("Paint for the kiosk would cost £14. PUBLIC PARTICIPATION • The Council has given £90 to the church.",),
            ["£14"],
        ),
    ],
)
def test_figures_of_the_topic(topic, texts, measured):
    assert [
        one.text for one in figures(topic, of_item(1, topic if topic == "kiosk" else "Reports", *texts))
    ] == measured


def test_account_is_no_speaker():
    meeting = of_item(1, "Accounts", "The Treasurer’s Account stood at a balance of £90, with £40 kept for the lido.")
    assert {one.speaker for one in figures("lido", meeting)} == {None}


@pytest.mark.parametrize(
    ("most", "notes"),
    [(1, ("2 of 3 paragraphs read, the best and the newest",)), (400, ())],
)
def test_figures_tell_what_was_not_read_and_the_newest_are_read(monkeypatch, most, notes):
    monkeypatch.setattr("minutesnlp.archive.figures.MOST", most)
    meetings = (
        of_item(1, "Greenway", "The greenway cost £400 for the greenway gates of the greenway."),
        of_item(2, "Roads", "The mowing of the verges and of the greenway cost £500 in all."),
        of_item(3, "Roads", "The mowing of the verges, the ditches and the greenway cost £600 in all."),
    )
    found = mn.Archive.in_memory(mn.Corpus(meetings)).figures("greenway")
    assert found.notes == notes
    assert [one.value for one in found][-1] == "600"
