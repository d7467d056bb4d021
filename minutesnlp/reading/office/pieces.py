"""The lines of an office file's paragraph as they are gathered: their words, and which of them are bold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from minutesnlp.reading.page.cleaning import clean
from minutesnlp.reading.page.joints import ENDS, GOES_ON
from minutesnlp.reading.page.labels import bullet_of, label_of


@dataclass(slots=True)
class Said:
    """One line of a paragraph: its words, how many of its first are bold, and whether all of them are."""

    text: str = ""
    marks: list[tuple[int, bool, float | None]] = field(default_factory=list)
    """(how many characters, bold or underlined, size) run by run."""

    def add(self, text: str, bold: bool, size: float | None) -> None:
        """Add words."""
        self.text += text
        self.marks.append((len(text), bold, size))

    def lead(self) -> int:
        """Return how many characters of the cleaned text are bold before the first that is not."""
        at = 0
        for length, bold, _ in self.marks:
            if not bold and self.text[at : at + length].strip():
                break
            at += length
        return len(clean(self.text[:at]))

    def size(self) -> float | None:
        """Return the size of most of its words."""
        sizes: dict[float, int] = {}
        for length, _, size in self.marks:
            if size is not None:
                sizes[size] = sizes.get(size, 0) + length
        return max(sizes, key=lambda size: sizes[size]) if sizes else None

    def places(self) -> Iterator[tuple[int, tuple[int, bool, float | None]]]:
        """Yield where each run begins, and the run."""
        at = 0
        for mark in self.marks:
            yield at, mark
            at += mark[0]


def pieces_of(lines: list[Said]) -> list[Said]:
    """Return a paragraph's lines that its author broke, those joined that plainly go on."""
    pieces: list[Said] = []
    for said in lines:
        if not said.text.strip():
            continue
        last = clean(pieces[-1].text) if pieces else ""
        begins = clean(said.text)
        if last and GOES_ON.match(begins) and not ENDS.search(last) and not bullet_of(begins) and not label_of(begins):
            pieces[-1].add(" ", True, None)
            for at, (length, bold, size) in said.places():
                pieces[-1].add(said.text[at : at + length], bold, size)
        else:
            pieces.append(said)
    return pieces
