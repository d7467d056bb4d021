"""How a query is read: any string is one."""

import contextlib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutesnlp.errors import QueryError
from minutesnlp.searching.asking.grammar import All, Either, Filter, Near, Not, Phrase, Words, leaves, parse
from minutesnlp.searching.understanding.reading_back import said

FOSTER, CARERS, FEES = Words("foster"), Words("carers"), Words("fees")


@pytest.mark.parametrize(
    ("query", "tree"),
    [
        ("foster carers", All((FOSTER, CARERS), implied=True)),
        ("foster AND carers", All((FOSTER, CARERS))),
        ("foster OR carers fees", Either((FOSTER, All((CARERS, FEES), implied=True)))),
        ("(foster OR carers) fees", All((Either((FOSTER, CARERS)), FEES), implied=True)),
        ("-foster", Not(FOSTER)),
        ("NOT foster", Not(FOSTER)),
        ("NOT NOT foster", FOSTER),
        ("fees -(foster OR carers)", All((FEES, Not(Either((FOSTER, CARERS)))), implied=True)),
        ('"foster carers"', Phrase("foster carers")),
        ("“foster carers”", Phrase("foster carers")),
        ('exactly:"Children\'s Trust"', Phrase("Children's Trust", exact=True)),
        ("foster near/5 fees", Near(FOSTER, FEES, 5)),
        ("foster near/5 fees near/2 foster", All((Near(FOSTER, FEES, 5), Near(FEES, FOSTER, 2)))),
        ('foster NEAR/2 "care fees"', Near(FOSTER, Phrase("care fees"), 2)),
        ("recruit*", Words("recruit", prefix=True)),
        ("title:foster", Words("foster", title=True)),
        ('title:"foster care"', Phrase("foster care", title=True)),
        ("title: foster", Words("foster", title=True)),
        ("Title: foster", All((Words("Title"), FOSTER), implied=True)),  # as prose has it
        ('exactly: "Children\'s Trust"', Phrase("Children's Trust", exact=True)),
        ("title: OR foster", Either((Words("title"), FOSTER))),
        ("since: then", All((Words("since"), Words("then")), implied=True)),
        ("data-mining", Words("data-mining")),
        ("fees?", FEES),
        ("(foster carers) fees", All((FOSTER, CARERS, FEES), implied=True)),
        ("-body:planning fees", All((Not(Filter("body", "planning")), FEES), implied=True)),
        # what makes no sense is read as words, or not at all
        ("", None),
        ("OR", None),
        ("AND OR", None),
        ("()", None),
        ("((foster", FOSTER),
        (")foster(", FOSTER),
        ('"foster', FOSTER),
        ("near/5", Words("near/5")),
        ("foster near/5", FOSTER),
        ("foster OR", FOSTER),
        ("-", Words("-")),
        ("title:", Words("title")),
        ("website:home", Words("website:home")),
    ],
)
def test_a_query_is_read_so(query, tree):
    assert parse(query).tree == tree


def test_fields_that_select_are_filters():
    query = parse('fees body:Scrutiny since:2020-09 person:"J Marsh"')
    assert query.tree == FEES
    assert query.filters == (Filter("body", "Scrutiny"), Filter("since", "2020-09"), Filter("person", "J Marsh"))


def test_a_value_may_stand_behind_a_space():
    assert parse("foster since: 14 March 2012 body: planning item: 5").filters == (
        Filter("since", "14 March 2012"),
        Filter("body", "planning"),
        Filter("item", "5"),
    )
    assert parse("decision: fees") == replace(parse("decision:fees"), text="decision: fees")


def test_values_of_a_field_joined_by_or_are_either_of_them():
    either = Filter("year", "2019", others=("2020",))
    for text in ("fees year:2019 OR year:2020", "year:2019 OR year:2020 fees", "(year:2019 OR year:2020) fees"):
        assert parse(text).tree == FEES
        assert parse(text).filters == (either,)
    apart = parse("fees year:2019 OR carers body:Board")
    assert apart.filters == ()
    assert apart.tree == Either(
        (All((FEES, Filter("year", "2019")), implied=True), All((CARERS, Filter("body", "Board")), implied=True))
    )


RATES, OF_2019 = Words("rates"), Filter("year", "2019")


