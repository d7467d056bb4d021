"""What the title of an agenda item looks like, and where a title ends that runs on into text."""

from __future__ import annotations

import re
from functools import lru_cache

from minutesnlp.reading.page.joints import ABBREVIATED, ENDS
from minutesnlp.text.analysis import words_of

# Titles that agendas everywhere share: "Apologies for absence", "Matters arising", "Public Question Time".
USUAL = re.compile(
    r"""(?:to\s+(?:receive|consider|note|approve|confirm|accept|record|agree|discuss)\s+(?:and\s+\w+\s+)?(?:the\s+
        |any\s+|a\s+)?)?
    (?:the\s+|any\s+|council'?s?\s+)?
    (?:
      (?:welcome|introductions?|opening\s+(?:remarks|of)|call\s+to\s+order|chair(?:man|woman
          |person)?[’']?s?\s+(?:welcome|remarks|
        (?:opening\s+)?announcements?|report|communications?|update|business))
    | (?:(?:accepted\s+)?apolog(?:y|ies)|attendance|present|absent|absence|those\s+(?:present|attending)
        |in\s+attendance)
    | (?:disclosures?|declarations?)\s+of\b | (?:members[’']?|councillors[’']?)\s+(?:declarations?|interests?)\b
        | interests?$
    | (?:election|appointment)s?\s+of\b | (?:acceptance|declaration)s?\s+of\s+(?:acceptance|office)\b | co-?option\b
    | (?:draft\s+|previous\s+|last\s+)?minutes?(?:\s+of\b|\s+from\b|\s*$|\s*:|\s+\(|\s+\d) | (?:adoption|approval
        |confirmation|signing|acceptance|ratification
        |agreement)\s+of\s+(?:the\s+)?(?:draft\s+)?(?:previous\s+)?(?:minutes|agenda|accounts)
    | matters?\s+arising | actions?\s+(?:arising|from|log|tracker|list) | business\s+arising
        | update\s+on\s+(?:actions|matters)
    | (?:public|open)\s+(?:participation|forum|session|questions?|question\s+time|speaking|time|consultation
        |discussion|comments?|business) | questions?\s+(?:from|by)\b | parishioners?[’']?s?\s+(?:time|questions
        |matters|comments) | adjournment\b
    | (?:police|p?c?so|snt|crime|constabulary|community\s+(?:police|council))\b.{0,20}(?:report|matters?|update
        |issues|business|$)
    | (?:county|district|borough|city|ward|unitary|parish|town)\s+(?:and\s+\w+\s+)?(?:council|councillor
        |cllr)[’']?s?[’']?\s*(?:reports?|matters?|updates?|business|news|$|\()
    | (?:clerk|chair(?:man|person)?|mayor|treasurer|secretary|leader
        |officer)[’']?s?[’']?\s+(?:and\s+\w+[’']?s?\s+)?(?:reports?|updates?|announcements?|business|salary|matters)\b
    | reports?(?:\s+(?:from|of|by|on|and)\b|\s*$|\s*:) | updates?\s*(?:$|:|-|–|on\b|from\b)
        | local\s+authority\s+reports?
    | planning(?:\s+(?:applications?|matters?|decisions?|report|issues|committee|update|and|consultations?
        |enforcement)|\s*$|\s*:)
    | financ(?:e|es|ial)\b | accounts?\b(?!\s+\w+\s+was) | payments?\b | invoices?\b | cheques?\b | bills?\s+for\b
        | budgets?\b | precept\b | audit\b | (?:internal|external|annual)\s+audit | bank\b | insurance\b
        | expenditure\b | receipts\b | income\b
    | correspondence\b | communications?\b | circulars?\b | notices?\s+of\s+motion
    | highways?\b | roads?\b | footpaths?\b | rights?\s+of\s+way | public\s+rights | street\s*(?:lighting|lights)\b
        | lighting\b | speed\w*\b | traffic\b | parking\b | potholes?\b
    | cemetery\b | churchyard\b | burial\b | allotments?\b | playing\s+fields?\b | play\s*(?:area|ground|park)s?\b
        | recreation\b | village\s+(?:hall|green|pond|matters|sign|pump|maintenance) | open\s+spaces\b
        | grass\s*cutting | trees?\b | litter\b | dog\b | bus\s+(?:shelter|stop)s? | defibrillator\b | website\b
        | newsletter\b | training\b | risk\s+(?:assessment|register|management) | standing\s+orders | policies\b
        | policy\b | risk\b | staffing\b | personnel\b | grants?\b | donations?\b | neighbourhood\s+(?:plan|watch)
        | community\s+(?:centre|hall|matters|safety|council)
    | any\s+other\b | a\.?o\.?[cb]\.?b?\.? | other\s+(?:business|matters|items) | urgent\s+(?:business|items?)
        | items?\s+(?:for|of)\b | further\s+reports | general\s+(?:business|matters) | (?:forward
        |work)\s+(?:work\s+)?(?:plan|programme)
    | (?:date|time|dates?,?\s+times?)\b.{0,20}\b(?:next|future|meetings?)\b | (?:next
        |future)\s+(?:\w+\s+)?(?:meeting|agenda)s?\b | meeting\s+dates | schedule\s+of\s+meetings
    | exclusion\s+of | (?:confidential|exempt|private)\s+(?:business|items?|matters|session|information)
        | close(?:\s+of\s+(?:the\s+)?meeting|\s*$) | closure\b | adjournment\s*$
    | roll\s+call | pledge\s+of\b | invocation\b | prayers?\s*$ | moment\s+of\s+silence | quorum\b | opening\s*$
        | consent\s+(?:agenda|calendar|items)\b | order\s+of\s+business | (?:old|new|unfinished|routine|council
        |committee)\s+business\b | public\s+hearings?\b | in\s+camera\b | (?:closed|executive)\s+session\b
        | by-?laws?\s*$ | ordinances?\s*$ | proclamations?\b | announcements?\s*$ | land\s+acknowledge?ments?
        | disclosures?\s*$ | declarations?\s*$ | motions?\s*$ | sederunt\b | substitut(?:es?|ions?|e\s+members)\s*$
        | conflicts?\s+of\s+interests? | (?:members|councillors)[’']?\s+(?:questions|motions)
        | (?:staff|committee|sub-?committee|department(?:al)?|working\s+(?:group|party)|board|members?[’']?s?
        |chief\s+executive[’']?s?|head\s?teacher[’']?s?|principal[’']?s|governors?[’']?|finance|performance)\s+reports?\b
        | (?:leader|mayor|provost|convener|chief\s+executive)[’']?s?\s+(?:announcements?|communications?|remarks)
    | (?:croeso|ymddiheuriadau|dat(?:gan|ganiadau?)\s+(?:o\s+)?f?(?:buddiant|uddiant|buddiannau|uddiannau)|cofnodion
        |materion\s+(?:yn\s+codi|brys)|gohebiaeth|cyllid|cynllunio|unrhyw\s+fater(?:ion)?\b|dyddiad\s+y\s+cyfarfod
        |cyfarfod\s+nesaf|adroddiad(?:au)?\b|ethol\b|eitemau?\s+brys)
    | (?:miontuairiscí|leithscéal(?:ta)?|comhfhreagras|dearbh(?:ú|uithe)\s+leasa)\b
    | votes?\s+of\s+(?:sympathy|congratulations|thanks) | disposals?\s+of\b | civic\s+reception
        | suspension\s+of\s+standing | questions?\b\s*$ | notices?\b\s*$ | petitions?\b | deputations?\b
        | delegations?\b | presentations?\b | membership\b | terms\s+of\s+reference | review\s+of\b | governance\b
        | representatives\b | vacanc(?:y|ies)\b | resolutions?\s*$ | membership\b
    )(?![a-z])""",
    re.VERBOSE | re.IGNORECASE,
)

