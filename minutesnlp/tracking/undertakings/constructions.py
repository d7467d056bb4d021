"""A clause built on “will”, “would”, “agreed to”, “was asked to”, “Clerk to”: what of it can be seen.

`clause_at` reads the construction, whom it makes do what, and what stands around it.
"""

from __future__ import annotations

import re

from minutesnlp.tracking.listed import listed
from minutesnlp.tracking.undertakings import promises
from minutesnlp.tracking.undertakings.actors import (
    PRONOUN,
    TITLES,
    is_somebody,
    kind_of,
    resolved,
    second_of,
    speaker_in,
    titled,
    told_behind,
    trimmed,
)
from minutesnlp.tracking.undertakings.doings import SEEN, present, verb_class
from minutesnlp.tracking.undertakings.handing import may_own
from minutesnlp.tracking.undertakings.plainly import TASKED, is_tasked, told_owner, told_plainly
from minutesnlp.tracking.undertakings.readings import Clause, Construction, Deed, Doer, Promise
from minutesnlp.tracking.undertakings.seeing import PAPER, seen_of
from minutesnlp.tracking.undertakings.subjects import (
    JOINED,
    OF_IT,
    actor_of,
    head_of,
    list_begins,
    opens_its_part,
    subject_of,
)
from minutesnlp.tracking.undertakings.surroundings import DECREED, around

