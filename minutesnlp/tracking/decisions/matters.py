"""The matter of a decision whose own words only point to it: “The motion was agreed.”, “The report was noted.”."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from itertools import pairwise, takewhile

from minutesnlp.records import Clause, Decision, Paragraph
from minutesnlp.text.sentences import sentences
from minutesnlp.tracking.decisions import verbs
from minutesnlp.tracking.decisions.entries import SUM, is_line
from minutesnlp.tracking.decisions.forms import act_above, head_above
from minutesnlp.tracking.decisions.labels import label_of, order_of, style_of
from minutesnlp.tracking.decisions.leading import TOLD_OF_IT
from minutesnlp.tracking.decisions.movers import movers_in
from minutesnlp.tracking.decisions.neighbours import moved_beside
from minutesnlp.tracking.decisions.replacing import BARELY, SUPPORTED
from minutesnlp.tracking.decisions.submitted import NOTICE
from minutesnlp.tracking.decisions.votes import VOTE_LINE

# “The Motion was proposed by Cllr Rook, seconded by Cllr Dunn and agreed.”, “and agreed.” on a line of its own
OF_A_MOTION = re.compile(
    r"\W*(?:(?:the|this|that)\s(?:notice\sof\s)?(?:motion|resolution|amendments?|proposals?|propositions?)"
    r"(?:,\s(?:up)?on\s[^,.;]{3,40},)?\s(?:was|were|has\sbeen|having\sbeen)\b(?![^.]{0,120}\b(?:that|(?<!put\s)to)\s(?:the|this|be|read|allow|defer)\b)"
    r"|and\s(?:agreed|carried|adopted|passed|resolved)\W*\Z|(?:motion|amendment|proposal)\s(?:\w+\s)?"
    r"(?:agreed|carried|lost|adopted|passed|approved)\W*\Z)",
    re.IGNORECASE,
)
# “With two for and three against, the amendment fell.”, “…; the majority was not reached and the motion was lost.”
ENDS_ON_IT = re.compile(
    r"(?=[^.]*\b(?:votes?|voting|voted|for|against|majority)\b)[^.]{3,200}?\b(?:the|this|that|his|her)\s(?:\w+\s)?"
    r"(?:motion|amendment|proposal|proposition)\s(?:(?:was|is|therefore|then|thus|accordingly|duly|not)\s){0,3}"
    r"(?:fell|lost|failed|carried|defeated|passed|rejected)\W*\Z",
    re.IGNORECASE,
)
# “All councillors noted that they were content.”, with what the chair had asked them about
CONTENT = re.compile(
    r"\W*(?:all\s)?(?:the\s)?(?:parish\s)?(?:councillors|members)\s(?:\w+ed)\s(?:that\s)?they\swere\s(?:all\s)?content\W*\Z",
    re.I,
)
# “In proposing his motion Cllr Rook said …”: its words stand above
IN_PROPOSING = re.compile(
    r"\W*(?:.{3,60}?,?\s)?in\s(?:proposing|moving)\s(?:the|his|her|this)\smotion\b", re.IGNORECASE
)
# “This was not seconded.”, right behind what was moved
NOT_SECONDED = re.compile(
    r"\W*(?:(?:there\s(?:was|being)\s)?no\sseconder\b|(?:this|it|(?:the|this|his|her)\s(?:motion|proposal|amendment))\s"
    r"(?:was|were)\snot\sseconded\b)",
    re.IGNORECASE,
)
# “Commissioner Birch seconded the motion, which carried 3-0.”
SECONDED_IT = re.compile(
    r"\W*[A-Z][^,.;]{2,50}\sseconded\s(?:the|this|his|her)\smotion,?\s(?:which|and\sit)\s(?:was\s)?[a-z]+ed\b"
)
# “The Mayor declared the motion defeated.”, “A vote was taken on the motion and the result was as follows:”
OF_A_VOTE = re.compile(
    r"[^.]*?\b(?:declared|ruled)\s(?:that\s)?(?:it\b|(?:the|this)\s(?:\w+\s)?(?:motion|amendment|proposal|resolution)\b)"
    r"(?![^.]*\bproposed\sby\b)(?:\s(?:was|as|to\sbe|had\sbeen|is))*\s"
    r"(?:carried|passed|adopted|approved|defeated|lost|rejected)\W*(?:\band\b[^.]*\bfollowing\sresolution\b.*)?\Z"
    r"|[^.]*\bvote\b[^.]*\b(?:motion|amendment|proposal)\b[^.]*\bas\sfollows\W*\Z",
    re.IGNORECASE,
)
# “The report was noted by the Council.”: a sentence that names nothing
OF_AN_ITEM = re.compile(
    r"\W*(?:(?:the|(?P<this>this|that))\s(?:above\s)?(?P<thing>item|reports?|position|matter|update|information|request|recommendation)|this)"
    r"(?:,?\sas\s(?:circulated|presented|tabled|read),?)?\s(?:was|were)\s(?:\w+ly\s|then\s|duly\s)?(?:noted|agreed|approved|deferred|adopted|accepted|carried|received)"
    r"(?:\s(?:by\s)?(?:all|(?:the\s)?(?:members|council|committee|panel|meeting|board|councillors)(?:\spresent)?))?"
    r"(?:\s(?:by|on|with)\s(?:an?\s)?(?:majority|show\sof\shands|\w+\svotes?)\b[^.;]{0,40})?"
    r"(?:\s(?:to|until)\s[\w\s,]{3,40})?\W*\Z"
    r"|\W*(?:the\s)?(?:members|council|committee|panel|board)\s(?:then\s|duly\s)?(?:noted|agreed|approved|accepted|adopted|"
    r"received)\s(?:the|(?P<this2>this))\s(?P<thing2>report|item|update|request|recommendation|proposal)"
    r"(?:,?\sas\s(?:circulated|presented|tabled))?\W*\Z",
    re.IGNORECASE,
)
# The words, besides names, of a line that tells who moved and that it was carried: “Prop. JB, 2nd DD, all in favour.”
ONLY_WHO = frozenset(
    re.findall(
        r"\w+",
        "proposed proposer proposal moved mover seconded seconder second 2nd sec secd prop by and all in favour favor "
        "were was this it these the carried agreed unanimously unanimous approved approval accepted acceptance passed "
        "adopted voted vote votes members councillors present duly then with of for against abstained "
        "abstention abstentions one two payment resolved on motion notice amendment amendments resolution due to an "
        "interest interests",
    )
)
NAMES_A_MOTION = re.compile(r"\b(?:motion|amendments?|resolution)\b", re.IGNORECASE)
MOVING = re.compile(r"\b(?:prop\w*|moved|2nd|second\w*|sec)\b", re.IGNORECASE)
# “Cllr Rook proposed Cllr Dunn” says who is to be elected
NOMINATES = re.compile(r"\w\.?\s(?:proposed|nominated)\s(?-i:[A-Z])")
# “AND THE MOTION PASSED.” of an item whose matter stands under a heading of its own
BARE = re.compile(r"\W*(?:and\s)?(?:(?:the\s)?motion\s)?(?:passed|failed|carried|adopted|approved)\W*\Z", re.IGNORECASE)
# “Noted”, “Unanimously approved.”, “No objection” and nothing more: of the paragraph above, or of the sentence before
BARE_WORD = re.compile(
    r"\W*(?:(?:and|all|unanimously|councillors|members|recommend(?:ed)?|permission|strongly|no|by|the)\s+){0,4}"
    r"(?:noted|agreed|approved|resolved|support(?:ed)?|rejected|refused|refusal|approval|deferred|accepted|objections?|"
    r"observations?|comments?|recommended)"
    r"(?:\s(?:made|raised|unanimously|by\s(?:the\s)?(?:parish|council|committee|members|all)(?:\scouncil)?))?[^\w:]*",
    re.IGNORECASE,
)
RESOLVED_SO = re.compile(r"\W*(?:unanimously\s)?resolved(?:\sunanimously)?\W*", re.IGNORECASE)
# “Mr and Mrs Dale”, “B and T Dale”, who applied; “Ref. No: 24/0071”
NAME_ALONE = re.compile(
    r"\W*(?:(?:Mrs?|Ms|Miss|Dr|and|&|[A-Z])\.?\s+)+\S+(?:\s\S+)?\W*\Z|\W*ref\b.{0,20}\Z|.*:\s*\Z", re.IGNORECASE
)
BRIEF = re.compile(r"\W*(?:brief|summary|synopsis|description|subject|digest|purpose)\s*:\W*\Z", re.IGNORECASE)
# “Reason: To reflect the boundary …”, below what was proposed
REASON = re.compile(r"(?:\A|(?<=\s))Reasons?(?:\sfor\s[^.:]{3,40})?\s*:")
# “Statement of account as at 30 April …”, “Funds at 30 April”, between the payments and who moved them: none is paid
BALANCE = re.compile(
    r"\W*(?:statements?\sof|balances?\b|(?:financ(?:es?|ial\s\w+)|funds|cash)\b[^.;£€$]{0,12}(?:@|\b(?:as\s)?at\b)|(?:business|community|current|savers?|deposit|reserve)\s(?:\w+\s)?(?:account|saver|reserve))",
    re.IGNORECASE,
)
LONGEST = 24  # words of such a line
# How a motion opens where it does not open with “That”: “I will move at the next meeting that …”
MOVES = re.compile(
    r"\W*(?:(?:(?:I|we)\s|(?<=[!|/]\s))(?:will\s|shall\s|hereby\s|wish\sto\s)?(?:move|propose|call\son|ask|request)\b|"
    r"[^.:]{0,60}\bproposed\sthe\sfollowing\s(?:amendments?|motion)\b|(?:notice\sof\s)?motion\b.{0,40}[:–—-]"
    r"|.{0,60}?\b(?:moved|proposed)\s(?:as\s)?an\samendment\b|an?\s(?:motion|amendment|proposal),?\sthat\b|it\swas\s(?:\w+\s)?(?:proposed|moved)\b|.{0,60}?\b(?:moved|proposed)\b.{0,80}?(?:\bthat\b|[:“])"
    r"|(?:this|the)\s(?:\w+\s){0,3}?council\s(?:calls?|asks?|requests?|supports?|notes?|resolves?|believes?)\b|be\sit\b)",
    re.IGNORECASE,
)
# How many paragraphs above a motion may stand.
HIGHEST = 8


# “AGREED that they be signed.”, “RESOLVED accordingly.”: what is printed as the decision on what prose told before it
AGAIN = re.compile(r"\A[^.]{0,60}?(?:\bthat\s(?:they|it|these|this)\s(?:be|is|are)\b|\baccordingly\b)", re.IGNORECASE)
SIGNED = re.compile(r"\W*(?:(?:and\s)?(?:the\s)?minutes|they)\s(?:was|were)\s(?:then\s|duly\s)?signed\b", re.IGNORECASE)
PRINTED = ("opening", "capitals", "label")
# “… agreed to submit the following observations:”, and what stands below it
VIEWS_BELOW = re.compile(
    r"\b(?:following|these)\s(?:\w+\s){0,2}?(?:observations|comments|views|responses|recommendations)\b[^;:]*:\W*\Z",
    re.IGNORECASE,
)
VIEWS = ("NO OBJECTION", "OBJECTION", "SUPPORTED", "NO COMMENT", "NO OBSERVATION", "NEUTRAL")


def said_once(decisions: Sequence[Decision], paragraphs: Sequence[Paragraph]) -> list[Decision]:
    """Return decisions without those that prose tells and the next paragraph prints as the decision.

    Nor does a committee’s recommendation in brackets count where the council then decides.
    """
    place_of = {paragraph.id: place for place, paragraph in enumerate(paragraphs)}
    told = list(decisions[-1:])
    for one, after in reversed(list(pairwise(decisions))):
        printed = one.found_by == "prose" and after.found_by in PRINTED and not one.mover
        if one.outcome == "RECOMMENDED" and one.found_by == "prose" and one.text.startswith("("):
            continue  # “(The Finance Committee recommended approval).”: what became of it stands below
        apart = place_of[after.paragraph_id] - place_of[one.paragraph_id]
        if one.routine and after.routine and after.outcome == "PROPOSED" and apart == 0 and one.mover is None:
            # “The minutes were approved. Proposed by Cllr Rook as a true record.”
            one, told = dataclasses.replace(one, mover=after.mover, seconder=after.seconder), told[1:]
        if (
            one.routine
            and after.routine
            and apart == 0
            and one.outcome == after.outcome
            and SIGNED.match(after.sentence)
        ):
            told = told[1:]  # “The minutes were approved. The minutes were signed by the Chair as a true record.”
        near = 0 <= apart <= (3 if one.routine and after.routine else 1)
        if not (printed and near and ((one.routine and after.routine) or AGAIN.match(after.text))):
            told.insert(0, one)
    return told


def without_leads(decisions: Sequence[Decision], paragraphs: Sequence[Paragraph]) -> list[Decision]:
    """Return decisions without a line that only leads to views told one by one below it.

    “It was agreed to submit these observations:”, above a row for each application with “No objections” at its end.
    """
    place_of = {paragraph.id: place for place, paragraph in enumerate(paragraphs)}
    kept = list(decisions[-1:])
    for one, after in reversed(list(pairwise(decisions))):
        below = place_of[after.paragraph_id] - place_of[one.paragraph_id] == 1
        leads = not one.clauses and one.mover is None and one.votes is None and VIEWS_BELOW.search(one.text) is not None
        if not (below and leads and after.outcome in VIEWS):
            kept.insert(0, one)
    return kept


def with_matter(decisions: Sequence[Decision], paragraphs: Sequence[Paragraph]) -> list[Decision]:
    """Return decisions; where one's words only point to its matter above, that is its clause."""
    place_of = {paragraph.id: place for place, paragraph in enumerate(paragraphs)}
    held = {one.paragraph_id for one in decisions} | {c.paragraph_id for one in decisions for c in one.clauses}
    found = []
    for one in decisions:
        clause = None if one.clauses or one.routine else _matter(one, place_of[one.paragraph_id], paragraphs, held)
        beside = None if clause or one.clauses or one.routine else _beside(one, place_of, paragraphs, held)
        clause = clause or beside
        listed = _payments(one, clause, place_of, paragraphs, held) if clause else ()
        listed = listed or (_parts(clause, place_of[clause.paragraph_id], paragraphs, held) if clause else ())
        routine = one.routine or (clause is not None and one.outcome != "PROPOSED" and _is_routine(clause.text))
        found.append(dataclasses.replace(one, clauses=listed or (clause,), routine=routine) if clause else one)
    return found


