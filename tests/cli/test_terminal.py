"""On a terminal: colour, and a pager for what is long; neither in a pipe or a file."""

import os
import subprocess
import sys

import pytest

pty = pytest.importorskip("pty", reason="Windows has no pseudo-terminals")


def on_a_terminal(*arguments, lines="24", **env):
    """What a command writes to a terminal of so many lines, and its exit code."""
    ours, theirs = pty.openpty()
    whole = {**os.environ, "LINES": lines, "COLUMNS": "100", "TERM": "xterm", **env}
    command = [sys.executable, "-m", "minutesnlp", *arguments]
    process = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=subprocess.DEVNULL, env=whole)
    os.close(theirs)
    told = b""
    while True:
        try:
            part = os.read(ours, 65536)
        except OSError:  # the other end is closed
            break
        if not part:
            break
        told += part
    os.close(ours)
    return told.decode(), process.wait()


@pytest.fixture
def minutes(tmp_path):
    text = "Minutes of the Bridge Committee held on 2 May 2023\n\n1. Drains\n\n"
    text += "\n\n".join(
        f"The drain at number {n} of the lower road gurgled all night and woke the Clerk." for n in range(40)
    )
    (tmp_path / "may.txt").write_text(text, "utf-8")
    return str(tmp_path)


def test_words_are_marked_in_colour_on_a_terminal_only(minutes):
    told, code = on_a_terminal("search", "gurgled", minutes, "-k", "1")
    assert "\x1b[" in told
    assert code == 0
    piped = subprocess.run(
        [sys.executable, "-m", "minutesnlp", "search", "gurgled", minutes, "-k", "1"], capture_output=True, check=True
    )
    assert b"\x1b[" not in piped.stdout


def test_no_colour_is_used_where_none_is_wanted(minutes):
    assert "\x1b[" not in on_a_terminal("search", "gurgled", minutes, "-k", "1", NO_COLOR="1")[0]


def test_what_is_longer_than_the_terminal_is_paged(minutes, tmp_path):
    pager = tmp_path / "pager.sh"
    pager.write_text("#!/bin/sh\necho PAGED; cat\n", "utf-8")
    pager.chmod(0o755)
    told, code = on_a_terminal("search", "gurgled", minutes, "--all", PAGER=str(pager))
    assert told.startswith("PAGED")
    assert told.count("gurgled") >= 40
    assert code == 0
    assert "PAGED" not in on_a_terminal("search", "gurgled", minutes, "-k", "1", PAGER=str(pager))[0]
    assert "PAGED" not in on_a_terminal("search", "gurgled", minutes, "--all", "--json", PAGER=str(pager))[0]


def test_nothing_found_ends_with_1_on_a_terminal_too(minutes):
    assert on_a_terminal("search", "mermaids", minutes)[1] == 1