ADVERBS = (
    r"(?:(?:also|then|now|therefore|again|nonetheless|nevertheless|none\sthe\sless|however|later|soon|once\smore|first|"
    r"further|both|all|each|together|at\sonce|not|never|still|instead|in\s(?:future|turn|due\scourse)|"
    r"(?:him|her|it)self|themselves|"
    r"endeavour\sto|try\sto|aim\sto|continue\sto|have\sto|(?!reply|supply|apply|comply|rely|multiply)[a-z]+ly)\s)*"
)
ASKED = r"asked|requested|instructed|directed|tasked|invited"
# A verb that tells of something to be done, with what is to be done behind it.
CLAUSE = re.compile(
    rf"""\b(?:
      (?P<asked>(?:(?:would|will|shall|should|to)\s)?(?:is|are|was|were|be|been|being)\s(?:\w+\s){{0,2}}?(?:{ASKED})\s
        (?:by\s(?:the\s)?(?:[A-Z][\w’'-]+\s|of\s|for\s|and\s){{1,6}})?(?:to|for)(?!\s(?:the|an?|his|her|their|its|our|this|that|next|all)\b)
        |(?<=lerk\s)(?:also\s)?asked\sto|tasked\sto|(?:was|were)\s(?:\w+\s)?told\sto)
    | (?P<given>(?:undertook|(?<=only\s)undertake|promised|proposed|pledged|volunteered|offered|agreed|consented
        |resolved|decided|undertakes|promises|offers
        |(?:did(?:,\s\w+,)?|both|all)\s(?:agree|undertake|promise|offer|volunteer)|accept(?:ed|s)\s(?:an?|the|his|her|their)\s(?:\w+\s)?invitation
        |agrees|volunteers|commits|undertaken|committed(?:\s(?:himself|herself|themselves|itself|the\s[\w’'-]+(?:\s[\w’'-]+)?))?
        |undertaking|promising|offering|took\s(?:an?\s|the\s|it\s)?(?:action|upon\s(?:himself|herself|themselves))
        |(?:gave|giving|made)\s(?:(?:the\s)?(?:[A-Z][\w’'-]+\s|[a-z]{{2}}\s){{1,4}}|them\s|him\s|her\s|[Mm]embers\s)?(?:an?|the|his|her|their|two|three|further)\s(?:\w+\s)?
         (?:undertakings?|assurances?|promises?|commitments?|pledges?)
        |(?:(?:was|were|is|are)|(?:would|will)\s(?:also\s)?be)\s(?:\w+\s){{0,2}}?(?:happy|pleased|glad|willing|delighted))
        (?:,\s[^,]{{1,40}},|\son\s[\w\s]{{3,30}}?|\sthere\sand\sthen|\sunanimously
          |\s(?:nonetheless|nevertheless|also|then|therefore|readily|again|together|between\sthem(?:selves)?))?\sto)
    | (?P<hoped>(?:hope[sd]?|intend(?:s|ed)?|plan(?:s|ned)|expect(?:s|ed)|aim(?:s|ed)|looking|looks|looked
        |(?:(?:is|are|was|were)\s(?:\w+\s)?)?(?:prepared|content|minded)
        |(?:had|has)\sit\sin\smind|(?:plan|intention)\s(?:was|is)|(?:his|her|their|[A-Z]\w+[’']s)\s(?:plan|intention|aim))\sto)
    | (?P<going>(?:is|are|was|were)\sgoing\sto)
    | (?P<set>(?:is|are|was|were)\s(?:due\s)?to)
    | (?P<will>will|shall|[’']ll)
    | (?P<would>would)
    | (?P<should>should|must)
    | (?P<order>to)(?!\s(?:will|would|shall|should|is|was|are|were|has|had)\b)
    )(?:,\s(?:however|besides|moreover|also|therefore|nevertheless|nonetheless|too|indeed|of\scourse|in\sturn|in\sthe\smeantime),)?
    \s(?P<adverbs>{ADVERBS})(?P<be>be\s{ADVERBS})?(?P<verb>[a-z][a-z-]+)\b""",
    re.VERBOSE | re.IGNORECASE,
)
KINDS = ("asked", "given", "hoped", "going", "set", "will", "would", "should", "order")
# What goes on with the subject of the clause before: “would check and update”, “, but will write”
GOES_ON = re.compile(
    r"(?:\b(?:and|but|or|which|who)|[,;])\s(?:(?:on|in|at|for)\s(?:[a-z]+\s){1,3}?)?(?:(?:also|then|therefore|nevertheless|nonetheless|instead|has|have|had)\s)*\Z"
)
# “a plan which would cost more”, “a nurse who would call”: told of what is named before
RELATIVE_ONE = re.compile(
    r"\b(?:which|who|that)\s(?:(?:also|then|therefore)\s)*\Z|\b(?:which|(?<!,\s)who)\s(?:would|will|had|has|was)\s[^.,;]{2,60}\s(?:and|or)\s\Z"
)
# “That the Treasurer be authorised to sign, and be asked to report”: who is asked is who the resolution is about
RESOLVED_OF = re.compile(
    rf"(?:\A\W*(?:\(?\w{{1,3}}[.)]\s+)?|\b[Tt]hat,?\s|[:;]\s)(?:[Tt]he\s)?(?P<owner>{promises.ACTOR})\sbe\s(?=[^.;]*\band\s\Z)",
    re.VERBOSE,
)
# “the Engineer, who would send it”
AND_WHO = re.compile(r",\swho\s(?:(?:also|then|therefore|has|had|\w+ly)\s)*\Z")
# “If the owner would ask”
IN_IF = re.compile(r"\b(?:[Ii]f|[Uu]nless|[Ww]hether)\s(?:the\s)?\Z")
# “the best that she would do”, “the questions an inspector would put”, “knew where she would sit”
IN_NOUN = re.compile(
    r"(?:\b(?:what|where|whom|why|questions|(?:all|best|most|only|one|those|anything|everything|nothing|least)\s(?:\w+\s)?that))\s"
    r"(?:the\s|an?\s)?\Z"
)
# “I would send some home”: spoken, and a wish; a promise is “I will”
IN_SPEECH = re.compile(r"\bI\s(?:\w+ly\s|also\s)?\Z")
# “It is hoped that the path will be mended by May”
IS_HOPED = re.compile(r"\b(?:is|was|are|were|been)\s(?:still\s|also\s)?hoped\b", re.I)
# “Cllr Voss requested the list to be sent”: one member's wish, and no order; a body's or its chair's is
WISHED_FOR = re.compile(
    r"(?<!was\s)(?<!were\s)(?<!been\s)(?<!be\s)\b(?:requested|suggested|(?:asked|called)\sfor)\b"
    r"(?:(?!\b(?:stated|said|confirmed|advised|replied|agreed|explained)\b)[^.;])*\Z"
)
BODY_ASKS = re.compile(rf"\b{promises.ASKING}\s(?:\w+\s)?(?:requested|(?:asked|called)\sfor)\b", re.VERBOSE)
# “The warden would be asked to look”: who asks him owes it, and he only when he has been asked
TO_BE_ASKED = re.compile(
    r"(?:would|will|shall|should|(?:(?:is|are|was|were)\s)?to)\sbe\s(?:\w+\s)*?(?:asked|requested|invited)\b|be\s(?:\w+\s)*?invited\b",
    re.IGNORECASE,
)
TOLD_THAT = re.compile(
    r"\b(?:said|advised|confirmed|stated|reported|explained|replied|indicated|noted)\s(?:that\s)?(?:the\s|an?\s)?\Z"
)
# “hoped that Mr Voss would tell them”
HOPED_OF = re.compile(
    r"\b(?:hoped|trusted|wished|feared|doubted|wondered|hopes|trusts|wishes|believes?|believed)\s(?:that\s)?(?:the\s|an?\s)?\Z"
)
# “It was agreed to write”
IMPERSONAL = re.compile(r"(?:\b[Ii]t\s)?(?:\b(?:was|were|is|been)\s)(?:[a-z]+\s){0,2}\Z|(?:\A|[.;:]\s)\W*\Z")
# “moved: "That this Council would …"”, “The standard was that”: nobody's word
NO_WORD = re.compile(
    r"\b(?:proposed|moved|motion)\b[^.;]{0,60}[:,]\s*[\"“‘']|"
    r"\b(?:standard|policy|rule|practice|law|principle)\s(?:was|is|had\sbeen)\s(?:that|to)\b[^.;]*\Z|"
    r"\b(?:unlikely|not\s(?:\w+\s)?likely)\b[^.;]*\Z|"
    r"\bwho\s(?:he|she|they|we)\s(?:knew|hoped|felt|believed|thought|trusted|(?:was|were)\ssure)\s\Z"
)
# “was pleased to report”, “is happy to receive”: done by being said, or for others to do
PLEASED = re.compile(r"(?!would|will).*\b(?:happy|pleased|glad|delighted)\b", re.IGNORECASE)
BY_SAYING = listed("report inform announce say note confirm advise tell see hear learn welcome receive")
# “Residents are requested to lock the gate”: what the public is asked is no deed of the council's
PUBLIC = re.compile(
    r"\b(?:residents|villagers|parishioners|householders|(?:dog\s)?owners|walkers|drivers|motorists|parents|people|"
    r"(?:the|of\sthe)\spublic|everyone|anyone|everybody|anybody|those(?:\s[\w’'-]+){1,12})\s(?:were\s|are\s)?\Z",
    re.IGNORECASE,
)
# “had nothing to report”
NOTHING = re.compile(r"\b(?:nothing|none|nil|no\s[\w\s]{0,20}|[Nn]o\s[Nn]ews|little|much|anything)\s(?:\w+\s)?\Z")
# “would not write”: what will not be done is no promise to do it
NEVER = re.compile(r"\b(?:not|never)\b")
NOT_GIVEN = re.compile(r"\b(?:not|never)\s(?!and\b|but\b|or\b)(?:\w+\s)?\Z")
HABIT = re.compile(r"\b(?:normally|usually|generally|ordinarily|typically|automatically|probably|possibly)\b")
# “would be included in the next report”: told by being there
ADDED = listed("named listed included added appended attached shown set put placed printed entered noted reflected")
TO_PAPERS = re.compile(
    r"(?:out\s)?(?:in|to|on|with|into|before|beside)\s(?:\w+[’']?s?\s){0,4}?(?:reports?|papers?|minutes|agenda|lists?|accounts|figures|"
    r"reply|letter|pack|website|page|table|appendix|annex|update|bulletin|newsletter|meeting|Members|Panel|Board|Committee)\b"
)
ARRANGED = re.compile(
    r"\b(?:arrangements?|contact|enquiries|inquiries|representations|an appointment|a booking)\s\Z", re.I
)
AND_DOES = re.compile(r"[^.;:,]{0,90}?\sand\s(?:then\s|also\s)?(?P<verb>[a-z]{3,})\b")
# “It was her plan to write”
# “the next step is to get approval”, “its role was to advise”: what something is for
AN_AIM = re.compile(
    r"\b(?:steps?|stages?|aims?|purpose|idea|role|goals?|objectives?|function|remit|challenge|priorit(?:y|ies)|focus)\s"
    r"(?:of\s(?:the\s)?(?:[\w’'-]+\s){1,4})?(?:\w+ly\s)?\Z",
    re.IGNORECASE,
)
# “Lottery Fund to Narrow the Lane – The work has begun”: the name of a matter before what is told of it
NAMES_A_MATTER = re.compile(r"[^.;:–—]{2,60}?\s[–—-]\s+(?=[A-Z])")
FIRST_WORDS = 5  # letters of a label before them
OWN_PLAN = re.compile(r"(?:his|her)\s(?:plan|intention|aim)\b", re.IGNORECASE)
SHE = re.compile(r"\W*(?P<she>She|He)\b")
# “would bring forward the item”, “proposed to take item 7 first”: the course of the meeting itself
COURSE = re.compile(
    r"(?:forward\s)?(?:(?:the|this|that)\s)?(?:agenda\s)?items?\b(?!\s(?:to|on)\s(?:the|a|an|our)\s(?:next|agenda))",
    re.I,
)
NO_VERB = listed(
    "the a an all any each every this that these those its his her their our my some no both be date which whom"
)


