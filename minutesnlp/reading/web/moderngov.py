"""The pages of ModernGov, the system most councils publish with: they mark items, agenda text, decisions and minutes.

Read are the page of a meeting (ieListDocuments), of one item (mgAi), of an issue (ieIssueDetails: one item at several
meetings), of a decision (ieDecisionDetails), of attendance (mgMeetingAttendance), and lists of meetings.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, field, replace

from minutesnlp.errors import ReadError
from minutesnlp.reading.blocks import Block, Document, Facts
from minutesnlp.reading.page.cleaning import clean
from minutesnlp.reading.page.days import clock_in, days_in
from minutesnlp.reading.page.furniture import beside_title, is_furniture
from minutesnlp.reading.page.labels import label_of
from minutesnlp.reading.page.lines import joined
from minutesnlp.reading.trees import Tree, tag_of, text_of
from minutesnlp.reading.web.flow import flow
from minutesnlp.reading.web.moderngov_facts import attendee, classes_of, council_of, dates_of, without_repeats
from minutesnlp.reading.web.moderngov_lists import listing_of
from minutesnlp.records import Attendee

# "Culture Panel - Tuesday 22 June 2021 6.00 pm", "Culture Panel, Tuesday 22 June 2021 6.00 pm (Item 4)"
OF_MEETING = re.compile(
    r"""(?:meeting\s+of\s+|meeting:\s*|agenda\s+for\s+)?(?P<body>.+?)\s*(?:\s[-–]\s|,\s|\son\s)\s*
        (?=(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)[a-z]*\s|\d{1,2}(?:st|nd|rd|th)?\s+[a-z]+\s+\d{4}|\d\d/\d\d/\d{4})""",
    re.VERBOSE | re.IGNORECASE,
)
DATE_FIRST = re.compile(
    r"(?:meeting:\s*)?\d\d/\d\d/\d{4}\s*[-–]\s*(?P<body>.+?)\s*(?:\((?:item|minute)\s+(?P<number>[^)]+)\))?\s*$",
    re.IGNORECASE,
)
ITEM_NUMBER = re.compile(r"\((?:item|minute)\s+(?P<number>[\w/.-]+)\)", re.IGNORECASE)

SECTIONS = {"minutes": "minutes", "minute": "minutes", "decision": "decision", "decisions": "decision"}
DOCUMENTS = re.compile(r"(?:additional|supporting|attached|background|related)\s+(?:documents?|papers?)", re.IGNORECASE)

# Classes by which the walk is steered; what holds none of them is text.
STEERING = frozenset(
    [
        "mgAiTitleTxt",
        "mgSubItemTitleTxt",
        "mgWordPara",
        "mgActionList",
        "mgBulletList",
        "mgSectionTitle",
        "mgLabel",
        "mgItemTable",
        "mgMainTitleTxt",
        "mgSubTitleTxt",
        "mgFooter",
        "mgHelpLine",
        "mgLinks",
        "mgStatsTable",
        "mgFileSize",
        "mgPlanItemInForce",
        "mgMeetingTableLnk",
    ]
)


def is_moderngov(root: Tree) -> bool:
    """Tell a page of ModernGov's by the names of its parts."""
    for element in root.iter():
        if tag_of(element) and (element.get("id") in ("modgov", "mgItemTable") or STEERING & classes_of(element)):
            return True
    return False


def moderngov_documents(root: Tree, name: str) -> list[Document]:
    """Return the meetings that a ModernGov page tells of.

    Raises
    ------
    ReadError
        When it is a page about something else: a committee, a councillor, a search.
    """
    page = _Page(council_of(root), list(dates_of(root)))
    body = next((e for e in root.iter() if tag_of(e) and e.get("id") == "modgov"), None)
    if body is None:
        body = next(root.iter("body"), root)
    page.read(body)
    documents = page.documents()
    told = [d for d in documents if any(b.starts_item for b in d.blocks) or d.facts.attendance or page.dated]
    if not told:
        listing = listing_of(body, root, page.kind)
        raise ReadError(name, listing.reason, listing.advice)
    return told


@dataclass(slots=True)
class _Meeting:
    """One meeting as the page tells of it so far."""

    facts: Facts
    blocks: list[Block] = field(default_factory=list)


