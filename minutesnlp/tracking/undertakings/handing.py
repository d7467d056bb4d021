"""Who a task is given to: by an action line, or by a resolution in the plain form, “that the Clerk obtain prices”."""

from __future__ import annotations

import re

from minutesnlp.tracking.listed import listed
from minutesnlp.tracking.undertakings import promises
from minutesnlp.tracking.undertakings.actors import BODY, is_somebody, kind_of, trimmed
from minutesnlp.tracking.undertakings.doings import MUSED, SEEN, verb_class
from minutesnlp.tracking.undertakings.subjects import LEADING

# “supported”, “noting”, “agrees”, “only”; not “proceed”, “bring”, “discuss”, “supply”
INFLECTED = re.compile(r"(?<!e)ed\Z|(?<!\Abr)(?<!\Ar)ing\Z|(?<!s)s\Z|(?<!p)(?<!\Are)ly\Z")
# “that the Panel place on record its thanks”: done by being said
RECORDED = re.compile(r"(?:places?\son\srecord|records?\s(?:its|their)|joins?\sin)\b")
# “BE FORWARDED to the Manager for consideration”: what follows is no verb
UNFINISHED = re.compile(r"\s(?:of|for|in|the)\Z")
# “the Panel list of works”, “Mr Voss request for leave”: a thing called as a deed is
NOUN = re.compile(
    r"(?!dispose|approve)[a-z]+\sof\b|(?:request|plan|bid|grant|need|budget)\sfor\b|work\s(?:plan|schedule|programme)"
)
NAMES_OF_VERBS = listed("AGREED RESOLVED ORDERED NOTED APPROVED RECOMMENDED DEFERRED Resolved Agreed That Councillors")


# “Action: Ms Lund agreed to write”, “Action: Ms Lund was asked to write”
SAID_SO = re.compile(r"(?<=\w)\s(?:agreed|offered|undertook|advised|confirmed|was|were|has|had)\b.*\Z", re.DOTALL)


def of_action(what: str, text: str) -> str | None:
    """Return who an action is given to: “Clerk to write”, “JT/MK”; None for “write to the county”."""
    first, _, rest = what.partition(" to ")
    first = SAID_SO.sub("", first.strip(" .:*_"))
    verb = first.split()[0].casefold() if first else ""
    if verb in SEEN | MUSED and not is_somebody(first, text):
        return None  # “Action: Continue to press for it”
    several = r"(?:[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){1,2},\s)*"  # “Ann Rook, Bob Fell and Cy Orr will”
    inner = re.match(rf"\W*(?P<owner>{several}{promises.ACTOR})\s(?:to|will|would)\s(?!be\b)", what, re.VERBOSE)
    if inner:
        return trimmed(inner["owner"])
    if re.match(r"be\s", rest) or len(first.split()) > 8:
        return None
    if (rest and first[:1].isupper()) or is_somebody(first, text):
        return trimmed(first)
    return trimmed(first) if first[:1].isupper() and len(first.split()) < 3 else None


# “It was agreed that we write to the firm”
OF_US = re.compile(
    r"\b(?:[Aa]greed|AGREED|[Rr]esolved|RESOLVED|[Dd]ecided)\s(?:that\s)?we\s(?:should\s)?(?P<verb>[a-z]{3,})\b"
)


def tasks_us(text: str) -> re.Match[str] | None:
    """Return where a body agrees to do something itself, told as “we”."""
    match = OF_US.search(text) if " we " in text else None
    deed = verb_class(match["verb"], text[match.end() :].lstrip(), passive=False) if match else ""
    return match if deed in ("said", "seen") else None


# “that the Clerk write to”, a paragraph of its own: the clause of a resolution, also where the resolution is not seen
CLAUSE_FIRST = re.compile(
    r"(?:\W*(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+)?(?:(?:AND\s)?(?:that|That|THAT)\s)?the|AND\s(?:that|THAT)\sthe|That\sthe)\s[A-Z]"
)


