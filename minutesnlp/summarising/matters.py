"""Which lines, and which openings of paragraphs, name the matter of what stands below or behind them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutesnlp.records import Paragraph
from minutesnlp.summarising.cues import FRAGMENT, VERBAL
from minutesnlp.summarising.cuts import shortened
from minutesnlp.summarising.units import Unit
from minutesnlp.text.numbering import bare, following

# A verdict without its matter: “Rejected.”, “£250 approved.”, “NO OBJECTIONS”
VERDICT = re.compile(
    r"[\W\d£€$]*(?:(?:this|it|the)\s)?(?:(?:motion|application|request|grant|was|were|is|be)\s){0,2}"
    r"(?:agreed|approved|rejected|refused|carried|defeated|lost|passed|granted|deferred|withdrawn|supported|declined|"
    r"adopted|no\s(?:objections?|comments?))\W*\Z",
    re.IGNORECASE,
)
# The name of a matter on a line of its own: “Friends of the Weir”, “(Lower Hallowby)”, “Budget 2031/2032”
IN_NAME = r"(?:[^\d£€$:;|]|\b(?:19|20)\d\d\b(?:[/–-]\d\d\b)?)*"
NAME_LINE = re.compile(rf"\(?[A-Z]{IN_NAME}(?::\s[A-Z]{IN_NAME})?(?<=[\w)])\Z")
NOTICE_OF_MOTION = re.compile(r"Notices? of Motion\b", re.IGNORECASE)
# In a list of clauses such a line names a matter even where it has figures: “£1 million improvement fund”
NAME_OF_CLAUSE = re.compile(r"[^|;]*[\w)]\Z")
LONGEST_NAME = 9
LONGEST_NAME_OF_CLAUSE = 16
# An entry whose line is torn is told in so many words.
LONGEST_OF_ENTRY = 30
# A verb, where a name may hold a word in -ing: “Cleansing and litter”, “Library: Reopening”
FINITE = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|should|could|can|may|might|must|do|does|did|"
    r"to (?!the\b|an?\b|their\b|its\b|our\b|his\b|her\b|all\b|this\b|these\b|date\b)[a-z]+|"
    r"agreed|(?!dated\b|hundred\b)[a-z]{2,}[^\We]ed)\b"
)
# “Clerk to chase.”, “Any news?”, “By-law No.”: no name
NO_NAME = re.compile(r"[?!:]\W*\Z|\b(?:to\s[a-z]+|No)\W*\Z")
# Whose it is, when, and what a scan made of a line: “NC”, “CLERK”, “January 2031.”, “VV VW”
NO_MATTER = re.compile(
    r"\W*(?:[A-Z]{2}|CLERK|(?:January|February|March|April|May|June|July|August|September|October|November|December)\s\d{4}"
    r"|[^aeiouyAEIOUY0-9]+)\W*"
)
LONGEST_LINE = 110
HEADING_KINDS = frozenset(("heading", "text", "clause"))
# “Clock tower – the Clerk had …”, “8.1 Street light: …”
LABEL = re.compile(
    r"(?:[\d.]+\w?\)?\s)?(?P<label>[A-Z][^\s.:;!?|–—]*(?:\s[^\s.:;!?|–—]+){0,7})(?:\s[–—-]\s?|\s?[–—]|:\s)(?=\S)"
)
NO_LABELS = frozenset(
    (
        *("resolved", "agreed", "action", "reply", "response", "question", "answer", "decision", "recommended", "note"),
        "noted",
        *("proposed", "recommendation", "recommendations", "motion", "no", "yes", "votes", "update", "background"),
        *("due", "deadline", "owner"),
    )
)
# Who spoke or voted, on a line of its own
PERSON_LINE = re.compile(r"\W*(?:Cllrs?|Councillors?|Mrs?|Ms|Miss|Dr|Sir|Dame|[A-Z]\.)\W", re.IGNORECASE)
# Kinds of paragraphs that may belong to a line above.
PARTS = frozenset(("bullet", "clause"))


def heading_over(units: Sequence[Unit], n: int, chosen: frozenset[int], paragraphs: Sequence[Paragraph]) -> str:
    """Return the name of the matter a sentence belongs to, where an item has several: “Clock tower”.

    It opens the sentence's paragraph (“Clock tower – …”) or stands on a line above it. The first sentence that is shown
    of a matter brings it.
    """
    unit = units[n]
    label = LABEL.match(unit.paragraph.text)
    if label and not FINITE.search(label["label"]) and label["label"].casefold() not in NO_LABELS:
        told = unit.start < label.end() or any(units[k].paragraph.id == unit.paragraph.id and k < n for k in chosen)
        return "" if told else _unsaid(label["label"], unit.text)
    torn = _torn_entry(units, n)
    if torn is not None:
        told = any(torn <= k < n for k in chosen)
        return "" if told else shortened(f"{units[torn].text} {units[torn + 1].text}", LONGEST_OF_ENTRY)
    opening = opening_name(units, n)
    if opening is not None:
        told = any(opening <= k < n for k in chosen)
        return "" if told else _unsaid(units[opening].text, unit.text)
    above = next((k for k in range(min(unit.place, len(paragraphs)) - 1, -1, -1) if _may_head(paragraphs, k)), None)
    if (
        above is None
        or _is_beside(paragraphs, above, unit.place)
        or not heads(paragraphs, above)
        or any(above <= units[k].place <= unit.place and k < n for k in chosen)
    ):
        return ""
    name = _unsaid(paragraphs[above].text.strip(), unit.text)
    others = (k for k in range(len(paragraphs)) if k != above and heads(paragraphs, k))
    return name if name and next(others, None) is not None else ""


def opening_name(units: Sequence[Unit], n: int) -> int | None:
    """Return the number of the sentence before that names the matter of its paragraph: “Renewal of the lease. It …”."""
    first = n
    while first and units[first - 1].paragraph is units[n].paragraph:
        first -= 1
    unit = units[first]
    longest = LONGEST_NAME_OF_CLAUSE if unit.paragraph.kind in PARTS else LONGEST_NAME
    named = first < n and unit.text[:1].isupper() and 1 < unit.words <= longest and "|" not in unit.text
    plain = unit.text.casefold() if unit.text.isupper() else unit.text
    said = FINITE.search(plain) or PERSON_LINE.match(unit.text) or VERDICT.match(unit.text)
    said = said or NO_MATTER.fullmatch(unit.text)
    return first if named and not said and not NO_NAME.search(unit.text) else None


def _torn_entry(units: Sequence[Unit], n: int) -> int | None:
    """Return the number of the line whose entry of a list goes on in the first sentence of this one's paragraph."""
    first = n
    while first and units[first - 1].paragraph is units[n].paragraph:
        first -= 1
    above = units[first - 1] if 0 < first < n and units[first - 1].place == units[first].place - 1 else None
    if above is None or above.paragraph.kind not in PARTS or units[n].paragraph.kind != "text":
        return None
    goes_on = FRAGMENT.search(above.text) or above.text[-1] == "," or not VERBAL.search(units[first].text)
    return first - 1 if above.words > LONGEST_NAME and above.text[-1] not in ".;:!?" and goes_on else None


