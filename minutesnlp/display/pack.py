"""The evidence pack as a file: Word, markdown, HTML, CSV or a workbook, by the name it is given."""

from __future__ import annotations

from collections.abc import Iterator
from os import PathLike
from pathlib import Path
from typing import Any

from minutesnlp import tables
from minutesnlp.archive import Archive
from minutesnlp.display import word
from minutesnlp.display.evidence import Found, Pack, Row, Section, gather
from minutesnlp.display.html import STYLE, Html, escaped, joined, lines, quiet, tagged
from minutesnlp.display.marked import marked
from minutesnlp.text.marking import as_markdown

FORMS = (".docx", ".md", ".html", ".csv", ".xlsx")

# A page of its own tells its theme itself; what is printed is dark on white.
PAGE_STYLE = """<style>:root{color-scheme:light dark}body{font-family:system-ui,sans-serif;margin:2em auto;
max-width:64em;padding:0 1em}h2{margin-top:1.6em}sup a{text-decoration:none}
@media print{:root{color-scheme:light}}</style>"""


def evidence_pack(
    found: Found,
    path: str | PathLike[str],
    *,
    archive: Archive | None = None,
    title: str | None = None,
    query: str | None = None,
) -> Path:
    """Write hits and items as a document to put before a committee, and return its path.

    It holds the chronology, the decisions, figures and undertakings, the members and officers named, what is missing,
    each with its citation as a footnote, and the query and the digest of the archive, by which it can be made again.

    Parameters
    ----------
    found
        The Hits of a search, or hits and items chosen from several. Of an item its summary stands in the chronology,
        and its figures, decisions and undertakings are all there.
    path
        Where to write, over what is there. Its ending is the form: `.docx` (with true footnotes), `.md`, `.html`,
        `.csv` (one table of all parts) or `.xlsx` (a sheet a part; needs the `notebook` extra).
    archive
        What was searched, so that the pack tells its digest and what of it could not be read. Without it, the meetings
        of the hits stand for it.
    title, query
        The title, and the question asked; those of the Hits where none is given.

    Raises
    ------
    ValueError
        For another ending.
    TypeError
        For anything but hits and items.
    MissingExtraError
        For a workbook without openpyxl.

    Examples
    --------
    >>> import minutesnlp as mn
    >>> archive = mn.Archive.in_memory(mn.example_corpus())
    >>> mn.evidence_pack(archive.search("foster carers"), "pack.docx", archive=archive)  # doctest: +SKIP
    PosixPath('pack.docx')
    """
    place = Path(path)
    form = place.suffix.lower()
    if form not in FORMS:
        raise ValueError(f"{place.name}: an evidence pack is one of {', '.join(FORMS)}; name it so")
    pack = gather(found, archive=archive, title=title, query=query)
    if form == ".docx":
        word.write(pack, place)
    elif form == ".xlsx":
        tables.to_excel({section.title: list(_rows(section)) for section in (*pack.sections, _about(pack))}, place)
    else:
        text = {".md": as_text, ".html": as_page, ".csv": as_csv}[form](pack)
        tables.written(text, place)
    return place


def as_csv(pack: Pack) -> str:
    """Return all parts as one table, the part in the first column."""
    sections = (*pack.sections, _about(pack))
    return tables.to_csv([{"part": section.title} | row for section in sections for row in _rows(section)])


def as_text(pack: Pack) -> str:
    """Return the pack as markdown with footnotes."""
    notes: list[str] = []
    parts = [f"# {_signs(pack.title)}\n"]
    for section in pack.sections:
        parts += [f"## {section.title}\n", f"{section.about}\n"]
        if not section.rows:
            parts.append("Nothing.\n")
        elif section.title == "Chronology":
            for head, rows in section.grouped():
                parts.append(f"**{_signs(head)}**\n")
                told = (f"> {as_markdown(row.cells['text'], row.spans)}{_mark(notes, row)}" for row in rows)
                parts.append("\n>\n".join(told) + "\n")
        else:
            head = f"| {' | '.join(section.columns)} |\n|{' --- |' * len(section.columns)}\n"
            parts.append(head + "".join(_line(row, section, _mark(notes, row)) for row in section.rows))
    parts += ["## To make it again\n", "".join(f"- {name}: {_signs(value)}\n" for name, value in pack.again)]
    parts.append("\n".join(f"[^{number}]: {_signs(note)}" for number, note in enumerate(notes, start=1)))
    return "\n".join(parts).rstrip("\n") + "\n"


