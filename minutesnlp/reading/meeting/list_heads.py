"""What heads a list of who was there, and of which kind it is: a heading, words that run on into the list, nothing."""

from __future__ import annotations

import re

from minutesnlp.reading.meeting.candidates import is_attendance_heading
from minutesnlp.reading.meeting.name_words import opens_with_name, uncounted
from minutesnlp.reading.meeting.names import people_in
from minutesnlp.reading.page.posts import EMPLOYED, PRESENCE, ROLE_WORDS, STYLED, TITLED
from minutesnlp.reading.page.titles import TELLING, is_caps

# The heading that runs on into its list: "Present: Cllr A Hall (Chair), …", "Apologies – Mrs Lee".
RUN_IN = re.compile(
    r"""(?P<head>[A-Za-z][\w\s’',()/&-]{2,80}?)\s*
        (?:[:;][-–—]?|[–—]|\s-|-\s|\.\s?-|\.(?=\s(?:Cllrs?|Councillors?|Mrs?|Ms)\b))[\s:–—-]*(?P<list>.+)$""",
    re.VERBOSE,
)

# … or does with nothing between: "Those attending Mr M Hall, …", "PRESENT Cllr A Hall", "Apologies Jo Lee, Di Fox".
BARE_HEAD = re.compile(
    r"""(?P<head>(?:(?:Also|ALSO|Those|THOSE|Members|MEMBERS|Councillors|COUNCILLORS|Officers|OFFICERS)\s+)?
          (?:[Pp]resent|PRESENT|[Aa]ttending|ATTENDING|[Ii]n\s+[Aa]ttendance|IN\s+ATTENDANCE|Apologies|APOLOGIES|Absent|ABSENT)
          (?:\s+(?:were|was|WERE|from|FROM|for\s+[Aa]bsence|FOR\s+ABSENCE))*(?:(?<=were)\s+(?:selectmen|commissioners|councillors))?
          |(?:Members\s+(?:on\s+[Ll]eave\s+of\s+[Aa]bsence|[Aa]bsent)|Members(?=\s+(?:Cr|Cllr|Councillor|Mr|Mrs|Ms)s?\b)
            |Staff|Visitors|Guests|Public))\s+(?P<list>[A-Z].+)$""",
    re.VERBOSE,
)

OF_GUESTS = re.compile(r"Staff|Visitors|Guests|Public")

# “Apologies: were received from Mrs Lee”.
FROM_WHOM = re.compile(r"^(?:(?:were|was|had\s+been)\s+)?(?:received|accepted)\s+(?:from|by)\s+", re.IGNORECASE)

KINDS = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        ("absent", r"\babsent\b|\babsennol\b|\babsence\s+without\b|\bwithout\s+apolog|\bnot\s+present\b"),
        ("apologies", r"\bapolog|\bymddiheur|\bexcused\b|\babsence\b|\bregrets\b"),
        (
            "officer",
            r"\bstaff\s+members?\b|\bofficers?\b|\bswyddogion\b|\bofficials?\b|\bemployees\b|\bstaff\b|\bclerk\b|\bminutes?\s+(?:taker|secretary)|\b(?:minutes|notes)\s+(?:taken\s+)?by\b",
        ),
        (
            "public",
            r"\bpublic\b|\bpress\b|\bobserv|\bguests?\b|\bvisitors?\b|\bothers?\b|\balso\b|\bpresenters?\b"
            r"|\bnon-members?\b|\bin\s+attendance\b|\bwrth\s+law\b|\bresidents\b|\brepresentatives\b",
        ),
        (
            "present",
            r"\bpresent\b|presennol\b|\bláthair\b|\bsederunt\b|\battend|\bmembers?\b|\bcouncillors?\b|\bcllrs?\b|\bchair|\bsubstitut",
        ),
    )
)

# “Members present” are present, though “members” and “also” may announce others.
OF_MEMBERS = re.compile(r"\bmembers?\b|\bcouncillors?\b|\bthose\b", re.IGNORECASE)

WERE_THERE = re.compile(r"\bpresent\b|\battend", re.IGNORECASE)

OF_OTHERS = re.compile(
    r"\bstaff\s+members?\b|\bpublic\b|\bpress\b|\balso\b|\bother\b|\bnon-members?\b|\bnot\b", re.IGNORECASE
)

# How some were there, whoever they are: "Remote attendance", "Via Zoom"; such a list goes on with the one before.
HOW = re.compile(
    r"(?:(?:via|by|on)\s+)?(?:zoom|teams|(?:video|tele)\s?conference|(?:tele)?phone)"
    r"|(?:remote|virtual|online|electronic)(?:ly)?(?:\s+(?:attendance|attendees|attending|present))?|in\s+person",
    re.IGNORECASE,
)

