"""Word files: what Word shows comes back, in its order, with the numbers it counts."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt

from minutesnlp.errors import ReadError
from minutesnlp.reading.blocks import Document
from minutesnlp.reading.office.word import read_word

LONG = (
    "The Clerk reported that the wall at Fennel Lane had been looked at twice, and that it would have to come down. "
    * 2
)


def saved(document: Any) -> bytes:
    """Return a document's bytes."""
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def read(document: Any) -> Document:
    """Read a document that python-docx made."""
    (found,) = read_word(saved(document), "made.docx")
    return found


def texts(document: Any) -> list[str]:
    """Return the texts of its blocks."""
    return [block.text for block in read(document).blocks]


def xml(document: Any, inner: str) -> None:
    """Append a paragraph of raw XML before the section's properties."""
    document.element.body.insert(-1, parse_xml(f"<w:p {nsdecls('w')}>{inner}</w:p>"))


def run(text: str, properties: str = "") -> str:
    """Return the XML of a run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


LEVELS = (
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl>'
    '<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1.%2.%3"/></w:lvl>'
)
BULLETS = '<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl>'


def numbering(document: Any, *lists: str, numbers: str) -> None:
    """Give a document lists of its own: abstract lists 50, 51 …, and the XML of their instances."""
    root = document.part.numbering_part.element
    for child in list(root):
        root.remove(child)
    for place, levels in enumerate(lists):
        root.append(parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{50 + place}">{levels}</w:abstractNum>'))
    for number in parse_xml(f"<w:numbering {nsdecls('w')}>{numbers}</w:numbering>"):
        root.append(number)


def listed(document: Any, text: str, list_id: int, depth: int = 0) -> None:
    """Append a paragraph of a list."""
    xml(document, f'<w:pPr><w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{list_id}"/></w:numPr></w:pPr>{run(text)}')


def test_paragraphs_and_tables_keep_their_order() -> None:
    document = docx.Document()
    document.add_paragraph("Before the table.")
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip((c for row in table.rows for c in row.cells), ["Payee", "Sum", "Marsh", "£9"], strict=True):
        cell.text = text
    document.add_paragraph("After the table.")
    blocks = read(document).blocks
    assert [b.text for b in blocks] == ["Before the table.", "Payee | Sum", "Marsh | £9", "After the table."]
    assert [b.row for b in blocks] == [False, True, True, False]


def test_bold_and_underlined_titles_are_told_without_heading_styles() -> None:
    document = docx.Document()
    document.add_paragraph().add_run("7. Trees").bold = True
    document.add_paragraph().add_run("8. Roads").underline = True
    mixed = document.add_paragraph()
    mixed.add_run("Resolved:").bold = True
    mixed.add_run(" that it be felled.")
    blocks = read(document).blocks
    assert [b.bold for b in blocks] == [True, True, False]
    assert blocks[2].text[: blocks[2].lead] == "Resolved:"


def test_a_style_makes_bold_and_a_run_unmakes_it() -> None:
    document = docx.Document()
    document.styles["Body Text"].font.bold = True
    document.add_paragraph("Under the style.", style="Body Text")
    document.add_paragraph(style="Body Text").add_run("Not so.").bold = False
    document.add_paragraph("A heading", style="Heading 2")
    first, second, third = read(document).blocks
    assert (first.bold, second.bold, third.level) == (True, False, 2)


def test_size_alignment_capitals_and_blank_lines_are_told() -> None:
    document = docx.Document()
    title = document.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    big = title.add_run("Salterford Council")
    big.font.size = Pt(22)
    big.font.all_caps = True
    document.add_paragraph("")
    small = document.add_paragraph()
    small.add_run(LONG).font.size = Pt(11)
    first, second = read(document).blocks
    assert (first.text, first.centred, first.size) == ("SALTERFORD COUNCIL", True, 2.0)
    assert second.gap >= 1


def test_list_numbers_are_counted_by_level_and_begin_anew_below() -> None:
    document = docx.Document()
    numbering(document, LEVELS, numbers='<w:num w:numId="1"><w:abstractNumId w:val="50"/></w:num>')
    for text, depth in (("One", 0), ("a", 1), ("b", 1), ("deep", 2), ("Two", 0), ("a again", 1)):
        listed(document, text, 1, depth)
    assert [b.label for b in read(document).blocks] == ["1.", "(a)", "(b)", "1.b.i", "2.", "(a)"]


def test_two_lists_of_one_kind_count_on_unless_told_to_start() -> None:
    document = docx.Document()
    numbers = (
        '<w:num w:numId="1"><w:abstractNumId w:val="50"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="50"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="50"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>'
    )
    numbering(document, LEVELS, numbers=numbers)
    for list_id in (1, 2, 3, 3, 1):
        listed(document, "Entry", list_id)
    assert [b.label for b in read(document).blocks] == ["1.", "2.", "7.", "8.", "9."]


def test_bullets_are_told_and_unknown_lists_are_plain() -> None:
    document = docx.Document()
    numbering(document, BULLETS, numbers='<w:num w:numId="4"><w:abstractNumId w:val="50"/></w:num>')
    listed(document, "Mend the gate", 4)
    listed(document, "No such list", 99)
    first, second = read(document).blocks
    assert (first.bullet, first.label) == (True, None)
    assert (second.bullet, second.label) == (False, None)


def test_numbers_of_a_style_are_counted() -> None:
    document = docx.Document()
    numbering(document, LEVELS, numbers='<w:num w:numId="5"><w:abstractNumId w:val="50"/></w:num>')
    properties = document.styles["List Number"].element.get_or_add_pPr()
    for child in list(properties):
        properties.remove(child)
    properties.append(parse_xml(f'<w:numPr {nsdecls("w")}><w:numId w:val="5"/></w:numPr>'))
    document.add_paragraph("First", style="List Number")
    document.add_paragraph("Second", style="List Number")
    assert [b.label for b in read(document).blocks] == ["1.", "2."]


def test_inserted_words_are_kept_and_deleted_ones_are_not() -> None:
    document = docx.Document()
    deleted = run("ten").replace("w:t ", "w:delText ").replace("/w:t>", "/w:delText>")
    xml(
        document,
        run("The rent is ")
        + f'<w:del w:id="1" w:author="x">{deleted}</w:del>'
        + f'<w:ins w:id="2" w:author="x">{run("twelve")}</w:ins>'
        + f'<w:moveFrom w:id="3">{run(" francs")}</w:moveFrom>'
        + f'<w:moveTo w:id="4">{run(" pounds")}</w:moveTo>',
    )
    assert texts(document) == ["The rent is twelve pounds"]


def test_links_fields_and_content_controls_are_read() -> None:
    document = docx.Document()
    field = "<w:r><w:instrText>PAGE</w:instrText></w:r>"
    xml(
        document,
        f"<w:hyperlink>{run('The report')}</w:hyperlink>{field}"
        f"<w:sdt><w:sdtContent>{run(' was read.')}</w:sdtContent></w:sdt>",
    )
    body = document.element.body
    body.insert(-1, parse_xml(
        f"<w:sdt {nsdecls('w')}><w:sdtPr/><w:sdtContent><w:p>{run('Within a control.')}</w:p></w:sdtContent></w:sdt>"
    ))  # fmt: skip
    assert texts(document) == ["The report was read.", "Within a control."]


def test_text_boxes_are_read_once() -> None:
    document = docx.Document()
    box = f"<w:txbxContent><w:p>{run('In a box.')}</w:p></w:txbxContent>"
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    xml(
        document,
        run("Beside it.") + f'<w:r><mc:AlternateContent xmlns:mc="{mc}"><mc:Choice Requires="wps">'
        f"<w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>",
    )
    assert texts(document) == ["Beside it.", "In a box."]


def test_lines_broken_by_hand_are_apart_unless_they_go_on() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph()
    paragraph.add_run("Present:").add_break()
    paragraph.add_run("Cllr Hale").add_break()
    paragraph.add_run("Cllr Usman asked whether the").add_break()
    paragraph.add_run("wall was safe.")
    assert texts(document) == ["Present:", "Cllr Hale", "Cllr Usman asked whether the wall was safe."]


def test_heads_feet_and_hidden_words_are_furniture() -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Minutes of Salterford, 4 May 2021"
    document.sections[0].footer.paragraphs[0].text = "Page 1"
    document.add_paragraph("Shown.").add_run(" Not shown.").font.hidden = True
    found = read(document)
    assert [b.text for b in found.blocks] == ["Shown."]
    assert set(found.furniture) == {"Minutes of Salterford, 4 May 2021", "Page 1", "Not shown."}
    assert found.facts.title is not None
    assert "4 May 2021" in found.facts.title


def test_symbols_tabs_and_hyphens_are_words() -> None:
    document = docx.Document()
    xml(
        document,
        '<w:r><w:sym w:font="Wingdings" w:char="F0B7"/><w:tab/><w:t>part</w:t><w:noBreakHyphen/><w:t>time</w:t></w:r>',
    )
    (block,) = read(document).blocks
    assert (block.text, block.bullet) == ("part-time", True)


def cells(table: Any, rows: list[list[str]]) -> None:
    """Fill a table; a blank line in a cell's text parts two paragraphs."""
    for row, words in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, words, strict=True):
            first, *more = text.split("\n\n")
            cell.text = first
            for paragraph in more:
                cell.add_paragraph(paragraph)


