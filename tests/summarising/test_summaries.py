import datetime
from dataclasses import replace

import pytest

from minutesnlp.records import Decision, Hit, Hits, Item, Meeting, Paragraph
from minutesnlp.summarising import summarise
from minutesnlp.summarising.items import _of_gap


def paragraph(n, text, **fields):
    return Paragraph(id=f"p{n}", text=text, line=n, citation=f"Hallowby, paragraph {n}", **fields)


def item_of(*texts, truncated=False, title="Winter roads"):
    paragraphs = tuple(
        paragraph(n, text) if isinstance(text, str) else paragraph(n, text[0], **text[1])
        for n, text in enumerate(texts)
    )
    return Item(id="i1", title=title, paragraphs=paragraphs, truncated=truncated)


DEBATE = (
    "The Chair welcomed the Head of Roads to the meeting and invited him to speak.",
    "P. Farrow, Head of Roads, presented the report on gritting. The cost had risen to £1.2m, a third over plan. "
    "A copy of the report had been circulated with the agenda.",
    "A Member queried how many routes were gritted. In response, it was stated that 41 routes were gritted each night.",
    "A Member asked whether salt stocks were safe. In reply, the Head of Roads said that stocks were at 60%. "
    "He would circulate the figures in due course.",
    "Another Member spoke of the hills above the town, where the road is steep, and where in many winters past the "
    "buses had not run for days, and of the lanes beyond them.",
    "Two drivers had left. Recruitment was under way. The depot roof leaked. The new gritter was late.",
)
CLAUSES = (
    ("AGREED that:", {}),
    ("The Head of Roads report on stocks in May.", {"kind": "clause", "number": "1"}),
    ("The figures be sent to Members.", {"kind": "clause", "number": "2"}),
    ("The report be noted.", {"kind": "clause", "number": "3"}),
)


def words(summary):
    return sum(len(sentence.text.split()) for sentence in summary.sentences)


def test_the_decision_and_all_its_clauses_stand_in_the_summary():
    summary = summarise(item_of(*DEBATE, *CLAUSES))
    for text, _ in CLAUSES:
        assert text in summary.text
    assert words(summary) <= 80
    assert [s.role for s in summary.sentences][-4:] == ["decision"] * 4


def test_sentences_stand_in_reading_order_at_their_places():
    item = item_of(*DEBATE, *CLAUSES)
    summary = summarise(item)
    text_of = {p.id: p.text for p in item.paragraphs}
    order = [p.id for p in item.paragraphs]
    places = [(order.index(s.paragraph_id), s.start) for s in summary.sentences]
    assert places == sorted(places)
    assert all(text_of[s.paragraph_id][s.start : s.end] == s.text for s in summary.sentences)
    assert summary.verify()
    assert summary.verify(item.paragraphs)
    assert not summary.verify([])
    assert summary.out_of == 18
    assert all(s.citation.startswith("Hallowby") for s in summary.sentences)


@pytest.mark.parametrize("budget", [1, 5, 12, 30, 55, 200, 5000])
def test_only_the_decision_passes_the_budget_and_then_nothing_is_added(budget):
    summary = summarise(item_of(*DEBATE, *CLAUSES), words=budget)
    assert words(summary) <= budget or all(s.role == "decision" for s in summary.sentences)
    assert any(s.role == "decision" for s in summary.sentences)


@pytest.mark.parametrize("count", [1, 2, 3, 4, 7, 100])
def test_a_number_of_sentences_is_kept(count):
    summary = summarise(item_of(*DEBATE, *CLAUSES), sentences=count)
    assert len(summary.sentences) == min(count, 18)
    assert any(s.role == "decision" for s in summary.sentences)


def test_one_sentence_of_a_divided_decision_is_its_operative_clause_with_its_verb():
    (sentence,) = summarise(item_of(*DEBATE, *CLAUSES), sentences=1).sentences
    assert str(sentence) == "[AGREED that:] The Head of Roads report on stocks in May."


def test_an_undivided_decision_longer_than_the_budget_is_kept_whole():
    long = "RESOLVED that " + " and ".join(f"bridge {n} be painted" for n in range(20)) + "."
    summary = summarise(item_of(*DEBATE, long), words=30)
    assert summary.text == long
    assert any("budget exceeded" in note for note in summary.notes)


