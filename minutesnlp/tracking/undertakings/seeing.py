"""What is seen of a clause, by name: `weights` tells what each says for a promise or against it."""

from __future__ import annotations

import re

from minutesnlp.tracking.listed import listed
from minutesnlp.tracking.undertakings import promises
from minutesnlp.tracking.undertakings.actors import speaker_in
from minutesnlp.tracking.undertakings.doings import is_errand
from minutesnlp.tracking.undertakings.readings import Construction, Deed, Doer
from minutesnlp.tracking.undertakings.surroundings import DECREED, TOLD

# What something is done to, by the words of it: “it”, “a note”, “the scheme”
FORMS = tuple(
    (
        name,
        re.compile(
            rf"(?:\A\W*|\bthat\s|[,;:]\s(?:and\s|but\s)?|\band\s|\bbut\s){words}(?:\s(?!that\b|and\b|but\b)[\w’'-]+){{0,8}}\s\Z"
        ),
    )
    for name, words in (
        ("it", r"(?:[Ii]t|[Tt]his|[Tt]hat)"),
        ("them", r"(?:[Tt]hey|[Tt]hese|[Tt]hose)"),
        ("a thing", r"(?:[Aa]n?|[Aa]nother|[Oo]ne|[Tt]wo|[Tt]hree|[Ss]ome)"),
        ("the thing", r"(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir)"),
    )
)
# “had been asked to”: told of, and not done now
PERFECT = re.compile(r"\b(?:had|having)(?:\s\w+)?\s\Z")
# “He asked who would answer the telephone”
ASKED_WHO = re.compile(
    r"\b(?:asked|requested|update\son|details\son|wondered|queried|(?:wished|wanted|curious) to know|enquired|"
    r"inquired|know)\b"
    r"[^.;]{0,50}?\b(?:who|whether|if|how|what|when|why|which|where)\b"
    r"(?![^.;]*,\s(?:and|but)\b)[^.;]*\Z",
    re.I,
)
# “as she had said that she would”
HAD_TOLD = re.compile(
    r"\bhad\s(?:\w+\s)?(?:said|told|promised|undertaken|agreed|been\s(?:told|promised|assured|informed|asked))\b"
    r"(?![^.;,]*\b(?:and|but)\s\Z)[^.;,]*\Z"
)
# Answered at once, when a speaker is asked to
UPDATE = re.compile(
    r"(?:an?|the|his|her|their)\s(?:\w+\s)?(?:update|talk|presentation|overview|report|views?|opinion|summary)\b",
    re.IGNORECASE,
)
ON_THE_SPOT = listed(
    "explain clarify confirm comment speak advise outline answer respond reply introduce address describe"
)
# “Every head would be written to”, “the school would be told”: the subject is who gets to know
TELLS = listed(
    "told rung telephoned emailed asked informed consulted notified invited written shown warned kept reminded "
    "contacted briefed"
)
# A member of the body, who speaks for nobody but himself
MEMBER = re.compile(r"(?:Councillor|Cllr|Council Member|Alderman|Deputy)\b")
RELATIVE = re.compile(r"\b(?:that|which|whom?|questions|what|where|when)\s(?:the\s)?\Z")
# “would consider the matter”, “would explore whether”: what somebody was asked for
A_POINT = re.compile(
    r"(?:it|this|that|whether|how|if|(?:his|her|their)\s(?:remarks?|points?|views?|comments?|suggestions?)|the\s(?:matter|point|idea|suggestion|request|issue))\b",
    re.IGNORECASE,
)
# What a promise is handed over in: “a written reply would be sent”
PAPER = re.compile(
    r"\b(?:responses?|repl(?:y|ies)|answers?|reports?|updates?|figures?|details?|information|cop(?:y|ies)|data|briefings?|"
    r"lists?|breakdown|notes?|letters?|presentations?|papers?|statistics|links?|slides?|progress|findings|results?|minutes|"
    r"matters?|issues?|concerns?|comments|quer(?:y|ies)|questions?|guidance|quotes?|quotations?|advice|options|plans?|maps?|forms?|notices?|names?|outcomes?|drawings?|tables?|timetables?|accounts?|appendi(?:x|ces))"
    r"(?:\s(?!that\b|which\b|who\b|but\b|said\b)[\w’'-]+){0,7}\s\Z|\b(?:this|it|these|they)\s\Z",
    re.I,
)


