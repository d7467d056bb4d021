"""Runs of words to the rows of a page: what stands at one height, superscripts, labels set apart, action columns."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from minutesnlp.reading.pdf_runs import CELL_GAP, Page, Run

# Runs share a row when so much of the lower one's height is common.
OVERLAP = 0.5

# Pieces nearer than this, in ems, were printed as one word: "9" and its raised "th".
TOUCHING = 0.12

# A gap that a label may stand before its text, in points: more, and it is a column of its own.
LABEL_REACH = 90.0

# "9 th", "22 nd": an ordinal whose ending was raised; not "9 the".
ORDINAL = re.compile(
    r"\b(\d{0,3}(?:1[123] (?=th\b)|(?<!1)1 (?=st\b)|(?<!1)2 (?=nd\b)|(?<!1)3 (?=rd\b)|[04-9] (?=th\b)))(st|nd|rd|th)\b",
    re.IGNORECASE,
)

# A label alone in its cell: "7.", "(a)", "21/16", "iv)", "•", "07.02.24"; not "Present".
LABEL_ALONE = re.compile(
    r"""(?:item\s+|minute\s+)?\(?(?:[A-Z]{0,3}/?\d{1,4}(?:[./-]\d{1,4}){0,3}[a-z]?|[A-Za-z]|[ivxIVX]{2,5})\s?[.):]{0,2}
      | [^\w\s]""",
    re.VERBOSE | re.IGNORECASE,
)

# Who is to act: "NS", "Clerk", "Cllr Hale / MP", "All"; not "£40.00", not a sentence.
OWNER = re.compile(r"[A-Za-z][A-Za-z.'’/&,+\- ]{0,28}")
OWNER_WORDS = 5

# The heading of an action column, and what may stand beside it in a heading row.
ACTION_HEAD = re.compile(
    r"(?:action(?:s|ed)?(?:\s+(?:by|for|on|point|points|required|owner))?|by\s+whom|who|owner|lead)\s*:?", re.IGNORECASE
)
HEAD_WORD = re.compile(
    r"(?:no\.?|nos?|item|items|item\s+no\.?|ref\.?|minute|minutes|min\.?\s*no\.?|number|subject|topic|agenda(?:\s+item)?|discussion|notes?|details?|description|matter|business)\s*:?",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Row:
    """What stands at one height of a page: its cells from left to right, and who acts by its action column."""

    page: int
    cells: list[Run]
    top: float
    bottom: float
    owners: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Return the words of the row."""
        return " ".join(cell.text for cell in self.cells)


def rows_of(page: Page) -> tuple[list[Row], list[str]]:
    """Return a page's rows from top to bottom, and the words that lean across it (watermarks, stamps)."""
    leaning = [run.text for run in page.runs if not run.upright]
    rows: list[Row] = []
    for run in sorted((run for run in page.runs if run.upright), key=lambda run: run.top + run.bottom):
        row = rows[-1] if rows else None
        if row is not None:
            common = min(run.bottom, row.bottom) - max(run.top, row.top)
            if common > OVERLAP * min(run.bottom - run.top, row.bottom - row.top):
                row.cells.append(run)
                if run.bottom - run.top > row.bottom - row.top:
                    row.top, row.bottom = run.top, run.bottom
                continue
        rows.append(Row(page.number, [run], run.top, run.bottom))
    for row in rows:
        row.cells = _cells(row.cells)
    return rows, leaning


