"""How much each thing seen or heard of a clause says for a promise (above 0) or against it: models/promises."""

from __future__ import annotations

from functools import lru_cache

from minutesnlp.resources import models


@lru_cache(maxsize=1)
def weights() -> dict[str, float]:
    """Return the weights by name; `""` is what speaks for a clause of which nothing is seen.

    >>> weights()["due"] > 0 > weights()["doubt"]
    True
    """
    lines = models("promises", "weights.txt").read_text(encoding="utf-8").splitlines()
    told = (line.partition("\t") for line in lines if not line.startswith("#"))
    return {name: float(weight) for weight, _, name in told}
