"""Clock times in words: “half past nine in the morning”, “a quarter to ten”, “ten o’clock”, opening hours “9 to 5”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutesnlp.tagging.mentions import Mention, lowered
from minutesnlp.text.number_words import UNITS

HOURS = {word: number for word, number in UNITS.items() if 1 <= number <= 12} | {str(n): n for n in range(1, 13)}
MINUTES = {"half": 30, "quarter": 15, "five": 5, "ten": 10, "twenty": 20, "twenty-five": 25, "twenty five": 25}
_HOUR = "|".join(sorted(HOURS, key=len, reverse=True))
# “half past nine”, “quarter to ten pm”, “ten o’clock at night”; not “ten to six”, which may be a range
TOLD = re.compile(
    rf"""\b(?:(?:(?P<part>half|quarter)|(?P<minutes>five|ten|twenty(?:[- ]five)?)(?:\sminutes)?)[\s-]
      (?P<side>past|(?:(?<=quarter\s)|(?<=minutes\s))to)[\s-](?P<hour>{_HOUR})(?:\so[’']?clock)?
      |(?P<whole>{"|".join(word for word in HOURS if word.isalpha())})\so[’']?clock)\b
    (?:\s?(?P<half>[ap]\.?m\b\.?)|\s(?:in\sthe\s(?P<day>morning|afternoon|evening)|at\s(?P<night>night))\b)?(?![\d:%])""",
    re.VERBOSE,
)
# “opening hours 9 to 5”, “open from 10 - 4”: whole hours, the last in the afternoon
OPEN = re.compile(
    r"\b(?:open(?:s|ing)?(?:\s(?:hours|times|daily))?|office\shours)(?:\sare|\swill\sbe|\sbeing)?[\s:]{1,2}(?:from\s)?"
    r"(?P<both>(?P<first>[6-9]|1[0-2])\s?(?:to|till|until|-|–)\s?(?P<last>[1-8]))(?![\d%]|[.:,]\d|\s?[apAP]\.?[mM]|\s[a-z]+s\b)"
)


def find_clock_words(text: str) -> Iterator[Mention]:
    """Yield the clock times that are told in words, and bare hours of opening.

    >>> [m.value for m in find_clock_words("From half past nine in the morning to a quarter to ten at night.")]
    ['T09:30', 'T21:45']
    """
    lower = lowered(text)
    for match in TOLD.finditer(lower) if "past" in lower or "clock" in lower or "quarter" in lower else ():
        hour = HOURS[match["hour"] or match["whole"]]
        minutes = MINUTES[match["part"] or match["minutes"]] if match["hour"] else 0
        later = (match["half"] or "").startswith("p") or match["day"] in ("afternoon", "evening") or match["night"]
        at = (hour % 12 + 12 * bool(later)) if later or match["half"] or match["day"] else hour
        total = (at * 60 + (minutes if match["side"] != "to" else -minutes)) % (24 * 60)
        yield Mention("DATE", match.start(), match.end(), f"T{total // 60:02d}:{total % 60:02d}", "date:clock")
    for match in OPEN.finditer(lower) if "open" in lower or "hours" in lower else ():
        value = f"T{int(match['first']):02d}:00/T{int(match['last']) + 12:02d}:00"
        yield Mention("DATE", match.start("both"), match.end("both"), value, "date:clock")
