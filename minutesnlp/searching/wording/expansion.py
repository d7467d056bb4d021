"""Other names for what a query names: abbreviations learnt from the minutes, and a thesaurus of council matters.

Words of like meaning, from word vectors, are asked for only where no paragraph holds the whole query: they stand for a
word less surely than its other names do, and asked for always they were measured to hurt more queries than they helped.

Whatever is added is shown to the user, counts for less than the words typed, and never stands for a phrase in quotation
marks: who quotes means those words.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, pairwise

from minutesnlp.searching.asking.amounts import amounts, is_number
from minutesnlp.searching.asking.days import days
from minutesnlp.searching.asking.grammar import All, Node, Phrase, Words
from minutesnlp.searching.collected.abbreviations import ByTerms
from minutesnlp.searching.wording.kindred import kindred
from minutesnlp.searching.wording.thesaurus import FORM, RELATED, Key, is_near, other_names
from minutesnlp.searching.wording.wording import in_capitals, numbered
from minutesnlp.text.analysis import Analyser

# What a find by another name counts for, beside one by the name typed.
SHARE = 0.5

# What a find by another writing of the same value counts for: it is the same.
SHARE_SAME_VALUE = 0.9

# What a find by a word of like meaning counts for, were it the same.
SHARE_KINDRED = 0.3

# How like a thing what is near it is, as the thesaurus has it: enough to hold half of a query of one word.
NEAR = 0.85
# Words of like meaning are less like it than that.
LESS_THAN_NEAR = 0.84

# The longest name of a thing, in words.
LONGEST = 7

# Where an expansion comes from when it is no other name, but a word of like meaning.
KINDRED = "like in meaning"

# Where it is the same sum, share or day, written otherwise: €2m for two million euro.
VALUE = "the same value"

# And where it is two words written as one, flytipping for fly tipping, or one written as two: pot holes for potholes.
JOINED = "as one word"
PARTED = "as two words"
# What is parted has so many letters, and each of its parts.
COMPOUND = 7
LEAST = 3
# A part of a compound with hyphens is a word by itself from so many letters on.
WORDLIKE = 4


@dataclass(frozen=True, slots=True)
class Expansion:
    """Another name for words of a query: `name` for `words`, as `found_by` (“thesaurus”, “abbreviation”) has it.

    `alike` is how like it is in meaning, 1 for the same: only what is the same counts as a mention.
    """

    words: str
    name: str
    found_by: str
    alike: float = 1.0


Names = dict[Words, list[tuple[Expansion, Phrase, float]]]


def expand(
    tree: Node | None, abbreviated: ByTerms, analyser: Analyser, is_name: Callable[[str], bool] | None = None
) -> Names:
    """Return, for words of a query, the names they may go by, each with what a find by it counts for.

    `abbreviated` are the names that abbreviations give. Words in capitals that are a name, as `is_name` tells, go by
    other names together, and not one by one: Elder Park is for nobody's elders.
    """
    found: Names = {}
    for run in _runs(tree):
        proper = proper_names(run, is_name) if is_name else []
        texts = [next(iter(numbered(word.text)), word.text) for word in run]
        keys = [tuple(analyser.terms(text)) for text in texts]
        first = 0
        while first < len(run):
            for end in range(min(len(run), first + LONGEST), first, -1):
                if any(_parts(first, end, name) for name in proper):
                    continue
                key = tuple(term for part in keys[first:end] for term in part)
                text = " ".join(texts[first:end])
                names = _names(text, key, abbreviated, analyser) if key and keys[first] and keys[end - 1] else []
                if names:
                    said = [word for word, part in zip(run[first:end], keys[first:end], strict=True) if part]
                    share = SHARE / len(said)
                    others = [(_named(text, name.strip('"'), by), _phrase(name), share) for name, by in names]
                    for word in said:
                        found.setdefault(word, []).extend(others)
                    if all(is_near(by) for _, by in names):
                        continue  # the words one by one may have names that are the same
                    for word, part in zip(run[first:end], keys[first:end], strict=True):
                        found.setdefault(word, []).extend(_forms(word.text, part, analyser) if len(said) > 1 else ())
                    first = end - 1
                    break
            first += 1
        for words, written in _valued(run):
            text = " ".join(word.text for word in words)
            same = _as_said(text, analyser)
            others = [(Expansion(text, name, VALUE), Phrase(name), SHARE_SAME_VALUE) for name in written]
            for word in words:
                found.setdefault(word, []).extend(each for each in others if _as_said(each[0].name, analyser) != same)
        for word in run:
            others = [
                (Expansion(word.text, name, VALUE), Phrase(name), SHARE_SAME_VALUE) for name in numbered(word.text)
            ]
            found.setdefault(word, []).extend(each for each in others if each[1].text != word.text)
        for pair, said_by in zip(pairwise(run), pairwise(keys), strict=True):
            if all(said_by) and all(word.text.isalpha() for word in pair):
                joined = "".join(word.text for word in pair)
                expansion = Expansion(" ".join(word.text for word in pair), joined, JOINED)
                for word in pair:
                    found.setdefault(word, []).append((expansion, Phrase(joined), SHARE))
    return {word: others for word, others in found.items() if others}


def widened(
    names: Names, tree: Node | None, analyser: Analyser, known: Callable[[str], bool], *, widely: bool = False
) -> Names:
    """Return names with those that the index knows: words parted in two where both parts are terms that are `known`.

    A compound with hyphens that is not known goes by what is near its parts. `widely` adds to each single
    word those that are like it in meaning.
    """
    found = {word: list(others) for word, others in names.items()}
    for run in _runs(tree):
        for word in run:
            for name in _parted(word.text, analyser, known):
                expansion = Expansion(word.text, name, PARTED)
                found.setdefault(word, []).append((expansion, Phrase(name), SHARE_SAME_VALUE))
            for name in _gapped(word.text, analyser):
                expansion = Expansion(word.text, name, PARTED, NEAR)
                found.setdefault(word, []).append((expansion, Phrase(name, printed=True), SHARE))
        for word in (word for word in run if "-" in word.text and word not in found):
            said = [term for term in analyser.terms(word.text) if "-" not in term]
            if not any(known(term) for term in said[-1:]):
                found[word] = list(_of_parts(word.text, analyser))
        for word in (word for word in run if widely and not is_number(word.text)):
            named = [analyser.terms(expansion.name) for expansion, _, _ in found.get(word, ())]
            near = [each for each in kindred(word.text.lower()) if analyser.terms(each[0]) not in named]
            found.setdefault(word, []).extend(
                (Expansion(word.text, name, KINDRED, min(alike, LESS_THAN_NEAR)), Phrase(name), SHARE_KINDRED * alike)
                for name, alike in near
            )
    return {word: others for word, others in found.items() if others}


def _of_parts(word: str, analyser: Analyser) -> Iterator[tuple[Expansion, Phrase, float]]:
    """Yield what is near the parts of a compound with hyphens that has no names itself: pipe-smokers, smoking."""
    for part in word.split("-"):
        if len(part) >= WORDLIKE:
            for name in other_names(part, tuple(analyser.terms(part)), analyser):
                yield Expansion(word, name.strip('"'), RELATED, NEAR), _phrase(name), SHARE


def proper_names(run: Sequence[Words], is_name: Callable[[str], bool]) -> list[tuple[int, int]]:
    """Return where words in capitals, two or more, stand in a run that are a name: the longest, from the first.

    >>> proper_names([Words(word) for word in "fees of Elder Park pool".split()], lambda text: text == "Elder Park")
    [(2, 4)]
    """
    found: list[tuple[int, int]] = []
    capital = [word.text[:1].isupper() and not (word.text.isupper() and len(word.text) > 1) for word in run]
    first = 0
    while first < len(run):
        last = next((n for n in range(first, len(run)) if not capital[n]), len(run))
        ends = range(min(last, first + LONGEST), first + 1, -1)
        end = next((end for end in ends if is_name(" ".join(word.text for word in run[first:end]))), first)
        found += [(first, end)] * (end > first)
        first = max(end, first + 1)
    return found


def _parts(first: int, end: int, name: tuple[int, int]) -> bool:
    """Tell whether words have some of a name's, and not all."""
    start, last = name
    return first < last and start < end and not (first <= start and last <= end)


