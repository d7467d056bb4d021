"""Who held a post: “chair of Elm Council 2019” asks for whom the minutes that are called so name with it."""

from __future__ import annotations

import re
from collections.abc import Set

import numpy as np

from minutesnlp.indexing.marks import Marks, both
from minutesnlp.records import KINDS, SECTIONS
from minutesnlp.searching.asking.grammar import All, Words
from minutesnlp.searching.collected.calling import SORT
from minutesnlp.searching.collected.collection import Collection
from minutesnlp.searching.matching.matching import Found
from minutesnlp.searching.ranking.offices import GAP, NO_DEPUTY
from minutesnlp.searching.understanding.filters import compared, select
from minutesnlp.searching.understanding.timing import TELLING
from minutesnlp.searching.understanding.understanding import CHAIRING, Reading, posts

# In so many texts, of the newest meetings of all that may tell it, a name is looked for.
MOST = 1_000
# What may stand before a post as part of it, and by which of its names one who chaired a meeting is told.
QUALIFIED = frozenset(("vice", "deputy"))
CHAIR = ("chair", "chairman", "chairperson", "chairwoman", "cathaoirleach")

# “Cllr Orr”, “Ada Orr”, “A. B. Orr”; not “… Road. The”
NAME = (
    r"(?:(?i:\b(?:councillor|cllr|mr|mrs|ms|miss|dr|sir|dame|prof|rev))\b\.?\s[A-Z][\w’'.-]*(?:\s[A-Z][\w’'-]*)*"
    r"|\b(?!(?:The|This|An?|Chair\w*)\b)[A-Z](?:[\w’'-]+\s|\.\s?|\s)(?:[A-Z]\.?\s?)*(?!(?:The|This)\b)[A-Z](?=[\w’'-]*[a-z])[\w’'-]+)"
)
# What stands between a name and the post behind it: “ (in the ”, “ (AO, ”, “ (AO) ”, “ — ”, “ was elected ”
BETWEEN = (
    r"(?:[^.;|\n()]{0,45}\((?:[^()]{0,20}[\s,-])?|(?:\s?\([^()]{1,20}\))?(?:,?\s|\s?[–—:]\s?|\s-\s)(?:An\s)?(?:(?:a|acting|and|"
    r"appointed|as|be|been|being|chosen|current|elected|has|in|is|new|nominated|of|outgoing|position|post|re-elected|role|"
    r"the|then|to|took|was|who)\s){0,6})"
)
# Who has the post elsewhere is a guest: “Ada Orr (Chair, Elm Cricket Club)”, “Chair of the Friends of Elm Wood”; not
# “Chairman of the Council”, “Mayor of the Borough for the year”.
ELSEWHERE = (
    r"(?!,\s(?:(?-i:[A-Z])[\w’'-]+\s){1,5}(?:association|board|club|committee|council|forum|friends|group|panel|"
    r"partnership|school|society|trust|union)\b"
    r"|\s(?:of|for)\s(?!(?:the\s)?(?:\w+\s)?(?:borough|committee|council|county|day|district|meeting|town)\b))"
)


def holders(reading: Reading, allowed: Marks, collection: Collection) -> Marks:
    """Return what names somebody with the post that is asked for, in minutes that are called all else that is asked.

    By the name of their council or body, their month or year, or by words of their heading. Nothing where a query asks
    for no post, or for one of something else than a council or body that met.
    """
    nothing = Marks.none(len(collection))
    asked = _asked(reading) if reading.asks_who else None
    if asked is None:
        return nothing
    post, of = asked
    sorts = frozenset(SORT.split())
    telling = [found for found in of if found.meeting or found.text.lower() not in sorts]
    if not telling or not any(found.meeting or found.called for found in telling):
        return nothing
    marks = both([allowed, *(found.own for found in post), *(_of_the_called(found, collection) for found in telling)])
    ids = marks.ids
    if len(ids) > MOST:
        days = collection.days[collection.columns.meeting[ids], 0]
        ids = np.sort(ids[np.argsort(days, kind="stable")[-MOST:]])
    pattern = named_with(_names(post))
    told = [pattern.search(text) is not None for text in collection.source.texts(ids.tolist())]
    those = Marks.of(ids[np.array(told, bool)], len(collection))
    return _of_the_body(those, frozenset(found.text.lower() for found in of) & sorts, collection)


