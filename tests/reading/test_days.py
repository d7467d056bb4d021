"""Full dates and clock times in headings."""

import datetime

import pytest

from minutesnlp.reading.page.days import clock_in, days_in


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("held on Thursday 8th March 2007", "2007-03-08"),
        ("16 May, 2012", "2012-05-16"),
        ("the 4th day of March 2019", "2019-03-04"),
        ("MONDAY NOVEMBER 4TH 2013", "2013-11-04"),
        ("March 4, 2025", "2025-03-04"),
        ('20" JUNE, 2016', "2016-06-20"),
        ("2024-03-05", "2024-03-05"),
        ("2024_03_05", "2024-03-05"),
        ("02/09/2013", "2013-09-02"),
        ("05.09.19", "2019-09-05"),
        ("Monday 4 March 2O24", "2024-03-04"),
        ("3 Sept. 2020", "2020-09-03"),
    ],
)
def test_a_date_is_read_as_printed(text, iso):
    assert [day.date.isoformat() for day in days_in(text)] == [iso]


@pytest.mark.parametrize(
    "text", ["31 June 2020", "99/99/2020", "minute 21/16", "£12.50.20", "in March 2020", "section 4.15"]
)
def test_no_date_is_made_of_what_is_none(text):
    assert list(days_in(text)) == []


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("at 7.30pm", datetime.time(19, 30)),
        ("at 9.45 A.M.", datetime.time(9, 45)),
        ("12 noon", datetime.time(12)),
        ("12.15 am", datetime.time(0, 15)),
        ("at 19:30", datetime.time(19, 30)),
        ("1930 hrs", datetime.time(19, 30)),
        ("7 p.m.", datetime.time(19)),
        ("Time: 18.00", datetime.time(18)),
    ],
)
def test_a_clock_time_is_read_as_printed(text, time):
    assert clock_in(text) == time


@pytest.mark.parametrize("text", ["section 7.30", "45.30 pm", "99:99", "item 7.15 of the agenda", ""])
def test_no_time_is_made_of_what_is_none(text):
    assert clock_in(text) is None
