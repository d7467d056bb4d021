"""Who speaks, or whose name stands alone, where a title might stand."""

from __future__ import annotations

import re

from minutesnlp.reading.meeting.candidates import Candidate
from minutesnlp.reading.meeting.name_words import is_post
from minutesnlp.reading.page.posts import TITLED, TITLES, given_names
from minutesnlp.reading.page.titles import is_usual, words_in

# A councillor and what he or she told: "Councillor Jo Hale: Library Board".
SPEAKER = re.compile(r"(?:Councillor|Cllr|Mayor|Deputy\s+Mayor|Reeve)\.?\s+[A-Z][\w.’'-]*\s+[A-Z][\w’'-]+")


def speaks(c: Candidate) -> bool:
    """Tell a councillor's name, and what is told behind it, from the heading “Cllr Hale's report”."""
    return (SPEAKER.match if c.block.level is None else SPEAKER.fullmatch)(c.rest) is not None


def is_person(text: str) -> bool:
    """Tell a person, with or without a post: “PCSO Jo Hale”, “Footpath Warden Mr C Hale”."""
    if words_in(text) > 8:
        return False
    words = text.rstrip(" :").split()
    if len(words) == 2 and text.endswith(":") and words[0].casefold() in given_names() and not is_usual(text):
        return True  # who speaks below: “Karen Hale:”
    post = re.match(rf"(?:[A-Z][\w’/-]*\s+){{1,4}}?(?={TITLES}\s+[A-Z][\w.’-]*(?:\s[A-Z][\w’-]+)*$)", text)
    return (TITLED.match(text) is not None and words_in(text) <= 5) or (
        post is not None and is_post(post.group().strip())
    )
