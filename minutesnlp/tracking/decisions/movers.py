"""Who moved and who seconded, as minutes print it."""

from __future__ import annotations

import re
from typing import NamedTuple

from minutesnlp.tracking.decisions.verbs import holds_one

# “Cllr. J. T. Orwin”, “Councillor O’Dea (M)”, “Mrs Hale-Fenn”, “KB”, “Mayor J. Morrow”; four words at most.
NAME = r"""(?: (?:(?:the\s)? (?:(?:Deputy|Vice)[\s-])?
        (?:Cllrs?|Clir|Cr|Councillors?|Councilors?|Mrs?|M/?s|Miss|Dr|Rev|Revd|Prof|Sir|Mayor|Alder(?:man|woman|person)?|
        Cathaoirleach|Chair(?:man|woman|person)?|Cmh[il]r|Comh|Cm|Council(?:\s?[Mm]ember|man|woman|person)|Commissioner|Trustee|
        Supervisor|Select(?:man|woman|person)|Director|Reeve|Lord|Lady|Baroness|An\sLeas)\.?\s+(?:(?<=Councillor\s)[-–]\s)?)*
    (?!(?i:seconded|seconder|eiliwyd|proposed|proposer|mover|moved|resolved|carried|agreed|action|and|by|that|motion|agenda|discussion|debate)\b)
    (?:0[’']?\s(?=[A-Z]))?[A-ZÁÉÍÓÚŴŶ][\w.’'-]* (?: [ ] (?: (?:de|van|der|von|Mac|Mc|O|Ó|Ní|Ui|Uí|le|la)\s )?
        (?!(?i:seconded|seconder|eiliwyd|proposed|proposer|mover|moved|resolved|carried|agreed|action|and|by|that|motion|all|unanimously|votes?|voting|roll|ayes|yeas)\b)
        [A-ZÁÉÍÓÚŴŶ][\w.’'-]* ){0,3}
    (?: \s\( (?!\d+\)) [\w\s.]{1,15} \) )?
  | (?:[Tt]he\s)?(?:(?:Deputy|Vice)[\s-])?(?:Chair(?:man|woman|person)?|Mayor|Leader|Provost|Cathaoirleach)\b )"""

# After the word “by”, a colon or a dash anything that looks like a name is one; without them it needs a title or
# is initials: “Proposed Cllr Ings”, “Prop KB”, not “Proposed Terms of Reference”.
TITLED = (
    r"(?=(?:Cllrs?|Clir|Cr|Councillors?|Councilors?|Mrs?|M/?s|Miss|Dr|Rev|Mayor|Alder\w*|Chair\w*|Commissioner|Trustee|"
    r"[A-Z]\.?[ ]?[A-Z]{1,2}\.?(?![\w’'-])|[A-Z]\.\s)(?![a-z]))"
)
MOVED = (
    r"(?:proposed|moved|prop|proposer|mover|(?:proposal|"
    rf"(?<!seconding\sthe\s)(?<!seconding\sthis\s)motion(?:\sto\s[a-z]+(?=\sby\b))?)(?:\s(?:was\s)?made)?(?!\s*[:–-](?!\s*(?:by\b|(?-i:{TITLED})))))"
)
SECONDED = r"(?:seconded|sec(?:d|onder)?|2nd(?:ed)?|second)"

