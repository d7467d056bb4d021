"""What a sentence is worth in a summary, before it is weighed against the others."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from minutesnlp.summarising.centrality import Likeness, terms_of
from minutesnlp.summarising.cues import VERBAL, WEIGHTS, role_and_weight
from minutesnlp.summarising.rows import TOTAL
from minutesnlp.summarising.units import Unit
from minutesnlp.text.stemming import stem

# Set by hand, and tried on the shared gold and the tuning half of the example corpus; see benchmarks/summaries.md.
CENTRAL = 0.5
TO_TITLE = 2.0
FIRST = 0.2
OPENS_PARAGRAPH = 0.3
# In minutes a line without a verb is a heading, a name or a title more often than in speech.
VERBLESS = 0.3
# An entry of a list whose first sentence has so many words tells its matter there.
OPENS_ENTRY = 0.15
FEWEST_OF_ENTRY = 8
# Worth grows with the terms of a sentence, but more slowly.
TERMS_POWER = 0.3
TYPICAL_TERMS = 10.0
# A row of a table is one of many: what is said of the table tells more.
OF_ROW = 0.4
# Where an item is on one matter, what it is about is told first: by so much less counts what stands last.
LATER = 0.4
# What the row is worth that tells what they come to.
SUMMED = 1.0
# What a sentence shown in part is worth less.
CUT = 0.15
# A sentence of fewer terms is like all others by accident.
ENOUGH_TERMS = 15
# A line of fewer says nothing: “(Item 7)”, “Prop: KB”.
FEWEST_TERMS = 3

# “Cllr Voss: Thank you, Chair.”, “CHIEF ENGINEER:”
SPEAKS = re.compile(r"\A[A-Z][\w.’' ]{1,40}:(?=\s)")
# Beside the speaker, fewer words say nothing: “Chair: Thank you.”
FEWEST_SPOKEN = 4
# Speech: set to round numbers by a regression on the training meetings of QMSum.
SPOKEN_LEAST = -1.0
SPOKEN_CUES = 0.3
SPOKEN_TO_TITLE = 0.8
SPOKEN_TURN_TO_TITLE = 0.35
SPOKEN_PAIRS = 1.0
SPOKEN_SHARED = 0.4
SPOKEN_DISTINCT = 0.5
SPOKEN_LINKING = 2.5
SPOKEN_CHAT = 0.9
TYPICAL_WORDS = 20.0
WORD = re.compile(r"[a-z0-9']+")
# Who tells of things says “the cost of the casing”, who chats “I think you know what I mean”.
LINKING = frozenset(("the", "of", "in", "to", "and", "for", "that", "be"))
CHAT = frozenset(
    (
        *("i", "i'm", "you", "you're", "yeah", "yes", "no", "oh", "ok", "okay", "um", "uh", "hmm", "mm", "well", "so"),
        *("right", "like", "just", "really", "actually", "basically", "know", "mean", "think", "kind", "sort", "get"),
        *("got", "gonna", "thing", "things", "stuff"),
    )
)


def is_spoken(units: Sequence[Unit]) -> bool:
    """Tell a transcript, where most paragraphs open with a speaker's name, from minutes."""
    return sum(1 for unit in units if SPEAKS.match(unit.paragraph.text)) > len(units) / 2


def of_minutes(
    units: Sequence[Unit], roles: Sequence[str], weights: Sequence[float], alike: Likeness, *, one_matter: bool = False
) -> list[float]:
    """Return the worth of each sentence of minutes: its cues, its centrality, its heading, its place.

    What stands late counts for less where an item is on `one_matter`, and no list of several.
    """
    worths = []
    later = LATER if one_matter else 0.0
    for k, unit in enumerate(units):
        terms = int(alike.terms[k])
        worth = weights[k] + _of_place(unit, k) + _of_others(alike, k, terms)
        worth -= 0.0 if VERBAL.search(unit.text) else VERBLESS
        total = unit.paragraph.kind == "table" and TOTAL.match(unit.text) is not None
        if unit.paragraph.kind == "table" and roles[k] != "decision":
            worth = worth + SUMMED if total else worth * OF_ROW
        elif roles[k] != "decision":
            worth *= 1.0 - later * k / len(units)
        says_nothing = terms < FEWEST_TERMS and roles[k] not in ("decision", "vote") and not total
        worths.append(0.0 if says_nothing else worth * _of_length(terms))
    for k in _summed(units):
        if roles[k] != "decision":
            worths[k] = 0.0
    return worths


