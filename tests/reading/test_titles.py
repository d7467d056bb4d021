"""What a title looks like and where it ends."""

import pytest

from minutesnlp.reading.page.titles import is_caps, is_usual, looks_like_title, split_title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Apologies for absence Apologies were received from Cllr Dunn.", "Apologies for absence"),
        ("Declarations of Interest There were none.", "Declarations of Interest"),
        (
            "Minutes of the meeting held on 7 May 2019 The Council approved them.",
            "Minutes of the meeting held on 7 May 2019",
        ),
        ("Planning: None", "Planning"),
        ("Highways – the clerk had reported the hole in Mill Road to the county.", "Highways"),
        ("Warden's Report. The warden had mended the gate.", "Warden's Report"),
        ("To Discuss a Review of Lighting The Council had received a letter.", "To Discuss a Review of Lighting"),
        ("Neighbourhood Plan Cllr Ann Reed gave an update.", "Neighbourhood Plan"),
        ("Heron Campaign Peter Mallow, the secretary, spoke.", "Heron Campaign"),
        ("Raft Race The Raft Race was on again.", "Raft Race"),
    ],
)
def test_a_title_ends_where_its_text_begins(text, title):
    head, rest = split_title(text)
    assert head == title
    assert rest
    assert text.startswith(head)
    assert text.endswith(rest)


@pytest.mark.parametrize(
    "post", ["Internal Auditor", "Finance Director", "Fire Chief", "Borough Surveyor", "Highway Engineer"]
)
def test_no_title_ends_within_a_post(post):
    assert split_title(f"The Letter from the {post} was read out.")[0] == ""


def test_a_title_may_end_before_the_clerk_or_the_chair():
    assert split_title("Highways and Lighting Clerk was to ask for a lamp.")[0] == "Highways and Lighting"


@pytest.mark.parametrize(
    "text",
    [
        "it had been agreed that the lamps be lit",
        "The Clerk reported that the bridge was mended.",
        "Cllr. O. Williams would write to the mill.",
        "",
    ],
)
def test_a_sentence_has_no_title(text):
    assert split_title(text) == ("", text)


def test_bold_type_at_the_beginning_is_the_title():
    assert split_title("Road safety near the mill it was agreed to wait", 25) == (
        "Road safety near the mill",
        "it was agreed to wait",
    )


@pytest.mark.parametrize(
    "text",
    [
        "Matters Arising",
        "To receive apologies for absence",
        "Public Question Time",
        "Minutes",
        "Any other business",
        "Date of next meeting",
        "Clerk's Report",
        "Planning Applications",
        "Exclusion of press and public",
    ],
)
def test_titles_that_agendas_share_are_known(text):
    assert is_usual(text)


@pytest.mark.parametrize("text", ["The bridge at Long Lane", "A resident spoke", "Minutely observed"])
def test_other_titles_are_not(text):
    assert not is_usual(text)


@pytest.mark.parametrize(
    "text",
    ["", "and so on", "None was made.", "Councillor Iwu moved:", "The Clerk said that it was done", "roads,", "12"],
)
def test_sentences_and_pieces_look_like_no_title(text):
    assert not looks_like_title(text)


def test_capitals_are_capitals_whatever_figures_stand_among_them():
    assert is_caps("ANNUAL RETURN 2020")
    assert not is_caps("B1160")
    assert not is_caps("A long line of prose about the BBC and the NHS, which goes on in small letters for long")


def test_bold_type_that_runs_on_into_the_text_is_no_title():
    text = "Police Report. AMcK gave an update on the sheds."
    assert split_title(text, len("Police Report. AMcK")) == ("Police Report", "AMcK gave an update on the sheds.")


@pytest.mark.parametrize(
    ("bold", "text", "title", "opens"),
    [
        ("AOCB. FMcV", " had raised concerns about the bins.", "AOCB", "FMcV had raised"),
        ("Local Place Plan - SO", " said that work had started.", "Local Place Plan", "SO said"),
        ("Open Forum - AO gave her views on the", " bridge.", "Open Forum", "AO gave her views on the bridge"),
        ("Skate Ramps", " were shut.", "Skate Ramps", "were shut"),
        ("Motion of Councillor J. Fell", " (to be referred)", "Motion of Councillor J. Fell", "(to be"),
        ("St. Brannoc’s Lane", " was flooded.", "St. Brannoc’s Lane", "was flooded"),
    ],
)
def test_bold_type_that_runs_on_into_the_text_ends_no_title(bold, text, title, opens):
    head, rest = split_title(bold + text, len(bold))
    assert head == title
    assert rest.startswith(opens)
