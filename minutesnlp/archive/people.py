"""The people of an archive: who is a member or an officer, their posts through time, what they did.

Private people have no page here: who is never called Councillor or the like, holds no post of the council and stands in
no list of officers is left out (`public`), and their names can be masked (`redacting`).
"""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import cast

from minutesnlp.archive.deeds import deeds_of
from minutesnlp.archive.later import Later
from minutesnlp.archive.mentions import Linked
from minutesnlp.archive.public import Named, is_a_person, is_small, post_here, public_as
from minutesnlp.archive.seats import has_a_seat, table_of
from minutesnlp.archive.stints import Holders, Seen, seen
from minutesnlp.records import Decision, Entity, Meeting
from minutesnlp.records.people import Act, Link, People, Person
from minutesnlp.tagging.linking.linking import review
from minutesnlp.tagging.linking.places import attendees_of, listed_in
from minutesnlp.tagging.linking.post_words import key_of
from minutesnlp.tagging.linking.posts_beside import SEEN
from minutesnlp.tagging.linking.registers import MEMBERS, agree, council_key, family_key, name_of, plain, titles_of

POST = "post:"
LONGEST_AROUND = 80
LONGEST_INITIALS = 2


@dataclass(slots=True)
class _Gathered:
    """What is known of one person while the archive is gone through."""

    names: list[tuple[Entity, Meeting]] = field(default_factory=list)
    named: list[Named] = field(default_factory=list)
    posts: list[tuple[Link, Meeting]] = field(default_factory=list)
    held: list[Seen] = field(default_factory=list)
    standings: list[str] = field(default_factory=list)


class Register:
    """The people of one state of an archive: whom their mentions mean is asked once.

    `decisions` gives those of each of some meetings, by their ids: what a person moved is looked for in them.
    """

    def __init__(
        self, linked: Iterable[Linked], decisions: Callable[[list[str]], Iterable[Sequence[Decision]]]
    ) -> None:
        self._decisions = decisions
        self._links: dict[str, tuple[Meeting, Sequence[Link]]] = {}
        self._gathered = _gather(self._noted(linked))
        held = {id_: one.held for id_, one in self._gathered.items()}
        holders = Holders((id_, each) for id_, posts in held.items() for each in posts)
        pages = ((id_, _person(id_, one, holders)) for id_, one in self._gathered.items())
        self._pages = {id_: person for id_, person in pages if person is not None}
        self._doubtful = review(link for _, links in self._links.values() for link in links)

    def _noted(self, linked: Iterable[Linked]) -> Iterator[Linked]:
        for one in linked:
            self._links[one.meeting.id] = one.meeting, one.links
            yield one

    def people(self, *, public: str | None = None) -> People:
        """Return the members and officers, by family name, with the links that are doubtful."""
        wanted = [person for person in self._pages.values() if public is None or person.public == public]
        return People(sorted(wanted, key=lambda person: _sort_key(person.name)), doubtful=self._doubtful)

    def person(self, name: str) -> Person:
        """Return a person by name, id, or the post they held last, with what they presented, moved and declared.

        Raises
        ------
        KeyError
            When nobody is called so, when it is a private person, and when it may be several.
        """
        person = _found(name, self._pages, self._gathered)
        one = self._gathered[person.id]
        at = {meeting.id for entity_meeting in (one.names, one.posts) for _, meeting in entity_meeting}
        there = [id_ for id_ in self._links if id_ in at]
        deeds: list[Act] = []
        for id_, decided in zip(there, self._decisions(there), strict=True):
            meeting, links = self._links[id_]
            deeds += deeds_of(meeting, decided, links, person.id)
        return replace(
            person,
            presented=tuple(deed for deed in deeds if deed.kind == "presented"),
            moved=tuple(deed for deed in deeds if deed.kind in ("moved", "seconded")),
            declared=tuple(deed for deed in deeds if deed.kind == "declared"),
        )


def _gather(linked: Iterable[Linked]) -> dict[str, _Gathered]:
    """Gather what is known of everybody; doubtful links are left out, as a search for a person leaves them out."""
    gathered: dict[str, _Gathered] = defaultdict(_Gathered)
    for one in linked:
        lists, (seats, guests), texts = attendees_of(one.meeting), table_of(one.meeting, one.texts), one.texts
        for link in one.links:
            if link.person_id.startswith(POST) or link.doubtful:
                continue
            person, entity = gathered[link.person_id], link.entity
            text = texts[entity.paragraph_id or ""]
            after = text[entity.end : entity.end + LONGEST_AROUND]
            if entity.label == "ROLE":
                person.posts.append((link, one.meeting))
                if link.reason in SEEN:
                    person.held.append(seen(entity.text, one.meeting))
                    person.standings.append(post_here(entity.text, after=after, council=one.meeting.council))
                continue
            person.names.append((entity, one.meeting))
            before = text[max(0, entity.start - LONGEST_AROUND) : entity.start]
            listed = listed_in(entity, lists)
            seated = entity.paragraph_id in seats and has_a_seat(listed, entity.text)
            seat, surely = (one.meeting.id, seats[entity.paragraph_id or ""]) if seated else ("", False)
            kind = listed.kind if listed is not None else ""
            person.named.append(Named(entity, before, after, kind, seat, surely, guests and bool(kind)))
    return dict(gathered)