def test_a_table_that_lays_out_items_gives_their_paragraphs_labels_and_owners() -> None:
    document = docx.Document()
    table = document.add_table(rows=4, cols=3)
    cells(table, [
        ["No", "Item", "Action"],
        ["1.", f"Drains\n\n{LONG}", "AH"],
        ["2.", f"Trees\n\n{LONG}", ""],
        ["3.", f"Roads\n\n{LONG}", "Clerk"],
    ])  # fmt: skip
    whole = LONG.strip()
    assert texts(document) == [
        "1. Drains", f"{whole} | Action: AH", "2. Trees", whole, "3. Roads", f"{whole} | Action: Clerk",
    ]  # fmt: skip


def test_lists_of_people_side_by_side_are_read_down() -> None:
    document = docx.Document()
    table = document.add_table(rows=3, cols=2)
    cells(table, [["Present", "Apologies"], ["Cllr Hale", "Cllr Pike"], ["Cllr Wu", ""]])
    assert texts(document) == ["Present", "Cllr Hale", "Cllr Wu", "Apologies", "Cllr Pike"]


def test_merged_cells_are_read_once_and_nested_tables_too() -> None:
    document = docx.Document()
    table = document.add_table(rows=2, cols=2)
    cells(table, [["Ward", "North"], ["", "South"]])
    table.cell(0, 0).merge(table.cell(1, 0))
    inner = document.add_table(rows=1, cols=1).cell(0, 0)
    inner.text = "Outer."
    inner.add_table(rows=1, cols=1).cell(0, 0).text = "Inner."
    found = texts(document)
    assert found[0] == "Ward | North"
    assert found.count("South") == 1
    assert found[-2:] == ["Outer.", "Inner."]


