"""How what is typed stands in print, where the index does not tell: small words, forms, short abbreviations."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from string import ascii_lowercase

import numpy as np

from minutesnlp.indexing.marks import Marks
from minutesnlp.searching.collected.collection import Collection
from minutesnlp.tagging.lexicons import is_english
from minutesnlp.text import abbreviations
from minutesnlp.text.analysis import Analyser, words_of
from minutesnlp.text.marking import Span

APOSTROPHES = "'’ʼ‘"
# “proposed”, “children’s”, “B12”
WORD = re.compile(rf"\w+(?:[{APOSTROPHES}]\w+)*")
# The place of a short term in 50km/h
BEGINS = r"(?<![^\W\d_])"
LETTER = re.compile(r"[^\W\d_]")
# “N/A”, “U.S”, “P.O.”; not “21/18” and “www.exford.gov.uk”
ABBREVIATED = re.compile(r"[^\W\d_]{1,3}(?:/[^\W\d_]{1,3})+|[^\W\d_](?:\.[^\W\d_])+\.?")

# A short name in capitals has at most so many letters: SEND, TEN
SHORTEST_NAME = 5

# “S.106”, “s106”, “A.1”; not “s.106a”
NUMBERED = re.compile(r"([^\W\d_])\.?([0-9]{1,4})")

# “2,000”, a number that is a year without its comma
LIKE_YEAR = re.compile(r"(?:1,9|2,0)[0-9]{2}")

# So many texts are read at once where all are read.
AT_ONCE = 20_000


@dataclass(frozen=True, eq=False)
class Wording:
    """What finds a wording in a text: a regular expression, and for each of its groups the terms the word has to have.

    `terms_of` gives the terms of a word.
    """

    expression: str
    terms: tuple[tuple[str, ...], ...] = ()
    terms_of: Callable[[str], Sequence[str]] = str.split
    _told: dict[tuple[str, ...], bool] = field(default_factory=dict, init=False, repr=False)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The expression, compiled when it is first looked for: most other names of a word stand nowhere."""
        return re.compile(self.expression)

    def spans(self, text: str) -> list[Span]:
        """Return where it stands in a text, the first of those that overlap."""
        found: list[Span] = []
        while match := self._next(text, found[-1][1] if found else 0):
            found.append(match.span())
        return found

    def stands(self, text: str) -> bool:
        """Tell whether it stands in a text."""
        return self._next(text, 0) is not None

    def among(self, held: Marks, collection: Collection) -> Marks:
        """Return those of some paragraphs in whose text it stands."""
        ids = held.ids
        kept = [np.zeros(0, np.int64)]
        for start in range(0, len(ids), AT_ONCE):
            some = ids[start : start + AT_ONCE]
            kept.append(some[[self.stands(text) for text in collection.source.texts(some.tolist())]])
        return Marks.of(np.concatenate(kept), len(collection))

    def _next(self, text: str, here: int) -> re.Match[str] | None:
        match = self.pattern.search(text, here)
        while match and not self._has_terms(match.groups()):
            match = self.pattern.search(text, match.start() + 1)
        return match

    def _has_terms(self, words: tuple[str, ...]) -> bool:
        if (known := self._told.get(words)) is None:  # texts say a phrase in few forms
            known = self._told[words] = tuple(tuple(self.terms_of(word)) for word in words) == self.terms
        return known


def phrased(text: str, analyser: Analyser) -> Wording | None:
    """Return what finds a phrase with its small words as typed, and any form of the others; None where it has none.

    Nor has a phrase whose words say something else one by one, as 5 per cent does.

    >>> wording = phrased("proposed by", Analyser())
    >>> wording.spans("Proposed by A Reed. The proposal, by B Orr, fell. Proposed AM.")
    [(0, 11), (24, 36)]
    """
    words = WORD.findall(text)
    terms = [tuple(analyser.terms(word)) for word in words]
    if not words or all(terms) or [term for said in terms for term in said] != analyser.terms(text):
        return None
    printed = [_any_form(said) if said else _literal(word) for word, said in zip(words, terms, strict=True)]
    return Wording(_standing(printed), tuple(said for said in terms if said), analyser.terms)


def _any_form(terms: Sequence[str]) -> str:
    """Return the expression of a word that may have some terms: it begins with no letter from A to Z but theirs.

    Case is told letter by letter, not by a flag: only then is what cannot begin the word gone over quickly.
    """
    others = ascii_lowercase.replace(terms[0][0], "")
    return rf"([^\W{others}{others.upper()}](?<!\w.)\w*(?:[{APOSTROPHES}]\w+)*)"


