"""What will be done, told plainly: in the minutes' own voice (“Enquiries will be made”) or in a printed reply.

A clause on “will” that says what a council is going to do is a promise without any word of promising, where it is no
condition, no hope, and no description of what a plan or a law does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutesnlp.tracking.listed import listed
from minutesnlp.tracking.undertakings import promises
from minutesnlp.tracking.undertakings.actors import is_post
from minutesnlp.tracking.undertakings.doings import bases, is_errand
from minutesnlp.tracking.undertakings.readings import Clause, Construction, Deed, Doer

PLAINLY, AS_REPLIED, REPLIED, TASKED = "told plainly", "told as in a reply", "in a reply", "tasked"
# Not sure to come, or only where something else is so; asked about, or what a rule or a plan says
UNSURE = re.compile(
    r"\b(?:if|unless|whether|when|where|once|until|till|should|provided|subject\sto|depending|hope[ds]?|hoping|hopeful(?:ly)?|"
    r"expect(?:s|ed|ing)?|anticipate[ds]?|envisaged?|(?:un)?likely|possibl[ey]|perhaps|probably|assum\w+|fear(?:s|ed)?|"
    r"plan(?:s|ned)|intended|guarantee|proposed|suggest(?:s|ed)|recommend\w*|consider(?:ed|s)?\sthat|believe[ds]?|felt|thought|thinks?|feels?|"
    r"argued|concern(?:s|ed)?|queried|asked|under\sthe\s(?:\w+\s){0,4}(?:plan|act|order|regulations|strategy)|polic(?:y|ies)|any|no|none|nobody|nothing|not|who|what|how|why|which|"
    r"that|means|ensure[sd]?|so)\b",
    re.IGNORECASE,
)
# “reported that it will be sent”: told as it is, whatever stands before
TOLD_THAT = re.compile(
    r"\b(?:advised|stated|said|confirmed|explained|replied|reported|noted|agreed|decided|resolved|promised|"
    r"(?:informed|told|assured)\s(?:the\s)?(?:\w+\s){0,2}?\w+)\sthat\b",
    re.IGNORECASE,
)
# “will be provided where appropriate”: by a rule, and not now
AS_NEEDED = re.compile(
    r"(?:(?!\band\b)[^,;.])*?\b(?:depending\b|where\s(?:appropriate|necessary|required|needed|possible)\b)",
    re.IGNORECASE,
)
# An errand that is as often what a scheme does: “refreshments will be provided”
NO_ERRAND = listed("carry provide supply put place confirm advise bring pass discuss look prepare add arrange share")
# “Enquiries will be made”, “Further research will be undertaken”; “Consideration will be given”
SET_ON = listed("made undertaken carried")
ASKED_OF_OTHERS = re.compile(
    r"\b(?:enquir(?:y|ies)|inquir(?:y|ies)|investigations?|requests?|representations?|applications?|contact|complaints?|"
    r"research|checks?|approach(?:es)?|comments?)\s(?:[\w’'-]+\s){0,6}\Z",
    re.IGNORECASE,
)
WEIGHED = re.compile(r"\b(?:consideration|thought)\s\Z", re.IGNORECASE)
# “will be discussed at the May meeting”
TALKED_OF = listed("discussed considered reviewed raised placed included added put")
TO_A_MEETING = re.compile(r"\s(?:[\w’'-]+\s){0,4}?(?:at|on|to|for|with)\s(?:[\w’'-]+\s){0,4}?(?:meeting|agenda|AGM)\b")
# What is done to a road or a building
ON_SITE = listed(
    "carry complete install erect repair remove replace upgrade put cut resurface plant widen reinstate refurbish "
    "clean sweep clear paint mark renew patch fix mend construct build lay relocate"
)
# … and about a paper or a plan
WORKS = ON_SITE | listed(
    "undertake assess examine inspect investigate review submit advertise issue prepare progress tender deliver "
    "develop provide present finalise cost design publish refer commence compile draw lodge consider monitor "
    "include keep contact notify advance identify address improve apply determine evaluate arrange explore engage "
    "seek follow liaise conduct procure organise place insert ascertain revert meet send forward respond write "
    "request approach consult ask check look start begin bring survey maintain make extend implement test "
    "programme prioritise re-examine pursue raise circulate inform update fill"
)
# Who does such things: an office of the council
OFFICE = re.compile(
    r"\b(?:[Oo]ffice|[Ss]ection|[Tt]eam|[Dd]epartment|[Dd]irectorate|[Uu]nit|[Ss]taff|[Ee]ngineers?|[Cc]ouncil|[Dd]istrict|"
    r"[Aa]uthority|MD|[Ss]ervices?)(?:\s\([^)]*\))?\s(?:\w+ly\s|also\s|now\s|then\s)?\Z"
)
# “Works will commence”, “Resurfacing will take place in May”
OF_WORKS = re.compile(
    r"\b(?:works?|repairs?|resurfacing|construction|upgrade|installation|survey|renewal|maintenance|cleaning|sweeping|"
    r"patching|refurbishment|replacement|inspection)\s(?:[\w’',-]+\s){0,10}\Z",
    re.IGNORECASE,
)
BEGINS = listed("commence begin start take")
NOT_ITSELF = re.compile(r"\s*(?:into\saccount|up\sto|approximately|about|over\s\d|\d)")
# “This will be an agenda item for the May meeting”, “Bins – to be put on the next agenda”; not “asked for it to be …”
ON_AN_AGENDA = re.compile(
    r"\b(?:will|would|(?:(?:is|are)\s)?to)\s(?:also\s|then\s|again\s)?(?:be|go|appear|form|become)\s"
    r"(?:(?:re)?(?:placed|put|included|added|instated|listed|tabled)\s)?(?:back\s|again\s)?(?:as\s)?"
    r"(?:an\s(?:\w+\s)?agenda\sitem|agenda\sitems"
    r"|(?:(?:an?\s)?(?:matter|items?)\s(?:again\s)?)?(?:on|for|to)\s(?:the\s)?(?:[\w’'-]+\s){0,3}agenda)\b"
    r"(?!\s(?:for|of)\s(?:this|tonight’s)\smeeting)",
    re.IGNORECASE,
)
WANTED_ON_IT = re.compile(
    r"\b(?:ask(?:s|ed|ing)?|request(?:s|ed|ing)?|wish(?:es|ed)?|wants?|wanted|liked?|due|needs?|may|might|could|should|"
    r"forwarded|discussion|proposed|suggested|if|depending|items?\sfor)\b[^.;]*\Z",
    re.IGNORECASE,
)


def agenda_items_in(text: str) -> Iterator[re.Match[str]]:
    """Yield where a sentence says that a matter will be on an agenda to come."""
    found = ON_AN_AGENDA.finditer(text) if "genda" in text else ()
    return (match for match in found if not WANTED_ON_IT.search(text, 0, match.start()))


def told_plainly(text: str, match: re.Match[str], built: Construction, doer: Doer, deed: Deed) -> str | None:
    """Return `PLAINLY` for a clause that says what will be done, `AS_REPLIED` for one that does in an answer only."""
    before, after = text[: match.start()], text[match.end() :]
    if text.endswith("?"):
        return None
    if built.kind == "order":
        return PLAINLY if _is_errand(before, after, built) and _is_noted_down(text, match) else None
    if built.kind == "would":
        if _is_by_itself(text, match, built, doer, deed):
            return PLAINLY
        return AS_REPLIED if _is_of_works(text, match, built, ON_SITE) and TOLD_THAT.search(before) else None
    if built.kind != "will" or match["will"].casefold() == "shall" or built.obliged:
        return None
    begin = max((told.end() for told in TOLD_THAT.finditer(before)), default=0)
    if UNSURE.search(before, begin) or AS_NEEDED.match(after) or built.verb == "attended":
        return None  # “will be attended by the Bishop”
    known = doer.group in ("somebody", "self") and deed.of in ("seen", "said")
    named = (
        doer.actor in ("name", "outfit")
        and not built.passive
        and _is_errand_of(built.verb, passive=False)
        and built.verb not in ("follow", "inform")
    )
    body = doer.actor in ("body", "we") and deed.of in ("seen", "said") and _is_errand_of(built.verb, passive=False)
    if _is_errand(before, after, built) or known or named or body or _is_of_works(text, match, built, WORKS):
        return PLAINLY
    if not built.passive and built.verb in BEGINS and OF_WORKS.search(before) and not NOT_ITSELF.match(after):
        dated = promises.SOMETIME.search(after) or promises.DUE.search(after)
        return AS_REPLIED if dated or built.verb != "take" else None
    ours = built.passive or doer.actor in ("body", "outfit", "we", "self", "role") or OFFICE.search(before)
    verbs = bases(built.verb) if built.passive else (built.verb,)
    return AS_REPLIED if ours and not WORKS.isdisjoint(verbs) else None


def _is_of_works(text: str, match: re.Match[str], built: Construction, works: frozenset[str]) -> bool:
    """Tell “would be resurfaced by May”, something done about a road or a paper, and when."""
    if not built.passive or works.isdisjoint(bases(built.verb)):
        return False
    begin = max((told.end() for told in TOLD_THAT.finditer(text, 0, match.start())), default=0)
    dated = promises.DUE.search(text, match.end()) or promises.SOMETIME.search(text, match.end())
    return dated is not None and UNSURE.search(text, begin, match.start()) is None


# “; Cllr Voss would write”: told by nobody
OPENS = re.compile(r"(?:\A|[.;:(•]\s?|\s[-–—]\s)\W*(?:[Tt]he\s)?\Z")

OF_THE_CHAIR = re.compile(r"\b(?:[Cc]lerk|[Cc]hair(?:man|woman|person)?|[Ss]ecretary|[Tt]reasurer)\Z")


def _is_by_itself(text: str, match: re.Match[str], built: Construction, doer: Doer, deed: Deed) -> bool:
    """Tell “Cllr Voss would write to the firm”, the clerk's own words for what somebody takes on."""
    ours = doer.actor in ("person", "letters") or (
        doer.owner is not None and OF_THE_CHAIR.search(doer.owner) is not None
    )
    if not ours or doer.carried or built.passive or built.obliged or deed.of not in ("seen", "said"):
        return False
    return OPENS.search(text, 0, doer.place) is not None and UNSURE.search(text, match.end()) is None


