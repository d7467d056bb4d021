"""Which council met, by the words of a heading, a title, a file's name and folders, and else of the running text."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath

from minutesnlp.reading.blocks import Block
from minutesnlp.reading.meeting.bodies import BARE_NAME, NAME, cased, named, places
from minutesnlp.reading.page.posts import STYLED, TITLED

# "Northfield Parish Council", "Northfield City Council", "Royal Borough of Wend", "Comhairle", "X Community Council".
COUNCIL = re.compile(
    rf"""(?:(?P<before>[A-ZÀ-Þ][\w’'.-]*\s+(?:{NAME}\s+){{0,6}}?)
          (?P<kind>(?:(?:Parish|Town|City|County|Borough|District|Community|Village|Metropolitan|Unitary|Regional
              |Municipal|Islands?|Group)\s+(?:and\s+(?:County|District|Borough)\s+)?)*Council
              |(?:(?:Mayoral\s+)?Combined(?:\s+County)?|National\s+Park|Fire(?:\s+and\s+Rescue)?|Police|Port|Health
                |Greater\s+\w+)\s+Authority|School\s+(?:Board|District)|Health\s+Board|Integrated\s+Care\s+Board
              |(?:NHS\s+)?Foundation\s+Trust|NHS\s+Trust|Multi-Academy\s+Trust)\b
              (?!\s+(?:Chambers?|Offices?|House|Tax|Rooms?|Buildings?))
      | (?P<cyngor>Cyngor\s+(?:Cymuned|Tref|Sir|Dinas|Bwrdeistref\s+Sirol)
          |Comhairle\s+(?:Chontae|Contae|Cathrach|Baile))(?:\s+{NAME}){{1,4}}
      | (?P<of>(?:City|Municipality|Township|Town|Village|County|Shire|Royal\s+Borough|London\s+Borough|Borough
          |Corporation)\s+of\s+(?:the\s+)?{NAME}(?:\s+{NAME}){{0,5}}))""",
    re.VERBOSE,
)

# Of which sort a meeting was is no part of the council's name: "Wend Annual Parish Council", "Virtual Wend Parish
# Council", "March Meeting of Wend Parish Council", "Any Parish Council".
SORT = re.compile(
    r"""\b(?:(?:Annual|Extra[\s-]?[Oo]rdinary|Ordinary|General|Special|Monthly|Quarterly|Virtual|Online|On-line|Remote|Zoom
        |Hybrid|Blended|Draft|Full|Adjourned|Inaugural)\s+(?=.*\bCouncil\b))""",
    re.VERBOSE,
)
BEFORE = re.compile(
    r"""^(?:(?:January|February|March|April|May|June|July|August|September|October|November|December|Any|This|Next|Last|Our|Your|Each|Every
        |That|Former|Local|Your|Both|Notes?|Record|Report|From|Meeting|Member|Members|Chair\w*|Clerk|OF|THE|to|of|from|and|for|the|in|y
        )\s+)+""",
    re.VERBOSE,
)
# The part of a council that met is no part of its name: "Moor Area Committee of Wend County Council".
PART = re.compile(
    r"^.*\b(?:Committee|District|Department|Section|Staff|Meeting|Members?|Panel|Board)\s+of\s+(?:the\s+)?(?=\w.*\bCouncil\b)"
)

# Somebody of that council: "Cllr Lee Longshire County Council"; or a meeting of it long ago is not this one.
SOMEBODY = re.compile(r"\b(?:Cllrs?|Councillors?|Mrs?|Ms|Miss|Dr|Clerk|Officer|Representative|from)\b[^.:;]{0,40}$")

# The end of a line that the next one goes on from: "… MEETING OF THE MUNICIPAL" / "DISTRICT OF ARDMORE".
SPLIT = re.compile(r"\b(?:municipal|metropolitan|borough)$", re.IGNORECASE)

# A word in capitals in a line that is not all so: "MINUTES of the MOOR TOWN COUNCIL"; small ones stay small.
SHOUTED = re.compile(r"\b[A-ZÀ-Þ]{2,}\b")
SMALL = frozenset(("OF", "AND", "THE", "IN", "AT", "ON", "FOR", "BY", "TO", "HELD", "WITH", "UPON"))

# … and in two languages: "Cyngor Cymuned Wend Community Council".
IN_WELSH = re.compile(r"^Cyngor\s+(?:Cymuned|Tref|Sir|Dinas)\s+(?=.*\bCouncil$)")

# The words of a motion are no council's name: "MOVED Cr Green SECONDED Cr Brown That Council".
MOVED = re.compile(r"\b(?:Moved|Seconded|That|Carried|Motion|Resolved|Cr)\b", re.IGNORECASE)

# In an address, all in one word: "milburnparishcouncil.co.uk", "wend-town-council".
ADDRESS = re.compile(
    r"(?P<name>[a-z-]{3,30}?)-?(?P<kind>parish|town|community|city|county|borough|district)-?council(?:-|\b)",
    re.IGNORECASE,
)

# Where running text names its own council: "the next meeting of Wend Parish Council"; and a signature: "Clerk to Wend".
OWN = re.compile(
    r"\b(?:[Nn]ext|[Ll]ast|[Pp]revious|[Aa]nnual|[Mm]onthly|[Oo]rdinary)\s+(?:[Gg]eneral\s+)?[Mm]eeting\s+(?:of|for)"
    r"(?:\s+the)?\s+$"
)
SIGNED = re.compile(r"\b(?:Chair(?:man|woman|person)?|Clerk|Mayor)(?:,|\s+(?:of|to|for)(?:\s+the)?)?\s+$")

# “Wend PC Minutes”, in a title or a file's name.
SHORT_NAME = re.compile(r"(?<=[a-z]\s)P\.?C\b\.?")

# Words grown together: “OFWEST DEREHAMPARISH COUNCIL”, “ANNUALMEETING OF”.
GROWN = re.compile(
    r"\bOF(?!F)(?=(?:[A-Z]{4,}\s+){1,3}?(?:[A-Z]*(?:PARISH|TOWN|COMMUNITY)\s)?COUNCIL)"
    r"|(?<=[A-Z]{3})(?=(?:PARISH|COMMUNITY)\s+COUNCIL)|(?<=[a-z]{3})(?=(?:[Pp]arish|[Cc]ommunity)\s+[Cc]ouncil)"
    r"|(?i:(?<=\bannual)|(?<=\bmonthly)|(?<=\bordinary)|(?<=\bspecial))(?=(?i:meeting)\b)"
)

# Of these no committee is one of a larger council's.
LOCAL = re.compile(r"\b(?:Parish|Town|Community|Village)\b")

# A heading that was not told from the text below it stands in so many characters.
OPENING = 300

# A committee's council is the one its minutes name so often, and no other half as often.
OFTEN = 5

# How alike two spellings of one name are, from 0 to 1 (Ratcliff and Obershelp, difflib).
ALIKE = 0.85

# How the note on a council begins that no heading, title or file's name states.
GUESSED = "guessed: council"

# How much of a document is looked through for names, in mentions of a council.
MENTIONS = 80


def council_of(
    heading: Sequence[Block],
    title: str | None,
    source: str,
    notes: list[str],
    *,
    texts: Sequence[str] = (),
    signed: Sequence[str] = (),
    committee: bool = False,
    below_list: bool = False,
) -> str | None:
    """Return the council that a heading, a title, a file's name or folder or else the running text names, noting where.

    Of several spellings of one name the most frequent in the document is taken: headings have slips of the pen.
    `texts` is the running text, `signed` what stands below the last item; `committee`: the heading names a body of a
    council, so that the council its minutes name again and again is its own; `below_list`: no heading stands above the
    list of who was there.
    """
    where_told = list(places(heading, title, source))
    if below_list:  # what was taken for a heading stands below the list of who was there, and names others too
        where_told = [*where_told[2:], *where_told[:2]]
    for where, lines in where_told:
        for line in _whole(lines if where == "heading" else [SHORT_NAME.sub("Parish Council", one) for one in lines]):
            for name in _councils(line):
                if (
                    where == "title"
                    and not below_list
                    and _is_left_over(name, [text for text in texts if text != title])
                ):
                    continue
                notes.append(f"stated: council in the {where}")
                return _spelt(name, texts, notes)
    for text in texts if not heading else ():  # no items were told, and so no heading
        for name in _councils(text[:OPENING]):
            notes.append(f"{GUESSED} by the opening of the text")
            return _spelt(name, texts, notes)
    for part in [PurePath(source).stem, *PurePath(source).parts[-2::-1]]:
        address = ADDRESS.search(part)
        if address and not KINDS.fullmatch(address["name"].strip("-")):
            name = f"{address['name'].replace('-', ' ').strip()} {address['kind']} Council".title()
            for told in _councils(name):
                notes.append(f"{GUESSED} by the name of a file or folder")
                return _spelt(told, texts, notes)
    said = Counter(mentioned(texts))
    top = " ".join(block.text for block in heading).casefold()
    for name, _ in said.most_common():
        if (
            not committee
            and LOCAL.search(name)
            and re.search(rf"\b{re.escape(LOCAL.split(name)[0].strip().casefold())}\b", top)
        ):
            notes.append(f"{GUESSED} by the running text, as its place stands in the heading")
            return name
    own = Counter([*mentioned(texts, behind=OWN), *mentioned(signed, behind=SIGNED)]).most_common(2)
    if not own and committee:
        principal = Counter({name: times for name, times in said.items() if not LOCAL.search(name)})
        own = [one for one in principal.most_common(2) if one[1] >= OFTEN]
        own = own if len(own) == 1 or (own and own[0][1] >= 2 * own[1][1]) else []
    if own and (len(own) == 1 or own[0][1] > own[1][1]):
        notes.append(f"{GUESSED} by the running text")
        return own[0][0]
    return None


# A name of these words alone is none: "City and County Council", "Elected Members".
KINDS = re.compile(
    r"parish|town|community|city|county|borough|district|the|municipal|metropolitan|elected|members|whole|and|&|council",
    re.IGNORECASE,
)


def _whole(lines: Sequence[str]) -> Iterator[str]:
    """Yield lines with the word that the line before ends with where a name is cut in two."""
    last = ""
    for line in lines:
        yield f"{last} {line}" if last else line
        cut = SPLIT.search(line)
        last = cut.group() if cut else ""


def _councils(line: str) -> Iterator[str]:
    """Yield the names of councils in a line, in title case."""
    line = GROWN.sub(" ", line) if "ouncil" in line or "OUNCIL" in line else line
    mixed = SHOUTED.sub(lambda m: m[0].lower() if m[0] in SMALL else m[0].title(), line[:400])
    for form in dict.fromkeys((cased(line), mixed)):
        for name in named(COUNCIL, form):
            at = form.find(name)
            name = PART.sub("", BEFORE.sub("", SORT.sub("", BEFORE.sub("", name))))
            name = re.sub(r"\s+", " ", IN_WELSH.sub("", name)).strip()
            if STYLED.match(name) or TITLED.match(name) or name.endswith(" the Council"):
                continue
            if BARE_NAME.fullmatch(name) or not COUNCIL.fullmatch(name) or not name[:1].isupper():
                continue
            if all(map(KINDS.fullmatch, name.split())) or MOVED.search(name):
                continue
            if not SOMEBODY.search(form[max(0, at - 60) : max(0, at)]):
                yield name


def mentioned(texts: Iterable[str], *, behind: re.Pattern[str] | None = None) -> Iterator[str]:
    """Yield the councils that running text names; `behind`: only where these words stand before the name."""
    left = MENTIONS
    for text in texts:
        for mention in re.finditer(r"\b(?:Council|COUNCIL)\b", text):
            left -= 1
            if left < 0:
                return
            start = max(0, mention.start() - 70)
            before = re.split(r"[.;:,(]\s", text[start : mention.end()])[-1]
            for name in _councils(before):
                before_it = text[max(0, mention.end() - len(name) - 40) : mention.end() - len(name)]
                if behind is None or behind.search(before_it):
                    yield name


def _is_left_over(name: str, texts: Sequence[str]) -> bool:
    """Tell the title of a file that another was made from: the text never names its place, and another council."""
    place = name.split()[0].casefold()
    return not any(place in text.casefold() for text in texts) and any(mentioned(texts))


def _spelt(name: str, texts: Iterable[str], notes: list[str]) -> str:
    """Return the spelling of a name that the document has most often; one that it has again is no slip."""
    if sum(text.count(name) for text in texts) > 1:
        return name
    said = Counter(mentioned(texts))
    near = [
        other
        for other in said
        if alike(name, other) and (said[other], len(other.split())) > (said[name], len(name.split()))
    ]
    if not near:
        return name
    best = max(near, key=lambda other: said[other])
    notes.append(f"guessed: “{name}” is a slip for {best}, as the document has it more often")
    return best


def alike(name: str, other: str) -> bool:
    """Tell two spellings of one name, word by word from the end: “Wrest Moor”, “West Moor”; not “East Moor”."""
    pairs = list(zip(reversed(name.casefold().split()), reversed(other.casefold().split()), strict=False))
    near = all(a[0] == b[0] and difflib.SequenceMatcher(None, a, b).ratio() >= ALIKE for a, b in pairs)
    return near and any(a != b for a, b in pairs) and len(other.split()) >= len(name.split())
