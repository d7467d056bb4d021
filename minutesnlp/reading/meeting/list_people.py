"""The text of a list of who was there, to its people: sentence by sentence, under the heading it stands below."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from minutesnlp.reading.meeting.list_heads import (
    A_POST,
    ALSO_PRESENT,
    IN_ATTENDANCE,
    LONGEST,
    OF_A_GROUP,
    OF_A_TOWN,
    RUNS_ON,
    SENTENCE_END,
    kind_of,
    of_officials,
)
from minutesnlp.reading.meeting.list_lines import list_within
from minutesnlp.reading.meeting.name_words import uncounted
from minutesnlp.reading.meeting.names import people_in
from minutesnlp.reading.meeting.the_chair import IS_CHAIR
from minutesnlp.reading.meeting.told_lists import BEHIND, CAME, DECIDES, OF_COUNCILLORS, SUBSTITUTED, told
from minutesnlp.reading.page.posts import ELECTED, ROLE_WORDS, UNNAMED, kind_by_post
from minutesnlp.reading.page.titles import TELLING
from minutesnlp.records import Attendee, Paragraph

WORD = re.compile(r"\w[\w’'.-]*")

# Below the apologies: members who were there all the same.
FROM_AFAR = re.compile(r"\b(?:virtual|remote|online|zoom|teams|telephone)", re.IGNORECASE)

TOLD_OF = re.compile(r"\b(?:was|were|been)\b")

REASON = re.compile(r"\b(?:reasons?|commitments?|illness|holiday)\b", re.IGNORECASE)

# So many sentences in front of a text, and so many characters, may tell who was there without a heading.
SENTENCES = 5
OPENING = 700


def attendees(text: str, heading: str, paragraph: Paragraph, *, councillors: bool) -> list[Attendee]:
    """Return the people of a list, and of the lists that begin within it; `councillors` are styled so."""
    if len(text) > LONGEST:
        return []
    found: list[Attendee] = []
    while within := list_within(text):
        start, head, end = within
        found.extend(_sentences(heading, text[:start].strip(" ,;"), paragraph, councillors))
        heading, text = head or "public", text[end:]
    return found + _sentences(heading, text, paragraph, councillors)


def tellings(text: str) -> Iterator[tuple[str, str]]:
    """Yield (heading, list) of the first sentences of a text that tell who was there or away.

    >>> list(tellings("The Clerk was in attendance. Apologies had been received from Cllr Lee, who was ill."))
    [('In attendance', 'The Clerk'), ('apologies', 'Cllr Lee')]
    """
    for sentence in statements(text[:OPENING])[:SENTENCES]:
        if listed := told(uncounted(sentence).strip()):
            yield listed


def statements(text: str) -> list[str]:
    """Split a text into sentences, also where no stop stands between a list and what follows."""
    return [part for sentence in SENTENCE_END.split(text) for part in RUNS_ON.split(sentence) if part.strip(" .")]


def below(heading: str | None, people: Sequence[Attendee]) -> str | None:
    """Return the heading of what follows in a list: one alone is in the chair, and others are there beside."""
    post = A_POST.fullmatch(heading.strip(" :;")) if heading and people else None
    return "present" if post and post["chair"] else heading


def _sentences(heading: str, text: str, paragraph: Paragraph, councillors: bool) -> list[Attendee]:
    """Return the people of a list up to the first sentence that tells of something else, and who later ones tell of."""
    found: list[Attendee] = []
    stopped = False
    for sentence in statements(text):
        listed = told(uncounted(sentence).strip())
        if listed and (listed[0] == "apologies" or not DECIDES.search(sentence)):
            afar = kind_of(heading) == "apologies" and kind_of(listed[0]) == "public" and FROM_AFAR.search(sentence)
            found.extend(_under("present" if afar else listed[0], listed[1], paragraph, councillors))
            continue
        stopped = stopped or DECIDES.search(sentence) is not None
        if stopped:
            continue
        away = kind_of(heading) == "apologies"
        there = away and CAME.search(sentence) is not None
        sentence = BEHIND.sub("", sentence) if away and not there else sentence
        people = _under("present" if there else heading, sentence, paragraph, councillors)
        stopped = not people and (TELLING.search(sentence) is not None or len(sentence) > 60)
        found.extend(people)
    return found


def _under(heading: str, text: str, paragraph: Paragraph, councillors: bool) -> list[Attendee]:
    text = SUBSTITUTED.sub("", text)
    kind = kind_of(heading)
    widely = IN_ATTENDANCE.match(heading) is not None
    also = ALSO_PRESENT.match(heading) is not None
    post = A_POST.fullmatch(heading.strip(" :;"))
    grouped = OF_A_GROUP.fullmatch(heading.strip()) is not None and kind == "present"  # a superintendent nominated
    chairs = post is not None and post["chair"] is not None
    found: list[Attendee] = []
    people = people_in(
        text,
        posts_first=kind == "officer" or widely or also,
        surnames=OF_COUNCILLORS.search(heading) is not None,
    )
    councillors = councillors or any(person.styled for person in people)
    away = kind in ("apologies", "absent")
    for person in people:
        if TOLD_OF.search(person.role or ""):
            continue  # “a silence was observed in memory of Jo Hall” is none of the list
        told_role = None if away and _is_reason(person.role) else person.role
        role = told_role or (post.group() if post and not chairs and not found else None)
        if chairs and not found and not IS_CHAIR.search(role or ""):
            role = f"{role}, in the Chair" if role else "in the Chair"
        kind = "public" if post and not chairs and found and kind == "officer" else kind
        employs = widely or (also and OF_A_TOWN.search(role or "") is not None)
        of_kind = (
            kind if grouped else kind_by_post(kind, role, styled=person.styled, widely=employs, councillors=councillors)
        )
        if of_officials(heading) and (person.styled or ELECTED.fullmatch(role or "")):
            of_kind = "present"
        found.append(Attendee(person.name, of_kind, role, person.party, paragraph.id or None, person.ward))
    if not found and kind == "public" and UNNAMED.fullmatch(text.strip(" .")):
        return [Attendee(text.strip(" ."), kind, paragraph_id=paragraph.id)]
    # a list of which little is names is none: a sentence happened to stand there
    words = len(WORD.findall(re.sub(r"[(\[][^()\[\]]*[)\]]", " ", uncounted(text))))
    named = sum(len(f"{p.name} {p.role or ''}".split()) for p in people)
    return found if found and named >= 0.25 * words else []


def _is_reason(role: str | None) -> bool:
    """Tell why somebody was away from a post: “(on a training course)”, “(All personal reasons)”, “(travelling)”."""
    return (
        role is not None and ROLE_WORDS.search(role) is None and (role[:1].islower() or REASON.search(role) is not None)
    )
