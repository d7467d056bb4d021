"""Hits that hold what is asked for in the form in which it is typed come before those with other forms of its words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TypeGuard

from minutesnlp.indexing.marks import Marks
from minutesnlp.searching.asking.grammar import All, Filter, Near, Node, Phrase, Words, leaves
from minutesnlp.searching.collected.collection import Collection
from minutesnlp.searching.matching.matching import in_one
from minutesnlp.searching.ranking.ranking import Ranker
from minutesnlp.searching.understanding.reading_back import listed
from minutesnlp.searching.wording.crossing import variants
from minutesnlp.searching.wording.wording import LIKE_YEAR, as_typed, phrased
from minutesnlp.text.analysis import Analyser

# In so many texts, of the best hits, it is looked for; in fewer where no quotation marks ask for the words.
MOST_QUOTED = 5_000
MOST = 300
# And so many are looked at for words one behind the other, of which a query has so many at the most.
MOST_COMPOUNDS = 2_000
LONGEST = 3
# In so many texts without a word as typed its other forms are looked for, and so many of them told.
LOOKED_INTO = 50
FORMS = 3


def quoted(tree: Node | None) -> list[Phrase]:
    """Return the phrases that every hit has to hold, of which the form is looked at."""
    parts = tree.parts if isinstance(tree, All) else (tree,)
    return [part for part in parts if isinstance(part, Phrase) and not part.exact and not part.title]


def _compound(tree: Node | None) -> str:
    """Return the two or three words, with small words between them, that are all a query has; else nothing."""
    parts = [part for part in tree.parts if not isinstance(part, Filter)] if _is_plain(tree) else []
    words = [part.text for part in parts if isinstance(part, Words) and not part.prefix and not part.title]
    return " ".join(words) if 1 < len(words) == len(parts) <= LONGEST else ""


def _is_plain(tree: Node | None) -> TypeGuard[All]:
    return isinstance(tree, All) and tree.implied


def typed_first(
    tree: Node | None, holding: Marks, ranker: Ranker, collection: Collection
) -> tuple[Marks, tuple[str, ...]]:
    """Return those that hold phrases, or the one word asked for, as typed, and what to say of it.

    So do those that hold the few words of a query one behind the other: “council tax” is no tax of a council's. A
    phrase that begins in a lead-in is judged over both texts.
    `holding` are the hits with any form of them; where none is in the form typed, they are all returned.
    """
    phrases = quoted(tree)
    if (text := _compound(tree)) and holding:
        among = _best(holding, ranker, MOST_COMPOUNDS)
        together = in_one(text, among, collection)
        return together or holding, _told_of_compound(text, len(together), len(among), len(holding))
    parts = tree.parts if _is_plain(tree) else (tree,)
    words = [part for part in parts if not (isinstance(part, Filter) and part.wished)]  # “speeding in May 2012” is one
    one = words[0] if len(words) == 1 else None
    alone = [one] if isinstance(one, Words) and not one.prefix and not one.title else []
    texts_typed = (leaf.text.replace("*", "") for leaf in phrases or alone)
    wordings = [found for text in texts_typed if (found := as_typed(text)) is not None]
    if not wordings or not holding:
        return holding, ()
    figure = bool(alone) and LIKE_YEAR.fullmatch(alone[0].text) is not None
    ids = _best(holding, ranker, MOST_QUOTED if phrases or figure else MOST).ids
    texts = variants(ids.tolist(), [found.across for found in ranker.finds], collection)
    typed = [all(any(map(one.stands, said)) for one in wordings) for said in texts]
    kept = Marks.of(ids[typed], len(collection))
    if phrases:
        return kept or holding, _told(listed([phrase.text for phrase in phrases]), len(kept), len(ids), len(holding))
    others = [text for (text, *_), so in zip(texts, typed, strict=True) if not so][:LOOKED_INTO]
    forms = [alone[0].text.replace(",", "")] if figure else _forms(alone[0].text, others, collection)
    told = _told(listed(alone[0].text.split()), len(kept), len(ids), len(holding), forms) if forms else ()
    return kept or holding, told


def _best(holding: Marks, ranker: Ranker, most: int) -> Marks:
    return holding if len(holding) <= most else ranker.foremost([holding], most)


def _forms(word: str, texts: Iterable[str], collection: Collection) -> list[str]:
    """Return the other words in some texts that are found for a word, but for its plural, the most frequent first."""
    analyser = collection.index.analyser
    assert isinstance(analyser, Analyser)
    terms, typed = analyser.terms(word), word.lower().removesuffix("s")
    begins = re.compile(rf"\b{re.escape(typed[:1])}[^\W\d_]*", re.IGNORECASE)
    counts = Counter(form.lower() for text in texts for form in begins.findall(text))
    return [
        form for form, _ in counts.most_common() if form.removesuffix("s") != typed and analyser.terms(form) == terms
    ][:FORMS]


def _told_of_compound(text: str, together: int, looked_at: int, every: int) -> tuple[str, ...]:
    if not together or together == every:
        return ()
    among = "them" if looked_at == every else f"the best {looked_at:,}"
    return (f"{together:,} of {among} {'holds' if together == 1 else 'hold'} “{text}” in one: those come first.",)


def _told(what: str, typed: int, looked_at: int, every: int, forms: Sequence[str] = ()) -> tuple[str, ...]:
    if typed == every:
        return ()
    other = f"other forms of it ({listed(forms)})" if forms else "other forms of its words"
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
    if any("*" in leaf.text for leaf in found):
        told.append("Within quotation marks “*” stands for nothing: any form of the words counts.")
    unchecked = [leaf.text for leaf in found if analyser.terms(leaf.text) and phrased(leaf.text, analyser) is None]
    if common := [word for text in unchecked for word in analyser.words(text)]:
        told.append(f"In the phrase any word may stand for {listed(common)}; exactly:“…” asks for it as it is written.")
    return told
