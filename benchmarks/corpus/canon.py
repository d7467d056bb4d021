"""The markdown of corpus/minutes, read by its own strict convention.

This is the yardstick the library's readers are measured with, so it shares no code with them: one line is one
paragraph, a marker at its beginning says what it is, and anything that does not fit is an error.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MINUTES = ROOT / "corpus" / "minutes"
ATTENDANCE = {"Present": "present", "Apologies": "apologies", "Officers": "officer", "Also present": "public"}

# "## 23/14 Title", "## 41. Title", "## OSB12/22 Title", "## AG14 Title"; not "## Present"
ITEM = re.compile(r"## (?P<number>(?:[A-Z]{1,4}/?)?\d+(?:/\d+)*)\.? (?P<title>\S.*)")
CLAUSE = re.compile(r"(?P<label>\d+\.|\([a-z]+\)|[a-z]\)) (?P<text>\S.*)")
PERSON = re.compile(r"- (?P<name>[^()]+?)(?: \((?P<note>.+)\))?")
RULE = re.compile(r"\|[\s:|-]+\|")


@dataclass(frozen=True)
class Line:
    """One paragraph: `kind` is text, bullet, clause, row or agenda."""

    kind: str
    text: str
    label: str | None = None


@dataclass
class CanonItem:
    """An agenda item."""

    number: str
    title: str
    lines: list[Line] = field(default_factory=list)


@dataclass
class CanonMeeting:
    """A meeting; `attendance` holds (kind, name, note)."""

    stem: str
    facts: dict[str, str]
    opening: list[str] = field(default_factory=list)
    attendance: list[tuple[str, str, str | None]] = field(default_factory=list)
    items: list[CanonItem] = field(default_factory=list)
    closing: list[str] = field(default_factory=list)

    @property
    def date(self) -> datetime.date:
        """The meeting's date, from the front matter."""
        return datetime.date.fromisoformat(self.facts["date"])


def plain(text: str) -> str:
    """Return a line without markdown's emphasis, single-spaced."""
    return " ".join(re.sub(r"\*\*?([^\s*](?:[^*]*[^\s*])?)\*\*?", r"\1", text).split())


def read(path: Path) -> CanonMeeting:
    """Read one document; ValueError tells the line that breaks the convention."""
    lines = path.read_text("utf-8").splitlines()
    if lines[0] != "---":
        raise ValueError(f"{path.name}: no front matter")
    end = lines.index("---", 1)
    facts = dict(line.split(": ", 1) for line in lines[1:end])
    meeting = CanonMeeting(path.stem, {k: v.strip('"') for k, v in facts.items()})
    list_of, item = None, None
    for place, line in enumerate(lines[end + 1 :], end + 2):
        line = line.rstrip()
        if not line:
            continue
        where = f"{path.name}:{place}"
        if line.startswith("# "):
            continue
        if line.startswith("## "):
            match = ITEM.fullmatch(line)
            if line[3:] in ATTENDANCE and item is None:
                list_of = ATTENDANCE[line[3:]]
            elif match:
                item, list_of = CanonItem(match["number"], plain(match["title"])), None
                meeting.items.append(item)
            else:
                raise ValueError(f"{where}: a heading that is neither attendance nor an item: {line}")
        elif list_of:
            match = PERSON.fullmatch(line)
            if not match:
                raise ValueError(f"{where}: not a name in a list of attendance: {line}")
            meeting.attendance.append((list_of, match["name"], match["note"]))
        elif item is None:
            meeting.opening.append(plain(line))
        else:
            item.lines.append(_line(line, where))
    if meeting.items and re.match(
        r"The (meeting|sub-committee|hearing)\b.*\b(closed|ended|concluded|finished)\b",
        meeting.items[-1].lines[-1].text,
        re.I,
    ):
        meeting.closing = [meeting.items[-1].lines.pop().text]
    return meeting


def read_all() -> list[CanonMeeting]:
    """Read every meeting, in order of their file names."""
    return [read(path) for path in sorted(MINUTES.glob("*.md"))]


def _line(line: str, where: str) -> Line:
    if line.startswith("> "):
        return Line("agenda", plain(line[2:]))
    if line.startswith("- "):
        return Line("bullet", plain(line[2:]))
    if line.startswith("|"):
        if RULE.fullmatch(line):
            return Line("rule", line)
        return Line("row", " | ".join(plain(cell) for cell in line.strip("|").split("|")))
    match = CLAUSE.fullmatch(line)
    if match:
        return Line("clause", plain(match["text"]), match["label"])
    if line.startswith(("#", "*  ", "    ")):
        raise ValueError(f"{where}: not a form of the convention: {line}")
    return Line("text", plain(line))
