"""What a draft changed is shown in the words and marks of the minutes."""

import pytest

from minutesnlp.summarising.differing import difference


@pytest.mark.parametrize(
    ("source", "draft", "told"),
    [
        ("It cost £4,000–£5,000.", "It cost £4,000–£6,000.", "It cost £4,000–£[-5,000-] {+6,000+}."),
        ("The pool (heated) was shut.", "The pool was shut.", "The pool ([-heated-]) was shut."),
        ("The Mayor’s car was sold.", "The Mayor's car was sold.", "The Mayor’s car was sold."),
        ("Fees rose.", "All fees rose again.", "{+All+} Fees rose {+again+}."),
        ("“No lamp was lit.”", "A lamp was lit", "“[-No-] {+A+} lamp was lit.”"),
        ("", "A lamp.", "{+A lamp+}"),
        ("A lamp.", "", "[-A lamp-]."),
    ],
)
def test_marks_stay_where_they_are_printed(source, draft, told):
    assert difference(source, draft) == told
