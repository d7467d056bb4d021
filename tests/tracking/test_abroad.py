"""Papers as councils here and abroad set them, all invented: what was decided, who moved it, and by how many."""

from pathlib import Path

import pytest

import minutesnlp as mn

PAPERS = Path(__file__).resolve().parents[1] / "cases" / "abroad"


def short(decision):
    votes = decision.votes and (decision.votes.in_favour, decision.votes.against)
    words = " ".join(" ".join((decision.text, *(clause.text for clause in decision.clauses))).split())
    return decision.outcome, decision.mover, decision.seconder, votes, words


@pytest.mark.parametrize(
    ("paper", "title", "outcome", "mover", "seconder", "votes", "says"),
    [
        ("australia", "7.2 DOG PARK", "CARRIED", "Cr Hollis", "Cr Petrou", (6, 2), "Allocates $65,000"),
        ("australia", "7.3 ROAD", "CARRIED", "Cr Nguyen", "Cr Bell", None, "temporary closure of Myall Street"),
        ("australia", "7.4 RATES", "REFUSED", "Cr Lim", "Cr Drew", (3, 5), "defer the rates increase"),
        ("australia", "8.1 Cr Drew", "CARRIED", "Cr Bell", "Cr Shaw", (5, 3), "lie on the table"),
        ("new_zealand", "2 Speed", "CARRIED", "Mayor Tait", "Cr Hoani", None, "declines the request for a crossing"),
        ("new_zealand", "3 Library", "CARRIED", "Cr Hoani", "Cr Pere", None, "8pm on Thursdays"),
        # what a lost motion asked for did not come about: the report does not lie on the table
        ("new_zealand", "4 Stock", "REFUSED", "Cr Lowe", "Cr Askew", None, "leaves the report"),
        ("united_states", "PUBLIC", "CARRIED", "Alder", "Whitcomb", (4, 1), "rezoning 12 Quarry Lane"),
        ("canada", "5.1 Arena", "CARRIED", "H. Tran", "B. Lusk", None, "draw $200,000 from the Arena Reserve"),
        ("canada", "5.2 Fence", "REFUSED", "R. Gagnon", "T. Osei", None, "appoints Dana Frost"),
        ("canada", "5.3 Short", "RESOLVED", "B. Lusk", "H. Tran", (3, 2), "the fee be set at $500"),
        (
            "queensland",
            "5.1 COMM",
            "CARRIED",
            "Cr Abbas",
            "Cr Penney",
            (4, 1),
            "excluding the application from the Polo",
        ),
        # “Resolution offered by …, supported by …” and “Resolution declared adopted”, with “Yes – 3, No – 2”
        ("michigan", "V NEW", "ADOPTED", "Sabo", "Voigt", (3, 2), "to place a 1.0 mill road levy"),
        ("michigan", "II APPROVAL", "CARRIED", "Teller", "Voigt", None, "to approve the agenda"),
        ("scotland", "3 Leisure", "AGREED", None, None, None, "approve expenditure of £410,000"),
    ],
)
def test_decisions_of_papers_from_abroad(paper, title, outcome, mover, seconder, votes, says):
    meeting = mn.read(PAPERS / f"{paper}.txt")[0]
    (item,) = [item for item in meeting.items if str(item).startswith(title)]
    (told,) = map(short, mn.find_decisions(item))
    assert told[:4] == (outcome, mover, seconder, votes)
    assert says in told[4]


def test_a_motion_in_the_line_that_tells_its_vote_is_one_of_its_own():
    meeting = mn.read(PAPERS / "michigan.txt")[0]
    (item,) = [item for item in meeting.items if item.title == "UNFINISHED BUSINESS"]
    told = [short(decision) for decision in mn.find_decisions(item)]
    assert [one[:4] for one in told] == [
        ("CARRIED", "Quint", "Sabo", (4, 1)),
        ("CARRIED", "Teller", "Quint", None),
    ]
    assert "postpone to the October meeting" in told[1][4]


