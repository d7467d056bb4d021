"""When a meeting was: by heading, title and file name, in this order of trust; else between which days it was."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath

from minutesnlp.reading.blocks import Block, Facts
from minutesnlp.reading.page.days import MONTHS, days_in
from minutesnlp.reading.page.labels import label_of

# What is spoken of as past: "meeting held on 27 and 29 January and 11 February 2021".
HELD_ON = re.compile(r"\bheld\s+(?:virtually\s+)?on\b(?P<after>.{4,80})", re.IGNORECASE)
THE_NEXT = re.compile(r"\bnext\s+(?:[a-z]+\s+){0,4}?meetings?\b", re.IGNORECASE)
NEXT = re.compile(r"\bnext\b.{0,60}\bmeetings?\b|\bmeetings?\b.{0,40}\bscheduled\b", re.IGNORECASE)
OF_ANOTHER = re.compile(
    r"\b(?:minutes|previous|last|next|adjourned\s+from)\b.{0,90}$|\b(?:dated|letter|report\s+of)\b.{0,30}$",
    re.IGNORECASE,
)


# "at the next Council meeting on", "minutes of the last meeting held on"; not "(until the next meeting) … held on", nor
# "subject to approval at the next meeting Ordinary Meeting of the Council Wednesday".
OF_OTHERS = re.compile(r"\b(?:next|previous|last)\b[^().]{0,80}$", re.IGNORECASE)
APPROVAL = re.compile(
    r"(?:draft|subject|approv\w*|consider\w*|adopt\w*|confirm\w*|correct\w*)\b[^.]{0,60}?"
    r"\bat\s+(?:the|a|its|our)\s+(?:next|following)\s+(?:\w+\s+)?meeting\b",
    re.IGNORECASE,
)

# "the minutes of 3 May were taken as read and signed": another meeting's.
MINUTES = re.compile(r"\bminutes\b", re.IGNORECASE)
RECORDED = re.compile(
    r"\b(?:approved|signed|confirmed|agreed|accepted|as read|(?:correct|true|accurate) record)\b", re.IGNORECASE
)

# Numbers of items that look like days: "24/05/1", "24/05/2", … "24/05/10".
SERIES = re.compile(r"(?<!\d)(\d\d/\d\d)\s?/\s?\d{1,2}(?!\d)")

# A day as files are named by it: "20210504".
COMPACT = re.compile(r"(?<!\d)((?:19|20)\d\d)([01]\d)([0-3]\d)(?!\d)")

# A date without its year: "the 13th March meeting", and a month alone: "Minutes of the September meeting".
YEARLESS = re.compile(
    r"\b(?:(?:(?P<weekday>(?:mon|tues|wednes|thurs|fri|satur|sun)day)\s*,?\s+(?:the\s+)?)?(?P<day>\d{1,2})(?:\s?(?:st|nd|rd|th))?\s+(?:of\s+)?)?(?P<month>January|February|March|April|May|June|July|August|September"
    r"|October|November|December)\b(?!\s*,?\s*\d(?!\d?[:.]\d\d))",
    re.IGNORECASE,
)


# How the note on such a day begins, where nothing tells its year.
YEAR_MISSING = "stated: the day of the meeting without its year"

# How far into a text without a heading the day of the meeting is looked for, in characters.
OPENING = 400

# … in a line that speaks of a meeting, or is no sentence.
OF_THIS = re.compile(r"\b(?:held|met|meeting|minutes|present)\b", re.IGNORECASE)

# The minutes of the meeting before are approved in one of so many items.
FIRST_ITEMS = 6

# So many days after a meeting its minutes are published.
SOON = 183

# So many characters behind “next meeting” its day stands.
BEHIND_NEXT = 60

# … but not where the minutes approved had another: “the date of the next meeting corrected to read 3 February”.
CORRECTED = re.compile(r"\b(?:correct|amend)", re.IGNORECASE)

# The day of the week before a date: "Thursday 14th", "MONDAY the".
WEEKDAY = re.compile(r"\b(?P<day>(?:mon|tues|wednes|thurs|fri|satur|sun)day)\s*,?\s*(?:the\s+)?$", re.IGNORECASE)
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def date_of(
    facts: Facts, top: Sequence[Block], heading: Sequence[Block], source: str, notes: list[str], *, opening: str = ""
) -> datetime.date | None:
    """Return the date from what is trusted most, and note what disagrees.

    `opening` is how the text begins where no heading was told from it.
    """
    claims: list[tuple[str, datetime.date]] = []
    if facts.date:
        claims.append(("the format's own date", facts.date))
    claims.extend(("heading", day) for day in _heading_days(top)[:1])
    if facts.title:
        claims.extend(("title", day.date) for day in list(days_in(facts.title))[:1])
    claims.extend(("file name", day) for day in _named_days(source)[-1:] if not _is_american(day, source, heading))
    if not claims:  # below the list of who was there stand other meetings' dates oftener than this one's
        claims.extend(("heading", day) for day in _heading_days(heading)[:1])
    if not claims and opening:
        said = [Block(line) for line in opening[:OPENING].splitlines() if _may_date(line)]
        claims.extend(("opening of the text", day) for day in _heading_days(said)[:1])
    if not claims:
        return None
    how, date = claims[0]
    notes.append(
        f"stated: date {date.isoformat()} in the {how}"
        if how != "the format's own date"
        else f"stated: date {date.isoformat()}"
    )
    for other, day in claims[1:]:
        if day != date:
            notes.append(f"stated: the {other} says {day.isoformat()}, the {how} {date.isoformat()}, which was taken")
    notes.extend(_doubts(date, facts, heading))
    return date


def _may_date(line: str) -> bool:
    """Tell a line of prose that may date the meeting: “… must be done by 3 May 2024.” does not."""
    return OF_THIS.search(line) is not None or not line.rstrip().endswith((".", ";", ":"))


def _doubts(date: datetime.date, facts: Facts, heading: Sequence[Block]) -> Iterator[str]:
    """Yield what speaks against a date: the day of the week before it, and the day on which it was published."""
    for block in heading:
        for day in days_in(block.text) if block.text else ():
            named = WEEKDAY.search(block.text[: day.start])
            if day.date == date and named and named["day"][:3].lower() != WEEKDAYS[date.weekday()]:
                yield f"guessed: the date is doubtful, as {date.isoformat()} was no {named['day'].title()}"
                break
    if facts.published and date > facts.published:
        yield f"guessed: the date is doubtful, as it was published before, on {facts.published.isoformat()}"


def _is_american(day: datetime.date, source: str, heading: Sequence[Block]) -> bool:
    """Tell a file's name that gives the month first, by the same day in the heading: “3-10-2022”, “March 10, 2022”."""
    if day.day > 12 or day.isoformat() in source:
        return False
    turned = datetime.date(day.year, day.day, day.month)
    return turned != day and any(found.date == turned for block in heading for found in days_in(block.text))


