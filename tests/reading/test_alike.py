"""Items that are told by what heads others of the paper, and lists of numbers that are none: all invented."""

from minutesnlp.reading import read_text

REPLY = "The section will look into this as soon as there is the money for it, and will report to the members."


def numbers(text):
    return [(item.number, item.title) for item in read_text(text)[0].items]


def test_what_begins_as_other_titles_do_is_an_item_whatever_its_number():
    motion = "Notice of Motion submitted by Councillor"
    parts = ["1.\n\nAdoption of Minutes\n\nThey were adopted as circulated.", "2.\n\nParks Directorate\n\n" + REPLY]
    parts += [f"{n}.\n\n{motion} {name}\n\n{REPLY}" for n, name in ((3, "Hall"), (4, "Reid"), (24, "Moor"))]
    parts += [f"{motion} Fox\n\n{REPLY}"]
    found = numbers("Minutes of Wend Council, 4 May 2023\n\n" + "\n\n".join(parts))
    assert found[2:] == [
        (n, f"{motion} {name}") for n, name in (("3", "Hall"), ("4", "Reid"), ("24", "Moor"), (None, "Fox"))
    ]


def test_bare_numbers_of_a_list_in_a_reply_are_no_items():
    ask = "Question submitted by Councillor"
    sites = "\n\n".join(f"{n}\n\nMill Lane and the yard\n\nDS{n}" for n in range(1, 25))
    parts = ["1.\n\nAdoption of Minutes\n\nThey were adopted as circulated.", "2.\n\nParks\n\n" + REPLY]
    parts += [f"{n}.\n\n{ask} Hall\n\n{REPLY}" for n in (3, 4)] + [f"5.\n\n{ask} Reid\n\n{REPLY}\n\n{sites}"]
    parts += [f"{n}.\n\n{ask} Moor\n\n{REPLY}" for n in (6, 7, 8)]
    found = numbers("Minutes of Wend Council, 4 May 2023\n\n" + "\n\n".join(parts))
    assert [number for number, _ in found] == [str(n) for n in range(1, 9)]
