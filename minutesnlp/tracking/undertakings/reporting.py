"""Sentences that may answer something promised before: they report that it was done, or cite its minute."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutesnlp.records import Closing, Meeting
from minutesnlp.text.sentences import sentences

# A sentence that says something was done since: “had been circulated”, “reported back”, “as promised”, “an update on”
DONE = re.compile(
    r"\b(?:had|has|have)\s(?:now\s|since\s|also\s|already\s|not\s)*(?:been\s)?(?:circulated|provided|sent|reported|written|"
    r"supplied|completed|received|published|shared|brought|answered|investigated|contacted|replied|obtained|presented|"
    r"installed|repaired|replaced|submitted|issued|arranged|asked|met|visited|ordered|mended|delivered|done)\b"
    r"|\b(?:as\s(?:promised|requested|undertaken|agreed)|reported\sback|matters?\sarising|in\sresponse\sto\sthe\srequest|"
    r"circulated|presented\s(?:the|a)\sreport|update\son|following\sthe\slast\smeeting|was\sprovided|were\sprovided|"
    r"promised\s(?:at|in)|undertaking\s(?:given|made))\b",
    re.IGNORECASE,
)
# What is promised anew answers nothing: “the Clerk to chase”, “agreed to give an update”
TO_DO = re.compile(
    r"\b(?:agreed|undertook|promised|offered|asked|requested|instructed)\sto\b|\b(?:would|will)\s(?:be\s)?[a-z]+|"
    r"\b(?:[Cc]lerk|[A-Z]{2,3}|Cllr\.?\s\w+)\sto\s[a-z]+|\b[Aa][Cc][Tt][Ii][Oo][Nn]\s?:"
)
# A minute that is cited: “minute 21/5”, “min. C4/21”
CITES = re.compile(r"\bmin(?:ute)?s?\.?\s(?:no\.?\s|number\s)?(?P<number>[A-Z]{0,5}/?\d[\w./-]*\d|\d+)", re.IGNORECASE)
TELL_NOTHING = ("heading", "attendance", "boilerplate")


def find_reports(meeting: Meeting) -> Iterator[Closing]:
    """Yield the sentences of a meeting that may answer what was promised before it, in reading order.

    What they answer, and `why`, is told by what was promised; of a meeting without a date none is later.
    """
    if meeting.date is None:
        return
    for item in meeting.items:
        for paragraph in item.minutes:
            if paragraph.kind in TELL_NOTHING:
                continue
            text = paragraph.text
            for start, end in sentences(text):
                told = text[start:end]
                if CITES.search(told) or (DONE.search(told) and not TO_DO.search(told)):
                    yield Closing(
                        told, paragraph.id, start, end, why="", date=meeting.date, citation=paragraph.citation
                    )


def cited_in(text: str) -> list[str]:
    """Return the numbers of the minutes that a sentence cites, in small letters.

    >>> cited_in("Minute 31/4 and min. C4/21 were read.")
    ['31/4', 'c4/21']
    """
    return [match["number"].casefold() for match in CITES.finditer(text)]