def test_a_motion_of_several_paragraphs_that_each_begin_with_that():
    meeting = mn.read(PAPERS / "british_columbia.txt")[0]
    lanes, patios = mn.find_decisions(meeting.items[0])
    assert lanes.text.startswith("THAT Council approve bus lanes")
    assert [clause.text for clause in lanes.clauses] == [
        "THAT Council direct staff to report back on delivery zones by Q2 2032."
    ]
    assert (patios.outcome, patios.clauses) == ("CARRIED", ())


def test_new_business_of_an_american_city():
    meeting = mn.read(PAPERS / "united_states.txt")[0]
    (item,) = [item for item in meeting.items if item.title == "NEW BUSINESS"]
    told = [short(decision)[:3] for decision in mn.find_decisions(item)]
    assert told == [
        ("ADOPTED", "Councilmember Ruiz", "Councilmember Okafor"),
        ("REFUSED", "Alder", None),
        ("CARRIED", "Whitcomb", "Ruiz"),
        ("CARRIED", "Okafor", "Ruiz"),
    ]


def test_noted_and_recommended_on_one_scottish_list():
    meeting = mn.read(PAPERS / "scotland.txt")[0]
    noted, resolved = mn.find_decisions(meeting.items[2])
    assert (noted.outcome, len(noted.clauses), resolved.outcome, len(resolved.clauses)) == ("NOTED", 2, "RESOLVED", 1)


def test_carried_behind_an_amendment_that_was_lost_is_of_the_motion():
    texts = [
        *("Moved Cr Colby", "Seconded Cr Whyte", "That the saleyards fees be increased by 4.5 per cent.", "Amendment"),
        *("Moved Cr Penney", "Seconded Cr Abbas", "That ‘4.5 per cent’ be replaced with ‘3 per cent’."),
        *("AMENDMENT LOST 2/3", "MOTION CARRIED 3/2"),
    ]
    paragraphs = tuple(mn.Paragraph(f"m/{n}", text, item_id="m/i", line=n + 1) for n, text in enumerate(texts))
    item = mn.Item("m/i", "Saleyards fees", paragraphs=paragraphs, meeting_id="m")
    assert [short(decision)[:4] for decision in mn.find_decisions(item)] == [
        ("CARRIED", "Cr Colby", "Cr Whyte", (3, 2)),
        ("REFUSED", "Cr Penney", "Cr Abbas", (2, 3)),
    ]


RECITED = [
    *("WHEREAS the bridge is closed to lorries; and", "WHEREAS it carries the only bus; and"),
    *("WHEREAS its repair was promised twice; and", "WHEREAS the county has funds; and"),
    *("WHEREAS residents have petitioned; and", "WHEREAS the school is cut off; and", "WHEREAS winter is near;"),
    "NOW THEREFORE BE IT RESOLVED that the Council asks the county to mend the bridge. Carried.",
]


@pytest.mark.parametrize("above", [["L. Ash, T. Birch:", *RECITED], [f"L. Ash, T. Birch: {RECITED[0]}", *RECITED[1:]]])
def test_what_a_motion_recites_does_not_part_it_from_who_moved_it(above):
    paragraphs = tuple(mn.Paragraph(f"m/{n}", text, item_id="m/i", line=n + 1) for n, text in enumerate(above))
    (found,) = mn.find_decisions(mn.Item("m/i", "Bridge", paragraphs=paragraphs, meeting_id="m"))
    assert (found.mover, found.seconder, found.outcome) == ("L. Ash", "T. Birch", "RESOLVED")


def test_a_numbered_line_above_a_form_is_what_it_is_about():
    texts = [
        *("MOVED BY: Ada Ash", "SECONDED BY: JP Birch", "ACTION: Approve", "YEAS: JP Birch, Ada Ash - 2", "NAYS: 0"),
        *("RECUSED: 0", "AND THE MOTION PASSED"),
    ]
    head = mn.Paragraph("m/h", "Approval of the minutes from the January 23, 2031 meeting", number="2", kind="clause")
    paragraphs = (head, *(mn.Paragraph(f"m/{n}", text) for n, text in enumerate(texts)))
    (found,) = mn.find_decisions(mn.Item("m/i", "Ferries", paragraphs=paragraphs, meeting_id="m"))
    assert (found.outcome, found.routine, found.mover) == ("APPROVED", True, "Ada Ash")
    assert [clause.text for clause in found.clauses] == [head.text]