def newest(told: Marks, collection: Collection) -> Marks:
    """Return those of the last meeting of all whose day is known: who asks for the chair asks for the one there is."""
    meetings = collection.columns.meeting[told.ids]
    earliest, latest = collection.days[meetings].T
    known = (earliest == latest) & (latest > 0)
    if not known.any():
        return told
    return Marks.of(told.ids[known & (latest == latest[known].max())], len(collection))


def _asked(reading: Reading) -> tuple[list[Found], list[Found]] | None:
    """Return what became of the words of a post, and of the others; None where there are not both of them."""
    tree = reading.tree
    leaves = [part for part in tree.parts if isinstance(part, Words)] if isinstance(tree, All) and tree.implied else []
    known = [(leaf, found) for leaf in leaves if (found := reading.finds.get(leaf)) is not None]
    at = next((n for n, (leaf, _) in enumerate(known) if leaf.text.lower() in posts() | CHAIRING), None)
    if at is None or any(leaf.prefix or leaf.title or leaf.person for leaf in leaves):
        return None
    first = at - 1 if at and known[at - 1][0].text.lower() in QUALIFIED else at
    post, of = known[first : at + 1], [*known[:first], *known[at + 1 :]]
    return ([found for _, found in post], [found for _, found in of]) if of else None


def _names(post: list[Found]) -> list[str]:
    """Return the names that a post goes by."""
    if post[-1].text.lower() in CHAIRING:
        return [*CHAIR]
    name = " ".join(found.text for found in post)
    others = [e.name for e, _, _ in post[-1].others if e.alike == 1 and e.words.lower() == name.lower()]
    return [name, *others]


def _of_the_called(found: Found, collection: Collection) -> Marks:
    """Return the paragraphs of meetings that are called a word, have it in their heading, or were held then."""
    if TELLING.match(found.text):
        return select({"year": found.text}, collection)["year"]
    if found.meeting:  # others met there
        return found.meeting
    columns = collection.columns
    listed = columns.kind == KINDS.index("attendance")
    heading = Marks.where((columns.section == SECTIONS.index("front")) & ~listed)
    kept = np.zeros(columns.meetings, bool)
    kept[columns.meeting[(found.own & heading).ids]] = True
    headed = Marks.where(columns.of_meetings(kept))
    return headed | found.called if found.called else headed


def _of_the_body(told: Marks, sorts: Set[str], collection: Collection) -> Marks:
    """Return those of a body of the sorts that a query says, “cabinet”, or else of the council itself, where any is.

    The committees of a council have chairs of their own.
    """
    kept = []
    for meeting in collection.meetings:
        body = compared(meeting.body or meeting.council or "")
        kept.append(sorts <= set(body.split()) if sorts else body == compared(meeting.council or ""))
    return told & Marks.where(collection.columns.of_meetings(np.array(kept, bool))) or told


def named_with(posts: list[str]) -> re.Pattern[str]:
    """Return what finds somebody who is named with a post by any of its names.

    >>> pattern = named_with(["chair", "chairman"])
    >>> texts = ("Cllrs Ada Orr (in the Chair) and B Vane", "CHAIRMAN: Cllr Orr", "Olga Strake took the chair")
    >>> others = ("the Chair thanked all", "Ada Orr (Vice-Chair)", "Ada Orr (Chair, Elm Cricket Club)")
    >>> [pattern.search(text) is not None for text in (*texts, *others)]
    [True, True, True, False, False, False]
    """
    names = "|".join(GAP.join(map(re.escape, name.split())) for name in posts)
    post = rf"(?i:{NO_DEPUTY}\b(?:{names})\b{ELSEWHERE})"
    return re.compile(rf"{post}[\s:,–—-]{{1,3}}{NAME}|{NAME}{BETWEEN}{post}(?!['’]s)")
