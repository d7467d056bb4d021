"""Columns of a PDF's page: tables of data, lists of names side by side, tables that lay out text, newspaper columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from minutesnlp.reading.page.labels import label_of
from minutesnlp.reading.page.tables import ATTENDANCE
from minutesnlp.reading.pdf.grids import grids_of
from minutesnlp.reading.pdf.rows import Row
from minutesnlp.reading.pdf.runs import Box, Run
from minutesnlp.reading.pdf.tables import Strand, grid_strands, holds_items, table_rows, within

# What parts two columns in every row of them, in points.
GUTTER = 5.0

# Rows of a table may stand so far apart, in heights of a row.
APART = 3.2

# A column of cells longer than this on average, in characters, holds prose and no data.
PROSE = 38

# The pages of an agenda's paper: "9", "5 - 20".
PAGES = re.compile(r"(\d{1,3})(?:\s*[-–]\s*\d{1,3})?")

# A person in a list: "Cllr Ann Hale (Chair)", "MCa", "Mr J. O'Shea - Clerk"; not "£40.00", not "Ward".
NAME = re.compile(r"[A-Z][^\d£%]{1,120}")
INITIALS = re.compile(r"\(?[A-Z][A-Za-z]{0,3}\)?")


def strands_of(rows: Sequence[Row], rules: Sequence[Box]) -> list[Strand]:
    """Return a page's rows in reading order: columns told apart, tables row by row."""
    strands: list[Strand] = []
    start = 0
    for grid in grids_of(rules):
        begin, end = within(rows, grid)
        if begin < start or end - begin < 2:
            continue
        strands += _unruled(rows[start:begin], rules)
        strands += grid_strands(rows[begin:end], grid)
        start = end
    return strands + _unruled(rows[start:], rules)


def _unruled(rows: Sequence[Row], rules: Sequence[Box]) -> list[Strand]:
    strands: list[Strand] = []
    body: list[Row] = []
    start = 0
    while start < len(rows):
        end, gutters = _band(rows, start)
        if end - start < 2 or _ends_prose(rows[start], body):
            body.append(_one(rows[start]))
            start += 1
            continue
        if _opened_above(rows[start], body, gutters):
            start -= 1
            body.pop()
        before = body[-1].text if body else ""
        if _is_attendance([_placed(row, gutters) for row in rows[start:end]], before):
            end = _odd_one(rows, start, end)
        if body:
            strands.append(Strand(body))
            body = []
        strands.extend(_columns(rows[start:end], gutters, before, rules))
        start = end
    if body:
        strands.append(Strand(body))
    return strands


def _odd_one(rows: Sequence[Row], start: int, end: int) -> int:
    """Return the end of lists side by side, the last name included where the first list is the longer by one."""
    if end < len(rows) and end - start >= 2 and len(rows[end].cells) == 1:
        row, last = rows[end], rows[end - 1]
        name, first = row.cells[0], last.cells[0]
        level = abs((row.top - last.top) - (last.top - rows[end - 2].top)) < 2
        if level and abs(name.x0 - first.x0) < 2 and name.bold == first.bold and NAME.fullmatch(name.text):
            return end + 1
    return end


def _opened_above(row: Row, body: Sequence[Row], gutters: Sequence[tuple[float, float]]) -> bool:
    """Tell the first line of a longer entry, alone on its row, from the line above lists side by side."""
    if not body or len(body[-1].cells) != 1:
        return False
    last = body[-1].cells[0]
    near = row.top - body[-1].bottom < 0.8 * (row.bottom - row.top)
    below = next((cell for cell in row.cells if abs(cell.x0 - last.x0) < 2), None)
    inside = all(last.x1 <= left or last.x0 >= right - 0.5 for left, right in gutters)
    return near and inside and below is not None and last.text.count("(") > last.text.count(")")