def _parted(word: str, analyser: Analyser, known: Callable[[str], bool]) -> list[str]:
    """Return what a word may be as two words that are known: “notice board” of “noticeboard”."""
    if len(word) < COMPOUND or not word.isalpha():
        return []
    pairs = ((word[:at], word[at:]) for at in range(LEAST, len(word) - LEAST + 1))
    return [" ".join(pair) for pair in pairs if all(_is_known(part, analyser, known) for part in pair)]


def _gapped(word: str, analyser: Analyser) -> list[str]:
    """Return what a compound is with a gap whose last part is a small word: “drop in” of “drop-in”, and so near it.

    Where the small word comes first it is another thing: a by-law is not by law.
    """
    first, _, last = word.rpartition("-")
    said = first.isalpha() and last.isalpha() and analyser.terms(first) and not analyser.terms(last)
    return [f"{first} {last}"] if said else []


def _is_known(part: str, analyser: Analyser, known: Callable[[str], bool]) -> bool:
    terms = analyser.terms(part)
    return len(terms) == 1 and known(terms[0])


def _as_said(text: str, analyser: Analyser) -> tuple[list[str], int]:
    """Return the terms of a text and how many words it has: “15 of June” is not found where “15 June” is."""
    return analyser.terms(text), len(text.split())


