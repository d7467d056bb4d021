"""The example meetings as web pages and as text pasted from them: ModernGov's HTML and XML, numbered and unnumbered."""

from __future__ import annotations

import html
import itertools

from canon import CanonItem, CanonMeeting, Line

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
DECISION = ("AGREED", "RESOLVED", "ORDERED", "RECOMMENDED", "NOTED", "APPROVED", "REFUSED", "DEFERRED")
BULLET = "·        "


def long_date(meeting: CanonMeeting) -> str:
    """Return the date as pages print it: Monday 17 October 2022."""
    d = meeting.date
    return f"{DAYS[d.weekday()]} {d.day} {MONTHS[d.month - 1]} {d.year}"


def clock(meeting: CanonMeeting) -> str:
    """Return the start as pages print it: 6.30 pm."""
    hour, minute = (int(part) for part in meeting.facts["start_time"].split(":"))
    return f"{(hour - 1) % 12 + 1}.{minute:02} {'pm' if hour >= 12 else 'am'}"


def ids(meeting: CanonMeeting) -> itertools.count:
    """Return ModernGov's running numbers, the same at every run."""
    return itertools.count(20_000 + meeting.date.toordinal() % 9_000 * 7)


def word_html(lines: list[Line]) -> str:
    """Return lines as Word leaves them in ModernGov: MsoNormal, empty paragraphs, typed list marks, tables."""
    out, rows = [], []
    for line in [*lines, Line("end", "")]:
        if line.kind == "row":
            rows.append(line)
            continue
        if rows:
            cells = "".join(
                "<tr>"
                + "".join(
                    f'<td valign="top"><p class="MsoNormal">{html.escape(c)}</p></td>' for c in row.text.split(" | ")
                )
                + "</tr>\n"
                for row in rows
            )
            out.append(f'<table class="MsoTableGrid" border="1">{cells}</table>')
            rows = []
        text = html.escape(line.text, quote=False)
        if line.kind == "bullet":
            out.append(
                f'<p class="MsoListParagraph" style="text-indent:-18.0pt"><span style="font-family:Symbol">·<span style="font:7.0pt \'Times New Roman\'">&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span></span>{text}</p>'
            )
        elif line.kind == "clause":
            out.append(
                f'<p class="MsoListParagraph" style="text-indent:-18.0pt"><span>{line.label}<span style="font:7.0pt \'Times New Roman\'">&nbsp;&nbsp;&nbsp; </span></span>{text}</p>'
            )
        elif line.kind == "text":
            verb = text.split(" ", 1)[0].rstrip(":.")
            if verb in DECISION:
                text = f"<b>{verb}</b>{text[len(verb) :]}"
            out.append(f'<p class="MsoNormal" style="text-align:justify">{text}</p>\n<p class="MsoNormal">&nbsp;</p>')
    return '<div class="WordSection1">' + "\n".join(out) + "</div>"


def agenda_of(item: CanonItem) -> list[Line]:
    """Return what was to be done."""
    return [Line("text", line.text) for line in item.lines if line.kind == "agenda"]


def minutes_of(item: CanonItem) -> list[Line]:
    """Return what happened."""
    return [line for line in item.lines if line.kind not in ("agenda", "rule")]


def decision_of(item: CanonItem) -> list[Line]:
    """Return the resolution with its clauses, to the item's end."""
    lines = minutes_of(item)
    starts = [i for i, line in enumerate(lines) if line.text.split(" ", 1)[0].rstrip(":.") in DECISION]
    return lines[starts[-1] :] if starts else []


def page(title: str, meta: str, content: str) -> str:
    """Return a ModernGov page around its content."""
    return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html lang="en-GB"><head><title>{html.escape(title)} - Modern Council</title>
