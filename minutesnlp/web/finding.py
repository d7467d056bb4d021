"""The search page: what was found, how the query was read, and what the search can be narrowed to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

import minutesnlp as mn
from minutesnlp.web.asking import FACETS, GROUPS, SORTS, Asked, asked
from minutesnlp.web.looking import newest
from minutesnlp.web.rendering import page

# “foster carers” also as “foster families” (thesaurus): 1 hit
EXPANSION = re.compile(r"also as “(?P<name>[^”]*)” \(")

# The first sentence of an account: a stop within quotation marks ends none, nor one within a number
FIRST = re.compile(r"(?:“[^”]*”|[^“.]|\.(?!\s|\Z))+\.(?=\s|\Z)")

# “Did you mean “olive” or “oliver” for “olver”?”
MEANT = re.compile(r"Did you mean (?P<words>“.*”) for “(?P<typed>[^”]*)”\?")

# What a facet counts where minutes do not tell.
NOT_STATED = "not stated"

# So many values of a facet are offered, those with the most hits; of people and posts there are hundreds.
MOST_CHOICES = 12
OF_MANY = {"person": 6, "role": 6}

# So many of the newest meetings are named where nothing is asked yet.
LATEST = 6

HOLDS = {
    "": "Anything",
    "decision": "A decision",
    "undertaking": "An undertaking",
    "question": "A question",
    "answer": "An answer",
    "motion": "A motion",
    "amendment": "An amendment",
    "vote": "A vote",
    "declaration": "A declaration of interest",
}


@dataclass(frozen=True, slots=True)
class Group:
    """Hits that stand in one item or meeting; without a heading when not grouped. `total` counts all its hits."""

    hits: tuple[mn.Hit, ...]
    total: int = 0
    item: mn.Item | None = None
    meeting: mn.Meeting | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """A value a search can be narrowed to, what it is called, and how many hits it has, where that is counted."""

    value: str
    name: str
    hits: int | None
    chosen: bool


@dataclass(frozen=True, slots=True)
class Account:
    """How a query was read: what is always seen, what a narrow screen folds away, and what to do where nothing is."""

    first: str
    meant: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()
    """A word that stands nowhere, and words it may have been meant as, each with the address of the search for it."""
    rest: tuple[str, ...] = ()
    advice: tuple[str, ...] = ()


def search(request: Request) -> Response:
    """Show the search page, with what was found when something was asked."""
    desk = request.app.state.desk
    wanted = asked(request.query_params)
    told: dict[str, Any] = {"asked": wanted, "sorts": SORTS, "groups": GROUPS, "holds": HOLDS, "facets": []}
    if not wanted.is_search:
        return page(request, "search.html", hits=None, errors=(), latest=newest(desk.archive)[:LATEST], **told)
    try:
        hits = wanted.hits(desk.archive, k=wanted.size)
        pages = max(1, -(-(hits.total or hits.partly * (not wanted.every)) // wanted.size))
        wanted = replace(wanted, page=min(wanted.page, pages))
        shown = hits if wanted.page == 1 else wanted.hits(desk.archive)
    except mn.QueryError as error:
        return page(request, "search.html", hits=None, errors=(str(error),), status=400, **told)
    begin, end = (wanted.page - 1) * wanted.size, wanted.page * wanted.size
    # where one page holds all, those that hold part of the query follow on it; where none does, they fill the pages
    partly = shown[max(begin, hits.total) : end] if not wanted.every and (pages == 1 or not hits.total) else hits[:0]
    shown = shown[begin : min(end, hits.total)]
    told |= {
        "asked": wanted,
        "facets": [(name, label, found) for name, label in FACETS.items() if (found := choices(hits, wanted, name))],
        "first": begin + 1,
        "pages": pages,
        "names": other_names(hits, wanted),
        "account": account_of(hits, wanted),
        "partly": partly.folded(),
    }
    return page(request, "search.html", hits=hits, shown=groups(shown, wanted), errors=(), **told)


def account_of(hits: mn.Hits, wanted: Asked) -> Account:
    """Return the account of a search in its parts; nothing is folded away where no hits stand below it."""
    match = FIRST.match(hits.read_as)
    first = match.group() if match else hits.read_as
    rest = hits.read_as[len(first) :].strip()
    slips = [slip for told in hits.near if (slip := MEANT.fullmatch(told)) and slip["typed"] in wanted.q]
    told = {slip.string for slip in slips}
    more = (*((rest,) if rest else ()), *(near for near in hits.near if near not in told))
    meant = tuple((slip["typed"], tuple(_mended(slip, wanted))) for slip in slips)
    return Account(first, meant, rest=more) if len(hits) else Account(first, meant, advice=more)


def _mended(slip: re.Match[str], wanted: Asked) -> Iterator[tuple[str, str]]:
    """Yield each word that may have been meant, with the address of the search for it."""
    typed = re.compile(rf"(?<!\w){re.escape(slip['typed'])}(?!\w)")
    for word in re.findall("“([^”]*)”", slip["words"]):
        yield word, wanted.address(q=typed.sub(word, wanted.q, count=1))


def groups(hits: mn.Hits, wanted: Asked) -> list[Group]:
    """Return hits under the item or meeting they stand in, or all of them, those that say the same as one.

    Where every mention is asked for, every one is shown.
    """
    if not wanted.group:
        return [Group(tuple(hits if wanted.every else hits.folded()))]
    made = []
    for found in hits.grouped(wanted.group).values():
        item = found[0].item if wanted.group == "item" else None
        made.append(Group(tuple(found), found.total, item, found[0].meeting))
    return made


def choices(hits: mn.Hits, wanted: Asked, name: str) -> list[Choice]:
    """Return the values of a facet with their counts; one that is chosen stays, also without a hit.

    Each is asked for in quotation marks, as a whole: “Council” is no part of “Town Council”. What was typed may be a
    part of several, and has no count.
    """
    chosen: tuple[str, ...] = getattr(wanted, name)
    found = hits.facets.get(name, {})
    names = {f'"{value}"': "Not stated" if value == NOT_STATED else value for value in found}
    counts = {whole: found[value] for whole, value in zip(names, found, strict=True)}
    values = list(dict.fromkeys([*list(counts)[: OF_MANY.get(name, MOST_CHOICES)], *chosen]))
    if len(values) < 2 and not chosen:
        return []
    return [
        Choice(
            value,
            names.get(value, value.strip('"')),
            counts.get(value, 0 if value[0] == '"' else None),
            value in chosen,
        )
        for value in values
    ]


def other_names(hits: mn.Hits, wanted: Asked) -> list[tuple[str, str, bool]]:
    """Return the other names of the query's words: each with what it brought, and whether it is searched for."""
    used = [(match["name"], told, True) for told in hits.expansions if (match := EXPANSION.search(told))]
    return [*used, *((name, f"“{name}” was left out", False) for name in wanted.without)]
