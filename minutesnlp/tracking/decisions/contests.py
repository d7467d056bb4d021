"""Contested posts: of several who were nominated one is declared elected, with the votes for each of them."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from typing import NamedTuple

from minutesnlp.records import Decision, Paragraph, Votes
from minutesnlp.tracking.decisions.divisions import COUNT, COUNT_ALONE, NO_ABSTENTIONS, RUN_ON, surname
from minutesnlp.tracking.decisions.forms import names_in

WON = ("ELECTED", "APPOINTED", "CO-OPTED")
TITLED = r"(?:Councillor|Cllr|Councilmember|Mrs?|Ms|Miss|Dr)\.?\s[A-Z][\w’'-]*(?:\s[A-Z(][\w’'.()-]*){0,3}"
# “For Councillor Ash”, “Votes for Mrs Birch: 7”, “In favour of Cllr Cole (3)”, alone on its line or behind a count
FOR_ONE = re.compile(
    rf"(?:\A[\W_]*|(?<=\d\))[.\s]+)(?i:votes?\sfor|for|(?:votes?\s)?in\sfavou?r\sof)[\s*_]+(?P<name>{TITLED})"
    r"[\s*_]*[:–-]?\s*(?:[(\[]?(?P<count>\d{1,3})[)\]]?(?:\svotes?)?)?[\s.*_]*\Z"
)
# “Cllr Ash received 7 votes and Mrs Birch 5.”, “Cllr Ash – 7 votes”
EACH = re.compile(
    rf"(?P<name>{TITLED})[\s:,–-]+(?:(?:received|polled|had|got|with)\s)?(?P<count>\d{{1,3}})(?:\svotes?)?(?=\W|\Z)"
)
VOTED = re.compile(r"\bvotes?\b", re.IGNORECASE)
PLURAL_TITLE = re.compile(r"\A[\s*_]*(?:Cllrs?|Councillors?|Members?)[.:]?\s+")
MOST_BETWEEN = 40  # paragraphs between a nomination and the word on who was elected


class Side(NamedTuple):
    """Who was voted for, by how many and by whom, and the paragraph that says so."""

    name: str
    votes: int
    names: tuple[str, ...]
    paragraph: Paragraph


def contested(decisions: Sequence[Decision], paragraphs: Sequence[Paragraph]) -> list[Decision]:
    """Return decisions in which of those nominated for a post all but who was elected have lost, each with its votes.

    A nomination is lost only where votes for single persons are printed between it and the word on who was elected.
    """
    order = {paragraph.id: place for place, paragraph in enumerate(paragraphs)}
    told = list(decisions)
    after = -1
    for k, one in enumerate(told):
        if one.outcome not in WON:
            continue
        here = order[one.paragraph_id]
        first = max(after, here - MOST_BETWEEN)
        sides = _sides(paragraphs[first + 1 : here + 1])
        names = {surname(side.name) for side in sides}
        if len(names) > 1:
            texts = (one.text, *(clause.text for clause in one.clauses))
            named = ([side for side in sides if _names(text, side)] for text in texts)
            told[k] = _with_vote(one, next(filter(None, named), []))
            for n, other in enumerate(told[:k]):
                if other.outcome == "PROPOSED" and first < order[other.paragraph_id] <= here:
                    told[n] = _lost(other, sides, here_id=one.paragraph_id)
        after = here
    return told


def _names(said: str, side: Side) -> bool:
    return re.search(rf"(?<![\w-]){re.escape(surname(side.name))}\b", said) is not None


def _with_vote(one: Decision, sides: Sequence[Side]) -> Decision:
    """Return a decision with the votes for the one it names, where it names but one of those who stood."""
    if one.votes is not None or len({surname(side.name) for side in sides}) != 1:
        return one
    side = sides[-1]  # of two ballots the last decided
    return dataclasses.replace(one, votes=_votes(side))


def _votes(side: Side) -> Votes:
    return Votes(
        in_favour=side.votes,
        names_in_favour=side.names,
        paragraph_id=side.paragraph.id,
        start=0,
        end=len(side.paragraph.text),
    )


def _lost(one: Decision, sides: Sequence[Side], *, here_id: str) -> Decision:
    """Return a nomination as lost, with the votes for whom it named; who moved is not who stood."""
    said = re.sub(
        r"(?:proposal|proposed\sby|seconded\sby|motion)\s(?:of\s)?[^,;]{3,60}?(?=\sseconded|\sit\swas|,)", " ", one.text
    )
    own = [side for side in sides if _names(said, side)]
    voted = _with_vote(one, own)
    return dataclasses.replace(voted, outcome="REFUSED", settled_in=here_id)


def _sides(paragraphs: Sequence[Paragraph]) -> list[Side]:
    """Return the votes for single persons, in the order they are printed."""
    found: list[Side] = []
    name: str | None = None
    names: tuple[str, ...] = ()
    for paragraph in paragraphs:
        text = paragraph.text
        heading = FOR_ONE.search(text)
        listed = text[: heading.start()].rstrip() if heading else text
        run_on = RUN_ON.match(listed)  # “… Teal, Wren (24) Abstentions”
        listed = run_on["names"] if run_on else listed
        if name is not None and listed:  # the names of who voted so, and how many they are
            count = COUNT.search(listed) or COUNT_ALONE.match(listed)
            names = names_in(PLURAL_TITLE.sub("", listed[: count.start()] if count else listed)) or names
            if count:
                number = int(count["count"])
                found.append(Side(name, number, names if len(names) == number else (), paragraph))
            if count or not (names or NO_ABSTENTIONS.match(listed)):
                name, names = None, ()
        if heading and heading["count"]:
            found.append(Side(heading["name"], int(heading["count"]), (), paragraph))
        elif heading:
            name, names = heading["name"], ()
        elif name is None and VOTED.search(text):
            found += [Side(one["name"], int(one["count"]), (), paragraph) for one in EACH.finditer(text)]
    return found
