"""How a person's name is built: initials, given and family names, particles, post-nominals."""

from __future__ import annotations

import re
from dataclasses import dataclass

from minutesnlp.tagging.lexicons import table, words
from minutesnlp.tagging.words import Words

GIVEN = words("given_names") | words("given_names_faker")
FAMILY = words("family_names_faker")
HONORIFICS = words("honorifics")
MEMBER_TITLES = words("member_titles")
PLURAL_TITLES = words("plural_titles")
PREFIXES = words("title_prefixes")
POST_NOMINALS = words("post_nominals")
PARTICLES = words("name_particles")
NOT_NAMES = words("not_names")
FIRMS = words("firms")
SURNAME_WORDS = words("surname_words")
PERSON_VERBS = words("person_verbs") - {"is", "was", "has", "to", "will", "left"}
PLACE_NAMES = words("given_names_words")
ROLE_HEADS = frozenset(word for word, _ in table("role_heads"))
# A nickname inside a name: “Olu (Buki) Voss”, “Rick “Spider” Voss”.
NICKNAME_MARKS = {"(": ")", "“": "”", '"': '"', "‘": "’"}
# Family names that are far oftener a street's behind a given name: “Julia Street”.
WAYS = frozenset(["street", "court", "rise", "walk", "house"])
MACS = frozenset(["mac", "nic", "mhic"])
MOST_WORDS = 4

# More initials than these are no person’s.
MOST_INITIALS = 4


@dataclass(frozen=True, slots=True)
class Name:
    """A name between two places; `family` is its last part, `given` what stands before it."""

    first: int
    after: int
    given: str
    family: str
    initials: bool
    known: bool

    @property
    def value(self) -> str:
        """Given and family name with single spaces; names in capitals are written small."""
        name = f"{self.given} {self.family}".strip()
        return name.title() if name.isupper() and len(name) > 4 else name


def is_initial(words: Words, place: int) -> bool:
    """Tell an initial, or several written close (`RE`, `PM`): one to three capitals before a name."""
    form = words.printed(place)
    if not form or not form.isalpha() or not form.isupper():
        return form in {"Ll", "Th", "Ch"} and words.capital(place + 1)
    if len(form) == 1:
        return True
    following = words.printed(place + 1)
    return (
        len(form) == 2
        and words.on_line(place)
        and following[:1].isupper()
        and not following.isupper()
        and form.lower() not in POST_NOMINALS
        and form.lower() not in NOT_NAMES
    )


# Initials written as the name is: “McT”, “MMcK”.
CODE = re.compile(r"[A-Z]{0,3}Mc[A-Z]\Z|[A-Z][a-z][A-Z]\Z")


# A capital inside a word shows a brand, “YouGov”, unless the word begins as names do: “MacInnis”, “LeBlanc”.
BRAND = re.compile(r"(?!Ma?c|Nic|Fitz|Du|Di|De|Da|La|Le|Van|Von|St|Te|O)[A-Z][a-z]+[A-Z]")


def _is_code(words: Words, place: int) -> bool:
    """Tell the letters that stand for a person: the `AM` of “Ann Marlow (AM)”, the `JTe` of “Jo Tern (JTe)”."""
    form = words.printed(place)
    return len(form) < 5 and sum(letter.isupper() for letter in form) > 1


def is_name_word(words: Words, place: int) -> bool:
    """Tell a capitalised word that may be part of a name."""
    form = words.printed(place)
    if len(form) < 2 or not form[0].isupper() or not form[0].isalpha():
        return False
    lower = words.lower[place]
    if (len(form) < 6 and CODE.match(form)) or BRAND.match(form):
        return False
    return lower not in NOT_NAMES and lower not in HONORIFICS and lower not in ROLE_HEADS and lower not in PLURAL_TITLES


