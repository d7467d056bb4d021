"""A clause built on “will”, “would”, “agreed to”, “was asked to”, “Clerk to”: what of it can be seen.

`clause_at` reads the construction, whom it makes do what, and what stands around it.
"""

from __future__ import annotations

import math
import re
from typing import NamedTuple

from minutesnlp.tracking.listed import listed
from minutesnlp.tracking.undertakings import promises
from minutesnlp.tracking.undertakings.actors import (
    PRONOUN,
    TITLES,
    is_somebody,
    resolved,
    speaker_in,
    told_behind,
    trimmed,
)
from minutesnlp.tracking.undertakings.doings import SEEN, is_errand, present, verb_class
from minutesnlp.tracking.undertakings.handing import may_own
from minutesnlp.tracking.undertakings.subjects import actor_of, opens_its_part, subject_of
from minutesnlp.tracking.undertakings.surroundings import DECREED, TOLD, around
from minutesnlp.tracking.undertakings.weights import WEIGHTS

ADVERBS = (
    r"(?:(?:also|then|now|therefore|again|further|both|all|not|never|still|instead|in\s(?:future|turn|due\scourse)|"
    r"be\sable\sto|endeavour\sto|try\sto|aim\sto|continue\sto|(?!reply|supply|apply|comply|rely|multiply)[a-z]+ly)\s)*"
)
ASKED = r"asked|requested|instructed|directed|tasked|invited"
# A verb that tells of something to be done, with what is to be done behind it.
CLAUSE = re.compile(
    rf"""\b(?:
      (?P<asked>(?:(?:would|will|shall|should|to)\s)?(?:is|are|was|were|be|been|being)\s(?:\w+\s){{0,2}}?(?:{ASKED})\s(?:to|for)
        |(?<=lerk\s)asked\sto|tasked\sto)
    | (?P<given>(?:undertook|promised|pledged|volunteered|offered|agreed|resolved|decided|undertakes|promises|offers
        |(?:did(?:,\s\w+,)?|both|all)\s(?:agree|undertake|promise|offer|volunteer)|accept(?:ed|s)\s(?:an?|the|his|her|their)\s(?:\w+\s)?invitation
        |agrees|volunteers|commits|undertaken|committed(?:\s(?:himself|herself|themselves|itself|the\s[\w’'-]+(?:\s[\w’'-]+)?))?
        |undertaking|promising|offering|took\s(?:an?\s|the\s|it\s)?(?:action|upon\s(?:himself|herself|themselves))
        |(?:gave|giving|made)\s(?:(?:the\s)?[A-Z]\w+\s|them\s|him\s|her\s|[Mm]embers\s)?(?:an?|the|his|her|their|two|three|further)\s(?:\w+\s)?
         (?:undertakings?|assurances?|promises?|commitments?|pledges?)
        |(?:(?:was|were|is|are)|(?:would|will)\s(?:also\s)?be)\s(?:\w+\s){{0,2}}?(?:happy|pleased|glad|willing|delighted))
        (?:,\s[^,]{{1,40}},|\son\s[\w\s]{{3,30}}?|\sthere\sand\sthen|\sunanimously)?\sto)
    | (?P<hoped>(?:hope[sd]?|intend(?:s|ed)?|plan(?:s|ned)|expect(?:s|ed)|aim(?:s|ed)|looking|looks|looked
        |(?:(?:is|are|was|were)\s(?:\w+\s)?)?(?:prepared|content)
        |(?:had|has)\sit\sin\smind|(?:plan|intention)\s(?:was|is)|(?:his|her|their|[A-Z]\w+[’']s)\s(?:plan|intention|aim))\sto)
    | (?P<going>(?:is|are|was|were)\sgoing\sto)
    | (?P<set>(?:is|are|was|were)\s(?:due\s)?to)
    | (?P<will>will|shall|[’']ll)
    | (?P<would>would)
    | (?P<should>should|must)
    | (?P<order>to)
    )\s(?P<adverbs>{ADVERBS})(?P<be>be\s{ADVERBS})?(?P<verb>[a-z][a-z-]+)\b""",
    re.VERBOSE | re.IGNORECASE,
)
KINDS = ("asked", "given", "hoped", "going", "set", "will", "would", "should", "order")
# What goes on with the subject of the clause before: “would check and update”, “, but will write”
GOES_ON = re.compile(
    r"(?:\b(?:and|but|or|which|who)|[,;])\s(?:(?:also|then|therefore|nevertheless|nonetheless|instead|has|have|had)\s)*\Z"
)
# “It was agreed to write”
IMPERSONAL = re.compile(r"(?:\b[Ii]t\s)?(?:\b(?:was|were|is|been)\s)(?:[a-z]+\s){0,2}\Z|(?:\A|[.;:]\s)\W*\Z")
# What a promise is handed over in: “a written reply would be sent”
PAPER = re.compile(
    r"\b(?:responses?|repl(?:y|ies)|answers?|reports?|updates?|figures?|details?|information|cop(?:y|ies)|data|briefings?|"
    r"lists?|breakdown|notes?|letters?|presentations?|papers?|statistics|links?|slides?|progress|findings|results?|minutes|"
    r"matters?|issues?|concerns?|comments|quer(?:y|ies)|questions?|guidance|quotes?|quotations?|advice|options|plans?|maps?|forms?|notices?|names?|outcomes?|drawings?|tables?|timetables?|accounts?)"
    r"(?:\s(?!that\b|which\b|who\b|but\b|said\b)[\w’'-]+){0,7}\s\Z|\b(?:this|it|these|they)\s\Z",
    re.I,
)
# “had been asked to”: told of, and not done now
PERFECT = re.compile(r"\b(?:had|has|have|having)(?:\s\w+)?\s\Z")
# “He asked who would answer the telephone”
ASKED_WHO = re.compile(
    r"\b(?:asked|wondered|queried|(?:wished|wanted|curious) to know|enquired|inquired|know)\b"
    r"[^.;]{0,50}?\b(?:who|whether|if|how|what|when|why|which|where)\b"
    r"(?![^.;]*,\s(?:and|but)\b)[^.;]*\Z",
    re.I,
)
# “as she had said that she would”
HAD_TOLD = re.compile(
    r"\b(?:had|has|have)\s(?:\w+\s)?(?:said|told|promised|undertaken|agreed|been\s(?:told|promised|assured|informed|asked))\b"
    r"(?![^.;,]*\b(?:and|but)\s\Z)[^.;,]*\Z"
)
# “would not write”: what will not be done is no promise to do it
NEVER = re.compile(r"\b(?:not|never)\b")
NOT_GIVEN = re.compile(r"\b(?:not|never)\s(?!and\b|but\b|or\b)(?:\w+\s)?\Z")
HABIT = re.compile(r"\b(?:normally|usually|generally|ordinarily|typically|automatically|probably|possibly)\b")
# Answered at once, when a speaker is asked to
UPDATE = re.compile(
    r"(?:an?|the|his|her|their)\s(?:\w+\s)?(?:update|talk|presentation|overview|report|views?|opinion|summary)\b"
)
ON_THE_SPOT = listed(
    "explain clarify confirm comment speak advise outline answer respond reply introduce address describe"
)
ARRANGED = re.compile(
    r"\b(?:arrangements?|contact|enquiries|inquiries|representations|an appointment|a booking)\s\Z", re.I
)
SHE = re.compile(r"\W*(?P<she>She|He)\b")
# “would bring forward the item”, “proposed to take item 7 first”: the course of the meeting itself
COURSE = re.compile(
    r"(?:forward\s)?(?:(?:the|this|that)\s)?(?:agenda\s)?items?\b(?!\s(?:to|on)\s(?:the|a|an|our)\s(?:next|agenda))",
    re.I,
)
RELATIVE = re.compile(r"\b(?:that|which|whom?|questions|what|where|when)\s(?:the\s)?\Z")
# “would consider the matter”, “would explore whether”: what somebody was asked for
A_POINT = re.compile(
    r"(?:it|this|that|whether|how|if|the\s(?:matter|point|idea|suggestion|request|issue))\b", re.IGNORECASE
)
NO_VERB = listed(
    "the a an all any each every this that these those its his her their our my some no both be date which whom"
)


