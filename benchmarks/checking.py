"""How many planted faults `verify` tells, and how many faithful sentences it takes for altered.

    python benchmarks/checking.py [FOLDER OR ARCHIVE] [--most 100] [--seed 7]

Sentences of 8 to 40 words are drawn from minutes (the example corpus where none are named), each is changed by one
thing, and the draft is checked against all of the minutes. A fault is told when the verdict is `altered` or
`not found`; a faithful sentence passes when it is `exact` or `near`.
"""

from __future__ import annotations

import argparse
import calendar
import datetime
import random
import re
from collections import Counter
from collections.abc import Callable

import minutesnlp as mn
from minutesnlp.text.number_words import ONES
from minutesnlp.text.sentences import sentences

Change = Callable[[str, random.Random], str | None]
# What is changed with the item it stands in
Said = Callable[[str, random.Random, mn.Item], str | None]
MONTHS = list(calendar.month_name)[1:]
STRANGERS = ("Hargrave", "Penning", "Odudua", "Lindstrom")
SWAPS = {
    "a verb or word of degree turned": (
        ("approved", "refused"), ("supported", "opposed"), ("increase", "decrease"), ("before", "after"),
        ("more than", "less than"), ("accepted", "rejected"), ("carried", "lost"), ("first", "last"), ("all", "some"),
        ("agreed", "declined"), ("recommended", "resolved"),
    ),
    "certain made possible, future made past": (("will", "may"), ("would", "might"), ("will", "has"), ("must", "may")),
    "another word": (
        ("closure", "opening"), ("draft", "final"), ("temporary", "permanent"), ("owner", "tenant"), ("free", "paid"),
        ("repair", "replacement"), ("school", "hospital"), ("residents", "councillors"), ("deferred", "approved"),
        ("disposal", "acquisition"), ("asked", "told"), ("police", "highways"),
    ),
    "a post changed": (
        ("Clerk", "Treasurer"), ("Director", "Chairman"), ("Mayor", "Chief Executive"), ("Chair", "Clerk"),
    ),
}  # fmt: skip
CUT = re.compile(r",? (?:subject to|except|unless|provided that|pending|but|if|until)\b.*\Z")
LEAD = re.compile(r"\A[^,;:]{4,60}? (?:reported|advised|said|stated|noted|explained) that (?=\w)")
TAIL = re.compile(r", (?:and|which|who|where|with|to|as|in|for)\b[^,;]{8,}\.\Z")
DRAFT = re.compile(r"(?<=[Tt]he )(?:draft|Draft|proposed|Proposed) (?!by\b|[Mm]inutes)")
NAMED = r"(?:Councillor|Cllr\.?) (?:[A-Z]\.? )?[A-Z][\w’'-]+"
MOVERS = re.compile(rf"(?P<mover>{NAMED}),?(?: and)? seconded by (?P<seconder>{NAMED})(?=[,. ])")
LIMITS = re.compile(
    r"\b(?:but|however|although|though|not|if|unless|until|except|subject|provided|only|without|despite)\b"
)


def number(text: str, chance: random.Random) -> str | None:
    """Change one number."""
    found = list(re.finditer(r"(?<![\w/.-])\d{1,4}(?:,\d{3})*(?![\w/-])", text))
    if not found:
        return None
    match = chance.choice(found)
    return text[: match.start()] + str(int(match[0].replace(",", "")) + chance.choice((1, 2, 10))) + text[match.end() :]


def month(text: str, chance: random.Random) -> str | None:
    """Change a month."""
    match = re.search(rf"\b(?:{'|'.join(MONTHS)})\b(?= \d)", text)
    other = chance.choice([name for name in MONTHS if match and name != match[0]] or [""])
    return text[: match.start()] + other + text[match.end() :] if match else None


def name(text: str, chance: random.Random) -> str | None:
    """Change a family name."""
    match = re.search(r"(?:(?<=Councillor )|(?<=Cllr )|(?<=Mrs )|(?<=Mr ))[A-Z][a-z]{3,}(?= [a-z])", text)
    return text[: match.start()] + chance.choice(STRANGERS) + text[match.end() :] if match else None


