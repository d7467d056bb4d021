import datetime

import pytest

from minutesnlp.records import Entity, Item, Meeting, Paragraph
from minutesnlp.tagging.linking import Place, link, linked, places_of, read_overrides, review


def meeting(identity, date, *texts):
    paragraphs = tuple(Paragraph(id=f"{identity}.{n}", text=text) for n, text in enumerate(texts))
    return Meeting(identity, date=datetime.date.fromisoformat(date), items=(Item("i", "T", paragraphs=paragraphs),))


def who(*meetings, **options):
    return [(found.entity.text, found.person_id) for found in link(places_of(meetings), **options)]


def test_initials_and_a_full_name_are_one_person():
    found = dict(who(meeting("a", "2021-02-01", "Sue Orrell spoke.", "S Orrell left.")))
    assert found["S Orrell"] == found["Sue Orrell"]


def test_two_people_of_one_family_name_are_kept_apart():
    found = dict(who(meeting("a", "2021-02-01", "Sue Orrell spoke.", "Councillor Brian Orrell left.")))
    assert found["Sue Orrell"] != found["Councillor Brian Orrell"]


def test_a_council_with_a_word_run_on_is_the_same():
    places = [
        Place(Entity("PERSON", "Cllr Jo Orr", 0, 11, value="Jo Orr"), f"m{number}", None, "Cllr Jo Orr", council)
        for number, council in enumerate(["elm bridge", "elm bridge", "ofelm bridgeparish"])
    ]
    assert {found.person_id for found in link(places)} == {"jo-orr"}


def test_a_council_misread_is_that_of_its_people():
    names = ["Ann Voss", "Jo Orr", "Ian Lyle", "Ida Brunt"]
    places = [
        Place(Entity("PERSON", name, 0, len(name), value=name), f"m{number}", None, name, council)
        for number, council in enumerate(["elm", "elm", "elm", "oak"])
        for name in names
    ]
    assert len({found.person_id for found in link(places)}) == len(names)


def test_a_slip_of_one_letter_is_doubted_and_joined():
    def named(name: str, meeting: str) -> Place:
        return Place(Entity("PERSON", name, 0, len(name), value=name), meeting, None, name, "elm")

    found = link(
        [*(named("Ann Leamon", f"m{n}") for n in range(9)), named("Ann Leaman", "m0"), named("Ann Lyman", "m1")]
    )
    assert [each.person_id for each in found[-2:]] == ["ann-leamon", "ann-lyman"]
    assert (found[-2].reason, found[-2].doubtful) == ("a name spelt nearly so", True)


def test_a_hyphen_more_or_less_is_one_person():
    names = ["Kit Voss-Lyle", "Kit Voss Lyle"]
    places = [Place(Entity("PERSON", name, 0, len(name), value=name), "m", None, name, "elm") for name in names]
    assert len({found.person_id for found in link(places)}) == 1


def test_a_given_name_behind_a_title_means_who_is_there():
    names = ["Jim Orr", "Jim"]
    places = [
        Place(Entity("PERSON", f"Cllr {name}", 0, len(name) + 5, value=name), "m", None, name, "elm") for name in names
    ]
    assert {found.person_id for found in link(places)} == {"jim-orr"}


def test_of_posts_before_their_names_each_has_the_next():
    text = "CHAIR Jo Orr CLERK Al Lyle"
    links = link(
        [
            Place(Entity(label, text[a:b], a, b, value=text[a:b]), "m", None, text, "elm")
            for label, a, b in [("ROLE", 0, 5), ("PERSON", 6, 12), ("ROLE", 13, 18), ("PERSON", 19, 26)]
        ]
    )
    assert [found.person_id for found in links] == ["jo-orr", "jo-orr", "al-lyle", "al-lyle"]


def test_mr_and_mrs_are_two():
    found = dict(who(meeting("a", "2021-02-01", "Mr J Orrell spoke.", "Mrs J Orrell left.")))
    assert found == {"Mr J Orrell": "j-orrell", "Mrs J Orrell": "j-orrell-2"}


