"""The numbers of Word's lists."""

from __future__ import annotations

import pytest
from lxml import etree

from minutesnlp.reading.office.word_numbers import Level, Numbers, numbers_of, numeral

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


@pytest.mark.parametrize(
    ("count", "form", "shown"),
    [
        (3, "decimal", "3"), (3, "decimalZero", "03"), (27, "lowerLetter", "aa"), (2, "upperLetter", "B"),
        (14, "lowerRoman", "xiv"), (1999, "upperRoman", "MCMXCIX"), (11, "ordinal", "11th"), (22, "ordinal", "22nd"),
        (7, "cardinalText", "Seven"), (40, "cardinalText", "Forty"), (142, "cardinalText", "142"), (5, "none", ""),
        (0, "lowerLetter", "0"), (0, "lowerRoman", "0"), (6, "chineseCounting", "6"),
    ],
)  # fmt: skip
def test_numerals_are_shown_as_word_shows_them(count: int, form: str, shown: str) -> None:
    assert numeral(count, form) == shown


def numbers(**levels: Level) -> Numbers:
    """Return one list, 1, with levels l0, l1 …"""
    found = Numbers(abstracts={"a": {int(name[1:]): level for name, level in levels.items()}})
    found.lists["1"] = ("a", {}, {})
    return found


def test_a_level_that_never_restarts_counts_on() -> None:
    lists = numbers(l0=Level(text="%1."), l1=Level(text="%1.%2", restart=0))
    assert [lists.next("1", depth)[0] for depth in (0, 1, 0, 1)] == ["1.", "1.1", "2.", "2.2"]


def test_legal_numbering_shows_all_levels_as_decimals() -> None:
    lists = numbers(l0=Level(format="upperRoman", text="%1"), l1=Level(text="%1.%2", legal=True))
    assert [lists.next("1", depth)[0] for depth in (0, 0, 1)] == ["I", "II", "2.1"]


def test_a_level_above_that_was_never_counted_shows_its_start() -> None:
    lists = numbers(l0=Level(start=4, text="%1"), l1=Level(text="%1.%2"))
    assert lists.next("1", 1) == ("4.1", False)


def test_a_list_without_numbers_shows_its_words() -> None:
    assert numbers(l0=Level(format="none", text="Resolved:")).next("1", 0) == ("Resolved:", False)
    assert numbers().next("1", 0) == ("", False)


def test_a_list_takes_its_levels_from_a_style_and_from_its_own() -> None:
    root = etree.fromstring(
        f'<w:numbering {W}><w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="S"/></w:abstractNum>'
        '<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="upperLetter"/><w:lvlText w:val="%1)"/>'
        '</w:lvl></w:abstractNum><w:num w:numId="8"><w:abstractNumId w:val="1"/></w:num>'
        '<w:num w:numId="9"><w:abstractNumId w:val="2"/></w:num><w:num w:numId="10"><w:abstractNumId w:val="2"/>'
        '<w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:lvlText w:val="[%1]"/></w:lvl></w:lvlOverride></w:num>'
        '<w:num w:numId="11"/></w:numbering>'
    )
    styles = etree.fromstring(
        f'<w:styles {W}><w:style w:styleId="S"><w:pPr><w:numPr><w:numId w:val="9"/></w:numPr></w:pPr>'
        "</w:style></w:styles>"
    )
    lists = numbers_of(root, styles)
    assert [lists.next(list_id, 0)[0] for list_id in ("8", "10", "11")] == ["A)", "[1]", ""]
