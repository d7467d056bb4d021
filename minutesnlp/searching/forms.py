"""Hits that hold what is asked for in the form in which it is typed come before those with other forms of its words."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from minutesnlp.indexing.marks import Marks
from minutesnlp.indexing.scoring import best
from minutesnlp.searching.collection import Collection
from minutesnlp.searching.grammar import All, Near, Node, Phrase, Words, leaves
from minutesnlp.searching.ranking import Ranking
from minutesnlp.searching.reading_back import listed
from minutesnlp.searching.wording import as_typed, phrased
from minutesnlp.text.analysis import Analyser

# In so many texts, of the best hits, it is looked for; in fewer where no quotation marks ask for the words.
MOST_QUOTED = 5_000
MOST = 300


def quoted(tree: Node | None) -> list[Phrase]:
    """Return the phrases that every hit has to hold, of which the form is looked at."""
    parts = tree.parts if isinstance(tree, All) else (tree,)
    return [part for part in parts if isinstance(part, Phrase) and not part.exact and not part.title]


def typed_first(
    tree: Node | None, holding: Marks, ranking: Ranking, collection: Collection
) -> tuple[Marks, tuple[str, ...]]:
    """Return those that hold phrases, or the one word asked for, as typed, and what to say of it.

    `holding` are the hits with any form of them; where none is in the form typed, they are all returned.
    """
    phrases = quoted(tree)
    alone = [tree] if isinstance(tree, Words) and not tree.prefix and not tree.title else []
    wordings = [found for leaf in phrases or alone if (found := as_typed(leaf.text)) is not None]
    if not wordings or not holding:
        return holding, ()
    most = MOST_QUOTED if phrases else MOST
    ids = holding.ids
    if len(ids) > most:
        ids = np.sort(best(ids, ranking.score[np.searchsorted(ranking.ids, ids)], most)[0])
    texts = collection.source.texts(ids.tolist())
    kept = Marks.of(ids[[all(one.stands(text) for one in wordings) for text in texts]], len(collection))
    return kept or holding, _told(phrases, len(kept), len(ids), len(holding))


def _told(phrases: Sequence[Phrase], typed: int, looked_at: int, every: int) -> tuple[str, ...]:
    if not phrases or typed == every:
        return ()
    what, other = listed([phrase.text for phrase in phrases]), "other forms of its words"
    among = "them" if looked_at == every else f"the best {looked_at:,}"
    if not typed:
        return (f"None of {among} holds {what} as typed, but {other}.",)
    holds, have = "holds" if typed == 1 else "hold", "has" if looked_at - typed == 1 else "have"
    rest = f"; {looked_at - typed:,} {have} {other}" if typed < looked_at else ""
    return (f"{typed:,} of {among} {holds} {what} as typed: those come first{rest}.",)


def loosely(tree: Node | None, analyser: Analyser) -> list[str]:
    """Say of the phrases of a query what they were found without, and that other forms of their words count."""
    found: list[Phrase] = []
    for leaf in leaves(tree):
        both = (leaf.first, leaf.second) if isinstance(leaf, Near) else (leaf,)
        found += [part for part in both if isinstance(part, Phrase) and not part.exact]
    uncounted = [leaf for leaf in found if leaf not in quoted(tree) and as_typed(leaf.text) is not None]
    told = []
    if uncounted:
        told.append("In a phrase other forms of its words count too; exactly:“…” asks for it as it is written.")
    unchecked = [leaf.text for leaf in found if analyser.terms(leaf.text) and phrased(leaf.text, analyser) is None]
    if common := [word for text in unchecked for word in analyser.words(text)]:
        told.append(f"In the phrase any word may stand for {listed(common)}; exactly:“…” asks for it as it is written.")
    return told
