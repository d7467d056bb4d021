"""Who put a question whose sentence names nobody: “He also asked if …”, “What had changed?”."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutesnlp.tracking.questions.asked import ANNOUNCED, MARKED
from minutesnlp.tracking.questions.askers import ASKER, SURNAMES, role_of
from minutesnlp.tracking.questions.replies import REPLY, SPOKE, Place, opens_with_pronoun, tells_asker

OPENS = re.compile(rf"\A\W*(?:[\w\s]{{0,30}},?\s)??(?P<asker>{ASKER})(?=[\s,:])", re.VERBOSE)
# “The Leader of the Green Group, Mr Voss”: the name behind a post
NAMED_AFTER = re.compile(
    rf"\sof\sthe\s[A-Z][^,.;]{{3,60}},\s(?P<asker>(?:Mrs?|Ms|Miss|Dr|Cllr|Councillor)\.?\s{SURNAMES})(?=[\s,])",
    re.VERBOSE,
)
# “She also asked”: whoever asked before
ALSO = re.compile(r"\A\W*\w+\s(?:then|also|further|again|subsequently)\b")
# A reply, and what begins an item
ANSWERS = re.compile(
    r"\b(?:repl(?:y|ied)|respon(?:se|ded)|answer(?:s|ed)?|explained|clarified|introduced|presented|moved|proposed)\b"
)


def named_before(places: Sequence[Place], asked: Sequence[str | None]) -> str:
    """Return who “He” of “He also asked if” is: whoever asked in the paragraph, or opens a sentence before it."""
    n, own = len(asked), places[len(asked)]
    before = list(zip(places[max(0, n - 4) : n], asked[max(0, n - 4) : n], strict=True))[::-1]
    if ALSO.search(own.text) is None:
        for one, who in before:
            opens = None if REPLY.match(one.text) or opens_with_pronoun(one.text) else OPENS.match(one.text)
            # an officer who explained something is not who asks next
            if opens and (named := NAMED_AFTER.match(one.text, opens.end("asker"))):
                return named["asker"]  # “The Leader of the Green Group, Mr Voss, …” is not the Leader
            if opens and own.place - one.place <= 1 and (role_of(opens["asker"]) or not SPOKE.search(one.text)):
                return " ".join(opens["asker"].split())
            if who and one.place == own.place:
                return who
    asks = next((who for one, who in before if who and one.place == own.place), "")
    opening = (OPENS.match(one.text) for one, _ in before if own.place - one.place <= 1)
    return asks or next((" ".join(one["asker"].split()) for one in opening if one), "")


def named_around(places: Sequence[Place], asked: Sequence[str | None], n: int) -> str:
    """Return who puts a question that names nobody.

    Whoever is told of right behind it; whoever stands above what is quoted: “Mrs Hale of Lund asked:”; or, where it
    goes on (“And in the meantime?”), whoever asked in its paragraph.
    """
    own = places[n]
    if not MARKED.search(own.text):
        return ""
    above = next((one for one in reversed(places[:n]) if one.place < own.place), None)
    announced = ANNOUNCED.fullmatch(above.text) if above and above.place == own.place - 1 else None
    if announced:
        return announced["asker"]
    before = [who for one, who in zip(places[:n], asked, strict=False) if who and one.place == own.place]
    return named_behind(places, n) or (before or [_opening(places, n)])[-1]


def _opening(places: Sequence[Place], n: int) -> str:
    """Return the member of whom a sentence above in the paragraph tells: “Cllr Voss had seen it. What had changed?”."""
    for one in reversed(places[max(0, n - 4) : n]):
        opens = OPENS.match(one.text) if one.place == places[n].place and not REPLY.match(one.text) else None
        if opens and role_of(opens["asker"]):
            return "" if ANSWERS.search(one.text) else " ".join(opens["asker"].split())
    return ""


def named_behind(places: Sequence[Place], n: int) -> str:
    """Return who is told right behind a question to have put it: “How long? Councillor Voss recalled …”."""
    behind = places[n + 1] if n + 1 < len(places) else None
    if behind is None or behind.place != places[n].place or not MARKED.search(places[n].text):
        return ""
    asker = tells_asker(behind.text)
    return asker or ""
