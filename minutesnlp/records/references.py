"""Numbers by which undertakings are told apart on paper and on the telephone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from minutesnlp.records.places import Place
from minutesnlp.records.tracked import Undertaking

NUMBERED = re.compile(r"\bparagraph (\d+)\Z")  # of a citation
# A sentence begins here, as far as a number needs to know
BEGINS = re.compile(r"(?<=[.!?;:])[’”\"')\]]*\s+(?=\S|\Z)")


def references_of(told: Iterable[tuple[Undertaking, Place | None]]) -> list[str]:
    """Return a number for each undertaking: its item, the number of the paragraph, and of the sentence in it.

    It is the same from export to export, whatever else is exported, as long as the paragraph stays where it is.

    >>> one = Undertaking("Clerk to write.", "p1", 0, 15, item_id="2031-03-04-fell/7", citation="Fell, paragraph 2")
    >>> references_of([(one, None)])
    ['2031-03-04-fell/7/2.1']
    """
    found = []
    met: Counter[str] = Counter()
    for one, place in told:
        before = place.paragraph.text[: one.start] if place else ""
        begun = list(BEGINS.finditer(before))
        within = "b" if before.strip() and not (begun and begun[-1].end() == len(before)) else ""
        sentence = f"{len(begun) + 1}{within}"  # a second promise of one sentence has a letter
        numbered = NUMBERED.search(one.citation)
        of = one.item_id or one.reference
        base = f"{of}/" if of else ""
        name = f"{base}{numbered[1] if numbered else one.paragraph_id.rpartition('/')[2]}.{sentence}"
        met[name] += 1
        found.append(name if met[name] == 1 else f"{name}.{met[name]}")
    return found
