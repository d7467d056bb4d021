"""Whether words in capitals are a name here, by how the archive prints them."""

from __future__ import annotations

import re

from minutesnlp.indexing.marks import both
from minutesnlp.searching.collected.collection import Collection
from minutesnlp.searching.matching.matching import in_one
from minutesnlp.text.analysis import Analyser

# In so many texts it is looked at how they are printed; of ten places with the words nine have the capitals of a name.
LOOKED_AT = 30
MOSTLY = 0.9


def is_printed_as_name(text: str, collection: Collection) -> bool:
    """Tell whether words typed with capitals are printed so: Elder Park, and not Dog Fouling, which is dog fouling too.

    A heading has capitals of its own, as all of its words may.
    """
    analyser = collection.index.analyser
    assert isinstance(analyser, Analyser)
    terms = analyser.terms(text)
    if len(terms) < 2:
        return False
    ids = in_one(text, both(collection.marks(term)[0] for term in terms), collection).ids[:LOOKED_AT]
    typed = _plainly(text)
    words = re.compile(rf"(?<!\w){re.escape(typed)}(?!\w)", re.IGNORECASE)
    said = [match[0] for one in collection.source.texts(ids.tolist()) for match in words.finditer(_plainly(one))]
    mixed = [one for one in said if not one.isupper()]
    return bool(mixed) and mixed.count(typed) >= MOSTLY * len(mixed)


def _plainly(text: str) -> str:
    return text.replace("’", "'")
