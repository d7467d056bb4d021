"""Signs of the query language that say nothing as they were typed: fields without a value, small words near others."""

from __future__ import annotations

import re
from dataclasses import replace

from minutesnlp.searching.asking.grammar import FIELDS, SPACED, All, Either, Near, Node, Not, Words, leaves
from minutesnlp.searching.collected.collection import Collection
from minutesnlp.searching.matching.matching import look_up
from minutesnlp.searching.understanding.reading_back import listed

# “near/3 bins” has nothing before it, and “*opted” is open where no index looks.
NEAR_ALONE = re.compile(r"(?:\A\s*|\(\s*)(near/[0-9]+)\b|\b(near/[0-9]+)\s*(?:\)|\Z)", re.IGNORECASE)
OPEN_BEFORE = re.compile(r"(?<!\S)\*\w+")
# “day:2021”; not “https://…” and “Re:”
FIELD = re.compile(r"[a-z]{2,12}:(?=[^\W/])")
# “year:” with nothing behind it
NO_VALUE = re.compile(rf"(?<! [^\s(] ) (?! {SPACED} ) ((?: {'|'.join(FIELDS)} ):) (?! \S )", re.IGNORECASE | re.VERBOSE)


def apart(node: Node | None, collection: Collection) -> Node | None:
    """Return a tree in which small words stand near nothing: “the near/3 budget” asks for the budget, as “the” says so.

    Whoever wants them looked for writes them in quotation marks.
    """
    if isinstance(node, Near):
        pair = (node.first, node.second)
        return All(pair) if any(isinstance(one, Words) and look_up(one, collection) is None for one in pair) else node
    if isinstance(node, (All, Either)):
        parts = (apart(part, collection) for part in node.parts)
        return replace(node, parts=tuple(part for part in parts if part is not None))
    if isinstance(node, Not):
        inner = apart(node.part, collection)
        return None if inner is None else replace(node, part=inner)
    return node


def unheeded(tree: Node | None, text: str) -> list[str]:
    """Say which words look like fields and are none, which are fields without a value, and what stands alone."""
    typed = [leaf.text for leaf in leaves(tree) if isinstance(leaf, Words)]
    unknown = [match[0] for text in typed if (match := FIELD.match(text))]
    told = [f"There is no field {listed(unknown)}; there are {', '.join(FIELDS)}."] if unknown else []
    if alone := [first or last for first, last in NEAR_ALONE.findall(text)]:
        told.append(f"{listed(alone)} has a word on one side only: it stands between two, as in foster near/5 fees.")
    if open_ := OPEN_BEFORE.findall(text):
        told.append(f"Only the end of a word can be left open, as in recruit*, and not its beginning: {listed(open_)}.")
    bare = NO_VALUE.findall(text)
    return told + [f"Nothing stands behind {listed(bare)}: looked for as a word."] * bool(bare)