def _line(row: Row, section: Section, note: str) -> str:
    told = (_signs(tables.cell(row.cells.get(name))) for name in section.columns)
    cells = [text.replace("\n", "<br>").replace("|", "\\|") for text in told]
    cells[section.noted] += note
    return f"| {' | '.join(cells)} |\n"


def _mark(notes: list[str], row: Row) -> str:
    return f"[^{_note(notes, row.citation)}]" if row.citation else ""


def _note(notes: list[str], citation: str) -> int:
    """Return the number of a footnote; the same citation has the same."""
    if citation not in notes:
        notes.append(citation)
    return notes.index(citation) + 1


def _signs(text: str) -> str:
    return as_markdown(text, ())


def as_page(pack: Pack) -> str:
    """Return the pack as an HTML page that stands alone, its footnotes linked both ways."""
    notes: list[str] = []
    parts: list[Html] = [tagged("h1", pack.title)]
    for section in pack.sections:
        parts += [tagged("h2", section.title), quiet(section.about)]
        parts.append(_html_of(section, notes) if section.rows else tagged("p", "Nothing."))
    parts += [tagged("h2", "To make it again"), lines(f"{name}: {value}" for name, value in pack.again)]
    numbered = (
        tagged("li", note, " ", tagged("a", "↩", href=f"#r{number}"), id=f"n{number}")
        for number, note in enumerate(notes, start=1)
    )
    parts += [tagged("h2", "Notes"), tagged("ol", *numbered)]
    head = joined(Html('<meta charset="utf-8">'), tagged("title", pack.title), Html(PAGE_STYLE), Html(STYLE))
    page = tagged("html", tagged("head", head), tagged("body", tagged("div", *parts, class_="mn")), lang="en-GB")
    return f"<!DOCTYPE html>\n{page}\n"


def _html_of(section: Section, notes: list[str]) -> Html:
    if section.title == "Chronology":
        return joined(
            *(
                joined(tagged("h4", head), *(_quoted(row, _link(notes, row)) for row in rows))
                for head, rows in section.grouped()
            )
        )
    head = tagged("thead", tagged("tr", *(tagged("th", name) for name in section.columns)))
    rows = []
    for row in section.rows:
        cells = [_broken(tables.cell(row.cells.get(name))) for name in section.columns]
        cells[section.noted] = joined(cells[section.noted], _link(notes, row))
        rows.append(tagged("tr", *(tagged("td", cell) for cell in cells)))
    return tagged("table", head, tagged("tbody", *rows))


def _quoted(row: Row, link: Html) -> Html:
    text = row.cells["text"]
    return tagged("blockquote", marked(text, spans=row.spans, most=len(text)), link)


def _broken(text: str) -> Html:
    return Html("<br>".join(escaped(line) for line in text.split("\n")))


def _link(notes: list[str], row: Row) -> Html:
    if not row.citation:
        return Html("")
    first = row.citation not in notes
    number = _note(notes, row.citation)
    return tagged("sup", tagged("a", str(number), href=f"#n{number}", id=f"r{number}" if first else None))


def _rows(section: Section) -> Iterator[dict[str, Any]]:
    for row in section.rows:
        cells = {name: row.cells.get(name) for name in section.columns}
        yield cells | ({"citation": row.citation, "paragraph_id": row.paragraph_id} if row.citation else {})


def _about(pack: Pack) -> Section:
    rows = tuple(Row({"what": name, "where": value}) for name, value in (("title", pack.title), *pack.again))
    return Section("About", "", ("what", "where"), rows)
