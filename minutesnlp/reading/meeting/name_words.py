"""What a word of a list of names can be: of a name, an initial, a style, a post."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from minutesnlp.reading.page.owners import ACTION_HEAD, HEAD_WORD
from minutesnlp.reading.page.posts import POST_NOMINAL, ROLE_WORDS, STYLED, TITLED, given_names, is_office, is_party

# Small words inside names, which stand without a capital.
PARTICLES = re.compile(r"de|da|di|du|del|van|von|der|den|ten|ter|la|le|ap|ab|al|el|bin|ibn|dos|das|ó|ní|nic|uí|y")

# A word of a name: "Hall", "A.Hall"; initials; one with small letters.
WORD = re.compile(r"[A-ZÀ-Þ][\w’'-]*(?:\.[A-ZÀ-Þ][\w’'-]*)*\.?")
INITIAL = re.compile(r"[A-ZÀ-Þ]\.?(?:(?:[A-ZÀ-Þ]|Ll|Ff|Rh)\.?)?|(?:Ll|Ff|Rh)\.")
FULL_WORD = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ’'-]+(?:[A-ZÀ-Þ][a-zà-ÿ’'-]+)*")

# A post, word for word: "Vice Chairman", "Parish Clerk/RFO", "Footpath Warden"; "Chief" alone is one before a name.
OF_A_POST = re.compile(
    r"(?:deputy|vice|acting|interim|assistant|locum|parish|police|shire|recording|highway|tax|code|building|zoning|enforcement|public|works|general|division|budget|town|city|county|borough|district|village|responsible|finance|financial"
    r"|footpaths?|tree|lord|lady|senior|chief|community|operations|office|fire|an|&)",
    re.IGNORECASE,
)
HOLDS = re.compile(
    r"(?:(?:[a-z]{2,6}|councillor)[-/])?(?:vice-?)?(?:chair(?:man|woman|person)?|cathaoirleach|cadeirydd|clerk|clerc|mayor|maer|provost|reeve|president|convenor|convener"
    r"|treasurer|secretary|warden|rfo|officer|director|manager|administrator|superintendent|sheriff|bailie|leader|commissioner"
    r"|executive|engineer|assistant|chief|captain|solicitor|planner|principal|headteacher|depute|supervisor|trustee|governor|attorney|collector|bookkeeper|inspector|analyst|sec|sup[’']t|ceo|cao|reporter)"
    r"(?:[-/][\w/-]+)?",
    re.IGNORECASE,
)

# These are surnames too.
SURNAMES_TOO = re.compile(
    r"reeve|warden|sheriff|provost|baill?ie|principal|leader|chief|service|park|steward|constable", re.IGNORECASE
)

# These stand right behind a name: "Jo Day Treasurer"; "Environmental Health Officer" is no name.
HELD_ALONE = re.compile(
    r"(?:councillor/)?(?:(?:vice-?)?chair(?:man|woman|person)?|clerk|treasurer|secretary|mayor|minister)(?:/\w+)?",
    re.IGNORECASE,
)

# Before these one surname is enough: "Mayor Reed"; not "Senior Engineer Scientist".
HONOUR = re.compile(
    r"(?:mayor|provost|reeve|chair(?:man|woman|person)?|president|sheriff|bailie|commissioner|supervisor|trustee|captain|(?:fire|police)\s+chief)$"
    r"|^(?:(?:city|town|village|county)\s+)?(?:manager|attorney|treasurer|clerk|administrator)$",
    re.IGNORECASE,
)

# The initials by which the minutes call somebody, between the name and the post: “Jo Day JD Parish Clerk”.
TAG = re.compile(r"[A-Z]{2,3}")

# Words that no name holds.
NO_NAME = re.compile(
    r"\b(?:of|and|the|for|to|in|at|present|quorum|members|public|minutes|agenda|draft|items?|actions?)\b", re.IGNORECASE
)

# One word with its initials: “S.Hall”, “S.HALL”.
WITH_INITIALS = re.compile(r"(?:[A-Z]\.)+[A-Z](?:[a-zà-ÿ’'-]+|[A-Z’'-]{2,})\.?")

# What a council is of, beside its style alone: “Tom Hall and District, Borough and County Councillor Di Fox”.
OF_A_PLACE = re.compile(r"(?:(?:county|borough|district|city|parish|town|community|ward)\b\s*)+", re.IGNORECASE)

# Of these only how many there were is told: "together with 9 members of the public", "Members of the public 15".
UNCOUNTED = re.compile(
    r"""(?:[,;]?\s*\b(?:(?:together|along)\s+with|plus|with|and|also|there\s+(?:were|was))\s+)*
        (?:(?:approx(?:imately|\.)?|about|around|c\.)\s*)?
        (?:\b\d{1,3}|\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|no|several|some|many|a\s+(?:number|few)\s+of))\s+
        (?:other\s+|further\s+|more\s+)?(?:(?:committee\s+)?members?(?:\s+of\s+(?:the\s+)?(?:public|press|parish|village|community)\b)?
          |residents?|parishioners?|electors?|villagers?|visitors?|public|press)\b
        (?:\s+(?:and|&)\s+(?:the\s+)?press)?(?:\s+(?:was|were))?(?:\s+(?:also\s+)?(?:present|in\s+attendance|attended))?
      | \b(?:members?\s+of\s+(?:the\s+)?)?public\s*[:–-]?\s*(?:\d{1,3}|none|nil)\b""",
    re.VERBOSE | re.IGNORECASE,
)

# … which is only looked for where a number, or what stands for one, is one of people.
COUNTS = re.compile(
    r"(?:\d|\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|no|several|some|many|number\s+of|few\s+of))\s+"
    r"(?:other\s+|further\s+|more\s+)?(?:(?:committee\s+)?member|resident|parishioner|elector|villager|visitor|public|press)"
    r"|\bpublic\s*[:–-]?\s*(?:\d|none|nil)",
    re.IGNORECASE,
)

# Behind a name with nothing between: for whom, or that the person was away; any other small word makes it a sentence.
FOR_WHOM = re.compile(r"(?:representing|on\s+behalf\s+of|from|for|of|as)\s", re.IGNORECASE)

WAS_AWAY = re.compile(
    r"(?:(?:(?:was|were)\s+)?(?:received|accepted|noted|approved)\b.{0,40}|(?:who\s+)?(?:was|were)\s+(?:being\s+)?(?:substituted|represented|replaced)\b.{0,60}"
    r"|(?:who\s+)?(?:had\s+|has\s+|have\s+)?(?:also\s+)?(?:sent|gave|given|tendered|offered|submitted|apologised)\b.{0,40}"
    r"|(?:was|were)\s+(?:also\s+)?(?:present|in\s+(?:remote\s+)?attendance|absent)\b.{0,30}|also|attended|joined\b.{0,40}|arrived\b.{0,30}|left\b.{0,30})",
    re.IGNORECASE,
)

IN_THE_CHAIR = re.compile(r"(?:(?:was|who\s+was)\s+)?in\s+the\s+chair\b|(?:who\s+)?presid(?:ing|ed)\b", re.IGNORECASE)

TELLS = re.compile(r"\b(?:attended|is|are|was|were|had|has|have|did|joined|arrived|left)\b", re.IGNORECASE)

# A post in small letters before a name: "the clerk A. Brown", "the assistant to the clerk Mrs Day".
A_HOLDER = re.compile(
    r"(?:and\s+)?(?:the\s+)?(?P<clerk>(?:(?:[Pp]arish|[Tt]own)\s+)?[Cc]lerk\s+to\s+the\s+(?:(?:[Pp]arish|[Tt]own)\s+)?[Cc]ouncil)\s*[,:–-]?\s+(?=[A-Z])"
    r"(?P<who>.+)$|(?:and\s+)?the\s+(?P<post>(?:[a-z]+\s+){0,5}(?:clerk|officer|treasurer|secretary|chair(?:man)?|mayor))\s*,?\s+(?P<name>[A-Z].*)$"
)


# Who the person is, before the name: "local resident Jo Day", "Member Jo Day".
A_RESIDENT = re.compile(r"^(?:(?:and|a|local|also)\s+)*(?:residents?|parishioners?|[Mm]embers?)\s+(?=[A-Z])")


# What parts the entries of a list: commas, semicolons, "and", and stops after names: "Cllrs Hall, Day. M Fox".
PARTS = re.compile(
    r"[()\[\]]|[,;]\s*|\s+(?:and|&|plus|together\s+with|[Aa]lso|ALSO)\s+(?=[A-Z]|the\s|(?:local\s+)?(?:resident|parishioner)s?\s)"
    r"|(?<=[A-Za-z]{3})(?<!Mrs)(?<!Cllr)(?<!Cllrs)(?<!Prof)(?<!Rev)(?<!Hon)(?<!Messrs)(?<!Capt)(?<!Insp)(?<!Supt)(?<!Cmhlr)(?<!Cyng)(?<!Sup[’']t)\.\s+(?=[A-Z])"
)

# "Borough Council of Wend and Moor": the “and” is within a name.
OF_A_BODY = re.compile(
    r"\b(?:council|borough|university|college|department|ministry|institute)\s+(?:of|for)\s[^,;]*$", re.I
)


# … or of a post: “Director of Planning and Inspection”.
OF_A_POST_OF = re.compile(r"\b(?:director|head|superintendent|mayor)\s+of\s[^,;]*$", re.IGNORECASE)


def is_surname_too(words: Sequence[str]) -> bool:
    """Tell a name whose surname is a post or an office too: “Alison Service”, “P Baillie”."""
    if len(words) != 2 or not SURNAMES_TOO.fullmatch(words[1]):
        return False
    return words[0].casefold() in given_names() or is_initial(words[0])


def is_name(words: Sequence[str], *, styled: bool, post: str | None) -> bool:
    """Tell the words of a name; `styled` if a style or a title stands before them, `post` the post that does.

    >>> is_name(["Jo", "Hall"], styled=False, post=None), is_name(["Forward", "Planning"], styled=False, post=None)
    (True, False)
    """
    full = [word for word in words if not INITIAL.fullmatch(word)]
    bare = " ".join(words)
    if not full or len(full) > 4 or len(words) > 6 or len(bare) < 2 or PARTICLES.fullmatch(words[-1]):
        return False
    none = (POST_NOMINAL, HEAD_WORD, ACTION_HEAD, *((OF_A_PLACE,) if len(words) > 1 else ()))
    if any(pattern.fullmatch(bare) for pattern in none) or NO_NAME.search(bare):
        return False
    if is_surname_too(words):
        return True
    if len(words) == 1 and not styled and not (post and HONOUR.search(post)):
        whole = "." not in bare[:-1] or WITH_INITIALS.fullmatch(bare) is not None
        return len(bare) > 2 and not ROLE_WORDS.search(bare) and not is_office(bare) and whole
    if styled:
        return not is_office(bare) or len(words) < 3
    return not is_office(bare) and not ROLE_WORDS.search(bare) and not (is_party(bare) and len(words) > 1)


def style_at(tokens: Sequence[str], at: int) -> int:
    """Return the place behind a councillor's style that begins at a place, 0 where none does."""
    for length in (3, 2, 1):
        if at + length <= len(tokens) and STYLED.fullmatch(" ".join(tokens[at : at + length])):
            return at + length
    return 0


