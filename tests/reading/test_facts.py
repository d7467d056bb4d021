# ruff: noqa: E501  (the texts are as long as the lines of minutes are)
"""Council, body, date, time, venue and status, and how each was come by."""

import datetime

import pytest

import minutesnlp as mn
from minutesnlp.reading.blocks import Block, Document, Facts
from minutesnlp.reading.meeting.assembly import meeting_of
from minutesnlp.reading.plain.markdown import document_of

ITEM = "\n\n1. Apologies for absence\n\nNone were received by the clerk.\n\n2. Finance\n\nThe accounts were approved."


def meeting(heading, source="minutes.txt", *, body=ITEM, marked=False):
    return meeting_of(document_of(heading + body, reader="text", marked=marked), source=source)


def test_a_heading_tells_council_date_time_and_venue():
    found = meeting(
        "Minutes of the meeting of Ashby Magna Parish Council held in the Village Hall on Monday 4 March 2024 at 7.30 pm"
    )
    assert found.council == "Ashby Magna Parish Council"
    assert found.date == datetime.date(2024, 3, 4)
    assert found.start_time == datetime.time(19, 30)
    assert found.venue == "Village Hall"
    assert found.body == "Ashby Magna Parish Council"
    assert found.id == "2024-03-04-ashby-magna-parish-council"


def test_a_heading_in_capitals_tells_the_same():
    found = meeting("MINUTES OF ASHBY MAGNA PARISH COUNCIL MEETING\n\nHELD AT THE CHURCH\n\nMONDAY MARCH 4TH 2024")
    assert found.council == "Ashby Magna Parish Council"
    assert found.date == datetime.date(2024, 3, 4)


def test_a_page_heading_tells_body_date_time_and_venue():
    found = meeting("Agenda and minutes\n\nHousing and Place Panel - Tuesday 5th March, 2024 6.00 pm\n\nVenue: Virtual")
    assert found.body == "Housing and Place Panel"
    assert found.date == datetime.date(2024, 3, 5)
    assert found.start_time == datetime.time(18)
    assert found.venue == "Virtual"
    assert found.id == "2024-03-05-housing-and-place-panel"


@pytest.mark.parametrize(
    "heading",
    [
        "Minutes of the Municipal District of Ardbeg held on 5 March 2024",
        "MINUTES OF PROCEEDINGS AT MONTHLY MEETING OF THE MUNICIPAL DISTRICT OF ARDBEG HELD ON 5 MARCH 2024",
    ],
)
def test_a_district_is_a_body(heading):
    assert meeting(heading).body == "Municipal District of Ardbeg"


def test_the_date_of_approved_minutes_is_not_the_meetings():
    text = (
        "Minutes of the Previous Meeting of the Housing Panel held on 14 May 2024 pdf icon PDF 91 KB\n\n\n"
        "Those present took the minutes of 14 May 2024 as read, and the Chair signed them as a correct record.\n\n\n"
        "Board Update\n\nThe Chair will report on the Board.\n\nThe Chair told of the meeting held on 6 June 2024."
    )
    found = meeting_of(document_of(text, reader="text", marked=False), source="a.txt")
    assert found.date is None
    assert found.date_from == datetime.date(2024, 6, 6)
    assert any(note.startswith("derived: it speaks of a meeting held on 2024-06-06") for note in found.notes)
    assert any(note.startswith("missing: no date") for note in found.notes)


def test_the_next_meeting_bounds_an_undated_one():
    found = meeting(
        "", body="\n\n1. Finance\n\nIt was approved.\n\n2. Next meeting\n\nThe next meeting will be on 8 April 2024."
    )
    assert found.date is None
    assert found.date_to == datetime.date(2024, 4, 8)


def test_bounds_that_disagree_are_none_and_are_told():
    body = "\n\n1. Finance\n\nA meeting held on 9 May 2024 agreed.\n\n2. Next meeting\n\nThe next meeting is on 8 April 2024."
    found = meeting("", body=body)
    assert (found.date_from, found.date_to) == (None, None)
    assert any("disagree" in note for note in found.notes)


