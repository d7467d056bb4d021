"""Rows of a PDF to paragraphs: which line ends were the page's, which the author's."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from minutesnlp.reading.blocks import CELL, Block
from minutesnlp.reading.page.cleaning import clean
from minutesnlp.reading.page.joints import GOES_ON, UNENDED, Joint, joint_of
from minutesnlp.reading.page.labels import bullet_of, label_of
from minutesnlp.reading.pdf.rows import Row
from minutesnlp.reading.pdf.runs import Page, Run, printed_width
from minutesnlp.reading.pdf.tables import Strand

# Rows farther apart than the lines of one paragraph by so many ems begin another.
LOOSE = 0.2

# Left edges that differ by less are the same, in points.
SAME_EDGE = 2.5

# A paragraph's first line may stand in by so many points; more, and it is another thing.
FIRST_LINE = 60.0

# Lines this long are prose; their ends tell where the page's lines are broken.
LONG = 40

# When so many lines end in a hyphen, of all that run to the edge, the file was set with hyphenation.
HYPHENATED = 0.03

# The lines around one that tell where its own is broken, and how near to that place, by the page's edge, they end.
AROUND = 7
NEAR_EDGE = 0.06

# So many characters at a line's end tell whether a sentence ends there.
TAIL = 16

# The heading of a list of names begins a paragraph, however near it stands: "Present: Cllr Hale", "Apologies:".
LIST_OPENS = re.compile(r"(?:(?:members\s+)?present|apologies(?:\s+for\s+absence)?|in\s+attendance)\s*:", re.IGNORECASE)

# A line to be filled in by hand ends its paragraph: "Signed ________ Dated ________".
BLANK_LINE = re.compile(r"_{4,}\W*$|[.…]{6,}\W*$")

WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*")


@dataclass(slots=True)
class Measure:
    """How a file's text is set: its body's size and left edge, its lines' pitch in ems, each page's right edge."""

    size: float
    left: float
    pitch: float
    rights: dict[int, float]
    words: Counter[str] = field(default_factory=Counter)
    hyphenates: bool = False


@dataclass(slots=True)
class _Piece:
    """A paragraph as it grows."""

    rows: list[Row]
    gap: float
    table: bool = False

    @property
    def first(self) -> Run:
        return self.rows[0].cells[0]

    @property
    def last(self) -> Run:
        return self.rows[-1].cells[0]


def measure(pages: Sequence[Page], rows: dict[int, list[Row]]) -> Measure:
    """Measure how a file's text is set."""
    sizes: Counter[float] = Counter()
    lefts: Counter[int] = Counter()
    pitches: Counter[float] = Counter()
    ends: dict[int, list[float]] = {}
    words: Counter[str] = Counter()
    full = hyphens = 0
    cut = False
    for page in pages:
        last: Row | None = None
        own = ends.setdefault(page.number, [])
        for row in rows[page.number]:
            for cell in row.cells:
                sizes[round(cell.size * 2) / 2] += len(cell.text)
                cut = cut or cell.text[-1:] == "-"
                if len(cell.text) >= LONG:
                    own.append(cell.x1)
                    lefts[round(cell.x0)] += len(cell.text)
                    full += 1
                    hyphens += cell.text.endswith("-")
            if last and len(last.cells) == len(row.cells) == 1 and len(last.cells[0].text) >= LONG:
                a, b = last.cells[0], row.cells[0]
                if abs(a.size - b.size) < 0.6 and b.size > 0:
                    pitches[round((row.bottom - last.bottom) / b.size * 10) / 10] += 1
            last = row
    if cut:  # only then are the file's words asked for
        every_cell = (cell.text for page in pages for row in rows[page.number] for cell in row.cells)
        words.update(word.lower() for text in every_cell for word in WORD.findall(text))
    size = sizes.most_common(1)[0][0] if sizes else 11.0
    every = sorted(end for page in ends.values() for end in page)
    usual = every[min(len(every) - 1, int(0.97 * len(every)))] if every else 0.0
    rights = {}
    for page in pages:
        own = sorted(ends[page.number])
        rights[page.number] = own[min(len(own) - 1, int(0.97 * len(own)))] if len(own) >= 12 else usual
    close = {pitch: n for pitch, n in pitches.items() if 0.8 <= pitch <= 2.6}
    pitch = max(close, key=lambda p: (close[p], -p)) if close else 1.2
    common = lefts.most_common(6)
    left = float(min((x for x, n in common if n >= 0.2 * common[0][1]), default=72)) if common else 72.0
    return Measure(max(size, 1.0), left, pitch, rights, words, hyphens >= 3 and hyphens > HYPHENATED * full)


