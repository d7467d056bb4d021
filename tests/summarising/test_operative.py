"""What must stand of the strongest decision of an item."""

from minutesnlp.records import Clause, Decision, Paragraph
from minutesnlp.summarising.operative import deciding_units
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