def test_the_day_of_publication_bounds_an_undated_meeting():
    head = '---\ntitle: "Parish Council Minutes"\ndate: "2015-03-20"\n---\n\nMinutes of the meeting'
    found = meeting(head, marked=True)
    assert found.date is None
    assert found.date_to == datetime.date(2015, 3, 20)


def test_a_disagreement_between_heading_and_file_name_is_noted():
    found = meeting("Minutes of the meeting held on 4 March 2024", "minutes_2024-03-05.txt")
    assert found.date == datetime.date(2024, 3, 4)
    assert any("file name says 2024-03-05" in note for note in found.notes)


def test_a_file_name_gives_the_date_where_nothing_else_does():
    found = meeting("Minutes of the meeting", "council/Minutes_-_17th_September_2015.txt")
    assert found.date == datetime.date(2015, 9, 17)
    assert any("in the file name" in note for note in found.notes)


@pytest.mark.parametrize(
    ("heading", "status"),
    [
        ("DRAFT Minutes of the meeting held on 4 March 2024", "draft"),
        ("Agenda and draft minutes", "draft"),
        ("Approved minutes of the meeting held on 4 March 2024", "approved"),
        ("Minutes of the Draft Budget meeting held on 4 March 2024", None),
        ("Minutes of the meeting", None),
        ("DRAFT\n\nWend Parish Council\n\nMinutes of the meeting held on 4 March 2024", "draft"),
        ("Wend Council Draft (until approved at the next meeting) Minutes of the Meeting on 4 March 2024", "draft"),
        ("MINUTES OF MEETING TO CONSIDER THE DRAFT BUDGETARY PLAN 2015", None),
        ("Minutes of the meeting\n\nCirculated, copy of draft Minutes of the last Meeting, to be adopted.", None),
    ],
)
def test_a_status_is_told_only_where_it_is_printed(heading, status):
    assert meeting(heading).status == status


def test_an_unknown_council_is_said_to_be_missing():
    assert any(note.startswith("missing: no council") for note in meeting("Minutes of the meeting").notes)


def test_a_page_of_full_council_has_the_council_as_its_body():
    found = meeting("Agenda and minutes\n\nCouncil - Tuesday 5th March, 2024 6.00 pm\n\nVenue: Virtual")
    assert found.body == "Council"
    capitals = meeting("THORNLEA COUNTY COUNCIL\n\nCOUNCIL\n\nTuesday 5th March 2024")
    assert (capitals.council, capitals.body) == ("Thornlea County Council", "Council")


def test_a_day_without_its_year_is_the_last_before_publication():
    head = '---\ntitle: "Minutes"\ndate: "2008-04-02"\n---\n\nMinutes of the 13th March meeting of Wend Council'
    found = meeting(head, marked=True)
    assert found.date == datetime.date(2008, 3, 13)
    assert any(note.startswith("derived: “13th March” is 2008-03-13") for note in found.notes)


def test_a_day_without_its_year_outranks_the_minutes_that_it_approves():
    head = "Wend Parish Council. Meeting 17th January 19:00\n\nApologies\n\n1. Minutes meeting 1st November 2013\n"
    found = meeting(head)
    assert found.date == datetime.date(2014, 1, 17)
    assert (
        "derived: “17th January” is 2014-01-17, the first after 2013-11-01, whose minutes were before it" in found.notes
    )


def test_a_day_of_the_week_tells_the_year_in_a_file_s_name(tmp_path):
    file = tmp_path / "23NOVEMBER_MINUTES.txt"
    file.write_text("WEND COUNCIL\n\nGENERAL MEETING MONDAY 6 NOVEMBER\n\nThe verge was mown.", encoding="utf-8")
    (found,) = mn.read(file)
    assert found.date == datetime.date(2023, 11, 6)


def test_a_day_whose_year_nobody_tells_is_noted():
    found = meeting("WEND COUNCIL\n\nGENERAL MEETING MONDAY 6 NOVEMBER\n\nThe verge was mown.")
    assert found.date is None
    assert "stated: the day of the meeting without its year, “MONDAY 6 NOVEMBER”" in found.notes
    assert "missing: no year of the meeting is stated, and nothing that bounds it" in found.notes