def test_of_a_long_resolution_the_operative_clauses_stand_and_the_rest_is_counted():
    clauses = tuple(
        (f"Bridge {n} be closed to lorries until its deck has been mended.", {"kind": "clause", "number": str(n)})
        for n in range(1, 31)
    )
    summary = summarise(item_of(*DEBATE, ("RESOLVED that:", {}), *clauses))
    assert words(summary) <= 80
    assert "Bridge 1 be closed" in summary.text
    assert any("further clauses of the decision not shown" in note for note in summary.notes)


def test_an_item_that_fits_is_given_whole():
    summary = summarise(item_of("The kerb was loose. It was mended."))
    assert len(summary.sentences) == 2
    assert summary.notes == ("no decision found",)


def test_agenda_text_is_never_summarised():
    item = item_of(("The Head of Roads will attend.", {"section": "agenda"}), "The kerb was mended.")
    assert summarise(item).text == "The kerb was mended."


def test_headings_and_attendance_are_no_sentences():
    item = item_of(
        ("Roads", {"kind": "heading"}), ("Present: J. Marsh", {"kind": "attendance"}), "The kerb was mended."
    )
    assert summarise(item).text == "The kerb was mended."


def test_an_item_without_minutes_says_so():
    summary = summarise(Item(id="i", title="Nothing"))
    assert summary.sentences == ()
    assert any(note.startswith("no minutes") for note in summary.notes)


def test_a_truncated_item_says_so():
    assert any(n.startswith("truncated") for n in summarise(item_of("The kerb was", truncated=True)).notes)


def test_a_bullet_brings_the_line_it_belongs_to():
    bullets = [(f"Street {n} was closed for {n} weeks", {"kind": "bullet"}) for n in range(3, 9)]
    summary = summarise(item_of("The closures in the year were as follows:", *bullets), sentences=1)
    (sentence,) = summary.sentences
    assert sentence.lead_in in ("", "The closures in the year were as follows:")
    if sentence.text.startswith("Street"):
        assert sentence.lead_in


def test_he_is_told_by_the_subject_before_him():
    item = item_of("The Harbour Engineer read the log. He warned that £3m of repairs to the quay could wait no longer.")
    summary = summarise(item, sentences=1)
    if summary.sentences[0].text.startswith("He"):
        assert summary.sentences[0].lead_in == "The Harbour Engineer"


def test_two_thousand_sentences_are_bounded():
    texts = [f"Street {n} had {n * 7 % 31} lamps out, and the cost was £{n * 13 % 997}." for n in range(2000)]
    summary = summarise(item_of(*texts, "RESOLVED that the lamps be mended."))
    assert words(summary) <= 80
    assert "RESOLVED that the lamps be mended." in summary.text
    assert "of 2,001 sentences the 600 that their words recommend were weighed" in summary.notes
    assert any(note.startswith("the choice was not proved best") for note in summary.notes)


def test_he_is_told_by_who_spoke_some_sentences_before_him():
    item = item_of(
        "The Harbour Master, J. Quill, said that the quay was sound. It was cold. The tide was out. "
        "He warned that £3m of repairs to the west quay could not wait for another winter of gales and high tides."
    )
    (sentence,) = summarise(item, sentences=1).sentences
    assert sentence.text.startswith("He warned")
    assert "Quill" in str(sentence) or "Harbour Master" in str(sentence)


def test_one_sentence_is_its_own_summary():
    summary = summarise(item_of("The kerb was mended."))
    assert summary.text == "The kerb was mended."
    assert summary.out_of == 1


def test_a_text_in_welsh_keeps_its_decision():
    summary = summarise(item_of("Soniodd y Clerc am y bont.", "PENDERFYNWYD trwsio'r bont."), sentences=1)
    assert summary.text == "PENDERFYNWYD trwsio'r bont."


def test_a_text_in_capitals_keeps_its_decision():
    texts = ("THE CLERK SPOKE OF THE BRIDGE AND OF THE ROAD.", "IT WAS RESOLVED THAT THE BRIDGE BE MENDED BY MAY.")
    assert summarise(item_of(*texts), sentences=1).text == texts[1]


def test_a_table_pasted_as_text_gives_nothing_that_does_not_stand_there():
    item = item_of("Firm | Quotation | Start", "Reed & Fell | 4,860 | March", "RESOLVED to accept Reed & Fell.")
    summary = summarise(item, words=8)
    assert summary.verify(item.paragraphs)
    assert "RESOLVED to accept Reed & Fell." in summary.text