def read_name(words: Words, place: int, *, titled: bool = False) -> Name | None:
    """Read the name that begins at a place; None where none does.

    `titled` says that an honorific stands before it, so that a family name alone is enough.
    """
    initials, at = _initials(words, place, titled)
    ends = "".join(words.form[place] for place in initials[-2:])
    council = ends == "CC" or (len(initials) > 2 and ends[-1] == "C")  # “N.C.C.”, “W.N.B.C.”
    if len(initials) > MOST_INITIALS or (council and not titled):
        return None
    parts = _parts(words, place, at, initials=bool(initials), titled=titled)
    while len(parts) > 1 and words.lower[parts[-1]] in POST_NOMINALS:
        parts.pop()
    fewest = 1 if titled or initials else 2
    if not fewest <= len(parts) <= MOST_WORDS:
        return None
    known = words.lower[parts[0]] in GIVEN
    family_from = _family(words, parts, bool(initials), known)
    spelled = words.text[words.start[place] : words.end[parts[-1]]]
    cut = words.start[parts[family_from]] - words.start[place]
    given = " ".join(spelled[:cut].split())
    family = " ".join(spelled[cut:].split())
    return Name(place, _with_letters(words, parts[-1] + 1), given, family, bool(initials), known)


def _initials(words: Words, place: int, titled: bool) -> tuple[list[int], int]:
    """Return the places of the initials that begin a name, and the place behind them."""
    at = place
    initials: list[int] = []
    while is_initial(words, at) or (titled and at == place and _breaks_behind_letters(words, at)):
        dotted = words.at(at + 1) == "." and words.gap(at) == ""
        following = at + 2 if dotted else at + 1
        last = following - 1
        gap = words.gap(last)
        if (
            (len(gap) > 1 and not (titled and gap.strip(" ") == "\n"))
            or (gap == "\n" and not titled)
            or not (words.joined(last) or gap == "")
            or not (words.capital(following) or words.at(following) in PARTICLES)
        ):
            break
        initials.append(at)
        at = following
        if len(initials) > MOST_INITIALS:
            break
    return initials, at


def _parts(words: Words, place: int, at: int, *, initials: bool, titled: bool) -> list[int]:
    """Return the places of the words of a name behind its initials, particles among them."""
    parts: list[int] = []
    while len(parts) < MOST_WORDS + 2:
        lower = words.at(at)
        if lower in PARTICLES and _is_particle(words, at, at > place, begun=bool(parts) or initials or titled):
            parts.append(at)
            at += 1
            continue
        if lower == "an" and parts and words.lower[parts[-1]] in MACS and words.printed(at + 1)[:2] in {"t-", "tS"}:
            parts += [at, at + 1]  # “Mac an t-Saoir”
            break
        if lower in NICKNAME_MARKS and parts and _is_nickname(words, at):
            parts.append(at + 3)
            at += 4
        elif parts and not initials and is_initial(words, at) and _is_middle_initial(words, at):
            parts.append(at)
            at += 2 if words.at(at + 1) == "." else 1
        elif (
            is_name_word(words, at)
            or _closes(words, at, parts, initials, titled)
            or (titled and not parts and _is_given_too(words, at))
        ) and not _capitals_change(words, parts, at):
            parts.append(at)
            at += 1
        else:
            break
        if _is_complete(words, place, at, parts, initials):
            break
    return parts


def _is_particle(words: Words, at: int, behind: bool, *, begun: bool) -> bool:
    """Tell a particle of a name, by the word behind it: “van Voss”, “De La Voss”."""
    return (
        words.joined(at)
        and (begun or words.capital(at))
        and (is_name_word(words, at + 1) or words.at(at + 1) in PARTICLES)
        and (words.printed(at)[0].isupper() or behind)
    )


def _is_nickname(words: Words, at: int) -> bool:
    """Tell a nickname in marks before a family name: “Robert (Bob) Voss”."""
    return (
        is_name_word(words, at + 1)
        and words.at(at + 2) == NICKNAME_MARKS[words.lower[at]]
        and is_name_word(words, at + 3)
        and words.at(at + 1) not in FIRMS
        and not _is_code(words, at + 1)
        and words.on_line(at + 2)
    )