def _beside(
    one: Decision, place_of: Mapping[str, int], paragraphs: Sequence[Paragraph], held: set[str]
) -> Clause | None:
    """Return what stands beside a line that tells only who moved it, and keep it from the next such line."""
    clause = moved_beside(one, place_of[one.paragraph_id], paragraphs, held)
    if clause is not None:
        held.add(clause.paragraph_id)
    return clause


def _is_routine(text: str) -> bool:
    """Tell by its first sentence whether a matter is routine; a longer one tells of something else as well."""
    start, end = next(iter(sentences(text)), (0, 0))
    return verbs.ROUTINE.search(text[start:end]) is not None


def _matter(one: Decision, place: int, paragraphs: Sequence[Paragraph], held: Collection[str]) -> Clause | None:
    said = one.sentence
    own = paragraphs[place]
    before = [span for span in sentences(own.text) if span[1] <= one.start]
    reason = REASON.search(own.text, before[0][0], before[-1][1]) if before else None
    if reason:  # what was proposed stands before it
        before = [(start, min(end, reason.start())) for start, end in before if start < reason.start()]
    if BARE.match(said):
        act = act_above(paragraphs, place)
        if act is not None:
            at, start, end = act
            return Clause(None, paragraphs[at].text[start:end], paragraphs[at].id, start, end)
        brief = next((at for at in range(place - 2, -1, -1) if BRIEF.match(paragraphs[at].text)), None)
        if brief is not None:
            return _clause(paragraphs[brief + 1], 0, None)
        head = head_above(paragraphs, place)
        if head is not None:
            return _clause(paragraphs[head], 0, None)
    if BARE_WORD.fullmatch(said):
        clause = _clause(own, *before[-1]) if before else _above(place, paragraphs, held)
        # of a story, a name or a post code nobody can tell
        told = clause is not None and len(before) < 2 and is_line(clause.text) and not NAME_ALONE.match(clause.text)
        # “The Clerk was directed to write. Resolved unanimously.”
        resolved = clause is not None and len(before) == 1 and RESOLVED_SO.fullmatch(said) is not None
        resolved = resolved and clause is not None and VOTE_LINE.match(clause.text) is None
        return clause if told or resolved else None
    if CONTENT.match(said) and before:
        return _clause(own, *before[-1])
    item = OF_AN_ITEM.match(said)
    if item:
        clause = _clause(own, *before[-1]) if before else _above(place, paragraphs, held)
        thing = item["thing"] or item["thing2"]
        if thing is None or item["this"] or item["this2"]:
            return clause
        # “The position was noted.” may mean all that was said; “the report” means one that is named
        names = re.compile(rf"\b{re.escape(thing.removesuffix('s'))}", re.IGNORECASE)
        if clause and names.search(clause.text):
            return clause
        return _sentence_above(names.search, before, place, paragraphs, held)
    who = only_who(said)
    if who and not NAMES_A_MOTION.search(said):
        return _clause(own, *before[-1]) if before else _above(place, paragraphs, held)
    points = OF_A_MOTION.match(said) or OF_A_VOTE.match(said) or TOLD_OF_IT.match(said) or SUPPORTED.match(said)
    points = points or ENDS_ON_IT.match(said) or (IN_PROPOSING.match(said) if one.found_by == "motion" else None)
    alone = NOT_SECONDED.match(said) is not None or SECONDED_IT.match(said) is not None
    if not who and not points and not alone:
        return None
    wanted = _is_moved if alone else _is_motion
    return _sentence_above(wanted, before, place, paragraphs, held)


