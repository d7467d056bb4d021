"""What terms do not tell and the text does: how its words begin, and references that stand within longer ones."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

from minutesnlp.indexing.marks import Marks, both, either
from minutesnlp.searching.collected.collection import Collection
from minutesnlp.searching.wording.wording import Wording
from minutesnlp.text.analysis import Analyser
from minutesnlp.text.dates import REFERENCE, day_of
from minutesnlp.text.folding import fold, folded
from minutesnlp.text.marking import Span

Printed = re.Pattern[str] | Wording

# By the letter at which a stem parts from its word, what the stemmer may write instead of the rest: a word that begins
# “noti” may have the stem “note” (noting), “reliabil” may be of “reliabl”, “dyi” of “die”, “policy” of “polici”
ENDINGS = {"i": ("", "e", "l", "y"), "y": ("", "i", "ie")}

APOSTROPHE = "'?"
NOT_IN_WORD = r"(?<![^\W_])"


def beginning(typed: str, collection: Collection) -> tuple[Marks, Marks, tuple[str, ...], re.Pattern[str] | None]:
    """Return the paragraphs whose text, and whose title, has a word that begins as typed, the terms, how it is printed.

    How it is printed is None where every such term tells by itself.
    """
    start = _typed(typed)
    if not start:
        return Marks.none(len(collection)), Marks.none(len(collection)), (), None
    found, doubtful = _terms(start, collection)
    own, titled = _marks(found, collection)
    if not start.isalnum():
        pieces = _pieces(start, collection)
        maybe = [_marks(found | doubtful, collection), *(marks for _, marks in pieces)]
        doubtful |= {term for terms, _ in pieces for term in terms}
        own = titled = Marks.none(len(collection))
    else:
        maybe = [_marks(doubtful, collection)]
    printed = _pattern(start) if doubtful or not start.isalnum() else None
    if printed is not None:
        in_text, in_title = _standing(printed, either(o for o, _ in maybe), either(t for _, t in maybe), collection)
        own, titled = own | in_text, titled | in_title
    return own, titled, tuple(sorted(found | doubtful)), printed


def left_out(typed: str, analyser: Analyser) -> list[str]:
    """Return the words that begin as typed and that no index holds: stop words, in alphabetical order."""
    return sorted(word for word in analyser.stop_words if word.startswith(_typed(typed)))


def reference(text: str, collection: Collection) -> tuple[Marks, Marks, re.Pattern[str]] | None:
    """Return the paragraphs whose text, and whose title, has a reference within a longer one, and how it is printed.

    16/00250 stands within 16/00250/O and DC/16/00250, and is no part of 16/00250/2 or 3/16/00250. None of what is no
    reference, and of a date, which terms tell.
    """
    typed = folded(text)
    if not REFERENCE.match(typed) or day_of(typed):
        return None
    printed = re.compile(rf"(?<![^\W_])(?<!\d/){re.escape(typed)}(?![^\W_]|/\d)")
    own, titled = (both(side) for side in zip(*map(collection.marks, typed.split("/")), strict=True))
    return *_standing(printed, own, titled, collection), printed


def spans(printed: Printed, text: str) -> list[Span]:
    """Return where in a text something is printed so."""
    if isinstance(printed, Wording):
        return printed.spans(text)
    plain, places = fold(text)
    return [(places[match.start()], places[match.end() - 1] + 1) for match in printed.finditer(plain)]


def places(printed: Printed, wanted: NDArray[np.int64], collection: Collection, stride: int) -> NDArray[np.int64]:
    """Return the words at which something is printed so in some paragraphs: paragraph · stride + place, ascending."""
    analyser = collection.index.analyser
    assert isinstance(analyser, Analyser)
    numbers = wanted.tolist()
    keys = [
        number * stride + position
        for number, text in zip(numbers, collection.source.texts(numbers), strict=True)
        for found in (spans(printed, text),)
        for begin, position in analyser.standing(text)
        if any(start <= begin < end for start, end in found)
    ]
    return np.unique(np.array(keys, np.int64))


def stems(start: str) -> Iterator[str]:
    """Yield every stem that a word may have that begins so, if the stem itself does not.

    >>> list(stems("noti"))
    ['no', 'not', 'note', 'notl', 'noty']
    """
    for cut in range(1, len(start)):
        for ending in ENDINGS.get(start[cut], ("",)):
            if cut + len(ending) > 1:
                yield start[:cut] + ending


def _terms(start: str, collection: Collection) -> tuple[set[str], set[str]]:
    """Return the terms of words that begin so, and those of which the text has to tell."""
    vocabulary = collection.index.postings.vocabulary
    found = {vocabulary[number] for number in vocabulary.beginning(start)}
    if start.isalpha():
        maybe: Iterable[str] = stems(start)
        doubtful = found & {start} if start[-1] in "eily" else set()  # “noting” has the stem “note”
    else:
        figures = re.match(r"[0-9]+(?=[^\W\d_])", start)  # the term of “9th” is 9
        maybe, doubtful = [figures[0]] if figures else [], set()
    doubtful |= {term for term in maybe if vocabulary.find(term) >= 0}
    return found - doubtful, doubtful


def _pieces(start: str, collection: Collection) -> list[tuple[set[str], tuple[Marks, Marks]]]:
    """Return the ways in which an index may hold a beginning with a hyphen, a comma or the like within it.

    Each is some terms and the paragraphs whose texts, and whose titles, may have it: its parts as words, of which the
    last is a beginning, and all of it as one word.
    """
    ways = []
    plain = start.lstrip("£$€")
    split = re.split(r"[^\w.]+|_+", plain)
    heads = {term for part in split[:-1] for term in collection.index.terms(part)}
    last = set().union(*_terms(split[-1], collection))
    own, titled = _marks(last, collection)
    for term in heads:
        held, under = collection.marks(term)
        own, titled = own & held, titled & under
    ways.append((heads | last, (own, titled)))
    for whole in {plain, plain.replace(",", ""), re.sub(r"[\W_]", "", plain)}:
        terms = set().union(*_terms(whole, collection))
        ways.append((terms, _marks(terms, collection)))
    return ways


def _marks(terms: Iterable[str], collection: Collection) -> tuple[Marks, Marks]:
    """Return the paragraphs whose text, and whose title, holds any of the terms."""
    own = titled = Marks.none(len(collection))
    for term in terms:
        held, under = collection.marks(term)
        own, titled = own | held, titled | under
    return own, titled


def _standing(printed: re.Pattern[str], own: Marks, titled: Marks, collection: Collection) -> tuple[Marks, Marks]:
    """Return those of the paragraphs whose text, and of those whose title with its number, is printed so."""
    ids = own.ids.tolist()
    texts = collection.source.texts(ids)
    kept = [number for number, text in zip(ids, texts, strict=True) if printed.search(folded(text))]
    entitled = collection.under(titled, lambda label: bool(printed.search(folded(f"{label.number} {label.title}"))))
    return Marks.of(np.array(kept, np.int64), len(collection)), entitled


def _typed(text: str) -> str:
    return folded(text).replace("'", "").rstrip("().,/&- ")


def _pattern(start: str) -> re.Pattern[str]:
    """Return how a word that begins so is printed, in folded text: all of it, with its apostrophe, hyphen or comma."""
    parts = [re.escape(start[0])]
    for before, sign, after in zip(start, start[1:], start[2:] + " ", strict=False):
        figures = before.isdigit() and after.isdigit()
        if sign == "," and figures:
            parts.append(",?")
        elif sign in "-/" and figures:
            parts.append(r"\s?[-/]\s?")
        elif sign == "-":
            parts.append(r"\W{0,3}")
        elif sign == ".":
            parts.append(r"\." if figures else r"\.?")
        else:
            gap = r"\s?" if before.isdigit() and sign.isalpha() else APOSTROPHE
            parts.append(gap + re.escape(sign))
    rest = r"(?:'?[^\W_])*"
    if group := re.search(r"[0-9],([0-9]{1,3})\Z", start):  # 33,5 begins 33,555 and no 335 nor 3,351
        rest = rf"[0-9]{{{3 - len(group[1])}}}(?![0-9])"
    alone = r"(?<![0-9][/.,])" if start[0].isdigit() else ""
    return re.compile(NOT_IN_WORD + alone + "".join(parts) + rest)