def clause_at(text: str, match: re.Match[str], speaker: str | None, decided: bool) -> Clause | None:
    """Return the clause that `CLAUSE` matches in a sentence; None for what is plainly no promise."""
    before = text[: match.start()]
    built = _construction(match, before)
    if built is None or NO_WORD.search(before):
        return None
    doer = _doer(text, match, built.kind, speaker)
    built = built._replace(kind=_kind_apart(built.kind, match))
    if built.kind == "agreed" and doer.actor == "thing" and not doer.carried and IMPERSONAL.search(before):
        doer = doer._replace(actor="it")
    if built.kind == "order" and not opens_its_part(before, doer.place, doer.actor, built.passive):
        return None
    if (
        built.kind == "order"
        and doer.actor == "name"
        and doer.place < FIRST_WORDS
        and NAMES_A_MATTER.match(text, match.end())
    ):
        return None
    if built.kind == "set" and AN_AIM.search(before):
        return None
    if built.kind == "should" and not (decided or DECREED.search(before)):
        return None
    if built.passive and built.kind in ("order", "set") and WISHED_FOR.search(before) and not BODY_ASKS.search(before):
        return None
    if _is_aside(before, built, doer):
        return None
    if built.passive and doer.actor == "ours":
        doer = doer._replace(actor="thing")
    deed = _deed(text, match, built, doer.actor)
    if deed.of == "state" and deed.passive and doer.actor == "thing":
        return None  # “agreed that it should be suitable”, “that it would be welcomed”
    if deed.arranged or (built.passive and built.verb in ("contacted", "approached")):  # who is reached does nothing
        doer = doer._replace(actor="thing")
    doer = doer._replace(owner=_owner(text, match, built, doer, deed, speaker))
    doer = doer._replace(
        group=doer.group or ("somebody" if doer.actor in ("person", "role", "letters") else doer.actor)
    )
    seen = seen_of(text, match, built, doer, deed) | around(text, match.start(), match.end(), decided)
    if not seen.isdisjoint(("due", "sometime")):
        seen.add(f"{deed.voice} {deed.of}, dated")
    plainly = None if decided else told_plainly(text, match, built, doer, deed)
    seen |= {plainly} if plainly else set()
    seen |= {TASKED} if built.kind == "asked" and is_tasked(before, match, doer, deed, seen) else set()
    looks = built.kind in ("given", "agreed") and built.verb in ("look", "review")
    firm = deed.of != "mused" or looks or _goes_on_to_do(text, match.end())
    hard = built.kind != "hoped" and not IS_HOPED.search(before) and firm
    thing = before.split()[-1] if deed.passive and before.split() else ""
    promise = Promise(told_owner(text, built, doer, deed), hard, thing, match.start())
    return Clause(frozenset(seen), promise, f"{doer.group} {deed.voice}", built.kind)