def _payments(
    one: Decision, last: Clause, place_of: Mapping[str, int], paragraphs: Sequence[Paragraph], held: Collection[str]
) -> tuple[Clause, ...]:
    """Return the payments down to the `last`, a line each, where all that is told below them is who moved them."""
    if not only_who(one.sentence) or last.paragraph_id == one.paragraph_id:
        return ()
    above = reversed(paragraphs[: place_of[last.paragraph_id] + 1])
    listed = reversed(list(takewhile(lambda paragraph: _is_payment(paragraph, held), above)))
    told = (_clause(paragraph, 0, None) for paragraph in listed if not BALANCE.match(paragraph.text))
    return tuple(clause for clause in told if clause)


def _parts(last: Clause, place: int, paragraphs: Sequence[Paragraph], held: Collection[str]) -> tuple[Clause, ...]:
    """Return the labelled parts of a motion down to the `last`, the one nearest its verdict; none without the first."""
    label, begin = label_of(paragraphs[place])
    order = order_of(label, style_of(label)) if label and last.start <= begin else None
    listed: list[Clause] = []
    for at in range(place, max(-1, place - (order or 0)), -1):
        one = paragraphs[at]
        its, begin = label_of(one)
        if not its or not label or one.id in held or order_of(its, style_of(label)) != (order or 0) - len(listed):
            return ()
        listed.insert(0, Clause(its, one.text[begin:], one.id, begin, len(one.text), guessed=True))
    return tuple(listed) if order == len(listed) > 1 else ()