class _Page:
    """Walks a page and follows its marks."""

    def __init__(self, council: str | None, dates: list[datetime.date]) -> None:
        self.council = council
        self.dates = dates
        self.kind = ""
        self.number: str | None = None
        self.anchor: str | None = None
        self.section = "front"
        self.in_item = False
        self.dated = False
        self.documents_follow = False
        self.furniture: list[str] = []
        self.attendance: list[Attendee] = []
        self.meetings: list[_Meeting] = [_Meeting(Facts(council=council))]
        self.line = 1

    def read(self, root: Tree) -> None:
        """Walk the page below `root` in order; parts that hold no mark of their own are text."""
        steering = set()
        for element in root.iter():
            if tag_of(element) and STEERING & classes_of(element):
                for above in element.iterancestors():
                    if above in steering or above is root:
                        break
                    steering.add(above)
        stack: list[tuple[str, Tree]] = [("in", root)]
        while stack:
            what, element = stack.pop()
            if what == "tail":
                self._loose(element.tail)
                continue
            if element is not root and self._mark(element):
                continue
            if element is root or element in steering:
                self._loose(element.text)
                for child in reversed(list(element)):
                    stack.append(("tail", child))
                    stack.append(("in", child))
            else:
                self._text(element)

    def _loose(self, text: str | None) -> None:
        cleaned = clean(text or "")
        if cleaned:
            self._add(Block(cleaned, line=self.line))

    def _mark(self, element: Tree) -> bool:
        """Follow one of the system's marks; False where an element bears none."""
        tag = tag_of(element)
        if not tag or tag in ("script", "style", "nav", "noscript", "form", "input", "header", "footer"):
            if tag in ("nav", "footer", "header"):
                self.furniture.append(clean(text_of(element)))
            return True
        if element.sourceline:
            self.line = element.sourceline
        classes = classes_of(element)
        if tag == "caption" or (tag == "th" and "mgHide" in classes):
            self.furniture.append(clean(text_of(element)))
            return True
        if "mgAiTitleTxt" in classes:
            self._title(element)
        elif "mgMainTitleTxt" in classes:
            self._main_title(clean(text_of(element)))
        elif "mgSubTitleTxt" in classes:
            self._sub_title(clean(text_of(element)))
        elif "mgSubItemTitleTxt" in classes:
            self._sub_label(clean(text_of(element)))
        elif "mgSectionTitle" in classes:
            self._section_title(clean(text_of(element)))
        elif "mgWordPara" in classes:
            self.documents_follow = False
            self._text(element)
        elif "mgActionList" in classes or "mgLinks" in classes:
            self._actions(element)
        elif "mgBulletList" in classes and (self.documents_follow or not self.in_item):
            self.furniture.append(clean(text_of(element)))
        elif "mgStatsTable" in classes:
            self._attendance(element)
        elif classes & {"mgFooter", "mgHelpLine", "mgFileSize", "mgHide", "mgBreadcrumb"}:
            self.furniture.append(clean(text_of(element)))
        elif any("mgLabel" in classes_of(child) for child in element):
            self._labels(element)
        else:
            return False
        return True

    def _title(self, element: Tree) -> None:
        cell = next((a for a in element.iterancestors() if tag_of(a) in ("td", "th")), None)
        for anchor in element.iter("a"):
            if anchor.get("name"):
                self.anchor = anchor.get("name")
        text, beside = beside_title(clean(_without_furniture(element, self.furniture)))
        self.furniture.extend(beside)
        if cell is not None and "mgItemNumberCell" in classes_of(cell):
            self.number = text.strip(" .:") or None
            self.anchor = self.anchor if text else None
            return
        if not text:
            return
        label = label_of(text) if cell is None else None
        if label is not None and label.end < len(text) and self.number in (None, label.number):
            self.number, text = label.number, text[label.end :]
        self._start(text)

    def _start(self, title: str) -> None:
        block = Block(
            title, line=self.line, label=self.number, starts_item=True, section="agenda", anchor=self.anchor, gap=1
        )
        self.meetings[-1].blocks.append(block)
        self.number = self.anchor = None
        self.in_item, self.section, self.documents_follow = True, "agenda", False

    def _main_title(self, text: str) -> None:
        self.kind = self.kind or text
        self._add(Block(text, line=self.line, level=1), front=True)
        if re.search(r"draft\s+minutes", text, re.IGNORECASE):
            self._facts(status="draft")

    def _sub_title(self, text: str) -> None:
        kind = self.kind.lower()
        if kind.startswith(("agenda item", "decision details", "decision -", "issue")):
            if kind.startswith("issue"):
                self._add(Block(text, line=self.line, level=2), front=True)
                return
            self._start(text)
            if kind.startswith("decision"):
                self.section = "decision"
            return
        self._add(Block(text, line=self.line, level=2), front=True)
        self._of_meeting(text)

    def _of_meeting(self, text: str) -> None:
        match = OF_MEETING.match(text)
        if match:
            self._facts(body=clean(match["body"]))
        for day in days_in(text):
            self._facts(date=day.date)
            self.dated = True
            break
        time = clock_in(text)
        if time:
            self._facts(start_time=time)
        if re.search(r"\bcancelled\b", text, re.IGNORECASE):
            self._note("stated: the meeting was cancelled")

    def _sub_label(self, text: str) -> None:
        word = text.strip(" :").lower()
        self.furniture.append(text)
        if word in SECTIONS:
            self.section, self.documents_follow = SECTIONS[word], False
        elif DOCUMENTS.match(word):
            self.documents_follow = True
        else:
            self.furniture.pop()
            self._add(Block(text, line=self.line, bold=True))

    def _section_title(self, text: str) -> None:
        issue = DATE_FIRST.match(text)
        if issue and self.kind.lower().startswith("issue"):
            self.meetings.append(_Meeting(Facts(council=self.council)))
            self.in_item = False
            self.section = "front"
            self._add(Block(text, line=self.line, level=3), front=True)
            self._facts(body=clean(issue["body"]))
            for day in days_in(text):
                self._facts(date=day.date)
                break
            self.number = issue["number"]
            return
        word = text.strip(" :").lower()
        if word in SECTIONS:
            self.section, self.documents_follow = SECTIONS[word], False
            self.furniture.append(text)
        elif is_furniture(text) or DOCUMENTS.match(word):
            self.furniture.append(text)
            self.documents_follow = True
        else:
            self._add(Block(text, line=self.line, level=3))

    def _actions(self, element: Tree) -> None:
        text = clean(text_of(element))
        self.furniture.append(text)
        meeting = re.search(r"meeting\s+of\b.*", text, re.IGNORECASE)
        if meeting and not self.meetings[-1].facts.date:
            self._of_meeting(meeting.group())
            number = ITEM_NUMBER.search(text)
            if number and self.meetings[-1].blocks and self.meetings[-1].blocks[-1].starts_item:
                last = self.meetings[-1].blocks[-1]
                self.meetings[-1].blocks[-1] = replace(last, label=number["number"])

    def _labels(self, element: Tree) -> None:
        """Read a paragraph of labels and values: “Venue: Town Hall”, or several of them."""
        self._loose(element.text)
        label, value = "", ""
        for child in element:
            if "mgLabel" in classes_of(child):
                self._labelled(label, clean(value))
                label, value = clean(text_of(child)).rstrip(":").strip(), child.tail or ""
            else:
                value += f"{text_of(child)}{child.tail or ''}"
        self._labelled(label, clean(value))

    def _labelled(self, label: str, value: str) -> None:
        name = label.lower()
        if not value:
            if label:
                self.furniture.append(f"{label}:")
            return
        if "venue" in name or name == "location":
            self._facts(venue=re.sub(r"\s*View directions\s*$", "", value).rstrip(" ."))
        elif name == "decision maker":
            self._facts(body=value)
        elif name.startswith(("date of decision", "decided at meeting")):
            for day in days_in(value):
                self._facts(date=day.date)
                break
            at = DATE_FIRST.match(value)
            if at:
                self._facts(body=clean(at["body"]))
        self._add(Block(f"{label}: {value}", line=self.line), front=True)

    def _attendance(self, table: Tree) -> None:
        for row in table.iter("tr"):
            cells = [clean(text_of(c)) for c in row if tag_of(c) in ("td", "th")]
            self._add(Block(" | ".join(cells), line=row.sourceline or self.line, row=True), front=True)
            if len(cells) < 2 or all(tag_of(c) == "th" for c in row):
                continue
            self.attendance.append(attendee(cells[0], cells[-1], cells[1] if len(cells) > 2 else None))

    def _text(self, element: Tree) -> None:
        if self.documents_follow:
            self.furniture.append(clean(text_of(element)))
            return
        for block in joined(flow(element)):
            self._add(replace(block, starts_item=False))

    def _add(self, block: Block, *, front: bool = False) -> None:
        if is_furniture(block.text) and not block.row:
            self.furniture.append(block.text)
            return
        section = "front" if front or not self.in_item else self.section
        if front and self.in_item:
            section = "back"
        self.meetings[-1].blocks.append(replace(block, section=section))

    def _facts(self, **told: object) -> None:
        facts = self.meetings[-1].facts
        fresh = {k: v for k, v in told.items() if getattr(facts, k) is None}
        self.meetings[-1].facts = replace(facts, **fresh)  # type: ignore[arg-type]

    def _note(self, note: str) -> None:
        facts = self.meetings[-1].facts
        self.meetings[-1].facts = replace(facts, notes=(*facts.notes, note))

    def documents(self) -> list[Document]:
        """Return one document a meeting, decisions that only repeat the minutes left out."""
        if self.attendance:
            facts = self.meetings[-1].facts
            self.meetings[-1].facts = replace(facts, attendance=tuple(self.attendance))
        found = []
        for i, meeting in enumerate(self.meetings):
            facts = meeting.facts
            if facts.date is None and self.dates and len(self.meetings) == 1:
                facts = replace(facts, date=self.dates[0])
            if len(self.meetings) > 1 and i == 0:
                # what stands above the first meeting of an issue is about the issue
                self.furniture.extend(block.text for block in meeting.blocks)
                continue
            blocks, repeated = without_repeats(meeting.blocks)
            notes = ("derived: decisions that repeat the minutes word for word are kept once",) if repeated else ()
            facts = replace(facts, notes=(*facts.notes, *notes))
            furniture = (
                tuple(f for f in (*self.furniture, *repeated) if f) if i == len(self.meetings) - 1 else tuple(repeated)
            )
            found.append(Document(tuple(blocks), facts, reader="moderngov", structured=True, furniture=furniture))
        return found


def _without_furniture(element: Tree, furniture: list[str]) -> str:
    pieces = [element.text or ""]
    for child in element:
        if classes_of(child) & {"mgFileSize", "mgHide"}:
            furniture.append(clean(text_of(child)))
        elif tag_of(child) not in ("img", "script"):
            pieces.append(_without_furniture(child, furniture))
        pieces.append(child.tail or "")
    return "".join(pieces)