<meta http-equiv="Content-Type" content="text/html; charset=UTF-8" />
<meta name="DC.publisher" content="Merrowdale Council" />
{meta}<link rel="stylesheet" href="SiteSpecific/ssWordStyles.css" type="text/css" /></head>
<body><div id="skip"><a href="#modgov">Skip to content</a></div><div class="header"><a href="/">Merrowdale Council</a></div>
<ul class="mgBreadcrumb"><li><a href="mgListCommittees.aspx">Council and democracy</a></li></ul>
<div id="modgov">{content}</div>
<div class="footer"><p>&copy; Merrowdale Council</p><ul><li><a href="/accessibility">Accessibility</a></li><li><a href="/privacy">Privacy</a></li></ul></div></body></html>
"""


def meeting_page(meeting: CanonMeeting) -> str:
    """Return ieListDocuments.aspx; every third item repeats its resolution as the Decision, as some councils do."""
    number = ids(meeting)
    f, rows = meeting.facts, []
    for place, item in enumerate(meeting.items):
        link, file = next(number), ""
        agenda = agenda_of(item)
        if agenda:
            file = f'<a  class="mgAiTitleLnk"  href="documents/s{link}/{link}.pdf"  title="Link to document {html.escape(item.title)}">{html.escape(item.title)}</a><span class="mgFileSize" >&#32;<img  src="mgimages/file_icons/pdf.gif" alt="pdf icon"  /> PDF {100 + link % 700} KB</span>'
        cell = f'<p class="mgAiTitleTxt" >{file or html.escape(item.title)}</p>'
        if agenda:
            cell += f'<div class="mgWordPara" >{word_html(agenda)}</div>'
            cell += (
                '<p class="mgSubItemTitleTxt" >Additional documents:</p><ul class="mgBulletList" ><li><a href="documents/s1/Appendix.pdf">Appendix 1</a><span class="mgHide" >, item '
                + item.number
                + '.</span> <span class="mgFileSize" >PDF 77 KB</span></li></ul>'
            )
        decision = decision_of(item)
        if decision and place % 3 == 2:
            cell += f'<p class="mgSubItemTitleTxt" >Decision:</p><div class="mgWordPara" >{word_html(decision)}</div>'
        cell += (
            f'<p class="mgSubItemTitleTxt" >Minutes:</p><div class="mgWordPara" >{word_html(minutes_of(item))}</div>'
        )
        if decision and place % 3 == 2:
            cell += f'<ul class="mgActionList" ><li><a  href="ieDecisionDetails.aspx?AIId={link}" >View the decision for item {item.number}.</a></li></ul>'
        rows.append(
            f'<tr >\n<td  class="mgItemNumberCell" ><p class="mgAiTitleTxt" ><a name="AI{link}" ></a>{item.number}.</p></td>\n<td >{cell}</td></tr>'
        )
    draft = "draft " if f.get("status") == "draft" else ""
    title = f"Agenda for {f['body']} on {long_date(meeting)}, {clock(meeting)}"
    content = f"""<h1 class="mgMainTitleTxt" >Agenda and {draft}minutes</h1>
<div class="mgSubTitle" ><h2 class="mgSubTitleTxt" >{html.escape(f["body"])} - {long_date(meeting)} {clock(meeting)}</h2></div>
<ul class="mgActionList" ><li><a  href="mgMeetingAttendance.aspx?ID={next(number)}" >Attendance details</a></li>
<li><a  href="documents/g{next(number)}/Agenda%20frontsheet.pdf?T=0" >Agenda frontsheet<span class="mgFileSize" > PDF 201 KB</span></a></li></ul>
<div class="mgContent" ><p><span class="mgLabel" >Venue:&#32;</span>{html.escape(f["venue"])}</p><p><span class="mgLabel" >Contact:&#32;</span>Democratic Services&nbsp;</p></div>
<table  class="mgItemTable"  id="mgItemTable" ><caption class="mgSectionTitle" >Items</caption>
<tr><th class="mgHide" >No.</th><th class="mgHide" >Item</th></tr>
{chr(10).join(rows)}
</table>
<div class="mgContent" ><p>{html.escape(" ".join(meeting.closing))}</p></div>"""
    meta = f'<meta name="DC.date" scheme="W3CDTF" content="{f["date"]}" />\n<meta name="DC.title" content="{html.escape(title)}" />\n'
    return page(title, meta, content)


def item_page(meeting: CanonMeeting, item: CanonItem) -> str:
    """Return mgAi.aspx: one agenda item."""
    agenda = agenda_of(item)
    about = f'<div class="mgWordPara" >{word_html(agenda)}</div>' if agenda else ""
    meeting_link = f"{html.escape(meeting.facts['body'])}, {long_date(meeting)} {clock(meeting)} (Item {item.number})"
    content = f"""<h1 class="mgMainTitleTxt" >Agenda item</h1>