def _is_payment(paragraph: Paragraph, held: Collection[str]) -> bool:
    told = paragraph.kind in ("text", "clause", "bullet") and paragraph.id not in held
    return told and SUM.search(paragraph.text) is not None and is_line(paragraph.text)


def _sentence_above(
    wanted: Callable[[str], object],
    before: Sequence[tuple[int, int]],
    place: int,
    paragraphs: Sequence[Paragraph],
    held: Collection[str],
) -> Clause | None:
    """Return the nearest sentence that is `wanted`, and what follows it in its paragraph: `before`, or further up.

    Who moved and seconded, on a line of its own, is none.
    """
    own = paragraphs[place]
    for start, end in reversed(before):
        if wanted(own.text[start:end]):
            return _clause(own, start, end)
    for at in range(place - 1, max(-1, place - 1 - HIGHEST), -1):
        above = paragraphs[at]
        if above.id in held:
            return None
        if above.kind == "heading" or movers_in(above.text).bare:
            continue
        for start, end in sentences(above.text):
            if wanted(above.text[start:end]):
                # “Cllr Rook proposed the following amendment:” stands above its words
                leads = above.text.rstrip().endswith(":") and at + 1 < place
                return _clause(paragraphs[at + 1], 0, None) if leads else _clause(above, start, None)
    return None


