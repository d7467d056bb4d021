"""More papers, all invented, as parishes, shires, townships, panels and trusts set them: decisions and promises."""

from pathlib import Path

import pytest

import minutesnlp as mn

PAPERS = Path(__file__).resolve().parents[1] / "cases" / "abroad"


def paper_of(name):
    return mn.read(PAPERS / f"{name}.txt")[0]


def words_of(decision):
    return " ".join((decision.text, *(clause.text for clause in decision.clauses)))


@pytest.mark.parametrize(
    ("paper", "outcome", "mover", "seconder", "votes", "says"),
    [
        ("parish", "APPROVED", "Cllr Oakden", "Cllr Tully", None, "12 January"),
        ("parish", "CARRIED", "Cllr Venn", "Cllr Wray", None, "going with Norbury"),
        ("parish", "REFUSED", None, None, None, "No seconder was found"),
        ("parish", "RESOLVED", "Cllr Wray", "Cllr Venn", None, "Norfolk Skips"),
        ("parish", "NO OBJECTION", None, None, None, "had no objection"),
        ("parish", "RESOLVED", None, None, None, "object on the grounds"),
        ("community_scotland", "APPROVED", "BI", "SW", None, "true record"),
        ("community_scotland", "ACCEPTED", "JT", "FR", None, "lower quote"),
        ("community_scotland", "AGREED", None, None, None, "hall clock"),
        ("community_wales", "RESOLVED", None, None, None, "correct record"),
        ("community_wales", "RESOLVED", None, None, None, "To renew"),
        ("community_wales", "RESOLVED", None, None, None, "hedge belongs"),
        ("community_wales", "RESOLVED", "Cllr Rees", "Cllr Tudor", (3, 2), "4%"),
        ("community_wales", "RESOLVED", None, None, None, "plot 7"),
        ("community_wales", "DEFERRED", None, None, None, "until the survey is known"),
        ("county_ireland", "AGREED", "Cllr. Breslin", "Cllr. Hynes", None, "12th January"),
        ("county_ireland", "APPROVED", "Cllr. Garvey", "Cllr. Costello", None, "0.21 hectares"),
        ("county_ireland", "AGREED", "Cllr. Naughton", "Cllr. Killoran", None, "Derrymore"),
        ("county_ireland", "AGREED", "Cllr. Hynes", "Cllr. Breslin", None, "Roads Programme 2032 be adopted"),
        ("county_ireland", "ADOPTED", "Cllr. Costello", "Cllr. Garvey", None, "Owenduff"),
        ("county_ireland", "CARRIED", "Cllr. Fallon", "Cllr. Hynes", (4, 2), "bye-laws be made"),
        ("township", "CARRIED", "Hale", "Ingram", (3, 0), "approve the minutes of March 1"),
        ("township", "CARRIED", "Ingram", "Hale", (3, 0), "warrants 10411 through 10437"),
        ("township", "CARRIED", "Mr. Hale", "Mr. Ingram", (3, 0), "mower deck from Tri-State"),
        ("township", "CARRIED", "Mr. Ingram", "Mr. Dorsett", (2, 1), "close Orchard Lane"),
        ("township", "CARRIED", "Mr. Hale", "Mr. Ingram", None, "table the request of Fenwick"),
        ("township", "REFUSED", "Mr. Ingram", None, None, "rental fee to $75"),
        ("township", "CARRIED", "Dorsett", "Hale", None, "executive session at 7:48"),
        ("shire", "CARRIED", "Cr Farrow", "Cr Keane", (6, 0), "17 December 2031"),
        ("shire", "CARRIED", "Cr Moulds", "Cr Stacey", (4, 2), "Trades the grader"),
        ("shire", "REFUSED", "Cr Quartermaine", "Cr Stacey", (2, 4), '"$35"'),
        ("shire", "CARRIED", "Cr Keane", "Cr Farrow", (5, 1), "$38 per night"),
        ("shire", "REFUSED", "Cr Bolt", "Cr Moulds", (1, 5), "Wanderup Players"),
        ("district_nz", "RESOLVED", "Sowry", "Edlin", None, "Cr L Haine"),
        ("district_nz", "REFUSED", "Cr Duthie", "Cr Ngata", (2, 4), '"fortnightly"'),
        ("district_nz", "CARRIED", "Cr Bidwell", "Cr Edlin", None, "weekly glass collection be retained"),
        ("district_nz", "RESOLVED", "Ngata", "Bidwell", None, "50km/h"),
        ("district_nz", "CARRIED", "Cr Edlin", "Cr Duthie", None, "valuation is to hand"),
        ("town_canada", "RESOLVED", "Councillor Ewing", "Councillor Cuthbert", None, "agenda be adopted"),
        ("town_canada", "RESOLVED", "Deputy Mayor Bourque", "Councillor Dhillon", None, "$15,000 from the Recreation"),
        ("town_canada", "CARRIED", "Councillor Cuthbert", "Councillor Ewing", None, "PW-06 be received"),
        ("town_canada", "REFUSED", "Councillor Dhillon", "Deputy Mayor Bourque", (2, 3), "close at noon"),
        ("town_canada", "CARRIED", "Councillor Cuthbert", "Councillor Dhillon", None, "adjourn at 7:14"),
        ("combined_authority", "APPROVED", None, None, None, "correct record"),
        ("combined_authority", "APPROVED", "the Mayor", "Councillor Marsh", (4, 1), "outline business case"),
        ("combined_authority", "RESOLVED", "Councillor Sellers", "Councillor Pask", None, "Award £2.1 million"),
        ("combined_authority", "REFUSED", "Councillor Ludlow", "Councillor Pask", (2, 3), "mayoral precept of £9"),
        ("combined_authority", "AGREED", None, None, None, "Dunmere branch"),
        ("fire_authority", "RESOLVED", None, None, None, "3 December 2031"),
        ("fire_authority", "RESOLVED", None, None, None, "virement of £60,000"),
        ("fire_authority", "REFUSED", "Councillor Gould", "Councillor Jessop", (2, 3), "consultation with the union"),
        ("fire_authority", "RESOLVED", "Councillor Dacre", "Councillor Lomax", (3, 2), "1 June 2032"),
        ("fire_authority", "RESOLVED", None, None, None, "two pumping appliances"),
        ("fire_authority", "RESOLVED", None, None, None, "Schedule 12A"),
        ("police_panel", "AGREED", None, None, None, "correct record"),
        ("police_panel", "REFUSED", "Councillor Farr", "Councillor Chand", (3, 4), "veto the proposed precept"),
        ("police_panel", "RESOLVED", None, None, (4, 3), "without qualification"),
        ("police_panel", "AGREED", None, None, None, "Thea Quill"),
        ("police_panel", "AGREED", "Dr Hart", "Mrs Kemp", None, "taken no further"),
        ("academy_trust", "AGREED", None, None, None, "accurate record"),
        ("academy_trust", "NOTED", None, None, None, "management accounts"),
        ("academy_trust", "REFUSED", None, None, None, "not ratified"),
        ("academy_trust", "RESOLVED", None, None, None, "Fernside School to join"),
        ("academy_trust", "RATIFIED", None, None, None, "Kerrow LLP"),
    ],
)
def test_what_was_decided_by_whom_and_by_how_many(paper, outcome, mover, seconder, votes, says):
    told = [one for one in mn.find_decisions(paper_of(paper)) if says in words_of(one)]
    found = [(one.outcome, one.mover, one.seconder) for one in told]
    assert found == [(outcome, mover, seconder)]
    assert (told[0].votes and (told[0].votes.in_favour, told[0].votes.against)) == votes


