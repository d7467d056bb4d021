"""Whether a decision that does not take a promise up is of the same matter, and so lets it drop."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from minutesnlp.tracking.listed import listed
from minutesnlp.tracking.undertakings.carrying import Part, terms_of

# An item of many matters, whose decisions are each of one
OF_MANY = re.compile(
    r"\b(?:matters?\sarising|correspondence|any\sother\s(?:\w+\s)?business|other\s(?:matters|business)|reports?\Z|updates?\b|"
    r"reports\b|open\s(?:session|forum)|public\s(?:forum|participation|session))",
    re.IGNORECASE,
)
ALIKE = 0.15  # of the words of a decision: so much of them a promise shares that is of its matter
# Words of every decision
OF_DECIDING = listed("counc commi agree propo secon resol appro accor state city count paris clerk reque meeti")


def is_dropped(text: str, place: tuple[int, int], parts: Sequence[Part], order: Mapping[str, int], title: str) -> bool:
    """Tell whether a decision printed as such comes behind a promise at a place, and is of its matter.

    An item that decides in one place only decides about all that was said before; of several places, and under a title
    such as “Matters Arising”, each decides about what it names.
    """
    formal = [part for part in parts if part.formal]
    behind = [part for part in formal if (order[part.paragraph_id], part.start) > place]
    if not behind:
        return False
    places = sorted({order[part.paragraph_id] for part in formal})
    many = any(after - before > 1 for before, after in pairwise(places))
    if not many and not OF_MANY.search(title):
        return True
    own = terms_of(text) - OF_DECIDING
    return any(_share(own, part) >= ALIKE for part in behind)


def _share(own: frozenset[str], part: Part) -> float:
    wanted = terms_of(part.text) - OF_DECIDING
    return len(own & wanted) / len(wanted) if wanted else 0.0
