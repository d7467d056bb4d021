"""A PDF page's runs of words and where they stand: the only module that speaks to pypdfium2."""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from minutesnlp.errors import ReadError

# A gap this wide, in ems of its type, parts two cells; the space between words, even justified, is narrower.
CELL_GAP = 1.25

# No page's type is taken for broader than this beside the table of widths: in two columns every line has a gap.
BROADEST = 1.1

# The marks PDFium puts for a hyphen at a line's end, in older and newer releases.
HYPHENS = "\x02\ufffe"

# Widths in thousandths of an em in a common sans-serif; what is not here is taken for an average letter.
WIDTHS = {
    **dict.fromkeys("ijl'|", 222),
    **dict.fromkeys(" ft.,:;!/\\I[]\u2018\u2019", 278),
    **dict.fromkeys("-()r`{}\u201c\u201d", 333),
    **dict.fromkeys("ckszvxyJ", 500),
    **dict.fromkeys("FTZ", 611),
    **dict.fromkeys("ABEKPSVXY&", 667),
    **dict.fromkeys("CDHNRUw", 722),
    **dict.fromkeys("GOQ", 778),
    **dict.fromkeys("mM", 833),
    "W": 944,
    "@": 1015,
}
AVERAGE = 556


class _Widths(dict[str, int]):
    """Widths by character; what is not there is as wide as its em."""

    def __missing__(self, character: str) -> int:
        return 1000


WIDTH_OF = _Widths({**{chr(code): AVERAGE for code in range(0x2100)}, **WIDTHS})

# Names of bold fonts: "ABCDEF+Calibri-Bold", "Arial,Bold", "Gotham-Black"; not "Blackadder".
BOLD_FONT = re.compile(r"bold|heavy|demi(?![a-z])|black(?![a-z])|[-,](?:bd|sb|hv)\b", re.IGNORECASE)

# PDFium's code for a file that needs a password.
LOCKED = 4

# The share of its size that a line stands above its baseline.
ASCENT = 0.78

# How far the sine of a line's angle may be from 0 before it counts as a watermark or a stamp.
UPRIGHT = 0.1

# Objects of a page that are looked at for ruled lines and pictures: a map may have a hundred thousand.
OBJECTS_LOOKED_AT = 4000

# A path is a ruled line when it is no thicker than this, in points.
RULE_WEIGHT = 2.5

# What PDFium takes for one line, without the blanks at its ends. The mark of a hyphen ends a line by itself.
LINE = re.compile(r"[^\s\x02\ufffe](?:[^\r\n\x02\ufffe]*[^\s\x02\ufffe])?[\x02\ufffe]?")
BLANKS = re.compile(r"\s+")

# A label, to find where the text after it stands: "1. ", "(a) ", "21/16 ", "• "; not "The ".
LABEL = re.compile(r"""(?:\(?(?:[\d./]{1,10}|[A-Za-z]|[ivxIVX]{2,5})[.):]{0,2}|[^\w\s("'“‘£$]{1,2}|o)\s+(?=\S)""")

Box = tuple[float, float, float, float]
Place = Callable[[float, float, float, float], Box]


@dataclass(slots=True)
class Run:
    """Words that stand side by side on one line of a page without a wide gap, as they are printed.

    Lengths are in points from the page's top left corner as it is shown. `lead` counts the characters at the
    beginning that are bold where only a beginning is; `hang` is where the text after a label begins; `start` is where
    its first character stands in the text of its page.
    """

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    bold: bool = False
    lead: int = 0
    hang: float | None = None
    upright: bool = True
    start: int = 0


@dataclass(slots=True)
class Page:
    """One page: its size in points, its runs in the order of the file, and its ruled lines (x0, y0, x1, y1).

    `pictures` is the share of the page that its largest picture covers.
    """

    number: int
    width: float
    height: float
    runs: list[Run]
    rules: list[Box]
    pictures: float = 0.0


def printed_width(text: str) -> int:
    """Return about how wide a text is printed, in thousandths of an em of a common sans-serif."""
    return sum(map(WIDTH_OF.__getitem__, text))


def pages_of(data: bytes, name: str) -> tuple[dict[str, str], Iterator[Page]]:
    """Return a PDF's metadata and its pages, each closed before the next is opened, so that memory stays flat.

    Raises
    ------
    ReadError
        When it is locked or broken.
    """
    import pypdfium2 as pdfium

    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == LOCKED or "password" in str(error).lower():
            advice = "Save a copy without the password (qpdf --decrypt) and read that."
            raise ReadError(name, "it is locked with a password", advice) from error
        advice = "Open it in a viewer and print it to a new PDF, or fetch it again."
        raise ReadError(name, "it is a broken PDF", advice) from error
    metadata = {key.lower(): value for key, value in document.get_metadata_dict().items() if value}
    return metadata, _pages(document, name)


