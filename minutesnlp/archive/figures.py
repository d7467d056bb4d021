"""Figures about a topic through time, and what about them does not agree."""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import combinations

from minutesnlp.archive.bearing import Matters
from minutesnlp.archive.everywhere import common_terms
from minutesnlp.archive.headings import LONGEST_LIST, label_of, lead_in, passages
from minutesnlp.archive.measured import Nearness, entities_of, figures_of, is_row
from minutesnlp.archive.subject import Subject
from minutesnlp.records import Doubt, Entity, Figure, Figures, Hit, Hits, Item, Paragraph
from minutesnlp.summarising.cues import VERBAL
from minutesnlp.text.analysis import Analyser
from minutesnlp.tracking.undertakings.actors import is_somebody, speaker_in

# So many paragraphs are asked for; of a topic found in more, as many of the newest too.
MOST = 400
EQUALS = re.compile(
    r"\b(?:equat\w+|equivalent|equal\w*|amount(?:s|ed|ing)?|i\.e\.|that is|which is)\b|\bbeing\s(?:\w+\s){0,2}\Z",
    re.IGNORECASE,
)
PARTS = re.compile(r"\b(?:made up of|compris\w+|consist\w+ of|being|broken down|split|divided)\b", re.IGNORECASE)
TOTAL = re.compile(r"\b(?:total|in all|altogether|overall)\b", re.IGNORECASE)
# “Of 12 ducks, 7 were male”
OUT_OF = re.compile(r"(?:\A|[.!?]\s)Of\s(?:the\s|these\s|those\s|all\s)?\Z")
TO_COME = re.compile(
    r"\b(?:is|are|will be)\s(?:\w+\s){0,3}?(?:due|scheduled|planned|expected|set|held|take place)\b", re.IGNORECASE
)
LETTERS = re.compile(r"\b(?P<name>[A-Z][\w’'-]+\s[A-Z][\w’'-]+),?\s(?P<letters>OBE|CBE|MBE|KBE|DBE|KC|QC)\b")
# What stands between a figure and the date it is of: “131 households | on | 31 March 2020”, no other clause
APART = re.compile(r"[;:,]|\b(?:and|but|while|whereas|than|from|which|who)\b", re.IGNORECASE)
# … of the one date of a sentence: “In March, the fee was £3”
ANOTHER = re.compile(r";|\b(?:and|but|while|whereas|which|who)\b", re.IGNORECASE)
# “the same as in the previous 3 years”, “to be returned by 31 January”: not the time a figure is of
SPAN = re.compile(r"\b(?:previous|past|last|next|coming|first)\s(?:\w+\s)?(?:years|months|weeks|days)\b", re.IGNORECASE)
DEADLINE = re.compile(r"\b(?:by|before|until|no later than|deadline (?:is|of))\s(?:the\s)?\Z", re.IGNORECASE)
# “the same amount as for 2030/31”: the time of another figure
COMPARED = re.compile(
    r"\b(?:(?:same|much|many|high|low|large|\w{3,}ed)\sas(?:\s(?:for|in|at|of))?|as\sfor|compared\s(?:to|with)\b[^.;]{0,60}?|"
    r"(?:less|more|lower|higher|fewer|greater)\sthan(?:\s(?:for|in|at))?|on\sthat\s(?:for|of)|"
    r"(?:increas|decreas|reduc|rais|ris|rose|fell|fall|drop|up|down)\w*\b[^.;]{0,60}\s(?:on|over))\s(?:the\s|that\sof\s)?\Z",
    re.IGNORECASE,
)
# “the report dated 9 May”, “the Planning Regulations, 2001”: of what is spoken of, and not of the figure
PAPER = re.compile(r"\b(?:dated|(?:Acts?|Regulations?|Orders?|Rules)(?:\s\([^()]*\))?,?(?:\sof)?)\s(?:the\s)?\Z")
BRACKETS = re.compile(r"\([^()]*\)")
NEAR = 40
DAY = len("2030-01-31")
# “The Treasurer’s Account”: nobody who speaks
THING = re.compile(r"(?:accounts?|reports?|funds?|balance|letters?|meetings?|minutes|budget|survey)\Z", re.IGNORECASE)
# What is proposed in a debate is no conflict with what is proposed after it.
PUT = re.compile(
    r"\b(?:propos|suggest|mov(?:e|ed)\b|motion|amend|recommend|option|estimat|quot(?:e|ation))", re.IGNORECASE
)
# “51 from outside the town” and “125 in the town” are two things.
QUALIFIED = re.compile(
    r"\b(?:outside|inside|in|from|new|other|others|average|mean|total|maximum|minimum|first|second|third|previous|"
    r"actual|budgeted|male|female|over|under|more|further|additional|per|excluding|including|without|gross|net)\b",
    re.IGNORECASE,
)
# “w/c 23rd July”: a week, and not a day
WEEK_OF = re.compile(r"\W*(?:w/[cbe]|week (?:commencing|beginning|ending))\b", re.IGNORECASE)
YEARLESS = re.compile(r"\A\d{4}-(?P<day>\d\d-\d\d)\Z")
# A name behind the first word of a sentence, and people, who may tell the same figure
NAME = re.compile(r"(?<=[a-z,;:(]\s)[A-Z][\w’'-]+")
PEOPLE = re.compile(
    r"\b(?:Councillors?|Cllrs?|Mrs?|Ms|Miss|Dr|(?:[A-Z]\w+\s)?(?:Director|Head|Officer|Manager|Chair|Leader|Member|Clerk))\b\.?"
    r"(?:\s(?:of\s|for\s|and\s)?[A-Z][\w’'-]+)*"
)
BEGINS = re.compile(r"\b(?:start|commenc|begin|began|open|launch|complet|finish|go live)\w*", re.IGNORECASE)


