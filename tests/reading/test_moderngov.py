# ruff: noqa: E501  (the texts are as long as the lines of minutes are)
"""ModernGov's pages and its web service."""

import datetime
import html

import pytest

from minutesnlp.errors import ReadError
from minutesnlp.reading.meeting.assembly import assemble
from minutesnlp.reading.web import webservice
from minutesnlp.reading.web.html import read_html
from minutesnlp.reading.web.webservice import read_webservice

HEAD = (
    "<html><head><title>Agenda for Housing Panel on Tuesday 5 March 2024, 6.00 pm - Modern Council</title>"
    '<meta name="DC.date" content="2024-03-05"/>{meta}</head><body><nav>Skip</nav><div id="modgov">'
)
TAIL = "</div><footer><p>&copy; 2024 Wend Borough Council. All Rights Reserved.</p></footer></body></html>"
WORD = '<div class="mgWordPara" ><div class="WordSection1">{}<p class="MsoNormal">&nbsp;</p></div></div>'
LABEL = '<p class="mgSubItemTitleTxt" >{}</p>'


def item(number, title, rest):
    return (
        f'<tr ><td  class="mgItemNumberCell" ><p class="mgAiTitleTxt" ><a name="AI{number}1" ></a>{number}.</p></td>'
        f'<td ><p class="mgAiTitleTxt" >{title}</p>{rest}</td></tr>'
    )


TITLE = '<a class="mgAiTitleLnk" href="a.pdf">Voids</a><span class="mgFileSize" >&#32;<img alt="pdf icon"/> PDF 99 KB</span>'
DOCUMENTS = (
    LABEL.format("Additional documents:")
    + '<ul class="mgBulletList"><li>Appendix 1<span class="mgHide">, item 8.</span></li></ul>'
)
CLAUSES = "<p><b>AGREED</b> that:</p><p><span>1.&nbsp;&nbsp; </span>the report be noted;</p><p>2. it be sent on.</p>"
TABLE = "<table><tr><td>Ward</td><td>Homes</td></tr><tr><td>East</td><td>41</td></tr></table>"

PAGE = (
    HEAD.format(meta="")
    + '<h1 class="mgMainTitleTxt" >Agenda and draft minutes</h1>'
    + '<div class="mgSubTitle" ><h2 class="mgSubTitleTxt" >Housing Panel - Tuesday 5 March 2024 6.00 pm</h2></div>'
    + '<ul class="mgActionList"><li><a href="x">Attendance details</a></li></ul>'
    + '<div class="mgContent" ><p><span class="mgLabel" >Venue:&#32;</span>Town Hall. <a href="d">View directions</a></p>'
    + '<p><span class="mgLabel" >Contact:&#32;</span>Ann Hall</p></div>'
    + '<table  class="mgItemTable" id="mgItemTable"><caption class="mgSectionTitle">Items</caption>'
    + '<tr><th class="mgHide">No.</th><th class="mgHide">Item</th></tr>'
    + item("7", "Declarations of Interest", LABEL.format("Minutes:") + WORD.format("<p>There were none.</p>"))
    + item(
        "8",
        TITLE,
        WORD.format("<p>The Panel is asked to comment.</p>")
        + DOCUMENTS
        + LABEL.format("Decision:")
        + WORD.format(CLAUSES)
        + LABEL.format("Minutes:")
        + WORD.format("<p>41 homes\nstood <span class='SpellE'>empty</span>.</p>" + TABLE + CLAUSES)
        + '<ul class="mgActionList" ><li>View the decision for item 8.</li></ul>',
    )
    + item("9", "Ferry", LABEL.format("Decision:") + WORD.format("<p>DEFERRED.</p>"))
    + "</table>"
    + TAIL
)


def read(text):
    found = []
    for document in read_html(text.encode(), "a.html"):
        assembled = assemble(document, source="a.html")
        found.append(assembled)
    return found


def test_an_item_keeps_the_place_that_its_page_gives_it():
    ((assembled),) = read(PAGE)
    assert [item.anchor for item in assembled.meeting.items] == ["AI71", "AI81", "AI91"]