def post_at(tokens: Sequence[str], at: int, *, officers: bool) -> int:
    """Return the place behind a post that begins at a place, the place itself where none does."""
    end = at
    while end < len(tokens) and tokens[end][0] not in "([" and OF_A_POST.fullmatch(tokens[end].strip(".,:")):
        end += 1
    found = at
    while end < len(tokens) and HOLDS.fullmatch(tokens[end].rstrip(".,:")) and tokens[end][:1].isupper():
        end += 1
        found = end
        more = end
        while more < len(tokens) and OF_A_POST.fullmatch(tokens[more].strip(".,:")):
            more += 1
        if more < len(tokens) and HOLDS.fullmatch(tokens[more].rstrip(".,:")):
            end = more
    if found == at and end - at > 1 and HOLDS.fullmatch(tokens[end - 1]) and begins_name(tokens, end):
        return end  # “Fire Chief Jo Hall”
    if officers and found == at + 1 and tokens[found : found + 1] == ["of"]:
        return _before_given_name(tokens, at) or found  # “Director of Public Works Jo Hall”
    if found == at and officers and tokens[at].casefold() not in given_names():
        last = max((i for i in range(at, len(tokens)) if HOLDS.fullmatch(tokens[i].rstrip(".,:"))), default=at - 1) + 1
        noted = any(token[0] in "([" for token in tokens[at:last])
        if 0 < len(tokens) - last <= 3 and not noted and all(WORD.fullmatch(t) for t in tokens[last:]):
            return last
        if post := _before_given_name(tokens, at):
            return post
    return found


