"""The numbers of a text as printed, before anything is known of what they count."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from minutesnlp.tagging.figures.units import PERCENT
from minutesnlp.tagging.mentions import Mention, lowered
from minutesnlp.text.number_words import DIGITS, MAGNITUDES, NUMBER_WORDS, of_digits, of_words

# A “$” alone does not say whose dollar it is.
CURRENCIES = {"£": "GBP", "€": "EUR", "$": "$"}
LANDS = {"US": "USD", "CA": "CAD", "C": "CAD", "AU": "AUD", "A": "AUD", "NZ": "NZD"}  # “US$50”
LAND = re.compile(r"(?<![A-Za-z])[A-Z]{1,2}\Z")
# Every figure begins with a currency sign, a digit or a number word: “£56m”, “3,563”, “thirty-nine”; not “A19”.
# First one character is looked for, which the pattern's engine does quickly, then the figure that begins there.
SIGN = re.compile(r"[£€$\d]|GBP|EUR|USD|CAD|AUD|gbp|eur")
# In a list of payments an initial may follow the sum: “£112.48 K & M Lighting”, “£20.00 M Smith”.
NO_NAME = r"(?:The|This|That|A|An|It|In|On|He|She|They|We|There)\b"
INITIAL = rf"(?-i:\s[KMB](?:\s?&|(?<=\.\d\d..)\.?\s(?!{NO_NAME})[A-Z][a-z]))"
# “£426. 46: Reed & Co”, “£1850. 00 was paid”; not “£40. 20 people came”
PENCE_APART = r"\.[ ](?:0\d(?!\d)|\d\d(?=[:;,)]|\s*\Z|\s[-–]\s))"
MONEY_OR_DIGITS = re.compile(
    rf"""(?:(?P<sign>[£€$])(?:\s{{0,2}}|(?P<below>[-–−](?=\d)))|(?P<code>\b(?:GBP|EUR|USD|CAD|AUD)\s))
      (?P<money>\d{{1,3}}(?:\.\d{{3}}){{2,}}(?!\d)
        |(?:\d{{1,3}}(?:[ ,]\d{{3}})+(?!\d)|\d+)(?:\.\d+|{PENCE_APART})?|\.\d\d)(?:(?<=\.\d\d)p\b)?
      (?:(?!{INITIAL})\s?(?P<moneymag>k|thousand|m|mn|mil|mill|mln|million|millions|b|bn|billion|tn|trillion)\b(?![²³]))?
    |(?<![\w£$€.#@&_])(?<!\d,)(?<![^\d]/)(?<![A-Za-z_]-)(?P<digits>{DIGITS})
      (?:(?P<mag>(?:k|mn|bn)\b|\s(?:thousand|million|billion|hundred|mil)\b))?
    """,
    re.VERBOSE | re.IGNORECASE,
)
IN_WORDS = re.compile(
    r"(?:half an hour|(?P<half>half )?a dozen"
    r"|(?P<part>half|(?:a|one)[ ]quarter[ ]of|three[ -]quarters[ ]of)[ ]a[ ](?P<of>hundred|thousand|million|billion)"
    rf"|{NUMBER_WORDS}(?P<and>[ ]and[ ]a[ ]half(?:[ ](?P<times>thousand|million|billion)\b|(?=[ ]\w+s\b)))?)\b"
    r"(?:[ ]\(\d{1,4}\))?"
)
DOZEN = 12
HALF = Decimal("0.5")
PARTS = {"half": HALF, "three": 3 * HALF / 2, "quarter": HALF / 2}
BRACKETED = re.compile(r"[ ]\(.*")
DEGREES = re.compile(r"\s?(?:°|degrees?\b)")
MINUS = re.compile(r"(?<![\w)\d])[-–−]\Z")
MISPRINT = re.compile(r",\d{1,2}(?!\d)")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as printed: its form is `money` (with a sign), `digits` or `words`; `scale` is its magnitude's."""

    start: int
    end: int
    value: Decimal
    form: str
    currency: str | None = None
    scale: int = 1


def amounts_of(text: str, taken: Sequence[Mention]) -> list[Amount]:
    """Return the numbers of a text in reading order, but those within what is taken."""
    starts = [m.start for m in taken]
    amounts: list[Amount] = []
    for amount in sorted([*_in_digits(text), *_in_words(text)], key=lambda amount: amount.start):
        place = bisect_right(starts, amount.start)
        within = place and taken[place - 1].end > amount.start
        overlaps = place < len(taken) and taken[place].start < amount.end
        behind = amounts and amounts[-1].end > amount.start
        if not (within or overlaps or behind):
            amounts.append(amount)
    return amounts


def _in_digits(text: str) -> Iterator[Amount]:
    at = 0
    while (sign := SIGN.search(text, at)) is not None:
        match = MONEY_OR_DIGITS.match(text, sign.start())
        if match is None:
            at = sign.end()
            continue
        start, at = match.span()
        if match["money"]:
            currency = CURRENCIES[match["sign"]] if match["sign"] else match["code"].strip().upper()
            if currency == "$" and (land := LAND.search(text, max(0, start - 3), start)):
                currency = LANDS.get(land[0], "$")
            if MISPRINT.match(text, at):
                continue  # “£2,50” is no sum of two pounds
            scale = MAGNITUDES[match["moneymag"].lower()] if match["moneymag"] else 1
            digits = match["money"]
            value = of_digits(digits.replace(".", "") if digits.count(".") > 1 else digits) * scale
            minus = MINUS.search(text, max(0, start - 2), start)
            below = minus or match["below"]
            yield Amount(start - 1 if minus else start, at, -value if below else value, "money", currency, scale)
        elif text[start - 1 : start] != "+" or PERCENT.match(text, at):  # “+4.2%”, not “+44 20”
            mag = (match["mag"] or "").strip().lower()
            scale = MAGNITUDES[mag] if mag else 1
            value = of_digits(match["digits"]) * scale
            cold = DEGREES.match(text, at) and MINUS.search(text, max(0, start - 2), start)
            yield Amount(start - 1 if cold else start, at, -value if cold else value, "digits", None, scale)


def _in_words(text: str) -> Iterator[Amount]:
    for match in IN_WORDS.finditer(lowered(text)):
        start, end = match.span()
        if text[start - 1 : start].isalnum() or text[start - 1 : start] == "_":
            continue
        if match["part"]:
            part = next(value for word, value in PARTS.items() if word in match["part"])
            yield Amount(start, end, part * MAGNITUDES[match["of"]], "words")
        elif match[0].endswith("a dozen"):
            yield Amount(start, end, Decimal(DOZEN // 2 if match["half"] else DOZEN), "words")
        elif match[0].startswith("half"):
            yield Amount(start, end, HALF, "half")
        else:
            words = BRACKETED.sub("", match[0]).removesuffix(match["and"] or "")
            half = HALF * MAGNITUDES.get(words.split()[-1], 1) if match["and"] else 0  # “a million and a half”
            times = MAGNITUDES[match["times"]] if match["times"] else 1
            yield Amount(start, end, Decimal(of_words(words) + half) * times, "words")
