"""What is brought in brackets before a chosen sentence that cannot be understood alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutesnlp.records import Paragraph
from minutesnlp.summarising.antecedents import HE_OR_SHE, UNKNOWN, person_before
from minutesnlp.summarising.cues import LEADS, POINTS_BACK, VERBAL
from minutesnlp.summarising.cuts import shortened
from minutesnlp.summarising.matters import LONGEST_LINE, LONGEST_NAME, PARTS, PERSON_LINE, VERDICT, heading_over, names
from minutesnlp.summarising.rows import head_over
from minutesnlp.summarising.units import Unit
from minutesnlp.summarising.worth import SPEAKS, is_spoken
from minutesnlp.text.numbering import FIRST, bare, following

NAMES_SOMETHING = re.compile(r"\s[A-Z]")
# A sentence may speak of the one before it: “It was agreed to seek advice on this.”, “He would pursue the matter.”
POINTS_WITHIN = re.compile(
    r"\A(?:(?:(?:after|following)\s[^,;]{0,40}|in\s(?:reply|replying|response|answer)),\s|[^;]{0,60}\bproposed\s[^;]{0,60}\bseconded\s)?(?:(?!\s[-–—]\s)[^,;])*?"
    r"(?:\b(?:this|these)\b(?!\s(?:(?:financial|municipal|calendar)\s)?(?:item|meeting|report|part|council|forum|"
    r"committee|panel|board|year|month|week|evening|morning|afternoon|time|point|stage|summer|winter|spring|autumn|parish|town|village|area|county|district|agenda)\b)|"
    r"\bthe\s(?:matter|issue|same|above|situation)\b|\bit\s(?:is|has)\salso\s(?:in|been)\b|"
    r"\b(?:agreed|resolved)\s(?:that\s(?:we|the\sclerk)\s|to\s|that\s)also\b|"
    r"\b(?:contact|write\sto|speak\s(?:to|with)|ask|meet(?:\swith)?|thank|invite|inform|notify|approach)\s(?:him|her|them)\b)"
    r"|\A\W*it\s(?:was|is|has\sbeen)\s(?:\w+\s){0,2}\w+ed\s(?:that\s)?(?:he|she|they)\b"
    r"|\A\W*All\s(?:(?:the\s)?(?:councillors|members|those|present)\s(?:present\s)?)?(?:approved|agreed|supported|were\sin\s)",
    re.IGNORECASE,
)
# “roles and how these roles are measured”, “a resident of Mill Drive was worried about this narrow road”: of what the
# sentence itself names
NAMED_WITHIN = re.compile(
    r"\b(?P<noun>(?!will\b|would\b|should\b|could\b|have\b|been\b|were\b|shall\b|must\b|might\b)[a-z]{4,}?)s?\b.*?\b(?:this|these)\s(?P=noun)s?\b"
    r"|\b[A-Z][\w’']+\s(?:Road|Street|Lane|Drive|Close|Avenue|Way|Hill|Green|Crescent|Place|Court|Gardens|Terrace|Row|Park|"
    r"Meadow|Bridge)\b.*?\bthis\s(?:\w+\s)?(?:area|location|road|street|lane|junction|stretch|site|place|estate)\b",
)
THIS = re.compile(r"\b(?:this|these)\b")
# “It was agreed to consider this item separately.”: in an entry of a list the entry's own matter
THIS_ENTRY = re.compile(
    r"\b(?:consider|discuss|defer|place|put|add|include|bring|move|carry)\sthis\sitem\b"
    r"|\bthis\sitem\s(?:is\s|was\s|will\s|would\s|should\s|to\s)(?:be\s)?(?:placed|put|discussed|considered|added|included|deferred|"
    r"carried|brought|moved)\b",
    re.IGNORECASE,
)
# “The Council agreed to the fee.”: what fee is told where it was spoken of last
THE_THING = re.compile(
    r"\b(?:agreed|approved|accepted|refused|supported|adopted)\s(?:\w+ly\s)?(?:to\s)?the\s(?P<thing>[a-z]{3,})\W*\Z"
)
FARTHEST_THING = 5
# What is said of an application whose number and name stand some lines above it: “Strongly object for these reasons:”
VIEW = re.compile(
    r"\W*(?:no\s(?:\w+\s)?(?:objections?|observations?|comments?)"
    r"|(?:(?:the\s)?(?:(?:parish|town|community)\s)?(?:council|PC|committee)\s)?(?:strongly\s|fully\s|we\s)?(?:object(?:ions?|ed|s)?|support(?:ed|s)?|approv(?:al|ed?)|refus(?:al|ed?))\b)(?:\s\S+){0,8}\W*\Z",
    re.IGNORECASE,
)
# “E/39533 An adapted bungalow”, “SDNP/14/04193/FUL | …”
APPLICATION = re.compile(r"\W*(?:[A-Z]{1,6}[/.]\d[\w./-]*|\d{2,5}/\d{2,5}[\w./-]*)\s.*[A-Za-z]{4}")
# “E/39533” on a line of its own: what it is for stands on the next
APPLICATION_NUMBER = re.compile(
    r"\W*(?:[A-Z]{1,6}[/.]\d[\w./-]*|\d{2,5}/\d{2,5}[\w./-]*)(?:\s?(?:,|and|&)\s?[A-Z]{1,6}[/.]\d[\w./-]*)*\W*"
)
# Who moved, on a line that says no more: “Seconded by: Cllr Ada Wren”. It is shown with the motion.
MOVER = re.compile(
    r"\W*(?:(?:this|it|the\smotion|motion)\s(?:was\s)?)?(?:proposed|seconded|moved|made|proposer|seconder)\b(?:\sby)?:?"
    r"(?:\s(?!and\b|that\b)\S+){1,6}\W*",
    re.IGNORECASE,
)
# “| Action: JS” tells who, and the sentence before it what.
ACTION_CELL = re.compile(r"\W*(?:for\s)?action\b", re.IGNORECASE)
# A decision of no more words behind other sentences is about them: “It was agreed to hold for now.”
FEW_WORDS = 8
# One of no more behind others in an entry of a list is about what its first tells.
SHORT = 12
# “Clerk to follow up.”, “HL to chase this.”: what is to be done stands before it
BARE_ACTION = re.compile(
    r"(?:action\s?:\s)?(?:the\s)?[\w.’']+(?:\s[\w.’']+){0,2}\s(?:agreed\s|undertook\s|is\s)?to\s(?:find\sout|enquire|inquire|attend|follow(?:\sthis)?[\s-]up|action|chase|progress|pursue|respond|report\sback|"
    r"investigate|look\sinto|check|reply|deal\swith|(?:e-?mail|write|respond|reply)\son\sbehalf\sof\sthe\s\w+)(?:\s(?:this|it|the\smatter|further))*\W*",
    re.IGNORECASE,
)
# “The Clerk will write to the owner.”: a task of few words is about what stands before it
TASK = re.compile(
    r"\W*(?:action\s?:\s)?(?:the\s)?(?!(?:He|She|It|They|We|This|There)\b)"
    r"(?:(?i:clerk|chair(?:man|woman)?|secretary|treasurer|warden)|[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,2})\s"
    r"(?:(?:has\s)?agreed\sto|offered\sto|is\sto|to|will|would)\s(?!(?:also\s)?(?:be|have)\b)(?:again\s|also\s)?[a-z]+\b"
    r"(?!.*\b(?:about|regarding|concerning|for\san?\s\w+\sof)\b)",
)
LONGEST_TASK = 9
# “Advised that the lamp is out”, below the name of who did
NO_SUBJECT = re.compile(
    r"\W*(?:advised|reported|said|stated|noted|explained|asked|suggested|confirmed|attended|thanked|raised)\b",
    re.IGNORECASE,
)
BARE_FIGURE = re.compile(r"[\W\d]+")
# A verdict's matter may stand so many lines above it.
FARTHEST_MATTER = 16
# “It would be a day for all. It would start at noon.”
SAME_AGAIN = re.compile(r"\W*(?:it|its|they|their|both)\b", re.IGNORECASE)
FARTHEST_SAME = 4
# A shorter sentence tells nothing: “Carried.”
FEWEST_WORDS = 4
# A longer lead-in is cut.
LONGEST_LEAD_IN = 30


def lead_in_of(
    units: Sequence[Unit],
    n: int,
    chosen: frozenset[int],
    *,
    deciding: frozenset[int] = frozenset(),
    paragraphs: Sequence[Paragraph] = (),
) -> str:
    """Return what a chosen sentence needs to be understood and does not have.

    A bullet needs the line that opens its list, a later part of a table's row the cell that names its matter, a bare
    verdict its matter; “He” whom it speaks of; “This”, “the matter” or “However” the sentence before; a later part of a
    turn in a transcript who speaks. What stands
    in the summary already is not brought twice. `deciding` are the numbers of units that decide: among bullets these
    belong to a line that decides. `paragraphs` are those of the item, headings too. Empty when nothing is needed or
    can be told.
    """
    movers = _movers(units, n) if n in deciding and units[n].start == 0 else ""
    needed = movers or _needed(units, n, chosen, deciding, paragraphs)
    if needed:
        return needed
    name = heading_over(units, n, chosen, paragraphs)
    told = _before_task(units, n, chosen)
    if name and told and name not in told:
        told = f"{name} … {told}"
    name = told or name or _context(units, n, chosen)
    return name if name and not is_spoken(units) else ""


def _before_task(units: Sequence[Unit], n: int, chosen: frozenset[int]) -> str:
    """Return the sentence before a task of few words in its paragraph, unless that is a task too."""
    short = units[n].start > 0 and units[n].words <= LONGEST_TASK and TASK.match(units[n].text)
    alone = short and units[n - 1].paragraph is units[n].paragraph and not TASK.match(units[n - 1].text)
    return _sentence_before(units, n, chosen) if alone else ""


def _context(units: Sequence[Unit], n: int, chosen: frozenset[int]) -> str:
    """Return, for a short sentence of an entry of a list, the entry's first: on what “The warden will act.”."""
    unit = units[n]
    return _entry_opening(units, n, chosen) if unit.paragraph.kind in PARTS and unit.words <= SHORT else ""