def _before_given_name(tokens: Sequence[str], at: int) -> int:
    """Return the place of a given name and a surname that end a list’s entry and stand behind a post, 0 for none.

    So a post is told whose words are none of those known: “Director of Public Works Jo Hall”, “Planning Aide Di Lee”.
    """
    for count in (2, 3):
        place = len(tokens) - count
        whole = place > at and all(WORD.fullmatch(token) for token in tokens[place:])
        before = " ".join(tokens[at:place])
        whole = whole and not any(TITLED.match(f"{t} ") or STYLED.fullmatch(t) for t in tokens[at + 1 : place])
        named = is_initial(tokens[at]) or STYLED.match(before) or tokens[at].casefold() in given_names()
        if whole and tokens[place].casefold() in given_names() and not named:
            return 0 if re.search(r"[(\[–:]", before) or len(before.split()) < 2 else place
    return 0


def begins_name(tokens: Sequence[str], at: int) -> bool:
    """Tell whether a name, or the style before one, begins at a place."""
    if at >= len(tokens):
        return False
    return WORD.fullmatch(tokens[at].rstrip(",:")) is not None or bool(style_at(tokens, at))


def is_post(text: str) -> bool:
    """Tell a post from a name and a post: “Meetings Administrator”; not “Al Rook – Chairman”, not “Jo Day Chair”."""
    if len(text) >= 60 or not ROLE_WORDS.search(text) or " – " in text:
        return False
    words = [word for at, word in enumerate(text.split()) if not (at > 1 and TAG.fullmatch(word))]
    at = words.index("Minister") if "Minister" in words else len(words) - 1  # “Jo Hall Minister for Parks”
    before, last = words[:at], words[at]
    while before and OF_A_POST.fullmatch(before[-1]):
        before.pop()  # “Jo Day Deputy Chairman”
    named = len(before) > 1 and FULL_WORD.fullmatch(before[-1]) and not is_office(" ".join(before))
    named = named and all(FULL_WORD.fullmatch(word) or is_initial(word) for word in before)
    return not (named and HELD_ALONE.fullmatch(last))