def denial(text: str, _: random.Random) -> str | None:
    """Put in a “not”."""
    match = re.search(r"\b(?:was|were|would|had|is|be)(?= (?!not\b))", text)
    return f"{text[: match.end()]} not{text[match.end() :]}" if match else None


def undenied(text: str, _: random.Random) -> str | None:
    """Take out a “not”."""
    return text.replace(" not ", " ", 1) if " not " in text else None


def cut(text: str, _: random.Random) -> str | None:
    """Leave out the condition a sentence ends with."""
    match = CUT.search(text)
    return f"{text[: match.start()]}." if match and len(text[: match.start()].split()) >= 5 else None


def exchanged(text: str, _: random.Random) -> str | None:
    """Put proposer for seconder."""
    match = MOVERS.search(text)
    if match is None or match["mover"] == match["seconder"]:
        return None
    between = text[match.end("mover") : match.start("seconder")]
    return text[: match.start("mover")] + match["seconder"] + between + match["mover"] + text[match.end("seconder") :]


def swapped(pairs: tuple[tuple[str, str], ...]) -> Change:
    """Return what puts one word for another."""

    def change(text: str, chance: random.Random) -> str | None:
        held = [(old, new) for old, new in pairs if re.search(rf"\b{old}\b", text)]
        if not held:
            return None
        old, new = chance.choice(held)
        return re.sub(rf"\b{old}\b", new, text, count=1)

    return change


def spelt(text: str, _: random.Random) -> str | None:
    """Write a small number out."""
    match = re.search(r"(?<![\w/.,£-])(?:[2-9]|1\d)(?= [a-z]{3,})", text)
    return text[: match.start()] + ONES[int(match[0])] + text[match.end() :] if match else None


def ordinal(text: str, _: random.Random) -> str | None:
    """Write “7 February” as “7th February”."""
    match = re.search(rf"(?<=\d)(?= (?:{'|'.join(MONTHS)})\b)(?<!\d1)(?<!1)(?<!2)(?<!3)", text)
    return f"{text[: match.start()]}th{text[match.start() :]}" if match else None


def titled(text: str, _: random.Random) -> str | None:
    """Write “Cllr” for “Councillor”, or the other way round."""
    if "Councillor " in text:
        return text.replace("Councillor ", "Cllr ")
    return text.replace("Cllr ", "Councillor ") if "Cllr " in text else None


def unled(text: str, _: random.Random) -> str | None:
    """Leave out “The Director reported that”."""
    match = LEAD.match(text)
    rest = text[match.end() :] if match else ""
    return rest[0].upper() + rest[1:] if match and len(rest.split()) >= 6 else None


def shortened(text: str, _: random.Random) -> str | None:
    """Leave out what ends a sentence and limits nothing."""
    match = TAIL.search(text)
    kept = match and len(text[: match.start()].split()) >= 6 and not LIMITS.search(match[0])
    return f"{text[: match.start()]}." if match and kept else None


# What a body does, with and without its subject: “It was agreed”, “RESOLVED that”, “The Committee noted”
DEED = re.compile(
    r"(?:It was |(?:The (?:Council|Committee|Panel|Cabinet|Board)|Members|Councillors) )?"
    r"(?P<verb>(?i:agreed|resolved|noted|decided|approved))(?P<rest>(?: that| to)? .*)"
)
# What is done or said at a meeting by somebody
SPOKEN = re.compile(
    r"(?:The|Councillor|Cllr|Mr|Mrs|Ms) .{3,40}? (?:asked|reported|advised|noted|explained|said|stated|proposed) "
)
OTHER_COUNCILS = ("Penfold Parish Council", "Marlbury Borough Council", "Norcester City Council")
OTHER_BODIES = ("The Cabinet", "The Licensing Committee", "The Harbour Board", "The Children’s Panel")
WEEKDAYS = list(calendar.day_name)


