"""People and posts as filters and facets: linked over all meetings, by name, initial or post."""

import datetime

import pytest

from minutesnlp.records import Item, Meeting, Paragraph
from minutesnlp.searching.collected.collection import collect
from minutesnlp.searching.search import search


def meeting(name, *texts, date):
    paragraphs = tuple(Paragraph(f"{name}/{n}", text) for n, text in enumerate(texts))
    return Meeting(name, date=date, items=(Item(f"{name}/i", "Care", paragraphs=paragraphs),))


@pytest.fixture(scope="module")
def care():
    return collect(
        [
            meeting(
                "m1",
                "Rosa Tillier, Director of Kinship Care, presented the report on fees.",
                "The Director of Kinship Care said that the fees would rise.",
                "Councillor J Marsh asked about fees.",
                date=datetime.date(2021, 3, 1),
            ),
            meeting(
                "m2",
                "Councillor Sam Marsh moved that the fees be frozen, and thanked Councillor S Marsh's clerk.",
                "R Tillier replied that fees were set in March.",
                date=datetime.date(2021, 4, 1),
            ),
        ]
    )


def ids(hits):
    return sorted(hit.paragraph.id for hit in hits)


def test_a_person_is_found_by_name_initial_and_post(care):
    for name in ("Tillier", "R Tillier", "Rosa Tillier"):
        assert ids(search(care, "fees", person=name)) == ["m1/0", "m1/1", "m2/1"]
    assert ids(search(care, "person:Tillier fees")) == ["m1/0", "m1/1", "m2/1"]
    assert ids(search(care, "fees", person="J Marsh")) == ["m1/2"]


def test_several_people_are_or(care):
    assert ids(search(care, "fees", person=["J Marsh", "Tillier"])) == ["m1/0", "m1/1", "m1/2", "m2/1"]


def test_a_post_is_a_filter(care):
    assert ids(search(care, "fees", role="kinship care")) == ["m1/0", "m1/1"]
    hits = search(care, 'fees role:"Director of Kinship Care"')
    assert ids(hits) == ["m1/0", "m1/1"]
    assert "mentioning the post of “Director of Kinship Care”" in hits.read_as
    assert not search(care, "fees", role="inship")


def test_people_and_posts_are_counted_once_a_paragraph_and_not_by_their_own_filter(care):
    free = search(care, "fees").facets
    assert free["person"] == {"Rosa Tillier": 3, "J Marsh": 1, "Sam Marsh": 1}
    assert free["role"]["Director of Kinship Care"] == 2
    confined = search(care, "fees", person="J Marsh").facets
    assert confined["person"] == free["person"]
    assert sum(confined["section"].values()) == 1
    with pytest.raises(KeyError):
        free["colour"]


def test_what_the_facets_call_namesakes_and_posts_finds_them():
    def said(name, *texts, council, date):
        paragraphs = tuple(Paragraph(f"{name}/{n}", text) for n, text in enumerate(texts))
        return Meeting(name, date=date, council=council, items=(Item(f"{name}/i", "Fees", paragraphs=paragraphs),))

    both = collect(
        [
            said(
                "m1",
                "Councillor Ada Reed, Chair, spoke on fees.",
                "The Vice Chair spoke on fees.",
                council="Elm Council",
                date=datetime.date(2021, 3, 1),
            ),
            said("m2", "Councillor Ada Reed spoke on fees.", council="Ash Council", date=datetime.date(2021, 4, 1)),
        ]
    )
    people = search(both, "fees").facets["person"]
    assert len(people) == 2
    assert all("(" in name for name in people)
    assert {name: search(both, "fees", person=name).total for name in people} == people
    posts = search(both, "fees").facets["role"]
    assert {name: search(both, "fees", role=f'"{name}"').total for name in posts} == posts
    assert search(both, "fees", role="Chair").total == search(both, "fees", role="vice-chair").total == 1


