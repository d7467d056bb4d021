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
        # every title runs on into its text, and one paragraph names a day
        (
            "wisconsin",
            "Approval of the Agenda | Public Input | Landfill Fees | 2032-04 Snowmobile Bridge Grant | "
            "2032-05 Wage Study | Highway Shop | Committee Appointments | Adjourn",
        ),
        # a title above one long sentence that tells with no verb of report, or below who moved the item before
        (
            "new_england",
            "Citizens' Comments | Minutes of December 15, 2031 | 6:45 p.m. Pole Hearing – Hollow Road | "
            "Transfer Station Stickers | Appointment to the Conservation Commission | "
            "Warrant Articles for Annual Town Meeting | Town Administrator's Report | Executive Session",
        ),
        # a row of a table holds an item: its title, what was said, what was decided and who is to act
        (
            "housing",
            "1 Apologies and conflicts of interest | 2 Minutes of 23 February 2032 | 3 Chief Executive's report | "
            "4 Finance report to March | 5 Rent policy | 6 Damp and mould | 7 Any other business",
        ),
        # one word in capitals is a title where longer ones are
        (
            "school_board",
            "CALL TO ORDER | APPROVE AGENDA | PATRON COMMENTS | CONSENT ITEMS | FACILITIES | NEGOTIATIONS | "
            "SUPERINTENDENT'S REPORT | ADJOURN",
        ),
        # “MINUTES OF THE BOARD OF DIRECTORS” below the name of the district is the paper's own title
        (
            "water_board",
            "I CALL TO ORDER/ROLL CALL | II PUBLIC COMMENT | III CONSENT CALENDAR | IV BUSINESS | V REPORTS | "
            "VI ADJOURNMENT",
        ),
        # “IT WAS RESOLVED THAT:” behind a title is no part of it
        (
            "standards",
            "16 Apologies | 17 Minutes | 18 Annual Audit Plan 2032/33 | 19 Complaints against Members, Half Year | "
            "20 Treasury Management Mid-Year Review | 21 Work Programme",
        ),
        # a motion whose words are in quotation marks is a title
        (
            "hong_kong",
            "1 Confirmation of the minutes of the 3rd meeting | "
            "2 Proposal to relocate the bus stop outside Lung Wah Estate (Paper No. TTC 7/2032) | "
            '3 Motion: "To urge the Government to provide a lift at Footbridge KF44" (Paper No. TTC 8/2032) | '
            "4 Any other business | 5 Date of next meeting",
        ),
        # what an American agenda asks a council to do is a title, however long
        (
            "texas",
            "4 CONSENT AGENDA | 5 PUBLIC HEARINGS | 5.1 Conduct a public hearing and consider Ordinance No. 2032-03, "
            "a request to rezone 14.2 acres at FM 9 and Dry Creek Road from AG to SF-2 | 6 REGULAR AGENDA | "
            "6.1 Discuss and consider the award of Bid 2032-11 for water main replacement | "
            "6.2 Discuss and consider an amendment to the Code of Ordinances on backyard chickens | "
            "6.3 Discuss and consider the appointment of a Municipal Judge | 7 EXECUTIVE SESSION | 8 ADJOURNMENT",
        ),
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
        "MINUTES OF THE BOARD OF DIRECTORS",
    } & set(told)
    assert not any("61%" in title for title in told)


def test_a_payment_in_capitals_heads_nothing():
    text = (
        "WINSCOTT PARISH COUNCIL\nMinutes of the meeting held on 4 February 2032\n\n"
        "4875 FINANCE\nTo approve the following payments:\n101432 HMRC £212.40\n101433 D Fairlie, salary £846.20\n"
        "All in favour\n\n4876 PLAYGROUND\nThe chains were worn.\n\n"
        "4877 ALLOTMENTS\nThe rents were last raised in 2027.\n"
    )
    meeting = mn.read_text(text)[0]
    assert [str(item) for item in meeting.items] == ["4875 FINANCE", "4876 PLAYGROUND", "4877 ALLOTMENTS"]
    assert "heading" not in {paragraph.kind for paragraph in meeting.items[0].paragraphs}


def test_the_day_of_bilingual_minutes():
    assert str(mn.read(PAPERS / "wales.txt")[0].date) == "2032-02-10"


