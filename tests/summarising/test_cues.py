"""What the words of a sentence say of its worth."""

import pytest

from minutesnlp.summarising.cues import role_and_weight


def worth(text):
    return role_and_weight(text)[1]


@pytest.mark.parametrize("number", ["31.4", "4.4.2v)", "(7)", "12."])
def test_the_number_of_a_paragraph_is_no_figure(number):
    assert worth(f"{number} The Vice-Chair spoke of the lane.") == worth("The Vice-Chair spoke of the lane.")
    assert worth(f"{number} The lane took 61 carts.") == worth("The lane took 61 carts.")


def test_a_share_that_opens_a_sentence_is_a_figure():
    assert worth("2.5 tonnes of salt were left.") > worth("Some tonnes of salt were left.")


def test_the_number_of_a_paper_is_no_figure_and_votes_in_brackets_are():
    assert worth("The paper TB(3)2.2 was read by the depot.") == worth("The paper was read by the depot.")
    assert worth("For the lane (32) spoke.") > worth("For the lane many spoke.")


def test_an_action_has_its_number_or_none():
    assert role_and_weight("Action 4: lane plans")[0] == role_and_weight("Action: lane plans")[0] == "action"


@pytest.mark.parametrize(
    ("more", "less"),
    [
        ("The lane took 61 carts in May.", "The lane took many carts in spring."),
        ("The lane was mended by the depot.", "The lane was thought too steep."),
        ("The lane was mended by the depot.", "The Vice-Chair wondered about the lane."),
        ("Ms Lund undertook to walk the lane.", "Ms Lund had been up the lane."),
    ],
)
def test_what_was_found_and_promised_counts_more_than_what_was_thought_and_asked(more, less):
    assert worth(more) > worth(less)


@pytest.mark.parametrize(
    ("text", "is_vote"),
    [
        ("There were 9 for and 3 against.", True),
        ("12 in favour, 1 against", True),
        ("The fair raised £5,000 for the lifeboat.", False),
        ("A bill of £1240.00 for three months of water was queried.", False),
    ],
)
def test_a_sum_for_something_is_no_vote(text, is_vote):
    assert (role_and_weight(text)[0] == "vote") is is_vote


def test_what_only_tells_that_somebody_came_or_when_it_is_taken_counts_less():
    told = role_and_weight("Ms Wren introduced the accounts report and confirmed that every mistake was put right.")[1]
    for empty in (
        "Ms Wren introduced the accounts report to the members of the committee.",
        "Ms Wren was in attendance to speak to members about the quay.",
        "The accounts were to be discussed further under agenda item 9.",
    ):
        assert role_and_weight(empty)[1] < told - 0.5


@pytest.mark.parametrize(
    "text",
    [
        "Cllr Okoro reported on a few items:",
        "During the tour these points were made:",
        "The drawings had been circulated to all members ahead of the meeting.",
        "The Mayor then put the motion set out in paragraph 7 to the vote.",
    ],
)
def test_a_line_that_leads_to_others_or_tells_the_course_counts_less(text):
    assert role_and_weight(text)[1] < role_and_weight("The quay had been mended by the tenant.")[1] - 0.5


@pytest.mark.parametrize(
    "text",
    [
        "The following cheques were approved:",
        "The bids had been circulated before the meeting and were accepted.",
        "The lease is subject to the following conditions:",
    ],
)
def test_a_line_that_leads_to_others_and_settles_something_counts_as_any(text):
    assert role_and_weight(text)[1] > -0.5


def test_the_rest_of_a_sentence_stands_for_nothing():
    assert worth("All of which gave a sound footing for the lido.") < worth(
        "The plans gave a sound footing for the lido."
    )


def test_who_came_in_is_no_part_of_the_matter():
    assert worth("Ms Lund joined the meeting at 7.20pm") < worth("Ms Lund joined the rowing club in May")


@pytest.mark.parametrize(
    "text",
    [
        "The meeting was briefly suspended to let a boatman speak of the weir.",
        "Ms Lund had no further comments to make.",
    ],
)
def test_how_the_meeting_went_on_is_no_part_of_its_matters(text):
    assert worth(text) < worth("The weir was briefly spoken of by a boatman.")
