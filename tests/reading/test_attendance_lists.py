# ruff: noqa: E501  (the texts are as long as the lines of minutes are)
"""Lists of who was there, as clerks type them: each case is one way of typing, invented."""

import pytest

import minutesnlp as mn
from minutesnlp.reading.meeting.attendance import attendance_of
from minutesnlp.records import Paragraph


def there(*lines):
    lists = attendance_of([Paragraph(str(i), line, section="front") for i, line in enumerate(lines)])
    return [(one.kind, one.name, one.role) for one in lists]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (  # what stands behind a post and a comma is of the post: no chair of this meeting
            ["In Attendance: Tessa Rook, Chair, Wend Primary School Parent Council"],
            [("public", "Tessa Rook", "Chair, Wend Primary School Parent Council")],
        ),
        (
            ["Present: Jo Hale, Di Lee. Also in attendance was Cllr Una Rook."],
            [("present", "Jo Hale", None), ("present", "Di Lee", None), ("public", "Una Rook", None)],
        ),
        (
            [
                "Also in attendance were Cllr Una Rook, Al Day from Police Moor, A Fell Police Scotland and local resident Lou Pike."
            ],
            [
                ("public", "Una Rook", None),
                ("public", "Al Day", None),
                ("public", "A Fell", "Police Scotland"),
                ("public", "Lou Pike", None),
            ],
        ),
        (  # the places a councillor sits for are nobody's names
            [
                "Apologies were received from Parish Councillors Tom Rook and Una Hale and District Borough and Wendshire County Councillor, Bo Moor."
            ],
            [("apologies", "Tom Rook", None), ("apologies", "Una Hale", None), ("apologies", "Bo Moor", None)],
        ),
        (  # a second list under the same heading, of posts alone
            [
                "Present: Mayor Tom Rook and Councillors Jo Hale, Di Lee.",
                "Present: Fire Chief Will Moor, Office Assistant Kit Day and Interim CAO-Clerk-Treasurer Kim Hill-Hart.",
            ],
            [
                ("present", "Tom Rook", "Mayor"),
                ("present", "Jo Hale", None),
                ("present", "Di Lee", None),
                ("officer", "Will Moor", "Fire Chief"),
                ("officer", "Kit Day", "Office Assistant"),
                ("officer", "Kim Hill-Hart", "Interim CAO-Clerk-Treasurer"),
            ],
        ),
        (  # a heading that tells only how goes on with the list above
            ["Present: Councillor Jo Hale", "Staff: Treasurer Kim Bell", "Zoom: Operations Superintendent Dan Fox."],
            [
                ("present", "Jo Hale", None),
                ("officer", "Kim Bell", "Treasurer"),
                ("officer", "Dan Fox", "Operations Superintendent"),
            ],
        ),
        (
            ["Also Present:", "S. Hale, A. Moor", "Remote Attendance:", "E. Rook, S. Day"],
            [
                ("public", "S. Hale", None),
                ("public", "A. Moor", None),
                ("public", "E. Rook", None),
                ("public", "S. Day", None),
            ],
        ),
        (  # a bracket that was not closed swallows nobody
            [
                "OFFICIALS IN ATTENDANCE:",
                "Director, Parks (Ms. C. Hale), Sergeant (Mr. C. Dell), Area Administrator (Mr. N. Barr,",
                "District Clerk (Ms. Y. Lear).",
                "Councillor Rook proposed that the Members have a break.",
            ],
            [
                ("officer", "Ms. C. Hale", "Director, Parks"),
                ("officer", "Mr. C. Dell", "Sergeant"),
                ("officer", "Mr. N. Barr", "Area Administrator"),
                ("officer", "Ms. Y. Lear", "District Clerk"),
            ],
        ),
        (
            [
                "IN ATTENDANCE:",
                "Guy Stone (District Councillor Jen Holt (Clerk)",
                "APOLOGIES: Parish Councillors: Cy Shore and Bo Bird",
            ],
            [
                ("public", "Guy Stone", "District Councillor"),
                ("officer", "Jen Holt", "Clerk"),
                ("apologies", "Cy Shore", None),
                ("apologies", "Bo Bird", None),
            ],
        ),
        (  # among councillors styled so, who holds a post is none
            ["Present: Cllr Jo Rook (Chair), Cllr A Hale, Lee Day (Facilities Manager)"],
            [
                ("present", "Jo Rook", "Chair"),
                ("present", "A Hale", None),
                ("officer", "Lee Day", "Facilities Manager"),
            ],
        ),
        (  # below the apologies: who was there from afar; and who was substituted was not
            [
                "Apologies",
                "Apologies were received from Dan Jeff, Rory Lowe and Nan Sayer who was substituted by Roz Hill.",
                "Sara Hale, Les Game and Dee Bride were in attendance virtually.",
            ],
            [
                ("apologies", "Dan Jeff", None),
                ("apologies", "Rory Lowe", None),
                ("apologies", "Nan Sayer", None),
                ("present", "Sara Hale", None),
                ("present", "Les Game", None),
                ("present", "Dee Bride", None),
            ],
        ),
        (  # surnames, one a line
            [
                "PRESENT:",
                "BANKS",
                "BROSS",
                "GISLE PALMER",
                "MORELLO (PRESIDENT)",
                "FIVE MEMBERS PRESENT CONSTITUTING A QUORUM.",
            ],
            [
                ("present", "BANKS", None),
                ("present", "BROSS", None),
                ("present", "GISLE PALMER", None),
                ("present", "MORELLO", "PRESIDENT"),
            ],
        ),
        (  # … but no initials in a column of their own
            ["PRESENT", "Helen Post", "Dick Noble", "John Slate", "Ian Logan", "HP", "DN", "JS", "IL"],
            [("present", name, None) for name in ("Helen Post", "Dick Noble", "John Slate", "Ian Logan")],
        ),
        (
            ["Apologies were received from: Member Lorna Hale, Cllrs Una Rook and Al Day"],
            [("apologies", "Lorna Hale", None), ("apologies", "Una Rook", None), ("apologies", "Al Day", None)],
        ),
        (
            [
                "Transparency Board Members",
                "Jo Hale (Chair)",
                "Minister",
                "Lord Moor (Minister of Works)",
                "Presenters:",
                "Una Fell, Alan Dell Wend District Council",
            ],
            [
                ("present", "Jo Hale", "Chair"),
                ("present", "Lord Moor", "Minister of Works"),
                ("public", "Una Fell", None),
                ("public", "Alan Dell", "Wend District Council"),
            ],
        ),
        (  # a post of two words with a slash, with no comma before it
            [
                "IN ATTENDANCE:",
                "Mrs A Brook, Parish Clerk/RFO, Mr D Nichol Deputy Parish Clerk, and Mr D Ives Admin/Finance Office.",
            ],
            [
                ("officer", "Mrs A Brook", "Parish Clerk/RFO"),
                ("officer", "Mr D Nichol", "Deputy Parish Clerk"),
                ("public", "Mr D Ives", "Admin/Finance Office"),
            ],
        ),
        (  # no heading at all: councillors in one line, and officers below
            [
                "Cllrs B Aust, D Breth (Deputy Mayor) and T Wyse",
                "C Pinn, Acting Town Clerk",
                "A Oughton, Asset Manager",
            ],
            [
                ("present", "B Aust", None),
                ("present", "D Breth", "Deputy Mayor"),
                ("present", "T Wyse", None),
                ("officer", "C Pinn", "Acting Town Clerk"),
                ("officer", "A Oughton", "Asset Manager"),
            ],
        ),
        (  # … or by the places they sit for
            [
                "Wend - Mr J. Adams",
                "Moor End - Mr C. Simms, Mr I. Rae",
                "Hill - Mrs N. Bert",
                "Apologies - Mrs E. Hicks.",
            ],
            [
                ("present", "Mr J. Adams", None),
                ("present", "Mr C. Simms", None),
                ("present", "Mr I. Rae", None),
                ("present", "Mrs N. Bert", None),
                ("apologies", "Mrs E. Hicks", None),
            ],
        ),
        (
            ["Apologies: Apologies were received from CClrs Hamill and Smith, and from WPC Clrs Barney and Cuth."],
            [("apologies", name, None) for name in ("Hamill", "Smith", "Barney", "Cuth")],
        ),
        (  # several lists that run on in one line
            [
                "Members Present: D Wall, G Midd Apologies: H Fox, Wend Area Councillors Present: None Apologies; Al Has Visitors: Dan Wood, Joe Cole"
            ],
            [
                ("present", "D Wall", None),
                ("present", "G Midd", None),
                ("apologies", "H Fox", None),
                ("apologies", "Al Has", None),
                ("public", "Dan Wood", None),
                ("public", "Joe Cole", None),
            ],
        ),
        (  # surnames that are posts or offices too
            ["In attendance: Alison Service, Scott Baillie, Jo Hale", "Present: Di Lee (Chair)"],
            [
                ("public", "Alison Service", None),
                ("public", "Scott Baillie", None),
                ("public", "Jo Hale", None),
                ("present", "Di Lee", "Chair"),
            ],
        ),
        (["Also Present Clerk to the Council D Baldwin"], [("officer", "D Baldwin", "Clerk to the Council")]),
        (  # what was decided about people is no list of them
            [
                "Apologies for Absence",
                "Apologies were received from Cllr Purves",
                "With the Vice Chairman away it was proposed by Councillor Beck that Councillor Jones be elected.",
            ],
            [("apologies", "Purves", None)],
        ),
        (  # who was away is told within the line, after those who were there
            [
                "PRESENT: Mayor Green, Deputy Mayor Brown, Councillors Smith & Jones. APOLOGIES: Cr White. LEAVE OF ABSENCE: Cr Black."
            ],
            [
                ("present", "Green", "Mayor"),
                ("present", "Brown", "Deputy Mayor"),
                ("present", "Smith", None),
                ("present", "Jones", None),
                ("apologies", "White", None),
                ("apologies", "Black", None),
            ],
        ),
        (
            ["Present: Council Members Brown, Smith, Jones. Absent: Council Member White."],
            [
                ("present", "Brown", None),
                ("present", "Smith", None),
                ("present", "Jones", None),
                ("absent", "White", None),
            ],
        ),
        (
            ["Present", "Cllr Green", "Not present", "Cllr White"],
            [("present", "Green", None), ("absent", "White", None)],
        ),
        (["Substitutes: Councillor White for Councillor Black"], [("present", "White", None)]),
        (
            ["Attendees: P Green (PG) Chair; A Brown (AB)"],
            [("present", "P Green", "Chair"), ("present", "A Brown", None)],
        ),
        (
            ["Councillors present: Brown, Smith, Jones", "Councillors absent: White, Black"],
            [
                ("present", "Brown", None),
                ("present", "Smith", None),
                ("present", "Jones", None),
                ("absent", "White", None),
                ("absent", "Black", None),
            ],
        ),
        (
            [
                "Those present were Mr Green (Chair), Mrs Brown, Dr Jones and Rev White. Apologies had been received from Mr Black."
            ],
            [
                ("present", "Mr Green", "Chair"),
                ("present", "Mrs Brown", None),
                ("present", "Dr Jones", None),
                ("present", "Rev White", None),
                ("apologies", "Mr Black", None),
            ],
        ),
        (  # stars, and what they mean
            ["Councillors: * P Green (Chairman), * A Brown, B Smith, * C Jones", "(* denotes present)"],
            [
                ("present", "P Green", "Chairman"),
                ("present", "A Brown", None),
                ("absent", "B Smith", None),
                ("present", "C Jones", None),
            ],
        ),
        (
            ["Virtual attendance: Cllr Green, Cllr Brown", "In person: Cllr Smith"],
            [("present", "Green", None), ("present", "Brown", None), ("present", "Smith", None)],
        ),
        (  # sentences that tell who was there
            [
                "Vice-Chairman Brun called the meeting to order.",
                "Selectman Andre and Selectman Spat were present.",
                "Selectman Bond and Chairman Perk were absent.",
            ],
            [
                ("present", "Andre", None),
                ("present", "Spat", None),
                ("absent", "Bond", None),
                ("absent", "Perk", "Chairman"),
            ],
        ),
        (
            [
                "The meeting was called to order. Selectmen present included Michael May, Dale Dean and Jerry Hook. The clerk also attended."
            ],
            [("present", "Michael May", None), ("present", "Dale Dean", None), ("present", "Jerry Hook", None)],
        ),
        (  # “in attendance” over the councillors, the chair among them
            ["In Attendance", "Councillors S Hugh (SH) Chair, P Marsh (PM) vice-chair, C Burge (CB) G Wilk (GW)"],
            [
                ("present", "S Hugh", "Chair"),
                ("present", "P Marsh", "vice-chair"),
                ("present", "C Burge", None),
                ("present", "G Wilk", None),
            ],
        ),
        (
            [
                "Present: Cllr C Edge",
                "Council Employees Present: RFO Clive Bake, Clerk Linda Eve",
                "Apologies: Cllr A Ward sent his apologies.",
                "Cllr C Edge – Chair started the meeting.",
            ],
            [
                ("present", "C Edge", None),
                ("officer", "Clive Bake", "RFO"),
                ("officer", "Linda Eve", "Clerk"),
                ("apologies", "A Ward", None),
            ],
        ),
        (
            ["PRESENT – CllrsKevin Shent(Chair), Paul Eve"],
            [("present", "Kevin Shent", "Chair"), ("present", "Paul Eve", None)],
        ),
        (
            ["Apologies from Councillors Vick and Wall received and accepted."],
            [("apologies", "Vick", None), ("apologies", "Wall", None)],
        ),
        (
            ["Others Present: Peter Luke, Assistant Town Manager", "Steve Mad, Town Counsel (6:32PM)"],
            [("officer", "Peter Luke", "Assistant Town Manager"), ("officer", "Steve Mad", "Town Counsel (6:32PM)")],
        ),
        (
            ["It was noted that guests were:", "Guests: Al Moor, Account Manager, Wend Property Corporation (WPC)."],
            [("public", "Al Moor", "Account Manager, Wend Property Corporation (WPC)")],
        ),
    ],
)
def test_lists_as_clerks_type_them(lines, expected):
    assert there(*lines) == expected


def test_a_list_that_breaks_off_behind_and_goes_on_with_a_councillor(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text(
        "Wend Parish Council - 3 July 2018\n\nPresent\n\nCouncillors D Reed (Chair) R Hall, M Dunn and\n\n"
        "P Moss Clerk J Lee\n\n1. Roads\n\nMown.\n\n2. Paths\n\nNone.\n",
        encoding="utf-8",
    )
    (meeting,) = mn.read(file)
    told = [(one.kind, one.name, one.role) for one in meeting.attendance]
    assert told[-2:] == [("present", "P Moss", None), ("officer", "J Lee", "Clerk")]


def test_who_is_remembered_below_the_list_is_no_officer(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text(
        "Wend Council - 3 July 2018\n\nPresent: Cllr D Reed\n\nOfficials in attendance:\n\nMs. A Lee, Clerk.\n\n"
        "First of all a minute’s silence was observed in memory of Anthony Lee, RIP.\n\n1. Roads\n\nMown.\n\n2. Paths\n\nNone.\n",
        encoding="utf-8",
    )
    (meeting,) = mn.read(file)
    assert [one.name for one in meeting.attendance] == ["D Reed", "Ms. A Lee"]