def _cells(runs: list[Run]) -> list[Run]:
    """Join what stands side by side, and a label with its text."""
    if len(runs) == 1:
        runs[0].text = mended(runs[0].text)
        return runs
    runs.sort(key=lambda run: run.x0)
    cells = [runs[0]]
    for run in runs[1:]:
        last = cells[-1]
        em = max(last.size, run.size)
        if run.x0 - last.x1 < CELL_GAP * em:
            if run.text == last.text and abs(run.x0 - last.x0) < 1.5:
                continue  # bold made by printing twice
            cells[-1] = _beside(last, run, "" if run.x0 - last.x1 < TOUCHING * em else " ")
        else:
            cells.append(run)
    if len(cells) > 1 and LABEL_ALONE.fullmatch(cells[0].text) and cells[1].x0 - cells[0].x1 < LABEL_REACH:
        label, text = cells[:2]
        cells[:2] = [replace(_beside(label, text, " "), hang=text.x0)]
    for cell in cells:
        cell.text = mended(cell.text)
    return cells


def _beside(left: Run, right: Run, space: str) -> Run:
    raised = right.size < 0.8 * left.size
    lead = 0
    if not right.bold and not raised:
        if left.bold:
            lead = len(left.text) + (len(space) + right.lead if right.lead else 0)
        else:
            lead = left.lead
    main = left if left.x1 - left.x0 >= right.x1 - right.x0 or left.size >= right.size else right
    return Run(
        left.text + space + right.text,
        left.x0,
        max(left.x1, right.x1),
        main.top,
        main.bottom,
        max(left.size, right.size),
        left.bold and (right.bold or raised),
        lead,
        left.hang,
    )


def mended(text: str) -> str:
    """Return text with the raised endings of ordinals set back.

    >>> mended("on the 9 th and 22 nd of May"), mended("the 9 the")
    ('on the 9th and 22nd of May', 'the 9 the')
    """
    if " " not in text or not any(c.isdigit() for c in text):
        return text
    return ORDINAL.sub(lambda m: m[1].rstrip() + m[2], text)


def right_edge(rows: Iterable[Row]) -> float:
    """Return where the lines of prose end at the right: what no more than one in twenty of them passes."""
    ends = sorted(cell.x1 for row in rows for cell in row.cells if len(cell.text) >= 45)
    return ends[min(len(ends) - 1, int(0.95 * len(ends)))] if ends else 0.0


def take_owners(rows: Sequence[Row], pages: dict[int, Page]) -> tuple[str, list[str]]:
    """Take the action column out of the rows' cells and into `Row.owners`; return its heading and the heading rows' words.

    It is the column right of all prose that holds nothing but short names; one that stands under no heading must
    stand there twice.
    """
    head = ""
    left = None
    dropped: list[str] = []
    for row in rows:
        last = row.cells[-1]
        if ACTION_HEAD.fullmatch(last.text) and last.x0 > 0.6 * pages[row.page].width:
            others = row.cells[:-1]
            if all(_is_head(cell.text) for cell in others):
                head, left = head or last.text.rstrip(": "), min(left or last.x0, last.x0)
                if others:
                    dropped.append(row.text)
                    row.cells = []
                else:
                    dropped.append(last.text)
                    row.cells = []
    edge = max(
        (
            cell.x1
            for row in rows
            for cell in row.cells
            if cell.x0 < 0.5 * pages[row.page].width and len(cell.text) >= 45
        ),
        default=0.0,
    )
    prose = right_edge(rows)
    found = [
        row
        for row in rows
        if row.cells
        and (last := row.cells[-1]).x0 > 0.6 * pages[row.page].width
        and last.x0 >= min(prose, edge) - 1
        and (len(row.cells) == 1 or last.x0 - row.cells[-2].x1 > 4)
        and OWNER.fullmatch(last.text)
        and len(last.text.split()) <= OWNER_WORDS
        and (left is None or last.x1 > left - 6)
    ]
    if prose and (left is not None or len(found) >= 2):
        for row in found:
            row.owners.append(row.cells.pop().text)
    return head, dropped


def _is_head(text: str) -> bool:
    words = Counter(bool(HEAD_WORD.fullmatch(piece)) for piece in re.split(r"\s{2,}|\s\|\s", text))
    return words[False] == 0 or all(HEAD_WORD.fullmatch(word) for word in text.split())
