"""The text around figures: whether it holds payments, their currency, the marks of its lists."""

from __future__ import annotations

import re
from functools import cached_property

from minutesnlp.tagging.figures.amounts import Amount


class Context:
    """The text around figures, and whether it is a table or list of payments."""

    def __init__(self, text: str, payments: bool, tabular: bool) -> None:
        self.text = text
        self.payments = payments
        self.tabular = tabular

    @cached_property
    def currency(self) -> str:
        """The currency of money without a sign: that of the signs in the text, pounds where there is none."""
        signs = ((self.text.find(sign), code) for sign, code in (("£", "GBP"), ("€", "EUR"), ("$", "$")))
        return min(((place, code) for place, code in signs if place >= 0), default=(0, "GBP"))[1]

    @cached_property
    def marks(self) -> dict[int, list[int]]:
        """Where the text has each number followed by a full stop and a capital, the first few times."""
        found: dict[int, list[int]] = {}
        for match in ENUMERATOR.finditer(self.text):
            places = found.setdefault(int(match[1]), [])
            if len(places) < MOST_MARKS:
                places.append(match.start())
        return found

    def homeless(self, low: Amount, high: Amount) -> bool:
        """Tell an age range without a unit: consecutive numbers from 10 to 25, “16/17”."""
        return high.value - low.value == 1 and 9 < low.value < 25


# Words of a list of payments, where 450.00 needs no sign.
BARE_MONEY = re.compile(
    r"£|€|\$\d|\b(?:cheques?|chq|payments?|paid|payee|vat|invoices?|bacs|net|gross|balance|accounts?|receipts?|precept|total|amount|income|expenditure|budget)\b",
    re.IGNORECASE,
)
# A marker of a list or a heading's number: first on its line, then closing punctuation or a capital.
LINE_START = re.compile(r"(?:\A|[\n|])[ \t*_#>•·o–-]{0,8}\(?\Z")
ENUMERATOR = re.compile(r"(?<![\d.,/£-])(\d{1,3})[.)][ ]{1,3}[A-Z]")
MOST_MARKS = 20


def starts_line(text: str, start: int) -> bool:
    """Tell whether only a list's mark stands before this on its line."""
    return LINE_START.search(text, max(0, start - 12), start) is not None
