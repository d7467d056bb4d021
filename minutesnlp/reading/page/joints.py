"""What the words on both sides of a line's end tell of whether a sentence goes on there, in text files and in PDFs."""

from __future__ import annotations

import re
from typing import NamedTuple

from minutesnlp.reading.page.labels import label_of

# What ends a sentence or a lead-in: "carried.", "as follows:-", "noted.”"; not "and", "the Clerk,".
ENDS = re.compile(r"""[.!?:;…]["'”’)\]]*\s*-?$""")

# Words after which a sentence must go on: "of the", "and"; not "noted".
UNENDED = re.compile(
    r"""(?:,|&|\b(?:and|or|of|the|a|an|to|in|on|at|for|by|with|from|that|which|who|is|are|was|were|be|been|as|than|into
        |their|its|his|her|this|these|those|between|under|upon|per|Cllrs?|Mr|Mrs|Ms|Dr|Councillors?|but|if|will|would
        |has|had|have|not))$""",
    re.VERBOSE | re.IGNORECASE,
)

# A full stop that ends no sentence: "Executive Engineer (Ms.", "Minute No."; not "was noted."
ABBREVIATED = re.compile(
    r"(?:\b(?:Mrs?|Ms|Drs?|St|Cllrs?|Nos?|Rev|Hon|Messrs|Co|p|pp|cf|ie|eg|i\.e|e\.g|approx)|\b[A-Z])\.$"
)

# A title whose name the next line begins with: "agreed that Cllr."
TITLED = re.compile(r"\b(?:Cllrs?|Mrs?|Ms|Dr|Rev|Messrs)\.$")

# How a sentence goes on: "residential placements", "2022-2028 and"; not "Residential", "a)", "i.e." is fine.
GOES_ON = re.compile(r"[a-zß-öø-ÿ(&]|[’'][a-z]|(?:19|20)\d\d\s?[-–]\s?(?:19|20)?\d\d(?:,?\s[a-z]|[,.])")


# What a number belongs to that the next line begins with: "under Section" / "5, of the Act"; "Section 102" / "(4) of".
NUMBERED = re.compile(
    r"[\w,)]\s(?:[Ii]tem|[Ss]ubsection|[Ss]ections?|[Aa]rticles?|[Rr]egulations?|[Cc]ategor(?:y|ies)|[Cc]hapter|[Aa]ppendix"
    r"|[Ss]chedule)$"
)
ITS_NUMBER = re.compile(r"\d[\w()/]*(?:[,;]|\s|$)|(?:19|20)\d\d\.")
NUMBER_OF = re.compile(r"\b[A-Z][A-Za-z.]*\sNos?\.$")
CITED = re.compile(r"\b(?:[Ss]ections?|[Aa]rticles?|[Rr]egulations?)\s+\d{1,3}[A-Z]?$")
OF_IT = re.compile(r"\([\da-z]{1,3}\)(?:\s?\([\da-z]{1,3}\))*\s(?:of|and|in|or|to)\b")

# The initial that tells two of one name apart: "Councillor Hall" / "(J) and seconded by".
NAME_END = re.compile(r"\b(?:Cllrs?\.?|Councillors?|Mrs?\.?|Ms\.?)\s+(?:[A-Z][\w.’'-]*\s+)?[A-ZÀ-Þ][\w’'-]+$")
INITIAL = re.compile(r"\([A-Z]{1,2}\)(?:,|\.|\s[a-z])")

# A street's name that a line's end broke: "16 Hawthorn" / "Drive, Wend".
STREET = re.compile(
    r"(?:Drive|Road|Street|Avenue|Close|Lane|Park|Terrace|Crescent|Court|Place|Gardens|Way|View)(?:,|\.|\s[a-z])"
)
CAPITAL_END = re.compile(r"\s[A-Z][\w’'-]+$")

# The year of a day whose line ended with its month: "on Tuesday 13th June," / "2023."; not "2023.06 Finance".
MONTH_END = re.compile(
    r"(?:\d(?:st|nd|rd|th)?|\b(?:in|of|from|since|for|and|to|until|by|during))\s(?:January|February|March|April|May|June|July"
    r"|August|September|October|November|December),?$"
)
ITS_YEAR = re.compile(r"(?:19|20)\d\d(?:[.,;:)](?!\d)|\s|$)")


class Joint(NamedTuple):
    """Two lines that follow one another.

    `ended`: a sentence ends with the first, whose last characters are `end`; `small`: the second begins as a sentence
    goes on.
    """

    ended: bool
    small: bool
    end: str

    @property
    def hangs(self) -> bool:
        """The first ends with a word that no sentence ends with."""
        return UNENDED.search(self.end) is not None or TITLED.search(self.end) is not None

    @property
    def runs_on(self) -> bool:
        """The sentence plainly goes on."""
        return self.small and not self.ended


def joint_of(before: str, text: str, *, tail: int, abbreviates: bool = False) -> Joint:
    """Return what two lines tell; of the first no more than `tail` characters are looked at.

    `abbreviates`: a stop behind an abbreviation ends no sentence.

    >>> joint_of("The Clerk reported on the", "residential placements", tail=24)
    Joint(ended=False, small=True, end='he Clerk reported on the')
    """
    end = before[-tail:]
    ended = ENDS.search(end) is not None and not TITLED.search(end) and not (abbreviates and ABBREVIATED.search(end))
    return Joint(ended, GOES_ON.match(text) is not None, end)


def is_its_number(before: str, text: str) -> bool:
    """Tell a number, a year or an initial that belongs to the words before it and is no label; or a street's name."""
    if MONTH_END.search(before):
        return ITS_YEAR.match(text) is not None
    if STREET.match(text):
        return CAPITAL_END.search(before) is not None
    if label_of(text) is None:
        return False
    if NUMBERED.search(before):
        return ITS_NUMBER.match(text) is not None
    if NUMBER_OF.search(before):
        return text[:1].isdigit()
    return bool((CITED.search(before) and OF_IT.match(text)) or (NAME_END.search(before) and INITIAL.match(text)))