def figures_in(topic: str, hits: Hits, newest: Iterable[Hit] = ()) -> Figures:
    """Return the figures of a topic told in the paragraphs of hits, oldest first, and what of them does not agree.

    Where more was found than `hits` hold, which are the best, the `newest` are read with them.
    """
    subject = Subject(hits, topic)
    found = list({hit.paragraph.id: hit for hit in (*hits, *newest)}.values())
    notes = [f"{len(found):,} of {hits.total:,} paragraphs read, the best and the newest"]
    figures: list[Figure] = []
    told_of: set[tuple[datetime.date | None, str, int, str]] = set()  # minutes may be kept twice: a draft and as signed
    doubts: list[Doubt] = []
    dates: list[tuple[str, Entity, Paragraph]] = []
    for paragraph, around, date in _read(found, subject):
        speaker = None
        for start, end in passages(paragraph.text):
            text = paragraph.text[start:end]
            who = (speaker_in(text) or "").rstrip(" -–")
            speaker = who if who and is_somebody(who, text) and not THING.search(who) else speaker
            told = _told(around, paragraph, (start, end), date, speaker)
            keys = [(date, text, one.start - start, around.item.council or "") for one in told]
            figures += [one for one, key in zip(told, keys, strict=True) if key not in told_of]
            told_of.update(keys)
            if not told and around.place(paragraph.id, start, end) is None:
                continue  # a sentence of the paragraph that is on something else
            doubts += _within(told, text, paragraph)
            days = [
                one
                for one in entities_of(paragraph, date)
                if start <= one.start and one.end <= end and one.label == "DATE"
            ]
            doubts += _past(days, text, paragraph, date)
            dates += [(text, one, paragraph) for one in days]
    council_of = dict(_councils(found))
    doubts += [
        *_conflicts(figures, council_of),
        *_rates(figures, council_of),
        *_years(dates),
        *_letters([hit.paragraph for hit in found if hit.paragraph.section != "agenda"]),
    ]
    return Figures(
        figures,
        sources=[hit.meeting for hit in found],
        doubts=_once(doubts),
        notes=notes if hits.total > len(found) else (),
    )