# “Finance Director Cole reported”, “Fire Chief Vane was asked” open with a post: “Finance” is no title there. It has a
# head that names none without a word before it; of those that do (Clerk, Chair) a sentence opens with the head itself.
HEADS = (line.split("\t") for line in sorted(words_of("role_heads.tsv")))
POSTS = [head.capitalize() for head, needs in HEADS if needs != "alone"] + ["Chief", "Commissioner", "Treasurer"]
NO_POST = rf"(?!(?:{'|'.join(POSTS)})\b)"

# Words that open a sentence where a title has ended without a stop: "Apologies for absence Apologies were received".
SENTENCE_OPENS = re.compile(
    rf"""(?:
      (?:The|This|These|There|It|They|He|She|We|All|Both|Each|Following|After|Before|During|As|At|On|In|An|A|No|None
          |Nothing|Nil|Not)\s+[a-z]
    | (?:The|This)\s+(?:Council|Clerk|Chair|Chairman|Parish|Committee|Mayor|Meeting|Board|Panel|Minutes|Members
        |Director|Cathaoirleach)\b
    | (?:(?:Parish|Borough|County|District|Town|City|Ward)\s+)?(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Miss|Dr|Rev)\.?\s+[A-Z]
    | {NO_POST}[A-Z][a-z]+\s+[A-Z][a-z]+(?:,\s+the\s|\s+(?:reported|advised|informed|asked|said|confirmed|stated|noted
        |proposed|attended|gave|agreed|provided)\b)
    | (?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Several|Some|Many|Letters?
        |A\s+letter)\s+[A-Za-z]+\s+(?:were|was|had|have|confirmed|agreed|attended|received|from)\b
    | The\s+(?:[A-Z][a-z]+\s+){{1,3}}(?:was|were|had|has|agreed|advised|reported|confirmed|noted|informed|asked)\b
    | Minutes\s+(?:were|was|had|have)\b
    | (?:Members?|Apologies|Councillors|Nothing|None|Resolved|RESOLVED|Agreed|AGREED|Noted|NOTED|Proposed|Received
        |Circulated|Discussion|Concerns?)\s+(?:were|was|had|have|has|that|by|of|from|to|the|noted|received|agreed
        |declared|for|at|on|asked)\b
    | (?:None|Nil|Noted|NOTED|Agreed|AGREED|Resolved|RESOLVED|Received)(?:\.|,|:|$|\s+(?:by|that|to))
    | (?:Chair(?:man)?|Clerk)\s+(?:welcomed|opened|reported|advised|informed|to|asked|said|thanked|noted|confirmed
        |stated|explained)
    | [A-Z]{{2,3}}\s+(?:reported|advised|informed|asked|said|confirmed|stated|noted|has|had|will|proposed|to)\b
    | (?:Upon|Under|With|When|Since|Having|Whilst|While)\s+(?:the|a|an|no|it|this|regard)\b
    | (?:[A-Z]\.?\s+){{1,2}}[A-Z][a-z]+\s+(?:proposed|reported|asked|said|agreed|noted|informed|advised|gave
        |explained)\b
    | To\s+be\s | £\d
    )""",
    re.VERBOSE,
)