def _is_middle_initial(words: Words, at: int) -> bool:
    """Tell an initial behind a given name: “Nia J Voss”, “Nia J. Voss”; “M Voss S Lyle” are two people."""
    return len(words.printed(at)) == 1 and (
        is_name_word(words, at + 1) or (words.at(at + 1) == "." and is_name_word(words, at + 2))
    )


def _is_complete(words: Words, place: int, at: int, parts: list[int], initials: bool) -> bool:
    """Tell that a name ends before a place, since another begins there or the line ends."""
    if at >= len(words) or (len(parts) == 2 and not initials and _begins_another(words, parts, at)):
        return True
    if len(parts) == 1 and initials and _is_whole_behind(words, parts[0], at):
        return True
    return not words.on_line(at - 1) and not (len(parts) == 1 and not initials and _breaks_inside(words, place, at))


def _is_given_too(words: Words, at: int) -> bool:
    """Tell a given name that is a word of minutes too, behind a title: “Cllr Grant Voss”, “Mr Bill Voss”."""
    return words.at(at) in GIVEN and words.capital(at) and words.on_line(at) and is_name_word(words, at + 1)


def _begins_another(words: Words, parts: list[int], at: int) -> bool:
    """Tell where the next person of a list begins though no comma stands there: “Ron Dark Will Glancy”."""
    again = words.on_line(at + 1) and words.at(at + 2) in GIVEN  # “Gail Martin Tony Clear Will Glancy”
    return (
        words.lower[parts[0]] in GIVEN
        and (words.lower[parts[1]] not in GIVEN or again)
        and words.lower[parts[1]] not in PARTICLES
        and words.lower[at] in GIVEN
        and words.capital(at)
        and is_name_word(words, at + 1)
        and (words.lower[at + 1] not in GIVEN or not (words.capital(at + 2) and words.on_line(at + 1)))
        and words.on_line(at)
    )


def _is_whole_behind(words: Words, family: int, at: int) -> bool:
    """Tell where a whole name follows initials and a family name without a comma: “H. Glance Ann Dunn”."""
    return (
        words.lower[family] not in GIVEN
        and words.at(at) in GIVEN
        and words.on_line(at)
        and (is_name_word(words, at + 1) or words.at(at + 1) in PARTICLES)
        and words.capital(at + 1)
    )


def _breaks_behind_letters(words: Words, at: int) -> bool:
    """Tell two initials written close from which the line's end parts the family name: “Cllr MH / Glance”."""
    form, following = words.printed(at), words.printed(at + 1)
    broken = len(form) == 2 and form.isalpha() and form.isupper() and words.gap(at).strip(" ") == "\n"
    return broken and is_name_word(words, at + 1) and not following.isupper()


def _breaks_inside(words: Words, place: int, at: int) -> bool:
    """Tell a name broken after its given name; a whole name ends with its line."""
    if not words.joined(at - 1) or words.lower[at - 1] not in GIVEN:
        return False
    if not is_name_word(words, at) or words.lower[at] in GIVEN:
        return False
    before = place - 1
    return place == 0 or not words.capital(before) or not words.on_line(before) or words.lower[before] in HONORIFICS


def _closes(words: Words, at: int, parts: list[int], initials: bool, titled: bool) -> bool:
    """Tell a common word that is a family name here: `Ann Hill`, `J Wood`, `Mrs Green`."""
    if not words.capital(at) or words.lower[at] not in SURNAME_WORDS or len(parts) > 2 or len(words.form[at]) < 2:
        return False
    if len(parts) == 2 and words.lower[at] not in HONORIFICS:
        return False  # of three words only a title may be the last: “Sarah Voss Bishop”
    if parts and not (words.lower[parts[0]] in GIVEN and words.lower[parts[0]] not in NOT_NAMES):
        return False
    following = words.printed(at + 1) if words.on_line(at) else ""
    if parts and not titled and not initials and words.lower[at] in WAYS:
        return False
    if parts and not titled and not initials and words.lower[at] in FIRMS:
        # “Ann Hill spoke”, “Ann Hill (Chair)”, but “Charlotte Street began”
        ended = not words.on_line(at) and "\n" in words.gap(at)
        sure = ended or following.lower() in PERSON_VERBS or words.printed(at + 1) in {"(", ",", ";", ""}
        if not sure or words.lower[parts[0]] in PLACE_NAMES:
            return False
    return (bool(parts) or initials or titled) and not (
        following[:1].isupper() and following.lower() not in POST_NOMINALS and following.lower() not in GIVEN
    )


