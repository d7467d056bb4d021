"""What a figure in a sentence measures: a noun with what stands with it, in the sentence's own words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutesnlp.records import Entity
from minutesnlp.text.abbreviations import CALENDAR
from minutesnlp.tracking.listed import listed

TOKEN = re.compile(r"[\w’'&%/.-]*[\w’'&%]|\S")
DETERMINERS = listed(
    "the a an its their his her our your my this that these those each every any some no another such both all"
)
# “cost of the roof”, “budget for parks”: a second noun goes with the first
JOINING = listed("of for in on")
PREPOSITIONS = listed(
    "at by to with from per as between under over since during within into towards toward than out until till "
    "before after above below through across against among without about around up down upon off including via "
    "beyond further additional extra maximum minimum opposite beside outside adjacent behind alongside"
)
OTHERS = listed(
    "times percent and or but that which who whom whose where when while because if so it they he she we there "
    "them i you what how nor yet though although is are was were be been being has have had will would could "
    "should may might must can shall do does did not also now only just still already some nearly almost more "
    "back less most least fewer circa ca c approx therefore however again too very then here well even far further "
    "whilst instead first second third new high low available aged empty upwards downwards due every each today last "
    "next ago later early together altogether plus yes away apart whereas only why thus hence "
    "us me him himself herself themselves favour favor"
)
AUXILIARIES = listed("is are was were be been being has have had to will would could should may")
# Verbs in forms that end in neither -ed nor -ing.
VERBS = listed(
    "gave give gives made make makes took take takes spent spend paid pay pays held hold rose "
    "rise rises fell falls went go goes came come comes got get gets saw see sees set sets put puts cut stood "
    "stand stands grew grow became become began begin brought bring kept keep left leave met meet sent send "
    "sold sell won win wrote risen fallen grown taken given shown driven seen done gone written spoke "
    "spoken reach reduce raise maintain create receive provide allocate employ allow show shows remain remains include "
    "includes require requires need needs contain contains cover covers help support respond approve extend "
    "exceed exceeds ask vary buy bought lost lose led ran use uses agree achieve carry donate install pass replace "
    "replaces showing thought felt represent represents identifies equates"
)
# What goes before a noun and is none: “the first six months”, “as high as £40”.
ADJECTIVES = listed(
    "first second third new high low available empty good current likely free subject same present possible"
)
# Words at which another clause begins: nothing before them is what a figure measures.
BREAKS = listed("that who whom and or but if when where while because so though")
# In -ing, and nouns.
NOUNS_IN_ING = listed(
    "parking planning funding housing training building staffing heating lighting nursing running saving "
    "meeting hearing spending borrowing recycling fostering reading crossing cutting dwelling clothing earning "
    "cleaning sitting opening"
)
SEEDS = listed(
    "speed breed exceed proceed indeed hundred spring string evening morning during swing swings wing ceiling railing "
    "lining painting wedding timing seating"
)
# Words that hold a figure and do not name what it measures: “a total of £40”, “to the value of £625”.
EMPTY = listed(
    "sum total amount value period maximum minimum figure figures level rate excess addition worth number region"
)
# What such words, and those of time, may stand with and still name nothing: “at its current level of £18,000”
TIMES = listed("year month week quarter day season period")
PLAIN = ADJECTIVES | listed("total overall average previous final financial calendar")
# Who gives is not what is given: “a resident has pledged £1,800”
GIVING = listed("pledged donated offered awarded contributed paid granted promised pass")
# … or gets it: “Hallowby Players received £90”; a thing that is named may: “the lamp fund received £90”
GETTING = GIVING | listed(
    "received allocated approved secured raised spent saved holds held has had have requested recommended"
)
# “Mr Orr said £90 was left”: who says it is not what it is of
SPEECH = listed(
    "said say says told tell stated states reported reports advised advises explained confirmed noted suggested "
    "commented informed added"
)
# “the number of lamps to be lit by the county is 90”
COPULA = re.compile(
    r"\b(?:is|are|was|were|be|been|stands?\sat|stood\sat|(?:comes?|came)\sto)\s(?:now\s|about\s|around\s)?\Z"
)
NUMBER_OF = re.compile(
    r"\b(?P<of>(?:(?:total|overall|average)\s)?(?:number|cost|price|value|amount|balance|share|rate|level)\s(?:of|for)\s"
    r"[^,;:.]{3,50}?)\s(?:to\sbe|that|which|in|at|by|from|on|is|are|was|were)\b"
)
# “a quote from Mr Orr of £90”
FROM = re.compile(
    r"\b(?P<of>(?:quot(?:e|ation)|estimate|tender|invoice|bill|donation|grant|offer|cheque|price)s?\s"
    r"(?:(?:(?:has|have|had)\s(?:now\s)?been|was|were)\s)?(?:received\s)?(?:from|by))\s\Z",
    re.I,
)
# “2% in line with prices”
IDIOM = re.compile(
    r"\s(?:in\s(?:line|order|place|addition|total|full|advance|respect|relation|case|view)|on\stop|on\sbehalf)\b"
)
# “an increase of the precept to £1,350”: what it comes to is the precept
CHANGE = re.compile(
    r"(?:increase|rise|reduction|decrease|cut|fall|drop|change)s?\s(?:of|in|to)\s(?:the\s|its\s)?(?P<of>.+)", re.I
)
BARE_THE = re.compile(r"(?:\A|\b)(?:the|a|an|this|our|its)\s\Z", re.IGNORECASE)
# “allocated €1,500 to footpaths”
GIVEN_TO = re.compile(
    r"\b(?:allocat|pledg|commit|contribut|donat|award|grant|earmark)\w*\W+(?:\w+\W+){0,3}\Z", re.IGNORECASE
)
OF_TWO = re.compile(r"\bof\s(?:the|these|those)\s\Z", re.IGNORECASE)
# “Marlow and District Pipe Band”: to whom a sum is given, whole
NAMED = re.compile(r"[A-Z][\w’'&.-]*(?:\s(?:[A-Z][\w’'&.-]*|(?:and|of|&|for|the|in)(?=\s(?:the\s)?[A-Z])))+")
# “in the next 10 days”: a span in which something is done measures nothing
WITHIN = re.compile(r"\b(?:in|within|for|over|during)\s(?:the\s)?(?:next|last|past|first|coming)\s\Z", re.IGNORECASE)
LONGEST = 8
# Kinds whose figure may stand before its noun like an adjective: “a 2-year contract”, “50% leakage”.
ADJECTIVAL = listed("percent duration measure ratio")


def measure_of(text: str, figure: Entity, start: int) -> str:
    """Return what a figure measures: the noun after a count, the one before a sum, a share or a span.

    `start` is where the sentence begins in the text that the figure's offsets count in. The noun comes with what
    stands with it (“mainstream households”, “cost of the roof”), without article, preposition or verb. Where nothing
    tells, it is the unit of what was counted, or empty.

    >>> count = Entity("FIGURE", "131", 11, 14, value="131", unit="households", kind="count")
    >>> measure_of("There were 131 mainstream households on 31 March.", count, 0)
    'mainstream households'
    >>> sum = Entity("FIGURE", "£2,500", 30, 36, value="2500", unit="GBP", kind="money")
    >>> measure_of("It resolved to cut the precept £2,500.", sum, 0)
    'precept'
    """
    before, after = text[: figure.start - start], text[figure.end - start :]
    if figure.kind == "duration" and WITHIN.search(before):
        return ""
    close = _after(after)
    if figure.kind in ("count", None) and close:
        return close
    shared = _of(after) if figure.kind in ("percent", "ratio", "count", None) else ""
    if shared or (figure.kind in ("count", None) and OF_TWO.search(before)):
        return shared  # “a combination of the two”
    if figure.kind in ADJECTIVAL and close:
        return close
    if figure.kind == "money" and close and BARE_THE.search(before):
        return close  # “the £1,330 precept”
    number = [*NUMBER_OF.finditer(before)] if COPULA.search(before) else []
    told = number[-1]["of"] if number else _before(before)
    change = CHANGE.fullmatch(told) if before.rstrip().endswith(" to") else None
    told = change["of"] if change else told
    if all(word in CALENDAR for word in told.casefold().split()):
        told = ""
    if told or figure.kind not in ("money", "percent"):
        return told or _of(after) or figure.unit or ""
    given = _of(after, to=GIVEN_TO.search(before) is not None or not before.strip(" •-–"))
    return given or (close if close.islower() else "")  # “that £90 funding”


def _after(after: str) -> str:
    """Return the nouns that stand right behind a figure."""
    if not re.match(r"[\s-]+(?=[A-Za-z])", after):
        return ""
    taken: list[re.Match[str]] = []
    begin: int | None = None
    for token in TOKEN.finditer(after, len(after) - len(after.lstrip(" -"))):
        word = token[0]
        beyond = after[token.end() :].split()[:1]
        if word.endswith("ly") and not taken and beyond and _names(beyond[0]):
            begin = token.start()  # “82 highly supportive units”
            continue
        if not _names(word) or len(taken) == 5 or (taken and after[taken[-1].end() : token.start()] != " "):
            break
        taken.append(token)
        if word.endswith((".", ",")):
            break
    while taken and _participle(taken[-1][0]):
        taken.pop()
    middle = next((n for n, token in enumerate(taken) if n and _participle(token[0])), len(taken))
    return after[(taken[0].start() if begin is None else begin) : taken[middle - 1].end()].strip(" .") if taken else ""


def _of(after: str, *, to: bool = False) -> str:
    """Return the nouns of “of the households” or “for repairs” behind a figure, or “to footpaths” where it is given."""
    if IDIOM.match(after):
        return ""
    joint = "of|for|in|on|towards|to" if to else "of|for|in|on|towards"
    match = re.match(
        rf"(?:\s\([^)]*\))?\s(?:{joint})\s(?:(?:the|our|its|their|a|an|all)\s)?(?=[A-Za-z])",
        after,
    )
    named = NAMED.match(after, match.end()) if match and to else None
    if named:
        return named[0].rstrip(".")
    return _after(" " + after[match.end() :]) if match else ""


def _before(before: str) -> str:
    """Return the last nouns before a figure, with those that “of” or “for” joins to them."""
    tokens = list(TOKEN.finditer(before))
    end = _skipped(tokens, len(tokens))
    first, last = _nouns(tokens, end)
    if last - first == 1 and tokens[first][0] == "cost" and first and tokens[first - 1][0].casefold() in AUXILIARIES:
        whose = _before(before[: tokens[first].start()])  # “gritting had cost”
        return f"{whose} cost" if whose else "cost"
    behind = {token[0].casefold() for token in tokens[last:]}
    names = [token[0] for token in tokens[first:last]]
    proper = all(name[0].isupper() for name in names) and (len(names) > 1 or "".join(names).isupper())
    if first < last and (GIVING & behind or (proper and GETTING & behind)):
        return ""  # of what was given its giver is no name
    if first < last and _says_nothing([token[0].casefold() for token in tokens[first:last]]):
        named = _nouns(tokens, _skipped(tokens, _skipped(tokens, first)))
        if named[0] < named[1]:
            first, last = named
    if first >= last:
        return ""
    begin = first
    while True:
        joint = begin - 1
        while joint >= 0 and tokens[joint][0].casefold() in DETERMINERS:
            joint -= 1
        if joint < 1 or tokens[joint][0].casefold() not in JOINING:
            break
        more = _nouns(tokens, joint)
        if more[0] >= more[1] or last - more[0] > LONGEST:
            break
        begin = more[0]
    giver = FROM.search(before[: tokens[begin].start()])
    return before[giver.start() if giver else tokens[begin].start() : tokens[last - 1].end()].strip(" .")


def _says_nothing(words: Sequence[str]) -> bool:
    """Tell “total”, “current level”, “the same year”, which hold a figure and name nothing."""
    return words[-1] in EMPTY | TIMES and all(word in PLAIN | EMPTY for word in words[:-1])


def _skipped(tokens: Sequence[re.Match[str]], end: int) -> int:
    """Return where what joins a figure to its noun begins: “had risen to about”, “of”, “(”."""
    while end > 0:
        word = tokens[end - 1][0].casefold()
        if word in BREAKS:
            return 0
        if word in SPEECH:
            if end < 2 or tokens[end - 2][0].casefold() not in AUXILIARIES:
                return 0
            end -= 1  # “the balance was reported as £90”
            continue
        if re.search(r"\d", word) and end > 1 and tokens[end - 2][0].casefold() in JOINING | PREPOSITIONS:
            end -= 2  # “the precept for 2031/32 should be £40”
            continue
        joins = word in PREPOSITIONS | OTHERS | DETERMINERS | JOINING or word in ("(", "-", "–", "—", ":", "|")
        if not (
            joins
            or word in VERBS
            or word in ADJECTIVES
            or word.endswith("ly")
            or (_participle(word) and not _is_done(tokens, end))
        ):
            break
        end -= 1
    return end


def _nouns(tokens: Sequence[re.Match[str]], end: int) -> tuple[int, int]:
    """Return the nouns that end before a token, and what stands with them; an empty stretch where there are none."""
    first = end
    while first > 0 and end - first < 5:
        word = tokens[first - 1][0]
        adjective = first == end and word.casefold() in ADJECTIVES
        if adjective or not _names(word) or (first < end and word.endswith((",", "."))):
            break
        if _participle(word) and not (_leads(tokens, first - 1) if first < end else _is_done(tokens, end)):
            break
        first -= 1
    alone = first == end - 1 and first > 0 and tokens[first][0].islower()
    verb = alone and tokens[first - 1][0] in ("to", "will", "would", "could", "should", "may")
    # “if all grants are successful £120,000 will be raised”
    predicate = alone and end == len(tokens) and tokens[first - 1][0] in ("is", "are", "was", "were")
    return (end, end) if verb or predicate else (first, end)


def _is_done(tokens: Sequence[re.Match[str]], end: int) -> bool:
    """Tell what is done and measured, “gritting had cost”, from what somebody does, “raising £1,000”."""
    behind = tokens[end][0].casefold() if end < len(tokens) else ""
    return tokens[end - 1][0].endswith("ing") and behind in AUXILIARIES and _leads(tokens, end - 1)


def _leads(tokens: Sequence[re.Match[str]], place: int) -> bool:
    """Tell a participle that goes with its noun, “the estimated cost”, from a verb, “received grants”."""
    before = tokens[place - 1][0].casefold() if place else ""
    if place == 0 or before in DETERMINERS | JOINING:
        return True
    return tokens[place][0].endswith("ing") and before not in AUXILIARIES and not _names(before)


def _participle(word: str) -> bool:
    small = word.casefold()
    return len(small) > 4 and small.endswith(("ed", "ing")) and small not in NOUNS_IN_ING and small not in SEEDS


def _names(word: str) -> bool:
    """Tell whether a word can be part of a name of something measured."""
    small = word.casefold()
    if small in DETERMINERS or small in JOINING or small in PREPOSITIONS or small in OTHERS or small in VERBS:
        return False
    adverb = small.endswith("ly") and small not in ("supply", "family", "assembly", "reply", "weekly", "monthly")
    return not adverb and re.fullmatch(r"[A-Za-z][A-Za-z’'&/.-]*", word) is not None
