"""Papers as councils abroad set them, all invented: which lines are items."""

from pathlib import Path

import pytest

import minutesnlp as mn

PAPERS = Path(__file__).resolve().parents[1] / "cases" / "abroad"


@pytest.mark.parametrize(
    ("paper", "items"),
    [
        # “7.3 ROAD CLOSURE” counts no roads; parts of a report are no items, nor is how a vote went
        (
            "australia",
            "1 APOLOGIES | 2 CONFIRMATION OF MINUTES | 7 REPORTS | 7.2 DOG PARK AT YARRAN RESERVE | "
            "7.3 ROAD CLOSURE, MYALL STREET | 7.4 RATES DEFERRAL | 8 NOTICES OF MOTION | "
            "8.1 Cr Drew - Koala Crossing | 9 CLOSE OF MEETING",
        ),
        # the number of a resolution below a title makes it no entry of a list
        (
            "canada",
            "1 CALL TO ORDER | 2 ADOPTION OF AGENDA | 5 STAFF REPORTS | 5.1 Arena Roof | 5.2 Fence Viewer | "
            "5.3 Short-term Rentals | 9 ADJOURNMENT",
        ),
        ("new_zealand", "1 Apologies | 2 Speed Limit Review | 3 Library Hours | 4 Stock Crossing, Totara Flat"),
        # clauses that run on through an item are none
        ("scotland", "1 School Catchments | 2 Ferry Fares | 3 Leisure Centre Roof | 4 Conclusion of Meeting"),
        # neither “Roll call vote:” nor “Yes: 4 No: 1” is a title, nor is “Finance” of its Director
        ("united_states", "APPROVAL OF MINUTES | CONSENT AGENDA | PUBLIC HEARINGS | NEW BUSINESS | ADJOURNMENT"),
        # “Item 6.1” follows “Item 5.2”; the numbers of resolutions below them count no items
        ("queensland", "5.1 COMMUNITY GRANTS ROUND TWO | 5.2 SALEYARDS FEES | 6.1 CEO REPORT"),
        ("british_columbia", "REPORTS | BY-LAWS"),
    ],
)
def test_items_of_papers_from_abroad(paper, items):
    meeting = mn.read(PAPERS / f"{paper}.txt")[0]
    told = [str(item) for item in meeting.items]
    assert [title for title in told if title in items.split(" | ")] == items.split(" | ")
    assert not {
        "FINANCIAL IMPLICATIONS",
        "Roll call vote",
        "Yes: 4 No: 1",
        "Finance",
        "(Councillor Hurst opposed)",
        "Moved Cr Abbas",
    } & set(told)
    assert not any("61%" in title for title in told)