def _entry_opening(units: Sequence[Unit], n: int, chosen: frozenset[int]) -> str:
    """Return the first sentence of an entry of a list, unless it or what stands between is shown."""
    first = n
    while first and units[first - 1].paragraph is units[n].paragraph:
        first -= 1
    there = first == n or any(first <= k < n for k in chosen)
    return "" if there or units[first].words < FEWEST_WORDS else _cut(units[first].text)


def _of_the_thing(units: Sequence[Unit], n: int, chosen: frozenset[int]) -> str:
    """Return the sentence that spoke last of the thing agreed to: “They asked for a fee of £90.”."""
    thing = THE_THING.search(units[n].text)
    for back in range(n - 1, max(n - FARTHEST_THING, 0) - 1, -1) if thing else ():
        if units[back].paragraph is not units[n].paragraph:
            break
        if thing and re.search(rf"\b{thing['thing']}\b", units[back].text):
            return "" if back in chosen else _cut(units[back].text)
    return ""


def _movers(units: Sequence[Unit], n: int) -> str:
    """Return the lines above a motion that tell who moved and seconded it."""
    first = n
    while first and units[first - 1].place == units[first].place - 1 and MOVER.fullmatch(units[first - 1].text):
        first -= 1
    return " ".join(unit.text for unit in units[first:n])


