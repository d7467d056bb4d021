"""What stands beside a number: units, rates (“per week”) and counted nouns after it, hedges before it."""

from __future__ import annotations

import re
from functools import cache

from minutesnlp.tagging.lexicons import table, words

# “per week”, “a year”, “per square metre”, “p.a.”; “a” only before a time or a head
PER = re.compile(
    r"""[ ]?(?:(?:/|\bper\b[ ]
        |\ba[ ](?!further|total|new|small|large|bit|lot|few|little|more|maximum|minimum|reserve|grant|loan|one)
        |\ban[ ](?=hour\b))[ ]?
        (?P<per>(?:(?:calendar|square|cubic|full|working|financial|metric|sq)[ ])?[A-Za-z²]+)
      |\b(?P<annum>p\.?a\b\.?|pcm\b|p\.?/?w\b\.?(?![a-z])|p\.h\.|ph\b|pppn\b))""",
    re.VERBOSE,
)
AND_PER = re.compile(r"[ ]per[ ](?!cent|se\b|the\b)([a-z]+)\b")
ANNUM = {"pa": "year", "pcm": "month", "pw": "week", "ph": "hour", "pppn": "person"}
PER_UNITS = {"annum": "year", "calendar month": "month", "hr": "hour", "yr": "year", "wk": "week", "mth": "month"}

HEDGE = re.compile(
    r"""\b(?P<hedge>around|about|approximately|approx\.?|circa\.?|c\.|ca\.|up[ ]to|over|under|just[ ]over|just[ ]under
    |more[ ]than|less[ ]than
    |fewer[ ]than|at[ ]least|at[ ]most|no[ ]fewer[ ]than|no[ ]less[ ]than|not[ ]fewer[ ]than
    |nearly|almost|some|in[ ]excess[ ]of|in[ ]the[ ]region[ ]of|
    roughly|an[ ]average[ ]of|a?[ ]?maximum[ ]of|a?[ ]?minimum[ ]of
    |no[ ]more[ ]than|not[ ]more[ ]than|not[ ]less[ ]than|above|below|only
    |estimated(?:[ ]at)?|close[ ]to|within|beyond|exactly|a[ ]further)[ ~]{1,2}\Z""",
    re.VERBOSE | re.IGNORECASE,
)
# The bounds that hedges set.
COMPARATORS = {
    **dict.fromkeys(["more than", "over", "just over", "above", "in excess of", "beyond"], ">"),
    **dict.fromkeys(["less than", "fewer than", "under", "just under", "below"], "<"),
    **dict.fromkeys(["at least", "a minimum of", "minimum of", "not less than", "no less than"], ">="),
    **dict.fromkeys(["no fewer than", "not fewer than"], ">="),
    **dict.fromkeys(
        ["up to", "at most", "a maximum of", "maximum of", "no more than", "not more than", "within"], "<="
    ),
}
# “40 or more”, “£500 and under”
BOUND = re.compile(
    r"(?:\s[a-z]+)?\s(?:or|and)\s(?:(?P<more>more|over|above)|less|fewer|under|below)\b(?!\sthan\b)", re.IGNORECASE
)
# “97 fewer than”, “3% higher than”
THAN = re.compile(r"(?:\s[a-z]+)?\s(?:(?P<up>more|higher|greater)|fewer|less|lower)\sthan\b", re.IGNORECASE)
DIRECTION = re.compile(
    r"\b(?:(?P<up>increase[ds]?|increasing|rise[ns]?|rose|rising|grow[ns]?|grew|up|additional|extra|more)|"
    r"(?P<down>decrease[ds]?|decreasing|reduc(?:ed?|es|ing|tions?)|fall(?:en|s|ing)?|fell|drop(?:ped|s)?|cut(?=\s(?:by|of|to|from)\s)|"
    r"decline[ds]?|down|saving|less|fewer))"
    r"\s(?:of|by|to|from|at|was|is|in the order of)?\s?(?:\w+\s)?\Z",
    re.IGNORECASE,
)

_UNIT_FORMS = {form: (unit, kind) for form, unit, kind in table("units")}
_UNIT_LOWER = {form.lower(): pair for form, pair in _UNIT_FORMS.items()}
_DURATION = "|".join(sorted((f for f, (_, kind) in _UNIT_FORMS.items() if kind == "duration"), key=len, reverse=True))
# “ clear working days”, “-week”, “ year olds”, “-month”; the measure letters close to or after the digits
DURATION = re.compile(
    rf"(?:[ -]|[ ]?\n)?(?P<adjective>(?:(?:clear|working|calendar|full|consecutive|school|business|"
    rf"additional|whole|long|continuous)[ ]){{0,2}})"
    rf"(?P<unit>{_DURATION})(?P<old>[ -]olds?\b|[ ]of[ ]age\b)?\b",
    re.IGNORECASE,
)
_SYMBOLS = [f for f, (_, kind) in _UNIT_FORMS.items() if kind == "measure"]
MEASURE = re.compile(
    "[ -]?(?P<unit>" + "|".join(re.escape(f) for f in sorted(_SYMBOLS, key=len, reverse=True)) + r")(?![\w²³/])",
    re.IGNORECASE,
)
PERCENT = re.compile(
    r"\s?%(?:[ ]points?\b)?|[ -](?:per[ ]?cent(?:age)?|percent(?:age)?)\b(?:[ ]points?\b)?|[ ]?pc\b(?!m)", re.IGNORECASE
)