def row(text):
    return (text, {"kind": "table"})


def test_what_a_table_tells_fills_what_room_there_is_and_no_column_of_votes_does():
    item = item_of(
        "The following were passed for payment:",
        *map(row, ("Payee | Service | Amount", "Reed & Fell | Salt | £40.00", "C. Moss | Keys for the depot | £9.00")),
        *map(row, ("Yeas: | Nays:", "A. Ash | B. Birch", "ABSTAIN: | 0")),
    )
    summary = summarise(item)
    shown = [sentence.text for sentence in summary.sentences]
    assert shown == ["The following were passed for payment:", item.paragraphs[2].text, item.paragraphs[3].text]
    assert summary.verify(item.paragraphs)


def test_a_table_that_is_led_to_shows_what_it_comes_to():
    rows = [row(f"3002{n} | £{n}4.50 | Firm {n} Ltd | Repairs to shelter {n} in the lane") for n in range(12)]
    summary = summarise(
        item_of("The following cheques were approved:", *rows, row("Total | £1,410.00"), *DEBATE), words=50
    )
    assert "The following cheques were approved:\nTotal | £1,410.00" in summary.text
    assert "Firm" not in summary.text


def test_how_the_meeting_went_on_is_not_what_was_decided():
    decided = "The Panel agreed that two more routes be gritted from the first of December."
    for went_on in (
        "It was agreed to take items 7 and 9 together at this point.",
        "It was agreed to vote in the form of a show of hands.",
        "It was agreed that a vote would be taken on the proposal.",
        "It was agreed, as the lamps were low, to suspend standing orders until the rest of the agenda had been heard.",
        "It was agreed, for all that the hall was cold by then, that the meeting be extended by half an hour or so.",
        "It was agreed, the tea being late, to take a further ten-minute adjournment before the public spoke.",
    ):
        summary = summarise(item_of(*DEBATE, went_on, decided, went_on), words=30)
        assert decided in summary.text
        assert went_on not in summary.text


def test_what_is_said_of_a_table_comes_before_its_rows():
    rows = [row(f"3002{n} | £{n}4.50 | Firm {n} Ltd | Repairs to shelter {n} in the lane") for n in range(12)]
    said = "The balance of the account had risen to £4,210, a third over last year."
    summary = summarise(item_of(said, "The following cheques were approved:", *rows), words=40)
    assert said in summary.text
    assert "3002" in summary.text
    assert any("further rows of a table not shown" in note for note in summary.notes)


@pytest.mark.parametrize(
    "text", ["4 Weir Cottages - no objections", "Motion Failed (7 to 8)", "Weir Ward - £1,250", "TOTAL £980.50"]
)
def test_a_heading_that_tells_something_is_read(text):
    heading = (text, {"kind": "heading"})
    assert text in summarise(item_of("Plans were looked at.", heading)).text
    other = ("Plans for the weir", {"kind": "heading"})
    assert summarise(item_of("Plans were looked at.", other)).text == "Plans were looked at."


def test_of_an_only_sentence_that_is_too_long_the_beginning_is_shown():
    text = (
        "A by-law to sell the yard by the river, "
        + "with the slip and the sheds beside it, " * 20
        + "to the highest bidder."
    )
    item = item_of(text, "(Deadline 7/8/22).")
    summary = summarise(item, words=30)
    (shown,) = summary.sentences
    assert shown.text.startswith("A by-law to sell the yard by the river, with the slip")
    assert shown.cut_after
    assert words(summary) <= 30
    assert summary.verify(item.paragraphs)


def test_a_bound_that_says_nothing_is_not_told():
    assert "at most" in _of_gap(0.2)
    assert "at most" not in _of_gap(6.0)


def test_a_digest_tells_each_item_in_a_line_and_what_was_promised():
    item = item_of(*DEBATE, *CLAUSES)
    digest = summarise(Meeting(id="m1", body="Roads Panel", items=(item,)))
    ((title, line),) = digest.lines
    assert (title, line.role) == ("Winter roads", "decision")
    assert "He would circulate the figures in due course." in [one.text for one in digest.undertakings]
    assert "Undertakings" in str(digest)


