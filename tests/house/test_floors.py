"""The house holds: imports go down, no rings, one door to each outside library, no room too large.

The floors are those of the design: a module imports from floors below its own, or from its own room.
"""

import ast
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "minutesnlp"

# From the ground up.
FLOORS = [
    {"errors"},
    {"counting", "doors", "progress", "resources", "showing", "tables"},
    {"records"},
    {"text"},
    {"reading", "indexing", "tagging", "learning"},
    {"tracking", "comparing"},
    {"summarising", "searching"},
    {"archive"},
    {"display", "examining"},
    {"__init__"},
    {"cli", "web", "cluster"},
    {"__main__"},
]
FLOOR_OF = {room: height for height, rooms in enumerate(FLOORS) for room in rooms}

# Outside library -> the rooms that may import it; within a room one module is the door.
DOORS = {
    "click": {"cli"},
    "docx": {"reading", "display"},
    "model2vec": {"searching"},
    "jinja2": {"web"},
    "lxml": {"reading"},
    "markupsafe": {"web"},
    "matplotlib": {"display"},
    "numpy": {"indexing", "searching", "summarising", "archive"},
    "openpyxl": {"tables"},
    "pandas": {"tables"},
    "pypdfium2": {"reading"},
    "rank_bm25": {"indexing"},
    "sklearn": {"learning"},
    "scipy": {"indexing"},
    "Stemmer": {"text"},
    "threadpoolctl": {"indexing"},
    "spacy": {"tagging"},
    "tqdm": {"progress"},
    "sqlite3": {"archive"},
    "starlette": {"web"},
    "uvicorn": {"web"},
}
MAY_HAVE_SEVERAL_DOORS = {"click", "markupsafe", "numpy", "starlette"}  # what these rooms are made of

STARTS = {"cli": {"web"}}  # on the top floor, the command line starts the page

MOST_LINES = 400


def modules():
    return sorted(PACKAGE.rglob("*.py"))


def name_of(path):
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def room_of(module):
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


@cache
def imports_of(path):
    """Return every module named in an import, be it at the top, in a function or under TYPE_CHECKING."""
    found = set()
    known = {name_of(p) for p in modules()}
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import; imports are written in whole paths"
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                found.add(inner if inner in known else node.module)
    return frozenset(found)


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_imports_go_down_or_stay_in_the_room(path):
    module = name_of(path)
    own = room_of(module)
    assert own in FLOOR_OF, f"{own} stands on no floor"
    for target in imports_of(path):
        if target.split(".")[0] != "minutesnlp":
            continue
        other = room_of(target)
        if FLOOR_OF[own] == FLOOR_OF["cli"]:
            assert other in {own, "__init__", "counting", "tables", *STARTS.get(own, ())}, (
                f"{module} imports {target}; the top floor touches only the face"
            )
        else:
            assert other == own or FLOOR_OF[other] < FLOOR_OF[own], f"{module} imports {target}, which is not below it"


def test_what_a_format_sees_and_what_it_means_are_kept_apart():
    """Within reading: readers of formats and the assembly of meetings meet in `blocks` and `page`, nowhere else."""
    formats = {"pdf", "web", "office", "plain"}
    for path in (PACKAGE / "reading").glob("*/*.py"):
        own = path.parent.name
        others = {t.split(".")[2] for t in imports_of(path) if t.startswith("minutesnlp.reading.")} - {own}
        assert own != "page" or not others & {"meeting", *formats}, f"{path}: {others}"
        assert own != "meeting" or not others & formats, f"{path}: {others}"
        assert own not in formats or "meeting" not in others, f"{path}: {others}"


def test_the_rooms_of_searching_stand_on_each_other():
    """From the ground up; `search` itself goes through all of them."""
    rooms = ["collected", "asking", "wording", "matching", "understanding", "ranking", "answering"]
    paths = list((PACKAGE / "searching").glob("*/*.py"))
    assert {path.parent.name for path in paths} == set(rooms)
    for path in paths:
        others = {t.split(".")[2] for t in imports_of(path) if t.startswith("minutesnlp.searching.")} & set(rooms)
        above = [room for room in others if rooms.index(room) > rooms.index(path.parent.name)]
        assert not above, f"{path}: {above}"


def test_no_module_imports_itself_in_a_ring():
    paths = {name_of(path): path for path in modules()}
    done, under_way = set(), []

    def visit(module):
        if module in under_way:
            pytest.fail("ring: " + " -> ".join([*under_way[under_way.index(module) :], module]))
        if module in done:
            return
        under_way.append(module)
        for target in imports_of(paths[module]):
            # The face names every room; it is at the top, so nothing below may name it.
            if target in paths and module != "minutesnlp":
                visit(target)
        done.add(under_way.pop())

    for module in paths:
        visit(module)


@pytest.mark.parametrize("library", sorted(DOORS))
def test_each_outside_library_has_one_door(library):
    doors = {}
    for path in modules():
        if any(target.split(".")[0] == library for target in imports_of(path)):
            doors.setdefault(room_of(name_of(path)), []).append(name_of(path))
    assert set(doors) <= DOORS[library]
    if library not in MAY_HAVE_SEVERAL_DOORS:
        assert all(len(found) == 1 for found in doors.values()), doors


def test_every_outside_library_is_named():
    outside = {target.split(".")[0] for path in modules() for target in imports_of(path)}
    assert outside - set(sys.stdlib_module_names) - {"minutesnlp", "__future__"} <= set(DOORS)


def compiled_sources():
    """Return what is written for a compiler, and not what Cython makes of it."""
    return sorted(path for pattern in ("*.pyx", "*.pxd", "*.h") for path in PACKAGE.rglob(pattern))


@pytest.mark.parametrize("path", compiled_sources(), ids=lambda path: path.name)
def test_a_compiled_source_is_small_and_says_what_it_owns(path):
    lines = path.read_text("utf-8").splitlines()
    assert len(lines) < MOST_LINES
    assert max(map(len, lines)) <= 120
    assert lines[0 if path.suffix == ".h" else 1].startswith(("/* ", '"""'))


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_a_module_is_small_and_says_what_it_owns(path):
    text = path.read_text("utf-8")
    assert len(text.splitlines()) < MOST_LINES
    assert not text or ast.get_docstring(ast.parse(text)), "a module's docstring says what it owns"
    assert path.stem not in {"utils", "util", "helpers", "common", "base", "core", "misc", "manager"}


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_no_pattern_counts_with_single_braces_in_an_f_string(path):
    # rf"\d{1, 2}" looks for the words “(1, 2)”, and a pattern that finds nothing
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FormattedValue):
            assert not isinstance(node.value, (ast.Constant, ast.Tuple)), f"{path}:{node.lineno}: double the braces"
