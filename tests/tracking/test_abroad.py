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
        ("shire_council", "4.1 TENDER", "CARRIED", "Cr Lindqvist", "Cr Obuya", (5, 1), "a report on plant replacement"),
        ("city_council", "EXECUTIVE", "CARRIED", "Kessel", "Whitlow", (6, 0), "go into executive session"),
        ("city_council", "NEW BUS", "AGREED", None, None, None, "Council consensus was to have"),
        ("city_council", "APPOINTMENT", "ORDERED", "Bascom", "Ortiz", None, "moved to confirm"),
        ("scotland_committee", "4 COMM", "DEFERRED", None, None, None, "continued consideration of the application"),
        ("cabinet_london", "50 Hous", "RESOLVED", None, None, None, "authority to vary garage rents"),
        ("cabinet_london", "52 Park", "DECIDED", None, None, None, "not to proceed with the zone"),
        ("nz_board", "1 Apol", "RESOLVED", "Pike", "Fonoti", None, "the apology from Ms Rewi be accepted"),
        ("nz_board", "2 Foot", "RESOLVED", "Pike", "Fonoti", None, "supports the footpath"),
        ("nz_board", "4 Trees", "CARRIED", "Pike", "Fonoti", None, "the trees be kept"),
        ("forms", "1 FENCE", "CARRIED", "Trustee Vance", "Trustee Pruitt", (2, 1), "the fence permit"),
        ("forms", "3 TREES", "CARRIED", "Vance", "Pruitt", None, "the tree plan be accepted"),
        ("forms", "4 DOGS", "REFUSED", "Councillor Pike", "Councillor Amos", None, "to post signs"),
        ("forms", "5 BRIDGE", "CARRIED", None, None, (3, 1), "the bridge be closed"),
        ("forms", "7 AUDIT", "CARRIED", "Councillor Pike", "Councillor Amos", None, "the audit report"),
        ("forms", "8 WATER", "VOTED", "Dunne", "Orr", (4, 1), "the water rate"),
        ("forms", "10 CLOCK", "AGREED", None, None, None, "to defer the repair until spring"),
        ("forms", "13 PONY", "RESOLVED", None, None, (7, 3), "not to renew the licence"),
        ("forms", "15 SHOP", "REFUSED", "Cllr Hurn", "Cllr Ives", (None, None), "casting vote in favour of refusal"),
        ("forms", "18 RATE", "CARRIED", None, None, (8, 0), "adopt the rate"),
        ("forms", "20 MAST", "DETERMINED", None, None, None, "a noise log be kept"),
        ("forms", "22 WELL", "DEFERRED", None, None, None, "minded to refuse but deferred"),
        ("forms", "23 GATE", "WITHDRAWN", None, None, None, "The motion to buy the gate"),
        ("forms", "25 POOL", "PASSED", None, None, None, "By-law 2031-17"),
        ("forms", "26 MOOR", "ENDORSED", None, None, None, "the recommendations endorsed"),
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
        ("new_england", "Minutes", "APPROVED", "Mr. Asher", "Mr. Mott", (4, 0), "approve the minutes"),
        ("new_england", "6:45", "VOTED", "Mr. Thwing", "Ms. Garnet", None, "grant the petition"),
        ("new_england", "Transfer", "VOTED", "Mr. Mott", "Mr. Thwing", (3, 2), "senior rate of $60"),
        ("new_england", "Appointment", "VOTED", "Garnet", "Asher", (5, 0), "appoint Iris Fenn"),
        ("new_england", "Executive", "CARRIED", "Mr. Asher", "Mr. Mott", (5, 0), "enter executive session"),
        ("texas", "5.1", "CARRIED", "Sturm", "Banks", (3, 2), "deny Ordinance No. 2032-03"),
        ("texas", "6.1", "PASSED", "Leal", "Huddle", (5, 0), "award Bid 2032-11"),
        (
            "wisconsin",
            "2032-04",
            "ADOPTED",
            "Supervisor Dahl",
            "Supervisor Pelkie",
            (7, 0),
            "Department of Natural Resources",
        ),
        ("south_africa", "3 CONF", "RESOLVED", "Councillor F Isaacs", "Councillor S Mabaso", None, "be confirmed"),
        (
            "south_africa",
            "4.1",
            "RESOLVED",
            "Councillor T Dlamini-Rowe",
            "Councillor Z Xaba",
            None,
            "within 10 working days",
        ),
        ("wales", "143", "RESOLVED", "Cllr Vaughan", "Cllr Gwilym", None, "the minutes of 13 January"),
        ("wales", "148", "RESOLVED", None, None, None, "a precept of £31,200"),
        ("kenya", "44", "RESOLVED", None, None, None, "a site visit to Kilima"),
        ("kenya", "45", "RESOLVED", None, None, None, "write to the Department of Energy"),
        ("isle_of_man", "C32/018", "APPROVED", "Miss Mylrea", "Mr Faragher", None, "taken as read"),
        ("isle_of_man", "C32/021", "AGREED", None, None, None, "a survey of tenants"),
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


