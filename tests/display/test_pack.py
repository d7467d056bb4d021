"""The evidence pack: every form holds the same evidence, word for word and cited, and says what is missing."""

import csv
import datetime
import io
import re
import zipfile

import docx
import openpyxl
import pytest
from lxml import etree

import minutesnlp as mn
from minutesnlp.display.evidence import gather
from minutesnlp.display.pack import FORMS

PARTS = ["Chronology", "Decisions", "Figures", "Undertakings", "People", "Gaps"]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def archive():
    return mn.Archive.in_memory(mn.example_corpus())


@pytest.fixture(scope="module")
def hits(archive):
    return archive.search('"foster carers" recruitment', k=40)


@pytest.fixture(scope="module")
def pack(hits, archive):
    return gather(hits, archive=archive, title=None, query=None)


def rows_of(pack, title):
    return next(section.rows for section in pack.sections if section.title == title)


def test_it_has_all_parts_and_every_text_stands_in_the_minutes(pack, archive):
    assert [section.title for section in pack.sections] == PARTS
    texts = {p.id: p.text for meeting in archive.meetings() for p in meeting.paragraphs}
    for title in ("Chronology", "Figures", "Undertakings"):
        assert rows_of(pack, title)
        for row in rows_of(pack, title):
            assert row.cells["text"] in texts[row.paragraph_id]
            assert row.citation


def test_the_chronology_is_in_date_order_and_within_a_meeting_as_printed(pack, hits, archive):
    order = [p.id for meeting in archive.meetings() for p in meeting.paragraphs]
    places = [order.index(row.paragraph_id) for row in rows_of(pack, "Chronology")]
    assert places == sorted(places)
    assert len(places) == len(hits)


def test_it_tells_how_to_make_it_again(pack, archive):
    again = dict(pack.again)
    assert again["query"] == '"foster carers" recruitment'
    assert again["made of"] == "40 hits"
    assert again["digest of the archive"] == f"SHA-256 {archive.digest}"
    assert archive.digest == mn.example_corpus().digest != mn.example_corpus()[1:].digest


def test_what_is_missing_is_told():
    paragraph = mn.Paragraph("m/1/1", "Rents were discussed by the clerk.", citation="here")
    item = mn.Item("m/1", "Rents", "1", (paragraph,), truncated=True, meeting_id="m")
    meeting = mn.Meeting("m", items=(item,), status="draft", notes=("guessed: the council, from the folder",))
    skipped = [mn.Skipped("a.pdf", "a scan"), mn.Skipped("elm/b.xls", "no reader")]
    archive = mn.Archive.in_memory(mn.Corpus([meeting], skipped=skipped))
    gaps = {
        (row.cells["what"], row.cells["where"])
        for row in rows_of(gather(archive.search("rents", k=None), archive=archive, title=None, query=None), "Gaps")
    }
    assert {
        ("cut off by its source", "1 Rents"),
        ("undated", "m"),
        ("draft", "m"),
        ("guessed", "m: the council, from the folder"),
        ("no decision found", "1 Rents"),
        ("not read", "a.pdf: a scan"),
        ("not read", "1 file in other folders of the archive"),
    } <= gaps


def test_hits_that_are_not_all_are_told(archive):
    few = archive.search("library", k=2)
    told = [row.cells["where"] for row in rows_of(gather(few, archive=archive, title=None, query=None), "Gaps")]
    assert f"{few.total:,} paragraphs were found; the first 2 are here" in told


def test_what_holds_only_part_of_the_query_is_told_apart(tmp_path, archive):
    hits = archive.search("foster carer zeppelin", k=3)
    assert (hits.total, len(hits)) == (0, 3)
    section = gather(hits, archive=archive, title=None, query=None).sections[0]
    assert section.about.startswith(
        "None of the 3 paragraphs hold all of the query; of the others it is said what they hold."
    )
    assert {row.cells["holds"] for row in section.rows} == {"part of the query"}
    assert ", part of the query" in mn.evidence_pack(hits, tmp_path / "a.md", archive=archive).read_text("utf-8")
    rows = list(csv.DictReader(io.StringIO(mn.evidence_pack(hits, tmp_path / "a.csv").read_text("utf-8"))))
    assert [row["holds"] for row in rows if row["part"] == "Chronology"] == ["part of the query"] * 3


