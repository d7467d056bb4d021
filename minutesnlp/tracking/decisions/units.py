"""The sentences of minutes, each with what it shows of deciding: its verb, its motion, who moved and seconded."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Sequence

from minutesnlp.records import Paragraph, Votes
from minutesnlp.text.sentences import sentences
from minutesnlp.tracking.decisions import verbs
from minutesnlp.tracking.decisions.deciding import deciding
from minutesnlp.tracking.decisions.divisions import PUTS, divisions, surname
from minutesnlp.tracking.decisions.movers import NO_MOVERS, Movers, movers_in
from minutesnlp.tracking.decisions.votes import counted

# A page may have torn “No” from “Objection”: “… | No | Permission | Objection” tells neither
TORN = re.compile(r"(?:.*\|)?\s*No\s*\|(?:.*\|)?\s*Objections?\W*\Z", re.IGNORECASE | re.DOTALL)
# A parish's view of an application, on a line of its own
NO_OBJECTION = re.compile(
    r"(?:[^.;]*(?:\d|\w{4,})\s[–—-]\s*)?\W*no\s(?:objections?|comments?|observations?)\W*", re.IGNORECASE
)
# “the Mayor declared the two amendments proposed by Cllr Ash as defeated”
DECLARED = re.compile(
    r"\b(?:declared|ruled)\s(?:that\s)?(?:the|this|both|(?:Cllr|Councillor|Mr|Mrs|Ms|Dr)\.?\s[\w\s.()-]{2,30}?[’']s?)\s"
    r"(?:[\w’']+\s){0,3}?(?:motion|amendment|proposal|resolution|vote)s?\b"
    r".{0,200}?\b(?P<verb>not\scarried|carried|passed|adopted|defeated|lost|rejected)\b"
    r"|\bdeclared\s(?:that\s)?(?:the|this)\s(?:[\w’'-]+\s){1,6}?(?:was\s|as\s|to\sbe\s|had\sbeen\s)?"
    # “that the Part 8 was defeated”
    r"(?P<lost>not\scarried|defeated|rejected|(?<=was\s)(?:approved|carried|adopted|passed))\b",
    re.IGNORECASE | re.DOTALL,
)
# “NOW THEREFORE we support the union’s paper;”
NOW_THEREFORE = re.compile(r"\W*now,?\stherefore,?\swe\s", re.IGNORECASE)
# “They were approved as corrected.”, “These were then accepted.”, behind a sentence on minutes
THEY_WERE = re.compile(r"(?:They|These)\s(?:were|stood)\s(?:then\s)?")
MINUTES = re.compile(r"\bminutes\b", re.IGNORECASE)
# “REPLY: The houses were approved in May.”: an officer speaks
REPLY = re.compile(r"\W*(?:reply|written\sreply|response)\s*[:–—-]", re.IGNORECASE)
# “To ask what was agreed with the owner”, “I will ask at the next Meeting”: a scan reads “I” as “!”, “1” or “l”
TO_ASK = re.compile(
    r"\W*(?:\d+[.)]?\s)?(?:to|[Il1!|]?\s?(?:will|shall|wish\sto|would\slike\sto))\sask\b", re.IGNORECASE
)
BY_THE_MEETING = re.compile(
    r"\b(?:(?:it\swas|this\swas(?=[\w\s]{1,20}\bagreed))\s(?:\w+\s){0,2}?(?:agreed|resolved|decided)"
    r"|(?:members|councillors|the\s(?:committee|district|council(?!\s(?:approved|decided|supported))))\s"
    r"(?:(?:\w+ly|also|were|then)\s){0,2}(?:agreed|noted|resolved|approved|decided|supported|in\sagreement|happy)"
    r"|(?:noted|agreed|approved)\sby\s(?:the\s)?(?:elected\s)?(?:council|members|committee)\b(?!\sin\s(?:early|late|mid|[a-z]*\s?20\d\d))"
    r"|taken\sas\sread|following\s\w+\swere\sagreed|(?:proposed|proposer|seconded|seconder)\s?(?:by\b|[:–-])|resolved\s*:"
    r"|on\sthe\sproposal\sof|deferred|withdrew|(?:was|is|were|agreed\sto|question|motion|item)\s(?:be\s)?withdr(?:aw|awn)\b"
    r"|withdrawn\sby|(?:motion|amendment|proposal|recommendation|nomination|report|reply|response|minutes|answer)s?\s"
    r"(?:as\samended\s)?(?:was|were|be)\s(?:(?:then|duly|unanimously)\s)?"
    r"(?:agreed|noted|approved|carried|passed|lost|defeated|adopted|rejected)\b"
    r"|declared\b[^.]{3,200}\b(?:carried|passed|adopted|defeated|lost|rejected)\b|(?:all\s|unanimous\w*\s)in\sfavou?r\b)"
    r"|\A\W*(?:Circulated\b|Resolved\b|Carried\b|Unanimous|(?:Agreed|Noted|Withdrawn)\.)",
    re.IGNORECASE,
)
# “on 4 May, it was decided …”, “a workshop where it was agreed …”: what a reply tells was not done on it
OF_THE_PAST = re.compile(
    r"\b(?:where|which|how\soften|that)\s\Z"
    r"|\b(?:on|at|in|during|since|last)\s(?:the\s|early\s|late\s|\d{1,2}(?:st|nd|rd|th)?\s(?:of\s)?)*"
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)\b"
    r"(?![^.;]*\band\s\Z)",
    re.IGNORECASE,
)
# “the Members approved a grant in 2031”, in a reply
IN_A_YEAR = re.compile(
    r"(?!it\swas\b)[\w\s]{0,40}?\b(?:approved|supported|decided)\b(?:\s[\w’'()-]+){0,6}\sin\s(?:19|20)\d\d\b",
    re.IGNORECASE,
)
# “found that the proposal to reject the motion was carried”: it is the motion that was then lost
REJECTS = re.compile(
    r"\b(?:proposal|motion|vote)\sto\s(?:reject|refuse|oppose)\sthe\s(?:notice\sof\s)?motion\b.{0,60}?\b(?:carried|passed)\b",
    re.IGNORECASE,
)
# “… and seconded by”, at the end of its paragraph
ENDS_BY = re.compile(
    r"\w[\s,]\s?(?:and\s)?(?:seconded|proposed|moved)\sby\s*[:–-]?\s*(?:(?:Cllr|Clir|Councillor)\.?\s*)?\Z|\bproposal\sof(?:\s(?:Cllr|Clir|Councillor)\.?)?\s*\Z",
    re.IGNORECASE,
)
# “Motion: Ash”, alone on its line
MOTION_OF = re.compile(r"\W*motion:\s(?!to\b|that\b)(?:[\w.’'-]+\s?){1,4}\W*\Z", re.IGNORECASE)
# “Recommendation: Refusal”, of the officers, above “DECISION: Deferred”
OFFICERS_SAY = re.compile(r"\W*(?:officers?[’']?s?\s)?recommendation\s*[:–—-]\s*(?!to\b|that\b)", re.IGNORECASE)
ITS_DECISION = re.compile(r"\W*(?:(?:committee|council)[’']?s?\s)?decision\s*[:–—-]", re.IGNORECASE)
# “declared the amendment carried and so the original motion defeated”, “the amendment was carried by 3 to 2 and,
# as the substantive motion, agreed by 4 to 1”: two fates in a sentence, each with its own vote
TWO_FATES = re.compile(
    r"\b(?:amendment|proposal|(?:amended|alternative)[ -]motion)\b.{0,200}?"
    r"\b(?:carried|passed|adopted|defeated|lost|rejected)\b(?:\sby\s[\w\s]{3,30}?)?,?\sand,?\s"
    r"(?:(?:therefore|thus|accordingly|consequently|so|that)\b,?\s)*(?P<what>the\s(?:original|substantive|main|amended)\s"
    r"(?:(?:notice|notion)\sof\s)?(?:motion|proposal)\s(?:proposed\sby\s[^.;]{3,120}?\s)?(?:was\s|as\s|duly\s)*"
    r"(?P<verb>carried|passed|adopted|approved|defeated|lost|rejected|fell))\b"
    r"|\bamendment\b.{0,200}?\b(?:carried|passed|adopted|agreed|approved)\b.{0,60}?\b(?P<what2>(?:bec[ao]m(?:e|ing)|as)\sthe\s"
    r"substantive\s(?:motion|proposal),?\s(?:(?:which|and|that|it)\s)*(?:was\s)?(?:[\w\s]{3,40}?\s)?(?P<verb2>carried|passed|"
    r"adopted|approved|agreed|defeated|lost|rejected))\b",
    re.IGNORECASE,
)
# Behind it another member moves
TURN = re.compile(r";\s(?=[^;]{2,60}?\b(?:proposed|moved)\b)")
MOVED = ("amend", "proposal", "alternative")
SECOND = ("the original", "the substantive", "the main", "the amended")
JOINS = re.compile(r"(?:[\s,;]|\b(?:and|therefore|thus|accordingly|consequently|so|that|then)\b)+\Z", re.IGNORECASE)
LONGEST_WHO = 120  # characters of a line that tells who moved and seconded
NONE_OPPOSED = re.compile(r"\W*(?:none|no\s?one|nobody)\s(?:was\s|were\s)?(?:opposed|against)\W*", re.IGNORECASE)
NAMES_ONE = re.compile(r"\W*(?:\w+\s/\s)?\b(?:seconde[dr]|second|secd?|2nd)\b(?:\sby\b)?", re.IGNORECASE)
RULING = re.compile(r"declared|ruled", re.IGNORECASE)


@dataclasses.dataclass(slots=True)
class Unit:
    """A sentence of an item, and what it shows."""

    place: int
    start: int
    end: int
    text: str
    verb: str = ""
    found_by: str = ""
    motion: bool = False
    movers: Movers = NO_MOVERS
    aside: bool = False  # a vote or a table: it stands between a motion and its verdict
    votes: Votes | None = None  # of a division, whose result this is
    settles: int = -1  # the unit whose decision this verdict was given to
    form: bool = False  # … which is printed as a form or as columns of names
    amends: bool = False
    denied: bool = False  # … and the sentence below it tells of another question
    put: str = ""  # how the question of the division was put: “put the amendment to the vote …”
    second: bool = False  # it tells the fate of the motion itself, beside that of its amendment


def units_in(paragraphs: Sequence[Paragraph], council: str | None) -> list[Unit]:
    """Return the sentences of an item; of a division only its result."""
    results = {division.last: division for division in divisions(paragraphs)}
    within = {place for one in results.values() for place in range(one.first, one.last + 1)}
    units: list[Unit] = []
    replies = False
    for place, paragraph in enumerate(paragraphs):
        if place in results and results[place].told:
            continue
        if place in results:
            one = results[place]
            text = paragraphs[one.at].text[one.start : one.end]
            put = _put(paragraphs[one.first - 1].text) if one.first and not one.form else ""
            unit = Unit(one.at, one.start, one.end, text, one.verb, "verdict", votes=one.votes, put=put)
            unit.form, unit.movers, unit.amends, unit.denied = one.form, one.movers, one.amends, one.denied
            units.append(unit)
        elif place not in within:
            own = list(units_of(place, paragraph, council))
            if place + 1 in within and own and PUTS.search(own[-1].text):  # it asks; the division below decides
                own[-1].verb, own[-1].found_by = "", ""
            replies = _in_a_reply(paragraph, replies)
            for told in own:
                if (replies and not _by_the_meeting(told.text)) or TO_ASK.match(told.text):
                    told.verb, told.found_by = "", ""
            if own and units and units[-1].place == place - 1 and ENDS_BY.search(units[-1].text):
                _carry(units[-1], own[0], council)
            elif (
                own and units and units[-1].motion and units[-1].place == place - 1 and MOTION_OF.match(units[-1].text)
            ):
                _second(units[-1], own[0])
            above = results.get(place - 1)
            if above is not None and above.told and own:
                own[0].votes = above.votes
            units += own
    _leave_to_officers(units)
    return units


def _leave_to_officers(units: Sequence[Unit]) -> None:
    """Silence what officers recommended where the committee's own decision is printed below it, before the next."""
    waits: Unit | None = None
    for unit in units:
        if OFFICERS_SAY.match(unit.text):
            waits = unit
        elif waits is not None and ITS_DECISION.match(unit.text):
            waits.verb, waits.found_by, waits = "", "", None