<div class="mgSubTitle" ><h2 class="mgSubTitleTxt" >{html.escape(item.title)}</h2></div>
<ul class="mgActionList" ><li>Meeting of <a href="ieListDocuments.aspx?MId=1">{meeting_link}</a></li></ul>
{about}<p class="mgSubItemTitleTxt" >Minutes:</p><div class="mgWordPara" >{word_html(minutes_of(item))}</div>
<p class="mgSubItemTitleTxt" >Supporting documents:</p><ul class="mgBulletList" ><li><a href="documents/s2/Report.pdf">Report</a><span class="mgFileSize" > PDF 300 KB</span></li></ul>"""
    return page(
        f"Agenda item - {item.title}",
        f'<meta name="DC.date" scheme="W3CDTF" content="{meeting.facts["date"]}" />\n',
        content,
    )


def decision_page(meeting: CanonMeeting, item: CanonItem) -> str:
    """Return ieDecisionDetails.aspx."""
    day = meeting.date.strftime("%d/%m/%Y")
    facts = "".join(
        f'<p><span class="mgLabel" >{label}:&#32;</span>{value}</p>'
        for label, value in (
            ("Decision Maker", meeting.facts["body"]),
            ("Decision status", "Recommendations Approved"),
            ("Is Key decision?", "Yes"),
            ("Is subject to call in?", "Yes"),
        )
    )
    content = f"""<h1 class="mgMainTitleTxt" >Decision details</h1><div class="mgSubTitle" ><h2 class="mgSubTitleTxt" >{html.escape(item.title)}</h2></div>
<div class="mgContent" >{facts}</div><h3 class="mgSectionTitle" >Decision:</h3><div class="mgWordPara" >{word_html(decision_of(item))}</div>
<div class="mgContent" ><p><span class="mgLabel" >Publication date:&#32;</span>{day}</p><p><span class="mgLabel" >Date of decision:&#32;</span>{day}</p><p><span class="mgLabel" >Decided at meeting:&#32;</span><a href="ieListDocuments.aspx?MId=1">{day} - {html.escape(meeting.facts["body"])}</a></p></div>"""
    return page(f"Decision - {item.title}", "", content)


def issue_page(title: str, found: list[tuple[CanonMeeting, CanonItem]]) -> str:
    """Return ieIssueDetails.aspx: one issue through its meetings."""
    parts = "".join(
        f'<h3 class="mgSectionTitle" >Meeting: {m.date:%d/%m/%Y} - {html.escape(m.facts["body"])} (Item {i.number})</h3><p class="mgAiTitleTxt" >{i.number} {html.escape(i.title)}</p><p class="mgSubItemTitleTxt" >Minutes:</p><div class="mgWordPara" >{word_html(minutes_of(i))}</div>'
        for m, i in found
    )
    return page(
        f"Issue - {title}",
        "",
        f'<h1 class="mgMainTitleTxt" >Issue - meetings</h1><div class="mgSubTitle" ><h2 class="mgSubTitleTxt" >{html.escape(title)}</h2></div>{parts}',
    )


def attendance_page(meeting: CanonMeeting) -> str:
    """Return mgMeetingAttendance.aspx."""
    words = {"present": "Present", "apologies": "Apologies", "officer": "Present", "public": "Present"}
    rows = "".join(
        f'<tr><td><a href="mgUserInfo.aspx?UID={200 + n}">{html.escape(name)}</a></td><td>{html.escape(note or ("Committee Member" if kind in ("present", "apologies") else "Officer"))}</td><td>{words[kind]}</td></tr>'
        for n, (kind, name, note) in enumerate(meeting.attendance)
    )
    f = meeting.facts
    content = f"""<h1 class="mgMainTitleTxt" >Meeting attendance</h1><div class="mgSubTitle" ><h2 class="mgSubTitleTxt" >{html.escape(f["body"])}, {long_date(meeting)} {clock(meeting)}</h2></div>
<table class="mgStatsTable"><tr><th>Attendee</th><th>Role</th><th>Attendance</th></tr>{rows}</table>"""
    return page(
        f"Attendance - {f['body']}", f'<meta name="DC.date" scheme="W3CDTF" content="{f["date"]}" />\n', content
    )