# A noun and its verb open the text after a usual title only: "Finance Accounts were shown"; not "Mill Road is".
NOUN_OPENS = re.compile(rf"{NO_POST}[A-Z][a-z]+\s+(?:was|were|had|has|have|is|are)\s+")

# What a title does not end with: "Report of the", "Cllr".
GOES_ON = re.compile(r"(?:\b(?:of|the|and|for|to|from|with|by|in|on|at|a|an|Cllrs?|Mrs?|Ms)|[–&-])$")

# Verbs of a report, which titles have not: "was", "reported"; not "raised" alone.
TELLING = re.compile(
    r"\b(?:was|were|is|are|had|has|have|been|will|would|reported|advised|stated|asked|thanked|informed|explained|said"
    r"|confirmed|agreed\s+(?:to|that)|noted\s+that|resolved\s+that|proposed|seconded|welcomed|opened|declared|referred"
    r"|attended|gave|queried|commented|suggested|raised|moved|withdrew|joined|replied|answered|considered"
    r"|(?:introduced|presented|outlined|summarised|submitted|expressed|highlighted|circulated|provided|announced|"
    r"clarified|questioned|AGREED|NOTED|noted|approved|endorsed)\s+(?:the|an?|his|her|their|its|that|to)"
    r"|\w{3,}wyd)\b"  # Welsh tells what was done so: "Derbyniwyd", "Penderfynwyd"
)

