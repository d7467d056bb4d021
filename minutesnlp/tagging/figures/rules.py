"""Whether a bare number is a count, a vote, a ratio, or money in a column."""

from __future__ import annotations

import re

from minutesnlp.tagging.figures.amounts import Amount
from minutesnlp.tagging.figures.context import LINE_START, Context
from minutesnlp.tagging.figures.references import ALWAYS_LABELS, LEADS, PUBLIC_AFTER, WORD_BEFORE, is_reference
from minutesnlp.tagging.figures.units import HEDGE, REFERENCES, STOPS, WORD, counted_noun, singular
from minutesnlp.tagging.mentions import Mention
from minutesnlp.text.number_words import plain

TWO_DECIMALS = re.compile(r"(?:\d[\d,]*\.\d\d|0\.0)\Z")
ONE_DECIMAL = re.compile(r"\d{2,6}\.\d")
AFTER_MONEY = re.compile(r"(?:CR|DR|cr|dr)?(?=[\s|,;)*]|\.(?!\d)|\Z)")
RATIO_JOIN = re.compile(r"[ ](?:in|out[ ]of|in[ ]every)[ ](?:every[ ])?\Z")
# “one household in ten”: only of one, for “three visits in ten weeks” is no ratio
ONE_NOUN_IN = re.compile(r"[ ][a-z]+[ ](?:in(?:[ ]every)?|out[ ]of)[ ]\Z")
COUNTED_AFTER = re.compile(r"[ ](?:days?|weeks?|months?|years?|hours?|minutes?)\b|[ ]?%")
COLON = re.compile(r"[ ]?:[ ]?\Z")
PER_MANY = re.compile(r"[ ](?:cases[ ]|deaths[ ]|\w+[ ])?per[ ]\Z")
FRACTION = re.compile(
    r"[ -](?P<part>half|halves|thirds?|quarters?|fifths?|sixths?|eighths?|tenths?)\b(?![ ](?:meeting|"
    r"reading|party|parties|year|and|phase|stage|of[ ](?:the[ ])?(?:20|19)))"
)
PARTS = {"hal": 2, "thi": 3, "qua": 4, "fif": 5, "six": 6, "eig": 8, "ten": 10}
PROSE_AFTER = re.compile(
    r"\s?(?:[.,;:)?!’”]|\Z|\n|[–-]\s|\s(?:in|were|was|are|is|had|have|of|to|from|and|or|by|at|on|per|as|more|less|fewer|who|which|that|with|this|last|during|for|people|compared|being|if|each|so|but|when|out|not|would|could|will|did|only|over|still|under|currently|new)\b|\s\()"
)
# The last word of a run of capitalised words: “ Homes Group”
CAPITALS = re.compile(r"(?:[ ][A-Z][\w’'-]{0,30}){0,6}[ ]([A-Z][\w’'-]{0,30})")
IDIOMS = re.compile(
    r"[ -](?:way|off|tier|line|stop|time|another|day\b|thing|fold|self|by[ ]one|"
    r"person[ ]one|side|sided|o[’']clock|rivers|oaks|ways|wheel|wheeled|"
    r"tolerance|(?:of[ ](?:the|these|those|our|its|their|his|her|us|them|which|a)|to[ ]one))\b",
    re.IGNORECASE,
)
HEADING_AFTER = re.compile(r"[ \t]{1,4}[A-Za-z]")
LARGEST_NUMBER = 100
# Words before which “one” is a pronoun; behind a figure 1 they show that a scan's capital I is meant.
NOT_BEHIND_ONE = frozenset(
    ["of", "could", "can", "would", "should", "another", "or", "side", "way", "that", "who", "which", "more"]
)
NOT_BEHIND_1 = frozenset(
    [
        *("of", "and", "or", "to", "on", "at", "for", "with", "by", "was", "but", "the", "that", "this", "in", "is"),
        *("will", "am", "have", "do", "think", "believe", "ask", "agree", "wish", "want"),
    ]
)
DASHED_DIGITS = re.compile(r"[-–]\d")
CELL_BEFORE = re.compile(r"[|\t][ *]{0,3}\Z")
CELL_AFTER = re.compile(r"[ *]{0,3}(?:[|\t\n]|\Z)")
# The words that say what a row is about; a row that begins with a number or a reference is another kind.
ROW_LABEL = re.compile(r"[ |*]{0,3}[A-Z][^|\t\n\d]{2,80}(?=[|\t])")
LONGEST_LABEL = 8
LEAST_CELLS = 4
LONGEST_ROW = 400
WORDY = re.compile(r"[|\t][ *]{0,3}[A-Z][a-z]{2}")
# Words before a number that make it a time, a place in a row or the name of a thing.
NOT_BEFORE_COUNTS = REFERENCES | ALWAYS_LABELS | frozenset(["at", "until", "till", "since", "number", "top", "past"])
NAMED_BY = re.compile(r"\b(?:top|phase|part|stage|level|year|tier|number|group|class|period)[ -]\Z", re.IGNORECASE)
POINTED_AT = re.compile(r"\b(?:no|any|every|some|this|that|the only|each|the|day)[ -]\Z", re.IGNORECASE)
YEAR_LIKE = range(1900, 2100)