def _summed(units: Sequence[Unit]) -> Iterator[int]:
    """Give the rows of a table above the one that tells what they come to."""
    for k, unit in enumerate(units):
        if unit.paragraph.kind == "table" and TOTAL.match(unit.text) is not None:
            above = k - 1
            while above >= 0 and units[above].paragraph.kind == "table" and not TOTAL.match(units[above].text):
                yield above
                above -= 1


def of_part(unit: Unit, k: int, text: str, alike: Likeness) -> float:
    """Return the worth of a part of sentence `k` of minutes: as like the heading and the others as the whole is."""
    role, weight = role_and_weight(text)
    terms = len(set(terms_of(text)))
    worth = weight + WEIGHTS[role] + _of_place(unit, k) + _of_others(alike, k, terms)
    return worth * _of_length(terms) - CUT


def _of_place(unit: Unit, k: int) -> float:
    worth = FIRST if k == 0 else 0.0
    if unit.start < 4 and unit.paragraph.kind == "text":
        worth += OPENS_PARAGRAPH
    elif unit.start < 4 and unit.words >= FEWEST_OF_ENTRY:
        worth += OPENS_ENTRY
    return worth


def _of_others(alike: Likeness, k: int, terms: int) -> float:
    return CENTRAL * float(alike.central[k]) * min(1.0, terms / ENOUGH_TERMS) + TO_TITLE * float(alike.to_title[k])


def _of_length(terms: int) -> float:
    return float((max(terms, 1) / TYPICAL_TERMS) ** TERMS_POWER)


def of_speech(units: Sequence[Unit], weights: Sequence[float], alike: Likeness) -> list[float]:
    """Return the worth of each sentence of a transcript.

    People repeat themselves, and short sentences are worth little (“Yes, that’s right.”): what counts beside the
    heading are pairs of words said again and again, what the whole turn is about, and whether somebody tells or chats.
    """
    pairs = [_pairs(unit.text) for unit in units]
    often = Counter(pair for own in pairs for pair in own)
    stems = [_stems(unit.text) for unit in units]
    held_by = Counter(stem for own in stems for stem in own)
    scale = max(len(units), 1) ** 0.5
    turn: dict[str, float] = {}
    for k, unit in enumerate(units):
        turn[unit.paragraph.id] = max(turn.get(unit.paragraph.id, 0.0), float(alike.to_title[k]))
    worths = []
    for k, unit in enumerate(units):
        speaker = SPEAKS.match(unit.text)
        own = unit.words - len(speaker[0].split()) if speaker else unit.words
        if alike.terms[k] < FEWEST_TERMS or own < FEWEST_SPOKEN:
            worths.append(0.0)
            continue
        words = WORD.findall(unit.text.lower())
        count = max(len(words), 1)
        worth = SPOKEN_LEAST + SPOKEN_CUES * weights[k]
        worth += (
            SPOKEN_TO_TITLE * float(alike.to_title[k]) ** 0.5 + SPOKEN_TURN_TO_TITLE * turn[unit.paragraph.id] ** 0.5
        )
        worth += SPOKEN_PAIRS * (sum(often[pair] - 1 for pair in pairs[k]) / max(len(pairs[k]), 1) / scale) ** 0.5
        worth += SPOKEN_SHARED * sum(held_by[stem] > 1 for stem in stems[k]) / max(len(stems[k]), 1)
        worth += SPOKEN_DISTINCT * len(set(words)) / count
        worth += SPOKEN_LINKING * sum(word in LINKING for word in words) / count
        worth -= SPOKEN_CHAT * (sum(word in CHAT for word in words) / count) ** 0.5
        worths.append(max(worth, 0.01) * unit.words / TYPICAL_WORDS)
    return worths


def _stems(text: str) -> frozenset[str]:
    return frozenset(terms_of(text))


def _pairs(text: str) -> frozenset[tuple[str, str]]:
    words = [word if len(word) <= 3 else stem(word) for word in WORD.findall(text.lower())]
    return frozenset(pairwise(words))
