# ruff: noqa: ANN001, ANN201, ANN202
"""Measure the tagger on passages marked by hand, beside peers where they are installed.

    python benchmarks/tagging.py ../shared/gold/entities.json [-o benchmarks/tagging.md]

Strict: label and both ends are right. Overlap: label right and the spans touch. Value: the share of the dates and
figures marked whose span and value are
both right. Folds are cut by source and passage number; nothing is trained on any.
"""

from __future__ import annotations

import argparse
import datetime
import importlib.util
import json
import re
import time
from collections import defaultdict
from pathlib import Path

from minutesnlp.tagging import tag

LABELS = ("PERSON", "ROLE", "DATE", "FIGURE")
FOLDS = 5
NAIVE = {
    "PERSON": re.compile(
        r"\b(?:Councillor|Cllr|Mr|Mrs|Ms|Dr)\.? [A-Z][\w.’'-]*(?: [A-Z][\w’'-]+)*|\b[A-Z] [A-Z][a-z]+"
    ),
    "ROLE": re.compile(
        r"\b(?:[A-Z]\w+ )*(?:Chair(?:man)?|Clerk|Director|Officer|Manager|Mayor|Leader)(?: of [A-Z]\w+)*"
    ),
    "DATE": re.compile(
        r"\b(?:\d{1,2}(?:st|nd|rd|th)? )?(?:January|February|March|April|May|June|July|August|September|October|"
        r"November|December)(?: \d{4})?|\b20\d\d\b"
    ),
    "FIGURE": re.compile(r"£[\d,.]+\w*|\b\d+(?:\.\d+)?%|\b\d+\b"),
}

TUNED_ON = (
    "Our rules were made on these passages, which the peers never saw: what to expect of councils\n"
    "nobody has read is in the README."
)


def ours(text, anchor):
    return [(e.label, e.start, e.end, e.value) for e in tag(text, date=anchor)]


def naive(text, anchor):
    del anchor
    return [(label, m.start(), m.end(), None) for label, pattern in NAIVE.items() for m in pattern.finditer(text)]


def spacy_small():
    import spacy

    nlp = spacy.load("en_core_web_sm")
    names = {"PERSON": "PERSON", "DATE": "DATE", "TIME": "DATE"}
    figures = {"MONEY", "PERCENT", "QUANTITY", "CARDINAL"}

    def run(text, anchor):
        del anchor
        found = ((names.get(e.label_, "FIGURE" if e.label_ in figures else None), e) for e in nlp(text).ents)
        return [(label, e.start_char, e.end_char, None) for label, e in found if label]

    return run


def dateparser_dates():
    from dateparser.search import search_dates

    def run(text, anchor):
        settings = {"RELATIVE_BASE": datetime.datetime.combine(anchor, datetime.time())}
        found, at = [], 0
        for words, when in search_dates(text, languages=["en"], settings=settings) or []:
            start = text.find(words, at)
            found.append(("DATE", start, start + len(words), when.date().isoformat()))
            at = start + len(words)
        return found

    return run


def quantulum():
    from quantulum3 import classifier, parser

    # Its classifier was pickled by another scikit-learn and does not load; its rules alone are measured.
    classifier.USE_CLF = False

    def run(text, anchor):
        del anchor
        return [("FIGURE", *q.span, str(q.value)) for q in parser.parse(text)]

    return run


PEERS = {"en_core_web_sm": spacy_small, "dateparser": dateparser_dates, "quantulum3": quantulum}


def plain(value):
    if isinstance(value, list):
        return "/".join(plain(one) for one in value)
    try:
        return "/".join(format(float(one), ".9g") for one in str(value).split("/"))
    except ValueError:
        return str(value)


def score(passages, system):
    counts = defaultdict(lambda: defaultdict(int))
    spent = time.process_time()
    found_in = [system(p["text"], datetime.date.fromisoformat(p["anchor"])) for p in passages]
    spent = time.process_time() - spent
    for passage, found in zip(passages, found_in, strict=True):
        gold = {(s["label"], s["start"], s["end"]): s.get("value") for s in passage["spans"]}
        for label in LABELS:
            want = [key for key in gold if key[0] == label]
            got = [f for f in found if f[0] == label]
            count = counts[label]
            count["gold"] += len(want)
            count["found"] += len(got)
            count["strict"] += sum(f[:3] in gold for f in got)
            count["touched"] += sum(any(f[1] < w[2] and w[1] < f[2] for w in want) for f in got)
            count["value"] += sum(f[:3] in gold and f[3] is not None and plain(f[3]) == plain(gold[f[:3]]) for f in got)
    words = sum(len(p["text"].split()) for p in passages)
    return counts, words / spent if spent else 0.0


def f1(right, count):
    return 200 * right / (count["gold"] + count["found"]) if count["gold"] + count["found"] else 0.0


def lines(passages):
    systems = {"minutesnlp": ours, "naive patterns": naive}
    missing = []
    for name, make in PEERS.items():
        if importlib.util.find_spec(name) is None:
            missing.append(name)
            continue
        systems[name] = make()
    ours(passages[0]["text"], datetime.date.today())
    yield "| system | label | strict F1 | overlap F1 | value right, % of gold | words a CPU second |"
    yield "|---|---|---|---|---|---|"
    for name, system in systems.items():
        counts, speed = score(passages, system)
        for label in LABELS:
            count = counts[label]
            if not count["found"]:
                continue
            value = (
                f"{100 * count['value'] / count['gold']:.1f}" if label in ("DATE", "FIGURE") and count["value"] else "–"
            )
            strict, touched = f1(count["strict"], count), f1(count["touched"], count)
            yield f"| {name} | {label} | {strict:.1f} | {touched:.1f} | {value} | {speed:,.0f} |"
    if missing:
        yield ""
        yield f"Not installed here, so not measured: {', '.join(missing)}."
    yield ""
    yield "Strict F1 by fold (whole sources or passages apart; the rules are the same for all):"
    yield ""
    yield "| fold | " + " | ".join(LABELS) + " |"
    yield "|---|" + "---|" * len(LABELS)
    for fold in range(FOLDS):
        part = [p for place, p in enumerate(passages) if place % FOLDS == fold]
        counts, _ = score(part, ours)
        yield (
            f"| {fold + 1} | "
            + " | ".join(f"{f1(counts[label]['strict'], counts[label]):.1f}" for label in LABELS)
            + " |"
        )


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("-o", "--output", type=Path)
    options = parser.parse_args()
    text = "\n".join(lines(json.loads(options.gold.read_text("utf-8"))))
    print(text)
    if options.output:
        options.output.write_text(
            f"# The tagger, measured\n\nBy `benchmarks/tagging.py` on {options.gold.name}. {TUNED_ON}\n\n{text}\n",
            "utf-8",
        )


if __name__ == "__main__":
    main()
