"""Terms that two sentences of minutes may share without being on one matter."""

from __future__ import annotations

import calendar
from functools import lru_cache

from minutesnlp.summarising.centrality import terms_of

COMMON = (
    "council councillor cllr committee meeting member clerk chairman chair parish town village district county "
    "community mr mrs ms agree agreed resolve propose proposed proposal second seconded approve approved decide "
    "decided report reported request requested ask asked write letter contact receive received consider discuss "
    "discussion item year month week day new further need make take time date would will pm am"
)


@lru_cache(maxsize=1)
def common_terms() -> frozenset[str]:
    """Return the terms that stand in any sentence and its next, whatever they are on."""
    months = " ".join(calendar.month_name)
    return frozenset(terms_of(f"{COMMON} {months} {' '.join(calendar.day_name)} {' '.join(map(str, range(2100)))}"))
