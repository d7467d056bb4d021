"""Minutes set as a table with an item a row, its columns named: “Item | Discussion | Decision | Action/Owner”."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from minutesnlp.reading.blocks import Block
from minutesnlp.reading.page.labels import label_of

# What columns are called.
TITLES = re.compile(r"(?:agenda\s+)?items?|agenda|topic|subject|matter|business|heading|issue", re.IGNORECASE)
NUMBERS = re.compile(r"(?:item|minute|min|agenda|ref(?:erence)?)?\.?\s*(?:no\.?|number|ref\.?|\#)?", re.IGNORECASE)
TEXTS = re.compile(
    r"(?:key\s+|main\s+)?(?:discussions?|minutes?|notes?|details?|comments?|summary|points?|description|report)"
    r"(?:\s*(?:/|and|&)\s*\w+)?(?:\s+(?:points?|raised|of\s+discussion))?",
    re.IGNORECASE,
)
DECISIONS = re.compile(
    r"(?:decisions?|resolutions?|outcomes?)(?:\s*(?:/|and|&)\s*\w+)?(?:\s+(?:made|taken))?", re.IGNORECASE
)
ACTIONS = re.compile(
    r"(?:actions?|owner|by\s+whom|who|lead|responsib(?:le|ility))(?:\s*(?:/|and|&|by|for|on)\s*\w+)?"
    r"(?:\s+(?:required|points?|owner|arising))?",
    re.IGNORECASE,
)
DUES = re.compile(r"(?:due|deadline|by\s+when|timescale|target\s+date|due\s+date)", re.IGNORECASE)
LABELLED = re.compile(r"\W*(?:decisions?|resolutions?|outcomes?|actions?|resolved|agreed)\s*[:–—-]", re.IGNORECASE)
FEWEST_COLUMNS = 3
FEWEST_ROWS = 3
LONGEST_TITLE = 20  # words
# “Lido – Cllr Voss proposed a survey”: a text that opens with its title, in a row that has no column for it
OPENS_WITH_TITLE = re.compile(r"\W*(?P<title>[A-Z][^.:;?!|–—]{2,80}?)\s*(?:[–—:.]|\s-)\s+(?=\S)")


def with_rows_apart(blocks: Sequence[Block], furniture: list[str]) -> list[Block]:
    """Return blocks with the rows of such a table taken apart: a title, its text, what was decided and who is to act.

    What stands in a column of decisions or of actions is told by the column's name before it: “Decision: Approved”. The
    row of names goes to `furniture`.
    """
    found: list[Block] = []
    at = 0
    while at < len(blocks):
        columns = _columns(blocks[at].text)
        end = _last_row(blocks, at, len(columns)) if columns else at
        rows = [_cells(block.text, len(columns)) for block in blocks[at + 1 : end + 1]] if columns else []
        if len(rows) < FEWEST_ROWS or not _has_titles(rows, columns):
            found.append(blocks[at])
            at += 1
            continue
        furniture.append(blocks[at].text)
        for block, cells in zip(blocks[at + 1 : end + 1], rows, strict=True):
            if _columns(block.text) == columns:  # the names again, on the next page
                furniture.append(block.text)
            else:
                found += _parts(block, cells, columns)
        at = end + 1
    return found


def _columns(text: str) -> tuple[str, ...]:
    """Return what each column holds by its name; none where one of the names is not known or no title is told."""
    names = [name.strip(" *_:") for name in text.split("|")]
    if len(names) < FEWEST_COLUMNS or len(text) > 120:
        return ()
    kinds = [_kind(name) for name in names]
    if kinds[0] == "title" and kinds[1] == "title":  # “Item | Subject | …”
        kinds[0] = "number"
    if kinds[:2] == ["number", "text"] and "title" not in kinds:  # “Ref | Minute | Action”
        return tuple(kind or "" for kind in ("number", "titled", *kinds[2:])) if all(kinds) else ()
    says = {"text", "decision"} & set(kinds)
    if None in kinds or kinds.count("title") != 1 or not says or kinds.index("title") > 1:
        return ()
    return tuple(kind for kind in kinds if kind)


def _kind(name: str) -> str | None:
    kinds = {"title": TITLES, "text": TEXTS, "decision": DECISIONS, "due": DUES, "action": ACTIONS, "number": NUMBERS}
    return next((kind for kind, pattern in kinds.items() if pattern.fullmatch(name)), None)


def _cells(text: str, count: int) -> list[str]:
    cells = [cell.strip() for cell in text.split("|")]
    return [*cells, *[""] * (count - len(cells))]


def _last_row(blocks: Sequence[Block], head: int, count: int) -> int:
    last = head
    for at in range(head + 1, len(blocks)):
        if not 1 <= blocks[at].text.count("|") < count:
            break
        last = at
    return last


def _has_titles(rows: Sequence[Sequence[str]], columns: Sequence[str]) -> bool:
    """Tell titles from numbers alone, and from the sentences of another column."""
    place = columns.index("titled" if "titled" in columns else "title")
    titles = [row[place] for row in rows if row[place]]
    if "titled" in columns:
        titles = [opens["title"] for opens in map(OPENS_WITH_TITLE.match, titles) if opens]
    words = [title for title in titles if any(map(str.isalpha, title)) and len(title.split()) <= LONGEST_TITLE]
    return len(words) >= FEWEST_ROWS and len(words) >= 0.7 * len(rows)


def _parts(block: Block, cells: Sequence[str], columns: Sequence[str]) -> list[Block]:
    """Return the blocks of a row; one without a title goes on with the item above."""
    by_kind = dict(zip(columns, cells, strict=False))
    title, number = by_kind.get("title", ""), by_kind.get("number", "")
    opens = OPENS_WITH_TITLE.match(by_kind.get("titled", ""))
    if opens:
        title = opens["title"]
    if number and title and label_of(title) is None:
        title = f"{number if number.endswith(('.', ')')) else number + '.'} {title}"
    plain = replace(block, row=False, lead=0, gap=1.0, bold=False, label=None)
    found = [replace(plain, text=title, bold=True)] if title else []
    for kind, cell in zip(columns, cells, strict=False):
        if not cell or kind in ("title", "number"):
            continue
        cell = cell[opens.end() :] if opens and kind == "titled" else cell
        told = kind not in ("text", "titled") and LABELLED.match(cell) is None
        found.append(replace(plain, text=f"{_name(kind)}: {cell}" if told else cell, gap=0.0))
    return found


def _name(kind: str) -> str:
    return {"decision": "Decision", "action": "Action", "due": "Due"}[kind]
