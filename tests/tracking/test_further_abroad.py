"""More papers as councils here and abroad set them, all invented: what was decided, promised and asked in each."""

from pathlib import Path

import pytest

import minutesnlp as mn

PAPERS = Path(__file__).resolve().parents[1] / "cases" / "abroad"


def told(decision):
    votes = decision.votes and (decision.votes.in_favour, decision.votes.against)
    return decision.outcome, decision.mover, decision.seconder, votes, len(decision.clauses)


@pytest.mark.parametrize(
    ("paper", "title", "expected"),
    [
        ("licensing_panel.txt", "LSB.22", [("DETERMINED", None, None, None, 5)]),
        ("scrutiny_actions.md", "31", [("AGREED", None, None, None, 0)]),
        ("scrutiny_actions.md", "32", [("RESOLVED", "Councillor Whitlock", "Councillor Frayne", (4, 3), 2)]),
        ("scrutiny_actions.md", "33", [("RECOMMENDED", None, None, None, 3)]),
        ("audit_table.html", "AG/63", [("RESOLVED", None, None, None, 3)]),
        ("audit_table.html", "AG/64", [("RESOLVED", "Councillor Lanyon", "Councillor Retallick", None, 2)]),
        ("county_wales.txt", "4", [("RESOLVED", "Councillor Carol Sayce", "Mrs. Eirlys Thomas-Pugh", None, 3)]),
        (
            "county_wales.txt",
            "5",
            [("REFUSED", "Councillor Parry", None, None, 1), ("RESOLVED", None, None, None, 0)],
        ),
        (
            "commissioners.txt",
            "6B",
            [
                ("REFUSED", "Commissioner Oakes", None, None, 0),
                ("CARRIED", "Commissioner Yellen", "Hatch", (3, 1), 0),
            ],
        ),
        ("commissioners.txt", "6C", [("CARRIED", "Bruin", "Oakes", (None, 0), 0)]),
        ("township_ontario.txt", "3.1", [("CARRIED", "Deputy Mayor Szabo", "Councillor Mars", None, 1)]),
        ("township_ontario.txt", "4.2", [("REFUSED", "Councillor Pruneau", "Deputy Mayor Szabo", None, 0)]),
        (
            "victoria.txt",
            "9.1",
            [("REFUSED", "Cr Haddad", "Cr Vo", (3, 4), 1), ("CARRIED", "Cr Kerslake", "Cr Fitch", (6, 1), 2)],
        ),
        ("victoria.txt", "9.2", [("CARRIED", "Cr Fitch", "Cr Linacre", None, 0)]),
        ("ward_committee.txt", "2", [("ADOPTED", "Mr Zuma", "Ms Govender", None, 0)]),
        ("ward_committee.txt", "3", [("APPROVED", "Ms Cele", "Mr Mchunu", None, 0)]),
        ("gram_panchayat.txt", "6", [("DECIDED", None, None, None, 0)]),
        ("malta.txt", "27.3", [("APPROVED", "Mayor", "Dr Falzon", (4, 1), 0)]),
        ("university.txt", "32/08", [("RESOLVED", None, None, None, 3)]),
        ("university.txt", "32/11", [("DEFERRED", None, None, None, 0)]),
        ("national_park.txt", "17/32", [("RESOLVED", "Cllr Nuttall", "Ms Tranmer", (5, 3), 4)]),
        ("national_park.txt", "18/32", [("RESOLVED", "Mr Iddon", "Ms Carrow", None, 1)]),
        ("town_table.md", "119/32", [("RESOLVED", "OS", "PN", (5, None), 0)]),
        ("town_table.md", "122/32", [("RESOLVED", "Cllr Bunting", "Cllr Hartwell", (4, 2), 0)]),
        ("town_table.md", "123/32", [("REFUSED", "Cllr Nair", "Cllr Pinder", (2, 4), 0)]),
        ("town_table.md", "126/32", [("DEFERRED", None, None, None, 0)]),
    ],
)
def test_decisions(paper, title, expected):
    meeting = mn.read(PAPERS / paper)[0]
    (item,) = [item for item in meeting.items if str(item).split(" ")[0] == title]
    assert [told(decision) for decision in mn.find_decisions(item)] == expected


@pytest.mark.parametrize(
    ("paper", "expected"),
    [
        ("licensing_panel.txt", {("Licensing Manager", "2032-01-21")}),
        (
            "scrutiny_actions.md",
            {
                *(("Director of Place", "2032-04"), ("Cabinet Member", "2032-02-23"), ("Tom Ainscough", "2032-03-02")),
                *(("Cllr Dunmore", "2032-02-23"), ("Democratic Services", "2032-04")),
            },
        ),
        ("audit_table.html", {("Mr Marlow", None), ("Head of Internal Audit", "2032-02-06")}),
        ("township_ontario.txt", {("staff", "2032-06-30"), ("Mr. Sloan", "2032-05")}),
        ("ward_committee.txt", {("Mrs G. Sithole", "2032-03-19"), ("Cllr B. Nxele", "2032-04-10")}),
        ("gram_panchayat.txt", {("Up-Sarpanch", "2032-02-28")}),
        ("university.txt", {("University Secretary", "2032-03-31")}),
        ("national_park.txt", {("Head of Landscape", None)}),
        ("town_table.md", {("Cllr Rana", None), ("Clerk", "2032-03-31"), ("Clerk", None)}),
    ],
)
def test_promises(paper, expected):
    found = {(one.owner, one.due) for one in mn.find_undertakings(mn.read(PAPERS / paper)[0])}
    assert expected <= found


@pytest.mark.parametrize(
    ("paper", "expected"),
    [
        ("licensing_panel.txt", [("Councillor Qadri", "answered"), ("Councillor Trubshaw", "answered")]),
        ("audit_table.html", [("Mrs Kitto", "answered"), ("Councillor Pascoe", "promised")]),
        (
            "county_wales.txt",
            [("Mr. Dacey", "answered"), ("A member", "promised"), ("Councillor Mathias", "unanswered")],
        ),
        ("victoria.txt", [("Mr Alf Nyberg", "answered"), ("Ms Tess Arkwright", "promised")]),
        ("parish_caribbean.txt", [("Councillor Facey", "answered"), ("Councillor Bogle", "answered")]),
        ("gram_panchayat.txt", [("Shri Bhosle", "answered")]),
        ("town_table.md", [("A resident", "answered")]),
    ],
)
def test_questions(paper, expected):
    found = mn.find_questions(mn.read(PAPERS / paper)[0])
    assert [(one.asker, one.reply) for one in found] == expected


@pytest.mark.parametrize(
    ("paper", "present"),
    [
        ("licensing_panel.txt", "Beatrix Holloway; Samir Qadri; Len Trubshaw"),
        (
            "parish_caribbean.txt",
            "Desmond Pryce; Mrs. Ionie Swaby; Winston Facey; Miss Althea Bogle; Carlton Reece",
        ),
        ("town_table.md", "Mabel Thirkell; Owen Sedge; Priya Nair; Clive Bunting; Jo Hartwell; Ray Pinder"),
    ],
)
def test_who_was_there(paper, present):
    meeting = mn.read(PAPERS / paper)[0]
    names = [one.name for one in meeting.attendance if one.kind == "present"]
    assert names[: present.count(";") + 1] == present.split("; ")