@pytest.mark.parametrize(
    "text", ["Cytunwyd i dalu'r bil. Diolchwyd i bawb.", "THE HALL WAS LET. THE FEE WAS £9.", "| a | b |", "?!"]
)
def test_odd_texts_give_their_own_sentences(text):
    assert summarise(item_of(text)).verify()


@pytest.mark.parametrize("options", [{"words": 0}, {"words": -3}, {"sentences": 0}, {"words": True}, {"words": 2.5}])
def test_a_budget_of_nothing_is_refused(options):
    with pytest.raises(ValueError, match="at least 1"):
        summarise(item_of("The kerb was mended."), **options)


def test_two_budgets_are_refused():
    with pytest.raises(ValueError, match="both given"):
        summarise(item_of("The kerb was mended."), words=10, sentences=1)


def test_what_cannot_be_summarised_is_refused_by_name():
    with pytest.raises(TypeError, match=r"not str\. Of a string read_text"):
        summarise("The kerb was mended.")


def test_a_digest_has_one_summary_an_item_and_all_decisions_and_votes():
    first = item_of(*DEBATE, "RESOLVED, by 9 votes to 4, that the lamp be mended.")
    second = Item(id="i2", title="Lamps", paragraphs=(paragraph(99, "NOTED"),))
    digest = summarise(Meeting(id="m1", body="Roads Panel", date=datetime.date(2031, 5, 4), items=(first, second)))
    assert digest.title == "Roads Panel, 4 May 2031"
    assert [summary.item_id for summary in digest.summaries] == ["i1", "i2"]
    assert [decision.outcome for decision in digest.decisions] == ["RESOLVED", "NOTED"]
    assert [vote.in_favour for vote in digest.votes] == [9]
    assert all(isinstance(decision, Decision) for decision in digest.decisions)


def test_a_meeting_without_items_says_so():
    assert summarise(Meeting(id="m1")).notes == ("no items: the meeting's text could not be divided",)


def hit(rank, text, date, section="minutes", n=1):
    own = Paragraph(id=f"h{rank}-{n}", text=text, section=section, citation=f"cited {rank}")
    item = Item(id=f"i{rank}", title="Roads", paragraphs=(own,))
    meeting = Meeting(id=f"m{rank}", date=date, items=(item,))
    return Hit(
        rank=rank,
        score=5.0 - rank,
        bm25=5.0 - rank,
        tfidf=0.1,
        terms=("salt",),
        spans=(),
        snippet=text[:20],
        snippet_start=0,
        paragraph=own,
        item=item,
        meeting=meeting,
    )


def test_hits_are_summarised_in_the_order_of_time_each_with_its_citation():
    hits = Hits(
        [
            hit(1, "Salt stocks were at 60%. The roof of the depot in the lane leaked.", datetime.date(2031, 5, 4)),
            hit(2, "Salt cost £40 a tonne. Many spoke.", datetime.date(2030, 1, 9)),
            hit(3, "Salt will be discussed.", datetime.date(2029, 1, 9), section="agenda"),
            hit(4, "The salt barn was bought.", None),
        ],
        query="salt",
    )
    summary = summarise(hits, words=15)
    assert [s.citation for s in summary.sentences] == ["cited 2", "cited 1", "cited 4"]
    assert "discussed" not in summary.text
    assert summary.title == "salt"
    assert summary.verify()
    assert len(summary.notes) == 2
    assert summarise(hits, query="roof", sentences=1).text.startswith("The roof of")


def test_no_hits_give_an_empty_summary_that_says_so():
    assert "nothing was found" in summarise(Hits([], query="salt")).notes


def test_hits_that_do_not_fit_say_so():
    summary = summarise(Hits([hit(1, "Salt stocks were at sixty per cent.", None)], query="salt"), words=2)
    assert any("fits" in note for note in summary.notes)


