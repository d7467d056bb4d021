"""Verbs by what a promise of them is worth: what can be seen to be done, what cannot, and what is no deed at all."""

from __future__ import annotations

import re

from minutesnlp.tracking.listed import listed

# Something that others get, or can see: “circulate the list”, “repair the gate”.
SEEN = listed(
    "provide circulate bring ascertain investigate write contact send share supply forward submit present "
    "chase respond reply arrange obtain confirm check raise liaise update issue prepare produce draft publish "
    "distribute email e-mail request organise organize order revert add purchase buy install instal repair "
    "invite notify inform advise pursue clarify compile attend inspect visit replace fix remove telephone "
    "phone ring interview lend explain complete measure give put speak answer appear place offer recommend "
    "read apologise copy book deliver sign mend tidy ensure tell ask meet discuss research enquire "
    "inquire approach collect consult download upload display post convey gather trace locate advertise hand "
    "report follow list audit price survey progress seek show file paint clear cut plant trim clean erect "
    "convene create table call enter register return relay query verify negotiate apply action determine amend "
    "revise re-issue reissue resend recirculate brief chair commission remind fetch repaint redraft rewrite redo "
    "count carry convey walk plant bait serve spray incorporate analyse analyze box fit test map knock train "
    "warn thank press collate retrieve return reprint print label lock unlock empty sweep mow cover wash "
    "photograph scan log type translate transfer hire appeal lobby petition alert nominate "
    "reword renumber resubmit rearrange reinspect secure store dispose strip mark film measure weigh "
    "acknowledge correct rectify resolve restore refund reimburse invoice pursue vet sample tender cancel "
    "reschedule rebook swap extend supervise escort accompany host introduce recruit relocate "
    "change repeat append demonstrate conduct calculate establish attach insert annotate adjust alter photocopy "
    "transcribe tabulate itemise summarise recount replant resurface patch grit bolt nail weld plaster drain dredge "
    "fell lop prune strim rake seed water refit rewire connect disconnect assemble dismantle unblock flush dig bury "
    "load unload patrol steward cook bake wash varnish stain oil tighten loosen straighten trim weed "
    "relet vacate furnish fence clad insulate screen redecorate refurbish redirect divert reopen interrogate examine "
    "redesign reprogramme programme timetable calendar diarise publicise announce broadcast stream brief translate "
    "seal countersign notarise serve lobby canvass poll consult survey lay set visit devise formulate finalise "
    "listen extract choose spend charge haul recruit name photograph walk volunteer "
    "complain contest challenge escalate elevate evidence itemize prioritise scope"
)
# Something said or handed to others: what a promise is made of most.
SAID = listed(
    "provide circulate write send share supply forward submit respond reply update issue publish distribute "
    "email e-mail inform notify report answer brief re-send resend recirculate relay clarify copy present "
    "confirm revert"
)
# What a clerk does for a council: letters, prices, notices, meetings.
ERRANDS = listed(
    "ask contact obtain seek circulate recirculate advertise arrange invite inform notify check investigate chase "
    "report approach consult enquire inquire ascertain confirm clarify request email e-mail write discuss raise pursue "
    "follow forward send pass submit order upload display place put post copy reply respond obtain liaise research "
    "look remind publicise carry publish provide supply share add draft prepare bring"
)
# With a word behind it only: “look into”, “come back”, “make enquiries”.
SEEN_WITH = {
    "look": r"into\b",
    "come": r"(?:back\b|with\s|and\s\w+|to\ssee\b|out\b|along\b|to\s(?:the\s|a\s|this\s|our\s)?"
    r"(?:next\s|future\s|later\s)?[\w\s]{0,30}?"
    r"(?:meeting|panel|board|committee|council|cabinet|scrutiny|spc|executive|members)\b|in\s[\w\s]{0,20}\bto\b)",
    "go": r"(?:back|to|round|through|over|out|there|and\s\w+|that\s(?:day|week|evening|night))\b",
    "open": r"(?:up|it|the|an?)\b",
    "serve": r"(?!as\b|on\b|in\b|for\b)\w",
    "lay": r"(?:[\w’'-]+\s){0,4}?before\b",
    "take": r"(?:[\w’'-]+\s){0,3}?(?:away|back|up|forward|down|round)\b|"
    r"(?:an?|another)\s(?:\w+\s)?look\b|it\sto\b|(?:[\w’'-]+\s){0,2}?(?:photo(?:graph)?|picture|reading|sample|measurement)s?\b|"
    r"the\s(?!chair|view|lead|opportunity)|(?:(?:legal|further|more)\s)?(?:advice|instructions|soundings|counsel)\b",
    "set": r"(?:out|down|aside|(?:[\w’'-]+\s){0,3}?up)\b",
    "draw": r"(?:[\w’'-]+\s){0,3}?up\b",
    "work": r"(?:[\w’'-]+\s){0,3}?up\b",
    "keep": r"(?:[\w’'-]+\s){0,4}?(?:informed|updated|posted|up\sto\sdate)\b",
    "get": r"(?:back|on\sto|on\swith|in\stouch|hold|more|further|"
    r"(?:[\w’'-]+\s){0,3}?(?:quot|price|inform|figure|detail))",
    "make": r"(?:sure|certain|contact|(?:[\w’'-]+\s){0,2}?(?:enquiries|inquiries|arrangements?|available|booking|"
    r"application|representations|appointment|aware|start|approach|list|note|offer|case|order|visit|copy|calls?|"
    r"request|record|search|changes?|corrections?|bid|trip|statement|submission|complaint|referral|announcement|appeal|"
    r"recommendation|presentation|point\sof))\b|up\b|(?:it|that)\s(?:his|her|their)\sbusiness\b",
    "include": r"(?:an?|the|it|this|them|those|these)\b",
    "cost": r"(?:it|them|that|this)\b",
    "sit": r"down\swith|in\son",
    "hold": r"(?:an?|another)\s(?:[\w-]+\s){0,2}?meeting\b|(?:an?|the|another|two|further)\s"
    r"(?:[\w-]+\s){0,3}?(?:sessions?|briefings?|workshops?|talks|surger\w+|"
    r"interviews?|discussions?|consultation|event|exercises?|drills?|training|counts?|clinics?|drop-ins?|evenings?|open\s\w+)\b",
    "lead": r"(?:an?|the)\b",
    "satisfy": r"(?:him|her|them)sel",
    "find": r"(?:out|the|a|an|what|whether|how|her|him|them|another|some|one)\b",
    "pick": r"(?:[\w’'-]+\s){0,4}?up\b",
    "speak": r"(?:to|with)\b",
    "talk": r"(?:to|with)\b",
    "let": r"[\w\s’'-]{1,40}?\b(?:have|know|see|comment|judge|read|hear|choose|decide)\b",
    "pass": r"(?:[\w’'-]+\s){0,4}?(?:on|to)\b",
    "feed": r"(?:[\w’'-]+\s){0,4}?back\b",
    "see": r"(?:to|that|if|whether|what)\b",
    "do": r"(?:so|the|that|this|it|an?)\b",
    "run": r"an?\b",
    "have": r"an?\s(?:\w+\s)?word\b|"
    r"(?!to\b|been\b|had\b|not?\b|\w{3,}(?:ed|en|n’t)\b)(?:(?!before\b|by\b|when\b|until\b|once\b|after\b)[\w’'-]+\s){1,6}?(?:\w{3,}ed|sent|drawn|taken|"
    r"built|done|put|made|brought|cut|ready|out|up|in|ring|call|write|look)\b",
    "be": r"(?:in\stouch|back|there|out)\b",
    "receive": r"(?:an?|the|further|two|three)\s(?:[\w-]+\s)?(?:repl(?:y|ies)|responses?|answers?|cop(?:y|ies)|"
    r"updates?|letters?|notices?|notes?|lists?|cards?|calendars?|forms?|invitations?|briefings?|reports?)\b",
}
# Of what will be there for all to see: “would be ready by May”, “will be with Members on Friday”
READY = {
    "ready": "",
    "available": "",
    "with": "",
    "back": "",
    "first": r"(?:item\s|business\s)?on\b",
    "up": r"(?:by|on|before|in|within|again)\b",
    "there": "",
    "in": r"(?:touch|contact|hand|place|print|[\w\s’'-]{1,30}?\b(?:hands|report|post|papers?|pack|agenda|touch|draft|"
    r"minutes|reply|letter|newsletter|update|statement))\b",
    "on": r"(?:[\w’'-]+\s){0,3}?(?:website|agenda|table|desk|noticeboard|board|display|show)\b",
}
HAD = re.compile(
    r"(?:thought|been|gone|come|become|liked|had|preferred|wished|made|taken|given|seen|known|left|put|done|found|said|kept|got|told)\b"
)
# “would have a copy”, “would get it”, “hoped to have a price”: something comes into hands
GETS = re.compile(
    r"(?:it|them|one|an?|the|his|her|their|every|two|three)\s(?!right|chance|opportunity|effect|benefit|duty|power)",
    re.IGNORECASE,
)
# Promised, and never seen: “would consider”, “would be reviewed”. A promise of these is soft.
MUSED = listed(
    "consider review monitor explore look bear continue aim endeavour undertake keep work think reflect assess "
    "evaluate examine address hope try remain"
)
# What a body does by saying so: “agreed to approve”; and what follows its vote of itself.
SETTLED = listed(
    "approve adopt note accept support endorse appoint elect pay donate award delegate defer proceed increase "
    "allocate suspend resolve renew retain hold close open grant refer move allow make spend contribute reject "
    "refuse object resume adjourn exclude extend delay postpone"
)
# States, wishes and effects: “would have to”, “would cost”, “would vote against”.
STATES = listed(
    "be like prefer need cost mean lead result allow depend remain become expect hope welcome accept vote feel "
    "suffer lose benefit know want seem appear require differ abstain resign oppose rise fall grow continue "
    "lapse last affect make not never only have consist form rather sooner struggle happen live love exceed "
    "fail impact retire believe miss comply recover suffer understand think agree disagree argue exist expire "
    "mature oblige entertain hear concur deserve regret object wonder wish tell amount total vary mind matter "
    "belong contain own owe survive appreciate enjoy favour"
)
# What is so of a thing without anybody's doing: “would be based on the first year”
BORNE = listed("base govern constrain affect offset outweigh reflect welcome need require appreciate")
# What somebody does on purpose, and a thing of itself: “would leave them with the Clerk”, “would run on Sundays”
LIGHT = listed(
    "leave take see say meet cover apply record include work run operate stop act begin support receive "
    "improve enable stand end decide face reduce increase save respond join contribute help start stay sit "
    "wait concentrate"
)
_PAIRS = (  # participle, verb
    "brought bring written write sent send given give put put taken take made make sought seek got get found "
    "find met meet held hold kept keep told tell bought buy read read drawn draw seen see done do lent lend "
    "built build laid lay set set cut cut spoken speak let let shown show begun begin picked pick undertaken "
    "undertake paid pay said say rung ring spent spend dealt deal"
)
IRREGULAR = dict(zip(_PAIRS.split()[::2], _PAIRS.split()[1::2], strict=True))


