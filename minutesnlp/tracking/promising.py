"""Whether a sentence promises something, who promises it, and how firmly."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from minutesnlp.records import Entities
from minutesnlp.tagging import tag
from minutesnlp.tagging.lexicons import table
from minutesnlp.tracking import promises

OPENING = re.compile(r"\A\s*(?:in (?:response|reply|answer)|following|after|on) [^,]{0,160},\s*", re.IGNORECASE)
# Things that are written like names and promise nothing.
NO_OWNER = re.compile(
    r"\b(?:Plan|Strategy|Scheme|Report|Act|Policy|Programme|Project|Fund|Agreement|Bill|Review|Order|Framework|System|"
    r"Budget|Agenda|Item|Minutes|Bank|Meeting|Road|Street|Proposal|Motion|I|This|It|That|These|There|Which|What|A|An|The|"
    r"Application|Letters?|Work|Works|Money|Nobody|Everyone|Somebody|Some|Any|All|Its|Their|His|Her)\Z"
)
PRONOUN = re.compile(r"\A(?:he|she|they)\Z", re.IGNORECASE)
TURN = re.compile(r";\s|,?\sbut\s|,\sand\s")
# “supported”, “noting”, “agrees”, “only”; not “proceed”, “supply”
INFLECTED = re.compile(r"(?<!e)ed\Z|ing\Z|s\Z|(?<!pp)(?<!re)ly\Z")
TITLES = frozenset(
    (
        "Cllr",
        "Cllr.",
        "Cllrs",
        "Councillor",
        "Councillors",
        "Mr",
        "Mr.",
        "Mrs",
        "Mrs.",
        "Ms",
        "Ms.",
        "Miss",
        "Dr",
        "Dr.",
    )
)
INITIALS = re.compile(r"[A-Z]{2,3}(?:\s?[/&]\s?[A-Z]{2,3})*")
MUSING = re.compile(promises.MUSING + r"\b", re.VERBOSE)
# Before “the Clerk to write”: a decision's words, nothing, or the report that it notes the outcome of
DECREED = re.compile(
    r"\b(?:agreed|resolved|decided|action)\b[^.]{0,60}\Z|\A\W*\Z|[;–—-]\s*\Z|meeting,\s\Z", re.IGNORECASE
)
# Who asks is not who answers: “Cllr Voss asked about the roof. He would find out.”
ASKS = re.compile(r"(?:,\s[^,]{3,60},)?\s(?:asked|queried|enquired|inquired|questioned|wondered)\b")
SHE_TOLD = re.compile(
    r"\b(?:[Hh]e|[Ss]he)\s(?:\w+\s)?(?:advised|stated|said|confirmed|explained|indicated|replied|responded|noted|told)\b"
)
# “the Mayor BE REQUESTED to write”: what capitals take into the name
BE_ASKED = re.compile(r"\sBE\s[A-Z]{4,}\b.*\Z")
# “issues that need to be considered”, “she asked for it to be ended”: no “to be” of what will be done
OUGHT = re.compile(r"\b(?:needs?|needed|ought|ha(?:s|ve|d)|likely|expected|wanted)\sto\sbe\b|\bfor\s\w+\sto\sbe\b")
DEED = re.compile(promises.DOING + r"\b", re.VERBOSE)
# Verbs that follow “agreed to” and “offered to” without a promise.
NO_DEED = frozenset(("differ", "be", "resign", "serve", "act", "stand", "continue", "accept", "support"))
NO_DEED_AGREED = NO_DEED | {"take", "lead", "join", "second", "chair"}
HINT = re.compile(
    r"\b(?:would|will|shall|could|to|asked|requested|requests|hoped|hopes|intends?|intended|expects?|expected|plans|planned|promises|undertook|agreed|offered|promised|volunteered|committed|pledged|assured|assurance|action|actions)\b",
    re.IGNORECASE,
)


class Promise(NamedTuple):
    """A promise: who makes it in the minutes' words, whether it can be seen to be done, and the thing to be done."""

    owner: str | None
    hard: bool
    thing: str = ""


def promise_in(text: str, speaker: str | None, *, decided: bool) -> Promise | None:
    """Return what a sentence promises, None when it promises nothing.

    `speaker` is who spoke before it, for “he” and “she”; `decided` tells a sentence of a decision, where a task may be
    handed out in the plain form: “that the Clerk obtain prices”.
    """
    if not decided and not HINT.search(text):
        return None
    note = promises.CLERKS_NOTE.match(text)
    if note:
        return Promise(note["owner"], True)
    line = promises.ACTION_LINE.search(text)
    if line and promises.ACT_OF_A_BODY.match(line["what"]) is None:
        inner = promises.ACTIVE.search(line["what"])
        named = _owner(inner["owner"], "", speaker) if inner else line["what"].split(" to ")[0].strip(" .:*_")[:60]
        return Promise(named, True)
    found = _task(text) if decided else None
    return (
        found
        or _given(text, speaker)
        or _active(text, speaker)  # who says “I will” owns it, whoever asked
        or _requested(text, speaker)
        or _passive(text, speaker)
        or _hoped(text, speaker)
    )


