"""Text into the terms it is searched by, each with its place in the text as it stands.

The rules, in the order in which they are tried on a run of characters without a gap:

- sums of money have one form: £56m, £56 million and £56,000,000 are one term;
- 4.5% and 4.5 per cent are one term, and are found as 4.5 too;
- 2020/21, 2020-21 and 2020–2021 are one term, found by either year too; 21/18 stays whole; 1,234 is 1234; 9th is 9;
- 15.12.15 is found by 15/12/2015 and 2015 too, and so are 2015-12-15 and the like: `dates` says what is a date;
- 50km/h and 50 km/h are 50, km and h; covid19 is covid, 19; 12a, B12 and 50m or 50 m (or millions) stay whole;
- children’s, children's and childrens are one term, O’Neill and ONeill another;
- data-mining is data, then mining; and datamining too, so that in-house and inhouse find each other;
- letters lose case, accents and compatibility forms; words are stemmed, but for those whose stem would be that of
  another thing (parking and parks); stop words are left out.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from minutesnlp.resources import models
from minutesnlp.text.dates import figures, further
from minutesnlp.text.folding import SILENT, UNHEARD, fold
from minutesnlp.text.number_words import plain
from minutesnlp.text.stemming import stem

# How many distinct runs of characters an analyser remembers the terms of, and how long they may be.
REMEMBERED = 300_000
LONGEST = 64

LETTERS = rf"[^\W_]++(?:[{SILENT}]++[^\W_]*+)*+"
NUMBER = r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?"
SCALES = {"k": 3, "thousand": 3, "m": 6, "million": 6, "bn": 9, "billion": 9}

# “£56 million”, “88 per cent”, “children’s”, “data-mining”, “21/18”, “A&E”; not “- ” nor “_”
RUN = re.compile(
    rf"""
      [£$€] \s? {NUMBER} (?: \s? (?: {"|".join(SCALES)} ) (?! \w ) )?
    | {NUMBER} (?: \s? % | \s per \s? cent (?! \w ) | \s (?-i: k | m | bn ) (?! \w ) )
    | {LETTERS} (?: (?: ['’ʼ‘&/.\-‐‑‒–] | (?<= [0-9] ) , (?= [0-9] ) ) {LETTERS} )*+
      %?
    """,
    re.VERBOSE | re.IGNORECASE,
)
# The first kind: “£56 million”, “€5”
SUM = re.compile(rf"([£$€]\s?{NUMBER}(?:\s?(?:{'|'.join(SCALES)})(?!\w))?)", re.IGNORECASE)
# What may be the second kind and has a gap: “88 per cent”, “4 %”, “50 m”; not “4%”
GAPPED = re.compile(r"[0-9]\s(?:%|per\s?cent|(?-i:k|m|bn)(?!\w))", re.IGNORECASE)
# All below read folded runs. “£56m”
MONEY = re.compile(rf"(?P<sign>[£$€])\s?(?P<number>{NUMBER})\s?(?P<scale>[a-z]*)\Z")
# “4.5%”, “88 per cent”; not “a%”
PERCENT = re.compile(rf"(?P<number>{NUMBER})(?:\s?%|\s+per\s?cent)\Z")
# “110,000”, “3.2.1”, “7”; not “7th”
FIGURE = re.compile(r"[0-9]+(?:[.,][0-9]+)*\Z")
# “u.k”, “i.e”
DOTTED = re.compile(r"[a-z](?:\.[a-z])+\Z")
# “a&e”, “q&a”; not “parks&leisure”
AMPERSAND = re.compile(r"[a-z0-9]{1,2}&[a-z0-9]{1,2}\Z")
# “9th”, “1st”
ORDINAL = re.compile(r"([0-9]+)(?:st|nd|rd|th)\Z")
# “11471m2”, “7.30pm”, “50 m”; not “b12”
MEASURE = re.compile(r"([0-9]+(?:[.,][0-9]+)*)\s?([a-z]+[0-9]?)\Z")
# “covid19”; not “b12”, “s106”
NUMBERED = re.compile(r"([a-z]{3,})([0-9]+)\Z")
SEGMENT = re.compile(r"[^-/&%]+")
WORD = re.compile(r"[^.,\s]+")

# Words of which versions 2.2, 3.0 and 3.1 of the stemmer make different stems
TELLING = ("emergency", "evening", "internal", "international", "organisation", "university")


def pieces(text: str) -> list[str]:
    """Return what stands between the gaps of a text; a sum or a percentage is one piece, so no run is ever split.

    >>> pieces("It cost £56 million, up 4%.")
    ['It', 'cost', '£56 million', ',', 'up', '4%.']
    """
    if GAPPED.search(text):
        return RUN.findall(text)
    if "£" not in text and "$" not in text and "€" not in text:
        return text.split()
    found = []
    for place, part in enumerate(SUM.split(text)):
        if place % 2:
            found.append(part)
        else:
            found += part.split()
    return found


@lru_cache(maxsize=16)
def words_of(name: str) -> frozenset[str]:
    """Return the words of a lexicon in models/lexicons: one a line, `#` begins a comment."""
    lines = map(str.strip, models("lexicons", name).read_text("utf-8").splitlines())
    return frozenset(line for line in lines if line and not line.startswith("#"))


@lru_cache(maxsize=1)
def words_apart() -> frozenset[tuple[str, str]]:
    """Return words whose stem would be that of words for another thing, each with the term it is instead."""
    lines = map(str.split, words_of("apart-words.txt"))
    return frozenset((word, term) for term, *others in lines for word in (term, *others))


class Token(NamedTuple):
    """A term and its place: `text[start:end]` is what it was made of.

    `position` counts words, stop words too. An `extra` token is another way to find what the tokens beside it say
    (the whole of a hyphenated word, the number in a sum).
    """

    term: str
    start: int
    end: int
    position: int
    extra: bool = False


class _Part(NamedTuple):
    """A piece of a run: a term, or a stop word that only takes up a position."""

    term: str | None
    start: int
    end: int
    position: int
    extra: bool


@dataclass(frozen=True)
class Analyser:
    """Turn text into terms; equal settings give equal terms.

    >>> Analyser().terms("The Children’s Trust spent £56 million")
    ['children', 'trust', 'spent', '£56000000', '56m']
    """

    stop_words: frozenset[str] = field(default_factory=lambda: words_of("stop-words.txt"))
    stemming: bool = True
    joining: bool = True
    apart: frozenset[tuple[str, str]] = field(default_factory=words_apart)
    _known: dict[str, tuple[tuple[str, ...], tuple[int, ...], int]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    _pieces: dict[str, tuple[list[_Part], int]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def terms(self, text: str) -> list[str]:
        """Return the terms of a text in the order they stand; a repeated word is a repeated term."""
        known = self._known
        found: list[str] = []
        # Plain words, as in most queries, need no pattern to be told apart
        for run in text.split() if text.isascii() and text.replace(" ", "").isalpha() else RUN.findall(text):
            found += (known.get(run) or self._learn(run))[0]
        return found

    def terms_of_run(self, run: str) -> tuple[str, ...]:
        """Return the terms of one run of characters, as `RUN` finds them; what is found is not remembered."""
        return tuple(part.term for part in self._read(run, 0) if part.term is not None)

    def terms_of_piece(self, piece: str) -> list[str]:
        """Return the terms of one of the `pieces` of a text; what is found is not remembered."""
        runs = (piece,) if piece.isascii() and piece.isalpha() else RUN.findall(piece)
        return [term for run in runs for term in self.terms_of_run(run)]

    def places(self, text: str) -> tuple[list[str], list[int]]:
        """Return the terms of a text and the position of each, counted in words, stop words too."""
        known = self._known
        terms: list[str] = []
        positions: list[int] = []
        here = 0
        for run in RUN.findall(text):
            found, steps, width = known.get(run) or self._learn(run)
            terms += found
            positions += [here + step for step in steps]
            here += width
        return terms, positions

    def tokens(self, text: str, among: Container[str] | None = None) -> list[Token]:
        """Return the terms of a text, or some of them, with their places in it, however folding changed their length.

        `among` keeps the tokens of these terms: the rest is not made.
        """
        return [
            Token(term, start + begin, start + end, here + step, extra)
            for start, here, parts in self._runs(text)
            for term, begin, end, step, extra in parts
            if term is not None and (among is None or term in among)
        ]

    def words(self, text: str) -> list[str]:
        """Return the words that are left out of `terms`: the stop words of a text as they are written."""
        runs = self._runs(text)
        return [text[at + one.start : at + one.end] for at, _, parts in runs for one in parts if one.term is None]

    def standing(self, text: str) -> list[tuple[int, int]]:
        """Return where each word of a text begins, stop words too, and its position."""
        return [(start + part.start, here + part.position) for start, here, parts in self._runs(text) for part in parts]

    def settings(self) -> dict[str, Any]:
        """Return what makes this analyser what it is, as plain values; `Analyser.of` makes it again."""
        return {
            "stop_words": sorted(self.stop_words),
            "stemming": self.stemming,
            "joining": self.joining,
            "apart": sorted(map(list, self.apart)),
            "stems": {word: self._stem(word) for word in TELLING},
        }

    @classmethod
    def of(cls, settings: dict[str, Any]) -> Analyser:
        """Make the analyser whose settings these are.

        Raises
        ------
        ValueError
            When the stemmer makes other stems now than it did then: words would not be found that are there.
        """
        apart = frozenset((word, term) for word, term in settings.get("apart", ()))
        made = cls(frozenset(settings["stop_words"]), settings["stemming"], settings["joining"], apart)
        for word, then in settings.get("stems", {}).items():
            if (now := made._stem(word)) != then:
                raise ValueError(
                    f"the stem of {word!r} was {then!r} and is {now!r} with the PyStemmer that is installed"
                )
        return made

    def _learn(self, run: str) -> tuple[tuple[str, ...], tuple[int, ...], int]:
        """Return the terms of a run, how many words after its first each stands, and how many words it takes up."""
        parts = self._read(run, 0)
        kept = [part for part in parts if part.term is not None]
        terms = tuple(part.term for part in kept if part.term is not None)
        width = max((part.position + 1 for part in parts), default=0)
        learnt = terms, tuple(part.position for part in kept), width
        if len(run) <= LONGEST:
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            self._known[run] = learnt
        return learnt

    def parts(self, run: str) -> tuple[list[_Part], int]:
        """Return the pieces of one run of characters, as `RUN` finds them, and how many words it takes up."""
        known = self._pieces.get(run)
        if known is None:
            parts = self._read(run, 0)
            known = parts, max((part.position + 1 for part in parts), default=0)
            if len(run) <= LONGEST:
                if len(self._pieces) >= REMEMBERED:
                    self._pieces.clear()
                self._pieces[run] = known
        return known

    def _runs(self, text: str) -> Iterator[tuple[int, int, list[_Part]]]:
        """Yield where each run of a text begins, how many words stand before it, and its pieces."""
        position = 0
        for match in RUN.finditer(text):
            parts, width = self.parts(match[0])
            yield match.start(), position, parts
            position += width

    def _read(self, run: str, position: int) -> list[_Part]:
        """Return the pieces of one run; offsets count from its start, positions from `position`."""
        if run.isascii() and run.isalpha():  # a plain word needs none of the rules
            word = run.lower()
            term = word if word in self.stop_words else self._stem(word)
            return [_Part(None if term in self.stop_words else term, 0, len(run), position, False)]
        folded, places = fold(run)
        parts: list[_Part] = []

        def add(term: str, start: int, end: int, extra: bool = False) -> None:
            # places has one entry more than folded has characters, for the end
            begin, stop = places[start], places[end - 1] + 1
            while stop < len(run) and UNHEARD.match(run, stop):  # an accent belongs to its letter
                stop += 1
            kept = None if term in self.stop_words else term
            if kept is not None or not extra:
                parts.append(_Part(kept, begin, stop, position, extra))

        whole = len(folded)
        if match := MONEY.match(folded):
            amount = Decimal(match["number"].replace(",", "")).scaleb(SCALES.get(match["scale"], 0))
            add(f"{match['sign']}{plain(amount)}", 0, whole)
            short = {3: "k", 6: "m", 9: "bn"}.get(SCALES.get(match["scale"], 0), "")
            add(match["number"].replace(",", "") + short, match.start("number"), whole, extra=True)
            return parts
        if match := PERCENT.match(folded):
            number = match["number"].replace(",", "")
            add(number + "%", 0, whole)
            add(number, 0, match.end("number"), extra=True)
            return parts
        if told := figures(folded):
            for (term, start, end), *others in told:
                add(term, start, end)
                for other in others:
                    add(*other, extra=True)
                position += 1
            return parts
        if AMPERSAND.match(folded):
            add(folded, 0, whole)
            return parts
        first = position
        segments = list(SEGMENT.finditer(folded))
        for segment in segments:
            for term, start, end, extra in self._words(segment[0]):
                add(term, segment.start() + start, segment.start() + end, extra)
                position += not extra
            if segment.end() < whole and folded[segment.end()] == "%" and FIGURE.match(segment[0]):
                position -= 1
                add(segment[0] + "%", segment.start(), segment.end() + 1, extra=True)
                position += 1
        position = first
        for term, start, end in further(folded) if len(segments) > 1 else ():  # “2015-12-15”
            if all(part.term != term for part in parts):
                add(term, start, end, extra=True)
        if self.joining and len(segments) == 2 and "-" in folded and segments[0][0].isalpha():
            joined = "".join(segment[0] for segment in segments)
            if joined.isalnum():
                add(self._stem(joined), 0, segments[1].end(), extra=True)
        return parts

    def _words(self, segment: str) -> Iterator[tuple[str, int, int, bool]]:
        """Yield the terms of what stands between hyphens and slashes, with their places in it."""
        if FIGURE.match(segment):
            yield segment.replace(",", ""), 0, len(segment), False
        elif DOTTED.match(segment):
            yield segment.replace(".", ""), 0, len(segment), False
        elif (measure := MEASURE.match(segment)) and not ORDINAL.match(segment):
            yield from self._measured(measure, 0, len(segment))
        else:
            for match in WORD.finditer(segment):
                word, start, end = match[0], match.start(), match.end()
                if word.endswith("'s"):
                    word = word[:-1].replace("'", "") + "s" if word[0].isdigit() else word[:-2]
                word = word.replace("'", "")
                if not word:
                    continue
                if ordinal := ORDINAL.match(word):
                    yield ordinal[1], start, end, False
                elif measure := MEASURE.match(word):
                    yield from self._measured(measure, start, end)
                elif (numbered := NUMBERED.match(word)) and numbered[1] not in self.stop_words:
                    yield word, start, end, True
                    yield self._stem(numbered[1]), start, start + numbered.end(1), False
                    yield numbered[2], start + numbered.end(1), end, False
                elif word in self.stop_words:
                    yield word, start, end, False
                else:
                    yield self._stem(word), start, end, False

    def _measured(self, measure: re.Match[str], start: int, end: int) -> Iterator[tuple[str, int, int, bool]]:
        """Yield the terms of a number and what is written behind it, as one and apart."""
        number, unit = measure[1].replace(",", ""), measure[2]
        # the letter of a paragraph says too little alone, and “50m” may be millions
        whole = unit in ("k", "m", "bn") or unit in self.stop_words
        if not whole:
            yield number + unit, start, end, True
        yield number, start, start + measure.end(1), whole
        yield self._stem(unit), start + measure.start(2), end, whole
        if whole:
            yield number + unit, start, end, False

    @cached_property
    def _terms_apart(self) -> dict[str, str]:
        return dict(self.apart)

    def _stem(self, word: str) -> str:
        stemmed = (self._terms_apart.get(word) or stem(word)) if self.stemming else word
        return word if stemmed in self.stop_words else stemmed  # AED is no form of “a”
