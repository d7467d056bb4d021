"""How clock times join: “7 – 9pm”, “between 7 and 9 am”, “closed at 9.15”."""

from __future__ import annotations

import re

from minutesnlp.tagging.dates.joints import AND, BETWEEN, TIMETABLED, TO, Pieces
from minutesnlp.tagging.dates.parts import clock_of
from minutesnlp.tagging.dates.periods import Moment

HALF = re.compile(r"[ap]\.? ?m", re.IGNORECASE)
# What is told to the minute: “closed at 9.15”, “Commenced: 19.00”.
CUE = re.compile(
    r"\b(?:closed|opened|started|began|ended|commenced|concluded|finished|adjourned|resumed|reconvened|"
    r"(?:start|end|finish) time)(?:\s?[:–-]\s{0,3}|\s(?:the\smeeting\s)?at\s)\Z|\b(?:19|20)\d\d,?\sat\s\Z",
    re.IGNORECASE,
)
AT = re.compile(r"\bat\s\Z", re.IGNORECASE)


class Clocks(Pieces):
    """Reads clock times from the pieces of dates."""

    def clocks(self, place: int) -> tuple[tuple[str, ...], int, bool]:
        """Read the clock times that begin here: the times, the place after them, and whether they are a range."""
        clocks = [clock_of(self.parts[place].word) or ""]
        ranged = False
        after = place + 1
        while self.kind(after) in {"clock", "maybe"} and not ranged:
            if self.joins(after - 1, TO) or (self.joins(after - 1, AND) and self._is_between(place)):
                ranged = True
            elif not self.joins(after - 1, AND):
                break
            clocks.append(clock_of(self.parts[after].word) or "")
            after += 1
        if ranged and len(clocks) == 2:
            clocks[0] = _same_half(clocks, self.parts[place].word, self.parts[after - 1].word)
        return tuple(clock for clock in clocks if clock), after, ranged

    def _is_between(self, place: int) -> bool:
        start = self.parts[place].start
        return BETWEEN.search(self.text, max(0, start - 12), start) is not None

    def bare_hours(self, place: int) -> tuple[Moment, int] | None:
        """Read “7 and 9 am” after “between”, “7-9pm”: the first hour shares the half of the day of the last."""
        part = self.parts[place]
        if part.kind != "number" or not 0 < part.number < 13 or self.kind(place + 1) != "clock":
            return None
        if not (self.joins(place, TO) or (self.joins(place, AND) and self._is_between(place))):
            return None
        last = clock_of(self.parts[place + 1].word)
        word = self.parts[place + 1].word
        if last is None or not HALF.search(word):
            return None
        first = _same_half([f"{part.number % 12 if 'a' in word else part.number:02d}:00", last], part.word, word)
        return Moment(clocks=(first, last), clock_range=True), place + 2

    def is_timetabled(self, place: int) -> bool:
        """Tell a departure by its time: “the 7.40 ran”."""
        return TIMETABLED.match(self.text, max(0, self.parts[place].start - 4)) is not None

    def is_told(self, place: int, clock: str) -> bool:
        """Tell whether digits without a half of the day are a time: “at 7.40” may be a rate, “at 17.20” is none."""
        start = self.parts[place].start
        late = clock >= "13" and AT.search(self.text, max(0, start - 4), start) is not None
        return late or CUE.search(self.text, max(0, start - 32), start) is not None


def _same_half(clocks: list[str], first: str, last: str) -> str:
    """Take “7 – 9pm” for 19:00 to 21:00: the first time shares the half of the day that the last one states."""
    if re.search(r"[ap]\.? ?m", first) or not re.search(r"p\.? ?m", last):
        return clocks[0]
    hour = int(clocks[0][:2])
    later = f"{hour + 12:02d}{clocks[0][2:]}"
    return later if hour < 12 and later <= clocks[1] else clocks[0]
