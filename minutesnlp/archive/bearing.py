"""Whether a passage of an item is about a topic: by its own words, by what heads it, or by what it points back to."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import IntEnum
from functools import cached_property
from typing import NamedTuple

from minutesnlp.archive.everywhere import common_terms
from minutesnlp.archive.headings import (
    begun_within,
    heads,
    is_labelled,
    label_of,
    last_label,
    lead_in,
    matter_of,
    passages,
)
from minutesnlp.archive.subject import ALL_OF_IT, HALF_OF_IT, Subject
from minutesnlp.records import Decisions, Item, Paragraph, Undertakings
from minutesnlp.summarising.centrality import terms_of
from minutesnlp.summarising.cues import POINTS_BACK
from minutesnlp.summarising.lead_ins import style_of
from minutesnlp.summarising.matters import LABEL
from minutesnlp.text.sentences import sentences
from minutesnlp.tracking import find_decisions, find_undertakings

# A title of more words tells several matters, or is the text of a motion.
LONGEST_TITLE = 14
CLAUSE = re.compile(r"(\d+(?:\.\d+)+)\.?\s")
# “Tree Survey Considered under item 5.3”: what stands below such a title is on something else
ELSEWHERE = re.compile(
    r"\b(?:considered|covered|dealt with|discussed|taken|see)\s(?:(?:under|with|at|in)\s)?(?:item|minute|agenda)\b",
    re.IGNORECASE,
)
# Of a long item, in which other matters may follow, its title heads so many paragraphs.
NEAR = 3
# Items of so many labels (“Clock tower – …”) are lists of matters; so many paragraphs without one go on with the last.
LABELS, GOES_ON = 2, 2
# “It was agreed to …”, “The Clerk to …”: what is settled on the matter that was told before
CONTINUES = re.compile(
    r"\W*(?:it|this|these|they|all|members|action|following|after|having|(?:un)?animously|therefore|in\s(?:view|the\smeantime|light)|"
    r"agreed|resolved|proposed|decided|noted|on\sthe\s(?:proposal|motion)|"
    r"(?:the\s|our\s)?(?:(?:parish|town|community|district|city|county|borough)\s)?"
    r"(?:council|committee|board|cc|pc|meeting|chair\w*|clerk|secretary|cllrs?|councill?ors?))\b"
    r"|\W*(?-i:[A-Z]{2,3}|[A-Z]\w+\s[A-Z]\w+)\s(?:to|will|would|agreed|offered|proposed)\b",
    re.IGNORECASE,
)
# Where in a paragraph another matter begins: “… was repaired. 4.12ii) The hedge …”
ANOTHER = re.compile(r"[•▪●◦]|\s\d{1,2}(?:\.\d{1,2})*\.?[ivx]*[).]\s?(?=[A-Z])|\s\d{1,2}\.\d{1,2}\s(?=[A-Z])")
# “(11/03 9.6) Enquiries …”: by what numbers a sentence opens
NUMBERS = re.compile(r"\W*(?:\d[\d/.]*\W*)*")
# So many sentences before a passage that points back may name what it is about.
BEFORE = 2
LONGEST_QUOTE = 80
# A paragraph of more words may have come to something else.
LONGEST_TOLD = 130
# A sentence of no more words says nothing by itself: “This was approved.”
SHORT = 5
# So far into a sentence a pronoun may point out of it.
EARLY = 14
IT_WAS = (
    r"(?:was|is|has\sbeen|be)\s(?:\w+\s){0,2}?"
    r"(?:agreed|resolved|noted|decided|reported|proposed|felt|hoped|suggested)\b"
)
POINTS = re.compile(
    rf"\b(?:it(?!\s{IT_WAS})|they|them|those|such|(?<=\sto\s)\w+\sone|(?:this|these)(?!\s(?:meeting|year|month|week|council|parish)\b))\b"
    r"|\bthe\s(?:matter|same|above|proposal|request|offer|quotes?|quotation|application|suggestion)\b",
    re.IGNORECASE,
)
# “to reply, setting out these points”: what a decision ends with, of what was told before it
OF_THESE = re.compile(
    r"\b(?:these|those|the|our|its|their)\s(?:points|comments|concerns?|views|observations|objections?)\b(?!\sof\b)",
    re.IGNORECASE,
)
BULLET = re.compile(r"\s*[•▪●◦]")
AGAIN = re.compile(r"\b(?:again|also|too)\b")


class Bearing(IntEnum):
    """How a passage is about a topic; the closer the smaller."""

    NAMES = 0  # its words stand in it
    HEADED = 1  # they stand in the nearest heading over it
    POINTS = 2  # they stand in the sentences before, to which it points back
    FOLLOWS = 3  # they stand in the sentence before, or open the paragraph, and it goes on: “It was agreed to …”


class Place(NamedTuple):
    """How a passage is about a topic, and from where in its paragraph it is quoted so that it can be understood."""

    bearing: Bearing
    start: int


class Matters:
    """The paragraphs of an item, read for one topic when they are first looked into."""

    def __init__(self, item: Item, subject: Subject) -> None:
        self.item, self.subject = item, subject

    @cached_property
    def _paragraphs(self) -> tuple[Paragraph, ...]:
        return tuple(self.item.paragraphs)

    @cached_property
    def place_of(self) -> dict[str, int]:
        """The place of each paragraph in the item, by its id."""
        return {paragraph.id: place for place, paragraph in enumerate(self._paragraphs)}

    @cached_property
    def _listed(self) -> bool:
        """Whether the item is a list of matters, each under a label."""
        return sum(map(is_labelled, self._paragraphs)) >= LABELS

    @cached_property
    def decisions(self) -> Decisions:
        """What the item decides."""
        return find_decisions(self.item)

    @cached_property
    def undertakings(self) -> Undertakings:
        """What is promised in the item."""
        return find_undertakings(self.item)

    def place(
        self, paragraph_id: str, start: int, end: int, more: Iterable[str] = (), *, settles: bool = False
    ) -> Place | None:
        """Tell how a passage is about the topic; None where it is not. `more` is what belongs to it elsewhere.

        What `settles` something settles what was told before it in its paragraph, whether it points back or not.
        """
        at = self.place_of[paragraph_id]
        text = self._paragraphs[at].text
        passage = text[start:end]
        heading = self.heading(at, start)
        points = self._points(passage, within=start > 0) or (settles and OF_THESE.search(passage) is not None)
        back = self._quoted_from(text, start, end) if points else start
        context = f"{self.item.title} {heading}"
        named, begun = self.subject.named_in, matter_of(text, start)[0]
        if named(passage, context) or any(named(part, f"{context} {passage}") for part in more):
            return Place(Bearing.NAMES, start)
        if self.headed(at, heading):
            label = heading in text[begun:start] and len(text[begun:end].split()) <= LONGEST_QUOTE
            return Place(Bearing.HEADED, begun if label else back)
        if self.subject.refers(passage):
            told = [(begin, stop) for begin, stop in sentences(text) if begun <= begin and stop <= start]
            naming = [begin for begin, stop in told if self._tells_all(text[begin:stop])]
            if naming:
                near = len(text[naming[-1] : end].split()) <= LONGEST_QUOTE
                return Place(Bearing.POINTS, naming[-1] if near else start)
        before = self._before(at, start) if points else ""
        if self._tells_all(before):
            return Place(Bearing.POINTS, back)
        on = self._continued(text, start, end, context) if settles and CONTINUES.match(passage) else None
        return None if on is None else Place(Bearing.FOLLOWS, on)

    def _continued(self, text: str, start: int, end: int, context: str) -> int | None:
        """Return where what a passage goes on with begins: right before it, or with the paragraph.

        Of the sentence before the passage has to say a word again.
        """
        begun = matter_of(text, start)[0]
        before = [(begin, stop) for begin, stop in sentences(text) if begun <= begin and stop <= start]
        if not before or len(text[before[0][0] : end].split()) > LONGEST_TOLD:
            return None
        begin, stop = before[-1]
        told = next((part for part in text[begin:stop].split("; ") if self.subject.named_in(part, context)), "")
        again = set(terms_of(told)) & set(terms_of(text[start:end])) - common_terms()
        if not again:
            begin, stop = before[0]
            opening = " ".join(text[begin:stop].split()[: len(self.subject)])
            if not (self.subject.stands_in(opening) and opening[:1].isupper()):
                return None
        if ANOTHER.search(text, NUMBERS.match(text, begin).end(), start):  # type: ignore[union-attr]
            return None
        return begin if len(text[begin:end].split()) <= LONGEST_QUOTE else start

    def _tells_all(self, text: str) -> bool:
        return self.subject.stands_in(text) and self.subject.share(text) >= ALL_OF_IT

    def heading(self, at: int, start: int = 0) -> str:
        """Return what heads a passage: a label within or at the head of its paragraph, the line over it, the title."""
        paragraphs = self._paragraphs
        text = paragraphs[at].text
        begun, name = matter_of(text, start)
        label = last_label(text, start) or name or ("" if begun else label_of(text))
        if label or self._opens_next(at) or (begun and self._is_elsewhere(text[begun:])):
            return label
        over = self._over[at]
        listed = self._label_above(at, over) if self._listed else ""
        if listed:
            return listed
        if over >= 0 and heads(paragraphs, over):
            style = self._styles[over]
            if not style or style not in self._styles[over + 1 : at + 1]:
                return paragraphs[over].text
            over = -1  # clause 2 does not stand under the name of clause 1
        if over >= 0:
            text = paragraphs[over].text
            begun, name = matter_of(text, len(text))
            return name if begun else label_of(text) if label_of(text, numbered=True) else ""
        title = self.item.title
        return title if len(title.split()) <= LONGEST_TITLE and not ELSEWHERE.search(title) else ""

    @cached_property
    def _over(self) -> list[int]:
        """Where, above each paragraph, the nearest line stands that begins a matter; -1 where none does."""
        found, nearest = [], -1
        for at, paragraph in enumerate(self._paragraphs):
            found.append(nearest)
            text = paragraph.text
            begins = heads(self._paragraphs, at) or label_of(text, numbered=True) or self._opens_next(at)
            if begins or any(self._is_elsewhere(text[begin:]) for begin in begun_within(text)):
                nearest = at
        return found

    @cached_property
    def _styles(self) -> list[str]:
        return [style_of(paragraph) for paragraph in self._paragraphs]

    def _label_above(self, at: int, over: int) -> str:
        """Return the label of the matter that a paragraph of a list of matters goes on with."""
        plain = GOES_ON if LABEL.match(self._paragraphs[at].text) else 0
        for above in range(at - 1, over, -1):
            if plain >= GOES_ON:
                break
            paragraph = self._paragraphs[above]
            if is_labelled(paragraph):
                return label_of(paragraph.text)
            plain += GOES_ON if LABEL.match(paragraph.text) else paragraph.kind != "bullet"
        return ""

    def _opens_next(self, at: int) -> bool:
        """Tell a paragraph “6.2 …” in item 6.1: another matter, which has no name."""
        paragraph = self._paragraphs[at]
        return self._is_elsewhere(paragraph.text) or self._is_elsewhere(f"{paragraph.number} ")

    def _is_elsewhere(self, text: str) -> bool:
        """Tell a text that opens with the number of another matter than the item."""
        number, own = CLAUSE.match(text), self.item.number or ""
        return number is not None and "." in own and not f"{number[1]}.".startswith(f"{own}.")

    def headed(self, at: int, heading: str | None = None) -> bool:
        """Tell whether what heads a paragraph names the topic, by itself or with the item's title."""
        heading = self.heading(at) if heading is None else heading
        if self.subject.heads(heading):
            return self._stays(at, heading)
        if self.subject.named_in(lead_in(self._paragraphs, at)):
            return True
        title = self.item.title if len(self.item.title.split()) <= LONGEST_TITLE else ""
        return heading != title and self.subject.share(heading) > 0 and self.subject.heads(f"{title} {heading}")

    def _stays(self, at: int, heading: str) -> bool:
        """Tell whether a paragraph is still on its item's title: it is said again near, or the item has but begun.

        So it is below a line that is no more than short: where no more of them stand, another matter may have begun.
        """
        paragraphs = self._paragraphs
        near = paragraphs[max(0, at - NEAR) : at + 1]
        if heading == self.item.title:
            return at <= NEAR or any(self.subject.share(one.text) for one in near)
        head = next((n for n in range(at - 1, -1, -1) if paragraphs[n].text == heading), at)
        by_shape = head < at and paragraphs[head].kind != "heading"
        return not by_shape or at - head <= NEAR or any(self.subject.share(one.text) >= HALF_OF_IT for one in near)

    @staticmethod
    def _points(passage: str, *, within: bool) -> bool:
        """Tell a passage that points back; “also” goes on with what stands `within` its paragraph alone."""
        if BULLET.match(passage) or len(label_of(passage).split()) > 1:
            return False  # a matter of its own, whatever stands before it in the paragraph
        opening = " ".join(passage.split()[:EARLY]).partition(",")[0]
        points = POINTS_BACK.match(passage) or POINTS.search(opening) or (within and AGAIN.search(passage))
        return bool(points) or len(passage.split()) <= SHORT

    def _before(self, at: int, start: int) -> str:
        """Return the sentences before a passage in its paragraph; at its beginning the last of the one above."""
        text = self._paragraphs[at].text
        begun = matter_of(text, start)[0]
        starts = [begin for begin, _ in passages(text) if begun <= begin < start]
        if starts or begun:
            starts = starts or [start]
            return BULLET.split(text[starts[-BEFORE:][0] : start])[-1]
        if not at or self._paragraphs[at].number or self._paragraphs[at - 1].kind == "table":
            return ""
        above = self._paragraphs[at - 1].text
        return above[sentences(above)[-1][0] :] if above.strip() else ""

    def _quoted_from(self, text: str, start: int, end: int) -> int:
        """Return where to quote a passage from that points back: a sentence that names the topic, or the one before."""
        begun = matter_of(text, start)[0]
        starts = [begin for begin, _ in passages(text) if begun <= begin < start][-BEFORE:]
        naming = [n for n, begin in enumerate(starts) if self.subject.share(text[begin:start])]
        begin = starts[naming[-1]] if naming else starts[-1] if starts else start
        return begin if len(text[begin:end].split()) <= LONGEST_QUOTE else start