JOIN = (
    r"(?:[:.]?\s*(?i:(?:for\s(?:adoption|approval|acceptance|payment)\s)?(?:as\s(?:[\w-]+\s){1,4}|in\samendment\s)?by)"
)
JOIN += r"\b:?\s*[-–:]?\s*"
JOIN += rf"|\s*[-–:]\s*|\s+{TITLED})"
MOVED_BY = re.compile(rf"\b(?i:{MOVED})\b{JOIN}(?P<name>{NAME})", re.VERBOSE)
# “Prop. JB, 2nd GK”; “It was proposed to accept the bills by Cllr Ash, seconded by Cllr Birch”
PROP = re.compile(rf"\b[Pp]rop\.\s?{TITLED}(?P<name>{NAME})", re.VERBOSE)
SEC = re.compile(rf"\b[Ss]ec\.\s?{TITLED}(?P<name>{NAME})", re.VERBOSE)
MOVED_SO_BY = re.compile(
    rf"\b(?i:proposed|moved)\s[^.;]{{3,90}}?\sby\s{TITLED}(?P<name>{NAME}),?\s(?:and\s)?(?:was\s)?seconded\sby\b",
    re.VERBOSE,
)
# “Cllr Ash, seconded by Cllr Birch, all agreed”, “Cllr Ash approved, Cllr Birch seconded”, “nominated by Jo Ash and
# seconded by Cllr Birch”, “Jo Ash’s proposal was seconded by Cllr Birch”: who stands before the one that seconds
BEFORE_A_SECONDER = re.compile(
    rf"\A\W*{TITLED}(?P<name>{NAME})(?:(?:,\s(?:and\s)?(?i:seconded)(?:\sby|\s?[-–:])?|\s(?i:seconded)(?:\sby|\s?[-–:]))\s{TITLED}"
    rf"|\s(?:then\s)?(?i:approved|requested|recommended|asked\sfor)\b[^.;]{{0,120}}?,\s(?:{TITLED}{NAME}\sseconded|seconded\sby)\b)"
    rf"|(?:\bby\s{TITLED}|\b(?:[Nn]ominated|[Aa]pproved|[Aa]greed|[Aa]ccepted)\sby\s)(?P<name2>{NAME}),?\s(?:and\s)?seconded\sby\b"
    rf"|(?<!\w){TITLED}(?P<name4>{NAME}),\s(?:and\s)?seconded\sby\s{TITLED}"
    rf"|(?:\A|[“‘,]\s?)(?P<name3>{NAME})[’']s?\s(?:proposal|motion|amendment)\s(?:was\s)?seconded\sby\b",
    re.VERBOSE,
)
ON_THE_PROPOSAL = re.compile(
    rf"\b(?i:(?:up)?(?:on|at)\s+(?:the\s+)?(?:proposal|proposed|proposition|motion)\s+of|ar\smoladh)\s+(?P<name>{NAME})",
    re.VERBOSE,
)
# “an amendment by Cllr Ash, seconded by Cllr Birch”, “A proposal was made by Cllr Ash”, “minutes approved by A and B”
FROM = re.compile(
    r"\b(?i:(?:amendment|proposal|(?<!seconding\sthe\s)motion)\s(?:was\s(?:then\s)?(?:made|moved|put(?:\sforward)?|tabled|"
    rf"submitted)\s)?(?:by|from|(?<=proposal\s)of))\s{TITLED}(?P<name>{NAME})"
    # “Motion to adopt the plan was made by Ash, seconded by Birch”
    rf"|\A\W*(?i:motion\s(?:to|that|for)\b[^.;]{{3,200}}?\s(?:was\s)?(?:made|moved|offered)\sby)\s(?P<name2>{NAME})"
    rf"|\b(?i:motion):\s(?P<name3>{NAME})(?=[\s,;|]+(?i:second(?:ed)?(?:\sby)?:))",
    re.VERBOSE,
)
# “Resolution offered by Oak, supported by Ash, to …”, “RESOLUTION 24-15 was introduced by Oak, who moved its adoption”
OFFERED = re.compile(
    rf"\b(?i:resolution|ordinance)\s(?i:(?:was\s)?offered\sby)\s(?P<name>{NAME})(?=,?\s(?:and\s)?(?:supported|seconded)\b)"
    rf"|\b(?i:resolution|ordinance|by-?law)\b[^.;]{{0,120}}?\s(?i:(?:was|were)\s(?:introduced|offered|presented|read)\sby)\s"
    rf"(?P<name2>{NAME}),?\s(?i:who|and)\s(?:then\s)?moved\s(?:for\s)?(?:its|their|the|for)\s(?:adoption|passage|approval)\b",
    re.VERBOSE,
)
# … which says what is moved
NUMBERED = re.compile(r"\W*(?:resolution|ordinance|by-?law)\s(?:no\.?\s|number\s|#\s?)?\d", re.IGNORECASE)
# “In proposing the Motion, Cllr Ash stated”, “Cllr Ash, in moving the recommendation, said”
IN_PROPOSING = re.compile(rf"\b[Ii]n\s(?:proposing|moving)\s(?:the|this|his|her)\s\w+,?\s(?P<name>{NAME})", re.VERBOSE)
X_IN_PROPOSING = re.compile(
    rf"(?P<name>{NAME}),?\s+(?:in\s+(?:proposing|moving)|having\s(?:proposed|moved))\s+(?:the|this|his|her)\b",
    re.VERBOSE,
)
IN_SECONDING = re.compile(
    rf"\b[Ii]n\sseconding\s(?:the|this|his|her)\s(?:\w+\s)?(?:\w+\s)?\w+,?\s{TITLED}(?P<name>{NAME})"
    rf"|\A\W*{TITLED}(?P<name2>{NAME}),?\sin\sseconding\s(?:the|this|his|her)\b",
    re.VERBOSE,
)
MINUTES_BY = re.compile(
    rf"\b(?i:minutes)\b[^.;]{{0,160}}?\b(?:approved|agreed|accepted|adopted)\s(?:as\s[\w\s]{{3,40}}?\s)?by\s"
    rf"(?P<mover>{NAME}),?\s(?:and\s)?(?:seconded\s(?:by\s)?)?(?P<seconder>{NAME})",
    re.VERBOSE,
)
# “Trustee Ash moved, Trustee Birch 2nd, to hire Dan Elm”, “with a motion from Mrs Ash and a second from Mr Birch”
X_SECOND = re.compile(rf"(?P<name>{NAME})\s(?i:2nd)(?=,)|\b(?i:second)\sfrom\s(?P<name2>{NAME})", re.VERBOSE)
SECONDED_BY = re.compile(rf"\b(?i:{SECONDED})\b{JOIN}(?P<name>{NAME})", re.VERBOSE)
# “Moved by Oak, supported by Ash”, “Oak moved, Ash supported, to …”: right behind who moved
SUPPORTED_BY = re.compile(
    rf",?\s(?:and\s)?supported\sby\s(?P<name>{NAME})|,\s(?P<name2>{NAME})\ssupported\b", re.VERBOSE
)
# “Mr Oak, Deputy Leader and Cabinet Member for Parks, seconded the motion”: what he is stands between
OFFICES = "Deputy|Cabinet|Chair\\w*|Vice|Portfolio|Lead|Shadow|Mayor|Executive|Member|Opposition|Group"
UP_TO_THE_VERB = r"\b(?:(?!\b(?:proposed|moved|seconded|said|that)\b)[^.;:]){0,100}?,"
POST = rf"(?:,\s(?:the\s)?(?:Leader|{OFFICES}){UP_TO_THE_VERB})"
X_MOVED = re.compile(
    rf"(?<![\w/])(?P<name>{NAME})(?:,\s(?:(?:the\s)?(?:{OFFICES})|on\sbehalf\sof\b){UP_TO_THE_VERB})?"
    r"\s+(?:then\s|also\s|duly\s|formally\s|further\s)?(?:proposed|moved|PROPOSED|MOVED|motioned|nominated(?=\sand\s)|"
    r"tabled\s(?:the\sfollowing|an?)\s(?:motion|amendment)|"
    r"(?:offered|introduced)\sthe\sfollowing\s(?:resolution|ordinance|by-?law)|"
    r"made\s(?:a|the)\s(?:motion|(?:counter[- ]|alternative\s|further\s)proposal))\b",
    re.VERBOSE,
)
# “FR Proposed PA seconded, agreed”, “Cllr Jim Proposed, seconded Cllr Jan”
X_IN_A_CAPITAL = re.compile(
    rf"(?<![\w/])(?:(?P<name>[A-Z]{{2,3}})|(?=(?:Cllrs?|Clir|Councillor|Mrs?|Ms|Dr)\b)(?P<name2>{NAME}))\s(?:Proposed|Moved)"
    r"(?=[\s,;]{1,2}(?!(?i:by)\b)\w)",
    re.VERBOSE,
)
# “Cllr Ash proposed Cllr Birch as Chair”: who stands behind the verb is to be elected
X_NOMINATED = re.compile(
    rf"(?P<name>{NAME})\s+(?:then\s|also\s|duly\s|formally\s)?(?:proposed|nominated|moved)\s+{TITLED}{NAME}", re.VERBOSE
)
NOMINATED = re.compile(r"\b(?:proposed|nominated|moved)\s+[A-Z]")
X_SECONDED = re.compile(
    rf"(?P<name>{NAME}){POST}?\s+(?:then\s|also\s|duly\s|formally\s|further\s)?(?:seconded|SECONDED)\b(?!\s+(?i:by))",
    re.VERBOSE,
)
# “L. Smith, T. Marlow: That we …”: mover and seconder before the motion, as Canadian townships print them.
PAIR = re.compile(
    rf"\A(?:R?\d[\w-]*\s+)?(?:(?P<mover>{NAME}),\s+(?P<seconder>{NAME}):\s+(?=That\b|THAT\b|BE\sIT|Be\sit|WHEREAS\b|Whereas\b)"
    rf"|(?=[A-Z]\.)(?P<mover2>{NAME}),\s+(?=[A-Z]\.)(?P<seconder2>{NAME})\s*[:;]\s*\Z)",
    re.VERBOSE,
)

