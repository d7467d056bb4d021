"""Where a topic stands now: its newest decision, statement, figure and promised step."""

from __future__ import annotations

import dataclasses
import datetime
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from minutesnlp.archive.bearing import LONGEST_QUOTE, Bearing, Matters, Place
from minutesnlp.archive.headings import FINITE, matter_of, parted, passages
from minutesnlp.archive.measured import LONGEST, Nearness, figures_of, is_row
from minutesnlp.archive.subject import Subject
from minutesnlp.counting import plural
from minutesnlp.records import Decision, Hit, Hits, Item, Paragraph, Position, Said, Undertaking
from minutesnlp.summarising.cues import LEADS, POINTS_BACK, role_and_weight
from minutesnlp.summarising.cuts import shortened
from minutesnlp.text.sentences import sentences
from minutesnlp.tracking.decisions.fates import fate_of, with_votes
from minutesnlp.tracking.undertakings.actors import is_somebody, speaker_in

# A decision's sentence of no more words only opens its clauses, or is a bare verdict.
OPENING = 8
# “The mill has been sold.”: a sentence on its topic from the beginning tells something with more words than this.
FEWEST_TOLD = 4
# … but not “The lane was discussed.”, nor what opens a list
IDLY = re.compile(r"\b(?:discussed|considered|noted|reviewed|read|received|as\sfollows)\W*\Z|:\W*\Z", re.IGNORECASE)
# Of what opens the clauses so many words are shown before one that has no verb; of fewer (“RESOLVED that:”) none are.
OPENING_SHOWN, FEWEST_OF_OPENING = 30, 3
# Of an item of so few decisions its title tells what they are on.
FEW = 2
# So many paragraphs are asked for; of a topic found in more, as many of the newest too.
MOST = 400
# Outcomes that settle nothing: they are told only where there is no other.
IDLE = {"NOTED": "a noting", "RECEIVED": "a noting", "PROPOSED": "a proposal"}
REPLY = re.compile(r"\W*(?:reply|response|answer)\s?:", re.IGNORECASE)
# “He stressed”: who it is stands before
HE = re.compile(r"\W*s?he\b", re.IGNORECASE)
NOTES = re.compile(r"\W*(?:notes?|receives?)\b", re.IGNORECASE)
PAYMENT = "a payment or a row of a table"
# “The Clerk reported that”, “Hutchison states that”, “Mr Orr said the bins”: what somebody said, and not that he spoke
SAID = re.compile(
    r"\b(?:states?|stated|reports?|reported|explains?|explained|advises?|advised|informs?|informed|confirms?|confirmed|"
    r"told|heard|acknowledged?|concluded|recognised|notes?|noted|indicated|commented|highlighted|reminded|warned|"
    r"stressed|said|says|announced|added|clarified|replied|responded|assured|outlined)\b"
    r"(?:[^.;]{0,40}?\bthat\b|\s(?:the|there|it|they|he|she|a|an|no|all|we)\b)",
    re.IGNORECASE,
)
UNSAID = "what is minuted without a speaker"
# What its words say of the worth of a sentence: one of less tells nothing.
LITTLE = 0.1
# What is still to be done; “Covid did not allow for a switch-on. | JS” is no promise, whoever stands beside it
AHEAD = re.compile(
    r"\b(?:would|(?-i:[Ww]ill(?!\s[A-Z][a-z])|WILL)|shall|should|can|could|may|agreed|action|undert\w+|promis\w+|offer\w*|"
    r"(?<!pleased\s)(?<!able\s)(?<!glad\s)(?<!happy\s)to(?!\s(?:the|them|him|her|us|it|an?|our|their|its|th(?:is|at))\b)|"
    r"volunteer\w*|once|by|next|follow|await\w*|ask\w*|chas\w+|arrang\w+|in\shand)\b|\bin\sdue\scourse\b",
    re.IGNORECASE,
)
# What is moved or resolved is nobody's statement.
MOVED = re.compile(r"\W*(?:and\s)?(?:that|i|we|therefore|whereas|be\sit)\b", re.IGNORECASE)
SECONDED = re.compile(
    r"\bproposed\b.*\bseconded\b|\bput\s.*\bvote\b|\bvot(?:ed|ing)\b|\b(?:that|following)\W*\Z",
    re.IGNORECASE | re.DOTALL,
)
# “JS to ask the contractor”, “Cllr Orr will ask”: a step to come, and nothing told
TASK = re.compile(
    r"\A(?:[^:–]{,60}?(?:[:–]|\s-)\s)?(?:\S+\s){,3}?(?:to|will|would)\s(?!be\b|have\b)\w+|\Aaction\b", re.IGNORECASE
)
# “on the limit: what is the level reached”: nobody tells anything
ASKS = re.compile(
    r"(?:\A\W*(?:what|which|when|where|how|why|who)\s(?:is|are|was|were|will|would|has|have|do|does|did|can|many|much)"
    r"|[:;]\s(?:what|which|when|where|how|why|who|whether)|\basked)\b|\?\W*\Z",
    re.IGNORECASE,
)
# “the fair and the hedge (the Clerk to reply)”
ASIDE = re.compile(r"\((?:[^()]*\s)?to\s[a-z]+\s[^()]*\)\W*\Z")
ITEM = re.compile(r"[,;]\s|\sand\s")
# “Items discussed included the fair and the hedge”: of what was told, and nothing told
LISTS = re.compile(
    r"\W*(?:the\s)?(?:items|matters|topics|subjects|issues)\s(?:that\swere\s)?(?:discussed|covered|raised)\s(?:were|included?)\b",
    re.IGNORECASE,
)
# “A Parishioner noted that”: who is nobody of the council
PUBLIC = re.compile(
    r"\b(?:parishioners?|residents?|member\sof\s(?:the\s)?public|members\sof\s(?:the\s)?public)\Z", re.IGNORECASE
)