def test_of_a_transcript_what_is_said_again_and_again_counts_more_than_chat():
    turns = (
        "Chair: Right, good morning, I think you can all hear me, so shall we begin?",
        "Ada Wren: The remote control needs a rubber case, and the rubber case costs two pounds fifty a unit.",
        "Ben Finch: Yeah, you know, I think I mean, you see what I am saying, I suppose you do.",
        "Ada Wren: With the rubber case the remote control stays under the price of twelve pounds that was set.",
        "Cora Dale: I like it, I really do, I think you are right and I am happy with you.",
        "Ada Wren: So the remote control has the rubber case in yellow, and the design goes to the factory on Monday.",
    )
    paragraphs = tuple(Paragraph(f"p{n}", text) for n, text in enumerate(turns))
    item = Item("i", "The rubber case of the remote control", paragraphs=paragraphs)
    summary = summarise(item, words=45)
    assert summary.sentences
    assert all("rubber case" in sentence.text for sentence in summary.sentences)
    assert summary.verify(item.paragraphs)


def test_of_a_transcript_a_turn_that_says_nothing_is_left_out():
    turns = (
        "Ada Wren: The rubber case of the remote control costs two pounds fifty a unit in yellow.",
        "Ben Finch: Hm, rubber.",
        "Ada Wren: The factory delivers the rubber case of the remote control on Monday at the latest.",
    )
    item = Item("i", "The rubber case", paragraphs=tuple(Paragraph(f"p{n}", text) for n, text in enumerate(turns)))
    assert "Ben Finch" not in summarise(item, words=25).text
    assert "Ada Wren" in summarise(item, words=25).text


def told(*texts, words, title="The weir"):
    paragraphs = tuple(
        Paragraph(f"p{n}", text, line=n, kind=kind)
        for n, (text, kind) in enumerate((text, "text") if isinstance(text, str) else text for text in texts)
    )
    return summarise(Item("i", title, paragraphs=paragraphs), words=words)


def test_of_a_long_resolution_clauses_that_do_something_stand_before_those_that_receive():
    summary = told(
        "RESOLVED that the following actions be taken on the weir at Low Mill:",
        ("a) the report of the engineer on the weir and its many appendices be received;", "clause"),
        ("b) the sluice be mended at a cost of £40,000 by the end of May;", "clause"),
        ("c) the letters of the anglers, of the mill and of eleven residents of the lane be noted.", "clause"),
        words=26,
    )
    assert "£40,000" in summary.text
    assert "received" not in summary.text
    assert "2 further clauses of the decision not shown" in summary.notes


def test_a_motion_stands_with_what_became_of_it():
    summary = told(
        "Councillor Wren moved and Councillor Finch seconded that the weir be lowered by a foot before the winter.",
        "The debate went on for an hour, and eleven members spoke of eels, of floods and of the cost of concrete.",
        "The mill had been flooded twice since 2019, and its owner had asked for £12,000.",
        "The motion was carried.",
        words=24,
    )
    assert "be lowered by a foot" in summary.text
    assert "The motion was carried." in summary.text


def test_the_notice_of_a_question_stands_behind_its_reply():
    summary = told(
        "I will ask at the next Meeting when the weir at Low Mill will be mended and who will pay for the work on it.",
        "REPLY:",
        "The weir will be mended in May at a cost of £40,000, which the river board pays.",
        words=20,
    )
    assert summary.text == "The weir will be mended in May at a cost of £40,000, which the river board pays."


def test_numbers_of_papers_and_the_head_of_a_vote_tell_nothing():
    resolved = "BE IT RESOLVED THAT the weir at Low Mill be lowered by a foot at a cost of $40,000."
    summary = told(
        "File No: 31/4471",
        "Author: Director of Works",
        "Responsible Officer: Manager Assets",
        "Date of Report: 12 August 2031",
        "Absolute Majority",
        "COUNCIL RESOLUTION 31/202",
        "Resolution No. 2031-089",
        resolved,
        "Recorded Vote",
        words=60,
    )
    assert summary.text == resolved


def test_names_below_a_vote_that_is_not_all_named_are_left_out():
    summary = told(
        "The motion on the weir was put to the vote.",
        ("For (38)", "vote"),
        ("Against (5)", "vote"),
        ("Mr Baker, Mrs Dean, Mr Hood, Mr Lehmann, Mr Lewis", "text"),
        words=23,
    )
    assert [str(one.votes) for one in summary.decisions] == ["38 for, 5 against"]
    assert "Mr Hood" not in summary.text


def test_an_action_cell_alone_and_the_rest_of_a_torn_line_are_not_chosen():
    summary = told(
        "The ferry was late on nine days, and the operator",
        "to make the necessary changes to it by May",
        "The weir was mended by the river board in May at a cost of £40,000.",
        "| Action: KA JS",
        "Cllr. Ada Wren",
        words=19,
    )
    assert summary.text == "The weir was mended by the river board in May at a cost of £40,000."