def as_ratio(text: str, this: Amount, following: Amount | None) -> tuple[Mention, int] | None:
    """Return a ratio (“one in five”, “3 out of 10”, “1:14”, “two thirds”) and how many amounts it takes."""
    fraction = FRACTION.match(text, this.end) if this.form == "words" and this.value < 10 else None
    if fraction:
        value = this.value / PARTS[fraction["part"][:3].lower()]
        return Mention("FIGURE", this.start, fraction.end(), plain(round(value, 4)), "figure:ratio", None, "ratio"), 1
    if following is None or following.form == "money" or this.form == "money" or following.start - this.end > 24:
        return None
    gap = text[this.end : following.start]
    one = this.value == 1 and this.form == "words" and 1 < following.value <= 100
    if one and ONE_NOUN_IN.match(gap) and not COUNTED_AFTER.match(text, following.end):
        ratio = plain(round(this.value / following.value, 4))
        return Mention("FIGURE", this.start, following.end, ratio, "figure:ratio", None, "ratio"), 2
    if RATIO_JOIN.match(gap) and 0 < this.value < following.value and text[following.end : following.end + 1] != "%":
        if "out" not in gap and (following.value > 100000 or following.value in YEAR_LIKE):
            return None
    elif not (COLON.match(gap) and 0 < this.value < 1000 and len(gap) == 1 and this.form == following.form == "digits"):
        if not (PER_MANY.match(gap) and following.value >= 100):
            return None
    elif (
        text[following.end : following.end + 1] in {":", "."} and text[following.end + 1 : following.end + 2].isdigit()
    ):
        return None
    if following.value == 0:
        return None
    ratio = plain(round(this.value / following.value, 4 if following.value < 1000 else 6))
    return Mention("FIGURE", this.start, following.end, ratio, "figure:ratio", None, "ratio"), 2


def as_count(context: Context, amount: Amount, start: int, value: str, low: Amount | None) -> Mention | None:
    """Return a count with the noun it counts, or money in a column."""
    text, end = context.text, amount.end
    printed = text[amount.start : end]
    if amount.form == "digits":
        decimals = TWO_DECIMALS.match(printed) or (context.tabular and _is_short_money(text, amount, start))
        if context.payments and decimals and _is_in_a_column(context, amount, start):
            return Mention("FIGURE", start, end, value, "figure:column", context.currency, "money")
        if low is None and _fills_a_cell(text, amount, start):
            return Mention("FIGURE", start, end, value, "figure:cell", None, "count")
        if is_reference(context, low or amount, ranged=low is not None):
            return None
        if amount.value in YEAR_LIKE and "," not in printed and len(printed) == 4:
            noun = counted_noun(text, end)
            return Mention("FIGURE", start, end, value, "figure:count", noun[0], "count") if noun and noun[1] else None
    elif amount.form == "words":
        if _is_idiom(text, amount):
            return None
        if text[start].isupper() and _inside_name(text, end):
            return None
    noun = counted_noun(text, end)
    if noun is not None and not noun[1] and amount.form == "digits" and text[max(0, start - 4) : start] == " at ":
        return None  # “at 1340 Poydras”
    if noun is not None and amount.value != int(amount.value) and not _is_told_of(text, end):
        return None  # “7.4 Police Report”, “Rule 15.1 of the Council’s rules”
    if amount.value == 1:
        return _one(text, amount, start, value, noun)
    if noun is not None:
        kind = "vote" if noun[0] == "vote" else "count"
        return Mention("FIGURE", start, end, value, "figure:" + kind, noun[0], kind)
    if _stands_as_count(text, amount, start):
        return Mention("FIGURE", start, end, value, "figure:bare", None, "count")
    return None


def _is_short_money(text: str, amount: Amount, start: int) -> bool:
    """Tell a cell of money from which a spreadsheet took the last nought: “277.6”."""
    alone = CELL_BEFORE.search(text, max(0, start - 4), start) and CELL_AFTER.match(text, amount.end)
    return alone is not None and ONE_DECIMAL.fullmatch(text, amount.start, amount.end) is not None


def _is_told_of(text: str, end: int) -> bool:
    """Tell what is counted from the title of a heading: “11.49 coordinators”, “2.5 FTE posts”."""
    following = WORD.match(text, end)
    return following is not None and following[1] != "of" and (following[1][0].islower() or following[1].isupper())


def _is_in_a_column(context: Context, amount: Amount, start: int) -> bool:
    """Tell money without a sign from a reference (“15/02/12.01”), a heading's number, and “11.49 coordinators”."""
    text, end = context.text, amount.end
    before = text[max(0, start - 24) : start]
    if not AFTER_MONEY.match(text, end) or before.endswith("/"):
        return False
    if LINE_START.search(before) and HEADING_AFTER.match(text, end) and amount.value < LARGEST_NUMBER:
        return False
    noun = None if context.tabular else counted_noun(text, end)
    label = None if before.endswith("\n") else WORD_BEFORE.search(before)
    word = label[1].lower().rstrip(".") if label else ""
    return not (noun is not None and noun[1]) and (word not in REFERENCES or word == "no")


