"""What is settled on a topic in a sentence that does not say its name again."""

import pytest

from tests.archive.test_positions import archive_of, of_item, text_of


@pytest.mark.parametrize(
    ("topic", "title", "texts", "decision"),
    [
        # it goes on from the sentence before, of which it says a word again
        (
            "defibrillator",
            "Matters arising",
            (
                "The quiz had raised £310 towards the purchase of a defibrillator for Weir Green. It was proposed by "
                "Cllr Orr, seconded by Cllr Fell and agreed that the council pay the balance of £290 to "
                "purchase the unit.",
            ),
            "pay the balance of £290",
        ),
        # it ends a paragraph that opens with the topic
        (
            "market cross",
            "Matters arising",
            ("Market Cross The county was to mend it. Mr Orr had asked when. It was agreed to ask a mason.",),
            "ask a mason",
        ),
        # … or a sentence that speaks of several things, of which the topic is none
        (
            "allotments",
            "Reports",
            ("The paint for the allotments had come. It was agreed to thank the Scouts for the play.",),
            None,
        ),
        # in a list of labels what has none is of the label above, over its bullets
        (
            "Old Forge",
            "Council land",
            (
                "The Old Forge – Leave for a change of use was discussed:",
                "the high cost of a new roof",
                "It was agreed that the building should simply be kept dry.",
                "Lower Field – The hay had been cut.",
                "It was agreed to let it again.",
            ),
            "kept dry",
        ),
        # … and a label with “to” in it is a label
        (
            "car park ramp",
            "Matters arising",
            (
                "Car park ramp - A quote has been received.",
                "Payment to Weir Players for the stage - It was agreed to pay.",
            ),
            None,
        ),
        # a line as short as those below it names another matter
        (
            "20mph",
            "20mph initiative",
            (
                "The county asks who will take part. It was agreed to proceed with the application.",
                "Trees",
                "The clerk had a letter on the trees of the lane.",
                "The oak was down.",
                "Finance",
                "To approve the accounts",
                "It was agreed that the council stays a member of the League.",
            ),
            "proceed with the application",
        ),
        # people one after another are no list of matters
        (
            "Speedwatch",
            "Roads",
            (
                "It was agreed that Cllrs. Orr, Fell, Teel and Voss, together with Jo Reed, the Speedwatch "
                "Co-ordinator, should meet.",
            ),
            "Speedwatch Co-ordinator",
        ),
        # a heading that the item's title completes
        (
            "bus franchising",
            "Bus transport",
            (
                "Ways of franchising",
                "The Chair told of a delay of some years in the rules. It was agreed to ask the treasurer.",
            ),
            "ask the treasurer",
        ),
        # two of three words, and not the last of them
        (
            "Weir Park Library",
            "Weir Park facilities",
            ("It was agreed to write to the Head of Parks on the new fountain.",),
            None,
        ),
    ],
)
def test_a_decision_that_does_not_say_its_topic_again(topic, title, texts, decision):
    kinds = {n: "clause" for n, text in enumerate(texts) if len(text.split()) < 4} | {
        n: "bullet" for n, text in enumerate(texts) if text[0].islower()
    }
    named = of_item(1, "Letters", f"It was noted that somebody had asked after the {topic} again.")
    found = archive_of(named, of_item(5, title, *texts, kinds=kinds)).latest_position(topic).decision
    assert (
        (found is not None and found.date.month == 5 and decision in found.text)
        if decision
        else not (found and found.date.month == 5)
    )


def test_a_flower_show_is_one_to_go_to():
    meeting = of_item(3, "Weir Show", "It was AGREED that the Weir Show be held in August.")
    assert archive_of(meeting).latest_position("Weir Show").decision is not None


def test_what_stands_under_the_name_of_a_topic_is_told_before_what_was_said_of_it_long_ago():
    said = of_item(2, "Developer’s contributions", "The Clerk reported that the contributions had not been paid.")
    newer = of_item(6, "Developers Contributions", "The district has hinted that the money may be out of reach by now.")
    position = archive_of(said, newer).latest_position("developers contributions")
    assert position.statement.date.month == 6
    assert "the newest statement is what is minuted without a speaker" in position.notes


def test_a_motion_that_is_moved_or_put_to_the_vote_is_no_statement():
    texts = (
        "Mr Orr proposed and Ms Teel seconded the motion on devolution that was before the meeting.",
        "Following the debate, the Chair put the motion on devolution to the vote and counted the hands.",
    )
    assert archive_of(of_item(6, "Devolution", *texts)).latest_position("devolution").statement is None


def test_who_he_is_stands_in_the_sentence_or_the_paragraph_before():
    texts = (
        "Mr Orr said that the lido was old. He stressed that the lido would have to be shut in the winter.",
        "He added that a roof over the lido had been asked for.",
    )
    apart = archive_of(of_item(6, "Reports", texts[1])).latest_position("lido").statement
    assert apart is None or apart.who is None
    position = archive_of(of_item(6, "Reports", "Mr Orr said that the roof was old.", texts[1])).latest_position("lido")
    assert position.statement.who == "Mr Orr"
    told = archive_of(of_item(6, "Reports", texts[0].replace("the lido was old", "it was old"))).latest_position("lido")
    assert (told.statement.who, told.statement.text.startswith("Mr Orr said")) == ("Mr Orr", True)


