"""Measure everything and print it as a table: `make quality`.

--update        raise the floors to what was measured now; none is lowered
--update --lower  the same, and lower those that are no longer reached (say why in the commit)
"""

from __future__ import annotations

import sys

from quality import decisions, entities, parsing, search, shared, summaries, tracking
from quality.figures import table
from quality.floors import fallen, update


def main(arguments: list[str]) -> int:
    """Print the table, and what has fallen below its floor; return 1 when anything has."""
    figures = [
        f for room in (parsing, entities, decisions, tracking, summaries, search, shared) for f in room.measure()
    ]
    print(table(figures))
    if "--update" in arguments:
        update(figures, lower="--lower" in arguments)
    low = fallen(figures)
    print("\n".join(low) or "All floors hold.")
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