@pytest.mark.parametrize(
    ("weekday", "former", "year"),
    [
        ("Monday", "2 November 2015", 2016),  # the last year still, in January
        ("Sunday", "2 November 2015", 2015),  # the day of the week says that the year is right
        ("Monday", "2 November 2014", 2015),  # only the day of the week speaks against it
    ],
)
def test_the_year_before_in_january_is_a_slip_where_weekday_and_former_minutes_say_so(weekday, former, year):
    found = meeting(
        f"Wend Parish Council\n\nMinutes of the meeting held on {weekday} 4 January 2015\n\n1. Apologies\n\nNone.\n\n"
        f"2. Minutes\n\nThe minutes of {former} were approved.\n\n3. Roads\n\nThe verge was mown."
    )
    assert found.date == datetime.date(year, 1, 4)
    assert any("the year 2015 is a slip for 2016" in note for note in found.notes) == (year == 2016)


@pytest.mark.parametrize(("told", "doubtful"), [("Monday 4 March", True), ("Monday 11 March", False)])
def test_a_paper_that_names_its_own_day_as_the_next_one_is_doubtful(told, doubtful):
    found = meeting(f"Wend Council\n\nMeeting on 4 March 2024\n\n1. Roads\n\nMown.\n\n2. Next meeting {told} at 7 pm")
    assert found.date == datetime.date(2024, 3, 4)
    assert any("for its next meeting too" in note for note in found.notes) == doubtful


def test_a_month_without_its_year_gives_bounds():
    head = '---\ntitle: "Minutes"\ndate: "2008-02-02"\n---\n\nMinutes of the December meeting of Wend Council'
    found = meeting(head, marked=True)
    assert (found.date, found.date_from, found.date_to) == (
        None,
        datetime.date(2007, 12, 1),
        datetime.date(2007, 12, 31),
    )


def test_the_next_meeting_in_brackets_does_not_hide_the_date():
    found = meeting("Wend Council (Draft until the next meeting) Minutes of the Meeting held on Wednesday 3 June 2020")
    assert found.date == datetime.date(2020, 6, 3)


@pytest.mark.parametrize(
    ("heading", "council"),
    [
        ("Minutes of the Annual Parish Council meeting of Wend Parish Council", "Wend Parish Council"),
        ("Minutes of Wend Annual Parish Council Meeting held in the hall", "Wend Parish Council"),
        ("Minutes of the Virtual Wend Parish Council Meeting", "Wend Parish Council"),
        ("November Parish Council\n\nMinutes of Wend Parish Council", "Wend Parish Council"),
        ("March Meeting of Wend Town Council", "Wend Town Council"),
        (
            "DRAFT MINUTES OF THE WEND PARISH COUNCIL MEETING HELD AT WEND VILLAGE HALL at 7.30 pm in the evening",
            "Wend Parish Council",
        ),
        ("Minutes of the Moor Area Committee of Wend County Council", "Wend County Council"),
        ("MINUTES OF THE MEETING OF THE MUNICIPAL\n\nDISTRICT OF ARDMORE-WEND HELD IN ARDMORE", None),
        ("Minutes\n\nCllr Al Reed Longshire County Council came", None),
    ],
)
def test_of_which_sort_a_meeting_was_is_no_part_of_the_council_s_name(heading, council):
    assert meeting(heading).council == council


@pytest.mark.parametrize(
    ("text", "source", "council", "how"),
    [
        (
            "\n\n9. Next meeting\n\nThe next meeting of Wend Parish Council is on 4 June.",
            "a.txt",
            "Wend Parish Council",
            "running text",
        ),
        (
            "\n\nThe meeting closed at 9 pm.\n\nChairman, Wend Parish Council",
            "a.txt",
            "Wend Parish Council",
            "running text",
        ),
        ("", "wendparishcouncil.example/2024.txt", "Wend Parish Council", "file or folder"),
        ("", "great-wend-town-council/2024.txt", "Great Wend Town Council", "file or folder"),
        (
            "\n\n9. Roads\n\nA letter to Longshire County Council was sent. Longshire County Council had not replied.",
            "a.txt",
            None,
            None,
        ),
    ],
)
def test_a_council_may_be_told_elsewhere(text, source, council, how):
    found = meeting("Minutes of the meeting held on 4 March 2024", source, body=ITEM + text)
    assert found.council == council
    assert [note for note in found.notes if "council by" in note and how and how in note] != [] or how is None