@pytest.mark.parametrize(
    ("paper", "count"),
    [
        ("county_ireland", 6),
        ("township", 8),
        ("shire", 5),
        ("district_nz", 5),
        ("town_canada", 6),
        ("fire_authority", 7),
    ],
)
def test_nothing_else_is_decided(paper, count):
    assert len(mn.find_decisions(paper_of(paper))) == count


@pytest.mark.parametrize(
    ("paper", "owner", "due", "says"),
    [
        ("parish", "Clerk", None, "place the order"),
        ("parish", "Cllr Tully", "2032-02-20", "send it round"),
        ("community_scotland", "AM", "2032-03-31", "write again"),
        ("community_scotland", "PC Dunbar", "2032-04", "who owns the abandoned van"),
        ("community_scotland", "JT", None, "issue the cheque"),
        ("community_scotland", "SW and BI", None, "walk the shore path"),
        ("community_wales", "Clerk", None, "reply that the hedge"),
        ("community_wales", "Clerk", "2032-03", "seek three quotes"),
        ("community_wales", "Clerk", None, "chase the County"),
        ("township", "Mr. Cole", "2032-04-19", "deck fitted"),
        ("shire", "Chief Executive Officer", "2032-03-31", "trade-in value"),
        ("district_nz", "staff", "2032-03-30", "reply to her"),
        ("town_canada", "staff", "2032-05-31", "state of the roof"),
        ("combined_authority", "Director", None, "provide a note"),
        ("combined_authority", "Chief Executive", "2032-02-20", "draft a response"),
        ("fire_authority", "Treasurer", None, "breakdown of fuel"),
        ("police_panel", "Commissioner", "2032-02-29", "list of vacant posts"),
        ("police_panel", "Scrutiny Officer", None, "invite the Rural"),
        ("police_panel", "Members", "2032-02-19", "send other topics"),
        ("academy_trust", "NO", "2032-03-04", "forecast of agency"),
        ("academy_trust", "KF", None, "keep trustees informed"),
        ("academy_trust", "AQ", None, "write to Mr Upton"),
        ("academy_trust", "BS", "2032-05", "skills audit"),
    ],
)
def test_who_is_to_do_what_by_when(paper, owner, due, says):
    told = [(one.owner, one.due) for one in mn.find_undertakings(paper_of(paper)) if says in one.text]
    assert told == [(owner, due)]


def test_a_labelled_verb_owes_nothing():
    owners = {one.owner for one in mn.find_undertakings(paper_of("combined_authority"))}
    assert "B. Delegated" not in owners


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        ("Penderfynwyd bod y neuadd yn cael ei gosod.", ["PENDERFYNWYD"]),
        ("Penderfynwyd cymeradwyo’r cynllun. Cytunwyd i brynu mainc.", ["PENDERFYNWYD", "CYTUNWYD"]),
        ("Gohiriwyd yr eitem tan y cyfarfod nesaf.", ["GOHIRIWYD"]),
        ("Siaradodd y Cyng. B. Rees a chytunwyd yn unfrydol y dylid aros.", ["CYTUNWYD"]),
        ("Penderfynwyd yn unfrydol / Resolved unanimously to buy a bench.", ["RESOLVED"]),
        # what was noted of something, asked about, or decided before
        ("Nodwyd bod y lamp allan.", []),
        ("Gofynnwyd pam y penderfynwyd aros.", []),
        ("Penderfynwyd ar y lliw eisoes.", []),
    ],
)
def test_what_was_decided_is_told_in_welsh_in_small_letters(text, outcomes):
    item = mn.Item("i", "Neuadd", paragraphs=(mn.Paragraph("p", text),))
    assert [one.outcome for one in mn.find_decisions(item)] == outcomes
