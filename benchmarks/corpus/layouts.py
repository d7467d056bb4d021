"""Write corpus/layouts: every example meeting in the layouts councils publish.

    python benchmarks/corpus/layouts.py

Needs the `dev` extra (reportlab, python-docx). The same markdown gives the same files at every run.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pages
import papers
from canon import ROOT, CanonMeeting, read_all

LAYOUTS = ROOT / "corpus" / "layouts"
RENDERED = (
    "moderngov",
    "item",
    "decision",
    "issue",
    "attendance",
    "web-service",
    "pdf",
    "word",
    "pasted",
    "pasted-item",
    "unnumbered",
    "parish",
)


def main() -> None:
    """Write all layouts anew."""
    for layout in RENDERED:
        shutil.rmtree(LAYOUTS / layout, ignore_errors=True)
        (LAYOUTS / layout).mkdir(parents=True)
    meetings = read_all()
    for place, meeting in enumerate(meetings):
        render(meeting, single=place % 3 == 0)
    issues(meetings)


def render(meeting: CanonMeeting, *, single: bool) -> None:
    """Write one meeting in every layout that suits it; pages of one item only where `single`."""
    write("moderngov", f"{meeting.stem}.html", pages.meeting_page(meeting))
    write("attendance", f"{meeting.stem}.html", pages.attendance_page(meeting))
    write("web-service", f"{meeting.stem}.xml", pages.web_service(meeting))
    write("pasted", f"{meeting.stem}.txt", pages.pasted(meeting, numbers=True))
    write("unnumbered", f"{meeting.stem}.txt", pages.pasted(meeting, numbers=False))
    papers.word(meeting, LAYOUTS / "word" / f"{meeting.stem}.docx")
    if "parish" in meeting.stem:
        papers.parish(meeting, LAYOUTS / "parish" / f"{meeting.stem}.pdf")
    papers.printed(meeting, LAYOUTS / "pdf" / f"{meeting.stem}.pdf")
    if single:
        longest = max(meeting.items, key=lambda item: sum(len(line.text) for line in item.lines))
        write("item", f"{meeting.stem}.html", pages.item_page(meeting, longest))
        write("pasted-item", f"{meeting.stem}.txt", pages.pasted_item(longest))
        if pages.decision_of(longest):
            write("decision", f"{meeting.stem}.html", pages.decision_page(meeting, longest))


def issues(meetings: list[CanonMeeting]) -> None:
    """Write a page for each matter that came up under a like title in several meetings."""
    for name, words in (
        ("leisure-centre-roof", ("harbourside", "roof")),
        ("foster-carers", ("foster",)),
        ("potholes", ("pothole",)),
        ("buses", ("bus",)),
    ):
        found = [(m, i) for m in meetings for i in m.items if any(w in i.title.casefold() for w in words)]
        if found:
            write("issue", f"{name}.html", pages.issue_page(found[0][1].title, found))


def write(layout: str, name: str, text: str) -> None:
    """Write one file in UTF-8 with the same line ends on every system."""
    Path(LAYOUTS / layout / name).write_text(text, "utf-8", newline="\n")


if __name__ == "__main__":
    main()
