"""The traps that other systems fell into (the design's list), each with a name."""

import pytest

from minutesnlp.indexing import Index, compiled
from minutesnlp.records import Item, Meeting, Paragraph
from minutesnlp.searching.collected.collection import collect
from minutesnlp.searching.search import search

CARE, BOARD = "2020-10-12-care", "2021-06-07-board"


def of(*texts, **fields):
    paragraphs = tuple(Paragraph(str(place), text) for place, text in enumerate(texts))
    return collect([Meeting(id="m", items=(Item("i", "Item", paragraphs=paragraphs),), **fields)])


def found(collection, query, **options):
    return [hit.paragraph.id for hit in search(collection, query, **options)]


def test_a_term_in_half_of_the_corpus_scores():
    half = of("fees", "fees", "roads", "roads")
    for ranker in ("fused", "bm25", "tfidf"):
        hits = search(half, "fees", ranker=ranker)
        assert [hit.paragraph.id for hit in hits] == ["0", "1"]
        assert all(hit.score > 0 for hit in hits)


@pytest.mark.parametrize("query", ["the", "???", "of the and", "' ’ – ·"])
def test_only_stop_words_or_punctuation_raises_nothing(find, query):
    assert len(find(query)) == 0


def test_both_apostrophes_are_one(ids):
    assert ids("Children's Trust") == ids("Children’s Trust") == ids("childrens trust")
    assert f"{CARE}/20-13/1" in ids("Children’s Trust")


def test_words_of_one_item_but_of_paragraphs_far_apart_are_not_both_there():
    apart = of("The fees rose.", "Nothing.", "Nothing more.", "Kinship care.")
    assert found(apart, "fees AND kinship") == []


def test_a_phrase_crosses_a_bullet_where_it_is_one_paragraph():
    assert found(of("Foster · carers were thanked"), '"foster carers"') == ["0"]
    assert found(of("Foster\u00a0carers"), '"foster carers"') == ["0"]


def listed(*entries, lead_in="RESOLVED that the Clerk be asked to:", kind="bullet"):
    below = [Paragraph(str(n), text, kind=kind) for n, text in enumerate(entries, 1)]
    return collect([Meeting(id="m", items=(Item("i", "Item", paragraphs=(Paragraph("0", lead_in), *below)),))])


@pytest.mark.parametrize("kind", ["bullet", "clause", "text"])
def test_a_phrase_crosses_from_a_lead_in_into_the_entry_below(kind):
    hits = search(
        listed("write to the bus company, and write again in May", kind=kind), '"be asked to write to the bus"'
    )
    assert [(hit.paragraph.id, [hit.paragraph.text[a:b] for a, b in hit.spans]) for hit in hits] == [
        ("1", ["write to the bus"])
    ]
    assert hits.total == 1
    assert "begins in the lead-in above" in hits.read_as
    assert [hit.paragraph.id for hit in search(listed("Write to them", kind=kind), '"Clerk asked write"')] == []


def test_a_phrase_crosses_from_a_lead_in_into_every_entry_of_its_list_and_no_further():
    both = listed("write to the bus company", "mend the bus shelter", "ask the Clerk about the bus")
    assert found(both, '"asked to mend"') == ["2"]
    assert found(both, '"the Clerk be asked to mend the bus shelter"') == ["2"]
    assert found(both, '"bus company mend"') == ["2"]  # from one entry to the next, as a line break is crossed
    assert found(both, '"asked to bus"') == []
    assert found(both, 'exactly:"asked to mend"') == []
    assert found(both, 'exactly:"asked to: mend"') == ["2"]
    assert found(both, 'exactly:"Asked to: mend"') == []
    assert found(listed("bus shelter", lead_in="The shelter", kind="text"), '"shelter bus"') == []
    closed = listed("mend the bus shelter", lead_in="The Clerk was asked.", kind="text")
    assert found(closed, '"asked mend"') == []


def nested(*told):
    """An item of paragraphs told as kind and text, a clause behind its number: “clause 2: The Clerk …”."""
    paragraphs = []
    for place, (kind, text) in enumerate(told):
        kind, _, number = kind.partition(" ")
        paragraphs.append(Paragraph(str(place), text, kind=kind, number=number or None))
    return collect([Meeting(id="m", items=(Item("i", "Item", paragraphs=tuple(paragraphs)),))])


def test_bullets_belong_to_the_clause_they_stand_under():
    minute = nested(
        ("text", "The Board discussed:"),
        ("clause 3", "RESOLVED that the Council:"),
        ("bullet", "mends the weir; and"),
        ("bullet", "asks the Warden for a price."),
        ("clause 4", "RESOLVED that the Mayor"),
        ("bullet", "opens the fair"),
        ("bullet", "thanks the band"),
        ("clause 5", "It was noted."),
        ("bullet", "swans had come"),
    )
    assert found(minute, '"that the Council: mends the weir"') == ["2"]
    assert found(minute, '"that the Council: asks the Warden"') == ["3"]
    assert found(minute, '"that the Mayor thanks the band"') == ["6"]
    assert found(minute, '"that the Council: thanks the band"') == []
    assert found(minute, '"the Board discussed: asks the Warden"') == []
    assert found(minute, '"the Board discussed: RESOLVED that the Mayor"') == ["4"]
    assert found(minute, '"It was noted: swans"') == []


