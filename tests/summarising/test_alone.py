"""Lines that would be read as of another matter are not shown without their own."""

from minutesnlp.records import Item, Paragraph
from minutesnlp.summarising import summarise
from minutesnlp.summarising.alone import heads_nothing, only_names, only_regards, tells_no_motion
from minutesnlp.summarising.lead_ins import lead_in_of
from minutesnlp.summarising.units import told_in, units_of
from minutesnlp.tracking import find_decisions


def item(*texts):
    paragraphs = tuple(Paragraph(id=f"p{n}", text=text, item_id="i") for n, text in enumerate(texts))
    return Item(id="i", title="Matters of the ward", paragraphs=paragraphs)


MATTERS = (
    "Ferry Lane Library",
    "The library by the ferry has been shut since the spring and its roof is to be mended by the owner.",
    "Notice Board",
    "It was agreed that the board outside the bakery would be made larger by the autumn.",
)


def test_a_heading_goes_only_with_what_stands_under_it():
    paragraphs = item(*MATTERS).paragraphs
    units = units_of(paragraphs)
    assert heads_nothing(units, 0, {0, 3}, paragraphs)
    assert heads_nothing(units, 0, {0}, paragraphs)
    assert not heads_nothing(units, 0, {0, 1, 3}, paragraphs)
    assert not heads_nothing(units, 2, {2, 3}, paragraphs)
    assert not heads_nothing(units, 1, {1, 3}, paragraphs)


def test_a_heading_of_another_matter_fills_no_summary():
    names = tuple(f"Weir {word} Budget 2031/2032" for word in ("Lock", "Mill", "Quay"))
    talk = "Members spoke for a long time of the weir and of what its upkeep had cost the town over twenty years."
    summary = summarise(item(*(text for name in names for text in (name, talk)), *MATTERS[2:]), words=26)
    assert "made larger" in summary.text
    assert not any(name in summary.text for name in names)


def test_how_a_motion_fared_is_not_shown_below_another():
    texts = (
        "Moved by Councillor Orr, seconded by Councillor Teel: that the lido be opened in May.",
        "Motion Passed (9 to 5)",
        "Moved by Councillor Dunn, seconded by Councillor Bell: that the yard be let to the choir.",
        "Motion Passed (8 to 6)",
    )
    paragraphs = item(*texts).paragraphs
    units = units_of(paragraphs)
    told = [told_in(one, units) for one in find_decisions(item(*texts))]
    assert tells_no_motion(units, 1, {1, 2}, told)
    assert not tells_no_motion(units, 1, {0, 1}, told)
    assert not tells_no_motion(units, 2, {2}, told)
    assert not tells_no_motion(units, 3, {2, 3}, told)


def test_a_line_of_dots_is_read_once():
    dots = "." * 400
    units = units_of(item(f"Signed {dots} Chair", f"{dots} Date {dots}", f"{dots} the lido leaked").paragraphs)
    assert [unit.text for unit in units if "Date" in unit.text or "Signed" in unit.text] == []
    assert any("lido" in unit.text for unit in units)


def test_a_question_brings_the_reply_that_stands_right_behind_it():
    asked = "Councillor Orr asked whether the £40,000 of the Weir Lane lido of Hallowby would be spent by May."
    reply = "The Engineer said that nothing would be known before the summer."
    talk = "Members spoke for a long time of the weir and of what its upkeep had cost the town over twenty years."
    spent = "The mill cost £9,000 and the weir £8,000 in the year."
    summary = summarise(item(talk, f"{asked} {reply}", talk.replace("weir", "mill"), spent), words=30)
    assert asked in summary.text
    assert reply in summary.text
    assert not any("without a reply" in note for note in summary.notes)


