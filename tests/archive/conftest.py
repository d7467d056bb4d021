"""Small invented meetings, and archives of them."""

import datetime

import pytest

from minutesnlp.archive import Archive
from minutesnlp.records import Attendee, Corpus, Item, Meeting, Paragraph, Skipped


def meeting(name, *texts, date="2021-03-01", title="Budget", **fields):
    first, *rest = texts
    items = (
        Item(
            f"{name}/1",
            title,
            number="21/1",
            meeting_id=name,
            anchor="AI211",
            paragraphs=tuple(
                Paragraph(f"{name}/1/{n}", text, item_id=f"{name}/1", citation=f"{name}, {n}")
                for n, text in enumerate(rest)
            ),
        ),
        Item(f"{name}/2", "An item without a paragraph", meeting_id=name),
    )
    return Meeting(
        id=name,
        council="Exford Council",
        body="Scrutiny Board",
        date=datetime.date.fromisoformat(date) if date else None,
        start_time=datetime.time(18, 30),
        attendance=(Attendee("J Marsh", role="Chair"), Attendee("P Vane", kind="apologies")),
        items=items,
        front=(Paragraph(f"{name}/front", first, section="front"),),
        source=f"{name}.txt",
        notes=("stated: the date",),
        **fields,
    )


@pytest.fixture
def making():
    return meeting


@pytest.fixture
def corpus():
    return Corpus(
        [
            meeting("m1", "Present: J Marsh", "The bus fares were raised.", "AGREED that the fares be noted."),
            meeting(
                "m2",
                "Present: P Vane",
                "Allotment rents of £12.",
                date="2021-05-04",
                title="Allotments",
                status="draft",
            ),
            meeting("m3", "Nobody came", "The bus shelter fell.", date=None, title="Transport"),
        ],
        skipped=[Skipped("scan.pdf", "no text layer", "Run it through OCR first.")],
    )


@pytest.fixture
def folder(tmp_path, corpus):
    Archive.create(tmp_path / "minutes.archive", corpus)
    return tmp_path / "minutes.archive"
