"""What a post and a title tell of who has it: a member, an officer of the council, somebody public elsewhere, or none.

One list of the posts of chairs and of members, for whoever asks: linking, the pages of people, and masking.
"""

from __future__ import annotations

import re

from minutesnlp.tagging.lexicons import is_english, words
from minutesnlp.tagging.linking.post_words import Key, key_of
from minutesnlp.tagging.linking.registers import FEMALE, MALE, MEMBERS, WORD
from minutesnlp.tagging.people.names import GIVEN, PLACE_NAMES, PLURAL_TITLES

# What a post makes of its holder. `weak`: every council, firm and club has one.
MEMBER, OFFICER, WEAK, PUBLIC, PRIVATE = "member", "officer", "weak", "public elsewhere", "private"
# How a mention stands, beside `MEMBER` and `OFFICER`: Mr, Ms, Dr; listed at the table without a title; on a line alone.
CIVIL, LISTED, ALONE = "civil", "listed", "alone"

# A chair is another person in every body, and another day.
CHAIRS = words("posts_of_chairs")
HELD_BY_MEMBERS = CHAIRS | words("posts_of_members")
# Words before a member's post that leave it one.
RANKS = words("ranks_of_members")
# A post whose name, before “for” and “of”, ends so is an officer's: “Member Services Officer”, “Mayor’s Secretary”.
ENDS_OF_OFFICERS = frozenset(["officer", "clerk", "manager", "assistant", "secretary", "engineer", "services"])
TAIL = re.compile(r"\s(?:for|of)\s")
# Bodies that members chair.
BODIES = frozenset(["committee", "council", "cabinet", "panel", "scrutiny", "group", "board", "planning", "meeting"])
COMMON = words("posts_of_all")
OF_STATES = frozenset(
    ["minister", "taoiseach", "tánaiste", "ambassador", "lieutenant", "sheriff", "coroner", "garda", "police"]
)
UNIFORMED = frozenset(["superintendent", "inspector", "sergeant", "constable", "commander"])
OF_LARGE = frozenset(
    ["university", "college", "church", "hospital", "ambulance", "healthcare", "festival", "ltd", "plc"]
)
OF_NO_STAFF = frozenset(["auditor", "member", "representative", "champion", "editor", "developer", "advocate"])
OF_POLICE = UNIFORMED | {"chief", "detective", "divisional", "district", "police", "borough", "station", "assistant"}
OF_FIRMS = words("posts_of_firms")
# What ends the name of a body that is no council.
ORGANISATIONS = words("organisations")
ANOTHER_BODY = re.compile(
    r"\A\s?(?:,|\(|at\b|of\b|from\b|for\b|with\b|to\b|[–-])\s?(?:the\s)?"
    r"(?:[A-Z][\w’'&.-]*\s(?:(?:and|of|for|the|&)\s)?){0,5}?"
    rf"(?:{'|'.join(sorted(word.title() for word in ORGANISATIONS))}|NHS|PLC|Hospitals?\s(?:Group|Trust))\b"
)
OF_A_GROUP = re.compile(r"\A\sof\s(?:the\s)?(?:[A-Z][\w’'&.-]*\s){1,6}Group\b")
COUNCIL_NAMED = re.compile(r"\b(?:of|to|for|at)\s(?:the\s)?((?:[A-Z][\w’'-]+\s){1,4})(?:Council|Borough|District)\b")
LETTERS_OF_STATES = re.compile(r"\b(?:M\.?P|M\.?S\.?P|T\.?D|M\.?E\.?P|M\.?S|M\.?L\.?A)\b\.?\s*\Z")
SHORTEST_WITH_NAME = 3
SURELY_GIVEN = GIVEN - PLACE_NAMES


def is_chair(key: Key) -> bool:
    """Tell the post of who leads a body: a chair, a vice-chair, a provost.

    >>> is_chair(key_of("Leas-Chathaoirleach")), is_chair(key_of("Vice Chairman")), is_chair(key_of("Team Leader"))
    (True, True, False)
    """
    return bool(key) and (_head(key) in CHAIRS or set(key) == {"vice"})


