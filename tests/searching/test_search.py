"""A search from end to end: what is found, in which order, and what is said about it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutesnlp.errors import QueryError
from minutesnlp.records import Hits, Item, Meeting, Paragraph
from minutesnlp.searching.collected.collection import collect, is_routine
from minutesnlp.searching.search import search

CARE, PLAN, BOARD, PARISH = "2020-10-12-care", "2021-02-03-planning", "2021-06-07-board", "undated-parish"


def test_the_paragraph_that_says_most_is_first(find):
    hit = find("foster carers")[0]
    assert hit.paragraph.id == f"{CARE}/20-12/2"
    assert hit.citation == f"Exford Council, {CARE}/20-12/2"
    assert hit.item.title == "Fostering Service"
    assert hit.meeting.id == CARE
    assert [hit.paragraph.text[a:b] for a, b in hit.spans] == ["foster", "carers"]
    assert hit.terms == ("foster", "carers")
    assert hit.bm25 > 0 < hit.tfidf


def test_ranks_count_from_one_and_scores_fall(find):
    for ranker in ("fused", "bm25", "tfidf"):
        hits = find("foster carers placements", ranker=ranker, k=None)
        assert [hit.rank for hit in hits] == list(range(1, len(hits) + 1))
        assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_a_phrase_is_found_and_its_parts_apart_are_not(ids):
    assert set(ids('"mill lane"')) >= {f"{PLAN}/20-40/1", f"{CARE}/20-13/b2"}
    assert ids('"lane mill"') == []


def test_a_phrase_with_a_stop_word_keeps_its_distance(ids):
    assert f"{CARE}/20-13/b1" in ids('"head of service"')
    assert ids('"head service"') == []


def test_exactly_keeps_case_and_punctuation(ids):
    assert ids('exactly:"Children\'s Trust"') == [f"{CARE}/20-13/1"]
    assert ids('exactly:"children\'s trust"') == [f"{CARE}/20-13/2"]
    assert ids('exactly:"Trust fund"') == []
    assert ids('exactly:"It\'s"') == [f"{CARE}/20-13/1"]


def test_near_finds_words_a_few_apart_in_either_order(ids):
    assert ids("months near/3 nine") == [f"{CARE}/20-12/2"]
    assert ids("family near/2 months") == []
    assert ids("family near/3 months") == [f"{CARE}/20-12/2"]
    assert ids('months near/3 "a family"') == [f"{CARE}/20-12/2"]
    assert ids("the near/2 months")[0] == f"{CARE}/20-12/2"


def test_words_that_stand_nowhere_so_near_are_told_and_how_often_each_stands(find):
    hits = find("family near/2 months")
    assert "“family” and “months” stand nowhere within 2 words of each other." in hits.read_as
    assert "stands in no paragraph" not in hits.read_as
    assert [one.partition(" stands in ")[0] for one in hits.near] == ["“family”", "“months”"]
    assert find("famil* near/1 months").near[0].startswith("“famil*” stands in ")


def test_a_prefix_finds_every_word_that_begins_so(ids):
    assert set(ids("recruitm* ")) == {f"{CARE}/20-12/2"}
    assert set(ids("placem*")) == {f"{BOARD}/21-3/1", f"{BOARD}/21-3/2"}
    assert ids("zzz*") == []


def test_either_and_without(ids):
    assert set(ids("kinship OR allotment", k=None)) >= {f"{CARE}/20-12/3", f"{PARISH}/4/1"}
    assert f"{BOARD}/21-3/2" not in ids("foster -residential", k=None)
    assert f"{BOARD}/21-3/2" in ids("foster", k=None)


def test_words_may_stand_in_the_title_or_beside(ids):
    # “fees” stands beside “written response”, “fostering” in the title
    assert f"{CARE}/20-12/5" in ids("fees response", k=None)
    assert ids("fostering kinship")[0] == f"{CARE}/20-12/3"


def test_a_title_alone_is_enough_when_it_holds_all_and_counts_once(ids, find):
    assert ids("allotments", k=None) == [f"{PARISH}/4/1"]
    assert f"{PARISH}/4/2" in ids("allotments", k=100)
    assert "1 hit; 1 more stands under a title that says so" in find("allotments").read_as


def test_an_item_whose_title_alone_says_it_counts_once():
    talk = [Paragraph(f"{n}", text) for n, text in enumerate(("Rents were set.", "Water was laid on.", "A shed fell."))]
    collection = collect([Meeting(id="m", items=(Item("i", "Allotments", paragraphs=tuple(talk)),))])
    hits = search(collection, "allotments")
    assert hits.total == 1
    assert len(hits) == 3
    assert "1 hit; 2 more stand under a title that says so. It stands for an item" in hits.read_as
    assert search(collection, "allotments -rents").total == 1


def test_the_number_of_an_item_finds_it(ids):
    assert ids("20/40")[0].startswith(f"{PLAN}/20-40")


def test_hits_with_part_of_the_query_follow_and_are_announced(find):
    hits = find("kinship residential fees")
    assert (hits.total, hits.partly) == (0, len(hits))
    assert "No paragraph has all of “kinship”, “residential” and “fees”" in hits.read_as
    less = sum(hit.match == "less" for hit in hits)
    assert f"{len(hits)} hold part of it, {less} of them less than half" in hits.read_as
    follow = find("mill lane refused")
    assert "2 hits; 2 more hold part of it." in follow.read_as
    assert follow[len(follow) - 1].score < 0.5 <= follow[0].score
    strict = find("mill lane refused", relax=False)
    assert "part of it" not in strict.read_as
    assert len(strict) == strict.total == follow.total == len(follow) - 2
    dated = find("mill lane refused", sort="date")
    assert [hit.score >= 0.5 for hit in dated] == [hit.score >= 0.5 for hit in follow]


@pytest.mark.parametrize("query", ["mill lane refused", "foster carers kinship", "foster carers", "report noted"])
def test_what_answers_does_not_hang_on_how_many_are_asked_for_or_in_which_order(find, query):
    whole = find(query, k=None)
    for options in ({"k": 1}, {"k": 10}, {"k": 400}, {"sort": "newest"}):
        hits = find(query, **options)
        assert (hits.total, dict(hits.facets)) == (whole.total, dict(whole.facets))
    # what holds only part of it follows behind, and no further than was asked for
    every = [hit.paragraph.id for hit in find(query, k=400)]
    assert [hit.paragraph.id for hit in whole] == every[: whole.total]
    assert [hit.paragraph.id for hit in find(query, k=3)] == every[:3]


def test_a_word_that_is_nowhere_is_told(find):
    hits = find("kinship xyzzy")
    assert len(hits) == 0
    assert "“xyzzy” stands in no paragraph" in hits.read_as


@pytest.mark.parametrize("query", ["xyzzy", "unicorn stables", "best recipe for pancakes with maple syrup"])
def test_a_query_about_nothing_here_finds_nothing(find, query):
    hits = find(query)
    assert len(hits) == hits.total == 0
    assert "none" in hits.read_as


@pytest.mark.parametrize("query", ["", "   ", "???", "of the", "the ... –", "()", '""'])
def test_a_query_of_stop_words_or_punctuation_finds_nothing_and_says_why(find, query):
    for ranker in ("fused", "bm25", "tfidf"):
        hits = find(query, ranker=ranker)
        assert isinstance(hits, Hits)
        assert len(hits) == 0
        assert hits.read_as.startswith("Nothing to search for")


def test_a_question_in_plain_words_is_a_query(find):
    hits = find("What did the councillors say about the overspend?")
    assert hits[0].paragraph.id == f"{BOARD}/21-3/1"
    assert "Left out as words of a question: “What”, “did”, “say” and “about”." in hits.read_as


def test_a_dash_in_a_sentence_is_no_without(find):
    asked = "The panel heard of the recruitment of foster carers and their assessment -the months it took."
    assert find(asked)[0].paragraph.id == f"{CARE}/20-12/2"
    assert "without" not in find(asked).read_as


def test_a_question_of_only_such_words_is_still_asked(find):
    assert "“what”" in find("what about").read_as


def test_filters_alone_select(ids):
    assert ids("", body="planning") == [f"{PLAN}/20-40/{n}" for n in (1, 2, 3)]
    assert ids("year:2020/21 holds:vote") == [f"{PLAN}/20-40/2"]


@pytest.mark.parametrize("k", [0, -1, True, 2.5])
def test_k_must_be_at_least_one(find, k):
    with pytest.raises(ValueError, match="at least one"):
        find("fees", k=k)


def test_k_above_the_count_gives_all(find):
    assert len(find("fees", k=1000)) == len(find("fees", k=None))


@pytest.mark.parametrize("wrong", [{"ranker": "best"}, {"sort": "size"}, {"colour": "red"}], ids=str)
def test_an_option_there_is_not_is_refused_with_what_there_is(find, wrong):
    with pytest.raises(ValueError, match=r"there are|must be one of"):
        find("fees", **wrong)


def test_a_query_must_be_a_string(find):
    with pytest.raises(TypeError, match="must be a string"):
        find(None)


def test_bm25_alone_is_the_indexs_own(find, collection):
    for ranker in ("bm25", "tfidf"):
        hits = find("foster placements fees", ranker=ranker, k=None)
        _, scores = collection.index.top("foster placements fees", None, ranker=ranker, title_weight=0)
        assert [hit.score for hit in hits] == scores.tolist()
        assert [getattr(hit, ranker) for hit in hits] == pytest.approx(scores.tolist())


def test_bm25_alone_keeps_to_phrases_and_filters(ids):
    assert set(ids('"foster carers" OR kinship', ranker="bm25")) == {
        f"{CARE}/20-12/2",
        f"{CARE}/20-12/a",
        *(f"{CARE}/20-12/{n}" for n in (3, 4)),
    } or f"{CARE}/20-12/2" in ids('"foster carers" OR kinship', ranker="bm25")
    assert ids("marsh", ranker="bm25", body="planning") == [f"{PLAN}/20-40/1"]
    assert ids("marsh body:planning", ranker="tfidf") == [f"{PLAN}/20-40/1"]


def test_sorted_by_date_undated_last(find):
    dates = [hit.meeting.date for hit in find("raised OR foster OR refused", k=None, sort="date")]
    known = [date for date in dates if date]
    assert known == sorted(known)
    assert dates[len(known) :] == [None] * (len(dates) - len(known))
    newest = [hit.meeting.date for hit in find("raised OR foster OR refused", k=None, sort="newest")]
    assert [date for date in newest if date] == sorted(known, reverse=True)
    assert newest[-1] is None


def test_agenda_text_and_routine_matters_count_for_less(find):
    agenda, plain = f"{CARE}/20-12/a", find("foster carers report", k=None, plain=True)
    place = {hit.paragraph.id: hit.rank for hit in find("foster carers report", k=None)}
    assert place[agenda] >= {hit.paragraph.id: hit.rank for hit in plain}[agenda]


def test_an_agenda_blurb_is_marked_as_such_and_can_be_left_out(find, ids):
    blurb = next(hit for hit in find("foster carers", k=None) if hit.paragraph.id == f"{CARE}/20-12/a")
    assert blurb.paragraph.section == "agenda"
    assert f"{CARE}/20-12/a" not in ids("foster carers", kind="minutes", k=None)


@settings(deadline=None, max_examples=150)
@given(
    query=st.text(max_size=30)
    | st.lists(st.sampled_from(['"', "(", ")", "-", "OR ", "fees ", "foster", " near/3 ", "*", "title:", "the "])).map(
        "".join
    )
)
@pytest.mark.parametrize("ranker", ["fused", "bm25"])
def test_nothing_raises_but_a_value_that_is_not_closed(collection, ranker, query):
    try:
        hits = search(collection, query, ranker=ranker)
    except QueryError:
        return
    assert hits.read_as
    for hit in hits:
        assert all(0 <= a < b <= len(hit.paragraph.text) for a, b in hit.spans)
        assert hit.paragraph.text[hit.snippet_start :].startswith(hit.snippet)


def test_an_empty_archive_answers():
    empty = collect([])
    assert len(search(empty, "fees")) == 0
    assert len(search(empty, "fees", ranker="bm25", since="2020")) == 0


def test_what_is_routine():
    from minutesnlp.records import Paragraph

    assert is_routine(Paragraph("a", "Apologies were received from two members."))
    assert is_routine(Paragraph("a", "x", kind="boilerplate"))
    assert not is_routine(Paragraph("a", "The strategy was approved."))
