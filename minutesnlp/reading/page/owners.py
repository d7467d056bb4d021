"""Who is to act, in a column of its own beside the minutes."""

from __future__ import annotations

import re

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