def test_a_reply_is_a_statement_whoever_gives_it():
    said = of_item(2, "Play area", "The Engineer stated that the play area would be mended in the spring.")
    newer = of_item(6, "Question of Cllr Orr", "REPLY: To find money for the play area is proving very hard.")
    assert archive_of(said, newer).latest_position("play area").statement.date.month == 6


@pytest.mark.parametrize(
    "text",
    [
        "The residents were pleased to report that the parking places had been returned to them.",
        "Parking places | Cllr. Will Orr",
    ],
)
def test_what_is_done_or_a_name_in_a_table_is_no_promise(text):
    assert archive_of(of_item(6, "Parking", text)).latest_position("parking").promise is None


def test_beside_a_payment_the_decisions_that_were_passed_over_are_counted():
    paid = "AGREED to pay: Fell & Co £40.00 lido pump Orr 12.50 Teel £8.20 Clerk £90.00."
    archive = archive_of(of_item(6, "Bills", paid, "It was AGREED to mend the clock."))
    assert (
        "no other decision found than a payment or a row of a table (1 in the same items on other matters)"
        in archive.latest_position("lido").notes
    )
    assert text_of(archive.latest_position("clock").decision) == "It was AGREED to mend the clock."


def figures_on(topic, title, *texts):
    return [(one.text, one.measure) for one in archive_of(of_item(6, title, *texts)).figures(topic)]


@pytest.mark.parametrize(
    ("topic", "title", "text", "found"),
    [
        # sums in brackets behind names go with what stands before the first of them
        (
            "notice board Weir Green",
            "Matters arising",
            "For a notice board for Weir Green, two quotations had come from Fell Ltd (£1,035) and Orr (£179).",
            ["two", "£1,035", "£179"],
        ),
        # … and a name among them has its own only
        ("Orr", "Bills", "The payments were to Fell (£35), Orr (£79) and Teel (£12).", ["£79"]),
        # years, hours, numbers of plots
        ("precept", "Budget", "The precept for 203132 for Weir Green is £90.", ["£90"]),
        ("plots", "Plots", "Plot numbers 2 and 3 will be let.", []),
        ("lido", "Lido", "The lido closed at 8 in the evening, and the second one too.", []),
        # said by the way
        ("lido", "Dates", "We meet at the Mill (the lido was full of 40 visitors) from May.", []),
        # a label within a paragraph heads its sentence
        ("precept", "Precept", "The precept is £90. Lamps – A line of £75 has been set.", ["£90"]),
    ],
)
def test_which_figures_are_of_a_topic(topic, title, text, found):
    assert [one for one, _ in figures_on(topic, title, text)] == found


def test_what_somebody_does_is_no_measure():
    told = figures_on("precept", "Precept", "The Clerk recommended a precept of £900.")
    assert told == [("£900", "precept")]


@pytest.mark.parametrize(
    "texts",
    [
        ("Lamp fees were raised to £500 as a result of the lamps being old and a lamp line of £100 that was set.",),
        (
            "Lamp staff – A new lamp line has been set of £100 for the year to come.",
            "Lamp post deposits – A new lamp line has been set of £75 for the year to come.",
        ),
        ("The Clerk reported that 6 lamp owners had met.", "The Clerk noted that one or two lamp owners had left."),
        ("Cheques of £40 for the lamp and the balance at 30.04.30 and the grant of 28.05.30 is held by it.",),
    ],
)
def test_two_things_are_no_doubt(texts):
    assert archive_of(of_item(6, "Lamps", *texts)).figures("lamp").doubts == ()


def test_a_list_is_of_what_the_sentence_over_it_names():
    texts = (
        "The quotations received for the roof of the Weir Mill were as follows:",
        "Fell & Co: £8,400",
        "Orr: £9,100",
    )
    assert [one for one, _ in figures_on("Weir Mill", "Matters arising", *texts)] == ["£8,400", "£9,100"]


def test_a_sum_that_something_stands_at_is_measured_by_it():
    (told,) = figures_on("lido", "Accounts", "The Lido Account (for the pump) stood at £112.49.")
    assert told == ("£112.49", "The Lido Account (for the pump)")


def test_a_label_within_a_paragraph_begins_another_matter():
    text = (
        "Playing field hedges – The Clerk asked the handyman to cut them. Drain in Weir Lane – The Engineer said that "
        "it was clean and would be looked at again."
    )
    position = archive_of(of_item(6, "Clerk’s report", text)).latest_position("playing field")
    assert "Engineer" not in str(position)


def test_a_word_that_only_shares_its_stem_with_what_is_done_is_taken_last():
    texts = ("It was AGREED that the cycling maps be printed.", "It was AGREED to pay in the next cycle.")
    assert archive_of(of_item(6, "Roads", *texts)).latest_position("cycling").decision.text == texts[0]


def test_what_stands_before_a_bullet_is_another_matter():
    text = (
        "Ideas were: • Lamps in Weir Lane • A skate park. The Clerk is also to ask the clubs for a fair in the spring."
    )
    promise = archive_of(of_item(6, "Ideas", text)).latest_position("lamps").promise
    assert promise is None
