"""How a draft's sentences stand in the minutes they are said to come from."""

from __future__ import annotations

from dataclasses import dataclass

from minutesnlp.records.record import Record, one_of

VERDICTS = ("exact", "near", "altered", "not found")


@dataclass(frozen=True, slots=True)
class Check(Record):
    """One sentence of a draft, `draft[start:end] == text`, beside what the minutes say.

    `verdict` is `exact` (a whole sentence, or whole clauses of a decision, word for word), `near` (a part of a
    sentence, or said otherwise, and no other number, date, name or word in its place was found), `altered`
    (`changes` names what differs: `number`, `date`, `name` (of a person or post), `negation`; `sense`, “rose” for
    “fell”, or what is only denied or asked; `certainty`, “may” or “has” for “will”; `condition`, an “unless” left
    out or put in; `addition`, more behind the whole sentence; `word`, a word or two exchanged in what is otherwise
    as it stands) or `not found`. Only `exact` is certain: the rest is for the eye. `source` is the best place in
    the minutes, `paragraph.text[source_start:source_end] == source`; empty when nothing is like it. `difference`
    shows the words: `[-left out-]`, `{+put in+}`. `likeness` is the share of words in common, 0 to 1. `outcome`
    says where a source stands in a motion that fell what became of it: `REFUSED (7 for, 8 against)`; it is empty
    elsewhere. `meeting` says what the minutes are of, where a draft names another day, body or item: `9 March 2005`;
    what it says of them truly is no change.
    """

    text: str
    start: int
    end: int
    verdict: str
    source: str = ""
    paragraph_id: str | None = None
    source_start: int = 0
    source_end: int = 0
    changes: tuple[str, ...] = ()
    difference: str = ""
    likeness: float = 0.0
    citation: str = ""
    outcome: str = ""
    meeting: str = ""

    def __post_init__(self) -> None:
        one_of("verdict", self.verdict, VERDICTS)
