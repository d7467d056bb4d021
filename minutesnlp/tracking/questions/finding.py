"""Questions put at meetings, who put them, and what was replied."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from minutesnlp.records import Corpus, Item, Meeting, Paragraph, Question, Questions
from minutesnlp.text.sentences import sentences
from minutesnlp.tracking.questions.asked import (
    BOTH,
    MARKED,
    MATTER,
    PASSIVE_ASKING,
    WAS_ASKED,
    asking_in,
    goes_on_in,
    who_asks,
    whose_end,
    whose_in,
)
from minutesnlp.tracking.questions.askers import ASKER, POST, SURNAMES, role_of
from minutesnlp.tracking.questions.naming import named_around, named_before, named_behind
from minutesnlp.tracking.questions.no_questions import ARGUES
from minutesnlp.tracking.questions.replies import (
    AWAITED,
    INVERTED,
    LACKING,
    NO_ANSWER,
    REPLY,
    SPOKE,
    Place,
    answers,
    gives_word,
    opens_with_pronoun,
    promises_one,
    speaks_again,
    tells,
)
from minutesnlp.tracking.questions.written import Written, written_in
from minutesnlp.tracking.undertakings.promises import ACTOR

# “queries from Members” are anybody's
GENERAL = re.compile(r"(?:members?|councillors?|public|residents?|parishioners?|speakers?)\Z", re.IGNORECASE)
# “Cllr Voss asked who would pay, and was told that the county would”, “… and the Clerk replied that …”
TOLD_AT_ONCE = re.compile(
    rf"(?:,?\s(?:and|but|&)\s|[:;,]\s|\s(?:[–—]|--?)\s)(?!(?:he|she|they)\salso\b)(?P<answer>(?:was|were)\s(?:told|reminded|assured|advised|informed|referred)\b"
    rf"|(?:these|this|those|which)\s(?:was|were)\s(?:all\s|then\s)?(?:responded\sto|replied\sto|answered|addressed)\b"
    rf"|heard\s(?:that|from)\b|in\s(?:reply|replying|response|responding)\b|the\s(?:answer|reply|response)\swas\b"
    rf"|it\s(?:is|was)\s"
    rf"(?:hoped|expected|explained|confirmed|clarified|noted|agreed|considered|felt|thought|stated|advised|reported|believed)\b"
    rf"|the\s(?:[\w’'-]+\s){{1,5}}?(?:advised|stated|said|confirmed|explained|replied|responded|answered)\b"
    rf"|(?<=\bbut\s)(?:this|that|these)\s(?:\w+\s)?(?:is|was|are|were)\b"
    rf"|{ACTOR}\s(?:then\s|also\s)?(?:advised|stated|said|confirmed|explained|replied|responded|informed|answered|agreed|suggested"
    rf"|thought|felt|believed|reported|noted)\b)"
    rf"|,\s(?P<gives>{ACTOR}\s(?:provides|provided|gives|gave)\san?\s(?:\w+\s)?(?:response|reply|answer)\b)"
    # “; the Clerk would find out”, “, JW to investigate”
    rf"|(?:;|\s[–—-])\s(?P<later>{ACTOR}\s(?:would|will|to|was\s(?:asked|instructed|requested)\sto)\s[a-z]+)|[,;]\s(?P<task>[A-Z]{{2,4}}\sto\s[a-z]+)"
    # “asked about the grants, these have been merged”
    r"|(?<=\w),\s(?P<splice>(?:these(?:\s\w+)?|they)\s(?:have|has|are|were)\b|(?:he|she|they)\s(?:was|were)\s(?:\w+\s)?"
    r"(?:told|advised|informed|assured)\b|(?:he|she|they)\s(?:would|will)\s(?:investigate|look|check|write|find|contact|ask|report|speak|raise|follow)\b)"
    # “asked if all were counted, this was the case”, “asked what it cost, PC Voss would report back”
    r"|(?<=\w),\s(?P<case>(?:this|that|it|which)\s(?:was|is)\s(?:indeed\s|not\s|still\s)?(?:the\scase|so|correct)\b)"
    rf"|(?<=\w),\s(?P<finds>{ACTOR}\s(?:would|will)\s(?:report\sback|find\sout|look\sinto|check|investigate|[ei]nquire"
    r"|(?:get|come)\sback)\b)"
    # “asked what it cost - £850”
    r"|\s[–—-]\s(?P<plain>(?:£|\d|yes\b|no\b|not\b))",
    re.VERBOSE,
)
# “… and Councillor Keel noted that the drain leaks”: another member's remark, and no reply
REMARKS = re.compile(rf"(?:Councillor|Cllr)\.?\s{SURNAMES}\s(?:also\s)?(?:noted|felt|thought|believed)\b")
# “In reply to the queries of Members, …”, behind the questions of several
TO_ALL = re.compile(
    r"\W*(?:in\s(?:reply|response|answer|responding|replying)|responding|replying)\sto\s(?:all\s)?(?:the\s|these\s|various\s|those\s)*"
    r"(?:(?:members|councillors)[’']?s?[’']?\s)?(?:above\s|various\s)?(?:quer(?:y|ies)|questions|points|issues|matters|members|councillors)\b",
    re.IGNORECASE,
)
# “He said that”: whoever was named last, who may be the asker
HE_SAID = re.compile(
    r"\W*(?:He|She)\s(?:said|stated|commented|thought|pointed\sout|explained|considered|outlined|believed)\b"
)
SOMEBODY = re.compile(
    rf"\b(?:Mrs?|Ms|Miss|Dr|Cllr|Councillor|Sir|Rev)\.?\s{SURNAMES}|\b[Tt]he\s(?:[A-Z][\w’'&-]*\s(?:of\s|for\s)?(?:the\s)?){{0,6}}?"
    r"(?:[Cc]lerk|[Oo]fficers?|[Dd]irector|[Ee]ngineer|[Mm]anager|[Ee]xecutive|[Ll]eader|[Cc]hair(?:man|woman)?|[Hh]ead|[Mm]ember|[Aa]pplicant|[Aa]gent|"
    r"[Aa]uditor|[Ss]ecretary|[Tt]reasurer|[Ss]uperintendent|[Ii]nspector|[Ss]olicitor|[Aa]rchitect|[Pp]lanner|[Cc]onsultant)\b"
)
FARTHEST = 14  # sentences between a question and that
# “In response to Cllr Voss, the Engineer advised”
TO_NAMED = re.compile(
    rf"\W*(?:[Ii]n\s(?:response|reply|answer)\sto|[Rr]esponding\sto|[Rr]eplying\sto)\s(?P<asker>{ASKER}),\s", re.VERBOSE
)
# “REPLY:”, “The following response was provided:”, above the reply
ALONE = re.compile(
    r"\W*(?:(?:reply|response|answer)|the\sfollowing\s(?:reply|response|answer)s?\s(?:was|were)\s[\w\s]{3,40})\W*",
    re.IGNORECASE,
)
# “The Deputy Leader, Councillor Voss, answered.”: what follows is the reply
ANSWERED = re.compile(rf"\W*{ACTOR}(?:,\s[^,.;]{{3,60}},)?\s(?:answered|replied|responded)\W*", re.VERBOSE)
# “Supplementary question: was it so?”, of whom asked before it; what stands below replies
SUPPLEMENTARY = re.compile(r"\W*(?:by way of (?:a )?)?supplementary\b", re.IGNORECASE)
# “30.7 In response to Mr Hale, …”, “(b) …”: the number of a paragraph
NUMBER = re.compile(r"\W*(?:\d{1,3}(?:\.\d{1,3}){1,3}\.?|\(?\d{1,3}[.)]|\([a-z]{1,4}\)|[a-z][.)])\s+(?=[“\"‘']?[A-Z])")


# “In response to a query | the company said that …”
SOMEBODY_SAYS = re.compile(
    r"(?<=\s)(?:the|an?)\s(?:[\w’'-]+\s){1,4}?(?:said|stated|advised|confirmed|explained|replied|noted|reported)\b"
)
# “In response to a query from Mr Hale | the Director, Roads, stated that …”: no comma ends what was asked
POST_NEXT = re.compile(r"\s[Tt]he\s[A-Z][\w’'&-]*(?:\s(?:of|for|and|[A-Z][\w’'&-]*))*")


def find_questions(source: Item | Meeting | Corpus) -> Questions:
    """Find the questions of an item, a meeting or a corpus with their replies, in the order they are printed.

    Of a sentence that holds both (“In response to a query about the roof, the Clerk said …”) each has its own part.
    Agenda text is passed over.
    """
    if isinstance(source, Item):
        return Questions(_in_item(source), sources=(source,))
    if isinstance(source, Meeting):
        return Questions((one for item in source.items for one in _in_item(item)), sources=(source,))
    if isinstance(source, Corpus):
        return Questions((one for item in source.items for one in _in_item(item)), sources=source)
    told = f"questions are found in an Item, a Meeting or a Corpus, not in {type(source).__name__}"
    raise TypeError(f"{told}. Of a string read_text(…, title=…) makes an Item.")


def _in_item(item: Item) -> list[Question]:
    printed = list(written_in(item.title, item.minutes))
    taken = {place for one in printed for place in one.taken}
    found = [(one.question, _printed(one, item)) for one in printed]
    found += _told(item, taken)
    return [question for _, question in sorted(found, key=lambda pair: (pair[0].place, pair[0].start))]


def _printed(one: Written, item: Item) -> Question:
    first = one.answer.first_sentence if one.answer else None
    return _question(
        item,
        one.question,
        one.asker,
        one.answer,
        answerer=one.answerer or (_answerer(first) if first else None),
        promised=first is not None and promises_one(first, written=True),
    )


def _told(item: Item, taken: Collection[int]) -> Iterable[tuple[Place, Question]]:
    """Yield what the sentences outside the paragraphs `taken` tell of questions, each with where it stands."""
    places = [
        Place(paragraph, n, _unnumbered(paragraph.text[:end]) if start == 0 else start, end)
        for n, paragraph in enumerate(item.minutes)
        if n not in taken and _read(paragraph)
        for start, end in sentences(paragraph.text)
        if any(map(str.isalnum, paragraph.text[start:end]))  # no bullet whose words are lost
    ]
    asked: list[str | None] = []
    for place in places:
        who = None if _replies_to_one_before(places, asked) else who_asks(place.text)
        if who is None and INVERTED.match(place.text) and asked and asked[-1] is not None:
            who = "" if places[len(asked) - 1].place == place.place else None  # it goes on, unmarked
        asked.append(named_before(places, asked) if who == "" and goes_on_in(place.text) else who)
    last = ""
    alternating = sum(_below(places, asked, n) is not None for n in range(len(places))) > 1
    for n, place in enumerate(places):
        asker = asked[n]
        if asker is None or (n and _same_question(places, asked, n)):
            continue
        question, answer = _parted(place)
        if answer is None:
            question = question.until(_last_of(places, asked, n))
        answer = answer or _reply(places, asked, n) or (_below(places, asked, n) if alternating else None)
        answer = answer or _to_all(places, n)
        if answer and any(map(NO_ANSWER.search, (question.text, answer.text))):
            answer = None
        asker = asker or named_around(places, asked, n)
        if SUPPLEMENTARY.match(place.text):
            asker = asker or last
        last = asker or last
        if (
            not asker
            and _argued(places, n)
            and not (answer and (SPOKE.search(answer.text) or REPLY.match(answer.text)))
        ):
            continue
        yield (
            question,
            _question(
                item,
                question,
                asker,
                answer,
                answerer=_answerer(answer.text) if answer else None,
                promised=answer is not None
                and (promises_one(answer.text, question=question.text) or _lacked(places, answer)),
            ),
        )


def _unnumbered(sentence: str) -> int:
    """Return where the words of a paragraph's first sentence begin."""
    number = NUMBER.match(sentence)
    return number.end() if number else 0


