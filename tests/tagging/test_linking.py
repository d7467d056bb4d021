import dataclasses
import datetime

import pytest

from minutesnlp.records import Attendee, Entity, Item, Meeting, Paragraph
from minutesnlp.tagging.linking.linking import link, linked, read_overrides, review
from minutesnlp.tagging.linking.places import Place, places_of


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
    elm = of_council("Elm Bridge Parish Council", "a", "2021-02-01", "Sue Orrell spoke.")
    again = of_council("Elm Bridge Annual Parish Council", "b", "2021-05-01", "S Orrell spoke.")
    untold = of_council(None, "c", "2021-06-01", "Sue Orrell left.")
    other = of_council("Wendmoor Parish Council", "d", "2021-07-01", "Sue Orrell left.")
    assert {identity for _, identity in who(elm, again, untold)} == {"sue-orrell"}
    # Of two councils nobody can tell: who is met there is nobody else.
    assert [identity for _, identity in who(elm, again, untold, other)] == [
        "sue-orrell",
        "sue-orrell",
        "sue-orrell-2",
        "sue-orrell-3",
    ]


def test_an_untold_council_is_that_of_its_folder_or_of_its_body():
    def of_folder(folder, council, body, identity):
        made = of_council(council, identity, "2021-02-01", "Sue Orrell spoke.")
        return dataclasses.replace(made, source=f"{folder}/{identity}.txt", body=body)

    found = who(
        of_folder("elm", "Elm Council", None, "a"),
        of_folder("elm", "City and County Council", None, "b"),
        of_folder("ash", "Ash Council", None, "c"),
        of_folder("ash", "Oak Council", "Harbour Board", "d"),
        of_folder("ash", None, "Harbour Board", "e"),
        of_folder("ash", None, "Market Board", "f"),
        of_folder("ash", None, "Market Board", "g"),
    )
    people = [identity for _, identity in found]
    assert people[0] == people[1]
    assert people[3] == people[4]
    assert people[5] == people[6]
    assert len(set(people)) == 4


@pytest.mark.parametrize(
    "officer", ["Ms B Collen, Executive Planner, left.", "The Executive Planner (Ms B Collen) left."]
)
def test_a_councillor_and_an_officer_of_one_name_are_two(officer):
    told = dict(who(meeting("a", "2021-02-01", "Councillor Brid Collen spoke.", officer)))
    assert told["Councillor Brid Collen"] != told["Ms B Collen"]
    assert told["Ms B Collen"] == told["Executive Planner"]


def test_a_councillor_and_a_mr_of_one_family_name_are_doubtful():
    links = link(places_of([meeting("a", "2021-02-01", "Councillor Brid Collen spoke.", "Ms Collen of the inn left.")]))
    assert [(found.entity.text, found.reason) for found in review(links)] == [
        ("Ms Collen", "the same family name, with another title")
    ]


def test_a_councillor_is_not_a_private_person_of_that_name():
    found = who(meeting("a", "2021-02-01", "Mr David Collen was thanked.", "Councillor Collen spoke."))
    assert found[0][1] != found[1][1]


@pytest.mark.parametrize("post", ["Chair", "Cathaoirleach", "Leas-Chathaoirleach", "Provost", "Reeve", "Vice-Convener"])
def test_who_leads_a_body_is_told_by_that_meeting_alone(post):
    first = meeting("a", "2021-02-01", f"Councillor Al Teel, An {post}, opened.", f"The {post} spoke.")
    other = meeting("b", "2021-02-20", f"Councillor Bo Dunn, An {post}, opened.", f"The {post} spoke.")
    later = meeting("c", "2021-03-01", f"The {post} spoke.")
    people = [identity for _, identity in who(first, other, later)]
    assert people[:6] == ["al-teel"] * 3 + ["bo-dunn"] * 3
    assert people[6].startswith("post:")


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("That Councillor Ann Bell be elected Mayor.", False),
        ("That Councillor Ann Bell be elected Mayor. The motion was lost.", False),
        ("RESOLVED that Councillor Ann Bell be elected Mayor.", True),
        ("It was agreed that Councillor Ann Bell be elected Mayor.", True),
        ("Councillor Ann Bell was declared elected Mayor.", True),
    ],
)
def test_an_election_counts_when_it_was_made(text, holds):
    assert (who(meeting("a", "2021-02-01", text))[1][1] == "ann-bell") is holds


