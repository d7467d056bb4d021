"""What the columns of every command are called is told in docs/commands.md, and does not change unnoticed."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

import minutesnlp as mn
from every_command import commands
from minutesnlp.cli import main

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "commands.md"
TOLD = dict(re.findall(r"^\| `([a-z -]+)` \| (`.+`) \|$", DOCUMENT.read_text("utf-8"), re.MULTILINE))


@pytest.fixture(scope="module")
def places(tmp_path_factory):
    """An archive of a few example meetings, an older one without some, two that differ in a word, a folder, a draft."""
    place = tmp_path_factory.mktemp("columns")
    example = mn.example_corpus()
    few = mn.Corpus([meeting for meeting in example if mn.find_undertakings(meeting)][:6])
    mn.Archive.create(place / "new.archive", few)
    mn.Archive.create(place / "old.archive", few[:3])
    mn.Archive.create(place / "lost.archive", few[:3])
    text = "Minutes of the Bridge Committee held on 2 May 2023\n\n1. Drains\n\nThe drains gurgled all night.\n"
    (place / "minutes").mkdir()
    (place / "minutes" / "may.txt").write_text(text, "utf-8")
    for when in ("night", "day"):
        mn.Archive.create(place / f"{when}.archive", mn.read_text(text.replace("night", when)))
    (place / "draft.txt").write_text("The panel met.", "utf-8")
    return place


def arguments_of(command, place):
    new, old, minutes = (str(place / name) for name in ("new.archive", "old.archive", "minutes"))
    return {
        "search": ["council", new],
        "position": ["council", new],
        "figures": ["council", new],
        "check": [str(place / "draft.txt"), new],
        "index": [minutes, "-o", str(place / "made.archive"), "--replace"],
        "archive create": [str(place / "created.archive"), minutes],
        "archive compact": [str(place / "old.archive")],
        "archive upgrade": [new],
        "people": [new],
        "archive info": [new],
        "archive add": [str(place / "lost.archive"), minutes],
        "archive remove": [old, mn.Archive.open(old).meetings()[0].id],
        "archive diff": [old, new],
        "archive diff --paragraphs": [str(place / "night.archive"), str(place / "day.archive")],
        "doctor": [],
        "pack": ["council", new, "-o", str(place / "pack.csv")],
    }.get(command, [new] if command in TAKING_ARCHIVES else [minutes])


TAKING_ARCHIVES = {"decisions", "undertakings", "questions", "tag", "summarise"}


def test_the_columns_of_every_command_are_told():
    every = {" ".join(words) for words in commands(main)}
    assert every - set(TOLD) == {"completion", "demo", "serve"}, "docs/commands.md tells no columns of them"


@pytest.mark.parametrize("command", [name for name in TOLD if name != "archive verify"])
def test_the_columns_are_those_that_are_told(command, places):
    done = CliRunner().invoke(main, [*command.split(), *arguments_of(command, places), "--json"])
    rows = json.loads(done.stdout)
    assert rows, done.stderr
    assert list(rows[0]) == re.findall(r"`([^`]+)`", TOLD[command]), "docs/commands.md tells others"


def test_the_tracker_has_the_columns_that_are_told(places):
    told = re.search(r"^`undertakings --csv` is the tracker [^.]*", DOCUMENT.read_text("utf-8"), re.MULTILINE)
    done = CliRunner().invoke(main, ["undertakings", str(places / "new.archive"), "--csv"])
    assert done.stdout.splitlines()[0].split(",") == re.findall(r"`(\w+)`", told[0])


def test_what_is_wrong_is_told_in_the_column_that_is_told(places):
    archive = places / "new.archive"
    (archive / "0123456789ab").mkdir()  # as a write leaves it that was interrupted
    rows = json.loads(CliRunner().invoke(main, ["archive", "verify", str(archive), "--json"]).stdout)
    (archive / "0123456789ab").rmdir()
    assert list(rows[0]) == re.findall(r"`([^`]+)`", TOLD["archive verify"])
