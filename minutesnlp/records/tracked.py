"""What was promised and what was asked in minutes, given by offsets into a paragraph's text."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from minutesnlp.records.record import Record, one_of

STANDINGS = ("", "answered", "overdue", "unfollowed", "due", "undated")
CARRIED = ("carried", "dropped", "open")
REPLIES = ("answered", "promised", "unanswered")


@dataclass(frozen=True, slots=True)
class Closing(Record):
    """A later paragraph that may answer an undertaking: `paragraph.text[start:end] == text`. It is offered, no more.

    `why` says what was seen: the minute it cites, or the words it shares. `sure` where the minute is cited.
    """

    text: str
    paragraph_id: str
    start: int
    end: int
    why: str
    sure: bool = False
    date: datetime.date | None = None
    citation: str = ""


@dataclass(frozen=True, slots=True)
class Undertaking(Record):
    """A promise to do something: `paragraph.text[start:end] == text`, the sentence that makes it.

    `owner` and `recipient` are in the minutes' words, None where none is told. `due` is the last day in ISO form where
    a date is told (a month, a year and a season stay what they are: `2031-05`, `2031`, `2031-SU`), `due_text` the words
    (`in due course`, `at the next meeting`). `hard` promises name what will be
    done; soft ones (`would consider`) do not. `about` is the sentence it answers, for a promise such as “this would be
    looked into”; in a digest also the heading, the entry or the sentence without which it says nothing. `status` is
    `carried` when a decision of the item takes it up (`carried_in` is the paragraph), `dropped` when one printed as
    such comes after it and does not, `open` where there is none.
    Of an archive: `closings` are later paragraphs that may answer it, `standing` is `answered` where one cites
    its minute, else (what is only alike settles nothing) `overdue`, `due` or `undated` on the day asked about. What
    was due before that day is `overdue` only where the archive has a meeting of the same body after it fell due, which
    could have told of it; else it is `unfollowed`.
    """

    text: str
    paragraph_id: str
    start: int
    end: int
    owner: str | None = None
    recipient: str | None = None
    due: str | None = None
    due_text: str | None = None
    hard: bool = True
    about: str = ""
    status: str = "open"
    carried_in: str | None = None
    item_id: str | None = None
    reference: str = ""
    date: datetime.date | None = None
    citation: str = ""
    standing: str = ""
    closings: tuple[Closing, ...] = ()

    def __post_init__(self) -> None:
        one_of("status", self.status, CARRIED)
        one_of("standing", self.standing, STANDINGS)


@dataclass(frozen=True, slots=True)
class Question(Record):
    """A question put at a meeting: `paragraph.text[start:end] == text`, the sentences that put it.

    A question may go on in the next sentence: “Cllr Voss asked about the pond. Was it deep?”.
    `asker` and `answerer` are in the minutes' words, None where none is told; `asker_role` is `member`, `chair` or
    `public`, None where the words do not tell. `answer` is the sentence that replies, from `answer_start` to
    `answer_end` in the paragraph `answer_id`. Of a question that is printed with its reply under a label (“Question 3
    from …”, “REPLY:”) `text` and `answer` are the paragraph, or what follows the label in it. `reply` is `answered`,
    `promised` when it promises something (an answer to come, or what will be sent or done beside what is told), or
    `unanswered`.
    """

    text: str
    paragraph_id: str
    start: int
    end: int
    asker: str | None = None
    answerer: str | None = None
    answer: str = ""
    answer_id: str | None = None
    answer_start: int = 0
    answer_end: int = 0
    reply: str = "unanswered"
    item_id: str | None = None
    date: datetime.date | None = None
    citation: str = ""
    asker_role: str | None = None

    def __post_init__(self) -> None:
        one_of("reply", self.reply, REPLIES)
