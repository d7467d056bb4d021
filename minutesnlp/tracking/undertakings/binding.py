"""What reads like a promise and binds nobody: what was sought, what is done by being said, what was refused."""

from __future__ import annotations

import re

SOUGHT = re.compile(
    r"\b(?:sought|seek(?:s|ing)?|request(?:s|ed|ing)?|asked\sfor|wanted)\s(?:an?\s|some\s|further\s)?assurances?\sthat\b"
)
# Done by being said, or in the meeting itself: “approval be and is hereby given”, “discussed at this meeting”
DONE_HERE = re.compile(
    r"\bbe\sand\s(?:is|are)\shereby\b|\bhereby\s(?:given|granted|approved|appointed)\b|"
    r"\bat\s(?:this|tonight[’']s)\s(?:\w+\s)?meeting\b|\bat\sthis\s(?:stage|point|juncture)\b|"
    r"\bto\shold\s[Oo]ffice\b|\bbe\sdiscussed\s(?:at\s(?:the|this)\smeeting\sand|at\sonce|now|that\snight)\b|\b(?:agreed|resolved)\sto\stake\san?\s(?:\w+\s)?vote\b|"
    r"\b(?:agreed|resolved)\sto\s(?:confirm|approve|adopt|accept)\sthe\s(?:\w+\s){0,2}minutes\b|"
    r"\bminutes\b[^.;]*\bsigned\sas\s(?:an?\s)?(?:true|correct|accurate)\b|\b(?:minutes|cheques)\b[^.;]*\bbe\ssigned\b|"
    r",\swhich\s(?:was|were|had\sbeen)\s[^.;]*\b(?:last|previous)\smeeting\b",
    re.IGNORECASE,
)
# What a body settles by its vote: when it will go on with a matter, who is appointed, where a motion is referred to
VOTED = re.compile(r"[Aa]greed|AGREED|[Rr]esolved|RESOLVED|[Dd]ecided|[Pp]roposed|[Mm]otion")
SETTLED = re.compile(
    r"\b(?:agreed|resolved|decided|proposed)\b(?:(?!\band\b|\bwhether\b|\bcould\b)[^.;])*?"
    r"\s(?:to\s(?:defer|adjourn|postpone)|be\s(?:deferred|adjourned|postponed))\b(?![^.;]*\band\b)|"
    r"\b(?:agreed|decided)\sto\s(?:deal\swith|take)\b[^.;]*\b(?:first|next|together|at\sthis\s(?:point|time))\W*\Z|"
    r"\b(?:agreed|resolved)\sthat\s(?:Councillors?|Cllrs?|Cmhlr)\b[^.;]*?"
    r"\s(?:(?:would|will|should)\s)?be\s(?:appointed|elected|nominated|co-opted)\b|"
    r"\b(?:agreed\sto\srefer\s(?:this|the)\s(?:Notice\sof\s)?Motion|Motion\s(?:would\s|should\s)?be\sreferred)\b(?![^.;]*\bthat\b)|"
    r"\bagreed\sto\s(?:support|oppose|endorse)\s(?:the|this)\s(?:planning\s)?(?:application|motion|proposal)\b(?![^.;]*\band\b)",
    re.IGNORECASE,
)
# “offered an extra cut, which Cllr Voss refused”
TURNED_DOWN = re.compile(
    r"\b[Oo]ffer(?:ed|s)?\b[^.;]*,?\s(?:which|but\s(?:this|it|the\soffer))\s(?:[\w’'.]+\s){0,5}?"
    r"(?:refused|declined|rejected|turned\s(?:it\s)?down)\b"
)
# “She read out the reply received: I have seen the ditch. I will do what I can.”
MINE = re.compile(r"\bI(?:\s(?:\w+ly\s|also\s)?(?:will|shall)|[’']ll)\b|\b[Ww]e\swould\b")
READ_OUT = re.compile(
    r"\b(?:read|received|wrote|written|forwarded|quoted)\b[^.;:“\"]{0,120}"
    r"(?:[“\"]|\b(?:letters?|repl(?:y|ies)|responses?|e-?mails?|messages?|statement)\b[^.;:“\"]{0,60}[:“\"])"
)
FOLLOWS = re.compile(r"\W*If\s[^,]+,\s(?:this|it|these|they|that|there)\b")


def binds_nobody(text: str, paragraph: str, start: int, owner: str | None) -> bool:
    """Tell whether a sentence, which begins at `start` of its paragraph, promises nothing that anybody owes.

    It is an assurance that was sought, what would follow of itself (“If it were so, this would be provided”), an offer
    that was refused, what is done by being said, what the writer of a letter says in it, and a proposal told as a task
    of who seconded it.
    """
    by_vote = VOTED.search(text) and SETTLED.search(text)
    if SOUGHT.search(text) or by_vote or DONE_HERE.search(text) or TURNED_DOWN.search(text):
        return True
    mine = MINE.search(text)
    if mine and READ_OUT.search(paragraph, 0, start + mine.start()):
        return True
    if owner is None and FOLLOWS.match(text):
        return True
    if owner and re.search(rf"\bseconded\sby\s[A-Z][^,;]{{1,40}},\s{re.escape(owner)}\b", text):
        return True  # “seconded by Cllr Ash, Chairman, and agreed”
    return re.search(rf"\bseconded\s(?:by\s)?(?:the\s)?{re.escape(owner or 'nobody')}\b", text) is not None