@pytest.mark.parametrize(
    "text",
    [
        "Cllr Jo Orr Harbour Clerk",
        "Elsa Trent MP, the Harbour Manager and others came.",
        "Jo Orr, Harbour Master, the Mill Manager and others came.",
    ],
)
def test_the_post_of_the_next_in_a_list_is_not_theirs(text):
    assert who(meeting("a", "2021-02-01", text))[-1][1].startswith("post:")


def test_a_post_at_another_body_names_nobody_here():
    first = meeting("a", "2021-02-01", "Professor Nora Voss, Chief Executive Officer, Elm Hospitals Group, spoke.")
    second = meeting("b", "2021-03-01", "The report of the Chief Executive Officer was noted.")
    assert who(first, second)[-1][1].startswith("post:")


@pytest.mark.parametrize(
    "text", ["Cllrs. W. Lott and P. Harding, Clerk to write.", "Councillors Lott and Harding, Clerk."]
)
def test_a_councillor_of_a_list_is_not_the_clerk_named_behind_it(text):
    assert who(meeting("a", "2021-02-01", text))[-1][1].startswith("post:")


def test_a_post_and_a_stroke_are_the_next_ones():
    found = who(meeting("a", "2021-02-01", "Councillor C. Rahl, Deputy Mayor/Councillor S. Lott"))
    assert dict(found)["Deputy Mayor"] == "s-lott"


def test_a_post_before_the_next_name_of_a_list_is_that_ones():
    found = who(meeting("a", "2021-02-01", "Present: Jo Orr, Fire Chief Ann Voss, Ida Bell and Sue Dunn."))
    assert dict(found)["Fire Chief"] == "ann-voss"


@pytest.mark.parametrize(
    ("text", "role", "holder"),
    [
        ("Present: Jo Orr (JO) – Chairman, Ian Lyle (IL), Ann Voss (AV)", "Chairman", "Jo Orr"),
        ("Present: Jo Orr(JOR) Councillor/Chair Ian Lyle(ILY) Councillor Ann Voss(AVO) Councillor", "Chair", "Jo Orr"),
        ("Present: Jo Orr, Ian Lyle and Ann Voss Clerk Ida Brunt", "Clerk", "Ida Brunt"),
    ],
)
def test_of_two_names_around_a_post_the_list_tells_whose_it_is(text, role, holder):
    minutes = meeting("a", "2021-02-01", text)
    listed = tuple(
        Attendee(name, role=role if name == holder else None, paragraph_id="a.0")
        for name in ("Jo Orr", "Ian Lyle", "Ann Voss", "Ida Brunt")
        if name in text
    )
    found = dict(who(dataclasses.replace(minutes, attendance=listed)))
    assert found[role] == holder.lower().replace(" ", "-")


def test_a_chairman_whose_name_was_cut_off_is_not_the_next_of_the_list():
    listed = (Attendee("J. Orr", role="Chairman", paragraph_id="a.0"), Attendee("Ann Voss", paragraph_id="a.0"))
    minutes = dataclasses.replace(meeting("a", "2021-02-01", "Orr - Chairman, Ann Voss"), attendance=listed)
    assert dict(who(minutes))["Chairman"] != dict(who(minutes))["Ann Voss"]


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Jo Orr (JO, Clerk) and Ian Lyle were there.", "jo-orr"),
        ("Jo Orr (JO) Clerk", "jo-orr"),
        ("Ann Voss (AV), Jo Orr (JO) Clerk: Ian Lyle", "ian-lyle"),
    ],
)
def test_initials_stand_between_a_name_and_its_post(text, holder):
    assert dict(who(meeting("a", "2021-02-01", text)))["Clerk"] == holder


def test_a_councillor_who_is_away_is_meant_rather_than_somebody_there_who_is_none():
    first = meeting("a", "2021-02-01", "Councillor Brid Collen spoke.")
    second = meeting("b", "2021-03-01", "A plot was sold to Patricia Collen.", "Councillor Collen was thanked.")
    assert who(first, second)[-1] == ("Councillor Collen", "brid-collen")