def test_a_meetings_page_tells_items_sections_and_facts():
    ((assembled),) = read(PAGE)
    meeting = assembled.meeting
    assert (meeting.council, meeting.body) == ("Wend Borough Council", "Housing Panel")
    assert (meeting.date, meeting.start_time) == (datetime.date(2024, 3, 5), datetime.time(18))
    assert (meeting.venue, meeting.status) == ("Town Hall", "draft")
    assert [(i.number, i.title) for i in meeting.items] == [
        ("7", "Declarations of Interest"),
        ("8", "Voids"),
        ("9", "Ferry"),
    ]
    voids = meeting.items[1]
    assert [(p.section, p.number, p.text) for p in voids.paragraphs] == [
        ("agenda", None, "The Panel is asked to comment."),
        ("minutes", None, "41 homes stood empty."),
        ("minutes", None, "Ward | Homes"),
        ("minutes", None, "East | 41"),
        ("minutes", None, "AGREED that:"),
        ("minutes", "1", "the report be noted;"),
        ("minutes", "2", "it be sent on."),
    ]
    assert [p.section for p in meeting.items[2].paragraphs] == ["decision"]
    assert any("kept once" in note for note in meeting.notes)
    assert not any("KB" in p.text or "Appendix" in p.text for p in meeting.paragraphs)
    assert "Appendix 1" in " ".join(assembled.furniture)


@pytest.mark.parametrize(
    ("meta", "council"),
    [
        ('<meta name="DC.publisher" content="Long Council"/>', "Long Council"),
        ('<meta name="DC.publisher" content="Modern.gov"/>', "Wend Borough Council"),
    ],
)
def test_the_councils_name_is_not_the_systems(meta, council):
    ((assembled),) = read(PAGE.replace("</head>", meta + "</head>"))
    assert assembled.meeting.council == council


def test_the_page_of_one_item():
    text = (
        HEAD.format(meta="")
        + '<h1 class="mgMainTitleTxt">Agenda item</h1><h2 class="mgSubTitleTxt">Voids</h2>'
        + '<ul class="mgActionList"><li>Meeting of Housing Panel, Tuesday 5 March 2024 6.00 pm (Item 8)</li></ul>'
        + WORD.format("<p>To consider it.</p>")
        + LABEL.format("Minutes:")
        + WORD.format("<p>It was considered.</p>")
        + LABEL.format("Supporting documents:")
        + '<ul class="mgBulletList"><li>Report <span class="mgFileSize">PDF 1 MB</span></li></ul>'
        + TAIL
    )
    ((assembled),) = read(text)
    meeting = assembled.meeting
    (item,) = meeting.items
    assert (item.number, item.title, meeting.body, meeting.date) == (
        "8",
        "Voids",
        "Housing Panel",
        datetime.date(2024, 3, 5),
    )
    assert [p.section for p in item.paragraphs] == ["agenda", "minutes"]


def test_the_page_of_an_issue_tells_of_several_meetings():
    text = HEAD.format(meta="") + '<h1 class="mgMainTitleTxt">Issue - meetings</h1><h2 class="mgSubTitleTxt">Voids</h2>'
    for day, number in (("05/03/2024", "8"), ("02/04/2024", "15")):
        text += f'<h3 class="mgSectionTitle">Meeting: {day} - Housing Panel (Item {number})</h3>'
        text += (
            f'<p class="mgAiTitleTxt">{number} Voids</p>'
            + LABEL.format("Minutes:")
            + WORD.format(f"<p>Said on {day}.</p>")
        )
    found = [a.meeting for a in read(text + TAIL)]
    assert [(m.date.isoformat(), m.body, m.items[0].number, m.items[0].title) for m in found] == [
        ("2024-03-05", "Housing Panel", "8", "Voids"),
        ("2024-04-02", "Housing Panel", "15", "Voids"),
    ]


