"""Whether a sentence decides, and by which printed verb."""

from __future__ import annotations

import re
from functools import cache

from minutesnlp.tracking.decisions import agreeing, denying, disposing, planners, prose, reported, verbs

# In small letters these open a sentence without deciding anything: “Passed to the Clerk.”
NOT_ALONE = frozenset(
    ("appointed", "received", "passed", "lost", "elected", "referred", "supported", "permitted", "determined")
)
# “It was noted that” tells what was said; whether “It was agreed” decides is asked of the rules for prose.
IT_WAS = re.compile(
    rf"{verbs.OPENING_MARKS}(?:(?:and|therefore|thus|accordingly),?\s+)?it\s(?:was|is)\b", re.IGNORECASE
)
# “It was accepted” tells of an offer or a point, not of a motion.
IT_WAS_ACCEPTED = re.compile(
    r"\W*(?:it|this|that)\s(?:was|is)\s(?:\w+ly\s)?(?:accepted|noted|received)\b", re.IGNORECASE
)
AGREEING = ("agreed", "resolved", "decided")
LIGHT = ("noted", "received", "received and noted", "note")
WISHED = re.compile(
    r"\b(?:that|if|whether|how|why|before|until|should)\b|\b(?:proposed|moved|request(?:ed|s)|ask(?:ed|s)|urge[ds]|recommend(?:ed|s)|suggest(?:ed|s))\s(?:the\s)?(?:parish\s|town\s)?\Z",
    re.IGNORECASE,
)
LAST_PART = re.compile(r",(?!\d)|[;:]|\band\b|\bbut\b|\s[–—-]\s")
# A council of another kind than the one that meets.
OTHER_COUNCIL = re.compile(r"\b(?P<kind>County|District|Borough|City|Metropolitan|Regional)\s+\Z")
SHORT_BODY = re.compile(r"(?:CC|TC)\b")
KINDS = {"CC": "community", "TC": "town"}
# “Resolved: (For information only)”
FOR_INFORMATION = re.compile(r"\W*\w+\W+for information(?: only)?\W*", re.IGNORECASE)
# “CONFIRMED on this ____ day of ________”, to be filled in by hand
TO_BE_SIGNED = re.compile(
    r"\W*(?:and\s)?(?:approved|confirmed|adopted|signed|passed)\b"
    r"(?:.{0,40}(?:_{3}|\.{4}|…{2})|\s(?:on\s)?this\s\d{1,2}(?:st|nd|rd|th)?\sday\sof\b)",
    re.IGNORECASE,
)
IT = re.compile(r"\bit\s\Z", re.IGNORECASE)
# “the Trust’s board”
OWNERS = re.compile(r"\b(?!council|committee|today|\w+day)\w+(?:['’]s|s['’])\s(?:\w+\s)?\Z", re.IGNORECASE)
ARTICLE = re.compile(r"\b(?:the|all|all of the|both)\s+\Z", re.IGNORECASE)
# “He said that the roof leaked and it was agreed to mend it”: what was said ends, and what was done begins
ANEW = re.compile(r"(?:[,;]|\band|\bso|\bbut|\bhowever|\btherefore|\s[–—-])\s+\Z", re.IGNORECASE)
DASHED = re.compile(r"\s[–—-]\s")  # “He reported that the seat was broken – agreed to take it away”
PLAIN = ("adopt", "accept", "direct", "support", "recommend", "appoint", "defer", "award", "grant", "confirm", "elect")
# Marks and a label before the first word of a decision.
OPENING = re.compile(verbs.OPENING_MARKS)