def _is_beside(paragraphs: Sequence[Paragraph], above: int, place: int) -> bool:
    """Tell an entry of a list from a heading: one that follows it in its list stands at `place`, or above that."""
    behind = following(bare(paragraphs[above].number).casefold())
    return any(bare(paragraphs[k].number).casefold() in behind for k in range(above + 1, place + 1))


def _unsaid(name: str, sentence: str) -> str:
    """Return the name of a matter, unless it names none or the sentence says it."""
    return "" if name.split()[0].casefold() in NO_LABELS or name.casefold() in sentence.casefold() else name


def _may_head(paragraphs: Sequence[Paragraph], place: int) -> bool:
    """Tell a line that names a matter, or may do so: what stands below it is no longer of the matter above."""
    return paragraphs[place].kind == "heading" or heads(paragraphs, place) or _opens_clause(paragraphs[place])


def _opens_clause(paragraph: Paragraph) -> bool:
    words = paragraph.text.split()
    short = paragraph.kind == "clause" and len(words) <= LONGEST_NAME_OF_CLAUSE
    return short and NAME_OF_CLAUSE.fullmatch(paragraph.text) is not None


def heads(paragraphs: Sequence[Paragraph], place: int) -> bool:
    """Tell a line that names the matter of the prose below it."""
    paragraph = paragraphs[place]
    if len(paragraph.text) > LONGEST_LINE or paragraph.kind not in HEADING_KINDS or place + 1 >= len(paragraphs):
        return False
    below = paragraphs[place + 1].text
    prose = len(below.split()) > LONGEST_NAME and VERBAL.search(below) is not None
    return prose and names(paragraph) and PERSON_LINE.match(paragraph.text) is None


def names(paragraph: Paragraph) -> bool:
    """Tell a line that is the name of a matter by its words: short, and without a verb."""
    text = paragraph.text.strip()
    if NO_MATTER.fullmatch(text):
        return False
    named = NAME_LINE.match(text) is not None and len(text.split()) <= LONGEST_NAME
    named = named or _opens_clause(paragraph)
    if not named or (FINITE.search(text) is not None and NOTICE_OF_MOTION.match(text) is None):
        return False
    label, colon, _ = text.partition(":")
    return not colon or label.casefold() not in NO_LABELS
