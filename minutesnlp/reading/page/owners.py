"""Who is to act, in a column of its own beside the minutes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

# Who is to act: "NS", "Clerk", "Cllr Hale / MP", "All"; not "£40.00", not a sentence.
OWNER = re.compile(r"[A-Za-z][A-Za-z.'’/&,+\- ]{0,28}[*†]?")
OWNER_WORDS = 5
NO_OWNER = re.compile(
    r"\b(?:was|were|is|are|none|nil|noted|agreed|sign(?:ed|ature)|dated?|page|draft|chairman\s+of)\b"
    r"|\b(?:lost|carried|defeated|rejected|withdrawn|adopted|resolved|passed|fell)\W*$",
    re.IGNORECASE,
)

# The heading of an action column.
ACTION_HEAD = re.compile(
    r"(?:action(?:s|ed)?(?:\s+(?:by|for|on|point|points|required|owner))?|by\s+whom|who|owner|lead)\s*:?", re.IGNORECASE
)


# What may stand beside the heading of an action column.
HEAD_WORD = re.compile(
    r"(?:no\.?|nos?|item|items|item\s+no\.?|ref\.?|minute|minutes|min\.?\s*no\.?|number|subject|topic|agenda(?:\s+item)?|discussion|notes?|details?|description|matter|business)\s*:?",
    re.IGNORECASE,
)


def is_owner(text: str) -> bool:
    """Tell who is to act from other short words.

    >>> is_owner("Cllr Hale / MP"), is_owner("£40.00"), is_owner("Signed")
    (True, False, False)

    The verdict of a vote, printed at the right, is a paragraph:

    >>> is_owner("Amendment lost.")
    False
    """
    return OWNER.fullmatch(text) is not None and len(text.split()) <= OWNER_WORDS and not NO_OWNER.search(text)


# The columns of a table of what is to be done: “Action | Owner | By when”, in any order.
TASK_HEAD = re.compile(
    r"(?:agreed\s+|required\s+)?(?:actions?|tasks?|resolutions?|to\s+do|what)(?:\s+(?:points?|items?|required|agreed|needed|to\s+be\s+taken))?",
    re.IGNORECASE,
)
WHO_HEAD = re.compile(
    r"(?:action\s+|task\s+)?(?:owners?|by\s+whom|by|who|whom|leads?|lead\s+officer|assigned\s+to|assignee|"
    r"(?:person\s+|officer\s+|member\s+)?responsib(?:le|ility)(?:\s+(?:person|officer|member))?)",
    re.IGNORECASE,
)
WHEN_HEAD = re.compile(
    r"(?:(?:by\s+)?when|dates?|(?:due|target|completion|end)(?:\s+(?:date|by))?|due\s+by|deadline|timescales?|timeline|"
    r"complete(?:d)?\s+by|date\s+due|by\s+date)",
    re.IGNORECASE,
)
# … and a column that counts them
COUNT_HEAD = re.compile(
    r"#|no\.?|nos?\.?|number|ref\.?|reference|item(?:\s+no\.?)?|minute(?:\s+no\.?)?|agenda\s+item", re.IGNORECASE
)


class TaskColumns(NamedTuple):
    """In which cells of a row stand what is to be done, by whom and by when; `when` None where no column tells."""

    task: int
    who: int
    when: int | None
    width: int


def task_columns(cells: Sequence[str]) -> TaskColumns | None:
    """Return the columns of a table of what is to be done by its heading row; None for any other row.

    >>> task_columns(["Owner", "Task", "Date"])
    TaskColumns(task=1, who=0, when=2, width=3)
    >>> task_columns(["No", "Action", "Owner", "Update"]) is None
    True
    """
    found: dict[str, int] = {}
    for place, cell in enumerate(cells):
        head = cell.strip(" *_:")
        kinds = (("task", TASK_HEAD), ("who", WHO_HEAD), ("when", WHEN_HEAD), ("count", COUNT_HEAD))
        kind = next((name for name, pattern in kinds if pattern.fullmatch(head)), None)
        if kind is None or kind in found:
            return None
        found[kind] = place
    if "task" not in found or "who" not in found:
        return None
    return TaskColumns(found["task"], found["who"], found.get("when"), len(cells))
