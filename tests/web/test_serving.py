"""The page as it is started: on this machine only, at once, and without what it does not need."""

import json
import socket
import subprocess
import sys
import urllib.error
import urllib.request

import pytest

# What takes a second to import, and is not needed for the first page.
HEAVY = {"spacy", "sklearn", "scipy", "pandas", "matplotlib", "lxml", "docx", "pypdfium2"}

FIRST_PAGE = """
import json, sys, threading, urllib.request
import minutesnlp as mn
from minutesnlp.web import serve
archive = mn.Archive.open(sys.argv[1])
def started(address):
    def ask():
        told = [urllib.request.urlopen(address + path).status for path in ("", "?q=foster+carers")]
        loaded = sorted({name.split(".")[0] for name in sys.modules})
        print(json.dumps({"address": address, "told": told, "loaded": loaded}), flush=True)
        import os; os._exit(0)
    threading.Thread(target=ask).start()
serve(archive, port=0, started=started)
"""


def test_the_first_page_needs_neither_spacy_nor_scikit_learn(archive):
    done = subprocess.run(
        [sys.executable, "-c", FIRST_PAGE, str(archive.path)], capture_output=True, text=True, timeout=120, check=True
    )
    told = json.loads(done.stdout)
    assert told["told"] == [200, 200]
    assert "starlette" in told["loaded"]
    assert not HEAVY & set(told["loaded"])


@pytest.fixture
def address(archive):
    command = [sys.executable, "-u", "-m", "minutesnlp", "serve", str(archive.path), "--port", "0"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        line = process.stdout.readline()
        assert line.startswith("Open http://127.0.0.1:"), process.stderr.read()
        yield line.split()[1]
    finally:
        process.terminate()
        process.communicate(timeout=30)


def test_it_answers_on_this_machine_and_at_no_other_address(address):
    assert urllib.request.urlopen(address).status == 200
    port = int(address.rstrip("/").rpartition(":")[2])
    foreign = urllib.request.Request(address, headers={"Host": "evil.example"})
    with pytest.raises(urllib.error.HTTPError) as told:
        urllib.request.urlopen(foreign)
    assert told.value.code == 400
    told.value.close()
    for own in {found[4][0] for found in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)}:
        if not own.startswith("127."):
            with pytest.raises(OSError, match=r".*"):
                socket.create_connection((own, port), timeout=5)


def serving(*arguments, cwd):
    """The first line that `serve` says, and what it says of errors."""
    command = [sys.executable, "-u", "-m", "minutesnlp", "serve", *arguments, "--port", "0"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=cwd)
    try:
        line = process.stdout.readline()
        page = urllib.request.urlopen(line.split()[1]).read().decode() if line else ""
    finally:
        process.terminate()
        _, errors = process.communicate(timeout=30)
    return page, errors


def test_the_example_minutes_are_opened_where_no_archive_is_named(tmp_path):
    page, errors = serving(cwd=tmp_path)
    assert "Example minutes of an invented council" in page
    assert "example corpus" in errors


def test_a_new_archive_is_made_only_when_asked(tmp_path):
    page, errors = serving("panel.archive", cwd=tmp_path)
    assert page == ""
    assert "does not exist" in errors
    page, _ = serving("panel.archive", "--new", cwd=tmp_path)
    assert "Nothing to search yet" in page
    page, _ = serving(cwd=tmp_path / "panel.archive" / "..")
    assert "Example minutes" in page  # only ./minutes.archive is opened unasked


def test_what_the_page_lacks_is_told_with_the_command_that_brings_it(tmp_path):
    code = "import sys; sys.modules['jinja2'] = None; sys.argv = ['minutesnlp', 'serve']"
    code += "\nfrom minutesnlp.cli import main; main(prog_name='minutesnlp')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=tmp_path, check=False)
    assert done.returncode == 2
    assert "minutesnlp[web]" in done.stderr


def test_a_port_that_is_taken_is_told_in_one_line(archive):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        command = [sys.executable, "-m", "minutesnlp", "serve", str(archive.path), "--port", port]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1
    assert port in done.stderr
