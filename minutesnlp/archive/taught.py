"""What an archive on disk taught of its words: kept as arrays, carried along by changes, learnt anew by `compact`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from minutesnlp.indexing import Index, latent, store
from minutesnlp.indexing.latent import Latent

Keys = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Learnt:
    """When an archive learnt of its words and from how many paragraphs; how many `came` since, and how many `went`.

    Those that came are ranked by the words that were known then.
    """

    when: str
    paragraphs: int
    came: int = 0
    went: int = 0

    @property
    def stale(self) -> bool:
        """Whether anything came or went since."""
        return bool(self.came or self.went)

    def __str__(self) -> str:
        told = f"learnt from {self.paragraphs:,} paragraphs on {self.when}"
        return f"{told}; stale: {self.came:,} came since and {self.went:,} went" if self.stale else told


@dataclass(frozen=True, eq=False)
class Taught:
    """What was learnt, and up to which key of a paragraph's row: later rows have greater keys."""

    latent: Latent
    when: str
    paragraphs: int
    last: int

    @classmethod
    def by(cls, index: Index, keys: Keys, when: str) -> Taught | None:
        """Learn from all paragraphs, whose rows have these keys; None where there are too few."""
        learnt = latent.learn(index.postings)
        return None if learnt is None else cls(learnt, when, len(keys), int(keys.max()))

    @classmethod
    def of(cls, arrays: Mapping[str, NDArray[Any]], manifest: Mapping[str, Any], path: Path) -> Taught | None:
        """Return what the manifest, which lies at `path`, tells of; None where it tells of nothing, as older ones."""
        told = manifest.get("learnt")
        if told is None:
            return None
        try:
            found = Latent(arrays["latent_terms"], arrays["latent_paragraphs"])
            counts = manifest["counts"]
            shapes = [(counts[name], latent.DIMENSIONS) for name in ("terms", "paragraphs")]
            if [found.terms.shape, found.paragraphs.shape] != shapes:
                raise store.broken(path, "does not agree with the arrays it names")
            return cls(found, str(told["when"]), int(told["paragraphs"]), int(told["last"]))
        except (KeyError, TypeError, ValueError) as error:
            raise store.broken(path, f"does not tell of {error}") from error

    def carried(self, before: Index, index: Index, keys: Keys, kept: Keys) -> Taught:
        """Return it for a changed index; `keys` are those of the rows before, `kept` those of them that stay."""
        latent_now = self.latent.carried(before.postings.vocabulary, index.postings, np.isin(keys, kept))
        return Taught(latent_now, self.when, self.paragraphs, self.last)

    def arrays(self) -> dict[str, NDArray[Any]]:
        """Return the arrays to keep."""
        return {"latent_terms": self.latent.terms, "latent_paragraphs": self.latent.paragraphs}

    def told(self) -> dict[str, Any]:
        """Return what the manifest is to tell."""
        return {"when": self.when, "paragraphs": self.paragraphs, "last": self.last}

    def learnt(self, keys: Keys) -> Learnt:
        """Return how it stands now that the paragraphs in force have these keys."""
        came = int(np.count_nonzero(keys > self.last))
        return Learnt(self.when, self.paragraphs, came, self.paragraphs - (len(keys) - came))
