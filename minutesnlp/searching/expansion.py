"""Other names for what a query names: abbreviations learnt from the minutes, and a thesaurus of council matters.

A general thesaurus (WordNet) is asked only when told to, and where a short query finds nothing: asked always, it was
measured to hurt more queries than it helped.

Whatever is added is shown to the user, counts for less than the words typed, and never stands for a phrase in quotation
marks: who quotes means those words.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from minutesnlp.resources import models
from minutesnlp.searching.abbreviations import FEWEST, Abbreviations
from minutesnlp.searching.grammar import All, Node, Phrase, Words
from minutesnlp.searching.thesaurus import other_names
from minutesnlp.text.analysis import Analyser

# What a find by another name counts for, beside one by the name typed.
SHARE = 0.5

# The longest name of a thing, in words.
LONGEST = 7

# Where an expansion comes from when it is WordNet's.
GENERAL = "general thesaurus"
ENDINGS = (("ies", "y"), ("es", "e"), ("es", ""), ("s", ""), ("ing", ""), ("ing", "e"), ("ed", ""), ("ed", "e"))


@dataclass(frozen=True, slots=True)
class Expansion:
    """Another name for words of a query: `name` for `words`, as `found_by` (“thesaurus”, “abbreviation”) has it."""

    words: str
    name: str
    found_by: str


Names = dict[Words, list[tuple[Expansion, Phrase, int]]]


def expand(tree: Node | None, abbreviations: Abbreviations, analyser: Analyser, *, widely: bool = False) -> Names:
    """Return, for words of a query, the names they may go by: each with how many words share it.

    `widely` adds what a general thesaurus has for each single word.
    """
    found: Names = {}
    for run in _runs(tree):
        keys = [tuple(analyser.terms(word.text)) for word in run]
        first = 0
        while first < len(run):
            for end in range(min(len(run), first + LONGEST), first, -1):
                key = tuple(term for part in keys[first:end] for term in part)
                names = _names(key, abbreviations, analyser) if key and keys[first] and keys[end - 1] else []
                if names:
                    said = [word for word, part in zip(run[first:end], keys[first:end], strict=True) if part]
                    text = " ".join(word.text for word in run[first:end])
                    for word in said:
                        others = [(Expansion(text, name, by), Phrase(name), len(said)) for name, by in names]
                        found.setdefault(word, []).extend(others)
                    first = end - 1
                    break
            first += 1
        for word in run if widely else ():
            known = {expansion.name for expansion, _, _ in found.get(word, ())}
            more = [name for name in general(word.text, analyser) if name not in known]
            found.setdefault(word, []).extend((Expansion(word.text, n, GENERAL), Phrase(n), 1) for n in more)
    return found


def general(word: str, analyser: Analyser) -> list[str]:
    """Return other words for a word, from the general thesaurus; also for its singular or its root.

    >>> general("swamped", Analyser())[-2:]
    ['flood', 'inundate']
    """
    lines = _general_lines()
    (stem,) = analyser.terms(word)[:1] or [""]
    others: dict[str, None] = {}
    for form in dict.fromkeys([word.lower(), *_roots(word.lower())]):
        at = lines.find(f"\n{form} = ".encode())
        if at >= 0 and analyser.terms(form)[:1] == [stem]:
            others |= dict.fromkeys(lines[at + 1 : lines.index(b"\n", at + 1)].decode().split(" = ")[1:])
    return [other for other in others if analyser.terms(other)[:1] != [stem]]


@lru_cache(maxsize=1)
def _general_lines() -> bytes:
    return b"\n" + models("wordnet", "general.txt").read_bytes()  # looked through as it is: a dict takes ten times that


def _roots(word: str) -> list[str]:
    """Return what a word may be a form of: flurries, flurry; swamped, swamp; closing, close."""
    return [
        word[: -len(ending)] + instead
        for ending, instead in ENDINGS
        if word.endswith(ending) and len(word) - len(ending) >= FEWEST
    ]


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
    return not word.prefix and not word.title


def _names(key: tuple[str, ...], abbreviations: Abbreviations, analyser: Analyser) -> list[tuple[str, str]]:
    """Return the other names of what these terms name, and where each comes from."""
    names = dict.fromkeys(_abbreviated(tuple(abbreviations.items()), analyser).get(key, ()), "abbreviation")
    kept: dict[tuple[str, ...], tuple[str, str]] = {}
    for name, found_by in (other_names(analyser).get(key, {}) | names).items():
        kept.setdefault(tuple(analyser.terms(name)), (name, found_by))
    kept.pop(key, None)
    return list(kept.values())


@lru_cache(maxsize=8)
def _abbreviated(
    abbreviations: tuple[tuple[str, tuple[str, ...]], ...], analyser: Analyser
) -> dict[tuple[str, ...], list[str]]:
    """Return other names by terms: from the short form to the long ones, and from each long form to all others."""
    found: dict[tuple[str, ...], list[str]] = {}
    for short, names in abbreviations:
        group = [short, *names]
        for name in group:
            if key := tuple(analyser.terms(name)):
                found.setdefault(key, []).extend(other for other in group if other != name)
    return found
