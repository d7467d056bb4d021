"""One decision, made of the sentence that opens it and the sentence that settles it."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence

from minutesnlp.records import Clause, Decision, Paragraph
from minutesnlp.tracking.decisions import verbs
from minutesnlp.tracking.decisions.clauses import (
    AND_RESOLVED,
    AND_THAT,
    FOLLOWING,
    LEADS_ON,
    following_clauses,
    inline_clauses,
)
from minutesnlp.tracking.decisions.deciding import OPENING, outcome_of
from minutesnlp.tracking.decisions.labels import label_of, order_of, style_of
from minutesnlp.tracking.decisions.movers import Movers
from minutesnlp.tracking.decisions.units import MINUTES, Unit

# “An amended motion was put forward” is one too; “the amended motion” is what an amendment left.
AMENDMENT = re.compile(
    r"(?<!\bwith\s)(?<!\bwith\sthe\s)(?<!\bwith\san\s)(?<!\bwith\sone\s)\bamendment\b"
    r"|\ban?(?:other)?\s(?:amended|alternative|counter)[ -](?:motion|proposal)\b",
    re.IGNORECASE,
)
# “It was proposed by Cllr Rook and seconded by Cllr Dunn that the motion be amended as follows:”
TO_AMEND = re.compile(
    r"\b(?:proposed|moved|seconded)\b.{1,120}?\b(?:that\sthe\s(?:original\s)?motion\s(?:should\s)?be\samended|"
    r"(?<!not\s)to\samend\sthe\s(?:original\s)?motion)\b|\A\W*motion\sto\samend\sby\b",
    re.IGNORECASE,
)

MOST_PARTS = 12  # paragraphs between a motion's first parts and its last
AFTER_AN_AMENDMENT = re.compile(
    r"\W*(?:the|both|all|these)\samendments?\shaving\s(?:been\s)?[^.;]{3,80},\sthe\s(?:\w+\s)?motion\b", re.IGNORECASE
)
# “A vote would be taken on the motion of Cllr Ash and the result was as follows:”, above the names of each side
VOTE_TAKEN = re.compile(r"\b(?:vote\s[^.]{0,40}?\btaken|result\sof\sthe\svot(?:e|ing))\b[^.]*:\s*\Z", re.IGNORECASE)
THEY_ARE_SIGNED = re.compile(
    r"\bthey\s(?:be|were|are)\s(?:now\s|then\s|duly\s|therefore\s|accordingly\s)?(?:signed|approved|confirmed|adopted|accepted|"
    r"agreed|taken\sas\sread)\b",
    re.IGNORECASE,
)
# “Resolved (Ash/Birch)”, above “That the report be received”
WHO = re.compile(r"\s\([^()/]{2,40}/[^()/]{2,40}\)(?=\W*\Z)")
# “The Committee resolved that:”, “It was agreed as follows:”, above parts that may have no labels
LEADS_TO_PARTS = re.compile(r"\b(?:that|to|as\sfollows|following)\s*:[\s–—*_-]*\Z", re.IGNORECASE)
# “… was noted”, “… – agreed”: what stands below is another matter
ENDS_IN_A_VERB = re.compile(rf"\b(?:{verbs.SETTLED})[\s.;)*_”’]*\Z", re.IGNORECASE)
# “No objections”, “Support”, “Approval recommended”: a parish's view, below the application it is on
A_VIEW = re.compile(
    r"\W*(?:(?:strongly|the|parish|council|recommend(?:ed)?|permission|no|we)\s+){0,4}"
    r"(?:support(?:ed)?|refusal|approval|noted|objections?|observations?|comments?|recommended)(?:\s(?:raised|made))?[^\w:–—-]*",
    re.IGNORECASE,
)
# “Porch at Mill House 24/0071/F No objections raised”
BEHIND_ITS_NUMBER = re.compile(
    r".*(?:\d/[A-Z]{1,6}|\bresponse\b.{3,60}\swith)\s(?i:no\s)?"
    r"(?i:support(?:ed)?|objections?|observations?|comments?)(?:\s(?:raised|made))?[^\w:–—-]*\Z",
    re.DOTALL,
)
# “Q/30554”, “24/0071/F Mill House”
REFERENCE = re.compile(r"\W*(?:[A-Z]{1,4}/|(?:[A-Z]{1,4}/?)?\d{2,}/)[\w/.-]*\d")


def make_decision(
    paragraphs: Sequence[Paragraph],
    begin: Unit,
    unit: Unit,
    movers: Movers,
    item_id: str | None,
) -> tuple[Decision, int]:
    """Return the decision that `unit` settles and that begins at `begin`, and the last paragraph that holds it."""
    paragraph = paragraphs[begin.place]
    opening = OPENING.match(begin.text)
    start = begin.start + (opening.end() if opening else 0)
    if begin.found_by not in ("opening", "label", "verdict") and paragraph.text[begin.start] not in "*_•":
        start = begin.start if opening is None or "(" not in opening[0] else start
    text = paragraph.text[start:]
    # a debate may number its points after a decision told in prose
    reach = unit.end if unit.found_by == "prose" and unit.place == begin.place else len(paragraph.text)
    clauses = inline_clauses(paragraph, start, reach)
    last = unit.place
    in_parts = unit.place > begin.place and begin.end >= len(paragraph.text.rstrip()) and LEADS_ON.search(begin.text)
    settled = unit.found_by in ("prose", "verdict") and ENDS_IN_A_VERB.search(text) and not FOLLOWING.search(text)
    at_the_end = unit.place == begin.place and (clauses or unit.end >= len(paragraph.text.rstrip()))
    if not settled and (in_parts or at_the_end):
        acts = verbs.BODY_ALONE.match(begin.text) is not None
        bare = _says_no_more(unit, text)
        more, after = following_clauses(
            paragraphs,
            begin.place,
            opening=text,
            bare=bare,
            begun=clauses,
            decides=_opens_another if acts else opens_a_decision,
        )
        of_its_line = BEHIND_ITS_NUMBER.match(text) is not None
        if more and not clauses and (of_its_line or (A_VIEW.fullmatch(text) and _is_the_next(more[0]))):
            more, after = (), last
        clauses = (*clauses, *more)
        last = max(last, after)
    if len(clauses) == 1 and clauses[0].number is not None and clauses[0].paragraph_id == paragraph.id:
        clauses = ()
    whole = " ".join([text, *(clause.text for clause in clauses if clause.paragraph_id != paragraph.id)])
    own = paragraph.text[begin.start : unit.end] if unit.place == begin.place else whole
    routine = len(clauses) <= 1 and (
        verbs.ROUTINE.search(whole if clauses else own) is not None or _of_minutes(paragraphs, begin, own)
    )
    outcome = outcome_of(unit.verb)
    return (
        Decision(
            outcome="APPROVED" if routine and outcome not in verbs.KEPT_OF_ROUTINE else outcome,
            text=text,
            paragraph_id=paragraph.id,
            start=start,
            end=len(paragraph.text),
            clauses=clauses,
            mover=movers.mover,
            seconder=movers.seconder,
            votes=None,
            item_id=item_id,
            routine=routine,
            amendment=_amends(own),
            sentence_end=unit.end if unit.place == begin.place else begin.end,
            found_by=unit.found_by if not (unit.found_by == "verdict" and begin is not unit) else "motion",
            settled_in=paragraphs[unit.place].id if unit.place != begin.place else None,
        ),
        last,
    )


def _amends(said: str) -> bool:
    """Tell a decision on an amendment; not “The amendment having been lost, the motion was put and carried.”."""
    if AFTER_AN_AMENDMENT.match(said):
        return False
    return AMENDMENT.search(said[:120]) is not None or TO_AMEND.search(said[:250]) is not None


def _of_minutes(paragraphs: Sequence[Paragraph], begin: Unit, own: str) -> bool:
    """Tell “RESOLVED that they be signed.” and “They were approved as corrected.” behind a sentence on minutes."""
    if THEY_ARE_SIGNED.search(own) is None:
        return False
    before = paragraphs[begin.place].text[: begin.start]
    if not before.strip() and begin.place:
        before = paragraphs[begin.place - 1].text
    return MINUTES.search(before) is not None


def _is_the_next(clause: Clause) -> bool:
    """Tell “9.3 Bee hives at Mill Lane” or “Q/30556”, an application below the view of another; a list begins at 1."""
    begins = order_of(clause.number, style_of(clause.number)) == 1 if clause.number else False
    return REFERENCE.match(clause.text) is not None or (clause.number is not None and not begins)


def _says_no_more(unit: Unit, text: str) -> bool:
    """Tell whether a decision's own words end in its verb, so that what was decided stands below: “And Resolved:”."""
    if AND_RESOLVED.fullmatch(text):
        return True
    words = WHO.sub("", text).rstrip(" :;–—-“”*_")
    if words.casefold().endswith(unit.verb.casefold()):
        return unit.found_by == "opening" or text.rstrip().endswith((":", ":-", "–", "—"))
    if unit.found_by == "motion":
        return LEADS_ON.search(text) is not None and VOTE_TAKEN.search(text) is None
    if unit.found_by == "prose":  # what “was noted as follows:” was reported, not decided
        return unit.verb.casefold() != "noted" and LEADS_TO_PARTS.search(text) is not None
    return unit.found_by == "opening" and len(words.split()) <= 8 and text.rstrip().endswith((":", "that", ":-"))