def _lacked(places: Sequence[Place], answer: Place) -> bool:
    """Tell “Ms Hale did not know. She would find out.”: no answer, and a promise of one right behind."""
    after = next((one for one in places if one.place == answer.place and one.start >= answer.end), None)
    return after is not None and LACKING.search(answer.text) is not None and gives_word(after.text)


def _read(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph may tell of a question; of headings only what is one: “Would the fund be split?”."""
    if paragraph.kind == "heading":
        return MARKED.search(paragraph.text) is not None and INVERTED.match(paragraph.text) is not None
    return paragraph.kind not in ("attendance", "boilerplate")


def _argued(places: Sequence[Place], n: int) -> bool:
    """Tell a question nobody puts, in an objection that nobody's word ends: “How then will waste be removed?”."""
    if asking_in(places[n].text) is not None:
        return False
    for place in reversed(places[: n + 1]):
        if ARGUES.search(place.text):
            return True
        if place.place != places[n].place and (SPOKE.search(place.text) or asking_in(place.text)):
            return False
    return False


def _below(places: Sequence[Place], asked: Sequence[str | None], n: int) -> Place | None:
    """Return what stands below a paragraph that is a bare question: in a list of such, its reply."""
    place = places[n]
    if asked[n] != "" or MARKED.search(place.text) is None:
        return None
    after = next((k for k in range(n + 1, len(places)) if places[k].place != place.place), None)
    if after is None or places[after].place != place.place + 1 or asked[after] is not None:
        return None
    ends = all(asked[k] is not None for k in range(n, after)) and INVERTED.match(places[after].text) is None
    return places[after] if ends else None


def _question(
    item: Item, question: Place, asker: str, answer: Place | None, *, answerer: str | None, promised: bool
) -> Question:
    return Question(
        text=question.text,
        paragraph_id=question.paragraph.id,
        start=question.start,
        end=question.end,
        asker=asker or None,
        answerer=answerer,
        answer=answer.text if answer else "",
        answer_id=answer.paragraph.id if answer else None,
        answer_start=answer.start if answer else 0,
        answer_end=answer.end if answer else 0,
        reply="unanswered" if answer is None else "promised" if promised else "answered",
        item_id=item.id,
        date=item.date,
        citation=question.paragraph.citation,
        asker_role=role_of(asker),
    )


def _parted(place: Place) -> tuple[Place, Place | None]:
    """Return the question of a sentence, and the reply where the sentence holds that as well."""
    text = place.text
    both = BOTH.match(text)
    if both and POST_NEXT.fullmatch(text, whose_end(text), both.end()):
        return place.part(0, whose_end(text)), place.part(whose_end(text), len(text))
    if both and both.end() < len(text):
        return place.part(0, both.end()), place.part(both.end() + 1, len(text))
    if both:
        speaks = SPOKE.search(text, whose_end(text)) or SOMEBODY_SAYS.search(text, whose_end(text))
        return (place.part(0, speaks.start()), place.part(speaks.start(), len(text))) if speaks else (place, place)
    asking = goes_on_in(text) or asking_in(text) or PASSIVE_ASKING.search(text)
    told = TOLD_AT_ONCE.search(text, asking.end()) if asking else None
    if told:
        rest = place.part(told.start(told.lastgroup or 0), len(text))
        return place.part(0, told.start()), None if REMARKS.match(rest.text) else rest
    return place, None


def _replies_to_one_before(places: Sequence[Place], asked: Sequence[str | None]) -> bool:
    """Tell “In response to Mr Hale's question, the Clerk said …” behind that question from one that tells its own."""
    n = len(asked)
    both = BOTH.match(places[n].text)
    if both is None or MATTER.search(both[0]):
        return False
    near = range(max(0, n - 4), n)
    return any(asked[k] is not None and places[n].place - places[k].place <= 1 for k in near)


def _same_question(places: Sequence[Place], asked: Sequence[str | None], n: int) -> bool:
    """Tell whether a sentence goes on with the question before it: “Was nobody told?” after “Cllr Voss asked …”."""
    same = asked[n - 1] is not None and places[n - 1].place == places[n].place
    if PASSIVE_ASKING.search(places[n].text):  # “A query was raised as to why”: another
        return False
    return same and not asked[n] and not BOTH.match(places[n].text) and not BOTH.match(places[n - 1].text)


def _of_several(places: Sequence[Place], asked: Sequence[str | None], n: int) -> bool:
    """Tell “An update was sought on the pump. A query was raised on the lamps.”: what replies replies to both."""
    unnamed = asked[n] == asked[n - 1] == "" and places[n - 1].place == places[n].place
    return unnamed and all(PASSIVE_ASKING.search(one.text) for one in places[n - 1 : n + 1])


def _last_of(places: Sequence[Place], asked: Sequence[str | None], n: int) -> int:
    """Return where the last sentence of a question ends: “Cllr Voss asked about the pond. Was it deep?” is one."""
    last = n
    while last + 1 < len(places) and asked[last + 1] is not None and _same_question(places, asked, last + 1):
        last += 1
    return places[last].end if last > n else 0


def _reply(places: Sequence[Place], asked: Sequence[str | None], n: int) -> Place | None:
    """Return what replies to the question at `n`: near it, or far below and by name, after others have asked."""
    near = _reply_near(places, asked, n)
    name = (asked[n] or "").split()[-1:]
    if not name or GENERAL.search(name[0]) or (near is not None and not opens_with_pronoun(near.text)):
        return near
    return next((one for one in places[n + 1 : n + 2 * FARTHEST] if _to(one.text) == name[0]), near)


def _reply_near(places: Sequence[Place], asked: Sequence[str | None], n: int) -> Place | None:
    """Return the sentence near a question that replies: one that says so, or one before the next question."""
    asker, text = asked[n] or "", places[n].text
    for place in places[n + 1 : n + 6]:
        if asker and place.place - places[n].place <= 1 and _to(place.text) == asker.split()[-1]:
            return place
    told = goes_on_in(text) or WAS_ASKED.search(text)
    put = asker != "" or told is not None or (MARKED.search(text) is not None and text[:1].isalnum())
    for after in range(n + 1, min(n + 6, len(places))):
        place = places[after]
        if place.place - places[n].place > 1:
            return None
        if asked[after] is not None:
            if (
                _same_question(places, asked, after)
                or _of_several(places, asked, after)
                or (after == n + 1 and named_behind(places, n))
            ):
                continue
            return None
        if after == n + 1 and named_behind(places, n):
            continue
        if NO_ANSWER.search(place.text) or (AWAITED.search(place.text) and not tells(place.text)):
            return None
        if SUPPLEMENTARY.match(text) and place.place == places[n].place + 1 and after == n + 1:
            return place
        if place.place != places[n].place and _opened_by(places, after, asker):
            continue
        if asker and not GENERAL.search(asker) and _to(place.text) not in ("", asker.split()[-1]):
            continue
        alone = (ALONE.fullmatch(place.text) or ANSWERED.fullmatch(place.text)) is not None
        if HE_SAID.match(place.text) and asker and _alone(places, n, asker):
            continue
        if REPLY.match(place.text) or alone:
            return places[after + 1] if alone and after + 1 < len(places) else place
        follows = after == n + 1 or (after == n + 2 and named_behind(places, n) != "")
        if answers(places[n], place, asker=asker, put=put, follows=follows):
            return place
    return None


def _alone(places: Sequence[Place], n: int, asker: str) -> bool:
    """Tell whether nobody but the asker is named in a paragraph up to the question at `n`: “he” is the asker."""
    said = " ".join(one.text for one in places[: n + 1] if one.place == places[n].place)
    return not any(asker.split()[-1] not in one[0] for one in SOMEBODY.finditer(said))


def _to_all(places: Sequence[Place], n: int) -> Place | None:
    """Return what replies to all that was asked: “In reply to Members’ queries, the Chief Executive stated”."""
    return next((one for one in places[n + 1 : n + FARTHEST] if TO_ALL.match(one.text)), None)


def _opened_by(places: Sequence[Place], n: int, asker: str) -> bool:
    """Tell whether the paragraph of a sentence begins with the asker: “He said” in it is the asker again."""
    first = next(place for place in places if place.place == places[n].place)
    return speaks_again(asker, first.text)


def _to(text: str) -> str:
    """Return the last name of whom a sentence replies to by name: “In response to Mr Hale's question”."""
    both, named = BOTH.match(text), TO_NAMED.match(text)
    whose = whose_in(both[0]) if both and not MATTER.search(both[0]) else named["asker"] if named else ""
    return whose.split()[-1] if whose and GENERAL.search(whose) is None else ""


def _answerer(text: str) -> str | None:
    for match in SPOKE.finditer(text):
        post = POST.search(text, 0, match.end("owner"))
        words = post["name"] or post["post"] if post else match["owner"].strip()
        words = re.sub(r"\A(?:[Tt]he|[Aa]n?)\s+", "", words)
        if words.casefold() not in ("it", "members", "the", "this", "he", "she", "they", "i", "we"):
            return words
    return None
