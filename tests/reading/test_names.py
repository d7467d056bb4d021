# ruff: noqa: E501  (the lists are as long as the lines of minutes are)
"""The people of a list, however it is printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutesnlp.reading.meeting.names import people_in


def named(text, **options):
    return [(person.name, person.role) for person in people_in(text, **options)]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "Chairman A Reed Vice Chairman Mrs B Dunn Councillors Mrs C Day D Moss-Lake BCllr E F Pike Footpath Warden Mr G Wade Members of the public 15",
            [
                ("A Reed", "Chairman"),
                ("Mrs B Dunn", "Vice Chairman"),
                ("Mrs C Day", None),
                ("D Moss-Lake", None),
                ("E F Pike", None),
                ("Mr G Wade", "Footpath Warden"),
            ],
        ),
        (
            "Cllr Ann Reed AR Cllr Bo Dunn BD Cy Lake CL Parish Clerk",
            [("Ann Reed", None), ("Bo Dunn", None), ("Cy Lake", "Parish Clerk")],
        ),
        (
            "Ann Reed (in the Chair) Bob Dunn Cyd Lake",
            [("Ann Reed", "in the Chair"), ("Bob Dunn", None), ("Cyd Lake", None)],
        ),
        ("Rob Reed RR Mary Dunn MDu", [("Rob Reed", None), ("Mary Dunn", None)]),
        ("Jo Day Treasurer, Di Fox Deputy Chairman", [("Jo Day", "Treasurer"), ("Di Fox", "Deputy Chairman")]),
        ("Jo Day (JD) CLERK", [("Jo Day", "CLERK")]),
        ("Ann Reed—_Chair_".replace("_", ""), [("Ann Reed", "Chair")]),
        ("P. Reed – G. Dunn", [("P. Reed", None), ("G. Dunn", None)]),
        ("Jo Hall Minister for Parks, Wend Office", [("Jo Hall", "Minister for Parks")]),
    ],
)
def test_a_name_ends_where_the_next_can_begin(text, people):
    assert named(text) == people


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Miss Reed, B. Dunn, Mrs. Lake together with 9 members of the public", ["Miss Reed", "B. Dunn", "Mrs. Lake"]),
        ("Mr A Reed, Mrs B Dunn (Clerk) 8 members of the public", ["Mr A Reed", "Mrs B Dunn"]),
        ("Tess Reed and 2 other residents", ["Tess Reed"]),
        ("Cllr Mrs Reed and the Police", ["Mrs Reed"]),
        ("Ann Reed. Borough Councillor Bo Dunn also sent apologies", ["Ann Reed", "Bo Dunn"]),
        ("Cy Lake MP, and Al Bell", ["Cy Lake", "Al Bell"]),
        ("Reed, Dunn, Green, Lake - 4", ["Reed", "Dunn", "Green", "Lake"]),
        ("Councillors Lake, Reed (J) and Reed (M)", ["Lake", "J Reed", "M Reed"]),
        ("the Chairman, Ron Reed, and the District Councillor, Nell Dunn", ["Ron Reed", "Nell Dunn"]),
        ("CLLRS REED, MRS DUNN, CLLR LAKE", ["REED", "MRS DUNN", "LAKE"]),
        ("Cllr Gail Reeve, Cllr J Warden", ["Gail Reeve", "J Warden"]),
        ("Borough Councillor Bo Dunn Longshire County Councillor Al Reed", ["Bo Dunn", "Al Reed"]),
        ("Sgt Ann Reed, Wend Police, An Officer of the Borough Council of Wend and Moor", ["Sgt Ann Reed"]),
        ("Forward Planning, Corporate Services, Annual Report", []),
        ("It was agreed to write to the county", []),
    ],
)
def test_what_is_no_name_is_none(text, people):
    assert [name for name, _ in named(text)] == people


def test_posts_stand_before_names_in_lists_of_officers():
    text = "Works Superintendent Dan Reed; Land Planning and Technology Administrator-Deputy Treasurer Jo-Ann Dunn; Fire Chief-CEMC Will Lake"
    assert named(text, posts_first=True) == [
        ("Dan Reed", "Works Superintendent"),
        ("Jo-Ann Dunn", "Technology Administrator-Deputy Treasurer"),
        ("Will Lake", "Fire Chief-CEMC"),
    ]


def test_several_hold_one_post():
    text = "Head of Parks (Mr. S. Reed), Acting Engineers (Messrs. B .Dunn and J. Lake), Clerk (Ms. T. Day)"
    assert named(text) == [
        ("Mr. S. Reed", "Head of Parks"),
        ("B. Dunn", "Acting Engineers"),
        ("J. Lake", "Acting Engineers"),
        ("Ms. T. Day", "Clerk"),
    ]


WORDS = st.sampled_from(
    [
        "Cllr",
        "Mrs",
        "A",
        "B.",
        "Reed",
        "Dunn",
        "(Chair)",
        "(AR)",
        "–",
        "-",
        ",",
        ";",
        "and",
        "the",
        "Clerk",
        "Vice",
        "from",
        "MP",
        ":",
        "(",
        ")",
        "3",
        "members",
        "present.",
    ]
)


@given(st.lists(WORDS, max_size=25))
def test_any_list_gives_names_made_of_its_own_words(words):
    text = " ".join(words)
    for person in people_in(text):
        assert person.name
        assert all(word in text for word in person.name.split())


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Cllr Jo Hall and Police Scotland", [("Jo Hall", None)]),
        ("Jo Hall, Engineer, Operations and Maintenance", [("Jo Hall", "Engineer, Operations and Maintenance")]),
        (
            "Mrs Hall: D. Lee, Ann Reed: Bo Dunn",
            [("Mrs Hall", None), ("D. Lee", None), ("Ann Reed", None), ("Bo Dunn", None)],
        ),
        ("D. Lee: County Councillor, B. Dunn", [("D. Lee", "County Councillor"), ("B. Dunn", None)]),
        ("District Councillor, Jo Hall", [("Jo Hall", "District Councillor")]),
        ("Cllrs Lee, Hall (Eddie), Hall (Jo)", [("Lee", None), ("Eddie Hall", None), ("Jo Hall", None)]),
        (
            "Ann Reed, Jo Hall (Councillors) Di Lee (Clerk)",
            [("Ann Reed", None), ("Jo Hall", None), ("Di Lee", "Clerk")],
        ),
        ("Space Makers – Ms. Di Lee", [("Ms. Di Lee", "Space Makers")]),
        ("B. Dunn (Cllr Dunn is also the Clerk), Mrs P Lee", [("B. Dunn", None), ("Mrs P Lee", None)]),
        (
            "Director, Roads & Paths (B. Dunn)(remotely), Clerk (Ms. D. Lee)",
            [("B. Dunn", "Director, Roads & Paths"), ("Ms. D. Lee", "Clerk")],
        ),
    ],
)
def test_a_post_is_of_the_one_beside_it_and_a_body_that_came_is_nobody_s(text, people):
    assert named(text) == people


def test_words_run_together_in_capitals_are_read_once():
    assert ("Bo Dunn", None) in named(f"Ann Reed, {'A' * 400}!, Bo Dunn")