def test_a_digest_verifies_all_its_summaries():
    item = Item("i", "The weir", paragraphs=(Paragraph("p1", "The weir was mended."),))
    digest = summarise(Meeting(id="m1", items=(item,)))
    assert digest.verify()
    assert not digest.verify([Paragraph("p1", "The weir was sold.")])


def test_a_clause_that_speaks_of_others_does_not_stand_for_them():
    clauses = (
        ("The Head of Roads buy " + "a new lorry, " * 12 + "and a van.", {"kind": "clause", "number": "a"}),
        ("The purchase provided for in a) above be conditional on a loan.", {"kind": "clause", "number": "b"}),
    )
    text = summarise(item_of(*DEBATE, ("RESOLVED that:", {}), *clauses), words=20).text
    assert "Head of Roads buy" in text


def test_who_moved_and_bare_references_do_not_fill_a_summary():
    lines = ("Moved by Ada Wren", "Seconded by Ben Finch", "(2025-F17)", "(Docket No. 104/21)", "The kerb was loose.")
    assert not {"Moved by Ada Wren", "(2025-F17)", "(Docket No. 104/21)"} & {
        s.text for s in summarise(item_of(*DEBATE, *lines), words=60).sentences
    }


def test_the_mark_of_an_entry_is_no_part_of_its_sentence():
    assert summarise(item_of("* The kerb was loose.")).text == "The kerb was loose."


def test_a_motion_printed_again_stands_once():
    motion = "That the report on salt stocks in the north depot BE REFERRED to the Head of Roads."
    summary = summarise(item_of(*DEBATE, motion, "Motion Passed", motion, "Motion Passed"))
    assert summary.text.count(motion) == 1


def test_who_moved_is_told_with_the_motion():
    motion = "That the salt barns in the north depot BE PAINTED before the winter."
    summary = summarise(
        item_of(*DEBATE, "Moved by Ada Wren", "Seconded by Ben Finch", motion, "Motion Passed"), words=30
    )
    (told,) = [one for one in summary.sentences if one.text == motion]
    assert told.lead_in == "Moved by Ada Wren Seconded by Ben Finch"


def test_a_digest_holds_every_decision_however_small_the_budget():
    agreed = tuple(
        f"It was agreed to grant £{n}00 to the choir of Weir Lane {n} for its fair in May." for n in (1, 2, 3)
    )
    digest = summarise(Meeting(id="m", items=(item_of(*agreed),)), words=20)
    assert len(digest.further) == 2
    assert all(text in str(digest) for text in agreed)
    assert "Further decisions" in digest._repr_html_()
    assert summarise(Meeting(id="m", items=(item_of(*agreed),)), words=80).further == ()


def test_a_decision_is_not_shown_by_what_stands_behind_it_in_its_paragraph():
    first = "It was agreed to mend the old boathouse."
    behind = "It was agreed to ask the rowing club, the choir and the brass band whether they would share it."
    digest = summarise(Meeting(id="m", items=(item_of(f"{first} {behind}"),)), words=19)
    (summary,) = digest.summaries
    assert [one.text for one in summary.sentences] == [behind]
    assert "1 further decision not shown" in summary.notes
    assert [one.sentence for one in digest.further] == [first]


def test_the_newest_decision_on_what_was_searched_stands_in_the_summary_and_newer_hits_are_told():
    day = datetime.date
    first = hit(1, "It was agreed that salt be bought from the firm at Hallowby each year.", day(2030, 1, 9))
    last = hit(2, "Salt had run out again. It was agreed that the Clerk orders two loads.", day(2031, 5, 4))
    talk = [
        hit(n, f"The salt and the salt barn were spoken of by {n} members, salt above all.", day(2029, 1, n))
        for n in (3, 4)
    ]
    summary = summarise(Hits([first, last, *talk], query="salt"), words=20)
    assert "It was agreed that the Clerk orders two loads." in summary.text
    named = hit(5, "Salt was dear.", day(2032, 1, 1))
    newer = summarise(
        Hits([first, replace(named, meeting=replace(named.meeting, date=day(2032, 1, 1)))], query="salt"), words=14
    )
    assert any("newest of 1 January 2032" in note for note in newer.notes)
