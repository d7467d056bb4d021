# ruff: noqa: E501  (the texts are as long as the lines of minutes are)
"""Who was there."""

import pytest

from minutesnlp.reading.meeting.assembly import meeting_of
from minutesnlp.reading.meeting.attendance import attendance_of
from minutesnlp.reading.meeting.list_heads import kind_of
from minutesnlp.reading.meeting.names import people_in
from minutesnlp.reading.plain.markdown import document_of
from minutesnlp.records import Paragraph


def attendance(text, *, marked=False):
    meeting = meeting_of(document_of(text, reader="text", marked=marked), source="a.txt")
    ids = {p.id for p in meeting.paragraphs}
    assert all(a.paragraph_id in ids for a in meeting.attendance)
    return [(a.kind, a.name, a.role, a.party) for a in meeting.attendance]


def test_headed_lists_tell_kind_role_and_party():
    text = (
        "# Housing Panel\n\n## Present\n\n- Councillor A Reed (Chair)\n- Councillor Siân Owen (Labour)\n\n## Apologies\n\n"
        "- Councillor B Dunn\n\n## Officers\n\n- Ruth Hall (Head of Housing)\n\n## Also present\n\n- Mrs C Day\n\n"
        "## 1 Voids\n\nThere were few.\n\n## 2 Damp\n\nThere was much."
    )
    assert attendance(text, marked=True) == [
        ("present", "A Reed", "Chair", None),
        ("present", "Siân Owen", None, "Labour"),
        ("apologies", "B Dunn", None, None),
        ("officer", "Ruth Hall", "Head of Housing", None),
        ("public", "Mrs C Day", None, None),
    ]


def test_run_in_lists_tell_the_same():
    text = (
        "Minutes of Ashby Magna Parish Council held on 4 March 2024\n\nPresent: Cllr A Hall (Chair), Cllrs B Lee and C Day, "
        "Mrs E Fox – Clerk\n\nApologies: Cllr D Moss\n\n1. Finance\n\nApproved.\n\n2. Planning\n\nNone."
    )
    assert attendance(text) == [
        ("present", "A Hall", "Chair", None),
        ("present", "B Lee", None, None),
        ("present", "C Day", None, None),
        ("officer", "Mrs E Fox", "Clerk", None),
        ("apologies", "D Moss", None, None),
    ]


def test_apologies_that_were_received_are_apologies():
    text = "1. Apologies for absence\n\nApologies were received from Cllr D Moss and Mrs L. Hay.\n\n2. Finance\n\nApproved."
    assert attendance(text) == [("apologies", "D Moss", None, None), ("apologies", "Mrs L. Hay", None, None)]


@pytest.mark.parametrize(
    ("printed", "role", "party", "ward"),
    [
        ("Cllr A Hall (Chair, Labour)", "Chair", "Labour", None),
        ("Cllr A Hall (Longshire Independent Group)", None, "Longshire Independent Group", None),
        ("Cllr A Hall (Lib Dem – Moor End)", None, "Lib Dem", "Moor End"),
        ("Cllr A Hall (Moor End Ward)", None, None, "Moor End Ward"),
        ("Cllr A Hall (St Mary’s)", None, None, "St Mary’s"),
        ("Cllr A Hall (Lab) (Vice-Chair)", "Vice-Chair", "Lab", None),
        ("Cllr A Hall (from 7.15 pm)", None, None, None),
        ("Cllr A Hall (Chair, via Teams)", "Chair", None, None),
        ("Cllr A Hall (Labour Group Leader)", "Labour Group Leader", None, None),
        ("Mr A Hall (Moor End Residents’ Association)", "Moor End Residents’ Association", None, None),
        ("Mrs A Hall (Independent Person)", "Independent Person", None, None),
        ("Ann Hall (Head of Parks, Libraries and Leisure)", "Head of Parks, Libraries and Leisure", None, None),
        ("Ann Hall (AH)", None, None, None),
        ("Ann Hall AH", None, None, None),
        ("Ann Hall OBE", None, None, None),
        ("Cllr R ap Owen (Plaid Cymru)", None, "Plaid Cymru", None),
        ("Inspector D Moss (police)", "police", None, None),
    ],
)
def test_role_party_and_ward_are_told_apart(printed, role, party, ward):
    (person,) = people_in(printed)
    assert (person.role, person.party, person.ward) == (role, party, ward)