def as_typed(text: str) -> Wording | None:
    """Return what finds words in the form in which they are typed; None of what has no other form, as a figure has.

    But 2,000 is no year, as 2000 may be.

    >>> [as_typed("2,000").stands(text) for text in ("2,000 trees", "€2000", "the Act of 2000", "12,000 trees")]
    [True, True, False, False]
    """
    if LIKE_YEAR.fullmatch(text):
        return Wording(rf"(?<![0-9,.]){text}(?![0-9]|[,.][0-9])|(?<=[£€$]){text.replace(',', '')}(?![0-9])")
    if "." in text and ABBREVIATED.fullmatch(text):
        return Wording(_dotted(text))
    words = WORD.findall(text)
    return Wording(_standing(map(_literal, words))) if any(len(word) > 2 and word.isalpha() for word in words) else None


def abbreviation(text: str) -> Wording | None:
    """Return what finds a short term with slashes or full stops; None of anything else.

    One with full stops is also written without them, in capitals: “us” is no U.S.; S.106 is S106 too.

    >>> [abbreviation("U.S.").stands(text) for text in ("the U.S. army", "the US army", "tell us")]
    [True, True, False]
    """
    typed = text.strip()
    if "." in typed and (numbered := NUMBERED.fullmatch(typed)):
        letter, number = numbered.groups()
        return Wording(rf"(?i)\b{re.escape(letter)}\.?\s?{number}\b")
    if not ABBREVIATED.fullmatch(typed):
        return None
    if "/" in typed:
        return Wording("(?i)" + BEGINS + r"\s?/\s?".join(map(re.escape, typed.split("/"))) + r"\b")
    capitals = re.escape("".join(LETTER.findall(typed)).upper())
    return Wording(rf"{_dotted(typed)}|\b{capitals}\b")


def numbered(text: str) -> tuple[str, ...]:
    """Return a letter and its number in both of their prints, with a full stop last; of anything else nothing.

    >>> numbered("s106"), numbered("S.106"), numbered("106")
    (('s106', 's.106'), ('S106', 'S.106'), ())
    """
    match = NUMBERED.fullmatch(text.strip())
    return (match[1] + match[2], f"{match[1]}.{match[2]}") if match else ()


def capitals(text: str) -> Wording | None:
    """Return what finds a short name that is also a word, which has to be in capitals; None of any other.

    >>> wording = capitals("SEND")
    >>> [wording.stands(text) for text in ("SEND reforms", "a SEND’s place", "to send")]
    [True, True, False]
    """
    if not _doubtful(text):
        return None
    return Wording(abbreviations.in_capitals(text))


def exactly(text: str) -> Wording:
    """Return what finds words letter by letter, of which a keyboard has one apostrophe and one kind of space.

    >>> [exactly("Children's Trust").stands(text) for text in ("the Children’s Trust", "the children's trust")]
    [True, False]
    """
    expression = r"\s+".join(map(_literal, text.split()))
    return Wording(rf"(?<!\w){expression}(?!\w)" if text.strip()[:1].isalnum() else expression)


def in_capitals(name: str, typed: str) -> bool:
    """Tell whether a name has to be in capitals and is not typed so.

    >>> in_capitals("TEN", "ten"), in_capitals("TEN", "TEN"), in_capitals("ASB", "asb")
    (True, False, False)
    """
    return _doubtful(name) and not typed.isupper()


@lru_cache(maxsize=4096)
def _doubtful(text: str) -> bool:
    if not (text.isascii() and text.isalpha() and text.isupper() and len(text) <= SHORTEST_NAME):
        return False
    return is_english(text.lower()) or text.lower() in words_of("given_names.txt")


def _dotted(text: str) -> str:
    return rf"\b(?i:{r'_'.join(map(re.escape, LETTER.findall(text)))})\b(?!\.\w)".replace("_", r"\.\s?")


def _standing(words: Iterable[str]) -> str:
    """Return the expression of whole words; the first is looked for before what stands before it: much sooner."""
    first, *others = words
    begun = first if first.startswith("(") else rf"(?i:{first})(?<!\w(?i:{first}))"
    rest = "".join(rf"\W+{word if word.startswith('(') else f'(?i:{word})'}" for word in others)
    return rf"{begun}{rest}(?!\w)"


def _literal(word: str) -> str:
    return "".join(f"[{APOSTROPHES}]" if letter in APOSTROPHES else re.escape(letter) for letter in word)
