"""Whether a draft's sentence is one of the minutes but for a word or two, which stand for others."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from minutesnlp.tagging.linking.standings import CHAIRS as POSTS_OF_CHAIRS
from minutesnlp.text.analysis import Analyser
from minutesnlp.text.number_words import WORDS as NUMBER_WORDS

TITLE = re.compile(r"(?:mr|mrs|ms|miss|dr|cllrs?|councillors?|alderman)\.?", re.IGNORECASE)
CHAIRS = POSTS_OF_CHAIRS | {"chairman", "chairwoman", "chairperson"}
# By which of these somebody's words are told is a manner of writing
SAYING = frozenset(
    (
        *("said", "says", "reported", "reports", "advised", "stated", "explained", "informed", "told", "replied"),
        *("added", "commented"),
    )
)
# By which of these a body's decision is told is one too: a report writes “agreed” where the minutes print “RESOLVED”
PASSED = frozenset(("agreed", "resolved", "decided"))
# Of a sentence in which one word is another: words at the least, share of them kept, words exchanged at the most; from
# this likeness two words are one in another form or spelling
FEWEST, ALL_BUT_ONE, MOST_OTHER, SAME_SPELLING = 5, 0.6, 2, 0.75


# “proposed by Cllr. K. Wren”: who moves and who seconds
MOVES = re.compile(
    r"\b(?P<part>propos(?:ed|al)|mov(?:ed|ing)|second(?:ed|ing))\s(?:by|of)\s(?P<who>[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,5})"
)


def other_mover(source: str, draft: str) -> bool:
    """Tell whether a draft has another for who moved or seconded: “proposed by Wren” for “proposed by Finch”.

    >>> other_mover("Proposed by Cllr Wren, seconded by Cllr Finch", "proposed by Finch, seconded by Wren")
    True
    """
    there, own = _movers(source), _movers(draft)
    return any(own[part].isdisjoint(there[part]) for part in own.keys() & there.keys())


def _movers(text: str) -> dict[str, set[str]]:
    """Return the words of the names of who moves and who seconds, each for the whole of a text."""
    found: dict[str, set[str]] = {}
    for match in MOVES.finditer(text[:1].lower() + text[1:]):
        part = "second" if match["part"].startswith("second") else "move"
        words = {word.strip(".,").casefold() for word in match["who"].split()}
        found.setdefault(part, set()).update(word for word in words if len(word) > 1 and not TITLE.fullmatch(word))
    return {part: words for part, words in found.items() if words}


def another_word(source: Sequence[str], own: Sequence[str]) -> bool:
    """Tell whether a sentence is the source's but for one place, where other words stand for a word or two.

    Titles, figures, the same word in another form or spelling and words of grammar are no other words.
    """
    small, large = [word.casefold() for word in own], [word.casefold() for word in source]
    matcher = difflib.SequenceMatcher(a=large, b=small, autojunk=False)
    changed = [code for code in matcher.get_opcodes() if code[0] != "equal"]
    told = [(large[a:b], small[c:d]) for _, a, b, c, d in changed if _terms(large[a:b]) or _terms(small[c:d])]
    told = [
        (there, here)
        for there, here in told
        if not (_terms(there) <= PASSED and PASSED & {*there} and PASSED & {*here})
    ]
    if len(told) != 1 or len(small) < FEWEST or matcher.ratio() < ALL_BUT_ONE:
        return False
    before, after = (_terms(words) for words in told[0])
    if not (1 <= len(before) <= MOST_OTHER and 1 <= len(after) <= MOST_OTHER) or before & after:
        return False
    if all(TITLE.fullmatch(word) for word in before | after):
        return False
    alike = max(difflib.SequenceMatcher(a=one, b=other).ratio() for one in before for other in after)
    return alike < SAME_SPELLING


def _terms(words: Iterable[str]) -> set[str]:
    """Return the words that tell a matter, in lower case: no figure, no word of grammar or of telling."""
    plain = (word for word in words if word.isalpha() and not NUMBER_WORDS.match(word))
    return {word for word in plain if _analyser().terms(word) and word not in CHAIRS | SAYING}


@lru_cache(maxsize=1)
def _analyser() -> Analyser:
    return Analyser()
