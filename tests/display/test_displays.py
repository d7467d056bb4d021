"""What a notebook shows: everything escaped, nothing altered, long output folded and of bounded size."""

import html
import re
import subprocess
import sys

import pytest

import minutesnlp as mn
from minutesnlp.display import as_html
from minutesnlp.display.html import MOST, escaped, listing, table
from minutesnlp.display.marked import marked, meaning
from minutesnlp.records.people import Act, Stint
from minutesnlp.text.marking import merge, shift

HOSTILE = "<script>alert('x')</script>\"&"


@pytest.fixture(scope="module")
def corpus():
    return mn.example_corpus()


@pytest.fixture(scope="module")
def archive(corpus):
    return mn.Archive.in_memory(corpus)


def hostile():
    paragraphs = [
        mn.Paragraph("p1", f"Councillor Ann Field asked if {HOSTILE} £5.20 was paid? Mr Pole undertook to do so."),
        mn.Paragraph("p2", f"RESOLVED: that {HOSTILE} be paid.", number=HOSTILE, citation=HOSTILE, section="decision"),
    ]
    item = mn.Item("i", HOSTILE, HOSTILE, tuple(paragraphs), meeting_id="m", council=HOSTILE, body=HOSTILE)
    there = mn.Attendee(HOSTILE, role=HOSTILE)
    return mn.Meeting(
        "m", HOSTILE, HOSTILE, venue=HOSTILE, items=(item,), source=HOSTILE, notes=(HOSTILE,), attendance=(there,)
    )


def person():
    act = Act("moved", HOSTILE, "p1", citation=HOSTILE)
    return mn.Person(HOSTILE, HOSTILE, HOSTILE, "member", HOSTILE, roles=(Stint(HOSTILE),), moved=(act,))


def closing():
    return mn.Closing(HOSTILE, "p2", 0, 1, HOSTILE, citation=HOSTILE)


def figure():
    return mn.Figure(HOSTILE, HOSTILE, HOSTILE, HOSTILE, None, HOSTILE, HOSTILE, HOSTILE, None, HOSTILE, "p1", 0, 1)


def shown_of(meeting):
    corpus = mn.Corpus([meeting], skipped=[mn.Skipped(HOSTILE, HOSTILE, HOSTILE)])
    hits = mn.Archive.in_memory(corpus).search("paid OR undertook", k=None)
    item = meeting.items[0]
    found = [mn.tag(item), mn.tag(HOSTILE + " Cllr Ann Field"), mn.find_decisions(item)]
    assert len(hits) == 2
    assert all(found)
    bare = mn.Entities([mn.Entity("ROLE", HOSTILE, 0, 1, value=HOSTILE)])
    return [
        corpus,
        meeting,
        item,
        *item.paragraphs,
        hits,
        mn.Hits(
            hits, query=HOSTILE, read_as=HOSTILE, expansions=[HOSTILE], near=[HOSTILE], facets={HOSTILE: {HOSTILE: 1}}
        ),
        hits[0],
        *found,
        mn.Undertakings(
            [mn.Undertaking(HOSTILE, "p1", 0, 9, HOSTILE, due_text=HOSTILE, citation=HOSTILE, closings=(closing(),))]
        ),
        mn.Questions([mn.Question(HOSTILE, "p1", 0, 9, HOSTILE, HOSTILE, HOSTILE, citation=HOSTILE)]),
        mn.find_decisions(item)[0],
        bare,
        mn.summarise(item),
        mn.summarise(meeting),
        mn.Readings([mn.Reading(HOSTILE, reason=HOSTILE)]),
        mn.People([person()]),
        person(),
        mn.Figures([figure()], doubts=[mn.Doubt("sum", HOSTILE, (HOSTILE,), ("p1",), (HOSTILE,))]),
        mn.Position(HOSTILE, decision=mn.Said("decision", HOSTILE, "p1", 0, 1, who=HOSTILE, citation=HOSTILE)),
        mn.Checks([mn.Check(HOSTILE, 0, 1, "altered", source=HOSTILE, changes=(HOSTILE,), citation=HOSTILE)]),
        mn.Keywords([mn.Keyword(HOSTILE, HOSTILE, 1, 1, 1.0, 1.0, 1.0, 1.0, 1, 1)]),
    ]


@pytest.mark.parametrize("shown", shown_of(hostile()), ids=lambda shown: type(shown).__name__)
def test_a_script_in_any_field_is_shown_as_text(shown):
    page = shown._repr_html_()
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert "alert('x')" not in page


def test_a_text_that_is_marked_loses_and_gains_no_character(corpus):
    for item in corpus[3].items:
        for paragraph in item.paragraphs:
            page = marked(paragraph.text, spans=[(0, 5), (3, 9)], entities=mn.tag(paragraph))
            assert html.unescape(re.sub(r"<[^>]*>", "", page)) == paragraph.text


def test_a_mark_may_end_inside_an_entity():
    entity = mn.Entity("PERSON", "Ann Field", 5, 14, value="Ann Field")
    page = marked("Cllr Ann Field spoke", spans=[(0, 8)], entities=[entity])
    assert page == (
        '<mark>Cllr </mark><span class="e person" title="PERSON: Ann Field"><mark>Ann</mark> Field</span> spoke'
    )