def _person(id_: str, one: _Gathered, holders: Holders) -> Person | None:
    """Return a person's page; None for private people, and for posts whose holder has no name."""
    if not one.names:
        return None
    meetings = {meeting.id: meeting for _, meeting in (*one.names, *((link.entity, m) for link, m in one.posts))}
    days = sorted(meeting.date for meeting in meetings.values() if meeting.date)
    councils = Counter(meeting.council for meeting in meetings.values() if meeting.council)
    council = councils.most_common(1)[0][0] if councils else None
    here = council_key(council)
    public = public_as(one.named, one.standings, here, small=is_small(council))
    if public is None or not is_a_person(one.named, here):
        return None
    return Person(
        id_,
        _fullest(entity for entity, _ in one.names),
        title=_title(entity for entity, _ in one.names),
        public=public,
        council=council,
        roles=holders.stints(id_, one.held),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        meetings=len(meetings),
        # how often everybody is mentioned is asked at once, and where of one or the other
        mentions=cast("tuple[Entity, ...]", Later(partial(_in_order, id_, one), len(one.names) + len(one.posts))),
    )


def _fullest(names: Iterable[Entity]) -> str:
    """Return the name as it is printed most often with a whole given name, the longer of two as frequent."""
    counted = Counter(entity.value or entity.text for entity in names)

    def rank(name: str) -> tuple[bool, bool, int, int]:
        parts = name.split()
        return len(parts) > 1, len(parts[0].strip(".")) > LONGEST_INITIALS, counted[name], len(name)

    return max(counted, key=rank)


def _title(names: Iterable[Entity]) -> str | None:
    counted = Counter(" ".join(titles) for entity in names if (titles := titles_of(entity.text, printed=True)))
    return counted.most_common(1)[0][0] if counted else None


def _in_order(id_: str, one: _Gathered) -> tuple[Entity, ...]:
    pairs = [*one.names, *((link.entity, meeting) for link, meeting in one.posts)]
    order = sorted(pairs, key=lambda pair: (pair[1].date or datetime.date.min, pair[1].id))
    return tuple(replace(entity, person_id=id_) for entity, _ in order)


def _found(name: str, people: Mapping[str, Person], gathered: Mapping[str, _Gathered]) -> Person:
    if name in people:
        return people[name]
    fits = list(_named(name, people.values())) or list(_in_post(name, people.values()))
    if len(fits) == 1:
        return fits[0]
    if not fits:
        given, family = name_of(Entity("PERSON", name, 0, len(name), value=_bare(name)))
        private = any(
            family_key(name_of(entity)[1]) == family_key(family) and agree(given, name_of(entity)[0])
            for one in gathered.values()
            for entity, _ in one.names
        )
        if private:
            raise KeyError(
                f"{name!r} is named in the minutes, but is neither member nor officer: private people have no page"
            )
        raise KeyError(f"nobody is called {name!r} here; the list of people has the members and officers")
    told = ", ".join(f"{person} ({person.id})" for person in fits)
    raise KeyError(f"{name!r} may be {told}: give more of the name, or the id")


def _named(name: str, people: Iterable[Person]) -> Iterator[Person]:
    """Yield who may be called so: by the family name, and given names that agree; best alone where one fits best."""
    bare = _bare(name)
    given, family = name_of(Entity("PERSON", name, 0, len(name), value=bare))
    titles = set(titles_of(name))
    fits = []
    for person in people:
        theirs, family_of = name_of(Entity("PERSON", person.name, 0, len(person.name), value=person.name))
        if family_key(family_of) != family_key(family) or (titles & MEMBERS and person.public != "member"):
            continue
        fit = agree(given, theirs)
        if fit:
            fits.append((fit, person))
    best = max((fit for fit, _ in fits), default=0.0)
    return (person for fit, person in fits if fit == best)


def _in_post(name: str, people: Iterable[Person]) -> Iterator[Person]:
    """Yield who is seen last in a post of this name."""
    key = key_of(name)
    held = [
        (stint.until, person)
        for person in people
        for stint in person.roles
        if key_of(stint.post) == key and stint.until
    ]
    last = max((until for until, _ in held), default=None)
    return (person for until, person in held if until == last)


def _bare(name: str) -> str:
    """Return a name without the titles before it."""
    words = name.replace(".", ". ").split()
    titles = len(titles_of(name))
    return " ".join(words[titles:]) or name


def _sort_key(name: str) -> tuple[str, str]:
    given, family = name_of(Entity("PERSON", name, 0, len(name), value=name))
    return plain(family), plain(given)
