"""What a decision stands on: its conditions and reasons, who dissented, and what is said of calling it in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from minutesnlp.records import Decision, Paragraph, Term
from minutesnlp.text.sentences import sentences
from minutesnlp.tracking.decisions.verbs import holds_one

# A cheap first look: most decisions have none of these
WORDS = (
    *("subject to", "provided that", "condition", "contingent", "unless", "reason", "ground", "call-in", "called in"),
    *("call in", "dissent", "be recorded", "be noted", "be minuted"),
)
# “subject to a bond being given”, “on condition that it is mown”: to the end of its clause
CONDITION = re.compile(
    r"\b(?:subject to|(?:but )?only if|provided that|on (?:the )?condition that|(?:conditional|contingent) (?:up)?on"
    r"|unless)\b"
    r"(?=\s+\S)(?!\s+(?:the\s+)?following\s+(?:\w+\s)?(?:conditions?|amendments?)\s*:)[^.;]*[^.;,\s]",
    re.IGNORECASE,
)
# “on the grounds of parking”, “for the reason that it is too high”
GROUND = re.compile(r"\b(?:on (?:the )?grounds? (?:of|that)|for the reasons? that)\s[^.;]*[^.;,\s]", re.IGNORECASE)
# “… for the following reasons:”, “… subject to the following conditions:”, above the list of them
LISTS = re.compile(
    r"\bfollowing\s(?:\w+\s)?(?P<what>reasons?|grounds?|conditions?)(?:\(s\))?\b[^:]{0,40}:[\s–—-]*\Z", re.IGNORECASE
)
# “Reasons for decision”, on a line of its own or before the words
REASONS = r"\W*reasons?(?:\sfor\s(?:the\s)?(?:decisions?|recommendations?))?\s*"
HEAD = re.compile(rf"{REASONS}[:–-]*\s*", re.IGNORECASE)
LABEL = re.compile(rf"{REASONS}[:–]\s*(?=\S)", re.IGNORECASE)
# Of the decision, and not of a planning application: “subject to call-in until 9 May”, “unless it is called in”
CALL_IN = re.compile(
    r"\b(?:subject\sto|exempt\sfrom|open\sto|eligible\sfor|liable\sto|waiv\w+)\s(?:the\s|any\s)?(?:\w+\s)?call[- ]in\b"
    r"|\bcall[- ]in\s(?:period|deadline)\b|\bunless\s(?:it\sis\s|they\sare\s)?called[- ]in\b"
    r"|\b(?:decision|resolution)s?\s(?:was|were|is|are|has\sbeen|have\sbeen|may\sbe|can\sbe)\scalled[- ]in\b",
    re.IGNORECASE,
)
DISSENT = re.compile(
    r"\b(?:dissent|vote\sagainst|opposition|abstention|objection)\b[^.;]{0,60}\b(?:recorded|noted|minuted)\b"
    r"|\b(?:dissented|dissenting)\b",
    re.IGNORECASE,
)
BELOW = 8  # paragraphs behind a decision are looked at
MOST_REASONS = 4  # paragraphs below their heading

Span = tuple[Paragraph, int, int, str | None]  # … and the number of the clause


def with_terms(decisions: Sequence[Decision], paragraphs: Sequence[Paragraph]) -> list[Decision]:
    """Return decisions with their terms, each where it stands."""
    if not any(holds_one(one.text.casefold(), WORDS) for one in paragraphs):
        return list(decisions)
    place_of = {one.id: n for n, one in enumerate(paragraphs)}
    begins = sorted(place_of[one.paragraph_id] for one in decisions if one.paragraph_id in place_of)
    found = []
    for decision in decisions:
        own = _own(decision, paragraphs, place_of)
        last = max((place_of[one.id] for one, *_ in own), default=len(paragraphs))
        stop = next((n for n in begins if n > last), len(paragraphs))
        terms = dict.fromkeys([*_within(own), *_behind(decision, own, paragraphs[last + 1 : min(stop, last + BELOW)])])
        found.append(replace(decision, terms=tuple(terms)) if terms else decision)
    return found


def _own(decision: Decision, paragraphs: Sequence[Paragraph], place_of: dict[str, int]) -> list[Span]:
    """Return the stretches that a decision's words and its clauses fill."""
    first = (decision.paragraph_id, decision.start, decision.sentence_end or decision.end, None)
    spans = [
        first,
        *((one.paragraph_id, one.start, one.end, one.number) for one in decision.clauses if not one.guessed),
    ]
    return [(paragraphs[place_of[id_]], start, end, number) for id_, start, end, number in spans if id_ in place_of]


def _within(own: Sequence[Span]) -> Iterator[Term]:
    """Yield the conditions and grounds in a decision's own words, and the clauses that are a list of them."""
    listed, style = "", None
    for paragraph, start, end, number in own:
        text = paragraph.text[start:end]
        style = style or (_style(number) if listed else None)
        if listed and style != _style(number):
            listed, style = "", None  # “(d) the applicant be told”, behind the reasons i to iii of “(c)”
        if listed:
            yield Term(listed, text, paragraph.id, start, end)
        for kind, pattern in (("condition", CONDITION), ("reason", GROUND)):
            for match in pattern.finditer(text) if not listed else ():
                yield Term(kind, match[0], paragraph.id, start + match.start(), start + match.end())
        leads = LISTS.search(text)
        if leads:
            listed = "condition" if leads["what"].casefold().startswith("condition") else "reason"


def _style(number: str | None) -> str:
    return (
        "" if number is None else "number" if number.isdigit() else "numeral" if set(number) <= set("ivx") else "letter"
    )


def _behind(decision: Decision, own: Sequence[Span], below: Sequence[Paragraph]) -> Iterator[Term]:
    """Yield what is told behind a decision, before the next: reasons under their heading, dissent, its call-in."""
    for paragraph, _, end, _ in own[:1]:
        yield from _told(paragraph, end, decision.end)
    reasons = 0
    for paragraph in below:
        text = paragraph.text
        label = LABEL.match(text)
        if HEAD.fullmatch(text):
            reasons = MOST_REASONS
            continue
        if label:
            yield Term("reason", text[label.end() :], paragraph.id, label.end(), len(text))
            continue
        if paragraph.kind == "heading":
            reasons = 0
        told = list(_told(paragraph, 0, len(text)))
        yield from told
        if reasons and not told:
            yield Term("reason", text, paragraph.id, 0, len(text))
            reasons -= 1


def _told(paragraph: Paragraph, start: int, end: int) -> Iterator[Term]:
    for a, b in sentences(paragraph.text):
        if start <= a and b <= end:
            said = paragraph.text[a:b]
            kind = "call-in" if CALL_IN.search(said) else "dissent" if DISSENT.search(said) else ""
            if kind:
                yield Term(kind, said, paragraph.id, a, b)
