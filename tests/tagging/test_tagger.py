import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutesnlp.records import Corpus, Item, Meeting, Paragraph
from minutesnlp.tagging import tag


def paragraph(number, text, **more):
    return Paragraph(id=f"p{number}", text=text, **more)


def meeting():
    front = (paragraph(1, "Present: Councillors Tamsin Orrell and Idwal Fenn"),)
    items = (
        Item(
            "i1",
            "Benches",
            paragraphs=(paragraph(2, "Benches to be bought for £90.", section="agenda"),),
            date=datetime.date(2021, 3, 1),
        ),
        Item(
            "i2",
            "Trees",
            paragraphs=(paragraph(3, "Tamsin reported on 4 April."), paragraph(4, "It cost £12 last month.")),
        ),
    )
    return Meeting("m1", date=datetime.date(2021, 5, 1), front=front, items=items)


def test_offsets_are_into_the_very_string():
    text = "  Cllr  Ann Orrell paid £5.20 \n on 3 May 2021 "
    for entity in tag(text):
        assert text[entity.start : entity.end] == entity.text
        assert entity.paragraph_id is None
    assert [entity.label for entity in tag(text)] == ["PERSON", "FIGURE", "DATE"]


def test_an_item_knows_its_day():
    item = Item("i", "T", paragraphs=(paragraph(1, "It cost £12 last month."),), date=datetime.date(2021, 5, 1))
    assert [entity.value for entity in tag(item)] == ["12", "2021-04"]
    assert [entity.value for entity in tag(item, date="2020-01-09")] == ["12", "2019-12"]


def test_agenda_paragraphs_are_left_out_unless_asked_for():
    assert "£90" not in [entity.text for entity in tag(meeting())]
    assert "£90" in [entity.text for entity in tag(meeting(), agenda=True)]


def test_a_name_learnt_in_one_paragraph_is_known_in_the_next():
    found = [(entity.text, entity.value, entity.paragraph_id) for entity in tag(meeting()) if entity.label == "PERSON"]
    assert ("Tamsin", "Tamsin Orrell", "p3") in found
    alone = [entity.value for entity in tag(meeting().items[1]) if entity.label == "PERSON"]
    assert alone == ["Tamsin"]  # who speaks is a person, but no other paragraph says whose name it is


def test_a_corpus_is_tagged_meeting_by_meeting():
    assert len(tag(Corpus([meeting(), meeting()]))) == 2 * len(tag(meeting()))


def test_a_paragraph_alone_is_tagged():
    (entity,) = tag(paragraph(7, "held on 3 May 2021"))
    assert (entity.paragraph_id, entity.interval) == ("p7", (datetime.date(2021, 5, 3), datetime.date(2021, 5, 3)))


def test_a_table_row_holds_money_without_a_sign():
    (entity,) = tag(paragraph(1, "J Thorne Ltd | mower | 450.00", kind="table"))
    assert (entity.kind, entity.value, entity.unit) == ("money", "450", "GBP")


def test_an_impossible_date_is_kept_and_marked():
    (entity,) = tag("due on 31 June 2021")
    assert (entity.value, entity.kind, entity.interval) == ("2021-06-31", "invalid", None)


def test_a_date_without_year_or_anchor_has_no_year():
    assert [entity.value for entity in tag("on 4 April")] == ["XXXX-04-04"]


def test_hedge_direction_and_rate_are_told():
    (entity,) = tag("an increase of around £5,600 per week")
    assert (entity.text, entity.hedge, entity.direction, entity.per) == ("£5,600 per week", "around", "up", "week")


@pytest.mark.parametrize(
    ("text", "hedge", "comparator", "direction"),
    [
        ("It cost more than £40.", "more than", ">", None),
        ("It cost no more than £40.", "no more than", "<=", None),
        ("It cost just under £40.", "just under", "<", None),
        ("At least £40 is due.", "at least", ">=", None),
        ("Up to £40 is due.", "up to", "<=", None),
        ("Grants of £40 or more are told.", None, ">=", None),
        ("Grants of £40 and under are not.", None, "<=", None),
        ("It was up from £40.", None, None, "up"),
        ("There was a fall of £40.", None, None, "down"),
        ("It was down by over £40.", "over", ">", "down"),
        ("It was £40 lower than last time.", None, None, "down"),
        ("Some £40 was paid.", "some", None, None),
        ("It cost £40.", None, None, None),
        ("The works were spread over three years.", None, None, None),
        ("They had waited for over three years.", "over", ">", None),
    ],
)
def test_hedge_comparator_and_direction_of_a_figure(text, hedge, comparator, direction):
    (entity,) = (found for found in tag(text) if found.label == "FIGURE")
    assert (entity.hedge, entity.comparator, entity.direction) == (hedge, comparator, direction)