def _read(hits: Iterable[Hit], subject: Subject) -> list[tuple[Paragraph, Matters, datetime.date | None]]:
    """Return the paragraphs to read, oldest first: those of hits, and all of an item whose title is on the topic."""
    matters: dict[str, Matters] = {}
    read: dict[str, tuple[Paragraph, Matters, datetime.date | None]] = {}
    for hit in hits:
        if hit.paragraph.section == "agenda":
            continue
        item = (
            hit.item if hit.item and hit.paragraph in hit.item.paragraphs else Item("", "", paragraphs=(hit.paragraph,))
        )
        around = matters.setdefault(item.paragraphs[0].id, Matters(item, subject))
        whole = item.minutes if subject.heads(item.title) else _under(item, around, hit.paragraph)
        read |= {one.id: (one, around, hit.meeting.date) for one in (hit.paragraph, *whole)}
    place = {id_: n for n, id_ in enumerate(id_ for _, around, _ in read.values() for id_ in around.place_of)}
    return sorted(read.values(), key=lambda one: (one[2] or datetime.date.max, place[one[0].id]))


def _under(item: Item, around: Matters, paragraph: Paragraph) -> Sequence[Paragraph]:
    """Return the lines of the list that stands under a paragraph: “The quotes are as follows:”."""
    if not paragraph.text.rstrip().endswith(":"):
        return ()
    at = around.place_of[paragraph.id] + 1
    below = range(at, min(at + LONGEST_LIST, len(item.paragraphs)))
    return [item.paragraphs[n] for n in below if paragraph.text.rstrip().endswith(lead_in(item.paragraphs, n) or "\n")]


def _councils(hits: Iterable[Hit]) -> Iterator[tuple[str, str]]:
    for hit in hits:
        for paragraph in (hit.paragraph, *(hit.item.paragraphs if hit.item else ())):
            yield paragraph.id, hit.meeting.council or ""


def _told(
    matters: Matters, paragraph: Paragraph, span: tuple[int, int], date: datetime.date | None, speaker: str | None
) -> list[Figure]:
    """Return the figures of a sentence that are of the topic."""
    start, end = span
    text = paragraph.text[start:end]
    entities = [one for one in entities_of(paragraph, date) if start <= one.start and one.end <= end]
    return [
        Figure(
            measure=told.measure,
            text=one.text,
            value=one.value,
            unit=one.unit,
            kind=one.kind,
            per=one.per,
            period=_period(one, entities, text, start),
            speaker=None if is_row(paragraph, start, end) else speaker,
            date=date,
            quote=text,
            paragraph_id=paragraph.id,
            start=one.start,
            end=one.end,
            direction=one.direction,
            citation=paragraph.citation,
        )
        for told in figures_of(matters, paragraph, start, end, date)
        if told.nearness < Nearness.APART and (one := told.figure)
    ]


def _period(figure: Entity, entities: Sequence[Entity], text: str, start: int) -> str | None:
    """Return the time a figure is of: the one date of its sentence, of several the one in its own clause, or none."""
    days = [
        one
        for one in entities
        if one.label == "DATE"
        and one.value
        and not one.value.startswith("T")
        and not SPAN.search(one.text)
        and not (len(one.value) == DAY and DEADLINE.search(text[: one.start - start]))
        and not PAPER.search(text[: one.start - start])
        and not (figure.start < one.start and COMPARED.search(text[: one.start - start]))
        and not _of_another(one, figure, entities, text, start)
    ]
    apart = APART if len(days) > 1 else ANOTHER
    marks = sorted((*days, *(one for one in entities if one.label == "FIGURE")), key=lambda one: one.start)
    place = marks.index(figure)
    near = days if len(days) == 1 else [*marks[place + 1 : place + 2], *marks[max(place - 1, 0) : place]]
    for one in near:
        begin, end = sorted((figure, one), key=lambda each: each.start)
        if one in days and not apart.search(text[begin.end - start : end.start - start]):
            return one.value
    return None


