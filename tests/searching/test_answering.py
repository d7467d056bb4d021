"""Beside the hits: counts by facet, near misses, reasons."""

import pytest

from minutesnlp.records.hits import MATCHES
from minutesnlp.searching.collected.collection import collect
from minutesnlp.searching.search import search
from tests.searching.conftest import item, meeting

CARE, PLAN, BOARD, PARISH = "2020-10-12-care", "2021-02-03-planning", "2021-06-07-board", "undated-parish"
NAME = "202{}-06-01-parks"
DAY = "2021-06-01-board"


def test_facets_count_all_that_match(find):
    hits = find("marsh", k=1)
    assert len(hits) == 1
    assert sum(hits.facets["body"].values()) == hits.total
    assert hits.facets["year"] == {"2020/21": 2, "not stated": 1}
    assert hits.facets["status"]["approved"] == 1


def test_a_facet_is_not_confined_by_its_own_filter(find):
    free, confined = find("marsh"), find("marsh", body="planning")
    assert confined.facets["body"] == free.facets["body"]
    assert sum(confined.facets["section"].values()) == confined.total
    typed = find("marsh body:planning")
    assert typed.facets == confined.facets


def test_facets_of_filters_alone_count_too(find):
    facets = find("", body="planning").facets
    assert facets["section"] == {"minutes": 3}
    assert len(facets["body"]) == 4


def test_nothing_found_offers_what_is_near(find):
    hits = find("kinship AND allotment")
    assert len(hits) == 0
    assert any("“kinship” stands in 1 paragraph, but not with “allotment”." in told for told in hits.near)


def test_a_misspelt_word_of_a_title_or_name_is_offered_and_not_searched_for(find):
    hits = find("alotments")
    assert len(hits) == 0
    assert hits.near == ("Did you mean “allotments” for “alotments”?",)


def test_a_hit_explains_itself(find):
    hit = find("foster carers")[0]
    told = hit.explain()
    assert told.startswith(
        "Found by “foster”, “carers”. Score 1.000: 0.800 for how much of the query it holds, 0.200 for "
    )
    assert "words near each other" in told
    assert dict(hit.parts)["“foster”"] > 0
    assert find("", body="planning")[0].explain().startswith("Selected by the filters. Score 0.000")


@pytest.mark.parametrize(
    "query", ["foster carers", "who seconded the motion on rents", "Mill Lane refused 2021", "foster fees"]
)
def test_the_parts_of_every_hit_add_up_to_its_score(find, query):
    hits = find(query, k=None)
    assert len(hits)
    sums = [
        dict(hit.parts).get("times", 1.0) * sum(weight for name, weight in hit.parts if name != "times") for hit in hits
    ]
    best = max(part / (hit.score - hit.held) for hit, part in zip(hits, sums, strict=True) if part)
    for hit, part in zip(hits, sums, strict=True):
        assert hit.score == pytest.approx(hit.held + part / best)


def test_near_misses_tell_of_what_the_fields_let_through(find):
    hits = find("kinship AND foster year:2021")
    assert not len(hits)
    assert hits.near[0].startswith("Without the fields there ")
    assert "“kinship” stands in 1 paragraph, none of which the fields let through." in hits.near
    assert any("of which the fields let 1 through" in told for told in hits.near)


def test_many_words_any_of_which_will_do_are_told_in_one(find):
    told = find("foster OR fees OR rents OR lane OR minutes").read_as
    assert told.startswith("Paragraphs with any of “foster”, “fees”, “rents”, “lane” or “minutes”: ")
    assert "the phrase" not in find("foster carers")[0].more_like_this().read_as


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("foster date:2020-10-12", "Paragraphs with “foster” on 2020-10-12: "),
        ("foster year:2020", "Paragraphs with “foster” in 2020: "),
        ("foster fees foster", "Paragraphs with “foster” and “fees” ("),
    ],
)
def test_a_query_is_said_back_in_english(find, query, told):
    assert find(query).read_as.startswith(told)


def test_of_only_what_is_to_be_absent_no_count_without_the_fields_is_told(find):
    assert not find("-foster -minutes year:1999").near


def test_agenda_text_tells_that_it_counts_for_less(find):
    blurb = next(hit for hit in find("foster carers", k=None) if hit.paragraph.section == "agenda")
    assert dict(blurb.parts)["times"] == pytest.approx(0.4)


def test_a_permalink_is_the_paragraphs_id(find):
    assert find("allotment rents")[0].permalink == f"#{PARISH}/4/1"


