"""A query said back in English: how it was read, what was left out, added or relaxed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from minutesnlp.errors import QueryError
from minutesnlp.searching.asking.grammar import All, Either, Filter, Near, Node, Not, Phrase, Words, whole_of
from minutesnlp.searching.asking.periods import days_of
from minutesnlp.searching.understanding.filters import values_of

BESIDE = "in the paragraph, its title or the paragraphs beside it"
# Of more words any of which will do it is said once that any of them will.
FEW = 4
PREPOSITIONS = {
    "body": "of a body named",
    "council": "of a council named",
    "status": "in minutes that are",
    "since": "since",
    "until": "until the end of",
    "before": "before",
    "year": "in",
    "kind": "of the kind",
    "section": "in the section",
    "holds": "that hold a",
    "outcome": "of a decision that was",
    "item": "in the item",
    "person": "naming or meaning",
    "role": "mentioning the post of",
}


def said(node: Node | None) -> str:
    """Return a tree in words; empty when it says nothing.

    >>> from minutesnlp.searching.asking.grammar import parse
    >>> said(parse('"foster carers" (fees OR rates) -kinship').tree)
    'the phrase “foster carers” and (“fees” or “rates”), without “kinship”'
    """
    if node is None:
        return ""
    if isinstance(node, Words):
        text = f"words beginning “{node.text}”" if node.prefix else f"“{node.text}”"
        return text + (" in the title" if node.title else "")
    if isinstance(node, Phrase):
        text = f"exactly “{node.text}”" if node.exact else f"the phrase “{node.text}”"
        return text + (" in the title" if node.title else "")
    if isinstance(node, Near):
        return f"{said(node.first)} within {_words(node.distance)} of {said(node.second)}"
    if isinstance(node, Not):
        return f"without {_bracketed(node.part)}"
    if isinstance(node, Filter):
        return filtered({node.field: node.values})
    if isinstance(node, Either) and len(node.parts) > FEW and all(map(_is_word, node.parts)):
        *first, last = (part.text for part in node.parts if isinstance(part, (Words, Phrase)))
        return f"any of {', '.join(f'“{word}”' for word in first)} or “{last}”"
    if isinstance(node, Either):
        return " or ".join(_bracketed(part) for part in node.parts)
    wanted = list(dict.fromkeys(_bracketed(part) for part in node.parts if not isinstance(part, (Not, Filter))))
    others = [said(part) for part in node.parts if isinstance(part, (Not, Filter))]
    return ", ".join(part for part in (_and(wanted), *others) if part)


def _is_word(node: Node) -> bool:
    """Tell a single word, also one in quotation marks, from what is more than that."""
    plain = isinstance(node, Words) and not (node.prefix or node.title)
    return plain or (isinstance(node, Phrase) and not (node.exact or node.title) and " " not in node.text.strip())


def filtered(filters: Mapping[str, Any]) -> str:
    """Return filters in words.

    >>> filtered({"body": "Scrutiny", "since": "2020-09"})
    'of a body named “Scrutiny”, since 2020-09'
    """
    told = {name: _value(name, value) for name, value in filters.items() if value is not None}
    articles = {name: "n" if name == "holds" and text[:1] in "au" else "" for name, text in told.items()}
    before = {name: "on" if name == "year" and _is_day(filters[name]) else PREPOSITIONS[name] for name in told}
    return ", ".join(f"{before[name]}{articles[name]} {text}" for name, text in told.items())


def _is_day(value: Any) -> bool:
    """Tell whether all values of a filter by time are days; one without a date is none."""
    try:
        return all(first == last for first, last in (days_of(str(each)) for each in values_of("year", value)))
    except QueryError:
        return False


def listed(words: Sequence[str], at_most: int | None = None) -> str:
    """Return words in quotation marks, the last after “and”; of more than `at_most`, how many more there are.

    >>> listed(["foster", "kin", "carer", "child"], at_most=2)
    '“foster”, “kin” and 2 more'
    """
    quoted = [f"“{word}”" for word in dict.fromkeys(words)]
    more = [] if at_most is None or len(quoted) <= at_most + 1 else [f"{len(quoted) - at_most:,} more"]
    return _and([*quoted[:at_most], *more] if more else quoted)


def _bracketed(node: Node) -> str:
    text = said(node)
    return f"({text})" if isinstance(node, (Either, All)) and len(node.parts) > 1 else text


def _value(name: str, value: Any) -> str:
    values = values_of(name, value)
    plain = name in ("since", "until", "before", "year", "status", "section", "kind", "holds", "outcome")
    texts = []
    for each in map(str, values):
        whole = whole_of(each)
        texts.append((whole or each) if plain else f"“{each}”" if whole is None else f"exactly “{whole}”")
    return texts[0] if len(texts) == 1 else ", ".join(texts[:-1]) + f" or {texts[-1]}"


def _and(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else ", ".join(parts[:-1]) + f" and {parts[-1]}" if parts else ""


def _words(count: int) -> str:
    return "a word" if count == 1 else f"{count} words"
