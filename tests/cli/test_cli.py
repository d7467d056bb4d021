"""The command line: what it prints, in which form, and with which exit code."""

import csv
import io
import json
import os
import re
import subprocess
import sys
import zipfile

import pytest
from click.testing import CliRunner

from every_command import commands
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


COMMANDS = list(commands(main))
ANSWERING_NOTHING = {("serve",), ("completion",)}


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_has_help_with_an_example(command):
    text = run(*command, "--help").output
    assert f"\n  minutesnlp {' '.join(command)}" in text  # on a line of its own


@pytest.mark.parametrize("command", [c for c in COMMANDS if c not in ANSWERING_NOTHING], ids=" ".join)
def test_every_command_that_answers_has_every_form(command):
    text = run(*command, "--help").output
    assert all(form in text for form in ("--json", "--jsonl", "--csv"))


def test_a_folder_is_searched_directly_and_every_hit_is_cited(folder):
    output = run("search", "foster carers", folder).output
    assert "14 foster carers had been approved" in output
    assert "6 March 2023, minute 22/41, paragraph 1" in output


def test_json_and_csv_hold_the_same_hits(folder):
    told = json.loads(run("search", "foster carers", folder, "--json").stdout)
    rows = list(csv.DictReader(io.StringIO(run("search", "foster carers", folder, "--csv").stdout)))
    assert [hit["citation"] for hit in told] == [row["citation"] for row in rows]
    assert told[0]["rank"] == 1


def test_jsonl_is_one_record_a_line(folder):
    lines = run("search", "foster carers", folder, "--jsonl").stdout.splitlines()
    assert [json.loads(line) for line in lines] == json.loads(run("search", "foster carers", folder, "--json").stdout)


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


@pytest.mark.parametrize("command", ["figures", "position", "search", "pack"])
def test_a_place_where_words_are_asked_for_is_told(folder, tmp_path, command):
    output = ("-o", str(tmp_path / "pack.docx")) if command == "pack" else ()
    told = run(command, folder, *output, code=2).stderr
    assert f'{folder} is a place: say what to look for before it, as in "foster carers" {folder}' in told


def test_a_number_with_a_stroke_is_no_place(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "minutes").mkdir()
    for words in ("22/41", "minutes", "£1.5m"):
        assert "is a place" not in CliRunner().invoke(main, ["search", words]).stderr


def test_a_skipped_file_is_told_on_stderr(folder, tmp_path):
    (tmp_path / "minutes" / "empty.txt").write_text("", "utf-8")
    result = run("search", "foster carers", folder)
    assert "empty.txt" in result.stderr


def test_minutes_in_another_language_are_told_on_stderr(tmp_path):
    welsh = tmp_path / "cofnodion.txt"
    welsh.write_text("1. Mainc\n\nPenderfynwyd prynu mainc newydd i'r parc ac mae y clerc wedi cytuno.\n", "utf-8")
    result = run("decisions", str(welsh))
    assert "PENDERFYNWYD" in result.output
    assert "in Welsh; people and decisions are looked for in English, and by a few words of Welsh" in result.stderr
    assert "“PENDERFYNWYD”) (1 of 1 meeting)" in result.stderr


def test_an_index_is_written_and_then_searched(folder, tmp_path):
    archive = str(tmp_path / "a.archive")
    assert "1 meeting, 2 items" in run("index", folder, "-o", archive).output
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


def test_a_position_of_which_nothing_is_found_has_its_heading(tmp_path):
    (tmp_path / "may.txt").write_text(
        "Minutes of the Bridge Committee held on 2 May 2023\n\n1. Drains\n\nThey gurgled.\n"
    )
    assert run("position", "lido", str(tmp_path), "--csv", code=1).stdout.startswith("role,text,")


@pytest.mark.parametrize("form", [[], ["--json"], ["--csv"]])
def test_the_demo_shows_the_main_job(form):
    assert "foster" in run("demo", *form).output


def test_reading_is_told(folder):
    assert "22/41 Foster Carer Campaign" in run("read", folder).output
    assert "Readings(1 file read, " in run("read", folder, "--report").output
    assert json.loads(run("read", folder, "--report", "--json").stdout)[0]["items"] == 2


def test_decisions_are_shown_with_their_clauses_and_cited(folder):
    output = run("decisions", folder).output
    assert "A further report be brought to the June meeting." in output
    assert "[AGREED] AGREED that" in output
    assert "6 March 2023, minute 22/42" in output
    assert json.loads(run("decisions", folder, "--json").stdout)[0]["citation"]


def test_a_draft_is_checked_against_the_minutes(folder, tmp_path):
    draft = tmp_path / "draft.txt"
    draft.write_text("Rents would rise by 3%. Rents would rise by 4%.", "utf-8")
    output = run("check", str(draft), folder).output
    assert "EXACT: Rents would rise by 3%." in output
    assert "ALTERED (number)" in output
    assert "none.txt: there is no such file" in run("check", str(tmp_path / "none.txt"), folder, code=2).stderr


