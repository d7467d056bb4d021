"""What a paragraph holds: a question, an answer, an undertaking, a decision, a motion, a vote.

Decisions are those that `find_decisions` finds, and a resolution is one that was RESOLVED. The others are told by the
trade's set phrases, read when a filter asks for them; they find what is said in these forms and no more.
"""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import NDArray

from minutesnlp.indexing.marks import Marks, either
from minutesnlp.records import KINDS, SECTIONS
from minutesnlp.searching.asking.cues import CUES
from minutesnlp.searching.collected.collection import Collection

# What a question asks for beside its words, and no filter does; so it may for who moved, seconded or withdrew a thing.
SUM = "sum"

HOLDINGS = (
    *("question", "answer", "undertaking", "decision", "vote", "declaration"),
    *("motion", "amendment", "resolution"),
)  # fmt: skip
# What only texts with one of some words hold: the index knows them, and the others need not be looked through. Of what
# a sign tells too all are read, which takes a tenth of the time.
WORDS = {
    "question": "queried questioned enquired inquired ask asked sought wished raised",
    "answer": "reply replied answer response responded explained confirmed clarified indicated advised informed "
    "assured",
    "undertaking": "look looked ascertain ascertained circulate circulated report reported feed follow followed "
    "investigate investigated brought bring provide provided update updated forward forwarded share shared write "
    "written arrange arranged course",
    "vote": "motion amendment resolution yeas ayes nays noes vote votes voted voting favour abstained abstention "
    "abstentions",
    "declaration": "declared declaration declarations",
    "motion": "motion move moved",
    "amendment": "amendment amended",
}
SIGNS = {"question": "?"}

_WHO = r"(?:members?|councillors?|cllrs?|the\s(?:panel|board|committee|chair(?:man|person)?)|a\s(?:resident|question))"
PATTERNS = {
    # “A Member queried whether …”, “Members asked …”, “I will ask at the next meeting …”, “… ?”; not “the query was
    # noted”, “The Clerk will ask Highways”
    "question": re.compile(
        rf"\?(?:\s|\Z|[\"”’'])|\b(?:queried|questioned|enquired|inquired)\b|\b{_WHO}\b[^.]{{0,80}}\b(?:asked|sought\s"
        r"(?:assurance|clarification|confirmation)|wished\sto\sknow|raised\sa\squestion)\b"
        r"|(?:\A\W*1?\s?|\b(?:I|we)\s)(?:will|shall|wish\sto|would\slike\sto)\sask\b|\bwill\sask\sat\sthe\snext\b",
        re.IGNORECASE,
    ),
    # “In response, …”, “REPLY: …”, “It was confirmed that …”; not “the response times”
    "answer": re.compile(
        r"\A\W{0,4}(?:reply|answer)\s?[:.–—-]|\bin\s(?:response|reply|answer)\b|\b(?:responded|replied)\b|\bresponse\swas\b|\bit\swas\s(?:explained|confirmed|"
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
    # “I will move that …”, “Notice of Motion submitted by …”, “The motion was lost.”; not “a motion sensor”
    "motion": re.compile(
        r"(?<!\bnotices\sof\s)\bmotions?\b(?!\s(?:sensors?|detect\w+|pictures?|cameras?))|\b(?:will|shall|hereby|beg\sto|wish\sto)\smove\b"
        r"|\bmoved\s(?:by|that|and\sseconded|an?\samendment)\b|\b(?:I|we)\smove\b",
        re.IGNORECASE,
    ),
    # “Cllr Reed moved an amendment”, “The amendment was lost.”, “the amended motion”; not “the (Amendment) Act”
    "amendment": re.compile(
        r"\b(?:proposed|propos(?:e|ing)|moved?|moving|seconded|put|votes?\son|declared|accept(?:ed)?|submitted|further)\b[^.]{0,80}"
        r"(?<!\bwithout\s)(?<!\bwithout\sany\s)\bamendments?\b(?!\)|\s(?:act|bill|order|regulations)\b)"
        r"|(?<!\bwithout\s)(?<!\bwithout\sany\s)\bamendments?\b(?!\)|\s(?:act|bill|order|regulations)\b)[^.]{0,80}\b(?:proposed|moved|seconded|put\sto|vote|carried|lost|"
        r"defeated|withdrawn|accepted|fell|adopted|agreed|submitted)\b|\bamended\s(?:motion|proposal|resolution)\b",
        re.IGNORECASE,
    ),
    SUM: CUES["how much"],
    # “Proposed by Cllr Reed;”, “Cllr Reed moved that …”, “Prop. JB”; not “the proposed extension”
    "mover": re.compile(
        r"\b(?:proposed|moved|prop\.?)\s?(?:by\b|:)|\bprop\.|\b(?:proposer|mover)\b|\bmotion\smade\sby\b|\bon\sthe\sproposal\sof\b"
        r"|\bin\sproposing\b|\b(?:cllrs?|councillors?|mrs?|ms|miss|dr)\b\.?\s[^.;]{2,40}\s(?:proposed|moved)\b",
        re.IGNORECASE,
    ),
    # “Seconded by Cllr Orr;”, “2nd: JH”, “2nd JH”; not “the second phase”, “2nd March”, “was proposed and seconded and”
    "seconder": re.compile(
        r"\bsecond(?:ed|er|ing)\b(?!,?\s(?:and|with)\b)|\b2nd(?:ed)?(?:\sby\b|\s?:|\s(?-i:[A-Z]{2,3})\b)", re.IGNORECASE
    ),
    # “the motion was withdrawn by Cllr Reed”
    "withdrawal": re.compile(r"\bwithdr(?:ew|awn|aw|awal)\b", re.IGNORECASE),
}


def holding(name: str, collection: Collection) -> Marks:
    """Return the paragraphs that hold this; agenda text, which tells of nothing that happened, holds none."""
    every = np.arange(len(collection))
    return Marks.where(among(name, every, collection))


def among(name: str, ids: NDArray[np.int64], collection: Collection) -> NDArray[np.bool_]:
    """Tell which of some paragraphs hold this, bool (ids,), as `holding` does."""
    if name == "decision":
        return np.isin(ids, collection.decided(ids).paragraph)
    if name == "resolution":
        return np.isin(ids, collection.decided(ids).with_outcome("RESOLVED"))
    section, kind = collection.columns.section[ids], collection.columns.kind[ids]
    told = np.flatnonzero(section != SECTIONS.index("agenda"))
    worded, sign = _may_hold(name, ids[told], collection), SIGNS.get(name)
    if sign is None:
        told, worded = told[worded], worded[worded]
    texts = zip(worded.tolist(), collection.source.texts(ids[told].tolist()), strict=True)
    said = PATTERNS[name].search
    found = np.zeros(len(ids), bool)
    found[told] = [(may or (sign is not None and sign in text)) and said(text) is not None for may, text in texts]
    if name in KINDS:
        found |= kind == KINDS.index(name)
    return found


def _may_hold(name: str, ids: NDArray[np.int64], collection: Collection) -> NDArray[np.bool_]:
    """Tell which of some paragraphs have a word that all have that hold this, bool (ids,)."""
    if name not in WORDS:
        return np.ones(len(ids), bool)
    terms = {term for word in WORDS[name].split() for term in collection.index.terms(word)}
    found: NDArray[np.bool_] = either(collection.marks(term)[0] for term in terms).at(ids)
    return found