def test_what_a_council_replies_to_a_motion_is_shown():
    moved = "I will move at the next Meeting that £40,000 be spent on double lines before the houses of Weir Lane."
    reply = "The lines will be painted in the spring if those who live there agree."
    talk = (
        "In proposing the Motion, Councillor Orr said that £40,000 of lines before the houses of Weir Lane would cut "
        "the number of accidents there by a half."
    )
    praise = "Councillor Teel had seen cars above the kerb of Weir Lane, £300 of damage, and a significant risk to all."
    summary = summarise(item(moved, "REPLY:", reply, talk, praise), words=60)
    assert reply in summary.text


def test_he_is_not_shown_where_nothing_tells_who_he_is():
    told = "He spoke of the £4,100 that the weir would cost the parish and of the £900 it had cost in May."
    unnamed = "Somebody rose from the back of the room and it went quiet while the lamps by the door were lit again."
    plain = "The bench by the ferry would be mended by the owner of the mill in the first week of the new year."
    assert told not in summarise(item(unnamed, told, plain), words=24).text
    named = "Cllr Jon Wren rose from the back of the room and it went quiet while the lamps by the door were lit."
    shown = summarise(item(named, told, plain), words=24).sentences
    assert [(one.lead_in, one.text) for one in shown if one.text == told] == [("Cllr Jon Wren", told)]


def test_a_verdict_on_the_line_above_heads_no_other_matter():
    letter = "The letter of the ferry company on its fares was read out by the Clerk to those who were there."
    quotes = "Two quotes of £410 and £480 had come for the 3 lamps by the quay, and £90 was asked for the post."
    paragraphs = item("Fares of the ferry", letter, "Noted", quotes, *MATTERS).paragraphs
    units = units_of(paragraphs)
    assert lead_in_of(units, 1, frozenset((1,)), paragraphs=paragraphs) == "Fares of the ferry"
    assert lead_in_of(units, 3, frozenset((3,)), paragraphs=paragraphs) == ""


def test_regarding_something_alone_tells_nothing():
    regards = "Regarding the lorry that stands in the road outside the mill by the ferry."
    units = units_of(item(f"{regards} It is still there. The Clerk wrote to its owner in May.").paragraphs)
    assert only_regards(units, 0, {0, 2})
    assert not only_regards(units, 0, {0, 1})
    assert not only_regards(units, 2, {2})


def test_what_a_council_replies_stands_below_whom_it_was_sent_to():
    said = "Members spoke for a long time of the willows and of what their upkeep had cost the town over twenty years."
    summary = summarise(
        item(
            "I will move at the next meeting that the willows by the waterworks be felled.",
            *(
                "REPLY:",
                "This question was referred to the water company (No. 5617).",
                f"It sees no need to fell them. {said}",
            ),
            *(
                said.replace("willows", "elms"),
                "In proposing the motion, Cllr Orme asked that the willows at least be topped.",
            ),
        ),
        words=36,
    )
    assert "sees no need" in summary.text
    assert "referred" not in summary.text


def test_no_clause_of_a_motion_that_fell_takes_the_room_of_what_was_resolved():
    lost = (
        "(1) Endorse the ferry plan of the Leader and his bid",
        "(2) Sell the ferry by auction in May for £40,000.”",
    )
    clauses = (
        "Endorses the plan of the Leader for a ferry from the mill to the quay on each day of the week but Sunday",
        "Endorses the bid of the Leader to the county for all that a new landing would cost in its first five years",
        "Notes that neither of them binds the town for longer than the lease of the mill may be had from its owner",
    )
    texts = (
        *("Mr Hale proposed and Mr Finch seconded the following amendment:", "“Council is asked to:", *lost),
        *("Amendment lost.", "RESOLVED that the Council:", *(f"({n}) {text}" for n, text in enumerate(clauses, 1))),
    )
    summary = summarise(item(*texts), words=38)
    assert "Endorses the plan" in summary.text
    assert "auction" not in summary.text