# The heading of the list in mid-line, behind the meeting's: "… held on 5 May 2023 Present: Cllr A Hall, …".
IN_MID = re.compile(
    r"(?<=[\w.)])\s+(?P<roll>ROLL\s+CALL)\s+(?=(?:Chair|Mayor|President|Commissioner|Council|Trustee|Members))"
    r"|(?<=[\w.)])\s+(?P<head>(?:Members\s+|Councillors\s+|MEMBERS\s+|COUNCILLORS\s+)?(?:Present|PRESENT)(?:\s*\([^()]{1,30}\))?)"
    r"\s*[:–—-][\s:–—-]*(?=[A-Z])"
)

# A heading within a list that has begun, which would elsewhere be that of an item: "City & County Cllrs:".
AMONG_LISTS = re.compile(r"(?:[\w&/]+\s+){0,4}(?:councillors?|cllrs?|members|attendees)\s*:?", re.IGNORECASE)

# … and that of those who sit on the body for others, or of whoever else came: "Sectoral Interests:", "Others:".
OF_A_GROUP = re.compile(
    r"(?P<members>(?!.*\b(?:press|media|public|police|residents?|council|officers?|staff|officials?)\b)(?:[\w&/’'-]+\s+){1,3}(?:representatives?|interests?|nominations?|nominees|delegates)(?:\s+present)?)\s*:?"
    r"|(?:all\s+)?others?(?:\s+(?:present|attending|in\s+attendance))?\s*:",
    re.IGNORECASE,
)

# A heading that is the post of the one below it: "Chair: Cllr Hall", "Clerk: M Fox".
A_POST = re.compile(
    r"(?:(?:councillors\s+|members\s+)?present\s+)?(?P<chair>in\s+the\s+chair)|(?:(?:parish|town|locum|deputy|assistant|acting|village)\s+)*clerk|chair(?:man|person|woman)?|minutes?\s+(?:taker|secretary|clerk)|(?:minutes|notes)\s+(?:taken\s+)?by",
    re.IGNORECASE,
)

# A sentence behind a list: "… and Mrs Lee. The Chairman welcomed everyone".
SENTENCE_END = re.compile(
    r"\.(?<=[a-z)\]]\.)(?<!\bMr\.)(?<!\bMrs\.)(?<!\bMs\.)(?<!\bDr\.)(?<!\bCllr\.)(?<!\bCllrs\.)(?<!\bRev\.)(?<!\bMessrs\.)"
    r"(?<!\bProf\.)(?<!\bCyng\.)(?<!\bCmhlr\.)(?<!\bHon\.)(?<!\bCapt\.)(?<!\bInsp\.)(?<!\bSupt\.)(?<!\bSup[’']t\.)(?<!\bLl\.)\s+(?=\(?[A-Z])"
)

# … or where it runs on into one without a stop: “… and Mrs Lee The meeting was opened”.
RUNS_ON = re.compile(
    r" (?=(?:This|The|There|It|With)\s+[a-z]+\s+[a-z])(?<=[a-z)\]] )"
    r"| (?=\d{1,2}\.[A-Z]{3})| (?=[1-9]\d?\s?\.\s+[A-Z])(?<!\bM[rs]\. )(?<!\bMrs\. )"
    r"|(?<=[a-z)])[,;]?\s(?=(?:An\s+[Aa]pology|Apolog(?:y|ies))\b[^.:;]{0,80}\b(?:received|submitted|tendered)\b)"
)

# A list of whoever was there beside the members, of whom those with a post are officers …
IN_ATTENDANCE = re.compile(r"\s*(?:also,?\s+|officers?\s+)?in\s+attendance\b", re.IGNORECASE)

# … or only those whose post is a town’s: “Also present: Town Attorney Jo Hall; Al Reid, Manager”.
ALSO_PRESENT = re.compile(r"\s*(?:also,?\s+present|others?\s+(?:present|attending|attendees))\b", re.IGNORECASE)
OF_A_TOWN = re.compile(r"\b(?:town|township|city|village|county|borough|highway|tax)\b", re.IGNORECASE)

# “The following officials were present” may announce the mayor and the trustees too.
OFFICIALS = re.compile(r"\bfollowing\s+officials\b", re.IGNORECASE)

# A line longer than this, in characters, is no list of names.
LONGEST = 20_000

# So many councillors are no guests, and a list of them needs no heading.
SO_MANY = 3


def list_head(text: str) -> tuple[str, str] | None:
    """Part a heading of attendance from the list that runs on behind it, None where there is none.

    >>> list_head("Present: Cllr A Hall, B Lee"), list_head("Those attending Mr A Hall, Mrs B Lee")
    (('Present', 'Cllr A Hall, B Lee'), ('Those attending', 'Mr A Hall, Mrs B Lee'))
    >>> list_head("Present Councillors agreed")
    """
    run_in = RUN_IN.match(text)
    if run_in and is_attendance_heading(run_in["head"].strip()):
        return run_in["head"], FROM_WHOM.sub("", run_in["list"])
    bare = BARE_HEAD.match(text[:LONGEST])
    if bare is None:
        return None
    if OF_GUESTS.fullmatch(bare["head"]) and not opens_with_name(bare["list"]):
        return None  # “Public Transport”, “Staff Matters”
    first = uncounted(SENTENCE_END.split(bare["list"])[0])
    people = people_in(first)
    sure = bool(people) and (people[0].role or STYLED.match(first) or kind_of(bare["head"]) == "public")
    named = len(people) > 1 or (len(people) == 1 and len(first) < 60 and bool(sure))
    return (bare["head"], bare["list"]) if named and not TELLING.search(first) else None