class _One(NamedTuple):
    """Something found in an item, and how near it is to the topic: the smaller, the nearer."""

    said: Said
    rank: tuple[int, ...]
    idle: str = ""
    overtakes: bool = False  # idle as it is, it is told before what is older


Finder = Callable[[Matters], tuple[list[_One], int]]


class _Found(NamedTuple):
    """The newest of its kind, the one before it, what it is only (“a noting”), and how many were passed over.

    `alone` tells that there is no other.
    """

    newest: Said | None
    earlier: Said | None
    idle: str
    passed: int
    alone: bool = True


def position_of(topic: str, hits: Hits, newest: Iterable[Hit] = ()) -> Position:
    """Return where a topic stands by what the items in which it was found say of it, newest first.

    Where more was found than `hits` hold, which are the best, the `newest` are read with them.
    """
    subject = Subject(hits, topic)
    near = [hit for hit in (*hits, *newest) if hit.paragraph.section != "agenda"]
    dated = [hit for hit in near if hit.meeting.date is not None and hit.item is not None]
    items = {hit.item.id: hit.item for hit in dated if hit.item is not None}
    matters = [Matters(item, subject) for item in sorted(items.values(), key=_newest_first)]
    decision = _newest(matters, _decisions, most=2)
    statement, figure, promise = (_newest(matters, find) for find in (_statements, _figures, _promises))
    kinds = (("decision", decision), ("statement", statement), ("figure", figure), ("promised step", promise))
    notes = [*subject.topic.notes, *(note for name, found in kinds for note in _told(name, found))]
    undated = len({hit.paragraph.id for hit in near if hit.meeting.date is None})
    if undated:
        notes.append(f"{plural(undated, 'paragraph')} of meetings without a date left out")
    said = [one for one in (decision.newest, decision.earlier, *(f.newest for _, f in kinds[1:])) if one]
    councils = sorted(_councils(said, matters))
    if len(councils) > 1:
        notes.append(f"the quotations are of {len(councils)} councils ({'; '.join(councils)}): choose one")
    if decision.newest and promise.newest and _day(promise.newest) < _day(decision.newest):
        notes.append("the promise is older than the decision")
    return Position(
        topic=topic,
        decision=decision.newest,
        statement=statement.newest,
        figure=figure.newest,
        promise=promise.newest,
        earlier=decision.earlier,
        notes=tuple(notes) if hits else ("nothing was found",),
    )


