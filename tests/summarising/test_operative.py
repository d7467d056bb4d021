"""What must stand of the strongest decision of an item."""

import minutesnlp as mn
from minutesnlp.records import Clause, Decision, Paragraph, Votes
from minutesnlp.summarising.operative import deciding_units, vote_line
from minutesnlp.summarising.units import told_in, units_of


def test_of_several_sentences_that_lead_to_clauses_some_give_way_and_no_clause():
    lead = "The lido has been shut for two summers. The pumps were sold by the former tenant. It was RESOLVED that:"
    clauses = ("the lido be opened in May;", "a grant of £4,000 be sought for the pumps.")
    paragraphs = [Paragraph(id=f"p{n}", text=text) for n, text in enumerate((lead, *clauses))]
    parts = tuple(Clause(None, one.text, one.id, 0, len(one.text)) for one in paragraphs[1:])
    decision = Decision("RESOLVED", lead, "p0", 0, len(lead), parts, found_by="opening", sentence_end=len(lead))
    units = units_of(paragraphs)
    kept, notes, _ = deciding_units([told_in(decision, units)], units, [unit.words for unit in units], 28)
    assert [units[n].text for n in kept] == [
        "The pumps were sold by the former tenant.",
        "It was RESOLVED that:",
        *clauses,
    ]
    assert notes == []


def test_how_a_motion_was_voted_on_stands_with_it_where_a_line_of_its_own_tells_it():
    lines = (
        "Moved by Councillor Okoro",
        "That the by-law to close Tern Lane to lorries BE INTRODUCED at the next meeting;",
        "it being noted that a letter dated 3 May, from the quarry company, was received;",
        "Motion Passed (9 to 4)",
    )
    item = mn.Item(
        id="i1", title="Tern Lane", paragraphs=tuple(Paragraph(id=f"p{n}", text=t) for n, t in enumerate(lines))
    )
    summary = mn.summarise(item, words=21)
    assert [one.text for one in summary.sentences] == [lines[1], lines[3]]
    assert summary.verify()


def test_no_vote_is_shown_where_there_is_no_room_for_it():
    texts = ("That the by-law BE INTRODUCED.", "Motion Passed (9 to 4)")
    paragraphs = [Paragraph(id=f"p{n}", text=text) for n, text in enumerate(texts)]
    votes = Votes(in_favour=9, against=4)
    decision = Decision("INTRODUCED", texts[0], "p0", 0, len(texts[0]), found_by="capitals", votes=votes)
    units = units_of(paragraphs)
    told = [told_in(decision, units)]
    assert vote_line(units, told, [0], 5) == (1,)
    assert vote_line(units, told, [0], 4) == ()
    assert vote_line(units, told, [], 5) == ()


def item_of(*lines):
    """Return an item on one matter; a clause comes with its number."""
    paragraphs = tuple(
        Paragraph(id=f"p{n}", text=one, kind="vote" if one.startswith("Motion Passed") else "text")
        if isinstance(one, str)
        else Paragraph(id=f"p{n}", text=one[1], number=one[0], kind="clause")
        for n, one in enumerate(lines)
    )
    return mn.Item(id="i1", title="Tern Lane", paragraphs=paragraphs)


FIRST = (
    "THEREFORE BE IT RESOLVED THAT the Council lends the old ferry shed at the slip to the Rowing Club without rent "
    "from 3 May to 30 September, for the storage of boats and for no other purpose;"
)


def test_what_a_resolution_does_first_stands_before_clauses_that_would_fit():
    item = item_of(
        FIRST,
        "AND THAT the club be asked to insure the boats, its own members and all who use the slip at its own cost with "
        "an insurer the Clerk approves of;",
        "AND THAT a copy be sent to the harbour master. Carried.",
    )
    summary = mn.summarise(item, words=42)
    assert summary.sentences[0].text == FIRST
    assert "1 further clause of the decision not shown" in summary.notes


