# ruff: noqa: E501  (pages are written in long lines)
"""Pages of minutes as other systems than ModernGov, word processors and hands write them; all are invented."""

import pytest

from minutesnlp.reading.corpora import meetings_in

PAGES = {
    "an eScribe page": (
        """\
<!DOCTYPE html><html><head><title>Council Minutes - June 4, 2024</title></head><body>
<div class="header"><a href="/">Meetings</a></div>
<div class="AgendaHeader"><h1>Town of Elm Falls</h1><h2>Council Minutes</h2><p>Tuesday, June 4, 2024, 7:00 P.M.</p><p>Council Chambers</p></div>
<div class="AttendanceContainer"><table><tr><td>Members Present:</td><td><ul><li>Mayor Ann Reed</li><li>Councillor Lee Pope</li><li>Councillor Mia Dunn</li></ul></td></tr><tr><td>Staff Present:</td><td><ul><li>J. Field, CAO</li><li>S. Holt, Clerk</li></ul></td></tr></table></div>
<ol class="AgendaItems"><li class="AgendaItemContainer"><div class="AgendaItem AgendaItem1"><h2 class="AgendaItemTitleRow"><span class="AgendaItemCounter">1.</span><a class="AgendaItemTitle">Call to Order</a></h2><div class="AgendaItemMinutes"><p>The Mayor called the meeting to order at 7:00 p.m.</p></div></div></li>
<li class="AgendaItemContainer"><div class="AgendaItem"><h2><span class="AgendaItemCounter">2.</span><a class="AgendaItemTitle">Disclosure of Pecuniary Interest</a></h2><div><p>None were disclosed.</p></div></div></li>
<li class="AgendaItemContainer"><div class="AgendaItem"><h2><span class="AgendaItemCounter">3.</span><a class="AgendaItemTitle">Adoption of Minutes</a></h2><ul class="AgendaItemMotions"><li class="AgendaItemMotion"><div class="MotionNumber">Resolution No. 2024-101</div><div class="MovedBy"><span class="Label">Moved by</span> Councillor Pope</div><div class="SecondedBy"><span class="Label">Seconded by</span> Councillor Dunn</div><div class="MotionText"><p>That the minutes of May 21, 2024 be adopted.</p></div><div class="MotionResult">Carried</div></li></ul></div></li>
<li class="AgendaItemContainer"><div class="AgendaItem"><h2><span class="AgendaItemCounter">4.</span><a class="AgendaItemTitle">Reports</a></h2><ol><li><h3><span class="AgendaItemCounter">4.1</span><a class="AgendaItemTitle">Fire Hall Roof</a></h3><p>The Fire Chief presented the report.</p><div class="MotionVoters"><table><tr><td class="VoterVote">In favour (3)</td><td>A. Reed, L. Pope, and M. Dunn</td></tr></table></div></li></ol></div></li>
<li class="AgendaItemContainer"><div class="AgendaItem"><h2><span class="AgendaItemCounter">5.</span><a class="AgendaItemTitle">Adjournment</a></h2><p>The meeting adjourned at 8:14 p.m.</p></div></li></ol></body></html>
""",
        [
            ("1", "Call to Order"),
            ("2", "Disclosure of Pecuniary Interest"),
            ("3", "Adoption of Minutes"),
            ("4", "Reports"),
            ("4.1", "Fire Hall Roof"),
            ("5", "Adjournment"),
        ],
        ("Town of Elm Falls", "Town of Elm Falls", "2024-06-04", "19:00", None),
        [
            ("present", "Ann Reed", "Mayor"),
            ("present", "Lee Pope", None),
            ("present", "Mia Dunn", None),
            ("officer", "J. Field", "CAO"),
            ("officer", "S. Holt", "Clerk"),
        ],
    ),
    "a Legistar page": (
        """\
<html><head><title>City of Lake Hollow - Meeting Minutes</title></head><body><div><h1>City of Lake Hollow</h1><h2>Meeting Minutes - Final</h2><h3>City Council</h3><p>Tuesday, March 4, 2025</p><p>7:00 PM</p><p>City Hall</p></div>
<table><tr><td><b>1.</b></td><td><b>Call to Order</b></td></tr><tr><td></td><td>Mayor Reed called the meeting to order at 7:00 PM.</td></tr>
<tr><td><b>2.</b></td><td><b>Roll Call</b></td></tr><tr><td></td><td>Present: 4 - Mayor Reed, Councilmember Pope, Councilmember Dunn and Councilmember Hart</td></tr><tr><td></td><td>Absent: 1 - Councilmember Gray</td></tr>
<tr><td><b>3.</b></td><td><b>Consent Agenda</b></td></tr><tr><td></td><td>A motion was made by Pope, seconded by Dunn, that the Consent Agenda be approved. The motion carried by the following vote:</td></tr><tr><td></td><td>Aye: 4 - Reed, Pope, Dunn and Hart</td></tr>
<tr><td>25-0123</td><td>Approval of the minutes of February 18, 2025</td></tr><tr><td></td><td>This Minutes was approved.</td></tr>
<tr><td><b>4.</b></td><td><b>Public Hearings</b></td></tr><tr><td>25-0130</td><td>Ordinance vacating an alley in Block 4</td></tr><tr><td></td><td>Mayor Reed opened the public hearing.</td></tr>
<tr><td><b>5.</b></td><td><b>Adjournment</b></td></tr><tr><td></td><td>The meeting was adjourned at 8:02 PM.</td></tr></table></body></html>
""",
        [
            ("1", "Call to Order"),
            ("2", "Roll Call"),
            ("3", "Consent Agenda"),
            ("4", "Public Hearings"),
            ("5", "Adjournment"),
        ],
        ("City of Lake Hollow", "City of Lake Hollow", "2025-03-04", "19:00", None),
        [
            ("present", "Reed", "Mayor"),
            ("present", "Pope", None),
            ("present", "Dunn", None),
            ("present", "Hart", None),
            ("absent", "Gray", None),
        ],
    ),
    "a table with who is to act": (
        """\
<html><head><title>Minutes</title></head><body><h1>Moor End Community Council</h1><h2>Minutes of meeting of Monday 3 June 2024</h2><p>Present: A Hall (Chair), B Lee (Secretary), C Day</p><p>Apologies: D Moor</p>
<table border="1"><tr><th>Item</th><th>Discussion</th><th>Action</th></tr>
<tr><td>1</td><td><b>Welcome</b><br>The Chair welcomed everyone to the meeting and thanked the school for the room.</td><td></td></tr>
<tr><td>2</td><td><b>Police report</b><br>There had been two thefts of tools from vans in Long Lane and a broken window at the hall.</td><td></td></tr>
<tr><td>3</td><td><b>Roads</b><p>The council had promised to mend the hole outside the shop by the end of the month.</p><p>BL would chase.</p></td><td>BL</td></tr>
<tr><td>4</td><td><b>AOCB</b><br>None.</td><td></td></tr></table><p>Next meeting: 1 July 2024</p></body></html>
""",
        [("1", "Welcome"), ("2", "Police report"), ("3", "Roads"), ("4", "AOCB")],
        ("Moor End Community Council", "Moor End Community Council", "2024-06-03", None, None),
        [
            ("present", "A Hall", "Chair"),
            ("present", "B Lee", "Secretary"),
            ("present", "C Day", None),
            ("apologies", "D Moor", None),
        ],
    ),
    "a page that Word wrote": (
        """\
<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta http-equiv=Content-Type content="text/html; charset=windows-1252"><meta name=Generator content="Microsoft Word 15"><title>WEND TOWN COUNCIL</title><style>p.MsoNormal {margin:0}</style></head><body lang=EN-GB><div class=WordSection1>
<p class=MsoNormal align=center><b><span style='font-size:14.0pt'>WEND TOWN COUNCIL</span></b></p>
<p class=MsoNormal align=center><b>MINUTES of the AMENITIES COMMITTEE held on Thursday 2<sup>nd</sup> May 2024 at 6.30 pm in the Guildhall</b></p>
<p class=MsoNormal>&nbsp;</p><p class=MsoNormal><b>PRESENT:</b><span style='mso-tab-count:1'>        </span>Councillors A Hall (Chairman), B Lee and C Day</p>
<p class=MsoNormal><b>IN ATTENDANCE:</b> Mrs M Fox (Town Clerk)</p><p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraph style='text-indent:-18.0pt'><b><span>AM/24/01<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span>APOLOGIES</b></p><p class=MsoNormal>Apologies were received from Councillor
Moor.</p>
<p class=MsoListParagraph><b>AM/24/02&nbsp;&nbsp; DECLARATIONS OF INTEREST</b></p><p class=MsoNormal>None.</p>
<p class=MsoListParagraph><b>AM/24/03&nbsp;&nbsp; ALLOTMENTS</b></p><p class=MsoNormal>The Clerk reported that three plots were vacant.</p><p class=MsoNormal><b>RESOLVED:</b> That they be let.</p>
<table class=MsoTableGrid border=1><tr><td><p class=MsoNormal>Plot</p></td><td><p class=MsoNormal>Rent</p></td></tr><tr><td><p>4</p></td><td><p>£30</p></td></tr></table>
<p class=MsoListParagraph><b>AM/24/04&nbsp;&nbsp; CEMETERY</b></p><p class=MsoNormal>The chapel roof had been mended.</p>
<p class=MsoNormal>The meeting closed at 7.15 pm.</p></div></body></html>
""",
        [
            ("AM/24/01", "APOLOGIES"),
            ("AM/24/02", "DECLARATIONS OF INTEREST"),
            ("AM/24/03", "ALLOTMENTS"),
            ("AM/24/04", "CEMETERY"),
        ],
        ("Wend Town Council", "Amenities Committee", "2024-05-02", "18:30", "Guildhall"),
        [
            ("present", "A Hall", "Chairman"),
            ("present", "B Lee", None),
            ("present", "C Day", None),
            ("officer", "Mrs M Fox", "Town Clerk"),
            ("apologies", "Moor", None),
        ],
    ),
    "a post of a blog": (
        """\
<!DOCTYPE html><html><head><title>Minutes 12th March 2024 | Little Marle Parish Council</title></head><body><header><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li><li><a href="/councillors">Councillors</a></li></ul></nav></header>
<main><article class="post"><h1 class="entry-title">Minutes 12th March 2024</h1><div class="entry-meta">Posted on 20 March 2024 by clerk</div><div class="entry-content">
<p><strong>LITTLE MARLE PARISH COUNCIL</strong><br>Minutes of the meeting held on Tuesday 12th March 2024 at 7.30pm in the Village Hall</p>
<p><strong>Present:</strong> Cllr A Hall (Chair), Cllr B Lee, Cllr C Day, M Fox (Clerk)</p>
<p><strong>1. Apologies for absence</strong><br>Cllr Moor.</p>
<p><strong>2. Declarations of interest</strong><br>None.</p>
<p><strong>3. Public participation</strong><br>A resident asked about the hedge.<br>Another asked about the pond.</p>
<p><strong>4. Planning</strong></p><ul><li>24/00123/FUL Extension at 4 Mill Lane &#8211; no objection</li><li>24/00456/TPO Oak &#8211; support</li></ul>
<p><strong>5. Date of next meeting</strong>&nbsp;9th April 2024</p>
<p>The meeting closed at 8.40pm</p></div></article></main><aside><h2>Recent posts</h2><ul><li><a>Fete</a></li></ul></aside><footer><p>© 2024 Little Marle Parish Council</p></footer></body></html>
""",
        [
            ("1", "Apologies for absence"),
            ("2", "Declarations of interest"),
            ("3", "Public participation"),
            ("4", "Planning"),
            ("5", "Date of next meeting"),
        ],
        ("Little Marle Parish Council", "Little Marle Parish Council", "2024-03-12", "19:30", "Village Hall"),
        [
            ("present", "A Hall", "Chair"),
            ("present", "B Lee", None),
            ("present", "C Day", None),
            ("officer", "M Fox", "Clerk"),
            ("apologies", "Moor", None),
        ],
    ),
    "an ordered list": (
        """\
<html><head><title>Minutes of Wend Parish Council, 8 July 2024</title></head><body><div id="nav"><a href="a">Home</a> | <a href="b">Minutes</a></div><div id="content"><h2>Minutes of the meeting of Wend Parish Council held on 8 July 2024</h2><p>Present: Cllrs Hall, Lee and Day</p>
<ol><li><b>Apologies</b><p>None.</p></li><li><b>Minutes</b><p>Approved.</p></li><li><b>Footpaths</b><p>The stile was mended.</p><ol type="a"><li>Long Lane</li><li>Mill Lane</li></ol></li><li><b>Finance</b><p>Payments were agreed.</p></li></ol></div></body></html>
""",
        [("1", "Apologies"), ("2", "Minutes"), ("3", "Footpaths"), ("4", "Finance")],
        ("Wend Parish Council", "Wend Parish Council", "2024-07-08", None, None),
        [("present", "Hall", None), ("present", "Lee", None), ("present", "Day", None)],
    ),
    "nothing but divisions": (
        """\
<html><head><title>Wend Council</title></head><body><div class="page"><div class="wysiwyg"><div><b>Wend Village Council</b></div><div><b>Minutes of 9 September 2024</b></div><div><br></div><div><u>Present</u></div><div>Cllr A Hall (Chair)</div><div>Cllr B Lee</div><div><br></div><div><u>Apologies</u></div><div>Cllr C Day</div><div><br></div><div><u>Minutes of last meeting</u></div><div>Agreed as a true record.</div><div><br></div><div><u>Pond</u></div><div>The pond had been cleared by volunteers and the Clerk was asked to thank them.</div><div><br></div><div><u>Bus service</u></div><div>The operator had cut the last bus. A letter would be sent.</div><div><br></div><div><u>Next meeting</u></div><div>14 October 2024</div></div></div></body></html>
""",
        [(None, "Minutes of last meeting"), (None, "Pond"), (None, "Bus service"), (None, "Next meeting")],
        ("Wend Village Council", "Wend Village Council", "2024-09-09", None, None),
        [("present", "A Hall", "Chair"), ("present", "B Lee", None), ("apologies", "C Day", None)],
    ),
}


def read(kind):
    return meetings_in(PAGES[kind][0].encode(), "a.html", "")[1][0].meeting


@pytest.mark.parametrize("kind", PAGES)
def test_items_and_titles(kind):
    assert [(item.number, item.title) for item in read(kind).items] == PAGES[kind][1]


@pytest.mark.parametrize("kind", PAGES)
def test_facts_and_who_was_there(kind):
    meeting = read(kind)
    start = meeting.start_time and meeting.start_time.strftime("%H:%M")
    facts = (meeting.council, meeting.body, meeting.date.isoformat(), start, meeting.venue)
    assert facts == PAGES[kind][2]
    assert [(one.kind, one.name, one.role) for one in meeting.attendance] == PAGES[kind][3]


def test_who_is_to_act_goes_to_the_end_of_the_text_beside():
    roads = read("a table with who is to act").items[2]
    assert [p.text for p in roads.paragraphs][-1] == "BL would chase. | BL"


def test_tables_within_minutes_are_kept_row_by_row():
    rows = [p.text for p in read("a page that Word wrote").items[2].paragraphs if p.kind == "table"]
    assert rows == ["Plot | Rent", "4 | £30"]
