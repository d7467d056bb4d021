"""Which of a document's lines are headings of items, where items have no numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from minutesnlp.reading.blocks import CELL
from minutesnlp.reading.meeting.candidates import (
    CLOSING,
    SIGNING,
    Candidate,
    is_attendance_heading,
    is_section_label,
    is_telling,
)
from minutesnlp.reading.meeting.own_title import without_own_title
from minutesnlp.reading.meeting.run_in import run_in_titles
from minutesnlp.reading.meeting.speakers import is_person, speaks
from minutesnlp.reading.page.furniture import truncation
from minutesnlp.reading.page.owners import HEAD_WORD, is_owner
from minutesnlp.reading.page.titles import SENTENCE_OPENS, is_caps, is_usual, looks_like_title, words_in

# Fewer headings than this make no outline, unless the format itself marks them as headings.
LEAST_HEADINGS = 2

# Words of a decision open no item, though they stand alone: "AGREED that:", "NOTED".
DECIDED = re.compile(
    r"(?:(?:it\s+was|and|the\s+\w+|motion|amendment)\s+)?(?:agreed|resolved|recommended|noted|ordered|approved|refused|deferred|carried"
    r"|not\s+carried|lost|rejected|withdrawn|defeated|adopted|endorsed|granted|adjourned|referred|unanimous(?:ly)?(?:\s+\w+)?|seconded|proposed"
    r"|1st|2nd|prop|sec|no\s+objections?|votes?|for|against|in\s+favour|abstain\w*|abstentions?|reply|action|due|owner|deadline"
    r"|(?:officer(?:['’]s)?\s+)?recommendation(?:\s*/\s*council\s+resolution)?|council\s+resolution)\b\s*(?:[:.,–-]|\d|that\b|by\b|to\s+(?:the\s+)?\w+(?:\s+\w+)?(?:,.{0,60})?\s+that\b|$|\()"
    r"|(?:yes|no|ayes?|yeas?|nays?|noes|(?:(?:roll[\s-]call|recorded)\s+)?votes?"
    r"|(?:for|against|in\s+favour\s+of)\s+the\s+(?:motion|amendment|recommendation|proposal))\s*:",
    re.IGNORECASE,
)
# A clause is no title: “1.2 That the fees be raised.”
CLAUSE = re.compile(r"(?:and\s+)?that\s", re.IGNORECASE)

# What no title holds: cells of a table, a sum of money, a star, the end of a quotation, a count of votes in brackets,
# a list of councillors, the clause of a motion, the time or place of one.
NO_TITLE = re.compile(
    r" \| |[£€]|^\*|^\([^()]*\)$|[”\"]\.?$|\(\d{1,3}\)\.?$|^(?:Councillors?|Cllrs?)\s.*,|^(?:AND\s+)?THAT\b"
    r"|^(?:Time|Location|Date):|\bstates$"
)

# A payment, however much of it stands in capitals: “101432 HMRC £212.40”.
PAID = re.compile(r"[£€$]\s?\d[\d,]*\.\d\d\W*$")

# A fact of the meeting and no heading, however it is set: "Venue: Town Hall", "Date: 4 May", "Chair: Cllr Hall".
FACT = re.compile(
    r"agenda\W*$|(?:venue|location|place|date(?:\s+and\s+time)?|time|day|chair(?:man|person|woman)?|clerk|minutes\s+(?:taken\s+)?by|minute\s+taker"
    r"|contact|membership|members|quorum|enquiries|lleoliad|dyddiad|amser)\s*:",
    re.IGNORECASE,
)

# Headings that are said so often part items and are none themselves.
OFTEN = 3

# What stands below a title where there was nothing to tell.
NOTHING = re.compile(
    r"(?:none|nil|noted|no\s+\w+|nothing|n/a)(?:\s+(?:received|declared|reported|to\s+report))?\s*\.?", re.IGNORECASE
)

# Parts of a report and of a record, which head no items: “ASSESSMENT”
OF_A_REPORT = re.compile(
    r"assessment|background|introduction|conclusions?|summary|purpose|recommendations?|discussion|decisions?|motions?|"
    r"amendments?|appendix|contents|reasons?|proposals?|comments?|resolutions?|considerations?|evaluation|implications|context",
    re.IGNORECASE,
)
LONGEST_SHOUT = 5  # letters: “NOTE”, “VOTE”

# A list of who was there, though a verb may stand in it: "Present: the Clerk, who left at 8"; not "Apologies".
WERE_THERE = re.compile(
    r"(?:those\s+|members\s+|also\s+)*(?:present|attending|in\s+attendance)\s*(?:[:–-]|$)", re.IGNORECASE
)

# A typist's ways of marking headings are taken before those in which a reader guesses, unless these find so much more.
ENOUGH = 3
GUESSED = ("titles before a colon", "lines that stand alone")
MUCH_MORE = 1.4

# Text this long follows a title and not an entry of a list.
PROSE = 60


def headed(found: Sequence[Candidate]) -> tuple[list[Candidate], float, str]:
    """Return the candidates that are headings, what they are worth (in units of items), and what told them.

    Each way of setting headings is tried, and the one that gives most is taken: marked headings, bold lines, capitals,
    bold beginnings, usual titles before a colon, lines that stand alone.
    """
    best: tuple[list[Candidate], float, str] = ([], 0.0, "")
    for how, test in WAYS:
        if best[2] == "headings" and len(best[0]) >= ENOUGH and how != "labels":
            break  # what the format itself marks as headings needs no second opinion
        run_in = run_in_titles(found) if how == "titles before a colon" else frozenset()
        picked = without_own_title(_usable([c for c in found if c.at in run_in or test(c, found)], found), found)
        if how == "headings":
            picked = _of_one_level(picked, found)
        if len(picked) < LEAST_HEADINGS and not (
            picked and (how in ("headings", "labels") or picked[0].marked or (picked[0].emphatic and picked[0].usual))
        ):
            continue
        value = sum(_worth(c, found) for c in picked)
        bar = MUCH_MORE if how in GUESSED and best[2] not in ("", *GUESSED) and len(best[0]) >= 4 else 1.0
        if value > bar * best[1]:
            best = (picked, value, how)
    if best[2] == "lines that stand alone":  # no other way of the typist's tells them
        alone = [c for c in found if _by_isolation(c, found, saying=True)]
        best = (without_own_title(_usable(alone, found), found), best[1], best[2])
    if best[2] in ("bold type", "capitals", "headings"):
        words = _single_words(best[0], found) if best[2] == "capitals" else best[0]
        best = (_with_others(words, found), best[1], best[2])
    return best


def attends(candidate: Candidate, found: Sequence[Candidate]) -> bool:
    """Tell the heading of a list of names from an item on apologies: no verb of report stands below."""
    text = candidate.block.text
    if not is_attendance_heading(text) and not (candidate.head and is_attendance_heading(candidate.head)):
        return False
    if WERE_THERE.match(text):
        return True
    body = candidate.rest[len(candidate.head) :].strip(" :–—-") if candidate.head else ""
    after = " ".join(c.block.text for c in found[candidate.at + 1 : candidate.at + 2] if c.label is None)
    return not is_telling(body) if body else not is_telling(after[:200]) or not candidate.usual


def _by_level(c: Candidate, _: Sequence[Candidate]) -> bool:
    return c.block.level is not None and words_in(c.rest) <= 40


def _by_bold(c: Candidate, found: Sequence[Candidate]) -> bool:
    if c.block.row or c.block.bullet:
        return False
    return (c.block.bold or c.block.level is not None) and c.titled and _precedes_text(c, found)


def _by_caps(c: Candidate, found: Sequence[Candidate]) -> bool:
    if (words_in(c.rest) < 2 and not c.usual) or all(len(word) < 2 for word in c.rest.split()):
        return False  # a single word in capitals is a slogan or a label oftener than a title
    return is_caps(c.rest) and c.titled and not c.block.row and not c.block.bullet and _precedes_text(c, found)


def _by_bold_beginning(c: Candidate, found: Sequence[Candidate]) -> bool:
    if c.block.row or c.block.bullet:
        return False
    if c.block.lead > 3 and c.head and words_in(c.head) <= 14 and len(c.rest) > len(c.head) + 3:
        return True
    return c.block.bold and c.titled and _precedes_text(c, found)


def _by_colon(c: Candidate, found: Sequence[Candidate]) -> bool:
    if c.block.row or c.block.bullet or c.block.quote or c.label is not None:
        return False
    text = c.rest.rstrip()
    if text.endswith(":") and c.titled and words_in(text) <= 10 and _precedes_text(c, found):
        return True
    if CELL in text:
        return False  # a row of a table
    return bool(c.head) and words_in(c.head) <= 8 and c.usual and not is_telling(c.head)


def _by_isolation(c: Candidate, found: Sequence[Candidate], *, saying: bool = False) -> bool:
    """Tell a short line that stands alone before text, and is no entry of a list that a colon opened.

    `saying`: what is below it right away may be any sentence, and not only one with a verb of report.
    """
    if c.block.row or c.block.bullet or c.label is not None or c.block.quote:
        return False
    if c.marked or _by_colon(c, found):
        return True
    if not c.titled or (c.ended and not c.rest.endswith((":", "?", "."))) or words_in(c.rest) > 16:
        return False
    if NO_TITLE.search(c.rest) or NOTHING.fullmatch(c.rest):
        return False
    before = found[c.at - 1] if c.at else None
    after = found[c.at + 1] if c.at + 1 < len(found) else None
    if after is not None and after.block.gap < 1 <= c.block.gap and not _opens_text(c, after, saying=saying):
        return False  # the first line of several, and no heading
    if before is not None and is_attendance_heading(before.block.text):
        return False  # the names below it
    if before is not None and not c.usual and _is_cut(before, c) and _ends(found):
        return False  # the end of a sentence that a page or a column broke
    if sum(1 for o in found[max(0, c.at - 2) : c.at] if _is_entry(o, ended=c.ended)) == 2 and not c.usual and c.at > 7:
        return False
    if c.block.gap >= 2 and words_in(c.rest) <= 6 and before is not None and before.block.gap < c.block.gap:
        return not _in_list(c, found)
    # one of several short lines that follow one another is an entry of a list, unless long text is below it
    in_row = before is not None and not c.usual and _opens_nothing(before, c, found)
    if in_row and (after is None or (len(after.block.text) < 80 and after.label is None)):
        return False
    if c.rest.endswith((".", ":", ":-")) and words_in(c.rest) > 4 and not c.usual:
        return False
    if not (c.usual and not c.ended) and not _precedes_text(c, found, gap=True):
        return False
    return not _in_list(c, found)


def _by_label(c: Candidate, found: Sequence[Candidate]) -> bool:
    """Tell the title above `Minutes:`, with agenda text between them or not."""
    if c.block.row or c.block.bullet or is_section_label(c.block.text) or not (c.titled or c.marked):
        return False
    for other in found[c.at + 1 : c.at + 5]:
        if is_section_label(other.block.text):
            between = found[c.at + 1 : other.at]
            return not any(b.titled and not b.ended and b.block.gap >= 1 for b in between)
    return False


WAYS: tuple[tuple[str, Callable[[Candidate, Sequence[Candidate]], bool]], ...] = (
    ("labels", _by_label),
    ("headings", _by_level),
    ("bold type", _by_bold),
    ("capitals", _by_caps),
    ("bold beginnings", _by_bold_beginning),
    ("titles before a colon", _by_colon),
    ("lines that stand alone", _by_isolation),
)


def _single_words(picked: list[Candidate], found: Sequence[Candidate]) -> list[Candidate]:
    """Add “FACILITIES”, a word in capitals below a blank line, where longer titles in capitals tell what these are."""
    if len(picked) < ENOUGH:
        return picked
    more = [
        c
        for c in found[picked[0].at :]
        if words_in(c.rest) == 1 and len(c.rest) > LONGEST_SHOUT and c.label is None and not c.usual
        if is_caps(c.rest)
        and c.titled
        and c.rest.isalpha()
        and c.block.gap >= 1
        and not (c.block.row or c.block.bullet)
        if _precedes_text(c, found) and not OF_A_REPORT.fullmatch(c.rest)
    ]
    return sorted([*picked, *without_own_title(_usable(more, found), found)], key=lambda c: c.at)


def _precedes_text(c: Candidate, found: Sequence[Candidate], *, gap: bool = False) -> bool:
    """Tell a line that text follows, and not another line like it."""
    for other in found[c.at + 1 : c.at + 3]:
        if is_section_label(other.block.text):
            continue
        if other.block.bullet or other.block.row or other.label is not None:
            return True
        if not gap and not other.ended and len(other.block.text) < 40 and not other.titled:
            return False
        return not (gap and not other.ended and len(other.block.text) < (2 * PROSE if other.titled else PROSE))
    return False


def _opens_text(c: Candidate, after: Candidate, *, saying: bool) -> bool:
    """Tell a line directly over a list or a sentence of report, or with a usual title, from the first of several."""
    text = after.block.text
    says = after.ended and (
        is_telling(text) or (saying and (len(text) > PROSE or SENTENCE_OPENS.match(text) is not None))
    )
    return c.usual or after.label is not None or after.block.bullet or says


def _is_cut(before: Candidate, c: Candidate) -> bool:
    """Tell long text above that does not end, unless the source says that it cut it short or sets it apart."""
    long = not before.ended and len(before.block.text) > PROSE and c.block.gap < 2
    return long and truncation(before.block.text) is None


def _ends(found: Sequence[Candidate]) -> bool:
    """Tell a document whose sentences end with a stop, as minutes do, from one of notes and bullets."""
    long = [c for c in found if len(c.block.text) > PROSE and not c.block.row]
    return sum(c.ended for c in long) > 0.75 * len(long)


def _opens_nothing(before: Candidate, c: Candidate, found: Sequence[Candidate]) -> bool:
    """Tell a short line above that is no heading of this one."""
    if not before.titled or before.ended or before.block.level is not None or len(before.rest) >= PROSE:
        return False
    if before.rest.startswith("("):  # “(Motion by Oak, second by Ash, 5-0)”, at the end of the item above
        return False
    return before.block.gap <= c.block.gap and not _precedes_text(before, found, gap=True)


def _is_entry(c: Candidate, *, ended: bool) -> bool:
    """Tell a short line that is an entry of a list, of those without a stop or of those with one."""
    if not c.titled or c.ended != ended or (ended and (NOTHING.fullmatch(c.rest) or is_telling(c.rest))):
        return False
    return len(c.rest) < PROSE and c.block.level is None and not c.emphatic


def _in_list(c: Candidate, found: Sequence[Candidate]) -> bool:
    """Tell an entry of a list: going back over short lines one comes to a line that opens one (“namely:-”)."""
    for other in reversed(found[max(0, c.at - 12) : c.at]):
        text = other.block.text.rstrip()
        if text.endswith((":", ":-", ":–", ": -")) and words_in(text) > 3:
            return True
        if len(text) > PROSE or (other.ended and not (c.ended and _is_entry(other, ended=True))):
            return False
    return False


def _usable(picked: list[Candidate], found: Sequence[Candidate]) -> list[Candidate]:
    """Leave out lists of names, closing words and labels of sections, and the document's own title said again."""
    own = {c.block.text.casefold() for c in found[:4]}
    said = Counter(c.rest.casefold() for c in picked if c.label is None)
    parts = _parts(picked)
    return [
        c
        for c in picked
        if c.at not in parts
        and c.block.section not in ("front", "back")
        and not attends(c, found)
        and not is_section_label(c.block.text)
        and not CLOSING.match(c.block.text)
        and not SIGNING.fullmatch(c.rest)
        and not DECIDED.match(c.rest)
        and not (PAID.search(c.rest) and c.block.level is None and not c.usual)
        and not FACT.match(c.rest)
        and not is_person(c.rest)
        and not (speaks(c) and not c.usual)
        and not (c.at >= 4 and c.block.text.casefold() in own)
        and said[c.rest.casefold()] < OFTEN  # parts of every item: “Points made in discussion”
        and not (CELL in c.rest and not is_owner(c.rest.rpartition(CELL)[2].rpartition(": ")[2]))
        and not c.rest.startswith("|")
        and not (CELL in c.rest and all(map(HEAD_WORD.fullmatch, c.rest.split(CELL))))
    ]


