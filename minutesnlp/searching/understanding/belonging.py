"""Names of councils beside fields: “role:treasurer Elm Council” asks for the treasurer in that council's minutes."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import replace

from minutesnlp.searching.asking.grammar import All, Either, Filter, Node, Query, Words
from minutesnlp.searching.collected.collection import Collection
from minutesnlp.searching.understanding.filters import compared
from minutesnlp.searching.understanding.timing import TELLING
from minutesnlp.tagging.lexicons import is_english
from minutesnlp.text.analysis import words_of

# These fields select what minutes tell; beside those of the meeting itself a name is looked for.
OF_WHAT_IS_TOLD = ("person", "role", "kind", "section", "holds", "outcome", "item")


def of_the_named(query: Query, asked: Container[str], collection: Collection) -> Query:
    """Return a query of fields and the name of a council or body, and perhaps a year, with these as fields too.

    `asked` are the fields given beside the query. Any other query is returned as it is: of a name alone it is asked
    where it is said.
    """
    typed = {one.field for one in query.filters}
    tree = query.tree
    parts = tree.parts if isinstance(tree, All) and tree.implied else (tree,)
    words = [part.text for part in parts if isinstance(part, Words) and not (part.prefix or part.title or part.person)]
    if len(words) < len(parts) or not any(field in typed or field in asked for field in OF_WHAT_IS_TOLD):
        return query
    fields: list[Node] = []
    rest = set(range(len(words)))
    for start, end, names, _ in collection.called_whole(words):
        fields.append(_field(names, collection))
        rest -= set(range(start, end))
    councils = [compared(meeting.council) for meeting in collection.meetings if meeting.council]
    for place in sorted(rest):
        word = words[place]
        if TELLING.fullmatch(word):
            fields.append(Filter("year", word))
        elif word[:1].isupper() and not is_english(word.lower()) and any(word.lower() in one for one in councils):
            fields.append(Filter("council", word))
        elif word.lower() not in words_of("stop-words.txt"):
            return query
    if all(isinstance(one, Filter) and one.field == "year" for one in fields):
        return query
    hard = tuple(one for one in fields if isinstance(one, Filter))
    ways = tuple(one for one in fields if isinstance(one, Either))
    return replace(
        query, tree=ways[0] if len(ways) == 1 else All(ways) if ways else None, filters=(*query.filters, *hard)
    )


def _field(names: Iterable[str], collection: Collection) -> Node:
    """Return what selects the meetings of councils or bodies of these names."""
    councils = {meeting.council for meeting in collection.meetings}
    by_field: dict[str, list[str]] = {}
    for name in sorted(names):
        by_field.setdefault("council" if name in councils else "body", []).append(f'"{name}"')
    ways = [Filter(field, first, others=tuple(others)) for field, (first, *others) in by_field.items()]
    return ways[0] if len(ways) == 1 else Either(tuple(ways))
