"""What a query means here: its words looked up, words that say nothing left out, other names added."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property, lru_cache, partial
from itertools import accumulate, groupby, pairwise

from minutesnlp.counting import plural
from minutesnlp.indexing.marks import Marks
from minutesnlp.searching.asking.days import days
from minutesnlp.searching.asking.grammar import (
    All,
    Either,
    Filter,
    Leaf,
    Near,
    Node,
    Not,
    Phrase,
    Query,
    Words,
    leaves,
)
from minutesnlp.searching.asking.periods import MONTHS, YEAR
from minutesnlp.searching.collected.collection import Collection
from minutesnlp.searching.matching.matching import Found, look_up
from minutesnlp.searching.matching.proper import is_printed_as_name
from minutesnlp.searching.understanding.persons import is_plain, people_in, told_of, who, with_people
from minutesnlp.searching.understanding.questions import is_question, of_times
from minutesnlp.searching.understanding.reading_back import listed
from minutesnlp.searching.understanding.signs import apart, unheeded
from minutesnlp.searching.wording.expansion import JOINED, Expansion, expand, widened
from minutesnlp.searching.wording.printed import left_out
from minutesnlp.searching.wording.thesaurus import other_names
from minutesnlp.searching.wording.wording import Wording, capitals
from minutesnlp.text.analysis import Analyser, words_of
from minutesnlp.text.folding import folded

# A query of more parts than this, with a full stop or question mark at its end, is a sentence and no list of words.
SENTENCE = 6
# What follows “who” where the holder of a post is asked for: who is the clerk, who’s the clerk.
HOLDS = frozenset({"is", "was", "are", "were", "s", "became"})
# Who did this had the chair.
CHAIRING = frozenset({"chairs", "chaired"})
# Words that are left out where others remain, and why.
LEFT_OUT = (("question-words.txt", "words of a question"), ("light-words.txt", "saying little alone"))
# And in questions in plain words.
OF_QUESTIONS = (("filler-words.txt", "saying little in a question"),)
# “How much did the club ask for”: of a sum it says little that it was asked for.
SUM = re.compile(r"\W*how\s+much\b", re.IGNORECASE)
ASKED = frozenset({"ask", "asked", "asking", "asks"})
# “When is the decision on the ferry expected”: of a day to come it says little that something is expected.
COMING = re.compile(r"\W*when\s+(?:is|are|will)\b", re.IGNORECASE)
EXPECTED = frozenset({"decision", "decisions", "due", "expected", "likely"})
# How many words a query may begin with that name a post and what it is of.
POST = 4
# Stop words that begin a word in two: by-law, in-house, on-line.
LEADING = frozenset({"by", "in", "on"})
# “May” is a month or a name behind these.
MONTH = "may"
# “the flower show” is one to go to, where nothing else asks.
SHOW = "show"
BEFORE_MONTHS = frozenset(
    (
        *("in", "since", "by", "during", "until", "till", "of", "from", "before", "after", "last", "next", "this"),
        *("early", "late", "mid", "cllr", "councillor", "mr", "mrs", "ms", "miss", "dr", "sir"),
    )
)
ENDED = re.compile(r"[.?]\s*\Z")


@dataclass(frozen=True, eq=False)
class Reading:
    """A query with what the index knows of it.

    `finds` are what became of its parts, `wanted` those that are looked for, in the order of the query. `notes` are
    what to tell the user. `widely` tells whether words of like meaning were looked for too.
    """

    query: Query
    tree: Node | None
    finds: Mapping[Leaf | Near, Found | None]
    wanted: tuple[Found, ...]
    notes: tuple[str, ...]
    widely: bool = False

    @property
    def plain(self) -> bool:
        """Whether the query is a question in plain words."""
        return is_question(self.query.text)

    @property
    def silent(self) -> bool:
        """Whether nothing in the query can be looked for."""
        return all(found is None for found in self.finds.values()) and not inner_filters(self.tree)

    @property
    def asks_who(self) -> bool:
        """Whether the query asks who holds a post: “who is the chairman of …”, or “vice chairman of …”."""
        words = re.findall(r"\w+(?:-\w+)*", folded(self.query.text))
        if words[:1] == ["who"] and not CHAIRING.isdisjoint(words[1:2]):
            return True
        if len(words) > 1 and words[0] == "who" and words[1] in HOLDS:
            heads = {word.removesuffix("s") for word in words[2 : 2 + POST]}
        else:
            heads = {word for word, after in pairwise(words[:POST]) if after in ("of", "to")}
        return not heads.isdisjoint(posts())

    @cached_property
    def expansions(self) -> list[tuple[Expansion, Found]]:
        """The other names that stand somewhere, each once, with what they find."""
        return list({e: other for found in self.wanted for e, other, _ in found.others}.items())

    @property
    def heard(self) -> Node | None:
        """The tree without what says nothing."""
        return self._heard(self.tree)

    def _heard(self, node: Node | None) -> Node | None:
        if isinstance(node, (Words, Phrase, Near)):
            return node if self.finds.get(node) is not None else None
        if isinstance(node, Not):
            inner = self._heard(node.part)
            return None if inner is None else Not(inner)
        if node is None or isinstance(node, Filter):
            return node
        parts = tuple(part for part in map(self._heard, node.parts) if part is not None)
        return None if not parts else parts[0] if len(parts) == 1 else replace(node, parts=parts)


def understand(
    query: Query,
    collection: Collection,
    *,
    expanding: bool,
    unwanted: Container[str] = frozenset(),
    widely: bool = False,
) -> Reading:
    """Look up what a query names, by other names too when `expanding`: by any but those that are `unwanted`.

    `widely` looks for words of like meaning too.
    """
    analyser = collection.index.analyser
    assert isinstance(analyser, Analyser)
    tree = apart(_as_prose(query), collection)
    tree = _as_days(_as_one(with_people(tree, collection) if expanding else tree, collection, analyser))
    article = "an" if query.asks == "undertaking" else "a"
    notes = [f"Left out as words that ask for {article} {query.asks}: {listed(query.aside)}."] if query.asks else []
    notes += unheeded(tree, query.text)
    if query.times:
        notes.append(f"Read as the time of the meeting: {listed(query.times)}; in quotation marks it is looked for.")
    is_name = cache(partial(is_printed_as_name, collection=collection))
    names = expand(tree, collection.abbreviated, analyser, is_name) if expanding else {}
    named = {
        word
        for word, found in names.items()
        if any(e.alike == 1 and e.found_by != JOINED and " " in e.words for e, _, _ in found)
    }
    whole = tree
    idle = [(words_of(lexicon), reason) for lexicon, reason in LEFT_OUT + OF_QUESTIONS * is_question(query.text)]
    idle[0] = (idle[0][0] | of_times(query.text), idle[0][1])
    idle += [(ASKED, "saying little of a sum")] if SUM.match(query.text) else []
    idle += [(EXPECTED, "saying little of a day")] if COMING.match(query.text) else []
    for unheard, reason in idle:
        tree, left = _without(tree, unheard, named)
        notes += [f"Left out as {reason}: {listed(left)}."] if left else []
    if expanding:
        names = names if tree is whole else expand(tree, collection.abbreviated, analyser, is_name)
        names = widened(names, tree, analyser, collection.index.postings.vocabulary.knows, widely=widely)
    names = {word: [each for each in found if each[0].name not in unwanted] for word, found in names.items()}
    absent = set(leaves(tree, wanted=False))
    every = dict.fromkeys([*leaves(tree), *absent])
    finds = {
        leaf: None
        if len(every) > SENTENCE and _emphasised(leaf, analyser)
        else who(leaf, collection)
        if isinstance(leaf, Words) and leaf.person
        else look_up(leaf, collection, None if leaf in absent else names)
        for leaf in every
    }
    notes += told_of(people_in(tree))
    notes += _of_meetings(tree, finds, collection)
    silent = [leaf.text for leaf, found in finds.items() if found is None and isinstance(leaf, (Words, Phrase))]
    spoken = [text for text in silent if any(letter.isalnum() for letter in text)]
    wanted = tuple(found for leaf in leaves(tree) if (found := finds[leaf]) is not None)
    if spoken:
        notes.append(f"Left out as too common to search for: {listed(spoken)}.")
        notes += ["In quotation marks they are looked for."] if not wanted and len(every) <= SENTENCE else []
    begun = {
        f"{leaf.text}*": left_out(leaf.text, analyser) for leaf in every if isinstance(leaf, Words) and leaf.prefix
    }
    for text, words in begun.items():
        if words:
            notes.append(f"Of the words that begin as {listed([text])}, left out as too common: {listed(words)}.")
    shouted = [found.text for found in wanted if isinstance(found.printed, Wording) and capitals(found.text)]
    if shouted:
        notes.append(f"{listed(shouted)} {'are' if len(shouted) > 1 else 'is'} looked for in capitals.")
    nowhere = []
    for leaf, found in ((leaf, finds[leaf]) for leaf in leaves(tree)):
        if found is None or found.anywhere or found.meeting or begun.get(found.text):
            continue
        if isinstance(leaf, Near):
            pair = listed([leaf.first.text, leaf.second.text])
            notes.append(f"{pair} stand nowhere within {plural(leaf.distance, 'word')} of each other.")
        else:
            nowhere.append(found.text)
    if nowhere:
        notes.append(f"{listed(nowhere)} {'stand' if len(nowhere) > 1 else 'stands'} in no paragraph and no title.")
    return Reading(query, tree, finds, wanted, tuple(notes), widely)


def _of_meetings(node: Node | None, finds: dict[Leaf | Near, Found | None], collection: Collection) -> list[str]:
    """Have words that name a council or body or a time, beside others, be said by its meetings, and say so.

    “West Exford allotments” is told by every paragraph of West Exford’s minutes on allotments, “allotments 2019” by
    those of that year.
    """
    if isinstance(node, Either):
        return [told for part in node.parts for told in _of_meetings(part, finds, collection)]
    if not isinstance(node, All):
        return []
    analyser = collection.index.analyser
    assert isinstance(analyser, Analyser)
    named: dict[Leaf, Marks] = {}
    notes = []
    either = [[way] for part in node.parts if isinstance(part, Either) for way in part.parts if isinstance(way, Words)]
    runs = [
        [part for part in some if isinstance(part, Words)] for plain, some in groupby(node.parts, is_plain) if plain
    ]
    times = [told for run in (*runs, *either) for told in _times_in(run, finds)]
    for leaves_, marks in times:
        named |= dict.fromkeys(leaves_, marks)
    told = listed([" ".join(leaf.text for leaf in leaves_) for leaves_, _ in times])
    notes += [f"Minutes of {told} need not say so."] if times else []
    for run in runs:
        words = [part.text for part in run]
        for start, end, names, marks in collection.called_whole(words):
            last = end
            while last > start + 1 and last < len(words) and _is_name(" ".join(words[last - 1 : last + 1]), analyser):
                last -= 1  # “Elm council tax”
            named |= {leaf: marks for leaf in run[start:last] if finds.get(leaf) is not None}
            notes.append(
                f"{listed([' '.join(words[start:last])])} names {listed(names)}, whose minutes need not say so."
            )
    leaf_or_not = [part for part in node.parts if not isinstance(part, Filter)]
    if all(isinstance(part, (Words, Phrase, Near)) and (part in named or not finds[part]) for part in leaf_or_not):
        return []  # only a name: where it is said is asked for
    for leaf, marks in named.items():
        found = finds[leaf]
        assert found is not None
        finds[leaf] = replace(found, meeting=marks)
    return notes


def _times_in(run: Sequence[Words], finds: Mapping[Leaf | Near, Found | None]) -> Iterator[tuple[list[Words], Marks]]:
    """Yield the years in plain words, each with the month before it, and the paragraphs of meetings at that time."""
    for place, leaf in enumerate(run):
        found = finds.get(leaf)
        if found is None or not re.fullmatch(YEAR, leaf.text) or not found.called:
            continue
        month = run[place - 1] if place and run[place - 1].text.lower() in MONTHS else None
        in_month = finds.get(month) if month else None
        if month is None or in_month is None:
            yield [leaf], found.called
        elif in_month.called & found.called:
            yield [month, leaf], in_month.called & found.called


def _is_name(text: str, analyser: Analyser) -> bool:
    return bool(other_names(text, tuple(analyser.terms(text)), analyser))


def _emphasised(leaf: Leaf | Near, analyser: Analyser) -> bool:
    """Tell whether small words stand in quotation marks, which are looked for in every text."""
    return isinstance(leaf, Phrase) and not leaf.exact and not analyser.terms(leaf.text)


@lru_cache(maxsize=1)
def posts() -> frozenset[str]:
    """Return the words that are posts by themselves: chair and clerk, and not head or officer."""
    lines = (line.split("\t") for line in words_of("role_heads.tsv"))
    return frozenset(word for word, need in lines if need == "alone")


def inner_filters(node: Node | None) -> list[Filter]:
    """Return the filters that stand inside a tree (-body:planning)."""
    if isinstance(node, Filter):
        return [node]
    if isinstance(node, Not):
        return inner_filters(node.part)
    return [f for part in getattr(node, "parts", ()) for f in inner_filters(part)]


def _as_prose(query: Query) -> Node | None:
    """Return the tree; of a whole sentence (long, ended by a stop) a dash before a word is a dash and no “without”."""
    tree = query.tree
    if not isinstance(tree, All) or not tree.implied or len(tree.parts) <= SENTENCE or not ENDED.search(query.text):
        return tree
    return replace(tree, parts=tuple(part.part if isinstance(part, Not) else part for part in tree.parts))


def _as_one(tree: Node | None, collection: Collection, analyser: Analyser) -> Node | None:
    """Return the tree; “by pass” and “by law” alone are by-pass and by-law where the minutes write them in one.

    “Will Orr” alone is a name.
    """
    parts = tree.parts if isinstance(tree, All) and tree.implied else ()
    words = [part.text for part in parts if isinstance(part, Words) and not part.prefix and not part.title]
    if len(words) != 2 or len(parts) != 2 or not words[1].isalpha():
        return tree
    if words[0] == "Will" and words[1][:1].isupper():
        return Phrase(" ".join(words))  # a name: its first part is too common to search for by itself
    leads = words[0].lower() in LEADING
    written = leads and any(collection.index.holding(term) for term in analyser.terms("".join(words)))
    return Words("-".join(words)) if written else tree


def _as_days(tree: Node | None) -> Node | None:
    """Return the tree; a day in words (12th May 2015) is one thing, found in every print, and not three words."""
    if not isinstance(tree, All) or not tree.implied:
        return tree
    parts = list(tree.parts)
    runs = [[n for n, _ in run] for plain, run in groupby(enumerate(parts), lambda each: is_plain(each[1])) if plain]
    for run in reversed(runs):
        texts = [parts[n].text for n in run]  # type: ignore[union-attr]  # words, each
        ends = list(accumulate((len(text) + 1 for text in texts), initial=0))
        for start, end, _ in reversed(list(days(" ".join(texts)))):
            first, last = bisect_right(ends, start) - 1, bisect_left(ends, end)
            if last - first > 1:
                parts[run[0] + first : run[0] + last] = [Words(" ".join(texts[first:last]))]
    return parts[0] if len(parts) == 1 else replace(tree, parts=tuple(parts))


def _without(tree: Node | None, unheard: Container[str], named: Container[Node]) -> tuple[Node | None, list[str]]:
    """Return the tree without some words, where other words remain, and those words.

    What is `named` stays: “going too fast” is a name of speeding.
    """
    if not isinstance(tree, All) or not tree.implied:
        return tree, []
    left = [
        part
        for place, part in enumerate(tree.parts)
        if isinstance(part, Words) and not part.prefix and part not in named and _bare(part.text) in unheard
        if not (_bare(part.text) == MONTH and _is_month(place, tree.parts))
    ]
    if tree.parts[0] not in left and all(_bare(part.text) == SHOW for part in left):
        left = []
    rest = tuple(part for part in tree.parts if part not in left)
    if not left or not _says_something(rest):
        return tree, []
    return (rest[0] if len(rest) == 1 else All(rest, implied=True)), [part.text for part in left]


def _is_month(place: int, parts: Sequence[Node]) -> bool:
    """Tell May the month or a name from a question's word: by its capital, a number beside it, or the word before."""
    texts = [part.text if isinstance(part, Words) else "" for part in parts]
    before, after = (texts[n] if 0 <= n < len(texts) else "" for n in (place - 1, place + 1))
    if any(letter.isdigit() for letter in before + after) or _bare(before) in BEFORE_MONTHS:
        return True
    return texts[place][:1].isupper() and (place > 0 or (after[:1].isupper() and len(after) > 1))


def _says_something(parts: Sequence[Node]) -> bool:
    stopped = words_of("stop-words.txt")
    return any(not isinstance(part, Words) or (_bare(part.text) and _bare(part.text) not in stopped) for part in parts)


def _bare(text: str) -> str:
    return "".join(letter for letter in folded(text) if letter.isalnum())
