"""What of a draft's sentence is not what the minutes say: its figures, dates, names, or its sense.

Figures and dates are compared by their values, as the tagger reads them: “£1.5m” is “£1,500,000”, “Twenty-one” is 21,
“£72 a week” is not “£72 a month”. Two of a kind must stand in the same order: “9 for and 4 against” is not “4 for and 9
against”. Of the sense only what a word turns round is known: a lost “not”, “rose” for “fell”, “may” for “will”.
"""

from __future__ import annotations

import calendar
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from minutesnlp.records import Entity
from minutesnlp.summarising.exchanging import CHAIRS, TITLE, another_word, other_mover
from minutesnlp.summarising.parts import WORD, conditions
from minutesnlp.tagging import tag
from minutesnlp.tagging.people.names import ROLE_HEADS
from minutesnlp.text.abbreviations import CALENDAR
from minutesnlp.text.analysis import Analyser
from minutesnlp.text.number_words import POWERS, of_words
from minutesnlp.text.number_words import WORDS as NUMBER_WORDS

# “12,500”, “4.50”, “7th”, “10 million”: what is left where the tagger found neither a figure nor a date
DIGITS = re.compile(rf"(?P<number>\d[\d,]*(?:\.\d+)?)(?:\s(?P<scale>{'|'.join(POWERS)})\b)?")
LETTERS = re.compile(r"[^\W\d_]+")
# “mrs jones”: a name also where it is not written as one; “councillors agreed” and “the councillor said” name nobody
TITLED = re.compile(
    rf"\b(?<!the )(?<!a )(?<!each )(?!\w{{4,}}s\s){TITLE.pattern}\s+(?P<name>[^\W\d_]{{2,}})", re.IGNORECASE
)
# An ISO date whose parts may be unknown
DAY = re.compile(r"(?P<year>\d{4}|XXXX)(?:-(?P<month>\d\d|XX))?(?:-(?P<day>\d\d))?")
# Units that are part of what a figure says; of a count the noun is only a word
MEASURED = frozenset({"money", "percent", "measure", "duration", "age", "vote", "rate", "ratio"})

