"""The fused ranking and the query language beside a plain reading of their rules: no hit lost, no score another."""

import itertools
import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutesnlp.indexing import compiled, gathering
from minutesnlp.indexing.marks import either
from minutesnlp.records import Item, Meeting, Paragraph
from minutesnlp.searching.collected.collection import BARE, ENOUGH, SOME, collect
from minutesnlp.searching.ranking import fused
from minutesnlp.searching.ranking.fused import REPEATED
from minutesnlp.searching.ranking.ranking import Mixture, Ranker
from minutesnlp.searching.search import search

WORDS = ("alder", "birch", "cedar", "hazel", "rowan")
TEXT = st.lists(st.sampled_from(WORDS), min_size=1, max_size=9)
PARAGRAPH = st.tuples(TEXT, st.sampled_from(("minutes", "minutes", "agenda")))
ITEM = st.tuples(st.lists(st.sampled_from(WORDS), max_size=2), st.lists(PARAGRAPH, min_size=1, max_size=5))
MEETINGS = st.lists(st.lists(ITEM, min_size=1, max_size=3), min_size=1, max_size=4)
QUERY = st.lists(st.sampled_from((*WORDS, "willow")), min_size=1, max_size=4, unique=True)


@pytest.fixture(scope="module", params=["compiled", "numpy"], autouse=True)
def way(request):
    if request.param == "compiled" and not gathering._used():
        pytest.skip("built without a compiler: only numpy is there")
    with pytest.MonkeyPatch.context() as patch:
        if request.param == "numpy":
            patch.setattr(compiled, "by_numpy", True)
        yield request.param


def made(drawn):
    """Return meetings of what was drawn."""
    return [
        Meeting(
            id=f"m{m}",
            items=tuple(
                Item(
                    id=f"m{m}/{i}",
                    title=" ".join(title).capitalize(),
                    paragraphs=tuple(
                        Paragraph(f"m{m}/{i}/{p}", " ".join(words), section=section, item_id=f"m{m}/{i}")
                        for p, (words, section) in enumerate(paragraphs)
                    ),
                )
                for i, (title, paragraphs) in enumerate(items)
            ),
        )
        for m, items in enumerate(drawn)
    ]


