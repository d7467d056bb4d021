"""Which meeting each one given is: none is thrown out for another, and none is counted twice."""

import datetime
from pathlib import Path

import pytest

import minutesnlp as mn
from minutesnlp.archive import Archive
from minutesnlp.archive.arriving import arrivals
from minutesnlp.reading.meeting.identity import unique
from minutesnlp.records import Corpus, Item, Meeting, Paragraph

ANNUAL = """Elm Parish Council

Minutes of the Annual Meeting of the Council held on 3 May 2021 at 7.00 pm in the Reading Room

Present: Cllr A Marsh (Chairman), Cllr P Vane, Cllr R Orme

1. Election of chairman
Cllr Marsh was elected chairman for the year, and signed the declaration of acceptance of office.

2. Reports of village groups
The bell ringers told of a quarter peal, and the history group of its walk along the old railway.
"""
ORDINARY = """Elm Parish Council

Minutes of the Ordinary Meeting held on 3 May 2021 at 7.30 pm in the Reading Room

Present: Cllr A Marsh (Chairman), Cllr P Vane, Cllr R Orme

1. Duck pond
It was agreed that the pond be dredged in the autumn at a cost of £640, from the reserve for open spaces.

2. Street lamps
The lamp outside the forge has failed again. The Clerk will report it to the district council.

3. Benches
Two benches were given by the family of the late Mr Orme, and the Clerk wrote to thank them for their kindness.
"""


@pytest.fixture
def files(tmp_path):
    def write(name, text):
        path = tmp_path / name
        path.write_text(text, "utf-8")
        return path

    return write


@pytest.fixture(params=["on disk", "in memory"])
def make(request, tmp_path):
    def made(sources, name="made"):
        return Archive.create(tmp_path / name, sources) if request.param == "on disk" else Archive.in_memory(sources)

    return made


def test_two_meetings_of_one_evening_are_both_kept_when_added_one_by_one(files, make):
    annual, ordinary = files("annual.txt", ANNUAL), files("ordinary.txt", ORDINARY)
    at_once = make([annual, ordinary], "at once")
    archive = make(annual)
    added = archive.add(ordinary)
    assert [m.id for m in archive.meetings()] == [m.id for m in at_once.meetings()]
    assert len(archive) == 2
    assert archive.search('"quarter peal"').total == archive.search("dredged").total == 1
    assert added.told == (
        f"{added[0].id}: {ordinary} tells of another meeting than {annual}, of the same day and body; both are kept.",
    )
    assert all(paragraph.id.startswith(added[0].id) for paragraph in added[0].paragraphs)
    assert "another meeting of the same day and body" in " ".join(archive.meetings()[1].notes)
    assert len(archive.add(ordinary)) == len(archive.add([annual, ordinary])) == 0
    assert list(archive.superseded()) == []


def test_meetings_of_one_evening_are_cited_apart_and_read_again_they_are_the_same(files, make):
    first = files("monday.txt", ORDINARY)
    second = files("monday late.txt", ORDINARY.replace("Duck pond", "Weir").split("2. ")[0].replace("7.30", "9.30"))
    archive = make([first])
    archive.add([second])
    cited = [p.citation for meeting in archive.meetings() for p in meeting.paragraphs]
    assert len(set(cited)) == len(cited)
    assert any("3 May 2021, monday late.txt, minute 1, paragraph 1" in citation for citation in cited)
    assert not archive.add([second])


def test_archives_are_compared_by_what_meetings_say_in_whatever_order_their_files_came(files):
    annual, ordinary = files("annual.txt", ANNUAL), files("ordinary.txt", ORDINARY)
    one, other = (Archive.in_memory(mn.read(*paths)) for paths in ((annual, ordinary), (ordinary, annual)))
    assert one.meetings()[0].id == other.meetings()[0].id
    assert not one.diff(other)
    alone = Archive.in_memory(mn.read(annual))
    difference = other.diff(alone)
    assert [meeting.source for meeting in difference.new] == [str(ordinary)]
    assert str(difference).startswith("1 new meetings, 0 gone, 0 changed paragraphs")
    files("annual.txt", ANNUAL.replace("a quarter peal", "a full peal"))
    difference = Archive.in_memory(mn.read(ordinary, annual)).diff(one)
    assert (len(difference.new), len(difference.gone)) == (0, 0)
    assert [(change.before.text[:41], change.after.text[:41]) for change in difference.changed] == [
        ("The bell ringers told of a quarter peal, ", "The bell ringers told of a full peal, and")
    ]


def test_undated_minutes_of_a_body_are_each_kept(files, make):
    def without_a_day(text):
        return text.replace(" held on 3 May 2021 at 7.00 pm", "").replace(" held on 3 May 2021 at 7.30 pm", "")

    july, september = files("july.txt", without_a_day(ANNUAL)), files("sept.txt", without_a_day(ORDINARY))
    archive = make(july)
    assert archive.meetings()[0].date is None
    archive.add(september)
    assert len(archive) == 2
    assert archive.search("dredged").total == 1