# “ACTION: | Adopt”: the act in its plain form
ACT = re.compile(
    rf"[\W_]*(?P<verb>{'|'.join(one for one in verbs.PARTICIPLES if one.endswith('e') or one in PLAIN)})\b", re.I
)
CAPITALS = re.compile(r"[A-Z]{4}")
# Before a verb these leave it undecided: “not yet agreed”, “without being approved”, “nobody was elected”
UNDONE = re.compile(
    r"\b(?:not|n[’']t|never|without|nor)\s(?:(?:yet|all|being|been|(?!only\b)\w{3,}ly)\s)*\Z", re.IGNORECASE
)
# “a number of members supported”, “five members supported”: not the body
SOME = re.compile(
    r"\b(?:an?\s(?:small\s)?number\sof|some|several|a\sfew|few|many|other"
    r"|(?<!\ball\s)(?:\d+|two|three|four|five|six|seven|eight|nine|ten))\s(?:of\s(?:the\s)?)?\Z",
    re.IGNORECASE,
)
# “The Council adopted a Ferry Policy in March 2018”: what meets now prints no month of it
IN_A_MONTH = re.compile(
    r"\A\s(?:by\sthe\s(?:full\s)?council|an?|the|its|our)\s"
    r"(?:(?!(?:held|end(?:ed|ing)|dated|minutes|be|to|for|from|until|that|before)\b)[\w’'&()-]+\s){0,14}?"
    r"(?:policy|strategy|(?:area|development|action|local)\splan|charter|code|bye?-?laws?|framework|forum|spc|committee)\s"
    r"in\s(?:january|february|march|april|may|june|july|august|september|october|november|december),?\s(?:19|20)\d\d\b",
    re.IGNORECASE,
)
# “Confirmed that the lamp is out”, in a report or an answer; not “Confirmed that the meetings will be on Mondays”
A_FACT = re.compile(r"\s+that\b(?![^.]*\b(?:be|shall|should|minutes|record|meetings?|appointments?)\b)", re.IGNORECASE)
BUT = re.compile(
    r"\sbut\s(?=(?:members|councillors|he|she|they)\b(?!\s(?:should|would|will|felt)\b)|(?:expressed|noted|felt)\b)",
    re.IGNORECASE,
)
FARTHEST_MATTER = 200  # characters between what was approved and “was approved”, unless it opens its sentence
FEWEST_INITIALS = 3
NOBODY = re.compile(r"\b(?:nobody|no[\s-]one|none|neither|no\s\w+)\s(?:else\s)?\Z", re.IGNORECASE)
SETTLING = ("supported", "agreed", "resolved", "decided", "ordered", "carried", "approved", "recommended to")
LEAVE_WORDS = (
    *("approval was", "approval is", "leave of absence", "dispensation", "delegated", "gave ", "authority was"),
    *("authority were", "authority is", "power was", "powers were"),
)
# The patterns that find a decision in prose, each with words of which it needs one: a cheap first look.
PROSE = (
    (disposing.WITHDREW, ("withdr",)),
    (agreeing.SECONDED_AND, ("seconded", "2nd")),
    (agreeing.FELT, ("felt that",)),
    (agreeing.RESOLUTION, ("resolution",)),
    (agreeing.SOME_AGREED, ("agreed",)),
    (prose.IMPERSONAL, (*SETTLING, "accepted", "adopted", "was voted")),
    (prose.BODY, prose.BODY_WORDS),
    (prose.PASSIVE, ("was ", "were ")),
    (agreeing.THING_AGREED, ("agreed",)),
    (agreeing.GO_AHEAD, ("go ahead", "go-ahead")),
    (agreeing.AND_AGREED, (" and ",)),
    (agreeing.TOOK_OFFICE, ("nominated", "took the chair")),
    (agreeing.PASSED_FOR_PAYMENT, ("for payment",)),
    (agreeing.HAS_AGREED, ("has ", "have ")),
    (prose.ELECTED, ("elected", "appointed", "co-opted", "selected")),
    (prose.DECLARED, ("declare", "announce")),
    (
        prose.FELL,
        (
            *("fell", "failed", "passed", "withdrawn", "not ", "voted down", "lapsed", "died", "carrie", "seconde"),
            *("casting vote", "rejected", "defeated", "lost", "refused", "negatived"),
        ),
    ),
    (agreeing.MINUTES_SIGNED, ("minute",)),
    (prose.DECISION_WAS, ("decision",)),
    (
        prose.TRAILING,
        (
            *("agreed", "approved", "noted", "accepted", "carried", "deferred", "refused", "declined", "rejected"),
            "supported",
        ),
    ),
    (prose.ELLIPTIC, ("agreed", "resolved", "noted", "approved", "accepted", "decided", "refused")),
    (disposing.FOLLOWING, ("following", "as follows")),
    (disposing.LEAVE, LEAVE_WORDS),
    (disposing.BY_THE_CHAIR, ("deferred", "adjourned", "postponed", "held over", "on the table")),
    (disposing.CONTINUED, ("continued ",)),
    (
        disposing.CONSENSUS,
        ("consensus", "unanimous", "common consent", "general consent", " assent", "was the decision", "decision "),
    ),
    (disposing.SUPPORT, ("unanimous support",)),
    (disposing.READINGS, ("law",)),
    (disposing.REACHED, ("agreement",)),
    (disposing.TOOK_NOTE, ("note of",)),
    (disposing.EXPRESSED, ("objection",)),
)
# A verdict at the end stands within so many characters of it.
LAST_WORDS = 120
AT_THE_END = (
    "favo",
    "in agreement",
    "carried",
    "unanim",
    "agreed",
    "passed",
    "lost",
    "defeat",
    "approv",
    "noted",
    "defer",
    "accept",
    "refus",
    "resolved",
    "all yes",
    "all aye",
)
# “22/0114 – Mill House – APPROVAL”: what the planning authority did, when nobody is said to recommend it
OF_THE_PLANNERS = re.compile(
    r"(?!.*\b(?i:recommend|comment|response|decision|council|committee|resolved))[^|]*\s[–—-]\s(?:APPROVAL|REFUSAL)\W*\Z"
)
COMMENTING = ("objection", "object", "comment", "observation", "support", "neutral", "refusal", "approval")


