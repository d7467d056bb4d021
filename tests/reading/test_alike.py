"""Items that are told by what heads others of the paper, and lists of numbers that are none: all invented."""

from minutesnlp.reading import read_text

REPLY = "The section will look into this as soon as there is the money for it, and will report to the members."


def numbers(text):
    return [(item.number, item.title) for item in read_text(text)[0].items]


def test_what_begins_as_other_titles_do_is_an_item_whatever_its_number():
    motion = "Notice of Motion submitted by Councillor"
    parts = ["1.\n\nAdoption of Minutes\n\nThey were adopted as circulated.", "2.\n\nParks Directorate\n\n" + REPLY]
    parts += [f"{n}.\n\n{motion} {name}\n\n{REPLY}" for n, name in ((3, "Hall"), (4, "Reid"), (24, "Moor"))]
    parts += [f"{motion} Fox\n\n{REPLY}"]
    found = numbers("Minutes of Wend Council, 4 May 2023\n\n" + "\n\n".join(parts))
    assert found[2:] == [
        (n, f"{motion} {name}") for n, name in (("3", "Hall"), ("4", "Reid"), ("24", "Moor"), (None, "Fox"))
    ]


def test_bare_numbers_of_a_list_in_a_reply_are_no_items():
    ask = "Question submitted by Councillor"
    sites = "\n\n".join(f"{n}\n\nMill Lane and the yard\n\nDS{n}" for n in range(1, 25))
    parts = ["1.\n\nAdoption of Minutes\n\nThey were adopted as circulated.", "2.\n\nParks\n\n" + REPLY]
    parts += [f"{n}.\n\n{ask} Hall\n\n{REPLY}" for n in (3, 4)] + [f"5.\n\n{ask} Reid\n\n{REPLY}\n\n{sites}"]
    parts += [f"{n}.\n\n{ask} Moor\n\n{REPLY}" for n in (6, 7, 8)]
    found = numbers("Minutes of Wend Council, 4 May 2023\n\n" + "\n\n".join(parts))
    assert [number for number, _ in found] == [str(n) for n in range(1, 9)]


def test_parts_of_an_item_without_a_heading_are_items():
    parts = ["**4. Roads**\n\nThere is much to mend.", "**5.1 Chairman’s Report**\n\nHe told of the fair."]
    parts = ["**1. Apologies**\n\nNone.", "**2. Minutes**\n\nThey were agreed.", "**3. Fen**\n\nIt is wet.", *parts]
    parts += ["**5.2 Clerk’s Report**\n\nShe told of the grant.", "**6. Accounts**\n\nThey were agreed."]
    items = read_text("Wend Parish Council\n\n" + "\n\n".join(parts))[0].items
    assert [item.number for item in items] == ["1", "2", "3", "4", "5.1", "5.2", "6"]


RUN = (
    "MINUTES OF WEND PARISH COUNCIL HELD ON 6TH MARCH 2017 Present: Cllr Jo Hall, Cllr Di Reid. 1. Apologies received "
    "from Cllr Moor. 2. No Declarations of Interest were made. 3. Matters Arising The sign has been paid for. {} "
    "9. Correspondence was passed to members. 10. Defibrillator The money is to be found by the spring at the latest."
)


def test_a_number_behind_a_bullet_or_over_its_parts_parts_a_running_line():
    middle = (
        "• 4. 4.1 Chairman’s Report He was thanked. 4.2 Clerk’s Report All is done. 5. Accounts The bills were paid."
    )
    numbers = [item.number for item in read_text(RUN.format(middle))[0].items]
    assert numbers[:7] == ["1", "2", "3", "4", "4.1", "4.2", "5"]


def test_a_code_that_is_misprinted_in_a_running_line_does_not_swallow_those_behind_it():
    line = (
        "Wend Parish Council 7 March 2018 48/18 Apologies and Welcome There were none. 49/18 Minutes of the Meeting "
        "They were approved. 50/18 Matters Arising The lamps would be on the agenda, see 52/18 Parking. 51/ 18 Cars "
        "It was agreed to look. 52/18 Fen Road It is to be mended. 53/18 2Farm Update The owner had written back."
    )
    assert [item.number for item in read_text(line)[0].items] == ["48/18", "49/18", "50/18", "52/18", "53/18"]


