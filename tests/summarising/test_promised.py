"""An undertaking that a digest lists apart from its item is told with its matter."""

import pytest

from minutesnlp.records import Item, Meeting, Paragraph
from minutesnlp.summarising import summarise


def digest_of(*lines):
    told = [(line, "text", None) if isinstance(line, str) else line for line in lines]
    paragraphs = tuple(
        Paragraph(id=f"p{n}", text=text, kind=kind, number=number, item_id="i")
        for n, (text, kind, number) in enumerate(told)
    )
    return summarise(Meeting(id="m", items=(Item(id="i", title="Reports", paragraphs=paragraphs, meeting_id="m"),)))


@pytest.mark.parametrize(
    ("lines", "about"),
    [
        (("Nets were left on the jetty in May. Ada Wren to follow-up.",), "Nets were left on the jetty in May."),
        (("The weir was shut. The Clerk agreed to raise this with the County.",), "The weir was shut."),
        (("Ms Lund read the log. She would report further in June.",), "Ms Lund"),
        (("The Clerk would write to the owner of the weir.",), ""),
        (("The following was raised:", ("The Clerk would write to the owner of the weir.", "bullet", None)), ""),
    ],
)
def test_an_undertaking_of_a_digest_is_told_with_its_matter(lines, about):
    digest = digest_of(*lines)
    (one,) = digest.undertakings
    assert one.about == about
    assert (f"[{about}] {one.text}" if about else f": {one.text}") in str(digest)


def test_what_tracking_tells_of_an_undertaking_stays():
    digest = digest_of("The willow by the weir wants lopping. This will be told to Highways.")
    (one,) = digest.undertakings
    assert one.about == "The willow by the weir wants lopping."