def blocks_of(pages: Iterable[tuple[Page, list[Strand]]], setting: Measure, head: str) -> list[Block]:
    """Return a file's paragraphs as blocks. `head` is the heading of its action column."""
    pieces: list[_Piece] = []
    for page, strands in pages:
        turned = True
        for strand in strands:
            edge = strand.right or setting.rights.get(page.number, 0.0)
            rights = _local_rights(strand.rows, edge)
            fresh = True
            for row, right in zip(strand.rows, rights, strict=True):
                last = pieces[-1] if pieces else None
                gap = _gap(last, row, setting) if last and not turned else 1.0
                joins = (
                    last is not None
                    and not (strand.table or last.table)
                    and (not fresh or turned)
                    and (_is_rest(last, row) if strand.apart else _goes_on(last, row, right, setting, turned))
                )
                if joins and last is not None:
                    last.rows.append(row)
                else:
                    pieces.append(_Piece([row], gap, strand.table))
                fresh = turned = False
    return [block for place, piece in enumerate(pieces, 1) if (block := _block(piece, place, setting, head))]


def _local_rights(rows: Sequence[Row], edge: float) -> list[float]:
    """Return where lines are broken at each row: the page's edge, or a nearer one that the prose around it keeps to.

    Prose in a table's column or beside a margin is narrower than its page. Several of its lines must end near the
    same place, for the lines of a list end anywhere.
    """
    ends = [row.cells[0].x1 if len(row.cells[0].text) >= LONG else 0.0 for row in rows]
    rights = []
    for place in range(len(rows)):
        near = [end for end in ends[max(0, place - AROUND) : place + AROUND + 1] if end]
        local = max(near, default=0.0)
        close = sum(end > local - NEAR_EDGE * edge for end in near)
        rights.append(local if close >= 4 and 0.7 * edge < local < edge - 8 else edge)
    return rights


def _is_rest(piece: _Piece, row: Row) -> bool:
    """Tell the rest of a list's entry ("Cllr A Hale (Independent" / "Group)") from the next entry."""
    text = piece.last.text
    return text.count("(") > text.count(")") or GOES_ON.match(row.text) is not None


def _gap(last: _Piece, row: Row, setting: Measure) -> float:
    size = max(row.cells[0].size, 1.0)
    between = (row.bottom - last.rows[-1].bottom) / size
    return round(max(0.0, between - setting.pitch) / setting.pitch, 1) if between > 0 else 1.0


def _goes_on(piece: _Piece, row: Row, right: float, setting: Measure, turned: bool) -> bool:
    """Tell whether a row goes on with the paragraph before it: by type and weight, by its words, by where it stands."""
    last, run = piece.last, row.cells[0]
    text = run.text
    joint = joint_of(last.text, text, tail=TAIL)
    size = max(run.size, last.size, 1.0)
    if min(run.size, last.size) < 0.85 * size and not joint.runs_on:
        return False
    fits = _fits(text.split(" ", 1)[0], run, right - last.x1 - 0.45 * size)
    if _weight_changes(last, run, fits, joint):
        return False
    begin = piece.first.hang if len(piece.rows) == 1 else None
    if (
        BLANK_LINE.search(last.text[-TAIL:])
        or LIST_OPENS.match(text)
        or _begins(run, text, last, begin, fits, joint.ended)
    ):
        return False
    if not turned and _is_set_off(piece, row, size, setting, joint, fits):
        return False
    if fits:
        # a line that had room for the next word was ended by its author, unless the sentence plainly goes on
        near = abs(run.x0 - last.x0) < SAME_EDGE * 4
        return joint.runs_on and len(last.text) > 25 and near and not last.text.isupper()
    if turned and not joint.small and (joint.ended or (not joint.hangs and len(last.text) < LONG)):
        return False
    return _keeps_edge(piece, run, begin, turned, joint)


def _weight_changes(last: Run, run: Run, fits: bool, joint: Joint) -> bool:
    """Tell where bold type begins or ends with a line, as a heading does, and not within a sentence."""
    if run.bold == last.bold or last.lead or (run.lead and last.bold):
        return False
    heading = last.bold or not joint.small
    return heading and (fits or not joint.runs_on)


def _is_set_off(piece: _Piece, row: Row, size: float, setting: Measure, joint: Joint, fits: bool) -> bool:
    """Tell a row that stands nearer to the one before, or farther from it, than the lines of one paragraph."""
    rows = piece.rows
    pitch = (row.bottom - rows[-1].bottom) / size
    usual = setting.pitch
    single = len(rows) == 1
    if not single:
        usual = max(usual if pitch <= usual else 0.0, (rows[-1].bottom - rows[-2].bottom) / size)
        usual = usual if 0.7 < usual < 2.6 else setting.pitch
    if pitch < 0.3:
        return True
    return pitch > usual + LOOSE and not (single and joint.runs_on and not fits and pitch < 2.4)


