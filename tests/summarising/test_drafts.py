import pytest

from minutesnlp.records import Check, Item, Paragraph
from minutesnlp.summarising import verify

MINUTES = Item(
    id="i",
    title="Lido",
    paragraphs=(
        Paragraph(id="p1", text="The Head of Leisure reported that the lido had cost £4m to mend. It opened on 3 May."),
        Paragraph(id="p2", text="Members were told that the pump was not safe and would be replaced by Fenwick Ltd."),
        Paragraph(id="p3", text="The lido will be discussed by the Mayor.", section="agenda"),
    ),
)


@pytest.mark.parametrize(
    ("draft", "verdict", "changes"),
    [
        ("The Head of Leisure reported that the lido had cost £4m to mend.", "exact", ()),
        ("the lido had cost £4m to mend.", "exact", ()),
        ("The Head of Leisure said that the lido had cost £4m to mend.", "near", ()),
        ("The Head of Leisure reported that the lido had cost £6m to mend.", "altered", ("number",)),
        ("It opened on 3 June.", "altered", ("date",)),
        ("Members were told that the pump was safe and would be replaced by Fenwick Ltd.", "altered", ("negation",)),
        ("Members were told that the pump was not safe and would be replaced by Marlow Ltd.", "altered", ("name",)),
        ("The swimming club has won a medal in Rome.", "not found", ()),
        ("The lido will be discussed by the Mayor.", "not found", ()),
        ("?!", "not found", ()),
        ("It opened on three May.", "near", ()),  # a number in words is the same number
    ],
)
def test_a_sentence_is_told_for_what_it_is(draft, verdict, changes):
    (check,) = verify(draft, MINUTES)
    assert (check.verdict, check.changes) == (verdict, changes)


def test_the_best_place_and_the_words_that_differ_are_shown():
    (check,) = verify("It opened on 3 June.", MINUTES)
    assert check.paragraph_id == "p1"
    assert MINUTES.paragraphs[0].text[check.source_start : check.source_end] == check.source == "It opened on 3 May."
    assert check.difference == "It opened on 3 [-May-] {+June+}"


def test_a_draft_of_lines_and_bullets_keeps_its_offsets():
    draft = "Summary\n- It opened on 3 May.\n\n2. The pump was not safe. More later."
    for check in verify(draft, MINUTES):
        assert draft[check.start : check.end] == check.text
    assert [c.verdict for c in verify(draft, MINUTES)] == ["not found", "exact", "exact", "not found"]


def test_an_empty_draft_and_empty_minutes_give_nothing_false():
    assert len(verify("", MINUTES)) == 0
    assert [c.verdict for c in verify("It opened on 3 May.", [])] == ["not found"]


def test_a_verdict_outside_the_list_is_refused():
    with pytest.raises(ValueError, match="verdict"):
        Check("x", 0, 1, "true")


@pytest.mark.parametrize("source", [None, 5, "minutes.archive"])
def test_what_is_no_source_is_told(source):
    with pytest.raises(TypeError, match=r"Archive\.open"):
        verify("The lido cost £4m.", source)


def test_what_is_no_draft_is_told():
    with pytest.raises(TypeError, match="a draft is a string"):
        verify(None, [])
