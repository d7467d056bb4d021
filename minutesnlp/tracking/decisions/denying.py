"""Decisions denied: a negation that governs a deciding verb turns it, whatever form the sentence has.

“The offer was not accepted”, “It was NOT AGREED”, “Members were unable to agree to the request”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutesnlp.tracking.decisions.verbs import holds_one

# The verbs that can be denied so, each with its participle
DENIABLE = {
    "agree": "agreed",
    "accept": "accepted",
    "approve": "approved",
    "adopt": "adopted",
    "support": "supported",
    "endorse": "endorsed",
    "ratify": "ratified",
    "grant": "granted",
    "carry": "carried",
    "pass": "passed",
    "authorise": "authorised",
    "authorize": "authorized",
    "award": "awarded",
    "uphold": "upheld",
}
BETWEEN = r"(?:(?:(?!only\b)\w{3,}ly|then|therefore|however|all|so|been|being|in\sthe\send)\s+){0,3}"
DO, DONE = "|".join(DENIABLE), "|".join(DENIABLE.values())
NEGATION = re.compile(
    rf"""(?<!\bor\s)(?<!\bif\s)(?<!\bhe\s)(?<!\bshe\s) \b
    (?: (?P<be>was|were|is|are|be|been)(?:\s+(?:not|never)|n[’']t) \s+ (?P<between>{BETWEEN})(?P<done>{DONE})
      | (?:not|never) \s+ (?P<between2>{BETWEEN})(?P<done2>{DONE})
      | (?:(?:did|could|does(?=\snot\ssupport))(?:\s*not|n[’']t|\snever) | (?:(?:was|were)\s)?(?:unable|unwilling)\sto |
            (?:failed|declined|refused)\sto ) \s+ (?P<between3>{BETWEEN})(?P<do>{DO})(?=\s\w)
      | (?:none|neither)\sof\s (?P<those>[^.;:]{{3,60}}?\s(?:was|were)\s{BETWEEN}) (?P<done3>{DONE})
      | no\s (?P<those2>(?:motion|amendment|proposal|application|recommendation)s?\s(?:was|were)\s{BETWEEN})
            (?P<done4>{DONE})
    ) \b""",
    re.VERBOSE | re.IGNORECASE,
)
# “It was noted that the gift was not accepted”, “where permission was not granted”: told of, and not decided
TOLD = re.compile(
    r"\b(?:noted|felt|heard|concern\w*|disappoint\w*|considered)\b[^.;]{0,80}\bthat\b|\bwhere\b", re.IGNORECASE
)
HINTS = (
    *("not ", "n’t", "n't", "never ", "unable to", "unwilling to", "failed to", "declined to", "refused to", "none of"),
    *("neither of", "no motion", "no amendment", "no proposal", "no application", "no recommendation"),
)


def affirmed(text: str) -> Iterator[tuple[str, str, int]]:
    """Return what a sentence would say without its negation, the verb that was denied, and where the negation begins.

    >>> list(affirmed("Members were unable to agree to the request."))
    [('Members agreed to the request.', 'agreed', 8)]
    """
    if not holds_one(text.casefold(), HINTS):
        return
    for match in NEGATION.finditer(text):
        if TOLD.search(text, 0, match.start()):
            continue
        told = {name: part for name, part in match.groupdict().items() if part is not None}
        done = next((part for name, part in told.items() if name.startswith("done")), None)
        verb = done or DENIABLE[told["do"].casefold()]
        before = told.get("be", "") + " " if "be" in told else ""
        between = next((part for name, part in told.items() if name.startswith(("between", "those"))), "")
        yield f"{text[: match.start()]}{before}{between}{verb}{text[match.end() :]}", verb.casefold(), match.start()