def test_one_item_is_summarised_by_its_number_or_title(folder):
    assert "Rents would rise by 3%." in run("summarise", folder, "--item", "22/42").output
    (told,) = json.loads(run("summarise", folder, "--item", "allotment", "--json").stdout)
    assert told["title"].startswith("Allotment")
    assert "Allotment" not in run("summarise", folder, "--item", "zeppelin", code=1).output


def test_a_draft_may_be_a_word_file_and_one_that_cannot_be_read_is_named(folder, tmp_path):
    docx = pytest.importorskip("docx")
    written = docx.Document()
    written.add_paragraph("Rents would rise by 3%.")
    written.save(tmp_path / "draft.docx")
    assert "EXACT: Rents would rise by 3%." in run("check", str(tmp_path / "draft.docx"), folder).output
    (tmp_path / "draft.txt").write_bytes("Rents would rise by 3%. That is “fair”.".encode("cp1252"))
    assert "EXACT: Rents would rise by 3%." in run("check", str(tmp_path / "draft.txt"), folder).output
    (tmp_path / "draft.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(32)) * 9)
    assert "draft.png" in run("check", str(tmp_path / "draft.png"), folder, code=2).stderr


@pytest.mark.parametrize("command", [["search", "rents"], ["decisions"]])
def test_an_archive_stands_alone(command, folder, tmp_path):
    place = tmp_path / "a.archive"
    run("index", str(folder), "-o", str(place))
    assert "name it alone" in run(*command, str(place), str(folder), code=2).stderr


@pytest.mark.parametrize("command", ["questions", "undertakings"])
def test_nothing_asked_or_promised_ends_with_1(command, folder):
    run(command, folder, code=1)


def test_what_was_promised_and_asked_is_shown(tmp_path):
    page = PAGE.replace(
        "Rents would rise by 3%.",
        "A Member asked when the wall would be mended. The Clerk said that it would be in May. "
        "The Head of Parks would circulate a note on rents to Members by 1 April 2023.",
    )
    (tmp_path / "m.txt").write_text(page, "utf-8")
    assert "note on rents" in run("undertakings", str(tmp_path)).output
    assert json.loads(run("undertakings", str(tmp_path), "--json").stdout)[0]["due"]
    assert "when the wall would be mended" in run("questions", str(tmp_path)).output
    assert "when the wall" in run("questions", str(tmp_path), "--csv").output


def test_what_is_added_is_told_by_name_and_a_meeting_in_two_files_is_counted_once(tmp_path):
    made, march, copy = str(tmp_path / "w.archive"), tmp_path / "march.txt", tmp_path / "march-2.txt"
    march.write_text(PAGE, "utf-8")
    assert "1 meeting, " in run("index", str(march), "-o", made).output
    march.write_text(PAGE + "\nThe gate is to be painted.\n", "utf-8")
    assert f"{march} takes the place of its older version" in run("archive", "add", made, str(march)).stdout
    copy.write_text(PAGE + "\nThe gate is to be painted green.\n", "utf-8")
    assert f"skipped {march}: it tells of the same meeting as {copy}" in run("archive", "add", made, str(copy)).stderr
    told = run("archive", "info", made).stdout
    assert "2 older versions kept out of sight" in told
    assert f"skipped {march}: it tells of the same meeting" in told
    told = run("index", str(tmp_path), "-o", str(tmp_path / "again.archive"))
    assert "1 meeting, " in told.stdout
    assert "tells of the same meeting" in told.stderr
    assert "--replace" in run("index", str(march), "-o", made, code=2).stderr


def test_an_archive_is_looked_after(folder, tmp_path):
    old, new = str(tmp_path / "old.archive"), str(tmp_path / "new.archive")
    run("index", folder, "-o", old)
    run("index", folder, "-o", new)
    assert "already" in run("index", folder, "-o", new, code=2).stderr
    run("index", folder, "-o", new, "--replace")
    more = tmp_path / "more"
    more.mkdir()
    (more / "april.txt").write_text(PAGE.replace("6th March", "3rd April"), "utf-8")
    assert "1 meeting is new" in run("archive", "add", new, str(more)).output
    assert "2 meetings" in run("archive", "info", new).output
    assert "1 new meetings" in run("archive", "diff", old, new).output
    run("archive", "diff", old, old, code=1)
    told = tmp_path / "told.archive"
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "march.txt").write_text(PAGE + "\nThe pond was dredged.\n", "utf-8")
    run("index", str(tmp_path / "other"), "-o", str(told))
    assert "  added: " in run("archive", "diff", old, str(told)).output
    rows = json.loads(run("archive", "diff", old, str(told), "--paragraphs", "--json").stdout)
    assert "The pond was dredged." in [row["after"] for row in rows]
    (id_,) = [row["id"] for row in json.loads(run("archive", "info", new, "--json").stdout) if "04-03" in row["id"]]
    assert "1 meeting removed" in run("archive", "remove", new, id_).output
    assert "no meeting" in run("archive", "remove", new, "nobody", code=2).stderr
    assert "all is well" in run("archive", "verify", new).output
    assert json.loads(run("archive", "verify", new, "--repair", "--json").stdout) == []
    for command in (["add", new, str(more), "--json"], ["remove", new, id_, "--json"], ["diff", new, old, "--json"]):
        CliRunner().invoke(main, ["archive", *command])


