"""Runs of words to the rows of a page: what stands at one height, superscripts, labels set apart, action columns."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from minutesnlp.reading.page.ordinals import mended
from minutesnlp.reading.page.owners import ACTION_HEAD, HEAD_WORD, is_owner
from minutesnlp.reading.pdf.runs import CELL_GAP, Page, Run

# Runs share a row when so much of the lower one's height is common.
OVERLAP = 0.5

# Pieces nearer than this, in ems, were printed as one word: "9" and its raised "th".
TOUCHING = 0.12

# A gap that a label may stand before its text, in points: more, and it is a column of its own.
LABEL_REACH = 90.0

# A label alone in its cell: "7.", "(a)", "21/16", "iv)", "•", "07.02.24"; not "Present".
LABEL_ALONE = re.compile(
    r"""(?:item\s+|minute\s+)?\(?(?:[A-Z]{0,3}/?\d{1,4}(?:[./-]\d{1,4}){0,3}[a-z]?|[A-Za-z]|[ivxIVX]{2,5})\s?[.):]{0,2}
      | [^\w\s]""",
    re.VERBOSE | re.IGNORECASE,
)

# So many names under each other make an action column.
OFTEN = 3

# Left edges that differ by less are the same, in points.
SAME_EDGE = 2.5


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


def owner_edges(pages: Sequence[Page]) -> tuple[float, ...]:
    """Return where an action column begins: at the right, where short names stand one under the other."""
    places: Counter[int] = Counter()
    for page in pages:
        for run in page.runs:
            if run.x0 > 0.7 * page.width and run.upright:
                if ACTION_HEAD.fullmatch(run.text):
                    places[round(run.x0)] += OFTEN
                elif is_owner(run.text):
                    places[round(run.x0)] += 1
    return tuple(float(place) for place, n in places.items() if n >= OFTEN)


def rows_of(page: Page, edges: Sequence[float] = ()) -> tuple[list[Row], list[str]]:
    """Return a page's rows from top to bottom, and the words that lean across it (watermarks, stamps).

    What begins at one of the `edges` is a cell of its own however near it stands.
    """
    uprights = [rule for rule in page.rules if rule[3] - rule[1] > rule[2] - rule[0]]
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
        beside = [x0 for x0, y0, _, y1 in uprights if y0 < row.bottom and y1 > row.top]
        row.cells = _cells(row.cells, edges, beside)
    return rows, leaning


def _cells(runs: list[Run], edges: Sequence[float], uprights: Sequence[float]) -> list[Run]:
    """Join what stands side by side, and a label with its text."""
    if len(runs) == 1:
        runs[0].text = mended(runs[0].text)
        return runs
    runs.sort(key=lambda run: run.x0)
    cells = [runs[0]]
    for run in runs[1:]:
        last = cells[-1]
        em = max(last.size, run.size)
        gap = run.x0 - last.x1
        near = gap < CELL_GAP * em
        if near and gap > 0.3 * em and edges:
            near = not any(abs(run.x0 - edge) < SAME_EDGE for edge in edges)
        if near and uprights and any(last.x1 - 1 <= x <= run.x0 + 1 for x in uprights):
            near = False
        if near:
            if run.text == last.text and abs(run.x0 - last.x0) < 1.5:
                continue  # bold made by printing twice
            cells[-1] = _beside(last, run, "" if run.x0 - last.x1 < TOUCHING * em else " ")
        else:
            cells.append(run)
    if len(cells) > 1 and LABEL_ALONE.fullmatch(cells[0].text) and cells[1].x0 - cells[0].x1 < LABEL_REACH:
        label, text = cells[:2]
        cells[:2] = [replace(_beside(replace(label, bold=text.bold), text, " "), hang=text.x0)]
    for cell in cells:
        cell.text = mended(cell.text)
    return cells


def _beside(left: Run, right: Run, space: str) -> Run:
    raised = right.size < 0.8 * left.size
    lead = 0
    if not right.bold and not raised:
        lead = left.lead
        if left.bold:
            lead = len(left.text) + (len(space) + right.lead if right.lead else 0)
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


def right_edge(rows: Iterable[Row]) -> float:
    """Return where the lines of prose end at the right: what no more than one in twenty of them passes."""
    ends = sorted(cell.x1 for row in rows for cell in row.cells if len(cell.text) >= 45)
    return ends[min(len(ends) - 1, int(0.95 * len(ends)))] if ends else 0.0


def take_owners(rows: Sequence[Row], pages: dict[int, Page], edges: Sequence[float]) -> tuple[str, list[str]]:
    """Take the action column out of the rows' cells and into `Row.owners`.

    Return its heading and the words of the heading rows. The column stands under a heading ("Action"), or right of
    all prose, or short names stand alone on their rows at the right; without a heading it must do so twice.
    """
    head = ""
    left: float | None = None
    dropped: list[str] = []
    for row in rows:
        last = row.cells[-1]
        if (
            last.x0 > 0.6 * pages[row.page].width
            and ACTION_HEAD.fullmatch(last.text)
            and all(_is_head(cell.text) for cell in row.cells[:-1])
        ):
            head = head or last.text.rstrip(": ")
            left = min(left or last.x0, last.x0)
            dropped.append(row.text)
            row.cells = []
    prose = right_edge(rows)
    found = []
    for row in rows:
        if not row.cells:
            continue
        last, alone = row.cells[-1], len(row.cells) == 1
        if last.x0 <= 0.6 * pages[row.page].width or not is_owner(last.text):
            continue
        under = left is not None and last.x1 > left - 6 and last.x0 > left - 30
        at_edge = any(abs(last.x0 - edge) < SAME_EDGE for edge in edges)
        if (
            under
            or (at_edge and (alone or len(row.cells[-2].text) >= 20))
            or last.x0 >= prose - 1
            or (alone and last.x0 > 0.7 * pages[row.page].width)
        ):
            found.append(row)
    if prose and (left is not None or len(found) >= 2):
        for row in found:
            row.owners.append(row.cells.pop().text)
    return head, dropped


def _is_head(text: str) -> bool:
    return HEAD_WORD.fullmatch(text) is not None or all(HEAD_WORD.fullmatch(word) for word in text.split())