def _needed(
    units: Sequence[Unit], n: int, chosen: frozenset[int], deciding: frozenset[int], paragraphs: Sequence[Paragraph]
) -> str:
    """Return what a sentence points to."""
    unit = units[n]
    speaker = SPEAKS.match(unit.paragraph.text)
    if speaker and is_spoken(units):
        told = any(units[k].paragraph.id == unit.paragraph.id and k < n for k in chosen)
        return "" if told or unit.start < speaker.end() else speaker[0]
    bar = unit.paragraph.text.find("|")
    if unit.paragraph.kind in ("table", "text") and 0 <= bar <= unit.start:
        return _cell_before(units, n, chosen)
    if unit.paragraph.kind == "table":
        return _table_opening(units, n, chosen, paragraphs)
    if unit.paragraph.kind in PARTS and unit.start < 4 and not POINTS_BACK.match(unit.text):
        return _list_opening(units, n, chosen, deciding)
    verdict = n > 0 and unit.start == 0 and units[n - 1].place == unit.place - 1 and VERDICT.match(units[n - 1].text)
    if verdict and n - 1 not in chosen:  # “Rejected.” stands before, and is not shown
        matter = _matter(paragraphs, unit.place - 1)
        return f"{matter} … {units[n - 1].text}" if matter else ""
    application = _application(paragraphs, unit.place) if unit.start < 4 and VIEW.match(unit.text) else ""
    if application and not any(application[:LONGEST_LINE] in units[k].paragraph.text for k in chosen):
        return _cut(application)
    if VERDICT.match(unit.text):
        matter = _matter(paragraphs, unit.place) if unit.start < 4 else ""
        if matter and not any(matter in units[k].text for k in chosen):
            return matter
        return _sentence_before(units, n, chosen)
    if BARE_FIGURE.fullmatch(unit.text):  # “£375.00” on a line of its own: the line before tells what for
        before = units[n - 1] if n and n - 1 not in chosen else unit
        return _cut(before.text) if not BARE_FIGURE.fullmatch(before.text) else ""
    if BARE_ACTION.fullmatch(unit.text):
        return _sentence_before(units, n, chosen)
    torn = n > 0 and unit.start == 0 and unit.paragraph.kind == "text" and unit.text[:1].islower()
    if torn and units[n - 1].place == unit.place - 1 and units[n - 1].text[-1].isalnum():
        return "" if n - 1 in chosen else _cut(units[n - 1].text)  # a line that goes on from the one above
    if unit.start and unit.paragraph.kind in PARTS and THIS_ENTRY.search(unit.text):
        return _entry_opening(units, n, chosen)
    entry = n > 0 and units[n - 1].paragraph.kind in PARTS and units[n - 1].place == unit.place - 1
    if entry and not unit.start and unit.words <= SHORT and THIS.search(unit.text) and _points_within(unit.text):
        return "" if n - 1 in chosen else _cut(units[n - 1].text)
    if not POINTS_BACK.match(unit.text):
        if not unit.start or not (_points_within(unit.text) or (n in deciding and unit.words <= FEW_WORDS)):
            return ""
        return _of_the_thing(units, n, chosen) or _sentence_before(units, n, chosen)
    if HE_OR_SHE.match(unit.text):
        return _person(units, n, chosen)
    in_list = unit.paragraph.kind in PARTS and unit.start < 4
    return _entry_before(units, n, chosen) if in_list else _sentence_before(units, n, chosen)


