"""Every page as it looks, on a desk and in the hand: for a person to look at, and for the README and the guide.

`SCREENSHOTS=docs/images pytest tests/browser/test_screens.py` keeps the pictures that the guide shows.
"""

import os
from pathlib import Path

import pytest

SIZES = {"desk": {"width": 1024, "height": 700}, "hand": {"width": 390, "height": 780}}


@pytest.fixture(scope="session")
def place(tmp_path_factory):
    kept = os.environ.get("SCREENSHOTS")
    return Path(kept) if kept else tmp_path_factory.mktemp("screens")


@pytest.mark.parametrize("size", SIZES)
def test_each_page_is_pictured(open_page, screens, place, size):
    page = open_page()
    page.set_viewport_size(SIZES[size])
    for name, path in screens.items():
        page.goto(path)
        assert page.locator("h1").count() == 1
        page.screenshot(path=place / f"{name}-{size}.png")
        assert (place / f"{name}-{size}.png").stat().st_size < 150_000