BY = re.compile(r"(?:[a-z]+\s){0,4}?by\s")
INFORMS = re.compile(
    r"how\b|(?:(?:the|our|its|this|future|any)\s)*(?:\w+\s)?(?:work|plans?|planning|priorit\w+|debates?|decisions?|"
    r"discussions?|strateg\w+|polic\w+|budgets?|designs?|reviews?)\b"
)


def verb_class(verb: str, after: str, *, passive: bool) -> str:
    """Return `said`, `seen`, `mused`, `settled`, `light`, `state` or `other` for a verb and the words behind it.

    A passive's verb is a participle. A verb that is seen and a state (“provide”, “appear”) counts as seen.

    >>> verb_class("looked", "into by officers", passive=True), verb_class("cost", "more", passive=False)
    ('seen', 'state')
    >>> verb_class("circulate", "the list", passive=False)
    'said'
    """
    if not passive and verb == "have" and HAD.match(after):
        return "state"  # “would have thought”, which nobody did
    if passive and verb in READY:
        return "ready" if re.match(READY[verb], after, re.IGNORECASE) else "state"
    if passive and verb in ("followed", "preceded") and BY.match(after):
        return "state"  # “would be followed by a second report”
    if not passive and verb == "inform" and INFORMS.match(after):
        return "state"  # “These results will inform the plan”
    forms = bases(verb) if passive else (verb,)
    if passive and verb == "done":
        return "seen"
    if not passive and verb in ("have", "get") and GETS.match(after):
        return "seen" if re.match(SEEN_WITH[verb], after, re.IGNORECASE) else "gets"
    for form in forms:
        with_words = SEEN_WITH.get(form)
        if with_words is not None and re.match(with_words, after, re.IGNORECASE):
            return "said" if form in ("keep", "feed", "let") else "seen"
        if form in SAID:
            return "said"
        if form in SEEN and form not in SEEN_WITH:
            return "seen"
    for name, verbs in (
        ("mused", MUSED),
        ("state", BORNE if passive else STATES),
        ("light", frozenset() if passive else LIGHT),
        ("settled", SETTLED),
    ):
        if any(form in verbs for form in forms):
            return name
    return "other" if not passive or verb.endswith(("ed", "en", "wn")) or verb in IRREGULAR else "state"


def is_errand(verb: str, *, passive: bool) -> bool:
    """Tell whether a verb as printed is what a clerk does for a council: “obtained”, “write”; not “mended”."""
    return any(form in ERRANDS for form in (bases(verb) if passive else (verb,)))


def present(participle: str) -> str:
    """Return the verb of “drafting”, “writing”, “getting” as one that is known, or else cut short."""
    stem = participle.removesuffix("ing")
    forms = (stem, stem + "e", stem[:-1])
    return next((one for one in forms if one in SEEN | SAID | MUSED | STATES or one in SEEN_WITH), stem)


def bases(participle: str) -> tuple[str, ...]:
    """Return the verbs a participle may be of: “supplied”, “put”, “referred”."""
    if participle in IRREGULAR:
        return (IRREGULAR[participle],)
    if not participle.endswith("ed"):
        return (participle,)
    stem = participle[:-2]
    doubled = stem[:-1] if len(stem) > 2 and stem[-1] == stem[-2] else stem
    return (stem, stem + "e", doubled, stem[:-1] + "y" if stem.endswith("i") else stem)