def written(day: datetime.date, chance: random.Random) -> str:
    """Write a day as a report may."""
    th = "th" if 10 < day.day < 20 else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    month = MONTHS[day.month - 1]
    return chance.choice(
        (
            f"{day.day} {month} {day.year}",
            f"{day.day}{th} {month} {day.year}",
            f"{WEEKDAYS[day.weekday()]}, {day.day}{th} {month}, {day.year}",
            f"{month} {day.day}, {day.year}",
            f"{day:%d/%m/%Y}",
        )
    )


def moved_day(day: datetime.date, chance: random.Random) -> datetime.date:
    """Return another day: of another year, or a month or a week off."""
    return day + datetime.timedelta(days=chance.choice((-1096, -365, 31, 7, -28, 730)))


def occurred(text: str, form: str) -> str | None:
    """Put when in front of what was done or said at a meeting."""
    if DEED.match(text):
        begins = text[0].lower() + text[1:] if text.startswith("It was") else f"it was {_deed(text)}"
        return f"{form} {begins}"
    return f"{form} {text[0].lower() + text[1:] if text.startswith('The ') else text}" if SPOKEN.match(text) else None


def dated(form: str, *, right: bool) -> Said:
    """Return what says when in front; `{}` of the form is the day."""

    def change(text: str, chance: random.Random, item: mn.Item) -> str | None:
        if item.date is None:
            return None
        day = item.date if right else moved_day(item.date, chance)
        if "{month}" in form:
            if (day.year, day.month) == (item.date.year, item.date.month) and not right:
                return None
            return occurred(text, form.format(month=f"{MONTHS[day.month - 1]} {day.year}"))
        return occurred(text, form.format(written(day, chance)))

    return change


def done_by(name: Callable[[mn.Item, random.Random], str | None]) -> Said:
    """Return what says who did it, for “it was”."""

    def change(text: str, chance: random.Random, item: mn.Item) -> str | None:
        who = name(item, chance)
        return f"{who} {_deed(text)}" if who and DEED.match(text) else None

    return change


def _deed(text: str) -> str:
    match = DEED.match(text)
    return match["verb"].lower() + match["rest"] if match else text


def ordinary(item: mn.Item, chance: random.Random) -> str | None:
    """Return an ordinary name of those who met."""
    sorts = ("Panel", "Committee", "Board", "Cabinet", "Council")
    own = [f"The {sort}" for sort in sorts if sort in (item.body or item.council or "")]
    return chance.choice([*own[:1], "Members"]) if own else None


def named(item: mn.Item, _: random.Random) -> str | None:
    """Return the full name of those who met."""
    name = (
        item.body
        if item.body and re.search(r"\b(?:Panel|Committee|Board|Cabinet|Council)$", item.body)
        else item.council
    )
    return f"The {name}" if name and not name.endswith("Council") else name


def full(text: str, chance: random.Random, item: mn.Item) -> str | None:
    """Say when and who."""
    who, deed = named(item, chance), DEED.match(text)
    if not who or not deed or item.date is None:
        return None
    the = who[0].lower() + who[1:] if who.startswith("The ") else who
    return f"At its meeting on {written(item.date, chance)} {the} {_deed(text)}"


def numbered(text: str, chance: random.Random, item: mn.Item, *, right: bool = True) -> str | None:
    """Name the minute behind."""
    if not item.number or not text.endswith(".") or not re.fullmatch(r"\d+", item.number):
        return None
    number = item.number if right else str(int(item.number) + chance.choice((1, 2, 5)))
    return f"{text[:-1]} (Minute {number} refers)."


