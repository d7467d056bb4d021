"""A real browser on the page: Debian's Chromium, driven by Playwright.

The tests run where both are installed (`.ci/run` sees to it, and sets BROWSER_TESTS=must), and are skipped elsewhere.
"""

import os
import shutil
import subprocess
import sys

import pytest

import minutesnlp as mn

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


def _lacking():
    if CHROMIUM is None:
        return "no Chromium here: apt-get install chromium"
    try:
        import axe_playwright_python  # noqa: F401
        import playwright  # noqa: F401
    except ImportError as error:
        return f"{error.name} is not installed: pip install 'minutesnlp[browser]'"
    return ""


@pytest.fixture(scope="session")
def browser():
    lacking = _lacking()
    if lacking:
        if os.environ.get("BROWSER_TESTS") == "must":
            pytest.fail(lacking)
        pytest.skip(lacking)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield made
        made.close()


@pytest.fixture(scope="session")
def archive(tmp_path_factory):
    """The example minutes on disk, named as they are where no archive is named."""
    return mn.Archive.create(tmp_path_factory.mktemp("desk") / "merrowdale.archive", mn.example_corpus())


@pytest.fixture(scope="session")
def address(browser, archive):  # noqa: ARG001 (without a browser no page is started)
    command = [sys.executable, "-u", "-m", "minutesnlp", "serve", str(archive.path), "--port", "0"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        yield process.stdout.readline().split()[1].rstrip("/")
    finally:
        process.terminate()
        process.communicate(timeout=30)


def complained(told):
    """Whether a browser tells of a fault; that a page saying what is wrong came with a status (404) is none."""
    return told.type == "error" and "status of 4" not in told.text


@pytest.fixture
def open_page(browser, address):
    """Open pages that ask nobody but the page itself, and whose scripts say no word of complaint."""
    contexts = []
    complaints = []

    def opened(path="/", **options):
        context = browser.new_context(base_url=address, viewport={"width": 1280, "height": 900}, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: None if request.url.startswith(address) else complaints.append(request.url))
        page.on("console", lambda told: complaints.append(told.text) if complained(told) else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(path)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert not complaints


@pytest.fixture(scope="session")
def pages(archive):
    """An address of every page, in the state in which it has most to show."""
    hit = archive.search("foster carers")[0]
    return {
        "start": "/",
        "hits": "/?q=foster+carers",
        "hits by item": "/?q=foster+carers&group=item&year=2022%2F23",
        "every mention": "/?q=foster+carers&every=1",
        "nothing found": "/?q=mermaids",
        "a wrong filter": "/?q=foster&since=the+other+day",
        "meetings": "/meetings",
        "meeting": f"/meeting/{hit.meeting.id}",
        "item": f"/item/{hit.item.id}?q=foster+carers",
        "item plain": f"/item/{hit.item.id}?entities=no",
        "people": "/people",
        "person": f"/person/{archive.person('Judith Aldous').id}",
        "decisions": "/decisions",
        "undertakings": "/undertakings?standing=answered",
        "topic": "/topic?q=foster+carers",
        "saved": "/saved",
        "evidence": "/evidence",
        "draft": "/draft",
        "add": "/add",
        "nowhere": "/nowhere",
    }


@pytest.fixture(scope="session")
def screens(pages):
    """The pages that are pictured, by the names of their files."""
    return {name.replace(" ", "-"): path for name, path in pages.items()}