def _carry(before: Unit, unit: Unit, council: str | None) -> None:
    """Give “It was proposed by Cllr Ash, seconded by” the name below it, and tell what is decided there.

    “Cllr Birch and agreed that the return be signed.”
    """
    whole = f"{before.text} {unit.text}"
    movers = movers_in(whole)
    if not unit.found_by and not before.found_by:
        unit.verb, unit.found_by = deciding(whole, council)
    below = unit.found_by != "" and before.found_by == ""
    before.movers, unit.movers = (NO_MOVERS, movers) if below else (movers, NO_MOVERS)


def _second(before: Unit, unit: Unit) -> None:
    """Give “Motion: Ash” the seconder in the line below it: “Second: Birch”."""
    movers = movers_in(f"{before.text.rstrip(' .;,')}; {unit.text}")
    if unit.movers.bare and unit.movers.mover is None and movers.mover and movers.seconder:
        before.movers, unit.movers = movers, NO_MOVERS


def _in_a_reply(paragraph: Paragraph, before: bool) -> bool:
    """Tell whether a paragraph is a question handed in or an officer's reply to it, or goes on with one.

    A table in a reply is often read as headings and lines: only what the meeting did ends it.
    """
    if REPLY.match(paragraph.text) or TO_ASK.match(paragraph.text):
        return True
    return before and not _by_the_meeting(paragraph.text)


