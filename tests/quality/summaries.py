"""How much of what a summary must hold it holds, beside the first words and beside the decision and the first words."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib.util import find_spec

import minutesnlp as mn
from minutesnlp.text.sentences import sentences
from quality import truth
from quality.figures import Figure
from quality.metrics import fact_recall, mean

WORDS = 80
LONG = 12  # sentences


def measure() -> list[Figure]:
    """Return the figures of both halves."""
    told = []
    for half in truth.HALVES:
        pairs = [(one, _item(one)) for one in truth.of_half("summaries", half)]
        systems: dict[str, Callable[[dict, mn.Item], str]] = {
            "minutesnlp": lambda _, item: mn.summarise(item, words=WORDS).text,
            "LEAD": lambda _, item: cut(units(item)),
            "decision, then LEAD": lambda _, item: cut([*resolutions(item), *units(item)]),
            "LexRank (sumy)": lambda _, item: lexrank(item),
            "an annotator's sentences": lambda one, _: " ".join(one["sentences"]),
        }
        if find_spec("sumy") is None:
            del systems["LexRank (sumy)"]
        for system, summary in systems.items():
            texts = [(one, item, summary(one, item)) for one, item in pairs]
            every = [fact_recall(text, _facts(one)) for one, _, text in texts]
            long = [fact_recall(text, _facts(one)) for one, item, text in texts if len(units(item)) >= LONG]
            told.append(Figure("summaries", "facts", half, mean(every), system))
            told.append(Figure("summaries", "facts of long items", half, mean(long), system))
            decided = [any(d["text"][:40] in text for d in ds) for one, _, text in texts if (ds := _decisions(one))]
            told.append(Figure("summaries", "a decision is there", half, mean(decided), system))
    return told


def units(item: mn.Item) -> list[str]:
    """Return an item's sentences in order."""
    return [p.text[start:end] for p in item.minutes for start, end in sentences(p.text)]


def resolutions(item: mn.Item) -> list[str]:
    """Return what the item's resolutions say."""
    return [text for d in mn.find_decisions(item) for text in (d.text, *(c.text for c in d.clauses))]


def cut(texts: list[str]) -> str:
    """Return the first whole sentences that fit into the budget, none twice; at least one."""
    chosen: list[str] = []
    for text in dict.fromkeys(texts):
        if chosen and sum(len(t.split()) for t in [*chosen, text]) > WORDS:
            break
        chosen.append(text)
    return "\n".join(chosen)


class Words:
    """A tokenizer for sumy: it is given our sentences, since the splitting is not what is compared."""

    def to_words(self, sentence: str) -> list[str]:
        return re.findall(r"[^\W\d_]+", sentence)


def lexrank(item: mn.Item) -> str:
    """Summarise by sumy's LexRank, told the number of sentences that fits best into the budget."""
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
    from sumy.nlp.stemmers import Stemmer
    from sumy.summarizers.lex_rank import LexRankSummarizer

    words = Words()
    document = ObjectDocumentModel([Paragraph([Sentence(unit, words) for unit in units(item)])])
    best = ""
    for count in range(1, len(document.sentences) + 1):
        text = "\n".join(str(s) for s in LexRankSummarizer(Stemmer("english"))(document, count))
        if best and len(text.split()) > WORDS:
            break
        best = text
    return best


def _item(one: dict) -> mn.Item:
    meeting = next(m for m in truth.corpus() if one["meeting"] in m.source)
    return next(item for item in meeting.items if item.number == one["item"])


def _facts(one: dict) -> list[list[list[str]]]:
    return [fact["any_of"] for fact in one["facts"]]


def _decisions(one: dict) -> list[dict]:
    return [d for d in truth.load("decisions") if (d["meeting"], d["item"]) == (one["meeting"], one["item"])]