def test_what_trustees_noted_is_no_title():
    text = (
        "Minutes of the Board of Trustees, 24 March 2032\n\n"
        "5. Staffing\n5.1 The Committee considered the Pay Policy.\n\n"
        "6. Risk register\n6.1 Trustees noted the register. They asked for cyber security to be raised to red.\n\n"
        "7. Any other business\nNone.\n"
    )
    assert [item.number for item in mn.read_text(text)[0].items] == ["5", "6", "7"]


ROWS = [
    ("Item", "Discussion", "Decision", "Action/Owner"),
    ("1. Minutes", "There was one correction.", "Approved as corrected", ""),
    ("2. Rent policy", "Three options were considered.", "Approved option B", "Ann Ash to write by 7 May"),
    ("3. Damp", "412 cases were open.", "Agreed to recruit two surveyors for £84,000", "Carys Hunt"),
    ("4. Any other business", "There was none.", "", ""),
]
HEAD = "FENWICK VALE HOMES LIMITED\n\nMinutes of the Board meeting held on 20 April 2032\n\n"


@pytest.mark.parametrize("edge", ["", "| "])
def test_a_table_whose_columns_are_named_is_taken_apart(edge):
    lines = [edge + " | ".join(row) + " |" * bool(edge) for row in ROWS]
    meeting = mn.read_text(HEAD + "\n".join(lines) + "\n\nThe meeting closed at 19.10.\n")[0]
    assert [str(item) for item in meeting.items] == ["1 Minutes", "2 Rent policy", "3 Damp", "4 Any other business"]
    assert [paragraph.text for paragraph in meeting.items[1].paragraphs] == [
        "Three options were considered.",
        "Decision: Approved option B",
        "Action: Ann Ash to write by 7 May",
    ]
    assert [(one.owner, one.due) for one in mn.find_undertakings(meeting)] == [
        ("Ann Ash", "2032-05-07"),
        ("Carys Hunt", None),
    ]


def test_a_table_of_figures_keeps_its_rows():
    rows = ["Item | Details | Cost", "Paint | two tins | £40", "Nails | a box | £4", "Wood | oak | £90"]
    meeting = mn.read_text(
        HEAD + "1. Welcome\nAll were welcomed.\n\n2. Works\n" + "\n".join(rows) + "\n\n3. Close\nThe meeting ended.\n"
    )[0]
    assert [item.number for item in meeting.items] == ["1", "2", "3"]
    assert [paragraph.text for paragraph in meeting.items[1].paragraphs] == rows


TITLED_ROWS = [
    *("| Ref | Minute | Action |", "|---|---|---|"),
    *("| 118/32 | **Apologies** – Cllr Oak was unwell. | |", "| 119/32 | Lido: Cllr Ash proposed a survey. | Clerk |"),
    "| 120/32 | Payments. These were approved. | |",
]


def test_a_text_in_a_row_opens_with_the_title_that_has_no_column():
    meeting = mn.read_text("\n".join(["# Salt Town Council", "", "Present: Cllrs Ash and Elm", "", *TITLED_ROWS]))[0]
    assert [str(item) for item in meeting.items] == ["118/32 Apologies", "119/32 Lido", "120/32 Payments"]
    assert [p.text for p in meeting.items[1].paragraphs] == ["Cllr Ash proposed a survey.", "Action: Clerk"]


def test_subjects_that_are_numbered_and_codes_with_a_stroke_are_items():
    text = (
        "Minutes of the Council\n\nThere were present:\n1) Smt. Ann Ash\n2) Shri Bo Elm\n\n"
        "{0} Wells\nNoted.\n\n{1} Lamps\nNoted.\n\n{2} Roads\nNoted."
    )
    for numbers in (("Subject No. 1:", "Subject No. 2:", "Subject No. 3:"), ("AG/61", "AG/62", "AG/63")):
        meeting = mn.read_text(text.format(*numbers))[0]
        assert [item.title for item in meeting.items] == ["Wells", "Lamps", "Roads"]
        assert len(meeting.attendance) == 2


def test_the_heading_of_a_motion_heads_no_item():
    text = (
        "Minutes of the Council\n\n9.1 DOG PARK\nThe report was read.\n\nMOTION\n\nMOVED: Cr Ash\nThat it be built.\n\n"
        "CARRIED\n\n9.2 ROADS\nNoted.\n\n9.3 LAMPS\nNoted."
    )
    assert [item.number for item in mn.read_text(text)[0].items] == ["9.1", "9.2", "9.3"]
