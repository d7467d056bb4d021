"""Make models/wordnet/words.txt from WordNet 3.0, as Debian's wordnet-base has it.

Run: python benchmarks/english_words.py /usr/share/wordnet models/wordnet/words.txt

Kept are the words that have another word beside them: a synonym in one of their three commonest senses, or of nouns and
verbs a narrower word one step down (fungus, mould). WordNet's counts must have seen the narrower words in use, and of
two synonyms at least one: so names, of which nothing else is a name, fall out.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

SENSES = 3
POS = ("noun", "verb", "adj", "adv")
WORD = re.compile(r"[a-z]{3,}\Z")


def lines(path: Path) -> Iterator[str]:
    """Yield the lines of a file of WordNet's, without its licence."""
    with path.open(encoding="utf-8") as file:
        yield from (line for line in file if not line.startswith(" "))


def main(source: Path, target: Path) -> None:
    """Read WordNet and write the words, one a line."""
    seen = {line.split("%")[0] for line in lines(source / "cntlist.rev")}
    synsets: dict[tuple[str, str], tuple[list[str], list[tuple[str, str]]]] = {}
    senses: dict[str, list[tuple[str, list[str]]]] = {}
    for pos in POS:
        for line in lines(source / f"data.{pos}"):
            parts = line.split("|")[0].split()
            count = int(parts[3], 16)
            words = [parts[4 + 2 * place].split("(")[0] for place in range(count)]
            at = 5 + 2 * count
            pointers = [(parts[at + 4 * n], parts[at + 4 * n + 1]) for n in range(int(parts[at - 1]))]
            synsets[pos, parts[0]] = words, [(pos, offset) for symbol, offset in pointers if symbol == "~"]
        for line in lines(source / f"index.{pos}"):
            parts = line.split()
            offsets = parts[6 + int(parts[3]) :]
            senses.setdefault(parts[0], []).append((pos, offsets[:SENSES]))

    def usual(word: str) -> bool:
        parts = word.split("_")
        return word in seen or (len(parts) == 2 and all(part in seen for part in parts))

    told = []
    for word in sorted(senses):
        if not WORD.match(word):
            continue
        others: set[str] = set()
        for pos, offsets in senses[word]:
            for offset in offsets:
                same, narrower = synsets[pos, offset]
                others |= {other for other in same if usual(other) or ("_" not in other and word in seen)}
                others |= {other for below in narrower for other in synsets[below][0] if usual(other)}
        if any(other != word and other == other.lower() for other in others):
            told.append(word)
    target.write_text("\n".join(told) + "\n", "utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