def test_people_are_members_and_officers_only():
    told = mn.Paragraph("m/a", "Present: Councillor Ann Field")
    said = mn.Paragraph("m/1/1", "Councillor Ann Field thanked Mrs Joan Pole for the library.", citation="here")
    item = mn.Item("m/1", "Library", paragraphs=(said,), meeting_id="m")
    came = mn.Attendee("Councillor Ann Field", "present", paragraph_id="m/a")
    meeting = mn.Meeting("m", items=(item,), front=(told,), attendance=(came,))
    archive = mn.Archive.in_memory(meeting)
    people = rows_of(gather(archive.search("library", item="m/1"), archive=archive, title=None, query=None), "People")
    assert [row.cells["name"] for row in people] == ["Councillor Ann Field"]


def test_items_and_hits_go_together_each_paragraph_once(hits):
    item = hits[0].item
    pack = gather([item, hits[0], hits[1]], archive=None, title="Mine", query="why?")
    ids = [row.paragraph_id for row in rows_of(pack, "Chronology")]
    assert len(ids) == len(set(ids)) > 2
    assert pack.title == "Mine"
    again = dict(pack.again)
    assert (again["query"], again["made of"]) == ("why?", "2 hits and 1 item")
    assert "meetings of the evidence" in again


def test_an_item_alone_needs_no_archive(archive):
    item = archive.search("library")[0].item
    assert rows_of(gather(item, archive=None, title=None, query=None), "Chronology")


def test_nothing_found_is_a_pack_that_says_so(tmp_path, archive):
    path = mn.evidence_pack(archive.search("zzzzz"), tmp_path / "a.md", archive=archive)
    text = path.read_text("utf-8")
    assert "made of: nothing was found" in text
    assert text.count("Nothing.") >= 5


def test_another_ending_and_other_things_are_refused(tmp_path, hits):
    with pytest.raises(ValueError, match=r"a\.pdf: an evidence pack is one of \.docx"):
        mn.evidence_pack(hits, tmp_path / "a.pdf")
    with pytest.raises(TypeError, match="not of a str"):
        mn.evidence_pack(["foster carers"], tmp_path / "a.md")


def test_the_word_document_is_read_back_with_its_footnotes(tmp_path, hits, archive, pack):
    path = mn.evidence_pack(hits, tmp_path / "a.docx", archive=archive)
    document = docx.Document(str(path))
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert texts[0] == 'Evidence on "foster carers" recruitment'
    for row in rows_of(pack, "Chronology"):
        assert row.cells["text"] in texts
    assert {run.text for p in document.paragraphs for run in p.runs if run.bold} >= {"foster carers", "recruitment"}
    assert [len(table.rows) - 1 for table in document.tables] == [
        len(section.rows) for section in pack.sections[1:] if section.rows
    ]
    with zipfile.ZipFile(path) as file:
        assert "/word/footnotes.xml" in file.read("[Content_Types].xml").decode()
        notes = etree.fromstring(file.read("word/footnotes.xml"))
        body = etree.fromstring(file.read("word/document.xml"))
    texts_of = {note.get(f"{W}id"): "".join(note.itertext()).strip() for note in notes}
    referred = [reference.get(f"{W}id") for reference in body.iter(f"{W}footnoteReference")]
    assert referred == [str(n) for n in range(1, len(referred) + 1)]
    expected = [row.citation for section in pack.sections for row in section.rows if row.citation]
    assert [texts_of[number] for number in referred] == expected


def test_markdown_footnotes_are_all_defined_and_all_used(tmp_path, hits, archive, pack):
    text = mn.evidence_pack(hits, tmp_path / "a.md", archive=archive).read_text("utf-8")
    defined = re.findall(r"^\[\^(\d+)\]: (.+)$", text, re.MULTILINE)
    used = set(re.findall(r"\[\^(\d+)\](?!:)", text))
    assert {number for number, _ in defined} == used
    assert {citation for _, citation in defined} == {
        row.citation for s in pack.sections for row in s.rows if row.citation
    }
    assert "**foster carers**" in text


def test_the_page_links_its_footnotes_and_loads_nothing(tmp_path, hits, archive):
    page = mn.evidence_pack(hits, tmp_path / "a.html", archive=archive).read_text("utf-8")
    assert set(re.findall(r'href="#n(\d+)"', page)) == set(re.findall(r'id="n(\d+)"', page))
    assert set(re.findall(r'href="#r(\d+)"', page)) == set(re.findall(r'id="r(\d+)"', page))
    assert not re.search(r"""(?:src|href)=["']?(?:https?:)?//""", page)


def test_csv_and_workbook_hold_every_row(tmp_path, hits, archive, pack):
    text = mn.evidence_pack(hits, tmp_path / "a.csv", archive=archive).read_text("utf-8")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert len(rows) == sum(len(section.rows) for section in pack.sections) + len(pack.again) + 1
    book = openpyxl.load_workbook(mn.evidence_pack(hits, tmp_path / "a.xlsx", archive=archive))
    assert book.sheetnames == [*PARTS, "About"]
    for section in pack.sections:
        assert book[section.title].max_row == len(section.rows) + 1
    assert [cell.value for cell in book["Chronology"][1]] == [
        "date",
        "body",
        "item",
        "text",
        "holds",
        "citation",
        "paragraph_id",
    ]


