"""How well the default ranking answers the queries of Cranfield and CISI: nDCG@10 and recall@100.

Run: python benchmarks/ranking.py ../shared/collections. Each document is read as a meeting of one item with its
title. The
same settings serve both collections and the archive; they were chosen here, so these figures flatter a little.
"""

from __future__ import annotations

import math
import re
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from minutesnlp.records import Corpus, Item, Meeting, Paragraph
from minutesnlp.searching.collected.collection import Collection, collect
from minutesnlp.searching.search import search

Judgements = Mapping[str, Mapping[str, float]]


def meeting(name: str, title: str, text: str) -> Meeting:
    paragraph = Paragraph(id=f"{name}/1", text=" ".join(text.split()), item_id=name)
    return Meeting(id=name, items=(Item(id=name, title=" ".join(title.split()), paragraphs=(paragraph,)),))


def cranfield(folder: Path) -> tuple[Corpus, dict[str, str], Judgements]:
    """Return documents, queries (numbered as judged: by order) and judgements."""
    raw = (folder / "cran.all.1400.xml").read_text("utf-8")
    documents = []
    for block in re.findall(r"<doc>(.*?)</doc>", raw, re.DOTALL):
        part = {
            name: (re.search(rf"<{name}>(.*?)</{name}>", block, re.DOTALL) or [""] * 2)[1]
            for name in ("docno", "title", "text")
        }
        body = part["text"].removeprefix(part["title"])
        documents.append(meeting(part["docno"].strip(), part["title"], body or part["title"]))
    queries = re.findall(r"<title>(.*?)</title>", (folder / "cran.qry.xml").read_text("utf-8"), re.DOTALL)
    judged: dict[str, dict[str, float]] = {}
    for line in (folder / "cranqrel.trec.txt").read_text("utf-8").splitlines():
        query, _, document, grade = line.split()
        judged.setdefault(query, {})[document] = float(int(grade) > 0)
    return Corpus(documents), {str(n): " ".join(q.split()) for n, q in enumerate(queries, 1)}, judged


def cisi(folder: Path) -> tuple[Corpus, dict[str, str], Judgements]:
    """Return documents, queries and judgements."""
    documents = [meeting(n, parts.get("T", ""), parts.get("W", "")) for n, parts in _records(folder / "CISI.ALL")]
    queries = {
        n: " ".join(f"{parts.get('T', '')} {parts.get('W', '')}".split()) for n, parts in _records(folder / "CISI.QRY")
    }
    judged: dict[str, dict[str, float]] = {}
    for line in (folder / "CISI.REL").read_text("utf-8").splitlines():
        query, document, *_ = line.split()
        judged.setdefault(query, {})[document] = 1.0
    return Corpus(documents), queries, judged


def _records(path: Path) -> Iterator[tuple[str, dict[str, str]]]:
    for block in re.split(r"^\.I\s+", path.read_text("utf-8", "replace"), flags=re.MULTILINE)[1:]:
        number, _, rest = block.partition("\n")
        parts = re.split(r"^\.([TAWXBKN])\s*$", rest, flags=re.MULTILINE)
        yield number.strip(), dict(zip(parts[1::2], parts[2::2], strict=True))


def ndcg(ranked: Sequence[str], grades: Mapping[str, float], depth: int = 10) -> float:
    """Return the discounted gain of the first hits, 1 for the best possible order (Järvelin, Kekäläinen 2002)."""
    gain = sum(grades.get(document, 0.0) / math.log2(place + 2) for place, document in enumerate(ranked[:depth]))
    ideal = sum(g / math.log2(place + 2) for place, g in enumerate(sorted(grades.values(), reverse=True)[:depth]))
    return gain / ideal if ideal else 0.0


def evaluate(
    ask: Callable[[str], Sequence[str]], queries: Mapping[str, str], judged: Judgements
) -> tuple[float, float]:
    """Return mean nDCG@10 and recall@100 over the queries that have a judgement."""
    gains, recalls = [], []
    for number, grades in judged.items():
        relevant = {document for document, grade in grades.items() if grade > 0}
        if number in queries and relevant:
            ranked = ask(queries[number])
            gains.append(ndcg(ranked, grades))
            recalls.append(len(relevant & set(ranked[:100])) / len(relevant))
    return sum(gains) / len(gains), sum(recalls) / len(recalls)


def ours(collection: Collection, **settings: object) -> Callable[[str], list[str]]:
    return lambda query: [hit.meeting.id for hit in search(collection, query, k=100, **settings)]  # type: ignore[arg-type]


def main() -> None:
    root = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/collections")
    for name, read in (("cranfield", cranfield), ("cisi", cisi)):
        corpus, queries, judged = read(root / name)
        collection = collect(corpus)
        for ranker in ("fused", "bm25", "tfidf"):
            start = time.perf_counter()
            gain, recall = evaluate(ours(collection, ranker=ranker), queries, judged)
            took = (time.perf_counter() - start) / len(judged)
            print(f"{name:10} {ranker:6} nDCG@10 {gain:.4f}  recall@100 {recall:.4f}  {took * 1000:.1f} ms a query")


if __name__ == "__main__":
    main()