def _ends_prose(row: Row, body: Sequence[Row]) -> bool:
    """Tell the end of a paragraph ("was approved      Proposed: Cllr Hale") from the first row of a table."""
    if not body or not row.cells[0].text[:1].islower():
        return False
    last = body[-1]
    return row.top - last.bottom < 0.6 * (row.bottom - row.top) and len(last.text) >= PROSE


def _one(row: Row) -> Row:
    """Join the cells of a row that belongs to no table: a lead-in and its text, a name and its date."""
    if len(row.cells) == 1:
        return row
    cells = row.cells
    first = cells[0]
    text = " ".join(cell.text for cell in cells)
    bold = all(cell.bold for cell in cells)
    lead = 0
    if first.bold and not bold:
        lead = len(first.text)
    hang = first.hang if first.hang is not None else cells[1].x0
    run = replace(first, text=text, x1=cells[-1].x1, bold=bold, lead=lead, hang=hang)
    return replace(row, cells=[run])


def _band(rows: Sequence[Row], start: int) -> tuple[int, list[tuple[float, float]]]:
    """Return where the columns that begin at a row end, and the gutters between them."""
    if len(rows[start].cells) < 2:
        return start, []
    gutters = _gaps(rows[start].cells)
    end, many, last_many = start + 1, 1, start + 1
    while end < len(rows):
        row = rows[end]
        height = max(row.bottom - row.top, 1.0)
        if row.top - rows[end - 1].bottom > APART * height:
            break
        narrowed = _narrow(gutters, row.cells)
        if not narrowed:
            break
        if len(row.cells) == 1:
            cell = row.cells[0]
            first = narrowed[0][0]
            # a line of the first column alone may be the text after the table: it counts only if more columns follow
            if cell.x1 <= first and (end - last_many >= 6 or len(narrowed) < len(gutters)):
                break
            if cell.x0 > first and row.top - rows[end - 1].bottom < 0.8 * height and many >= 2:
                last_many = end + 1
        else:
            many += 1
            last_many = end + 1
        gutters = narrowed
        end += 1
    if many < 2:
        return start + 1, []
    return last_many, _final(rows[start:last_many])


def _gaps(cells: Sequence[Run]) -> list[tuple[float, float]]:
    return [(a.x1, b.x0) for a, b in pairwise(cells) if b.x0 - a.x1 >= GUTTER]


def _narrow(gutters: Sequence[tuple[float, float]], cells: Sequence[Run]) -> list[tuple[float, float]]:
    """Return what is left of the gutters when the cells of one more row are laid over them."""
    kept = []
    for left, right in gutters:
        for cell in cells:
            if cell.x0 < right and cell.x1 > left:
                # the cell reaches into the gutter from one side, or across it
                if cell.x0 <= left and cell.x1 >= right:
                    left = right
                elif cell.x0 <= left:
                    left = cell.x1
                elif cell.x1 >= right:
                    right = cell.x0
                else:
                    left = right
        if right - left >= GUTTER:
            kept.append((left, right))
    return kept


def _final(rows: Sequence[Row]) -> list[tuple[float, float]]:
    """Return the gutters that no cell of the rows covers."""
    spans = sorted((cell.x0, cell.x1) for row in rows for cell in row.cells)
    gutters = []
    reach = spans[0][1] if spans else 0.0
    for x0, x1 in spans:
        if x0 - reach >= GUTTER:
            gutters.append((reach, x0))
        reach = max(reach, x1)
    return gutters


