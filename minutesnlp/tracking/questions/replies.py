"""Which sentence replies to a question, and whether it only promises that a reply will come."""

from __future__ import annotations

import re
from dataclasses import dataclass

from minutesnlp.records import Paragraph
from minutesnlp.text.analysis import pieces
from minutesnlp.text.sentences import sentences
from minutesnlp.text.stemming import stem
from minutesnlp.tracking.questions.askers import SURNAMES
from minutesnlp.tracking.undertakings.doings import verb_class
from minutesnlp.tracking.undertakings.promises import ACTOR
from minutesnlp.tracking.undertakings.promising import clauses_in, promises_in

REPLY = re.compile(
    r"\A\W*(?:in\s(?:response|reply|answer|responding|replying)|responding|replying|(?:reply|response|answer|a)\s*\d*\s*[:.–-]|the\sfollowing\s(?:reply|response|answer)s?\s(?:was|were)\b|yes\b|no\b[,.]|(?:following|when\sasked)\b[^,]{0,60}\b(?:quer(?:y|ies)|questions?)\b)",
    re.IGNORECASE,
)
# “The Clerk commented that”, “CC suggested”
SPOKE = re.compile(
    rf"(?P<owner>{ACTOR})(?:,?\sin\s(?:reply|response|answer),?)?\s(?:then\s|also\s|had\s|has\s|have\s)?(?:advised|stated|said|confirmed|explained|indicated|replied|"
    r"responded|undertook|assured|informed|agreed|reported|noted|acknowledged|told|commented|answered|suggested|shared|"
    r"clarified|outlined|(?:gave|provided)\s(?:an?\s)?(?:\w+\s)?(?:description|explanation|summary|overview|response|reply|answer)s?)\b",
    re.VERBOSE,
)
# “Were there any steps to be taken”: a question, whether marked or not
INVERTED = re.compile(
    r"\W*(?:Were|Was|Is|Are|Do|Does|Did|Have|Has|Had|Can|Could|Would|Will|Should)\s"
    r"(?:the|there|it|they|we|he|she|any|this|that|these|those|you|all|an|a|anyone|anybody|residents|members)\b"
)
# “• Lamps”, “5. Lamps – the Clerk reported”, within a paragraph
NEXT_MATTER = re.compile(r"•|\d{1,2}[.)]\s+[A-Z]")
# “DM raised the state of the bins”: the next matter; “Was unsure of it”: who asked goes on, unnamed
RAISES = re.compile(
    r"\W*(?:(?:[A-Z][\w.’'-]*\s){1,3}(?:also\s|then\s)?raised\b|(?:Was|Were|Felt)\s(?:un|not\b|also\b|con|keen))"
)
# “It was agreed to seek advice on this.”
AGREED = re.compile(r"\W*It\swas\s(?:then\s|therefore\s)?agreed\s(?:to|that)\b")
# “JW to check.”
TASK = re.compile(r"\A\W*(?:[A-Z]{2,4}|(?:the\s)?[A-Z]\w+(?:\s[A-Z]\w+)?)\sto\s[a-z]+")
# “Councillor Voss, Executive Member for Roads and Transport, replied that”
WITH_OFFICE = re.compile(r"\W*[A-Z][\w.’'-]*\s[^.;?]{3,120},\s(?:replied|answered|responded)\b")
# Another councillor who speaks of something else
COUNCILLOR = re.compile(r"\W*(?:Cllrs?|Councillors?|CC)\b\.?\s")
# What was decided ends the question.
DECIDED = re.compile(
    r"\W*(?:AGREED|RESOLVED)\b|[^.;]*\b(?:motion|amendment|recommendations?|application)\b[^.;]*\b(?:AGREED|CARRIED|LOST|DEFERRED|REFUSED|APPROVED)\b"
)
# “The Motion was seconded by Cllr Voss”, “These were:”
MOVED = re.compile(
    r"\b(?:motion|amendment|proposal|resolution)\s(?:was|were)\s(?:then\s|also\s)?(?:seconded|proposed|moved|put|carried|adopted|"
    r"withdrawn)\b|\b(?:was|were)\salso\s(?:discussed|raised|queried|highlighted)\b|\A\W*(?:it\swas\s)?(?:proposed|seconded|moved)\sby\b",
    re.IGNORECASE,
)
ANNOUNCES = 40  # letters of “The replies were these:”
# Another member's remark is no reply.
MEMBER = re.compile(r"\W*(?:An?|Another|The|Some|Several)\s(?:\w+\s)?(?:Members?\b|members\b(?!\s(?:were|heard)\b))")
TOLD = re.compile(
    r"\b(?:it\swas\s(?:\w+ly\s)?(?:explained|advised|confirmed|indicated|stated|clarified|reported|noted|acknowledged|"
    r"highlighted)|(?:was|were|Members|Panel)\s(?:then\s)?(?:heard|advised|informed|told|assured))\b",
    re.IGNORECASE,
)
# “did not have the figure”, “could not say”: no answer yet
LACKING = re.compile(
    r"\b(?:(?:did|does|do) not (?:know|have (?:the|that|those|this|it|them|any|an?)\b)|could not (?:say|tell)|"
    r"(?:was|were|is|are) (?:not (?:aware|sure|certain|able to (?:say|answer|tell)|known to)|unaware|unsure)|"
    r"new to (?:him|her|them)|did not wish to guess|had no (?:figures?|answer|numbers?|information|note)|"
    r"not (?:to hand|available at the meeting|before (?:him|her|them))|"
    r"unable to say|nobody (?:present |there )?(?:could (?:say|tell)|knew|had (?:\w+ed|asked|counted))|"
    r"(?:had|has) (?:not|never) been (?:measured|counted|recorded|asked)|"
    r"no (?:count|record|survey|figure)s? (?:had|has|have|was|were))\b",
    re.IGNORECASE,
)
TO_COME = re.compile(r"\b(?:undertook|promised|agreed|offered)\b(?!\s(?:not|be\sable)\b)")
# “would write to her by May”, “agreed to revert”: the reply itself is still to come
PROMISED = re.compile(
    r"\b(?:in\sdue\scourse|would\srespond|written\s(?:response|reply|answer)|take[n]?\s(?:away|on\snotice)"
    r"|(?:(?:would|will|shall)(?:\s(?:need|have)\sto)?|undertook\sto|agreed\sto|undertakes?\sto|promised\sto|offered\sto)\s(?:find\sout|obtain|revert|report\sback|"
    r"come\sback|get\sback|see\s(?:if|whether|what)|check|enquire|inquire|look\s(?:into|at|(?:it|them|this|that)\sup)|examine|investigate|seek|write\sto|let\s(?:\w+\s){1,7}?(?:know|have)|provide\san\s"
    r"(?:update|answer)|(?:give|bring|show|tell)\s(?:(?:the\s)?[A-Z]\w+\s(?:[A-Z]\w+\s)?|him\s|her\s|them\s)(?:an?|the|it|what|how)|(?:circulate|send|share|supply|provide)\s(?:it|them|its|guidance|clarification|the\s(?:figures?|information|details?))))\b",
    re.IGNORECASE,
)
# “a note on it would be put before the Committee”
HANDED = re.compile(
    r"\b(?:would|will|shall|could)\s(?:then\s|also\s)?be\s(?:\w+ly\s)?(?:sent|supplied|provided|circulated|given|shown|reported|brought|put|"
    r"submitted|presented|forwarded|e-?mailed|issued)\s(?:\w+\s){0,3}?(?:to|before)\s(?:him|her|them|(?:all\s|the\s|ward\s|a\s|next\s|future\s)*"
    r"(?:[Mm]embers?|[Cc]ouncillors?|[Cc]ommittee|[Pp]anel|Board|Cabinet|Executive|(?:[Cc]ouncil\s)?[Mm]eeting))\b"
)
# “The contractor will be asked”, “the Clerk was instructed to find out”
ERRAND = re.compile(
    r"\b(?:would|will)\sbe\s(?:\w+ly\s)?(?:contacted|approached|asked|written\sto|investigated|checked|queried|chased|"
    r"looked\sinto|followed\sup|taken\sup|raised\swith)\b|\A[^,;.]{0,40}\b(?:was|were)\s(?:asked|instructed|requested|directed)\sto\b"
)
# “CC requested that the Clerk clarify the position”: the reply is left to somebody
LEFT_TO = re.compile(
    r"\b(?:requested|asked|instructed|agreed)\s(?:that\s)?(?:the\s)?(?:[A-Z][\w’'-]*\s){1,4}(?:to\s|should\s|would\s)?"
    r"(?:clarif(?:y|ies)|checks?|investigates?|examines?|finds?\sout|looks?\sinto|seeks?\sclarification|enquires?)\b"
)
# “this would be looked into”
THIS_DONE = re.compile(
    r"\b(?:this|it|that|the\s(?:matter|issue|request))\s(?:would|will|shall)\s(?!not\b)(?:(?!have\b|need\b)\w+\s){0,2}be\s(?:also\s)?(?P<verb>[a-z]+)",
    re.IGNORECASE,
)
DEEDS = ("said", "seen", "mused")
# “A response is awaited.”: there is none yet
AWAITED = re.compile(
    r"\b(?:response|reply|answer|feedback|update|information|outcome)\b[^.;]{0,40}\b(?:is|was|are|being|still)\s(?:still\s)?"
    r"(?:awaited|outstanding)\b|\bawait(?:s|ing)?\s(?:an?\s|the\s|their\s|his\s|her\s)?(?:response|reply|answer)\b"
    r"|\A\W*No\s(?:reply|answer|response)\s(?:was|is|has|had)\b",
    re.IGNORECASE,
)
# “The Chairman ruled that the question could not be answered.”, “She preferred not to give one.”
NO_ANSWER = re.compile(
    r"\b(?:questions?|query|point|matter)\s(?:could|can|would)\snot\s(?:\w+\s)?be\s(?:answered|pursued|put|taken)\b"
    r"|\b(?:prefer(?:s|red)\snot|declin(?:es|ed)|refus(?:es|ed)|(?:was|were)\s(?:not\sprepared|unwilling))\sto\s"
    r"(?:answer|say|comment|reply|respond|be\sdrawn|give\s(?:it|one|them|an?\s(?:answer|figure|date)))\b|\b(?:would|could)\snot\s(?:be\sdrawn|comment)\b"
    r"|\binvited\sto\s(?:put|submit)\s(?:the|his|her|their|that)\s(?:question|query)\b[^.;]*\bin\swriting\b"
    r"|\btime\s(?:allowed|allotted|limit)?\b[^.;]{0,40}\b(?:expired|run\sout|elapsed|(?:was|were)\spressing|being\sshort)\b"
    r"|\b(?:question|query)\s(?:was|were)\s(?:left|held\sover|deferred|adjourned|ruled|not\s(?:answered|allowed))\b",
    re.IGNORECASE,
)
REPLIED = re.compile(r"\b(?:repl(?:y|ied)|respon(?:se|ded)|answer(?:ed)?|confirmed|explained|clarified)\b")
THANKS = re.compile(
    r"\A(?:[^.;]|(?<=Cllr)\.|(?<=Mr)\.|(?<=Ms)\.|(?<=Mrs)\.|(?<=\b[A-Z])\.){0,60}?\bthank(?:s|ed)\b", re.IGNORECASE
)
SAYS = re.compile(r"\b(?:said|advised|explained|confirmed|replied|stated|answered|responded|added|informed)\b")
# Who asked goes on: “She suggested that …”; “She had no figure” is a reply
GOES_ON = re.compile(
    r"\A\W*(?:He|She|They)\s(?:also\s|further\s|then\s|again\s|would\s)?(?:ask(?:ed)?|suggest(?:ed)?|added|felt|queried|"
    r"request(?:ed)?|urged?|expressed|called|commented|welcomed?|proposed|complained|hoped?|wondered|sought|raised|noted|"
    r"highlighted|like\sto|(?:was|were)\s(?:keen|concerned|worried)|is\s(?:not\s)?in\sfavour|refer(?:red|enced)|thanked|"
    r"agrees|supports|believes|thinks|feels|ha(?:s|d)\s(?:\w+\s)?concerns|(?:is|was)\sof\sthe\s(?:view|opinion))\b"
    r"|\A\W*(?:He|She)\s(?:(?:would|will|had|has|is|was)\s)?also\b"
)
MARKED_END = re.compile(r"\?\W*\Z")
# “This would be for the county.”, below “* Will it be lit?”
BARE = re.compile(r"\W*(?:This|It|They|That|These|There|Yes|No)\b")
# “The Clerk would look into this.”, “It was agreed to do so”
BACKWARD = re.compile(
    r"\b(?:this|that|it|these|those|so|them|the\s(?:request|matter|issue|question|query))\b", re.IGNORECASE
)
# What is asked about everywhere makes no two sentences alike.
COMMON = frozenset(
    map(
        stem,
        re.findall(
            r"\w+",
            "asked asks ask query queried question questioned raised whether would could should about council "
            "councillor councillors member members clerk chair chairman parish county committee meeting there their "
            "which what when where been have with that this from were will they some more also said cllr update sought "
            "regarding",
        ),
    )
)
SHORTEST = 4  # letters of a word that tells a matter


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence of an item, or part of one: `place` is the number of its paragraph."""

    paragraph: Paragraph
    place: int
    start: int
    end: int

    @property
    def text(self) -> str:
        """Its words."""
        return self.paragraph.text[self.start : self.end]

    @property
    def first_sentence(self) -> str:
        """The first of its sentences."""
        return next((self.text[start:end] for start, end in sentences(self.text)), self.text)

    def part(self, start: int, end: int) -> Place:
        """Return what stands from `start` to `end` of its words, without the space around."""
        words = self.text[start:end]
        begin = self.start + start + len(words) - len(words.lstrip())
        return Place(self.paragraph, self.place, begin, begin + len(words.strip()))

    def until(self, end: int) -> Place:
        """Return what stands from its start to `end` of the paragraph, itself at least."""
        return Place(self.paragraph, self.place, self.start, max(self.end, end))


def answers(question: Place, place: Place, *, asker: str, put: bool, follows: bool) -> bool:
    """Tell whether a sentence behind a question replies to it.

    What the asker goes on to say, another member's remark and mere thanks are no replies. The sentence right behind
    (`follows`) what somebody `put` is the reply, whoever speaks; any other is told as an officer's or goes on with the
    matter of the question.
    """
    text = place.text
    if (
        NEXT_MATTER.match(text)
        or text.rstrip(" ”\"’'").endswith("?")
        or INVERTED.match(text)
        or RAISES.match(text)
        or MEMBER.match(text)
        or DECIDED.match(text)
        or MOVED.search(text)
        or (len(text) < ANNOUNCES and text.rstrip().endswith(":"))
        or (THANKS.match(text) and not SAYS.search(text))
    ):
        return False
    if (put and GOES_ON.match(text)) or speaks_again(asker, text):
        return False
    spoken = tells(text)
    listed = question.text == question.paragraph.text and MARKED_END.search(question.text) is not None
    if follows and listed and BARE.match(text):
        return True
    elsewhere = place.place != question.place and COUNCILLOR.match(text) is not None
    if elsewhere and REPLIED.search(text) is None:
        return False
    if follows and (spoken or ((put or TASK.match(text)) and place.place == question.place)):
        return True
    agreed = follows and AGREED.match(text) is not None
    if follows and place.place == question.place and ERRAND.search(text):
        return True
    on_it = BACKWARD.search(text if spoken or agreed else text[:60]) is not None or _alike(question.text, text)
    return on_it and (spoken or agreed or place.place == question.place)


def tells(text: str) -> bool:
    """Tell whether a sentence begins with who says something, or with what was said: “It was explained that”."""
    told = SPOKE.search(text) or TOLD.search(text)
    return (told is not None and told.start() < EARLY) or WITH_OFFICE.match(text) is not None


EARLY = 40  # letters before who speaks
# “Councillor Voss recalled …”, “It was Cllr Voss who put it.”, right behind a question of which nobody is told to ask
BY_A_MEMBER = re.compile(rf"\W*(?:It\swas\s)?(?P<asker>(?:Councillor|Cllr)\.?\s{SURNAMES})\s(?!and\b)", re.VERBOSE)
OFFICE = re.compile(r"\b(?:Executive\sMember|Cabinet\sMember|Leader|Mayor|Portfolio)\b")


def tells_asker(text: str) -> str | None:
    """Return the member whom a sentence behind a bare question tells of, where the sentence is no reply."""
    member = BY_A_MEMBER.match(text)
    if member is None or SAYS.search(text) or REPLIED.search(text) or OFFICE.search(text):
        return None
    return member["asker"]


def speaks_again(asker: str, text: str) -> bool:
    """Tell “Councillor Hale felt …” behind what Councillor Hale asked."""
    name = asker.split()[-1] if asker else ""
    return name[:1].isupper() and re.match(rf"\W*(?:[\w.’'-]+\s){{0,3}}?{re.escape(name)}\b", text) is not None


def opens_with_pronoun(text: str) -> bool:
    """Tell “He stated that”: whoever spoke last, which is the asker where a reply by name is still to come."""
    return re.match(r"\W*(?:He|She)\b", text) is not None


def _alike(one: str, other: str) -> bool:
    """Tell whether two sentences share a word that tells a matter."""
    return not _matters(one).isdisjoint(_matters(other))


def _matters(text: str) -> set[str]:
    return {stem(word.casefold()) for word in pieces(text) if len(word) >= SHORTEST} - COMMON


def gives_word(text: str) -> bool:
    """Tell whether a sentence behind what nobody could answer promises something: “She would have them counted.”."""
    return promises_one(text) or bool(promises_in(text, None, decided=False))


# “asked what would happen if”, “When might it be finished?”: what will be is itself the answer
FUTURE = re.compile(r"\b(?:who|what|when|where|how)\b[^?.;]{0,60}?\b(?:would|will|might)\b", re.IGNORECASE)


# Who gives his own word: “he would send it”, “the Clerk undertook to write”; not “the work would be done”
OWN = re.compile(r"(?P<given>given|does)(?: that)?, (?:self|person|carried|role|initials)\Z")
GIVES = re.compile(r"\b(?:undert|promis|pledg|offer|commit)")
BEFORE_NOW = re.compile(r"\b(?:had|has|have)\s(?:\w+\s)?(?:promised|undertaken|offered|committed)\b")
# How much a promise must weigh behind an answer: one “given”, any other, and one in answer to what will be
GIVEN, FIRM, CERTAIN = 0.9, 1.5, 3.8


def _gives_own_word(text: str, question: str) -> bool:
    """Tell whether somebody promises something of his own in a reply, whether it answers as well or not."""
    agreed = AGREED.match(text) is not None  # “It was agreed that the Clerk should look at prices”
    for clause in clauses_in(text, None, decided=False):
        own = {match["given"] for match in map(OWN.match, clause.seen) if match}
        if not (clause.promise.hard or agreed) or not own or BEFORE_NOW.search(text):
            continue
        will_be = FUTURE.search(question) is not None
        if "given" in own and clause.weight >= GIVEN and GIVES.search(text):
            return True
        if clause.weight >= (CERTAIN if will_be else FIRM) and (not will_be or "does said" in clause.seen):
            return True
    return False


def promises_one(text: str, *, question: str = "", written: bool = False) -> bool:
    """Tell whether a reply promises something: that one will come, or what the answerer will do beside what is told.

    One handed in (`written`), and one to a `question` about what will be, may answer by what will be done.
    """
    if PROMISED.search(text) or TASK.match(text) or LEFT_TO.search(text):
        return True
    if not FUTURE.search(question) and not written and ERRAND.search(text):
        return True
    if not written and (_gives_own_word(text, question) or HANDED.search(text)):
        return True
    if FUTURE.search(question):
        return False
    lacking = LACKING.search(text)
    if lacking and (TO_COME.search(text, lacking.end()) or gives_word(text[lacking.end() :])):
        return True
    done = THIS_DONE.search(text)
    return done is not None and verb_class(done["verb"], text[done.end() :].lstrip(), passive=True) in DEEDS
