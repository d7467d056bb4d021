"""Words of the page and not of the minutes: download buttons, sizes of files, page numbers, navigation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from minutesnlp.reading.page.cleaning import clean

# What ModernGov and its like print beside a title: "pdf icon PDF 285 KB", "PDF 1 MB", "View reasons restricted".
BESIDE_TITLE = re.compile(
    r"""\s*(?:
        \(?(?:pdf|docx?|xlsx?|pptx?|word|excel)\s+icon\s+(?:pdf|docx?|xlsx?|pptx?)?\s*[\d.,]+\s*[KM]B\)?
      | (?:\bPDF|\bDOCX?|\bXLSX?)\s+(?:icon\s+)?[\d.,]+\s*[KM]B\b
      | \(?\s*(?:PDF|DOCX?)\s*,\s*[\d.,]+\s*[KM]b\s*\)
      | ,?\s*View\s+(?:the\s+)?(?:reasons\s+restricted|decision\s+for\s+item\s+\S+|background\s+reports)
    )""",
    re.VERBOSE | re.IGNORECASE,
)

# The size of a file: "285 kb", "1.2 mb"; not "number".
SIZE = re.compile(r"[\d.,]\s*[km]b")

# The mark of a cut text: "... view the full minutes text for item 20/37", "view the full agenda text for item 4".
TRUNCATED = re.compile(
    r"""(?P<dots>[\s.…]*)\bview\s+the\s+full\s+(?:minutes|agenda|decision)\s+text\s+for\s+item\s+
        (?P<number>[\w/.-]*[\w])\.?\s*$""",
    re.VERBOSE | re.IGNORECASE,
)

# Whole lines that are furniture wherever they stand.
WHOLE = re.compile(
    r"""\s*(?:
        share\s+this\s+(?:item|page|meeting)s?
      | (?:supporting|additional|attached|related|background)\s+documents?\s*:?
      | (?:pdf|docx?)\s+icon\s.*
      | pdf\s+[\d.,]+\s*[KM]B
      | (?:\[?\s*)?original\s+(?:file|link|document)(?:\s*\]?)?
      | (?:skip|jump)\s+to\s+(?:main\s+|page\s+)?(?:content|navigation|menu).*
      | (?:back|return)\s+to\s+(?:the\s+)?top(?:\s+of\s+(?:the\s+)?page)?
      | print\s+this\s+page | page\s+up | cookies?\s+(?:policy|settings)
      | scanned\s+page,\s+text\s+may\s+contain\s+errors\..*
      | no\.\s*(?:\|\s*)?item
      | items | agenda\s+item | media
      | \{\{.*\}\}
    )\s*""",
    re.VERBOSE | re.IGNORECASE,
)

# A page's number alone on its line: "Page 2 of 7", "Page | 3", "- 4 -", "[5]", "6/23/23, 5:41 PM wend.gov/minutes";
# not "2." or a bare "2".
PAGE_NUMBER = re.compile(
    r"""\s*(?:
        page\s*[|:]?\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\s*\|?
      | [-–—]\s*\d{1,4}\s*[-–—]
      | \[\s*\d{1,4}\s*\]
      | \d{1,4}\s*\|\s*page
      | [^.!?]{0,90}[-–—|,(]\s*page\s*\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?\)?
      | \d{1,3}\s+of\s+\d{1,3}
      | \d{1,2}/\d{1,2}/\d{2,4},\s\d{1,2}:\d\d(?:\s[AP]M)?(?:\s\S+)?      # what a browser prints above and below a page
      | \d{1,3}/\d{1,3}\s[\w-]+(?:\.[\w-]+)+/\S+ | (?:https?://)?[\w-]+(?:\.[\w-]+)+/\S+\s\d{1,3}/\d{1,3}
    )\s*""",
    re.VERBOSE | re.IGNORECASE,
)

# What a browser prints at the edges of a page: the moment of printing, and on such paper the address and "2/4".
PRINTED = re.compile(r"\s*\d{1,2}/\d{1,2}/\d{2,4},\s\d{1,2}:\d\d(?:\s[AP]M)?(?:\s\S+)?\s*", re.IGNORECASE)
BESIDE_PRINTED = re.compile(r"\s*(?:(?:https?://)?[\w-]+(?:\.[\w-]+)+/\S*|\d{1,3}/\d{1,3})\s*")

# Lines of nothing but rules and dots: "____", "* * *", "-----".
RULE = re.compile(r"[\s_\-–—=*.·•~#|\\]+")


def beside_title(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a title without the furniture beside it, and that furniture.

    >>> beside_title("Budget Report pdf icon PDF 285 KB")
    ('Budget Report', ('pdf icon PDF 285 KB',))
    """
    lowered = text[-400:].lower()
    if "view " not in lowered and not SIZE.search(lowered):
        return text, ()
    found = tuple(m.group().strip() for m in BESIDE_TITLE.finditer(text))
    if not found:
        return text, ()
    return BESIDE_TITLE.sub("", text).strip(), found


def truncation(text: str) -> tuple[str, str, str] | None:
    """Return a cut text without its mark, the mark, and the number of the item it names; None where it has none.

    >>> truncation("The Panel heard that ... view the full minutes text for item 20/37")
    ('The Panel heard that', '... view the full minutes text for item 20/37', '20/37')
    """
    # only the end is looked at: the dots before the mark would be tried from every place of a long text
    start = max(0, len(text) - 200)
    match = TRUNCATED.search(text, start) if "view the full" in clean(text[start:]).lower() else None
    if match is None:
        return None
    return text[: match.start()].rstrip(" .…"), text[match.start() :].strip(), match["number"]


def is_furniture(text: str) -> bool:
    """Tell a line that is furniture as a whole.

    >>> is_furniture("Share this item"), is_furniture("Page 3 of 9"), is_furniture("Items of interest")
    (True, True, False)
    """
    return len(text) < 140 and bool(WHOLE.fullmatch(text) or PAGE_NUMBER.fullmatch(text))


def is_rule(text: str) -> bool:
    """Tell a line that holds no word at all."""
    return bool(RULE.fullmatch(text))


def printed_lines(texts: Sequence[str], taken: Iterable[str] = ()) -> frozenset[int]:
    """Return the places of the lines that a browser printed around a page, with the moment of printing.

    `taken` are lines that were taken out before, that moment among them.

    >>> sorted(printed_lines(["6/23/23, 5:40 PM", "wend.gov/minutes?id=3", "MINUTES", "09:30 A.M.", "1/4"]))
    [0, 1, 4]
    """
    stamped = {i for i, text in enumerate(texts) if text[:1].isdigit() and PRINTED.fullmatch(text)}
    if not stamped and not any(map(PRINTED.fullmatch, taken)):
        return frozenset()
    return frozenset(stamped | {i for i, text in enumerate(texts) if BESIDE_PRINTED.fullmatch(text)})