def test_a_given_name_alone_is_nobody_s_who_is_known_by_an_initial():
    found = dict(who(meeting("a", "2021-02-01", "Councillor M. Collen spoke.", "Mary thanked the meeting.")))
    assert found["Mary"] != found["Councillor M. Collen"]


def test_a_given_name_that_is_a_particle_too_is_a_given_name():
    found = who(meeting("a", "2021-02-01", "Ben Voss, General Counsel, spoke.", "Mr B Voss (General Counsel) left."))
    assert {identity for _, identity in found} == {"ben-voss"}


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


def test_a_given_name_in_brackets_behind_the_family_name_tells_who_is_meant():
    listed = "Present: Councillors Orrell (A), Orrell, (S), Voss (Kit) and Lyle (C)."
    told = "Councillor Orrell (S) asked for it. Councillor Lyle (C) and Councillor Voss spoke."
    found = link(places_of([meeting("a", "2021-02-01", "Sue Orrell spoke. Ann Orrell left.", listed, told)]))
    meant = [(each.entity.text, each.person_id, each.doubtful) for each in found[2:]]
    assert meant[:3] == [("Orrell", "ann-orrell", False), ("Orrell", "sue-orrell", False), ("Voss", "kit-voss", False)]
    assert meant[4] == ("Councillor Orrell", "sue-orrell", False)
    # The one letter of a family name may be a party's.
    assert [person for text, person, _ in meant if text.endswith("Lyle")] == ["lyle", "lyle"]


def test_an_initial_is_whoever_of_two_is_named_in_full_in_those_years():
    sue, sam = "Councillor Sue Orrell spoke.", "Councillor Sam Orrell spoke."
    days = {"early": "2009-05-01", "s": "2010-02-01", "later": "2012-05-01", "t": "2015-02-01", "late": "2018-05-01"}
    texts = {
        "early": sue,
        "s": "Councillor S Orrell left.",
        "later": sam,
        "t": "Councillor S Orrell left.",
        "late": sam,
    }
    found = {each.meeting: each for each in link(places_of([meeting(n, days[n], texts[n]) for n in texts]))}
    assert (found["s"].person_id, found["s"].doubtful) == ("sue-orrell", False)
    assert found["t"].person_id == "s-orrell"


def test_an_initial_years_from_the_only_full_name_is_doubtful_unless_meetings_lead_on_to_it():
    def initials(*years: int) -> list[tuple[str, bool]]:
        texts = [meeting(str(year), f"{year}-02-01", "Councillor S Orrell left.") for year in years]
        found = link(places_of([*texts, meeting("z", "2018-02-01", "Councillor Sue Orrell spoke.")]))
        return [(each.person_id, each.doubtful) for each in found[:-1]]

    assert initials(2012) == [("sue-orrell", True)]
    assert initials(*range(2012, 2018)) == [("sue-orrell", False)] * 6


def test_a_family_name_alone_is_of_the_only_one_seen_in_those_years():
    named = [
        meeting("a", "2009-02-01", "Councillor Sue Orrell spoke."),
        meeting("b", "2018-02-01", "Councillor Ann Orrell spoke."),
        meeting("c", "2018-09-01", "Councillor Orrell left."),
        meeting("d", "2013-09-01", "Councillor Orrell left."),
    ]
    *_, near, far = link(places_of(named))
    assert (near.person_id, near.doubtful, far.doubtful) == ("ann-orrell", False, True)


def test_a_letter_doubled_or_not_is_one_given_name():
    assert (
        len({person for _, person in who(meeting("a", "2021-02-01", "Cllr Emmet Orr spoke. Cllr Emmett Orr left."))})
        == 1
    )


@pytest.mark.parametrize("text", ["They asked for Gordon Orrell’s attention.", "Gordon Orrell"])
def test_a_councillor_s_family_name_is_not_of_somebody_named_without_a_title_elsewhere(text):
    away = meeting("a", "2021-02-01", text)
    assert who(away, meeting("b", "2021-03-01", "Councillor Orrell spoke.")) == [
        ("Gordon Orrell", "gordon-orrell"),
        ("Councillor Orrell", "orrell"),
    ]