# “Highways to be chased up”, “– to be reported to the county”: a task noted down; not “an Act to be published”
NOTED_DOWN = re.compile(
    r"(?:\A|[.;:(•]\s|\s[-–—]\s)\W*(?:(?!permit|all\b|process|have\b|has\b|still\b|document|applications?\b)[\w’'/&-]+\s){0,7}\Z",
    re.IGNORECASE,
)


def _is_noted_down(text: str, match: re.Match[str]) -> bool:
    before, after = text[: match.start()], text[match.end() :]
    follows_up = match["verb"] != "followed" or after.startswith(" up")
    planned = match["verb"] in ("submitted", "published")  # Part 8 to be submitted
    return NOTED_DOWN.search(before) is not None and follows_up and not planned and UNSURE.search(before) is None


def _is_errand(before: str, after: str, built: Construction) -> bool:
    """Tell what a clerk does for a council in a plain passive: “will be reported to the Officer”."""
    if not built.passive or built.verb == "sought":
        return built.passive
    if built.verb in SET_ON:
        return ASKED_OF_OTHERS.search(before) is not None
    if built.verb == "given":
        return WEIGHED.search(before) is not None
    if built.verb in TALKED_OF:
        return TO_A_MEETING.match(after) is not None
    return _is_errand_of(built.verb, passive=True)


