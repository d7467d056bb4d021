"""Names of private people masked: of those who are neither members nor officers by what the archive tells.

Telephone numbers, e-mail addresses and postcodes are masked whosever they are: whose, the text seldom says. Streets and
numbers of houses stay: no rule tells a home from a site.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from minutesnlp.records import Entity, Item, Meeting, Paragraph
from minutesnlp.records.people import People
from minutesnlp.tagging import tag
from minutesnlp.tagging.registers import MEMBERS, agree, family_key, name_of, titles_of

MASK = "[name withheld]"
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


def redacted(source: str | Paragraph | Item | Meeting, people: People, *, mask: str = MASK) -> str:
    """Return the text with every person masked who is not known to be a member or an officer, and all contacts."""
    entities = tag(source, agenda=True)
    if isinstance(source, str):
        return _masked(source, entities, people, mask)
    by_paragraph: dict[str | None, list[Entity]] = {}
    for entity in entities:
        by_paragraph.setdefault(entity.paragraph_id, []).append(entity)
    return "\n\n".join(_masked(p.text, by_paragraph.get(p.id, ()), people, mask) for p in _paragraphs(source))


def _paragraphs(source: Paragraph | Item | Meeting) -> tuple[Paragraph, ...]:
    return (source,) if isinstance(source, Paragraph) else tuple(source.paragraphs)


def _masked(text: str, entities: Iterable[Entity], people: People, mask: str) -> str:
    names = [(one.start, one.end, mask) for one in entities if one.label == "PERSON" and not _is_public(one, people)]
    parts, last = [], 0
    for start, end, instead in sorted([*names, *((start, end, CONTACT) for start, end in contacts_in(text))]):
        if start >= last:
            parts += [text[last:start], instead]
        last = max(last, end)
    return "".join([*parts, text[last:]])


def contacts_in(text: str) -> list[tuple[int, int]]:
    """Return where telephone numbers, e-mail addresses and postcodes (British and Irish) stand.

    >>> contacts_in("Ring 01632 960 123, or write to TS1 2QQ.")
    [(5, 18), (32, 39)]
    """
    return [match.span() for match in CONTACTS.finditer(text) if not _is_short_number(match[0])]


def _is_short_number(found: str) -> bool:
    return found[0] in "+(0" and sum(letter.isdigit() for letter in found) < FEWEST_DIGITS


def _is_public(entity: Entity, people: People) -> bool:
    if any(title in MEMBERS for title in titles_of(entity.text)):
        return True
    given, family = name_of(entity)
    named = [name_of(Entity("PERSON", person.name, 0, len(person.name), value=person.name)) for person in people]
    if not family:
        return any(agree(given, theirs.split(" ")[0]) == 1.0 for theirs, _ in named if theirs)
    return any(family_key(theirs) == family_key(family) and agree(given, first) for first, theirs in named)
