# ruff: noqa: E501  (the texts are as long as the lines of minutes are)
"""Layouts of councils far apart, all invented: their items, their facts and who was there."""

import docx
import pytest

from minutesnlp.reading import read as read_files
from minutesnlp.reading.meeting.assembly import meeting_of
from minutesnlp.reading.plain.markdown import document_of

LAYOUTS = {
    "a code and an agenda number before one title": (
        """\
Minutes of Parish Council 22 November 2023
THOSE ATTENDING:
Cllr K Hale
Cllr G Moss (Chair)

IN ATTENDANCE:
Mrs A Brook, Parish Clerk, Mr D Nash Deputy Clerk.

AGENDA PART 1

C048/23      1.         APOLOGIES FOR ABSENCE.

Cllr L Wade (work). The meeting accepted these.

C049/23      2.         DECLARATIONS OF INTERESTS

No declarations

C050/23      3.         PUBLIC QUESTIONS.

No questions had been received

C051/23      4.         PLANNING MATTERS.

The Clerk reported that there were none.
""",
        [
            ("C048/23", "APOLOGIES FOR ABSENCE"),
            ("C049/23", "DECLARATIONS OF INTERESTS"),
            ("C050/23", "PUBLIC QUESTIONS"),
            ("C051/23", "PLANNING MATTERS"),
        ],
        {"date": "2023-11-22"},
        [
            ("present", "K Hale", None),
            ("present", "G Moss", "Chair"),
            ("officer", "Mrs A Brook", "Parish Clerk"),
            ("officer", "Mr D Nash", "Deputy Clerk"),
            ("apologies", "L Wade", None),
        ],
    ),
    "resolutions with numbers among business without": (
        """\
TOWN OF ELM FALLS
REGULAR COUNCIL MEETING
Tuesday, July 9, 2024

A regular meeting of the Town Council was held on Tuesday, July 9, 2024.

Present: Mayor Ann Reed, Councillors Lee Pope and Mia Dunn.

The meeting was called to order at 6:30 p.m.

Disclosure of pecuniary interest: None.

Staff Reports: Jo Field, Works Superintendent - verbal report.
Sam Holt, Fire Chief - written report.

Committee Reports:
Lee Pope - Museum Board

R2024-121 L. Pope, M. Dunn: That the minutes of the meeting held June 18, 2024 be adopted as published. Carried.

R2024-122 M. Dunn, L. Pope: That we accept the quotation for roof shingles. Carried.

R2024-123 M. Dunn, L. Pope: That the meeting be adjourned. Time: 8:35 p.m. Carried.
""",
        [
            (None, "Disclosure of pecuniary interest"),
            (None, "Staff Reports"),
            (None, "Committee Reports"),
            ("R2024-121", "That the minutes of the meeting held June 18, 2024 …"),
            ("R2024-122", "That we accept the quotation for roof shingles. Carried"),
            ("R2024-123", "That the meeting be adjourned. Time: 8:35 p.m. Carried"),
        ],
        {"council": "Town of Elm Falls", "body": "Town of Elm Falls", "date": "2024-07-09", "start_time": "18:30"},
        [("present", "Ann Reed", "Mayor"), ("present", "Lee Pope", None), ("present", "Mia Dunn", None)],
    ),
    "an American city council": (
        """\
CITY OF LAKE HOLLOW
CITY COUNCIL MINUTES
March 4, 2025

1. CALL TO ORDER
Mayor Reed called the meeting to order at 7:00 p.m.

2. ROLL CALL
Present: Mayor Reed, Council Members Pope, Dunn and Hart
Absent: Council Member Gray

3. PLEDGE OF ALLEGIANCE

4. APPROVAL OF AGENDA
Motion by Pope, second by Dunn, to approve the agenda. Motion carried 4-0.

5. CONSENT AGENDA
A. Minutes of February 18, 2025
B. Approval of claims
C. Resolution 2025-11 accepting a grant
Motion by Hart, second by Pope, to approve the consent agenda. Motion carried 4-0.

6. PUBLIC HEARINGS
A. Vacation of an alley in Block 4
Mayor Reed opened the hearing at 7:10 p.m. There were no comments.
B. Rezoning of 12 Mill Street
The planner presented the request.

7. OLD BUSINESS
None.

8. NEW BUSINESS
A. Ordinance 901, second reading
Motion by Dunn to adopt. Carried.

9. ADJOURNMENT
The meeting adjourned at 8:02 p.m.

Respectfully submitted,
Kim Stone, City Clerk
""",
        [
            ("1", "CALL TO ORDER"),
            ("2", "ROLL CALL"),
            ("3", "PLEDGE OF ALLEGIANCE"),
            ("4", "APPROVAL OF AGENDA"),
            ("5", "CONSENT AGENDA"),
            ("6", "PUBLIC HEARINGS"),
            ("7", "OLD BUSINESS"),
            ("8", "NEW BUSINESS"),
            ("9", "ADJOURNMENT"),
        ],
        {"council": "City of Lake Hollow", "body": "City of Lake Hollow", "date": "2025-03-04", "start_time": "19:00"},
        [
            ("present", "Reed", "Mayor"),
            ("present", "Pope", None),
            ("present", "Dunn", None),
            ("present", "Hart", None),
            ("absent", "Gray", None),
        ],
    ),
    "Roman numerals and a board of supervisors": (
        """\
Ridge County Board of Supervisors
Minutes of the Regular Meeting of May 6, 2024

I. CALL TO ORDER
Chair Wood called the meeting to order at 9:00 a.m.

II. INVOCATION
Given by Pastor Lane.

III. APPROVAL OF MINUTES
Moved by Hill, seconded by Cole, to approve. Carried.

IV. REPORTS
a. Sheriff: monthly report received.
b. Highway: paving begins in June.

V. UNFINISHED BUSINESS
None

VI. ADJOURN
The board adjourned at 10:15 a.m.
""",
        [
            ("I", "CALL TO ORDER"),
            ("II", "INVOCATION"),
            ("III", "APPROVAL OF MINUTES"),
            ("IV", "REPORTS"),
            ("V", "UNFINISHED BUSINESS"),
            ("VI", "ADJOURN"),
        ],
        {"body": "Ridge County Board of Supervisors", "date": "2024-05-06", "start_time": "09:00"},
        [],
    ),
    "a Scottish committee with its sederunt": (
        """\
MOORLAND COUNCIL

Minute of Meeting of the Education Committee held in the Council Chambers, Moorfoot, on Tuesday, 12 March 2024 at 10.00 am

SEDERUNT: Councillors Ross (Convener), Baird, Kerr and Weir.

Apologies: Councillor Muir.

In Attendance: A Gray, Director of Education; J Bell, Committee Officer.

The Convener presided.

1. Declarations of Interest

There were no declarations of interest.

2. Minute of Previous Meeting

The Committee APPROVED the Minute of Meeting of 9 January 2024 as a correct record.

3. School Meals

There had been submitted a report by the Director. The Committee NOTED the report and AGREED:-
(i) to extend the pilot; and
(ii) to receive a further report.

4. Exclusion of the Public

The Committee resolved to exclude the public.
""",
        [
            ("1", "Declarations of Interest"),
            ("2", "Minute of Previous Meeting"),
            ("3", "School Meals"),
            ("4", "Exclusion of the Public"),
        ],
        {
            "council": "Moorland Council",
            "body": "Education Committee",
            "date": "2024-03-12",
            "start_time": "10:00",
            "venue": "Council Chambers, Moorfoot",
        },
        [
            ("present", "Ross", None),
            ("present", "Baird", None),
            ("present", "Kerr", None),
            ("present", "Weir", None),
            ("apologies", "Muir", None),
            ("officer", "A Gray", "Director of Education"),
            ("officer", "J Bell", "Committee Officer"),
        ],
    ),
    "headings in two languages": (
        """\
CYNGOR CYMUNED LLANFECHAN
LLANFECHAN COMMUNITY COUNCIL

Cofnodion y cyfarfod a gynhaliwyd nos Lun, 12 Chwefror 2024 am 7.00 yh yn y Neuadd
Minutes of the meeting held on Monday, 12 February 2024 at 7.00 pm in the Hall

Presennol / Present: Y Cyng. A. Rees (Cadeirydd), B. Howell, C. Pryce

1. Ymddiheuriadau / Apologies
Y Cyng. D. Vaughan.

2. Datgan Buddiant / Declarations of Interest
Dim / None.

3. Cofnodion / Minutes
Penderfynwyd derbyn y cofnodion. The minutes were accepted.

4. Cyllid / Finance
Talwyd yr anfonebau. The invoices were paid.
""",
        [
            ("1", "Ymddiheuriadau / Apologies"),
            ("2", "Datgan Buddiant / Declarations of Interest"),
            ("3", "Cofnodion / Minutes"),
            ("4", "Cyllid / Finance"),
        ],
        {
            "council": "Cyngor Cymuned Llanfechan",
            "body": "Cyngor Cymuned Llanfechan",
            "date": "2024-02-12",
            "start_time": "19:00",
            "venue": "Hall",
        },
        [
            ("present", "A. Rees", "Cadeirydd"),
            ("present", "B. Howell", None),
            ("present", "C. Pryce", None),
            ("apologies", "D. Vaughan", None),
        ],
    ),
    "minutes in Welsh alone": (
        """\
CYNGOR CYMUNED LLANFECHAN

Cofnodion y cyfarfod a gynhaliwyd nos Lun, 12 Chwefror 2024

Yn bresennol: Cyng. A. Rees (Cadeirydd), B. Howell

YMDDIHEURIADAU
Derbyniwyd ymddiheuriadau gan y Cyng. D. Vaughan.

COFNODION
Penderfynwyd derbyn y cofnodion fel rhai cywir.

CYNLLUNIO
Nid oedd gwrthwynebiad i'r cais am estyniad.

DYDDIAD Y CYFARFOD NESAF
Nos Lun, 11 Mawrth 2024.
""",
        [(None, "YMDDIHEURIADAU"), (None, "COFNODION"), (None, "CYNLLUNIO"), (None, "DYDDIAD Y CYFARFOD NESAF")],
        {"council": "Cyngor Cymuned Llanfechan", "body": "Cyngor Cymuned Llanfechan", "date": "2024-02-12"},
        [("present", "A. Rees", "Cadeirydd"), ("present", "B. Howell", None), ("apologies", "D. Vaughan", None)],
    ),
    "numbered paragraphs under numbered items": (
        """\
Vale Integrated Care Board
Minutes of the Board meeting held in public on 16 May 2024, 10.00-12.30, Vale House

Members present:
Ruth Marsh (RM), Chair
Dr Tom Field (TF), Medical Director

In attendance:
Ali Shah (AS), Governance Lead

1. Welcome and apologies
1.1 The Chair welcomed everyone. Apologies had been received from Jo Lake.

2. Declarations of interest
2.1 TF declared an interest in item 5.

3. Minutes of the last meeting and action log
3.1 The minutes of 21 March 2024 were approved.
3.2 Action 12 was closed.

4. Chief Executive's report
4.1 AS presented the report.
4.2 The Board asked about waiting lists.
ACTION: AS to circulate the trajectory.
4.3 The Board noted the report.

5. Primary care plan
5.1 TF introduced the plan.
5.2 The Board approved the plan.
""",
        [
            ("1", "Welcome and apologies"),
            ("2", "Declarations of interest"),
            ("3", "Minutes of the last meeting and action log"),
            ("4", "Chief Executive's report"),
            ("5", "Primary care plan"),
        ],
        {
            "council": "Vale Integrated Care Board",
            "body": "Vale Integrated Care Board",
            "date": "2024-05-16",
            "start_time": "10:00",
        },
        [
            ("present", "Ruth Marsh", "Chair"),
            ("present", "Dr Tom Field", "Medical Director"),
            ("officer", "Ali Shah", "Governance Lead"),
            ("apologies", "Jo Lake", None),
        ],
    ),
    "a combined authority with codes and posts before names": (
        """\
VALE COMBINED AUTHORITY

MINUTES OF THE MEETING HELD ON FRIDAY 26 JANUARY 2024 AT THE TOWN HALL, MOORFOOT

PRESENT:
Mayor Ann Reed (in the Chair)
Moorfoot Councillor Lee Pope
Wend Councillor Mia Dunn

OFFICERS IN ATTENDANCE:
Chief Executive Jo Lake
Treasurer Sam Holt

VCA 01/24 APOLOGIES

Apologies were received from Councillor Gray.

VCA 02/24 CHAIR'S ANNOUNCEMENTS AND URGENT BUSINESS

There were no announcements.

VCA 03/24 DECLARATIONS OF INTEREST

RESOLVED /-

That there were no declarations.

VCA 04/24 BUDGET 2024/25

The Treasurer introduced the report.

RESOLVED /-

1. That the budget be approved.
2. That the report be noted.
""",
        [
            ("VCA 01/24", "APOLOGIES"),
            ("VCA 02/24", "CHAIR'S ANNOUNCEMENTS AND URGENT BUSINESS"),
            ("VCA 03/24", "DECLARATIONS OF INTEREST"),
            ("VCA 04/24", "BUDGET 2024/25"),
        ],
        {
            "council": "Vale Combined Authority",
            "body": "Vale Combined Authority",
            "date": "2024-01-26",
            "venue": "TOWN HALL, MOORFOOT",
        },
        [
            ("present", "Ann Reed", "Mayor, in the Chair"),
            ("present", "Lee Pope", None),
            ("present", "Mia Dunn", None),
            ("officer", "Jo Lake", "Chief Executive"),
            ("officer", "Sam Holt", "Treasurer"),
            ("apologies", "Gray", None),
        ],
    ),
    "titles that run on and a list of names that does": (
        """\
Little Marle Parish Council
Minutes of the meeting held on 4th June 2024 in the Reading Room at 7.30pm

Present: Cllrs Hall (Chair), Lee, Day. Clerk: M Fox. 2 members of the public.

24/051 Apologies - Cllr Moor (holiday).
24/052 Declarations of interest - none.
24/053 Minutes - the minutes of 7th May were approved and signed.
24/054 Public session - a resident asked about the hedge in Mill Lane.
24/055 Planning
a) 24/00123/FUL, extension at 4 Mill Lane: no objection.
b) 24/00456/TPO, works to an oak: support.
24/056 Finance
The following payments were approved:
Clerk's salary 412.00
Hall hire 30.00
24/057 Next meeting - 2nd July 2024 at 7.30pm.
Meeting closed at 8.45pm.
""",
        [
            ("24/051", "Apologies"),
            ("24/052", "Declarations of interest - none"),
            ("24/053", "Minutes"),
            ("24/054", "Public session"),
            ("24/055", "Planning"),
            ("24/056", "Finance"),
            ("24/057", "Next meeting"),
        ],
        {
            "council": "Little Marle Parish Council",
            "body": "Little Marle Parish Council",
            "date": "2024-06-04",
            "start_time": "19:30",
            "venue": "Reading Room",
        },
        [
            ("present", "Hall", "Chair"),
            ("present", "Lee", None),
            ("present", "Day", None),
            ("officer", "M Fox", "Clerk"),
            ("public", "2 members of the public", None),
            ("apologies", "Moor", None),
        ],
    ),
    "codes with letters and a stop": (
        """\
Moorfoot Town Council
PLANNING COMMITTEE
Minutes of the Planning Committee held at the Town Hall on Tuesday 3rd September 2024

Present: Councillors A Hall, B Lee, C Day (Chairman)

PL.24/101 Apologies for absence
Apologies were received from Councillor Moor.

PL.24/102 Declarations of interest
There were none.

PL.24/103 Applications
It was RESOLVED to object to 24/00123/FUL.

PL.24/104 Close
The meeting closed at 7.55 pm.
""",
        [
            ("PL.24/101", "Apologies for absence"),
            ("PL.24/102", "Declarations of interest"),
            ("PL.24/103", "Applications"),
            ("PL.24/104", "Close"),
        ],
        {"council": "Moorfoot Town Council", "body": "Planning Committee", "date": "2024-09-03", "venue": "Town Hall"},
        [
            ("present", "A Hall", None),
            ("present", "B Lee", None),
            ("present", "C Day", "Chairman"),
            ("apologies", "Moor", None),
        ],
    ),
    "governors of a school": (
        """\
Minutes of the Governing Body of Elm Tree Primary School
Thursday 14 March 2024, 5.30pm

Governors present: A Hall (Chair), B Lee, C Day (Headteacher)
Apologies: D Moor

ITEM 1: WELCOME AND APOLOGIES
The Chair welcomed everyone.

ITEM 2: DECLARATIONS OF BUSINESS INTERESTS
None.

ITEM 3: HEADTEACHER'S REPORT
The report had been circulated. Q: How is attendance? A: It is 95 per cent.

ITEM 4: SAFEGUARDING
The link governor had visited.

ITEM 5: DATE OF NEXT MEETING
23 May 2024.
""",
        [
            ("1", "WELCOME AND APOLOGIES"),
            ("2", "DECLARATIONS OF BUSINESS INTERESTS"),
            ("3", "HEADTEACHER'S REPORT"),
            ("4", "SAFEGUARDING"),
            ("5", "DATE OF NEXT MEETING"),
        ],
        {"body": "Governing Body of Elm Tree Primary School", "date": "2024-03-14", "start_time": "17:30"},
        [
            ("present", "A Hall", "Chair"),
            ("present", "B Lee", None),
            ("present", "C Day", "Headteacher"),
            ("apologies", "D Moor", None),
        ],
    ),
    "letters that might be initials": (
        """\
Wend Village Hall Trust and Parish Meeting
Held on 5 April 2024

Present: 14 electors, Chairman A Hall

A. Minutes
The minutes of the last annual meeting were agreed.
B. Chairman's report
The Chairman spoke of the year.
C. Accounts
These were adopted.
D. Election of officers
All were re-elected.
""",
        [("A", "Minutes"), ("B", "Chairman's report"), ("C", "Accounts"), ("D", "Election of officers")],
        {"body": "Wend Village Hall Trust", "date": "2024-04-05"},
        [("present", "A Hall", "Chairman")],
    ),
    "bold titles and facts in markdown": (
        """\
# Minutes - Finance and Policy Committee

**Date:** 11 June 2024

**Time:** 18:30

**Venue:** Committee Room 2, Town Hall

**Chair:** Cllr A Hall


**Present:** Cllr B Lee, Cllr C Day

**Apologies:** Cllr D Moor

---

**1. Declarations of interest** - None were made.

**2. Minutes of the previous meeting**

The minutes were agreed.

**3. Budget monitoring**

The report was introduced.

> **Resolved:** That the report be noted.

**4. Any other business**

None.
""",
        [
            ("1", "Declarations of interest"),
            ("2", "Minutes of the previous meeting"),
            ("3", "Budget monitoring"),
            ("4", "Any other business"),
        ],
        {
            "body": "Finance and Policy Committee",
            "date": "2024-06-11",
            "start_time": "18:30",
            "venue": "Committee Room 2, Town Hall",
        },
        [
            ("present", "A Hall", "Chair"),
            ("present", "B Lee", None),
            ("present", "C Day", None),
            ("apologies", "D Moor", None),
        ],
    ),
    "headings with sub-headings in markdown": (
        """\
# Parish Council Meeting Minutes

## Tuesday 4 June 2024, 7.30pm, Village Hall

### Present
- Cllr A Hall (Chair)
- Cllr B Lee

### Apologies
- Cllr C Day

### 1. Declarations of Interest
None.

### 2. Minutes
Approved.

### 3. Planning
#### 3.1 Mill Lane
No objection.
#### 3.2 High Street
Support.

### 4. Date of next meeting
2 July 2024
""",
        [
            ("1", "Declarations of Interest"),
            ("2", "Minutes"),
            ("3", "Planning"),
            ("3.1", "Mill Lane"),
            ("3.2", "High Street"),
            ("4", "Date of next meeting"),
        ],
        {"date": "2024-06-04", "start_time": "19:30"},
        [("present", "A Hall", "Chair"), ("present", "B Lee", None), ("apologies", "C Day", None)],
    ),
    "titles without numbers directly over their text": (
        """\
WEND PARISH COUNCIL
Minutes of the Ordinary Meeting held on Monday 8 January 2024

Present
Cllr A Hall (Chairman)
Cllr B Lee
Cllr C Day
Mrs M Fox (Clerk)

Apologies for absence
Cllr D Moor sent his apologies, which were accepted.

Declarations of interest
There were none.

Bus shelter
The Clerk had obtained two quotations. It was agreed to accept the lower.
A start would be made in March.

Flooding in Mill Lane
Residents described the damage. The County Council would be asked to clear the drains.

Date of next meeting
Monday 12 February 2024
""",
        [
            (None, "Apologies for absence"),
            (None, "Declarations of interest"),
            (None, "Bus shelter"),
            (None, "Flooding in Mill Lane"),
            (None, "Date of next meeting"),
        ],
        {"council": "Wend Parish Council", "body": "Wend Parish Council", "date": "2024-01-08"},
        [
            ("present", "A Hall", "Chairman"),
            ("present", "B Lee", None),
            ("present", "C Day", None),
            ("officer", "Mrs M Fox", "Clerk"),
            ("apologies", "D Moor", None),
        ],
    ),
    "labels in words": (
        """\
Min. Ref. 24/12 – Apologies
Cllr Hall.

Min. Ref. 24/13 – Declarations
None.

Min. Ref. 24/14 – Footpaths
The stile had been mended.
""",
        [("24/12", "Apologies"), ("24/13", "Declarations"), ("24/14", "Footpaths")],
        {},
        [("apologies", "Hall", None)],
    ),
    "a cabinet whose members are named with their posts": (
        """\
Minutes of the meeting of the
CABINET
held on Thursday, 11 January 2024 at 2.00 pm in the Council Chamber, Civic Offices, Wend

PRESENT
Councillor A Hall – Leader of the Council
Councillor B Lee – Cabinet Member for Finance

Also present: Councillor C Day

Officers present:
J Lake, Chief Executive
S Holt, Section 151 Officer

CAB45. APOLOGIES FOR ABSENCE
There were none.

CAB46. MINUTES
RESOLVED: That the minutes of the meeting held on 7 December 2023 be confirmed.

CAB47. MEDIUM TERM FINANCIAL STRATEGY
Councillor Lee introduced the report.
Reason for decision: To set a balanced budget.
Options considered: None.
RESOLVED: That Council be recommended to approve the strategy.

CAB48. EXCLUSION OF PRESS AND PUBLIC
RESOLVED: That the public be excluded.
""",
        [
            ("CAB45", "APOLOGIES FOR ABSENCE"),
            ("CAB46", "MINUTES"),
            ("CAB47", "MEDIUM TERM FINANCIAL STRATEGY"),
            ("CAB48", "EXCLUSION OF PRESS AND PUBLIC"),
        ],
        {
            "body": "Cabinet",
            "date": "2024-01-11",
            "start_time": "14:00",
            "venue": "Council Chamber, Civic Offices, Wend",
        },
        [
            ("present", "A Hall", "Leader of the Council"),
            ("present", "B Lee", "Cabinet Member for Finance"),
            ("public", "C Day", None),
            ("officer", "J Lake", "Chief Executive"),
            ("officer", "S Holt", "Section 151 Officer"),
        ],
    ),
    "bare numbers": (
        """\
LONDON BOROUGH OF WEND
Minutes of a meeting of the Health Scrutiny Committee held on Tuesday 5 March 2024 in Committee Room 1

PRESENT: Councillors Hall (Chair), Lee (Vice-Chair) and Day

36 APOLOGIES FOR ABSENCE

Councillor Moor.

37 DECLARATIONS OF INTEREST

There were none.

38 MINUTES OF THE PREVIOUS MEETING

RESOLVED – That the minutes be signed.

39 HOSPITAL DISCHARGE

Members asked about the 12 beds closed in 2023.

40 WORK PROGRAMME

Noted.
""",
        [
            ("36", "APOLOGIES FOR ABSENCE"),
            ("37", "DECLARATIONS OF INTEREST"),
            ("38", "MINUTES OF THE PREVIOUS MEETING"),
            ("39", "HOSPITAL DISCHARGE"),
            ("40", "WORK PROGRAMME"),
        ],
        {
            "council": "London Borough of Wend",
            "body": "Health Scrutiny Committee",
            "date": "2024-03-05",
            "venue": "Committee Room 1",
        },
        [
            ("present", "Hall", "Chair"),
            ("present", "Lee", "Vice-Chair"),
            ("present", "Day", None),
            ("apologies", "Moor", None),
        ],
    ),
}

