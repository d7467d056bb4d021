"""The command line: what it prints, in which form, and with which exit code."""

import csv
import io
import json

import pytest
from click.testing import CliRunner

from minutesnlp.cli import main

PAGE = """\
Agenda and minutes

Fostering Panel - Monday 6th March, 2023 4.00 pm

Items
No. Item

22/41

Foster Carer Campaign

Minutes:

The Head of Fostering reported that 14 foster carers had been approved since April 2022, at a cost of £48,500.

AGREED that:

1.        The report be noted.

2.        A further report be brought to the June meeting.

22/42

Allotment Rents

Minutes:

Rents would rise by 3%.

NOTED
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "minutes").mkdir()
    (tmp_path / "minutes" / "march.txt").write_text(PAGE, "utf-8")
    return str(tmp_path / "minutes")


def run(*arguments, code=0):
    result = CliRunner().invoke(main, list(arguments))
    assert result.exit_code == code, (result.output, result.stderr, result.exception)
    return result


@pytest.mark.parametrize("command", sorted(main.commands))
def test_every_command_has_help_with_an_example(command):
    text = run(command, "--help").output
    assert "--json" in text
    assert "--csv" in text
    assert f"minutesnlp {command}" in text


def test_a_folder_is_searched_directly_and_every_hit_is_cited(folder):
    output = run("search", "foster carers", folder).output
    assert "14 foster carers had been approved" in output
    assert "6 March 2023, minute 22/41, paragraph 1" in output


def test_json_and_csv_hold_the_same_hits(folder):
    told = json.loads(run("search", "foster carers", folder, "--json").stdout)
    rows = list(csv.DictReader(io.StringIO(run("search", "foster carers", folder, "--csv").stdout)))
    assert [hit["citation"] for hit in told] == [row["citation"] for row in rows]
    assert told[0]["rank"] == 1


def test_nothing_found_ends_with_1(folder):
    run("search", "zeppelin", folder, code=1)
    assert json.loads(run("search", "zeppelin", folder, "--json", code=1).stdout) == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["search", "foster", "nowhere"], "nowhere"),
        (["tag", "nowhere.txt"], "nowhere.txt"),
        (["summarise", "nowhere.txt"], "nowhere.txt"),
    ],
)
def test_an_error_is_one_line_on_stderr_and_ends_with_2(arguments, said):
    result = run(*arguments, code=2)
    assert said in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1
    assert "Traceback" not in result.stderr


def test_k_of_nothing_is_refused(folder):
    assert "k" in run("search", "foster", folder, "-k", "0", code=2).stderr


def test_both_sizes_of_a_summary_are_refused(folder):
    assert "sentences" in run("summarise", folder, "--words", "20", "--sentences", "2", code=2).stderr


def test_tags_are_shown_with_their_values(folder):
    output = run("tag", folder).output
    assert "£48,500" in output
    assert "48500 GBP money" in output
    labels = {row["label"] for row in json.loads(run("tag", folder, "--label", "DATE", "--json").stdout)}
    assert labels == {"DATE"}


def test_a_summary_holds_the_decision_and_its_clauses(folder):
    output = run("summarise", folder).output
    assert "A further report be brought to the June meeting." in output
    rows = list(csv.DictReader(io.StringIO(run("summarise", folder, "--csv").stdout)))
    assert {row["title"] for row in rows} >= {"Foster Carer Campaign"}
    assert run("summarise", folder, "--json").stdout.startswith("[")


def test_a_skipped_file_is_told_on_stderr(folder, tmp_path):
    (tmp_path / "minutes" / "empty.txt").write_text("", "utf-8")
    result = run("search", "foster carers", folder)
    assert "empty.txt" in result.stderr


def test_an_index_is_written_and_then_searched(folder, tmp_path):
    archive = str(tmp_path / "a.archive")
    assert "1 meetings, 2 items" in run("index", folder, "-o", archive).output
    assert "22/41" in run("search", "foster carers", archive).output
    told = json.loads(run("index", folder, "-o", str(tmp_path / "b.archive"), "--json").stdout)
    assert told[0]["items"] == 2


def test_without_a_place_the_example_corpus_is_searched_and_that_is_said(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = run("search", "foster carers")
    assert "example corpus" in result.stderr
    assert "Merrowdale" in result.output


def test_without_a_place_the_archive_at_hand_is_searched(folder, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    run("index", folder)
    assert "22/42" in run("search", "allotment rents").output


@pytest.mark.parametrize("form", [[], ["--json"], ["--csv"]])
def test_the_demo_shows_the_main_job(form):
    assert "foster" in run("demo", *form).output
