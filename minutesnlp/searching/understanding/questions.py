"""Questions that ask for a decision, a vote or a mover: who decides, and that it is decided, is no subject to look for.

Minutes seldom say “the council decided”: they say RESOLVED, under a title that names the matter. So “what did the
council decide about the defibrillator” asks for the defibrillator, and for decisions first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from minutesnlp.searching.asking.grammar import All, Filter, Node, Query, Words
from minutesnlp.searching.collected.collection import Collection
from minutesnlp.searching.understanding.filters import compared
from minutesnlp.text.analysis import words_of
from minutesnlp.text.folding import folded

BODY = r"(?:councils?|committees?|boards?|cabinets?|panels?|forums?|meetings?|councillors|members|trustees|we|they|it)"
WHO = rf"(?P<who>(?:\w+\s){{0,6}}?{BODY}\s)"
WHO_EVER = rf"(?:{WHO}|(?:\w+\s){{0,6}}?(?:officers?|clerk|chair(?:man)?)\s)"
ASKING = r"(?:(?:what|which|how|when|why|where|whether)\s)"
EVER = r"(?:(?:ever|yet|finally|already|actually)\s)?"
DECIDED = r"(?:decided?|agreed?|resolved?|concluded?)"
DONE = (
    r"(?:accept|adopt|approve|award|back|defer|grant|make|oppose|pass|permit|ratify|refuse|reject|set|support|turn)"
    r"(?:e?d)?"
)
ABOUT = (
    r"(?:\s(?:to\sdo\sabout|to\sdo\swith|about|as\sto|concerning|for|in\srelation\sto|in\srespect\sof|of|on|over|"
    r"re|regarding|that|to|upon|whether|with\sregards?\sto|with|against|in\sfavour\sof|in\sfavour))?"
)
A_MOTION = r"(?:\s(?:the|a|an|this|that))?(?:\s(?:notice\sof\smotion|motion|proposal|proposition|resolution)(?!\w))?"
FINDING = r"(?:decisions?|resolutions?|outcomes?|positions?|stance|views?|opinions?)"
AUXILIARY = r"(?:did|does|do|has|have|had|will)"

# What such a question has before its subject, as bare words in lower case with a space behind each.
FORMS = [
    # “what did the planning committee decide about …”, “has the council yet agreed to …”, “how did members vote on …”
    rf"{ASKING}?{AUXILIARY}\s{WHO}{EVER}(?:{DECIDED}|(?P<vote>voted?)){ABOUT}",
    # “when did the council approve …”
    rf"{ASKING}?{AUXILIARY}\s{WHO}{EVER}(?={DONE}\s)",
    # “what was decided about …”, “was it agreed to …”, “has anything been resolved on …”
    rf"(?:{ASKING}?(?:was|were|has|have|had|is)|whats)\s(?:(?:it|anything|there)\s)?{EVER}(?:been\s)?{EVER}{DECIDED}{ABOUT}",
    # “what was the council’s decision on …”, “what is the outcome of …”, “what is your position on …”; but “when is the
    # decision expected” asks for a day
    rf"(?!when\s(?:is|are)\b)(?:{ASKING}(?:was|were|is|are)|whats)\s(?:the\s)?{WHO}?{FINDING}(?:\s(?:taken|made|reached))?"
    rf"{ABOUT}",
    # “what decisions were taken about …”, “which decision did the board make on …”
    rf"{ASKING}decisions?\s(?:was|were|{AUXILIARY})\s{WHO}?(?:been\s)?(?:taken|made|reached|take|make|reach){ABOUT}",
    # “what was promised about …”, “what did the officers undertake to do about …”
    rf"{ASKING}(?:(?:was|were|has|have)\s|{AUXILIARY}\s{WHO_EVER})(?:been\s)?(?P<promise>promised?|undertaken?|undertook)"
    rf"(?:\sto\sdo)?{ABOUT}",
    # “who seconded the motion on …”, “who proposed that …”, “who withdrew the motion about …”
    rf"(?:who|which\s{BODY})\s(?:had\s)?(?:(?P<seconded>seconded)|(?P<moved>(?:proposed|moved)(?:\sand\sseconded)?)|(?P<withdrew>withdrew))"
    rf"{A_MOTION}{ABOUT}",
    # “who was the seconder of the motion on …”, “who were the proposer and seconder of …”
    rf"who\s(?:was|were|is|are)\sthe\s(?:(?P<mover>proposer|mover)(?:\sand\s(?:the\s)?seconder)?|(?P<seconder>seconder))"
    rf"\s(?:of|for|to){A_MOTION}{ABOUT}",
    # “who voted against …”, “which councillors abstained on …”
    rf"(?:who|which\s{BODY})\s(?:had\s)?(?P<voted>voted?|abstained?){ABOUT}",
]
QUESTIONS = [re.compile(rf"\A{form}(?:\s|\Z)" if "(?=" not in form else rf"\A{form}") for form in FORMS]
# What is asked for where a group of a form is there, and else a decision
ASKED = {
    "vote": "vote",
    "voted": "vote",
    "promise": "undertaking",
    "seconded": "seconder",
    "seconder": "seconder",
    "moved": "mover",
    "mover": "mover",
    "withdrew": "withdrawal",
}
# Words that say of which sort a body is, and not which
ARTICLES = ("the", "our", "this", "your", "my")
SORT = re.compile(rf"(?:{BODY}|{'|'.join(ARTICLES)}|local|parish|town|city|county|borough|district|community|full)\Z")


# “When was the last time the precept rose”, “how many times was it put off”; not “what are the times of the bus”
OFTEN = re.compile(r"\W*(?:when\s(?:was|is)\s(?:the\s)?(?:last|first)\stime|how\smany\stimes)\b", re.IGNORECASE)
TIMES = frozenset({"first", "time", "times"})

# A question begins with them too, and in the middle of one they say as little as “is” does
AUXILIARIES = frozenset({"has", "have", "had", "was", "were", "is", "are"})


def is_question(text: str) -> bool:
    """Tell a question in plain words, which ends in a question mark or begins with such a word.

    >>> is_question("Who is the clerk"), is_question("May I ask?"), is_question("clerk of works")
    (True, True, False)
    """
    words = folded(text).split()
    leads = words_of("question-words.txt") | AUXILIARIES
    return len(words) > 2 and (words[-1].endswith("?") or words[0] in leads)


def of_times(text: str) -> frozenset[str]:
    """Return the words that say nothing of a subject where it is asked when, or how often, it was so.

    >>> sorted(of_times("When was the last time the precept rose?")), sorted(of_times("bus times"))
    (['first', 'time', 'times'], [])
    """
    return TIMES if OFTEN.match(text) else frozenset()


def plainly(query: Query, collection: Collection) -> Query:
    """Return a query that asks for decisions, votes, movers or promises without the words that say so, or as it is.

    A body or council that it names, and that there is, is told apart: what is said there comes first.
    """
    tree = query.tree
    if not isinstance(tree, All) or not tree.implied:
        return query
    words = [_word(part) for part in tree.parts]
    text = " ".join(bare for bare, _ in words) + " "
    match = next((found for form in QUESTIONS if (found := form.match(text))), None)
    if match is None:
        return query
    told = match.groupdict()
    asking = range(match[0].count(" "))
    named, kept = None, []
    if told.get("who"):
        who = range(text[: match.start("who")].count(" "), text[: match.end("who")].count(" "))
        own = [place for place in who if not SORT.match(words[place][0])]
        named = _named([typed for _, typed in words[who.start : who.stop]], collection) if own else None
        kept = [] if named else own
    subject = tuple(tree.parts[place] for place in (*kept, *range(asking.stop, len(words))))
    if not subject:
        return query
    return replace(
        query,
        tree=subject[0] if len(subject) == 1 else All(subject, implied=True),
        asks=next((asks for group, asks in ASKED.items() if told.get(group)), "decision"),
        aside=tuple(words[place][1] for place in asking if place not in kept and words[place][0] not in ARTICLES),
        whose=named,
    )


def _word(part: Node) -> tuple[str, str]:
    """Return a word as it is compared, and as typed; of what is more than a word, a sign that no form has."""
    if not isinstance(part, Words) or part.prefix or part.title:
        return "·", ""
    return "".join(letter for letter in part.text.casefold() if letter.isalnum()) or "·", part.text


def _named(words: Sequence[str], collection: Collection) -> Filter | None:
    """Return what selects the body or council that is called so, if there is one."""
    name = " ".join(words[1:] if words[0].casefold() in ARTICLES else words)
    wanted = compared(name)
    for field in ("body", "council"):
        if any(wanted in compared(getattr(meeting, field) or "") for meeting in collection.meetings):
            return Filter(field, name)
    return None
