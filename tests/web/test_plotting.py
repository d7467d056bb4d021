"""A drawing of figures through time says what the table beside it says."""

import datetime
import re
from xml.etree import ElementTree

import pytest

import minutesnlp as mn
from minutesnlp.web.plotting import HEIGHT, WIDTH, day_of, plot, short, steps, years


def figure(value, day, *, period=None, quote="It was so.", paragraph="p"):
    date = datetime.date.fromisoformat(day)
    told = {"unit": "home", "kind": "count", "per": None, "period": period, "speaker": None}
    return mn.Figure("homes", value, value, **told, date=date, quote=quote, paragraph_id=paragraph, start=0, end=1)


def points_of(drawing):
    tree = ElementTree.fromstring(str(drawing))
    return [(float(one.get("cx")), float(one.get("cy"))) for one in tree.iter("circle")]


def test_each_figure_is_a_point_later_ones_further_right_and_larger_ones_higher():
    drawn = points_of(
        plot([figure("10", "2021-05-01"), figure("30", "2022-05-01"), figure("20", "2023-05-01")], (), title="t")
    )
    assert drawn == sorted(drawn)
    assert drawn[1][1] < drawn[2][1] < drawn[0][1]
    assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in drawn)
    gap = (drawn[2][1] - drawn[1][1]) / (drawn[0][1] - drawn[1][1])
    assert gap == pytest.approx(0.5, abs=0.01)


def test_what_is_in_doubt_is_drawn_as_another_shape():
    drawing = str(plot([figure("1", "2021-05-01"), figure("2", "2022-05-01", paragraph="d")], {"d"}, title="t"))
    assert drawing.count("<circle") == 1
    assert drawing.count("plot__point--doubt") == 1


def test_words_are_escaped_and_nothing_has_a_style_of_its_own():
    hostile = "<script>alert(1)</script>"
    drawing = str(plot([figure("1", "2021-05-01", quote=hostile), figure("2", "2022-05-01")], (), title=hostile))
    assert "<script" not in drawing
    assert "style" not in drawing
    ElementTree.fromstring(drawing)


def test_fewer_than_two_points_are_no_drawing():
    assert plot([figure("1", "2021-05-01"), figure("1/2", "2021-06-01")], (), title="t") is None


def test_equal_and_negative_figures_of_one_day_are_drawn():
    assert len(points_of(plot([figure("5", "2021-05-01"), figure("5", "2021-05-01")], (), title="t"))) == 2
    assert len(points_of(plot([figure("-5", "2021-05-01"), figure("0", "2021-05-01")], (), title="t"))) == 2


def test_a_figure_stands_at_the_period_it_is_of():
    assert day_of(figure("1", "2023-05-01", period="2021-09")) == datetime.date(2021, 9, 1)
    assert day_of(figure("1", "2023-05-01", period="2021-31")) == datetime.date(2023, 5, 1)
    assert day_of(figure("1", "2023-05-01")) == datetime.date(2023, 5, 1)


def test_axes_have_round_numbers_and_at_most_eight_years():
    assert steps(0, 131)[-1] >= 131
    assert len(steps(0, 131)) <= 7
    assert [short(number) for number in (0, 50, 1500, 2_500_000, 0.5)] == ["0", "50", "1,500", "2.5m", "0.5"]
    assert len(years(datetime.date(1990, 1, 1), datetime.date(2025, 1, 1))) <= 8
    assert re.fullmatch(r"[\d,]+", short(1e5))