def tasked_first(text: str) -> str | None:
    """Return the post that a sentence opens with and gives a task in the plain form: “that the Clerk write”."""
    if not CLAUSE_FIRST.match(text):
        return None
    match = promises.TASK.match(text)
    if match is None:
        return None
    owner, verb = trimmed(match["owner"]), match["verb"]
    plain = verb not in promises.NO_TASK and INFLECTED.search(verb) is None
    deed = verb_class(verb, text[match.end() + len(verb) :].lstrip(), passive=False) in ("said", "seen", "other")
    return owner if owner and plain and deed and kind_of(owner, text) == "role" else None


# “the City Clerk BE DIRECTED to arrange”; not “BE AUTHORIZED to sign what may be required”
DIRECTED = re.compile(
    rf"(?P<owner>{promises.ACTOR})\sBE\s(?:DIRECTED|REQUESTED|INSTRUCTED|ASKED|TASKED)\sto\s(?P<verb>[a-z]+)",
    re.VERBOSE,
)


# “Requests the Chief Executive to report on the sale by May”, “that staff report on the roof”: clauses of a resolution
REQUESTS = re.compile(
    rf"\A\W*(?:\(?\w{{1,4}}[.)]\s+)?(?:Requests?|Instructs?|Directs?|Asks?|Tasks?)\s(?:that\s)?(?:the\s)?(?P<owner>{promises.ACTOR})\s"
    r"to\s(?P<verb>(?!be\b)[a-z]{3,})\b|\b(?:that|That|THAT)\s(?P<owner2>staff)\s(?P<verb2>[a-z]{4,})\b",
    re.VERBOSE,
)


def _requested_in(text: str) -> str | None:
    """Return who is asked in a clause of a resolution to do something that can be seen done."""
    match = REQUESTS.search(text)
    if match is None:
        return None
    verb = match["verb"] or match["verb2"]
    owner = trimmed(match["owner"] or match["owner2"])
    seen = verb_class(verb, text[match.end() :].lstrip(), passive=False) in ("said", "seen")
    return owner if owner and seen and INFLECTED.search(verb) is None and may_own(owner, text) else None


def tasked_in(text: str) -> str | None:
    """Return who is given a task in the plain form: “that the Clerk obtain prices”, “be drawn up by the Director”."""
    directed = DIRECTED.search(text)
    if directed and verb_class(directed["verb"], text[directed.end() :].lstrip(), passive=False) != "mused":
        owner = trimmed(LEADING.sub("", directed["owner"]))
        if owner and may_own(owner, text):
            return owner
    for match in promises.TASK.finditer(text):
        verb = match["verb"]
        if match["owner"].endswith(" to"):
            continue
        owner = None if " BE " in match["owner"] else trimmed(match["owner"])
        plain = verb not in promises.NO_TASK and INFLECTED.search(verb) is None
        plain = plain or promises.THIRD_PERSON.match(verb) is not None
        noun = UNFINISHED.search(match["owner"]) or NOUN.match(text, match.end())
        # “Delegates to the Clerk the sending of it”
        if RECORDED.match(text, match.end()) or (noun and not match["owner"].startswith("Delegates to")):
            continue
        deed = verb_class(verb, text[match.end() + len(verb) :].lstrip(), passive=False) in ("said", "seen")
        may = owner is not None and (may_own(owner, text) or (deed and kind_of(owner, text) == "body"))
        if owner and plain and may and owner not in NAMES_OF_VERBS and not owner.isupper():
            return owner
    asked = _requested_in(text)
    if asked is not None:
        return asked
    by = promises.TASK_BY.search(text)
    owner = trimmed(by["owner"]) if by else None
    return owner if owner and is_somebody(owner, text) and not owner.islower() else None


def may_own(owner: str, text: str) -> bool:
    """Tell whether words of a sentence can be the owner of a promise: no body, no thing, no name alone."""
    return BODY.match(owner) is None and kind_of(owner, text) not in ("thing", "name", "body")