def _by_the_meeting(text: str) -> bool:
    """Tell what the meeting did on a reply from what the reply tells of the past."""
    return any(
        not (OF_THE_PAST.search(text, 0, match.start()) or IN_A_YEAR.match(text, match.start()))
        for match in BY_THE_MEETING.finditer(text)
    )


def _put(text: str) -> str:
    """Return the sentence above a division, without a cell that slipped into it."""
    whole = text.partition(" | ")[0]
    start, end = list(sentences(whole))[-1] if whole.strip() else (0, 0)
    return whole[start:end]


def units_of(place: int, paragraph: Paragraph, council: str | None) -> Iterable[Unit]:
    """Return the sentences of a paragraph; headings have none, unless they are a decision printed like one."""
    if paragraph.kind == "boilerplate" or (paragraph.kind == "heading" and not _decides(paragraph)):
        return
    if TORN.match(paragraph.text) or (paragraph.kind == "attendance" and not verbs.hints(paragraph.text)):
        return
    row = verbs.CELL.match(paragraph.text.rpartition(" | ")[2]) if paragraph.text.count(" | ") > 1 else None
    if row:  # what is settled is the row, however many sentences its cells have
        yield Unit(place, 0, len(paragraph.text), paragraph.text, row["verb"] or row["verb2"], "prose")
        return
    spans = _with_seconders(paragraph.text, sentences(paragraph.text))
    aside = paragraph.kind in ("vote", "table")
    for start, end in _in_turn(paragraph.text, spans):
        unit = Unit(place, start, end, paragraph.text[start:end])
        if NONE_OPPOSED.fullmatch(unit.text):  # between “All in favor.” and “Motion carried.”
            continue
        second = None
        if verbs.hints(unit.text):
            second = _second_fate(unit)
            said = unit.text
            if THEY_WERE.match(said) and MINUTES.search(paragraph.text, 0, start):
                said = f"The minutes {said.partition(' ')[2]}"  # those that were spoken of
            unit.verb, unit.found_by = deciding(said, council)
            if unit.found_by == "prose" and NOW_THEREFORE.match(said):  # a motion, which its verdict settles
                unit.verb, unit.found_by = "", ""
            declared = DECLARED.search(unit.text) if RULING.search(unit.text) else None
            # whose proposal was then approved did not move the one that was declared lost
            unit.movers = movers_in(unit.text[: declared.end()] if declared else unit.text)
            verb = (declared["verb"] or declared["lost"]) if declared else ""
            verb = "rejected" if verb and REJECTS.search(unit.text) else verb
            if verb and (not unit.found_by or verbs.is_lost(verb)):
                unit.verb, unit.found_by = verb, "prose"
        elif unit.text.endswith((":", ";")) or verbs.holds_one(unit.text, (": That ", ": THAT ", ": WHEREAS ")):
            unit.movers = movers_in(unit.text)  # “A. Ash, B. Birch:” above the motion or before it
        aside = aside and unit.movers.mover is None  # “Motion by Oak. Seconded by Ash. Carried.” moves something too
        unit.aside = aside
        unit.motion = verbs.MOTION.match(unit.text) is not None
        count = counted(paragraph, start, unit.end) if not unit.found_by else None
        if count is not None:
            unit.verb, unit.votes, unit.found_by = *count, "verdict"
        yield unit
        if second is not None:
            yield second


