"""Rows to text, CSV, markdown, DataFrame and workbook.

Knows no records: a table is a list of rows, a row a mapping of column names to plain values.
The door to pandas and to openpyxl.
"""

from __future__ import annotations

import csv
import datetime
import io
import json
import re
from collections.abc import Mapping, Sequence
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

from minutesnlp.errors import MissingExtraError

if TYPE_CHECKING:
    from pandas import DataFrame as DataFrame

Row = Mapping[str, Any]
# What the cells of a column are: "date" (ISO text), "category" (any of few), or the closed list they are of.
Types = Mapping[str, str | tuple[str, ...]]

SHOWN_WIDTH = 60
SHOWN_ROWS = 20
MOST_IN_A_CELL = 32_767  # characters, in a workbook
# “*”, “|”: what markdown would read as a sign in a table; not “-” or “.”
MARKDOWN_SIGN = re.compile(r"([\\`*_\[\]<>|])")
# “\x0b”: what XML, and so a workbook, cannot hold; not a tab or a line break
NO_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


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
    table = [names] + [[shortened(_short(row.get(name)), width) for name in names] for row in rows]
    widths = [max(len(line[i]) for line in table) for i in range(len(names))]
    return "\n".join("  ".join(value.ljust(widths[i]) for i, value in enumerate(line)).rstrip() for line in table)


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


def to_markdown(rows: Sequence[Row], columns: Sequence[str] | None = None) -> str:
    r"""Return rows as a markdown table; signs that markdown would read are escaped.

    >>> print(to_markdown([{"a": "x|y", "b": 2}]), end="")
    | a | b |
    | --- | --- |
    | x\|y | 2 |
    """
    names = list(columns) if columns is not None else columns_of(rows)
    lines = [names, ["---"] * len(names)]
    lines += [[MARKDOWN_SIGN.sub(r"\\\1", " ".join(cell(row.get(name)).split())) for name in names] for row in rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def typed(rows: Sequence[Row], types: Types) -> list[dict[str, Any]]:
    """Return rows with their dates as dates."""
    dates = {name for name, kind in types.items() if kind == "date"}
    return [{name: _day(value) if name in dates else value for name, value in row.items()} for row in rows]


def to_frame(rows: Sequence[Row], columns: Sequence[str] | None = None, *, types: Types | None = None) -> DataFrame:
    """Return rows as a pandas DataFrame, one column a name.

    Dates become `datetime64`, whole numbers with gaps `Int64`, truth values with gaps `boolean`; other columns are as
    `types` say, or as pandas finds them.

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
    told = types or {}
    made = {name: _dtype([row.get(name) for row in rows], told.get(name)) for name in names}
    series = {}
    for name in names:
        values, dtype = made[name]
        if dtype == "category":
            closed = told.get(name)
            categories = closed if isinstance(closed, tuple) else None
            series[name] = pandas.Series(pandas.Categorical(values, categories=categories))
        else:
            series[name] = pandas.Series(values, dtype=dtype)
    return pandas.DataFrame(series, columns=names)


def to_excel(sheets: Mapping[str, Sequence[Row]], path: str | PathLike[str]) -> None:
    """Write a workbook, one sheet a table: headings stay in sight, text is text even where it looks like a formula.

    What is longer than a cell can be is cut and ends in `…`.

    Raises
    ------
    MissingExtraError
        When openpyxl is not installed.
    """
    try:
        from openpyxl import Workbook
        from openpyxl.styles import Alignment, Font
        from openpyxl.utils import get_column_letter
    except ImportError as error:
        raise MissingExtraError("openpyxl", "notebook", "A workbook") from error
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title[:31])
        names = columns_of(rows)
        for line, row in enumerate([dict(zip(names, names, strict=True)), *rows], start=1):
            for place, name in enumerate(names, start=1):
                value = row.get(name)
                here = sheet.cell(line, place)
                here.alignment = Alignment(wrap_text=True, vertical="top")
                if value is None:
                    continue
                if isinstance(value, (int, float, datetime.date)) and not isinstance(value, bool):
                    here.value = value
                else:
                    here.value = shortened(NO_XML.sub("\N{REPLACEMENT CHARACTER}", cell(value)), MOST_IN_A_CELL)
                    here.data_type = "s"  # a value that begins with “=” is no formula
                if line == 1:
                    here.font = Font(bold=True)
        for place, name in enumerate(names, start=1):
            widest = max((len(cell(row.get(name))) for row in rows[:200]), default=0)
            sheet.column_dimensions[get_column_letter(place)].width = min(max(widest, len(name)) + 2, SHOWN_WIDTH)
        sheet.freeze_panes = "A2"
    book.save(path)


def written(text: str, path: str | PathLike[str] | None) -> str:
    """Return a text, and write it to a path where one is given, in UTF-8 with its line ends as they are."""
    if path is not None:
        Path(path).write_text(text, "utf-8", newline="")
    return text


def shortened(text: str, width: int) -> str:
    """Return a text of at most so many characters; what is cut off leaves `…`.

    >>> shortened("no text layer", 8)
    'no text…'
    """
    return text if len(text) <= width else text[: width - 1] + "…"


def _short(value: Any) -> str:
    return f"{value:.3f}" if isinstance(value, float) else cell(value)


def _safe(value: Any) -> str:
    text = cell(value)
    return "'" + text if isinstance(value, str) and text[:1] in {"=", "+", "-", "@", "\t", "\r"} else text


def _day(value: Any) -> Any:
    """Return the day an ISO date names; what is no whole date stays as it is."""
    try:
        return datetime.date.fromisoformat(value)
    except (TypeError, ValueError):
        return value


def _dtype(values: list[Any], kind: str | tuple[str, ...] | None) -> tuple[list[Any], str | None]:
    """Return the values of a column and their dtype, None where pandas finds it as well."""
    if kind == "date":
        values = [_day(value) for value in values]
    there = [value for value in values if value is not None]
    if there and all(isinstance(value, datetime.date) for value in there):
        return values, "datetime64[s]"
    if kind == "date":
        return [value if isinstance(value, datetime.date) else None for value in values], "datetime64[s]"
    if kind is not None:
        return values, "category"
    if len(there) < len(values) and there:
        if all(isinstance(value, bool) for value in there):
            return values, "boolean"
        if all(isinstance(value, int) and not isinstance(value, bool) for value in there):
            return values, "Int64"
    return values, None
