"""How the parts of a list are numbered: what follows a number, and which list a number stands in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

# What the first of a list is numbered; and what follows what in Roman figures.
FIRST = frozenset(("a", "i", "1"))
ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi")
# “5.1”: the part that counts is the last
COUNTED = re.compile(r"(?P<before>(?:.*\D)?)(?P<count>[0-9]{1,6})")


def bare(number: str | None) -> str:
    """Return a number without its brackets and full stop.

    >>> bare("(a)"), bare("8.")
    ('a', '8')
    """
    return (number or "").strip("().[] ")


def following(number: str) -> set[str]:
    """Return what may follow a number, as `bare` gives it, in its own list.

    >>> sorted(following("2")), sorted(following("5.9")), sorted(following("i"))
    (['3'], ['5.10'], ['ii', 'j'])
    """
    counted = COUNTED.fullmatch(number)
    found = {f"{counted['before']}{int(counted['count']) + 1}"} if counted else set()
    found |= {chr(ord(number) + 1)} if len(number) == 1 and number.isalpha() else set()
    after = {after for before, after in pairwise(ROMAN) if before == number.casefold()}
    return found | ({one.upper() for one in after} if number.isupper() else after)


def is_under(numbers: Sequence[str | None]) -> bool:
    """Tell whether the last of a run of numbered parts stands in the list that the first of them opens.

    Lists may stand within it; it ends where its own numbers do.

    >>> is_under(["2", "a", "b"]), is_under(["2", "a", "b", "3"]), is_under(["8", "1", "i", "ii", "2"])
    (True, False, True)
    >>> is_under(["5", "6"]), is_under(["i", "A", "B", "b"])
    (False, False)
    """
    lead, first, *others = map(bare, numbers)
    if not first or first in following(lead):
        return False
    lists = [first]
    for number in others:
        depth = next((n for n in range(len(lists) - 1, -1, -1) if number in following(lists[n])), None)
        if depth is not None:
            lists[depth:] = [number]
        elif number.casefold() in FIRST and number not in following(lead):
            lists.append(number)
        else:
            return False
    return True
