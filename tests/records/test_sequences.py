"""Sequences of records: read-only, sliced into their own class, printed as tables."""

import dataclasses
import datetime

import openpyxl
import pytest

import minutesnlp as mn
from minutesnlp import tables
from minutesnlp.records import Reading, Readings

ENTITIES = mn.Entities(mn.Entity("FIGURE", str(n), 0, 1, value=str(n)) for n in range(30))


def test_a_slice_is_of_the_same_class():
    assert ENTITIES[2:4] == mn.Entities(ENTITIES[n] for n in (2, 3))
    assert isinstance(ENTITIES[:1], mn.Entities)
    assert hash(ENTITIES[:]) == hash(ENTITIES)
    assert list(ENTITIES) != ENTITIES


def test_hits_keep_their_query_when_sliced():
    hits = mn.Hits([], query="rents", read_as="rents", total=7)
    assert (hits[:0].query, hits[:0].total) == ("rents", 7)
    assert mn.Hits().total == 0


def test_a_long_sequence_is_shown_in_part_and_says_how_much_more_there_is():
    assert repr(ENTITIES).endswith("… and 10 more")
    assert "21 to 30 of 30" in ENTITIES._repr_html_()
    assert repr(ENTITIES[:0]) == "Entities(none)"


def test_what_is_shown_as_html_is_escaped():
    html = mn.Entities([mn.Entity("ROLE", "<script>", 0, 8)])._repr_html_()
    assert "<script>" not in html
    assert "&lt;script&gt;" in html


def test_a_corpus_is_entered_by_place_and_by_id():
    corpus = mn.Corpus([mn.Meeting("a"), mn.Meeting("b")], skipped=[mn.Skipped("c.txt", "empty")])
    assert corpus["b"] is corpus[1]
    assert [m.id for m in corpus[:1]] == ["a"]
    assert repr(corpus) == "Corpus(2 meetings, 0 paragraphs, 1 file skipped)"
    with pytest.raises(KeyError, match="no meeting 'z' among 2"):
        corpus["z"]
    assert corpus.items == ()


def test_rows_frame_and_csv_agree():
    frame = ENTITIES.to_frame()
    assert list(frame["value"]) == [row["value"] for row in ENTITIES.rows()]
    assert len(ENTITIES.to_csv().splitlines()) == 31


def test_a_report_of_readings_is_narrow_and_keeps_the_ends_of_names():
    readings = [Reading(f"{'long/' * 40}{n:02}.pdf", reader="pdf", guesses=("guessed: x",)) for n in range(30)]
    readings.append(Reading("a.bin", reason="no reader knows this kind of file, and here is more of it " * 3))
    report = Readings(readings)
    whole = report.to_text().splitlines()
    assert whole[0] == "Readings(30 files read, 1 skipped, 30 guesses)"
    assert len(whole) == 33
    assert max(map(len, whole)) <= 160
    assert whole[2].split()[0].endswith("/00.pdf")
    assert len(repr(report).splitlines()) == 23
    assert repr(report).endswith("… and 11 more")
    assert repr(Readings()) == "Readings(none)"
    assert Readings().to_text() == "Readings(0 files read, 0 skipped, 0 guesses)"


def meeting():
    paragraph = mn.Paragraph(
        "m/1/1", "Cllr Ann Field paid 5 or 6 pounds in May 2021.", citation="minute 1, paragraph 1"
    )
    day = datetime.date(2021, 6, 1)
    item = mn.Item("m/1", "Rents", "1", (paragraph,), meeting_id="m", body="Board", date=day)
    front = mn.Paragraph("m/0", "A meeting of the Board", section="front")
    return mn.Meeting("m", body="Board", date=day, items=(item,), front=(front,))


def test_what_was_found_knows_where_it_stands():
    found = mn.tag(mn.Corpus([meeting()]))
    row = found[:1].rows()[0]
    assert (row["date"], row["body"], row["number"], row["title"]) == ("2021-06-01", "Board", "1", "Rents")
    assert row["citation"] == "minute 1, paragraph 1"
    assert found.place(found[0]).item.id == "m/1"
    assert mn.Entities(found).rows()[0].keys() < row.keys()
    assert mn.tag("Cllr Ann Field").place(mn.tag("Cllr Ann Field")[0]).paragraph.text == "Cllr Ann Field"


class Unread(tuple):
    """Parts of a meeting that nobody needs."""

    def __iter__(self):
        raise AssertionError("it is read")


def test_of_meetings_only_the_one_is_read_in_which_a_record_stands():
    found = [mn.Entity("ROLE", "Board", 17, 22, paragraph_id="m/0")]
    other = dataclasses.replace(meeting(), id="n", items=Unread(), front=Unread(), back=Unread())
    placed = mn.Entities(found, sources=[other, meeting()])
    assert placed.rows()[0]["date"] == "2021-06-01"
    assert "Board" in repr(placed)


def test_a_record_whose_paragraph_is_named_after_no_meeting_is_found_too():
    named = dataclasses.replace(meeting(), id="another")
    (row,) = mn.Entities([mn.Entity("ROLE", "Board", 17, 22, paragraph_id="m/0")], sources=[named]).rows()
    assert row["date"] == "2021-06-01"
    elsewhere = dataclasses.replace(meeting(), items=(), front=())
    (row,) = mn.Entities([mn.Entity("ROLE", "Board", 17, 22, paragraph_id="m/0")], sources=[elsewhere, named]).rows()
    assert row["date"] == "2021-06-01"