def _keeps_edge(piece: _Piece, run: Run, begin: float | None, turned: bool, joint: Joint) -> bool:
    """Tell whether a row begins at the paragraph's left edge, or where that of a first line that stands in may be."""
    first = piece.first
    at = begin if begin is not None else (None if len(piece.rows) == 1 else piece.last.x0)
    if at is None:
        if run.x0 > first.x0 + SAME_EDGE and joint.ended:
            return False
        return first.x0 - run.x0 <= FIRST_LINE or joint.small or _centred_on(first, run)
    if turned or joint.small:
        return True
    return run.x0 <= at + SAME_EDGE and (begin is not None or run.x0 >= at - SAME_EDGE)


def _fits(word: str, run: Run, room: float) -> bool:
    """Tell whether a run's first word had room at the end of the line before it."""
    if room <= 0:
        return False
    about = (run.x1 - run.x0) * len(word) / len(run.text)
    if not 0.5 * about < room < 2 * about:
        return room > about
    return (run.x1 - run.x0) * printed_width(word) / max(printed_width(run.text), 1) < room


def _centred_on(first: Run, run: Run) -> bool:
    return abs((first.x0 + first.x1) - (run.x0 + run.x1)) < 8


def _begins(run: Run, text: str, last: Run, begin: float | None, fits: bool, ended: bool) -> bool:
    """Tell a label or a bullet that begins a paragraph from a number that a line's end happened to put first."""
    if bullet_of(text):
        return not (text[0] in "-–—" and not fits and not ended and abs(run.x0 - (begin or last.x0)) < SAME_EDGE)
    label = label_of(text)
    if label is None or (run.hang is None and label.end < len(text) and label.style in ("n", "n/n")):
        return False
    stands = begin if begin is not None else last.x0
    within = abs(run.x0 - stands) < SAME_EDGE
    if within and not fits and not ended:
        return (
            label.style in ("n.", "n)", "(a)", "(i)") and not UNENDED.search(last.text) and not last.text[-1].isalnum()
        )
    return True


def _block(piece: _Piece, place: int, setting: Measure, head: str) -> Block | None:
    first = piece.first
    text, lead = first.text, len(first.text) if first.bold else first.lead
    through = first.bold
    for row in piece.rows[1:]:
        run = row.cells[0]
        longer = join(text, run.text, setting)
        if through:
            lead = len(longer) if run.bold else len(longer) - len(run.text) + run.lead if run.lead else lead
            through = run.bold
        text = longer
    mark = bullet_of(text) if not piece.table else 0
    whole = clean(text[mark:])
    if not whole:
        return None
    owners = " ".join(dict.fromkeys(owner for row in piece.rows for owner in row.owners))
    lead = 0 if through else len(clean(text[mark:lead])) if lead > mark else 0
    if owners:
        whole += f"{CELL}{head}: {owners}" if head else CELL + owners
    run = first
    right = setting.rights.get(piece.rows[0].page, 0.0)
    middle = (setting.left + right) / 2
    spare = min(run.x0 - setting.left, right - max(row.cells[0].x1 for row in piece.rows))
    return Block(
        whole,
        line=place,
        page=piece.rows[0].page,
        bold=through,
        lead=lead,
        size=round(max(row.cells[0].size for row in piece.rows) / setting.size, 2),
        centred=not piece.table and spare > 2 * setting.size and abs((run.x0 + run.x1) / 2 - middle) < 0.05 * right,
        indent=round(max(0.0, run.x0 - setting.left) / (0.5 * setting.size), 1),
        gap=piece.gap,
        bullet=mark > 0,
        row=piece.table,
    )


def join(text: str, more: str, setting: Measure) -> str:
    """Join two lines of a paragraph, and a word that a hyphen cut at the line's end.

    The hyphen goes when the whole word stands elsewhere in the file, or when the file is set with hyphenation and
    neither half is a word of it; a hyphen that belongs ("part-time") stays.
    """
    if len(text) > 1 and text.endswith("-") and text[-2].isalpha() and more[:1].isalpha():
        head, tail = WORD.findall(text)[-1].lower(), WORD.match(more)
        after = tail[0].lower() if tail else ""
        words = setting.words
        if more[:1].islower() and not words[f"{head}-{after}"]:
            known = words[(head + after)] > 0
            halves = words[after] > 1 and words[head.split("-")[-1]] > 1
            if known or (setting.hyphenates and not halves):
                return text[:-1] + more
        return text + more
    if text.endswith(("/", "–")) and not text.endswith(" –"):
        return text + more if text.endswith("/") else f"{text} {more}"
    return f"{text} {more}"