def _pages(document: Any, name: str) -> Iterator[Page]:
    import pypdfium2 as pdfium

    try:
        found = False
        for index in range(len(document)):
            try:
                page = document[index]
                try:
                    text_page = page.get_textpage()
                    try:
                        read = _page(page, text_page, index + 1)
                    finally:
                        text_page.close()
                finally:
                    page.close()
            except pdfium.PdfiumError:
                # one page is broken: it comes without words, and the reader tells of it
                read = Page(index + 1, 0.0, 0.0, [], [])
            found = found or read.height > 0
            yield read
        if not found:
            raise ReadError(name, "none of its pages can be read", "Open it in a viewer and print it to a new PDF.")
    finally:
        document.close()


def _page(page: Any, text_page: Any, number: int) -> Page:
    import pypdfium2.raw as pdfium

    raw = text_page.raw
    text = text_page.get_text_range()
    count = text_page.count_chars()
    if len(text) != count:
        # characters beyond the basic plane, or without a code, shift the count: ask for each by itself
        text = "".join(chr(_sane(pdfium.FPDFText_GetUnicode(raw, index))) for index in range(count))
    turn = page.get_rotation()
    place = _placing(turn, *page.get_bbox())
    width, height = page.get_size()
    rules, pictures = _drawn(pdfium, page.raw, place, width * height)
    uprights = [rule for rule in rules if rule[3] - rule[1] > 8]
    runs = _runs(text, _Probe(pdfium, raw, place, turn), uprights)
    return Page(number, width, height, runs, rules, pictures)


def _sane(code: int) -> int:
    return code if 0 < code < 0xD800 or 0xDFFF < code < 0x110000 else 0xFFFD


def _placing(turn: int, left: float, bottom: float, right: float, top: float) -> Place:
    """Return the function from a box in the file's own space to one from the top left corner as the page is shown."""
    if turn == 90:
        return lambda x0, y0, x1, y1: (y0 - bottom, x0 - left, y1 - bottom, x1 - left)
    if turn == 180:
        return lambda x0, y0, x1, y1: (right - x1, y0 - bottom, right - x0, y1 - bottom)
    if turn == 270:
        return lambda x0, y0, x1, y1: (top - y1, right - x1, top - y0, right - x0)
    return lambda x0, y0, x1, y1: (x0 - left, top - y1, x1 - left, top - y0)


class _Probe:
    """Asks a page's text for the place, the size and the font of single characters, with its buffers made once."""

    def __init__(self, pdfium: Any, raw: Any, place: Place, turn: int) -> None:
        self.raw, self.place = raw, place
        self.sideways = turn in (90, 270)
        self.rect, self.matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
        self.x, self.y, self.flags = ctypes.c_double(), ctypes.c_double(), ctypes.c_int()
        self.to_rect, self.to_matrix = ctypes.byref(self.rect), ctypes.byref(self.matrix)
        self.to_x, self.to_y, self.to_flags = ctypes.byref(self.x), ctypes.byref(self.y), ctypes.byref(self.flags)
        self.buffer = ctypes.create_string_buffer(128)
        self.get_box = pdfium.FPDFText_GetLooseCharBox
        self.get_font = pdfium.FPDFText_GetFontInfo
        self.get_matrix = pdfium.FPDFText_GetMatrix
        self.get_size = pdfium.FPDFText_GetFontSize
        self.get_origin = pdfium.FPDFText_GetCharOrigin
        self.bold_fonts: dict[bytes, bool] = {}

    def box(self, index: int) -> Box:
        """Return the box of a character, its advance included."""
        self.get_box(self.raw, index, self.to_rect)
        rect = self.rect
        return self.place(rect.left, rect.bottom, rect.right, rect.top)

    def origin(self, index: int) -> tuple[float, float]:
        """Return where a character begins on its line of writing."""
        self.get_origin(self.raw, index, self.to_x, self.to_y)
        x, y = self.x.value, self.y.value
        return self.place(x, y, x, y)[:2]

    def look(self, index: int) -> tuple[float, bool]:
        """Return a character's size as it is shown, in points, and whether it stands upright."""
        self.get_matrix(self.raw, index, self.to_matrix)
        m = self.matrix
        size = self.get_size(self.raw, index) * math.hypot(m.c, m.d)
        lean = m.a if self.sideways else m.b
        if not 2 <= size <= 300:
            box = self.box(index)
            size = max(box[3] - box[1], 1.0)
        return size, abs(lean) <= UPRIGHT * (math.hypot(m.a, m.b) or 1.0)

    def bold(self, index: int) -> bool:
        """Tell whether a character's font is a bold one, by the font's name."""
        self.get_font(self.raw, index, self.buffer, 128, self.to_flags)
        name = self.buffer.value
        found = self.bold_fonts.get(name)
        if found is None:
            found = self.bold_fonts[name] = bool(BOLD_FONT.search(name.decode("utf-8", "replace")))
        return found


