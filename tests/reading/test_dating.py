"""The day of a meeting whose text is pasted without a heading."""

import pytest

from minutesnlp.reading import read_text


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("3 May 2024", "2024-05-03"),
        ("The council met on 3 May 2024 at the mill.", "2024-05-03"),
        ("Minutes of the quarterly meeting, held on 3 May 2024.", "2024-05-03"),
        ("The Clerk reported that the culvert must be mended by 3 May 2024.", None),
        ("The lease of the slipway ends on 3 May 2024.", None),
    ],
)
def test_a_day_in_a_sentence_of_prose_is_no_day_of_the_meeting(opening, day):
    (meeting,) = read_text(f"{opening}\n\nThe grant to the ferry was paid. It was agreed to write to the county.")
    assert (meeting.date.isoformat() if meeting.date else None) == day
