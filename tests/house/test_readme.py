"""The README is true: its examples run and print what it shows, its commands exist."""

import doctest
import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from minutesnlp.cli import main

README = Path(__file__).resolve().parents[2] / "README.md"
TEXT = README.read_text("utf-8")


def test_the_examples_print_what_is_shown():
    examples = "\n".join(re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL))
    test = doctest.DocTestParser().get_doctest(examples, {}, "README.md", "README.md", 0)
    assert len(test.examples) > 8
    runner = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS)
    told = []
    runner.run(test, out=told.append)
    assert not runner.failures, "".join(told)


@pytest.mark.parametrize("line", re.findall(r"^\$ (?:\S*/)?minutesnlp (.*)$", TEXT, re.MULTILINE))
def test_every_command_shown_is_there_with_its_options(line):
    name, *words = line.split("#")[0].split()
    options = {word.split("=")[0] for word in words if word.startswith("-")}
    known = {option for parameter in main.commands[name].params for option in parameter.opts}
    assert options <= known


def test_the_commands_of_the_command_line_find_what_they_look_for_as_they_stand(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    shown = re.search(r"## From the command line.*?```console\n(.*?)```", TEXT, re.DOTALL)[1]
    commands = re.findall(r"^\$ minutesnlp (.*)$", shown, re.MULTILINE)
    assert len(commands) > 6
    for command in commands:
        words = shlex.split(command, comments=True)
        words = [str(README.parent / word) if word.startswith("corpus/") else word for word in words]
        result = CliRunner().invoke(main, words)
        assert result.exit_code == 0, (command, result.stderr)


def test_every_make_target_shown_is_there():
    makefile = README.with_name("Makefile").read_text("utf-8")
    for target in re.findall(r"make (\w+)", TEXT):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target