FALSE: dict[str, Said] = {
    "another day in front": dated("On {}", right=False),
    "another day of “its meeting”": dated("At its meeting on {},", right=False),
    "another month in front": dated("In {month}", right=False),
    "another council in front": done_by(lambda _, chance: chance.choice(OTHER_COUNCILS)),
    "another body in front": done_by(
        lambda item, chance: chance.choice([one for one in OTHER_BODIES if one.split()[-1] not in (item.body or "")])
    ),
    "the number of another minute": lambda text, chance, item: numbered(text, chance, item, right=False),
}
TRUE: dict[str, Said] = {
    "the day in front": dated("On {}", right=True),
    "“at its meeting on” the day": dated("At its meeting on {},", right=True),
    "the month in front": dated("In {month}", right=True),
    "the full name of council or body": done_by(named),
    "“the Council”, “Members”": done_by(ordinary),
    "day and full name": full,
    "the number of the minute": numbered,
}
FAULTS: dict[str, Change] = {
    "another number": number,
    "another month": month,
    "another name": name,
    "a “not” put in": denial,
    "a “not” taken out": undenied,
    "a condition or exception left out": cut,
    **{kind: swapped(pairs) for kind, pairs in SWAPS.items()},
    "“draft” or “proposed” left out": lambda text, _: DRAFT.sub("", text, count=1),
    "another currency or scale": swapped((("million", "billion"), ("thousand", "million"))),
    "proposer and seconder exchanged": exchanged,
}
FAITHFUL: dict[str, Change] = {
    "as it stands": lambda text, _: text,
    "a number in words": spelt,
    "7th for 7": ordinal,
    "Cllr for Councillor": titled,
    "without “it was reported that”": unled,
    "without an ending that limits nothing": shortened,
}


def main() -> None:
    """Draw, change, check and print."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("place", nargs="?")
    arguments.add_argument("--most", type=int, default=100, help="sentences a kind")
    arguments.add_argument("--seed", type=int, default=7)
    arguments.add_argument("--show", action="store_true", help="print what was judged wrongly")
    arguments.add_argument("--kinds", default="", help="only the kinds that have this in their name")
    options = arguments.parse_args()
    if options.place and options.place.endswith(".archive"):
        archive = mn.Archive.open(options.place)
    else:
        archive = mn.Archive.in_memory(mn.read(options.place) if options.place else mn.example_corpus())
    chance = random.Random(options.seed)
    drawn = sorted(
        {
            text: item
            for meeting in archive.meetings()
            for item in meeting.items
            for paragraph in item.minutes
            for start, end in sentences(paragraph.text)
            if 8 <= len((text := paragraph.text[start:end]).split()) <= 40
        }.items(),
        key=lambda pair: pair[0],
    )
    chance.shuffle(drawn)
    print("| | drafts | right | exact | near | altered | not found |\n|---|--:|--:|--:|--:|--:|--:|")
    told, passed = {"altered", "not found"}, {"exact", "near"}
    faults, faithful = ({kind: alone(one) for kind, one in kinds.items()} for kinds in (FAULTS, FAITHFUL))
    for kinds, good in ((faults | FALSE, told), (faithful | TRUE, passed)):
        for kind, change in kinds.items():
            if options.kinds not in kind:
                continue
            verdicts = judged(drawn, kind, change, archive, chance, options.most, good if options.show else None)
            right = sum(verdicts[verdict] for verdict in good)
            shown = " | ".join(str(verdicts[verdict]) for verdict in ("exact", "near", "altered", "not found"))
            print(f"| {kind} | {verdicts.total()} | {right / max(verdicts.total(), 1):.0%} | {shown} |")


def alone(change: Change) -> Said:
    """Return a change that asks nothing of the item."""
    return lambda text, chance, _: change(text, chance)


def judged(
    drawn: list[tuple[str, mn.Item]],
    kind: str,
    change: Said,
    archive: mn.Archive,
    chance: random.Random,
    most: int,
    good: set[str] | None,
) -> Counter[str]:
    """Return how often each verdict was given."""
    verdicts: Counter[str] = Counter()
    for text, item in drawn:
        draft = change(text, chance, item)
        if draft is None or (draft == text and kind != "as it stands"):
            continue
        checks = mn.verify(draft, archive)
        if len(checks) != 1:
            continue
        (check,) = checks
        verdicts[check.verdict] += 1
        if good is not None and check.verdict not in good:
            print(f"<!-- {check.verdict} {check.changes}: {draft} << {check.source} -->")
        if verdicts.total() == most:
            break
    return verdicts


if __name__ == "__main__":
    main()