def test_a_front_paragraph_has_its_meetings_date_and_no_item():
    entity = mn.Entity("ROLE", "Board", 17, 22, paragraph_id="m/0")
    row = mn.Entities([entity], sources=[meeting()]).rows()[0]
    assert (row["date"], row["title"]) == ("2021-06-01", None)


def test_a_frame_has_true_dtypes_and_every_number_its_quote():
    entities = [
        mn.Entity("FIGURE", "5 or 6 pounds", 20, 33, value="5/6", unit="GBP", paragraph_id="m/1/1"),
        mn.Entity("FIGURE", "5", 20, 21, value="5", paragraph_id="m/1/1"),
        mn.Entity("DATE", "May 2021", 37, 45, value="2021-05", paragraph_id="m/1/1"),
    ]
    frame = mn.Entities(entities, sources=[meeting()]).to_frame()
    assert str(frame["date"].dtype) == str(frame["first_day"].dtype) == "datetime64[s]"
    assert list(frame["label"].cat.categories) == ["PERSON", "ROLE", "DATE", "FIGURE"]
    assert frame["low"].tolist()[:2] == [5.0, 5.0]
    assert frame["high"].tolist()[:2] == [6.0, 5.0]
    assert frame["amount"].isna().tolist() == [True, False, True]
    assert frame["last_day"][2].isoformat() == "2021-05-31T00:00:00"
    for _, row in frame.iterrows():
        assert row["quote"][row["start"] : row["end"]] == row["text"]


@pytest.mark.parametrize(("level", "rows"), [("meeting", 1), ("item", 1), ("paragraph", 2)])
def test_a_corpus_is_a_frame_at_three_levels(level, rows):
    frame = mn.Corpus([meeting()]).to_frame(level=level)
    assert len(frame) == rows
    assert str(frame["date"].dtype) == "datetime64[s]"
    assert frame["body"].dtype == "category"
    with pytest.raises(ValueError, match="level is 'page'"):
        mn.Corpus().to_frame(level="page")


def test_the_words_of_all_levels_add_up():
    corpus = mn.example_corpus()[:9]
    paragraphs = corpus.to_frame(level="paragraph")
    assert paragraphs["words"].sum() == corpus.to_frame()["words"].sum()
    told = paragraphs[paragraphs["section"].isin(["decision", "minutes"]) & paragraphs["item_id"].notna()]
    assert told["words"].sum() == corpus.to_frame(level="item")["words"].sum()


def test_a_workbook_is_read_back_with_true_dates_and_no_formula(tmp_path):
    decisions = mn.Decisions([mn.Decision("AGREED", '=HYPERLINK("x")\x0b', "m/1/1", 0, 5)], sources=[meeting()])
    decisions.to_excel(tmp_path / "a.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx")["Decisions"]
    names = [cell.value for cell in sheet[1]]
    row = dict(zip(names, sheet[2], strict=True))
    assert row["date"].value == datetime.datetime(2021, 6, 1)
    assert (row["text"].value, row["text"].data_type) == ('=HYPERLINK("x")\N{REPLACEMENT CHARACTER}', "s")
    assert row["start"].value == 0


def test_markdown_and_csv_are_returned_and_written(tmp_path):
    decisions = mn.Decisions([mn.Decision("AGREED", "a|b*", "m/1/1", 0, 4)], sources=[meeting()])
    assert decisions.to_markdown(tmp_path / "a.md").splitlines()[2].startswith(r"| AGREED | a\|b\* |")
    assert (tmp_path / "a.md").read_text("utf-8") == decisions.to_markdown()
    assert decisions.to_csv(tmp_path / "a.csv") == (tmp_path / "a.csv").read_bytes().decode()
    assert "minute 1, paragraph 1" in decisions.to_csv()


def test_a_column_with_gaps_keeps_whole_numbers_and_truth():
    frame = tables.to_frame(
        [{"n": 1, "b": True, "d": "2021-02-03"}, {"n": None, "b": None, "d": "soon"}], types={"d": "date"}
    )
    assert [str(dtype) for dtype in frame.dtypes] == ["Int64", "boolean", "datetime64[s]"]
    assert frame["d"].isna().tolist() == [False, True]


def test_figures_of_a_topic_have_their_numbers_and_days_in_a_frame():
    told = {"unit": "GBP", "kind": "money", "per": None, "speaker": None, "quote": "x", "paragraph_id": "m/1/1"}
    told |= {"date": datetime.date(2021, 6, 1), "start": 0, "end": 1}
    figures = [
        mn.Figure("rent", "5", "5", period="2021-05", **told),
        mn.Figure("rent", "5", "5/6", period=None, **told),
    ]
    frame = mn.Figures(figures, sources=[meeting()]).to_frame()
    assert frame["amount"].isna().tolist() == [False, True]
    assert frame["high"].tolist() == [5.0, 6.0]
    assert frame["last_day"][0].isoformat() == "2021-05-31T00:00:00"
    assert str(frame["first_day"].dtype) == "datetime64[s]"