def _named_days(source: str) -> list[datetime.date]:
    """Return the dates in a file's name: "Minutes_4-May-2021.pdf", "20210504 Council.docx".

    >>> [day.isoformat() for day in _named_days("council/20210504-minutes.pdf")]
    ['2021-05-04']
    """
    name = re.sub(r"[_+]+|%20", " ", PurePath(source).stem)
    named = list(days_in(name)) or list(days_in(re.sub(r"[-.]+", " ", name)))
    if named:
        return [day.date for day in named]
    return [day.date for match in COMPACT.finditer(name) for day in days_in(COMPACT.sub(r"\1-\2-\3", match.group()))]


def _heading_days(heading: Sequence[Block]) -> list[datetime.date]:
    """Return the dates in a heading, those of this meeting first: others' minutes and letters are left out."""
    best: list[tuple[int, datetime.date]] = []
    series = Counter(match[1] for block in heading for match in SERIES.finditer(block.text))
    told = False  # the day of the meeting is printed without its year
    for place, block in enumerate(heading):
        if told:
            break  # “1. Minutes meeting 1 November 2023”, in an agenda: the former ones
        told = _says_yearless(block.text)
        for day in days_in(block.text):
            before = APPROVAL.sub(" ", block.text[: day.start])
            if series[block.text[day.start : day.start + 5]] > 2:
                continue  # the numbers of items
            if OF_OTHERS.search(before) or (MINUTES.search(before) and RECORDED.search(block.text, day.start)):
                continue
            if re.search(
                r"\b(?:dated|adopted|published|printed|updated|approved|since|until|before|after|expires?)\W*(?:on\s+)?$",
                before,
                re.IGNORECASE,
            ):
                continue
            near = (
                bool(re.search(r"held|meeting|minutes|\bon\b|day\b", before[-120:], re.IGNORECASE))
                or len(block.text) < 60
            )
            best.append((place + (0 if near else 20), day.date))
        if best and place > 3:
            break
    # dates cut in two by a line's end: "21ST" / "NOVEMBER, 2022"
    if not best and not told:
        whole = " ".join(block.text for block in heading[:8])
        days = (day for day in days_in(whole) if series[whole[day.start : day.start + 5]] < 3)
        best = [(0, day.date) for day in days if not OF_ANOTHER.search(whole[: day.start])]
    return [day for _, day in sorted(best, key=lambda pair: pair[0])]


