"""Whether a number only names a thing: a page, a lot, a cheque, a house, a telephone, the mark of a list."""

from __future__ import annotations

import re

from minutesnlp.tagging.figures.amounts import Amount
from minutesnlp.tagging.figures.context import LINE_START, Context
from minutesnlp.tagging.figures.units import REFERENCES, counted_noun
from minutesnlp.tagging.lexicons import words

MARKER_AFTER = re.compile(r"[.):\]](?!\d)|\\\.|\s{1,8}[A-Z*]|\s*(?:\n|\Z)|\s?[-–—]\s|[a-z]?\)")
WORD_BEFORE = re.compile(
    r"(?<![’'\w])([^\W\d_][^\W\d_’'.-]*\.?|[#§])[ \n]?\(?(?:no\.?[ ]|number[ ]|nos\.?[ ])?\Z", re.IGNORECASE
)
LIST_OF_REFERENCES = re.compile(
    r"\b([^\W\d_]+\.?)\s(?:[A-Z]?\d+[a-z]?(?:\.\d+)*(?:,\s|\s?(?:and|&|to|of|-|–|or)\s?)){1,8}\Z"
)
NUMBER_WORD = re.compile(r"(?:no|nos|number)\.?[ ]\Z", re.IGNORECASE)
DIGIT_BEFORE = re.compile(r"\d[ ]\Z")
CLOCK_BEFORE, CLOCK_AFTER = re.compile(r"\d:\Z"), re.compile(r":\d")
HEADED_BY_CAPITALS = re.compile(r"\s{1,4}[A-Z]{2}")
NUMBER_BESIDE = re.compile(r"\s?\d")
# Words after which a number without a noun is still a figure: “increased to 1840”, “there were around 500.”
LEADS = words("figure_leads")
ALWAYS_LABELS = words("figure_labels")
# What a number counts though it begins its line: “1 Member of the public”, “3 residents”.
PUBLIC_AFTER = re.compile(
    r"[ ]{1,3}(?:members?[ ]of[ ](?:the[ ])?(?:public|press)|members?[ ]public|(?:[a-z]+[ ])?(?:residents?|"
    r"parishioners?|councillors?|cllrs)|members[ ](?:were|attended|voted))\b",
    re.IGNORECASE,
)
CAPITAL_AFTER = re.compile(r"[ \t]{1,8}[A-Z]")
DATE_BEFORE = re.compile(r"\b[A-Z][a-z]{2,8}[ ](?:19|20)\d\d[ ]\Z")
SECTION_106 = re.compile(r"106\s[Aa]greements?\b")
# The chapter of a statute: “Municipal Act, 2001, c. 25”.
CHAPTER = re.compile(r"(?:19|20)\d\d,?[ ]c\.?[ ]?\Z")
HOUSE_BEFORE = re.compile(
    r"\b(?:propert(?:y|ies)|house|dwelling|premises|site|land|address|situated?|lives|living|resident|interest|flat)"
    r"[ ](?:at|of)[ ]\Z"
)
HOUSE_AFTER = re.compile(r",[ ][A-Z][a-z]+[ ]?(?:[A-Z]|,)")
# “25, Elm Road”, “69-72, Elm Street”, “8, 10 and 12, The Green”: the number of a house by the street behind the comma.
OF_A_STREET = re.compile(
    r"(?:(?:,[ ]|[ ](?:and|&|to)[ ]|[ ]?[-–][ ]?)\d{1,3}[A-Za-z]?)*,[ ](?:(?:[A-Z][\w’'.-]*|of|the|na)[ ]){1,4}?"
    r"(?:Road|Rd|Street|St|Avenue|Ave|Lane|Park|Close|Drive|Terrace|Crescent|Court|Place|Gardens?|Grove|Row|View|Hill"
    r"|Green|Way|Square|Heights|Lawns?|Villas|Mews|Walk|Quay|Rise|Estate|Cottages?|Downs)\b"
)
CALLED = re.compile(
    r"\b(?:contact|call(?:ed|ing)?|ring|rung|rang|dial(?:led|ling)?|phone|telephone|on)[ ]\Z", re.IGNORECASE
)
# Short telephone numbers of the police, the emergency and the health services.
EMERGENCIES = frozenset([101, 105, 111, 112, 119, 311, 911, 999])
ADDRESSED = re.compile(r"\b(?:address(?:es)?|ref|reference|no|nos|number):[ ]\Z", re.IGNORECASE)
CODED = re.compile(r"[A-Za-z.]-\Z")
CODES_BESIDE = re.compile(r"\d[-–]\d+(?:,|,?[ ]and)[ ]\Z")
SERIES = re.compile(r"(?<![\d.,£$€])(\d{4,6})(?:,[ ]|[ ]|[ ]?&[ ]|[ ]and[ ])\Z")
NEXT_IN_SERIES = 200
ENUMERATES = re.compile(r"[.)][ ]{1,3}[A-Z]")
SHOUTED = re.compile(r"[.)][ ]{1,3}[A-Z]{3}")
ENUMERATED = 1200
LARGEST_MARK = LARGEST_HOUSE = 1000


