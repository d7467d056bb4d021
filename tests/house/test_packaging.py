"""What is shipped is whole: every package listed, the wheel works on its own, outside the checkout."""

import configparser
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

MAIN_JOB = """
import json, sys
import minutesnlp as mn
corpus = mn.example_corpus()
archive = mn.Archive.in_memory(corpus)
hits = archive.search("foster carers")
item = hits[0].item
print(json.dumps({
    "file": mn.__file__,
    "meetings": len(corpus),
    "hits": len(hits),
    "entities": len(mn.tag(item)),
    "sentences": len(mn.summarise(item).sentences),
}))
"""


def setup_cfg():
    config = configparser.ConfigParser()
    config.read(ROOT / "setup.cfg", encoding="utf-8")
    return config


def test_every_package_is_listed():
    listed = set(setup_cfg()["options"]["packages"].split())
    there = {".".join(path.parent.relative_to(ROOT).parts) for path in (ROOT / "minutesnlp").rglob("__init__.py")}
    assert listed == there | {"minutesnlp.models", "minutesnlp.corpus"}


def test_the_version_is_told_once():
    import minutesnlp

    assert setup_cfg()["metadata"]["version"] == minutesnlp.__version__


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """Build a wheel, and install it alone in a folder outside the checkout."""
    work = tmp_path_factory.mktemp("wheel")
    run = {"check": True, "capture_output": True, "text": True, "cwd": work}
    source = work / "source"  # built from a copy: a build leaves folders behind, and stale ones would be shipped
    ignored = shutil.ignore_patterns("__pycache__", "*.egg-info", "*.so", "*.pyd", "*.c")
    for folder in ("minutesnlp", "models", "corpus"):
        shutil.copytree(ROOT / folder, source / folder, ignore=ignored)
    for file in ("setup.cfg", "setup.py", "pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / file, source / file)
    build = [sys.executable, "-m", "pip", "wheel", "--no-build-isolation", "--no-deps", "-w", str(work), str(source)]
    subprocess.run(build, **run)
    (wheel,) = work.glob("minutesnlp-*.whl")
    target = work / "site"
    install = [sys.executable, "-m", "pip", "install", "--no-index", "--no-deps", "--target", str(target), str(wheel)]
    subprocess.run(install, **run)
    return target


def test_the_installed_wheel_does_the_main_job(installed, tmp_path):
    code = f"import sys; sys.path.insert(0, {str(installed)!r})\n" + MAIN_JOB
    done = subprocess.run(
        [sys.executable, "-I", "-c", code],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONUTF8": "1"},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert Path(told.pop("file")).is_relative_to(installed)
    assert all(count > 0 for count in told.values()), told


def test_the_installed_wheel_holds_all_of_the_page(installed):
    """Its templates, style sheets, scripts and their licence."""
    page = Path("minutesnlp", "web")
    there = {
        path.relative_to(ROOT)
        for path in (ROOT / page).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert page / "static" / "govuk" / "LICENSE.txt" in there
    assert all((installed / path).is_file() for path in there)


def test_no_font_of_others_and_no_other_machine_is_named_in_what_the_page_is_made_of():
    for path in (ROOT / "minutesnlp" / "web" / "static").rglob("*.css"):
        text = path.read_text("utf-8")
        assert "@font-face" not in text
        assert "GDS Transport" not in text
        assert "url(" not in text
        assert "@import" not in text