MARKED = {"bold titles and facts in markdown", "headings with sub-headings in markdown"}


def read(rule):
    return meeting_of(document_of(LAYOUTS[rule][0], reader="text", marked=rule in MARKED), source="a.txt")


@pytest.mark.parametrize("rule", LAYOUTS)
def test_items_and_titles(rule):
    assert [(item.number, item.title) for item in read(rule).items] == LAYOUTS[rule][1]


@pytest.mark.parametrize("rule", LAYOUTS)
def test_facts(rule):
    meeting = read(rule)
    found = {
        "council": meeting.council,
        "body": meeting.body,
        "date": meeting.date and meeting.date.isoformat(),
        "start_time": meeting.start_time and meeting.start_time.strftime("%H:%M"),
        "venue": meeting.venue,
    }
    assert {name: value for name, value in found.items() if value is not None} == LAYOUTS[rule][2]


@pytest.mark.parametrize("rule", LAYOUTS)
def test_who_was_there(rule):
    assert [(one.kind, one.name, one.role) for one in read(rule).attendance] == LAYOUTS[rule][3]


TWO = """\
WEND PARISH COUNCIL
Minutes of the meeting held on 8 January 2024

1. Apologies
None.
2. Minutes
Approved.
3. Roads
The hole was filled.

The meeting closed at 8 pm.

WEND PARISH COUNCIL
Minutes of the meeting held on 12 February 2024

1. Apologies
Cllr Lee.
2. Minutes
The minutes of the meeting held on 8 January 2024 were approved.
3. Trees
The oak was felled.

The meeting closed at 9 pm.
"""


