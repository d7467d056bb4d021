"""The reader of markdown, and of the pasted text that often is half markdown."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from minutesnlp.errors import ReadError
from minutesnlp.reading.blocks import CELL, Block, Document
from minutesnlp.reading.decoding import decode
from minutesnlp.reading.page.cleaning import clean
from minutesnlp.reading.page.furniture import is_furniture, is_rule
from minutesnlp.reading.page.labels import bullet_of, label_of
from minutesnlp.reading.page.lines import Line, joined, page_numbers
from minutesnlp.reading.plain.frontmatter import facts_of, split_front_matter
from minutesnlp.reading.plain.inline import Inline, read_inline
from minutesnlp.reading.plain.tabbed import with_rows
from minutesnlp.reading.trees import parse_html
from minutesnlp.reading.web.flow import flow

HEADING = re.compile(r"\s{0,3}(#{1,6})\s+(.*?)\s*#*$")
QUOTE = re.compile(r"\s{0,3}((?:>\s?)+)(.*)$")

# "> [!abstract]- Present:" (Obsidian); the mark is no word.
CALLOUT = re.compile(r"\[![\w-]+\][+-]?\s*")

# The largest text that is read, in bytes: some 8,000 pages. It bounds the time and the memory that a file can take.
LARGEST = 20_000_000

# A rule or a page's end in converted PDFs: "---", "* * *"; also a form feed.
PAGE_RULE = re.compile(r"\s{0,3}(?:-\s*){3,}$|\s{0,3}(?:\*\s*){3,}$|\s{0,3}(?:_\s*){3,}$")

# A table's row: "| a | b |", "|Yeas:|"; and the rule below its head: "|---|:-:|".
ROW = re.compile(r"\s*\|(.*)\|\s*$")
ROW_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")

# A block of HTML in a markdown file.
HTML_BLOCK = re.compile(
    r"\s{0,3}<(/?)(table|p|div|ul|ol|section|article|figure|center|blockquote|h[1-6]|tbody|tr|td|dl|pre|thead|form)"
    r"(?=[\s>/])",
    re.IGNORECASE,
)
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
FENCE = re.compile(r"\s{0,3}(?:```|~~~)")

# Signs that a text is markdown: emphasis around words, a heading.
IS_MARKED = re.compile(r"\*\*[^\s*][^*]{0,200}\*\*|^#{1,6} \S", re.MULTILINE)


def read_markdown(data: bytes, name: str) -> list[Document]:
    """Read a markdown file: front matter, headings, lists, tables, HTML in between.

    Raises
    ------
    ReadError
        When it is too large, empty or no text.
    """
    text, notes = _text_of(data, name)
    return [document_of(text, reader="markdown", marked=True, notes=notes)]


def read_plaintext(data: bytes, name: str) -> list[Document]:
    """Read a text file; where it is marked as markdown is, it is read so.

    Raises
    ------
    ReadError
        When it is too large, empty or no text.
    """
    text, notes = _text_of(data, name)
    return [document_of(text, reader="text", marked=is_marked(text), notes=notes)]


def _text_of(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    if len(data) > LARGEST:
        reason = f"it is too large for minutes ({len(data) / 1e6:,.0f} MB; at most {LARGEST / 1e6:,.0f} MB)"
        raise ReadError(name, reason, "Split it, or take out what is no minutes.")
    return decode(data, name)


def is_marked(text: str) -> bool:
    """Tell a text with emphasis or headings marked as in markdown."""
    return IS_MARKED.search(text) is not None


def document_of(text: str, *, reader: str, marked: bool, notes: tuple[str, ...] = ()) -> Document:
    """Return the document of a text, its lines read as markdown where `marked`."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n\n")
    entries, skip = split_front_matter(text)
    facts = facts_of(entries)
    if notes:
        facts = replace(facts, notes=(*notes, *facts.notes))
    if marked and "<!--" in text:
        closed = text.rfind("-->") + 3  # beyond it no comment ends, and each that is open would be sought to the end
        text = COMMENT.sub(lambda m: "\n" * m.group().count("\n"), text[:closed]) + text[closed:]
    scan = _Scan(marked)
    lines = text.split("\n")
    for number, raw in enumerate(with_rows(lines), start=1):
        if number > skip:
            scan.read(raw, number)
    found, furniture = scan.finish()
    drop = page_numbers(found)
    furniture.extend(found[i].block.text for i in sorted(drop))
    if drop:
        broken = {i + 1 for i in drop if found[i].after_break}
        kept = []
        carried = False
        for i, line in enumerate(found):
            carried = carried or (i in drop and line.after_break)
            if i in drop:
                continue
            kept.append(replace(line, after_break=True) if carried or i in broken else line)
            carried = False
        found = kept
    blocks = joined(found)
    if marked:
        blocks = _counted(blocks)
    return Document(tuple(blocks), facts, reader=reader, furniture=tuple(furniture))