def named_after(words: Sequence[str]) -> bool:
    """Tell a post that runs on into a name: “Parish Clerk Mrs Day”, “Director of Parks Jo Hall”; not “Clerk”."""
    last = max((i for i, w in enumerate(words) if ROLE_WORDS.search(w)), default=-1)
    rest = list(words[last + 1 :])
    if ROLE_WORDS.search(words[0]) and _before_given_name(words, 0):
        return True
    if any(TITLED.match(f"{w} ") for w in words[:-1]) or any(map(STYLED.fullmatch, words)):
        return True
    return bool(rest) and last >= 0 and all(WORD.fullmatch(w) for w in rest) and not is_office(" ".join(rest))


def begins_with_name(text: str) -> bool:
    """Tell a name and for whom the person came, which together might be an office: “Jo Hall from Police Scotland”."""
    words = text.split()
    if is_surname_too(words):
        return True
    if len(words) > 2 and is_initial(words[0]) and FULL_WORD.fullmatch(words[1]):
        return True
    if (
        len(words) > 3
        and words[0].casefold() in given_names()
        and is_office(text)
        and not is_office(" ".join(words[:2]))
    ):
        return all(map(FULL_WORD.fullmatch, words[:2]))
    small = next((i for i in range(len(words)) if FOR_WHOM.match(" ".join(words[i:]))), 0)
    return (
        1 < small < 4
        and all(map(FULL_WORD.fullmatch, words[:small]))
        and is_name(words[:small], styled=False, post=None)
    )


