"""Lines that tell of what stands above or below them: who moved or seconded it, and what was replied to it.

“Who seconded the motion on the ferry” is answered by “Seconded by Cllr Reed;”, which names no ferry, and a question by
its reply: such a line stands with the hit that it tells of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from minutesnlp.counting import plural
from minutesnlp.indexing.marks import Marks, either
from minutesnlp.searching.collected.collection import Collection
from minutesnlp.searching.collected.columns import Bools
from minutesnlp.searching.ranking.ranking import Ranker, Ranking, lifted
from minutesnlp.searching.understanding.holdings import PATTERNS

Ids = NDArray[np.int64]

# What a question may ask for that is told in such a line.
OF_MOTIONS = ("mover", "seconder", "withdrawal")
REPLY = "reply"

# So many of the best hits are looked at, and so many paragraphs from each, up or down.
MOST = 60
REACH = 3
# A reply stands right below its question, or below a line that says that it does.
REPLIES = 2
# “And Resolved:”, “it was agreed that -”: what moves the words below stands above such a line
LEADS = re.compile(r"(?:[:–—-]|\bthat|resolved)\W*\Z", re.IGNORECASE)
# “I will ask at the next meeting …”, “What is to be done?”
ASKS = re.compile(r"\bask(?:s|ed|ing)?\b|\bquestions?\b|\?\W*\Z", re.IGNORECASE)
# “REPLY: …”, “Answer – …”, “Response from the Director: …”
REPLIED = re.compile(
    r"\W{0,4}(?:(?:reply|answer|response)\b(?:\s(?:from|by|of)\s[^:.]{1,60})?\s?[:.–—-]|(?-i:REPLY\s(?=[A-Z])))",
    re.IGNORECASE,
)
# By which words questions and replies to them are told, under their titles or in their texts.
ASKING, REPLYING = ("ask", "question"), ("reply", "answer", "response")
SMALLEST = 1e-12
# A question counts for so much of its score where its reply is shown.
ASKED = 0.5


@dataclass(frozen=True, eq=False)
class Links:
    """Pairs of paragraphs, by number: what hits say, `of`, and the lines `by` which something is told of them.

    Of these pairs the former count for `times` their score.
    """

    of: Ids
    by: Ids
    size: int
    times: float = 1.0

    def telling(self, held: Marks) -> Marks:
        """Return the lines that tell of those held."""
        return Marks.of(self.by[held.at(self.of)], self.size) if len(self.of) else held - held

    def lend(self, ranking: Ranking) -> Ranking:
        """Return a ranking in which a line has the words of what it tells of too, and counts for no less."""
        if not len(self.of):
            return ranking
        both = np.isin(self.of, ranking.ids) & np.isin(self.by, ranking.ids)
        if not both.any():
            return ranking
        words, factor, score = ranking.words.copy(), ranking.factor.copy(), ranking.score.copy()
        said, line = (np.searchsorted(ranking.ids, ids[both]) for ids in (self.of, self.by))
        for at, to in zip(said.tolist(), line.tolist(), strict=True):
            words[:, to] = np.maximum(words[:, to], words[:, at])
            told = words[:, to].sum() + ranking.beside[to] + ranking.meeting[to]
            score[to] = max(score[to], score[at], told * max(factor[to], factor[at]))
            factor[to] = score[to] / max(told, SMALLEST)  # words that weigh nothing are matched too
        return lifted(replace(ranking, words=words, factor=factor, score=score), np.unique(said), self.times)


NO_LINKS = Links(np.zeros(0, np.int64), np.zeros(0, np.int64), 0)


def links(asks: str, hits: Sequence[Marks], allowed: Marks, ranker: Ranker) -> Links:
    """Return the lines that tell what a question asks for of its best hits, of the first tiers first.

    `asks` is one of `OF_MOTIONS`, or `REPLY`.
    """
    collection = ranker.collection
    if asks == REPLY:
        before = _before_replies(either(hits), collection)
        hits = [one & before for one in hits]
    marks = either(hits)
    ids = (marks if len(marks) <= MOST else ranker.foremost(hits, MOST)).ids.tolist()
    around = _Around(ids, collection, REPLIES if asks == REPLY else REACH)
    found = {number: _reply(number, around) if asks == REPLY else _line(asks, number, around) for number in ids}
    pairs = [(number, line) for number, line in found.items() if line is not None and line in allowed]
    of, by = np.array(pairs, np.int64).reshape(len(pairs), 2).T
    return Links(of, by, len(collection), ASKED if asks == REPLY else 1.0)


def told_of(asks: str, found: Links) -> str:
    """Say how many lines there are that tell what is asked for."""
    count = len(np.unique(found.by))
    if asks == REPLY:
        one = count == 1
        replies = "replies to a question, and comes" if one else "reply to questions, and come"
        return f"{plural(count, 'hit')} {replies} before {'it' if one else 'them'}."
    tells = "tells" if count == 1 else "tell"
    return f"{plural(count, 'hit')} {tells} who did so of what stands above or below."


def _before_replies(hits: Marks, collection: Collection) -> Marks:
    """Return those of some hits that tell of asking, and have a word of replies below: few texts are read."""
    asked, replied = (
        [collection.marks(term) for term in {term for word in words for term in collection.index.terms(word)}]
        for words in (ASKING, REPLYING)
    )
    nothing = Marks.none(hits.size)
    ids = (hits & either([nothing, *(own | titled for own, titled in asked)])).ids
    ids = ids[ids < hits.size - 1]
    return Marks.of(ids[either([nothing, *(own for own, _ in replied)]).at(ids + 1)], hits.size)


class _Around:
    """Some paragraphs, and those of their items that stand up to `reach` above and below each."""

    def __init__(self, ids: Sequence[int], collection: Collection, reach: int) -> None:
        follows = collection.columns.follows
        self.above = {number: _on(number, -1, reach, follows) for number in ids}
        self.below = {number: _on(number, 1, reach, follows) for number in ids}
        every = sorted({*ids, *(at for some in (*self.above.values(), *self.below.values()) for at in some)})
        self.text = dict(zip(every, collection.source.texts(every), strict=True))


def _on(number: int, step: int, reach: int, follows: Bools) -> list[int]:
    """Return the paragraphs that stand above or below one in its item, the nearest first."""
    found: list[int] = []
    for at in range(number + step, number + step * (reach + 1), step):
        lower = max(at, at - step)
        if lower >= len(follows) or not follows[lower]:
            break
        found.append(at)
    return found


def _reply(number: int, around: _Around) -> int | None:
    """Return the reply that stands right below a question, or below “REPLY:” in a line of its own."""
    below = around.below[number]
    if not below or not ASKS.search(around.text[number]) or REPLIED.match(around.text[number]):
        return None
    label = REPLIED.match(around.text[below[0]])
    if label is None:
        return None
    bare = not re.search(r"\w", label.string[label.end() :])
    return below[0] if not bare else below[1] if len(below) > 1 else None


def _line(asks: str, number: int, around: _Around) -> int | None:
    """Return the nearest line that tells who did what is asked for to what a paragraph moves; None where it does.

    It stands below, as motions have it, or above where a line leads to what was resolved.
    """
    tells, above, below = PATTERNS[asks], around.above[number], around.below[number]
    if tells.search(around.text[number]):
        return None
    led = bool(above) and LEADS.search(around.text[above[0]]) is not None
    order = (*above, *below) if led else (*below, *above)
    return next((at for at in order if tells.search(around.text[at])), None)