class Promise(NamedTuple):
    """A promise: who makes it in the minutes' words, whether it can be seen to be done, and the thing to be done."""

    owner: str | None
    hard: bool
    thing: str = ""
    at: int = 0  # where its clause begins in the sentence


class Clause(NamedTuple):
    """A clause that may promise something: what is seen of it, and the promise it would be."""

    seen: frozenset[str]
    promise: Promise

    @property
    def weight(self) -> float:
        """Return how much speaks for a promise, in hundredths as the weights are told: above 0 it is one."""
        return round(math.fsum((WEIGHTS[""], *(WEIGHTS.get(one, 0.0) for one in self.seen))), 2)


class _Construction(NamedTuple):
    """How a clause is built: one of `KINDS` (“agreed” and “invited” apart), its verb, whether that is a passive."""

    kind: str
    verb: str
    passive: bool


class _Doer(NamedTuple):
    """Who is to do something: the subject's words and where they begin, who that is, and of what kind."""

    words: str | None
    place: int
    owner: str | None
    actor: str
    carried: bool  # the subject is that of the clause before
    group: str  # as `actor`, but `somebody` for a person, a post, initials


class _Deed(NamedTuple):
    """What is to be done: the class of its verb (`doings.verb_class`), and who it is done by where that is said."""

    of: str
    passive: bool
    by: str | None
    arranged: bool  # “arrangements would be made”