@pytest.mark.parametrize("count", ["Yes: 4 No: 1", "Ayes: 4 Nays: 1", "Ayes: 4, Nays: 1."])
def test_a_verdict_below_its_count_is_no_second_decision(count):
    texts = ("Moved by Okafor, seconded by Ruiz, to buy a lamp.", count, "Motion carried.")
    paragraphs = tuple(mn.Paragraph(f"m/{n}", text, item_id="m/i", line=n + 1) for n, text in enumerate(texts))
    (found,) = mn.find_decisions(mn.Item("m/i", "Lamp", paragraphs=paragraphs, meeting_id="m"))
    assert short(found)[:4] == ("CARRIED", "Okafor", "Ruiz", (4, 1))


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


@pytest.mark.parametrize(
    ("paper", "title", "expected"),
    [
        # the amendment's words stand above its fate, and the motion behind it is that of its own mover
        (
            "isle_of_man",
            "C32/019",
            [
                ("REFUSED", "Mr Faragher", "Miss Mylrea", (2, 3), "208 pence"),
                ("CARRIED", "Mr Cregeen", "Mrs Quayle-Lace", (None, None), "214 pence"),
            ],
        ),
        (
            "isle_of_man",
            "C32/020",
            [
                ("REFUSED", "Mr Faragher", None, None, "CCTV"),
                ("CARRIED", "Miss Mylrea", "Mr Cregeen", None, "that the shelters be removed"),
                ("CARRIED", "Mrs Quayle-Lace", "the Chairman", (3, 2), "the end of the season"),
            ],
        ),
        (
            "city_council",
            "CONSENT",
            [
                ("CARRIED", "Bascom", "Arden", None, "Consent Items A and B"),
                ("PASSED", "Whitlow", "Bascom", (5, 1), "contingent on a traffic plan"),
            ],
        ),
        # a vote between a motion and its amendment
        (
            "scotland_committee",
            "2 ROAD",
            [
                ("CARRIED", "Councillor Orr", "Councillor Baird", (4, 2), "moved approval of the recommendations"),
                ("REFUSED", "Councillor Geddes", "Councillor Weir", (2, 4), "the scheme in Kirkbrae be deferred"),
                ("APPROVED", None, None, None, "enforcement was a matter for Police Scotland"),
            ],
        ),
        (
            "borough_ni",
            "74 NOTICE",
            [
                ("CARRIED", "Alderman Hagan", "Councillor Wray", (5, 4), "referred to the Policy Committee"),
                ("AGREED", "Councillor Toner", "Councillor Devlin", None, "It became the substantive motion"),
            ],
        ),
        (
            "extraordinary_nz",
            "2 Adopt",
            [
                ("REFUSED", "Cr Prentice", "Cr Teo", (2, 3), "the rates increase be limited to 4.9%"),
                ("CARRIED", "The Mayor", "Cr Ihaka", None, "adopts the Long Term Plan"),
            ],
        ),
        # a motion to amend, and the main motion below it with a mark for each member
        (
            "wisconsin",
            "Landfill",
            [
                ("CARRIED", "Supervisor Hakala", "Supervisor Weiss", (4, 3), "to $66 a ton"),
                ("REFUSED", "Supervisor Nylund", "Supervisor Strand", (3, 4), "to make it $62"),
            ],
        ),
        (
            "wisconsin",
            "2032-05",
            [
                ("PROPOSED", "Supervisor Weiss", "Supervisor Dahl", None, "adopt Resolution 2032-05"),
                ("CARRIED", "Supervisor Strand", "Supervisor Pelkie", (5, 2), "postpone to February"),
            ],
        ),
        (
            "texas",
            "6.3",
            [
                ("REFUSED", "Ramos", None, None, "table until April 6"),
                ("CARRIED", "Huddle", "Sturm", (5, 0), "appoint Hon. Pilar Voss"),
            ],
        ),
        # each side and its names a line above the declaration
        (
            "ireland",
            "5 CASUAL",
            [
                ("REFUSED", "Cllr. Breen", "Cllr. Loftus", (2, 4), "the number of pitches"),
                ("AGREED", "Cllr. Hoare", "Cllr. Tansey", None, "public display"),
            ],
        ),
        (
            "forms",
            "6 GRANT",
            [
                ("REFUSED", "Orr", None, None, "to deny the grant"),
                ("PASSED", "Dunne", "Pike", None, "to award $2,500"),
            ],
        ),
        (
            "forms",
            "24 LAMP",
            [
                ("REFUSED", "Cllr Ives", None, None, "There was no seconder"),
                ("AGREED", "Cllr Hurn", "Cllr Webb", None, "the lamp be removed"),
            ],
        ),
        (
            "nz_board",
            "3 Grants",
            [
                ("REFUSED", "Hall", "Rewi", None, "the sum be $300"),
                ("CARRIED", "Pike", "Fonoti", None, "$500 be granted"),
            ],
        ),
        # a motion against another that was resolved is its mover's
        (
            "south_africa",
            "4.2",
            [
                ("PROPOSED", "Councillor A van Zyl", "Councillor P J Kriel", None, "referred back"),
                ("RESOLVED", "Councillor L Booysen", "Councillor F Isaacs", None, "sold to Karoo Milling"),
            ],
        ),
        # each proposition is its mover's, of whom the sentence tells
        (
            "jersey",
            "3 RATE",
            [
                ("REFUSED", "Mr. Syvret", "Mr. T. Bisson", (19, 38), "1.18 pence"),
                ("ADOPTED", "Mrs. Vautier", "Mr. Hamel", (44, 11), "1.24 pence"),
            ],
        ),
        ("hong_kong", "3 Motion", [("PASSED", "Ms LAU Wai-sum", "Mr TAM Ho-yin", (4, 0), "The motion was passed")]),
        ("village", "Bills", [("CARRIED", "Haas", "Ibsen", (4, 1), "pay the bills")]),
        ("village", "Dog", [("REFUSED", "Jurek", None, None, "waive further readings")]),
        ("standards", "21 Work", [("RESOLVED", None, None, None, "the date of the training")]),
        ("school_board", "FACILITIES", [("CARRIED", "Sanborn", "Orton", (4, 2), "the bid of Prairie Floors")]),
        ("housing", "5 Rent", [("APPROVED", None, None, None, "Approved option B")]),
        # what officers recommended is none of the committee's decisions
        (
            "planning",
            "PL.44",
            [
                ("REFUSED", "Councillor Dimmock", "Councillor Kemble", (2, 5), "On being put to the vote"),
                ("REFUSED", "Councillor Hartle", "Councillor Wadey", (5, 2), "5 votes to 2"),
                ("PERMITTED", None, None, None, "unanimous"),
                ("DEFERRED", None, None, None, "a site visit"),
            ],
        ),
    ],
)
def test_several_decisions_of_one_item(paper, title, expected):
    meeting = mn.read(PAPERS / f"{paper}.txt")[0]
    (item,) = [item for item in meeting.items if str(item).startswith(title)]
    told = [short(decision) for decision in mn.find_decisions(item)]
    assert [one[:4] for one in told] == [one[:4] for one in expected]
    assert all(one[4] in decision[4] for one, decision in zip(expected, told, strict=True))