def _councils(said: Sequence[Said], matters: Iterable[Matters]) -> set[str]:
    """Return the councils of what is quoted; what is older than all of it is not read for that."""
    councils: set[str] = set()
    left = {one.paragraph_id for one in said}
    for one in matters:
        if not left:
            break
        if not left.isdisjoint(one.place_of):
            left.difference_update(one.place_of)
            councils.update(filter(None, (one.item.council,)))
    return councils


def _newest_first(item: Item) -> int:
    return -item.date.toordinal() if item.date else 0


def _day(said: Said) -> datetime.date:
    return said.date or datetime.date.min


def _newest(matters: Iterable[Matters], find: Finder, *, most: int = 1) -> _Found:
    """Return the newest on the topic: of each item the nearest; what settles nothing where that is all, or newer."""
    kept: list[Said] = []
    idle: _One | None = None
    overtaking: _One | None = None
    passed = 0
    for one in matters:
        found, others = find(one)
        passed += others
        settled = [each for each in found if not each.idle]
        if settled:
            said = min(settled, key=lambda each: each.rank).said
            if not kept or _words(said) != _words(kept[0]):
                kept.append(said)
        elif found:
            idle = idle or min(found, key=lambda each: each.rank)
            newer = [each for each in found if each.overtakes and not kept]
            overtaking = overtaking or min(newer, key=lambda each: each.rank, default=None)
        if len(kept) == most:
            break
    only = overtaking if kept else idle
    if only is not None and (not kept or _day(only.said) > _day(kept[0])):
        return _Found(only.said, None, only.idle, passed, alone=not kept)
    earlier = dataclasses.replace(kept[1], role="earlier decision") if len(kept) > 1 else None
    return _Found(kept[0] if kept else None, earlier, "", passed)


def _words(said: Said) -> list[str]:
    return said.text.casefold().split()


def _told(name: str, found: _Found) -> Iterator[str]:
    """Say that nothing was found and how much that is near it was passed over, or that it is only a noting."""
    nearer = f" ({found.passed} in the same items on other matters)" if found.passed else ""
    if found.idle and found.alone:
        yield f"no other {name} found than {found.idle}{nearer}"
    elif found.idle:
        yield f"the newest {name} is {found.idle}"
    elif found.newest is None:
        yield f"no {name} found{nearer}"


def _decisions(matters: Matters) -> tuple[list[_One], int]:
    """Find what an item decides on the topic, the last first."""
    item = matters.item
    every = [one for one in matters.decisions if not one.routine]
    found = []
    for n, one in enumerate(reversed(every)):
        start, end, paragraph_id = one.start, one.sentence_end or one.end, one.paragraph_id
        place = matters.place(paragraph_id, start, end, [clause.text for clause in one.clauses], settles=True)
        at = matters.place_of[paragraph_id]
        alone = len(every) <= FEW and matters.heading(at, start) == item.title and not parted(item.paragraphs[:at])
        if place is None and alone and matters.subject.heads(item.title):
            place = Place(Bearing.FOLLOWS, start)  # the end of a debate, however long
        if place is not None:
            said = _decision(one, place.start, matters)
            row = is_row(item.paragraphs[matters.place_of[said.paragraph_id]], said.start, said.end)
            idle = PAYMENT if row else IDLE.get(one.outcome, "")
            if idle and (place.bearing or len(said.text.split()) > LONGEST):
                continue
            loose = matters.subject.loosely(said.text)
            found.append(_One(said, (max(0, place.bearing - Bearing.HEADED), loose, n), idle))
    return found, len(every) - len(found)