def test_the_council_of_a_committee_is_the_one_its_minutes_name_again_and_again():
    text = "\n\n3. Roads\n\n" + " ".join(["It was for Wend City Council to say."] * 5) + " Moor Parish Council asked."
    found = meeting("Minutes of the Housing Panel held on 4 March 2024", body=ITEM + text)
    assert (found.council, found.body) == ("Wend City Council", "Housing Panel")


def test_a_slip_of_the_pen_in_a_name_is_mended_by_the_rest():
    text = "\n\n3. Roads\n\nWend Parish Council agreed to write. Wend Parish Council will pay."
    found = meeting("Minutes of Wendt Parish Council held on 4 March 2024", body=ITEM + text)
    assert found.council == "Wend Parish Council"
    assert any("slip" in note for note in found.notes)
    other = meeting("Minutes of East Wend Parish Council", body=ITEM + text.replace("Wend Parish", "West Wend Parish"))
    assert other.council == "East Wend Parish Council"


@pytest.mark.parametrize(
    ("heading", "day"),
    [
        (
            "Draft minutes subject to approval at the next meeting Ordinary Meeting of Wend Council Wednesday 6 December 2017",
            "2017-12-06",
        ),
        ("DRAFT FOR CONSIDERATION AT THE NEXT MEETING\n\nTuesday 3rd July 2018, 7.30pm", "2018-07-03"),
        ("Minutes of the last meeting held on 3 July 2018", None),
        ("Present: Cllr A Hall. Resolved 16/05/10.1 to note it\n\n16/05/1\n\n16/05/2\n\n16/05/3", None),
        ("Item 16/07/26/1\n\n16/07/26 /2\n\n16/07/26\n\n16/07/27", None),
    ],
)
def test_days_of_other_meetings_and_numbers_are_no_days_of_this_one(heading, day):
    found = meeting(heading)
    assert (found.date and found.date.isoformat()) == day


def test_what_speaks_against_a_date_is_noted():
    found = meeting("Minutes of Wend Parish Council held on Monday 5 March 2024")
    assert found.date == datetime.date(2024, 3, 5)
    assert "guessed: the date is doubtful, as 2024-03-05 was no Monday" in found.notes
    head = '---\ntitle: "Minutes"\ndate: "2015-03-20"\n---\n\nMinutes of the meeting held on 4 June 2015'
    assert any("published before" in note for note in meeting(head, marked=True).notes)
    assert not any("doubtful" in note for note in meeting("Minutes of a meeting held on Tuesday 5 March 2024").notes)


def test_the_former_minutes_of_an_agenda_are_another_day_s():
    head = '---\ntitle: "January"\ndate: "2014-03-02"\n---\n\nWend Council. Meeting 17th January 19:00\n\nMinutes meeting 1st November 2013'
    assert meeting(head, marked=True).date == datetime.date(2014, 1, 17)


@pytest.mark.parametrize(
    ("heading", "body"),
    [
        ("Minutes of the Wend City Council’s Travel Panel held on 4 March 2024", "Travel Panel"),
        ("Minutes of Wend City Council, Home and Social Policy Committee", "Home and Social Policy Committee"),
        ("Minutes of the Virtual Meeting of the Wend Policing Committee", "Wend Policing Committee"),
        ("October Liaison Committee", "Liaison Committee"),
        (
            "MINUTES OF THE MUNICIPAL DISTRICT OF ARDMORE-\n\nWEND HELD IN THE HALL",
            "Municipal District of Ardmore-Wend",
        ),
        ("MINUTES OF THE MUNICIPAL DISTRICT OF WEND IN ARDMORE HALL", "Municipal District of Wend"),
        ("Wend Parish Council\n\nPublic Forum", "Wend Parish Council"),
        ("Wend User Group\n\nMembers: | Officials:\n\nAl Reed Longshire County Council | Jo Day", "Wend User Group"),
    ],
)
def test_a_body_is_named_without_its_council_its_meeting_and_its_place(heading, body):
    assert meeting(heading).body == body


