"""A motion that fell is never shown as if it were so, and what is not shown is counted."""

from minutesnlp.records import Item, Paragraph
from minutesnlp.summarising import summarise, verify
from minutesnlp.summarising.outcomes import motions
from minutesnlp.summarising.units import told_in, units_of
from minutesnlp.tracking import find_decisions

LOST = (
    "Moved by Councillor Orr, seconded by Councillor Teel: that a grant of £50,000 for the lido be approved.",
    "On being put to the vote the motion was LOST, 7 for and 8 against.",
)
CARRIED = (
    "Moved by Councillor Dunn, seconded by Councillor Bell: that the hall be let to the choir each Monday.",
    "The motion was CARRIED, 9 for and 6 against.",
)
TALK = tuple(
    f"Councillor Moss spoke for {n} minutes of the weir, the mill and the ferry beside them." for n in range(30)
)


def item(*texts):
    paragraphs = tuple(Paragraph(id=f"p{n}", text=text, item_id="i") for n, text in enumerate(texts))
    return Item(id="i", title="Grants", paragraphs=paragraphs)


def test_the_text_of_a_motion_that_fell_is_marked_with_its_votes():
    for texts in (LOST, (*TALK, *LOST)):
        summary = summarise(item(*texts), words=40)
        (moved,) = [one for one in summary.sentences if "£50,000" in one.text]
        assert moved.outcome == "REFUSED (7 for, 8 against)"
        assert str(moved).startswith("[REFUSED (7 for, 8 against)")
        assert summary.verify()


def test_the_line_that_tells_the_fall_stands_with_it():
    summary = summarise(item(*TALK, *LOST), words=40)
    assert LOST[1] in [one.text for one in summary.sentences]
    (told,) = [one for one in summary.sentences if one.text == LOST[1]]
    assert told.outcome == ""


def test_decisions_that_are_not_shown_are_counted_and_those_that_fell_named():
    summary = summarise(item(*LOST, *TALK, *CARRIED), words=30)
    (carried,) = [one for one in summary.sentences if "choir" in one.text]
    assert carried.outcome == "CARRIED (9 for, 6 against)"
    assert "1 further decision not shown; of them not carried: REFUSED (7 for, 8 against)" in summary.notes


def test_where_all_is_shown_nothing_is_counted():
    assert not any("not shown" in note for note in summarise(item(*CARRIED), words=80).notes)


def test_who_moved_is_not_said_twice():
    texts = ("Moved by Cllr Orr", "Seconded by Cllr Teel", "RESOLVED that the gate be mended.")
    assert [str(one) for one in summarise(item(*texts)).sentences] == list(texts)


def test_the_reasons_of_what_a_council_refused_are_no_motion_that_fell_and_failure_is_a_word():
    refused = ("The application was REFUSED by 9 votes to 2 for the following reasons:", "1. It would harm the lane.")
    assert [one.outcome for one in summarise(item(*refused)).sentences if "harm" in one.text] == [""]
    assert [check.outcome for check in verify(refused[1], item(*refused))] == [""]
    moved = LOST[0].replace("a grant of £50,000 for the lido", "a report on the failure of the lido")
    (told,) = [one for one in summarise(item(moved, LOST[1])).sentences if "failure" in one.text]
    assert told.outcome == "REFUSED (7 for, 8 against)"
    assert [check.outcome for check in verify(moved, item(moved, LOST[1]))] == ["REFUSED (7 for, 8 against)"]


def test_what_became_of_a_motion_brings_the_motion_where_it_is_not_shown():
    motion = (
        "The following motion was proposed by Councillor Dunn and seconded by Councillor Frith:",
        "“That the panel be made up of people from other towns who know fairs”. Hands were shown, "
        "after which the Mayor declared the motion rejected.",
    )
    one = item(*motion)
    decisions = find_decisions(one)
    units = units_of(one.minutes)
    told = [told_in(decision, units) for decision in decisions]
    fate = next(n for n, unit in enumerate(units) if "rejected" in unit.text)
    assert motions(told, units, {fate}) == {
        fate: "“That the panel be made up of people from other towns who know fairs”."
    }
    assert motions(told, units, set(range(len(units)))) == {}


def test_a_nomination_gives_way_to_the_appointment():
    others = [
        f"It was proposed by Cllr {a} and seconded by Cllr Orr to nominate Cllr {b} to the panel."
        for a, b in (("Ash", "Bell"), ("Moss", "Teel"))
    ]
    settled = "It was then agreed that Councillors Bell and Teel would sit on the panel for the fairs of the town."
    summary = summarise(item(*others, settled, *TALK), words=30)
    assert settled in summary.text
    assert not any(text in summary.text for text in others)


def test_who_voted_so_is_not_shown_without_how():
    texts = (
        "A vote was called, which resulted as follows:",
        "For Councillor Ash",
        "Councillors Orr, Teel (B), Moss and Dunn.",
        "Councillor Bell was declared elected as Mayor.",
    )
    assert texts[2] not in summarise(item(*texts, *TALK), words=20).text


def test_what_was_voted_on_comes_before_what_was_nodded_through():
    nodded = tuple(
        f"It was RESOLVED that the yard at Ferry Lane {n} be sold to its tenant for £{n},000." for n in range(1, 4)
    )
    summary = summarise(item(*TALK, *CARRIED, *nodded), words=40)
    assert CARRIED[0] in summary.text
    summary = summarise(item(*TALK, *LOST, *TALK, *CARRIED, *nodded), words=40)
    assert any(
        "voted on: CARRIED (9 for, 6 against)" in note or "not carried: REFUSED" in note for note in summary.notes
    )


def test_where_nothing_is_to_be_decided_it_is_not_told_that_nothing_was():
    asked = Item(id="i", title="Question submitted by Councillor Orr", paragraphs=item(*TALK[:2]).paragraphs)
    assert summarise(asked).notes == ()
    assert "no decision found" in summarise(item(*TALK[:2])).notes


def test_of_a_list_of_which_some_entries_are_shown_the_others_are_counted():
    opening = Paragraph(id="o", text="The Warden told the meeting of these works:", item_id="i")
    works = (
        "the sluice at the mill was cleared for £310;",
        "the steps were swept;",
        "a bench of oak was set by the ferry in May for £480; and",
        "two lamps were lit.",
    )
    entries = tuple(Paragraph(id=f"b{n}", text=text, item_id="i", kind="bullet") for n, text in enumerate(works))
    long = Item(id="i", title="Works", paragraphs=(opening, *entries))
    assert "2 further entries of a list not shown" in summarise(long, words=32).notes
    assert not any("of a list" in note for note in summarise(long, words=80).notes)