def group_head(text: str) -> tuple[str, str] | None:
    """Part the heading of a group that sits on a body from the list that runs on behind it.

    >>> group_head("Community Representatives: Mr J. Hall")
    ('Community Representatives', 'Mr J. Hall')
    """
    run_in = RUN_IN.match(text)
    group = OF_A_GROUP.fullmatch(run_in["head"].strip()) if run_in else None
    return (run_in["head"].strip(), run_in["list"]) if run_in and group and group["members"] else None


def roll_call(text: str) -> tuple[str, str] | None:
    """Part “Roll Call” from those who answered it, None where none does: elsewhere it is the title of an item.

    >>> roll_call("Roll Call- Jo Hall, Chairman; Di Lee, Selectman")
    ('Members present', 'Jo Hall, Chairman; Di Lee, Selectman')
    """
    run_in = RUN_IN.match(text)
    return ("Members present", run_in["list"]) if run_in and run_in["head"].casefold() == "roll call" else None


def kind_of(heading: str) -> str:
    """Return the kind of attendance that a heading announces.

    >>> kind_of("Apologies for Absence"), kind_of("Officers present:"), kind_of("Members in attendance")
    ('apologies', 'officer', 'present')
    """
    group = OF_A_GROUP.fullmatch(heading.strip())
    if group and group["members"]:
        return "present"
    if OF_MEMBERS.search(heading) and WERE_THERE.search(heading) and not OF_OTHERS.search(heading):
        return "present"
    return next((kind for kind, pattern in KINDS if pattern.search(heading)), "present")


def tells_how(heading: str) -> bool:
    """Tell a heading that says only how people were there: “Remote attendance:”, “Via Zoom”."""
    return HOW.fullmatch(heading.strip(" :;–-")) is not None


def of_officials(heading: str) -> bool:
    """Tell a heading that announces those elected and those employed: “The following officials were present”."""
    return OFFICIALS.search(heading) is not None


def heads_members(cell: str) -> bool:
    """Tell the heading of a column of names from an entry: “Transparency Board Members:”, “ODUG Attendees”."""
    return AMONG_LISTS.fullmatch(cell) is not None and not PRESENCE.fullmatch(cell)


def is_labelled(text: str) -> bool:
    """Tell a line with a label of its own from an entry of a list: “Venue: Council Chamber”; not “Mayor: Cllr Hall”."""
    label, colon, rest = text.partition(":")
    ours = ROLE_WORDS.search(label) or STYLED.match(label) or STYLED.match(rest.lstrip()) or TITLED.match(rest.lstrip())
    return bool(colon) and len(label.split()) < 6 and "," not in label and not ours


def is_officer_line(text: str) -> bool:
    """Tell a line of an officer with the post before a colon: “Town Manager: Jo Hall”."""
    label, colon, name = text.partition(":")
    return bool(colon and name.strip()) and len(label.split()) < 5 and EMPLOYED.search(label) is not None


def is_headless(text: str) -> bool:
    """Tell a list of councillors over which no heading stands."""
    if len(text) > LONGEST or not STYLED.match(text) or TELLING.search(text):
        return False
    return sum(one.styled for one in people_in(text)) >= SO_MANY


def is_sentence(text: str) -> bool:
    """Tell a sentence, which ends a list, from an entry of it that is not understood."""
    return len(text) > 140 or TELLING.search(text) is not None or text.rstrip().endswith(".")


def is_no_name(text: str) -> bool:
    """Tell two or three words of which none begins a name: “Emergency Evacuation”."""
    return 1 < len(text.split()) < 4 and not opens_with_name(text) and "," not in text


def is_other_heading(text: str, name: str) -> bool:
    """Tell a heading in capitals that ends a list of names that are not: “PLEDGE OF ALLEGIANCE”."""
    several = len(text.strip(" :").split()) > 1
    ours = is_attendance_heading(text) or OF_A_GROUP.fullmatch(text) or AMONG_LISTS.fullmatch(text)
    return several and is_caps(text) and not is_caps(name) and not ours


def head_at_end(text: str) -> str | None:
    """Return the heading of a list that stands at the end of another line, None where there is none.

    >>> head_at_end("HELD IN THE HALL ON 5 MAY 2023. PRESENT IN THE CHAIR:")
    'PRESENT IN THE CHAIR'
    """
    if not text.endswith((":", ";")) or len(text) > 400:
        return None
    words = text.rstrip(" :;").split()
    ends = (" ".join(words[-count:]) for count in range(min(5, len(words)), 0, -1))
    return next((end for end in ends if end[0].isupper() and is_attendance_heading(end)), None)