def test_the_page_of_a_decision():
    text = (
        HEAD.format(meta="").replace("2024-03-05", "")
        + '<h1 class="mgMainTitleTxt">Decision details</h1><h2 class="mgSubTitleTxt">Voids</h2><div class="mgContent">'
        + '<p><span class="mgLabel">Decision Maker:&#32;</span>Housing Panel</p><p><span class="mgLabel">Empty:</span></p></div>'
        + '<h3 class="mgSectionTitle">Decision:</h3>'
        + WORD.format(CLAUSES)
        + '<p><span class="mgLabel">Decided at meeting:&#32;</span><a>05/03/2024 - Housing Panel</a></p>'
        + TAIL
    )
    ((assembled),) = read(text)
    meeting = assembled.meeting
    assert (meeting.body, meeting.date) == ("Housing Panel", datetime.date(2024, 3, 5))
    first = meeting.items[0].paragraphs[0]
    assert (first.section, first.text) == ("decision", "AGREED that:")


def test_the_page_of_attendance():
    text = HEAD.format(meta="") + '<h1 class="mgMainTitleTxt">Meeting attendance</h1>'
    text += '<h2 class="mgSubTitleTxt">Housing Panel, Tuesday 5 March 2024 6.00 pm</h2><table class="mgStatsTable">'
    text += "<tr><th>Attendee</th><th>Role</th><th>Attendance</th></tr>"
    for row in (
        "A Reed|Chair, Labour|Present",
        "B Dunn|Member|Apologies, sent",
        "C Day||In attendance",
        "D Fox|X|Absent",
    ):
        text += "<tr>" + "".join(f"<td>{cell}</td>" for cell in row.split("|")) + "</tr>"
    ((assembled),) = read(text + "</table>" + TAIL)
    meeting = assembled.meeting
    assert [(a.name, a.kind, a.role, a.party) for a in meeting.attendance] == [
        ("A Reed", "present", "Chair", "Labour"),
        ("B Dunn", "apologies", "Member", None),
        ("C Day", "officer", None, None),
        ("D Fox", "absent", "X", None),
    ]
    assert meeting.items == ()


def test_a_cancelled_meeting_is_one_without_items():
    text = HEAD.format(meta="") + '<h1 class="mgMainTitleTxt">Meeting</h1>'
    text += '<h2 class="mgSubTitleTxt">Housing Panel - Tuesday 5 March 2024 6.00 pm, CANCELLED</h2>'
    text += "<div class='mgContent'><p>No documents are available for this meeting</p></div>"
    ((assembled),) = read(text + TAIL)
    assert assembled.meeting.items == ()
    assert "stated: the meeting was cancelled" in assembled.meeting.notes


def test_a_page_about_something_else_says_what_it_is():
    text = HEAD.format(meta="") + '<h1 class="mgMainTitleTxt">Committee details</h1><p>Housing Panel</p>' + TAIL
    with pytest.raises(ReadError, match="Committee details"):
        read(text)


SERVICE = """<?xml version="1.0" encoding="utf-8"?>
<meeting><committeetitle>Housing Panel</committeetitle><meetingdate>05/03/2024</meetingdate><meetingtime>18:00</meetingtime>
<meetingstatus>Postponed</meetingstatus><minutepublished>False</minutepublished><meetinglocation>Town Hall</meetinglocation>
<attendees><attendee name="A Reed" roledescription="Chair" attendance="Present" politicalparty="Labour &amp;amp; Co-op"/>
<attendee name="B Dunn" roledescription="" attendance="Apologies as substitute"/><attendee name=""/></attendees>
<agendaitems>
<agendaitem><agendaitemid>1</agendaitemid><agendaitemnumber>2</agendaitemnumber><minutesitemnumber>8</minutesitemnumber>
<minutesitemsubnumber>a</minutesitemsubnumber><agendaitemtitle>Voids &amp;amp; Lettings</agendaitemtitle>
<minutesnonemptyhtmlbody>{}</minutesnonemptyhtmlbody><linkeddocuments>
<linkeddoc><title>Report</title><isrestricted>False</isrestricted></linkeddoc>
<linkeddoc><title>Secret</title><isrestricted>True</isrestricted></linkeddoc></linkeddocuments></agendaitem>
<agendaitem><agendaitemnumber>3</agendaitemnumber><agendaitemtitle>Ferry</agendaitemtitle>
<decisionnonemptyhtmlbody><p>DEFERRED <b>raw</b></p></decisionnonemptyhtmlbody>
<minutesnonemptyhtmlbody>plain words &amp;amp; more</minutesnonemptyhtmlbody></agendaitem>
<stray/></agendaitems></meeting>"""