NEGATIONS = frozenset(
    (
        *("not", "no", "never", "none", "neither", "nor", "nobody", "nothing", "without", "cannot", "refused"),
        *("rejected", "unable", "failed", "lost", "except", "only"),
    )
)
# What turns the sense round: words of the one side and of the other
OPPOSITES = (
    ("for favour", "against"),
    ("from since", "until till"),
    ("all every each both", "some several few part partly partially many most"),
    ("first", "last final"),
    ("leave left depart withdrew", "remain stay return"),
    ("report state confirm say said advise note acknowledge admit", "deny dispute refute"),
    ("agree resolve decide", "recommend suggest propose request ask"),
    ("last previous past", "next coming forthcoming"),
    ("left left-hand", "right right-hand"),
    ("approve adopt endorse agree", "note receive"),
    ("propose", "oppose object"),
    ("because due owing", "despite notwithstanding although"),
    (
        "increase rise rose risen grow grew grown growth raise up",
        "decrease fall fell fallen reduce reduction shrink drop down cut",
    ),
    ("higher more above over greater most maximum", "lower fewer less below under smaller least minimum"),
    ("support endorse", "oppose object"),
    ("approve accept grant agree adopt allow permit", "refuse reject decline disagree forbid ban prohibit"),
    ("carried passed won", "lost defeated fell withdrawn"),
    ("before prior", "after following"),
    ("within inside", "after outside beyond"),
    ("begin began begun start commence open", "end finish close cease stop"),
    ("include", "exclude"),
    ("propose move", "second"),
    ("present", "absent"),
    ("ask request", "tell told inform"),
    ("buy bought purchase acquire", "sell sold dispose"),
    ("income revenue surplus profit credit gain", "expenditure spending deficit loss debit cost"),
    ("majority", "minority"),
    ("better improve", "worse worsen deteriorate"),
    ("early earlier", "late later"),
    ("public", "private"),
    ("north northern northbound", "south southern southbound"),
    ("east eastern eastbound", "west western westbound"),
)
PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non", "non-", "de")
CERTAIN = frozenset({"will", "would", "shall", "must"})
# What makes of something that will be done something done
DONE = frozenset({"has", "have", "had", "was", "were", "did"})
# What says that a figure is not exact, and who was of one mind
ROUGHLY = frozenset({"approximately", "roughly", "circa", "nearly", "almost", "estimated"})
BOUND = re.compile(r"\b(?:up to|at least|at most|(?:no|not) (?:more|fewer|less) than)(?= )", re.IGNORECASE)
ABOUT = re.compile(r"\b(?:about|around) (?=.)", re.IGNORECASE)
# What says that a paper or a plan is not settled yet; “draft minutes” are minutes
UNSETTLED = re.compile(
    r"(?<!\bto )\bdrafts?(?! (?:minutes|notes|a|an|the|up)\b)(?= \w)"
    r"|\b(?:the|a|an|any|this|that|these|those|all|its|their|our|of|for|on|in|with) (?:\w+ )?"
    r"(?:proposed|provisional|interim|preliminary|indicative|potential|outline)"
    r"(?= (?!by\b|and\b|to\b|that\b|an?\b|the\b)[a-z]\w+)"
    r"|\bin principle\b|\bprovisionally\b",
    re.IGNORECASE,
)
CURRENCIES = frozenset("£$€")
SCALES = frozenset({"hundred", "thousand", "million", "billion", "trillion"})
ONE_MIND = frozenset({"unanimously", "unanimous"})
ORDINALS = frozenset({"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"})
SPANS = {
    word: n
    for n, pair in enumerate(("day daily", "week weekly", "month monthly", "year yearly annual"))
    for word in pair.split()
}
WEEKDAYS = frozenset(day.casefold() for day in calendar.day_name)
POSSIBLE = frozenset({"may", "might", "could", "can", "should", "perhaps", "possibly", "probably", "likely"})


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure, a date or a name of a sentence, where it begins, and what it comes to."""

    kind: str
    start: int
    value: object
    entity: Entity | None = None


def alterations(source: str, draft: str, compared: Sequence[str]) -> tuple[str, ...]:
    """Return what kinds of facts of a draft's sentence the source has not, or has otherwise.

    They are `number`, `date`, `name`, `negation`, `sense` (“rose” for “fell”), `certainty` (“may” or “has” for “will”),
    `condition` (an “unless” left out or put in), `addition` (the whole sentence, and more behind it) and `word` (all is
    as it stands but for a word or two: “opening” for “closure”).
    `compared` are the words of the source that the draft's stand for.
    """
    there, own = _facts(source), _facts(draft)
    kinds = [kind for kind, same in SAME.items() if not _kept(kind, there, own, same)]
    words = WORD.findall(draft)
    before, after = (Counter(map(_lowered, side)) for side in (compared, words))
    added = [word for word in words if _lowered(word) not in before]
    if "name" not in kinds and (_strangers(source, draft, added) or _other_actor(compared, words)):
        kinds.append("name")
    if "name" not in kinds and (_other_post(source, added) or other_mover(source, draft)):
        kinds.append("name")
    lost_words = {word for each in before - after for word in _plain(each)}
    added_words = {word for each in after - before for word in _plain(each)}
    if (lost_words | added_words) & NEGATIONS or _denials(compared) != _denials(words):
        kinds.append("negation")
    if _turned(lost_words, added_words):
        kinds.append("sense")
    if _weighed(lost_words, added_words):
        kinds.append("certainty")
    if "certainty" not in kinds and "number" not in kinds and _bounds(compared) != _bounds(words):
        kinds.append("certainty")
    if (lost_words & ROUGHLY) - added_words and "certainty" not in kinds and not added_words & ROUGHLY:
        kinds.append("certainty")
    if added_words & ONE_MIND and not lost_words & ONE_MIND and "sense" not in kinds:
        kinds.append("sense")
    counted = any(_other(sort, lost_words, added_words) for sort in (ORDINALS, CURRENCIES, SCALES))
    if "number" not in kinds and (counted or _other_span(lost_words, added_words)):
        kinds.append("number")
    if "certainty" not in kinds and _unsettled(compared) != _unsettled(words):
        kinds.append("certainty")
    if "date" not in kinds and _other(WEEKDAYS, lost_words, added_words):
        kinds.append("date")
    if conditions(compared) != conditions(words):
        kinds.append("condition")
    if _goes_on(compared, words):
        kinds.append("addition")
    if not kinds and another_word(compared, words):
        kinds.append("word")
    return tuple(kinds)


def _facts(text: str) -> list[Fact]:
    """Return the facts of a sentence in their order."""
    tagged = list(tag(text))
    found = [fact for one in tagged if (fact := _fact(one)) is not None]
    covered = [(one.start, one.end) for one in tagged if one.label in ("FIGURE", "DATE")]
    dated = [(one.start, one.end) for one in tagged if one.label == "DATE"]

    def loose(start: int) -> bool:
        """Tell whether no figure or date holds what begins there; “five (5)” says it twice, and may differ."""
        return not any(first <= start < end for first, end in covered) or (
            text[start - 1 : start] == "(" and not any(first < start < end for first, end in dated)
        )

    for match in DIGITS.finditer(text):
        if loose(match.start()):
            number = Decimal(match["number"].replace(",", "")) * POWERS.get(match["scale"], 1)
            found.append(Fact("number", match.start(), number))
    for match in NUMBER_WORDS.finditer(text):
        if loose(match.start()):
            found.append(Fact("number", match.start(), Decimal(of_words(match[0]))))
    for match in WORD.finditer(text):
        if match[0].casefold() in CALENDAR and match[0][0].isupper() and loose(match.start()):
            found.append(Fact("date", match.start(), match[0].casefold()))
    return sorted(found, key=lambda fact: fact.start)


def _fact(one: Entity) -> Fact | None:
    if one.label == "FIGURE":
        return Fact("number", one.start, one.amount if one.amount is not None else one.value or one.text, one)
    if one.label == "DATE":
        return Fact("date", one.start, one.value or one.text.casefold(), one)
    name = (one.value or one.text).casefold()
    return Fact("name", one.start, name.split()[-1] if one.label == "PERSON" and name else name, one)


def _same_number(own: Fact, other: Fact) -> bool:
    if own.value != other.value:
        return False
    if own.entity is None or other.entity is None:
        return True
    measured = {own.entity.kind, other.entity.kind} & MEASURED
    return (
        own.entity.per == other.entity.per
        and own.entity.comparator == other.entity.comparator
        and (not measured or own.entity.unit == other.entity.unit)
    )


def _same_date(own: Fact, other: Fact) -> bool:
    """Tell whether a date is the same, or says less of it: “7 February” of “7 February 2025”."""
    if own.value == other.value:
        return True
    told, known = DAY.fullmatch(str(own.value)), DAY.fullmatch(str(other.value))
    if told is None or known is None:
        return False
    return all(
        mine in (None, "XXXX", "XX") or mine == theirs for mine, theirs in zip(*_parts(told, known), strict=True)
    )


def _parts(*dates: re.Match[str]) -> list[tuple[str | None, ...]]:
    return [date.group("year", "month", "day") for date in dates]


def _same_name(own: Fact, other: Fact) -> bool:
    return own.value == other.value


SAME: dict[str, Callable[[Fact, Fact], bool]] = {"number": _same_number, "date": _same_date, "name": _same_name}


def _kept(kind: str, there: Sequence[Fact], own: Sequence[Fact], same: Callable[[Fact, Fact], bool]) -> bool:
    """Tell whether each fact of a kind stands in the source too, and those that stand in both in the same order.

    Whether a name stands there is told by its word (`_strangers`): one that the tagger sees in one wording may escape
    it in the other.
    """
    source = [fact for fact in there if fact.kind == kind]
    places: list[int] = []
    for fact in own:
        if fact.kind != kind:
            continue
        held = [n for n, other in enumerate(source) if same(fact, other)]
        unused = [n for n in held if n not in places]
        if held:
            places.append((unused or held)[0])
        elif kind != "name":
            return False
    firsts = list(dict.fromkeys(places))
    return firsts == sorted(firsts)


def _strangers(source: str, draft: str, added: Iterable[str]) -> bool:
    """Tell whether the draft names somebody or something that the source does not."""
    there = set(LETTERS.findall(source.casefold()))
    first = next(iter(WORD.findall(draft)), "")
    named = [word for word in added if word[0].isupper() and word != first and not DIGITS.search(word)]
    named += [match["name"] for match in TITLED.finditer(draft)]
    named += [one.value or one.text for one in tag(draft) if one.label == "PERSON"]
    chairs = CHAIRS if there & CHAIRS else frozenset()
    surnames = (LETTERS.findall(name.casefold().removesuffix("'s").removesuffix("’s").split()[-1]) for name in named)
    return any(
        word not in there and word not in CALENDAR | chairs and not TITLE.fullmatch(word)
        for names in surnames
        for word in names
    )


def _other_actor(source: Sequence[str], own: Sequence[str]) -> bool:
    """Tell whether another does what is done: “Finch asked …” for “Wren asked …”."""
    if min(len(source), len(own)) < 2 or source[1].casefold() != own[1].casefold():
        return False
    first, other = own[0].casefold(), source[0].casefold()
    return first != other and all(_may_act(word) for word in (first, other))


def _other_post(source: str, added: Iterable[str]) -> bool:
    """Tell whether a post is named of which the source says nothing: “the treasurer” for “the clerk”."""
    named = [word.casefold() for word in added if not TITLE.fullmatch(word)]
    heads = [{word, word.removesuffix("s")} & ROLE_HEADS for word in named]
    there = {_stem(word) for word in LETTERS.findall(source.casefold())}
    chaired = not CHAIRS.isdisjoint(LETTERS.findall(source.casefold()))
    return any(_stem(head) not in there and not (chaired and head in CHAIRS) for found in heads for head in found)


def _may_act(word: str) -> bool:
    """Tell whether a word may be somebody: no title, number, word of degree or word of grammar."""
    is_other = TITLE.fullmatch(word) or NUMBER_WORDS.match(word) or not word.isalpha() or _sides([word])
    return not is_other and bool(_analyser().terms(word))


def _plain(word: str) -> tuple[str, ...]:
    """Return a word, of “isn't” both of its words."""
    return ("not", word[:-3]) if word.endswith(("n't", "n’t")) else (word,)