def _points_within(text: str) -> bool:
    """Tell a sentence that speaks of the one before it, and not of what it names itself."""
    points, named = POINTS_WITHIN.search(text), NAMED_WITHIN.search(text)
    return points is not None and (named is None or "this" in text[points.end() : named.end()])


def _entry_before(units: Sequence[Unit], n: int, chosen: frozenset[int]) -> str:
    """Return the entry of a list that tells whom “They” of an entry below speaks of: the last without such a word."""
    for back in range(n - 1, -1, -1):
        if units[back].paragraph.kind not in PARTS:
            break
        if units[back].start < 4 and not POINTS_BACK.match(units[back].text):
            return "" if back in chosen else _cut(units[back].text)
    return _sentence_before(units, n, chosen)


def _list_opening(units: Sequence[Unit], n: int, chosen: frozenset[int], deciding: frozenset[int]) -> str:
    over = clause_over(units, n)
    if over is not None:
        return "" if any(k in chosen for k in range(over, n)) else _cut(units[over].text)
    for back in range(n - 1, -1, -1):
        if back in chosen and units[back].paragraph.kind in PARTS:
            return ""  # a part above it stands there, and brought it
        if units[back].paragraph.kind not in PARTS:
            leads = LEADS.search(units[back].text) is not None and (n not in deciding or back in deciding)
            leads = leads and style_of(units[back + 1].paragraph) == style_of(units[n].paragraph)
            whose = NO_SUBJECT.match(units[n].text) and units[back].words <= LONGEST_NAME and back not in chosen
            if whose and PERSON_LINE.match(units[back].text):  # “Cllr Hale”, above “• Advised that …”
                return units[back].text
            if not leads or back in chosen:
                return ""
            person = _person(units, back, chosen) if HE_OR_SHE.match(units[back].text) else ""
            return f"{person} … {_cut(units[back].text)}" if person else _cut(units[back].text)
    return ""


def clause_over(units: Sequence[Unit], n: int) -> int | None:
    """Return the clause that leads to the list a part stands in: b) “the by-law be made, to:” over i) and ii)."""
    last = n
    for back in range(n - 1, -1, -1):
        number = _number(units[back])
        if units[back].paragraph.kind not in PARTS:
            return None
        opens = last == back + 1 and _number(units[last]) in FIRST and LEADS.search(units[back].text) is not None
        if number and opens:
            behind = following(number)
            return None if any(_number(units[k]) in behind for k in range(last + 1, n + 1)) else back
        last = back
    return None


def _number(unit: Unit) -> str:
    return bare(unit.paragraph.number).casefold()


