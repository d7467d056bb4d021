"""Whether a sentence promises something, who promises it, and how firmly.

Every clause in which something may be promised is found by its construction (“will circulate”, “Clerk to write”, “was
asked to check”, “a report would be brought”), described by what is seen of it (who, which verb, by when, to whom, under
what condition), and weighed: `weights` tells how much each says for or against a promise.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from minutesnlp.tracking.decisions.movers import movers_in
from minutesnlp.tracking.decisions.verbs import ROUTINE
from minutesnlp.tracking.undertakings import promises
from minutesnlp.tracking.undertakings.actors import is_somebody, resolved, trimmed
from minutesnlp.tracking.undertakings.constructions import ADVERBS, ASKED, CLAUSE, clause_at, teller
from minutesnlp.tracking.undertakings.doings import is_errand, verb_class
from minutesnlp.tracking.undertakings.due import due_in
from minutesnlp.tracking.undertakings.handing import CLAUSE_FIRST, may_own, of_action, tasked_first, tasked_in, tasks_us
from minutesnlp.tracking.undertakings.hearing import WANTED, roles_of
from minutesnlp.tracking.undertakings.plainly import TASKED, agenda_items_in, is_plain
from minutesnlp.tracking.undertakings.readings import Clause, Promise
from minutesnlp.tracking.undertakings.seeing import ON_THE_SPOT
from minutesnlp.tracking.undertakings.subjects import actor_of
from minutesnlp.tracking.undertakings.surroundings import around, words_around

# “I will ask at the next meeting”, the whole of it, and “In view of the frost, I will move that …”
ASKING = re.compile(
    r"(?:\A\W*(?:[I|1l]\s|We\s)?|\b[Ii]\s)(?:will|shall|wish\sto|beg\sto)\s(?:be\s)?(?:ask|mov|propos|call)"
)
# A body or its chair asks somebody, and it is an action; one member's request is a wish.
REQUESTED = re.compile(
    rf"""\b(?:(?:provided|gave|giving|given)\s(?:direction|directions|instructions?)\sto\s(?P<owner3>{promises.ACTOR})\sto\s(?P<verb3>[a-z]+)|(?P<asker>{promises.ASKING}|[Ii]t(?:\s(?:was|is))?|(?:was|were))\s
    (?:(?:discussed|considered|debated|noted|heard|received)\s[^.;,]{{3,80}}?,?\sand\s)?(?:also\s|then\s|further\s|therefore\s|\w+ly\s)?
    (?:asked|requested|requests|instructed|directed|tasked|asks|left\s(?:to|with))\s
    (?: (?:that\s|for\s)?(?P<owner>{promises.ACTOR}|her|him|them)\s(?:(?:to|should|would|could)\s)?
        {ADVERBS}(?P<verb>(?!(?:be|to|and|or|of|for|the|in|at|on)\b)[a-z]+)
      | (?:that|for)\s(?!(?:s?he|they|we|I)\s)(?P<thing>(?:[\w’'-]+\s){{1,12}}?)
        (?:(?:should|would|could|to)\s)?be\s{ADVERBS}(?P<done>[a-z]+) ))\b""",
    re.VERBOSE,
)
# “Members asked that a crossing be painted”: a wish, where nobody is named who is to see to it
OF_SEVERAL = re.compile(r"[Mm]embers|[Cc]ouncillors")
BODY_ASKED = re.compile(r"(?![Ii]t\b|was\b|were\b|[Cc]hair).*")  # one who asks from the chair may only want an answer
# “It was agreed a letter be sent”: the plain form behind a decision's word
SUBJUNCTIVE = re.compile(
    r"\b(?:agreed|resolved|decided|carried|consensus)\b(?:\sunanimously)?(?:,[^.;]{3,90},)?(?:\sof\s(?:the\s)?[A-Z]\w+)?\s(?:that\s)?(?P<thing>[^.;]{3,120}?)(?<!would)(?<!will)(?<!to)(?<!should)"
    r"(?<!could)(?<!not)(?<!may)(?<!must)\sbe\s(?P<verb>[a-z]+(?:ed|en|nt|ght|de|ut|wn|ld|et|ne))\b",
    re.I,
)
HINT = re.compile(
    r"\b(?:would|will|shall|could|should|must|to|asked|requested|requests|promis\w+|undert\w+|agreed|offered|volunteered|disposal|committed|"
    r"pledged|pressed|told|consented|assur\w+|commitments?|actions?)\b|[’']ll\b",
    re.IGNORECASE,
)


def may_promise(text: str, *, decided: bool) -> bool:
    """Tell whether anything in a sentence can be a promise, at a first look."""
    return decided or HINT.search(text) is not None or CLAUSE_FIRST.match(text) is not None


# A cheap first look: where something is asked for, and where somebody gives his word
ASKS = re.compile(
    r"\b(?:asked|asks|request(?:ed|s)|instructed|directed|tasked|direction|instructions?|(?:fell|left) (?:to|with))\b"
)
WORD = re.compile(
    r"assur|promis|undert|pledg|commit|offered|\b[Tt]here (?:would|will) (?:\w+ )?be\b|"
    r"\bcould\b|\bexpect\b|volunteered|\bput (?:him|her|them|his|their)|\bshould (?:have|receive)\b|\bword that\b|"
    r"[Pp]ressed|\bAsked\b|"
    r"\b(?:would|will)(?: be| do so)?(?:\W*\Z|, )|consented|"
    r"\b(?:agreed|accepted)(?:\s(?:to (?:this|it|do so)|at once))?\W*\Z"
)


# “before any lane was lost”, “when the votes are in”: a time of its own, though no day
BEFORE = re.compile(r"\b(?:before|once|until|when|as\ssoon\sas)\s(?:\w+\s){1,4}?(?:is|are|was|were|had|has|have)\b")
SOME_DAY = datetime.date(2000, 1, 1)  # the times of two promises are only told apart, not reckoned


def promises_in(text: str, speaker: str | None, *, decided: bool, heard: frozenset[str] = frozenset()) -> list[Promise]:
    """Return what a sentence promises: one promise, or more where each has a time, an owner or a firmness of its own.

    `speaker` is who spoke before it, for “he” and “she”; `decided` tells a sentence of a decision, where a
    task may be handed out in the plain form: “that the Clerk obtain prices”.
    """
    found = [one.promise for one in clauses_in(text, speaker, decided=decided, heard=heard) if one.weight > 0]
    apart = found[:1]
    for one in found[1:]:
        if one.at > apart[-1].at and _is_another(text, apart[-1], one):
            apart.append(one)
        else:  # “asked that it be sent, and Ms Lund agreed”; “would undertake a study and report back”
            last = apart[-1]
            owner = one.owner if last.owner is None or last.owner in (one.owner or "") else last.owner
            apart[-1] = last._replace(owner=owner, hard=last.hard or one.hard)
    return apart


def _is_another(text: str, one: Promise, other: Promise) -> bool:
    """Tell “would do it by May and would write by June”, two promises, from “would look at it and would reply”."""
    named = one.owner and other.owner and one.owner != other.owner and other.owner in text[one.at : other.at]
    if named and (one.owner or "") in (other.owner or ""):  # “the Mayor and the Clerk to sign”
        return False
    if named and is_somebody(other.owner or "", text):
        return True
    if other.hard and not one.hard and promises.SOMETIME.search(text, other.at):
        return True
    return all(
        due_in(part, SOME_DAY)[0] is not None or BEFORE.search(part)
        for part in (text[one.at : other.at], text[other.at :])
    )


def clauses_in(
    text: str, speaker: str | None, *, decided: bool, heard: frozenset[str] = frozenset()
) -> Iterator[Clause]:
    """Yield the clauses of a sentence that may promise something, each with what was `heard` before it."""
    for clause in _clauses(text, speaker, decided):
        if "action" in clause.seen:
            yield clause
            continue
        if is_plain(clause, heard) or TASKED in clause.seen:
            yield clause._replace(seen=clause.seen | {"action"})
            continue
        words = words_around(text, clause.promise.at)
        if "plain" in clause.seen:
            yield clause._replace(seen=clause.seen | words)
            continue
        if clause.sort in ("as asked", "agreed to it") and WANTED not in heard:
            continue  # “She agreed.” with what was said, not to do it
        here = {f"here {role}" for role in roles_of(text[: clause.promise.at], here=True)} | heard
        built = {f"{one}, {clause.kind}" for one in heard if clause.kind}
        yield clause._replace(seen=clause.seen | words | here | built | {f"{one}, {clause.sort}" for one in here})


def _clauses(text: str, speaker: str | None, decided: bool) -> Iterator[Clause]:
    if not may_promise(text, decided=decided) or ASKING.search(text):
        return
    line = promises.ACTION_LINE.search(text)
    moved = line is not None and movers_in(line["what"]).mover is not None  # “ACTION: Director Ash moved to …”
    if line and not moved and promises.ACT_OF_A_BODY.match(line["what"]) is None and not line["what"].startswith("|"):
        yield Clause(frozenset(("action",)), Promise(of_action(line["what"], text), True, at=line.start()))
        return
    tasked = tasked_in(text) if decided else tasked_first(text)
    if tasked is not None:
        yield Clause(frozenset(("plain" if decided else "plain, by itself",)), Promise(tasked, True))
    for match in CLAUSE.finditer(text):
        clause = clause_at(text, match, speaker, decided)
        if clause is not None:
            yield clause
    if ASKS.search(text):
        yield from _requested(text, speaker, decided)
    if " be " in text and not ROUTINE.search(text):
        yield from _in_the_plain_form(text, decided)
    if WORD.search(text):
        yield from _by_ones_word(text, speaker, decided)
    us = tasks_us(text)
    if us is not None:
        yield Clause(frozenset(("action",)), Promise(None, True, at=us.start("verb")))
    for match in agenda_items_in(text):
        yield Clause(frozenset(("action",)), Promise(None, True, at=match.start()))


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
        owner = owner if owner and may_own(owner, text) else None
        body = BODY_ASKED.match(match["asker"] or "") is not None
        if body and owner and not (spot or passive) and is_errand(verb, passive=False) and is_somebody(owner, text):
            seen.add("action")  # what a body asks somebody to find out or to write is a task, whoever he is
        firm = of != "mused" and (owner is not None or OF_SEVERAL.match(match["asker"] or "") is None)
        yield Clause(frozenset(seen), Promise(owner, firm, at=match.start()), "requested")


def _in_the_plain_form(text: str, decided: bool) -> Iterator[Clause]:
    """Yield what a body agreed should be done: “It was agreed a letter be sent”."""
    for match in SUBJUNCTIVE.finditer(text):
        verb, after = match["verb"].casefold(), text[match.end() :].lstrip()
        of = "asked" if re.match(ASKED, verb) else verb_class(verb, after, passive=True)
        agent = promises.AGENT.match(text, match.end())
        owner = trimmed(agent["owner"]) if agent else None
        seen = {"subjunctive", f"subjunctive {of}", *around(text, match.start(), match.end(), decided)}
        yield Clause(
            frozenset(seen),
            Promise(owner if owner and may_own(owner, text) else None, True, match["thing"]),
            "subjunctive",
        )


# How somebody gives his word, each with its name among the weights.
BY_WORD = (
    (promises.ASSURED, "assured"),
    (promises.COULD, "could"),
    (promises.THERE, "there would be"),
    (promises.THERE_BY, "there by then"),
    (promises.VOLUNTEERED, "given that"),
    (promises.GIVEN_THAT, "given that"),
    (promises.ASSENTED, "assented"),
    (promises.IN_SHORT, "in short"),
    (promises.AS_ASKED, "as asked"),
    (promises.AGREED_TO_IT, "agreed to it"),
    (promises.NAMED_A_DAY, "given that"),
)


def _by_ones_word(text: str, speaker: str | None, decided: bool) -> Iterator[Clause]:
    """Yield what somebody gave his word for: “gave an assurance that …”, “…, and she agreed”."""
    for pattern, name in BY_WORD:
        for match in pattern.finditer(text):
            said = match.groupdict().get("owner") or match.groupdict().get("owner2")
            owner = resolved(said, text[: match.start()], speaker) if said else teller(text, match.end(), speaker)
            seen = {name, *around(text, match.start(), match.end(), decided)}
            if name == "given that":
                seen.add(f"given that, {actor_of(said, owner, text)}")
            yield Clause(frozenset(seen), Promise(owner if owner and may_own(owner, text) else None, True), name)