def uncounted(text: str, by: str = " ") -> str:
    """Return a text without those of whom it tells only how many they were, and `by` in their place."""
    return UNCOUNTED.sub(by, text) if COUNTS.search(text) else text


def opens_with_name(text: str) -> bool:
    """Tell a text that begins with a style, a title, an initial or a given name.

    >>> opens_with_name("Jo Hall"), opens_with_name("Transport Matters")
    (True, False)
    """
    first = text.split(maxsplit=1)[0] if text.strip() else ""
    known = TITLED.match(text) or STYLED.match(text) or is_initial(first)
    return bool(known) or first.strip(",;.").casefold() in given_names()


def is_initial(token: str) -> bool:
    """Tell initials: “J.”, “J.P.”."""
    return INITIAL.fullmatch(token) is not None


def begins_person(word: str) -> bool:
    """Tell the first word of a person’s name: an initial or a given name."""
    return is_initial(word) or word.casefold() in given_names()


def is_whole(words: Sequence[str]) -> bool:
    """Tell a name that is whole, initials and a surname, so that another initial begins the next."""
    return len(words) > 1 and is_initial(words[0]) and not is_initial(words[-1])


def parts_of(text: str) -> list[str]:
    """Split a list at commas, semicolons and “and” that stand outside brackets.

    >>> parts_of("Cllr A Hall (Chair, Lab), C Fox and D Nash")
    ['Cllr A Hall (Chair, Lab)', 'C Fox', 'D Nash']
    """
    return [part for part, _ in joined_parts(text)]


def joined_parts(text: str) -> list[tuple[str, bool]]:
    """Split a list as `parts_of` does, and tell of each part whether an “and” joins it to the one before."""
    parts: list[tuple[str, bool]] = []
    depth, start, joined = 0, 0, False
    for match in PARTS.finditer(text):
        mark = match.group()
        if mark in "([":
            depth += 1
        elif mark in ")]":
            depth = max(0, depth - 1)
        elif depth == 0 and not (mark.strip() in ("and", "&") and _is_within(text, start, match)):
            parts.append((text[start : match.start()].strip(), joined))
            start, joined = match.end(), mark.strip() in ("and", "&")
    parts.append((text[start:].strip(), joined))
    return [part for part in parts if part[0]]


def _is_within(text: str, start: int, mark: re.Match[str]) -> bool:
    """Tell an “and” in the name of a body or a post: “Council of Wend and Moor”, “Head of Parks and Trees Jo Lee”."""
    before, after = text[start : mark.start()], text[mark.end() :]
    of_post = OF_A_POST_OF.search(before) is not None and not opens_with_name(after)
    return of_post or OF_A_BODY.search(before) is not None


def pairs(words: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield the names of a run of first names and surnames with nothing between them."""
    plain = all(map(FULL_WORD.fullmatch, words))
    if plain and len(words) > 2 and len(words) % 2 == 0 and not is_office(" ".join(words)):
        for i in range(0, len(words), 2):
            yield words[i : i + 2]
    else:
        yield words