def _of_another(day: Entity, figure: Entity, entities: Sequence[Entity], text: str, start: int) -> bool:
    """Tell a time in brackets with another figure: “£9 (last year’s fee was £8)”."""
    for bracket in BRACKETS.finditer(text):
        inside = [one for one in entities if bracket.start() < one.start - start < bracket.end()]
        if day in inside and figure not in inside and any(one.label == "FIGURE" for one in inside):
            return True
    return False


def _doubt(kind: str, why: str, *figures: Figure) -> Doubt:
    return Doubt(
        kind,
        why,
        tuple(dict.fromkeys(one.quote for one in figures)),
        tuple(dict.fromkeys(one.paragraph_id for one in figures)),
        tuple(dict.fromkeys(one.citation for one in figures)),
    )


def _within(told: Sequence[Figure], text: str, paragraph: Paragraph) -> Iterable[Doubt]:
    """Yield what does not agree within a sentence: a multiplier told as a count, parts that do not add up."""
    for a, b in combinations(told, 2):
        if a.amount and b.amount and a.kind == b.kind and a.kind != "percent":
            small, large = sorted((a, b), key=lambda one: one.amount or Decimal(0))
            assert small.amount is not None
            assert large.amount is not None
            begin, end = sorted((a.start, b.start))
            between = paragraph.text[begin:end]
            times = large.amount / small.amount
            if times == int(times) and times > 1 and small.amount >= 10 and EQUALS.search(between):
                yield _doubt("multiple", f"{large.text} is exactly {int(times)} times {small.text}", small, large)
    numbers = [one for one in told if one.amount is not None]
    for whole in numbers:
        parts = [one for one in numbers if one is not whole and (one.unit, one.kind) == (whole.unit, whole.kind)]
        if len(parts) < 2 or whole.start > min(one.start for one in parts):
            continue
        added = sum((one.amount or Decimal(0) for one in parts), Decimal(0))
        out_of = OUT_OF.search(paragraph.text[max(0, whole.start - 12) : whole.start]) is not None
        between = paragraph.text[whole.end : min(one.start for one in parts)]
        divided = TOTAL.search(text) is not None and PARTS.search(between) is not None
        if (divided and added != whole.amount) or (out_of and added > (whole.amount or 0)):
            yield _doubt("sum", f"the parts add up to {added:,}, the total is {whole.text}", whole, *parts)
        return


def _past(days: Sequence[Entity], text: str, paragraph: Paragraph, date: datetime.date | None) -> Iterable[Doubt]:
    for one in days:
        place = ((text,), (paragraph.id,), (paragraph.citation,))
        if (
            one.interval is None
            and one.value
            and not WEEK_OF.match(one.text)
            and (date is not None or re.search(r"\d{4}", one.text))  # else only its year is not known
            and not one.value.startswith("T")
            and re.search(r"\d", one.value)
        ):
            yield Doubt("date", f"{one.text}: there is no such day", *place)
        elif date and one.interval and one.interval[1] < date and _to_come(text, paragraph, one) and _is_a_day(one):
            yield Doubt("past", f"{one.text} is told as to come, and was past at the meeting", *place)


def _to_come(text: str, paragraph: Paragraph, day: Entity) -> bool:
    """Tell whether right before a day it is said to come: “is to be held on 5 May”."""
    at = day.start - paragraph.text.index(text, max(0, day.start - len(text)))
    return any(match.end() <= at <= match.end() + NEAR for match in TO_COME.finditer(text))


def _is_a_day(one: Entity) -> bool:
    """Tell a day from a month or a year, which may be what is reported on."""
    return one.interval is not None and (one.interval[1] - one.interval[0]).days < 2


def _conflicts(figures: Sequence[Figure], council_of: Mapping[str, str]) -> Iterable[Doubt]:
    """Yield two values that one council has of one measure at one time."""
    groups: dict[tuple[frozenset[str], str | None, str | None, str], list[Figure]] = defaultdict(list)
    for one in figures:
        terms = frozenset(_analyser().terms(one.measure))
        if terms and one.value and one.measure.casefold() != (one.unit or "").casefold():
            unit = one.unit if one.kind != "money" else ""
            groups[terms, unit, one.kind, council_of[one.paragraph_id]].append(one)
    for same in groups.values():
        for a, b in combinations(same[:60], 2):
            one_time = a.period == b.period if a.period or b.period else a.date == b.date
            moved = a.direction or b.direction
            if (
                a.value != b.value
                and a.per == b.per
                and one_time
                and a.quote != b.quote
                and not moved
                and _of_one_thing(a, b)
            ):
                when = a.period or (a.date.isoformat() if a.date else "one time")
                yield _doubt("conflict", f"{a.measure}: {a.text} and {b.text}, both for {when}", a, b)