def web_service(meeting: CanonMeeting) -> str:
    """Return mgWebService.asmx/GetMeeting: bodies are HTML, escaped twice."""
    number, f = ids(meeting), meeting.facts
    words = {"present": "Present", "apologies": "Apologies", "officer": "In attendance", "public": "In attendance"}
    twice = lambda text: html.escape(html.escape(text, quote=False), quote=False)  # noqa: E731
    people = "".join(
        f'<attendee memberid="{200 + n}" name={_attribute(name)} roledescription={_attribute(note or "")} attendance="{words[kind]}" politicalparty="" ward="" representing="" />'
        for n, (kind, name, note) in enumerate(meeting.attendance)
    )
    items = "".join(
        f"<agendaitem><agendaitemid>{next(number)}</agendaitemid><agendaitemnumber>{place}</agendaitemnumber><minutesitemnumber>{i.number}</minutesitemnumber><minutesitemsubnumber></minutesitemsubnumber><agendaitemtitle>{twice(i.title)}</agendaitemtitle><isdecision>{bool(decision_of(i))}</isdecision><decisionnonemptyhtmlbody></decisionnonemptyhtmlbody><minutesnonemptyhtmlbody>{twice(word_html(minutes_of(i)))}</minutesnonemptyhtmlbody><linkeddocuments><linkeddoc><attachmentid>{next(number)}</attachmentid><title>Report</title><url>http://merrowdale.example/s{place}.pdf</url><isrestricted>{place == 3}</isrestricted><publicationdate></publicationdate></linkeddoc></linkeddocuments></agendaitem>"
        for place, i in enumerate(meeting.items, 1)
    )
    return f"""<?xml version="1.0" encoding="utf-8"?>
<meeting><meetingid>{next(number)}</meetingid><committeetitle>{html.escape(f["body"])}</committeetitle><councilname>{html.escape(f["council"])}</councilname><meetingdate>{meeting.date:%d/%m/%Y}</meetingdate><meetingtime>{f["start_time"]}</meetingtime><meetingstatus>Occurred</meetingstatus><meetinglocation>{html.escape(f["venue"])}</meetinglocation><agendapublished>True</agendapublished><minutepublished>True</minutepublished><decisionpublished>True</decisionpublished><attendees>{people}</attendees><agendaitems>{items}</agendaitems></meeting>
"""


def _attribute(text: str) -> str:
    return '"' + html.escape(text) + '"'


def pasted(meeting: CanonMeeting, *, numbers: bool) -> str:
    """Return the meeting page as it is pasted into a text file, with item numbers and labels or with neither."""
    f, out = meeting.facts, []
    if numbers:
        out += [
            "Agenda and draft minutes" if f.get("status") == "draft" else "Agenda and minutes",
            "",
            f"{f['body']} - {long_date(meeting)} {clock(meeting)}",
            "",
            f"Venue: {f['venue']}",
            "",
            "Contact: Democratic Services ",
            "",
            "Items",
            "No. Item",
            "",
        ]
    for item in meeting.items:
        agenda = agenda_of(item)
        title = item.title + (f" pdf icon PDF {150 + len(item.title)} KB" if agenda else "")
        out += [item.number, "", title, ""] if numbers else ["", title, ""]
        for line in agenda:
            out += [line.text, ""]
        out += ["Minutes:", ""] if numbers else [""]
        out += pasted_lines(minutes_of(item), [" ", ""] if numbers else [""])
        out.append("")
    return "\n".join([*out, *meeting.closing]) + "\n"


def pasted_item(item: CanonItem) -> str:
    """Return the page of one agenda item as it is pasted into a text file."""
    lines = pasted_lines(minutes_of(item), [" ", ""])
    return "\n".join(["Agenda item", "", item.title, "", "Minutes:", "", *lines, "Supporting documents:"])


def pasted_lines(lines: list[Line], between: list[str]) -> list[str]:
    """Return paragraphs as a browser copies them: marks of lists before them, blank lines between."""
    marks = {"bullet": BULLET}
    out = []
    for line in lines:
        mark = f"{line.label}        " if line.kind == "clause" else marks.get(line.kind, "")
        out += [mark + line.text, "", *between]
    return out
