"""What looks like a question and is none."""

from __future__ import annotations

import re

# “asked if the item could be taken next”: how the meeting is held, and no question
PROCEDURAL = re.compile(
    r"(?:if|whether|that|for)\s(?:(?:we|they|he|she|members|the\s(?:meeting|council|committee))\s(?:can|could|might|may)\s"
    r"(?:\w+\s)?(?:move|take|bring|defer|adjourn|amend|suspend|record|withdraw|vote|leave|speak|agree)\b"
    r"|(?:it|(?:(?:the|this|that)\s)?(?:\w+\s)?(?:items?|motion|matter|agenda|minutes|meeting|vote|resolution|amendment|"
    r"recommendation|standing\sorders)(?:\s[\w()]+){0,3}?)\s(?:can|could|might|may)\sbe\s(?:\w+ly\s)?"
    r"(?:moved|taken|brought\sforward|deferred|adjourned|amended|suspended|recorded|minuted|withdrawn|heard|tabled)\b"
    r"|there\swere\sany\s(?:\w+\s)?(?:declarations|apologies|nominations))",
    re.IGNORECASE,
)
# “12 questions were received”: how many, and nothing asked; “No questions were asked”
COUNTED = re.compile(r"\b(?:quer(?:ies)|questions)\s(?:was|were)\b", re.IGNORECASE)
NONE_ASKED = re.compile(r"\b(?:no|without)\s(?:\w+\s){0,2}(?:quer(?:y|ies)|questions?)\b", re.IGNORECASE)
# “That the ruling be sustained?” is a motion; “Did you know?” tells.
NO_QUESTION = re.compile(r"\W*(?:That\b|.*\bdid\syou\sknow\W*\Z)", re.IGNORECASE)
# Who answers later asks nothing: “The Clerk will write to whoever raised the query.”
ANSWERS_LATER = re.compile(r"\W*(?:The\s)?\w+\s(?:will|would|is\sto|to)\s(?:write|reply|respond)\b")
# “We object for the following reasons”: what such a text asks is not put to anybody
ARGUES = re.compile(
    r"\bobject(?:s|ed|ions?)?\b[^.;]{0,80}\b(?:reasons|grounds|following|because)\b|\bfollowing\s(?:reasons|grounds|objections)\b"
    r"|\A\W*(?:strongly\s)?object(?:s|ions?)?\b(?!\sw)",
    re.IGNORECASE,
)