def _columns(
    rows: Sequence[Row], gutters: Sequence[tuple[float, float]], before: str, rules: Sequence[Box]
) -> list[Strand]:
    grid = [_placed(row, gutters) for row in rows]
    count = len(gutters) + 1
    columns = [[cells[i] for cells in grid if cells[i] is not None] for i in range(count)]
    items = holds_items([" ".join(cell.text for cell in cells[:2] if cell) for cells in grid if cells[0]])
    if not items and _is_contents(grid):
        return [Strand([replace(row, cells=[cell])], table=i > 0) for row in rows for i, cell in enumerate(row.cells)]
    if not items and _is_attendance(grid, before):
        return _lists(rows, grid, count)
    lengths = [sum(len(c.text) for c in column if c) / max(len(column), 1) for column in columns]
    leads = [cell for cell in columns[0] if cell]
    if count == 2 and len(leads) < 0.6 * len(rows) and lengths[1] > 25 and all(c.text.endswith(":") for c in leads):
        return _laid_out(rows, grid, count, [])
    lines = [y0 for x0, y0, x1, y1 in rules if x1 - x0 > 60 and y1 - y0 < 3]
    if items:
        return _laid_out(rows, grid, count, lines)
    if max(lengths) > PROSE and count <= 4 and _wraps(columns[lengths.index(max(lengths))]):
        dense = [len(column) / len(rows) for column in columns]
        if count == 2 and min(dense) > 0.75 and min(lengths) > 25 and len(rows) >= 6:
            return [_strand(rows, grid, i) for i in range(count)]
        return _laid_out(rows, grid, count, lines)
    return [Strand(table_rows(rows, grid, lines), table=True)]


def _is_contents(grid: Sequence[Sequence[Run | None]]) -> bool:
    """Tell an agenda's list of items with the pages of their papers ("4 Planning applications    5 - 20") from data."""
    if len(grid[0]) != 2:
        return False
    pages = [PAGES.fullmatch(cell.text) for _, cell in grid if cell]
    firsts = [int(page[1]) for page in pages if page]
    leads = [cell for cell, _ in grid if cell]
    numbered = sum(label_of(cell.text) is not None for cell in leads)
    return len(firsts) == len(pages) > 1 and firsts == sorted(firsts) and numbered >= 0.5 * len(leads)


def _placed(row: Row, gutters: Sequence[tuple[float, float]]) -> list[Run | None]:
    """Return a row's cells by column, the cells that share one joined."""
    cells: list[Run | None] = [None] * (len(gutters) + 1)
    for cell in row.cells:
        place = sum(cell.x0 >= right - 0.5 for _, right in gutters)
        there = cells[place]
        cells[place] = (
            cell
            if there is None
            else replace(
                there,
                text=f"{there.text} {cell.text}",
                x1=cell.x1,
                bold=there.bold and cell.bold,
                lead=len(there.text) if there.bold and not cell.bold else 0,
            )
        )
    return cells


def _wraps(column: Sequence[Run | None]) -> bool:
    """Tell prose, whose lines go on in small letters, from long entries of a table."""
    cells = [cell for cell in column if cell]
    on = sum(b.text[:1].islower() for b in cells[1:])
    return len(cells) >= 2 and on >= 0.15 * len(cells)


def _is_attendance(grid: Sequence[Sequence[Run | None]], before: str) -> bool:
    first = [cell for cell in grid[0] if cell]
    heads = sum(bool(ATTENDANCE.search(cell.text)) and len(cell.text) < 50 for cell in first)
    if heads >= 2:
        return True
    if len(grid[0]) == 2 and sum(row[0] is not None for row in grid) < 0.6 * len(grid):
        return False  # "PRESENT:" and a paragraph of names beside it
    under = len(before) < 60 and bool(ATTENDANCE.search(before))
    if not (under or (heads == 1 and ATTENDANCE.match(first[0].text) is not None)):
        return False
    cells = [cell for i in range(len(grid[0])) for cell in _whole([row[i] for row in grid]) if cell]
    return sum(NAME.fullmatch(cell.text) is not None for cell in cells) >= 0.9 * len(cells)


def _whole(column: Sequence[Run | None]) -> list[Run | None]:
    """Join the lines of an entry whose bracket is still open at a line's end: “Cllr Ann Hale (Chair of | Housing)”."""
    found = list(column)
    first: int | None = None
    for place, cell in enumerate(column):
        if cell is None:
            continue
        there = found[first] if first is not None else None
        open_ = there is not None and there.text.count("(") > there.text.count(")")
        if first is not None and there is not None and open_ and "(" not in cell.text.partition(")")[0]:
            found[first] = replace(there, text=f"{there.text} {cell.text}", x1=max(there.x1, cell.x1))
            found[place] = None
        else:
            first = place
    return found


