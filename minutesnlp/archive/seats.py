"""Who sits at the table of a council, by its lists of attendance: where nobody there is called Councillor."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from minutesnlp.records import Attendee, Meeting
from minutesnlp.tagging.linking.linking import AT_THE_TABLE
from minutesnlp.tagging.linking.registers import council_key, titles_of
from minutesnlp.tagging.linking.standings import MEMBER, post_class

# “Cllr Jo Orr”: where some are called so, who is not is none. “Councillors Orr, Lyle and Voss” all are.
STYLED = re.compile(r"\b(?:Cllr|Clr|Councill?or|Alderman|Councilmember)\b\.?:?\s+(?:Mrs?|Ms|Dr)?\.?\s?[A-Z]")
OF_MEMBERS = re.compile(
    r"\b(?:(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s)?"
    r"(?:Councillors|Cllrs|Councill?members|(?:Committee\s|Council\s)?Members(?!\sof\b))\b(?:\spresent)?\)?[\s.:–-]{0,6}",
    re.IGNORECASE,
)
FEWEST_STYLED = 2
# Where so many times more are at the table, who is called Councillor is another council's.
FEW = 3
FEWEST_AT_A_TABLE = 4
PLURALLY = re.compile(r"\b(?:Councillors|Cllrs)\b\)?\.?[\s:(–-]", re.IGNORECASE)
# Who has such a title comes to report.
VISITORS = frozenset(
    (
        *("pc", "pcso", "sgt", "sergeant", "insp", "inspector", "supt", "superintendent", "garda", "constable", "rev"),
        "revd",
    )
)
OF_COUNCIL = re.compile(r"\bcouncil\b", re.IGNORECASE)
# A list that tells how many of the public came beside is of those who sit there.
APART = re.compile(
    r"\b(?:\d+|no|one|two|three|four|five|six|several)\s(?:other\s)?members?\sof\s(?:the\s)?public\b", re.IGNORECASE
)
CLERK = re.compile(r"\bclerk\b", re.IGNORECASE)
NO_COUNCIL = re.compile(r"\bmeeting\b", re.IGNORECASE)


class Table(NamedTuple):
    """The paragraphs whose listed people sit at the council's table, and whether their words say that they do.

    `guests`: the few there who are called Councillor are another council's.
    """

    seats: dict[str, bool]
    guests: bool = False


def table_of(meeting: Meeting, texts: Mapping[str, str]) -> Table:
    """Return who of the lists sit at the table, by paragraph; `texts` are those of the meeting, by their ids.

    A parish meeting has no table, and who sits on a committee may be nobody's member.
    """
    body = council_key(meeting.body)
    of_council = meeting.council is not None or OF_COUNCIL.search(meeting.body or "") is not None
    if not of_council or (body and body != council_key(meeting.council)) or NO_COUNCIL.search(meeting.body or ""):
        return Table({})
    present = [one for one in meeting.attendance if one.kind == "present"]
    table = [texts[id_] for id_ in {one.paragraph_id or "" for one in present} if id_ in texts]
    styled = sum(len(STYLED.findall(text)) for text in table)
    if styled >= FEWEST_STYLED and styled * FEW >= len(present):
        return Table({})
    lists = {one.paragraph_id for one in meeting.attendance if one.kind in AT_THE_TABLE}
    alone = lists - {one.paragraph_id for one in meeting.attendance if one.kind == "public" or _comes_for_others(one)}
    seats = {
        id_: OF_MEMBERS.match(texts[id_]) is not None or (id_ in alone and APART.search(texts[id_]) is not None)
        for id_ in lists
        if id_ is not None and id_ in texts
    }
    plural = any(PLURALLY.search(text) for text in table)
    return Table(seats, guests=not plural and styled * FEW < len(present) > FEWEST_AT_A_TABLE)


def _comes_for_others(one: Attendee) -> bool:
    """Tell who is neither a member nor the clerk, in a list that mixes them with the members."""
    return bool(one.role) and post_class(one.role or "") != MEMBER and CLERK.search(one.role or "") is None


def has_a_seat(one: Attendee | None, printed: str) -> bool:
    """Tell somebody listed at the table who is there for nobody else: “Jo Orr (Elm Police)” and “PC Orr” are not."""
    if one is None or one.kind not in AT_THE_TABLE or not VISITORS.isdisjoint(titles_of(printed)):
        return False
    return not one.role or post_class(one.role) == MEMBER