# “Resolved (Cllr Day, seconded Cllr Fenn) that”, “Agreed (Mrs Hall / Mr Rudd):”: a parish's brackets.
IN_BRACKETS = re.compile(
    rf"\A\W*\w+\W*\s\((?i:(?:proposed|prop\.?|moved)(?:\s+by)?:?\s+)?{TITLED}(?P<mover>{NAME})\s*[,;/&]\s*"
    rf"(?i:(?:and\s+)?(?:seconded|sec(?:ond(?:er)?)?\.?|2nd)(?:\s+by)?:?\s+)?{TITLED}(?P<seconder>{NAME})",
    re.VERBOSE,
)

OF_A_MEMBER = r"\b(?=(?:Cr|Cllr|Councillor|Councilor|Mayor|Ald|Alderman|Trustee|Director|Commissioner)\.?\s[A-Z])"
# “(Prop. AH, Sec. BF)”, “M/S/C (Rook/Dunn)”, “[Hale/Finch]”: short forms in brackets
AT_THE_END = re.compile(
    rf"[(\[](?i:prop(?:osed)?\.?(?:\sby)?:?\s+)(?P<mover>{NAME})\s*[,;/&]\s*"
    rf"(?i:sec(?:onded)?\.?|2nd)(?:\s(?i:by))?:?\s+(?P<seconder>{NAME})[)\]]"
    rf"|(?:M/?S/?C:?|\b(?:MOVED|Moved|[Aa]mendment\smoved|(?:moved|proposed)\sand\sseconded):?)\s*[(\[]?(?P<mover2>{NAME})\s*/\s*(?P<seconder2>{NAME})"
    rf"|M/?S/?C:?\s*[(\[](?P<mover3>{NAME}),\s*(?P<seconder3>{NAME})"
    # “Council Resolution: Cr Ash / Cr Birch”, “approved unanimously (Ash/Birch)”, “proposed Ash, seconded Birch”
    rf"|{OF_A_MEMBER}(?P<mover4>{NAME})\s?/\s?{OF_A_MEMBER}(?P<seconder4>{NAME})"
    rf"|\b(?i:approved|carried|agreed|resolved|adopted|recommended)\b[^()]{{0,30}}\((?P<mover5>{NAME})\s?/\s?(?P<seconder5>{NAME})\)"
    rf"|\b(?i:proposed|moved)\s(?P<mover6>{NAME}),?\s(?i:and\s)?(?i:seconded)\s(?P<seconder6>{NAME})",
    re.VERBOSE,
)
# “RESOLVED Ash/Birch: That …”
RESOLVED_BY = re.compile(
    rf"\b(?:RESOLVED|Resolved)\s(?P<mover>{NAME})\s?/\s?(?P<seconder>{NAME})(?=\s?[:–-]\s)", re.VERBOSE
)

