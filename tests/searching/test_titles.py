"""Phrases in the titles of items."""

from hypothesis import given
from hypothesis import strategies as st

from minutesnlp.records import Item, Meeting, Paragraph
from minutesnlp.searching.collected.collection import collect
from minutesnlp.searching.collected.titles import Titles
from minutesnlp.searching.search import search
from minutesnlp.text.analysis import Analyser

WORDS = st.sampled_from(["kiln", "rent", "of", "fly-tipping", "2015/16", "budget", "12"])
ANALYSER = Analyser()


@given(st.lists(st.lists(WORDS, max_size=5).map(" ".join), max_size=6), st.lists(WORDS, min_size=1, max_size=3))
def test_a_title_says_a_phrase_where_its_terms_stand_at_their_distances(titles, words):
    known: dict[str, int] = {}
    made = Titles.of(titles, ANALYSER, lambda term: known.setdefault(term, len(known)))
    said = [token for token in ANALYSER.tokens(" ".join(words)) if not token.extra]
    if not said:
        return
    parts = [(token.term, token.position - said[0].position) for token in said]
    expected = []
    for title in titles:
        held = set(zip(*ANALYSER.places(title), strict=True))
        expected.append(any(all((t, start + o) in held for t, o in parts) for _, start in held))
    assert made.saying([(known.get(term, -1), offset) for term, offset in parts]).tolist() == expected
    assert len(made.title_of) == len(titles)


def test_a_phrase_is_looked_for_in_titles_where_no_text_has_all_of_its_words():
    titles = ("Repair of the kiln", "Kiln repair")
    items = tuple(
        Item(id=f"i{n}", title=title, paragraphs=(Paragraph(id=f"p{n}", text="It was noted.", item_id=f"i{n}"),))
        for n, title in enumerate(titles)
    )
    found = search(collect([Meeting(id="m", council="Elm Council", items=items)]), '"kiln repair"')
    assert [hit.item.title for hit in found] == ["Kiln repair"]