def _goes_on_to_do(text: str, start: int) -> bool:
    """Tell “would review the list and report” from “would review the list”."""
    also = AND_DOES.match(text, start)
    return also is not None and verb_class(also["verb"], text[also.end() :].lstrip(), passive=False) in ("said", "seen")


def _is_aside(before: str, built: Construction, doer: Doer) -> bool:
    """Tell what is said within another matter: a condition, what somebody hoped of another, “what he would do”."""
    upto = before[: doer.place]
    if doer.words is not None and (IN_IF.search(upto) or IN_NOUN.search(upto)):
        return True
    if built.kind == "would" and IN_SPEECH.search(before):
        return True
    return doer.actor not in ("self", "carried", "thing") and HOPED_OF.search(upto) is not None


def _construction(match: re.Match[str], before: str) -> Construction | None:
    """Return how a clause is built; None for what is not done, done by habit, or no verb."""
    kind = next(name for name in KINDS if match[name])
    if kind == "given" and NOT_GIVEN.search(before):  # “was not agreed to buy”
        return None
    if kind == "given" and PLEASED.match(match[kind]) and match["verb"].casefold() in BY_SAYING:
        return None
    if kind == "asked" and (PUBLIC.search(before) or match["be"]):  # “was asked to be raised by Cllr Voss”
        return None
    if kind == "order" and (re.search(r"\bBE\s[A-Z]{3,}\s\Z", before) or _has_nothing_to(match["verb"], before)):
        return None  # “BE PERMITTED to speak”
    if match[kind].islower() and not match["verb"].islower():
        return None
    verb, passive = match["verb"].casefold(), match["be"] is not None
    ongoing = passive and verb.endswith("ing") and verb not in SEEN
    if ongoing:
        passive, verb = False, present(verb)
    if kind == "given" and verb.endswith("ing") and verb not in SEEN:  # “commits to publishing”
        verb = present(verb)
    if HABIT.search(match["adverbs"]) or NEVER.search(match["adverbs"]):
        return None
    if verb in NO_VERB or (verb.endswith("ing") and verb not in SEEN):
        return None
    return Construction(kind, verb, passive, ongoing, "have to" in match["adverbs"])