# Words that look like names at the opening of a clause.
NO_NAME = frozenset(
    (
        "He",
        "She",
        "They",
        "Who",
        "The",
        "This",
        "That",
        "It",
        "And",
        "Resolved",
        "Agreed",
        "Carried",
        "All",
        "Unanimously",
        "Seconded",
        "Proposed",
        "Moved",
        "Motion",
        "There",
        "A",
        "An",
        "In",
        "By",
        "As",
        "RESOLVED",
        "AGREED",
        "CARRIED",
        "ALL",
        "THE",
        "THAT",
        "AND",
        "Council",
        "Committee",
        "Members",
        "Councillors",
        "Proposal",
        "Amendment",
        "BE",
        "PUT",
        "TO",
        "Attempts",
        "ON",
        "WAS",
    )
)


class Movers(NamedTuple):
    """Mover and seconder as printed, None where there is none; `bare` when the sentence says nothing else."""

    mover: str | None
    seconder: str | None
    bare: bool


NO_MOVERS = Movers(None, None, False)


FILLERS = frozenset(
    (
        *("and", "by", "it", "was", "the", "this", "cllr", "mr", "councillor", "then", "duly", "formally", "moved"),
        *("cynigiwyd", "eiliwyd", "cynnig", "eilio"),  # beside the English in bilingual minutes
    )
)
SUM = re.compile(r"[£$€]\s?\d")
# A title alone is no name, an office is.
TITLES = frozenset(
    (
        "Cllr",
        "Cllrs",
        "Clir",
        "Councillor",
        "Councillors",
        "Mr",
        "Mrs",
        "Ms",
        "Miss",
        "Dr",
        "Rev",
        "Alderman",
    )
)
COUNCIL_MEMBER = re.compile(r"(?:[Tt]he\s)?Council\s?[Mm]ember\s[A-Z]")
# A cheap first look: a sentence without one of these tells of no mover.
CUES = (
    "propos",
    "in moving",
    "offered by",
    "offered the following",
    "amendment",
    "minutes",
    "moved",
    "motion",
    "m/s",
    "mover",
    "seconde",
    "second by",
    "second:",
    "2nd",
    "secd",
    "sec ",
    "sec.",
    "prop",
    "moladh",
    "/",
)
# “With the consent of the Cathaoirleach Cllr Ash proposed”; “seconded by Cllr Mrs Ash Cllrs Mrs Birch”
# … and “On resumption of the Meeting Cllr Ash proposed”
NO_PART_BEFORE = re.compile(r"\A(?:[Tt]he\s(?:Cathaoirleach|Mayor|Chair\w*)|Meeting)\s(?=(?:Cllr|Councillor)\b)")
# “Purchase of Two Wreaths Cllr Rook proposed”: a heading run into its text ends before the title
HEADING_BEFORE = re.compile(
    r"\A(?!(?:The|Deputy|Vice|County|Borough|District|Town|City|Mayor|Former|Lord|Sir|Dr|Chair\w*|Councillor|Cllr)\b)"
    r"(?:[A-Z][\w’'-]*\s)+(?=(?:Cllr|Councillor|The\sChair\w*)\b)"
)
RUN_TOGETHER = re.compile(r"(?<=[a-z’])\sCllrs\b.*\Z")
BODIES = (" Council", " Committee", " Board", " Panel")
PAIRED = re.compile(r": (?:that|be it|whereas)\b|\A[A-Z]\.[^:;]{5,60}[:;]\s*\Z", re.IGNORECASE)