def test_the_package_runs_as_a_module():
    done = subprocess.run([sys.executable, "-m", "minutesnlp", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("minutesnlp, version")


def test_the_doctor_tells_what_is_installed_and_whether_an_archive_is_whole(folder, tmp_path):
    place = tmp_path / "a.archive"
    run("index", folder, "-o", str(place))
    output = run("doctor", str(place)).output
    assert "search kernel" in output
    assert "as it was written" in output
    assert output.endswith("All is well.\n")
    (damaged,) = place.glob("*/keys.npy") if list(place.glob("*/keys.npy")) else [next(place.glob("*/*.npy"))]
    damaged.write_bytes(damaged.read_bytes()[:-1] + b"\xff")
    told = json.loads(run("doctor", str(place), "--json", code=2).stdout)
    assert [row["about"] for row in told if row["state"] == "wrong"] == ["archive"]
    assert "does not exist" in run("doctor", str(tmp_path / "none"), code=2).output


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_is_told_how_to_complete(shell):
    assert "_MINUTESNLP_COMPLETE" in run("completion", shell).output


def test_commands_are_completed():
    env = {**os.environ, "_MINUTESNLP_COMPLETE": "bash_complete", "COMP_WORDS": "minutesnlp se", "COMP_CWORD": "1"}
    done = subprocess.run([sys.executable, "-m", "minutesnlp"], env=env, capture_output=True, text=True, check=False)
    assert done.stdout.split() == ["plain,search", "plain,serve"]


def test_an_evidence_pack_is_written_with_the_citations(folder, tmp_path):
    place = tmp_path / "pack.docx"
    output = run("pack", "foster carers", folder, "-o", str(place)).output
    assert re.search(r"pack.docx: (\d+) of \1 paragraphs", output)
    with zipfile.ZipFile(place) as made:
        text = "".join(made.read(name).decode("utf-8") for name in made.namelist() if name.endswith(".xml"))
    assert "14 foster carers had been approved" in text
    assert "6 March 2023, minute 22/41" in text
    assert "--replace" in run("pack", "foster carers", folder, "-o", str(place), code=2).stderr
    run("pack", "foster carers", folder, "-o", str(place), "--replace")
    told = json.loads(run("pack", "foster carers", folder, "-o", str(tmp_path / "p.md"), "--json").stdout)
    assert told[0]["file"] == str(tmp_path / "p.md")
    assert "zeppelin" in run("pack", "zeppelin", folder, "-o", str(tmp_path / "none.docx"), code=1).stderr
    assert not (tmp_path / "none.docx").exists()
    assert "docx" in run("pack", "foster", folder, "-o", str(tmp_path / "p.odt"), code=2).stderr
    nowhere = run("pack", "foster", folder, "-o", str(tmp_path / "nowhere" / "p.docx"), code=2).stderr
    assert "whether its folder is there" in nowhere


def test_a_pack_of_the_example_minutes_where_no_archive_is_named(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    run("pack", "foster carers", "--since", "2023", "-o", "pack.docx")
    assert (tmp_path / "pack.docx").stat().st_size > 5000


def test_people_are_listed_and_one_is_told_in_full():
    listed = run("people", "--json")
    assert {row["public"] for row in json.loads(listed.stdout)} == {"member", "officer"}
    one = run("people", "--name", "Judith Aldous")
    assert "Interim Director of Children's Services" in one.stdout
    assert "presented:" in one.stdout
    assert run("people", "--doubtful", "--csv").stdout.startswith("text,label,person_id,confidence,reason")


def test_a_person_who_is_not_there_is_nothing_found():
    assert "nobody is called" in run("people", "--name", "Nobody", code=1).stderr


def test_where_nobody_is_named_no_table_is_printed(tmp_path):
    (tmp_path / "note.txt").write_text("The bridge was closed for repair until the frost was over.", "utf-8")
    nobody = run("people", str(tmp_path / "note.txt"), code=1)
    assert (nobody.stdout, nobody.stderr) == ("", "No people found.\n")


def test_private_names_are_masked_in_a_file(tmp_path):
    letter = tmp_path / "letter.txt"
    letter.write_text("Mrs Ethel Plimsoll thanked Councillor Quill.", "utf-8")
    assert run("people", "--redact", str(letter)).stdout == "[name withheld] thanked Councillor Quill.\n"


def test_a_reader_that_has_read_enough_ends_a_command_without_a_word(folder):
    command = [sys.executable, "-m", "minutesnlp", "search", "carers", folder]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    running.stdout.close()  # as `| head` does, here before the first line
    assert running.stderr.read() == b""
    running.stderr.close()
    assert running.wait() == 0  # it did find something