def _lowered(word: str) -> str:
    """Return a word in lower case; “May”, which is a month, stays what it is."""
    return word if word == "May" else word.casefold()


def _denials(words: Iterable[str]) -> int:
    """Count the words that deny: of two, one may be lost."""
    return sum(part in NEGATIONS for word in words for part in _plain(word.casefold()))


def _goes_on(source: Sequence[str], own: Sequence[str]) -> bool:
    """Tell whether all of the source is there word for word, and something that is said besides."""
    small, large = [word.casefold() for word in source], [word.casefold() for word in own]
    more = large[len(small) :]
    worded = " ".join(word for word in more if len(word) > 1)  # the letter of the next clause says nothing
    return large[: len(small)] == small and bool(_analyser().terms(worded))


def _turned(lost: set[str], added: set[str]) -> bool:
    """Tell whether a word stands for its opposite; what has both sides in one wording turns nothing."""
    sides_lost, sides_added = _sides(lost), _sides(added)
    one_sided = {place for place in sides_added if (place[0], 1 - place[1]) not in sides_added}
    if any((pair, 1 - side) in sides_lost and (pair, side) not in sides_lost for pair, side in one_sided):
        return True
    return any(
        prefix + word in other for a, other in ((lost, added), (added, lost)) for word in a for prefix in PREFIXES
    )


