"""A number as printed, before anything is known of what it counts."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as printed: its form is `money` (with a sign), `digits` or `words`; `scale` is its magnitude's."""

    start: int
    end: int
    value: Decimal
    form: str
    currency: str | None = None
    scale: int = 1
