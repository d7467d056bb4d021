"""Names of private people masked: of those who are neither members nor officers by what the archive and the text tell.

A name in full may be that of somebody the archive knows. A family name alone is told by the text: it is masked where
anybody of that name is masked there, and where nobody is told by it. Telephone numbers, e-mail addresses and postcodes
are masked whosever they are; an address beside a masked name is, and no other: no rule tells a home from a site.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from minutesnlp.records import Entity, Item, Meeting, Paragraph
from minutesnlp.records.people import People
from minutesnlp.tagging import tag
from minutesnlp.tagging.lexicons import is_english, words
from minutesnlp.tagging.linking.places import Place
from minutesnlp.tagging.linking.posts_beside import holders_beside
from minutesnlp.tagging.linking.registers import agree, family_key, name_of
from minutesnlp.tagging.linking.standings import MEMBER, OFFICER, PUBLIC, is_of_parliament, post_class, title_class

CONTACT = "[contact withheld]"
CONTACTS = re.compile(
    r"""(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}                      # jo@example.org
    |(?<![\w£€$.,/+-])(?:\+\d{1,3}[ ]?(?:\(0\)[ ]?)?|\(?0)\d{1,4}\)?(?:[ -]?\d{2,4}){2,3}
        (?![\w/%-]|[.,]\d)                                                             # 01632 960 123
    |(?<![\w£€$])[A-Z]{1,2}\d[A-Z\d]?[ ]?\d[ABD-HJLNP-UW-Z]{2}(?!\w)                      # TS1 2QQ
    |(?<![\w£€$])(?:[AC-FHKNPRTV-Y]\d{2}|D6W)[ ]?(?=[A-Z\d]{0,3}\d)[\dAC-FHKNPRTV-Y]{4}(?!\w)  # D02 X285
    """,
    re.VERBOSE,
)
FEWEST_DIGITS = 9
ADDRESS = "[address withheld]"
STREET = "|".join(sorted(word.title() for word in words("street_types")))
# Right behind a masked name: “ of 4 Mill Lane”, “, who lives at Elm Cottage”, “ (12a Mill Lane”.
BESIDE = re.compile(
    rf"""(?:(?:,?\s(?:who\s)?(?:liv(?:es?|ed|ing)|resid(?:es?|ed|ing|ent))\s(?:at|in|on|of)\s|,?\s(?:of|at|from)\s)
        (?P<home>(?:No\.?\s?)?(?:\d{{1,4}}[A-Za-z]?,?\s)?(?:[A-Z][\w’'-]{{1,20}}\s){{1,3}}(?:{STREET})\b)
    |(?:,?\s(?:(?:of|at|from)\s)?\(?)
        (?P<numbered>(?:No\.?\s?|Flat\s\w{{1,3}},?\s)?\d{{1,4}}[A-Za-z]?,?\s(?:[A-Z][\w’'-]{{1,20}}\s){{0,2}}[A-Z][\w’'-]{{1,20}}))""",
    re.VERBOSE,
)
CIVIL_TITLE = r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Messrs)\.?\s(?:(?:and|&)\s(?:Mr|Mrs|Ms|Miss)\.?\s)?)"
OF_A_NAME = r"[’']s?\s|\s(?:family|household|property|residence|application|brothers|children)"
SHORTEST_FAMILY = 3
LINKED = ("PERSON", "ROLE")

Part = tuple[str, Sequence[Entity]]


@dataclass(frozen=True, slots=True)
class _Name:
    """A name in full, as a text has it."""

    given: str
    family: str

    def may_be(self, given: str, family: str) -> bool:
        """Tell whether a given or family name alone may mean this person."""
        if family:
            return family_key(family) == family_key(self.family) and agree(given, self.given) > 0
        return bool(self.given) and agree(given, self.given.split(" ")[0]) == 1.0


def redacted(source: str | Paragraph | Item | Meeting, people: People, *, mask: str) -> str:
    """Return the text with every person masked who is not known to be a member or an officer, and all contacts."""
    entities = tag(source, agenda=True)
    if isinstance(source, str):
        parts: list[Part] = [(source, entities)]
    else:
        by_paragraph: dict[str | None, list[Entity]] = {}
        for entity in entities:
            by_paragraph.setdefault(entity.paragraph_id, []).append(entity)
        parts = [(p.text, by_paragraph.get(p.id, ())) for p in _paragraphs(source)]
    private = _private(parts, people)
    families = {name_of(entity)[1] for found in private for entity in found}
    return "\n\n".join(
        _masked(text, entities, found, families, mask) for (text, entities), found in zip(parts, private, strict=True)
    )


def _paragraphs(source: Paragraph | Item | Meeting) -> tuple[Paragraph, ...]:
    return (source,) if isinstance(source, Paragraph) else tuple(source.paragraphs)


def _private(parts: Sequence[Part], people: People) -> list[list[Entity]]:
    """Return of each text the people in it who are not known to be members or officers."""
    places = [
        Place(entity, "", None, text) for text, entities in parts for entity in entities if entity.label in LINKED
    ]
    in_post = {held.person for number, held in holders_beside(places).items() if _is_public_post(places[number])}
    known = {(entity.paragraph_id, entity.start) for person in people for entity in person.mentions}
    listed = [_Name(*name_of(Entity("PERSON", person.name, 0, 0, value=person.name))) for person in people]
    here: dict[bool, set[_Name]] = {True: set(), False: set()}
    told: dict[int, bool] = {}
    # Names in full first: what stands for one of them alone is told by those.
    people_at = [number for number, place in enumerate(places) if place.entity.label == "PERSON"]
    for number in sorted(people_at, key=lambda n: not all(name_of(places[n].entity))):
        entity = places[number].entity
        given, family = name_of(entity)
        is_public = title_class(entity.text) == MEMBER or number in in_post or is_of_parliament(entity.text)
        is_public = is_public or (entity.paragraph_id is not None and (entity.paragraph_id, entity.start) in known)
        if not is_public and given and family:
            is_public = any(name.may_be(given, family) for name in listed)
        elif not is_public and not any(name.may_be(given, family) for name in here[False]):
            is_public = any(name.may_be(given, family) for name in here[True])
        told[number] = is_public
        here[is_public].add(_Name(given, family))
    private = iter([places[number].entity for number in people_at if not told[number]])
    found: list[list[Entity]] = []
    upcoming = next(private, None)
    for _, entities in parts:
        found.append([])
        for entity in entities:
            if entity is upcoming:
                found[-1].append(entity)
                upcoming = next(private, None)
    return found


def _is_public_post(place: Place) -> bool:
    standing = post_class(place.entity.text, after=place.text[place.entity.end :])
    return standing in (MEMBER, OFFICER, PUBLIC)


def _masked(text: str, entities: Sequence[Entity], private: Sequence[Entity], families: set[str], mask: str) -> str:
    names = [(one.start, one.end) for one in private]
    names += [span for span in _once_more(text, families) if not any(_touch(span, one) for one in entities)]
    homes = [
        (match.start(place), match.end(place))
        for _, end in names
        for match in [BESIDE.match(text, end)]
        if match
        for place in ("home", "numbered")
        if match[place]
    ]
    spans = [(*span, mask) for span in names] + [(*span, ADDRESS) for span in homes]
    parts, last = [], 0
    for start, end, instead in sorted([*spans, *((start, end, CONTACT) for start, end in contacts_in(text))]):
        if start >= last:
            parts += [text[last:start], instead]
        last = max(last, end)
    return "".join([*parts, text[last:]])


def _once_more(text: str, families: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Yield where family names of masked people stand that were not read as names: “the Voss family”."""
    for family in families:
        if len(family) < SHORTEST_FAMILY or family not in text:
            continue
        # A name that is a word too needs a sign that it is a name.
        bare = rf"{re.escape(family)}(?={OF_A_NAME})" if is_english(family.lower()) else re.escape(family)
        titled = rf"{CIVIL_TITLE}{re.escape(family)}"
        for match in re.finditer(rf"(?<![\w-])(?:{titled}|{bare})(?![\w-])(?!\s(?:{STREET})\b)", text):
            yield match.span()


def _touch(span: tuple[int, int], entity: Entity) -> bool:
    return span[0] < entity.end and entity.start < span[1]


def contacts_in(text: str) -> list[tuple[int, int]]:
    """Return where telephone numbers, e-mail addresses and postcodes (British and Irish) stand.

    >>> contacts_in("Ring 01632 960 123, or write to TS1 2QQ.")
    [(5, 18), (32, 39)]
    """
    return [match.span() for match in CONTACTS.finditer(text) if not _is_short_number(match[0])]


def _is_short_number(found: str) -> bool:
    return found[0] in "+(0" and sum(letter.isdigit() for letter in found) < FEWEST_DIGITS
