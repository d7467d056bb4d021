"""Who sees to it, printed behind or below what is to be done: “| Clerk”, “Action: JT”, “Cllr. O. Fell”."""

from __future__ import annotations

import re
from collections.abc import Iterator

_LABEL = r"(?:ACTIONS?|Actions?)(?:\s(?:by|for|on))?\s*[:–—-]?"
_ONE = r"""(?:[A-Z]{2,4}|[Cc]lerk|CLERK|[Aa]ll|ALL|Chair(?:man|woman|person)?|[Oo]fficers?|[Ss]ecretary|[Tt]reasurer|
    (?:Cllrs?|Councillors?)\.?(?:\s[A-Z][\w.’'-]*){1,3})"""
_NAMES = r"(?!(?:Approve|Adopt|Accept|Defer|Refer|Receive|Pass|Table|No|Motion)\b)[A-Z][a-z’'-]+\s[A-Z][\w’'-]+"
_MORE = rf"(?:(?:\s?[,;/&]\s?|\sand\s|\s\|\s(?:{_LABEL}\s*)?|\s){_ONE}){{0,5}}"
# “Action: JT/MK”, “| Clerk”, “Cllr. O. Fell”: who sees to what is printed before, and not what
BARE_ACTION = re.compile(
    rf"\W*(?:(?P<label>{_LABEL}|\|)\W*)?(?:{_LABEL}\W*)?(?P<who>{_ONE}{_MORE})(?P<to>\sto\s[Aa]ction)?[\s.*_\]]*",
    re.VERBOSE,
)
# “Action: Carys Hunt”, who has no title
BY_NAME = re.compile(
    rf"\W*(?:ACTIONS?|Actions?)(?:\s(?:by|for|on))?\s*[:–—-]\s*"
    rf"(?P<who>{_NAMES}(?:(?:\s?[,;/&]\s?|\sand\s){_NAMES}){{0,3}})[\s.*_\]]*"
)
# “ACTION: WS by 2 April”, below what she is to do
BY_WHEN = re.compile(rf"\W*{_LABEL}\W*(?P<who>{_ONE}{_MORE})[\s,–—-]+by\s(?P<when>[^.;]{{3,40}})[\s.*_\]]*", re.VERBOSE)
# The cell of a sentence without a stop: “Prices to be had | Clerk”
BEHIND = re.compile(rf"(?<=[^|\s])\s(?=\|\s(?:{_LABEL}\s*)?{_ONE}{_MORE}[\s.]*\Z)", re.VERBOSE)
# The cell of what stands before, and the number of what comes next: “Clerk iv) The wall”
_NUMBER = r"\s\(?(?:[ivx]{1,4}|\d[\w.]*)\)\s[A-Z]"
NUMBERED = re.compile(rf"{_ONE}{_MORE}(?={_NUMBER})", re.VERBOSE)
ENDS = re.compile(rf"\s*\Z|{_NUMBER}")
BETWEEN = re.compile(rf"\s\|\s(?:{_LABEL}\s*)?")


def apart(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where a sentence of a paragraph stands, and who sees to it or to what was before it by itself."""
    behind = BEHIND.search(text[:end], start)
    if behind and " | " not in text[start : behind.start()]:  # no row of a table
        yield start, behind.start()
        yield behind.end(), end
        return
    numbered = NUMBERED.match(text, start, end) if start else None
    if numbered:
        yield start, numbered.end()
        start = numbered.end() + 1
    yield start, end


def has_label(text: str) -> bool:
    """Tell a cell that says it is of an action: “ACTION: TI / MP”."""
    return text.lstrip("| ").upper().startswith("ACTION")


def sees_to(text: str, start: int, end: int, before: str, *, below: bool) -> str | None:
    """Return who sees to what stands `before`, where a part of a paragraph is only that; unlabelled, at its end."""
    named = BY_NAME.fullmatch(text, start, end)
    if named:
        return named["who"]
    bare = BARE_ACTION.fullmatch(text, start, end)
    if bare is None or ("£" in before and " | " in before):  # a row of accounts
        return None
    told = bare["label"] or bare["to"] or (not below and ENDS.match(text, end))
    return BETWEEN.sub(", ", bare["who"]) if told else None