def test_a_line_to_be_signed_decides_nothing():
    meeting = mn.read(PAPERS / "south_africa.txt")[0]
    assert "CONFIRMED" not in {decision.outcome for decision in mn.find_decisions(meeting)}


def test_when_a_meeting_of_a_month_or_a_span_of_months_is_named():
    tasks = {
        u.owner: u.due
        for name in ("shire_council", "cabinet_london")
        for u in mn.find_undertakings(mn.read(PAPERS / f"{name}.txt")[0])
    }
    assert tasks["CEO"] == "2031-05"
    assert tasks["Officers"] == "2032-12-09"


def test_who_is_to_act_and_when():
    meeting = mn.read(PAPERS / "kenya.txt")[0]
    (told,) = [one for one in mn.find_undertakings(meeting) if "vouchers" in one.text]
    assert (told.owner, told.due) == ("Chief Officer", "2032-03-02")
    asked = [(one.asker, one.text.partition(" ")[2].partition(" ")[2]) for one in mn.find_questions(meeting)]
    assert ("Hon. Mwandoe", "wondered why the contractor had been paid in full.") in asked


def test_who_withdrew_a_proposition_and_undertook_something_owes_it():
    text = "The proposition was withdrawn by the Chairman, who undertook to obtain a second valuation."
    item = mn.Item("i", "Land", paragraphs=(mn.Paragraph("p", text),))
    assert [decision.outcome for decision in mn.find_decisions(item)] == ["WITHDRAWN"]
    assert [one.owner for one in mn.find_undertakings(item)] == ["Chairman"]