def _has_nothing_to(verb: str, before: str) -> bool:
    """Tell “had no news to report”."""
    return verb.casefold() in ("report", "add", "say") and NOTHING.search(before) is not None


def _kind_apart(kind: str, match: re.Match[str]) -> str:
    """Tell “agreed to” and “proposed to” from a word that was given, and “invited to” from what was asked."""
    if kind == "given" and re.match(r"agreed|resolved|decided", match[kind], re.IGNORECASE):
        return "agreed"
    if kind == "given" and match[kind].casefold().startswith("proposed"):
        return "proposed"
    return "invited" if kind == "asked" and re.search(r"invited", match[kind], re.IGNORECASE) else kind


def _doer(text: str, match: re.Match[str], kind: str, speaker: str | None) -> Doer:
    """Return the subject of a clause: its own, or the one it goes on with (“…, and would write”)."""
    before = text[: match.start()]
    if OWN_PLAN.match(match[0]):
        return Doer("she", match.start(), resolved("she", before, speaker), "self", False, "")
    words, actor, place = subject_of(before, text)
    cut = second_of(words, before[:place], text) if words and kind != "order" else 0
    if words and cut:
        words, place = words[cut:], place + cut
        actor = kind_of(words, text)
    begin = list_begins(words, before[:place], text) if words and actor in ("person", "letters", "role") else place
    if actor != "self" and words and OF_IT.search(before, 0, place) and not JOINED.search(words):
        words, actor, place = None, "thing", len(before)
    of = RESOLVED_OF.search(before) if kind == "asked" and match["asked"].startswith("be ") else None
    if of and is_somebody(of["owner"], text):
        owner = trimmed(of["owner"])
        return Doer(of["owner"], of.start("owner"), owner, actor_of(of["owner"], owner, text), False, "")
    if actor == "thing" and GOES_ON.search(before) and kind in ("will", "would", "given", "hoped", "set"):
        who = AND_WHO.search(before)
        if who:
            words, actor, place = subject_of(f"{before[: who.start()]} ", text)
            owner = resolved(words, text[:place], speaker) if words else None
            return Doer(words, place, owner, actor_of(words, owner, text) if words else "thing", False, "")
        if RELATIVE_ONE.search(before):
            return Doer(None, place, None, "thing", True, "which")
        head = head_of(before, text)
        if head == "thing" and kind not in ("given", "hoped"):
            return Doer(None, place, speaker, "thing", True, "thing goes on")
        she, told = SHE.match(before), speaker_in(before)
        owner = (
            told or (head if head not in (None, "thing", "self") else None) or speaker or (she["she"] if she else None)
        )
        actor = "carried" if she or told or head not in (None, "thing") else "thing"
        group = "somebody" if owner and is_somebody(owner, text) else actor
        return Doer(words, place, owner, actor, True, group)
    if words is None:
        return Doer(None, place, None, actor, False, "")
    owner = resolved(words, text[:place], speaker if words != "he" or text[place] != "I" else titled(speaker))
    actor = actor_of(words, owner, text) if actor != "thing" else actor
    if begin < place:
        words = before[begin:place] + words
        owner, place = trimmed(words), begin
    return Doer(words, place, owner, actor, False, "")


