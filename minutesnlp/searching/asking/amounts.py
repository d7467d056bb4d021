"""Sums and shares by their value: what else €2m, 2 million euro and two million euro are written as."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from minutesnlp.text.number_words import DECADES, DIGITS, NUMBER_WORDS, ONES, WORDS, of_digits, of_words, plain

SIGNS = {"pound": "£", "euro": "€", "dollar": "$"}
SCALES = {"billion": 10**9, "million": 10**6, "thousand": 10**3}
LETTERS = {"billion": "bn", "million": "m", "thousand": "k"}

_SCALE = r"(?: \s? (?P<{}> bn | billion | million | m | k | thousand ) (?! \w ) )?"
# “€2m”, “£ 1.5 million”, “2 million euro”, “two million euros”, “50%”, “fifty per cent”; not “2m wide”
AMOUNT = re.compile(
    rf"""
      (?P<sign> [£€$] ) \s? (?P<sum> {DIGITS} ) {_SCALE.format("of_sum")}
    | (?<! [\w£€$.,] )
      (?: (?P<number> {DIGITS} ) {_SCALE.format("of_number")} | (?P<words> {NUMBER_WORDS} ) )
      \s? (?: % | (?: per \s? cent | (?P<currency> pound | euro | dollar ) s? ) (?! \w ) )
    """,
    re.VERBOSE | re.IGNORECASE,
)


def is_number(word: str) -> bool:
    """Tell whether a word is a number or multiplies one: nothing else means it."""
    return WORDS.fullmatch(word) is not None or word.lower() in (*SCALES, "hundred")


def amounts(text: str) -> Iterator[tuple[int, int, list[str]]]:
    """Yield where each sum or share of a text begins and ends, and what else it may be written as.

    >>> [names for _, _, names in amounts("a bridge for €2m")]
    [['€2000000', '2000000 euro', '2 million euro', '2m euro', 'two million euro']]
    >>> [names for _, _, names in amounts("fifty per cent of homes")]
    [['50%', 'fifty per cent', 'fifty percent']]
    """
    for match in AMOUNT.finditer(text):
        digits, scale = match["sum"] or match["number"], match["of_sum"] or match["of_number"]
        value = of_digits(digits, scale) if digits else Decimal(of_words(match["words"]))
        sign = match["sign"] or SIGNS.get((match["currency"] or "").lower())
        yield match.start(), match.end(), _sums(value, sign) if sign else _shares(value)


def _sums(value: Decimal, sign: str) -> list[str]:
    currency = next(name for name, known in SIGNS.items() if known == sign)
    names = [f"{sign}{plain(value)}", f"{plain(value)} {currency}"]
    for scale, size in SCALES.items():
        if value >= size and (value * 100) % size == 0:
            count = value / size
            names += [f"{plain(count)} {scale} {currency}", f"{plain(count)}{LETTERS[scale]} {currency}"]
            names += [f"{words} {scale} {currency}" for words in _in_words(count)]
            break
    else:
        names += [f"{words} {currency}" for words in _in_words(value)]
    return names


def _shares(value: Decimal) -> list[str]:
    return [f"{plain(value)}%", *(f"{words} {per}" for words in _in_words(value) for per in ("per cent", "percent"))]


def _in_words(value: Decimal) -> list[str]:
    """Return a whole number below a thousand in words, if it is one that is written so."""
    if value != int(value) or not 0 < value < 1000:
        return []
    hundreds, rest = divmod(int(value), 100)
    small = ONES[rest] if rest < len(ONES) else DECADES[rest // 10 - 2]
    if rest >= len(ONES) and rest % 10:
        small += f"-{ONES[rest % 10]}"
    if not hundreds:
        return [small]
    return [f"{ONES[hundreds]} hundred and {small}" if rest else f"{ONES[hundreds]} hundred"]