def test_a_list_goes_on_after_an_entry_that_is_not_understood():
    text = (
        "# Housing Panel\n\n## Present\n\nCouncillor A Reed\n\n(one seat vacant)\n\nCouncillor B Dunn\n\n"
        "## 1 Voids\n\nThere were few.\n\n## 2 Damp\n\nThere was much."
    )
    assert [name for _, name, _, _ in attendance(text, marked=True)] == ["A Reed", "B Dunn"]


@pytest.mark.parametrize(
    ("heading", "entry", "kind"),
    [
        ("In attendance", "Ann Hall (Head of Parks)", "officer"),
        ("In attendance", "Councillor C Day (Executive Member for Parks)", "public"),
        ("In attendance", "Mr B Lee (Manager, Moor Bus Ltd)", "public"),
        ("Also present", "Mr B Lee (Clerk designate)", "public"),
        ("Also present", "Mrs E Fox (Clerk)", "officer"),
        ("Also present", "Four residents of Mill Lane", "public"),
    ],
)
def test_a_post_tells_officers_from_visitors(heading, entry, kind):
    text = f"# Panel\n\n## {heading}\n\n- {entry}\n\n## 1 Voids\n\nThere were few.\n\n## 2 Damp\n\nThere was much."
    assert [one[0] for one in attendance(text, marked=True)] == [kind]


def test_a_list_within_a_line_and_headings_in_capitals_end_a_list():
    text = (
        "# Panel\n\nPresent: Ann Hall, Bob Lee. Apologies Cal Moss\n\nPLEDGE OF UNITY\n\n"
        "## 1 Voids\n\nThere were few.\n\n## 2 Damp\n\nThere was much."
    )
    assert [one[:2] for one in attendance(text, marked=True)] == [
        ("present", "Ann Hall"),
        ("present", "Bob Lee"),
        ("apologies", "Cal Moss"),
    ]


def test_a_list_by_posts_names_who_holds_them():
    text = "Director, Housing (Mr. P. Hall), Engineer, Moor Division (Ms. T. Lee)"
    assert [(p.name, p.role) for p in people_in(text)] == [
        ("Mr. P. Hall", "Director, Housing"),
        ("Ms. T. Lee", "Engineer, Moor Division"),
    ]


def test_officials_named_in_brackets_behind_their_posts():
    assert people_in("Director, Housing (Mr. P. Hall), Meetings Administrator (Ms. L. Fox)")[-1].name == "Ms. L. Fox"


@pytest.mark.parametrize("text", ["None", "Nil.", "There were no apologies", "", "x" * 4000])
def test_nobody_is_nobody(text):
    assert people_in(text) == []


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Present", "present"),
        ("Members in attendance:", "present"),
        ("In attendance", "public"),
        ("Apologies for absence", "apologies"),
        ("Absent without apology", "absent"),
        ("Officers present", "officer"),
        ("Also present", "public"),
        ("Members of the public", "public"),
    ],
)
def test_a_heading_announces_a_kind(heading, kind):
    assert kind_of(heading) == kind


REST = "\n\n1. Apologies\n\nNone were received.\n\n2. Roads\n\nThey were noted."