def test_two_meetings_in_one_file_are_two_meetings(tmp_path):
    (tmp_path / "both.txt").write_text(TWO, "utf-8")
    first, second = read_files(tmp_path / "both.txt")
    assert (first.id, second.id) == ("2024-01-08-wend-parish-council", "2024-02-12-wend-parish-council")
    assert [item.title for item in first.items] == ["Apologies", "Minutes", "Roads"]
    assert [item.title for item in second.items] == ["Apologies", "Minutes", "Trees"]
    assert first.back[0].text == "The meeting closed at 8 pm."
    assert "derived: one of 2 meetings whose minutes the file holds" in first.notes


def test_minutes_of_another_meeting_that_are_spoken_of_begin_no_meeting(tmp_path):
    text = TWO.split("WEND")[1].replace("Approved.", "Minutes of the meeting held on 4 December 2023\nwere approved.")
    (tmp_path / "one.txt").write_text("WEND" + text, "utf-8")
    assert len(read_files(tmp_path / "one.txt")) == 1


def two_in_word(path, opening, *, table=False):
    """Write a Word file with the minutes of two meetings, each with the council's name, a day and who was there."""
    document = docx.Document()
    for day, member, thing in (("4 March 2031", "Cllr B Orr", "bench"), ("8 April 2031", "Cllr C Quill", "pond")):
        for line in (opening, f"Meeting of {day}"):
            document.add_paragraph(line)
        if table:
            for cell, text in zip(
                document.add_table(1, 2).rows[0].cells, ("Present", f"Cllr A Fell, {member}"), strict=True
            ):
                cell.text = text
        else:
            document.add_paragraph(f"Present: Cllr A Fell (Chair), {member}")
        for title in ("Apologies", "Minutes of the last meeting", f"The {thing}", "Finance", "Date of next meeting"):
            document.add_paragraph(title, style="List Number")
            document.add_paragraph(f"It was resolved that the {thing} be painted.")
    document.save(path)


@pytest.mark.parametrize("table", [False, True], ids=["in a line", "in a table"])
def test_two_meetings_in_one_word_file_begin_with_the_councils_name(tmp_path, table):
    two_in_word(tmp_path / "both.docx", "Netherby Parish Council", table=table)
    first, second = read_files(tmp_path / "both.docx")
    assert (str(first.date), str(second.date)) == ("2031-03-04", "2031-04-08")
    assert [item.title for item in first.items][2] == "The bench"
    assert [item.title for item in second.items][2] == "The pond"
    assert "derived: one of 2 meetings whose minutes the file holds" in second.notes


def test_what_recurs_and_is_no_councils_name_begins_no_meeting(tmp_path):
    two_in_word(tmp_path / "one.docx", "(Image omitted)")
    assert len(read_files(tmp_path / "one.docx")) == 1


def test_a_running_head_begins_no_meeting(tmp_path):
    text = TWO.split("\n\nWEND")[0].replace("2. Minutes", "WEND PARISH COUNCIL\n8 January 2024\n\n2. Minutes")
    (tmp_path / "one.txt").write_text(text, "utf-8")
    assert len(read_files(tmp_path / "one.txt")) == 1
