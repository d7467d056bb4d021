"""Rows of tables as sentences: what was paid, which application was refused, who looks after what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from minutesnlp.records import Paragraph
from minutesnlp.text.sentences import sentences
from minutesnlp.tracking.decisions.forms import HEAD as SIDE
from minutesnlp.tracking.decisions.forms import LINE, NOBODY

# The head of a column: “Payee”, “Chq No.”, “Parish Council Input”, “Deadline for Comments”
COLUMN = re.compile(
    r"\W*(?:(?:planning|parish|council|district|county|total|net|gross|due|project|brief|ward|meeting|action|agenda|"
    r"item|payment|date|application|ref\w*|chq|cheque|invoice|grant|member|councillor)\W+){0,3}"
    r"(?:payees?|amounts?|totals?|details?|descriptions?|dates?|values?|comments?|service|services|numbers?|no|ref|"
    r"references?|proposals?|address|input|decision|outcome|status|action|actions|owner|lead|responsible|"
    r"responsibility|organisation|applicant|application|summary|requested|payments?|receipts?|purpose|power|powers|"
    r"vat|net|gross|£|names?|councillors?|members?|roles?|item|items|matter|subject|votes?|deadline|by whom|by when|"
    r"location|site|venue|time|notes?|remarks|reason|reasons|budget|actual|variance|area|portfolio|supplier)"
    r"(?:\W+(?:of|for|by|to|in|no|£|£s|vat|date|comments|payment|meeting|site|development|number)){0,3}\W*",
    re.IGNORECASE,
)
# “Mayor J. Ash”, “B. C. Birch”: a name in a column of votes
VOTER = re.compile(
    r"(?:(?:Mayor|Deputy|Cllrs?|Councillor|Mrs?|Ms|Dr)\.?\s)*(?:[A-Z]\.\s?)+[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?"
)
# What the rows come to: “Total | £5,210.40”
TOTAL = re.compile(r"\W*(?:grand\s|sub-?\s?)?totals?\b.*\d", re.IGNORECASE)
HALF = 0.5


def rows_of(text: str) -> Iterator[tuple[int, int]]:
    """Give the sentences of a row, each with the cells behind it that hold no sentence of their own begun before.

    >>> row = "Bowls Club | Bulbs for the green. New shears. | £90"
    >>> [row[start:end] for start, end in rows_of(row)]
    ['Bowls Club | Bulbs for the green.', 'New shears. | £90']
    """
    begun: int | None = None
    ended = 0
    for start, end in sentences(text):
        if begun is not None and text[start] != "|":
            yield begun, ended
            begun = None
        begun = start if begun is None else begun
        ended = end
    if begun is not None:
        yield begun, ended


def says_nothing(text: str) -> bool:
    """Tell a row that is no sentence: the heads of columns, a name in a column of votes, a side nobody took.

    >>> [says_nothing(row) for row in ("Payee | Amount", "A. Ash | B. Birch", "NAYS: | 0", "Reed & Fell | £40")]
    [True, True, True, False]
    """
    cells = [cell.strip() for cell in text.split("|") if cell.strip()]
    if not cells or is_head(text):
        return True
    line = LINE.match(text)
    if line is not None and (NOBODY.match(line["value"]) or line["value"].strip() == "0"):
        return True
    return all(SIDE.match(cell) or VOTER.fullmatch(cell) for cell in cells)


def is_head(text: str) -> bool:
    """Tell the heads of columns from a row."""
    cells = [cell for cell in text.split("|") if cell.strip()]
    heads = sum(COLUMN.fullmatch(cell) is not None for cell in cells)
    return len(cells) > 1 and heads > HALF * len(cells) and not any(cell.strip()[0].isdigit() for cell in cells)


def head_over(paragraphs: Sequence[Paragraph], place: int) -> int | None:
    """Return the place of the heads of the columns a row stands in; None where its table has none."""
    for back in range(place - 1, -1, -1):
        if paragraphs[back].kind != "table":
            return None
        if is_head(paragraphs[back].text):
            return back
    return None