WORD = re.compile(r"[ ]{0,2}([^\W\d_]+(?:[’'-][^\W\d_]+)*)")
STREETS = words("street_types")
REFERENCES = words("reference_words")
_IRREGULAR = {
    "people": "people", "children": "child", "men": "man", "women": "woman", "staff": "staff", "persons": "person",
    "families": "family", "criteria": "criterion",
    "lives": "life", "halves": "half", "wolves": "wolf", "sheep": "sheep",
    "police": "police", "personnel": "personnel", "youth": "youth", "data": "data", "feet": "foot", "geese": "goose",
    "media": "medium", "aldermen": "alderman", "chairmen": "chairman", "policemen": "policeman", "shelves": "shelf",
}  # fmt: skip
# Words in -s that are no plural, and words at which a noun phrase ends.
_NOT_PLURAL = words("not_plural")
STOPS = words("noun_phrase_stops")
_COMPOUNDS = words("compound_nouns")
_OPEN_ADJECTIVES = 5


@cache
def unit_of(form: str) -> tuple[str, str] | None:
    """Return the unit and the kind a printed form stands for.

    >>> unit_of("tonnes"), unit_of("m²")
    (('tonne', 'measure'), ('m2', 'measure'))
    """
    return _UNIT_FORMS.get(form) or _UNIT_LOWER.get(form.lower())


def rate_after(text: str, end: int) -> tuple[int, str] | None:
    """Return where a rate ends that begins at `end`, and its unit.

    >>> rate_after("£5600 per week", 5)
    (14, 'week')
    """
    match = PER.match(text, end)
    if match is None:
        return None
    if match["annum"]:
        letters = re.sub(r"[^a-z]", "", match["annum"].lower())
        return match.end(), ANNUM.get(letters, letters)
    unit = match["per"].lower()
    if unit.startswith(("cent", "se", "the")):
        return None
    per = PER_UNITS.get(unit, singular(unit))
    more = AND_PER.match(text, match.end())  # “£4.50 per user per month”
    if more is None:
        return match.end(), per
    second = more[1].lower()
    return more.end(), f"{per} per {PER_UNITS.get(second, singular(second))}"


def singular(noun: str) -> str:
    """Return the singular of a noun, roughly.

    >>> singular("families"), singular("boxes"), singular("plans"), singular("children")
    ('family', 'box', 'plan', 'child')
    """
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if len(noun) > 4 and noun.endswith("ies"):
        return noun[:-3] + "y"
    if noun.endswith(("sses", "shes", "ches", "xes", "zes")):
        return noun[:-2]
    return noun[:-1] if len(noun) > 2 and noun.endswith("s") and not noun.endswith("ss") else noun


def counted_noun(text: str, end: int) -> tuple[str, bool] | None:
    """Return the noun a number counts, in the singular, and whether the words before it are in lower case.

    Only a plural is a sure sign: “70 young children” counts, “12 Harbour Road” does not. Of several plurals in a row
    the last is the noun (“three Early Help social workers”).

    >>> counted_noun("70 young children were", 2), counted_noun("12 Harbour Road", 2)
    (('child', True), None)
    """
    lower = True
    noun = None
    at = end
    previous = ""
    for _ in range(_OPEN_ADJECTIVES):
        match = WORD.match(text, at)
        if match is None or (at == end and match.start(1) == end):
            break
        word = match[1].lower()
        if word.endswith(("’s", "'s")):
            word = word[:-2]
            at = match.end()
            previous = word
            continue
        if word in STOPS:
            if word == "of" and at == end:
                return _after_of(text, match.end())
            break
        if word in STREETS and match[1][0].isupper():
            return None
        lower = lower and match[1][0].islower()
        if word in _IRREGULAR or (
            word.endswith("s") and not word.endswith("ss") and len(word) > 3 and word not in _NOT_PLURAL
        ):
            noun = _whole(previous, singular(word))
            if not match[1][0].isupper():
                following = WORD.match(text, match.end())
                if following is None or not _is_plural(following[1].lower()):
                    break
        previous = word
        at = match.end()
    return (noun, lower) if noun else None


def _is_plural(word: str) -> bool:
    return word in _IRREGULAR or (
        word.endswith("s") and len(word) > 3 and word not in _NOT_PLURAL and word not in STOPS
    )


def _whole(previous: str, noun: str) -> str:
    """Return a noun of two words whole: a social worker is counted, not a worker."""
    noun = "person" if previous == "young" and noun == "people" else noun
    both = f"{previous} {noun}"
    return both if both in _COMPOUNDS else noun


def _after_of(text: str, end: int) -> tuple[str, bool] | None:
    """Return the noun of “two of the political parties”."""
    at = end
    for _ in range(_OPEN_ADJECTIVES):
        match = WORD.match(text, at)
        if match is None:
            return None
        word = match[1].lower()
        if _is_plural(word):
            return singular(word), True
        at = match.end()
    return None
