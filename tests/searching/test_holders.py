"""Who held a post: what names somebody with it in the minutes that are asked for comes first."""

import datetime

import pytest

from minutesnlp.records import Item, Meeting, Paragraph
from minutesnlp.searching.collected.collection import collect
from minutesnlp.searching.search import search


def minutes(council, body, day, heading, *listed):
    id_ = f"{day}-{(body or council or heading).split()[0].lower()}"
    front = [Paragraph(f"{id_}/front/0", heading, section="front", kind="heading")]
    front += [
        Paragraph(f"{id_}/front/{n}", text, section="front", kind="attendance") for n, text in enumerate(listed, 1)
    ]
    told = (
        "The Chairman welcomed the public, and the Clerk read the notice of the meeting.",
        "The chair of the cricket club, Miss Olga Strake, asked Elmstow Parish Council for a roller, as in 2019.",
    )
    item = Item(f"{id_}/1", "Welcome", "1", tuple(Paragraph(f"{id_}/1/{n}", text) for n, text in enumerate(told, 1)))
    return Meeting(
        id_, council, body, datetime.date.fromisoformat(day), items=(item,), front=tuple(front), source=f"{id_}.txt"
    )


ELMSTOW = "Elmstow Parish Council"
MEETINGS = [
    minutes(ELMSTOW, None, "2018-05-02", "MINUTES OF ELMSTOW PARISH COUNCIL", "Cllr B Vane (in the Chair), Cllr A Orr"),
    minutes(
        ELMSTOW,
        None,
        "2019-05-01",
        "MINUTES OF ELMSTOW PARISH COUNCIL",
        "Chairman: Ada Orr. Clerk: Rosa Tillier",
        "Bram Vane (Vice-Chairman), Mina Marsh",
        "In attendance: Olga Strake (Chair, Elmstow Cricket Club)",
    ),
    minutes(ELMSTOW, "Lamps Committee", "2019-06-03", "Lamps Committee", "Present: Cllrs Marsh (Chairman) and Orr"),
    minutes("Hadlow Borough Council", "Cabinet", "2020-01-09", "CABINET", "Jon Ek—Chairman"),
    minutes("Hadlow Borough Council", "Hadlow Borough Council", "2020-01-10", "COUNCIL", "Pia Lund, Mayor (Chair)"),
    minutes(None, None, "2019-07-03", "Ferry Users of Hythe Quay", "Present: Pia Lund (Convener), Jon Ek – Chair"),
]


@pytest.fixture(scope="module")
def first():
    collection = collect(MEETINGS)

    def found(query):
        hits = search(collection, query)
        return [hit.paragraph.id for hit in hits if hit.match == "all"][: max(1, said(hits.read_as))], hits.read_as

    return found


def said(read_as):
    before, found, _ = read_as.partition(" in such minutes name")
    return int(before.split()[-2]) if found else 0


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("chair of Elmstow Parish Council 2019", ["2019-05-01-elmstow/front/1"]),
        ("chairman of Elmstow 2018", ["2018-05-02-elmstow/front/1"]),
        ("who chaired Elmstow parish council in May 2018", ["2018-05-02-elmstow/front/1"]),
        ("who was in the chair at Elmstow on 1 May 2019", ["2019-05-01-elmstow/front/1"]),
        ("vice chair of Elmstow", ["2019-05-01-elmstow/front/2"]),
        ("who is clerk to Elmstow Parish Council", ["2019-05-01-elmstow/front/1"]),
        ("chair of the lamps committee", ["2019-06-03-lamps/front/1"]),
        ("who chaired Hadlow Cabinet in January 2020", ["2020-01-09-cabinet/front/1"]),
        ("chair of Hadlow", ["2020-01-10-hadlow/front/1"]),
        ("who chaired the ferry users in July 2019", ["2019-07-03-ferry/front/1"]),
    ],
)
def test_who_held_a_post_is_told_by_the_minutes_that_are_called_so(first, query, expected):
    found, read_as = first(query)
    assert sorted(found) == expected
    assert "in such minutes names who had the post: it comes first." in read_as


def test_of_several_the_last_is_told_first():
    lists = ("Chairman: Ada Orr", "Chairman: Bram Vane", "Chairman: Olga Strake")
    days = ("2017-05-03", "2019-05-01", "2018-05-02")
    every = [minutes(ELMSTOW, None, day, "MINUTES", one) for day, one in zip(days, lists, strict=True)]
    hits = search(collect(every), "chair of Elmstow")
    assert hits[0].paragraph.text == "Chairman: Bram Vane"
    assert "the last meeting’s above all" in hits.read_as


def test_a_post_in_another_body_is_looked_for_as_ever(first):
    _, read_as = first("chair of the cricket club")
    assert "who had the post: " not in read_as