def _lists(rows: Sequence[Row], grid: Sequence[Sequence[Run | None]], count: int) -> list[Strand]:
    """Read lists of people down each column; a column of initials goes with the names before it."""
    entries = [_whole([row[i] for row in grid]) for i in range(count)]
    leads = [cell for cell in entries[0] if cell]
    if count > 2 and all(ATTENDANCE.search(cell.text) and len(cell.text) < 50 for cell in leads):
        # headings beside their lists, which fill several columns: "Present:   A Hale   B Moss", below it "C Lee"
        placed = [replace(row, cells=[cell], owners=[]) for row in rows for cell in row.cells]
        return [Strand(placed, right=max(row.cells[0].x1 for row in placed), apart=True)]
    for i in range(count - 1, 0, -1):
        cells = [cell for cell in entries[i] if cell]
        if cells and all(INITIALS.fullmatch(cell.text) for cell in cells) and not ATTENDANCE.search(cells[0].text):
            for place, cell in enumerate(entries[i]):
                name = entries[i - 1][place]
                if cell and name:
                    entries[i - 1][place] = replace(name, text=f"{name.text} {cell.text}", x1=cell.x1, bold=False)
                elif cell:
                    entries[i - 1][place] = cell
            del entries[i]
    found = []
    for column in entries:
        own = [replace(row, cells=[cell], owners=[]) for row, cell in zip(rows, column, strict=True) if cell]
        if own:
            found.append(Strand(own, right=max(row.cells[0].x1 for row in own), apart=True))
    return found


def _strand(rows: Sequence[Row], grid: Sequence[Sequence[Run | None]], column: int) -> Strand:
    own = []
    for row, cells in zip(rows, grid, strict=True):
        cell = cells[column]
        if cell:
            last = all(other is None for other in cells[column + 1 :])
            own.append(replace(row, cells=[cell], owners=row.owners if last else []))
    return Strand(own, right=max((row.cells[0].x1 for row in own), default=0.0))


def _laid_out(
    rows: Sequence[Row], grid: Sequence[Sequence[Run | None]], count: int, lines: Sequence[float]
) -> list[Strand]:
    """Read a table that lays out text row by row of the table, within it column by column."""
    starts = [0]
    for i in range(1, len(rows)):
        ruled = any(rows[i - 1].bottom - 3 <= y <= rows[i].top + 3 for y in lines)
        lead = grid[i][0]
        begins = lead is not None and (
            label_of(lead.text) is not None
            or grid[i - 1][0] is None
            or rows[i].top - rows[i - 1].bottom > 0.6 * (rows[i].bottom - rows[i].top)
        )
        if ruled or begins:
            starts.append(i)
    rights = [max((cells[c].x1 for cells in grid if cells[c]), default=0.0) for c in range(count)]  # type: ignore[union-attr]
    found = []
    for start, end in zip(starts, [*starts[1:], len(rows)], strict=True):
        if count == 2 and (row := _led(rows[start], grid[start:end])):
            rest = _strand(rows[start + 1 : end], grid[start + 1 : end], 1)
            found.append(Strand([row, *rest.rows], right=rights[1]))
            continue
        for column in range(count):
            strand = _strand(rows[start:end], grid[start:end], column)
            if strand.rows:
                found.append(replace(strand, right=rights[column]))
    return found


def _led(row: Row, grid: Sequence[Sequence[Run | None]]) -> Row | None:
    """Return the first row of a label with a colon and the text beside it ("PRESENT:  Cllr Hale, …") as one line."""
    lead, text = grid[0]
    if not (lead and text and lead.text.endswith(":") and all(cells[0] is None for cells in grid[1:])):
        return None
    return _one(replace(row, cells=[lead, text]))
