"""What a word that stands nowhere may have been meant as: a name or word of the archive that is spelt much alike."""

from __future__ import annotations

import re
from difflib import get_close_matches

from minutesnlp.searching.collected.collection import Collection
from minutesnlp.text.analysis import Analyser

# How alike two words are spelt (Ratcliff and Obershelp, difflib), from 0 to 1: words of titles and names of people, and
# any words of the texts, of which there are many more.
ALIKE, MUCH_ALIKE = 0.8, 0.85
MOST = 3
# What a slip leaves as it is: the letters at the beginning, and the length but for so many.
BEGINNING, LONGER = 2, 2
# In so many texts it is looked how a word is printed.
LOOKED_AT = 3


def spelt_like(word: str, collection: Collection) -> list[str]:
    """Return words of titles and people that are spelt like one, or else of the texts, as they are printed there.

    What is typed in small letters is answered so, and a capital by one.
    """
    close = get_close_matches(word.lower(), sorted(collection.spellings), n=MOST, cutoff=ALIKE)
    found = [_as_typed(word, collection.spellings[each]) for each in close]
    analyser = collection.index.analyser
    assert isinstance(analyser, Analyser)
    terms = analyser.terms(word)
    if found or len(terms) != 1 or not word.isalpha():
        return found
    vocabulary = collection.index.postings.vocabulary
    begun = [vocabulary[number] for number in vocabulary.beginning(terms[0][:BEGINNING])]
    near = [term for term in begun if term.isalpha() and abs(len(term) - len(terms[0])) <= LONGER]
    printed = (_printed(term, collection) for term in get_close_matches(terms[0], near, n=MOST, cutoff=MUCH_ALIKE))
    return [_as_typed(word, one) for one in printed if one]


def _as_typed(typed: str, printed: str) -> str:
    """Return a word as it is printed, in the letters in which another was typed: VanHooren, and not VANHOOREN."""
    if typed.isupper() or typed[:1].islower():
        return printed.upper() if typed.isupper() else printed.lower()
    return printed.capitalize() if printed.isupper() else printed[:1].upper() + printed[1:]


def _printed(term: str, collection: Collection) -> str:
    """Return a word whose term it is, as the texts print it; nothing where it is no plain word."""
    analyser = collection.index.analyser
    assert isinstance(analyser, Analyser)
    ids = collection.marks(term)[0].ids[:LOOKED_AT].tolist()
    words = (word for text in collection.source.texts(ids) for word in re.findall(r"[^\W\d_]+", text))
    return next((word for word in words if word[:1].lower() == term[:1] and analyser.terms(word) == [term]), "")