def clause_at(text: str, match: re.Match[str], speaker: str | None, decided: bool) -> Clause | None:
    """Return the clause that `CLAUSE` matches in a sentence; None for what is plainly no promise."""
    before, after = text[: match.start()], text[match.end() :].lstrip()
    built = _construction(match, before)
    if built is None:
        return None
    doer = _doer(text, match, built.kind, speaker)
    built = built._replace(kind=_kind_apart(built.kind, match))
    if built.kind == "agreed" and doer.actor == "thing" and not doer.carried and IMPERSONAL.search(before):
        doer = doer._replace(actor="it")
    if built.kind == "order" and not opens_its_part(before, doer.place, doer.actor, built.passive):
        return None
    if built.kind == "should" and not (decided or DECREED.search(before)):
        return None
    deed = _deed(text, match, built, doer.actor)
    if deed.arranged:
        doer = doer._replace(actor="thing")
    doer = doer._replace(owner=_owner(text, match, built, doer, deed, speaker))
    doer = doer._replace(
        group=doer.group or ("somebody" if doer.actor in ("person", "role", "letters") else doer.actor)
    )
    seen = _of_deed(built, doer, deed) | around(text, match.start(), match.end(), decided)
    seen |= _of_verb(built, doer, deed, before, after)
    if not seen.isdisjoint(("due", "sometime")):
        seen.add(f"{_voice(deed)} {deed.of}, dated")
    seen |= _told_of(before, doer)
    looks = built.kind in ("given", "agreed") and built.verb in ("look", "review")
    hard = built.kind != "hoped" and (deed.of != "mused" or looks)
    thing = before.split()[-1] if deed.passive and before.split() else ""
    return Clause(frozenset(seen), Promise(doer.owner, hard, thing, match.start()))


def _construction(match: re.Match[str], before: str) -> _Construction | None:
    """Return how a clause is built; None for what is not done, done by habit, or no verb."""
    kind = next(name for name in KINDS if match[name])
    if kind == "given" and NOT_GIVEN.search(before):  # “was not agreed to buy”
        return None
    if kind == "order" and re.search(r"\bBE\s[A-Z]{3,}\s\Z", before):  # “BE PERMITTED to speak”
        return None
    if match[kind].islower() and not match["verb"].islower():
        return None
    verb, passive = match["verb"].casefold(), match["be"] is not None
    if passive and verb.endswith("ing") and verb not in SEEN:  # “would be drafting a letter”
        passive, verb = False, present(verb)
    if kind == "given" and verb.endswith("ing") and verb not in SEEN:  # “commits to publishing”
        verb = present(verb)
    if HABIT.search(match["adverbs"]) or NEVER.search(match["adverbs"]):
        return None
    if verb in NO_VERB or (verb.endswith("ing") and verb not in SEEN):
        return None
    return _Construction(kind, verb, passive)


def _kind_apart(kind: str, match: re.Match[str]) -> str:
    """Tell “agreed to” from a word that was given, and “invited to” from what was asked."""
    if kind == "given" and re.match(r"agreed|resolved|decided", match[kind], re.IGNORECASE):
        return "agreed"
    return "invited" if kind == "asked" and re.search(r"invited", match[kind], re.IGNORECASE) else kind


