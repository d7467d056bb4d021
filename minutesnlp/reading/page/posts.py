"""What is printed before and beside a name in a list of attendance, told apart: style, role, party, ward."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from minutesnlp import resources

ROLE_WORDS = re.compile(
    r"\b(?:chair\w*|clerk|officer|director|manager|mayor|secretary|treasurer|president|vice|deputy|head|leader|councillor|cllr"
    r"|engineer|executive|administrator|warden|inspector|member|minister|rfo|convenor|cathaoirleach|planner|solicitor"
    r"|representative|auditor|assistant|adviser|advisor|counsel|recorder|attorney|lead|coordinator|architect|trustee|governor|observer|substitute"
    r"|cadeirydd|gadeirydd|clerc|maer|person|scrutineer|spokes\w+|whip|commissioner|agent|holder|sheriff|provost|reeve|baillie|supervisors?|superintendent|analyst|chief|bookkeeper|collector|teacher"
    r"|cyfarwyddw\w+|swyddog|rheolwr\w*|pennaeth|cyfreithiwr)\b",
    re.IGNORECASE,
)

# A group that no list of parties has: "Longshire Independent Group", "Residents’ Association of Moor End",
# "Moor End First Group", "Independents for Moor End"; not "Independent Person", not "Friends of the Library".
GROUP = re.compile(
    r"""(?:[A-Z][\w’'&-]*\s+){0,4}(?:(?:and\s+)?Independents?|(?:Residents|Ratepayers)[’']?)
          (?:\s+(?:and\s+\w+\s+)?(?:Group|Party|Alliance|Association|Network|Movement|Union))?(?:\s+(?:for|of)\s+(?:[A-Z][\w’'-]*\s*){1,4})?
      | (?:[A-Z][\w’'&-]*\s+){1,5}(?:Party|Alliance|Group)""",
    re.VERBOSE,
)

# "the Labour Group", "Labour Party", "Green Councillor": the words around a party's name.
AROUND = re.compile(r"^the\s+|\s+(?:group|party|councillor|cllr)$", re.IGNORECASE)

# Of these one may be sure though the name is not styled a councillor's.
SURELY = re.compile(r"\bIndependents?\b.*\b(?:Group|Party|Alliance)\b|\bParty$")

WARD = re.compile(r".{2,60}\b(?:wards?|(?:electoral\s+)?division|constituency|lea)|wards?\s+.{1,40}", re.IGNORECASE)

# How or how long somebody was there, or why not, is no role: "virtually", "from 7.15 pm", "items 1-5 only", "illness".
PRESENCE = re.compile(
    r"""(?:(?:in\s+part|part(?:ly|\s+of\s+the\s+meeting|\s+meeting|\s+only)?|remote(?:ly)?|virtual(?:ly)?|online|hybrid|on\s?line
        |in\s+person|on\s+zoom|(?:via|by|through)\s+.{2,30}|zoom|teams|ms\s+teams|present|attended|absent|late|apologies
        |illness|ill|sick(?:ness)?|unwell|holiday|on\s+leave|work(?:ing)?|other\s+commitments?|(?:prior|family|work)\s+commitments?
        )(?:\s+(?:attendance|attending|attendee|participation|only))?
      | vacan(?:t|c)\w*\b.{0,20}
      | (?:from|until|till|up\s+to|left|arrived|joined|items?|minutes?|for\s+(?:item|minute|part)|to\s+item)\b.{0,60}
      | \d{1,2}[.:]\d\d.{0,30})""",
    re.VERBOSE | re.IGNORECASE,
)

# A place alone beside a councillor's name is the ward: "Moor End", "St Mary’s & Hill"; not "NHS", not "Manor Trust".
PLACE = re.compile(r"[A-Z][a-z’']+(?:[\s-]+(?:[A-Z][a-z’']+|and|&|with|upon|on|in|St\.?))*")
BODY = re.compile(
    r"\b(?:council|trust|board|committee|panel|forum|association|society|company|ltd|limited|llp|plc|group|police|nhs"
    r"|university|college|school|church|agency|authority|department|service|services|club|union|link|chambers?)\b",
    re.IGNORECASE,
)

# What is printed before a name: "Cllr", "Councillors", "Mr."
STYLED = re.compile(
    r"^(?:(?:(?:the\s+)?(?:right\s+)?(?:county|borough|district|parish|city|town|ward|unitary|deputy|community)\s+)?"
    r"(?:councill?ors?|select(?:man|men|woman|women|person)|(?:[bcd]/?)?c(?:l[li1]?)?rs?(?:[’']s)?|c[mo]+hlr|alderman|ald|council\s?(?:members?|man|men|woman|women|persons?)|(?:y\s+)?cyng(?:horwyr|horydd)?"
    r"|an\s+comhairleoir|comhairleoirí?|commissioners|trustees|alder(?:men|persons))\b\.?\s*:?\s*)+",
    re.IGNORECASE,
)

TITLES = (
    r"(?:Mrs?|Ms|Miss|Mx|Dr|Rev(?:erend|d)?|Prof(?:essor)?|Sir|Dame|Lord|Lady|Baroness|Fr|Canon|PCSO(?:[’']?s)?|PC|P\.C|Sgt|Insp(?:ector)?"
    r"|Superintendent|Sergeant|Garda|Shri|Smt|MRS?|MISS|DR|Messrs|Major|Col|Capt|Alderman)\b\.?"
)
TITLED = re.compile(rf"^{TITLES}\s+")

# Whom a councillor sits for, before the style: "Moorfoot Councillor Lee Pope", "Wend: Cllr Dunn".
SITS_FOR = re.compile(r"^(?!C(?:ouncillo|ll)rs?\b)(?:[A-Z][\w’'-]+[\s:-]+){1,3}(?=(?:Councillor|Cllr)\b\.?\s+[A-Z])")

# Letters behind a name: "OBE", "MSP".
POST_NOMINAL = re.compile(
    r"(?:OBE|MBE|CBE|KBE|DBE|JP|DL|MP|MSP|MS|AM|T\.?D|QPM|BEM|QC|KC|KPM|PhD|BA|MA|MBA|BSc|MSc|BEd|LL\.?B|FRICS|MRTPI|CiLCA|PSLCC)\.?"
)

# What is no person though it is printed with capitals: it names an office, a body, a paper.
OFFICE = re.compile(
    r"""(?:.*\b)?(?:(?:service|department|council|committee|panel|board|team|group|office|authority|trust|road|division|official
        |society|operation|technolog(?:y|ie)|communication|resource|affair|report|minute|meeting|representative|invitee|project
        |declaration|interest|member|councillor|resident|region|consultant|architect|solicitor|engineer|planner|assessment|plan
        |programme|order|policy|review|update|account|budget|home|network|centre|station|agenda|forum|compan(?:y|ie)
        |association|agenc(?:y|ie)|apolog(?:y|ie)|matter|planning|police|environment|housing|maintenance|development|directorate
        |realm|secretariat|constabulary|absent|attendance|administration|finance|management|public|vacanc(?:y|ie)|support|ltd
        |limited|nhs|advertiser|courier|gazette|herald|chronicle|corporate|corporation|regional|secretary|university|strategy|participation)s?
      |s[ií]och[aá]na|(?:council|borough|university|college|department|ministry|institute)\s+(?:of|for)\s.*)
      (?:\s+(?:officials?|scotland|north|south|east|west|division))?""",
    re.VERBOSE | re.IGNORECASE,
)

# People without names: "Six members of the public", "2 residents".
UNNAMED = re.compile(
    r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|a\s+number\s+of)"
    r"(?:\s+[a-z][a-z’'-]+){1,5}",
    re.IGNORECASE,
)

# The chair of the meeting, and of nothing else.
THE_CHAIR = re.compile(r"(?:an\s+|the\s+)?(?:chair(?:man|woman|person)?|cathaoirleach|cadeirydd)", re.IGNORECASE)

# Who serves the council, by the post: the narrow sense holds in every list, the wide one under “In attendance”.
SERVES = re.compile(r"\bclerk\b|\bofficer\b|\brfo\b|\bminute[\s-]taker\b", re.IGNORECASE)
EMPLOYED = re.compile(
    r"\b(?:officer|director|chief\s+executive|manager|clerk|rfo|engineer|solicitor|head\s+of|administrator|town\s+planner"
    r"|planner|building\s+official|architect|accountant|analyst|counsel|lawyer|surveyor|registrar|superintendent|sup[’']t|attorney|collector|bookkeeper|treasurer|secretary|minute[\s-]taker|assistant|co-?ordinator|team\s+lead(?:er)?|lead)\b",
    re.IGNORECASE,
)
# Who is elected, by a post before the name: “Mayor Hall”, “Trustee Lee”.
ELECTED = re.compile(r"(?:deputy\s+|vice\s+)?(?:mayor|trustee|reeve|commissioner|selectman|president)", re.IGNORECASE)
# … and between the two in a list whose members are styled councillors.
HIRED = re.compile(
    r"\b(?:director|chief\s+executive|manager|engineer|solicitor|head\s+of|superintendent|planner|surveyor|fire\s+chief)\b",
    re.IGNORECASE,
)
# Not yet, no longer or not this council's: "Clerk designate", "Police Liaison Officer", "Manager, Moor Bus Ltd".
ELSEWHERE = re.compile(
    r"\b(?:designate|elect|former(?:ly)?|retired|incoming|outgoing|police|constabulary|nhs|ltd|limited|llp|plc|trust|association"
    r"|university|college|forum|society|(?<!-)agency|external|developers?|homes|company)\b",
    re.IGNORECASE,
)
PARTED = re.compile(r"\s*[,;]\s*|\s+[-–—]\s+|\s*[–—/]\s*")


class Beside(NamedTuple):
    """What stands beside a name."""

    role: str | None = None
    party: str | None = None
    ward: str | None = None


@cache
def parties() -> frozenset[str]:
    """Return the names of parties in small letters, apostrophes straight."""
    lines = resources.models("lexicons", "parties.txt").read_text("utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("# "))


@cache
def given_names() -> frozenset[str]:
    """Return given names in small letters."""
    lines = resources.models("lexicons", "given_names.txt").read_text("utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("# "))


def is_party(text: str, *, councillor: bool = True) -> bool:
    """Tell the name of a party or a group of councillors from a role.

    Beside a name that is not styled a councillor's, only the well-known parties and independents' groups are.

    >>> is_party("Liberal Democrat"), is_party("Longshire Independent Group"), is_party("Lab.")
    (True, True, True)
    >>> is_party("Chair"), is_party("Independent Person"), is_party("Moor End Ward")
    (False, False, False)
    """
    text = text.strip().rstrip(".")
    plain = text.casefold().replace("’", "'")
    if plain in parties() or AROUND.sub("", plain) in parties():
        return True
    if not councillor and not SURELY.search(text):
        return False
    return GROUP.fullmatch(text) is not None and not ROLE_WORDS.search(text)


def beside(note: str, *, councillor: bool = False) -> Beside:
    """Return role, party and ward of what stands in brackets or behind a dash.

    `councillor`: the name is styled so, and a place beside it is a ward.

    >>> beside("Chair, Labour")
    Beside(role='Chair', party='Labour', ward=None)
    >>> beside("Lib Dem – Moor End", councillor=True)
    Beside(role=None, party='Lib Dem', ward='Moor End')
    >>> beside("Head of Parks, Libraries and Leisure")
    Beside(role='Head of Parks, Libraries and Leisure', party=None, ward=None)
    """
    note = " ".join(note.split()).strip(" .,;:-–—")
    if not note or PRESENCE.fullmatch(note):
        return Beside()
    if is_party(note, councillor=councillor):
        return Beside(party=note)
    if WARD.fullmatch(note) and not ROLE_WORDS.search(note):
        return Beside(ward=note)
    bounds = list(PARTED.finditer(note))
    if not bounds:
        return Beside(ward=note) if councillor and _is_place(note) else Beside(role=note)
    party = ward = None
    start, end = 0, len(note)
    # parties and wards stand first or last; what lies between is the role in its own words, commas and all
    changed = True
    while changed and start < end:
        changed = False
        inner = [m for m in bounds if start < m.start() and m.end() < end]
        for piece, rest in (
            (note[start : inner[0].start() if inner else end], (inner[0].end() if inner else end, end)),
            (note[inner[-1].end() if inner else start : end], (start, inner[-1].start() if inner else start)),
        ):
            if party is None and is_party(piece, councillor=councillor):
                party, changed = piece.strip(), True
            elif ward is None and ((councillor and party and _is_place(piece)) or _is_ward(piece)):
                ward, changed = piece.strip(), True
            elif PRESENCE.fullmatch(piece.strip()):
                changed = True
            if changed:
                start, end = rest
                break
    return Beside(note[start:end].strip(" ,;-–—/") or None, party, ward)


def kind_by_post(kind: str, role: str | None, *, styled: bool, widely: bool, councillors: bool = False) -> str:
    """Return the kind of a person in a list of one kind, whose post may tell another: the clerk among the members.

    `widely` reads the list as “In attendance”, where whoever holds a post with the council is an officer;
    `councillors`: others of the list are styled so, and who is not and holds a post is none.

    >>> kind_by_post("public", "Head of Parks", styled=False, widely=True)
    'officer'
    >>> kind_by_post("public", "Manager, Moor Bus Ltd", styled=False, widely=True)
    'public'
    """
    if kind == "public" and widely and THE_CHAIR.fullmatch(role or ""):
        return "present"
    if kind not in ("present", "public") or not role or styled or ELSEWHERE.search(role):
        return kind
    hired = councillors and kind == "present" and HIRED.search(role)
    serves = SERVES.search(role) or hired or (widely and EMPLOYED.search(role))
    return "officer" if serves else kind


def is_office(text: str) -> bool:
    """Tell an office, a body or a paper from a person, by its last word.

    >>> is_office("Corporate Services"), is_office("Police Scotland"), is_office("Darren Hall")
    (True, True, False)
    """
    return OFFICE.fullmatch(text.strip(" .,:;")) is not None


def is_initials(note: str, name: str) -> bool:
    """Tell the initials of a name, by which the minutes call the person.

    >>> is_initials("RB", "Rob Boyd"), is_initials("JMcK", "Jo McKay"), is_initials("SBC", "Ann Hall")
    (True, True, False)
    """
    if not 2 <= len(note) <= 5 or " " in note:
        return False
    first = [word[0] for word in name.replace("-", " ").split() if word[0].isupper()]
    capitals = [c for c in note if c.isupper()]
    return (
        len(capitals) >= 2
        and capitals[0] in first
        and (
            capitals[: len(first)] == first[-len(capitals) :]
            or capitals[:2] == first[-2:]
            or (len(first) == 2 and len(note) == 3 and capitals[::2] == first)  # “Jo Hall (JDH)”
        )
    )


def _is_ward(text: str) -> bool:
    return WARD.fullmatch(text.strip()) is not None and not ROLE_WORDS.search(text)


def _is_place(text: str) -> bool:
    return PLACE.fullmatch(text.strip()) is not None and not ROLE_WORDS.search(text) and not BODY.search(text)