def test_a_file_written_anew_is_a_new_version_and_what_it_replaces_is_named(files, make):
    annual, ordinary = files("annual.txt", ANNUAL), files("ordinary.txt", ORDINARY)
    archive = make([annual, ordinary])
    second = archive.meetings()[1]
    files("ordinary.txt", ORDINARY.replace("£640", "£6,400"))
    added = archive.add(ordinary)  # alone, it is read with the id of the annual meeting
    assert [m.id for m in added] == [second.id]
    assert added.told == (
        f"{second.id}: {ordinary} takes the place of its older version, which is kept out of sight: "
        f"1 of its {len(second.paragraphs)} paragraphs are not in the new one.",
    )
    assert archive.search('"£6,400"').total == archive.search('"quarter peal"').total == 1
    assert list(archive.superseded()) == [second]


def test_a_file_that_holds_another_meeting_now_throws_none_away(files, make):
    latest = files("latest.txt", ANNUAL)
    archive = make(latest)
    files("latest.txt", ORDINARY.replace("3 May 2021", "7 June 2021"))
    added = archive.add(latest)
    assert len(archive) == 2
    assert added.told == ()


def test_a_draft_and_the_approved_minutes_in_two_files_are_one_meeting(files, make):
    draft = files("a.md", ORDINARY.replace("Minutes of", "Draft Minutes of").replace("£640", "£604"))
    final = files("b.txt", ORDINARY)
    archive = make(draft)
    first = archive.meetings()[0]
    added = archive.add(final)
    assert [m.id for m in archive.meetings()] == [first.id]
    assert archive.search("£640").total == 1
    assert archive.search("£604").total == 0
    assert len(added) == 1
    assert added.skipped == archive.skipped
    assert [m.source for m in archive.superseded()] == [str(draft)]
    assert [s.file for s in archive.skipped] == [str(draft)]
    assert f"it tells of the same meeting as {final}" in archive.skipped[0].reason
    before = archive.skipped
    assert len(archive.add([draft, final])) == 0  # told once, it is no news
    assert archive.skipped == before


def test_what_is_approved_counts_before_a_draft_that_comes_later(make):
    def said(source, status, *texts):
        paragraphs = tuple(Paragraph(f"m/{n}", text) for n, text in enumerate(texts))
        day = datetime.date(2024, 3, 4)
        return Meeting("m", body="Parks Panel", date=day, status=status, source=source, front=paragraphs)

    approved = said("final.pdf", "approved", "The bandstand was let.", "The mower was mended.")
    draft = said("draft.docx", "draft", "The bandstand was let.", "The mower was sold.")
    archive = make(Corpus([approved]))
    added = archive.add(draft)
    assert (len(added), len(archive), archive.search("mended").total) == (0, 1, 1)
    assert [m.status for m in archive.superseded()] == ["draft"]
    assert added.skipped[0].file == "draft.docx"
    assert len(archive.add(draft)) == 0
    assert len(archive.superseded()) == 1
    assert archive.verify() == ()


def test_at_once_one_meeting_in_two_files_is_counted_once_and_told(files, make):
    draft = files("a.md", ORDINARY.replace("£640", "£604"))
    final = files("b.txt", ORDINARY)
    archive = make([draft, final])
    assert (len(archive), archive.search("dredged").total) == (1, 1)
    assert [s.file for s in archive.skipped] == [str(draft)]
    assert [m.source for m in archive.superseded()] == [str(draft)]
    archive.compact()
    assert len(archive.superseded()) == 0
    assert archive.verify() == ()


def test_a_copy_under_another_name_is_told_and_the_same_path_spelt_otherwise_is_not(files, make, monkeypatch):
    annual = files("annual.txt", ANNUAL)
    archive = make(annual)
    copy = files("copy.txt", ANNUAL)
    assert len(archive.add(copy)) == 0
    assert archive.skipped[0].reason == f"it is the same, byte for byte, as {annual}"
    monkeypatch.chdir(annual.parent)
    assert archive.add("annual.txt").told == ()
    assert (len(archive), len(archive.skipped)) == (1, 1)


def test_a_file_that_can_be_read_now_takes_itself_off_the_skipped(files, make):
    annual, broken = files("annual.txt", ANNUAL), files("r.txt", " \n")
    archive = make([annual, broken])
    assert [s.file for s in archive.skipped] == [str(broken)]
    files("r.txt", ORDINARY)
    archive.add(broken)
    assert archive.skipped == ()
    assert archive.search("dredged").total == 1


