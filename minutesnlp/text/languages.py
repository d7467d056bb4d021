"""In which language a text is, as far as must be known to say what was not looked for in it."""

from __future__ import annotations

import re
from collections import Counter

# The commonest small words of each, without those that another of them spells the same way (“a”, “i”, “an”, “on”).
SMALL_WORDS = {
    "English": "the of and to that was were be been for with by is it this from which not had would will at are have",
    "Welsh": "y yr yn ac ar gan wedi bod ei eu bydd oedd mae i'r o'r a'r nid gyda hwn hyn ym byddai fod am er wrth "
    "penderfynwyd cytunwyd cynigiwyd",
    "French": "le la les des et du que est pour dans une aux sur avec qui ce cette au ont sont par l'on d'une ne pas",
    "Irish": "agus na ar go bhí tá sé leis chun maidir ag seo gur faoi chuig iad nach ina",
    "Scottish Gaelic": "agus airson bha tha gu anns leis gun chan iad seo sin aig dhan",
}
LANGUAGES = {
    word: [name for name, words in SMALL_WORDS.items() if word in words.split()]
    for word in {word for words in SMALL_WORDS.values() for word in words.split()}
}
# What is known of another language than English: a few words of the titles and the decisions in it.
KNOWN = {"Welsh": ("“Cyng.”", "“PENDERFYNWYD”"), "Irish": ("“Cathaoirleach”", "“ar moladh”")}
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
LEAST, LEAST_ALONE = 3, 2  # so many small words say more than a name with “la” in it; the second where none is English
MOST = 20_000  # characters that are looked at


def foreign(text: str) -> str | None:
    """Return the language a text is in where it is not English, as its small words tell: Welsh, French, Irish, Gaelic.

    None also where there are too few words to tell.

    >>> foreign("Penderfynwyd prynu mainc newydd ar gyfer y parc, ac mae’r clerc wedi cytuno i’r pris.")
    'Welsh'
    >>> foreign("It was resolved to buy a bench for the park at Pen y Bont.") is None
    True
    """
    counts: Counter[str] = Counter()
    # most words stand there often: each is looked at once
    for token, times in Counter(text[:MOST].lower().replace("’", "'").split()).items():
        for word in WORD.findall(token):
            for name in LANGUAGES.get(word, ()):
                counts[name] += times
    if not counts:
        return None
    name, count = counts.most_common(1)[0]
    english = counts["English"]
    return name if name != "English" and count >= (LEAST if english else LEAST_ALONE) and count > 2 * english else None


def looked_for(what: str, language: str) -> str:
    """Say of minutes in another language how `what` is looked for in them.

    >>> looked_for("decisions", "French")
    'the text is in French; decisions are looked for in English only'
    >>> looked_for("decisions", "Welsh")
    'the text is in Welsh; decisions are looked for in English, and by a few words of Welsh (“Cyng.”, “PENDERFYNWYD”)'
    """
    words = KNOWN.get(language, ())
    few = f", and by a few words of {language} ({', '.join(words)})" if words else " only"
    return f"the text is in {language}; {what} are looked for in English{few}"
