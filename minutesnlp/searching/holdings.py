"""What a paragraph holds: a question, an answer, an undertaking, a decision, a vote.

Decisions are those that `find_decisions` finds. The others are told by the trade's set phrases, read when a filter asks
for them; they find what is said in these forms and no more.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from minutesnlp.indexing.marks import Marks, either
from minutesnlp.records import KINDS, SECTIONS
from minutesnlp.searching.collection import Collection
from minutesnlp.searching.cues import CUES
from minutesnlp.searching.ranking import Ranker

# In how many texts it is looked for what a question asks for.
MOST = 500

# What a question asks for beside its words, and no filter does.
SUM = "sum"

HOLDINGS = ("question", "answer", "undertaking", "decision", "vote", "declaration")

_WHO = r"(?:members?|councillors?|cllrs?|the\s(?:panel|board|committee|chair(?:man|person)?)|a\s(?:resident|question))"
PATTERNS = {
    # “A Member queried whether …”, “Members asked …”, “… ?”; not “the query was noted”
    "question": re.compile(
        rf"\?(?:\s|\Z|[\"”’'])|\b(?:queried|questioned|enquired|inquired)\b|\b{_WHO}\b[^.]{{0,80}}\b(?:asked|sought\s"
        r"(?:assurance|clarification|confirmation)|wished\sto\sknow|raised\sa\squestion)\b",
        re.IGNORECASE,
    ),
    # “In response, …”, “It was confirmed that …”; not “the response times”
    "answer": re.compile(
        r"\bin\s(?:response|reply|answer)\b|\b(?:responded|replied)\b|\bresponse\swas\b|\bit\swas\s(?:explained|confirmed|"
        r"clarified|indicated|advised)\b|\b(?:members|the\s(?:panel|board|committee))\swere\s(?:advised|informed|assured)\b",
        re.IGNORECASE,
    ),
    # “a response would be provided in due course”, “would look into”, “to be brought back to”; not “would be closed”
    "undertaking": re.compile(
        r"\b(?:would|will|to|undertook\sto|agreed\sto|offered\sto|promised\sto)\s(?:then\s|also\s|therefore\s)?(?:be\s)?"
        r"(?:look(?:ed)?\sinto|ascertain(?:ed)?|circulat(?:e|ed)|report(?:ed)?\sback|feed\sback|follow(?:ed)?\sup|"
        r"investigat(?:e|ed)|brought\sback|bring\sback|provid(?:e|ed)\s(?:to|with|via|in|by|after|following|a\s(?:written\s)?"
        r"(?:response|update|report|answer|briefing))|updat(?:e|ed)\s(?:the|members)|forward(?:ed)?\sto|shar(?:e|ed)\swith|"
        r"writ(?:e|ten)\sto|arrang(?:e|ed))\b|\bin\sdue\scourse\b|\bwritten\s(?:response|answer|reply)\b",
        re.IGNORECASE,
    ),
    # “8 in favour and 2 against”, “a recorded vote”, “Motion Passed (9 to 4)”; not “voted funds”
    "vote": re.compile(
        r"\b(?:motion|amendment|resolution)\s(?:was\s)?(?:passed|carried|lost|defeated|failed)\W{1,4}(?:by\s)?[0-9]{1,3}"
        r"\s?(?:votes\s)?(?:to|[-–])\s?[0-9]{1,3}\b|\b(?:yeas|ayes|nays|noes)\s?:|"
        r"\b(?:votes?|voted|voting)\s(?:for|against|in\sfavour|was|were|being)\b|\brecorded\svote\b|\bin\sfavour\b[^.]{0,60}"
        r"\bagainst\b|\babst(?:ained|entions?)\b|\bput\sto\sthe\svote\b|\bcasting\svote\b",
        re.IGNORECASE,
    ),
    # “declared a non-pecuniary interest”; not “interest rates”
    "declaration": re.compile(r"\bdeclar(?:ed|ation|ations)\b[^.]{0,80}\binterests?\b", re.IGNORECASE),
    SUM: CUES["how much"],
}


def holding(name: str, collection: Collection) -> Marks:
    """Return the paragraphs that hold this; agenda text, which tells of nothing that happened, holds none."""
    every = np.arange(len(collection))
    return Marks.where(among(name, every, collection))


def among(name: str, ids: NDArray[np.int64], collection: Collection) -> NDArray[np.bool_]:
    """Tell which of some paragraphs hold this, bool (ids,), as `holding` does."""
    if name == "decision":
        return np.isin(ids, collection.decided(ids).paragraph)
    section, kind = collection.columns.section[ids], collection.columns.kind[ids]
    told = np.flatnonzero(section != SECTIONS.index("agenda"))
    texts = collection.source.texts(ids[told].tolist())
    found = np.zeros(len(ids), bool)
    found[told] = [PATTERNS[name].search(text) is not None for text in texts]
    if name in KINDS:
        found |= kind == KINDS.index(name)
    return found


def first_of(name: str, hits: Sequence[Marks], ranker: Ranker) -> Marks:
    """Return those of the best hits, of the first tiers first, that hold this."""
    marks = either(hits)
    ids = marks.ids if len(marks) <= MOST else ranker.foremost(hits, MOST)[0].ids
    return Marks.of(ids[among(name, ids, ranker.collection)], marks.size)
