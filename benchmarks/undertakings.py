"""Learn anew how much each thing seen of a clause says for a promise: models/promises.

`python benchmarks/undertakings.py [WINDOWS] [--write]`. The sentences are those of the tuning half of the example
corpus, of tests/cases/undertakings.jsonl and of tests/cases/promises.jsonl, but for those kept to check and the fresh
ones: all of them invented. Prints the F1 of sentences left out, in six folds: a meeting, a handful of passages, or a
whole manner of writing minutes (`manner`) is left out at once. A file of annotated passages is never learnt from: what
is learnt from the rest is tried on it. It has a JSON object a line with `paragraphs` (texts), `promised` (sentences
that promise something, or their first words) and `unsure` (sentences left out). --write writes the weights. Needs
scikit-learn.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_matrix

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from minutesnlp.records import Item, Paragraph  # noqa: E402
from minutesnlp.tracking import find_decisions  # noqa: E402
from minutesnlp.tracking.undertakings.cells import BARE_ACTION  # noqa: E402
from minutesnlp.tracking.undertakings.finding import told_in  # noqa: E402
from minutesnlp.tracking.undertakings.promising import clauses_in  # noqa: E402
from quality import truth  # noqa: E402

PENALTY, FOLDS, ROUNDS, RAREST = 0.5, 6, 4, 3
EACH = {"cases": 4.0, "corpus": 3.0, "manners": 2.0, "whole": 3.0}  # what a sentence of a source counts; 1 for others
# What was heard before a clause is learnt more slowly, for passages cut short show less of it than minutes do; and so
# are its words, which are of other matters in other councils.
SLOW, SLOWER = ("asked lately", "nobody asked yet", "wanted just now", "here ", "word ", "pair ", "led by "), 0.5
# Added to what speaks for every clause: of what is left out, the best F1 over meetings and debates alike lies here, and
# what is told is right more often. (Passages written to learn from hold more promises than minutes do.)
LEAN = -0.1


class Sentence(NamedTuple):
    """A sentence: its source, what it is left out with, what is seen of its clauses, and whether it promises."""

    source: str
    group: str
    seen: list[frozenset[str]]
    promises: bool


def sentences_of(
    item: Item, firsts: list[str], source: str, group: str, unsure: Sequence[str] = ()
) -> Iterator[Sentence]:
    """Yield the sentences of an item that may promise something."""
    decisions = [one for one in find_decisions(item) if not one.routine]
    told = list(told_in(item.minutes, decisions))
    wanted = [any(_is_told(first, one.text) for first in firsts) for one in told]
    debated = any(is_one and not one.decided for is_one, one in zip(wanted, told, strict=True))
    for is_one, one in zip(wanted, told, strict=True):
        if (
            any(text in one.text or one.text in text for text in unsure)
            or BARE_ACTION.fullmatch(one.text)
            or (one.decided and not is_one and debated)
        ):
            continue  # a clause that takes up what was promised in the debate is not wrong, and not counted
        clauses = list(clauses_in(one.text, one.speaker, decided=one.decided, heard=one.heard))
        seen = [clause.seen for clause in clauses if clause.seen != {"action"}]
        if seen:
            yield Sentence(source, group, seen, is_one)


def _is_told(first: str, text: str) -> bool:
    """Tell whether a sentence is the one that promises; of two (“… asked. He would.”) the last."""
    return first in text or (text in first and (len(first) < len(text) + 4 or first.endswith(text)))


def gathered(windows: Path | None) -> Iterator[Sentence]:
    """Yield all sentences to learn from."""
    gold = truth.of_half("undertakings", "tuning")
    for meeting in truth.corpus():
        firsts = [one["text"] for one in gold if one["meeting"] in meeting.source]
        if firsts:
            for item in meeting.items:
                yield from sentences_of(item, firsts, "corpus", meeting.source)
    cases = ROOT / "tests" / "cases"
    for source, path in (
        ("cases", cases / "undertakings.jsonl"),
        ("prose", cases / "promises.jsonl"),
        ("windows", windows),
    ):
        for n, line in enumerate(path.read_text(encoding="utf-8").splitlines() if path else ()):
            one = json.loads(line)
            if one.get("use") in ("check", "fresh"):
                continue
            texts = [p if isinstance(p, str) else p["text"] for p in one["paragraphs"]]
            told = [*one.get("promised", ()), *(u["opens"] for u in one.get("undertakings", ()))]
            firsts = [first if isinstance(first, str) else first["text"] for first in told]
            paragraphs = tuple(Paragraph(id=f"p{k}", text=text) for k, text in enumerate(texts))
            item = Item(id=f"i{n}", title="", paragraphs=paragraphs)
            manner = one.get("manner")
            group = manner or f"{source}{n // 4}"
            told_by = "whole" if manner and manner.startswith("whole") else "manners" if manner else source
            yield from sentences_of(item, firsts, told_by, group, one.get("unsure", ()))


# The lists of verbs were written while reading these sentences, so that an unknown verb is hardly ever a promise in
# them. Each sentence is therefore learnt from once more, for a little, as if its verbs were in no list.
UNLISTED = 0.3
LISTED = re.compile(r"\b(does|done|requested|subjunctive) (?:said|seen|mused|settled|state|light|gets|ready)\b")


def as_unlisted(sentence: Sentence) -> Sentence:
    """Return a sentence as it would be seen if no list had its verbs."""
    seen = [
        frozenset(LISTED.sub(r"\1 other", name) for name in one if not name.endswith(" errand"))
        for one in sentence.seen
    ]
    return sentence._replace(seen=seen)


class Table(NamedTuple):
    """What is seen of all clauses of sentences (clauses x names, a last column of ones), and whose each clause is."""

    seen: csr_matrix
    sentence: np.ndarray

    def best(self, weights: np.ndarray) -> np.ndarray:
        """Return for each sentence the row of the clause that says most for a promise."""
        said = self.seen @ weights
        order = np.lexsort((said, self.sentence))
        last = np.append(np.diff(self.sentence[order]) > 0, True)
        return order[last]


def table(sentences: list[Sentence], names: dict[str, int]) -> Table:
    """Return what is seen of all clauses of sentences."""
    columns: list[int] = []
    ends, whose = [0], []
    for n, one in enumerate(sentences):
        for seen in one.seen:
            columns += [*(names[name] for name in seen if name in names), len(names)]
            ends.append(len(columns))
            whose.append(n)
    shape = (len(whose), len(names) + 1)
    return Table(csr_matrix((np.ones(len(columns)), columns, ends), shape=shape), np.array(whose))


def learnt(sentences: list[Sentence], names: dict[str, int]) -> np.ndarray:
    """Return the weights: the clause that says most stands for its sentence, chosen anew each round."""
    from sklearn.linear_model import LogisticRegression

    both = [*sentences, *map(as_unlisted, sentences)]
    told = np.array([one.promises for one in both])
    counts = np.array([EACH.get(one.source, 1.0) for one in both])
    counts[len(sentences) :] *= UNLISTED
    clauses = table(both, names)
    weights = np.ones(len(names) + 1)
    slower = np.array([*(SLOWER if name.startswith(SLOW) else 1.0 for name in names), 1.0])
    for _ in range(ROUNDS):
        rows = clauses.seen[clauses.best(weights)].multiply(slower).tocsr()
        model = LogisticRegression(C=PENALTY, max_iter=2000, fit_intercept=False).fit(rows, told, sample_weight=counts)
        weights = model.coef_[0] * slower
    weights[-1] += LEAN
    return weights


def is_told(sentences: list[Sentence], names: dict[str, int], weights: np.ndarray) -> np.ndarray:
    """Return whether each sentence is told as a promise."""
    clauses = table(sentences, names)
    return (clauses.seen @ weights)[clauses.best(weights)] > 0


def main(arguments: list[str]) -> None:
    """Learn, print the F1 of what was left out, and write the weights when asked."""
    paths = [Path(one) for one in arguments if not one.startswith("--")]
    everything = list(gathered(paths[0] if paths else None))
    sentences = [one for one in everything if one.source != "windows"]
    counts: dict[str, int] = {}
    for one in sentences:
        for name in frozenset().union(*one.seen):
            counts[name] = counts.get(name, 0) + 1
    names = {name: n for n, name in enumerate(sorted(name for name, count in counts.items() if count >= RAREST))}
    groups = sorted({one.group for one in sentences})
    fold = dict(zip(groups, np.random.default_rng(0).permutation(len(groups)) % FOLDS, strict=True))
    found: dict[str, list[tuple[bool, bool]]] = {}
    for k in range(FOLDS):
        weights = learnt([one for one in sentences if fold[one.group] != k], names)
        left_out = [one for one in sentences if fold[one.group] == k]
        for one, told in zip(left_out, is_told(left_out, names, weights), strict=True):
            found.setdefault(one.source, []).append((bool(told), one.promises))
    weights = learnt(sentences, names)
    others = [one for one in everything if one.source == "windows"]
    for one, told in zip(others, is_told(others, names, weights) if others else (), strict=True):
        found.setdefault("windows", []).append((bool(told), one.promises))
    for source, pairs in found.items():
        right = sum(a and b for a, b in pairs)
        f1 = 2 * right / (sum(a for a, _ in pairs) + sum(b for _, b in pairs))
        print(f"{source}: {len(pairs)} sentences, F1 {f1:.3f}")
    if "--write" in arguments:
        path = ROOT / "models" / "promises" / "weights.txt"
        lines = [
            f"{weight:.2f}\t{name}"
            for name, weight in zip([*names, ""], weights, strict=True)
            if abs(weight) >= 0.05 or not name
        ]
        head = "# Made by benchmarks/undertakings.py: a weight, and what is seen or heard of a clause (nothing: any)"
        path.write_text("\n".join([head, *lines, "9.00\taction", ""]), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
