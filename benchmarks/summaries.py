"""Measure summaries beside their peers: facts on hand-made gold, ROUGE on QMSum, and speed.

    python benchmarks/summaries.py [facts] [qmsum] [meetings] [speed]

The gold and QMSum lie in ../shared beside the checkout. Peers of sumy are measured when sumy is installed; it is given
the same sentences, so that no splitter decides.
"""

from __future__ import annotations

import json
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import fmean
from typing import NamedTuple

import minutesnlp as mn
from minutesnlp.records import Item, Paragraph
from minutesnlp.text.sentences import sentences
from minutesnlp.text.stemming import stem

SHARED = Path(__file__).resolve().parents[1].parent / "shared"
WORDS = 80
SPAN_WORDS = 60
AS_LONG = 72
LONG = 12

System = Callable[[Item, int], str]


def units(item: Item) -> list[str]:
    return [p.text[a:b] for p in item.minutes for a, b in sentences(p.text)]


def cut(texts: Sequence[str], words: int) -> str:
    """Return the first whole texts that fit, none twice; at least one."""
    chosen: list[str] = []
    for text in dict.fromkeys(texts):
        if chosen and sum(len(t.split()) for t in [*chosen, text]) > words:
            break
        chosen.append(text)
    return "\n".join(chosen)


def lead(item: Item, words: int) -> str:
    return cut(units(item), words)


def decision_then_lead(item: Item, words: int) -> str:
    said = [t for d in mn.find_decisions(item) for t in (d.text, *(c.text for c in d.clauses))]
    return cut([*said, *units(item)], words)


def ours(item: Item, words: int) -> str:
    return mn.summarise(item, words=words).text


def reaching(system: System) -> System:
    """Return a system whose last sentence may cross the budget: of larger and larger budgets the first that fills it.

    Published figures are often taken so; as whole sentences that fit leave a part of the budget empty, they are higher.
    """

    def run(item: Item, words: int) -> str:
        text = ""
        for budget in range(words, 2 * words, 5):
            text = system(item, budget)
            if len(text.split()) >= words:
                break
        return text

    return run


def sumys() -> dict[str, System]:
    """Return sumy's summarisers by name; none where sumy is not installed."""
    try:
        from sumy.models.dom import ObjectDocumentModel, Sentence
        from sumy.models.dom import Paragraph as Block
        from sumy.summarizers.lex_rank import LexRankSummarizer
        from sumy.summarizers.lsa import LsaSummarizer
        from sumy.summarizers.text_rank import TextRankSummarizer
    except ImportError:
        return {}

    class Words:
        """Words for sumy, without the tokenizer models it would fetch."""

        def to_words(self, text: str) -> tuple[str, ...]:
            return tuple(re.findall(r"[^\W_]+", text))

    def system(summarizer: object) -> System:
        def run(item: Item, words: int) -> str:
            texts = units(item)
            document = ObjectDocumentModel([Block([Sentence(t, Words()) for t in texts])])
            best = ""
            for count in range(1, 12):
                text = "\n".join(str(s) for s in summarizer(document, count))  # type: ignore[operator]
                if best and len(text.split()) > words:
                    break
                best = text
            return best

        return run

    return {
        "LexRank": system(LexRankSummarizer(stem)),
        "LSA": system(LsaSummarizer(stem)),
        "TextRank": system(TextRankSummarizer(stem)),
    }


def pytextranks() -> dict[str, System]:
    """Return pytextrank, given our sentences and rough tags: no spaCy model can be had offline.

    It ranks noun phrases, which need a parse. Here a run of words that are neither stop words nor end in -ed or -ing is
    a phrase: rougher than a model's, and said beside its figures.
    """
    try:
        import pytextrank  # noqa: F401  # names its component to spaCy
        import spacy
        from spacy.tokens import Doc
    except ImportError:
        return {}
    blank = spacy.blank("en")
    rank = blank.add_pipe("textrank")

    def tagged(texts: Sequence[str]) -> Doc:
        words, spaces, tags, heads, deps = [], [], [], [], []
        for text in texts:
            run: list[int] = []
            root = len(words)  # every word hangs on the first of its sentence, so that ours are its sentences
            for word in blank.make_doc(text):
                place = len(words)
                noun = word.is_alpha and not word.is_stop and not word.text.endswith(("ed", "ing"))
                words.append(word.text)
                spaces.append(bool(word.whitespace_))
                tags.append("NOUN" if noun else "VERB" if word.is_alpha and not word.is_stop else "DET")
                heads.append(root)
                deps.append("ROOT" if place == root else "nsubj" if noun else "dep")
                run = [*run, place] if noun and place != root else []
                for one in run[:-1]:  # all of a run but the last belong to the last
                    heads[one], deps[one] = place, "compound"
            spaces[-1] = True
        return Doc(blank.vocab, words=words, spaces=spaces, pos=tags, heads=heads, deps=deps)

    def run(item: Item, words: int) -> str:
        texts = [text for text in units(item) if text.strip()]
        doc = rank(tagged(texts))
        best = ""
        for count in range(1, 12):
            text = "\n".join(str(s).strip() for s in doc._.textrank.summary(limit_sentences=count))
            if best and len(text.split()) > words:
                break
            best = text
        return best

    return {"pytextrank": run}


