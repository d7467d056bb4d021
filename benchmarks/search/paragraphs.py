"""Paragraphs and queries for the benchmark: made from a seed, with the statistics of real minutes.

What is imitated: paragraphs of 40 to 130 words; four words in ten are function words; the others follow Zipf's law
(Mandelbrot's form); a paragraph keeps to a subject, so its words come in company and come again; a few words of the
trade stand in some 30% of all paragraphs; one paragraph in three has a curly quote, a dash or a sum in pounds.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

FUNCTION_WORDS = """
    the of to and in that a was for be on as with it by at had is which from would were this been an not are have
    or they there will also their its but has into if no such these then
""".split()  # noqa: SIM905
# Each in some 30% of all paragraphs
COMMON = ["council", "committee", "members", "report", "officers", "meeting"]
SUBJECTS = 3_000
SUBJECT_WORDS = 60
WORDS = 250_000
CHUNK = 2_000

ONSETS = """
    b br c ch cl d dr f fl g gr h k l m n p pl pr qu r s sh st t tr v w
""".split()  # noqa: SIM905
NUCLEI = ["a", "e", "i", "o", "u", "ai", "ea", "ou"]
CODAS = ["", "", "", "", "", "l", "m", "n", "nd", "r", "rt", "s", "st", "t", "x", "ck"]
ENDINGS = ["", "", "", "s", "s", "ed", "ing", "ment", "ation", "er", "ly"]


@dataclass(frozen=True)
class Language:
    """Invented words in the order of their frequency, and the subjects they make up."""

    words: list[str]
    subjects: np.ndarray

    @classmethod
    def of(cls, seed: int) -> Language:
        """Make a language; the same seed gives the same."""
        draw = random.Random(seed)
        stems: set[str] = set()
        while len(stems) < WORDS // 2:
            parts = draw.choices((1, 2, 3), (1, 6, 1))[0]
            stems.add("".join(draw.choice(ONSETS) + draw.choice(NUCLEI) + draw.choice(CODAS) for _ in range(parts)))
        ordered = sorted(sorted(stems), key=lambda stem: len(stem) + draw.gauss(0, 2))  # frequent words are short
        words = list(dict.fromkeys(stem + draw.choice(ENDINGS) for stem in ordered for _ in range(3)))
        words = [word for word in words if len(word) > 2 and word not in FUNCTION_WORDS][:WORDS]
        # A subject's words are rarer than the language's: from rank 500 down
        subjects = 500 + (np.random.default_rng(seed).pareto(0.8, (SUBJECTS, SUBJECT_WORDS)) * 1_500).astype(np.int64)
        return cls(words, np.minimum(subjects, len(words) - 1))


def paragraphs(count: int, seed: int = 7) -> Iterator[str]:
    """Yield `count` paragraphs; the same seed gives the same."""
    language = Language.of(seed)
    draw = np.random.default_rng(seed + 1)
    ranks = np.arange(1, len(language.words) + 1)
    zipf = np.cumsum(1.0 / (ranks + 20.0) ** 1.07)
    function = np.cumsum(1.0 / np.arange(1, len(FUNCTION_WORDS) + 1) ** 0.9)
    subject = np.cumsum(1.0 / np.arange(1, SUBJECT_WORDS + 1) ** 0.8)
    for begin in range(0, count, CHUNK):
        size = min(CHUNK, count - begin)
        lengths = draw.integers(40, 131, size)
        total = int(lengths.sum())
        about = np.repeat(draw.integers(0, SUBJECTS, size), lengths)
        kind = draw.random(total)
        background = np.searchsorted(zipf, draw.random(total) * zipf[-1])
        topical = language.subjects[about, np.searchsorted(subject, draw.random(total) * subject[-1])]
        little = np.searchsorted(function, draw.random(total) * function[-1])
        trade = draw.integers(0, len(COMMON), total)
        numbers = draw.integers(1, 2_000, total)
        ends = draw.random(total)
        decorated = draw.random(size) < 0.33
        # 6 words of the trade, each in 30% of the paragraphs: some 2.5% of the words
        which = np.select([kind < 0.42, kind < 0.445, kind < 0.46, kind < 0.66], [0, 1, 2, 3], 4)
        chosen = np.select(
            [which == 0, which == 1, which == 2, which == 3], [little, trade, numbers, topical], background
        )
        at = 0
        for length, plain in zip(lengths.tolist(), (~decorated).tolist(), strict=True):
            here = slice(at, at + length)
            words = [
                language.words[number]
                if group >= 3
                else FUNCTION_WORDS[number]
                if group == 0
                else COMMON[number]
                if group == 1
                else str(number)
                for group, number in zip(which[here].tolist(), chosen[here].tolist(), strict=True)
            ]
            for place in np.flatnonzero(ends[here] < 0.07).tolist():
                words[place] += "." if ends[at + place] < 0.04 else ","
            words[0] = words[0].capitalize()
            if not plain:
                words[len(words) // 2] += " – the council’s £56 million –"
            at += length
            yield " ".join(words) + "."


def queries(count: int, seed: int = 7) -> list[tuple[str, str]]:
    """Return queries of 2 to 5 words with their kind: topical, mixed (one or two common words) or common."""
    language = Language.of(seed)
    draw = random.Random(seed + 2)
    found = []
    for _ in range(count):
        kind = draw.choices(("topical", "mixed", "common"), (232, 207, 61))[0]
        size = draw.randint(2, 5)
        common = {"topical": 0, "mixed": min(draw.randint(1, 2), size - 1), "common": size}[kind]
        words = draw.sample(COMMON, common)
        subject = language.subjects[draw.randrange(SUBJECTS)]
        while len(words) < size:
            # Most words of a query belong to its subject, some are from anywhere
            rank = (
                subject[int(draw.paretovariate(0.7)) % SUBJECT_WORDS]
                if draw.random() < 0.8
                else draw.randint(300, 20_000)
            )
            words.append(language.words[int(rank)])
        draw.shuffle(words)
        found.append((" ".join(words), kind))
    return found