def test_footnotes_are_kept_at_the_back() -> None:
    document = docx.Document()
    document.add_paragraph("The vote was close.")
    notes = (
        f'<w:footnotes {nsdecls("w")}><w:footnote w:id="0" w:type="separator"><w:p>{run("----")}</w:p></w:footnote>'
        f'<w:footnote w:id="1"><w:p>{run("Six to five.")}</w:p></w:footnote></w:footnotes>'
    )
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(PackURI("/word/footnotes.xml"), kind, notes.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    last = read(document).blocks[-1]
    assert (last.text, last.section) == ("Six to five.", "back")


def changed(data: bytes, part: str, change: Any) -> bytes:
    """Return an office file with one part changed."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            target.writestr(name, change(content) if name == part else content)
    return out.getvalue()


def test_a_file_with_macros_is_read_as_a_document() -> None:
    document = docx.Document()
    document.add_paragraph("From a macro file.")
    plain = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    macro = b"application/vnd.ms-word.document.macroEnabled.main+xml"
    data = changed(saved(document), "[Content_Types].xml", lambda c: c.replace(plain, macro))
    assert read_word(data, "made.docm")[0].blocks[0].text == "From a macro file."


def test_entities_are_refused() -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    data = changed(saved(docx.Document()), "word/document.xml", lambda c: c.replace(b"?>", b"?>" + bomb, 1))
    with pytest.raises(ReadError, match="entities"):
        read_word(data, "made.docx")


@pytest.mark.parametrize("part", ["word/document.xml", "[Content_Types].xml", "_rels/.rels"])
def test_a_broken_part_gives_a_reason(part: str) -> None:
    with pytest.raises(ReadError, match=r"made\.docx: it "):
        read_word(changed(saved(docx.Document()), part, lambda c: c[: len(c) // 2]), "made.docx")


def test_a_file_without_words_gives_a_reason() -> None:
    with pytest.raises(ReadError, match="holds no words"):
        read_word(saved(docx.Document()), "made.docx")