def _rates(figures: Sequence[Figure], council_of: Mapping[str, str]) -> Iterable[Doubt]:
    """Yield one value that is told by two units of time: two days a month, and two days a week."""
    groups: dict[tuple[str | None, str | None, str | None, str], list[Figure]] = defaultdict(list)
    for one in figures:
        if one.per and one.value:
            groups[one.value, one.unit, one.kind, council_of[one.paragraph_id]].append(one)
    for same in groups.values():
        for a, b in combinations(same[:60], 2):
            alike = _shared(a.quote, b.quote) - _shared(a.text, b.text)
            if a.per != b.per and alike:
                yield _doubt("rate", f"{a.text} and {b.text}, of {', '.join(sorted(alike))}", a, b)


def _of_one_thing(a: Figure, b: Figure) -> bool:
    """Tell whether two sentences speak of one thing in one place: a measure of one word may be of many."""
    if any(PUT.search(one.quote) or not VERBAL.search(one.quote) for one in (a, b)):
        return False
    if set(QUALIFIED.findall(a.quote.casefold())) != set(QUALIFIED.findall(b.quote.casefold())):
        return False
    if label_of(a.quote) != label_of(b.quote):
        return False  # “Bins – a new line of £40”, “Lamps – a new line of £60”
    words = len(set(_analyser().terms(a.measure)))
    if words < 2 or (words == 2 and len(_shared(a.quote, b.quote) - common_terms()) < words + 2):
        return False
    here, there = _named(a.quote), _named(b.quote)
    return here <= there or there <= here


def _named(quote: str) -> set[str]:
    """Return the names in a sentence, but for people's: a street, a school, a firm that a figure may be of."""
    return set(NAME.findall(PEOPLE.sub("", quote)))


def _years(dates: Sequence[tuple[str, Entity, Paragraph]]) -> Iterable[Doubt]:
    """Yield one day told in two years of something that begins or ends: on 1 April 2020, and on 1 April 2021."""
    found: dict[str, list[tuple[str, Entity, Paragraph]]] = defaultdict(list)
    for text, one, paragraph in dates:
        match = YEARLESS.match(one.value or "")
        if match and BEGINS.search(text) and re.search(r"\d{4}", one.text):
            found[match["day"]].append((text, one, paragraph))
    for same in found.values():
        for (s, a, p), (t, b, q) in combinations(same[:20], 2):
            if a.value != b.value and (p.item_id == q.item_id) and len(_shared(s, t)) >= 2:
                yield Doubt("date", f"{a.text} and {b.text}", (s, t), (p.id, q.id), (p.citation, q.citation))


def _letters(paragraphs: Iterable[Paragraph]) -> Iterable[Doubt]:
    first: dict[str, tuple[str, Paragraph]] = {}
    for paragraph in paragraphs:
        for match in LETTERS.finditer(paragraph.text):
            known, place = first.setdefault(match["name"], (match["letters"], paragraph))
            if known != match["letters"]:
                where = (place.id, paragraph.id), (place.citation, paragraph.citation)
                yield Doubt("name", f"{match['name']} {known} and {match['letters']}", (known, match[0]), *where)


def _shared(first: str, second: str) -> set[str]:
    return set(_analyser().terms(first)) & set(_analyser().terms(second))


def _once(doubts: Iterable[Doubt]) -> list[Doubt]:
    return list({(one.kind, one.why): one for one in doubts}.values())


@lru_cache(maxsize=1)
def _analyser() -> Analyser:
    return Analyser()