def _above(place: int, paragraphs: Sequence[Paragraph], held: Collection[str]) -> Clause | None:
    """Return the paragraph above, where that is no decision and no heading."""
    while place and REASON.match(paragraphs[place - 1].text):
        place -= 1
    moved = False  # above who moved and seconded it stands a motion or nothing
    while place and movers_in(paragraphs[place - 1].text).bare:
        place, moved = place - 1, True
    below = place
    while place and BALANCE.match(paragraphs[place - 1].text):
        place -= 1
    above = paragraphs[place - 1] if place else None
    if place < below and (above is None or not _is_payment(above, held)):
        return None  # a balance is no matter
    if moved and above is not None and not _is_motion(above.text):
        return None
    if above is None or above.id in held or above.kind not in ("text", "clause", "bullet"):
        return None
    return _clause(above, 0, None)


def only_who(said: str) -> bool:
    """Tell a sentence that says who moved, who seconded and that it was carried, and not what."""
    words = re.findall(r"\w[\w’'-]*", said)
    if len(words) > LONGEST or not MOVING.search(said) or NOMINATES.search(said):
        return False
    return all(not word[:1].islower() or word.casefold() in ONLY_WHO for word in words)


def _is_motion(text: str) -> bool:
    return any(pattern.match(text) is not None for pattern in (MOVES, verbs.MOTION, NOTICE))


def _is_moved(text: str) -> bool:
    """Tell what somebody moved, in whatever words: “Cllr Rook proposed raising the rent.”."""
    movers = movers_in(text)
    said = movers.mover is not None and not movers.bare and BARELY.match(text) is None
    return _is_motion(text) or said


def _clause(paragraph: Paragraph, start: int, end: int | None) -> Clause | None:
    text = paragraph.text[start:end].rstrip()
    return Clause(None, text, paragraph.id, start, start + len(text), guessed=True) if len(text.split()) > 1 else None