@pytest.mark.parametrize(
    ("text", "chair", "role"),
    [
        (
            "PRESENT IN THE CHAIR:\n\nCouncillor D Brook, Mayor.\n\nMEMBERS PRESENT:\n\nCouncillors Hall and Lee.",
            "D Brook",
            "Mayor, in the Chair",
        ),
        ("IN THE CHAIR: Councillor E Brook\n\nCouncillors Hall, Lee and Fox", "E Brook", "in the Chair"),
        ("Present: Cllr A Hall (Vice Chair), Cllr B Lee (Chair)", "B Lee", "Chair"),
        ("Present: Cllr A Hall (Chair), Cllr B Lee (in the Chair)", "B Lee", "in the Chair"),
        ("Present: Cllr A Hall, B Lee\n\nThe meeting was chaired by Ann Hall.", "A Hall", "in the Chair"),
        ("Present: Cllr A Hall, B Lee\n\nThe chair was taken by Cllr Cy Fox.", "Cy Fox", "in the Chair"),
        (
            "In Attendance: An Cathaoirleach, Cllr Mo Brook\n\nRDX Members Present: Cllr A Hall, Cllr B Lee",
            "Mo Brook",
            "An Cathaoirleach",
        ),
        ("CHAIRMAN: Ann Hall\n\nPresent: Ann Hall, Bo Lee", "Ann Hall", "CHAIRMAN"),
    ],
)
def test_the_chair_is_told(text, chair, role):
    meeting = meeting_of(document_of(text + REST, reader="text", marked=False), source="a.txt")
    assert meeting.chair is not None
    assert (meeting.chair.name, meeting.chair.role, meeting.chair.kind) == (chair, role, "present")
    assert sum(one.name == chair for one in meeting.attendance) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Present: Cllr A Hall (Vice Chair), Cllr B Lee",
        "Present: Cllr A Hall, Cllr B Lee\n\nApologies: Cllr C Fox (Chair)",
        "CHAIRMAN: Cy Fox\n\nPresent: Ann Hall, Bo Lee\n\nApologies: Cy Fox",
        "Present: Cllr A Hall (Chair of the Friends of the Park), Cllr B Lee",
    ],
)
def test_nobody_is_made_the_chair(text):
    assert meeting_of(document_of(text + REST, reader="text", marked=False), source="a.txt").chair is None


def test_names_with_nothing_between_are_parted():
    text = "Present: Cllr Ann Hall (Chair) Cllr Bo Lee Cllr Cy Fox-Day Borough Councillor Di Rook (Vacancy – 1) Ed Rich (Parish Clerk)"
    assert [(kind, name, role) for kind, name, role, _ in attendance(text + REST)] == [
        ("present", "Ann Hall", "Chair"),
        ("present", "Bo Lee", None),
        ("present", "Cy Fox-Day", None),
        ("present", "Di Rook", None),
        ("officer", "Ed Rich", "Parish Clerk"),
    ]


def test_a_list_is_found_behind_the_heading_of_the_meeting():
    text = "Minutes of the meeting held in the hall on 4 January 2016 PRESENT (3 Councillors): - Al Rook (AR) – Chairman, Pam Lee (PL), Jo Day (JD)"
    assert [(name, role) for _, name, role, _ in attendance(text + REST)] == [
        ("Al Rook", "Chairman"),
        ("Pam Lee", None),
        ("Jo Day", None),
    ]


def test_two_headings_side_by_side_head_both_columns():
    text = "Present:\n\nIn Attendance:\n\nCllrs. Ron Dale (in the Chair) Rob Hill\n\nAnn Lee\n\nJill Hall, Clerk"
    assert [(kind, name) for kind, name, _, _ in attendance(text + REST)] == [
        ("present", "Ron Dale"),
        ("present", "Rob Hill"),
        ("present", "Ann Lee"),
        ("officer", "Jill Hall"),
    ]


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("Those attending Mr A Reed (Chairman), Mrs B Dunn", [("present", "Mr A Reed"), ("present", "Mrs B Dunn")]),
        (
            "PRESENT Cllr A Reed, Cllr B Dunn, Mrs C Lake (Clerk) There were 0 members of the public present",
            [("present", "A Reed"), ("present", "B Dunn"), ("officer", "Mrs C Lake")],
        ),
        (
            "Present: Al Reed, Di Dunn\n\nApologies Jo Lake, Cllrs Hall and Fox, Cy Bell MSP, and Em Day",
            [
                ("present", "Al Reed"),
                ("present", "Di Dunn"),
                ("apologies", "Jo Lake"),
                ("apologies", "Hall"),
                ("apologies", "Fox"),
                ("apologies", "Cy Bell"),
                ("apologies", "Em Day"),
            ],
        ),
        (
            "MEMBERS PRESENT;\n\nCouncillors Reed, Dunn, Cllr. J.\n\nLake and Hall.",
            [("present", "Reed"), ("present", "Dunn"), ("present", "J. Lake"), ("present", "Hall")],
        ),
        (
            "In attendance: Cllr Al Reed (Vice-Chair) Cllr Di Dunn Cllr Jo Lake\n\nAlso in attendance: Cllr Em Day",
            [("present", "Al Reed"), ("present", "Di Dunn"), ("present", "Jo Lake"), ("public", "Em Day")],
        ),
        (
            "Minutes of the meeting held in the hall on 6 May 2018 PRESENT (2 Councillors):- Pam Reed (PR), Cal Dunn (CD). "
            "In attendance: Peg Lake, Parish Clerk, and 3 members of the public. The Chairman welcomed Ben Hall.",
            [("present", "Pam Reed"), ("present", "Cal Dunn"), ("officer", "Peg Lake")],
        ),
        ("Present: Al Reed, Di Dunn\n\nMinute taker: Di Dunn", [("present", "Al Reed"), ("present", "Di Dunn")]),
        (
            "Present: Al Reed, Di Dunn\n\nCllr Jo Lake sent her apologies.",
            [("present", "Al Reed"), ("present", "Di Dunn"), ("apologies", "Jo Lake")],
        ),
        ("Present: Al Reed\n\nVenue: Moor Room, Wend\n\nBo Dunn", [("present", "Al Reed")]),
    ],
)
def test_lists_as_councils_print_them(text, there):
    assert [one[:2] for one in attendance(text + REST)] == there


