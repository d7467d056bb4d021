"""Figures typed alone, as “£34,500” is: what tells one in a sentence comes before rows, totals and movers' lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from minutesnlp.indexing.marks import Marks, either
from minutesnlp.searching.asking.grammar import All, Filter, Node, Phrase, Words
from minutesnlp.searching.ranking.ranking import Ranker
from minutesnlp.text.analysis import words_of

# In how many texts, of the best hits, the sentence is read.
MOST = 300
# How many words a sentence says about a figure at least, and how many for each figure that it has.
SAYING, FOR_EACH = 6, 4

# “£34,500”, “14%”, “2,000”, “£1.2m”, “21/18”, “LGR14/03”; not “2b”, “A14” nor “covid19”
FIGURE = re.compile(
    r"[£€$]?\s?[0-9][0-9.,]*\s?(?:%|per\s?cent|k|m|bn|thousand|million|billion)?"
    r"|(?:[a-z]{1,5}[/-]?)?[0-9]+(?:[/-][0-9a-z]+)+",
    re.IGNORECASE,
)
NUMBER = re.compile(r"[0-9][0-9.,/:]*")
# The end of a sentence, a cell or an entry of a list that runs on: “held. The”, “ | ”, “; ”
BREAK = re.compile(r"(?<=[.?!])\s+(?=[^\W\d_a-z])|[|;•]")
# “Proposed by Cllr A Reed, seconded by Cllr Orr”
NAMED = re.compile(
    r"\b(?i:on\sthe\sproposal|proposed|proposal|prop|moved|seconded|2nd|cllrs?|councillors?|mrs?|ms|dr)\b\.?"
    r"(?:\s(?i:by|of))?(?:\s\(?[^\W\d_a-z][\w’'.-]*\)?)*"
)
WORD = re.compile(r"[^\W\d_]{3,}")
# What every decision says, whatever it is on.
PROCEDURE = frozenset(
    (
        *("accepted", "agreed", "agreement", "approval", "approve", "approved", "carried", "chair", "chairman"),
        *("clerk", "committee", "council", "favour", "meeting", "members", "minutes", "motion", "noted", "report"),
        *("resolved", "total", "totals", "unanimously", "voted"),
    )
)


def only_figures(tree: Node | None) -> bool:
    """Tell whether a query asks for figures and nothing else."""
    parts = tree.parts if isinstance(tree, All) and tree.implied else (tree,)
    asked = [part for part in parts if not isinstance(part, Filter)]
    return bool(asked) and all(_is_figure(part) for part in asked)


def told_in_sentences(tree: Node | None, tiers: Sequence[Marks], ranker: Ranker) -> Marks:
    """Return those of the best hits, of the first tiers first, that tell a figure of the query in a sentence."""
    marks = either(tiers)
    ids = marks.ids if len(marks) <= MOST else ranker.foremost(tiers, MOST).ids
    parts = tree.parts if isinstance(tree, All) else (tree,)
    figures = [_digits(part.text) for part in parts if isinstance(part, (Words, Phrase))]
    texts = ranker.collection.source.texts(ids.tolist())
    kept = np.array([says_much(text, figures) for text in texts], bool)
    return Marks.of(ids[kept], marks.size)


def says_much(text: str, figures: Sequence[str]) -> bool:
    """Tell whether a text has a sentence that says much of a figure, of whose digits any are given.

    >>> says_much("The roof of the old mill would cost £34,500 to mend, and rain came in.", ["34500"])
    True
    >>> says_much("Mill roof £34,500", ["34500"]), says_much("It was RESOLVED that £34,500 be approved.", ["34500"])
    (False, False)
    """
    sentences = BREAK.split(text)
    those = [one for one in sentences if any(_digits(number) in figures for number in NUMBER.findall(one))]
    return any(_is_told(sentence) for sentence in those or sentences)


def _is_told(sentence: str) -> bool:
    words = {word.lower() for word in WORD.findall(NAMED.sub(" ", sentence))}
    saying = len(words - PROCEDURE - words_of("stop-words.txt"))
    return saying >= max(SAYING, FOR_EACH * len(NUMBER.findall(sentence)))


def _is_figure(part: Node | None) -> bool:
    return isinstance(part, (Words, Phrase)) and FIGURE.fullmatch(part.text.strip()) is not None


def _digits(text: str) -> str:
    """Return the digits of a figure as they are compared: of 34,500.00 those of 34500."""
    return re.sub(r"\.0*\Z|[^0-9.]", "", re.sub(r"[^0-9.]+\Z", "", text)).strip(".")
