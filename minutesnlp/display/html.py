"""HTML of parts: escaped text, tables, folds, and the style they share. Knows no records.

What is `Html` is HTML already; everything else is text, and is escaped where it is set in.

No theme is guessed. The text keeps the colour its surroundings give it, and colours are laid over their background
half through, in tones between light and dark: so the same HTML reads in JupyterLab, VS Code and nbviewer, in light
themes and dark.
"""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from minutesnlp.tables import cell

SHOWN = 20  # rows that stand open
FOLD = 100  # rows in a fold
MOST = 160_000  # characters of one display, of which the rows are nearly all
LONG_TEXT = 1_200  # characters of one cell that are shown; the rest is said to be there

STYLE = """<style>
.mn{font-size:14px;line-height:1.45;max-width:72em;text-align:left}
.mn.mn table{border-collapse:collapse;margin:.4em 0;font-size:13px;border:0}
.mn.mn :is(th,td){text-align:left;vertical-align:top;padding:.3em .8em .3em 0;border:0;white-space:normal;
background:none;max-width:46em}
.mn.mn tr{background:none;border:0}
.mn.mn th{font-weight:600;border-bottom:1px solid #8888}
.mn.mn tbody tr+tr td{border-top:1px solid #8883}
.mn.mn td.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.mn.mn p{margin:.35em 0}
.mn h4{margin:.2em 0 .1em;font-size:15px}
.mn .q{opacity:.78;font-size:12px}
.mn mark{color:inherit;background:#f0b4005c;border-radius:2px;padding:0 1px}
.mn .e{background:#8883;border-bottom:2px solid #888;border-radius:2px 2px 0 0}
.mn .person{background:#56b4e940;border-bottom-color:#2b86bd}
.mn .role{background:#b58de033;border-bottom:2px dashed #9467c8}
.mn .date{background:#1fae7c38;border-bottom:2px dotted #12926a}
.mn .figure{background:#e6870040;border-bottom:3px double #c9720a}
.mn .chip{border:1px solid #888;border-radius:9px;padding:0 .5em;font-size:11px;white-space:nowrap}
.mn blockquote{margin:.35em 0;padding:.1em 0 .1em .8em;border-left:3px solid #888a;color:inherit}
.mn .decided{border-left:3px solid #12926a;padding-left:.7em}
.mn .agenda{opacity:.78;font-style:italic}
.mn summary{cursor:pointer;margin:.3em 0}
.mn ul{margin:.2em 0 .2em 1.2em;padding:0}
.mn td ul{list-style:none;margin-left:0}
</style>"""


class Html(str):
    """Text that is HTML already."""

    __slots__ = ()


def escaped(value: Any) -> Html:
    """Return a value as HTML: what is `Html` as it is, all else escaped, nothing for None.

    >>> escaped("<b>"), escaped(Html("<b>")), escaped(None)
    ('&lt;b&gt;', '<b>', '')
    """
    return value if isinstance(value, Html) else Html(html.escape(cell(value)))


def joined(*parts: Any) -> Html:
    """Return parts one after the other, each escaped."""
    return Html("".join(escaped(part) for part in parts))


def tagged(name: str, *parts: Any, **attributes: str | None) -> Html:
    """Return an element; attributes are escaped, `class_` is `class`, and those that are None are left out.

    >>> tagged("p", "a < b", class_="q")
    '<p class="q">a &lt; b</p>'
    """
    told = "".join(
        f' {key.rstrip("_")}="{html.escape(value)}"' for key, value in attributes.items() if value is not None
    )
    return Html(f"<{name}{told}>{joined(*parts)}</{name}>")


def page(*parts: Any) -> str:
    """Return the whole of one display: its style and its parts."""
    return str(tagged("div", Html(STYLE), *parts, class_="mn"))


def quiet(*parts: Any) -> Html:
    """Return a line of small print."""
    return tagged("p", *parts, class_="q")


def chip(text: str) -> Html:
    """Return a word in a frame: an outcome, a status."""
    return tagged("span", text, class_="chip")


def folded(summary: Any, *parts: Any) -> Html:
    """Return parts that are opened by a press on their summary; nothing where there are none."""
    inside = joined(*parts)
    return tagged("details", tagged("summary", summary), inside) if inside else inside


def cut(text: str, most: int = LONG_TEXT) -> str:
    """Return a long text cut, and how much is left out.

    >>> cut("undertakings", 5)
    'under… (7 characters more)'
    """
    return text if len(text) <= most else f"{text[:most]}… ({len(text) - most:,} characters more)"


def table(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> Html:
    """Return rows under their headings; numbers stand to the right."""
    head = tagged("thead", tagged("tr", *(tagged("th", name) for name in columns)))
    return tagged("table", head, tagged("tbody", *map(_line, rows)))


def listing(columns: Sequence[str], rows: Iterable[Sequence[Any]], count: int, *, all_of: str = "to_frame()") -> Html:
    """Return the first of `count` rows open, more in folds, and say how many there was no room for.

    Rows are drawn one by one, so that none is made which is not shown.
    """
    lines, parts, shown = _within(map(_line, rows)), [], 0
    size = SHOWN
    while block := list(islice(lines, size)):
        head = tagged("thead", tagged("tr", *(tagged("th", name) for name in columns)))
        made = tagged("table", head, tagged("tbody", *block))
        parts.append(made if not shown else folded(f"{_span(shown + 1, shown + len(block))} of {count:,}", made))
        shown, size = shown + len(block), FOLD
    if shown < count:
        parts.append(quiet(f"… and {count - shown:,} more: {all_of} holds all {count:,}."))
    return joined(*parts)


def blocks(parts: Iterable[Html], count: int, *, what: str, open_: int = 8) -> Html:
    """Return the first of `count` paragraphs or items open, more in one fold, and say how many are left out."""
    lines = _within(parts)
    first = list(islice(lines, open_))
    rest = list(lines)
    left = count - len(first) - len(rest)
    told = f"{_span(len(first) + 1, len(first) + len(rest))} of {count:,} {what}"
    more = quiet(f"… and {left:,} more {what}.") if left > 0 else ""
    return joined(*first, folded(told, *rest), more)


def _span(first: int, last: int) -> str:
    return f"{first:,}" if first == last else f"{first:,} to {last:,}"


def _within(parts: Iterable[Html]) -> Iterator[Html]:
    """Yield parts as long as they are not too many characters together; always the first."""
    drawn = iter(parts)
    first = next(drawn, None)
    if first is None:
        return
    room = MOST - len(first)
    yield first
    for part in drawn:
        room -= len(part.encode())
        if room < 0:
            return
        yield part


def _line(cells: Sequence[Any]) -> Html:
    return tagged(
        "tr",
        *(
            tagged("td", f"{value:,}" if isinstance(value, int) else f"{value:.3f}", class_="n")
            if isinstance(value, (int, float)) and not isinstance(value, bool)
            else tagged("td", value if isinstance(value, Html) else cut(cell(value)))
            for value in cells
        ),
    )


def lines(parts: Iterable[Any]) -> Html:
    """Return a list with a mark before each, nothing where there are none."""
    made = Html("").join(tagged("li", part) for part in parts)
    return tagged("ul", Html(made)) if made else Html("")