def _capitals_change(words: Words, parts: list[int], at: int) -> bool:
    """Tell where a name ends because the next word is in capitals and the name is not (`Jane Smith PRESENT`)."""
    if not parts:
        return False
    form = words.printed(at)
    first = words.printed(parts[0])
    return (
        form.isupper()
        and len(form) > 1
        and not first.isupper()
        and form.lower() not in POST_NOMINALS
        and len(parts) > 1
    )


def _family(words: Words, parts: list[int], initials: bool, known: bool) -> int:
    """Return which part begins the family name: the last, with the particles before it."""
    if initials and len(parts) <= 2 and not (known and len(parts) == 2):
        return 0
    first = len(parts) - 1
    while first > 1 and words.lower[parts[first - 1]] in PARTICLES:
        first -= 1
    if len(parts) > 1 and words.lower[parts[0]] in PARTICLES:
        return 0
    return first


def _with_letters(words: Words, after: int) -> int:
    while (
        after < len(words)
        and words.on_line(after - 1)
        and words.at(after) in POST_NOMINALS
        and words.printed(after)[0].isupper()
        and (words.printed(after).isupper() or words.at(after) in {"jr", "sr", "esq", "esquire"})
    ):
        after += 1
    return after


# Words of titles before one name, full stops counted: “The Right Hon. Councillor Dr.”; more are no title, but a list.
LONGEST_SHORTENED = 6
MOST_TITLES = 10
# Before a stroke and “Cllr”: of the borough, city, county, district, parish, town.
SLASHED = frozenset("bcdpt") | {"cty", "dist", "boro"}


# What a title may begin with: looked at first, since most words begin none.
TITLE_STARTS = HONORIFICS | PREFIXES | SLASHED | {"deputy"}


def title_before(words: Words, place: int) -> int | None:
    """Return the place after the honorifics that begin here: `Councillor`, `County Cllr`, `Councillor Mrs.`."""
    if words.at(place) not in TITLE_STARTS:
        return None
    at = place
    if words.at(at + 1) == "/" and words.at(at) in SLASHED and words.at(at + 2) in HONORIFICS and words.tight(at, 2):
        at += 2  # “C/Cllr”, “D/Cllr”: of the county, of the district
    elif words.printed(at) in {"C", "D", "B"} and words.at(at + 1) == "cllr" and words.on_line(at):
        at += 1
    if words.at(at) in PREFIXES and words.capital(at) and words.at(at + 1) in HONORIFICS and words.joined(at):
        at += 1
    if (
        words.at(at) == "deputy"
        and words.capital(at)
        and words.at(at + 1) in GIVEN
        and is_name_word(words, at + 2)
        and words.on_line(at)
    ):
        return at + 1
    if words.at(at) not in HONORIFICS or not words.capital(at):
        return None
    if (
        words.printed(at).isupper()
        and len(words.printed(at)) > 5
        and "\n" in words.gap(at)
        and not words.printed(at + 1).isupper()
    ):
        return None  # a heading: COUNCILLOR, and a name on the next line
    while at - place < MOST_TITLES and words.at(at) in HONORIFICS and words.capital(at):
        if words.at(at) in MEMBER_TITLES and words.at(at + 1) in MEMBER_TITLES and "\n" in words.gap(at):
            return None  # “a report by the Ward Councillor”, and the next line begins “Cllr Voss”
        at += 1
        if words.at(at) in {".", ":"} and words.gap(at - 1) == "":
            if len(words.printed(at - 1)) > LONGEST_SHORTENED:
                return None  # a sentence ends with the word: “Borough Councillor.”
            at += 1
        gap = words.gap(at - 1)
        if at >= len(words) or (not words.joined(at - 1) and gap != "") or ("\t" in gap and "\n" not in gap):
            return None
    return at
