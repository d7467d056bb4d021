"""Dates as users write them."""

import datetime

import pytest

from minutesnlp.errors import QueryError
from minutesnlp.searching.asking.periods import days_of, municipal_years

D = datetime.date


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2020", D(2020, 1, 1), D(2020, 12, 31)),
        ("2020-02", D(2020, 2, 1), D(2020, 2, 29)),
        ("2020-09-07", D(2020, 9, 7), D(2020, 9, 7)),
        ("2020/21", D(2020, 5, 1), D(2021, 4, 30)),
        ("2019-20", D(2019, 5, 1), D(2020, 4, 30)),
        ("2011-12", D(2011, 12, 1), D(2011, 12, 31)),  # a month
        ("2020-2021", D(2020, 5, 1), D(2021, 4, 30)),
        ("1999/00", D(1999, 5, 1), D(2000, 4, 30)),
        ("7 September 2020", D(2020, 9, 7), D(2020, 9, 7)),
        ("7th Sept 2020", D(2020, 9, 7), D(2020, 9, 7)),
        ("September 2020", D(2020, 9, 1), D(2020, 9, 30)),
        ("07/09/2020", D(2020, 9, 7), D(2020, 9, 7)),
        (D(2020, 9, 7), D(2020, 9, 7), D(2020, 9, 7)),
        (datetime.datetime(2020, 9, 7, 12), D(2020, 9, 7), D(2020, 9, 7)),
    ],
)
def test_a_period_covers_these_days(value, first, last):
    assert days_of(value) == (first, last)


@pytest.mark.parametrize(
    "value", ["", "soon", "2020-13", "2020/22", "31/02/2020", "2020-02-30", "3 Brumaire 2020", "12/3", "5 2020"]
)
def test_what_is_no_date_is_refused_with_what_is(value):
    with pytest.raises(QueryError, match=r"since .* is no date\. Write 2021"):
        days_of(value, "since")


def test_a_municipal_year_begins_in_may():
    assert municipal_years(D(2021, 4, 30), D(2021, 4, 30)) == ["2020/21"]
    assert municipal_years(D(2021, 5, 1), D(2021, 5, 1)) == ["2021/22"]
    assert municipal_years(D(2019, 12, 31), D(2022, 4, 30)) == ["2019/20", "2020/21", "2021/22"]
