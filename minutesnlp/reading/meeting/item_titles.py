"""The title of an item, told from the text that runs on behind it."""

from __future__ import annotations

import re

from minutesnlp.reading.blocks import CELL
from minutesnlp.reading.meeting.candidates import is_attendance_heading, is_telling
from minutesnlp.reading.meeting.headings import DECIDED
from minutesnlp.reading.meeting.list_heads import list_head
from minutesnlp.reading.meeting.names import people_in
from minutesnlp.reading.page.owners import ACTION_HEAD, is_owner
from minutesnlp.reading.page.titles import TELLING, is_usual, looks_like_title, split_title, words_in

# A name after a title begins its text: "Declarations of Interest Cllr Hall - item 4".
NAMED = re.compile(r"(?:(?:Parish|Borough|County|District|Town|City)\s+)?(?:Cllrs?|Councillors?|Mrs?|Ms|Miss|Dr)\b")

# "Any other business None.", "Matters arising – nil": the words for nothing are the item's text.
NOTHING = re.compile(
    r"(?P<title>[^.:]{4,100}?)[\s:–—-]+"
    r"(?P<nothing>(?:None(?:\s+received|\s+declared)?|Nil|Noted|There\s+were\s+none|Nothing\s+to\s+report)\.?)"
)

# A short first sentence does for a title: "Accounts were presented and accepted. Cheques …".
SENTENCE = re.compile(r"(?P<first>.{8,140}?(?<![A-Z])(?<!Cllr)(?<!Mrs)(?<!Mr)(?<!No)(?<!Dr)\.)\s+(?P<rest>[A-Z“‘(£].+)")

# What follows a colon and is no part of a title.
NO_MORE = frozenset(("none", "nil", "noted", "agreed", "none received", "there were none", "no", "n/a", "received"))

QUOTED = re.compile(r"[“\"‘][^“”\"]+[”\"’](?:\s?\([^()]+\))?\.?")

# A stop after a title is no part of it: "Finance."; it is of "Any other business etc."
STOP = re.compile(r"(?<=[A-Za-z\d)])(?<!\.[A-Za-z])\.$")

# The heading of the column of who is to act, in the row of the first title: "Minutes of the last meeting | Action".
COLUMN_HEAD = re.compile(r" \| (?:actions?|action by|by whom)$", re.IGNORECASE)

# A title made of the first words of an item that has none is so long.
OPENING_WORDS = 10


def title_of(text: str, lead: int, *, whole: bool) -> tuple[str, str, bool]:
    """Return an item's title, the text that goes on after it, and whether the title was made of first words.

    >>> title_of("Highways The Clerk had reported the hole.", 0, whole=False)
    ('Highways', 'The Clerk had reported the hole.', False)
    """
    before, cell, owner = text.rpartition(CELL)
    if (
        cell and is_owner(owner.rpartition(": ")[2]) and not ACTION_HEAD.fullmatch(owner)
    ):  # who is to act, beside the title
        title, body, made = title_of(before, lead, whole=whole)
        return title, f"{body}{CELL}{owner}", made
    stripped = text.rstrip()
    nothing = NOTHING.fullmatch(stripped)
    if nothing and is_usual(nothing["title"]):
        return nothing["title"].rstrip(" :–—-"), nothing["nothing"], False
    listed = list_head(stripped)
    if listed and is_attendance_heading(listed[0]) and people_in(listed[1]) and not is_telling(listed[1]):
        return listed[0].rstrip(), listed[1], False  # "Apologies – Jo Hall"
    head, body = split_title(text, lead)
    colon = text[len(head) :].lstrip()[:1] == ":"
    bold = 3 < lead < len(stripped) and head == text[:lead].strip(" :–—-") and not body[:1].islower()
    if bold and is_usual(head):
        return _ended(head), body, False  # the bold type ends with the title: "**Date of next meeting** 9 April"
    if whole and words_in(text) <= 32 and not (head and body and _says_more(head, body, parted_by_colon=colon)):
        return _ended(stripped), "", False
    if head:
        return head, body, False
    if words_in(text) <= 14:
        return _ended(stripped), "", False
    sentence = SENTENCE.match(text)
    if sentence and words_in(sentence["first"]) <= OPENING_WORDS + 6:
        return sentence["first"].rstrip("."), sentence["rest"], False
    return opening_of(text), text, True


def opening_of(text: str) -> str:
    """Return a title made of a text's first words."""
    words = text.split()
    return " ".join(words[:OPENING_WORDS]).rstrip(" ,;:.") + (" …" if len(words) > OPENING_WORDS else "")


def _ended(title: str) -> str:
    title = COLUMN_HEAD.sub("", title)
    bare = title.rstrip(" :–—-") or title
    return STOP.sub("", bare) if words_in(bare) <= 10 and not bare.endswith(("etc.", "Co.", "Ltd.")) else bare


def _says_more(head: str, body: str, *, parted_by_colon: bool) -> bool:
    """Tell text after a title (“Planning: None”) from a title in two parts (“Planning: Land at Long Lane”)."""
    if parted_by_colon and body.rstrip().endswith(":") and DECIDED.match(body):
        return True  # “Work Programme: IT WAS RESOLVED THAT:”
    if QUOTED.fullmatch(body):
        return False  # “Motion: ‘To provide a lift at Mill Bridge’ (Paper 8/32)”
    if body.rstrip().endswith(".") and words_in(body) > 2:
        return True
    if is_usual(head) and NAMED.match(body):
        return True
    if body.lower().startswith("no ") and is_usual(head):
        return True
    if not parted_by_colon:
        return bool(TELLING.search(body))
    return (is_usual(head) and not looks_like_title(body, most=8)) or body.rstrip(".").lower() in NO_MORE
