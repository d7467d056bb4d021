"""An invented council's minutes, made by hand so that every word is known."""

import datetime

import pytest

from minutesnlp.records import Item, Meeting, Paragraph
from minutesnlp.searching.collected.collection import collect
from minutesnlp.searching.search import search


def paragraph(id_, text, **fields):
    return Paragraph(id=id_, text=text, citation=f"Exford Council, {id_}", **fields)


def item(meeting, number, title, *texts, **fields):
    id_ = f"{meeting}/{number.replace('/', '-')}"
    paragraphs = tuple(
        text if isinstance(text, Paragraph) else paragraph(f"{id_}/{place}", text, item_id=id_)
        for place, text in enumerate(texts, 1)
    )
    return Item(id=id_, title=title, number=number, paragraphs=paragraphs, meeting_id=meeting, **fields)


def meeting(id_, body, date, *items, **fields):
    day = datetime.date.fromisoformat(date) if date else None
    return Meeting(id=id_, council="Exford Council", body=body, date=day, items=items, source=f"{id_}.txt", **fields)


CARE, PLAN, BOARD, PARISH = "2020-10-12-care", "2021-02-03-planning", "2021-06-07-board", "undated-parish"

MEETINGS = [
    meeting(
        CARE,
        "Children & Families Scrutiny Panel",
        "2020-10-12",
        item(CARE, "20/11", "Minutes of the last meeting", "The minutes were approved as a correct record."),
        item(
            CARE,
            "20/12",
            "Fostering Service",
            paragraph(f"{CARE}/20-12/a", "The Head of Care will present the foster carers report.", section="agenda"),
            "The Head of Care explained that the recruitment of foster carers went on. Two families had joined last "
            "year and twenty had joined since. The assessment of a family took nine months, and often longer.",
            "Kinship arrangements were different: relatives were assessed within sixteen weeks.",
            "Councillor J Marsh asked whether the fees paid to carers could be raised.",
            "In response, the Head of Care advised that a written response would be provided in due course.",
            "AGREED that the report be noted.",
        ),
        item(
            CARE,
            "20/13",
            "Children's Trust",
            "The Children’s Trust had met twice. It's budget was £56m, of which 4.5% was for in-house services.",
            "A children's trust fund was another matter.",
            "Following items were raised:",
            paragraph(f"{CARE}/20-13/b1", "head of service posts", kind="bullet"),
            paragraph(f"{CARE}/20-13/b2", "the site of 11471m² at Mill Lane", kind="bullet"),
        ),
    ),
    meeting(
        PLAN,
        "Planning Committee",
        "2021-02-03",
        item(
            PLAN,
            "20/40",
            "Mill Lane",
            "The Chair, Councillor P Marsh, moved that the application at Mill Lane be refused.",
            "The motion was put to the vote: 5 in favour and 2 against. RESOLVED that permission be refused.",
            "Councillor Ivy Marshall declared a non-pecuniary interest.",
        ),
        status="approved",
    ),
    meeting(
        BOARD,
        "Scrutiny Board",
        "2021-06-07",
        item(
            BOARD,
            "21/3",
            "Budget 2021/22",
            "The overspend on residential placements was discussed at length.",
            "Foster placements cost less than residential placements.",
            "The board asked about data-mining and about the co-operative.",
        ),
    ),
    meeting(
        PARISH,
        "Parish Meeting",
        None,
        item(PARISH, "4", "Allotments", "The allotment rents were raised to £12.", "Any other business: none."),
        front=(paragraph(f"{PARISH}/front/1", "Present: Mrs J Marsh (Chair)", section="front", kind="attendance"),),
    ),
]


@pytest.fixture(scope="session")
def collection():
    return collect(MEETINGS)


@pytest.fixture(scope="session")
def find(collection):
    """Search, and return the hits."""
    return lambda query, **options: search(collection, query, **options)


@pytest.fixture(scope="session")
def ids(find):
    """Search, and return the ids of the paragraphs found."""
    return lambda query, **options: [hit.paragraph.id for hit in find(query, **options)]