def _with_seconders(text: str, spans: Sequence[tuple[int, int]]) -> Sequence[tuple[int, int]]:
    """Return the sentences, as one those that tell who moved it: “Proposer: Cllr Ash. 2nd: Cllr Birch.”."""
    if len(spans) < 2 or not verbs.holds_one(text.casefold(), ("sec", "2nd")):
        return spans
    found = [spans[0]]
    for start, end in spans[1:]:
        begin = found[-1][0]
        short = end - begin <= LONGEST_WHO and NAMES_ONE.match(text, start) is not None
        movers = movers_in(text[begin:end]) if short else NO_MOVERS
        if movers.bare and movers.mover and movers.seconder:
            found[-1] = (begin, end)
        else:
            found.append((start, end))
    return found


def _in_turn(text: str, spans: Sequence[tuple[int, int]]) -> Iterable[tuple[int, int]]:
    """Yield the sentences, apart what each member moves: “Cllr Ash proposed £100; Cllr Birch proposed £50.”."""
    for start, end in spans:
        begin = start
        for turn in TURN.finditer(text, start, end):
            before, behind = movers_in(text[begin : turn.start()]), movers_in(text[turn.end() : end])
            if before.mover and behind.mover and surname(before.mover) != surname(behind.mover) and not behind.bare:
                yield begin, turn.start()
                begin = turn.end()
        yield begin, end


def _second_fate(unit: Unit) -> Unit | None:
    """Cut off a sentence what it tells of the motion itself, beside the fate of its amendment, and return that."""
    small = unit.text.casefold()
    told = TWO_FATES.search(unit.text) if verbs.holds_one(small, SECOND) and verbs.holds_one(small, MOVED) else None
    if told is None:
        return None
    cut = told.start("what") if told["what"] else told.start("what2")
    second = Unit(unit.place, unit.start + cut, unit.end, unit.text[cut:], told["verb"] or told["verb2"], "verdict")
    second.movers, second.second = movers_in(second.text), True
    unit.text = JOINS.sub("", unit.text[:cut])
    unit.end = unit.start + len(unit.text)
    return second


def _decides(heading: Paragraph) -> bool:
    """Tell a decision that was printed like a heading, its parts below it: “Committee resolved to:”, “RESOLVED”."""
    leads = heading.text.rstrip().endswith((":", ":-", "–", "—")) or verbs.VERDICT.match(heading.text) is not None
    leads = leads or NO_OBJECTION.fullmatch(heading.text) is not None
    return leads and verbs.hints(heading.text) and deciding(heading.text)[0] != ""