def _phrase(name: str) -> Phrase:
    return Phrase(name.strip('"'), printed=name.startswith('"'))


def _forms(word: str, key: Key, analyser: Analyser) -> list[tuple[Expansion, Phrase, float]]:
    """Return other forms of a word of a name that has other names as a whole: community center, community hall."""
    names = other_names(word, key, analyser) if key else {}
    return [(_named(word, name.strip('"'), by), _phrase(name), SHARE) for name, by in names.items() if by == FORM]


def _named(words: str, name: str, found_by: str) -> Expansion:
    return Expansion(words, name, found_by, NEAR if is_near(found_by) else 1.0)


def _valued(run: Sequence[Words]) -> Iterator[tuple[Sequence[Words], list[str]]]:
    """Yield the words of a run that are a sum, a share or a day, with what else it may be written as."""
    text = " ".join(word.text for word in run)
    ends = list(accumulate((len(word.text) + 1 for word in run), initial=0))
    for start, end, names in chain(amounts(text), days(text)):
        first, last = bisect_right(ends, start) - 1, bisect_left(ends, end)
        yield run[first:last], names


def _runs(node: Node | None) -> list[list[Words]]:
    """Return the plain words of a tree that stand one after the other."""
    if isinstance(node, Words):
        return [[node]] if _plain(node) else []
    if not isinstance(node, All):
        return [run for part in getattr(node, "parts", ()) for run in _runs(part)]
    runs: list[list[Words]] = [[]]
    for part in node.parts:
        if isinstance(part, Words) and _plain(part):
            runs[-1].append(part)
        else:
            runs += [*_runs(part), []] if not isinstance(part, Words) else [[]]
    return [run for run in runs if run]


def _plain(word: Words) -> bool:
    return not (word.prefix or word.title or word.person)


def _names(text: str, key: Key, abbreviated: ByTerms, analyser: Analyser) -> list[tuple[str, str]]:
    """Return the other names of what a text of these terms names, and where each comes from."""
    names = {} if in_capitals(text.upper(), text) else dict.fromkeys(abbreviated.get(key), "abbreviation")
    kept: dict[tuple[Key, bool], tuple[str, str]] = {}
    for name, found_by in (other_names(text, key, analyser) | names).items():
        for written in numbered(name) or (name,):
            # a name in quotation marks is one for the word as printed, beside another of its stem
            kept.setdefault((tuple(analyser.terms(written)), written.startswith('"')), (written, found_by))
    kept.pop((key, False), None)
    return list(kept.values())
