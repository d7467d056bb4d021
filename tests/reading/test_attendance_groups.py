"""Lists of who was there with groups, headings that a scan lost, numbers and agendas among them: all invented."""

import pytest

from minutesnlp.reading import read_text
from minutesnlp.reading.meeting.attendance import attendance_of
from minutesnlp.reading.meeting.names import people_in
from minutesnlp.reading.meeting.the_chair import with_chair
from minutesnlp.records import Attendee, Paragraph


def there(*lines):
    """Read lines of a front; one that begins with # is set as a heading."""
    paragraphs = [
        Paragraph(str(i), line.lstrip("# "), section="front", kind="heading" if line[0] == "#" else "attendance")
        for i, line in enumerate(lines)
    ]
    return [(one.kind, one.name, one.role) for one in attendance_of(paragraphs)]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (  # a sentence of apologies that the list runs into
            [
                "# MEMBERS PRESENT:",
                "Councillors Hall, Reid (J), Moor, An apology for his absence was received from Councillor Fox.",
            ],
            [
                ("present", "Hall", None),
                ("present", "J Reid", None),
                ("present", "Moor", None),
                ("apologies", "Fox", None),
            ],
        ),
        (  # a heading that a scan has lost, below who was in the chair
            ["# PRESENT IN THE CHAIR:", "Councillor A. Hall, Mayor.", "# MFMB ENT:", "Councillors Reid, Moor and Fox."],
            [
                ("present", "A. Hall", "Mayor, in the Chair"),
                ("present", "Reid", None),
                ("present", "Moor", None),
                ("present", "Fox", None),
            ],
        ),
        (  # those who sit on the body for others, also where the list before ends with a comma
            [
                "# MEMBERS PRESENT:",
                "Councillors: Ann Hall, Di Reid,",
                "# SECTORAL REPRESENTATIVES PRESENT:",
                "Jo Moor, Lee Fox",
                "# APOLOGIES:",
                "Councillors: Al Rook, Una Day",
                "# OTHERS :",
                "Ms B. Lake, Wend Trust",
            ],
            [
                ("present", "Ann Hall", None),
                ("present", "Di Reid", None),
                ("present", "Jo Moor", None),
                ("present", "Lee Fox", None),
                ("apologies", "Al Rook", None),
                ("apologies", "Una Day", None),
                ("public", "Ms B. Lake", "Wend Trust"),
            ],
        ),
        (  # an agenda in front of the minutes: its items are nobody
            ["Apologies", "# Present:", "Frank Hall (FHA) Councillor/Chairman", "Di Reid (DRE) Clerk/RFO"],
            [("present", "Frank Hall", "Councillor/Chairman"), ("officer", "Di Reid", "Clerk/RFO")],
        ),
        (  # members of a parliament, and a group on the line of its heading
            [
                "# MEMBERS PRESENT :",
                "Councillors Hall and Reid",
                "# PARLIAMENT MEMBERS :",
                "Deputy J. Moor, T.D. and Senator M. Fox",
                "GUARD NOMINATIONS : Superintendent (Mr. B. Lake)",
            ],
            [
                ("present", "Hall", None),
                ("present", "Reid", None),
                ("present", "J. Moor", None),
                ("present", "M. Fox", None),
                ("present", "Mr. B. Lake", "Superintendent"),
            ],
        ),
        (["Apologies of absence were provided for Cllr A Hall."], [("apologies", "A Hall", None)]),
        (["# 19.05.03 Apologies", "Alan Hall, WDC"], [("apologies", "Alan Hall", "WDC")]),
        (
            ["Present: Cllr Jo Hall. Borough Councillor Di Reid 3 members of the public"],
            [("present", "Jo Hall", None), ("present", "Di Reid", None)],
        ),
        (["# Apologies for absence:", "Tom Hall who has been posted to Wend."], [("apologies", "Tom Hall", None)]),
        (
            ["Apologies had been received from Al Hall and Di Reid and from representatives of WEND."],
            [("apologies", "Al Hall", None), ("apologies", "Di Reid", None)],
        ),
        (
            ["# Those Attending", ":Cllr T Hall (Chairman), Cllr Mrs J Reid"],
            [("present", "T Hall", "Chairman"), ("present", "Mrs J Reid", None)],
        ),
        (["# In Attendance", "An CathaoirleachCllr. W. Hall."], [("present", "W. Hall", "An Cathaoirleach")]),
    ],
)
def test_who_was_there(lines, expected):
    assert there(*lines) == expected