def test_an_action_that_is_a_motion_is_nobodys_task():
    meeting = mn.read(PAPERS / "water_board.txt")[0]
    told = [(one.owner, one.due) for one in mn.find_undertakings(meeting)]
    assert told == [("staff", None), ("GM Sharp", "2032-06-30")]


def test_a_motion_whose_first_part_only_leads_to_more_is_one_decision():
    texts = [
        ("Motion made by C. Ash", None),
        ("That, on the advice of the Director, with respect to the City-owned lands:", None),
        *(("the following actions be taken:", "a"), ("the bid of Orme Farms, for Package A, BE ACCEPTED;", "i")),
        *(
            ("the bid of Hale Farms, for Package B, BE ACCEPTED;", "ii"),
            ("the by-law BE INTRODUCED to accept them.", "b"),
        ),
        ("Motion Passed (14 to 0)", None),
    ]
    kinds = {True: "clause", False: "text"}
    paragraphs = tuple(
        mn.Paragraph(f"m/{n}", text, number=number, kind=kinds[number is not None])
        for n, (text, number) in enumerate(texts)
    )
    item = mn.Item("m/i", "Farmland", paragraphs=paragraphs, meeting_id="m")
    (found,) = mn.find_decisions(item)
    assert (found.outcome, found.mover, str(found.votes)) == ("ACCEPTED", "C. Ash", "14 for, 0 against")
    assert [clause.number for clause in found.clauses] == ["a", "i", "ii", "b"]
    assert "actions be taken" not in mn.summarise(item, words=14).text


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        # the count of the verdict is that of the resolution it carried
        (
            [
                "Approval was moved by Cllr Ash and seconded by Ms Oak. It was put to the vote and carried with 5 for, "
                "3 against and 1 abstention.",
                "RESOLVED:",
                "That the barn be mended.",
            ],
            ("RESOLVED", "Cllr Ash", "Ms Oak", (5, 3)),
        ),
        (
            ["Moved by Ash to reject all bids. Seconded by Oak. All in favor. None opposed. Motion carried."],
            ("CARRIED", "Ash", "Oak", (None, 0)),
        ),
        (
            [
                "Commissioner Ash offered the following resolution and moved its adoption:",
                "NOW, THEREFORE, BE IT RESOLVED, that the Board opposes the closure.",
                "Adopted 4-0.",
            ],
            ("RESOLVED", "Commissioner Ash", None, (4, 0)),
        ),
    ],
)
def test_one_motion_is_told_once_with_its_vote(texts, expected):
    paragraphs = tuple(mn.Paragraph(f"m/{n}", text, item_id="m/i", line=n + 1) for n, text in enumerate(texts))
    item = mn.Item("m/i", "Barn", paragraphs=paragraphs, meeting_id="m")
    assert [short(decision)[:4] for decision in mn.find_decisions(item)] == [expected]
    assert not mn.find_undertakings(item)


def test_evidence_that_was_accepted_decides_nothing():
    item = mn.Item("i", "Bar", paragraphs=(mn.Paragraph("p", "The Panel accepted the evidence of the Police."),))
    assert not mn.find_decisions(item)