def _decision(one: Decision, quoted: int, matters: Matters) -> Said:
    """Quote a decision: its sentence, or where that only opens a list or says less the clause that is on the topic."""
    share = matters.subject.share
    text_of = {p.id: p.text for p in matters.item.paragraphs}
    start, end, paragraph_id = one.start, one.sentence_end or one.end, one.paragraph_id
    said = text_of[paragraph_id][start:end]
    start = min(start, quoted)
    if one.clauses:
        best = max(one.clauses, key=lambda clause: (share(clause.text), NOTES.match(clause.text) is None))
        opens = len(said.split()) <= OPENING or LEADS.search(said) is not None
        if best.paragraph_id == paragraph_id and best.end <= one.start:  # what was asked: “Members agreed to it.”
            start = min(start, best.start)
        elif share(best.text) > share(said) or (opens and share(best.text) == share(said)):
            told = _said("decision", matters, best.paragraph_id, best.start, best.end, None, with_votes(one))
            # “Allotments – Ada” says nothing without “It was decided to share the duties out as follows:”
            bare = FINITE.search(best.text) is None and len(said.split()) > FEWEST_OF_OPENING
            return dataclasses.replace(told, lead_in=shortened(said, OPENING_SHOWN)) if bare else told
    return _said("decision", matters, paragraph_id, start, end, None, with_votes(one))


def _statements(matters: Matters) -> tuple[list[_One], int]:
    """Find the sentences in which somebody with a name or a post says something of the topic."""
    found, passed = [], 0
    tasks = [one for one in matters.undertakings if TASK.search(one.text)]
    decided = [*_deciding(matters), *((one.paragraph_id, one.start, one.end) for one in tasks)]
    speaker: str | None = None
    near = replied = -1
    for n, (paragraph, start, end) in enumerate(_sentences(matters.item)):
        text, at = paragraph.text[start:end], matters.place_of[paragraph.id]
        if is_row(paragraph, start, end):
            continue
        reply = REPLY.match(text)
        if reply and not re.search(r"\w", text[reply.end() :]):  # “REPLY:” in a line of its own
            replied = at
            continue
        says = SAID.search(text) is not None
        who = speaker_in(text) if says else None
        carried = who is None and says and speaker is not None and at - near <= 1 and HE.match(text) is not None
        if who or carried:
            speaker, near = who or speaker, at
            who = speaker
        named = who is not None and (carried or is_somebody(who, text))
        if who and (PUBLIC.search(who) or not named):
            continue
        decides = any(one == paragraph.id and begin < end and start < stop for one, begin, stop in decided)
        named = named or reply is not None or (at == replied + 1 and replied >= 0 and not start)
        told = named or (not decides and _is_told(text, matters))
        place = matters.place(paragraph.id, start, end) if told else None
        if place is None or matters.subject.loosely(text) or _fell(matters, paragraph.id, start, end, text):
            passed += named
        elif named or place.bearing <= Bearing.HEADED:
            said = _said("statement", matters, paragraph.id, _with_speaker(paragraph.text, place.start, end), end, who)
            opens = place.bearing == Bearing.HEADED or _opens(text, matters)
            found.append(
                _One(said, (place.bearing, _tells_little(text), n), "" if named else UNSAID, not named and opens)
            )
    return found, passed


def _tells_little(text: str) -> bool:
    """Tell a sentence that tells nothing, by its words: “It was a pleasure to see so many” is one."""
    role, weight = role_and_weight(text)
    return role == "discussion" and weight < LITTLE


def _with_speaker(text: str, start: int, end: int) -> int:
    """Return where to quote a sentence from that begins with “He” or “She”: the sentence before, if it tells who."""
    if HE.match(text, start):
        before = [begin for begin, stop in passages(text) if stop <= start and begin >= matter_of(text, start)[0]]
        if before and len(text[before[-1] : end].split()) <= LONGEST_QUOTE:
            return _with_speaker(text, before[-1], end)
    return start


def _opens(text: str, matters: Matters) -> bool:
    """Tell a sentence that is on the topic from its beginning: “The play area has been locked”."""
    verb = FINITE.search(text)
    return verb is not None and matters.subject.stands_in(text[: verb.start()])


def _deciding(matters: Matters) -> Iterator[tuple[str | None, int, int]]:
    """Give where decisions and their clauses stand: paragraph, start and end."""
    for one in matters.decisions:
        yield one.paragraph_id, one.start, one.sentence_end or one.end
        yield from ((clause.paragraph_id, clause.start, clause.end) for clause in one.clauses)


