"""Plots: each takes an Axes and returns it, draws the numbers it was given, and says where they come from."""

import datetime
from collections import Counter

import pytest
from matplotlib import pyplot

import minutesnlp as mn
from minutesnlp.display.periods import name_of, period_of, span_of

plots = mn.plots


@pytest.fixture(scope="module")
def corpus():
    return mn.example_corpus()


@pytest.fixture(scope="module")
def archive(corpus):
    return mn.Archive.in_memory(corpus)


@pytest.fixture
def ax():
    return pyplot.subplots(layout="constrained")[1]


def heights(ax):
    return sum(bar.get_height() for bar in ax.patches if bar.get_width() == 0.8)


def household(value, date, meeting="m"):
    number = f"{meeting}/{value}"
    paragraph = mn.Paragraph(number, f"{value} households", citation=number)
    item = mn.Item(meeting, "x", paragraphs=(paragraph,), meeting_id=meeting, council="A Council", date=date)
    return mn.Entity("FIGURE", str(value), 0, 1, value=str(value), unit="household", paragraph_id=number), item


def test_every_plot_draws_on_the_axes_it_is_given_and_tells_its_source(corpus, archive, ax):
    hits = archive.search("library", k=None)
    people = archive.people()
    small = [item for item in corpus.items if "Librar" in item.title]
    for draw in (
        lambda a: plots.mentions(hits, ax=a),
        lambda a: plots.mentions({"library": hits, "budget": archive.search("budget")}, ax=a),
        lambda a: plots.who_and_what({"library": hits}, people, ax=a),
        lambda a: plots.decisions(mn.find_decisions(corpus), ax=a),
        lambda a: plots.undertakings(mn.find_undertakings(corpus), ax=a),
        lambda a: plots.lengths(corpus.items, ax=a),
        lambda a: plots.similarity(small, ax=a),
    ):
        given = ax.figure.add_subplot()
        assert draw(given) is given
        assert given.get_title(loc="left")
        assert "Source: " in given.get_xlabel()
        assert "Merrowdale Council" in given.get_xlabel()
        ax.figure.draw_without_rendering()


def test_without_axes_a_figure_is_made(archive):
    made = plots.mentions(archive.search("library"))
    assert made.figure.get_axes() == [made]


def test_the_bars_add_up_to_the_mentions_and_each_body_has_a_colour(archive, corpus, ax):
    hits = archive.search("foster*", k=None)
    plots.mentions(hits, by="quarter", within=corpus, ax=ax)
    assert heights(ax) == len(hits)
    bodies = {hit.meeting.body for hit in hits}
    assert {text.get_text() for text in ax.get_legend().get_texts()} == bodies
    assert f"{len(hits)} paragraphs of" in ax.get_xlabel()


def test_many_bodies_share_the_last_colour(ax):
    item, day = mn.Item("i", "x"), datetime.date(2024, 1, 1)
    paragraph = mn.Paragraph("p", "x")
    meetings = [mn.Meeting(str(n), body=f"Body {n}", date=day) for n in range(9)]
    hits = mn.Hits(mn.Hit(1, 1, 1, 1, (), (), "x", 0, paragraph, item, meeting) for meeting in meetings)
    plots.mentions(hits, by="year", ax=ax)
    labels = [text.get_text() for text in ax.get_legend().get_texts()]
    assert len(labels) == 7
    assert labels[-1] == "other bodies"
    assert heights(ax) == 9


def test_a_plot_of_some_hits_says_that_there_are_more(archive, ax):
    told = plots.mentions(archive.search("library", k=3), ax=ax).get_xlabel()
    assert "not all that were found" in " ".join(told.split())


def test_a_period_without_a_meeting_is_shaded(ax):
    days = [datetime.date(2021, 1, 1), datetime.date(2023, 1, 1)]
    meetings = mn.Corpus([mn.Meeting(str(day), date=day, items=(mn.Item("i", "x"),)) for day in days])
    hits = mn.Hits([mn.Hit(1, 1, 1, 1, (), (), "x", 0, mn.Paragraph("p", "x"), None, m) for m in meetings])
    plots.mentions(hits, by="year", within=meetings, ax=ax)
    assert [label.get_text() for label in ax.get_xticklabels()] == ["2021", "2022", "2023"]
    assert len([patch for patch in ax.patches if patch.get_width() == 1]) == 1


def test_values_that_differ_on_one_day_are_marked(ax):
    one, two = datetime.date(2021, 5, 1), datetime.date(2022, 5, 1)
    pairs = [household(118, one), household(131, one), household(121, two, "n"), household("80/90", two, "n")]
    found = mn.Entities([entity for entity, _ in pairs], sources=[item for _, item in pairs])
    plots.figures(found[:3], ax=ax)
    assert [text.get_text() for text in ax.get_legend().get_texts()] == ["one value", "values that differ on one day"]
    marked = next(line for line in ax.lines if line.get_marker() == "X")
    assert sorted(marked.get_ydata()) == [118, 131]
    assert ax.get_ylabel() == "household"
    assert "3 figures of 2 meetings, A Council, 1 May 2021 to 1 May 2022" in ax.get_xlabel()