def test_hits_that_say_the_same_are_one_with_the_others_behind_it():
    def said(text, *titles):
        told = [item(NAME.format(n), "1", title, text) for n, title in enumerate(titles)]
        return collect([meeting(NAME.format(n), "Parks", None, one) for n, one in enumerate(told)])

    hits = search(said("The kiosk is let by the week.", "Kiosk", "Kiosk", "Other matters"), "kiosk let", k=None)
    folded = hits.folded()
    assert (len(hits), hits.total, folded.total) == (3, 3, 3)
    assert [len(hit.same) for hit in folded] == [1, 0]  # under another title it may be another matter
    every = [hit.paragraph.id for one in folded for hit in (one, *one.same)]
    assert sorted(every) == sorted(hit.paragraph.id for hit in hits)
    assert folded.read_as == hits.read_as
    assert hits[0].same == ()
    assert len(search(said("Carried.", "Kiosk", "Kiosk"), "carried").folded()) == 2


def test_hits_are_grouped(find):
    hits = find("marsh", k=None)
    groups = hits.grouped("meeting")
    assert sum(map(len, groups.values())) == len(hits)
    assert next(iter(groups)) == hits[0].meeting.id
    assert set(hits.grouped("item")) >= {f"{CARE}/20-12", PARISH}
    first = find("marsh", k=1)  # of a group all hits are counted, also those that are not shown
    for by in ("meeting", "item", "person"):
        every = {name: sum(hit.match == "all" for hit in some) for name, some in hits.grouped(by).items()}
        assert {name: some.total for name, some in hits.grouped(by).items()} == every
        assert {name: some.total for name, some in first.grouped(by).items()}.items() <= every.items()
    with pytest.raises(ValueError, match="item, meeting or person"):
        hits.grouped("colour")


def test_a_slice_keeps_what_is_said_of_the_whole(find):
    hits = find("marsh", k=None)
    assert hits[:1].facets == hits.facets
    assert hits[:1].read_as == hits.read_as


def test_what_holds_half_comes_before_what_holds_less_as_it_is_counted():
    texts = ["The quay lamps of the harbour board were mended."] * 3
    texts += ["Quay, quay, quay: the quay.", "The lamps were bought for the harbour.", "The board of the harbour met."]
    items = (item(DAY, str(n), f"Matter {n}", f"{text} Number {n}.") for n, text in enumerate(texts))
    found = collect([meeting(DAY, "Board", DAY[:10], *items)])
    for query in ("quay lamps harbour board boats", "quay lamps boats", "children in quay care"):
        matches = [hit.match for hit in search(found, query, k=30)]
        assert matches == sorted(matches, key=MATCHES.index)


def test_of_a_long_query_halves_are_not_told_apart():
    words = ["quay", "lamps", "harbour", "board", "boats", "ferry", "pilot"]
    items = (item(DAY, str(n), f"Matter {n}", f"The {word} was told of.") for n, word in enumerate(words[:3]))
    found = collect([meeting(DAY, "Board", DAY[:10], *items)])
    hits = search(found, " ".join(words))
    assert {hit.match for hit in hits} == {"part"}
    assert "3 hold part of it." in hits.read_as


def test_a_mistyped_word_is_told_as_the_texts_print_it():
    path = collect([meeting("m", "Parks", None, item("m", "1", "Paths", "The path at Otterbridge was mended."))])
    (told,) = search(path, "Ottebrridge").near
    assert told == "Did you mean “Otterbridge” for “Ottebrridge”?"
    assert search(path, "Zebras").near == ()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("MacDonnald", "MacDonald"),
        ("macdonnald", "macdonald"),
        ("Allotmants", "Allotments"),
        ("allotmants", "allotments"),
    ],
)
def test_a_mistyped_name_is_told_in_the_letters_in_which_it_was_typed(typed, meant):
    minutes = collect(
        [
            meeting(
                "m",
                "Parks",
                None,
                item("m", "1", "ALLOTMENTS", "It rained."),
                item("m", "2", "Report by Mr MacDonald", "It shone."),
            )
        ]
    )
    assert search(minutes, typed).near == (f"Did you mean “{meant}” for “{typed}”?",)


def test_what_a_mistyped_word_was_meant_as_is_told_first(find):
    hits = find("allotment refused kinshap")
    assert hits.near[0] == "Did you mean “kinship” for “kinshap”?"
    assert hits.near[1].startswith("“allotment” stands in ")
