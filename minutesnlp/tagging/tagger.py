"""Tag a text, paragraph, item, meeting or corpus: every finder in turn, and what one part teaches the others."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from minutesnlp.progress import Progress, told
from minutesnlp.records import Corpus, Entities, Entity, Item, Meeting, Paragraph
from minutesnlp.tagging.dates.finding import find_dates, writes_months_first
from minutesnlp.tagging.figures.finding import find_figures
from minutesnlp.tagging.mentions import Mention, without_overlaps
from minutesnlp.tagging.people.finding import PeopleFinder
from minutesnlp.tagging.people.recalled import Known, recall
from minutesnlp.tagging.posts.abbreviations import abbreviated, letters_of
from minutesnlp.tagging.posts.finding import RoleFinder, role_value
from minutesnlp.tagging.words import Words, without_strays

Taggable = str | Paragraph | Item | Meeting | Corpus


@dataclass(slots=True)
class _Draft:
    """A text on its way: what was found, and the people finder that still has to recall."""

    text: str
    paragraph_id: str | None
    people: PeopleFinder
    roles: list[Mention]
    others: list[Mention]


def tag(
    x: Taggable,
    *,
    date: datetime.date | str | None = None,
    agenda: bool = False,
    progress: Progress | bool | None = None,
) -> Entities:
    """Find the people, roles, dates and figures in a text or in minutes.

    Parameters
    ----------
    x
        A string, or a record. What stands elsewhere in the same item or meeting is used: who was named with a title
        is recognised by the name alone.
    date
        The day of the meeting, from which unfinished dates are told (“last month”). Items and meetings know theirs.
    agenda
        Whether to tag agenda paragraphs, which are no record of what happened.
    progress
        Called after each meeting of a corpus with how many are done, how many there are and its id; True shows a bar
        with the time left.

    Returns
    -------
    Entities
        In reading order. Offsets are into the string, or into the text of the paragraph named by `paragraph_id`.

    Examples
    --------
    >>> [(e.label, e.text, e.value) for e in tag("Cllr Ann Field paid £5.20 on 3 May 2021.")]
    [('PERSON', 'Cllr Ann Field', 'Ann Field'), ('FIGURE', '£5.20', '5.2'), ('DATE', '3 May 2021', '2021-05-03')]
    """
    anchor = datetime.date.fromisoformat(date) if isinstance(date, str) else date
    found = _of_corpus(x, anchor, agenda, progress) if isinstance(x, Corpus) else _tagged(x, anchor, agenda)
    return Entities(found, sources=x if isinstance(x, Corpus) else (x,))


def _of_corpus(
    corpus: Corpus, anchor: datetime.date | None, agenda: bool, progress: Progress | bool | None
) -> Iterator[Entity]:
    for meeting in told(corpus, progress, "tagging", lambda meeting: meeting.id):
        yield from _tagged(meeting, anchor, agenda)


def _tagged(x: Taggable, anchor: datetime.date | None, agenda: bool) -> Iterator[Entity]:
    if isinstance(x, str):
        yield from _together([(x, None, False)], anchor)
    elif isinstance(x, Paragraph):
        yield from _together([(x.text, x.id, x.kind == "table")], anchor)
    elif isinstance(x, Item):
        yield from _together(_texts(x.paragraphs, agenda), anchor or x.date)
    elif isinstance(x, Meeting):
        yield from _together(_texts(x.paragraphs, agenda), anchor or x.date or x.date_to or x.date_from)
    else:
        raise TypeError(f"cannot tag a {type(x).__name__}: give a str, Paragraph, Item, Meeting or Corpus")


def _texts(paragraphs: Iterable[Paragraph], agenda: bool) -> list[tuple[str, str | None, bool]]:
    return [(p.text, p.id, p.kind == "table") for p in paragraphs if agenda or p.section != "agenda"]


def _together(texts: list[tuple[str, str | None, bool]], anchor: datetime.date | None) -> Iterator[Entity]:
    """Tag texts that know of each other."""
    known = Known()
    months_first = len(texts) > 1 and writes_months_first(text for text, _, _ in texts)
    drafts = [_draft(text, paragraph_id, known, anchor, tabular, months_first) for text, paragraph_id, tabular in texts]
    letters = {each for draft in drafts for each in letters_of(draft.text, draft.roles)}
    for draft in drafts:
        finder = draft.people
        people = finder.found + recall(finder.words, known, finder.taken)
        roles = draft.roles + abbreviated(draft.text, letters) if letters else draft.roles
        for mention in without_overlaps(people, roles, draft.others):
            yield _entity(draft.text, mention, draft.paragraph_id)


def _draft(
    text: str, paragraph_id: str | None, known: Known, anchor: datetime.date | None, tabular: bool, months_first: bool
) -> _Draft:
    words = Words(text)
    dates = find_dates(text, anchor, months_first=months_first)
    finder = PeopleFinder(words, known)
    finder.find()
    roles = RoleFinder(words, finder.taken).find()
    _block(finder, roles)
    finder.beside_roles(roles)
    figures = find_figures(text, dates, tabular=tabular)
    return _Draft(text, paragraph_id, finder, roles, without_overlaps(dates, figures))


def _block(finder: PeopleFinder, roles: list[Mention]) -> None:
    """Mark the words of posts, so that no name is found inside one."""
    words = finder.words
    place = 0
    for role in roles:
        while place < words.count and words.end[place] <= role.start:
            place += 1
        while place < words.count and words.start[place] < role.end:
            finder.taken[place] = max(finder.taken[place], 2)
            place += 1


def _entity(text: str, mention: Mention, paragraph_id: str | None) -> Entity:
    value = role_value(text, mention) if mention.label == "ROLE" else mention.value
    if mention.label in ("PERSON", "ROLE") and value is not None:
        value = without_strays(value)
    kind = mention.kind
    entity = Entity(
        mention.label,
        text[mention.start : mention.end],
        mention.start,
        mention.end,
        value=value,
        unit=mention.unit,
        kind=kind,
        per=mention.per,
        hedge=mention.hedge,
        direction=mention.direction,
        comparator=mention.comparator,
        paragraph_id=paragraph_id,
        found_by=mention.found_by,
    )
    # A date that no calendar has, the 31st of June, is kept and marked.
    if (
        mention.label == "DATE"
        and value
        and "XXXX" not in value
        and not value.startswith("T")
        and entity.interval is None
    ):
        return replace(entity, kind="invalid")
    return entity