def _is_told(text: str, matters: Matters) -> bool:
    """Tell a sentence that tells something, and moves and asks nothing."""
    short = FEWEST_TOLD < len(text.split()) <= OPENING and IDLY.search(text) is None
    told = (len(text.split()) > OPENING or short) and FINITE.search(text) is not None and SECONDED.search(text) is None
    told = told and all(one.match(text) is None for one in (MOVED, LISTS)) and ASKS.search(text) is None
    return told and (not short or _opens(text, matters))


def _figures(matters: Matters) -> tuple[list[_One], int]:
    """Find the sentences that tell a figure of the topic."""
    found, passed = [], 0
    for n, (paragraph, start, end) in enumerate(_sentences(matters.item)):
        text = paragraph.text[start:end]
        near = [told.nearness for told in figures_of(matters, paragraph, start, end, matters.item.date)]
        best = min(near, default=Nearness.APART)
        long = len(text.split()) > LONGEST and MOVED.match(text) is None
        if (
            best > Nearness.HEADED
            or long
            or matters.subject.by_the_way(text)
            or _fell(matters, paragraph.id, start, end, text)
        ):
            passed += bool(near)
        else:
            said = _said("figure", matters, paragraph.id, start, end, speaker_in(text))
            found.append(_One(said, (best, -n)))
    return found, passed


def _promises(matters: Matters) -> tuple[list[_One], int]:
    """Find what is promised on the topic, the last first."""
    routine = {one.paragraph_id for one in matters.decisions if one.routine}  # “the Clerk was asked to sign”
    every = [one for one in matters.undertakings if one.paragraph_id not in routine]
    found = []
    for n, one in enumerate(reversed(every)):
        text = matters.item.paragraphs[matters.place_of[one.paragraph_id]].text
        start, end = _promised(text, one)
        place = matters.place(one.paragraph_id, start, end, settles=True)
        back = place is not None and place.start < start and ASIDE.search(text, start, end) is not None
        if back or AHEAD.search(text, start, end) is None:
            continue
        if place is not None and not _fell(matters, one.paragraph_id, start, end, one.text):
            said = _said("promise", matters, one.paragraph_id, place.start, end, one.owner)
            loose = matters.subject.loosely(said.text)
            found.append(_One(said, (max(0, place.bearing - Bearing.HEADED), loose, n)))
    return found, len(every) - len(found)


def _promised(text: str, one: Undertaking) -> tuple[int, int]:
    """Return where in a paragraph something is promised: of a sentence of several matters the one with the promise."""
    start = next((begin for begin, end in sentences(text) if begin <= one.start < end), one.start)
    aside = ASIDE.search(text, start, one.end)  # of the last that was told before it
    if aside and AHEAD.search(text, start, aside.start()) is None:
        return max((mark.end() for mark in ITEM.finditer(text, start, aside.start())), default=start), aside.end()
    parts = [(begin, min(end, one.end)) for begin, end in passages(text) if start <= begin < one.end]
    ahead = [part for part in parts if AHEAD.search(text, *part)]
    of_owner = [part for part in ahead if (one.owner or "") in text[slice(*part)]]
    return (of_owner or ahead)[0] if len(parts) > 1 and ahead else (start, one.end)


def _sentences(item: Item) -> Iterator[tuple[Paragraph, int, int]]:
    for paragraph in item.minutes:
        yield from ((paragraph, start, end) for start, end in passages(paragraph.text))


def _fell(matters: Matters, paragraph_id: str, start: int, end: int, text: str) -> bool:
    """Tell what stands in a motion that was lost or withdrawn: it is nobody's figure or promise."""
    return fate_of(matters.decisions, paragraph_id, start, end, text) != ""


def _said(
    role: str, matters: Matters, paragraph_id: str, start: int, end: int, who: str | None, outcome: str | None = None
) -> Said:
    paragraph = matters.item.paragraphs[matters.place_of[paragraph_id]]
    text = paragraph.text[start:end]
    before = [one for one in sentences(paragraph.text) if one[1] <= start] if POINTS_BACK.match(text) else []
    lead_in = shortened(paragraph.text[slice(*before[-1])], OPENING_SHOWN) if before else ""
    return Said(role, text, paragraph_id, start, end, matters.item.date, who, paragraph.citation, outcome, lead_in)