LEAD = (
    "That, on the recommendation of the Head of Harbours, the following actions be taken with respect to the report "
    "dated 3 May on the repair of the slip:"
)


def test_a_line_that_only_leads_to_clauses_stands_in_brackets_once():
    item = item_of(
        "Moved by Councillor Okoro",
        LEAD,
        ("a", "the offer of Brack and Sons of £41,200 for the slip BE ACCEPTED;"),
        ("b", "the Clerk BE AUTHORIZED to execute any documents needed to give effect to these decisions;"),
        ("c", "Ferryman Joinery BE APPOINTED for the sheds at no more than £9,800."),
        "Motion Passed (9 to 4)",
    )
    summary = mn.summarise(item, words=35)
    assert [one.text[:12] for one in summary.sentences] == ["the offer of", "Ferryman Joi", "Motion Passe"]
    assert [bool(one.lead_in) for one in summary.sentences] == [True, False, False]
    assert summary.sentences[0].lead_in.startswith("That, on the recommendation of the Head of Harbours")


def test_of_a_long_list_of_payments_the_largest_stand_with_their_approval():
    lines = (
        "Reed & Fell - £9.40 - Nails",
        "Ada Wren - £412.00 - Salary",
        "Weir Ltd - £1,030.50 - Lamps",
        "Post Office - £7.10 - Stamps",
        "Moorhen Hall - £44.00 - Hire of room",
        "Toll House - £12.00 - Keys",
    )
    approval = "Cllr Okoro proposed approval for these, seconded by Cllr Lund"
    paragraphs = [Paragraph(id=f"p{n}", text=text) for n, text in enumerate((*lines, approval))]
    parts = tuple(Clause(None, one.text, one.id, 0, len(one.text)) for one in paragraphs[:-1])
    decision = Decision("PROPOSED", approval, "p6", 0, len(approval), parts, sentence_end=len(approval))
    units = units_of(paragraphs)
    kept, notes, _ = deciding_units([told_in(decision, units)], units, [unit.words for unit in units], 30)
    assert [units[n].text for n in kept] == [lines[1], lines[2], lines[4], approval]
    assert notes == ["3 further clauses of the decision not shown"]


def test_papers_that_were_received_leave_room_for_what_was_voted_down():
    lines = (
        "Moved by A. Wren",
        "That the communication from Councillor Lund on the cost of swans BE RECEIVED; it being noted that the "
        "Committee received the following communications:",
        ("a", "a communication from B. Reed, Chair of the Rowing Club, dated 3 May;"),
        ("b", "a communication from the Society of Anglers of the Upper Weir, dated 4 May; and"),
        ("c", "a letter from C. Fell, Moorhen Cottage, dated 5 May."),
        "Motion Passed (9 to 0)",
        "Moved by C. Lund",
        "That the Clerk BE DIRECTED to prepare a plan that sells the swans.",
        "Motion Failed (2 to 7)",
    )
    summary = mn.summarise(item_of(*lines), words=45)
    assert "sells the swans" in summary.text
    assert "Rowing Club" not in summary.text
    assert "3 further clauses of the decision not shown" in summary.notes


def test_a_long_list_of_payments_of_nothing_is_a_list_still():
    lines = [f"Reed & Fell of the Upper Weir - £0.00 - Nails of the {n}th kind" for n in range(4, 12)]
    approval = "Cllr Okoro proposed approval for these, seconded by Cllr Lund"
    paragraphs = [Paragraph(id=f"p{n}", text=text) for n, text in enumerate((*lines, approval))]
    parts = tuple(Clause(None, one.text, one.id, 0, len(one.text)) for one in paragraphs[:-1])
    decision = Decision("PROPOSED", approval, "p8", 0, len(approval), parts, sentence_end=len(approval))
    units = units_of(paragraphs)
    kept, _, _ = deciding_units([told_in(decision, units)], units, [unit.words for unit in units], 30)
    assert kept[-1] == 8