def test_a_long_text_is_cut_and_says_by_how_much():
    assert marked("a" * 50, spans=[(8, 20)], most=10).endswith("<mark>aa</mark>… (40 characters more)")


def test_a_thousand_hits_stay_under_200_kilobytes_and_say_what_is_left_out(corpus):
    paragraphs = [(p, item, m) for m in corpus for item in m.items for p in item.paragraphs][:1000]
    hits = mn.Hits(
        mn.Hit(n, 1.0, 1.0, 1.0, ("a",), ((0, 3),), (p.text * 3)[:300], 0, p, item, m)
        for n, (p, item, m) in enumerate(paragraphs, start=1)
    )
    page = hits._repr_html_()
    assert len(page.encode()) < 200_000
    drawn = page.count("<tr>") - page.count("<thead>")
    assert 200 < drawn < 1000
    assert f"… and {1000 - drawn:,} more: to_frame() holds all 1,000." in page


def test_no_display_is_larger_than_its_bound(corpus):
    for shown in (corpus, mn.tag(corpus), mn.find_decisions(corpus), mn.find_undertakings(corpus)):
        assert len(shown._repr_html_().encode()) < 200_000
    item = mn.Item("i", "x", paragraphs=tuple(mn.Paragraph(str(n), "word " * 900) for n in range(400)))
    page = item._repr_html_()
    assert len(page.encode()) < 200_000
    assert "more paragraphs." in page


def test_rows_that_are_not_shown_are_not_made():
    drawn = []

    def rows():
        for number in range(10_000):
            drawn.append(number)
            yield number, "x" * 1000

    page = listing(("n", "text"), rows(), 10_000)
    assert len(drawn) < MOST / 1000 + 2
    assert "21 to 120 of 10,000" in page


def test_hits_mark_the_words_of_the_query_and_cite(archive):
    hits = archive.search('"foster carers" recruitment', k=40)
    page = hits._repr_html_()
    seen = [shift(hit.spans, hit.snippet_start, hit.snippet_start + len(hit.snippet)) for hit in hits]
    assert page.count("<mark>") == sum(len(merge(spans)) for spans in seen) > 3
    assert "<mark>foster carers</mark>" in page
    assert re.search(r"minute \d+/\d+, paragraph \d+</p>", page)
    assert "nothing found" in archive.search("zzzzz")._repr_html_()


def test_an_item_shows_its_entities_with_a_legend_and_their_value_on_hover(archive):
    item = archive.search('"foster carers"')[0].item
    page = item._repr_html_()
    assert 'title="DATE: ' in page
    assert '<span class="e person">person</span>' in page
    assert 'class="decided"' in page


@pytest.mark.parametrize(
    ("entity", "told"),
    [
        (mn.Entity("FIGURE", "", 0, 0, value="2/3", unit="day", hedge="about"), "FIGURE: about 2 to 3 day"),
        (mn.Entity("FIGURE", "", 0, 0, value="5.20", unit="GBP", direction="up"), "FIGURE: 5.20 GBP, up"),
        (mn.Entity("DATE", "", 0, 0, value="2021-02"), "DATE: 2021-02 (2021-02-01 to 2021-02-28)"),
        (mn.Entity("DATE", "", 0, 0, value="2021-06-31", kind="invalid"), "DATE: 2021-06-31 (invalid)"),
        (mn.Entity("ROLE", "", 0, 0), "ROLE: no value"),
    ],
)
def test_what_an_entity_means_is_told_in_a_line(entity, told):
    assert meaning(entity) == told


def test_entities_of_a_string_are_shown_in_it():
    assert "paid <span" in mn.tag("Cllr Ann Field paid £5.20.")._repr_html_()


def test_what_has_no_display_of_its_own_is_shown_by_its_fields():
    assert "<td>Ann</td>" in as_html(mn.Attendee("Ann"))
    assert "none" in as_html(mn.Checks())
    assert as_html(3).endswith("<pre>3</pre></div>")


def test_numbers_stand_to_the_right_and_none_is_nothing():
    page = table(("a",), [(1234,), (None,), (True,)])
    assert '<td class="n">1,234</td>' in page
    assert "<td></td>" in page
    assert "<td>yes</td>" in page
    assert escaped(None) == ""


def test_importing_the_library_loads_no_display():
    code = "import sys, minutesnlp; print('minutesnlp.display' in sys.modules); minutesnlp.Hits()._repr_html_(); "
    code += "print('minutesnlp.display' in sys.modules, 'spacy' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert told == ["False", "True", "False"]


def test_a_digest_shows_who_promised_what_and_on_what_matter():
    text = "Nets were left on the jetty in May. Ada Wren to follow-up."
    paragraph = mn.Paragraph(id="p", text=text, item_id="i")
    meeting = mn.Meeting(id="m", items=(mn.Item(id="i", title="Jetty", paragraphs=(paragraph,), meeting_id="m"),))
    page = mn.summarise(meeting)._repr_html_()
    assert "<b>Ada Wren</b>, no date: [Nets were left on the jetty in May.] Ada Wren to follow-up." in page