# A title and the first words of the text behind it, of which as many may be a name: “Skate Ramps – Jo Orr”.
RUNS_ON = re.compile(r"(?P<title>.{2,}?\w[\w)’'])(?:[.?]|\s[-–—])\s+(?P<opening>[A-Z].*)")
NAME_WORDS = 3

# Where a title is parted from what follows on its line: "Planning: None", "Highways – the clerk", "Finance. The clerk".
PARTED = re.compile(
    r"\s*:\s*[-–—]?\s+|\s*;\s+|\s*:[-–—]?\s*(?=[A-Z£])|\s+[-–—]{1,2}\s+(?=\S)|[–—]\s*(?=[A-Z])|(?<=[\da-z)\]’'][.?])\s+(?=[A-Z“‘\"(£])|\s[•▪●]\s*(?=\S)"
)

# A bold beginning in which a title ends: "Police Report. AMcK" before "gave an update".
ENDED_WITHIN = re.compile(r"(?P<title>[A-Z].{3,}?[a-z)]{2}\.)\s+(?:[-–]\s+)?[\w’'-]+$")

# A title in capitals before text that is not: "CO-OPTION Two residents had applied".
CAPITALS = re.compile(
    r"(?P<title>[A-Z][A-Z0-9&’',/()–-]*(?:\s+[A-Z0-9&’',/()–-]+)*)[\s:.–-]+(?=[A-Z][a-z’']|[A-Z]\s+[a-z])"
)

# “The Committee AGREED”, “A Member asked”: no title
ARTICLES = ("The ", "A ", "An ")

# The label of the first part of a text, which is no part of the title: "Finance i. Bank balances".
FIRST_LABEL = re.compile(r"\s+\(?(?:i|a|A|1)\)?\.?$")

# What is still to come is said in a sentence: "The next meeting will be on Monday".
FUTURE = re.compile(r"\b(?:will|would|shall)\s+(?:be|take)\b|\bto\s+be\s+held\b")

# Where a word begins with a capital, or a sum of money.
WORD_OPENS = re.compile(r"(?<=\s)(?=[A-Z£])")

MOST_WORDS = 28


def words_in(text: str) -> int:
    """Return how many words stand in a text."""
    return len(text.split())


@lru_cache(4096)
def is_usual(text: str) -> bool:
    """Tell a title that agendas everywhere share.

    >>> is_usual("Matters Arising from the Minutes"), is_usual("The bridge at Long Lane")
    (True, False)
    """
    return USUAL.match(text) is not None


def looks_like_title(text: str, *, most: int = MOST_WORDS) -> bool:
    """Tell a line that may be a title by its form alone: short, without an end, without a verb of report.

    >>> looks_like_title("Review of Polling Districts"), looks_like_title("The Clerk reported that it was done.")
    (True, False)
    """
    count = words_in(text)
    if not count or count > most or not any(map(str.isalpha, text)):
        return False
    first = next((c for c in text if c.isalnum()), "")
    if first.islower():
        return False
    body = text.rstrip()
    if body.endswith((",", ";", "…", "&")) or (body.endswith(".") and count > 8):
        return False
    if (count > 3 or body.endswith((".", ":"))) and TELLING.search(text) and not is_usual(text):
        return False
    if count > 5 and FUTURE.search(text):
        return False
    return not (body.endswith((":-", ":–")) and TELLING.search(text))


def is_caps(text: str) -> bool:
    """Tell a line in capitals.

    >>> is_caps("ANY OTHER BUSINESS"), is_caps("A1065 (A47)"), is_caps("Finance")
    (True, False, False)
    """
    if len(text) > 60 and sum(map(str.islower, text[:60])) > 10:
        return False
    letters = sum(map(str.isalpha, text))
    return letters > 3 and sum(map(str.isupper, filter(str.isalpha, text))) >= 0.9 * letters