def test_two_meetings_in_one_file_are_both_kept_where_one_of_them_was_there_before(make):
    def said(name, source, text):
        day = datetime.date(2024, 3, 4)
        return Meeting(name, body="Parks Panel", date=day, source=source, front=(Paragraph(f"{name}/1", text),))

    annual, ordinary = "The bandstand was let for the summer.", "The mower was mended in the spring."
    archive = make(Corpus([said("m", "a.txt", annual)]))
    both = [said("m", "b.pdf", annual), said("m-2", "b.pdf", ordinary)]
    archive.add(both)
    assert [m.id for m in archive.meetings()] == ["m", "m-2"]
    assert archive.search("bandstand").total == archive.search("mower").total == 1
    assert [s.file for s in archive.skipped] == ["a.txt"]
    assert len(archive.add([said("m", "a.txt", annual), *both])) == 0


def test_meetings_made_by_hand_are_told_apart_by_their_ids(make):
    def one(name, text):
        return Meeting(name, items=(Item(f"{name}/1", "Bus", paragraphs=(Paragraph(f"{name}/1/1", text),)),))

    archive = make(Corpus([one("a", "The bus was late."), one("b", "The bus was late.")]))
    assert len(archive) == 2
    new = one("a", "The bus came.")
    assert list(archive.add(new)) == [new]
    assert len(archive) == 2


def one_by_one(readings):
    """Return the meetings in force after each of several readings came on its own."""
    kept, older = {}, {}
    for reading in readings:
        found = arrivals(reading, kept.values(), lambda id_: older.get(id_, ()))
        for id_, meeting in found.new.items():
            if id_ in kept:
                older.setdefault(id_, []).append(kept.pop(id_))
            kept[id_] = meeting
        for meeting in found.aside:
            older.setdefault(meeting.id, []).append(meeting)
    return kept


def test_one_by_one_the_example_corpus_gives_the_same_meetings_as_at_once():
    corpus = mn.example_corpus()
    assert one_by_one(Corpus([meeting]) for meeting in corpus) == arrivals(corpus).new
    assert len(arrivals(corpus).new) == len(corpus)


def test_one_by_one_real_files_give_the_same_meetings_as_at_once():
    folder = Path(__file__).parents[3] / "shared" / "minutes" / "originals"
    every = sorted(path for path in folder.rglob("*") if path.suffix in (".md", ".txt"))
    if not every:
        pytest.skip("the real minutes are not here")
    files = every[:: max(1, len(every) // 100)]
    each = [mn.read(file) for file in files]
    at_once = arrivals(unique(meeting for corpus in each for meeting in corpus)).new
    assert sorted(one_by_one(each)) == sorted(at_once)


def test_no_share_of_a_text_is_rounded_up_to_all_of_it(files, make):
    lines = [line for line in ORDINARY.splitlines() if line]
    walked = [
        f"The stile by pasture {n} was looked at on the walk of the parish by all the members." for n in range(90)
    ]
    first = files("first.txt", "\n\n".join([*lines, *walked, "The pump was bought for £40.50 from Orr and Sons."]))
    second = files("second.txt", "\n\n".join([*lines, *walked, "The pump was bought for £45.50 from Orr and Sons."]))
    (skipped,) = make([first, second]).skipped
    assert "99% of its text is the same" in skipped.reason


def test_one_meeting_in_two_formats_counts_once_and_two_edits_are_told(files, make):
    lines = [line for line in ORDINARY.splitlines() if line]
    said = (
        "The {} was looked at by the members on their walk of the parish, and the Clerk took a note of what is to do."
    )
    things = ("stile", "pump", "wharf", "kiln", "chapel", "weir", "granary", "beacon")
    longer = [*lines, *(said.format(thing) for thing in things)]
    text = files("minutes.txt", "\n\n".join(longer))
    split = files(
        "minutes.md", "\n\n".join(part for line in longer for part in line.replace(", ", ",\n\n").split("\n\n"))
    )
    once = make([text, split])
    assert (len(once), once.search("granary").total) == (1, 1)
    (skipped,) = once.skipped
    assert "of its text is the same" in skipped.reason
    # an abridged version says no more than the minutes, which are counted also where it comes later
    short = files("short.md", "\n\n".join(lines))
    archive = make([], "abridged")
    archive.add([text])
    archive.add([short])
    assert (len(archive), archive.search("granary").total) == (1, 1)
    # of what may be two edits of one meeting neither is lost
    line = "Number {} is the {}, {} m east; {} pots of paint, said {}."
    own = [line.format(n, thing, n + 20, n + 40, n + 60) for n, thing in enumerate(things)]
    added = archive.add([files("edit.txt", "\n\n".join([*lines[:7], *own]))])
    assert len(archive) == 2
    assert "of the shorter text in common: perhaps two edits of one meeting; both are kept." in " ".join(added.told)
