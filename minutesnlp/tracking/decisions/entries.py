"""What is listed below “The following grants were agreed:” without labels: a sum, a date, a name or a work a line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutesnlp.records import Paragraph
from minutesnlp.tracking.decisions import verbs
from minutesnlp.tracking.decisions.deciding import deciding
from minutesnlp.tracking.decisions.movers import movers_in

MOST_WORDS = 80
# “(ii)”, “b)”, “14”: the label of what stands below it, on a line of its own
LABEL_ALONE = re.compile(r"\W*(?:\d{1,2}|[A-Za-z]|[ivxIVX]{1,4})[.)]*\W*")
# A sentence on what was said or done is no entry.
RUNS = re.compile(
    r"\b(?:was|were|is|are|has|had|have|will|would|said|stated|noted|asked|advised|reported|requested|(?!\A)(?<!the\s)(?<!\ba\s)proposed|agreed|"
    r"outlined|informed|thanked|welcomed|raised|referred|confirmed|explained|resolved|approved|circulated|seconded|"
    r"carried|signed|left|joined|replied|expressed|suggested|resulted)\b",
    re.IGNORECASE,
)
# “DH brought a leaflet”, “The engineer explained it”, “it being pointed out that …”, “Action: …”, “For: Cllr Rook”
NARRATES = re.compile(
    r"\W*(?:(?:[A-Z]{2,3}|(?i:the|an?|cllrs?|councillors?|mrs?|ms)(?:\s[\w.’'-]+){1,4}?|It|He|She|They|We|There)\s"
    r"(?:[a-z]+ed|made|gave|spoke|sent|told|felt|took|brought|met|put)\b|(?i:it\sbeing|discussion|actions?\b|reply\b|reason)"
    r"|(?i:for|in\sfavou?r|against|abst\w+|votes?)\s?[:(])"
)
# What makes an entry of two words or one: “£150.00”, “Cllr Ash”, “10th April, 2019”
TELLING = re.compile(r"\d|\b(?:Cllrs?|Councillors?|Mrs?|Ms|Miss|Dr)\b|\w:\s")
FEWEST_WORDS = 3
MOST_WORDS_OF_A_NAME = 8
SUM = re.compile(r"[£€$]\s?\d|\d[.,]\d\d\b")
# “€400.00”, below the club that gets it; “(to be paid in June)”, between two entries
SUM_ALONE = re.compile(r"\W*\d[\d.,]*[mk]?\W*")
IN_BRACKETS = re.compile(r"\s*\([^()]+\)[\s.;]*")
# “Provisional dates:”, above the dates themselves
HEADS = re.compile(r"[:–—-]\s*\Z")
# A vote is counted below it, which tells how it went and not what was decided.
OF_A_VOTE = re.compile(r"\b(?:votes?|voting|division|poll|roll[ -]call)\b[^.]*\Z", re.IGNORECASE)


def is_entry(paragraphs: Sequence[Paragraph], at: int) -> bool:
    """Tell whether a paragraph is a line of a list, by its words alone: it says what, and no sentence runs in it.

    >>> lines = ("£400 to the Ferry Club.", "Councillor Rook thanked the Clerk.", "(ii)", "Questions")
    >>> [is_entry([Paragraph(id="p", text=line)], 0) for line in lines]
    [True, False, False, False]
    """
    paragraph = paragraphs[at]
    text = paragraph.text.strip()
    below = paragraphs[at + 1] if at + 1 < len(paragraphs) else None
    if below is not None and SUM.search(below.text) and SUM_ALONE.fullmatch(below.text) and _names(text):
        return True
    if paragraph.kind == "heading" and not (SUM.search(text) and is_line(text)):
        heads = HEADS.search(text) is not None and below is not None
        return heads and paragraphs[at + 1].kind != "heading" and is_entry(paragraphs, at + 1)
    return is_line(text)


def is_remark(paragraphs: Sequence[Paragraph], at: int) -> bool:
    """Tell “(to be paid in June)” between two entries of a list, of which the one below tells a sum."""
    if at + 1 >= len(paragraphs) or IN_BRACKETS.fullmatch(paragraphs[at].text) is None:
        return False
    told = (one.text for one in paragraphs[at + 1 : at + 3])
    return is_entry(paragraphs, at + 1) and any(SUM.search(text) for text in told)


def _names(text: str) -> bool:
    """Tell a payee’s name by its capitals: “Ferry Society”, above “€400”."""
    words = text.split()
    return 0 < len(words) <= MOST_WORDS_OF_A_NAME and text[0].isupper() and not RUNS.search(text)


def is_line(text: str) -> bool:
    """Tell words that say what and in which no sentence runs.

    >>> is_line("Ferry Society, leaflet on swans"), is_line("The ferry was late.")
    (True, False)
    """
    text = text.strip()
    words = text.split()
    if not words or len(words) > MOST_WORDS or LABEL_ALONE.fullmatch(text) or (text.isupper() and not _is_sum(text)):
        return False
    if RUNS.search(text) or NARRATES.match(text) or moves_or_decides(text):
        return False
    return len(words) >= FEWEST_WORDS or TELLING.search(text) is not None


def _is_sum(text: str) -> bool:
    """Tell “101432 HMRC £212.40”, one payment, from all of a page's in capitals."""
    return len(text.split()) <= MOST_WORDS_OF_A_NAME and SUM.search(text) is not None


def is_alike(text: str, first: str) -> bool:
    """Tell whether a line may stand in one list with its first: where that has a sum, a day or a name, this has too.

    >>> is_alike("Reports on Conferences", "Galway (5th December): Cllr Rook")
    False
    """
    return not TELLING.search(first) or TELLING.search(text) is not None or text.rstrip().endswith((".", ";", ","))


def moves_or_decides(text: str) -> bool:
    """Tell a line that decides or moves something, so that it is no part of what is decided above it."""
    return movers_in(text).mover is not None or (verbs.hints(text) and deciding(text)[0] != "")


def narrates(text: str) -> bool:
    """Tell “Cllr Rook raised the matter of the bins”, “On the proposal of Cllr Rook …”, below a list of things."""
    return NARRATES.match(text) is not None or movers_in(text).mover is not None