def with_rest(motion: Decision, paragraphs: Sequence[Paragraph], verdict: int) -> Decision:
    """Return a motion with all its parts, of which the last has the verdict at its end: “AND THAT … sent. Carried.”."""
    taken = motion.clauses[-1].paragraph_id if motion.clauses else None
    last = next((n for n in range(verdict, -1, -1) if paragraphs[n].id == taken), verdict)
    if (
        not 0 < verdict - last <= MOST_PARTS
        or not LEADS_ON.search(motion.text)
        or not _ends_a_motion(paragraphs[verdict])
    ):
        return motion
    rest = (Clause(one.number, one.text, one.id, 0, len(one.text)) for one in paragraphs[last + 1 : verdict + 1])
    return dataclasses.replace(motion, clauses=(*motion.clauses, *rest))


def _ends_a_motion(paragraph: Paragraph) -> bool:
    """Tell the last part of a motion, with its verdict: “AND THAT the survey be sent out. Carried.”."""
    return label_of(paragraph)[0] is not None or AND_THAT.match(paragraph.text) is not None


def _opens_another(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph opens a decision below “The Committee:”, whose labelled parts are its acts."""
    return label_of(paragraph)[0] is None and opens_a_decision(paragraph)


def opens_a_decision(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph begins with a deciding verb."""
    match = verbs.HEAD.match(paragraph.text) or verbs.HEAD_IN_CAPITALS.match(paragraph.text)
    return match is not None