def _parts(picked: Sequence[Candidate]) -> set[int]:
    """Return the places of the parts of motions: “(4)” and “(5)”, which count anew with every motion and amendment."""
    clauses = [(c.at, c.label) for c in picked if c.label is not None and c.label.style.startswith("(")]
    times = Counter((label.style, label.value) for _, label in clauses)
    anew = {style for (style, _), n in times.items() if n > 1}
    return {at for at, label in clauses if label.style in anew}


def _of_one_level(picked: list[Candidate], found: Sequence[Candidate]) -> list[Candidate]:
    """Keep the levels of headings at which items stand: the outermost of which there are several."""
    levels = sorted({c.block.level for c in picked if c.block.level is not None})
    for level in levels:
        at_level = [c for c in picked if c.block.level == level]
        if len(at_level) >= 2 or level == levels[-1]:
            kept = [c for c in picked if c.block.level is not None and c.block.level <= level]
            # a heading over items is none; one of their own level is, though it has parts: “Any other business”
            return [c for c in kept if c.block.level == level or _has_text(c, found)]
    return picked


def _has_text(c: Candidate, found: Sequence[Candidate]) -> bool:
    following = found[c.at + 1 : c.at + 2]
    return bool(following) and (following[0].block.level is None or following[0].block.level <= (c.block.level or 9))


def _worth(c: Candidate, found: Sequence[Candidate]) -> float:
    value = 0.6
    if c.usual:
        value += 1.0
    if c.emphatic:
        value += 0.5
    if c.block.level is not None:
        value += 0.6
    if c.marked:
        value += 1.0
    following = found[c.at + 1].block if c.at + 1 < len(found) else None
    if following is not None and is_section_label(following.text):
        value += 1.5
    return value


def _with_others(picked: list[Candidate], found: Sequence[Candidate]) -> list[Candidate]:
    """Add what is set otherwise but has a usual title of its own, where text follows or runs on."""
    taken = {c.at for c in picked}
    if not picked:
        return picked
    first = picked[0].at
    more = [
        c
        for c in found
        if c.at not in taken
        and c.at > first
        and c.usual
        and c.label is None
        and not c.block.row
        and not c.block.bullet
        and c.emphatic
        and c.block.level is None
        and ((c.titled and looks_like_title(c.rest, most=8)) or (c.block.lead > 3 and is_usual(c.head)))
        and picked[0].block.level is None
    ]
    return sorted([*picked, *without_own_title(_usable(more, found), found)], key=lambda c: c.at)