def style_of(paragraph: Paragraph) -> str:
    """Return how a part is numbered: clause 7 of the minutes is no part of the list (a), (b) that stands above it."""
    number = bare(paragraph.number)
    return "digit" if number[:1].isdigit() else "letter" if number else ""


def _table_opening(units: Sequence[Unit], n: int, chosen: frozenset[int], paragraphs: Sequence[Paragraph]) -> str:
    """Return, for the first row shown of a table, the line that leads to it or else the heads of its columns."""
    first = n
    while first and units[first - 1].paragraph.kind == "table":
        if first - 1 in chosen:
            return ""
        first -= 1
    leads = first > 0 and first - 1 not in chosen and LEADS.search(units[first - 1].text) is not None
    if leads:
        return _cut(units[first - 1].text)
    head = head_over(paragraphs, units[n].place) if paragraphs else None
    return paragraphs[head].text if head is not None else ""


def _cell_before(units: Sequence[Unit], n: int, chosen: frozenset[int]) -> str:
    """Return the first cell of a row before a part of it that has it not; of a continued row that of the row above."""
    unit = units[n]
    row = unit.paragraph
    if unit.start and ACTION_CELL.match(unit.text):
        return _sentence_before(units, n, chosen)
    if any(units[k].paragraph.id == row.id and units[k].start < unit.start for k in chosen):
        return ""
    first = row.text.partition("|")[0].strip()
    if not first:
        above = (units[k].paragraph for k in range(n - 1, -1, -1) if "|" in units[k].paragraph.text)
        first = next((cell for cell in (p.text.partition("|")[0].strip() for p in above) if cell), "")
    return _cut(first)


def _application(paragraphs: Sequence[Paragraph], place: int) -> str:
    """Return the line of the application a view below it is on: the nearest above, with no other view between."""
    for back in range(min(place, len(paragraphs)) - 1, max(place - FARTHEST_MATTER, 0) - 1, -1):
        if APPLICATION.match(paragraphs[back].text):
            return paragraphs[back].text
        if APPLICATION_NUMBER.fullmatch(paragraphs[back].text) and back + 1 < place:
            return f"{paragraphs[back].text} {paragraphs[back + 1].text}"
        if VIEW.match(paragraphs[back].text):
            break
    return ""


def _matter(paragraphs: Sequence[Paragraph], place: int) -> str:
    """Return the line that names what a verdict below it is about, with the line it continues."""
    found = -1
    for back in range(place - 1, max(place - FARTHEST_MATTER, 0) - 1, -1):
        if VERDICT.match(paragraphs[back].text):
            break
        below = paragraphs[back + 1].text
        prose = len(below.split()) > LONGEST_NAME and VERBAL.search(below) is not None
        if back + 1 < place and prose and names(paragraphs[back]) and not MOVER.fullmatch(paragraphs[back].text):
            found = back
    if found < 0:
        return ""
    line, above = paragraphs[found], paragraphs[found - 1] if found else None
    joined = above is not None and names(above) and (above.kind == line.kind or line.text.startswith("("))
    return f"{above.text} {line.text}" if joined and above is not None else line.text


def _person(units: Sequence[Unit], n: int, chosen: frozenset[int]) -> str:
    """Return whom “He” speaks of; where that is not known the sentence before, if it names something."""
    person = person_before(units, n, chosen)
    if person is not None:
        return person
    before = _sentence_before(units, n, chosen)
    return before if NAMES_SOMETHING.search(before) or UNKNOWN.match(before) else ""


def _sentence_before(units: Sequence[Unit], n: int, chosen: frozenset[int]) -> str:
    """Return the sentence before: what “This” and “However” speak of is seldom its subject alone.

    Of “It … It …” it is the sentence before both that tells what “It” is.
    """
    if n == 0 or n - 1 in chosen or units[n - 1].place < units[n].place - 1:
        return ""
    back = n - 1
    while SAME_AGAIN.match(units[n].text) and SAME_AGAIN.match(units[back].text) and back > n - FARTHEST_SAME:
        if back == 0 or units[back - 1].paragraph is not units[n].paragraph or back - 1 in chosen:
            break
        back -= 1
    before = units[back].text
    if units[back].words < FEWEST_WORDS or not VERBAL.search(before):
        return ""
    person = person_before(units, back, chosen) if HE_OR_SHE.match(before) else ""
    return f"{person} … {_cut(before)}" if person else _cut(before)


def _cut(text: str) -> str:
    return shortened(text, LONGEST_LEAD_IN)
