"""Posts in plain words: “chair of the ferry board” and “clerk to the council” come first where they stand as one."""

from __future__ import annotations

import re
from functools import lru_cache

import numpy as np

from minutesnlp.indexing.marks import Marks, both, either
from minutesnlp.searching.asking.grammar import All, Filter, Near, Node, Phrase, Words
from minutesnlp.searching.matching.matching import look_up
from minutesnlp.searching.ranking.ranking import Ranker
from minutesnlp.searching.wording.wording import APOSTROPHES
from minutesnlp.text.analysis import words_of

# What stands between a post and what it is of.
OF = ("of", "to", "for")
ARTICLES = ("the", "a", "an", "our", "this")
# A post and what it is of have so many words at the most: vice chairman | parks and open spaces.
LONGEST_POST, LONGEST_OF = 3, 5
# In so many texts, of the best hits, it is looked for.
MOST = 2_000
# And where what it is of begins so many words from it, and no more than it has words itself.
REACH = 4

# Parts of how a post is printed: a gap, small words that what it is of may have, its s, and words that name bodies.
GAP = r"\W{1,2}"
SMALL = rf"(?:(?:and|&|of|for|the){GAP})?"
S = rf"[{APOSTROPHES}]?s"
# Who asks for the chair does not ask for the vice-chair.
NO_DEPUTY = r"(?<!\bvice[\s-])(?<!\bdeputy[\s-])"
BODIES = "committee|sub-committee|board|panel|group|forum|council|trust"


def as_one(tree: Node | None, holding: Marks, ranker: Ranker) -> tuple[Marks, tuple[str, ...]] | None:
    """Return those of the hits in which the post that is asked for stands as one, and what to say of it.

    By another name too: the chairman of the board is its chair. None where no post is asked for, and where it stands
    so in no hit.
    """
    asked = post_in(tree)
    own = both([holding, *(found.own for found in ranker.finds)])
    if asked is None or not own:
        return None
    post, of = asked
    name = " ".join(post)
    others = (e for found in ranker.finds for e, _, _ in found.others if e.words.lower() == name.lower())
    names = [name, *(other.name for other in others if other.alike == 1)]
    near = [look_up(Near(Phrase(each), Words(of[0]), len(of) + REACH), ranker.collection) for each in names]
    own &= either(found.own for found in near if found)
    among = own if len(own) <= MOST else ranker.foremost([own], MOST)
    pattern = printed(names, of)
    ids = among.ids
    kept = [pattern.search(text) is not None for text in ranker.collection.source.texts(ids.tolist())]
    together = Marks.of(ids[np.array(kept, bool)], holding.size)
    if not together:
        return None
    told = f"In {len(together):,} of them it stands as one post: those come first."
    return together, (told,) if len(together) < len(holding) else ()


def post_in(tree: Node | None) -> tuple[list[str], list[str]] | None:
    """Return the words of a post and of what it is of, where that is all a query asks for."""
    parts = [part for part in tree.parts if not isinstance(part, Filter)] if isinstance(tree, All) else []
    if not parts or not all(
        isinstance(part, Words) and not (part.prefix or part.title or part.person) for part in parts
    ):
        return None
    words = [part.text for part in parts if isinstance(part, Words)]
    at = next((place for place, word in enumerate(words) if word.lower() in OF), 0)
    behind = next((place for place in range(at + 1, len(words)) if words[place].lower() not in ARTICLES), len(words))
    post, of = [word for word in words[:at] if word.lower() not in words_of("stop-words.txt")], words[behind:]
    if not 0 < len(post) <= LONGEST_POST or not 0 < len(of) <= LONGEST_OF or post[-1].lower() not in heads():
        return None
    return post, of


def printed(posts: list[str], of: list[str]) -> re.Pattern[str]:
    """Return what finds a post by any of its names, before or behind what it is of.

    >>> pattern = printed(["chair", "chairman"], ["ferry", "board"])
    >>> texts = ("Chairman of the Ferry Board", "the Ferry Board’s chair", "Vice-chair of the ferry board")
    >>> [pattern.search(text) is not None for text in texts]
    [True, True, False]
    """
    names = "|".join(GAP.join(map(re.escape, name.split())) for name in posts)
    what = f"{GAP}{SMALL}".join(rf"{re.escape(word)}(?:{S})?" for word in of if word.lower() not in ("and", "&"))
    before = rf"{NO_DEPUTY}\b(?:{names})s?,?\s(?:(?:{'|'.join(OF + ARTICLES)})\s){{1,2}}{what}\b"
    behind = rf"\b{what}\s(?:(?:{BODIES})(?:{S})?\s)?(?:{names})\b"
    return re.compile(f"{before}|{behind}", re.IGNORECASE)


@lru_cache(maxsize=1)
def heads() -> frozenset[str]:
    """Return the words that end the name of a post."""
    return frozenset(line.split("\t")[0] for line in words_of("role_heads.tsv"))
