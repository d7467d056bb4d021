"""Numbers as digits and as words, and what they come to."""

from __future__ import annotations

import re
from decimal import Decimal

ONES = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
DECADES = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
UNITS = {word: number for number, word in enumerate(ONES)}
TENS = {word: 10 * number for number, word in enumerate(DECADES, start=2)}
UNITS["fourty"] = 40  # a common slip
POWERS = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}

_UNIT = "|".join(sorted(UNITS, key=len, reverse=True))
_TEN = "|".join(TENS)
# Up to ninety-nine
_SMALL = rf"(?:(?:{_TEN})(?:[ -](?:{_UNIT}))?|{_UNIT})"
_BELOW_1000 = rf"(?:(?:{_SMALL}|a)[ ]hundred\b(?:[ ](?:and[ ])?{_SMALL}\b)?|{_SMALL})"
_GREAT = rf"(?:(?:{_BELOW_1000}|a)[ ](?:thousand|million|billion)\b)"
# “thirty-nine”, “two hundred and five”, “one million, two hundred thousand and six”; not “none”, not “seventh”
NUMBER_WORDS = rf"(?:{_GREAT}(?:,?[ ](?:and[ ])?{_GREAT}){{0,2}}(?:[ ](?:and[ ])?{_BELOW_1000}\b)?|{_BELOW_1000})"
COUNT = rf"(?:\d+|{_SMALL}\b)"
WORDS = re.compile(rf"\b{NUMBER_WORDS}\b", re.IGNORECASE)

# “1,250.50”, “3563”, “1 250”; not “1,25” as one number
DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?"

# Letters and words that multiply a number, as they are printed after it.
MAGNITUDES = {
    "k": 10**3, "thousand": 10**3, "thou": 10**3,
    "m": 10**6, "mn": 10**6, "mil": 10**6, "mill": 10**6, "mln": 10**6, "million": 10**6, "millions": 10**6,
    "b": 10**9, "bn": 10**9, "billion": 10**9, "tn": 10**12, "trillion": 10**12, "hundred": 100,
}  # fmt: skip


def of_words(words: str) -> int:
    """Return what number words come to.

    >>> of_words("thirty-nine"), of_words("two hundred and five"), of_words("one million, two hundred thousand")
    (39, 205, 1200000)
    """
    total = current = 0
    for word in re.split(r"[\s,-]+", words.lower()):
        if word in UNITS:
            current += UNITS[word]
        elif word in TENS:
            current += TENS[word]
        elif word == "a":
            current += 1
        elif word == "hundred":
            current = max(current, 1) * 100
        elif word in POWERS:
            total += max(current, 1) * POWERS[word]
            current = 0
    return total + current


def of_digits(digits: str, magnitude: str | None = None) -> Decimal:
    """Return what digits come to, times a magnitude word or letter.

    >>> of_digits("1,250.50"), of_digits("2.3", "million")
    (Decimal('1250.50'), Decimal('2300000.0'))
    """
    value = Decimal(digits.replace(",", "").replace(" ", ""))
    return value * MAGNITUDES[magnitude.lower().rstrip(".")] if magnitude else value


def plain(value: Decimal | int) -> str:
    """Return a number in plain digits, without an exponent and without idle zeros.

    >>> plain(Decimal("2300000.0")), plain(Decimal("32.5")), plain(Decimal("1E+3"))
    ('2300000', '32.5', '1000')
    """
    text = format(Decimal(value), "f")
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"
