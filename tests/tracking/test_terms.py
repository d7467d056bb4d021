"""What a decision stands on: conditions, reasons, dissent, call-in; all invented."""

import pytest

import minutesnlp as mn


def terms(*texts, kinds=None):
    paragraphs = tuple(
        mn.Paragraph(f"m/{n}", text, item_id="m/i", kind=(kinds or {}).get(n, "text"), line=n + 1)
        for n, text in enumerate(texts)
    )
    found = mn.find_decisions(mn.Item("m/i", "Weir", paragraphs=paragraphs, meeting_id="m"))
    held = {one.id: one.text for one in paragraphs}
    assert all(held[t.paragraph_id][t.start : t.end] == t.text for one in found for t in one.terms)
    return [[(term.kind, term.text) for term in one.terms] for one in found]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (
            ("RESOLVED: That the weir be let to Wren Ltd, subject to a bond being given.",),
            [[("condition", "subject to a bond being given")]],
        ),
        (
            ("RESOLVED that the weir be let.", "Reasons for decision", "The tender was the lowest."),
            [[("reason", "The tender was the lowest.")]],
        ),
        (
            ("RESOLVED that the weir be let.", "Reason: To keep the banks dry.", "RESOLVED that the lamp be lit."),
            [[("reason", "To keep the banks dry.")], []],
        ),
        (
            ("RESOLVED that the weir be let.", "The decision is subject to call-in until 17 May 2031."),
            [[("call-in", "The decision is subject to call-in until 17 May 2031.")]],
        ),
        # a planning application that is called in is another matter
        (("RESOLVED that the weir be let.", "Cllr Orr said that he may call in the plans of Moor Farm."), [[]]),
        (
            ("RESOLVED that the weir be let.", "Cllr Orr asked that his vote against be recorded."),
            [[("dissent", "Cllr Orr asked that his vote against be recorded.")]],
        ),
        (
            ("Cllr Ash moved refusal, seconded by Cllr Birch, on grounds of noise. Carried 5-2. Mr Orr dissented.",),
            [[("reason", "on grounds of noise"), ("dissent", "Mr Orr dissented.")]],
        ),
    ],
)
def test_what_a_decision_stands_on(texts, expected):
    assert terms(*texts) == expected


def test_a_list_of_reasons_or_conditions_ends_where_its_numbers_do():
    text = """WEND COUNCIL
Minutes of the meeting held on 4 May 2031
1. Mill
RESOLVED that permission be REFUSED for the following reasons:
1. It is too high.
2. It is unsafe.
2. Inn
The Sub-Committee granted the licence subject to the following conditions:
(a) no music after 11pm;
(b) a noise log be kept.
3. Pond
It was AGREED to clear the pond.
"""
    told = [[(term.kind, term.text) for term in one.terms] for one in mn.find_decisions(mn.read_text(text)[0])]
    assert told == [
        [("reason", "It is too high."), ("reason", "It is unsafe.")],
        [("condition", "no music after 11pm;"), ("condition", "a noise log be kept.")],
        [],
    ]


def test_terms_are_kept_by_an_archive_and_only_those_elsewhere_are_shown_behind(tmp_path):
    text = (
        "WEND COUNCIL\nMinutes of 4 May 2031\n1. Weir\nRESOLVED that it be let, subject to a bond.\nReason: It leaks.\n"
    )
    archive = mn.Archive.create(tmp_path / "a", mn.read_text(text))
    (one,) = archive.decisions()
    assert [term.kind for term in one.terms] == ["condition", "reason"]
    assert [term.text for term in one.told_behind] == ["It leaks."]
    assert "It leaks." in archive.decisions()._repr_html_()


def test_what_is_decided_before_the_first_item_has_its_terms_too():
    front = (
        mn.Paragraph("m/0", "RESOLVED that the weir be let, subject to a bond."),
        mn.Paragraph("m/1", "Reason: It leaks."),
    )
    (one,) = mn.find_decisions(mn.Meeting("m", front=front))
    assert [(term.kind, term.text) for term in one.terms] == [
        ("condition", "subject to a bond"),
        ("reason", "It leaks."),
    ]