def _says_yearless(text: str) -> bool:
    """Tell a heading that says without the year on which day the meeting is: “Council meeting 17th January 19:00”."""
    if "meeting" not in text.lower():
        return False
    days = (match for match in YEARLESS.finditer(text) if match["day"])
    return any(not OF_OTHERS.search(APPROVAL.sub(" ", text[: match.start()])) for match in days)


def without_year(
    facts: Facts, heading: Sequence[Block], source: str, notes: list[str]
) -> tuple[datetime.date | None, datetime.date | None]:
    """Return the day, or the month, that a heading or title names without its year, as its first and last day.

    The year is one that a file's name or title tells, else that of the first such day after the minutes that it
    approved, or of the last before it was published. A day of the week must agree: no year is taken in which the 13th
    of July was no Thursday. A day of which no year is known is noted.
    """
    former = next(filter(None, (_former(block.text) for block in heading)), None)
    texts = [block.text for block in heading[:4] if len(block.text) < 200] + [facts.title or ""]
    found = [(text, match) for text in texts for match in YEARLESS.finditer(text)]
    for text, match in sorted(found, key=lambda pair: not pair[1]["day"]):  # days before bare months
        if OF_OTHERS.search(APPROVAL.sub(" ", text[: match.start()])):
            continue
        month, weekday = MONTHS[match["month"].lower()], (match["weekday"] or "")[:3].lower()
        again = [day.date.year for block in heading for day in days_in(block.text) if _is_day(day.date, match)]
        for year, why in _years(match, facts, source, again, former):
            try:
                first = datetime.date(year, month, int(match["day"] or 1))
            except ValueError:
                continue
            if weekday and WEEKDAYS[first.weekday()] != weekday:
                continue
            if facts.published and first > facts.published:
                continue
            last = first if match["day"] else _month_end(first)
            if facts.published and not match["day"]:
                last = min(last, facts.published)
            told = first.isoformat()[: 10 if match["day"] else 7]
            notes.append(f"derived: “{match.group().strip()}” is {told}, {why}")
            return first, last
        if match["day"] and "meeting" in text.lower():
            notes.append(f"{YEAR_MISSING}, “{match.group().strip()}”")
            break
    return None, None


def _former(text: str) -> datetime.date | None:
    """Return the day of the meeting whose minutes a heading's line names: “1. Minutes meeting 1 November 2013”."""
    label = label_of(text)
    if MINUTES.match(text, label.end if label else 0) is None:
        return None
    return next((day.date for day in days_in(text)), None)


def _is_day(date: datetime.date, match: re.Match[str]) -> bool:
    return match["day"] is not None and (date.month, date.day) == (MONTHS[match["month"].lower()], int(match["day"]))


def _years(
    match: re.Match[str], facts: Facts, source: str, again: Iterable[int], former: datetime.date | None
) -> Iterator[tuple[int, str]]:
    """Yield the years that a day without one may be of, likeliest first, each with the reason.

    `again` are the years with which the heading has that day below; `former` is the day whose minutes it approves.
    """
    stem = PurePath(source).stem
    yield from ((year, "by the year in the title") for year in _named_year(facts.title or ""))
    yield from ((year, "by the same day below it") for year in again)
    if former and match["day"]:
        month = MONTHS[match["month"].lower()]
        later = (month, int(match["day"])) > (former.month, former.day)
        yield former.year + (not later), f"the first after {former.isoformat()}, whose minutes were before it"
    yield from ((year, "by the year in the file name") for year in _named_year(stem))
    if match["weekday"]:  # “23NOVEMBER”, in the name of a file, above “Monday 6 November”: the weekday will tell
        for year in re.findall(rf"(?<!\d)(\d\d)\s?[-_]?{match['month']}", stem, re.IGNORECASE):
            if int(year) != int(match["day"]):
                yield 2000 + int(year), "by the year in the file name"
    if facts.published:
        for year in (facts.published.year, facts.published.year - 1):
            yield year, f"the last before it was published on {facts.published.isoformat()}"