def _deed(text: str, match: re.Match[str], built: Construction, actor: str) -> Deed:
    """Return what a clause says will be done."""
    before, after = text[: match.start()], text[match.end() :].lstrip()
    verb, passive = built.verb, built.passive
    agent = promises.AGENT.match(text, match.end()) if passive else None
    of = "state" if COURSE.match(after) else verb_class(verb, after, passive=passive)
    paper = PAPER.search(before[-90:]) is not None
    if verb == "made" and passive and (after.startswith("available") or paper):
        of = "said"
    if passive and verb in ADDED and TO_PAPERS.match(after):
        of = "said"
    arranged = verb == "made" and ARRANGED.search(before.rstrip() + " ") is not None
    if arranged:
        of, actor = "said", "thing"
    if (
        actor == "thing"
        and verb in ("come", "follow", "go", "issue", "appear", "reach")
        and (of in ("seen", "said") or paper)
        and (verb != "follow" or paper or promises.SOMETIME.search(after) or promises.DUE.search(after))
    ):
        of, passive = "said", True  # “a reply would follow”, “will come back to the board”
        agent = promises.AGENT.match(text, match.end())
    by = agent["owner"] if agent and trimmed(agent["owner"]) else None  # “by Monday” is nobody
    return Deed(of, passive, by, arranged)


# “He told of a hole – letter to be sent”, “He told of a hole and it was agreed that it would be filled”: not by him
DASH = re.compile(r"\s[-–—]\s")
AGREED = re.compile(r"\b(?:and|but|so|[;,])\sit\swas\s(?:\w+\s)?(?:agreed|resolved|decided)\b")
# “promised that it would be sent, and Mr Voss would”: no longer what was promised
ANOTHER = re.compile(r";|,\s(?:and|but|while)\b")


def _owner(
    text: str, match: re.Match[str], built: Construction, doer: Doer, deed: Deed, speaker: str | None
) -> str | None:
    """Return who owes what a clause promises; None for a body, for nobody, and for “she” where nobody was named."""
    owner = doer.owner
    gave = None if doer.carried or doer.actor == "self" else promises.GAVE.search(text, 0, doer.place)
    if gave and not ANOTHER.search(text, gave.end(), doer.place) and (giver := teller(text, gave.end(), speaker)):
        owner = giver  # “gave her word that an engineer would meet him”
    elif match["asked"] and TO_BE_ASKED.match(match["asked"]):
        owner = teller(text, doer.place, speaker) if TOLD_THAT.search(text, 0, doer.place) else None
    elif deed.passive and deed.by:
        given = promises.GAVE.search(text, 0, match.start())
        owner = (teller(text, given.end(), speaker) if given else None) or trimmed(deed.by)
    elif deed.passive:
        there = doer.owner if deed.of == "ready" and doer.group != "thing" else None  # “promised to be there”
        turns = (DASH if built.kind == "order" else AGREED).finditer(text, 0, match.start())
        begin = max((turn.end() for turn in turns), default=0)
        owner = there or teller(text[begin:], match.start() - begin, speaker) or told_behind(text, match.end())
        if owner and not there and text[: match.start()].rstrip().endswith(owner):
            owner = None  # “asked for the Director to be invited”: whom it is done to does nothing
    elif deed.of == "gets" and doer.actor in ("person", "role", "body"):  # “said that the Chair would have a list”
        owner = teller(text, doer.place, speaker) or (None if doer.actor == "body" else owner)
    elif doer.actor == "ours":
        owner = teller(text, doer.place, speaker) or (None if text[doer.place] in "Tt" else speaker)
    elif built.verb == "receive" or (owner is None and doer.actor == "thing" and not doer.carried):
        owner = teller(text, doer.place, speaker)  # “said that two stewards would stand there”
    elif not doer.carried and doer.actor in ("it", "we"):
        owner = None
    if owner is None or (deed.passive and not may_own(owner, text)):
        return None
    return None if PRONOUN.match(owner) or owner in TITLES - {"Councillors", "Cllrs"} else owner


def teller(text: str, end: int, speaker: str | None) -> str | None:
    """Return who tells, before a place, of what will be done: by name, or as the “she” that is who spoke before."""
    return speaker_in(text[:end]) or (speaker if promises.SHE_TOLD.search(text, 0, end) else None)