def movers_in(text: str) -> Movers:
    """Return who moved and who seconded in a sentence.

    >>> movers_in("It was proposed by Cllr. A. Dale, seconded by Mrs Fenn, and agreed that the fee be paid.")
    Movers(mover='Cllr. A. Dale', seconder='Mrs Fenn', bare=False)
    >>> movers_in("Proposed: KB; Seconded: Cllr Rowe")
    Movers(mover='KB', seconder='Cllr Rowe', bare=True)
    """
    small = text.casefold()
    if not holds_one(small, CUES) and not PAIRED.search(text):
        return Movers(None, None, False)
    pair = PAIR.match(text)
    if pair:
        apart = pair["mover"] is None  # on a line of their own above the motion
        return Movers(_clean(pair["mover"] or pair["mover2"]), _clean(pair["seconder"] or pair["seconder2"]), apart)
    brackets = IN_BRACKETS.match(text)
    if brackets:
        return Movers(_clean(brackets["mover"]), _clean(brackets["seconder"]), False)
    # the patterns that open with a name cost most
    by_number = (X_SECOND,) if holds_one(small, ("2nd", "second from")) else ()
    by_number = (*by_number, SEC) if "sec. " in small else by_number
    seconders = (SECONDED_BY, X_SECONDED, *by_number) if "seconded" in small else (SECONDED_BY, *by_number)
    if "nominated and" in small:  # “Mrs Ash nominated and Mr Birch seconded Mr Cole”
        seconders = (X_SECONDED, SECONDED_BY)
    if "in seconding" in small:
        seconders = (*seconders, IN_SECONDING)
    seconder, second_span = _first(text, *seconders)
    nominated = (X_NOMINATED,) if NOMINATED.search(text) else ()
    says = holds_one(small, ("proposed", "moved", "motion", "tabled", "nominated and", "made ", "the following"))
    moved = ((X_MOVED, X_IN_A_CAPITAL) if seconder else (X_MOVED,)) if says else ()
    proposing = (IN_PROPOSING, X_IN_PROPOSING) if holds_one(small, ("in proposing", "in moving", "having ")) else ()
    moves = (
        *proposing,
        ON_THE_PROPOSAL,
        *nominated,
        MOVED_BY,
        *((OFFERED,) if holds_one(small, ("offered by", "introduced by", "presented by", "read by")) else ()),
        *moved,
        *((PROP, FROM, MOVED_SO_BY) if seconder else ()),
    )
    mover, mover_span = _first(text, *moves)
    if mover_span and seconder is None and (second := SUPPORTED_BY.match(text, mover_span[1])):
        seconder, second_span = second[second.lastgroup or 0], second.span()
    if seconder and mover == seconder and moved:  # “Cllr Ash proposed: Cllr Birch seconded:”
        mover, mover_span = _first(text, *moved)
    if seconder and mover in (None, seconder):  # “Cllr Ash, seconded by Cllr Birch proposed that …”
        before, span = _first(text, BEFORE_A_SECONDER)
        mover, mover_span = (before, span) if before else (mover, mover_span)
    minutes = MINUTES_BY.search(text) if mover is None and "minutes" in small else None
    if minutes:
        return Movers(_clean(minutes["mover"]), _clean(minutes["seconder"]), False)
    left = text
    for span in sorted((s for s in (mover_span, second_span) if s), reverse=True):
        left = left[: span[0]] + left[span[1] :]
    bare = all(word.casefold() in FILLERS for word in re.findall(r"[^\W\d_]+", left)) and not (
        NUMBERED.match(text) or SUM.search(left)
    )
    if mover is None and seconder is None:
        resolved = RESOLVED_BY.match(text.lstrip("*_ ")) if "/" in text else None
        if resolved:
            return Movers(_clean(resolved["mover"]), _clean(resolved["seconder"]), False)
        short = AT_THE_END.search(text)
        if short:
            told = short.groupdict()
            who = [next(filter(None, (told[f"{one}{n}"] for n in ("", *"23456")))) for one in ("mover", "seconder")]
            return Movers(_clean(who[0]), _clean(who[1]), False)
    return Movers(mover, seconder, (mover is not None or seconder is not None) and bare)


def _first(text: str, *patterns: re.Pattern[str]) -> tuple[str | None, tuple[int, int] | None]:
    for pattern in patterns:
        for match in pattern.finditer(text):
            printed = next(filter(None, match.groupdict().values()))
            if printed.endswith(BODIES) and not COUNCIL_MEMBER.match(printed):  # “the Parish Council proposed”
                continue
            name = _clean(printed)
            words = name.removeprefix("The ").removeprefix("the ").split()
            if words and (words[0] not in NO_NAME or COUNCIL_MEMBER.match(name)) and words[-1].strip(".") not in TITLES:
                return name, match.span()
    return None, None


def _clean(name: str) -> str:
    words = HEADING_BEFORE.sub("", name).strip(" ,;:-–").split()
    while words and words[-1] in NO_NAME and not (words[-1] == "A" and words[-2:-1] and words[-2] in TITLES):
        words.pop()
    plain = RUN_TOGETHER.sub("", NO_PART_BEFORE.sub("", " ".join(words).rstrip(",;:")))
    # the full stop of a sentence is no part of the name, that of an initial is: “Cllr Fenn.”, “J.T.”
    return plain[:-1] if plain.endswith(".") and "." not in words[-1][:-1] and len(words[-1]) > 2 else plain
