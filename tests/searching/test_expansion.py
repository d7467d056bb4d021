"""Other names: learnt from the minutes, or from the thesaurus; always shown, never above what was typed."""

import pytest

from minutesnlp.records import Item, Meeting, Paragraph
from minutesnlp.searching.asking.grammar import parse
from minutesnlp.searching.collected.abbreviations import ByTerms, learn
from minutesnlp.searching.collected.collection import collect
from minutesnlp.searching.search import search
from minutesnlp.searching.wording.expansion import expand
from minutesnlp.searching.wording.kindred import kindred
from minutesnlp.text.analysis import Analyser
from minutesnlp.text.stemming import stem
from tests.searching.conftest import item, meeting


def of(*texts):
    paragraphs = tuple(Paragraph(str(place), text) for place, text in enumerate(texts))
    return collect([Meeting(id="m", items=(Item("i", "Item", paragraphs=paragraphs),))])


def found(collection, query, **options):
    return [hit.paragraph.id for hit in search(collection, query, **options)]


@pytest.mark.parametrize(
    ("text", "learnt"),
    [
        ("the Harbour Access Group (HAG) met", {"HAG": ("Harbour Access Group",)}),
        ("Houses in Multiple Occupation (HMOs) were named", {"HMOs": ("Houses in Multiple Occupation",)}),
        ("the Ferry-Side Users’ Forum (FSUF)", {"FSUF": ("Ferry-Side Users’ Forum",)}),
        ("HAG (Harbour Access Group) met", {"HAG": ("Harbour Access Group",)}),
        ("Councillor Ann Bell (AB) spoke", {}),  # of two letters it is mostly a person
        ("the budget (see Appendix) and (2021) and (NOT)", {}),
        ("(HAG) alone", {}),
        ("cheese and wine (HAG)", {}),
    ],
)
def test_abbreviations_are_learnt_where_they_are_explained(text, learnt):
    assert learn([text]) == learnt


def test_an_abbreviation_and_its_long_form_find_each_other():
    collection = of(
        "The Harbour Access Group (HAG) met.", "HAG asked for steps.", "The harbour access group was thanked.", "Sand."
    )
    assert set(found(collection, "HAG")) == {"0", "1", "2"}
    assert set(found(collection, "harbour access group")) == {"0", "1", "2"}
    assert found(collection, "HAG", expand=False) == ["1", "0"] or set(found(collection, "HAG", expand=False)) == {
        "0",
        "1",
    }


def test_what_was_typed_stands_above_what_stands_for_it():
    collection = of("The rubbish was late.", "The trash was late.")
    assert found(collection, "trash") == ["1", "0"]
    assert found(collection, "rubbish") == ["0", "1"]


def test_a_phrase_in_quotation_marks_is_not_expanded():
    collection = of("Children in care were heard.", "Looked after children were heard.")
    assert set(found(collection, "children in care")) == {"0", "1"}
    assert found(collection, '"children in care"') == ["0"]


def test_what_is_to_be_absent_is_not_expanded():
    collection = of("Bins and trash.", "Bins and rubbish.")
    assert found(collection, "bins -rubbish") == ["0"]


def test_what_was_added_is_told_with_what_it_brought():
    hits = search(of("The trash was late.", "The rubbish was late."), "trash")
    assert "“trash” also as “rubbish” (thesaurus): 1 hit" in hits.expansions
    assert "Also searched for: " in hits.read_as
    assert hits[1].names == ("rubbish",)
    assert [hits[1].paragraph.text[a:b] for a, b in hits[1].spans] == ["rubbish"]
    assert search(of("The trash was late."), "trash", expand=False).expansions == ()


def test_one_name_may_be_left_out_and_the_others_stay():
    minutes = of("The trash was late.", "The rubbish was late.", "The household waste was late.")
    names = [told.split("“")[2].split("”")[0] for told in search(minutes, "trash").expansions]
    assert "rubbish" in names
    without = search(minutes, "trash", without="rubbish")
    assert [hit.paragraph.text for hit in without if "rubbish" in hit.paragraph.text] == []
    assert len(without.expansions) == len(names) - 1


def test_names_of_several_words_are_recognised_around_stop_words():
    names = expand(parse("costs of children in care").tree, ByTerms({}, Analyser()), Analyser())
    assert {word.text for word in names} >= {"children", "care"}


def test_only_plain_words_are_expanded():
    for query in ("tras*", "title:trash", '"trash"', "exactly:trash", ""):
        assert expand(parse(query).tree, ByTerms({}, Analyser()), Analyser()) == {}
    assert expand(parse("(trash OR sand) x").tree, ByTerms({}, Analyser()), Analyser())