def deciding(text: str, council: str | None = None) -> tuple[str, str]:
    """Return the verb by which a sentence decides, and the rule that found it; two empty strings when it does not.

    `council` is whose minutes these are, so that what another council agreed is told apart.
    """
    if FOR_INFORMATION.fullmatch(text) or TO_BE_SIGNED.match(text):
        return "", ""
    ours = _by_initials(council) if council else None
    text = ours.sub("the Council", text) if ours else text
    verb, rule = _deciding(text, council)
    for without, denied, at in denying.affirmed(text):
        if rule == "prose" and verb.casefold() == denied and denied in text[:at].casefold():
            continue  # “all supported the motion and could not support the plan”
        affirmed, its_rule = _deciding(without, council)
        if affirmed.casefold() == denied:
            return f"not {denied}", its_rule
    if rule in ("prose", "opening") and verb.casefold() in LIGHT:
        weightier = disposing.WEIGHTIER.search(text)
        verb = weightier["verb"] or weightier["verb2"] if weightier else verb
    if rule == "prose" and verb.casefold() == "minded" and disposing.MINDED_BUT.search(text):
        verb = "deferred"
    if rule in ("prose", "opening") and verb.casefold() in AGREEING and _puts_off(text):
        verb = "deferred"
    return verb, rule


def _puts_off(text: str) -> bool:
    """Tell whether the first thing that is agreed in a sentence is to defer: what else was agreed follows from it."""
    put_off = disposing.PUT_OFF.search(text)
    return put_off is not None and not verbs.holds_one(text[: put_off.start()].casefold(), AGREEING)


def _deciding(text: str, council: str | None) -> tuple[str, str]:
    # the last cell of a row: “Abstain (0) | Motion carried.”
    row, _, last_cell = text.rpartition(" | ")
    match = None if row and verbs.HEAD.match(text) else verbs.VERDICT.match(last_cell)
    if match and not text.rstrip(" *_").endswith((":", "–", "—", "-")) and not IT_WAS_ACCEPTED.match(text):
        return match["verb"], "verdict"
    match = disposing.READ.match(text) or verbs.COUNT_AND_VERDICT.match(text)
    if match:
        return match["verb"], "verdict"
    match = verbs.HEAD.match(text) or verbs.HEAD_IN_CAPITALS.match(text)
    if match and _opens(text, match):
        english = verbs.IN_ENGLISH.match(text, match.end("verb"))
        return (english or match)["verb"], "opening"
    welsh = verbs.IN_WELSH.search(text) if "wyd" in text else None
    if welsh and welsh["verb"]:
        english = verbs.IN_ENGLISH.match(text, welsh.end("verb"))
        return (english or welsh)["verb"], "opening"
    if welsh:
        return welsh["verb2"], "prose"
    match = (
        verbs.VOTED.match(text)
        or disposing.SHORT.match(text)
        or disposing.SHORT_OF_A_THING.match(text)
        or disposing.OF_A_LIST.match(text)
    )
    match = match or disposing.WITHOUT_A_SUBJECT.match(text)
    if match and not (match.lastgroup == "verb3" and council and planners.NO_PLANNERS.search(council)):
        return match[match.lastgroup or ""], "opening"
    cell = verbs.CELL.match(text.rpartition(" | ")[2]) if " | " in text else None
    if cell:
        return cell["verb"] or cell["verb2"], "prose"
    label = verbs.LABELLED.match(text)
    if label:
        inner = ACT.match(text, label.end()) or verbs.INNER.search(text, label.end())
        return (inner["verb"] if inner else _labelled(label["label"])), "label"
    match = None
    if CAPITALS.search(text):
        match = verbs.IN_CAPITALS.search(text) or verbs.BE_IN_CAPITALS.search(text)
    if match and not _in_capitals(text) and not UNDONE.search(text, 0, match.start("verb")):
        return match["verb"], "capitals"
    match = (verbs.IN_PARTS.match(text) if ")" in text or "1." in text else None) or verbs.SHORT_FOR_CARRIED.match(text)
    if match:
        return match["verb"], "opening"
    return _in_prose(text, council)


