"""What a search is confined to: its filters, typed or given, and what is to be told of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from minutesnlp.indexing.marks import Marks, both, either
from minutesnlp.searching.asking.grammar import Filter
from minutesnlp.searching.asking.periods import days_of
from minutesnlp.searching.collected.collection import Collection
from minutesnlp.searching.collected.columns import Bools
from minutesnlp.searching.matching.naming import named
from minutesnlp.searching.understanding.filters import OF_TIME, names_of_post, perhaps, select, unknown, values_of
from minutesnlp.searching.understanding.reading_back import listed

BOUNDS = ("since", "until", "before")


@dataclass(frozen=True, eq=False)
class Confines:
    """The filters of a search, each a name and a value, and what each name lets through."""

    filters: Sequence[tuple[str, Any]]
    passing: Mapping[str, Marks]
    collection: Collection

    @cached_property
    def allowed(self) -> Marks:
        """The paragraphs that all of them let through."""
        return both(self.passing.values()) if self.passing else Marks.all(len(self.collection))

    def nobody(self) -> list[str]:
        """Say which of the names there is not, where a time ends before it begins, and what else a post is called."""
        told = [
            told for name, value in self.filters for told in unknown(name, value, self.collection, self.passing[name])
        ]
        begin, *ends = ([v for n, value in self.filters if n == bound for v in values_of(n, value)] for bound in BOUNDS)
        latest = [days_of(v, "until")[1] for v in ends[0]] + [days_of(v, "before")[0] for v in ends[1]]
        if begin and latest and min(days_of(v, "since")[0] for v in begin) > max(latest):
            told.append("It is to end before it begins: no day is so late and so early.")
        for post in (str(each) for name, value in self.filters if name == "role" for each in values_of(name, value)):
            if others := names_of_post(post, self.collection):
                told.append(f"The post of “{post}” also as {listed(others)}, and not as a deputy’s.")
        return told

    def apart(self, answers: Marks, named: Sequence[str]) -> Iterator[str]:
        """Say how many of the answers are let through less surely than others, and how many more may be.

        `named` are the people whom the query names.
        """
        typed = [str(each) for name, value in self.filters if name == "person" for each in values_of(name, value)]
        people = [*typed, *named]
        if people:
            yield from self._people(people, answers & self.allowed)
        maybe = perhaps(self.filters, self.collection)
        if maybe:
            timeless = (marks for name, marks in self.passing.items() if name not in OF_TIME)
            if count := len(both([answers, maybe, *timeless]) - self.allowed):
                days = "its day" if count == 1 else "their days"
                yield f"{count:,} more may be of that time: of {days} only a bound is known."

    def _people(self, people: Sequence[str], answers: Marks) -> Iterator[str]:
        """Say how many mean a person by an office alone, or by a surname or an initial that may be another’s."""
        asked = [named(name, self.collection) for name in people]
        by_title = either(one.under for one in asked)
        by_name = either(one.paragraphs - one.by_office for one in asked) - by_title
        surely = either(one.paragraphs - one.perhaps for one in asked)
        if by_office := len((answers & either(one.by_office for one in asked)) - by_name):
            yield f"{len(answers & by_name):,} of them by name, {by_office:,} only by an office held."
        if only_under := len((answers & by_title) - by_name):
            stand = "stands" if only_under == 1 else "stand"
            yield f"{only_under:,} of them only {stand} in an item whose title names the person."
        if count := len((answers & either(one.perhaps for one in asked)) - surely):
            which = "One of them names" if count == 1 else f"{count:,} of them name"
            yield f"{which} only a surname or an initial that may be another’s."


def confine(
    asked: Mapping[str, Any], typed: Sequence[Filter], within: Bools | None, collection: Collection
) -> Confines:
    """Return what filters let through: those asked for, those typed in the query, and what is searched `within`.

    Raises
    ------
    QueryError
        For a value that cannot be read.
    """
    passing = select(asked, collection)
    for one in typed:
        more = select({one.field: one.values}, collection)[one.field]
        passing[one.field] = passing[one.field] & more if one.field in passing else more
    if within is not None:
        passing["within"] = Marks.where(within)
    return Confines([*asked.items(), *((one.field, one.values) for one in typed)], passing, collection)