def test_words_of_like_meaning_help_a_hit_and_make_none():
    collection = of("Drapes were hung.", "Drapes were hung in the hall.", "The lane was mended.")
    alone = search(collection, "curtains")
    assert (len(alone), alone.total) == (0, 0)
    assert "“drapes”, which is like “curtains” in meaning, stands in 2 paragraphs." in alone.near
    assert not search(collection, "curtains", expand=False).near
    hits = search(collection, "hall curtains")
    assert [hit.paragraph.id for hit in hits] == ["1"]
    assert hits[0].names == ("drapes",)
    assert [hits[0].paragraph.text[a:b] for a, b in hits[0].spans] == ["Drapes", "hall"]
    assert "Words like “curtains” in meaning were tried too." in hits.read_as
    assert "“curtains” also as “drapes” (like in meaning): 1 holds part of the query" in hits.expansions
    assert "drapes" not in str(search(collection, "hall curtains", without="drapes").expansions)


def test_what_holds_half_of_a_query_only_by_words_of_like_meaning_does_not_count():
    texts = ("Drapes of the hall.", "Curtains of the hall.", "The hall had a stove and a lamp.", *["Sand."] * 4)
    items = tuple(Item(f"i{n}", "Item", paragraphs=(Paragraph(str(n), text),)) for n, text in enumerate(texts))
    hits = search(collect([Meeting(id="m", items=items)]), "curtains okapi hall")
    assert hits[0].paragraph.id == "1"
    assert (hits.total, hits.partly, len(hits)) == (0, 3, 3)
    assert [hit.match for hit in hits] == ["part", "less", "less"]
    assert "No paragraph has all of “curtains”, “okapi” and “hall”" in hits.read_as
    assert "3 hold part of it, 2 of them less than half." in hits.read_as
    assert not any(hits.facets.values())


def test_words_of_like_meaning_are_left_alone_where_the_words_typed_are_found():
    collection = of("Drapes were hung.", "The hall had curtains.")
    hits = search(collection, "curtains")
    assert [hit.paragraph.id for hit in hits] == ["1"]
    assert "like in meaning" not in " ".join(hits.expansions)
    assert "were tried too" not in hits.read_as


def test_what_is_only_like_one_word_of_several_is_no_hit():
    collection = of("Drapes were hung.", "The lane was mended.", "Nothing else.")
    assert not search(collection, "curtains of penguins")
    assert not search(collection, '"curtains"')


def test_what_was_typed_stands_above_what_is_like_it():
    collection = of("Curtains were bought for the vestry.", "The vestry was swept.", "Drapes hang in a dark vestry.")
    hits = search(collection, "drapes vestry loft")
    assert hits[0].paragraph.id == "2"


def test_kindred_words_are_near_and_no_forms_of_the_word_itself():
    assert [name for name, _ in kindred("garbage")][:2] == ["trash", "rubbish"]
    assert all(0.5 <= alike < 1 for _, alike in kindred("garbage"))
    assert kindred("zzz") == kindred("") == kindred("92") == []
    assert stem("builders") not in {stem(name) for name, _ in kindred("builder")}


def test_what_says_all_of_it_as_typed_stands_before_what_says_it_otherwise():
    long = "The library was asked to think about the trash of the whole district, which took all evening."
    collection = of("Rubbish.", "Nothing.", long, "Nothing.", "Rubbish, rubbish.")
    assert found(collection, "trash")[0] == "2"
    minutes = [
        Paragraph("a", "It was read."),
        Paragraph("b", "Nothing."),
        Paragraph("c", "A letter of resignation came."),
    ]
    items = (
        Item("i", "Resignation", paragraphs=tuple(minutes[:1])),
        Item("j", "Letters", paragraphs=tuple(minutes[1:])),
    )
    hits = search(collect([Meeting(id="m", items=items)]), "resignation")
    assert [hit.paragraph.id for hit in hits] == ["c", "a"]


def test_terms_are_the_words_that_stand_there_as_typed():
    collection = of("The trash was late.", "The rubbish was late.")
    told = {hit.paragraph.id: (hit.terms, hit.names) for hit in search(collection, "trash late")}
    assert told == {"0": (("trash", "late"), ()), "1": (("late",), ("rubbish",))}
    assert search(collection, "trash")[1].explain().startswith("Found as “rubbish”. Score")


def test_what_is_only_related_stands_below_and_is_told_as_such():
    collection = of("Extreme weather.", *["The heatwave was over."] * 3)
    hits = search(collection, "heatwave")
    assert [hit.paragraph.id for hit in hits] == ["1", "2", "3", "0"]
    assert "“heatwave” also as “extreme weather” (related): 1 holds part of the query" in hits.expansions


@pytest.mark.parametrize("query", ["fly tipping", "fly-tipping", "flytipping"])
def test_one_word_two_words_and_a_hyphen_are_one_notion(query):
    collection = of("Fly tipping was seen.", "Fly-tipping was seen.", "Flytipping was seen.", "Sand was seen.")
    assert set(found(collection, query)) == {"0", "1", "2"}