def test_a_family_name_alone_that_two_have_is_doubtful():
    links = link(
        places_of([meeting("a", "2021-02-01", "Sue Orrell spoke.", "Ann Orrell spoke.", "Councillor Orrell left.")])
    )
    assert [found.entity.text for found in review(links)] == ["Councillor Orrell"]
    assert "2 people" in review(links)[0].reason


def test_a_post_means_its_holder_in_the_meeting_and_near_it():
    first = meeting(
        "a", "2021-02-01", "S Orrell, Executive Director of Harbours, spoke.", "The Executive Director left."
    )
    second = meeting("b", "2021-05-01", "The Executive Director of Harbours spoke.")
    later = meeting("c", "2025-05-01", "The Executive Director of Harbours spoke.")
    found = who(first, second, later)
    assert [identity for _, identity in found[:4]] == ["s-orrell"] * 4
    assert found[4][1] == "post:executive-director-harbours@2025"


def test_an_interim_who_becomes_permanent_is_one_person():
    first = meeting("a", "2021-02-01", "R Fenn, Interim Director of Care, spoke.")
    second = meeting("b", "2021-06-01", "The Director of Care spoke.")
    assert {identity for _, identity in who(first, second)} == {"r-fenn"}


def test_the_chairs_of_two_meetings_are_two():
    found = who(meeting("a", "2021-02-01", "The Chair spoke."), meeting("b", "2021-03-01", "The Chair spoke."))
    assert len({identity for _, identity in found}) == 2


def test_an_override_wins_and_is_recorded():
    overrides = read_overrides("# of the clerk\nS Orrell: sue-o\n\n'b/The Chair': x  # later\n")
    (found,) = link(places_of([meeting("a", "2021-02-01", "S Orrell spoke.")]), overrides=overrides)
    assert (found.person_id, found.reason, found.confidence, found.doubtful) == ("sue-o", "override", 1.0, False)
    assert linked([found])[0].person_id == "sue-o"


def test_an_override_that_cannot_be_read_is_told():
    with pytest.raises(ValueError, match="line 2"):
        read_overrides("a: b\nnonsense")


def of_council(council, identity, date, text):
    made = meeting(identity, date, text)
    return Meeting(identity, council, date=made.date, items=made.items)


def test_a_council_is_known_by_its_place_and_may_be_untold():
    found = who(
        of_council("Elm Bridge Parish Council", "a", "2021-02-01", "Sue Orrell spoke."),
        of_council("Elm Bridge Annual Parish Council", "b", "2021-05-01", "S Orrell spoke."),
        of_council(None, "c", "2021-06-01", "Sue Orrell left."),
        of_council("Wendmoor Parish Council", "d", "2021-07-01", "Sue Orrell left."),
    )
    assert [identity for _, identity in found] == ["sue-orrell", "sue-orrell", "sue-orrell", "sue-orrell-2"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ann Bell was appointed to the post of Clerk.", {"ann-bell"}),
        ("Ann Bell, whose post is that of Team Manager, spoke.", {"ann-bell"}),
        ("Ann Bell, Clerk and RFO, spoke.", {"ann-bell"}),
        ("Councillor Bell declared an interest in item 4 as she was Chair of Governors.", {"bell"}),
    ],
)
def test_a_post_is_joined_to_who_is_given_it_said_to_hold_it_or_has_two(text, told):
    assert {identity for _, identity in who(meeting("a", "2021-02-01", text))} == told


def test_who_is_to_take_a_post_is_not_yet_its_holder():
    found = who(
        meeting("a", "2021-02-01", "Ann Bell, Clerk, spoke.", "Ida Voss (Clerk designate) spoke.", "The Clerk left.")
    )
    assert found[-1] == ("Clerk", "ann-bell")


def test_short_forms_and_the_letter_o_are_read_as_names_are_printed():
    found = dict(who(meeting("a", "2021-02-01", "Susan O’Hanlon spoke.", "Sue O Hanlon left.", "Cllr O Hanlon rose.")))
    assert set(found.values()) == {"susan-o-hanlon"}