class Plain:
    """All paragraphs, looked at one by one."""

    def __init__(self, drawn):
        self.rows = [
            (m, (m, i), title, words, section)
            for m, items in enumerate(drawn)
            for i, (title, paragraphs) in enumerate(items)
            for words, section in paragraphs
        ]
        self.count = range(len(self.rows))

    def own(self, word, at):
        return word in self.rows[at][3]

    def titled(self, word, at):
        return word in self.rows[at][2]

    def neighbours(self, at):
        return [n for n in (at - 1, at + 1) if n in self.count and self.rows[n][1] == self.rows[at][1]]

    def beside(self, word, at):
        return self.titled(word, at) or any(self.own(word, n) for n in (at, *self.neighbours(at)))

    def itself(self, words, at):
        """Tell whether a paragraph holds at least half of a query in its text or title."""
        idfs, _ = self.idfs(words)
        held = sum(idf for w, idf in zip(words, idfs, strict=True) if self.own(w, at) or self.titled(w, at))
        return held / sum(idfs) + 1e-12 >= 0.5

    def first(self, places):
        """Return for each item the first of some of its paragraphs, of those with words enough where it has one."""
        by_worth = sorted(places, key=lambda at: (len(self.rows[at][3]) < SOME, at))
        return {self.rows[at][1]: at for at in reversed(by_worth)}

    def idfs(self, words):
        holding = [sum(self.own(w, at) or self.titled(w, at) for at in self.count) for w in words]
        found = [math.log(1 + (len(self.rows) - h + 0.5) / (h + 0.5)) if h else 0.0 for h in holding]
        return [idf or max(found) + 1e-6 for idf in found], found

    def answers(self, words):
        """Return the paragraphs that hold all, under a title that does, that hold half of it, and that hold less."""
        own = {at for at in self.count if any(self.own(w, at) for w in words)}
        said = {at for at in own if all(self.beside(w, at) for w in words) and self.itself(words, at)}
        under = {at for at in self.count if all(self.titled(w, at) for w in words)} - own
        items = {self.rows[at][1] for at in said}
        first = self.first(under)
        whole = said | {at for item, at in first.items() if item not in items}
        under -= whole
        if len(words) == 1:
            return whole, under, set(), set()
        idfs, _ = self.idfs(words)
        shares = {}
        for at in self.count:
            inside = [n for n in self.count if self.rows[n][1] == self.rows[at][1]]
            here = sum(idf for w, idf in zip(words, idfs, strict=True) if self.beside(w, at))
            there = sum(
                idf
                for w, idf in zip(words, idfs, strict=True)
                if any(self.own(w, n) or self.titled(w, n) for n in inside)
            )
            says = any(self.own(w, at) or self.titled(w, at) for w in words)
            if says and at not in whole | under:
                shares[at] = max(here, there) / sum(idfs) + 1e-12
        part = {at for at, share in shares.items() if share >= 0.5}
        low = set()  # there are never as many as a hundred
        if whole or under or part:
            low = {at for at, share in shares.items() if share >= 0.125} - part
        return whole, under, part, low

    def scores(self, words, weights, whole, under, part, low):
        """Return the score of each answer; `weights` are those of each word in every paragraph."""
        mixture, total = Mixture(), sum(weights)
        idfs, found = self.idfs(words)
        raw = {}
        for at in whole | under | part | low:
            meeting = [n for n in self.count if self.rows[n][0] == self.rows[at][0]]
            score = total[at] + mixture.beside * sum(total[n] for n in self.neighbours(at))
            score += mixture.meeting * sum(max(each[n] for n in meeting) for each in weights)
            held = sum(idf for w, idf in zip(words, idfs, strict=True) if self.beside(w, at))
            factor = (mixture.agenda if self.rows[at][4] == "agenda" else 1.0) * (
                max(held / sum(idfs), 1e-9) ** mixture.coverage
            )
            text = self.rows[at][3]
            factor *= (len(text) / ENOUGH) ** mixture.short if len(text) < BARE else 1.0
            near = 0.0
            for one, other, idf, more in zip(words, words[1:], found, found[1:], strict=False):
                gaps = [abs(a - b) for a, x in enumerate(text) for b, y in enumerate(text) if (x, y) == (one, other)]
                near += (idf + more) / 2 / max(min(gaps), 1) if gaps else 0.0
            raw[at] = (score + mixture.near * near) * factor
        largest = max(raw.values(), default=0.0) or 1.0
        says_all = {at for at in whole if all(self.own(w, at) for w in words)}
        if 1 < len(words) <= 3:  # one behind the other
            texts = {at: f" {' '.join(self.rows[at][3])} " for at in says_all}
            says_all = {at for at, text in texts.items() if f" {' '.join(words)} " in text} or says_all
        tiers = {at: (at not in low) + 2 * (at in whole) + (at in under) + (at in says_all) for at in raw}
        said = set()
        for at in sorted(raw, key=lambda at: (-(tiers[at] + raw[at] / largest), at)):
            meeting_and_text = (self.rows[at][0], tuple(self.rows[at][3]))
            raw[at] *= REPEATED if meeting_and_text in said else 1.0
            said.add(meeting_and_text)
        return {at: (tiers[at] + score / largest) / 5 for at, score in raw.items()}


@settings(deadline=None, max_examples=80)
@given(drawn=MEETINGS, words=QUERY, k=st.sampled_from((None, 1, 3, 10)))
def test_the_hits_and_their_scores_are_those_of_a_scorer_that_looks_at_every_paragraph(drawn, words, k):
    collection, plain = collect(made(drawn)), Plain(drawn)
    hits = search(collection, " ".join(words), k=k, expand=False)
    whole, under, part, low = plain.answers(words)
    mixture = Mixture()
    options = {"k1": mixture.k1, "b": mixture.b, "title_weight": mixture.title}
    weights = [collection.index.scores(word, **options) for word in words]
    expected = plain.scores(words, weights, whole, under, part, low)
    numbers = {p.id: at for at, (p, _, _) in enumerate(collection.source.found(list(plain.count)))}
    told = {numbers[hit.paragraph.id]: hit.score for hit in hits}
    assert (hits.total, hits.partly) == (len(whole), len(under | part | low))
    assert all((hit.match == "all") == (numbers[hit.paragraph.id] in whole) for hit in hits)
    assert len(hits) == (hits.total if k is None else min(k, len(expected)))
    for at, score in told.items():
        assert score == pytest.approx(expected[at], rel=1e-9)
    ranked = sorted(expected.values(), reverse=True)[: len(hits)]
    assert [hit.score for hit in hits] == pytest.approx(ranked, rel=1e-9)