@pytest.mark.parametrize("times", [1, 2, 3])
def test_the_web_service_is_read_however_often_it_escapes(times):
    body = "<p>41 homes &amp; flats.</p><p>1. noted</p>"
    for _ in range(times):
        body = html.escape(body)
    (document,) = read_webservice(SERVICE.format(body).encode(), "a.xml")
    assembled = assemble(document, source="a.xml")
    meeting = assembled.meeting
    assert [(i.number, i.title) for i in meeting.items] == [("8.a", "Voids & Lettings"), ("3", "Ferry")]
    assert [p.text for p in meeting.items[0].paragraphs] == ["41 homes & flats.", "noted"]
    assert [(p.section, p.text) for p in meeting.items[1].paragraphs] == [
        ("decision", "DEFERRED raw"),
        ("minutes", "plain words & more"),
    ]
    assert [(a.name, a.kind, a.party) for a in meeting.attendance] == [
        ("A Reed", "present", "Labour & Co-op"),
        ("B Dunn", "apologies", None),
    ]
    assert (meeting.body, meeting.venue, meeting.start_time) == ("Housing Panel", "Town Hall", datetime.time(18))
    assert "stated: 1 restricted document left out" in meeting.notes
    assert "stated: its minutes are not published" in meeting.notes
    assert assembled.furniture == ("Report",)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("<meetings><meeting><meetingid>1</meetingid></meeting></meetings>", "list of 1 meeting without"),
        ("<types/>", "no meeting"),
        ("<!DOCTYPE a [<!ENTITY b 'c'>]><meeting/>", "entities"),
    ],
)
def test_xml_without_minutes_says_what_it_is(text, reason):
    with pytest.raises(ReadError, match=reason):
        read_webservice(text.encode(), "a.xml")


def test_xml_too_large_is_refused(monkeypatch):
    monkeypatch.setattr(webservice, "LARGEST", 5)
    with pytest.raises(ReadError, match="too large"):
        read_webservice(b"<meeting/>", "a.xml")


LIST = (
    '<ul class="mgNonBulletTableList">'
    '<li><a class="mgMeetingTableLnk" href="ieListDocuments.aspx?CId=7&amp;MId=12&amp;Ver=4">15 Jan 2024 7:30 pm</a>'
    " - Agenda, Decisions, Minutes</li>"
    '<li><a class="mgMeetingTableLnk" href="ieListDocuments.aspx?CId=7&amp;MId=11&amp;Ver=4">4 Dec 2023 7:30 pm</a>'
    " - CANCELLED</li></ul>"
)


def test_a_list_of_meetings_tells_the_pages_to_save():
    with pytest.raises(ReadError) as told:
        read(HEAD.format(meta="") + '<h1 class="mgMainTitleTxt">Browse meetings</h1>' + LIST + TAIL)
    assert "lists 2 meetings, 2023-12-04 to 2024-01-15 (1 with minutes)" in str(told.value)
    assert "2024-01-15 ieListDocuments.aspx?CId=7&MId=12&Ver=4." in str(told.value)
    assert "MId=11" not in str(told.value)


def test_the_links_of_a_list_are_whole_where_the_page_tells_its_address():
    meta = '<link rel="canonical" href="https://democracy.longshire.example/ieListMeetings.aspx?CId=7"/>'
    with pytest.raises(ReadError, match=r"https://democracy\.longshire\.example/ieListDocuments\.aspx\?CId=7&MId=12"):
        read(HEAD.format(meta=meta) + '<h1 class="mgMainTitleTxt">Browse meetings</h1>' + LIST + TAIL)


def test_the_page_of_a_committee_says_where_its_meetings_are_listed():
    text = '<h1 class="mgMainTitleTxt">Committee details</h1><ul class="mgBulletList">'
    text += '<li><a href="mgUserInfo.aspx?UID=3">Councillor A Reed</a></li></ul>'
    text += '<a href="ieListMeetings.aspx?CommitteeId=7">Browse meetings</a>'
    with pytest.raises(ReadError, match=r"names 1 member.*ieListMeetings\.aspx\?CommitteeId=7"):
        read(HEAD.format(meta="") + text + TAIL)
