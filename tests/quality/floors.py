"""The floors: floors.json holds, for each figure of the library's own, what it may not fall below.

They hold for one state of the truth, named by its digest: who changes the truth measures anew.
"""

from __future__ import annotations

import json
from pathlib import Path

from quality import truth
from quality.figures import Figure

FILE = Path(__file__).with_name("floors.json")
PRECISION = 3


def load() -> dict[str, float]:
    """Return the floors by the names of their figures."""
    return dict(_stored()["floors"])


def fallen(figures: list[Figure]) -> list[str]:
    """Return one line for each figure that is below its floor, and for a truth that has changed."""
    stored = _stored()
    told = []
    if stored["digest"] != truth.digest():
        told.append("The truth has changed since the floors were set: measure anew, `make quality ARGS=--update`.")
    for figure in own(figures):
        floor = stored["floors"].get(figure.key)
        if floor is not None and round(figure.value, PRECISION) < floor:
            told.append(f"{figure.key}: {figure.value:.3f} is below its floor {floor:.3f}")
    return told


def update(figures: list[Figure], *, lower: bool = False) -> None:
    """Raise floors to what was measured; lower those no longer reached only when told to."""
    old = load()
    new = {figure.key: round(figure.value, PRECISION) for figure in own(figures)}
    kept = old | (new if lower else {key: max(value, old.get(key, value)) for key, value in new.items()})
    text = json.dumps({"digest": truth.digest(), "floors": dict(sorted(kept.items()))}, indent=1, ensure_ascii=False)
    FILE.write_text(text + "\n", "utf-8", newline="\n")


def own(figures: list[Figure]) -> list[Figure]:
    """Return the library's own figures: peers have no floors."""
    return [figure for figure in figures if figure.system == "minutesnlp"]


def _stored() -> dict:
    return json.loads(FILE.read_text("utf-8")) if FILE.exists() else {"digest": truth.digest(), "floors": {}}