@pytest.mark.parametrize(
    ("heading", "body"),
    [
        ("MINUTES OF WEND ANNUAL PARISH MEETING HELD IN THE HALL ON 18 MAY 2023", "Annual Parish Meeting"),
        ("Minutes of the Annual Meeting of the Parish of Wend held on 18 May 2023", "Annual Meeting of the Parish"),
        (
            "Minutes of the Annual Wend Parish Council Meeting held after the Annual Parish Meeting on 3rd June 2031",
            "Wend Parish Council",
        ),
    ],
)
def test_the_electors_meeting_is_none_of_the_council_s(heading, body):
    assert meeting(heading).body == body


def test_a_council_is_told_by_its_text_where_its_place_stands_in_the_heading():
    text = "\n\n1. Finance\n\nThe accounts were approved.\n\n2. Next meeting\n\nThe next Wend Parish Council meeting will be in June."
    found = meeting("Held in Wend Community Hall at 7pm on 1 April 2023", body=text)
    assert found.council == "Wend Parish Council"
    assert any("its place stands in the heading" in note for note in found.notes)


def test_the_title_of_another_file_tells_no_council():
    blocks = (
        Block("MINUTES OF THE WEND ANNUAL PARISH MEETING, 9 MAY 2023"),
        Block("1. Report", label="1."),
        Block("Wend Parish Council now has a website."),
    )
    document = Document(blocks, facts=Facts(title="MOOR PARISH COUNCIL – Annual Parish Assembly"))
    assert meeting_of(document, source="a.pdf").council == "Wend Parish Council"


def test_an_officer_of_a_committee_is_no_body():
    heading = (
        "Minutes of the Meeting of Wend Town Council held on 27 April 2021\n\nL Fuller, Committee Services Officer"
    )
    assert meeting(heading).body == "Wend Town Council"


def test_attendance_stands_under_its_title_behind_elections():
    body = "".join(
        f"\n\n{i}. Election of the {post}\n\nCllr Hale was elected."
        for i, post in enumerate(["Chair", "Vice-Chair", "Treasurer", "Auditor", "Warden"], 1)
    )
    body += "\n\n6. Record of Members Present and Apologies\n\nAll Members present. Cllr Mrs Una Hale (Chairman), Cllr Mr Lou Fear and Mrs Nan Mast (Clerk).\n\n7. Finance\n\nApproved."
    found = meeting("Minutes of Wend Parish Council held on 5 May 2021", body=body).attendance
    assert [(one.kind, one.name) for one in found] == [
        ("present", "Mrs Una Hale"),
        ("present", "Mr Lou Fear"),
        ("officer", "Mrs Nan Mast"),
    ]


def test_a_title_left_in_a_file_says_not_that_minutes_are_a_draft():
    document = Document(
        (Block("Minutes of Wend Parish Council, 4 March 2019"), Block("1. Roads", label="1.")),
        facts=Facts(title="DRAFT"),
    )
    assert meeting_of(document, source="a.pdf").status is None
    assert meeting_of(document, source="March_19_approved_minutes.pdf").status == "approved"


def test_a_motion_is_no_council():
    text = "\n\n1. Grader\n\nMOVED Cr Green SECONDED Cr Brown That Council purchase a grader."
    found = meeting("SHIRE OF WENDTREE\n\nORDINARY COUNCIL MEETING\n\n21 July 2021", body=text)
    assert (found.council, found.date) == ("Shire of Wendtree", datetime.date(2021, 7, 21))


def test_a_council_that_met_whole_is_the_body_though_it_has_no_name():
    assert (
        meeting("---\ntitle: 4th Meeting of City Council\ndate: 2025-03-04\n---\n", marked=True).body == "City Council"
    )


def test_front_matter_may_tell_no_more_than_a_month():
    found = meeting("---\ntype: minutes\ncouncil: Wend Parish Council\ndate: 2031-02\n---\n", marked=True)
    assert (found.date, found.date_from, found.date_to) == (None, datetime.date(2031, 2, 1), datetime.date(2031, 2, 28))
    assert "stated: the month is in the file's front matter" in found.notes


def test_a_council_in_two_languages_has_one_name():
    found = meeting(
        "Cyngor Cymuned Council\n\nA meeting of Cyngor Cymuned Wend Community Council was held on Thursday 11th March 2021"
    )
    assert found.council == "Wend Community Council"