def test_columns_of_a_row_have_headings_of_their_own():
    rows = [
        "Board Members: | Officials (regular):",
        "Al Reed (Chair) | Jo Lake (Wend Office)",
        "Di Dunn (DD) University of Wend | Em Day",
        "Apologies: | Apologies:",
        "Bo Hall | Cy Fox",
    ]
    lists = attendance_of([Paragraph(str(i), row, section="front", kind="table") for i, row in enumerate(rows)])
    assert [(one.kind, one.name, one.role) for one in lists] == [
        ("present", "Al Reed", "Chair"),
        ("officer", "Jo Lake", "Wend Office"),
        ("present", "Di Dunn", "University of Wend"),
        ("officer", "Em Day", None),
        ("apologies", "Bo Hall", None),
        ("apologies", "Cy Fox", None),
    ]


def test_a_title_may_tell_who_sent_apologies():
    text = "1. Apologies were received from Mr A Reed, Mrs B Dunn and P.C. Lake\n\n2. Roads\n\nThey were noted.\n\n3. Lights\n\nNone."
    meeting = meeting_of(document_of(text, reader="text", marked=False), source="a.txt")
    assert [(one.kind, one.name) for one in meeting.attendance] == [
        ("apologies", "Mr A Reed"),
        ("apologies", "Mrs B Dunn"),
        ("apologies", "P.C. Lake"),
    ]


@pytest.mark.parametrize(
    ("text", "there"),
    [
        (
            "MINUTES OF WEND COUNCIL HELD IN THE HALL ON 5 MAY 2023. PRESENT IN THE CHAIR:\n\nCouncillor A Reed, Mayor.\n\nMEMBERS PRESENT:\n\nCouncillors Dunn and Lake.",
            [("present", "A Reed"), ("present", "Dunn"), ("present", "Lake")],
        ),
        (
            "Present. Cllrs. Al Reed (in the Chair) Di Dunn Jo Lake",
            [("present", "Al Reed"), ("present", "Di Dunn"), ("present", "Jo Lake")],
        ),
        (
            "Present: Al Reed, Di Dunn\n\nApologies: Jo Lake\n\nMinute Secretary: Di Dunn",
            [("present", "Al Reed"), ("present", "Di Dunn"), ("apologies", "Jo Lake")],
        ),
        (
            "Present: Cllr Al Reed (Chair) Cllr Di Dunn Jo Lake (Parish Clerk)",
            [("present", "Al Reed"), ("present", "Di Dunn"), ("officer", "Jo Lake")],
        ),
    ],
)
def test_more_lists_as_councils_print_them(text, there):
    assert [one[:2] for one in attendance(text + REST)] == there


def test_a_post_and_its_holder_may_stand_on_two_lines():
    lines = ["OFFICIALS:", "Head of Roads (Mr. P.", "Hall), Clerk (Ms. A. Day), Senior Staff", "Officer (Ms. S. Lake)"]
    lists = attendance_of([Paragraph(str(i), line, section="front") for i, line in enumerate(lines)])
    assert [(one.kind, one.name, one.role) for one in lists] == [
        ("officer", "Mr. P. Hall", "Head of Roads"),
        ("officer", "Ms. A. Day", "Clerk"),
        ("officer", "Ms. S. Lake", "Senior Staff Officer"),
    ]