def _sides(words: Iterable[str]) -> set[tuple[int, int]]:
    return {side for word in words for side in (*_opposites().get(word, ()), *_opposites().get(_stem(word), ()))}


@lru_cache(maxsize=1)
def _opposites() -> dict[str, set[tuple[int, int]]]:
    """Return the words of `OPPOSITES`, and their stems, with the pairs and sides they stand on."""
    found: dict[str, set[tuple[int, int]]] = {}
    for pair, sides in enumerate(OPPOSITES):
        for side, words in enumerate(sides):
            for word in words.split():
                found.setdefault(word, set()).add((pair, side))
                found.setdefault(_stem(word), set()).add((pair, side))
    return found


def _other(kind: frozenset[str], lost: set[str], added: set[str]) -> bool:
    """Tell whether a word of a kind stands for another: “second” for “first”, “Monday” for “Tuesday”."""
    return bool(lost & kind and added & kind)


def _other_span(lost: set[str], added: set[str]) -> bool:
    """Tell “two days a month” for “two days a week”."""
    before, after = (
        {SPANS[part] for word in words for part in word.split("-") if part in SPANS} for words in (lost, added)
    )
    return bool(before and after and before != after)


def _weighed(lost: set[str], added: set[str]) -> bool:
    """Tell whether what was certain has become possible, or what was possible certain."""
    done = lost & CERTAIN and added & DONE and not added & (CERTAIN | POSSIBLE)
    undone = lost & DONE and added & CERTAIN and not lost & (CERTAIN | POSSIBLE)
    return bool((lost & CERTAIN and added & POSSIBLE) or (lost & POSSIBLE and added & CERTAIN) or done or undone)


def _unsettled(words: Sequence[str]) -> int:
    """Count what is said to be a draft, proposed, or agreed in principle."""
    return len(UNSETTLED.findall(" ".join(words)))


def _bounds(words: Sequence[str]) -> list[str]:
    """Return the words that say how far a figure holds: “up to”, “about” before a number."""
    text = " ".join(words)
    found = [match[0].casefold() for match in BOUND.finditer(text)]
    for match in ABOUT.finditer(text):
        if text[match.end()] in "£€$0123456789" or NUMBER_WORDS.match(text, match.end()):
            found.append(match[0].casefold())
    return sorted(found)


@lru_cache(maxsize=4096)
def _stem(word: str) -> str:
    return next(iter(_analyser().terms(word)), word)


@lru_cache(maxsize=1)
def _analyser() -> Analyser:
    return Analyser()
