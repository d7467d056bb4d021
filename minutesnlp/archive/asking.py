"""Questions put to an archive more than once: what is new since a day, and many searches at once."""

from __future__ import annotations

import datetime
from typing import Any

from minutesnlp.archive import given
from minutesnlp.archive.store import Store
from minutesnlp.errors import QueryError
from minutesnlp.records import Answer, Answers, Hits
from minutesnlp.searching.asking.periods import days_of
from minutesnlp.searching.saved import Searches, searches_of
from minutesnlp.searching.search import search


def new_since(store: Store, query: str, date: str | datetime.date, options: dict[str, Any]) -> Hits:
    """Search what was added since a moment: a day (from midnight), or a time."""
    if isinstance(date, datetime.datetime):
        moment = date
    else:
        moment = datetime.datetime.combine(days_of(date, "date")[0], datetime.time())
    hits = search(store.collection, query, within=store.new_since(moment.timestamp()), **options)
    since = moment.isoformat(" ", "minutes") if moment.time() else moment.date().isoformat()
    # the day of the meeting may be long before: a reader of a table must see which of the two is meant
    hits.read_as += f" Only among what was added to the archive since {since}."
    return hits


def search_many(
    store: Store, searches: Searches, since: str | datetime.date | None, options: dict[str, Any]
) -> Answers:
    """Put many searches, each with its own options before those given to all; with `since`, to what is new."""
    answers = []
    for one in searches_of(given.searches(searches)):
        asked = {**options, **one.options}
        try:
            hits = (
                search(store.collection, one.query, **asked)
                if since is None
                else new_since(store, one.query, since, asked)
            )
        except QueryError as error:
            raise QueryError(f"[{one.name}]: {error}") from error
        answers.append(Answer(one.name, hits))
    return Answers(answers)
