"""No pattern may blow up: each is fed a megabyte of what nearly matches."""

import importlib
import pkgutil
import re

import pytest

from minutesnlp import tagging
from minutesnlp.tagging import tag

MEGABYTE = 1_000_000
NEAR = [
    "1,111", "1.1.", "1-", "12/", "2020/", "o'clock ", "twenty-", "two hundred and ", "a ", "A.", "O'", "Ab-", "last ",
    "end of ",
    " ",
    "\n", "£", "apologies for absence ", "Act (", "between ", "YEAS: ", "YEAS: Ab, ",
    "from £1 to ", "in the spring ", "three days later ", "the following ", "half past ", "| Ab |", "Easter ",
    "page 1, 2 and ", "on 1/9 ", "Ab – yes, ", "Abc Def ", "A.B.C. ", "that year ",
    "4130, ", "2. Ab ", "FY2", "1st ult", "(", "the the ", "per ", "week ", "Abc ", "7.", "99",
]  # fmt: skip
# Every module of the room but the door to spaCy.
ROOMS = [
    importlib.import_module(f"minutesnlp.tagging.{module.name}")
    for module in pkgutil.iter_modules(tagging.__path__)
    if module.name != "component"
]
PATTERNS = [
    pytest.param(value, id=f"{room.__name__.rsplit('.', 1)[-1]}.{name}")
    for room in ROOMS
    for name, value in vars(room).items()
    if isinstance(value, re.Pattern) and name.isupper()
]


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_pattern_is_linear_on_near_matches(pattern):
    # Patterns that end in \Z look back from a number and are only ever given a short window.
    window = pattern.pattern.rstrip().endswith(r"\Z")
    for piece in NEAR:
        text = (piece * (MEGABYTE // len(NEAR) // len(piece) + 1)) if not window else piece * (200 // len(piece))
        for _ in pattern.finditer(text):
            pass


PIECES = [
    "Present: Ab Cd, ", "Councillors Ab, ", "1,1", "Abc Def ", "one two ", "3 May and ", "Chair of the ", "A. ",
    "City Manager Ab, ", "Ab – yes, ", "Cllr Ab, Ab, ", "2. Ab 3. ", "4130, ", "12.10 ", "the Ab, Cd and Ef Manager ",
    "Mayor Ab\n",
]  # fmt: skip


@pytest.mark.parametrize("piece", PIECES)
def test_the_tagger_is_linear_on_near_matches(piece):
    text = piece * (20_000 // len(piece))
    assert all(text[entity.start : entity.end] == entity.text for entity in tag(text, date="2021-01-01"))
