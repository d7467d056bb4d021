"""How well undertakings and questions are found, by the sentence, and how much of what is told of them is right."""

from __future__ import annotations

from typing import Any

import minutesnlp as mn
from quality import truth
from quality.figures import Figure
from quality.metrics import Score, mean, total


def measure() -> list[Figure]:
    """Return the figures of both halves."""
    return [figure for half in truth.HALVES for figure in (*_undertakings(half), *_questions(half))]


def _undertakings(half: str) -> list[Figure]:
    gold = truth.of_half("undertakings", half)
    scores, owners, dues, carried = [], [], [], []
    for meeting in truth.corpus():
        wanted = [one for one in gold if one["meeting"] in meeting.source]
        if not wanted:
            continue
        text_of = {p.id: p.text for p in meeting.paragraphs}
        found = list(mn.find_undertakings(meeting, soft=True))
        left, right = list(found), 0
        for one in wanted:
            # a promise made in debate and taken up by a clause is one undertaking: it may stand for either sentence
            same = [f for f in left if _same(one["text"], f.text)] or [
                f for f in found if f.carried_in and one["text"] in text_of[f.carried_in]
            ]
            if not same:
                continue
            right += 1
            if same[0] in left:
                left.remove(same[0])
            if one["who"] is not None:
                owners.append(_named(one["who"], same[0].owner))
            if one["due"] is not None:
                dues.append(same[0].due is not None and same[0].due.startswith(one["due"][:7]))
            carried.append(one["carried"] == (same[0].status == "carried"))
        scores.append(Score(right, right + len(left), len(wanted)))
    return [
        Figure("undertakings", "sentence F1", half, total(scores).f1),
        Figure("undertakings", "owner, of those found", half, mean(owners)),
        Figure("undertakings", "due month, of those found", half, mean(dues)),
        Figure("undertakings", "carried or not, of those found", half, mean(carried)),
    ]


def _questions(half: str) -> list[Figure]:
    gold = truth.of_half("questions", half)
    right, replies, wanted_all = 0, [], 0
    for meeting in truth.corpus():
        wanted = [one for one in gold if one["meeting"] in meeting.source]
        found = list(mn.find_questions(meeting)) if wanted else []
        for one in wanted:
            wanted_all += 1
            same = [f for f in found if _same(one["question"], f.text)]
            if same:
                right += 1
                replies.append(same[0].reply == one["state"])
    return [
        Figure("questions", "recall", half, right / wanted_all if wanted_all else 1.0),
        Figure("questions", "answered, promised or not, of those found", half, mean(replies)),
    ]


def _same(gold: str, found: str) -> bool:
    return gold in found or found in gold


def _named(gold: str, found: str | None) -> bool:
    """Tell whether an owner is the one meant: the words that name him or her are the same, whatever the title."""
    if found is None:
        return False
    return _names(gold)[-1:] == _names(found)[-1:] or set(_names(found)) <= set(_names(gold))


def _names(text: str) -> list[Any]:
    return [word for word in text.replace("’", "'").split() if word not in ("the", "The", "Councillor", "Cllr", "Mr")]
