# ruff: noqa: E501  (the texts are as long as the lines of minutes are)
"""Markdown and half-marked text as blocks."""

import datetime

import pytest

from minutesnlp.reading.plain.frontmatter import facts_of, split_front_matter
from minutesnlp.reading.plain.markdown import document_of, is_marked, read_markdown, read_plaintext


def read(text):
    return document_of(text, reader="markdown", marked=True)


def test_front_matter_of_a_meeting_gives_its_facts():
    text = '---\ncouncil: Wend Council\nbody: Housing Panel\ndate: 2024-03-05\nstatus: approved\nstart_time: "18:00"\n---\n\nText.'
    facts = read(text).facts
    assert (facts.council, facts.body, facts.date) == ("Wend Council", "Housing Panel", datetime.date(2024, 3, 5))
    assert (facts.status, facts.start_time) == ("approved", datetime.time(18))


def test_the_date_of_a_blogs_head_is_the_day_of_publication():
    facts = facts_of({"title": "Minutes", "date": "2024-03-20"})
    assert facts.date is None
    assert facts.published == datetime.date(2024, 3, 20)


def test_a_rule_at_the_top_is_no_front_matter():
    assert split_front_matter("---\nMinutes of the meeting\n---\n") == ({}, 0)
    assert split_front_matter("---\nnever: closed\n") == ({}, 0)
    assert split_front_matter("Minutes") == ({}, 0)


def test_entries_in_a_head_may_be_quoted_listed_or_wrong():
    entries, lines = split_front_matter("---\ntitle: 'It''s'\ntags:\n  - a\ndate: 2024-13-45\n---\nText")
    assert (entries["title"], lines) == ("It's", 6)
    assert facts_of(entries).published is None
    assert facts_of({"council": "A", "start_time": "25:00"}).start_time is None


def test_a_table_is_kept_row_by_row():
    blocks = read("| Year | Cost |\n|---|---:|\n| 2023 | £1,200 |\n").blocks
    assert [(b.text, b.row) for b in blocks] == [("Year | Cost", True), ("2023 | £1,200", True)]


def test_a_table_in_html_is_kept_row_by_row():
    html = "<table><tr><td>Year</td><td>Cost</td></tr><tr><td>2023</td><td>£1,200</td></tr></table>"
    assert [b.text for b in read(html).blocks] == ["Year | Cost", "2023 | £1,200"]


def test_a_table_that_lays_out_items_is_read_as_text():
    rows = "".join(
        f"<tr><td><b>{n}.</b></td><td><b>{title}</b><br>The matter was talked about and it was left there.</td></tr>"
        for n, title in enumerate(("Apologies", "Roads", "Finance"), start=1)
    )
    blocks = read(f"<table>{rows}</table>").blocks
    assert not any(b.row for b in blocks)
    assert [b.text for b in blocks][:3] == ["1.", "Apologies", "The matter was talked about and it was left there."]


def test_html_over_several_lines_is_read_to_its_end():
    text = "<p>First\nparagraph</p>\n\nSecond.\n\n<table>\n<tr><td>a</td>\n\n<td>b</td></tr>\n</table>\nThird."
    assert [b.text for b in read(text).blocks] == ["First paragraph", "Second.", "a | b", "Third."]


def test_lists_headings_and_quotations_are_told():
    blocks = read("# Title\n\n- one\n  - two\n\n> [!note] Said:\n> in a box\n\n- [ ] task").blocks
    assert blocks[0].level == 1
    assert [(b.text, b.depth) for b in blocks if b.bullet][:2] == [("one", 0), ("two", 1)]
    assert [b.text for b in blocks if b.quote] == ["Said:", "in a box"]


def test_comments_fences_and_pictures_are_no_words_of_the_minutes():
    document = read("<!-- a comment\nover lines -->\nText.\n\n```\ncode stays\n```\n\n![logo](a.png)\n")
    assert [b.text for b in document.blocks] == ["Text.", "code stays"]
    assert "logo" in document.furniture


def test_lines_keep_their_numbers():
    assert [b.line for b in read("---\ntitle: A\n---\n\nFirst.\n\n\nSecond.").blocks] == [5, 8]


def test_a_link_to_the_original_is_furniture():
    document = read("[Original file](https://example.org/a.pdf)\n\n---\nMinutes of the meeting")
    assert document.furniture == ("Original file",)


def test_text_with_stars_is_read_as_markdown_and_text_without_is_not():
    assert is_marked("**Our mission\nis plain**")
    assert not is_marked("5 * 3 ** 2")
    assert read_plaintext(b"**Roads**\n\nThey were bad.", "a.txt")[0].blocks[0].bold
    assert read_plaintext(b"a_b_c # d", "a.txt")[0].blocks[0].text == "a_b_c # d"


def test_line_ends_of_every_kind_are_line_ends():
    for end in ("\n", "\r\n", "\r", "\u2028"):
        assert len(read_markdown(f"One.{end}{end}Two.".encode(), "a.md")[0].blocks) == 2


def test_a_hard_line_end_parts_lines():
    assert [b.text for b in read("1.  MINUTES\\\n    These were moved").blocks] == ["1. MINUTES", "These were moved"]


def rows_of(*lines):
    """The rows of a text file's lines, their cells as they are kept."""
    found = document_of("\n".join(lines), reader="text", marked=False).blocks
    return [block.text for block in found if block.row]


def test_a_table_pasted_with_tabs_keeps_its_columns():
    lines = (
        "Paid:",
        "Payee\tReason\tSum",
        "J Wren\tGrass\t£120.00",
        "Quay Ltd\t\t£48.50",
        "",
        "The Clerk thanked them.",
    )
    assert rows_of(*lines) == ["Payee | Reason | Sum", "J Wren | Grass | £120.00", "Quay Ltd | | £48.50"]
    assert rows_of("Payee\tSum", "Wren\t£12.00", "Orr\t(40)") == ["Payee | Sum", "Wren | £12.00", "Orr | (40)"]
    assert rows_of("31/0042\tMill Lane\tObject", "31/0050\tThe Forge\tNone") == [
        "31/0042 | Mill Lane | Object",
        "31/0050 | The Forge | None",
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ("1.\tApologies\tNone", "2.\tMinutes\tAgreed"),
        ("21/16\tApologies\tNone", "21/17\tMinutes\tAgreed"),
        ("Cllr A Fell\tChair", "Cllr B Orr\tMember", "J Wren\tClerk"),
        ("The wall\tfell\tdown.",),
        ("\tThe wall\tfell\tdown.", "\tThe gate\tstood\tup."),
        ("Ann Fell\tChair\tHere", "", "Ben Orr\tClerk\tAway"),
        ("A\tB\tC", "D\tE"),
        ("Wren\t£12.00", "Orr\t£3.00"),
    ],
)
def test_tabs_that_set_a_label_or_a_post_apart_make_no_table(lines):
    assert rows_of(*lines) == []


def test_the_lines_of_what_is_pasted_keep_their_numbers():
    text = "Paid:\nA\tB\tC\nD\tE\tF\n\nThanks."
    assert [block.line for block in document_of(text, reader="text", marked=False).blocks] == [1, 2, 3, 5]
