"""OpenDocument texts: what Writer shows comes back, in its order, with the numbers it counts."""

from __future__ import annotations

import pytest
from paper_making import odt_of

from minutesnlp.errors import ReadError
from minutesnlp.reading.blocks import Block, Document
from minutesnlp.reading.office.odt import read_odt

NUMBERED = (
    '<text:list-style style:name="L1">'
    '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
    '<text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="(" style:num-suffix=")"/>'
    '<text:list-level-style-number text:level="3" style:num-format="i" text:display-levels="3"/>'
    "</text:list-style>"
    '<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1"/></text:list-style>'
)
BOLD = '<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'


def read(body: str, **parts: str) -> Document:
    """Read a text with this body."""
    (document,) = read_odt(odt_of(body, **parts), "made.odt")
    return document


def blocks(body: str, automatic: str = "") -> tuple[Block, ...]:
    """Return the blocks of a text with this body."""
    return read(body, automatic=automatic).blocks


def p(text: str) -> str:
    """Return a paragraph."""
    return f"<text:p>{text}</text:p>"


def items(*texts: str) -> str:
    """Return the entries of a list."""
    return "".join(f"<text:list-item>{p(text)}</text:list-item>" for text in texts)


def test_words_spaces_tabs_and_lines_are_read() -> None:
    found = blocks(
        p('The<text:s text:c="2"/>wall<text:tab/>fell.<text:line-break/>It was <text:a>mended</text:a>.') + p("")
    )
    assert [b.text for b in found] == ["The wall fell.", "It was mended."]


def test_bold_is_told_whole_and_at_the_beginning() -> None:
    found = blocks(
        p('<text:span text:style-name="B">Trees</text:span>')
        + p('<text:span text:style-name="B">Resolved:</text:span> to fell it.'),
        BOLD,
    )
    assert (found[0].bold, found[1].bold) == (True, False)
    assert found[1].text[: found[1].lead] == "Resolved:"


def test_styles_take_from_their_parents() -> None:
    styles = (
        '<office:styles><style:style style:name="Base" style:family="paragraph">'
        '<style:text-properties fo:font-weight="bold" fo:font-size="12pt" fo:text-transform="uppercase"/>'
        '<style:paragraph-properties fo:text-align="center" fo:margin-left="1in"/></style:style>'
        '<style:default-style style:family="paragraph"><style:text-properties fo:font-size="12pt"/>'
        "</style:default-style>"
        "</office:styles>"
    )
    own = '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Base"/>'
    first, second = read(
        '<text:p text:style-name="P1">Salterford</text:p>' + p("Plain."), styles=styles, automatic=own
    ).blocks
    assert (first.text, first.bold, first.centred, first.size) == ("SALTERFORD", True, True, 1.0)
    assert first.indent > second.indent


def test_headings_tell_their_level_and_number() -> None:
    outline = (
        '<office:styles><text:outline-style style:name="Outline">'
        '<text:outline-level-style text:level="1" style:num-format="1" style:num-suffix="."/>'
        '<text:outline-level-style text:level="2" style:num-format="a" text:display-levels="2"/>'
        "</text:outline-style></office:styles>"
    )
    body = "".join(
        f'<text:h text:outline-level="{n}">{t}</text:h>' for n, t in ((1, "A"), (2, "B"), (1, "C"), (2, "D"))
    )
    found = read(body, styles=outline).blocks
    assert [(b.level, b.label) for b in found] == [(1, "1."), (2, "1.a"), (1, "2."), (2, "2.a")]


def test_lists_are_counted_by_level() -> None:
    inner = f"<text:list-item>{p('Two')}<text:list>{items('a', 'b')}</text:list></text:list-item>"
    body = f'<text:list text:style-name="L1">{items("One")}{inner}{items("Three")}</text:list>'
    assert [(b.label, b.depth) for b in blocks(body, NUMBERED)] == [
        ("1.", 0),
        ("2.", 0),
        ("(a)", 1),
        ("(b)", 1),
        ("3.", 0),
    ]


def test_a_list_goes_on_only_where_it_says_so() -> None:
    body = (
        f'<text:list text:style-name="L1" xml:id="x">{items("One")}</text:list>'
        f'<text:list text:style-name="L1">{items("Anew")}</text:list>'
        f'<text:list text:style-name="L1" text:continue-numbering="true">{items("On")}</text:list>'
        f'<text:list text:style-name="L1" text:continue-list="x">{items("Two")}</text:list>'
        f'<text:list text:style-name="L1"><text:list-item text:start-value="9">{p("Nine")}</text:list-item></text:list>'
    )
    assert [b.label for b in blocks(body, NUMBERED)] == ["1.", "1.", "2.", "2.", "9."]


def test_bullets_and_unnumbered_heads_of_lists() -> None:
    header = f"<text:list-header>{p('Agreed:')}</text:list-header>"
    body = f'<text:list text:style-name="L2">{header}{items("Gate")}</text:list>'
    found = blocks(body, NUMBERED)
    assert [b.bullet for b in found] == [False, True]


def test_tables_are_read_row_by_row() -> None:
    row = "<table:table-row>{}</table:table-row>"
    cell = "<table:table-cell>{}</table:table-cell>"
    body = (
        "<table:table><table:table-header-rows>" + row.format(cell.format(p("Payee")) + cell.format(p("Sum")))
        + "</table:table-header-rows>" + row.format(cell.format(p("Marsh")) + cell.format(p("£9"))) + "</table:table>"
    )  # fmt: skip
    found = blocks(body)
    assert [(b.text, b.row) for b in found] == [("Payee | Sum", True), ("Marsh | £9", True)]


def test_remarks_and_deleted_words_are_left_out_and_notes_and_boxes_kept() -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
        + p("Kept<office:annotation><text:p>a remark</text:p></office:annotation>"
            "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A note.</text:p>"
            "</text:note-body></text:note> words."
            "<draw:frame><draw:text-box><text:p>In a box.</text:p></draw:text-box></draw:frame>")
    )  # fmt: skip
    document = read(body)
    assert [(b.text, b.section) for b in document.blocks] == [
        ("Kept words.", None), ("In a box.", None), ("A note.", "back"),
    ]  # fmt: skip
    assert document.furniture == ("a remark",)


def test_heads_are_furniture_and_tell_the_title() -> None:
    styles = (
        '<office:master-styles><style:master-page style:name="S"><style:header><text:p>Minutes, 4 May 2021</text:p>'
        "</style:header><style:footer><text:p>Page 1</text:p></style:footer></style:master-page></office:master-styles>"
    )
    document = read(p("Words."), styles=styles, meta="<office:meta><dc:title>Salterford</dc:title></office:meta>")
    assert document.furniture == ("Minutes, 4 May 2021", "Page 1")
    assert document.facts.title == "Salterford — Minutes, 4 May 2021"


def test_what_cannot_be_read_gives_its_reason() -> None:
    with pytest.raises(ReadError, match="locked with a password"):
        read(p("x"), manifest="<manifest><encryption-data/></manifest>")
    with pytest.raises(ReadError, match="holds no words"):
        read(p(""))
    with pytest.raises(ReadError, match="broken office file"):
        read_odt(b"PK\x03\x04 no", "made.odt")


def test_a_text_without_a_body_gives_its_reason() -> None:
    import zipfile
    from io import BytesIO

    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("content.xml", "<a><b/></a>")
    with pytest.raises(ReadError, match="no body"):
        read_odt(out.getvalue(), "made.odt")
