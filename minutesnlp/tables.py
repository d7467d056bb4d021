"""Rows to text, HTML, CSV and DataFrame.

Knows no records: a table is a list of rows, a row a mapping of column names to plain values.
The door to pandas.
"""

from __future__ import annotations

import csv
import html
import io
import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from minutesnlp.errors import MissingExtraError

if TYPE_CHECKING:
    from pandas import DataFrame as DataFrame

Row = Mapping[str, Any]

SHOWN_WIDTH = 60
SHOWN_ROWS = 20


def columns_of(rows: Sequence[Row]) -> list[str]:
    """Return the names of all columns, in the order they are first met."""
    return list(dict.fromkeys(name for row in rows for name in row))


def cell(value: Any) -> str:
    """Return a value as one line of text; None is empty, a sequence or mapping is JSON.

    >>> cell(None), cell(True), cell([1, "£2"])
    ('', 'yes', '[1, "£2"]')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (list, tuple, dict)):
        return json.dumps(value, ensure_ascii=False)
    return str(value)


def to_text(rows: Sequence[Row], columns: Sequence[str] | None = None, *, width: int = SHOWN_WIDTH) -> str:
    """Return rows as aligned columns; a cell longer than `width` characters is cut and ends in `…`.

    >>> print(to_text([{"a": 1, "b": "one"}, {"a": 22, "b": None}]))
    a   b
    1   one
    22
    """
    names = list(columns) if columns is not None else columns_of(rows)
    table = [names] + [[shortened(cell(row.get(name)), width) for name in names] for row in rows]
    widths = [max(len(line[i]) for line in table) for i in range(len(names))]
    return "\n".join("  ".join(value.ljust(widths[i]) for i, value in enumerate(line)).rstrip() for line in table)


def to_html(rows: Sequence[Row], columns: Sequence[str] | None = None) -> str:
    """Return rows as an HTML table; every value is escaped.

    >>> to_html([{"a": "<b>"}])
    '<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>&lt;b&gt;</td></tr></tbody></table>'
    """
    names = list(columns) if columns is not None else columns_of(rows)
    head = "".join(f"<th>{html.escape(name)}</th>" for name in names)
    body = "".join(
        "<tr>" + "".join(f"<td>{html.escape(cell(row.get(name)))}</td>" for name in names) + "</tr>" for row in rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def to_csv(rows: Sequence[Row], columns: Sequence[str] | None = None) -> str:
    r"""Return rows as CSV with a heading line, lines ended by `\n`.

    A text cell that a spreadsheet would run as a formula is kept as text by an apostrophe before it.

    >>> print(to_csv([{"a": "=1+1", "b": "x,y"}]), end="")
    a,b
    '=1+1,"x,y"
    """
    names = list(columns) if columns is not None else columns_of(rows)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(names)
    for row in rows:
        writer.writerow([_safe(row.get(name)) for name in names])
    return out.getvalue()


def to_frame(rows: Sequence[Row], columns: Sequence[str] | None = None) -> DataFrame:
    """Return rows as a pandas DataFrame, one column a name.

    Raises
    ------
    MissingExtraError
        When pandas is not installed.
    """
    try:
        import pandas
    except ImportError as error:
        raise MissingExtraError("pandas", "notebook", "A DataFrame") from error
    names = list(columns) if columns is not None else columns_of(rows)
    return pandas.DataFrame([[row.get(name) for name in names] for row in rows], columns=names)


def shortened(text: str, width: int) -> str:
    """Return a text of at most so many characters; what is cut off leaves `…`.

    >>> shortened("no text layer", 8)
    'no text…'
    """
    return text if len(text) <= width else text[: width - 1] + "…"


def _safe(value: Any) -> str:
    text = cell(value)
    return "'" + text if isinstance(value, str) and text[:1] in {"=", "+", "-", "@", "\t", "\r"} else text