@pytest.mark.parametrize(
    ("query", "tree", "filters"),
    [
        ("fees OR rates year:2019", Either((FEES, RATES)), (OF_2019,)),
        ("year:2019 fees OR rates", Either((FEES, RATES)), (OF_2019,)),
        ("fees OR rates -foster", All((Either((FEES, RATES)), Not(FOSTER)), implied=True), ()),
        ("fees OR rates -foster year:2019", All((Either((FEES, RATES)), Not(FOSTER)), implied=True), (OF_2019,)),
        ("foster (fees OR rates year:2019)", All((FOSTER, Either((FEES, RATES))), implied=True), (OF_2019,)),
        ("fees OR rates year:2019 OR year:2020", Either((FEES, RATES)), (replace(OF_2019, others=("2020",)),)),
        # brackets, a field within, an AND, or fields of several say otherwise
        ("fees OR (rates year:2019)", Either((FEES, All((RATES, OF_2019), implied=True))), ()),
        ("fees year:2019 OR rates", Either((All((FEES, OF_2019), implied=True), RATES)), ()),
        ("fees OR year:2019 rates", Either((FEES, All((OF_2019, RATES), implied=True))), ()),
        ("fees OR rates AND year:2019", Either((FEES, All((RATES, OF_2019)))), ()),
        ("fees OR year:2019", Either((FEES, OF_2019)), ()),
        (
            "fees -foster OR rates year:2019",
            Either((All((FEES, Not(FOSTER)), implied=True), All((RATES, OF_2019), implied=True))),
            (),
        ),
    ],
)
def test_a_field_at_the_end_or_the_beginning_is_of_all_that_or_joins(query, tree, filters):
    assert parse(query).tree == tree
    assert parse(query).filters == filters


def test_a_decision_is_a_word_within_decisions():
    assert parse("decision:fees") == parse("decision:fees")
    assert parse("decision:fees").tree == FEES
    assert parse("decision:fees").filters == (Filter("holds", "decision"),)


def test_a_field_value_that_is_not_closed_is_the_one_error():
    with pytest.raises(QueryError, match=r'body:"scrutiny" with both marks'):
        parse('fees body:"scrutiny')


@given(st.text())
def test_any_string_is_a_query(text):
    with contextlib.suppress(QueryError):  # a value that is not closed
        assert isinstance(said(parse(text).tree), str)


@given(
    st.lists(
        st.sampled_from(["a ", '"', "(", ")", "-", "OR ", "AND ", "NOT ", "near/3 ", "x*", "title:", "body:", ":", " "])
    )
)
def test_any_mixture_of_signs_is_a_query(parts):
    with contextlib.suppress(QueryError):
        assert isinstance(said(parse("".join(parts)).tree), str)


@pytest.mark.parametrize("sign", ["(", "-", ")", '"', "NOT ", "(a OR ", "a near/2 "])
def test_many_signs_end_soon(sign):
    assert isinstance(said(parse(sign * 20_000).tree), str)


def test_each_word_of_a_chain_is_near_the_next():
    fees = Words("fees")
    assert parse("foster near/2 carers near/3 fees").tree == All((Near(FOSTER, CARERS, 2), Near(CARERS, fees, 3)))
    assert parse("foster near/2 (carers fees) near/2 foster").tree == All(
        (FOSTER, All((CARERS, fees), implied=True), FOSTER)
    )


def test_what_is_looked_for_and_what_is_to_be_absent():
    tree = parse("foster -(fees OR -carers)").tree
    assert list(leaves(tree)) == [FOSTER, CARERS]
    assert list(leaves(tree, wanted=False)) == [FEES]


@pytest.mark.parametrize(
    ("query", "english"),
    [
        ("foster carers fees", "“foster”, “carers” and “fees”"),
        (
            '"foster carers" (fees OR rates) -kinship',
            "the phrase “foster carers” and (“fees” or “rates”), without “kinship”",
        ),
        ("fees near/1 carers", "“fees” within a word of “carers”"),
        ("title:fees recruit*", "“fees” in the title and words beginning “recruit”"),
        ('exactly:"Trust"', "exactly “Trust”"),
        ("-body:planning", "without of a body named “planning”"),
    ],
)
def test_a_query_is_said_back(query, english):
    assert said(parse(query).tree) == english