def seen_of(text: str, match: re.Match[str], built: Construction, doer: Doer, deed: Deed) -> set[str]:
    """Return what is seen of a clause itself: who does what, how it is built, to whom, whether it is only told of."""
    before, after = text[: match.start()], text[match.end() :].lstrip()
    return _of_deed(built, doer, deed) | _of_verb(built, doer, deed, before, after) | _told_of(before, doer, deed)


def _of_deed(built: Construction, doer: Doer, deed: Deed) -> set[str]:
    """Return who does what in which construction, each alone and together."""
    kind, voice, of = built.kind, deed.voice, deed.of
    seen = {
        f"{kind} {voice}",
        f"{voice} {of}",
        f"{kind} {voice} {of}",
        f"{voice}, {doer.actor}",
        f"{kind}, {doer.actor}",
    }
    seen.add(f"{doer.group} {voice} {of}")
    if is_errand(built.verb, passive=deed.passive):
        seen |= {f"{voice} errand", f"{kind} {voice} errand", f"{doer.group} {voice} errand"}
    if deed.by:
        seen.add("agent")
    if deed.passive and built.verb in TELLS:
        seen |= {"is told", f"is told, {kind}"}
    if doer.owner is not None and MEMBER.match(doer.owner):
        seen |= {"member", f"member {voice} {of}"}
    if built.obliged:
        seen |= {"has to", f"has to, {voice}"}
    if built.ongoing:
        seen |= {"ongoing", f"ongoing, {built.kind}"}
    if doer.owner is not None and deed.passive:
        seen.add("done, teller")
    return seen


def _of_verb(built: Construction, doer: Doer, deed: Deed, before: str, after: str) -> set[str]:
    """Return what the words right before and behind a verb show: what is handed over, to whom, or answered at once."""
    seen = set()
    if doer.group == "somebody" and deed.of == "mused" and A_POINT.match(after):
        seen.add("somebody muses on it")
    if promises.RECIPIENTS.search(before[-60:]):
        seen.add(f"recipients {deed.voice} {deed.of}")
    if deed.passive or doer.actor == "thing":
        form = next((name for name, pattern in FORMS if pattern.search(before)), "some")
        seen |= (
            {f"{deed.voice} to {form}", f"{deed.voice} to {form}, teller"}
            if doer.owner
            else {f"{deed.voice} to {form}"}
        )
    if deed.arranged or ((deed.passive or doer.actor == "thing") and PAPER.search(before[-90:])):
        seen.add(f"paper, {deed.voice}")
    at_once = built.verb in ON_THE_SPOT or (built.verb == "give" and UPDATE.match(after) is not None)
    if built.kind in ("asked", "invited") and at_once:
        seen.add("on the spot")
    return seen


def _told_of(before: str, doer: Doer, deed: Deed) -> set[str]:
    """Return what shows that a clause is only told of: as done before, asked about, or within another clause."""
    seen = {
        name
        for name, pattern in (("perfect", PERFECT), ("asked who", ASKED_WHO), ("had told", HAD_TOLD))
        if pattern.search(before)
    }
    upto = before[: doer.place]
    relative = doer.words is not None and RELATIVE.search(upto) and not TOLD.search(upto)
    if relative and not DECREED.search(before):
        seen.add("relative")
    if not deed.passive and not doer.carried and doer.actor not in ("self", "it", "we", "ours"):
        who = speaker_in(upto)
        if who is not None and who != doer.owner:  # “said that the firm would pay”
            seen |= {"of another", f"of another, {doer.group}"}
    return seen
