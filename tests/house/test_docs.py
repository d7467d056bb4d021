"""The documentation builds without a warning, loads nothing from a network, names all that is public, and is true."""

import doctest
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import minutesnlp

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
# “src="https://…"”: what a browser would fetch; a link that is followed by a press is none
FETCHED = re.compile(
    r"""<(?:script|img|iframe|source)[^>]*\ssrc=["']?(?:https?:)?//|<link[^>]*rel=["']?stylesheet[^>]*//"""
)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """Build the documentation as `make docs` does, in a folder of its own."""
    pytest.importorskip("mkdocs", reason="the docs extra is not installed")
    target = tmp_path_factory.mktemp("docs") / "site"
    build = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(target)]
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    done = subprocess.run(build, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr
    return target


def test_every_public_name_is_in_the_reference(site):
    named = set()
    for page in (DOCS / "reference").glob("*.md"):
        named |= set(re.findall(r"^::: minutesnlp\.(?:display\.)?(\w+)$", page.read_text("utf-8"), re.MULTILINE))
    missing = set(minutesnlp.__all__) - named
    assert not missing, f"give each a line “::: minutesnlp.NAME” in a page of docs/reference: {sorted(missing)}"
    pages = "".join(page.read_text("utf-8") for page in (site / "reference").glob("*.html"))
    for name in minutesnlp.__all__:
        assert re.search(rf'id="minutesnlp\.(?:display\.)?{name}"', pages), name


def test_no_page_loads_anything_from_a_network(site):
    pages = list(site.rglob("*.html"))
    assert len(pages) > 12
    for page in pages:
        assert not FETCHED.search(page.read_text("utf-8")), page.name


def test_the_notebooks_are_there_with_their_plots(site):
    for notebook in (ROOT / "notebooks").glob("*.ipynb"):
        page = site / "notebooks" / f"{notebook.stem}.html"
        for image in re.findall(r'src="([^"]+\.png)"', page.read_text("utf-8")):
            assert (page.parent / image).is_file()


@pytest.mark.parametrize("name", ["index.md", "other-libraries.md"])
def test_the_examples_print_what_is_shown(name):
    examples = "\n".join(re.findall(r"```python\n(.*?)```", (DOCS / name).read_text("utf-8"), re.DOTALL))
    test = doctest.DocTestParser().get_doctest(examples, {}, name, name, 0)
    assert test.examples
    told = []
    runner = doctest.DocTestRunner()
    runner.run(test, out=told.append)
    assert not runner.failures, "".join(told)