def test_bullets_belong_to_the_bullet_with_a_colon_above_them():
    minute = nested(
        ("text", "The Clerk reported on:"),
        ("bullet", "Works to the hall, which included:"),
        ("bullet", "a new boiler"),
        ("bullet", "a new roof"),
        ("bullet", "Works to the green:"),
        ("bullet", "a new bench"),
    )
    assert found(minute, '"which included a new roof"') == ["3"]
    assert found(minute, '"which included a new bench"') == []
    assert found(minute, '"to the green: a new bench"') == ["5"]
    assert found(minute, '"reported on: Works to the green"') == ["4"]
    assert found(minute, '"the green: a new roof"') == []


def test_clauses_belong_to_the_clause_with_a_colon_in_whose_list_they_are_numbered():
    minute = nested(
        ("clause 5", "In reply to the Panel it was said:"),
        ("clause a", "fees would rise"),
        ("clause b", "the ferry would sail"),
        ("clause 6", "RESOLVED that the Panel thanks the Master"),
        ("clause 7", "RESOLVED that the Panel:"),
        ("clause 1", "notes the fees"),
        ("clause 2", "asks for the sums"),
        ("clause 8", "The Chair closed the debate."),
    )
    assert found(minute, '"it was said: the ferry would sail"') == ["2"]
    assert found(minute, '"it was said: RESOLVED that the Panel"') == []
    assert found(minute, '"that the Panel: asks for the sums"') == ["6"]
    assert found(minute, '"that the Panel: the Chair closed"') == []
    assert found(minute, '"thanks the Master: asks for the sums"') == []


def test_a_phrase_crosses_into_a_quotation_below():
    moved = nested(
        ("clause 1", "Cllr Alder moved and Cllr Birch seconded the motion that"), ("text", "“Council is glad.”")
    )
    assert found(moved, '"seconded the motion that Council is glad"') == ["1"]


def test_what_is_as_typed_is_judged_over_lead_in_and_entry_and_both_are_shown():
    minute = nested(
        ("text", "RESOLVED that Council agreed the revised terms."),
        ("text", f"{'They had met for long, and with much ado. ' * 9}RESOLVED that Council:"),
        ("bullet", "pays the band"),
        ("bullet", "agrees the revised terms of the lease"),
    )
    hits = search(minute, '"RESOLVED that Council agrees the revised terms"')
    assert [hit.paragraph.id for hit in hits] == ["3", "0"]
    assert "1 of them holds" in hits.read_as
    assert hits[0].lead_in.endswith("ado. RESOLVED that Council:")
    assert minute.source.texts([1])[0].endswith(hits[0].lead_in)
    assert [hits[0].lead_in[a:b] for a, b in hits[0].lead_in_spans] == ["RESOLVED that Council:"]
    assert hits[0].row()["lead_in"] == hits[0].lead_in
    assert (hits[1].lead_in, hits[1].lead_in_spans) == ("", ())
    assert "None of them" not in search(minute, '"RESOLVED that Council: pays the band"').read_as


def test_of_a_phrase_that_is_not_found_it_is_told_where_its_words_are():
    (told,) = search(of("The fees of the ferry rose.", "Kinship."), '"ferry fees"').near
    assert told == "“ferry fees” stands nowhere so; without the quotation marks all of its words stand in 1 paragraph."
    (told,) = search(of("The fees of the ferry rose.", "Kinship."), '"kinship fees"').near
    assert told == "“kinship fees” stands nowhere so; without the quotation marks no paragraph has them all."


def test_an_exact_hit_is_never_below_one_by_stem():
    assert found(of("fostering families", "foster family"), 'exactly:"foster family"') == ["1"]


def test_several_people_are_or_and_not_and(ids):
    assert len(ids("", person=["J Marsh", "P Marsh"])) > len(ids("", person="P Marsh"))


def test_highlights_are_where_the_words_are():
    text = "ﬁnal ﬂoor ﬀ İstanbul’s carers\u200b came"
    hit = search(of(text), "carers")[0]
    assert [text[a:b] for a, b in hit.spans] == ["carers\u200b"]


def test_the_snippet_shows_the_best_place_and_not_the_first():
    filler = "The usual business was done and noted by all. " * 15
    text = f"A fee. {filler}The fee for kinship carers rose. {filler}"
    assert "kinship carers" in search(of(text), "fee kinship carers")[0].snippet


def test_an_agenda_blurb_is_not_returned_as_a_fact():
    blurb = Paragraph("0", "The Head of Care will be in attendance to present the foster report.", section="agenda")
    fact = Paragraph("1", "The Head of Care presented the foster report.")
    agenda = collect([Meeting(id="m", items=(Item("i", "Item", paragraphs=(blurb, fact)),))])
    assert found(agenda, "head of care foster report") == ["1", "0"]  # it is there, marked, and below what happened
    assert found(agenda, "head of care foster report", section="minutes") == ["1"]
    assert found(agenda, "foster", holds="undertaking") == []