SYSTEMS: dict[str, System] = {"minutesnlp": ours, "LEAD": lead, "decision, then LEAD": decision_then_lead}


def interval(differences: Sequence[float], rounds: int = 2000) -> tuple[float, float]:
    """Return the 95% percentile interval of the mean of paired differences."""
    chance = random.Random(1)
    means = sorted(sum(d) / len(d) for d in (chance.choices(differences, k=len(differences)) for _ in range(rounds)))
    return means[int(rounds * 0.025)], means[int(rounds * 0.975) - 1]


class Gold(NamedTuple):
    """An item, what tells the share of its facts that stand in a text, and an annotator's own sentences."""

    item: Item
    facts: Callable[[str], float]
    extract: str


def shared_gold() -> list[Gold]:
    """Return the items annotated beside this checkout; a fact is a list of patterns."""

    def facts(one: dict) -> Callable[[str], float]:
        return lambda text: fmean(any(re.search(way, text, re.I) for way in f["any"]) for f in one["must_have"])

    rows = json.loads((SHARED / "gold" / "summaries.json").read_text("utf-8"))
    return [
        Gold(
            mn.read_text(one["text"], title=one["heading"])[0].items[0],
            facts(one),
            " ".join(s["text"] for s in one["gold_sentences"]),
        )
        for one in rows
    ]


def held_out() -> list[Gold]:
    """Return the items of the example corpus's held-out half: only ever scored."""
    sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))
    from quality import summaries, truth
    from quality.metrics import fact_recall

    def facts(one: dict) -> Callable[[str], float]:
        return lambda text: fact_recall(text, [f["any_of"] for f in one["facts"]])

    return [
        Gold(summaries._item(one), facts(one), " ".join(one["sentences"]))
        for one in truth.of_half("summaries", "heldout")
    ]


def facts() -> None:
    shared, unseen = shared_gold(), held_out()
    for name, gold in (("shared gold", shared), ("held-out half", unseen), ("pooled", [*shared, *unseen])):
        long = [len(units(one.item)) >= LONG for one in gold]
        print(f"{name}: facts at {WORDS} words, {len(gold)} items ({sum(long)} of {LONG} units or more)")
        own: list[float] = []
        for system, run in SYSTEMS.items():
            texts = [run(one.item, WORDS) for one in gold]
            shares = [one.facts(text) for one, text in zip(gold, texts, strict=True)]
            there = [
                any(d.text[:40] in text for d in found)
                for one, text in zip(gold, texts, strict=True)
                if (found := [d for d in mn.find_decisions(one.item) if not d.routine])
            ]
            own = own or shares
            low, high = interval([a - b for a, b in zip(own, shares, strict=True)])
            of_long = [share for share, is_long in zip(shares, long, strict=True) if is_long]
            print(
                f"  {system:22} all {fmean(shares):5.1%}  long {fmean(of_long):5.1%}  "
                f"a decision {fmean(there):4.0%}  minutesnlp better by {low:+.1%} to {high:+.1%}"
            )
        print(f"  {'an annotator':22} all {fmean(one.facts(one.extract) for one in gold):5.1%}")


def rouge(text: str, reference: str, n: int) -> float:
    """Return the F1 of n-grams of stems (Lin, 2004)."""

    def grams(words: str) -> Counter[tuple[str, ...]]:
        stems = [stem(w) if len(w) > 3 else w for w in re.findall(r"[a-z0-9]+", words.lower())]
        return Counter(tuple(stems[k : k + n]) for k in range(len(stems) - n + 1))

    one, other = grams(text), grams(reference)
    shared = sum((one & other).values())
    return 2 * shared / (one.total() + other.total()) if shared else 0.0


def spoken(text: str) -> str:
    """Return a turn without its marks of noise and the gaps before its punctuation."""
    text = re.sub(r"\{[^}]*\}|<[^>]*>|\b(?:[Uu]h|[Uu]m|[Mm]m|[Hh]mm|[Ee]rm?)\b ?,?", " ", text)
    return " ".join(re.sub(r"\s+([.,?!])", r"\1", text).split())