@cache
def _by_initials(council: str) -> re.Pattern[str] | None:
    """Return what finds “EPC” before “agreed” in the minutes of the Elmstead Parish Council, which it stands for."""
    initials = "".join(re.findall(r"\b[A-Z]", council))
    if len(initials) < FEWEST_INITIALS:
        return None
    return re.compile(rf"\b(?:the\s)?{initials}(?=\s(?:(?:has|have)\s)?{verbs.ADVERBS}(?:agreed|resolved|decided)\b)")


def _opens(text: str, match: re.Match[str]) -> bool:
    """Tell whether a verb at the opening settles something: always in capitals, by its kind in small letters."""
    verb = match["verb"]
    if not verb[1:].islower():
        return True
    rest = text[match.end("verb") : match.end("verb") + 160]
    if (verb.casefold() == "agreed" and _is_a_view(rest)) or (verb.casefold() == "confirmed" and A_FACT.match(rest)):
        return False
    if verb.islower() and match.end() - len(verb) - (OPENING.match(text) or match).end() == 0:
        return verb in ("agreed", "resolved", "noted", "approved", "deferred")
    return verb.casefold() not in NOT_ALONE and IT_WAS.match(text) is None


def _labelled(label: str) -> str:
    return "resolved" if label.casefold() == "resolution" else "decided"


def _in_prose(text: str, council: str | None) -> tuple[str, str]:
    small = text.casefold()
    tail = small[-LAST_WORDS:]
    for pattern, words in PROSE:
        if not verbs.holds_one(tail if pattern is prose.TRAILING else small, words):
            continue
        for match in pattern.finditer(text):
            group = next(name for name, value in match.groupdict().items() if value)
            if pattern is prose.PASSIVE and not (_of_matters(text, match) or prose.BY_US.match(text, match.end(group))):
                continue
            if group == "verb" and match[group].casefold() == "noted" and IT.search(text, 0, match.start()):
                continue
            if pattern is prose.PASSIVE and (
                text.rstrip().endswith("?")
                or reported.ON_A_DAY.match(text)
                or reported.OF_WHICH.search(text, 0, match.start())
                or reported.NOTED_THAT.search(text, 0, match.start())
                or (reported.RELATIVE.search(text, 0, match.start()) and not reported.MEETS.search(text))
            ):
                continue
            if pattern is prose.BODY and (_anothers(text, match, council) or _wished(text, match, group)):
                continue
            if pattern is agreeing.RESOLUTION and reported.EARLIER.search(text, 0, match.start()):
                continue
            nobody = pattern is prose.ELECTED and NOBODY.search(text, 0, match.start())
            not_all = pattern is prose.BODY and (
                UNDONE.search(text, 0, match.start()) or SOME.search(text, 0, match.start())
            )
            if nobody or not_all or UNDONE.search(text, 0, match.start(group)):
                continue
            if _counts(text, match, match.end(group), recommends=match[group].casefold().startswith("recommend")):
                return match[group], "prose"
    end = text[-LAST_WORDS:]
    last = None
    if verbs.holds_one(tail, AT_THE_END):
        last = prose.AT_THE_END.search(end) if prose.MOVING.search(text) else None
        last = last or prose.CAPITAL_AT_THE_END.search(end)
    if last and not reported.REPORTED.search(text, 0, len(text) - len(end) + last.start("verb")):
        return last["verb"], "prose"
    comment = None
    if verbs.holds_one(small, COMMENTING) and not OF_THE_PLANNERS.match(text):
        comment = prose.COMMENT.search(text.rpartition(" | ")[2]) or prose.COMMENT.search(text)
    return (comment["verb"], "verdict") if comment else ("", "")