def _doer(text: str, match: re.Match[str], kind: str, speaker: str | None) -> _Doer:
    """Return the subject of a clause: its own, or the one it goes on with (“…, and would write”)."""
    before = text[: match.start()]
    words, actor, place = subject_of(before, text)
    if actor == "thing" and GOES_ON.search(before) and kind in ("will", "would", "given"):
        she, told = SHE.match(before), speaker_in(before)
        owner = told or speaker or (she["she"] if she else None)
        actor = "carried" if she or told else "thing"
        group = "somebody" if owner and is_somebody(owner, text) else actor
        return _Doer(words, place, owner, actor, True, group)
    if words is None:
        return _Doer(None, place, None, actor, False, "")
    owner = resolved(words, text[:place], speaker)
    return _Doer(words, place, owner, actor_of(words, owner, text) if actor != "thing" else actor, False, "")


def _deed(text: str, match: re.Match[str], built: _Construction, actor: str) -> _Deed:
    """Return what a clause says will be done."""
    before, after = text[: match.start()], text[match.end() :].lstrip()
    verb, passive = built.verb, built.passive
    agent = promises.AGENT.match(text, match.end()) if passive else None
    of = "state" if COURSE.match(after) else verb_class(verb, after, passive=passive)
    paper = PAPER.search(before[-90:]) is not None
    if verb == "made" and passive and (after.startswith("available") or paper):
        of = "said"
    arranged = verb == "made" and ARRANGED.search(before.rstrip() + " ") is not None
    if arranged:
        of, actor = "said", "thing"
    if actor == "thing" and verb in ("come", "follow", "go") and (of == "seen" or paper):
        of, passive = "said", True  # “a reply would follow”, “will come back to the board”
        agent = promises.AGENT.match(text, match.end())
    return _Deed(of, passive, agent["owner"] if agent else None, arranged)


def _owner(
    text: str, match: re.Match[str], built: _Construction, doer: _Doer, deed: _Deed, speaker: str | None
) -> str | None:
    """Return who owes what a clause promises; None for a body, for nobody, and for “she” where nobody was named."""
    owner = doer.owner
    if deed.passive and deed.by:
        owner = trimmed(deed.by)
    elif deed.passive:
        owner = teller(text, match.start(), speaker) or told_behind(text, match.end())
    elif built.verb == "receive" or (not doer.carried and doer.actor in ("it", "we")):
        owner = None
    if owner is None or (deed.passive and not may_own(owner, text)):
        return None
    return None if PRONOUN.match(owner) or owner in TITLES - {"Councillors", "Cllrs"} else owner


def _voice(deed: _Deed) -> str:
    return "done" if deed.passive else "does"


def _of_deed(built: _Construction, doer: _Doer, deed: _Deed) -> set[str]:
    """Return who does what in which construction, each alone and together."""
    kind, voice, of = built.kind, _voice(deed), deed.of
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
    if doer.owner is not None and deed.passive:
        seen.add("done, teller")
    return seen


def _of_verb(built: _Construction, doer: _Doer, deed: _Deed, before: str, after: str) -> set[str]:
    """Return what the words right before and behind a verb show: what is handed over, to whom, or answered at once."""
    seen = set()
    if doer.group == "somebody" and deed.of == "mused" and A_POINT.match(after):
        seen.add("somebody muses on it")
    if promises.RECIPIENTS.search(before[-60:]):
        seen.add(f"recipients {_voice(deed)} {deed.of}")
    if deed.arranged or ((deed.passive or doer.actor == "thing") and PAPER.search(before[-90:])):
        seen.add(f"paper, {_voice(deed)}")
    at_once = built.verb in ON_THE_SPOT or (built.verb == "give" and UPDATE.match(after) is not None)
    if built.kind in ("asked", "invited") and at_once:
        seen.add("on the spot")
    return seen


def _told_of(before: str, doer: _Doer) -> set[str]:
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
    return seen


def teller(text: str, end: int, speaker: str | None) -> str | None:
    """Return who tells, before a place, of what will be done: by name, or as the “she” that is who spoke before."""
    return speaker_in(text[:end]) or (speaker if promises.SHE_TOLD.search(text, 0, end) else None)
