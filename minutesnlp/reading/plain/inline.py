"""Markdown within a line: emphasis, links, escapes, entities, small HTML tags."""

from __future__ import annotations

import html
import re
from typing import NamedTuple

from minutesnlp.reading.page.cleaning import clean

# Anything that makes a second look at a line necessary: "**Planning**", "a&nbsp;b", "1\."; not plain prose.
MARKED = re.compile(r"[*_\\&<\[!`~^]")

# A backslash before punctuation prints the punctuation: "1\." is "1."; not "a\b".
ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>~<\"'$%&,/:;=?@^])")

# "![map](map.png)"; its words are a picture's name.
IMAGE = re.compile(r"!\[([^\]]{0,500})\]\([^)\s]{0,2000}(?:\s+\"[^\"]{0,200}\")?\)")

# "[the report](https://…)", "[minutes](</a folder/b>)", "[minutes][1]"; not "[sic]".
LINK = re.compile(
    r"\[([^\[\]]{1,1000})\](?:\(\s*(?:<[^>]{0,2000}>|[^()\s]{0,2000}(?:\([^()\s]{0,500}\)[^()\s]{0,500})?)"
    r"(?:\s+\"[^\"]{0,200}\")?\s*\)|\[[^\]]{0,50}\])"
)

# "[[a page|shown]]"
WIKILINK = re.compile(r"\[\[(?:[^\]|]{0,200}\|)?([^\]]{1,200})\]\]")

# Inline tags; what they hold stays: "<small>", "<br/>", "<span style=…>"; not "<b" in "a<b".
TAG = re.compile(r"</?(?P<name>[a-zA-Z][a-zA-Z0-9]{0,12})(?:\s[^<>]{0,500})?/?>")

# Emphasis by stars or underlines; single underlines only around words: "_draft_"; not "file_name_here", "____".
STARS = re.compile(r"\*{1,3}|(?<![A-Za-z0-9_\\])_{1,2}(?=[^\s_])|(?<=[^\s_\\])_{1,2}(?![A-Za-z0-9_])")

STRIKE = re.compile(r"~~")

# Pandoc's superscripts: "27^th^".
RAISED = re.compile(r"\^([A-Za-z0-9]{1,4})\^")

# What stands for a character on its way through: an escaped one must not be read as markup.
SHIFT = 0xE000


class Inline(NamedTuple):
    """A line without its markup.

    `bold` says that all of it is bold, `lead` how many characters at its beginning are where not all is.
    `open` that bold type goes on in the next line. `linked` that it is nothing but a link.
    """

    text: str
    bold: bool = False
    lead: int = 0
    open: bool = False
    linked: bool = False
    pictures: tuple[str, ...] = ()


def read_inline(text: str, *, bold: bool = False) -> Inline:
    r"""Return a line of Markdown without its markup; `bold` says that the line before left bold type open.

    >>> read_inline("**Planning:** see [the report](https://example.org)")
    Inline(text='Planning: see the report', bold=False, lead=9, open=False, linked=False, pictures=())
    >>> read_inline("1\\. Apologies &amp; absence").text
    '1. Apologies & absence'
    """
    if not bold and not MARKED.search(text):
        return Inline(clean(text))
    pictures: tuple[str, ...] = ()
    escaped = "\\" in text
    if escaped:
        text = ESCAPE.sub(lambda m: chr(SHIFT + ord(m[1])), text)
    if "![" in text:
        pictures = tuple(clean(m[1]) for m in IMAGE.finditer(text) if clean(m[1]))
        text = IMAGE.sub(" ", text)
    linked = False
    if "[" in text:
        linked = LINK.fullmatch(text.strip(" *_>-")) is not None
        text = WIKILINK.sub(r"\1", text)
        text = LINK.sub(r"\1", text)
    if "<" in text:
        text = TAG.sub(_tag, text)
    text = RAISED.sub(r"\1", text)
    text = STRIKE.sub("", text)
    pieces: list[str] = []
    heavy: list[bool] = []
    at = 0
    for mark in STARS.finditer(text):
        if mark.group()[0] == "*" and not _is_mark(text, mark.start(), mark.end()):
            continue
        pieces.append(text[at : mark.start()])
        heavy.append(bold)
        at = mark.end()
        if len(mark.group()) >= 2:
            bold = not bold
    pieces.append(text[at:])
    heavy.append(bold)
    pieces = [html.unescape(piece) if "&" in piece else piece for piece in pieces]
    if escaped:
        pieces = [_unshift(piece) for piece in pieces]
    whole = clean("".join(pieces))
    weights = [(piece, is_bold) for piece, is_bold in zip(pieces, heavy, strict=True) if clean(piece).strip(" .:,-–|")]
    all_bold = bool(weights) and all(is_bold for _, is_bold in weights)
    lead = 0 if all_bold else _lead(pieces, heavy)
    return Inline(whole, all_bold, lead, bold, linked, pictures)


def _lead(pieces: list[str], heavy: list[bool]) -> int:
    """Return how many characters of the cleaned line are bold from its beginning."""
    began, last = False, -1
    for i, (piece, is_bold) in enumerate(zip(pieces, heavy, strict=True)):
        if not clean(piece):
            continue
        if is_bold:
            began, last = True, i
        elif began or not re.fullmatch(r"[\s\d.()/:a-z]{1,8}", piece):
            break  # a number before bold type belongs to it: "3. **Planning**"
    return len(clean("".join(pieces[: last + 1]))) if began else 0


def _is_mark(text: str, start: int, end: int) -> bool:
    """Tell a star that marks emphasis from one that stands alone: “5 * 3”, “* see note”."""
    before = text[start - 1 : start]
    after = text[end : end + 1]
    return bool((before and not before.isspace()) or (after and not after.isspace()))


def _tag(match: re.Match[str]) -> str:
    name = match["name"].lower()
    if name in ("b", "strong"):
        return "**"
    return " " if name in ("br", "p", "div", "td", "li") else ""


def _unshift(text: str) -> str:
    if any(SHIFT <= ord(c) < SHIFT + 128 for c in text):
        return "".join(chr(ord(c) - SHIFT) if SHIFT <= ord(c) < SHIFT + 128 else c for c in text)
    return text
