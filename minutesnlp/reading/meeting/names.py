"""A list of names, as minutes print them, to its people with role, party and ward.

What parts the names differs from council to council: commas, semicolons, “and”, or nothing but the next style, title,
initial or bracket. A list is therefore read word by word, and a name ends where the next one can begin.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from minutesnlp.reading.blocks import CELL
from minutesnlp.reading.meeting.name_notes import Person
from minutesnlp.reading.meeting.name_reader import BRACKETED, NameReader
from minutesnlp.reading.meeting.name_words import (
    FULL_WORD,
    HONOUR,
    begins_person,
    is_initial,
    is_name,
    is_post,
    joined_parts,
    named_after,
    parts_of,
    uncounted,
)
from minutesnlp.reading.page.posts import (
    ROLE_WORDS,
    STYLED,
    TITLED,
    given_names,
    is_office,
)

# A line longer than this, in characters, is no list of names.
LONGEST = 3_000

# A list of this many names in single words is one of surnames, unless it says that they are councillors.
SURNAMES = 4

# A count before a list: "Present: 4 - Mayor Reed, …"; and one after it: "Green, Hall - 7".
COUNTED = re.compile(r"^\d{1,3}\s*[-–—]\s*(?=[A-Z])|\s*[-–—]\s*\d{1,3}$")

# A couple by one name: “Mr & Mrs A Hall”.
COUPLE = re.compile(
    r"\b(Mr|Dr|Rev)\b\.?\s*(?:&|and)\s*(Mrs|Ms|Dr)\b\.?\s+((?:[A-Z]\.?\s*){0,3}[A-Z][\w’'-]+(?:\s+[A-Z][a-z’'-]+)?)"
)

DASHES = re.compile(r"\s*[–—]+\s*|\s+-+\s+")

# Entries of a list that holds commas within: “Ms Hall, Director, Parks; Mr Lee, Clerk”.
ENTRIES = re.compile(r";(?![^()\[\]]*[)\]])")

# A list by posts: "Director, Housing (Mr. P. Hall), Clerks (Messrs. L Fox and D Day)".
HOLDERS = re.compile(r"[(\[]\s*(?:Messrs?\.?\s+|(?:Mrs?|Ms|Miss|Dr|Cllr)\.?\s*(?=[A-ZÀ-Þ]))[^()\[\]]{1,80}[)\]]")

NOBODY = re.compile(
    r"(?:none\b.*|nil|no\s+apologies\b.*|no\s+one|nobody|there\s+were\s+no\b.*|n/?a|apologies|absent|present)\W*$",
    re.IGNORECASE,
)


def people_in(text: str, *, posts_first: bool = False, surnames: bool = False) -> list[Person]:
    """Return the people of a list, with roles in brackets, behind dashes or beside the name.

    `posts_first`: it is a list of officers, whose posts may stand before their names; `surnames`: its heading says that
    it is one of councillors, who need no more than a surname.

    >>> for person in people_in("Cllrs A Hall (Chair), B Lee (Lab) and Mrs C Day – Clerk"):
    ...     print(person.name, person.role, person.party)
    A Hall Chair None
    B Lee None Lab
    Mrs C Day Clerk None
    """
    return list(_read(text, posts_first, surnames))


@lru_cache(256)  # a list is looked at several times: to tell that it is one, by its heading, and to read it
def _read(text: str, posts_first: bool, surnames: bool) -> tuple[Person, ...]:
    text = COUNTED.sub("", text.replace(CELL, "; ").replace("{", "(").replace("}", ")").strip().rstrip("."))
    if not text or NOBODY.fullmatch(text) or len(text) > LONGEST:
        return ()
    text = COUPLE.sub(r"\1 \3 and \2 \3", text)
    text = re.sub(r"\b(Cllrs?|Councillors?)(?=[A-Z][a-z])", r"\1 ", re.sub(r"\s\.(?=[A-Z])", ". ", text))
    posts = _by_posts(text)
    if posts:
        return tuple(posts)
    of_entries = len(ENTRIES.findall(text)) > 1
    text = DASHES.sub(" – ", uncounted(text, ";"))
    *_, final = parts_of(text) or [""]
    reader = NameReader(posts_first=posts_first, posts_last=is_post(final) and not named_after(final.split()))
    for entry in ENTRIES.split(text):
        first, *more = joined_parts(entry) or [("", False)]
        reader.read(*first)
        titled = of_entries and TITLED.match(first[0]) is not None
        for part, joined in more:
            if not (titled and reader.goes_on(part)):
                reader.read(part, joined)
    reader.end()
    return tuple(reader.people if surnames else _surnames(reader.people))


def _by_posts(text: str) -> list[Person]:
    """Return the people of a list whose names stand in brackets behind their posts."""
    held = _holders(text)
    if not held or 2 * len(held) < len(BRACKETED.findall(text)):
        return []
    people: list[Person] = []
    start = 0
    for match in held:
        post = BRACKETED.sub(" ", text[start : match.start()]).strip(" ,;.-–")
        post = re.sub(r"^(?:and|&)\s+|\s+,", "", re.sub(r"\s+", " ", post))
        start = match.end()
        person, _, more = post.partition(",")
        if more.count(",") and TITLED.match(person):
            told, _, post = more.partition(",")  # “Dr Jo Hall, Head of Parks, Engineers (Mr P. Lee & Mr J. Day)”
            people.extend(people_in(f"{person},{told}"))
            post = post.strip()
        words = post.split()
        named = len(words) in (2, 3) and begins_person(words[0]) and is_name(words, styled=False, post=None)
        if not post or named or TITLED.match(post) or STYLED.match(post):
            return []
        names = re.sub(r"^Messrs?\.?\s+", "", match.group()[1:-1].strip())
        people.extend(Person(one.name, post) for one in people_in(names))
    return people + people_in(text[start:].strip(" ,;&"))


def _holders(text: str) -> list[re.Match[str]]:
    """Return the brackets that hold a name behind a post; one with a title does, and so do the others beside it."""
    held: list[re.Match[str]] = []
    sure = 0
    for match in BRACKETED.finditer(text):
        before = text[held[-1].end() if held else 0 : match.start()].strip(" ,;")
        titled = HOLDERS.match(match.group()) is not None
        of_post = ROLE_WORDS.search(before) is not None and not named_after(before.split())
        if titled or (_is_whole_name(match.group()[1:-1]) and (of_post or sure > 1)):
            held.append(match)
            sure += titled or of_post
    return held


def _is_whole_name(text: str) -> bool:
    """Tell a given name or an initial and a surname in brackets, behind a post: “Planner (J. Hall)”.

    >>> _is_whole_name("Jo Hall"), _is_whole_name("J. Hall"), _is_whole_name("Moor End")
    (True, True, False)
    """
    words = text.split()
    named = len(words) in (2, 3) and all(FULL_WORD.fullmatch(word) or is_initial(word) for word in words)
    begins = bool(words) and (words[0].casefold() in given_names() or is_initial(words[0]))
    return named and begins and not is_initial(words[-1]) and not is_office(text)


def _surnames(people: Sequence[Person]) -> list[Person]:
    """Leave out single words that are no names: one is a surname if it is styled, or where most of a list are such."""
    mixed = any(not p.name.isupper() for p in people)
    people = [p for p in people if p.styled or not mixed or not re.fullmatch(r"[A-Z]{2,4}", p.name)]  # “…, EDC”
    bare = [p for p in people if " " not in p.name and not p.styled]
    if not bare or (len(bare) >= SURNAMES and 2 * len(bare) > len(people)):
        return list(people)
    found: list[Person] = []
    for p in people:
        again = bool(found) and found[-1].styled and " " not in found[-1].name  # “Cllr Hall and Lee”
        if again and p in bare and FULL_WORD.fullmatch(p.name):
            p = p._replace(styled=True)
        if " " in p.name or p.styled or "." in p.name or HONOUR.search(p.role or ""):
            found.append(p)
    return found