def is_somebody(owner: str, text: str) -> bool:
    """Tell whether words of a sentence are a person, a post or officers, and not a thing written like a name."""
    words = owner.replace("’", "'").split()
    if not words or owner.endswith(("'s", "’s", ",")) or promises.BODY.match(owner):
        return False
    heads = frozenset(row[0] for row in table("role_heads"))
    if words[0] in TITLES or INITIALS.fullmatch(owner) or any(w.casefold().strip(",.") in heads for w in words):
        return True
    if owner.islower() or owner.casefold() in ("officers", "staff", "administration"):
        return True
    return any(entity.label in ("PERSON", "ROLE") and entity.text in owner for entity in _tagged(text))


@lru_cache(maxsize=1024)
def _tagged(text: str) -> Entities:
    return tag(text)


def speaker_in(text: str) -> str | None:
    """Return who speaks in a sentence, or whom it is about; None for pronouns and where nobody is named."""
    named = None
    for told in (*promises.VIEW_OF.finditer(text), *promises.SPEAKER.finditer(text)):
        named = _named(told["owner"]) or named
    if named is None:
        opens = promises.OPENS_WITH.match(text)
        named = _named(opens["owner"]) if opens and not ASKS.match(text, opens.end("owner")) else None
        if named and " " not in named and not is_somebody(named, text):
            return None  # “Contact would continue” opens like a name, and is nobody
    return named


def _named(words: str) -> str | None:
    words = words.strip()
    if PRONOUN.match(words) or promises.BODY.match(words):
        return None
    return _trimmed(words)


def _task(text: str) -> Promise | None:
    for match in promises.TASK.finditer(text):
        verb = match["verb"]
        owner = _trimmed(match["owner"])
        plain = verb not in promises.NO_TASK and INFLECTED.search(verb) is None
        plain = plain or promises.THIRD_PERSON.match(verb) is not None
        if owner and plain and owner not in NAMES_OF_VERBS and is_somebody(owner, text) and not owner.isupper():
            return Promise(owner, True)
    by = promises.TASK_BY.search(text)
    owner = _trimmed(by["owner"]) if by else None
    return Promise(owner, True) if owner and is_somebody(owner, text) and not owner.islower() else None


# Deciding verbs and their like in capitals are no owners.
NAMES_OF_VERBS = frozenset(
    (
        "AGREED",
        "RESOLVED",
        "ORDERED",
        "NOTED",
        "APPROVED",
        "RECOMMENDED",
        "DEFERRED",
        "Resolved",
        "Agreed",
        "That",
        "Councillors",
    )
)


def _given(text: str, speaker: str | None) -> Promise | None:
    for match in promises.WORD_GIVEN.finditer(text):
        agrees = re.search(r"\b(?:agreed|offered)\b", match[0]) is not None
        after = text[match.start("verb") :] if match["verb"] else ""
        no_deed = match["verb"] in (NO_DEED_AGREED if agrees else NO_DEED) and DEED.match(after) is None
        if no_deed or _conditional(text, match.start(), match.start() + 1):
            continue
        words = match["owner"]
        owner = _owner(words, text[: match.start()], speaker) if words else speaker_in(text[: match.start()]) or speaker
        if (words and owner is None) or ("agreed" in match[0].split() and (match["to"] is None or owner is None)):
            continue
        if owner and not PRONOUN.match(owner) and not is_somebody(owner, text) and owner != speaker:
            continue
        return Promise(owner, MUSING.match(after) is None or match["verb"] in ("look", "review"))
    if promises.ASSURED.search(text):
        return Promise(None, True)
    return None