def _one(text: str, amount: Amount, start: int, value: str, noun: tuple[str, bool] | None) -> Mention | None:
    if amount.form == "digits" and PUBLIC_AFTER.match(text, amount.end):
        noun_word = WORD.match(text, amount.end)
        unit = singular(noun_word[1].lower()) if noun_word else None
        return Mention("FIGURE", start, amount.end, value, "figure:count", unit, "count")
    if amount.form == "digits" and noun is None:
        following = WORD.match(text, amount.end)
        if (
            following is None
            or not following[1][0].islower()
            or following[1] in NOT_BEHIND_1
            or LINE_START.search(text, max(0, start - 8), start)
        ):
            return None
        return Mention("FIGURE", start, amount.end, value, "figure:count", singular(following[1].lower()), "count")
    following = WORD.match(text, amount.end)
    if text[start].isupper() or following is None or following[1].lower() in NOT_BEHIND_ONE:
        return None
    unit = following[1].lower()
    return Mention("FIGURE", start, amount.end, value, "figure:one", None if unit in STOPS else unit, "count")


def _is_idiom(text: str, amount: Amount) -> bool:
    """Tell a number of an idiom (“one of those things”) or of a thing's name (“phase two”, “this one”)."""
    idiom = IDIOMS.match(text, amount.end)
    if idiom is not None:
        return amount.value == 1 or " of" not in idiom[0].lower()
    if NAMED_BY.search(text, max(0, amount.start - 8), amount.start):
        return True
    return amount.value == 1 and POINTED_AT.search(text, max(0, amount.start - 10), amount.start) is not None


def _inside_name(text: str, end: int) -> bool:
    """Tell “Seven Homes”, “Three Rivers District Council”: a capital on both sides of the joint."""
    following = WORD.match(text, end)
    if following is None or not following[1][0].isupper():
        return False
    if counted_noun(text, end) is None:
        return True
    run = CAPITALS.match(text, end)
    return run is not None and not run[1].endswith("s")


def _fills_a_cell(text: str, amount: Amount, start: int) -> bool:
    """Tell a number alone in a cell of a row that begins with words: “Potholes repaired | 9,840”."""
    if not CELL_BEFORE.search(text, max(0, start - 4), start) or not CELL_AFTER.match(text, amount.end):
        return False
    printed = text[start : amount.end]
    if printed.isdigit() and len(printed) > 3:
        return False
    begin = text.rfind("\n", 0, start) + 1
    row = ROW_LABEL.match(text, begin)
    if row is None or row.end() > start:
        # A row that begins with a number or code is one of figures only where it is long: “X14 | Elm Buses | 28 | 12”.
        end = text.find("\n", start)
        cells = text[begin : end if end >= 0 else len(text)].count(text[begin:start].rstrip(" *")[-1:])
        return cells >= LEAST_CELLS - 1 and WORDY.search(text, begin, start) is not None and start - begin < LONGEST_ROW
    told = row[0].strip(" |*").lower()
    return len(told.split()) <= LONGEST_LABEL and told not in REFERENCES


def _stands_as_count(text: str, amount: Amount, start: int) -> bool:
    """Tell whether a number without a plural is a figure: “increased to 1840”, “of which 500 were”, “(167)”."""
    before = text[max(0, start - 32) : start]
    if HEDGE.search(before):
        return PROSE_AFTER.match(text, amount.end) is not None or WORD.match(text, amount.end) is not None
    if before.endswith("(") and text[amount.end : amount.end + 1] == ")":
        word = re.search(r"([a-z]+)[ ]\(\Z", before)
        return bool(word and text[amount.end : amount.end + 1] == ")" and word[1].endswith("s") and amount.value > 1)
    prose = PROSE_AFTER.match(text, amount.end) is not None
    following = WORD.match(text, amount.end)
    if amount.value == 1 or not (prose or (following is not None and following[1][0].islower())):
        return False
    if DASHED_DIGITS.match(text, amount.end):
        return False  # “146-601”: a code, or a range that was no figure
    word_before = re.search(r"([^\W\d_]+)[ ]\Z", before)
    if word_before is None:
        bracketed = text[amount.end :].lstrip()[:1] == "("
        return (
            prose
            and not bracketed
            and before.endswith(
                ("(", ", ", "; ", ": ", "? ", ". ", "\n") if amount.form == "words" else (", ", "; ", ": ")
            )
        )
    lower = word_before[1].lower()
    if lower in {"and", "or"} and text[amount.end : amount.end + 2] == " (":
        return False  # “conditions 3 (materials) and 8 (method)”
    if lower in LEADS:
        return amount.form == "digits" or prose
    return prose and word_before[1].islower() and lower not in NOT_BEFORE_COUNTS
