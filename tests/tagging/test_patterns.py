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
    "one million, two hundred thousand, ", "half a ", "£1 K", "12.34 M ",
]  # fmt: skip
# Every module of the room but the door to spaCy.
MODULES = [
    importlib.import_module(module.name)
    for module in pkgutil.walk_packages(tagging.__path__, "minutesnlp.tagging.")
    if module.name != "minutesnlp.tagging.component"
]
PATTERNS = {
    value: f"{module.__name__.removeprefix('minutesnlp.tagging.')}.{name}"
    for module in MODULES
    for name, value in vars(module).items()
    if isinstance(value, re.Pattern) and name.isupper()
}


def test_every_part_of_the_room_is_tried():
    assert {name.split(".")[0] for name in PATTERNS.values()} >= {"dates", "figures", "linking", "people", "posts"}


@pytest.mark.parametrize("pattern", [pytest.param(pattern, id=name) for pattern, name in PATTERNS.items()])
def test_a_pattern_is_linear_on_near_matches(pattern):
    # What takes time that grows with the square would not end within a megabyte; how long it takes is no test.
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