def is_reference(context: Context, amount: Amount, *, only_label: bool = False, ranged: bool = False) -> bool:
    """Tell a number that names a thing: Section 151, page 4, item 7, list markers, postcodes, telephone numbers."""
    text, start, end = context.text, amount.start, amount.end
    before = text[max(0, start - 40) : start]
    if _is_labelled(before):
        return True
    if CHAPTER.search(before) or SECTION_106.match(text, start) or _is_a_place_or_call(text, amount, before):
        return True
    if only_label or PUBLIC_AFTER.match(text, end):
        return False
    if amount.form == "digits" and (_is_of_a_series(text, amount) or _enumerates(context, amount)):
        return True
    if before.endswith("/") or CLOCK_BEFORE.search(before) or CLOCK_AFTER.match(text, end):
        return True
    following = text[end : end + 2]
    if not ranged and _runs_on(following):
        return following[0] != "/" or following[1:].isdigit()
    printed = text[start:end]
    if printed.startswith("0") and len(printed) > 1 and not printed.startswith("0."):
        return True
    if amount.form == "digits" and LINE_START.search(before) and MARKER_AFTER.match(text, end):
        return _marks_a_line(text, amount)
    if (DIGIT_BEFORE.search(before) and not DATE_BEFORE.search(before)) or (
        NUMBER_BESIDE.match(text, end) and not context.payments
    ):
        return True
    return amount.form == "digits" and "," not in printed and len(printed) > 6


def _is_labelled(before: str) -> bool:
    """Tell whether what stands before a number says what it names: “Section ”, “cheque no. ”, “Lots 3, 4 and ”."""
    label = WORD_BEFORE.search(before)
    if label:
        word = label[1].lower()
        # A label begins with a capital or is one of the words that never lead to a figure in running text.
        sure = label[1][0].isupper() or word.rstrip(".") in ALWAYS_LABELS
        if sure and (word.rstrip(".") in REFERENCES or word in REFERENCES):
            return True
        if NUMBER_WORD.search(before):
            return True
    listed = LIST_OF_REFERENCES.search(before)
    return listed is not None and listed[1].lower().rstrip(".") in REFERENCES


def _runs_on(following: str) -> bool:
    """Tell whether a number is only the beginning of what is printed: “4B”, “12/”, “7-x”."""
    if not following:
        return False
    return following[0].isalnum() or following[0] in "/_#@" or (following[0] in "-–" and following[1:].isalnum())


def _marks_a_line(text: str, amount: Amount) -> bool:
    """Tell the number of a heading or of a list from a count that begins its line: “5 Matters Arising”, “3 lamps”."""
    end = amount.end
    if end - amount.start > 3 or HEADED_BY_CAPITALS.match(text[end : end + 6]):
        return True
    if counted_noun(text, end) is None or CAPITAL_AFTER.match(text, end):
        return True
    return text[end : end + 1] in {".", ")", ":", "]", "\\"}


def _is_a_place_or_call(text: str, amount: Amount, before: str) -> bool:
    """Tell the number of a house, “the property at 9, Elm Row”, of a telephone, “ring 999”, and of a code, “Z.-1”."""
    if amount.form != "digits":
        return False
    house = HOUSE_BEFORE.search(before) is not None and HOUSE_AFTER.match(text, amount.end) is not None
    house = house or (amount.value < LARGEST_HOUSE and OF_A_STREET.match(text, amount.end) is not None)
    call = amount.value in EMERGENCIES and CALLED.search(before) is not None
    return house or call or CODED.search(before) is not None or ADDRESSED.search(before) is not None


def _is_of_a_series(text: str, amount: Amount) -> bool:
    """Tell the second of numbers given one after another, as cheques are: “004130, 4131, 4138”."""
    before = SERIES.search(text, max(0, amount.start - 12), amount.start)
    printed = text[amount.start : amount.end]
    near = before is not None and abs(int(before[1]) - amount.value) < NEXT_IN_SERIES
    return before is not None and printed.isdigit() and len(printed) == len(before[1]) and near


def _enumerates(context: Context, amount: Amount) -> bool:
    """Tell the mark of a list within a line: “at 7pm 2. Apologies were … 3. Minutes”."""
    text = context.text
    if amount.value >= LARGEST_MARK or ENUMERATES.match(text, amount.end) is None:
        return False
    word = WORD_BEFORE.search(text, max(0, amount.start - 24), amount.start)
    if word is not None and word[1].lower() in LEADS and not SHOUTED.match(text, amount.end):
        return False  # “the vote was 8. The other was 9.”
    number = int(amount.value)
    return any(
        abs(at - amount.start) < ENUMERATED
        for beside in (number - 1, number + 1)
        for at in context.marks.get(beside, ())
    )
