"""Whether a draft quotes a sentence of the minutes whole, and what the words it leaves out mean for those it takes."""

from __future__ import annotations

import re
from collections.abc import Sequence

WORD = re.compile(r"[^\W_]+(?:['’.,/:-][^\W_]+)*|[£$€%]")
# What parts the clauses of a sentence: a semicolon, the letter or number of a clause.
BETWEEN_CLAUSES = re.compile(r";|(?:\A|(?<=[\s:(]))\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)]\s")
# A clause may be quoted without the words by which it was resolved; “recommended that” is another thing.
RESOLVED = re.compile(
    r"(?:(?:it was|the \w+|members|councillors|council|committee|cabinet|was|were|be it|and|further|also) ){0,3}"
    r"(?:unanimously |duly |hereby |also |further ){0,2}(?:resolved|agreed|ordered|decided|determined)"
    r"(?: (?:unanimously|further|as follows))?(?: that)?(?: that)? "
)
# What limits what a sentence says, wherever it stands.
CONDITION = re.compile(
    r"\b(?:unless|except(?:ing)?|with the exception of|excluding|subject to|provid(?:ed|ing) that|conditional (?:up)?on"
    r"|on (?:the )?condition(?: that)?|if|until|pending|apart from|other than|save for|(?:as|so) long as"
    r"|in the event|as soon as(?! (?:possible|practicable))"
    r"|once(?= (?:the|he|she|it|they|we|this|these|those|all|approval|consent|funding|further|\w{3,}ed)\b))\b"
)
# What limits what stands before it.
TURN = re.compile(r"\b(?:but|however|although|though|albeit|despite|notwithstanding)\b")
# What limits what it stands behind: “one way only”, “for use by residents only”, “only when asked”.
ONLY = re.compile(r"only\b|(?:\w+ ){1,3}only\Z")
# A clause that opens so limits the others.
LIMITING = re.compile(r"(?:and )?(?:subject to|provid(?:ed|ing) that|unless|except|conditional|on condition|pending)\b")
# Words after which what follows is not stated: it is denied, alleged, asked or feared.
NOT_STATED = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ial)|disput(?:e|es|ed|ing)|refut(?:e|es|ed|ing)|alleg(?:e|es|ed|ing|ations?)|claim(?:s|ed|ing)?"
    r"|reject(?:s|ed|ing)?|doubt(?:s|ed|ing)?|false|untrue|incorrect|wrong(?:ly)?|rumours?|fear(?:s|ed|ing)?"
    r"|whether|not (?:\w+ ){0,4}(?:case|true|right|correct|accepted|agreed|mean))\b[^;]*\Z"
)
# Words after which what follows is hoped for, asked or put forward, and neither settled nor a fact.
WISHED = re.compile(
    r"\b(?:hope[sd]?|anticipated|expected|understood|believed|thought|suggested|requested|asked)"
    r" that(?: the)?\Z"
)
MOST_CLAUSES = 40
SHORTEST = 3


def words_of(text: str) -> list[str]:
    """Return the words of a text with straight apostrophes."""
    return [word.replace("’", "'") for word in WORD.findall(text)]


def is_whole(own: Sequence[str], sentence: str) -> bool:
    """Tell whether words are a sentence, or whole clauses of it that nothing left out limits.

    >>> is_whole(words_of("the fee be paid."), "RESOLVED that: (a) the fee be paid; and (b) the hall be let.")
    True
    >>> is_whole(words_of("the fee be paid."), "RESOLVED that the fee be paid, subject to a receipt.")
    False
    """
    wanted = _trimmed(own)
    whole = words_of(sentence)
    if wanted == _trimmed(whole):
        return True
    if len(wanted) < SHORTEST:
        return False
    clauses = clauses_of(sentence)
    if len(clauses) > MOST_CLAUSES:
        return False
    for first in range(len(clauses)):
        for last in range(first + 1, len(clauses) + 1):
            run = _trimmed([word for clause in clauses[first:last] for word in clause])
            if wanted in (run, _without_formula(run)):
                return not _limits(clauses[:first], clauses[last:])
    return False


def clauses_of(sentence: str) -> list[list[str]]:
    """Return the words of a sentence, clause by clause."""
    return [words for part in BETWEEN_CLAUSES.split(sentence) if (words := words_of(part))]


def left_out(sentence: str, start: int, end: int) -> tuple[str, ...]:
    """Return how the words before `start` and from `end` on bear on those between, words of a sentence.

    `certainty`: it is only hoped or asked for (“it was hoped that”). `condition`: they limit it (“unless”, “subject
    to”); `sense`: they do not state it (“denied that”, “whether”).
    Of other clauses only those count that limit the whole.
    """
    words = list(WORD.finditer(sentence))
    if start >= end:
        return ()
    breaks = [(match.start(), match.end()) for match in BETWEEN_CLAUSES.finditer(sentence)]
    first = max((stop for _, stop in breaks if stop <= words[start].start()), default=0)
    last = min((begin for begin, _ in breaks if begin >= words[end - 1].end()), default=len(sentence))
    led = _plain(words_of(sentence[first : words[start].start()]))
    followed = _plain(words_of(sentence[words[end - 1].end() : last]))
    others = _limits(clauses_of(sentence[:first]), clauses_of(sentence[last:]))
    kinds = []
    if others or CONDITION.search(led) or CONDITION.search(followed) or TURN.search(followed) or ONLY.match(followed):
        kinds.append("condition")
    if NOT_STATED.search(led):
        kinds.append("sense")
    if WISHED.search(led):
        kinds.append("certainty")
    return tuple(kinds)


def conditions(words: Sequence[str]) -> list[str]:
    """Return the words that limit a statement, in order of the alphabet."""
    return sorted(CONDITION.findall(_plain(words)))


def _limits(before: Sequence[Sequence[str]], after: Sequence[Sequence[str]]) -> bool:
    lead = _plain(before[0]) if before else ""
    return any(LIMITING.match(_plain(clause)) for clause in (*before, *after)) or bool(NOT_STATED.search(lead))


def _trimmed(words: Sequence[str]) -> list[str]:
    """Return words in lower case, without an “and” at either end."""
    plain = [word.casefold() for word in words]
    while plain and plain[-1] in ("and", "or"):
        plain.pop()
    return plain[1:] if plain[:1] == ["and"] else plain


def _without_formula(words: list[str]) -> list[str]:
    formula = RESOLVED.match(" ".join(words) + " ")
    return words[len(formula[0].split()) :] if formula else words


def _plain(words: Sequence[str]) -> str:
    return " ".join(word.casefold() for word in words)