@settings(deadline=None, max_examples=80)
@given(
    drawn=MEETINGS,
    words=QUERY,
    question=st.sampled_from(("{}", "who is the chairman of {}", "what was decided about {}", "-cedar {}")),
    expand=st.booleans(),
    k=st.integers(1, 4),
)
def test_the_first_hits_are_the_same_when_only_the_best_are_scored_in_full(drawn, words, question, expand, k):
    collection, query = collect(made(drawn)), question.format(" ".join(words))

    def everything(_self, tiers, _k):
        return either(tiers)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fused, "LOOKED_AT", 4)
        few = search(collection, query, k=k, expand=expand)
        patch.setattr(Ranker, "foremost", everything)
        more = search(collection, query, k=k, expand=expand)
    assert [hit.row() for hit in few] == [hit.row() for hit in more]
    assert [hit.parts for hit in few] == [hit.parts for hit in more]
    assert (few.total, few.read_as) == (more.total, more.read_as)


def ids_of(drawn, query):
    collection = collect(made(drawn))
    numbers = {p.id: at for at, (p, _, _) in enumerate(collection.source.found(range(len(collection))))}
    hits = search(collection, query, k=None, expand=False)
    assert hits.total == len(hits)
    return sorted(numbers[hit.paragraph.id] for hit in hits)


@settings(deadline=None, max_examples=60)
@given(drawn=MEETINGS, one=st.sampled_from(WORDS), other=st.sampled_from(WORDS), reach=st.integers(1, 4))
def test_every_mention_is_found_and_no_other(drawn, one, other, reach):
    plain = Plain(drawn)
    texts = [row[3] for row in plain.rows]

    def where(passes):
        return [at for at in plain.count if passes(at)]

    def mentioned(said, titled):
        """Return where it is said, and the paragraph that stands for each item of which only the title says it."""
        items = {plain.rows[at][1] for at in where(said)}
        first = plain.first(where(titled))
        return sorted({*where(said), *(at for item, at in first.items() if item not in items)})

    pairs = [set(itertools.pairwise(text)) for text in texts]
    assert ids_of(drawn, f'"{one} {other}"') == mentioned(
        lambda at: (one, other) in pairs[at],
        lambda at: (one, other) in list(itertools.pairwise(plain.rows[at][2])),
    )
    assert ids_of(drawn, f"{one} near/{reach} {other}") == where(
        lambda at: any(
            abs(a - b) <= reach
            for a, x in enumerate(texts[at])
            for b, y in enumerate(texts[at])
            if (x, y) == (one, other)
        )
    )
    assert ids_of(drawn, f"title:{one}") == where(lambda at: plain.titled(one, at))
    assert ids_of(drawn, f"{one[:3]}*") == mentioned(lambda at: plain.own(one, at), lambda at: plain.titled(one, at))
    if one != other:
        assert ids_of(drawn, f"{one} OR {other}") == mentioned(
            lambda at: plain.own(one, at) or plain.own(other, at),
            lambda at: plain.titled(one, at) or plain.titled(other, at),
        )
        assert ids_of(drawn, f"{one} -{other}") == mentioned(
            lambda at: plain.own(one, at) and not plain.own(other, at),
            lambda at: plain.titled(one, at) and not plain.own(other, at),
        )


def test_places_far_apart_are_not_near():
    drawn = [[([], [(["alder"] * 3000 + ["birch"] * 3000 + ["cedar"], "minutes")])]]
    assert ids_of(drawn, "alder near/1 birch") == [0]
    assert ids_of(drawn, "alder near/2999 cedar") == []
    assert ids_of(drawn, f"alder near/{2**40} cedar") == [0]
