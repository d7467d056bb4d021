"""What stands under the label of a printed reply, where a council says what it will do."""

from __future__ import annotations

from collections.abc import Iterable

from minutesnlp.records import Paragraph
from minutesnlp.tracking.questions.written import HANDED_IN, REPLIES


def replied_in(paragraphs: Iterable[Paragraph]) -> frozenset[str]:
    """Return the ids of the paragraphs that stand under the label of a reply, up to the next question or heading."""
    found, under = set(), False
    for paragraph in paragraphs:
        if paragraph.kind == "heading" or HANDED_IN.match(paragraph.text):
            under = False
        elif REPLIES.match(paragraph.text):
            under = True
        if under:
            found.add(paragraph.id)
    return frozenset(found)