def test_approved_as_a_correct_record_is_below_what_was_approved():
    mixed = of("The minutes were approved as a correct record.", "The record of assets was approved and is correct.")
    assert found(mixed, "approved correct record")[0] == "1"


def test_figures_are_found_as_they_are_written():
    text = "About circa. 110,000 people; 500 of 110,000; £56m; a site of 11471m²; 9 - 11 November 2020; 4.5%"
    for query in ("110,000", "110000", "£56m", "£56 million", "11471m²", "m²", "November 2020", "4.5%", "4.5 per cent"):
        assert found(of(text, "nothing"), query) == ["0"], query


def test_a_fuzzy_guess_never_stands_above_an_exact_word():
    assert found(of("The carrier bag levy.", "The carer came."), "carer") == ["1"]


def test_an_empty_document_and_one_paragraph_can_be_searched():
    assert found(of(""), "fees") == []
    assert found(of(), "fees") == []
    assert found(of("fees"), "fees") == ["0"]


def test_a_duplicated_document_is_found_twice_in_order():
    assert found(of("The fees rose.", "The fees rose."), "fees") == ["0", "1"]


def test_odd_spaces_and_bullets_hide_nothing():
    assert found(of("·\u00a0foster\u200b carers\u00ad"), "foster carers") == ["0"]


def test_many_paragraphs_are_no_trouble():
    index = Index.build([["fees"] if n % 1000 == 0 else ["roads", str(n)] for n in range(100_000)])
    assert len(index.top(["fees"], None)[0]) == 100


def test_a_sum_a_date_and_a_surname_in_brackets():
    collection = of("The Mayor (Councillor Waters) spoke.", "The waters rose.")
    assert found(collection, "", person="Councillor Waters") == ["0"]


@pytest.mark.parametrize("way", ["compiled", "numpy"])
@pytest.mark.parametrize(
    ("together", "apart"),
    [
        ("50km/h", "50 km/h"),
        ("covid19", "covid 19"),
        ("7.30pm", "7.30 pm"),
        ("2.5km", "2.5 km"),
        ("30miles", "30 miles"),
        ("50m", "50 m"),
    ],
)
def test_a_number_and_its_unit_are_found_together_or_apart(together, apart, way, monkeypatch):
    if way == "numpy":
        monkeypatch.setattr(compiled, "by_numpy", True)
    texts = (f"The new {together} notice, it was said, came.", f"A new {apart} notice came.", "The 50th of a new 30.")
    collection = of(*texts)
    for query in (together, apart, f'"{together}"', f'"{apart}"', f'"new {together} notice"', f'"new {apart} notice"'):
        hits = search(collection, query, k=None, expand=False)
        assert {"0", "1"} <= {hit.paragraph.id for hit in hits}, query
        assert len(hits) == 2 or '"' not in query  # of words apart, one may stand in the paragraph beside
    assert not search(collection, f'"{apart} came"', k=None, expand=False)
    for hit in search(collection, f'"new {apart} notice"', k=None, expand=False):
        marked = [hit.paragraph.text[start:end] for start, end in hit.spans]
        assert " ".join(marked) in (f"new {together} notice", f"new {apart} notice")


def test_a_prefix_near_a_word_goes_by_how_the_words_are_printed():
    near = of("The crew carried bricks and mortar.", "The crew went by while a carrier waited for bricks.")
    assert found(near, "carrie* near/1 bricks", k=None) == ["0"]
    assert found(near, "carrier* near/3 bricks", k=None) == ["1"]


def test_who_holds_a_post_is_asked_of_lists_of_those_present():
    def listed(kind):
        said = Paragraph("list", "Present: Olga Strake (Chairman), Elm Parish Council.", kind=kind)
        talk = "The chairman of Elm Parish Council spoke of the chairman of the Elm Parish Council of before."
        return collect([Meeting(id="m", front=(said,), items=(Item("i", "Item", paragraphs=(Paragraph("t", talk),)),))])

    def scores(query, kind):
        return {hit.paragraph.id: hit.score for hit in search(listed(kind), query, expand=False)}

    for asked in ("who is the chairman of Elm Parish Council", "the chairman of Elm Parish Council"):
        assert scores(asked, "attendance")["list"] > scores(asked, "text")["list"]
    plainly = "chairman Elm Parish Council"
    assert scores(plainly, "attendance")["list"] < scores(plainly, "text")["list"]


def test_a_hyphenated_word_half_of_which_says_nothing_is_not_its_other_half():
    said = ("The law changed.", "A by-law was made.", "Two bylaws lapsed.", "In-house work.", "The house fell.")
    items = tuple(Item(f"i{n}", "Item", paragraphs=(Paragraph(f"{n}", text),)) for n, text in enumerate(said))
    collection = collect([Meeting(id="m", items=items)])
    for query in ("by-law", "bylaw", "by-laws", '"by-law"'):
        assert {hit.paragraph.id for hit in search(collection, query, k=None, expand=False)} == {"1", "2"}
    assert [hit.paragraph.id for hit in search(collection, "in-house", k=None, expand=False)] == ["3"]
