# ruff: noqa: E501  (the texts are as long as the lines of minutes are)
"""Who was there as sentences tell it, lists within flattened text, posts before and behind names: all invented."""

import pytest

from minutesnlp.reading import read
from minutesnlp.reading.meeting.attendance import attendance_of
from minutesnlp.reading.meeting.list_text import as_typed
from minutesnlp.records import Paragraph


def there(*lines):
    lists = attendance_of([Paragraph(str(i), line, section="front") for i, line in enumerate(lines)])
    return [(one.kind, one.name, one.role) for one in lists]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (  # a sentence behind a list tells of others
            [
                "Present: Cllrs Hall and Reid. County Councillor Ann Moor was in attendance with 14 members of the public. Also in attendance for part of the meeting was Mrs Jen Fox, Head Teacher."
            ],
            [
                ("present", "Hall", None),
                ("present", "Reid", None),
                ("public", "Ann Moor", None),
                ("public", "Mrs Jen Fox", "Head Teacher"),
            ],
        ),
        (
            ["Present: Cllrs Hall and Reid. Town Clerk, Alice Moor, absent."],
            [("present", "Hall", None), ("present", "Reid", None), ("absent", "Alice Moor", "Town Clerk")],
        ),
        (  # apologies with what goes on behind them
            ["Apologies had been received from Tom Rook (TR), who was away on a course."],
            [("apologies", "Tom Rook", None)],
        ),
        (
            ["Apologies were received from councillors J. Hall, Mr. T Reid, M Moor and were formally accepted"],
            [("apologies", "J. Hall", None), ("apologies", "Mr. T Reid", None), ("apologies", "M Moor", None)],
        ),
        (
            [
                "Apologies were received from Cllr Una Hall (work). Cllr Col Reid, Wend Borough Council had sent apologies."
            ],
            [("apologies", "Una Hall", None), ("apologies", "Col Reid", "Wend Borough Council")],
        ),
        (
            ["Apologies: Were received from Councillor Hall and Mr J Reid"],
            [("apologies", "Hall", None), ("apologies", "Mr J Reid", None)],
        ),
        (
            ["Cllr Moor took the Chair and welcomed everyone. Apologies received from Cllrs. Ann Hall and Jo Reid."],
            [("apologies", "Ann Hall", None), ("apologies", "Jo Reid", None)],
        ),
        (  # headings in the midst of a text without lines
            [
                "Minutes of 4 May PRESENT: Jo Hall Di Reid Lee Moor (present via Zoom) OTHER ATTENDEES: Recording Secretary Cindy Fox (Deputy Clerk) Town Planner Greg Rook This meeting was held in person."
            ],
            [
                ("present", "Jo Hall", None),
                ("present", "Di Reid", None),
                ("present", "Lee Moor", "present via Zoom"),
                ("officer", "Cindy Fox", "Recording Secretary, Deputy Clerk"),
                ("officer", "Greg Rook", "Town Planner"),
            ],
        ),
        (
            [
                "A quorum was declared. Selectmen present: Ben Hall (Office), Mick Reid. Also present: Tax Collector Liz Moor (Office), Di Rook."
            ],
            [
                ("present", "Ben Hall", "Office"),
                ("present", "Mick Reid", None),
                ("officer", "Liz Moor", "Tax Collector, Office"),
                ("public", "Di Rook", None),
            ],
        ),
        (["Cllr Jo Hall and Di Reid", "1. Apologies"], []),
        (  # posts with a comma before the name
            [
                "Present: Supervisor, Jean Hall; Town Councilmen, Tom Reid, Gary Moor. Others present - Highway Superintendent, Ron Fox, Deputy Town Clerk, Dianne Lee."
            ],
            [
                ("present", "Jean Hall", "Supervisor"),
                ("present", "Tom Reid", None),
                ("present", "Gary Moor", None),
                ("officer", "Ron Fox", "Highway Superintendent"),
                ("officer", "Dianne Lee", "Deputy Town Clerk"),
            ],
        ),
        (
            [
                "Also Present: Mr. Hall, City Manager; Ms. Reid, Director, Citizen Assistance; Ms. Moor, Parks and Cultural Activities; Fire Chief Fox; Mr. R. Rook, ITS."
            ],
            [
                ("officer", "Mr. Hall", "City Manager"),
                ("public", "Ms. Reid", "Director, Citizen Assistance"),
                ("public", "Ms. Moor", "Parks, Cultural Activities"),
                ("public", "Fox", "Fire Chief"),
                ("public", "Mr. R. Rook", "ITS"),
            ],
        ),
        (  # those elected and those employed below one heading
            ["The following officials were present:", "Mayor Hall", "Trustee Reid", "Manager Moor", "Attorney Fox"],
            [
                ("present", "Hall", "Mayor"),
                ("present", "Reid", "Trustee"),
                ("officer", "Moor", "Manager"),
                ("officer", "Fox", "Attorney"),
            ],
        ),
        (
            ["Present: Lord Provost Jo Hall; Una Reid"],
            [("present", "Jo Hall", "Lord Provost"), ("present", "Una Reid", None)],
        ),
        (  # posts with names in brackets, titled or not
            [
                "OFFICIALS IN ATTENDANCE:",
                "Director (Dr. Pat Hall), Planner, Forward Planning (Karen Reid), CEO Moorland Homes (Mike Fox), Researcher (Liz Moor).",
            ],
            [
                ("officer", "Dr. Pat Hall", "Director"),
                ("officer", "Karen Reid", "Planner, Forward Planning"),
                ("officer", "Mike Fox", "CEO Moorland Homes"),
                ("officer", "Liz Moor", "Researcher"),
            ],
        ),
        (  # the clerk’s heading is of one only
            [
                "PRESENT (2 Councillors): - Clare Hall (CH) – Chairman, Pam Reid (PR). Clerk: - Sarah Moor Brian Fox (BF) – County Councillor 5 members of the public were in attendance."
            ],
            [
                ("present", "Clare Hall", "Chairman"),
                ("present", "Pam Reid", None),
                ("officer", "Sarah Moor", "Clerk"),
                ("public", "Brian Fox", "County Councillor"),
            ],
        ),
        (  # … and what a column of initials parts
            ["Attendance:", "Cllr Jo Hall JH Chair", "Nicola Reid NR Parish Clerk (Minutes)"],
            [("present", "Jo Hall", "Chair"), ("officer", "Nicola Reid", "Parish Clerk")],
        ),
        (
            ["Members present: Peter Hall (PH) - Chairman Pam Reid (PR) Tom Moor (TM) - Standard Bearer Di Fox (DF)"],
            [
                ("present", "Peter Hall", "Chairman"),
                ("present", "Pam Reid", None),
                ("present", "Tom Moor", "Standard Bearer"),
                ("present", "Di Fox", None),
            ],
        ),
        (
            ["Also, in attendance: Cllr Col Hall, WCC Chris Reid, Footpath Warden"],
            [("public", "Col Hall", "WCC"), ("public", "Chris Reid", "Footpath Warden")],
        ),
        (
            ["Present: Councillors D Hall (Chair), P Moor Alan Reid, EDC Clerk J Fox"],
            [
                ("present", "D Hall", "Chair"),
                ("present", "P Moor", None),
                ("present", "Alan Reid", None),
                ("officer", "J Fox", "EDC Clerk"),
            ],
        ),
        (
            ["Present: Jo Hall, Di Reid", "Public Angus Moor", "Public Transport"],
            [
                ("present", "Jo Hall", None),
                ("present", "Di Reid", None),
                ("public", "Angus Moor", None),
            ],
        ),
        (  # the count of the public ends a list, and a title stands below
            [
                "Attendance: Chairman Mrs C Hall Councillors M Reid J Moor Members of the public 15",
                "Emergency Evacuation",
            ],
            [("present", "Mrs C Hall", "Chairman"), ("present", "M Reid", None), ("present", "J Moor", None)],
        ),
        (  # “in attendance” alone lists the members of a small body, “attendees” below members others
            ["In Attendance: Col Hall, Judy Reid, Lee Moor (chair)", "Apologies: Di Fox"],
            [
                ("present", "Col Hall", None),
                ("present", "Judy Reid", None),
                ("present", "Lee Moor", "chair"),
                ("apologies", "Di Fox", None),
            ],
        ),
        (
            ["Board Members: Kathy Hall and Ann Reid _Absent: Jay Moor______", "Attendees: Barb Fox, Di Rook"],
            [
                ("present", "Kathy Hall", None),
                ("present", "Ann Reid", None),
                ("absent", "Jay Moor", None),
                ("public", "Barb Fox", None),
                ("public", "Di Rook", None),
            ],
        ),
        (  # Welsh, alone and beside English
            [
                "YN BRESENNOL:",
                "Y Cynghorydd J. Hall (Cadeirydd)",
                "Y Cynghorwyr Mrs B. Reid, C.Ll. Moor",
                "WRTH LAW:",
                "Swyddog Cyfathrebu",
            ],
            [("present", "J. Hall", "Cadeirydd"), ("present", "Mrs B. Reid", None), ("present", "C.Ll. Moor", None)],
        ),
        (
            [
                "Presennol / Present: Cyng/Cllrs.: B. Hall (chair), A. Reid",
                "Hefyd yn presennol / In attendance Mrs M.Moor (clerc / clerk) a Cynghorydd Sir / County Councillor C. Fox.",
            ],
            [
                ("present", "B. Hall", "chair"),
                ("present", "A. Reid", None),
                ("officer", "Mrs M.Moor", "clerk"),
                ("public", "C. Fox", None),
            ],
        ),
        (
            ["PRESENT: CLLRS: MR. J. ROOK (CHAIRMAN), D. FOX, C.HALL (Clerk)"],
            [
                ("present", "MR. J. ROOK", "CHAIRMAN"),
                ("present", "D. FOX", None),
                ("officer", "C.HALL", "Clerk"),
            ],
        ),
        (
            ["Present:- Mrs Jen Lee(Vice Chairman) Messrs. David Hall, Stu Reid, &M. N. Moor (Clerk)"],
            [
                ("present", "Mrs Jen Lee", "Vice Chairman"),
                ("present", "David Hall", None),
                ("present", "Stu Reid", None),
                ("officer", "M. N. Moor", "Clerk"),
            ],
        ),
        (
            ["Present: Margaret Hall-Chairman (MH), Brian Reid (BR), Lynn Moor-Vice Chairman (LM)"],
            [
                ("present", "Margaret Hall", "Chairman"),
                ("present", "Brian Reid", None),
                ("present", "Lynn Moor", "Vice Chairman"),
            ],
        ),
        (
            ["Present: Julia Hall, Chairman, Cllr Sandra Reid, District Councillor, Linda Moor, Parish Clerk"],
            [
                ("present", "Julia Hall", "Chairman"),
                ("present", "Sandra Reid", "District Councillor"),
                ("officer", "Linda Moor", "Parish Clerk"),
            ],
        ),
        (  # commissioners are styled so, and staff members no members
            [
                "Staff Members Present: Donna Hall, Principal Planner",
                "Commissioners Present: Commissioners Phil Reid, Greg Moor",
                "Commissioners Absent: None.",
            ],
            [
                ("officer", "Donna Hall", "Principal Planner"),
                ("present", "Phil Reid", None),
                ("present", "Greg Moor", None),
            ],
        ),
        (
            [
                "The Commission met and was called to order. ROLL CALL Chairman Hall, Commissioners Reid, Moor and Fox. Also present were Director of Public Works James Rook, Director of Planning and Inspection Ronald A. Lee, and Planning Aide Laurie Day."
            ],
            [
                ("present", "Hall", "Chairman"),
                ("present", "Reid", None),
                ("present", "Moor", None),
                ("present", "Fox", None),
                ("public", "James Rook", "Director of Public Works"),
                ("public", "Ronald A. Lee", "Director of Planning and Inspection"),
                ("public", "Laurie Day", "Planning Aide"),
            ],
        ),
        (
            ["Chair Hall and Commissioners Reid and Moor answered the roll. Commissioners Fox and Rook were absent."],
            [
                ("present", "Hall", "Chair"),
                ("present", "Reid", None),
                ("present", "Moor", None),
                ("absent", "Fox", None),
                ("absent", "Rook", None),
            ],
        ),
        (
            ["Apologies were received from Cllr Hall and Reid."],
            [("apologies", "Hall", None), ("apologies", "Reid", None)],
        ),
        (  # a post behind a comma is of whom it ends the entry of
            [
                "PRESENT: Councillor D.T. Hall,Mayor Councillors D. Reid, Mrs. C. Moor.",
                "IN ATTENDANCE: Mr. T.R. Fox, Town Clerk Mrs. A. Lee, Financial Officer",
            ],
            [
                ("present", "D.T. Hall", "Mayor"),
                ("present", "D. Reid", None),
                ("present", "Mrs. C. Moor", None),
                ("officer", "Mr. T.R. Fox", "Town Clerk"),
                ("officer", "Mrs. A. Lee", "Financial Officer"),
            ],
        ),
        (
            ["Present: Cllr C Hall.  Cllr K Moor attended the meeting via Zoom."],
            [("present", "C Hall", None), ("present", "K Moor", None)],
        ),
        (
            [
                "In attendance: Ann Hall/Chris Reid (Co-chairs), Lin Moor (Secretary), Kate Fox. Paul Lee (volunteer) also attended as an observer."
            ],
            [
                ("present", "Ann Hall", None),
                ("present", "Chris Reid", "Co-chairs"),
                ("present", "Lin Moor", "Secretary"),
                ("present", "Kate Fox", None),
                ("public", "Paul Lee", "volunteer"),
            ],
        ),
        (
            ["Present: Chair: David Hall (DH) Directors: Les Reid, Barry Moor. Invited Guests: Al Fox (Fire)"],
            [
                ("present", "David Hall", "Chair"),
                ("present", "Les Reid", None),
                ("present", "Barry Moor", None),
                ("public", "Al Fox", "Fire"),
            ],
        ),
        (
            ["Roll Call- John Hall, Chairman; Sonny Reid, Selectman"],
            [("present", "John Hall", "Chairman"), ("present", "Sonny Reid", None)],
        ),
        (
            ["Ann Hall, Paula Reid, and Dan Moor were present.  (Hal Fox was absent due to work)"],
            [
                ("present", "Ann Hall", None),
                ("present", "Paula Reid", None),
                ("present", "Dan Moor", None),
                ("absent", "Hal Fox", None),
            ],
        ),
        (
            [
                "Selectmen Present: Earl Hall and John Reid",
                "Absent: Susan Moor",
                "Town Manager: Tom Fox",
                "Recording Secretary: Cora Lee",
            ],
            [
                ("present", "Earl Hall", None),
                ("present", "John Reid", None),
                ("absent", "Susan Moor", None),
                ("officer", "Tom Fox", "Town Manager"),
                ("officer", "Cora Lee", "Recording Secretary"),
            ],
        ),
        (
            ["Apologies Cllr. Steve Hall; District Cllr. Derek Reid: County Cllr. Ed Moor"],
            [("apologies", "Steve Hall", None), ("apologies", "Derek Reid", None), ("apologies", "Ed Moor", None)],
        ),
        (
            ["Present: Mr Hall, Mrs Reid and, in the Chair, Mr Matt Moor."],
            [("present", "Mr Hall", None), ("present", "Mrs Reid", None), ("present", "Mr Matt Moor", "in the Chair")],
        ),
        (
            [
                "PRESENT :- Mr P. Hall (Chairman), Mrs J. Reid (Clerk) Also in attendance Mr. G. Moor (from 7.30 pm) 0.PUBLIC PARTICIPATION. Three were there."
            ],
            [
                ("present", "Mr P. Hall", "Chairman"),
                ("officer", "Mrs J. Reid", "Clerk"),
                ("public", "Mr. G. Moor", None),
            ],
        ),
        (
            ["Present: Mr A Hall, Mrs B Reid, Messrs Moor and Mrs C Fox"],
            [
                ("present", "Mr A Hall", None),
                ("present", "Mrs B Reid", None),
                ("present", "Mr Moor", None),
                ("present", "Mrs C Fox", None),
            ],
        ),
    ],
)
def test_forms(lines, expected):
    assert there(*lines) == expected


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("Present:Mike HallAnne Reid", "Present:Mike Hall Anne Reid"),
        (
            "Apologies were received fromMaggie Hall (ill)and Di Reid",
            "Apologies were received from Maggie Hall (ill) and Di Reid",
        ),
        ("SecretaryNigel Hall; Treasurer-Geoff Reid", "Secretary Nigel Hall; Treasurer Geoff Reid"),
        # names and bodies that are written so
        ("John DelVecchio, Jo McHall, HeatherAnne Low, Stephan Hall YouGov", None),
        ("Clerk-Treasurer Jo Hall, M.Reid, Di Lee Vice-Chairman, CAO-Clerk Al Fox", None),
        ("J. W. HallA. W. Reid", "J. W. Hall A. W. Reid"),
    ],
)
def test_what_has_grown_together_is_parted(text, typed):
    assert as_typed(text) == (typed or text)