def _active(text: str, speaker: str | None) -> Promise | None:
    for match in promises.ACTIVE.finditer(text):
        owner = _owner(match["owner"], text[: match.start()], speaker)
        if owner is None or _conditional(text, match.start(), match.end()):
            continue
        if owner != speaker and not PRONOUN.match(owner) and not is_somebody(owner, text):
            continue
        if match["modal"] is None and owner == "Executive":  # asked by another body, it decides for itself
            continue
        if match["modal"] in ("to", "should") and not _decreed(text, match.start()):
            continue
        return Promise(owner, match["musing"] is None)
    for match in promises.GOES_ON.finditer(text):
        owner = speaker_in(text[: match.start()]) or speaker
        if owner and not _conditional(text, match.start(), match.end()):
            return Promise(owner, True)
    if promises.DUE.search(text) or promises.SOMETIME.search(text):
        for match in promises.DATED.finditer(text):
            if (
                (match["verb"] or match["ready"] or "be") in promises.STATES
                or (match["verb"] or "").endswith("ly")
                or match["owner"] is None
                or _conditional(text, match.start(), match.end())
            ):
                continue
            owner = _owner(match["owner"], text[: match.start()], speaker)
            if owner and (owner == speaker or is_somebody(owner, text)):
                return Promise(owner, True)
    return None


def _requested(text: str, speaker: str | None) -> Promise | None:
    """Return what a body asked for, or agreed to do itself: the request of one member is only a wish."""
    match = promises.REQUESTED.search(text)
    if match and not _conditional(text, match.start(), match.start() + 1):
        words = match["owner"] or match["by"]
        owner = _owner(words, "", speaker) if words else None
        if words is None or (owner and (owner == speaker or PRONOUN.match(owner) or is_somebody(owner, text))):
            return Promise(owner, True)
    return Promise(None, True) if promises.AGREED_TO.search(text) else None


def _passive(text: str, speaker: str | None) -> Promise | None:
    for match in promises.PASSIVE.finditer(text):
        if _conditional(text, match.start(), match.end()):
            continue
        if match["modal"] == "to" and OUGHT.search(text, max(0, match.start() - 4), match.end()):
            continue
        due = promises.DUE.search(text) is not None
        if match["modal"] == "to" and not due and match.start() > 40 and not _decreed(text, match.start()):
            continue
        agent = promises.AGENT.match(text, match.end())
        owner = _trimmed(agent["owner"]) if agent else _teller(text, match.start(), speaker)
        return Promise(owner if owner and is_somebody(owner, text) else None, match["musing"] is None, match["thing"])
    for match in promises.COMES.finditer(text):
        if not _conditional(text, match.start(), match.start() + 1):
            owner = _teller(text, match.end("told") if match["told"] else match.start(), speaker)
            return Promise(owner if owner and is_somebody(owner, text) else None, True)
    dated = promises.DUE.search(text) is not None or promises.SOMETIME.search(text) is not None
    for match in promises.DATED_PASSIVE.finditer(text):
        if (dated or match["told"]) and not _conditional(text, match.start(), match.end()):
            owner = _teller(text, match.start(), speaker)
            return Promise(owner if owner and is_somebody(owner, text) else None, True)
    return None


def _teller(text: str, end: int, speaker: str | None) -> str | None:
    """Return who tells, before a place, of what will be done: by name, or as the “she” that is who spoke before."""
    return speaker_in(text[:end]) or (speaker if SHE_TOLD.search(text, 0, end) else None)


def _hoped(text: str, speaker: str | None) -> Promise | None:
    for match in promises.HOPING.finditer(text):
        if _conditional(text, match.start(), match.start()):
            continue
        if match["verb2"]:
            return Promise(None, False)
        owner = _owner(match["owner"], text[: match.start()], speaker)
        if owner and match["verb"] not in promises.STATES and (owner == speaker or is_somebody(owner, text)):
            return Promise(owner, False)
    return None


def _decreed(text: str, place: int) -> bool:
    """Tell whether “the Clerk to write” or “should write” is an order: in a decision's words, or a note of it."""
    return DECREED.search(text[:place]) is not None


def _conditional(text: str, start: int, end: int) -> bool:
    opening = OPENING.match(text)
    begin = opening.end() if opening and opening.end() <= start else 0
    for turn in TURN.finditer(text, begin, start):  # what is said before “but” is another matter
        begin = turn.end()
    return promises.CONDITION.search(text, begin, end) is not None or text.rstrip().endswith("?")


def _owner(words: str, before: str, speaker: str | None) -> str | None:
    words = words.strip()
    if PRONOUN.match(words):
        return speaker_in(before) or speaker or words
    return _trimmed(words)


def _trimmed(words: str) -> str | None:
    words = re.sub(r"(?:\s(?:and|of|for|the|to|&))+\Z", "", BE_ASKED.sub("", words.strip()))
    words = words[:-1] if re.search(r"[a-z]{4,}\.\Z", words) else words  # the full stop of the sentence
    return None if NO_OWNER.search(words) else re.sub(r"\A(?:That\s+)?(?:[Tt]he|[Aa]n?|[Oo]ur)\s+", "", words)
