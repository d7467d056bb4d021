"""The council of a file that names none, by the others of its folder."""

from __future__ import annotations

from pathlib import Path

import pytest

import minutesnlp as mn

BARE = "Notes of 6 May 2024\n\n1. Roads\n\nThe ferry lane to Wend was {}.\n\n2. Paths\n\nThe slip was mended.\n"
NOTE = "derived: council {}, as the other files of the folder have it"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for month in ("January", "February", "March"):
        own = BARE.replace("Notes of 6 May", f"Minutes of Wend Parish Council held on 6 {month}").format(month)
        (tmp_path / f"{month}.txt").write_text(own, encoding="utf-8")
    (tmp_path / "bare.txt").write_text(BARE.format("wet"), encoding="utf-8")
    return tmp_path


def named(folder: Path, name: str = "bare.txt") -> mn.Meeting:
    """Return the meeting of one file of a folder that is read whole."""
    return next(m for m in mn.read(folder) if Path(m.source).name == name)


def test_a_file_without_a_council_has_that_of_its_folder_and_says_so(folder):
    meeting = named(folder)
    assert meeting.council == "Wend Parish Council"
    assert NOTE.format("Wend Parish Council") in meeting.notes
    assert not any("no council" in note for note in meeting.notes)
    assert {item.council for item in meeting.items} == {"Wend Parish Council"}
    assert meeting.items[0].paragraphs[0].citation == "Wend Parish Council, 6 May 2024, minute 1, paragraph 1"
    assert meeting.front[0].citation == "Wend Parish Council, 6 May 2024, heading, paragraph 1"


def test_a_body_stays_in_the_citation_behind_the_council(folder):
    text = BARE.format("wet").replace("Notes of 6 May", "Minutes of the Roads Committee held on 6 May")
    (folder / "bare.txt").write_text(text, encoding="utf-8")
    cited = named(folder).front[0].citation
    assert cited == "Wend Parish Council, Roads Committee, 6 May 2024, heading, paragraph 1"


def test_read_alone_it_has_none(folder):
    (meeting,) = mn.read(folder / "bare.txt")
    assert meeting.council is None
    assert "missing: no council is named in the heading" in meeting.notes


def test_what_names_another_council_and_never_this_one_keeps_none(folder):
    text = BARE.format("wet, as Moor Parish Council had written")
    (folder / "bare.txt").write_text(text, encoding="utf-8")
    assert named(folder).council is None


def test_a_folder_of_several_councils_gives_none(folder):
    for month in ("January", "February"):
        other = (folder / f"{month}.txt").read_text(encoding="utf-8").replace("Wend", "Moor").replace(" 6 ", " 7 ")
        (folder / f"moor-{month}.txt").write_text(other, encoding="utf-8")
    assert named(folder).council is None


def test_two_files_make_no_folder_of_one_council(folder):
    (folder / "January.txt").unlink()
    assert named(folder).council is None


def test_one_council_is_spelt_in_one_way_and_what_a_file_has_is_told(folder):
    text = (folder / "January.txt").read_text(encoding="utf-8").replace(" 6 ", " 9 ")
    for name in ("Wend & Moor", "Wend and Moor"):
        for month in ("January", "February", "March")[: 2 if "&" in name else 3]:
            own = text.replace("Wend", name).replace("January", month)
            (folder / f"{name}-{month}.txt").write_text(own, encoding="utf-8")
    meeting = named(folder, "Wend & Moor-January.txt")
    assert (meeting.council, meeting.body) == ("Wend and Moor Parish Council",) * 2
    assert any("spell “Wend & Moor Parish Council”" in note for note in meeting.notes)
    assert meeting.items[0].paragraphs[0].citation.startswith("Wend and Moor Parish Council, 9 January 2024, minute 1")


def test_a_scan_s_slip_is_the_council_of_the_folder_and_another_council_is_not(folder):
    text = (folder / "January.txt").read_text(encoding="utf-8")
    for month in ("April", "May", "June", "July", "August"):
        for day in range(10, 18):
            own = text.replace("6 January", f"{day} {month}")
            (folder / f"{month}-{day}.txt").write_text(own, encoding="utf-8")
    (folder / "slip.txt").write_text(text.replace("Wend", "Wcnd").replace(" 6 ", " 19 "), encoding="utf-8")
    (folder / "other.txt").write_text(text.replace("Wend", "Moor").replace(" 6 ", " 20 "), encoding="utf-8")
    assert named(folder, "slip.txt").council == "Wend Parish Council"
    assert named(folder, "other.txt").council == "Moor Parish Council"


def test_a_stranger_among_the_files_keeps_no_council(folder):
    text = BARE.format("wet").replace(" to Wend", "").replace("Notes", "Minutes of the Care Panel")
    (folder / "stranger.txt").write_text(text, encoding="utf-8")
    assert named(folder, "stranger.txt").council is None


def test_two_people_of_the_neighbours_lists_make_a_file_one_of_theirs(folder):
    present = "\n\nPresent: Cllr A Reed, Cllr B Dunn{}\n\n1. Roads"
    for file in folder.iterdir():
        text = file.read_text(encoding="utf-8").replace(" to Wend", "")
        more = "" if file.name == "bare.txt" else ", Cllr C Day"
        file.write_text(text.replace("\n\n1. Roads", present.format(more)), encoding="utf-8")
    assert named(folder).council == "Wend Parish Council"


def test_a_county_council_that_a_parish_wrote_to_is_no_other_council_of_its_sort(folder):
    (folder / "bare.txt").write_text(BARE.format("wet, as Moorshire County Council was told"), encoding="utf-8")
    assert named(folder).council == "Wend Parish Council"