def test_two_words_find_what_is_written_as_one():
    hits = search(of("The duckboards were laid.", "Sand."), "duck boards")
    assert [hit.names for hit in hits] == [("duckboards",)]
    assert hits.expansions == ("“duck boards” also as “duckboards” (as one word): 1 hit",)


@pytest.mark.parametrize(
    "query", ["€2m", "2 million euro", "two million euros", "€2,000,000", "2m euro", "€ 2.0 million"]
)
def test_a_sum_is_found_by_its_value_however_it_is_written(query):
    collection = of(
        "The bridge cost €2m.",
        "Nothing.",
        "2 million euro was found.",
        "Silence.",
        "Two million euros were lent.",
        "No.",
        "It was £2m.",
        "Nor that.",
        "A wall 2m high.",
    )
    assert {hit.paragraph.id for hit in search(collection, query, relax=False)} == {"0", "2", "4"}


@pytest.mark.parametrize("query", ["50%", "50 per cent", "50 percent", "fifty per cent"])
def test_a_share_is_found_by_its_value(query):
    collection = of(
        "It rose by 50%.", "Then.", "It fell fifty per cent.", "Then.", "Fifty cows.", "Then.", "Forty per cent."
    )
    assert {hit.paragraph.id for hit in search(collection, query, relax=False)} == {"0", "2"}


def test_no_number_stands_for_another():
    assert not search(of("Forty days."), "fifty")
    assert not search(of("Three gates."), "two")


def test_what_is_near_brings_no_hit_that_counts():
    collection = of("The precept was set.", "Lunch.", "Council tax was due.")
    hits = search(collection, "council tax")
    assert [hit.paragraph.id for hit in hits] == ["2", "0"]
    assert hits.total == 1
    assert len(search(collection, "council tax", k=None)) == 1
    assert "As related: “precept”." in hits.read_as
    assert "1 hit; 1 more holds part of it" in hits.read_as


def test_only_related_names_that_the_first_hits_have_are_told():
    collection = of("The precept was set.", "Lunch.", "Council tax was due.")
    told = search(collection, "council tax").read_as
    assert told.count("As related: ") == 1
    assert "As related: “precept”." in told
    assert "As related" not in search(of("Council tax was due."), "council tax").read_as


def test_a_form_that_the_stem_does_not_tell_is_the_same_word():
    hits = search(of("The field was sold.", "Nothing."), "sell field")
    assert hits.total == 1
    assert "“sell” also as “sold” (another form): 1 hit" in hits.expansions


def test_words_that_say_little_are_left_out_of_several_but_not_of_a_name():
    collection = of("Speeding was reported.", "Cars parked.")
    assert "saying little alone" not in search(collection, "going too fast").read_as
    assert search(collection, "going too fast").total == 1
    assert "Left out as saying little alone: “after”." in search(collection, "cars after").read_as
    assert search(collection, "after").total == 0


def test_one_notion_has_one_answer_however_it_is_written():
    name = "2022-04-04-roads"
    texts = (
        "The bypass is late.",
        "The by-pass is late.",
        "The bill did pass.",
        "A limit of 30 km/h.",
        "A 30kph limit.",
    )
    found = collect([meeting(name, "Roads Committee", "2022-04-04", item(name, "1", "Roads", *texts))])

    def held(query):
        return [hit.paragraph.text for hit in sorted(search(found, query, k=None), key=lambda hit: hit.paragraph.id)]

    assert held("by pass") == held("by-pass") == held("bypass") == sorted(texts[:2], key=texts.index)
    assert held("30km/h") == held("30 km/h") == held("30kph") == list(texts[3:])


def test_names_that_begin_otherwise_than_a_plain_word_are_found_by_their_terms():
    names = {"MOT": ("The Market on Tuesdays", "market on Tuesdays"), "A&E": ("Accident and Emergency",)}
    known = ByTerms(names, Analyser())
    market = tuple(Analyser().terms("market Tuesdays"))
    assert known.get(market) == ["MOT", "market on Tuesdays", "MOT", "The Market on Tuesdays"]
    assert known.get(tuple(Analyser().terms("A&E"))) == ["Accident and Emergency"]
    assert known.get(()) == known.get(("market",)) == ()


def test_a_word_is_found_where_it_is_written_as_two_and_the_other_way_round():
    collection = of("Pot holes in the lane.", "Potholes by the ford.", "The pot has holes.", "A pothole was filled.")
    assert [hit.paragraph.id for hit in search(collection, "potholes", k=None)] == ["1", "0", "3"]
    assert "“potholes” also as “pot holes” (as two words): 1 hit" in search(collection, "potholes").expansions
    assert search(collection, "pot holes").total == 4
    assert search(collection, '"potholes"').total == search(collection, "potholes", expand=False).total == 2
    # what is no word by itself parts none, and neither does a word that is left out of every query
    assert not search(of("A note of the ice.", "Not ice."), "notice").total