def test_what_a_browser_prints_around_a_page_tells_no_time_and_is_no_paragraph():
    lines = [
        "6/23/23, 5:40 PM",
        "wend.gov/minutes?id=3",
        "PARKS COMMITTEE",
        "MEETING MINUTES",
        "MAY 10, 2023",
        "09:30 A.M.",
    ]
    lines += ["1. Roll Call", "There was a quorum.", "2. Bins", "They are full.", "3. Paths", "They are wet.", "1/4"]
    meeting = read_text("\n\n".join(lines))[0]
    assert str(meeting.start_time) == "09:30:00"
    assert not [p for p in meeting.paragraphs if "5:40" in p.text or "wend.gov" in p.text]


def test_who_is_absent_at_a_vote_is_not_told_as_absent():
    lines = ["Parks Committee, 10 May 2023", "1. Roll Call", "There was a quorum.", "2. Minutes", "ACTION: Approve"]
    lines += ["YEAS: Jo Hall, Di Reid - 2", "NAYS: 0", "ABSENT: Al Moor - 1", "3. Paths", "They are wet."]
    assert read_text("\n\n".join(lines))[0].attendance == ()


def test_the_council_of_a_paper_without_a_heading_is_that_of_its_title():
    text = "Present: Cllr Jo Hall, Cllr Di Reid\n\nLongshire County Council forgot to ask Moor Parish Council."
    document = (
        f"---\ntitle: Moor Parish Council Minutes May 2012\n---\n{text}\n\n1. Roads\n\nNoted.\n\n2. Bins\n\nFull."
    )
    assert read_text(document)[0].council == "Moor Parish Council"


def test_words_grown_together_are_parted_in_a_councils_name():
    for heading in ("MINUTES OFWEST MOORPARISH COUNCIL", "Annualmeeting of West Moor Parish Council"):
        assert (
            read_text(f"{heading}\n\n1. Roads\n\nNoted.\n\n2. Bins\n\nFull.")[0].council == "West Moor Parish Council"
        )


def test_no_body_begins_within_a_word():
    assert read_text("Panel’s 6 monthly Review\n\nExecutive Director of Parks\n\nThere is much to do.")[0].body is None


def test_a_list_below_an_item_is_none_of_the_items():
    letters = "\n\n".join(f"{n}. Letter about the {word}" for n, word in enumerate(["fen", "pond", "hall"] * 4, 1))
    parts = [
        "1. Apologies\n\nNone.",
        "2. Minutes\n\nAgreed.",
        f"3. Correspondence:\n\n{letters}",
        "4. Planning:\n\nNone.",
    ]
    text = "\n\n".join(["Wend Parish Council", *parts, "5. Other Reports:\n\nThere were none to speak of."])
    assert [item.number for item in read_text(text)[0].items] == ["1", "2", "3", "4", "5"]


RUN_ON = (
    "WREN PARISH COUNCIL Minutes of the meeting of 4 June 2031 1.0 Apologies There were none. 2.0 Minutes 2.1 The "
    "minutes of 7 May were agreed. 2.2 They cite 2.0 as well. 3.0 The Green 3.1 The seat is 2.5 Metres long. 3.1.1 It "
    "is to be painted. 3.2 The pond was cleared. 4.0 Councillors’ Concerns 4.1 The lamp in Rook Lane is out. 6.0 Next "
    "Meeting The next meeting is on 2 July."
)


def test_items_with_a_nought_that_run_on_in_a_line_are_parted_and_their_parts_are_paragraphs():
    (meeting,) = read_text(RUN_ON)
    assert [(item.number, item.title) for item in meeting.items] == [
        ("1.0", "Apologies"),
        ("2.0", "Minutes"),
        ("3.0", "The Green"),
        ("4.0", "Councillors’ Concerns"),
        ("6.0", "Next Meeting"),
    ]
    assert [paragraph.text for paragraph in meeting.items[2].paragraphs] == [
        "The seat is 2.5 Metres long.",
        "It is to be painted.",
        "The pond was cleared.",
    ]


def test_an_item_without_a_stop_is_parted_from_the_line_before_by_its_first_part():
    lines = [
        "1. Apologies\n\nThere were none.",
        "2. The Green\n\nIt was cut. 3 Finance 3.1 The accounts were agreed. 3.2 The rent of 4 Park Row rose.",
        "4. Next Meeting\n\nIt is on 2 July.",
    ]
    (meeting,) = read_text("\n\n".join(lines))
    assert [(item.number, item.title) for item in meeting.items] == [
        ("1", "Apologies"),
        ("2", "The Green"),
        ("3", "Finance"),
        ("4", "Next Meeting"),
    ]