def split_title(text: str, lead: int = 0, *, most: int = 14) -> tuple[str, str]:
    """Return the title with which a text begins, and the rest.

    `lead` is how many characters of it are bold. The title ends with the bold type, at a colon, a dash or a stop, or
    where a sentence opens; where no such place is near the beginning there is no title ("" and the text).

    >>> split_title("Apologies for absence Apologies were received from Cllr Hall.")
    ('Apologies for absence', 'Apologies were received from Cllr Hall.')
    >>> split_title("Planning: None")
    ('Planning', 'None')
    """
    over = ENDED_WITHIN.match(text[:lead]) if lead else None
    if over and not TELLING.search(over["title"]):
        return over["title"].rstrip("."), text[over.end("title") :].strip(" :–—-").strip()
    lead = 0 if over else lead  # the bold type runs on into the text
    if lead and lead < len(text):
        head, rest = _up_to_the_text(text[:lead].strip(), text[lead:].strip(" :–—-").strip())
        if len(head) > 3 and words_in(head) <= MOST_WORDS and head.lower() not in ("the", "and") and rest:
            if words_in(head) > most + 4 and not is_usual(head):
                return "", text
            return head.rstrip(" :–—-"), rest
    if is_usual(text) or text.startswith("To "):
        most += 12
    capitals = CAPITALS.match(text)
    if capitals and words_in(capitals.group()) > 1 and not is_caps(text[capitals.end() :]):
        return capitals["title"].rstrip(" :–—-."), text[capitals.end("title") :].strip(" :–—-").strip()
    opens = _opening(text, most)
    for match in PARTED.finditer(text[:240]):
        if match.end() >= len(text):
            break
        head = text[: match.start()].strip()
        count = words_in(head)
        if not count:
            continue
        if count > most:
            break
        if opens and opens < match.start():
            break
        if TELLING.search(head) and not (is_usual(head) and count <= 6):
            break
        mark = match.group().strip()
        if head[-1:] in ".?" and ABBREVIATED.search(head[-24:]):
            continue
        if mark in ("-", "–", "—", "--") and not _may_part(head, text[match.end() :]):
            continue
        if head[0].islower() or (mark == ";" and not is_usual(head)):
            break
        numbered = FIRST_LABEL.search(head) if not mark else None
        if numbered:
            return head[: numbered.start()].rstrip(" :–—-."), text[numbered.start() :].strip()
        return head.rstrip(" :–—-."), text[match.end() :].strip()
    if opens:
        return text[:opens].strip().rstrip(":–—-").strip(), text[opens:].strip()
    return "", text


def _up_to_the_text(head: str, rest: str) -> tuple[str, str]:
    """Return bold type without the words in it that open the text behind it: “**Any other business. JO** had asked”."""
    runs_on = RUNS_ON.fullmatch(head) if rest[:1].islower() else None
    if runs_on is None or ABBREVIATED.search(runs_on["title"][-24:]):
        return head, rest
    opening = runs_on["opening"]
    if words_in(opening) > NAME_WORDS and not TELLING.search(opening):
        return head, rest
    return runs_on["title"], f"{opening} {rest}"


def _opening(text: str, most: int) -> int:
    """Return where the first sentence opens after a title without a stop, 0 where none does."""
    start = text[:240]
    told = TELLING.search(start)
    usual = is_usual(text)
    for count, match in enumerate(WORD_OPENS.finditer(start)):
        at = match.start()
        if count > most:
            break
        # the forms are looked for first, since few words have them and all that follows counts words
        opens = SENTENCE_OPENS.match(text, at) is not None
        if not opens and not (usual and NOUN_OPENS.match(text, at)):
            continue
        before = text[:at].rstrip()
        words = words_in(before)
        if words > most or (told is not None and told.end() <= len(before)):
            break
        if GOES_ON.search(before[-16:]) or (ENDS.search(before[-24:]) and not before.endswith(":")):
            continue
        if (words == 1 or (words == 2 and before.startswith(ARTICLES)) or before.endswith(",")) and not is_usual(
            before
        ):
            continue
        if (opens and (usual or words >= 2)) or (usual and NOUN_OPENS.match(text, at)):
            return at
    return 0


def _may_part(head: str, rest: str) -> bool:
    """Tell a dash after a title (“Finance – the clerk reported”) from one within it (“Update – Market Square”)."""
    if is_usual(head) and (
        TELLING.search(rest[:80]) or rest[:1].islower() or rest.endswith(".") or words_in(rest) > 12
    ):
        return True
    return bool(TELLING.search(rest[:100]) and words_in(rest) > 8)