def _is_errand_of(verb: str, *, passive: bool) -> bool:
    return is_errand(verb, passive=passive) and NO_ERRAND.isdisjoint(bases(verb) if passive else (verb,))


# “had been asked to”, “if the Clerk was asked to”
ASKED_BEFORE = re.compile(r"\b(?:ha[sd]|having|if|whether|when|who|that\she|that\sshe)\b[^.;,]*\Z", re.IGNORECASE)
TO_COME = re.compile(r"(?:would|will|shall|should|to|be|been|being)\b", re.IGNORECASE)


def is_tasked(before: str, match: re.Match[str], doer: Doer, deed: Deed, seen: set[str]) -> bool:
    """Tell whether a meeting asks one of its own posts to do something: “The Clerk was asked to renew the lease”."""
    at_once = "on the spot" in seen or match["verb"].casefold() in ("leave", "withdraw")  # the room
    if doer.owner is None or doer.actor not in ("role", "person") or deed.of in ("state", "mused") or at_once:
        return False
    return TO_COME.match(match["asked"]) is None and ASKED_BEFORE.search(before) is None


TOLD_ON = re.compile(r"\b(?:added|clarified|outlined|continued|commented)\b")


def told_owner(text: str, built: Construction, doer: Doer, deed: Deed) -> str | None:
    """Return who owes a promise: not who is only the subject of “The mill was asked to wait and it will be checked”."""
    passive = built.passive and built.kind == "will" and not deed.by
    told = promises.SAID.search(text) or TOLD_ON.search(text)
    return None if passive and deed.of != "ready" and not told else doer.owner


def is_plain(clause: Clause, heard: frozenset[str]) -> bool:
    """Tell whether a clause promises by its plain future: by itself, in a printed reply, or by an officer's word."""
    if PLAINLY in clause.seen:
        return True
    owner = clause.promise.owner
    return AS_REPLIED in clause.seen and (REPLIED in heard or (owner is not None and is_post(owner)))
