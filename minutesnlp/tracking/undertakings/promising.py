"""Whether a sentence promises something, who promises it, and how firmly.

Every clause in which something may be promised is found by its construction (“will circulate”, “Clerk to write”, “was
asked to check”, “a report would be brought”), described by what is seen of it (who, which verb, by when, to whom, under
what condition), and weighed: `weights` tells how much each says for or against a promise.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import NamedTuple

from minutesnlp.tracking.decisions.verbs import ROUTINE
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
from minutesnlp.tracking.undertakings.due import due_in
from minutesnlp.tracking.undertakings.handing import may_own, of_action, tasked_in
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
# “I will ask at the next meeting”, the whole of it
ASKING = re.compile(r"\W*(?:[I|1l]\s|We\s)?(?:will|shall|wish\sto|beg\sto)\s(?:be\s)?(?:ask|mov|propos|call)")
# “It was agreed to write”
IMPERSONAL = re.compile(r"(?:\b[Ii]t\s)?(?:\b(?:was|were|is|been)\s)(?:[a-z]+\s){0,2}\Z|(?:\A|[.;:]\s)\W*\Z")
# A body or its chair asks somebody, and it is an action; one member's request is a wish.
REQUESTED = re.compile(
    rf"""\b(?:(?:provided|gave|giving|given)\s(?:direction|directions|instructions?)\sto\s(?P<owner3>{promises.ACTOR})\sto\s(?P<verb3>[a-z]+)|(?P<asker>{promises.ASKING}|[Ii]t(?:\s(?:was|is))?|(?:was|were))\s(?:also\s|then\s|further\s|therefore\s|\w+ly\s)?
    (?:asked|requested|requests|instructed|directed|tasked|asks|fell\sto|left\sto)\s
    (?: (?:that\s|for\s)?(?P<owner>{promises.ACTOR}|her|him|them)\s(?:(?:to|should|would|could)\s)?
        {ADVERBS}(?P<verb>[a-z]+)
      | (?:that|for)\s(?P<thing>(?:[\w’'-]+\s){{1,12}}?)
        (?:(?:should|would|could|to)\s)?be\s{ADVERBS}(?P<done>[a-z]+) ))\b""",
    re.VERBOSE,
)
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
# “It was agreed a letter be sent”: the plain form behind a decision's word
SUBJUNCTIVE = re.compile(
    r"\b(?:agreed|resolved|decided|carried|consensus)\b(?:\sunanimously)?(?:,[^.;]{3,90},)?(?:\sof\s(?:the\s)?[A-Z]\w+)?\s(?:that\s)?(?P<thing>[^.;]{3,120}?)(?<!would)(?<!will)(?<!to)(?<!should)"
    r"(?<!could)(?<!not)(?<!may)(?<!must)\sbe\s(?P<verb>[a-z]+(?:ed|en|nt|ght|de|ut|wn|ld|et|ne))\b",
    re.I,
)
# “would consider the matter”, “would explore whether”: what somebody was asked for
A_POINT = re.compile(
    r"(?:it|this|that|whether|how|if|the\s(?:matter|point|idea|suggestion|request|issue))\b", re.IGNORECASE
)
NO_VERB = listed(
    "the a an all any each every this that these those its his her their our my some no both be date which whom"
)
HINT = re.compile(
    r"\b(?:would|will|shall|could|to|asked|requested|requests|promis\w+|undert\w+|agreed|offered|volunteered|committed|"
    r"pledged|pressed|assur\w+|commitments?|actions?)\b|[’']ll\b",
    re.IGNORECASE,
)


# A cheap first look: where something is asked for, and where somebody gives his word
ASKS = re.compile(
    r"\b(?:asked|asks|request(?:ed|s)|instructed|directed|tasked|direction|instructions?|(?:fell|left) to)\b"
)
WORD = re.compile(
    r"assur|promis|undert|pledg|commit|offered|\bcould be\b|\bword that\b|[Pp]ressed|\bAsked\b|"
    r"\b(?:would|will)(?: be| do so)?\W*\Z|"
    r"\b(?:agreed|accepted)(?:\s(?:to (?:this|it|do so)|at once))?\W*\Z"
)


SOME_DAY = datetime.date(2000, 1, 1)  # the times of two promises are only told apart, not reckoned


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
        """Return how much speaks for a promise: above 0 it is one."""
        return sum(WEIGHTS.get(one, 0.0) for one in self.seen) + WEIGHTS[""]


def promises_in(text: str, speaker: str | None, *, decided: bool) -> list[Promise]:
    """Return what a sentence promises: one promise, or more where each has a time, an owner or a firmness of its own.

    `speaker` is who spoke before it, for “he” and “she”; `decided` tells a sentence of a decision, where a
    task may be handed out in the plain form: “that the Clerk obtain prices”.
    """
    found = [one.promise for one in clauses_in(text, speaker, decided=decided) if one.weight > 0]
    apart = found[:1]
    for one in found[1:]:
        if one.at > apart[-1].at and _is_another(text, apart[-1], one):
            apart.append(one)
        elif apart[-1].owner is None and one.owner is not None:  # “asked that it be sent, and Ms Lund agreed”
            apart[-1] = apart[-1]._replace(owner=one.owner)
    return apart


def _is_another(text: str, one: Promise, other: Promise) -> bool:
    """Tell “would do it by May and would write by June”, two promises, from “would look at it and would reply”."""
    named = one.owner and other.owner and one.owner != other.owner and other.owner in text[one.at : other.at]
    if named and is_somebody(other.owner or "", text):
        return True
    if other.hard and not one.hard and promises.SOMETIME.search(text, other.at):
        return True
    return all(due_in(part, SOME_DAY)[0] is not None for part in (text[one.at : other.at], text[other.at :]))


def clauses_in(text: str, speaker: str | None, *, decided: bool) -> Iterator[Clause]:
    """Yield the clauses of a sentence that may promise something."""
    if (not decided and not HINT.search(text)) or ASKING.match(text):
        return
    line = promises.ACTION_LINE.search(text)
    if line and promises.ACT_OF_A_BODY.match(line["what"]) is None and not line["what"].startswith("|"):
        yield Clause(frozenset(("action",)), Promise(of_action(line["what"], text), True, at=line.start()))
        return
    tasked = tasked_in(text) if decided else None
    if tasked is not None:
        yield Clause(frozenset(("plain",)), Promise(tasked, True))
    for match in CLAUSE.finditer(text):
        clause = _clause(text, match, speaker, decided)
        if clause is not None:
            yield clause
    if ASKS.search(text):
        yield from _requested(text, speaker, decided)
    for match in SUBJUNCTIVE.finditer(text) if " be " in text and not ROUTINE.search(text) else ():
        verb, after = match["verb"].casefold(), text[match.end() :].lstrip()
        of = "asked" if re.match(ASKED, verb) else verb_class(verb, after, passive=True)
        agent = promises.AGENT.match(text, match.end())
        owner = trimmed(agent["owner"]) if agent else None
        seen = {"subjunctive", f"subjunctive {of}", *around(text, match.start(), match.end(), decided)}
        yield Clause(frozenset(seen), Promise(owner if owner and may_own(owner, text) else None, True, match["thing"]))
    for pattern, name in (
        ()
        if WORD.search(text) is None
        else (
            (promises.ASSURED, "assured"),
            (promises.COULD, "could"),
            (promises.GIVEN_THAT, "given that"),
            (promises.ASSENTED, "assented"),
            (promises.IN_SHORT, "in short"),
            (promises.NAMED_A_DAY, "given that"),
        )
    ):
        for match in pattern.finditer(text):
            said = match.groupdict().get("owner")
            owner = resolved(said, text[: match.start()], speaker) if said else _teller(text, match.end(), speaker)
            seen = {name, *around(text, match.start(), match.end(), decided)}
            if name == "given that":
                seen.add(f"given that, {actor_of(said, owner, text)}")
            yield Clause(frozenset(seen), Promise(owner if owner and may_own(owner, text) else None, True))


def _clause(text: str, match: re.Match[str], speaker: str | None, decided: bool) -> Clause | None:
    kind = next(name for name in KINDS if match[name])
    before = text[: match.start()]
    if match["given"] and NOT_GIVEN.search(before):  # “was not agreed to buy”
        return None
    if kind == "order" and re.search(r"\bBE\s[A-Z]{3,}\s\Z", text[: match.start()]):  # “BE PERMITTED to speak”
        return None
    verb, passive = match["verb"], match["be"] is not None
    if match[kind].islower() and not verb.islower():
        return None
    verb = verb.casefold()
    if passive and verb.endswith("ing") and verb not in SEEN:  # “would be drafting a letter”
        passive, verb = False, present(verb)
    if kind == "given" and verb.endswith("ing") and verb not in SEEN:  # “commits to publishing”
        verb = present(verb)
    if (
        HABIT.search(match["adverbs"])
        or NEVER.search(match["adverbs"])
        or verb in NO_VERB
        or (verb.endswith("ing") and verb not in SEEN)
    ):
        return None
    words, actor, place = subject_of(before, text)
    owner: str | None = None
    carried = False
    group = ""
    if actor == "thing" and GOES_ON.search(before) and kind in ("will", "would", "given"):
        she = SHE.match(before)
        carried, owner = True, speaker_in(before) or speaker or (she["she"] if she else None)
        actor = "carried" if she or speaker_in(before) else "thing"
        group = "somebody" if owner and is_somebody(owner, text) else actor
    elif words is not None:
        owner = resolved(words, text[:place], speaker)
        actor = actor_of(words, owner, text) if actor != "thing" else actor
    if kind == "given" and re.match(r"agreed|resolved|decided", match[kind], re.I):
        kind = "agreed"
        if actor == "thing" and not carried and IMPERSONAL.search(before):
            actor = "it"
    if kind == "order" and not opens_its_part(before, place, actor, passive):
        return None
    if kind == "should" and not (decided or DECREED.search(before)):
        return None
    if kind == "asked" and re.search(r"invited", match[kind], re.I):
        kind = "invited"
    after = text[match.end() :].lstrip()
    of = "state" if COURSE.match(after) else verb_class(verb, after, passive=passive)
    arranged = False
    if verb == "made" and passive and (after.startswith("available") or PAPER.search(before[-90:])):
        of = "said"
    if verb == "made" and ARRANGED.search(before[: match.start()].rstrip() + " "):
        of, actor, arranged = "said", "thing", True
    follows = actor == "thing" and verb in ("come", "follow", "go")
    if follows and (
        of == "seen" or PAPER.search(before[-90:])
    ):  # “a reply would follow”, “will come back to the board”
        of, passive = "said", True
    agent = promises.AGENT.match(text, match.end()) if passive else None
    if passive:
        owner = (
            trimmed(agent["owner"])
            if agent
            else _teller(text, match.start(), speaker) or told_behind(text, match.end())
        )
        owner = owner if owner and may_own(owner, text) else None
    elif verb == "receive" or (owner is not None and not carried and actor in ("it", "we")):
        owner = None
    if owner is not None and (PRONOUN.match(owner) or owner in TITLES - {"Councillors", "Cllrs"}):
        owner = None  # “she”, and nobody was named
    voice = "done" if passive else "does"
    seen = {f"{kind} {voice}", f"{voice} {of}", f"{kind} {voice} {of}", f"{voice}, {actor}", f"{kind}, {actor}"}
    group = group or ("somebody" if actor in ("person", "role", "letters") else actor)
    seen.add(f"{group} {voice} {of}")
    if group == "somebody" and of == "mused" and A_POINT.match(after):
        seen.add("somebody muses on it")
    seen |= around(text, match.start(), match.end(), decided)
    if is_errand(verb, passive=passive):
        seen |= {f"{voice} errand", f"{kind} {voice} errand", f"{group} {voice} errand"}
    if promises.RECIPIENTS.search(before[-60:]):
        seen.add(f"recipients {voice} {of}")
    if not seen.isdisjoint(("due", "sometime")):
        seen.add(f"{voice} {of}, dated")
    if owner is not None and passive:
        seen.add("done, teller")
    if agent:
        seen.add("agent")
    if arranged or ((passive or actor == "thing") and PAPER.search(before[-90:])):
        seen.add(f"paper, {voice}")
    if kind in ("asked", "invited") and (verb in ON_THE_SPOT or (verb == "give" and UPDATE.match(after))):
        seen.add("on the spot")
    if PERFECT.search(before):
        seen.add("perfect")
    if ASKED_WHO.search(before):
        seen.add("asked who")
    if HAD_TOLD.search(before):
        seen.add("had told")
    if (
        words is not None
        and RELATIVE.search(before[:place])
        and not TOLD.search(before[:place])
        and not DECREED.search(before)
    ):
        seen.add("relative")
    hard = kind != "hoped" and (of != "mused" or (kind in ("given", "agreed") and verb in ("look", "review")))
    thing = before.split()[-1] if passive and before.split() else ""
    return Clause(frozenset(seen), Promise(owner, hard, thing, match.start()))


def _requested(text: str, speaker: str | None, decided: bool) -> Iterator[Clause]:
    for match in REQUESTED.finditer(text):
        words, verb = match["owner"] or match["owner3"], match["done"] or match["verb"] or match["verb3"]
        owner = resolved(words, "", speaker) if words else None
        passive = match["done"] is not None
        of = verb_class(verb, text[match.end() :].lstrip(), passive=passive)
        actor = actor_of(words, owner, text) if words else "thing"
        spot = {"on the spot"} if verb in ON_THE_SPOT and not passive else set()
        seen = spot | {
            f"requested {of}",
            f"requested, {actor}",
            *around(text, match.start(), match.start() + 1, decided),
        }
        yield Clause(
            frozenset(seen),
            Promise(owner if owner and may_own(owner, text) else None, of != "mused", at=match.start()),
        )


def _teller(text: str, end: int, speaker: str | None) -> str | None:
    """Return who tells, before a place, of what will be done: by name, or as the “she” that is who spoke before."""
    return speaker_in(text[:end]) or (speaker if promises.SHE_TOLD.search(text, 0, end) else None)