def _named_year(text: str) -> list[int]:
    """Return the one year that a title or a file's name names, nothing where it names none or several."""
    years = set(re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", text))
    return [int(year) for year in years] if len(years) == 1 else []


def _month_end(first: datetime.date) -> datetime.date:
    following = first.replace(day=28) + datetime.timedelta(days=4)
    return following - datetime.timedelta(days=following.day)


def mended_year(
    date: datetime.date, facts: Facts, heading: Sequence[Block], texts: Sequence[tuple[str, str]], source: str
) -> tuple[datetime.date, str] | None:
    """Return a date a year later, and why, where its year is a slip of January; None where nothing tells that.

    The day of the week before it must be right in the next year and wrong in this, and the file's name must have that
    day, or the paper have been published soon after it or approve minutes of a meeting since the printed one.
    """
    weekdays = {
        named["day"][:3].lower()
        for block in heading
        for day in days_in(block.text)
        if day.date == date and (named := WEEKDAY.search(block.text[: day.start]))
    }
    if (date.month, date.day) == (2, 29) or date in _named_days(source):
        return None
    later = date.replace(year=date.year + 1)
    if weekdays != {WEEKDAYS[later.weekday()]}:
        return None
    told = [part for text in texts[:FIRST_ITEMS] for part in text if MINUTES.search(part) and RECORDED.search(part)]
    former = [day.date for part in told for day in days_in(part) if date < day.date < later]
    if former:
        why = f"it approves minutes of {max(former).isoformat()}"
    elif later in _named_days(source):
        why = "the file's name has it"
    elif facts.published and 0 <= (facts.published - later).days <= SOON:
        why = f"it was published on {facts.published.isoformat()}"
    else:
        return None
    weekday = f"{later.isoformat()} was that day of the week and {date.isoformat()} was not"
    return later, f"guessed: the year {date.year} is a slip for {later.year}, as {weekday}, and {why}"


def named_as_next(date: datetime.date, texts: Iterable[str]) -> Iterator[str]:
    """Yield a doubt where a paper names the day of its meeting as the day of the next one: headings are typed over."""
    for text in texts:
        for told in THE_NEXT.finditer(text):
            if CORRECTED.search(text, 0, told.start()):
                continue
            after = text[told.end() : told.end() + BEHIND_NEXT]
            if any(day.date == date for day in days_in(after)) or any(
                _is_day(date, m) for m in YEARLESS.finditer(after)
            ):
                yield f"guessed: the date is doubtful, as the paper has {date.isoformat()} for its next meeting too"
                return


def bounds_of(
    facts: Facts, texts: Sequence[tuple[str, str]], notes: list[str]
) -> tuple[datetime.date | None, datetime.date | None]:
    """Return between which days an undated meeting was: after what it tells as past, before its next one."""
    first = last = None
    reason = ""
    for title, text in texts:
        for part in (title, text):
            for match in HELD_ON.finditer(part):
                if NEXT.search(part[max(0, match.start() - 80) : match.start()]):
                    continue
                for day in days_in(match["after"]):
                    if first is None or day.date > first:
                        first, reason = day.date, f"it speaks of a meeting held on {day.date.isoformat()}"
            told = NEXT.search(part)
            for day in days_in(part) if told else ():
                if told and day.start >= told.end() and (last is None or day.date < last):
                    last = day.date
    if facts.published and (last is None or facts.published < last):
        last = facts.published
        notes.append(f"derived: it was published on {last.isoformat()}, so the meeting was no later")
    elif last:
        notes.append(f"derived: the next meeting was to be on {last.isoformat()}, so this one was before")
    if first and last and first > last:
        notes.append(f"missing: no date; its own words disagree ({first.isoformat()} and {last.isoformat()})")
        return None, None
    if first:
        notes.append(f"derived: {reason}, so this one was later")
    what = "year" if any(note.startswith(YEAR_MISSING) for note in notes) else "date"
    notes.append(
        f"missing: no {what} of the meeting is stated" + ("" if first or last else ", and nothing that bounds it")
    )
    return first, last