def test_opposites_are_not_like_each_other_in_meaning():
    assert "legal" not in [name for name, _ in kindred("illegal")]
    assert "illegal" not in [name for name, _ in kindred("legal")]


def test_a_snippet_shows_the_words_typed_rather_than_another_name():
    filler = "The members talked of the weather, of the pond and of the long winter. " * 6
    collection = of(f"There was dog fouling in the lane. {filler}Dog mess was seen too, dog mess at the gate.", "Mess.")
    assert "dog fouling" in search(collection, "dog fouling")[0].snippet


NAMED = (
    "The pond of Otter Park was dredged.",
    "Older people had asked for a bench in Otter Park.",
    "The Elder Park gates were painted, and the gates of Elder Park Lodge.",
    "A lunch for older people was held.",
    "Dog Fouling",
    "The dog fouling in the lane, and dog mess.",
)


def test_the_words_of_a_name_in_capitals_are_not_looked_for_one_by_one_as_something_else():
    named = of(*NAMED)
    assert found(named, "Elder Park gates")[0] == "2"
    assert not [told for told in search(named, "Elder Park benches").expansions if told.startswith("“Elder” also as")]
    assert any("older people" in told for told in search(named, "elder lunch").expansions)


def test_words_in_capitals_that_the_minutes_print_small_too_are_no_name():
    assert any("dog mess" in told for told in search(of(*NAMED), "Dog Fouling").expansions)


def test_a_compound_with_hyphens_that_stands_nowhere_goes_by_what_is_near_its_parts():
    near = of("The vaping of the young was deplored.", "The fees rose.")
    assert [(hit.paragraph.id, hit.match) for hit in search(near, "pipe-smoking")] == [("0", "part")]
    assert [(hit.paragraph.id, hit.match) for hit in search(near, "e-cigarettes")] == [("0", "all")]


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("community centre", "The community center was opened."),
        ("organisation", "The organization was thanked."),
        ("youth programme", "The youth program began."),
        ("neighborhood plan", "The neighbourhood plan was made."),
        ("driving licence", "A driving license was shown."),
    ],
)
def test_one_word_is_found_in_the_other_spelling(query, text):
    hits = search(of(text, "Nothing else was said."), query)
    assert (hits.total, hits[0].paragraph.id) == (1, "0")


def test_a_licence_is_not_what_is_licensed():
    hits = search(of("The premises were licensed.", "The dog had a license."), "licence")
    assert [(hit.paragraph.id, hit.match) for hit in hits] == [("1", "all"), ("0", "part")]


def test_a_compound_with_a_small_word_last_is_near_the_same_with_a_gap():
    minutes = of("The switch on of the lamps was put off.", "The lamps were dear.", "The light switch was mended.")
    hits = search(minutes, "switch-on lamps")
    assert hits[0].paragraph.id == "0"
    assert "As related: “switch on”." in hits.read_as
    assert hits.total == 0


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("by-law", "The paper was required by law."),
        ("in-house", "A fire began in house 4."),
        ("drop-in", "A drop was in it."),
    ],
)
def test_a_compound_is_no_two_words_that_say_something_else(query, text):
    assert found(of(text), query) == []


def test_a_name_that_was_typed_is_not_told_as_one_more():
    minutes = of("The donation for the award was paid.", "A grant was paid for the prize.", "The award was given.")
    told = search(minutes, "donation awards").read_as
    assert "donation” and" in told
    assert "As related: “donation”" not in told


@pytest.mark.parametrize(
    ("name", "thing"), [("Barnes", "barn"), ("Bowles", "bowl"), ("Hayes", "hay"), ("Parkes", "park")]
)
def test_a_family_name_is_no_thing_of_its_stem(name, thing):
    minutes = of(f"Cllr {name} spoke of the ferry.", f"The {thing} and the ferry.", f"Cllr {name}’s ferry sank.")
    assert sorted(found(minutes, f"{name} ferry", k=None)) == ["0", "2"]
    assert found(minutes, f"{thing} ferry", k=None) == ["1"]


def test_a_star_within_quotation_marks_stands_for_nothing_and_that_is_told():
    hits = search(of("Wheelie bins were dear.", "A wheelie bin was lost.", "No bin."), '"wheelie bin*"')
    assert [hit.paragraph.id for hit in hits] == ["1", "0"]
    assert "1 of them holds “wheelie bin*” as typed" in hits.read_as
    assert "Within quotation marks “*” stands for nothing: any form of the words counts." in hits.read_as
    assert "stands for nothing" not in search(of("Wheelie bins were dear."), "wheelie bin*").read_as