def test_the_offer_that_was_taken_is_shown_and_not_another():
    rows = ("Ivor Sedge | £1,000 - £1,200", "Tern Carpentry | £700", "Moorhen Benches | £7,000 (by telephone)")
    lines = ("Quotes for a bench by the weir were compared:", *rows)
    said = "It was agreed to accept the quote from Tern Carpentry."
    more = ("The warden had walked the towpath with two anglers in the rain and had found it soft in many places.",) * 3
    kinds = dict.fromkeys(rows, "table")
    paragraphs = tuple(
        Paragraph(id=f"p{n}", text=text, kind=kinds.get(text, "text")) for n, text in enumerate((*lines, said, *more))
    )
    summary = summarise(Item(id="i", title="Weir", paragraphs=paragraphs), words=32)
    assert [row in summary.text for row in rows] == [False, True, False]


def test_a_count_that_its_decision_tells_is_not_said_again():
    texts = (
        "Mr Lund proposed and Ms Okoro seconded the motion that",
        "“Council is asked to endorse the weir plan.”",
        "The Chairman put the motion to the vote, and the votes were as follows:",
        "For (38)",
        "Against (5)",
        "Motion carried.",
        "RESOLVED that Council endorses the weir plan.",
        "Mr Orr said that the weir had stood since 1884 and that no eel had passed it in all of that time.",
        "Ms Wren spoke of the mill, of its wheel, and of the boys who had once swum below it every summer.",
    )
    kinds = {"For (38)": "vote", "Against (5)": "vote", "Motion carried.": "vote"}
    paragraphs = tuple(Paragraph(id=f"p{n}", text=text, kind=kinds.get(text, "text")) for n, text in enumerate(texts))
    summary = summarise(Item(id="i", title="Weir plan", paragraphs=paragraphs), words=40)
    assert "For (38)" not in summary.text
    assert any("38 for, 5 against" in sentence.outcome for sentence in summary.sentences)


def test_the_last_words_of_a_line_stand_with_it():
    texts = (
        "The lease of the boathouse will run for sixty months, at a price not to exceed",
        "$1,584.",
        "Members spoke at some length of the view from the boathouse, of swans and of the two kinds of reed there.",
    )
    paragraphs = tuple(Paragraph(id=f"p{n}", text=text) for n, text in enumerate(texts))
    summary = summarise(Item(id="i", title="Boathouse lease", paragraphs=paragraphs), words=17)
    assert [sentence.text for sentence in summary.sentences] == list(texts[:2])


def test_the_number_of_a_page_is_no_sentence():
    assert not units_of([Paragraph(id="p0", text="Page 026 (2031)"), Paragraph(id="p1", text="Page 3 of 4")])


def test_the_name_a_paragraph_opens_with_is_not_shown_alone():
    units = units_of(item("Overhanging willow branches. The towpath was shut by them in May.", "Trays given.").minutes)
    assert only_names(units, 0, {0})
    assert not only_names(units, 0, {0, 1})
    assert not only_names(units, 1, {1})
    assert not only_names(units, 2, {2})


def test_payments_give_way_to_what_was_decided():
    paid = ("Weir Ltd £13.03", "Clerk's salary £836.00", "Moorhen Hall £20.00", "Audit by Reed & Fell £30.00")
    decided = (
        "It was agreed not to put up any bins on the towpath beside the weir.",
        "It was agreed to lend the old ferry to the rowing club until the spring.",
    )
    summary = summarise(item("Payment of accounts was agreed.", *paid, *decided), words=36)
    assert all(one in summary.text for one in decided)


def test_the_first_part_of_a_sentence_is_not_shown_where_nothing_tells_who_she_is():
    texts = (
        "The ferry takes carts, pigs and people.",
        "It is old.",
        "She informed the Members that the ferry had taken 48,518 carts in the year, which was more by 12,813 than in "
        "the year before it, when the river had been high for the whole of the spring.",
    )
    summary = summarise(item(*texts), words=24)
    assert not any(sentence.text.startswith("She") and not sentence.lead_in for sentence in summary.sentences)