def post_class(post: str, *, after: str = "", council: str = "") -> str:
    """Return what a post makes of its holder, by its words, by what follows it, and by the council it is met at.

    `council` is the key of that council: the clerk of another one is public elsewhere.

    >>> [post_class(post) for post in ("Vice-Chair", "Team Leader", "Secretary", "Minister for Housing")]
    ['member', 'officer', 'weak', 'public elsewhere']
    >>> post_class("Secretary", after=" of the Elm Rowing Club")
    'private'
    >>> post_class("Clerk to Elm Parish Council", council="ash")
    'public elsewhere'
    """
    key = key_of(post)
    held = frozenset(key)
    if held & OF_STATES or {"secretary", "state"} <= held or (held & UNIFORMED and held <= OF_POLICE):
        return PUBLIC
    of_others = held & (OF_FIRMS | OF_LARGE) or (len(key) > 1 and key[-1] == "president")
    paper = key[-1:] == ("leader",) and len(key) > 1 and key[0] in council.split()  # the “Elm Leader” is a newspaper
    if of_others or paper or not ORGANISATIONS.isdisjoint(key[-1:]) or ANOTHER_BODY.match(after):
        return PRIVATE
    named = COUNCIL_NAMED.search(post)
    names = {word.lower() for word in WORD.findall(named[1])} - RANKS if named else set()
    if council and names and names.isdisjoint(council.split()):
        return PUBLIC
    if _of_members(key, key_of(TAIL.split(post)[0])):
        return PRIVATE if _of_another_body(key) or OF_A_GROUP.match(after) else MEMBER
    if len(key) == 1 and key[0] in COMMON:
        return WEAK
    if not OF_NO_STAFF.isdisjoint(key[-1:]):
        return PRIVATE
    if key[-1:] and key[-1] in CHAIRS:
        return MEMBER if held & BODIES else PRIVATE
    return PRIVATE if _of_a_name(post) else OFFICER


def is_elsewhere(post: str, after: str) -> bool:
    """Tell a post that only what follows it gives to another body: it is no name for who holds it here.

    >>> is_elsewhere("Chief Executive", ", Elm Hospitals Group, spoke"), is_elsewhere("Chief Executive", " spoke")
    (True, False)
    """
    return post_class(post, after=after) == PRIVATE != post_class(post)


def is_of_parliament(name: str) -> bool:
    """Tell a name with the letters of a parliament: who has a seat there is no officer here.

    >>> is_of_parliament("Jo Orr MP"), is_of_parliament("Jo Orr OBE")
    (True, False)
    """
    return LETTERS_OF_STATES.search(name) is not None


def _head(key: Key) -> str:
    return next((word for word in key if word not in RANKS), "")


def _of_members(key: Key, before_tail: Key) -> bool:
    if is_chair(key) or _head(key) in HELD_BY_MEMBERS:
        return before_tail[-1:] == () or before_tail[-1] not in ENDS_OF_OFFICERS
    return key[-1:] == ("leader",) and "group" in key


def _of_another_body(key: Key) -> bool:
    """Tell the chair of what is no body of a council: “Chair of the Elm Action Group”."""
    return "chair" in key[:2] and len(key) > SHORTEST_WITH_NAME and key[-1] not in BODIES - {"group", "board"}


def _of_a_name(post: str) -> bool:
    """Tell a director of what is no word, a firm: “Director of Vossco”."""
    parts = post.split(" of ")
    tail = WORD.findall(parts[-1])
    return (
        len(parts) == 2
        and parts[0].split()[-1:] in (["Director"], ["Manager"], ["Owner"])
        and len(tail) == 1
        and tail[0][0].isupper()
        and not tail[0].isupper()
        and not is_english(tail[0].lower())
    )


def holds_a_name(post: str) -> bool:
    """Tell a post that was read with the name before it: “Ann Voss Parish Clerk”.

    >>> holds_a_name("Helen Voss Parish Clerk"), holds_a_name("Parish Clerk")
    (True, False)
    """
    forms = post.split()
    return (
        len(forms) >= SHORTEST_WITH_NAME
        and forms[0].lower() in SURELY_GIVEN
        and not is_english(forms[0].lower())
        and forms[1][:1].isupper()
    )


def title_class(text: str) -> str:
    """Return what a mention’s titles tell: `MEMBER`, `CIVIL` for Mr and Dr, nothing for a bare name."""
    first = [word.lower() for word in WORD.findall(text)[:3]]
    if any(word in MEMBERS for word in first):
        return MEMBER
    return CIVIL if first and (first[0] in FEMALE | MALE or first[0] in {"dr", "prof", "professor"}) else ""


def list_class(lead: str) -> str | None:
    """Return what the plural title that ends a text makes of the names behind it; None where none stands there.

    >>> list_class("Present: Councillors "), list_class("Engineers (Messrs. "), list_class("It was said that ")
    ('member', 'civil', None)
    """
    last = WORD.findall(lead[-24:])[-1:]
    if not last or last[0].lower() not in PLURAL_TITLES:
        return None
    return CIVIL if last[0].lower() in {"messrs", "mesdames", "drs", "misses"} else MEMBER