def test_one_value_told_twice_is_no_conflict(ax):
    pairs = [household(118, datetime.date(2021, 5, 1)), household(118, datetime.date(2021, 5, 1))]
    plots.figures(mn.Entities([e for e, _ in pairs], sources=[i for _, i in pairs]), ax=ax)
    assert [text.get_text() for text in ax.get_legend().get_texts()] == ["one value"]


def test_a_figure_stands_on_the_day_it_is_told_of(ax):
    told = {"unit": "household", "kind": "count", "per": None, "speaker": None, "quote": "x", "paragraph_id": "p"}
    day = datetime.date(2021, 6, 22)
    pairs = (("131", "2020-03-31"), ("118", "2021-03"), ("114", None))
    found = [
        mn.Figure("households", value, value, period=period, date=day, start=0, end=3, **told)
        for value, period in pairs
    ]
    plots.figures(mn.Figures(found), ax=ax)
    line = next(line for line in ax.lines if line.get_linewidth() == 0.8)
    assert [str(date) for date in line.get_xdata(orig=True)] == ["2020-03-31", "2021-03-31", "2021-06-22"]
    assert list(line.get_ydata()) == [131, 118, 114]
    assert ax.get_title(loc="left") == "Households"


def test_figures_of_two_units_are_refused(ax):
    found = mn.tag("They paid £5 for 3 miles.")
    with pytest.raises(ValueError, match="GBP, mile"):
        plots.figures(found, ax=ax)


def test_private_people_are_not_drawn(ax):
    told = mn.Paragraph("m/a", "Present: Councillor Ann Field")
    said = mn.Paragraph("m/1", "Councillor Ann Field thanked Mrs Pole for the library.")
    item = mn.Item("m/1", "Library", paragraphs=(said,), meeting_id="m")
    came = mn.Attendee("Councillor Ann Field", "present", paragraph_id="m/a")
    meeting = mn.Meeting("m", items=(item,), front=(told,), attendance=(came,))
    archive = mn.Archive.in_memory(mn.Corpus([meeting]))
    topics = {"library": archive.search("library", k=None)}
    plots.who_and_what(topics, archive.people(), ax=ax)
    assert [label.get_text() for label in ax.get_yticklabels()] == ["Councillor Ann Field"]


def test_outcomes_are_counted_and_routine_ones_set_apart(ax):
    found = [mn.Decision("AGREED", "x", "p", 0, 1, routine=n == 0) for n in range(3)]
    plots.decisions(mn.Decisions([*found, mn.Decision("NOTED", "x", "p", 0, 1)]), ax=ax)
    assert Counter(bar.get_width() for bar in ax.patches) == Counter({2: 1, 1: 2, 0: 1})


def test_undertakings_are_stacked_by_status(corpus, ax):
    found = mn.find_undertakings(corpus)
    plots.undertakings(found, ax=ax)
    assert heights(ax) == len(found)
    assert {text.get_text() for text in ax.get_legend().get_texts()} == {one.status for one in found}


def test_undertakings_of_an_archive_are_stacked_by_where_they_stand(archive, ax):
    found = archive.undertakings(since="2023")
    plots.undertakings(found, ax=ax)
    assert {text.get_text() for text in ax.get_legend().get_texts()} == {one.standing for one in found}


def test_an_item_is_not_compared_with_itself(corpus, ax):
    plots.similarity([item for item in corpus.items if "Librar" in item.title][:3], ax=ax)
    shades = ax.images[0].get_array()
    assert shades.mask.diagonal().all()
    assert shades[0, 1] == pytest.approx(shades[1, 0])
    assert 0 < shades[0, 1] < 1


@pytest.mark.parametrize(
    "draw",
    [
        lambda ax: plots.mentions(mn.Hits(), ax=ax),
        lambda ax: plots.figures(mn.Entities(), ax=ax),
        lambda ax: plots.who_and_what({}, mn.People(), ax=ax),
        lambda ax: plots.decisions(mn.Decisions(), ax=ax),
        lambda ax: plots.undertakings(mn.Undertakings(), ax=ax),
        lambda ax: plots.lengths([], ax=ax),
        lambda ax: plots.similarity([], ax=ax),
    ],
)
def test_nothing_to_draw_is_said(draw, ax):
    draw(ax)
    assert ax.texts


def test_no_period_is_left_out():
    days = [datetime.date(2021, 11, 3), datetime.date(2022, 6, 1)]
    assert [name_of(period, "quarter") for period in span_of(days, "quarter")] == ["2021 Q4", "2022 Q1", "2022 Q2"]
    assert [name_of(period, "municipal year") for period in span_of(days, "municipal year")] == ["2021/22", "2022/23"]
    assert len(span_of(days, "month")) == 8
    assert span_of([], "year") == []
    with pytest.raises(ValueError, match="by is 'week'"):
        period_of(days[0], "week")