def test_numbers_below_a_heading_of_an_agenda_are_its_items():
    lines = [
        Paragraph("a", "Apologies", section="front", kind="heading"),
        Paragraph("b", "Fen Matters", section="front", number="1"),
        Paragraph("c", "Retiring Report – F. Hall", section="front", number="2"),
    ]
    assert attendance_of(lines) == ()


def test_an_agenda_tells_who_the_members_are_and_not_who_was_there():
    lines = ["# Membership:", "# Councillors:", "Jo Hall", "Di Reid", "A meeting of the Audit Committee will be held:"]
    assert there(*lines) == []
    assert there(*lines[:4]) != []


def test_of_two_headings_over_one_list_the_first_tells_the_kind():
    lines = ["# Board Members", "# Officials (regular attendees)", "Ann Hall, Minister for Parks (Chair)", "Di Reid"]
    assert [kind for kind, *_ in there(*lines)] == ["present", "present"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mr & Mrs D Hall", [("Mr D Hall", None), ("Mrs D Hall", None)]),
        ("Cllr Deputy Mayor Jo Hall", [("Jo Hall", "Deputy Mayor")]),
        (
            "Cllrs. Jo Hall and Di Reid and the County Councillor, Al Fox",
            [("Jo Hall", None), ("Di Reid", None), ("Al Fox", "County Councillor")],
        ),
        ("Jo Hall WCC and Di Reid WCC", [("Jo Hall", "WCC"), ("Di Reid", "WCC")]),
        ("Jo Hall, Footpath Warden Cllr Di Reid, NCC", [("Jo Hall", "Footpath Warden"), ("Di Reid", "NCC")]),
        (
            "Councillor A. Hall, Mayor of the City and County of Wend, Councillor B. Reid",
            [("A. Hall", "Mayor of the City and County of Wend"), ("B. Reid", None)],
        ),
    ],
)
def test_names(text, names):
    assert [(one.name, one.role) for one in people_in(text)] == names


def test_members_of_a_parliament_are_named_without_their_style():
    assert there("# APOLOGIES:", "Councillor A. Hall, Deputy B. Reid, T.D., Deputy C. Moor, T.D.") == [
        ("apologies", "A. Hall", None),
        ("apologies", "B. Reid", None),
        ("apologies", "C. Moor", None),
    ]


def test_who_is_named_above_the_list_and_in_it_was_there_once():
    chair = Attendee("Mrs. Ann Hall", role="CHAIRMAN")
    again = Attendee("Ann Hall", role="in the Chair")
    clerk = Attendee("Mrs. Di Reid", "officer", "CLERK")
    assert [one.name for one in with_chair([chair, clerk, again, Attendee("Di Reid", "officer", "Clerk")], [])] == [
        "Ann Hall",
        "Di Reid",
    ]
    two = [Attendee("Mr J Moor"), Attendee("Ms J Moor")]
    assert list(with_chair(two, [])) == two


def test_whoever_took_the_chair_had_it():
    told = Paragraph("p", "Cllr. P. Hall took the Chair and welcomed everyone.")
    present = with_chair([Attendee("Peter Hall"), Attendee("Di Reid")], [told])
    assert [one.role for one in present] == ["in the Chair", None]


def test_a_turned_mark_within_a_name_is_an_apostrophe():
    meeting = read_text("Minutes\n\nPresent: Councillors O\u201fMoor, Hall and Reid\n\n1. Parks\n\nNoted.")[0]
    assert meeting.attendance[0].name == "O’Moor"
