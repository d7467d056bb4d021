"""Questions put at meetings, who put them, and what was replied."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from minutesnlp.records import Corpus, Item, Meeting, Paragraph, Question, Questions
from minutesnlp.text.sentences import sentences
from minutesnlp.tracking.promises import DUE, PASSIVE, SPEAKER

# Who asks: “A second Member”, “Cllr J. Voss”, “a resident”, “Mrs Hale”
ASKER = r"""(?: (?:(?:An?|One|Another|The|Several|Some|Two|Three|an?|one|another|the|some|several|two)\s)?
      (?:(?:second|third|fourth|fifth|further|other|local|Panel|Board|Committee|Parish|co-opted)\s)?
      (?:Members?(?:\sof\sthe\s(?:public|Panel|Board|Committee))?|members?\sof\sthe\spublic|Councillors?|Cllrs?|
         Chair(?:man|woman|person)?|Vice[-\s]Chair(?:man)?|residents?|parishioners?|speakers?|questioners?)\b\.?
      (?:\s(?:[A-Z]\.\s?){0,3}[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?)?
    | (?:Mrs?|Ms|Miss|Dr)\.?\s(?:[A-Z]\.?\s)?[A-Z][\w’'-]+ )"""
# “queried”, “asked whether”, “sought clarification”; not “asked the Clerk to write”
ASKING = r"""(?: queried | questioned | enquired | inquired | wondered\s(?:if|whether)
    | (?:asked|wished\sto\sknow|wanted\sto\sknow)\s
        (?: (?:the\s[\w\s’']{2,50}?|officers|him|her|them)\s )??
        (?: if|whether|how|what|when|where|which|who|why|about|whose|that\sthe\sreason
          | for\s(?:an?\s|the\s|further\s|more\s|some\s)?
            (?:update|clarification|information|details?|explanation|figures?|reasons?|views?|clarity) )\b
    | sought\s(?:clarification|assurances?|clarity|information|confirmation|further|
        an?\s(?:update|explanation))
    | (?:raised|posed|put|asked)\s(?:an?|the|another|several|two|some|further)\s(?:\w+\s)?
        (?:quer(?:y|ies)|questions?) )"""
ACTIVE = re.compile(rf"(?P<asker>{ASKER})\s[^.;?]{{0,240}}?\b(?P<asking>{ASKING})", re.VERBOSE)
# “It was queried whether”, “A question was asked about”, “Clarification was sought on”
PASSIVE_ASKING = re.compile(
    r"\b(?:it\swas\s(?:also\s|then\s)?(?:queried|asked)|(?:quer(?:y|ies)|questions?)\s(?:was|were)\s(?:also\s)?"
    r"(?:raised|asked|put|posed|received)|(?:clarification|clarity|assurance|an\supdate)\swas\s(?:also\s)?"
    r"(?:sought|requested))\b",
    re.IGNORECASE,
)
# “In response to a query regarding the roof, the Clerk explained that …”: question and reply in one sentence
BOTH = re.compile(
    r"\A\W*(?:in\s(?:response|reply|answer)\sto|responding\sto|replying\sto|following|when\sasked)\b[^,]{0,300}?"
    r"\b(?:quer(?:y|ies)|questions?|asked|request\sfor\sclarification)\b",
    re.IGNORECASE,
)
# “Cllr Voss asked who would pay, and was told that the county would”
AND_WAS_TOLD = re.compile(
    r"\band\s(?:was|were)\s(?:told|reminded|assured|advised|informed|referred)\b|\band heard (?:that|from)\b"
)
WHOSE = re.compile(rf"\b(?:by|from)\s(?P<asker>{ASKER})", re.VERBOSE)
LABELLED = re.compile(r"\A\W*(?:Q(?:uestion)?\.?\s?\d*|Question\s(?:\d+|submitted\sby\b.*))\s*[:.–-]", re.IGNORECASE)
MARKED = re.compile(r"\?[\s”\"’')\]]*\Z")
REPLY = re.compile(
    r"\A\W*(?:in\s(?:response|reply|answer|responding|replying)|responding|replying|(?:reply|response|answer|a)\s*\d*\s*"
    r"[:.–-]|yes\b|no\b[,.])",
    re.IGNORECASE,
)
# Another member's remark is no reply.
MEMBER = re.compile(r"\W*(?:An?|Another|The|Some|Several)\s(?:\w+\s)?Members?\b")
TOLD = re.compile(
    r"\b(?:it\swas\s(?:\w+ly\s)?(?:explained|advised|confirmed|indicated|stated|clarified|reported|noted|acknowledged|"
    r"highlighted)|(?:was|were|Members|Panel)\s(?:then\s)?(?:heard|advised|informed|told|assured))\b",
    re.IGNORECASE,
)
PROMISED = re.compile(
    r"\b(?:in\sdue\scourse|would\srespond|written\s(?:response|reply|answer)|take[n]?\saway)\b", re.IGNORECASE
)
ROLES = (
    ("public", re.compile(r"\b(?:public|residents?|parishioners?|questioners?)\b", re.IGNORECASE)),
    ("chair", re.compile(r"\b(?:vice[-\s])?chair(?:man|woman|person)?\b", re.IGNORECASE)),
    ("member", re.compile(r"\b(?:members?|councillors?|cllrs?)\b", re.IGNORECASE)),
)
HINT = re.compile(
    r"\?|quer|question|ask|enquir|inquir|wonder|clari|assuranc|wished to know|wanted to know|update was|\AQ", re.I
)


@dataclass(frozen=True, slots=True)
class _Place:
    paragraph: Paragraph
    place: int
    start: int
    end: int
    text: str


def find_questions(source: Item | Meeting | Corpus) -> Questions:
    """Find the questions of an item, a meeting or a corpus with their replies, in the order they are printed.

    A question and its reply in one sentence (“In response to a query about the roof, the Clerk said …”) are both that
    sentence. Agenda text is passed over.
    """
    if isinstance(source, Item):
        return Questions(_in_item(source), sources=(source,))
    if isinstance(source, Meeting):
        return Questions((one for item in source.items for one in _in_item(item)), sources=(source,))
    if isinstance(source, Corpus):
        return Questions((one for item in source.items for one in _in_item(item)), sources=source)
    raise TypeError(f"questions are found in an Item, a Meeting or a Corpus, not in {type(source).__name__}")


def _in_item(item: Item) -> Iterable[Question]:
    places = [
        _Place(paragraph, n, start, end, paragraph.text[start:end])
        for n, paragraph in enumerate(item.minutes)
        if paragraph.kind not in ("heading", "attendance", "boilerplate")
        for start, end in sentences(paragraph.text)
    ]
    asked = [_asked(place.text) for place in places]
    for n, place in enumerate(places):
        if asked[n] is None or (n and _same_question(places, asked, n)):
            continue
        both = BOTH.match(place.text) is not None or AND_WAS_TOLD.search(place.text) is not None
        answer = place if both else _reply(places, asked, n)
        yield Question(
            text=place.text,
            paragraph_id=place.paragraph.id,
            start=place.start,
            end=place.end,
            asker=asked[n] or None,
            answerer=_answerer(answer.text) if answer else None,
            answer=answer.text if answer else "",
            answer_id=answer.paragraph.id if answer else None,
            answer_start=answer.start if answer else 0,
            answer_end=answer.end if answer else 0,
            reply="unanswered" if answer is None else "promised" if _promises(answer.text) else "answered",
            item_id=item.id,
            date=item.date,
            citation=place.paragraph.citation,
            asker_role=_role(asked[n] or ""),
        )


def _asked(text: str) -> str | None:
    """Return who asks in a sentence, an empty string where nobody is named, None where nobody asks."""
    if not HINT.search(text):
        return None
    if BOTH.match(text):
        whose = WHOSE.search(text.split(",")[0])
        return whose["asker"] if whose else ""
    active = ACTIVE.search(text)
    if active:
        return active["asker"]
    if PASSIVE_ASKING.search(text):
        whose = WHOSE.search(text)
        return whose["asker"] if whose else ""
    return "" if (MARKED.search(text) and not REPLY.match(text)) or LABELLED.match(text) else None


def _same_question(places: Sequence[_Place], asked: Sequence[str | None], n: int) -> bool:
    """Tell whether a sentence goes on with the question before it: “Was nobody told?” after “Cllr Voss asked …”."""
    same = asked[n - 1] is not None and places[n - 1].place == places[n].place
    return same and not asked[n] and not BOTH.match(places[n].text) and not BOTH.match(places[n - 1].text)


def _reply(places: Sequence[_Place], asked: Sequence[str | None], n: int) -> _Place | None:
    """Return the sentence that replies to the question at `n`, before the next question is put."""
    for after in range(n + 1, min(n + 6, len(places))):
        place = places[after]
        if place.place - places[n].place > 1:
            return None
        if asked[after] is not None:
            if _same_question(places, asked, after):
                continue
            return None
        if REPLY.match(place.text):
            alone = re.fullmatch(r"\W*(?:reply|response|answer)\W*", place.text, re.I) is not None
            return places[after + 1] if alone and after + 1 < len(places) else place
        if MEMBER.match(place.text):
            continue
        told = SPEAKER.search(place.text) or TOLD.search(place.text)
        if place.place == places[n].place or (told and told.start() < 40):
            return place
    return None


def _role(asker: str) -> str | None:
    """Return what an asker is at the meeting, as far as the words tell: “Mr Hale” may be anybody."""
    return next((role for role, pattern in ROLES if pattern.search(asker)), None)


def _answerer(text: str) -> str | None:
    for match in SPEAKER.finditer(text):
        words = re.sub(r"\A(?:[Tt]he|[Aa]n?)\s+", "", match["owner"].strip())
        if words.casefold() not in ("it", "members", "this", "he", "she", "they"):
            return words
    return None


def _promises(text: str) -> bool:
    """Tell whether a reply is only that one will come."""
    match = PASSIVE.search(text)
    later = DUE.search(text) is not None and re.search(r"\b(?:would|will)\b", text) is not None
    return (
        PROMISED.search(text) is not None
        or later
        or (match is not None and match["thing"].casefold() in ("this", "it", "that"))
    )
