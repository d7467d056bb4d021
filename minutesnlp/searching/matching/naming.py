"""Who is named: the paragraphs that name a person, told from others of the surname, or a post the person holds."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

import numpy as np

from minutesnlp.errors import QueryError
from minutesnlp.indexing.marks import Marks, both
from minutesnlp.searching.asking.grammar import whole_of
from minutesnlp.searching.collected.collection import Collection
from minutesnlp.searching.collected.columns import Bools

# “S”, “Sam” before a surname; titles say nothing about who
TITLES = re.compile(
    r"\b(?:councillors?|cllrs?|mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame|lord|lady|rev|revd)\b\.?", re.I
)
# What may stand before a bare surname: a capitalised word that is none of these is a forename.
BEFORE = (
    r"councillors?|cllrs?|mr|mrs|ms|miss|messrs|dr|sir|dame|chair|mayor(?:ess)?|members?|moved|and|by|to|from|of|the"
)


# “Statement by Councillor Marsh”, “Councillor Marsh addressed the meeting”, “Chair’s report – P Marsh”
SPEAKING = re.compile(
    r"\b(?:address(?:ed|es)?|statements?|speech|remarks|reports?|questions?|motions?|submitted|presentations?|update)\b",
    re.I,
)
SEVERAL = 2  # so many commas are a list

# What stands over or under a letter that is parted from it.
ACCENTS = re.compile("[\u0300-\u036f]+")


@dataclass(frozen=True, eq=False)
class Named:
    """The paragraphs that name or mean a person, and those among them that may as well name another.

    The latter have no more than the surname, which others at the meeting bear, and no sure link to one of them.
    `by_office` are those that print no name, only a post the person held. `under` are others, of items whose title
    names the person: “Statement by Councillor Marsh”.
    """

    paragraphs: Marks
    perhaps: Marks
    by_office: Marks
    under: Marks


def named(text: str, collection: Collection) -> Named:
    """Return the paragraphs that name a person, or a post that the person is known to hold.

    A name is the surname, and nothing before it or in brackets behind it that is another's initial; an identity will do
    as well. A bare surname that several at a meeting bear is whose it is linked to; without a sure link it may be any.
    In quotation marks it is what the facet counts: whom the archive calls so, in every mention that surely means them.

    Raises
    ------
    QueryError
        For a text that is no name.
    """
    if (whole := whole_of(text)) is not None:
        return _called(whole, collection)
    text = _identity(text, collection)
    words = [word for word in re.split(r"[\s.]+", TITLES.sub(" ", _verbatim(text))) if word]
    if not words:
        raise QueryError(f"person {text!r} is no name; give a surname, or an initial and a surname.")
    surname, given = words[-1], words[:-1]
    pattern = _pattern(given, surname)
    mentions = collection.mentions
    meant = {place for place, identity in enumerate(mentions.people) if identity == text}
    may_mean = {place: _verbatim(mentions.names[place]) for place in mentions.bearing(surname)}
    meant |= {place for place, name in may_mean.items() if _means(pattern, name, given)}
    last = re.compile(rf"(?<!\w){_spelt(surname)}\Z")
    bearing = {place: name for place, name in may_mean.items() if last.search(name)}
    others = bearing.keys() - meant

    ids = collection.index.top(surname, None, title_weight=0)[0].tolist()
    firsts = {name.split()[0].casefold() for name in bearing.values()} - {*map(str.casefold, given)}
    texts = map(_verbatim, collection.source.texts(ids))
    said = {
        number: [one for one in pattern.finditer(text) if not _is_middle(one, firsts)]
        for number, text in zip(ids, texts, strict=True)
    }
    mask, perhaps = np.zeros(len(collection), bool), np.zeros(len(collection), bool)
    linked = np.isin(mentions.person, list(meant))
    mask[mentions.paragraph[linked & mentions.sure]] = True
    if not given:
        mask[[number for number, found in said.items() if found]] = True
    else:
        _settle(said, given[0][0].upper(), meant, others, collection, mask, perhaps)
    # “M Marsh” may be “Mina Marsh”, but where the archive keeps the two apart it is no sure mention of her.
    in_full = {place for place in meant if given and len(given[0]) > 1 and _in_full(given[0], mentions.names[place])}
    if in_full:
        perhaps[mentions.paragraph[np.isin(mentions.person, list(meant - in_full)) & mentions.sure]] = True
        perhaps[mentions.paragraph[np.isin(mentions.person, list(in_full)) & mentions.sure]] = False
    # Who is called so, but means another by a person's word.
    for number, printed in mentions.settled.items():
        if not linked[number] and _means(pattern, printed, given):
            mask[mentions.paragraph[number]] = perhaps[mentions.paragraph[number]] = False
    mask[mentions.paragraph[[number for number in mentions.settled if linked[number]]]] = True
    in_print = np.zeros(len(collection), bool)
    in_print[[number for number, found in said.items() if found]] = True
    in_print[mentions.paragraph[linked & (mentions.role < 0)]] = True
    said_by_name = Marks.where(mask)
    terms = collection.index.terms(surname)
    entitled = both(collection.marks(term)[1] for term in terms) if terms else Marks.none(len(collection))
    titled = collection.under(entitled, lambda label: _is_theirs(label.title) and _means(pattern, label.title, given))
    under = titled - said_by_name
    return Named(said_by_name | under, Marks.where(perhaps & mask), Marks.where(mask & ~in_print), under)


def _called(name: str, collection: Collection) -> Named:
    """Return the paragraphs that surely mean whoever is called just so, as facets tell people apart."""
    mentions = collection.mentions
    known = {place: mentions.told_apart(place) for place in mentions.persons}
    meant = [place for place, called in known.items() if called == name]
    meant = meant or [
        place for place, called in known.items() if _verbatim(called).casefold() == _verbatim(name).casefold()
    ]
    linked = np.isin(mentions.person, meant) & mentions.sure
    every = Marks.of(mentions.paragraph[linked], len(collection))
    by_name = Marks.of(mentions.paragraph[linked & (mentions.role < 0)], len(collection))
    nobody = Marks.none(len(collection))
    return Named(every, nobody, every - by_name, nobody)


def _identity(text: str, collection: Collection) -> str:
    """Return the identity in brackets by which namesakes are told apart: `a-reed-2` of “A Reed (a-reed-2)”."""
    bracketed = re.search(r"\((\S+)\)\Z", text)
    return bracketed[1] if bracketed and bracketed[1] in collection.mentions.people else text


def _settle(
    said: Mapping[int, Sequence[re.Match[str]]],
    initial: str,
    meant: set[int],
    others: set[int],
    collection: Collection,
    mask: Bools,
    perhaps: Bools,
) -> None:
    """Mark the paragraphs in which a surname is said of a person, and those in which it may be."""
    mentions, meeting = collection.mentions, collection.columns.meeting
    here: dict[int, list[tuple[int, bool]]] = defaultdict(list)  # by paragraph, whom a name with this surname means
    sitting: dict[int, set[str]] = defaultdict(set)  # by meeting, the others that are known to bear it
    of_names = np.flatnonzero(np.isin(mentions.person, [*meant, *others]) & (mentions.role < 0))
    for number in of_names.tolist():
        paragraph, person = int(mentions.paragraph[number]), int(mentions.person[number])
        here[paragraph].append((person, bool(mentions.sure[number])))
        if person in others:
            sitting[int(meeting[paragraph])].add(mentions.people[person])
    held = {int(number) for number in mentions.paragraph[np.isin(mentions.person, list(meant)) & (mentions.role >= 0)]}
    # A letter in brackets may be a party's: it is an initial where the one asked for, or another's known, stands so.
    letters = Counter(one["behind"] for found in said.values() for one in found if one["behind"])
    known = {mentions.names[place][:1].upper() for place in others}
    initials = {letter for letter in letters if letter != initial and (initial in letters or letter in known)}
    unknown = {
        int(meeting[number])
        for number, found in said.items()
        for one in found
        if one["behind"] in initials and not one["own"]
    }
    for number, found in said.items():
        own = any(one["own"] or (_alone(one) and one["behind"] == initial) for one in found)
        bare = [one for one in found if _alone(one) and one["behind"] not in initials]
        if own or not found:
            mask[number] |= own
            continue
        links = here.get(number, [])
        if not bare:  # only others are named; by the initial behind a name the archive links nobody
            if sum(person in meant for person, _ in links) <= len(found) and number not in held:
                mask[number] = False
            continue
        at = int(meeting[number])
        if links and all(sure for _, sure in links):
            mask[number] |= any(person in meant for person, _ in links)
        elif at not in unknown and not sitting[at] and not links:
            mask[number] = True
        else:
            mask[number] = perhaps[number] = True


def _is_theirs(title: str) -> bool:
    """Tell whether a title says whose words stand below it, of one or two: not what five councillors introduced."""
    return SPEAKING.search(title) is not None and title.count(",") < SEVERAL


def _alone(one: re.Match[str]) -> bool:
    return one["alone"] is not None


def _in_full(given: str, name: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(_verbatim(given))}(?!\w)", _verbatim(name), re.I) is not None


def _means(pattern: re.Pattern[str], name: str, given: Sequence[str]) -> bool:
    """Tell whether a name may be that of the person asked for."""
    found = (one for one in pattern.finditer(_verbatim(name)) if not _is_middle(one))
    return any(not given or one["own"] or _alone(one) for one in found)


def _is_middle(one: re.Match[str], firsts: AbstractSet[str] | None = None) -> bool:
    """Tell an initial that is another's middle one, as in “Lesley D Marsh”, whom “Drew Marsh” does not mean.

    In a text, the word before it has to be one of the `firsts` of known names.
    """
    if len((one["own"] or "").strip(" .")) != 1:
        return False
    before = re.search(r"([A-Z][\w'’-]+)\s\Z", one.string[: one.start()])
    if before is None or re.fullmatch(BEFORE, before[1], re.IGNORECASE):
        return False
    return firsts is None or before[1].casefold() in firsts


def _pattern(given: Sequence[str], surname: str) -> re.Pattern[str]:
    """Return what finds a surname, with the name asked for before it (`own`) or nothing that is a name (`alone`).

    “Sam Marsh” is also “S Marsh”, “Cllr Marsh” and “Marsh”, never “J Marsh”. `behind` is a letter in brackets behind.
    """
    last = rf"(?<!\w){_spelt(surname)}(?!-?\w)"
    behind = r"(?:\s*\(\s*(?P<behind>[A-Z])\.?(?:\s?[A-Z]\.?){0,2}\s*\))?"
    if not given:
        return re.compile(rf"(?P<own>)(?P<alone>){last}{behind}")
    name = _verbatim(given[0])
    initial = re.escape(name[0].upper())
    forename = rf"(?:{initial}(?i:{re.escape(name[1:])})|{initial}\.?)" if len(name) > 1 else rf"{initial}(?:\w+|\.)?"
    title = rf"(?!(?i:{BEFORE})\b)"
    own = rf"(?<!\w){title}{forename}(?:(?:\s|(?<=\.)){title}[A-Z]\w*\.?)?(?:(?<=\.)\s*|\s+)"
    alone = rf"(?<!\w)(?i:{BEFORE})\b\.?\s*|(?<!\b[A-Z])[.,;:(]\s*|\A\s*"
    return re.compile(rf"(?:(?P<own>{own})|(?P<alone>{alone}))?{last}{behind}")


def _spelt(surname: str) -> str:
    name = _verbatim(surname)
    return re.escape(name[:1].upper()) + f"(?i:{re.escape(name[1:])})"  # “the waters” are nobody


def _verbatim(text: str) -> str:
    """Return a text as names are compared in it: with one apostrophe, and letters without their accents.

    >>> _verbatim("Cmhlr. Ó Néill’s")
    "Cmhlr. O Neill's"
    """
    if text.isascii():
        return text
    return ACCENTS.sub("", unicodedata.normalize("NFD", text.replace("’", "'").replace("‘", "'")))
