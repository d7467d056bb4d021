import pytest

from minutesnlp.records import Item, Paragraph
from minutesnlp.summarising import summarise, verify
from minutesnlp.summarising.cuts import shortened, spans

SHOWN = {
    "The wall by the lane fell in March, which was foreseen.": "The wall by the lane fell in March",
    "The Clerk has bought ten green benches, including two for the weir.": "The Clerk has bought ten green benches",
    "The plan for the weir was put on show, as set out in Appendix B.": "The plan for the weir was put on show",
    "In reply to Councillor Voss, the Clerk said that the hall was let.": "the Clerk said that the hall was let.",
    "It was noted that the bridge in town had been mended in May.": "the bridge in town had been mended in May.",
}


@pytest.mark.parametrize("sentence", SHOWN)
def test_a_part_that_says_the_main_thing_may_stand_for_the_sentence(sentence):
    assert SHOWN[sentence] in [sentence[start:end] for start, end in spans(sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The hall may be let to the choir each week, provided that the fee is paid.",
        "The Panel was content to go on with the plan, which it had not seen.",
        "The Clerk had written to the owner in June, but the wall was left as it stood.",
        "The grant to the lido, which had come in late, was paid in full by the bank.",
        "The developer had lied about the drains and had hidden the cost of the wall, Mr Voss said.",
        "The chairs (which had been bought for the hall, and which were red) were sold.",
        "The motion to close the lido was put to the meeting, and the motion was lost.",
        "WHEREAS the town has planned a new hall beside the weir, which will cost £2m.",
        "The aims of the plan for the weir were told, which were as follows:",
        "The report on the lido was discussed, with many questions about its cost.",
        "It fell, which hurt a man.",
        "The drain by the weir was looked at in May and it had collapsed.",
        "The Clerk told of a fallen tree in the lane; the gang has since made it safe.",
        "The Clerk told of the rushes in the weir and asked the county to clear them.",
        "The Clerk told of the thefts from the hall, which the police are working on.",
    ],
)
def test_nothing_is_left_out_that_bears_on_what_is_shown_or_without_which_it_is_a_fragment(sentence):
    assert list(spans(sentence)) == []


def test_a_long_text_is_shortened_where_a_clause_ends():
    text = "The Clerk said that the lido had closed, which many of the town had seen with the nets and the red chairs."
    assert shortened(text, 12) == "The Clerk said that the lido had closed …"
    assert shortened(text, 40) == text
    assert (
        shortened("The chairs of the hall of the town of Hallowby by the weir were red.", 7)
        == "The chairs of the hall …"
    )


def test_what_is_left_out_is_marked_stands_at_its_place_and_passes_the_check():
    texts = [
        f"The lamp in street {n} was mended by the contractor in week {n}, which the Clerk of the town had seen "
        f"from the window of an office that was {n} yards away."
        for n in range(2, 14)
    ]
    item = Item(id="i", title="Lamps", paragraphs=tuple(Paragraph(id=f"p{n}", text=t) for n, t in enumerate(texts)))
    summary = summarise(item)
    cut = [one for one in summary.sentences if one.cut_after]
    assert cut
    assert all(one.quoted == f"{one.text} …" and one.quoted in summary.text for one in cut)
    assert summary.verify(item.paragraphs)
    assert {check.verdict for check in verify(summary.text, item)} <= {"exact", "near"}


def test_a_decision_is_never_cut():
    decision = (
        "RESOLVED that the hall be let to the choir on Mondays, which the Clerk had proposed in May, "
        "and that the fee be £40."
    )
    long = [f"The choir sang {n} songs in the hall by the weir, which pleased all who came." for n in range(2, 30)]
    texts = [*long, decision]
    item = Item(id="i", title="Hall", paragraphs=tuple(Paragraph(id=f"p{n}", text=t) for n, t in enumerate(texts)))
    assert decision in summarise(item, words=40).text
