"""Progress is shown when it is asked for, told step by step, and an interrupted run stops at once."""

import sys

import pytest

import minutesnlp as mn
from minutesnlp.cli import main
from minutesnlp.progress import Bar, teller

FILES = {
    "a.md": "# A Council\n\n## 1. Rents\n\nRents rose.\n",
    "b.md": "# B Council\n\n## 1. Roads\n\nRoads were mended.\n",
}


@pytest.fixture
def folder(tmp_path):
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def test_nothing_is_shown_unless_it_is_asked_for(folder, capsys):
    mn.tag(mn.read(folder))
    assert capsys.readouterr() == ("", "")


def test_a_bar_shows_the_steps_and_is_taken_away(folder, capsys):
    mn.tag(mn.read(folder, progress=True), progress=True)
    told = capsys.readouterr()
    assert not told.out
    assert "reading" in told.err
    assert "tagging" in told.err
    assert "/2 [" in told.err


def test_a_function_is_called_after_each_step(folder):
    steps = []
    corpus = mn.read(folder, progress=lambda *step: steps.append(step))
    assert [(done, of) for done, of, _ in steps] == [(1, 2), (2, 2)]
    steps.clear()
    mn.tag(corpus, progress=lambda *step: steps.append(step))
    assert steps == [(1, 2, corpus[0].id), (2, 2, corpus[1].id)]


def test_an_archive_tells_what_it_has_done(folder, tmp_path, capsys):
    steps = []
    corpus = mn.read(folder)
    made = mn.Archive.create(tmp_path / "kept", corpus, progress=lambda *step: steps.append(step))
    names = [corpus[0].id, corpus[1].id, "the index", "words used alike"]
    assert steps == [(done, 4, name) for done, name in enumerate(names, 1)]
    steps.clear()
    (folder / "c.md").write_text("# C Council\n\n## 1. Parks\n\nParks opened.\n", "utf-8")
    added = made.add(folder / "c.md", progress=lambda *step: steps.append(step))
    assert steps == [(1, 2, added[0].id), (2, 2, "the index")]
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("terminal", [True, False])
@pytest.mark.parametrize("command", [["index", "-o"], ["archive", "create"]], ids=" ".join)
def test_the_command_line_shows_a_bar_on_a_terminal_only(folder, tmp_path, capsys, monkeypatch, command, terminal):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: terminal)
    kept = str(tmp_path / "kept")
    with pytest.raises(SystemExit) as ended:
        main([*command, kept, str(folder)])
    assert ended.value.code == 0
    told = capsys.readouterr()
    assert "2 meetings" in told.out
    assert ("reading" in told.err, "archiving" in told.err) == (terminal, terminal)
    with pytest.raises(SystemExit):
        main(["archive", "add", kept, str(folder / "a.md")])
    assert capsys.readouterr().err == "" or terminal


def test_an_interruption_ends_the_run(folder):
    def stop(*_):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        mn.read(folder, progress=stop)
    with pytest.raises(KeyboardInterrupt):
        mn.tag(mn.read(folder), progress=stop)


def test_true_is_a_bar_and_nothing_is_nothing():
    assert isinstance(teller(True, "reading"), Bar)
    assert teller(None, "x") is teller(False, "x") is None
    assert teller(print, "x") is print