def test_american_numeric_dates_are_read_where_the_text_shows_them():
    assert [entity.value for entity in tag("12/25/21 and 2/4/22")] == ["2021-12-25", "2022-02-04"]
    assert [entity.value for entity in tag("2/4/22")] == ["2022-04-02"]


@pytest.mark.parametrize("empty", ["", "   ", "\n\n", "…", "a"])
def test_a_text_that_says_nothing_gives_nothing(empty):
    assert len(tag(empty)) == 0


def test_another_type_is_told():
    with pytest.raises(TypeError, match="int"):
        tag(7)


PIECES = st.sampled_from(
    [
        "Cllr",
        "Councillors",
        "Ann",
        "Orrell",
        ",",
        "and",
        "&",
        "(",
        ")",
        ".",
        ":",
        "–",
        "-",
        "/",
        "the",
        "Chair",
        "of",
        "Committee",
        "Director",
        "£",
        "5",
        "12",
        "2021",
        "3rd",
        "May",
        "20/21",
        "per",
        "week",
        "%",
        "one",
        "two",
        "votes",
        "for",
        "against",
        "\n",
        "\t",
        "’s",
        "O’",
        "7.30pm",
        "between",
        "to",
        "last",
        "year",
        "quarter",
        "Q2",
        "Section",
        "151",
        "Officer",
        "E.",
        "J",
        "I",
        "A",
    ]
)


@given(st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=40).map(" ".join)))
@settings(max_examples=150, deadline=None)
def test_any_text_is_tagged_by_the_law_of_offsets(text):
    last = 0
    for entity in tag(text, date="2021-05-01"):
        assert text[entity.start : entity.end] == entity.text
        assert entity.text == entity.text.strip()
        assert entity.start >= last
        last = entity.end
        assert entity.value or entity.label == "DATE"
        assert entity.label != "FIGURE" or entity.amount is not None


@pytest.mark.parametrize(
    ("text", "printed", "value"),
    [
        ("Sue ^TTurnham", "Sue ^TTurnham", "Sue Turnham"),
        ("Cllr Ann Ma^rkham spoke.", "Cllr Ann Ma^rkham", "Ann Markham"),
        ("Cllr Ann Mark\xadham spoke.", "Cllr Ann Mark\xadham", "Ann Markham"),
        ("Cllr Ann ^Markham spoke.", "Cllr Ann ^Markham", "Ann Markham"),
        ("Cllr Ann Markham¹ spoke.", "Cllr Ann Markham", "Ann Markham"),
    ],
)
def test_a_stray_mark_inside_a_name_hides_none(text, printed, value):
    (entity,) = tag(text)
    assert (entity.text, entity.value) == (printed, value)
    assert text[entity.start : entity.end] == printed


def test_what_was_one_is_no_unit():
    entities = tag("Three potters were asked; one was unable to come, but two had sent word.")
    assert [(e.value, e.unit) for e in entities if e.label == "FIGURE"] == [
        ("3", "potter"),
        ("1", "potter"),
        ("2", "potter"),
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Reed Insurance £426. 46: passed for payment.", "426.46"),
        ("A precept of £1850. 00 was set.", "1850"),
        ("Paid: £12. 50", "12.5"),
        ("It cost £40. 20 people came.", "40"),
        ("It cost £40. 12 May was wet.", "40"),
    ],
)
def test_pence_apart_from_their_pounds_are_of_the_sum(text, value):
    assert [e.value for e in tag(text) if e.unit == "GBP"] == [value]


@pytest.mark.parametrize("day", ["23° October, 2031", '23°" October, 2031', "23” of October 2031"])
def test_a_day_whose_ending_a_scan_misread_is_a_day(day):
    assert [(e.label, e.value) for e in tag(f"The post closes on {day}.")] == [("DATE", "2031-10-23")]


def test_degrees_are_no_day():
    assert [(e.label, e.unit) for e in tag("It was 23° in the pavilion.")] == [("FIGURE", "degree")]


@pytest.mark.parametrize(
    ("text", "value"),
    [("The 1/2 year fee", "0.5"), ("within 3/4 mile of it", "0.75"), ("for 1/2 years", "1/2"), ("for 2/3 days", "2/3")],
)
def test_half_of_one_is_no_range(text, value):
    assert [e.value for e in tag(text) if e.label == "FIGURE"] == [value]


def test_a_time_with_a_full_stop_is_one_and_initials_are_none():
    assert [e.value for e in tag("It opens at 7.pm in May.") if e.label == "DATE"][:1] == ["T19:00"]
    assert not any(e.label == "DATE" for e in tag("7. PM said that the pond froze."))