def test_a_post_is_asked_for_by_any_of_its_names_and_is_no_deputys():
    minutes = Meeting(
        "m1",
        council="Elm Council",
        items=(
            Item(
                "m1/i",
                "Fees",
                paragraphs=tuple(
                    Paragraph(f"m1/{n}", text)
                    for n, text in enumerate(
                        (
                            "The Chairman, Councillor Ada Reed, spoke on fees.",
                            "The Vice-Chairman, Councillor Olga Strake, spoke on fees.",
                            "The Treasurer-Deputy Clerk, Rosa Tillier, spoke on fees.",
                            "The Clerk/RFO spoke on fees.",
                        )
                    )
                ),
            ),
        ),
    )
    elm = collect([minutes])
    found = {role: ids(search(elm, "fees", role=role)) for role in ("chair", "vice chair", "treasurer", "clerk")}
    assert found == {"chair": ["m1/0"], "vice chair": ["m1/1"], "treasurer": ["m1/2"], "clerk": ["m1/3"]}
    assert "The post of “chair” also as “chairman”" in search(elm, "fees", role="chair").read_as
    assert "also as" not in search(elm, "fees", role="treasurer").read_as


def test_hits_are_grouped_by_person(care):
    groups = search(care, "fees", k=None).grouped("person")
    assert {name: ids(hits) for name, hits in groups.items()} == {
        "Rosa Tillier": ["m1/0", "m1/1", "m2/1"],
        "J Marsh": ["m1/2"],
        "Sam Marsh": ["m2/0"],
    }


@pytest.fixture(scope="module")
def namesakes():
    def held(name, *texts):
        return meeting(name, *texts, date=datetime.date(2022, 5, 4))

    return collect(
        [
            held(
                "both",
                "Present: Councillors Voss (B), Voss (M) and Tillier.",
                "Councillor Voss (B) moved the budget.",
                "Councillor Voss (M.) seconded it.",
                "Councillor Voss thanked the crews.",
                "Councillor J. Voss left.",
            ),
            held(
                "other", "Present: Councillor Brida Voss, Councillor Tillier.", "Councillor Voss spoke of the budget."
            ),
            held("alone", "Present: Councillor Mila Voss, Councillor Tillier.", "Councillor Voss spoke of the budget."),
            held(
                "party", "Present: Councillors Tillier (L), Orrin (G).", "Councillor Tillier (L) spoke of the budget."
            ),
        ]
    )


def test_an_initial_behind_the_name_and_a_surname_that_several_bear(namesakes):
    hits = search(namesakes, 'person:"M Voss"', k=None)
    assert ids(hits) == ["alone/0", "alone/1", "both/0", "both/2", "both/3"]
    assert "One of them names only a surname or an initial that may be another’s." in hits.read_as
    assert ids(search(namesakes, 'person:"B Voss"', k=None)) == ["both/0", "both/1", "both/3", "other/0", "other/1"]
    assert ids(search(namesakes, 'person:"J Voss"', k=None)) == ["both/3", "both/4"]


def test_a_surname_that_one_member_bears_needs_no_initial(namesakes):
    hits = search(namesakes, "budget", person="Mila Voss")
    assert ids(hits) == ["alone/1"]
    assert "may be another’s" not in hits.read_as


def test_an_initial_that_is_kept_apart_from_the_full_name_is_told_to_be_perhaps_another_s():
    days = (("then", 2009, "S Voss"), ("a", 2018, "Sue Voss"), ("b", 2019, "Sam Voss"))
    found = collect(
        [meeting(n, f"Councillor {who} spoke of the budget.", date=datetime.date(y, 5, 4)) for n, y, who in days]
    )
    hits = search(found, 'person:"Sue Voss"', k=None)
    assert ids(hits) == ["a/0", "then/0"]
    assert "One of them names only a surname or an initial that may be another’s." in hits.read_as


def test_a_letter_of_a_party_is_no_initial(namesakes):
    assert "party/1" in ids(search(namesakes, "budget", person="Rosa Tillier"))


def test_two_spellings_of_one_body_are_one_in_a_facet_as_they_are_for_the_filter():
    def at(name, body):
        item = Item(f"{name}/i", "Fees", paragraphs=(Paragraph(f"{name}/1", "The fees rose."),))
        return Meeting(name, body=body, items=(item,))

    found = collect([at("m1", "Elm & Ash Panel"), at("m2", "Elm and Ash Panel"), at("m3", "Elm and Ash Panel")])
    assert search(found, "fees").facets["body"] == {"Elm and Ash Panel": 3}
    assert search(found, "fees", body='"Elm and Ash Panel"').total == 3
