"""Figures in a text: money, percentages, counts, durations, measures, ratios and votes, with their values."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from minutesnlp.tagging.figures.amounts import Amount, amounts_of
from minutesnlp.tagging.figures.context import BARE_MONEY, Context, starts_line
from minutesnlp.tagging.figures.references import CODES_BESIDE, is_reference
from minutesnlp.tagging.figures.rules import as_count, as_ratio
from minutesnlp.tagging.figures.units import (
    BOUND,
    COMPARATORS,
    DIRECTION,
    DURATION,
    HEDGE,
    MEASURE,
    PERCENT,
    THAN,
    rate_after,
    singular,
    unit_of,
)
from minutesnlp.tagging.figures.votes import as_vote
from minutesnlp.tagging.mentions import Mention
from minutesnlp.text.number_words import MAGNITUDES, plain

# The sign of a change: “+4.2%”, “| -11%”.
# What makes a change of so much of a word before it: “up by”, “reduced to”.
LED_BY = re.compile(r"\b(?:by|of|to|from)\s\Z")
SIGNED = re.compile(r"(?:\A|[\s|(])(?:[+−–-]|(?:minus|plus)\s)\Z|\A[+−–-]\Z", re.IGNORECASE)
# “ to ”, “-”, “/” between the two ends of a range; “ and ” only after “between”
RANGE = re.compile(r"[ ]?(?:-|–|—)[ ]?\Z|[ ]to[ ]\Z|[ ]or[ ]\Z|/\Z")
AND = re.compile(r"[ ]and[ ]\Z")
BETWEEN = re.compile(r"\bbetween(?:\s(?:around|about|approximately))?\s\Z", re.IGNORECASE)
FROM = re.compile(r"\bfrom\s(?:around\s|about\s|approximately\s|just\s(?:over|under)\s|some\s)?\Z", re.IGNORECASE)
RANGING = re.compile(
    r"\b(?:rang(?:e[sd]?|ing)|var(?:y|ie[sd]|ying)|anywhere|anything|aged|ages|sizes?|cost(?:s|ing)?|priced?)"
    r"\s(?:in size\s)?from\s\w*\s?\Z",
    re.IGNORECASE,
)
# What a bare count counts stands so far before it at most.
NOUN_REACH = 140
NUMBER_OF = re.compile(r"\bnumbers?\sof\s(?:[a-z-]+\s){0,3}?(?P<noun>[a-z]{3,}s)\b", re.IGNORECASE)
TIMES = re.compile(r"[ ]?(?:x|X|×|by)[ ]?\Z")
FRACTIONS = {"1/2": "0.5", "1/4": "0.25", "3/4": "0.75"}
DASHES = frozenset(["-", "–", " - ", " – "])
PENCE = re.compile(r"p\b(?!\.m)|[ ]?(?:pence)\b")
EURO_WORD = re.compile(r"[ ]?(?P<word>pounds?|euros?|dollars?|quid)\b", re.IGNORECASE)
# The letter of millions behind the second end of a range of money: “£3-4m”.
MILLIONS = re.compile(r"[ ]?(m|bn|k)\b(?![²³])")
PROSE_END = re.compile(r"[.,;:)]|\s*\Z|\s(?:and|or|but|in|on|at|were|was|are)\b")
CURRENCY_WORDS = {"pound": "GBP", "quid": "GBP", "euro": "EUR", "dollar": "$"}
# A heading's number: “3 Minutes of the last meeting”
HEADED = re.compile(r"[ ]{1,4}Minutes\b[ ][A-Za-z]")
FILE_SIZE = re.compile(r"[ ]?(?:KB|MB|GB|kb|Mb|mb|TB)\b")
LONGER = re.compile(
    r"\b(?:for|in|of|by|with|after|take[ns]?|taking|took|been|last(?:ed|ing|s)?|wait(?:ed|ing|s)?|is|was|were)\s\Z"
)
AGED = re.compile(r"\b(?:aged?|ages)(?:\s(?:of|under|over|up to|between|from|about|around))?\s\Z", re.IGNORECASE)


def find_figures(text: str, taken: Sequence[Mention] = (), *, tabular: bool = False) -> list[Mention]:
    """Return the figures of a text in reading order; what is `taken` (its dates) is left alone.

    `tabular` says that the text is a row of a table of payments, so that `450.00` is money.

    >>> [(m.start, m.value, m.kind) for m in find_figures("It cost £2.3 million, 12% more.")]
    [(8, '2300000', 'money'), (22, '12', 'percent')]
    """
    amounts = amounts_of(text, taken)
    context = Context(text, tabular or BARE_MONEY.search(text) is not None, tabular)
    found: list[Mention] = []
    place = 0
    while place < len(amounts):
        mention, used = _figure(context, amounts, place)
        if mention is not None:
            found.append(_with_circumstance(text, _with_noun(text, mention, found)))
        place += used
    return _with_contrasting_ones(text, found)


def _with_noun(text: str, mention: Mention, found: Sequence[Mention]) -> Mention:
    """Give a bare count the noun that was counted before it: “the number of repairs, 2,969”, “40 homes, of which 8”."""
    if mention.unit is not None or mention.kind != "count":
        return mention
    before = text[max(0, mention.start - NOUN_REACH) : mention.start]
    before = before[max(before.rfind(end) for end in (". ", "\n", "? ")) + 1 :]
    number_of = None
    for match in NUMBER_OF.finditer(before):
        number_of = match
    last = found[-1] if found else None
    if number_of is not None:
        return replace(mention, unit=singular(number_of["noun"].lower()))
    if last is not None and last.kind == "count" and last.unit and mention.start - last.end < len(before):
        return replace(mention, unit=last.unit)
    return mention


def _with_circumstance(text: str, mention: Mention) -> Mention:
    """Add the hedge before a figure (“up to”), the bound it makes and the direction of a change (“a rise of”)."""
    hedge = HEDGE.search(text, max(0, mention.start - 24), mention.start)
    start = hedge.start() if hedge else mention.start
    if hedge and mention.kind == "duration" and hedge["hedge"].lower() == "over" and not LONGER.search(text, 0, start):
        hedge = None  # “£1.2m over three years”: during them
    change = DIRECTION.search(text, max(0, start - 32), start)
    if change and (mention.kind == "duration" or change[0].lstrip()[0].isupper()) and not LED_BY.search(change[0]):
        change = None  # “Clean Up 2”, “reduced after 12 months”
    mark = SIGNED.search(text, max(0, mention.start - 7), mention.start) if mention.kind == "percent" else None
    signed = ("up" if mark[0].strip(" |(").lower() in {"+", "plus"} else "down") if mark else None
    than = THAN.match(text, mention.end)
    bound = BOUND.match(text, mention.end)
    if not (hedge or change or signed or than or bound):
        return mention
    told = change or than
    direction = ("up" if told["up"] else "down") if told else signed
    said = " ".join(hedge["hedge"].lower().split()) if hedge else None
    comparator = (">=" if bound["more"] else "<=") if bound else COMPARATORS.get(said or "")
    return replace(mention, hedge=said, direction=direction, comparator=comparator)


def _figure(context: Context, amounts: list[Amount], place: int) -> tuple[Mention | None, int]:
    """Return the figure that begins with this amount, and how many amounts it takes."""
    text, this = context.text, amounts[place]
    if this.form == "half":
        return Mention("FIGURE", this.start, this.end, "0.5", "figure:duration", "hour", "duration"), 1
    following = amounts[place + 1] if place + 1 < len(amounts) else None
    ratio = as_ratio(text, this, following)
    if ratio is not None:
        return ratio
    if following is not None and following.start - this.end < 26:
        pair = _pair(context, this, following)
        if pair is not None:
            return pair, 2
    return _single(context, this, this.start, plain(this.value)), 1


def _pair(context: Context, low: Amount, high: Amount) -> Mention | None:
    """Return a range or the two sides of an area, where these two amounts make one."""
    text = context.text
    first = _unit(text, low)
    gap = text[first.end if first else low.end : high.start]
    if as_vote(text, low) is not None and text[low.end : high.start] == " to ":
        return None
    if (gap == " to " and _is_change(text, low, high)) or not _agree_in_money(low, high, gap):
        return None
    if TIMES.match(gap):
        last = _unit(text, high)
        if last is None or last.kind != "measure":
            return None
        return replace(last, start=low.start, value=f"{plain(low.value)}/{plain(high.value)}", found_by="figure:area")
    if not _is_range(context, low, high, gap):
        return None
    low, high = _of_one_scale(text, low, high)
    value = f"{plain(low.value)}/{plain(high.value)}"
    if "/" in gap:
        return _either(context, low, high, value)
    if high.form == "digits" and low.form == "money":
        high = replace(high, form="money", currency=low.currency)
    mention = _single(context, high, low.start, value, low=low)
    if mention is None:
        spelled = low.form == high.form == "words" and gap == " to " and PROSE_END.match(text, high.end)
        return Mention("FIGURE", low.start, high.end, value, "figure:range", None, "count") if spelled else None
    if gap == " or " and mention.kind in {"count", "money"} and low.form != "words":
        return None
    return mention


def _agree_in_money(low: Amount, high: Amount, gap: str) -> bool:
    """Tell whether two amounts may be the ends of one range as to money: both are, or “£3-4”."""
    if low.form == "money":
        return high.form == "money" or gap in DASHES
    return high.form != "money"


def _is_range(context: Context, low: Amount, high: Amount, gap: str) -> bool:
    """Tell whether what stands between two amounts makes them the ends of a range."""
    text = context.text
    between = BETWEEN.search(text, max(0, low.start - 28), low.start)
    if not (RANGE.match(gap) or (between and AND.match(gap))):
        return False
    if "/" in gap and not (low.form == high.form == "digits" and low.value < high.value):
        return False
    if high.value <= low.value and low.value < 1000:
        return False
    coded = gap in DASHES and (
        is_reference(context, low, ranged=True) or CODES_BESIDE.search(text, max(0, low.start - 20), low.start)
    )
    return not coded


def _either(context: Context, low: Amount, high: Amount, value: str) -> Mention | None:
    """Return what two numbers with a stroke between them are: “3/4 days”, “about 10/12”, a year “2019/20”."""
    text = context.text
    unit = _unit(text, high)
    if unit is not None:
        one = not text[unit.start : unit.end].endswith("s")  # “1/2 year” is half of one, “1/2 years” one or two
        return replace(unit, start=low.start, value=FRACTIONS.get(value, value) if one else value)
    if HEDGE.search(text, max(0, low.start - 24), low.start):
        return Mention("FIGURE", low.start, high.end, value, "figure:range", None, "count")
    if context.homeless(low, high) and not starts_line(text, low.start):
        return Mention("FIGURE", low.start, high.end, value, "figure:range", "year", "duration")
    return None


def _of_one_scale(text: str, low: Amount, high: Amount) -> tuple[Amount, Amount]:
    """Give the lower end of “£2-3 million” and “£3-4m” the magnitude that only the upper prints."""
    letter = MILLIONS.match(text, high.end) if low.form == "money" and high.scale == 1 else None
    if letter is not None:
        scale = MAGNITUDES[letter[1].lower()]
        high = replace(high, end=letter.end(), value=high.value * scale, scale=scale)
    if low.scale == 1 and high.scale > 1 and low.value < high.value / high.scale:
        low = replace(low, value=low.value * high.scale, scale=high.scale)
    return low, high


def _is_change(text: str, low: Amount, high: Amount) -> bool:
    """Tell “rose from £28 to £32”, two figures, from “from 5 to 11 years” and “ranged from 3 to 7”, each one range."""
    if FROM.search(text, max(0, low.start - 24), low.start) is None:
        return False
    if RANGING.search(text, max(0, low.start - 32), low.start):
        return False
    last = _unit(text, high)
    return (
        low.form == "money" or _unit(text, low) is not None or last is None or last.kind not in {"duration", "measure"}
    )


def _single(context: Context, amount: Amount, start: int, value: str, *, low: Amount | None = None) -> Mention | None:
    """Return the figure an amount makes with what stands after it; `start` is that of the range it closes."""
    text = context.text
    if FILE_SIZE.match(text, amount.end):
        return None
    unit = _unit(text, amount)
    if unit is not None:
        if unit.kind in {"duration", "measure"} and is_reference(context, low or amount, only_label=True):
            return None
        if unit.kind == "duration" and HEADED.match(text, amount.end) and starts_line(text, start):
            return None
        return replace(unit, start=start, value=value) if low else unit
    if AGED.search(text, max(0, start - 20), start) and amount.form != "money" and amount.value < 120:
        return Mention("FIGURE", start, amount.end, value, "figure:age", "year", "duration")
    vote = as_vote(text, amount)
    if vote is not None:
        return replace(vote, start=start, value=value)
    return as_count(context, amount, start, value, low)


def _unit(text: str, amount: Amount) -> Mention | None:
    """Return the figure with the unit that is printed at it: money, percent, duration, measure."""
    value, end = plain(amount.value), amount.end
    if amount.form == "money":
        return _rated(text, amount, end, value, "money", amount.currency)
    if percent := PERCENT.match(text, end):
        unit = "percentage point" if "point" in percent[0].lower() else "percent"
        return Mention("FIGURE", amount.start, percent.end(), value, "figure:percent", unit, "percent")
    if amount.form == "digits" and (pence := PENCE.match(text, end)):
        return _rated(text, amount, pence.end(), plain(amount.value / 100), "money", "GBP")
    if word := EURO_WORD.match(text, end):
        return _rated(text, amount, word.end(), value, "money", CURRENCY_WORDS[word["word"].lower().rstrip("s")])
    return _duration(text, amount, value) or _measure(text, amount, value)


def _duration(text: str, amount: Amount, value: str) -> Mention | None:
    duration = DURATION.match(text, amount.end)
    if duration is None:
        return None
    close = duration.start("unit") == amount.end
    if close and (len(duration["unit"]) < 2 or not (duration["adjective"] or amount.form == "digits")):
        return None
    known = unit_of(duration["unit"])
    if known is None:
        return None
    unit = (duration["adjective"].lower() + known[0]).strip()
    if duration["old"]:
        return Mention("FIGURE", amount.start, duration.end(), value, "figure:duration", unit, "duration")
    return _rated(text, amount, duration.end(), value, "duration", unit)


def _measure(text: str, amount: Amount, value: str) -> Mention | None:
    measure = MEASURE.match(text, amount.end)
    known = unit_of(measure["unit"]) if measure else None
    if measure is None or known is None:
        return None
    form = measure["unit"]
    letter = len(form) <= 2 and form.isalpha()
    if letter and (amount.form == "words" or (form.isupper() and form != "MW")):
        return None
    if form == "m" and text[amount.end : amount.end + 1] == " " and amount.value < 1:
        return None
    return _rated(text, amount, measure.end(), value, "measure", known[0], rule="letter" if letter else "measure")


def _rated(
    text: str, amount: Amount, end: int, value: str, kind: str, unit: str | None, *, rule: str | None = None
) -> Mention:
    """Return the figure that ends here, with the rate printed behind it: “a week”, “per head”."""
    last, per = rate_after(text, end) or (end, None)
    return Mention("FIGURE", amount.start, last, value, f"figure:{rule or kind}", unit, kind, per)


def _with_contrasting_ones(text: str, found: list[Mention]) -> list[Mention]:
    """Keep the counts of one only where another count stands in the same sentence, close by."""
    kept = []
    for place, mention in enumerate(found):
        if mention.found_by == "figure:one":
            near = [
                other
                for other in found[max(0, place - 3) : place + 4]
                if other is not mention and other.kind in {"count", "vote"} and other.found_by != "figure:one"
            ]
            if not any(_same_sentence(text, mention, other) for other in near):
                continue
            mention = replace(mention, found_by="figure:count")
        kept.append(mention)
    return kept


def _same_sentence(text: str, one: Mention, other: Mention) -> bool:
    first, last = sorted((one, other), key=lambda m: m.start)
    between = text[first.end : last.start]
    return len(between) < 90 and not re.search(r"[.;?!]\s|\n", between)
