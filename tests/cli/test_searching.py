"""The search command: every filter, many searches, groups, counts and reasons."""

import csv
import io

import pytest
from click.testing import CliRunner

import minutesnlp as mn
from minutesnlp.cli import main

TEXT = """\
Exford Council

Fees Panel - Monday 6th March, 2023

22/41 Kinship fees

Minutes:

Councillor J Marsh asked about kinship fees.

The Treasurer, Rosa Tillier, replied that the fees were £12 a week.

AGREED that the fees be noted.
"""


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    folder = tmp_path_factory.mktemp("searching")
    (folder / "march.txt").write_text(TEXT, "utf-8")
    mn.Archive.create(folder / "kept.archive", folder / "march.txt")
    return folder


def run(*arguments, code=0):
    result = CliRunner().invoke(main, ["search", *map(str, arguments)])
    assert result.exit_code == code, (result.output, result.stderr, result.exception)
    return result


def test_every_filter_is_an_option(place):
    kept = place / "kept.archive"
    assert "Tillier" in run("fees", kept, "--person", "Tillier").output
    assert "Tillier" in run("fees", kept, "--role", "treasurer").output
    assert run("fees", kept, "--holds", "decision", "--holds", "question", "--kind", "text").output
    run("fees", kept, "--before", "2020", code=1)
    run("fees", kept, "--status", "unheard of", code=2)


def test_hits_are_grouped_counted_and_explained(place):
    kept = place / "kept.archive"
    assert "J Marsh (1)" in run("fees", kept, "--group", "person").output
    assert " (1 of 4)" in run("fees", kept, "--group", "meeting", "-k", "1").output
    counted = run("fees", kept, "--facets", "--explain").output
    assert "person: " in counted
    assert "Found by “fees”" in counted
    assert "year: 2022/23" in counted


def test_hits_that_say_the_same_are_told_as_one(tmp_path):
    for year in ("2021", "2022"):
        head = f"Exford Parish Council\n\nMinutes of the meeting held on 1 June {year}\n\n1. Kiosk\n\n"
        (tmp_path / f"{year}.txt").write_text(f"{head}The kiosk is let by the week.\n", "utf-8")
    told = run("kiosk let", tmp_path).output
    assert "2 hits" in told
    assert told.count("The same, hit 2: ") == 1
    assert len(list(csv.DictReader(io.StringIO(run("kiosk let", tmp_path, "--csv").output)))) == 2


def test_a_file_of_searches_gives_one_table(place):
    (place / "topics.txt").write_text("kinship fees\nallotments\n", "utf-8")
    told = run("--queries", place / "topics.txt", place / "kept.archive", "--csv").output
    rows = list(csv.DictReader(io.StringIO(told)))
    assert {row["search"] for row in rows} == {"kinship fees", "allotments"}
    assert "kinship fees" in run("--queries", place / "topics.txt", place / "kept.archive").output
    run("--queries", place / "topics.txt", place / "kept.archive", "--new-since", "2999-01-01", code=1)


def test_a_part_of_a_paragraph_is_told_to_be_one(tmp_path):
    other = "The hedge along the lower lane was cut back in the last week of February by the contractor. "
    text = f"{other * 4}The fee for the pound was raised to £9. {other * 4}".strip()
    (tmp_path / "march.txt").write_text(TEXT.replace("AGREED", f"{text}\n\nAGREED"), "utf-8")
    (shown,) = [line.strip() for line in run("pound", tmp_path).output.splitlines() if "£9" in line]
    assert shown.startswith("… ")
    assert shown.endswith(" …")
    assert shown.removeprefix("… ").removesuffix(" …") in text
    whole = run("Tillier", tmp_path).output
    assert "The Treasurer, Rosa Tillier, replied that the fees were £12 a week.\n" in whole


def test_what_is_new_is_searched(place):
    assert "fees" in run("fees", place / "kept.archive", "--new-since", "2020-01-01").output
    run("fees", place / "kept.archive", "--new-since", "2999-01-01", code=1)


def test_without_a_query_the_use_is_told():
    result = CliRunner().invoke(main, ["search"])
    assert result.exit_code == 2
    assert "Give a query" in result.output


def test_near_misses_are_told(place):
    assert "Did you mean" in run("kinshap", place / "kept.archive", code=1).stderr


def test_an_archive_is_created_told_and_compacted(place, tmp_path):
    made = str(tmp_path / "made.archive")

    def archive(*arguments, code=0):
        result = CliRunner().invoke(main, ["archive", *arguments])
        assert result.exit_code == code, (result.output, result.stderr)
        return result.output

    assert "1 meeting, " in archive("create", made, str(place / "march.txt"))
    archive("create", made, str(place / "march.txt"), code=2)
    assert "0 older versions kept out of sight" in archive("info", made)
    (name,) = [meeting.id for meeting in mn.Archive.open(made).meetings()]
    archive("remove", made, name)
    assert "1 older version dropped" in archive("compact", made)
    assert '"dropped": 0' in archive("compact", made, "--json")


@pytest.mark.parametrize(
    "arguments",
    [["tag", "--label", "X"], ["completion", "tcsh"], ["search"], ["read"], ["nonsense"], ["archive", "add"]],
    ids=" ".join,
)
def test_a_wrong_call_is_told_on_one_line(arguments):
    told = CliRunner().invoke(main, arguments)
    assert told.exit_code == 2
    assert not told.stdout
    assert len(told.stderr.splitlines()) == 1
    assert told.stderr.startswith("minutesnlp: ")
    assert "--help" in told.stderr


@pytest.mark.parametrize("command", ["decisions", "undertakings", "questions", "summarise", "tag"])
def test_every_command_that_answers_does_without_a_place(command, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    told = CliRunner().invoke(main, [command])
    assert told.exit_code == 0
    assert told.stdout
    assert "example corpus" in told.stderr
