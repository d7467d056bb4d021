"""Sentences that may answer what was promised before."""

import datetime

import pytest

from minutesnlp import tracking
from minutesnlp.records import Item, Meeting, Paragraph
from minutesnlp.tracking.undertakings.reporting import cited_in


def reports(*texts, kind="text", section="minutes", date=datetime.date(2031, 3, 4)):
    paragraphs = tuple(
        Paragraph(f"m/1/{n}", text, kind=kind, section=section, citation=f"m, {n}") for n, text in enumerate(texts)
    )
    return list(tracking.find_reports(Meeting("m", date=date, items=(Item("m/1", "Pump", paragraphs=paragraphs),))))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Three prices for the pump had been obtained.", True),
        ("The handle has not been repaired.", True),
        ("The county gave an update on the pump.", True),
        ("The pump was wet.", False),
        # what is promised anew answers nothing …
        ("The Clerk had written and would write again.", False),
        ("Action: prices had been obtained for the pump.", False),
        # … but where the minute is cited
        ("Minute 31/4: the Clerk would write again.", True),
        ("It took five minutes.", False),
    ],
)
def test_a_sentence_that_says_it_was_done_or_cites_a_minute_may_answer_a_promise(text, found):
    assert bool(reports(text)) is found


def test_a_report_stands_where_it_is_said_to_and_has_its_day():
    text = "The pump was wet. A price had been obtained."
    (one,) = reports(text)
    assert (text[one.start : one.end], one.paragraph_id, one.citation) == (one.text, "m/1/0", "m, 0")
    assert (one.text, one.date, one.why, one.sure) == (
        "A price had been obtained.",
        datetime.date(2031, 3, 4),
        "",
        False,
    )


def test_what_is_no_record_of_what_was_said_reports_nothing():
    text = "A price had been obtained."
    assert reports(text, kind="heading") == reports(text, section="agenda") == reports(text, date=None) == []


def test_every_minute_that_is_cited_is_told():
    assert cited_in("Minutes 31/4 and minute no. C4/21 were read in five minutes.") == ["31/4", "c4/21"]