def _counted(blocks: list[Block]) -> list[Block]:
    """Count a list whose every entry is written "1.", as markdown shows it: 1, 2, 3.

    Where entries of several numbers stand between them they are first entries of several lists, and stay.
    """
    ones = [i for i, block in enumerate(blocks) if block.text.startswith("1. ") and not block.row and not block.label]
    counts: dict[int, int] = {}
    for last, here in pairwise(ones):
        between = [label_of(block.text) for block in blocks[last + 1 : here]]
        if not any(label is not None and label.style == "n." for label in between):
            counts[here] = counts.get(last, 1) + 1
    return [_labelled(block, f"{counts[i]}. ") if i in counts else block for i, block in enumerate(blocks)]


def _labelled(block: Block, label: str) -> Block:
    """Give a block that begins "1. " another label, or its own where another is printed behind: "1. 2. Vacancy"."""
    rest = block.text[3:]
    text = rest if label_of(rest) is not None else label + rest
    return replace(block, text=text, lead=max(0, block.lead + len(text) - len(block.text)) if block.lead else 0)


# An entry of an ordered list, which is within another where it is indented.
ENTRY = re.compile(r"\d{1,3}[.)]\s")


class _Scan:
    """Reads lines one by one and remembers what a line cannot know: open bold type, gaps, pages, HTML."""

    def __init__(self, marked: bool) -> None:
        self.marked = marked
        self.lines: list[Line] = []
        self.furniture: list[str] = []
        self.gap = 0
        self.bold = False
        self.broken = False
        self.page: int | None = None
        self.hard = False
        self.fenced = False
        self.html: list[str] = []
        self.html_line = 0
        self.html_ends = ""

    def read(self, raw: str, number: int) -> None:
        if self.html:
            self._more_html(raw)
            return
        if "\f" in raw:
            before, _, raw = raw.rpartition("\f")
            if before.strip("\f "):
                self.read(before.replace("\f", " "), number)
            self._page_ends()
            self.page = (self.page or 1) + 1
        if not raw.strip():
            self.gap += 1
            self.bold = False
            return
        if not raw[:1].isalnum() and self._parts(raw):  # what begins with a letter or a figure is no rule
            return
        if self.marked and not self.fenced:
            begins_html = HTML_BLOCK.match(raw) if "<" in raw[:4] else None
            if begins_html:
                self.html, self.html_line = [raw], number
                self.html_ends = begins_html[2].lower() if begins_html[2].lower() == "table" else ""
                if self.html_ends and raw.lower().count("</table>") >= raw.lower().count("<table"):
                    self.html_ends = ""
                return
        self._line(raw, number)

    def _parts(self, raw: str) -> bool:
        """Take a line of marks that parts what stands around it: a fence, a page's end, a rule."""
        if self.marked and FENCE.match(raw):
            self.fenced = not self.fenced
        elif PAGE_RULE.match(raw):
            self._page_ends()
        elif is_rule(raw):
            self.furniture.append(raw.strip())
            self.gap += 1
        else:
            return False
        return True

    def finish(self) -> tuple[list[Line], list[str]]:
        self._close_html()
        return self.lines, self.furniture

    def _page_ends(self) -> None:
        self.broken = True
        self.bold = False
        self.gap += 1

    def _more_html(self, raw: str) -> None:
        if self.html_ends:
            self.html.append(raw)
            if f"</{self.html_ends}" in raw.lower():
                self.html_ends = ""
        elif raw.strip():
            self.html.append(raw)
        else:
            self._close_html()
            self.gap += 1

    def _close_html(self) -> None:
        if not self.html:
            return
        text, self.html = "\n".join(self.html), []
        for line in flow(parse_html(text), line=self.html_line):
            inline = read_inline(line.block.text) if "**" in line.block.text else None
            block = line.block if inline is None else replace(line.block, text=inline.text, bold=inline.bold)
            self._keep(replace(line, block=block, after_break=self.broken))
            self.broken = False
        self.gap = 1

    def _line(self, raw: str, number: int) -> None:
        level: int | None = None
        quote = False
        text = raw
        row = ROW.match(text) if "|" in text and (self.marked or text.count("|") > 2) else None
        if self.marked:
            quoted = QUOTE.match(text) if ">" in text[:4] else None
            if quoted:
                quote, text = True, CALLOUT.sub("", quoted[2])
                if not text.strip():
                    self.gap += 1
                    return
                row = ROW.match(text)
            heading = HEADING.match(text) if "#" in text[:4] else None
            if heading:
                level, text = len(heading[1]), heading[2]
        if row:
            self._row(row, text, number, quote)
            return
        indent = len(text) - len(text.lstrip())
        stripped = text.strip()
        cut = bullet_of(stripped) if level is None else 0
        if self.marked and stripped.startswith(("**", "* *", "*[")):
            cut = 0
        hard_end = self.marked and (raw.endswith(("  ", "\\")) and not raw.endswith("\\\\"))
        if hard_end and raw.endswith("\\"):
            stripped = stripped[:-1]
        inline = read_inline(stripped[cut:], bold=self.bold) if self.marked else Inline(clean(stripped[cut:]))
        self.bold = inline.open
        self.furniture.extend(inline.pictures)
        if not inline.text:
            self.gap += 1
            return
        if inline.linked and is_furniture(inline.text):
            self.furniture.append(inline.text)
            return
        block = Block(
            inline.text,
            line=number,
            page=self.page,
            level=level,
            bold=inline.bold,
            lead=inline.lead,
            indent=float(indent),
            gap=float(self.gap),
            bullet=bool(cut),
            depth=indent // 2 if cut or (self.marked and ENTRY.match(stripped)) else 0,
            quote=quote,
        )
        begins = bool(cut) or level is not None
        mark = stripped[:cut].strip()
        line = Line(block, len(stripped), begins=begins, ends=level is not None, after_break=self.broken, mark=mark)
        self._keep(line)
        self.gap = 0
        self.broken = False

    def _row(self, row: re.Match[str], text: str, number: int, quote: bool) -> None:
        if ROW_RULE.match(text):
            return
        cells = [read_inline(cell).text if self.marked else clean(cell) for cell in re.split(r"(?<!\\)\|", row[1])]
        if not any(cells):
            return
        block = Block(CELL.join(cells), line=number, page=self.page, row=True, gap=float(self.gap), quote=quote)
        self._keep(Line(block, len(text), begins=True, ends=True, after_break=self.broken))
        self.gap = 0
        self.broken = False

    def _keep(self, line: Line) -> None:
        if is_furniture(line.block.text) and not line.block.row:
            self.furniture.append(line.block.text)
            # its place still parts what stands around it
            self.gap += 1
            return
        self.lines.append(line)