def turns(meeting: dict, first: int = 0, last: int | None = None) -> tuple[Paragraph, ...]:
    rows = meeting["meeting_transcripts"][first : None if last is None else last + 1]
    texts = [f"{row['speaker']}: {spoken(row['content'])}" for row in rows]
    return tuple(Paragraph(id=f"t{n}", text=text) for n, text in enumerate(texts))


def qmsum(part: str = "val") -> None:
    pairs = []
    for path in sorted((SHARED / "qmsum" / part).glob("*.json")):
        meeting = json.loads(path.read_text("utf-8"))
        for query in meeting["specific_query_list"]:
            spans = [(int(a), int(b)) for a, b in query["relevant_text_span"]]
            paragraphs = tuple(p for a, b in spans for p in turns(meeting, a, b))
            numbered = tuple(Paragraph(id=f"t{n}", text=p.text) for n, p in enumerate(paragraphs))
            pairs.append((Item(id="i", title=query["query"], paragraphs=numbered), query["answer"]))
    print(f"QMSum {part}, {len(pairs)} spans, {SPAN_WORDS} words")
    for name, system in SYSTEMS.items():
        if name == "decision, then LEAD":
            continue
        protocols = {"never more": system, "the last may cross": reaching(system)}
        if system is ours:  # other systems end in long sentences, and come to as many by the second protocol
            protocols[f"never more than {AS_LONG}"] = lambda item, _: ours(item, AS_LONG)
        for protocol, run in protocols.items():
            texts = [run(item, SPAN_WORDS) for item, _ in pairs]
            one, two = (fmean(rouge(t, ref, n) for t, (_, ref) in zip(texts, pairs, strict=True)) for n in (1, 2))
            length = fmean(len(text.split()) for text in texts)
            print(f"  {name:12} {protocol:22} {length:3.0f} words  ROUGE-1 {100 * one:.1f}  ROUGE-2 {100 * two:.1f}")


def meetings(part: str = "val") -> None:
    """Answer QMSum's queries from whole meetings: a search among the turns, and a summary of its hits."""
    scores: dict[str, list[tuple[float, float]]] = {}
    for path in sorted((SHARED / "qmsum" / part).glob("*.json")):
        meeting = json.loads(path.read_text("utf-8"))
        item = Item(id="i", title="Meeting", paragraphs=turns(meeting), meeting_id=path.stem)
        archive = mn.Archive.in_memory([mn.Meeting(id=path.stem, items=(item,))])
        for query in meeting["specific_query_list"]:
            hits = archive.search(query["query"], k=60)
            for protocol, most in (("never more", SPAN_WORDS), ("the last may cross", 2 * SPAN_WORDS)):
                for words in range(SPAN_WORDS, most + 1, 5):
                    text = mn.summarise(hits, query=query["query"], words=words).text
                    if len(text.split()) >= SPAN_WORDS:
                        break
                scores.setdefault(protocol, []).append(
                    (rouge(text, query["answer"], 1), rouge(text, query["answer"], 2))
                )
    for protocol, pairs in scores.items():
        one, two = (100 * fmean(pair[n] for pair in pairs) for n in (0, 1))
        told = f"{len(pairs)} queries to whole meetings, {SPAN_WORDS} words, {protocol}"
        print(f"QMSum {part}, {told}: ROUGE-1 {one:.1f}  ROUGE-2 {two:.1f}")


def seconds(run: Callable[[], object], rounds: int) -> float:
    """Return the processor time of the quickest of some runs, that of threads too; other programs do not count."""
    took = []
    for _ in range(rounds):
        began = time.process_time()
        run()
        took.append(time.process_time() - began)
    return min(took)


def speed() -> None:
    gold = json.loads((SHARED / "gold" / "summaries.json").read_text("utf-8"))
    items = [mn.read_text(one["text"], title=one["heading"])[0].items[0] for one in gold]
    took = seconds(lambda: [ours(item, WORDS) for item in items], 10)
    print(f"speed: {len(items) / took:.0f} items a second of processor time")
    bodies = [p.text for item in items for p in item.minutes if p.kind == "text"]
    hundred = Item(
        id="h", title="A long item", paragraphs=tuple(Paragraph(id=f"h{n}", text=t) for n, t in enumerate(bodies))
    )
    while len(units(hundred)) > 100:
        hundred = Item(id="h", title="A long item", paragraphs=hundred.paragraphs[:-1])
    for name, system in SYSTEMS.items():
        took = seconds(lambda system=system: system(hundred, WORDS), 5)  # type: ignore[misc]
        print(f"  {len(units(hundred))} units, {name:22} {took * 1000:.1f} ms")


if __name__ == "__main__":
    SYSTEMS.update(sumys() | pytextranks())
    wanted = sys.argv[1:] or ["facts", "qmsum", "meetings", "speed"]
    for name in wanted:
        {"facts": facts, "qmsum": qmsum, "meetings": meetings, "speed": speed}[name]()
