"""Who promises: whether words of a sentence are somebody, of which kind, and who “he” and “she” are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from minutesnlp.records import Entities
from minutesnlp.tagging import tag
from minutesnlp.tagging.lexicons import table
from minutesnlp.tagging.lexicons import words as word_list
from minutesnlp.tracking.undertakings import promises

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
        "Sgt",
        "Sgt.",
        "Insp.",
    )
) | {"Sir", "Dame", "Rev", "Revd"}
# “JT”, “NS/MK”, “LRMcC”
INITIALS = re.compile(r"(?:[A-Z]{2,4}|[A-Z]{1,3}(?:Mc|Mac|O)[A-Z])(?:\s?[/&]\s?[A-Z]{2,4})*")
# “B. Delegated authority to the Director …”: the label of a clause and its verb
LABELLED_VERB = re.compile(
    r"[A-Z]\.?\s(?:Delegate[sd]?|Approve[sd]?|Note[sd]?|Agree[sd]?|Endorse[sd]?|Authori[sz]e[sd]?|Request(?:s|ed)?|Instruct(?:s|ed)?|"
    r"Direct(?:s|ed)?|Receive[sd]?|Adopt(?:s|ed)?)\Z"
)
# “O. Fell”, “J T Voss”
INITIALLED = re.compile(r"(?:[A-Z]\.?\s?){1,3}\s?[A-Z][\w’'-]+[a-z]")
PRONOUN = re.compile(r"\A(?:he|she|they|we|her|him|them)\Z", re.IGNORECASE)
# Things that are written like names and promise nothing.
NO_OWNER = re.compile(
    r"\b(?:Plan|Strategy|Scheme|Report|Act|Policy|Programme|Project|Fund|Agreement|Bill|Review|Order|Framework|"
    r"System|Budget|Agenda|Item|Minutes|Bank|Meeting|Road|Street|Proposal|Motion|I|This|It|That|These|"
    r"There|Which|What|VAT|END|AGM|Continue|Remove|Proceed|Ensure|A|An|The|Application|Letters?|Work|Works|Money|Nobody|Everyone|Somebody|Some|Any|"
    r"Its|Their|His|Her|Invitation|Attempts?|Efforts?|By-?[Ll]aws?|Café|Cafe|St\.|Rd\.|Ave\.|Forms?|Need|Ordinance|ORDINANCE|Resolution|RESOLUTION|By-?law|[Rr]ules?|Return|"
    r"Also|In|Question|Lights|Signage|Plaques|Gate|Field|Notice\sBoard|Categorisation|Farm|Types|Agree|Respond|Reconsider|Note|Approve|Endorse|Request|Consider|Delegate|Suspend|Intention|"
    r"Council Meeting|January|February|March|April|May|June|July|August|September|October|November|"
    r"December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\Z"
)
# … and a member who is called so: “Councillor May”, “Councillor Ann Field”
MEMBER_CALLED_SO = re.compile(
    r"(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr)\.?\s(?:[A-Z][\w.’'-]*\s){0,2}"
    r"(?:Field|Farm|Banks?|Street|Road|Gates?|Bill|March|April|May|June|August)"
)
# What begins like a name and is a thing: “Due to the rain”, “Special Meeting of the Council”
THING_FIRST = re.compile(
    r"\A(?:(?:Special|Annual|General)\sMeeting|Right|Unable|Proposals?|Draft|Due|Further|Motion|Notice|Item|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)(?=,))\b"
)
# What is no person and can still promise: “the Environment Department”, “Highways”, “Fenwater Limited”.
OUTFIT = re.compile(
    r"\b(?:Team|Department|Dept\.?|Directorate|Division|Services?|Unit|Office|Association|Company|Ltd|Limited|Agency|"
    r"Authority|Police|Highways|Administration|Trust|Group|Partnership|Contractors?|Society|Club|Engineering|Housing)\Z"
)
# A body decides, and its promise is its own.
BODY = re.compile(
    r"\A(?:[Tt]he\s|[Tt]his\s)?(?:[A-Z]\w+\s){0,4}(?:[Mm]embers|[Cc]ouncil|[Cc]ommittee|Sub-Committee|[Pp]anel|[Bb]oard|Cabinet|"
    r"[Cc]ouncillors|Forum|Meeting|District|Scrutiny|All|Everyone|(?<!Chief\s)Executive)\Z"
)
# Who asks is not who answers: “Cllr Voss asked about the roof. He would find out.”
ASKS = re.compile(r"(?:,\s[^,]{3,60},)?\s(?:asked|queried|enquired|inquired|questioned|wondered)\b")
# “the Mayor BE REQUESTED to write”: what capitals take into the name
BE_ASKED = re.compile(r"\sBE\s[A-Z]{4,}\b.*\Z")
# “BE FORWARDED to the Administration”, “Delegates to the Monitoring Officer”, “TO DIRECT the Clerk”
VERB_FIRST = re.compile(
    r"\A[A-Z ]+\s(?:ASKED|REQUESTED|INSTRUCTED)\s(?:THE\s)?|"
    r"\A(?:(?:TO\s)?(?:BE\s[A-Z]{4,}|DIRECT|REQUEST|INSTRUCT)|Delegat(?:es?|ing)|Direct(?:s|ing)?|Instruct(?:s|ing)?|"
    r"Request(?:s|ing)?|Authori[sz](?:es?|ing))\s(?:to\s)?(?:the\s)?|\Ato\s(?=[A-Z])"
)
# Posts outside a council
MORE_POSTS = {"officers", "engineers", "managers", "applicant", "agent", "operator", "landlord", "vicar", "rector"}
ARTICLE = re.compile(r"\A(?:That\s+)?(?:[Tt]he|[Aa]n?|[Oo]ur)\s+")


def kind_of(owner: str, text: str) -> str:
    """Tell a `person`, `role`, `letters`, `outfit`, `body`, `name` (capitals alone) or `thing` in a sentence."""
    words = owner.replace("’", "'").split()
    if len(words) == 1 and re.search(r"[a-z](?:ed|ing)\Z", owner):  # “Asked, the Clerk”
        return "thing"
    if not words or owner.endswith(("'s", "’s", ",")) or _is_thing(owner) or LABELLED_VERB.match(owner):
        return "thing"
    if BODY.match(owner):
        return "body"
    if words[0] in TITLES or INITIALLED.fullmatch(owner):
        return "person"
    if INITIALS.fullmatch(owner):
        return "letters"
    if is_post(owner):
        return "role"
    if owner.casefold() in ("for", "team", "and"):
        return "thing"
    if owner.casefold() in ("officers", "staff", "administration") or owner.islower():
        return "role"
    if words[0].casefold() in word_list("given_names") and len(words) <= 3:
        return "person"
    if OUTFIT.search(owner):
        return "outfit"
    if any(entity.label in ("PERSON", "ROLE") and entity.text in owner for entity in _tagged(text)):
        return "person"
    return "name"


def is_somebody(owner: str, text: str) -> bool:
    """Tell whether words of a sentence are a person, a post or officers, and not a thing written like a name."""
    return kind_of(owner, text) in ("person", "role", "letters")


def is_post(owner: str) -> bool:
    """Tell whether words hold the head of a post: “the parish clerk”."""
    return any(word.casefold().strip(",.") in _heads() for word in re.split(r"[\s/]", owner.replace("’", "'")))


def _is_thing(words: str) -> bool:
    """Tell “Playing Field” and “Special Meeting of the Council” from “Councillor Ann Field”."""
    if MEMBER_CALLED_SO.fullmatch(words):
        return False
    return NO_OWNER.search(words) is not None or THING_FIRST.match(words) is not None


def _is_street(words: str) -> bool:
    """Tell “Clarence Drive” from a person, and from “the Director of Place”."""
    return words.split()[-1].casefold().strip(".") in word_list("street_types") and not is_post(words)


@cache
def _heads() -> frozenset[str]:
    return frozenset(row[0] for row in table("role_heads")) | MORE_POSTS


@lru_cache(maxsize=1024)
def _tagged(text: str) -> Entities:
    return tag(text)


# “A letter was passed to the Bursar and the Clerk would write”: what stands before belongs to the first of them
BEHIND = re.compile(
    r"\b(?:of|from|in|at|near|on|with|by|for|to|outside|behind|beside|concerning|regarding)"
    r"\s(?:the\s|an?\s)?(?:\d{1,2}(?:st|nd|rd|th)?\s(?:of\s)?)?\Z"
)
JOINT = re.compile(r"\s(?:and\s(?:the\s)?|the\s)")
SHORT_BODIES = ("PC", "CC", "TC")


def second_of(words: str, before: str, text: str) -> int:
    """Return where, of two that are joined, the one begins who does something; 0 where both do."""
    if " " not in words or BEHIND.search(before) is None:
        return 0
    return next((joint.end() for joint in JOINT.finditer(words) if _does(words[joint.end() :], text)), 0)


def _does(words: str, text: str) -> bool:
    return words in SHORT_BODIES or is_somebody(words, text) or all(is_somebody(o, text) for o in words.split(" and "))


@lru_cache(maxsize=256)
def speaker_in(text: str) -> str | None:
    """Return who speaks in a sentence, or whom it is about; None for pronouns and where nobody is named."""
    named = None
    spoken = promises.SPEAKER.finditer(text) if promises.SAID.search(text) else ()
    for told in (*promises.VIEW_OF.finditer(text), *spoken):
        group, words = next((name, words) for name, words in told.groupdict().items() if words)
        words = words[second_of(words, text[: told.start(group)], text) :]
        one = None if words.endswith(" and") else _named(words)  # “wrote to Mrs Arkell and said”
        whole = one is not None and " " in one and not text[: told.start()].endswith(" of ")  # “the owner of Orr Mill”
        named = one if one and (whole or is_somebody(one, text)) else named
    named = told_behind(text, 0) or named
    if named is None:
        opens = promises.OPENS_WITH.match(text)
        named = _named(opens["owner"]) if opens and not ASKS.match(text, opens.end("owner")) else None
        if named and " " not in named and not is_somebody(named, text):
            return None  # “Contact would continue” opens like a name, and is nobody
    return named


# “… and asked which”, “Which?”: who asks waits for an answer, and does not give it
ASKING = re.compile(
    r"\b(?:asked|queried|enquired|inquired|wondered|(?<!be\s)(?<!been\s)(?<!was\s)(?<!were\s)(?:suggested|requested|urged|"
    r"pressed|wished|wanted|sought)|called\s(?:for|on)|would\slike|curious to know)\b(?!\s(?:by|for)\b)(?!,)|\?\W*\Z"
)
# “The Chair asked her to write”: who spoke last is asked
ASKED_HER = re.compile(r"\b(?:asked|requested|urged|pressed)\s(?:him|her|them)\b")
# “pressed by Councillor Voss, the Engineer”, “it was put to the Engineer that …”: who is asked
PUT_TO = re.compile(
    rf"\A\W*(?:Would|Could|Will|Can)\s(?P<put>{promises.ACTOR})\s[^?]*\?\W*\Z|"
    rf"\b(?:put|question)\sto\s(?P<owner>{promises.ACTOR})\s(?:by|that|whether)\b"
    rf"|\A\W*(?P<asked>{promises.ACTOR})\swas\s(?:then\s|also\s)?asked\b"
    rf"|\basked\s(?P<whom>{promises.ACTOR})\s(?:whether|if|how|what|when|where|why|which|who)\b",
    re.VERBOSE,
)


ASKED = re.compile(r"\basked\b|\b(?:put|question)\sto\b|\?\W*\Z")  # a cheap first look
# “…, and the Engineer would send it”: who answers what was asked before the comma
ANSWERS = re.compile(
    rf",\s(?:and|but|which|to\swhich)\s(?P<owner>{promises.ACTOR})\s(?:\w+ly\s)?(?:would|will|could|agreed|undertook|promised|offered)\b",
    re.VERBOSE,
)


# “Councillor Voss thanked her”: who thanks is not who goes on
THANKS = re.compile(r"\bthank(?:ed|s)\s(?:her|him)\b")


def answering(text: str) -> str | None:
    """Return who speaks in a sentence, and can be “she” of the next one: not who asks there, but who is asked."""
    put = PUT_TO.search(text) if ASKED.search(text) else None
    if put:
        return _named(put["put"] or put["owner"] or put["asked"] or put["whom"])
    if THANKS.search(text):
        return None
    asking = ASKING.search(text)
    if asking is None:
        return speaker_in(text)
    told = next((one for one in promises.SPEAKER.finditer(text) if one.start() > asking.start()), None)
    told = told or ANSWERS.search(text, asking.start())
    return (_named(told["owner"]) if told else None) or told_behind(text, 0)


# Who can be neither he nor she: several, or no person
MANY = re.compile(
    r"\b(?:police|officers|staff|auditors|administration|engineers|managers|councillors|members|agency|trust|association|"
    r"company|ltd|limited|department|council|board|advice|ombudsman|team|group|partnership|highways|services)\Z",
    re.IGNORECASE,
)
SHE_OR_HE = re.compile(r"\b(?P<she>she)\b|\b(?P<he>he)\b", re.IGNORECASE)


def meant(speakers: Sequence[str], text: str) -> str | None:
    """Return who of those that spoke, the last first, can be “he” or “she” of a sentence by his or her title."""
    pronoun = SHE_OR_HE.search(text)
    other = (
        ()
        if pronoun is None
        else ("Mr", "Mr.", "Sir")
        if pronoun["she"]
        else ("Mrs", "Mrs.", "Ms", "Ms.", "Miss", "Dame")
    )
    alone = pronoun is not None
    return next((one for one in speakers if one.split()[0] not in other and not (alone and _are_many(one))), None)


def _are_many(owner: str) -> bool:
    """Tell “officers” and “the Trust”, who cannot be “she”, from “the Director of Services”."""
    return MANY.search(owner) is not None and (re.search(r"\s(?:of|for)\s", owner) is None or not is_post(owner))


def told_behind(text: str, start: int) -> str | None:
    """Return who is said, behind a place, to have said what stands there (“…, replied the Engineer”)."""
    told = promises.TOLD_BEHIND.search(text, start)
    return _named(told["owner"] or told["owner2"]) if told else None


def _named(words: str) -> str | None:
    words = words.strip()
    if PRONOUN.match(words) or BODY.match(words):
        return None
    return trimmed(words)


IF_FIRST = re.compile(r"\A\W*(?:If|Should|When|Once|Unless)\b.*?(?:,\s|\Z)")


# “The owner of the mill said that he”, who is not named
UNNAMED = re.compile(
    rf"\A\W*(?:[Tt]he|[Aa]n?|[Oo]ne|[Hh]is|[Hh]er)\s[a-z][^,.;]{{2,60}}?\s{promises.TOLD_OF}(?:\sthat)?\s(?:he|she)\b"
)


def titled(speaker: str | None) -> str | None:
    """Return a speaker who is told by a title or a post, as “I” of the minutes of a speech is; else None."""
    return speaker if speaker and (speaker.split()[0] in TITLES or is_post(speaker)) else None


# Who cannot be “they”
ONE_PERSON = re.compile(r"(?:Mrs?|Ms|Miss|Dr|Cllr|Councillor)\b(?!.*(?:\sand\s|,|&))")


def resolved(words: str, before: str, speaker: str | None) -> str | None:
    """Return who is meant by the words of a subject: for “she”, who spoke; None for what is nobody."""
    words = words.strip()
    if PRONOUN.match(words):
        named = speaker_in(IF_FIRST.sub("", before))
        if words.casefold() in ("they", "them", "we") and ONE_PERSON.match(named or speaker or ""):
            return words
        return named or (None if UNNAMED.match(f"{before}{words} ") else speaker) or words
    return trimmed(words)


def _alone(words: str) -> bool:
    """Tell whether words are a person by their form: a title, a post in capitals, initials."""
    parts = words.split()
    return (
        bool(parts)
        and not _is_street(words)
        and (
            parts[0] in TITLES
            or INITIALS.fullmatch(words) is not None
            or parts[-1].casefold() in _heads()
            or parts[0].casefold() in word_list("given_names")
        )
    )


def trimmed(words: str) -> str | None:
    """Return an owner without article and loose ends, None for what is nobody."""
    words = re.sub(r"(?:\s(?:and|of|for|the|to|&))+\Z", "", BE_ASKED.sub("", VERB_FIRST.sub("", words.strip())))
    first, joined, last = words.rpartition(" and ")
    if joined and _alone(last) and not any(_alone(one) or is_post(one) for one in re.split(r",\s|\sand\s", first)):
        words = last  # “asked about Mill Drive and JT said”
    words = words[:-1] if re.search(r"[a-z]{4,}\.\Z", words) else words  # the full stop of the sentence
    words = re.sub(r"(?<=\w)\s(?:readily|gladly|willingly|immediately|then|also)\Z", "", words)
    return None if _is_thing(words) or words.endswith((" it", " this", " there")) else ARTICLE.sub("", words)
