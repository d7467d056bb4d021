# ruff: noqa: E501  (the texts are as long as the lines of minutes are)
"""Web pages that are not ModernGov's."""

import datetime

import lxml.etree
import pytest

from minutesnlp.errors import ReadError
from minutesnlp.reading import trees
from minutesnlp.reading.meeting.assembly import assemble
from minutesnlp.reading.page.lines import joined
from minutesnlp.reading.trees import parse_html, parse_xml, text_of
from minutesnlp.reading.web import html as page
from minutesnlp.reading.web.flow import flow
from minutesnlp.reading.web.html import read_html

WORDPRESS = """<!DOCTYPE html><html><head><title>Minutes – March 5, 2024 – Wend Township</title>
<meta property="article:published_time" content="2024-03-20T10:00:00+00:00"><script>var a = "<p>no words</p>";</script></head>
<body><header class="site-header"><a href="/">Home</a></header><nav><ul><li><a href="/a">About the town</a></li></ul></nav>
<div id="main"><article class="post hentry"><header><h1 class="entry-title">Minutes – March 5, 2024</h1></header>
<div class="entry-content"><p>A meeting of the Township of Wend Council was held on Tuesday, March 5, 2024 at 6:30 p.m.</p>
<p>Present: Mayor Ada Hall and Councillor Ben Lee.</p>
<h3>1. Roads</h3><p>The roads were bad<br>and the paths were worse.</p>
<h3>2. Finance</h3><table><tr><th>Year</th><th>Cost</th></tr><tr><td>2023</td><td>£1,200</td></tr></table>
<ol type="a"><li>the report be noted</li><li>the clerk be thanked</li></ol><p>&nbsp;</p>
<div class="sharedaddy">Share this: Facebook</div></div></article></div>
<aside class="widget">Search for: the weather</aside><footer>© 2024 Wend Township</footer></body></html>"""


def blocks(html):
    return joined(flow(parse_html(html)))


def test_the_main_text_of_a_page_is_read_and_the_site_around_it_is_furniture():
    (document,) = read_html(WORDPRESS.encode(), "a.html")
    meeting = assemble(document, source="a.html").meeting
    assert meeting.date == datetime.date(2024, 3, 5)
    assert meeting.start_time == datetime.time(18, 30)
    assert meeting.council == "Township of Wend Council"
    assert [(i.number, i.title) for i in meeting.items] == [("1", "Roads"), ("2", "Finance")]
    assert [p.text for p in meeting.items[1].paragraphs] == [
        "Year | Cost",
        "2023 | £1,200",
        "the report be noted",
        "the clerk be thanked",
    ]
    assert [p.number for p in meeting.items[1].paragraphs][2:] == ["a", "b"]
    told = " ".join(document.furniture)
    for word in ("Home", "About the town", "Facebook", "weather", "Wend Township"):
        assert word in told
    assert "no words" not in told + " ".join(p.text for p in meeting.paragraphs)


def test_words_on_either_side_of_a_break_are_two_words():
    assert text_of(parse_html("<p>Roads<br>Paths<b>and</b>s</p><p>Bins</p>")).split() == ["Roads", "Pathsands", "Bins"]


@pytest.mark.parametrize(
    ("html", "texts"),
    [
        ("<p>One.</p>loose<p>Two.</p>", ["One.", "loose", "Two."]),
        ("<div>One.<div>Two.</div>Three.</div>", ["One.", "Two.", "Three."]),
        ("<ul><li>One<ul><li>Two</li></ul></li></ul>", ["One", "Two"]),
        ("<p>un<b>closed<p>Next.", ["unclosed", "Next."]),
        ("<pre>One.\nTwo.</pre>", ["One.", "Two."]),
        ("<p style='display:none'>Gone.</p><p hidden>Gone.</p><p>Here.</p>", ["Here."]),
        ("<blockquote>Quoted.</blockquote>", ["Quoted."]),
        ("<p>&#8226; New bins</p>", ["New bins"]),
    ],
)
def test_words_come_in_the_order_of_the_page(html, texts):
    assert [b.text for b in blocks(html)] == texts


def test_type_lists_and_headings_are_told():
    found = blocks(
        "<h2 id='a1'>Roads</h2><p><b>Bold</b></p><p><strong>Lead:</strong> text</p><p style='font-weight:700'>Heavy</p>"
        "<p><b>not <span style='font-weight:normal'>so</span></b></p><ol start='3'><li>three</li><li value='7'>seven</li></ol>"
        "<ol style='list-style-type: lower-roman'><li>one</li></ol><ol type='I'><li>ein</li></ol>"
    )
    assert (found[0].level, found[0].anchor) == (2, "a1")
    assert [b.bold for b in found[1:5]] == [True, False, True, False]
    assert found[2].lead == 5
    assert [b.label for b in found[5:]] == ["3.", "7.", "i.", "I."]


def test_a_table_with_long_cells_lays_out_text():
    words = "The matter was talked about for a long time and nobody agreed. " * 8
    found = blocks(f"<table><tr><td>Left</td><td><p>{words}</p><p>{words}</p></td></tr></table>")
    assert not any(b.row for b in found)


def test_what_is_called_a_menu_but_holds_most_of_the_page_is_kept():
    html = "<body><div class='menu'>" + "<p>The matter was talked about and left.</p>" * 5 + "</div></body>"
    (document,) = read_html(html.encode(), "a.html")
    assert len(document.blocks) == 5


def test_a_page_of_only_furniture_still_gives_its_words():
    (document,) = read_html(b"<html><body><p>Share this page</p></body></html>", "a.html")
    assert [b.text for b in document.blocks] == ["Share this page"]


def test_a_page_too_large_or_empty_is_refused(monkeypatch):
    with pytest.raises(ReadError, match="empty"):
        read_html(b" ", "a.html")
    monkeypatch.setattr(page, "LARGEST", 10)
    with pytest.raises(ReadError, match="too large"):
        read_html(b"<p>0123456789</p>", "a.html")


def test_deep_nesting_is_read_or_refused_and_never_ends_python():
    for depth in (300, 20_000):
        html = "<div>" * depth + "words" + "</div>" * depth
        try:
            (document,) = read_html(html.encode(), "a.html")
        except ReadError:
            continue
        assert len(document.blocks) <= 1


def test_entities_are_never_expanded():
    bomb = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;">]><meeting>&c;</meeting>'
    with pytest.raises(ReadError, match="entities"):
        parse_xml(bomb, "a.xml")
    (document,) = read_html(b"<!DOCTYPE html [<!ENTITY b 'bbbb'>]><html><body><p>&b; words</p></body></html>", "a.html")
    assert "bbbb" not in document.blocks[0].text


def test_words_within_many_elements_are_kept_and_too_many_are_told():
    def nested(depth):
        return "<p>Before</p>" + "<div>" * depth + "Within" + "</div>" * depth + "<p>After</p>"

    texts = [block.text for block in page.read_html(nested(1_000).encode(), "a.html")[0].blocks]
    assert texts == ["Before", "Within", "After"]
    with pytest.raises(ReadError, match="nested too deeply"):
        page.read_html(nested(100_000).encode(), "a.html")


@pytest.mark.parametrize(("depth", "deep"), [(trees.DEEPEST, False), (trees.DEEPEST + 10, True)])
def test_what_an_older_parser_does_not_refuse_is_refused_here(depth, deep):
    deepest = root = lxml.etree.Element("div")
    for _ in range(depth - 1):
        deepest = lxml.etree.SubElement(deepest, "div")
    assert trees._is_deep(root) is deep