def test_whoever_calls_to_order_is_there(tmp_path):
    path = tmp_path / "minutes.txt"
    path.write_text(
        "Board of Selectmen\nMarch 16, 2005\nMinutes\nThe meeting was called to order at 7:00 p.m. by Chairman Ira Hall. "
        "Selectmen present included May Reid and Dale Moor. Town Administrator Tim Fox also attended.\n"
        "On a motion by Moor, the Board voted to adjourn.\n"
    )
    [meeting] = read(path)
    assert [(one.kind, one.name, one.role) for one in meeting.attendance] == [
        ("present", "May Reid", None),
        ("present", "Dale Moor", None),
        ("officer", "Tim Fox", "Town Administrator"),
        ("present", "Ira Hall", "Chairman"),
    ]


def test_a_list_goes_on_where_a_line_of_it_was_taken_for_a_title(tmp_path):
    path = tmp_path / "minutes.md"
    path.write_text(
        "1\n\nMINUTES OF PROCEEDINGS AT ONLINE SPECIAL MEETING OF WEND\n\nCITY COUNCIL HELD ON MONDAY, 8TH MARCH, 2021, AT 4PM.\n\n"
        "PRESENT IN THE CHAIR: Councillor M. Hall, Mayor.\n\nMEMBERS PRESENT:\n\nCouncillors Reid, Moor, Fox (J), Fox (K).\n\n"
        "OFFICIALS IN ATTENDANCE:\n\nDirector (Mr. P. Rook), Administrator (Ms. A. Day).\n\n"
        "The Mayor opened the Meeting and said that it had been called by two Members.\n"
    )
    [meeting] = read(path)
    assert [(one.kind, one.name) for one in meeting.attendance] == [
        ("present", "M. Hall"),
        ("present", "Reid"),
        ("present", "Moor"),
        ("present", "J Fox"),
        ("present", "K Fox"),
        ("officer", "Mr. P. Rook"),
        ("officer", "Ms. A. Day"),
    ]