def _runs(text: str, probe: _Probe, uprights: list[Box]) -> list[Run]:
    """Return a page's runs: PDFium's lines, parted where a gap is too wide for a space."""
    runs: list[Run] = []
    widths: list[float] = []
    stretches: list[float] = []
    for match in LINE.finditer(text):
        run = _run(match.group(), match.start(), probe)
        widths.append(printed_width(run.text) * run.size / 1000)
        runs.append(run)
        if widths[-1] > 12 * run.size:
            stretches.append((run.x1 - run.x0) / widths[-1])
    # most lines have no wide gap, so a low quantile tells how broad this page's type is beside the table's
    stretches.sort()
    stretch = min(stretches[len(stretches) // 4], BROADEST) if stretches else 0.85
    found: list[Run] = []
    for run, width in zip(runs, widths, strict=True):
        crossed = _crossed(run, uprights) if uprights else []
        if crossed or run.x1 - run.x0 - width * stretch > 0.9 * run.size or "    " in run.text or "\t" in run.text:
            found.extend(_cells(run, probe, stretch, crossed))
        else:
            found.append(run)
    return found


def _crossed(run: Run, uprights: list[Box]) -> list[float]:
    """Return where ruled lines go down through a line of words: they part its cells, however near these stand."""
    middle = (run.top + run.bottom) / 2
    return [x0 for x0, y0, _, y1 in uprights if run.x0 + 2 < x0 < run.x1 - 2 and y0 < middle < y1]


def _cells(run: Run, probe: _Probe, stretch: float, crossed: Sequence[float]) -> Iterator[Run]:
    """Yield the pieces of a line that wide gaps or ruled lines part."""
    begin = 0
    for end, after in _gaps(run, probe, stretch, crossed):
        yield _run(run.text[begin:end], run.start + begin, probe)
        begin = after
    yield _run(run.text[begin:], run.start + begin, probe) if begin else run


def _gaps(run: Run, probe: _Probe, stretch: float, crossed: Sequence[float]) -> list[tuple[int, int]]:
    """Return where the wide gaps of a line begin and end, as places in its text.

    The line is halved, and halved again only where it is wider than its letters by as much as a gap: of the many lines
    that are a little too wide, few characters need be asked for.
    """
    text, size = run.text, run.size
    words = [0, *(blank.end() for blank in BLANKS.finditer(text))]
    if len(words) < 2:
        return []
    found: list[tuple[int, int]] = []
    spans = [(0, len(words) - 1, run.x0, probe.origin(run.start + words[-1])[0])]
    while spans:
        first, last, left, right = spans.pop()
        here = text[words[first] : words[last]]
        if last - first == 1:
            end = words[first] + len(here.rstrip())
            edge = probe.box(run.start + end - 1)[2]
            if right - edge > CELL_GAP * size or any(edge - 1 <= x <= right + 1 for x in crossed):
                found.append((end, words[last]))
        elif crossed or right - left - printed_width(here) * stretch * size / 1000 > 0.85 * size:
            middle = (first + last) // 2
            at = probe.origin(run.start + words[middle])[0]
            spans += [(middle, last, at, right), (first, middle, left, at)]
    return found


def _run(text: str, start: int, probe: _Probe) -> Run:
    last = start + len(text) - 1
    if text[-1] in HYPHENS:
        text = text[:-1] + "-"
    x0, baseline = probe.origin(start)
    size, upright = probe.look(start)
    label = LABEL.match(text)
    # a list's number is often plain before a title in bold
    begin = label.end() if label else 0
    bold = probe.bold(start + begin)
    ends_bold = bold and probe.bold(last)
    lead = 0
    if bold and not ends_bold:
        lead = next((b.end() for b in BLANKS.finditer(text, begin) if not probe.bold(start + b.end())), 0)
    return Run(
        text,
        x0,
        max(x0, probe.box(last)[2]),
        baseline - ASCENT * size,
        baseline + (1 - ASCENT) * size,
        size,
        bold and ends_bold,
        lead,
        probe.origin(start + begin)[0] if label else None,
        upright,
        start,
    )


def _drawn(pdfium: Any, page: Any, place: Place, area: float) -> tuple[list[Box], float]:
    """Return a page's ruled lines, and the share of the page its largest picture covers."""
    get, kind_of, bounds = pdfium.FPDFPage_GetObject, pdfium.FPDFPageObj_GetType, pdfium.FPDFPageObj_GetBounds
    path, picture = pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE
    sides = [ctypes.c_float() for _ in range(4)]
    to_sides = [ctypes.byref(side) for side in sides]
    rules: list[Box] = []
    largest = 0.0
    for index in range(min(pdfium.FPDFPage_CountObjects(page), OBJECTS_LOOKED_AT)):
        thing = get(page, index)
        kind = kind_of(thing)
        if kind not in (path, picture) or not bounds(thing, *to_sides):
            continue
        x0, y0, x1, y1 = place(*[side.value for side in sides])
        if kind == picture:
            largest = max(largest, (x1 - x0) * (y1 - y0) / area if area else 0.0)
        elif min(x1 - x0, y1 - y0) <= RULE_WEIGHT < max(x1 - x0, y1 - y0):
            rules.append((x0, y0, x1, y1))
    return rules, largest