def _wished(text: str, match: re.Match[str], group: str) -> bool:
    """Tell “that Council approve the plan”, which somebody wished, from “Council approves the plan”."""
    return group == "verb5" and WISHED.search(text, 0, match.start()) is not None


def _of_matters(text: str, match: re.Match[str]) -> bool:
    """Tell whether what was approved, noted or lost is something a body settles, and not a date or a fact."""
    matters = prose.FEW_MATTERS.get(match["verb"].casefold(), prose.MATTERS)
    before = text[: match.start()]
    return matters.search(before[-FARTHEST_MATTER:]) is not None or matters.match(before) is not None


def _anothers(text: str, match: re.Match[str], council: str | None) -> bool:
    """Tell a body that is not the one that meets: of a parish's minutes “the County Council”, “the Trust’s board”."""
    if SHORT_BODY.match(match[0]):  # “CC noted” in a parish's minutes is a person
        return council is not None and KINDS[match[0][:2]] not in council.casefold()
    if not match[0].casefold().startswith("council"):
        return OWNERS.search(text, max(0, match.start() - 40), match.start()) is not None
    kind = OTHER_COUNCIL.search(text, max(0, match.start() - 20), match.start())
    return kind is not None and kind["kind"].casefold() not in (council or "").casefold()


def _counts(text: str, match: re.Match[str], after: int, *, recommends: bool) -> bool:
    """Tell whether a deciding verb in prose decides here and now: not reported, not before, not a mere view."""
    before = ARTICLE.sub("", text[: match.start()])
    rest = text[after : after + 160]
    anew = ANEW.search(before) is not None and match[0].casefold().startswith(("it ", "this "))
    anew = anew or DASHED.match(match[0]) is not None
    if (
        (reported.REPORTED.search(before[-160:]) and not anew)
        or reported.NOT_NOW.search(before[-40:])
        or reported.BEFORE.match(rest)
        or IN_A_MONTH.match(rest)
        or reported.BY_ANOTHER.match(rest)
        or reported.TO_VOTE.match(rest)
        or reported.IN_A_YEAR.match(text)
        or reported.PREVIOUSLY.search(match[0])
    ):
        return False
    if reported.SUBORDINATE.search(before[-80:]) and not match[0].casefold().startswith("it "):
        return False
    if reported.EARLIER.search(LAST_PART.split(before)[-1]):
        return False
    if recommends:  # “recommended that the bid is looked at again” is more than a view
        return True
    if reported.OF_MINUTES.match(rest):  # “it was agreed that the minutes were correct”
        return True
    return not _is_a_view(rest)


def _is_a_view(rest: str) -> bool:
    """Tell “that it was a pity” and “that fees will grow”, behind “agreed”, from what is to be done."""
    opinion = reported.OPINION.match(rest)
    if opinion and (opinion["always"] is not None or not reported.COMMITS.search(rest, opinion.end())):
        return True
    said = BUT.split(rest)[0]  # “that a rise is inevitable but members asked how much it was to be”
    return reported.VIEW.match(rest) is not None and not reported.COMMITS.search(said)


def _in_capitals(text: str) -> bool:
    letters = [sign for sign in text if sign.isalpha()]
    return len(letters) > 20 and sum(sign.isupper() for sign in letters) > 0.7 * len(letters)


def outcome_of(verb: str) -> str:
    """Return the outcome a printed verb stands for: the verb in capitals, what is lost as REFUSED.

    >>> outcome_of("agreed"), outcome_of("defeated"), outcome_of("in favour")
    ('AGREED', 'REFUSED', 'CARRIED')
    """
    plain = " ".join(verb.casefold().split())
    plain = verbs.PARTICIPLES.get(plain) or verbs.PARTICIPLES.get(plain.removesuffix("s"), plain)
    if verbs.is_lost(plain):
        return "REFUSED"
    if plain in ("in favour", "in favor", "unanimous") or plain.startswith("nem"):
        return "CARRIED"
    if plain == "recommended to":
        return "RECOMMENDED"
    if plain == "received and noted":
        return "NOTED"
    return plain.upper()