@pytest.mark.parametrize("form", FORMS)
def test_hostile_text_is_text(tmp_path, form):
    hostile = "=cmd|' /C calc'!A0 <script>alert(1)</script> \x0b]]> &amp; | `*_"
    paragraph = mn.Paragraph("m/1/1", f"{hostile} rents", citation=hostile)
    item = mn.Item("m/1", hostile, "1", (paragraph,), meeting_id="m", body=hostile)
    archive = mn.Archive.in_memory(mn.Meeting("m", items=(item,), body=hostile))
    path = mn.evidence_pack(archive.search("rents"), tmp_path / f"a{form}", archive=archive, title=hostile)
    if form == ".html":
        assert "<script" not in path.read_text("utf-8")
    if form == ".md":
        assert "<script" not in path.read_text("utf-8").replace("\\<", "")
    if form == ".docx":
        assert any("<script>" in paragraph.text for paragraph in docx.Document(str(path)).paragraphs)
    if form == ".xlsx":
        cells = [cell for sheet in openpyxl.load_workbook(path) for line in sheet for cell in line]
        assert all(cell.data_type != "f" for cell in cells)
    if form == ".csv":
        rows = csv.reader(io.StringIO(path.read_text("utf-8")))
        assert not any(cell.startswith("=") for row in rows for cell in row)


def test_of_an_item_with_many_decisions_those_on_what_was_sought_are_taken():
    text = (
        "# Motions\n\n## 1 Motions on notice\n\nMembers spoke of the pier.\n\nAGREED that the pier be mended.\n\n"
        "AGREED that the clock be wound.\n\nAGREED that the hedge be cut.\n"
    )
    archive = mn.Archive.in_memory(mn.read_text(text))
    pier = gather(archive.search("pier"), archive=archive, title=None, query=None)
    assert [row.cells["text"] for row in rows_of(pier, "Decisions")] == ["AGREED that the pier be mended."]
    whole = gather(archive.meetings()[0].items[0], archive=archive, title=None, query=None)
    assert len(rows_of(whole, "Decisions")) == 3


def test_of_an_item_of_many_matters_stands_only_what_was_sought():
    promised = (
        "The Clerk would ask the firm for a price for the defibrillator by 3 May 2021.",
        "The Clerk undertook to write to the school about the concert by 4 May 2021.",
        "Councillor Ann Field agreed to paint the flagpole by 5 May 2021.",
        "The Clerk agreed to order the bottle bank by 6 May 2021.",
    )
    paragraphs = tuple(
        mn.Paragraph(f"m/1/{n}", text, item_id="m/1", citation=f"c{n}") for n, text in enumerate(promised)
    )
    item = mn.Item("m/1", "Matters arising", paragraphs=paragraphs, meeting_id="m")
    archive = mn.Archive.in_memory(mn.Meeting("m", date=datetime.date(2021, 4, 1), items=(item,)))
    assert len(archive.undertakings()) == 4
    found = gather(archive.search("defibrillator"), archive=archive, title=None, query=None)
    assert [row.cells["text"] for row in rows_of(found, "Undertakings")] == [promised[0]]
    whole = gather([item], archive=archive, title=None, query=None)
    assert len(rows_of(whole, "Undertakings")) == 4


def test_it_says_under_its_title_how_much_of_what_was_found_is_not_here(archive):
    some = gather(archive.search("foster carers", k=2), archive=archive, title=None, query=None)
    total = archive.search("foster carers", k=2).total
    assert some.sections[0].about.startswith(f"2 of the {total} paragraphs found are here, {total - 2} are not.")


def test_of_what_was_sought_only_its_own_decisions_and_figures_are_in_the_pack():
    text = (
        "# Works Panel\n\nDate: 3 May 2031\n\n## 1 Works\n\nThe lido cost £90. It was AGREED to mend the lido.\n\n"
        "The fair had cost £70. It was AGREED to end the fair.\n"
    )
    archive = mn.Archive.in_memory(mn.read_text(text))
    pack = gather(archive.search("lido"), archive=archive, title=None, query=None)
    assert [row.cells["figure"] for row in rows_of(pack, "Figures")] == ["£90"]
    assert [row.cells["text"] for row in rows_of(pack, "Decisions")] == ["It was AGREED to mend the lido."]
