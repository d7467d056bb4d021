import pytest

from minutesnlp.records import Item, Paragraph
from minutesnlp.summarising import summarise
from minutesnlp.summarising.cues import role_and_weight
from minutesnlp.summarising.lead_ins import lead_in_of
from minutesnlp.summarising.units import units_of


def paragraphs(*texts):
    """Return paragraphs; a text may come with its kind and its number."""
    told = [(text, "text", None) if isinstance(text, str) else (*text, None)[:3] for text in texts]
    return tuple(
        Paragraph(id=f"p{n}", text=text, line=n, kind=kind, number=number)
        for n, (text, kind, number) in enumerate(told)
    )


def lead_in(text, *texts, chosen=(), decides=False):
    """Return what is brought before the sentence `text`, where it and the `chosen` stand in the summary."""
    every = paragraphs(*texts)
    units = units_of(every, also=frozenset(p.id for p in every if p.kind == "table"))
    said = [unit.text for unit in units]
    there = frozenset(said.index(one) for one in (text, *chosen))
    deciding = frozenset([said.index(text)] if decides else [])
    return lead_in_of(units, said.index(text), there, deciding=deciding, paragraphs=every)


@pytest.mark.parametrize(
    "text",
    [
        "However, two posts stayed vacant.",
        "Secondly, the fees deterred young people.",
        "This was agreed by the panel.",
        "It would be opened in May.",
        "They asked for a fee of £250.",
        "In addition, the roof leaked.",
        "And they would clear the slipway for £40.",
    ],
)
def test_what_points_back_brings_the_sentence_before_it(text):
    before = "The Clerk reported that the lido was closed."
    assert lead_in(text, f"{before} {text}") == before
    assert lead_in(text, f"{before} {text}", chosen=[before]) == ""
    assert lead_in(text, text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "This item was taken after the next.",
        "It was then recommended that the lido be mended.",
        "That the hall be let.",
        "THEREFORE BE IT RESOLVED that the hall be let.",
        "The lido was shut.",
        "In addition to salt, grit was bought.",
    ],
)
def test_what_stands_alone_brings_nothing(text):
    assert lead_in(text, "The Clerk reported that the lido was closed.", text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "It was agreed to seek advice on this.",
        "The Clerk would pursue the matter.",
        "It was resolved to fund these works.",
        "It was unanimously agreed that she be thanked.",
        "It was hoped he could open it in May.",
    ],
)
def test_what_points_back_within_brings_the_sentence_before_in_its_paragraph(text):
    before = "The Clerk reported that the lido was closed."
    assert lead_in(text, f"{before} {text}") == before
    assert lead_in(text, f"{before} {text}", chosen=[before]) == ""
    assert lead_in(text, before, text) == ""
    assert lead_in("It was agreed to end this year.", f"{before} It was agreed to end this year.") == ""


def test_a_long_sentence_before_is_cut_and_a_verdict_before_tells_nothing():
    long = "The Clerk reported that " + " and ".join(f"lamp {n} was out" for n in range(12)) + "."
    told = lead_in("This was noted.", f"{long} This was noted.")
    assert told.endswith("lamp 4 was out and lamp …")
    assert long.startswith(told.removesuffix(" …"))
    assert lead_in("This was new.", "Carried.", "This was new.") == ""


def test_he_is_who_spoke():
    assert (
        lead_in("He would write.", "Councillor Anwen Moss spoke of the weir. He would write.")
        == "Councillor Anwen Moss"
    )


def test_a_later_part_of_a_row_brings_the_cell_that_names_its_matter():
    row = "Hallowby Bowls Club | Bulbs for the green. New shears. | Weir ward £90 | Approved. To be paid in May."
    assert lead_in("To be paid in May.", (row, "table")) == "Hallowby Bowls Club"
    assert lead_in("To be paid in May.", (row, "table"), chosen=["New shears. | Weir ward £90 | Approved."]) == ""
    assert lead_in("Hallowby Bowls Club | Bulbs for the green.", (row, "table")) == ""
    continued = "| Towels and a kettle. | £40 | Rejected."
    assert lead_in(continued, (row, "table"), (continued, "table")) == "Hallowby Bowls Club"


def test_what_stands_within_the_first_cell_is_no_later_part():
    row = "The weir was mended. The Clerk was thanked. | Action: Clerk"
    assert lead_in("The Clerk was thanked.", row) == ""
    assert lead_in("| Action: Clerk", row) == "The Clerk was thanked."


def test_a_short_decision_behind_other_sentences_is_about_them():
    item = Item(
        id="i",
        title="Treasurer",
        paragraphs=paragraphs(
            "Ms Moss might serve as treasurer of the ferry, the lido and the hall. It was agreed to hold for now.",
            *(f"Lane {n} of the lido was shut for {n} weeks of the winter." for n in range(2, 9)),
        ),
    )
    (sentence,) = summarise(item, sentences=1).sentences
    assert sentence.text == "It was agreed to hold for now."
    assert sentence.lead_in == "Ms Moss might serve as treasurer of the ferry, the lido and the hall."


def test_a_bare_sum_brings_the_line_before_it():
    texts = ("Mrs A. Moss, hire of the hall", "£30.00", "£455.00")
    assert lead_in("£30.00", *texts) == "Mrs A. Moss, hire of the hall"
    assert lead_in("£30.00", *texts, chosen=["Mrs A. Moss, hire of the hall"]) == ""
    assert lead_in("£455.00", *texts) == ""


def test_lines_of_several_votes_are_not_mixed():
    votes = [f"{word} ({n})" for n in range(11, 15) for word in ("For", "Against", "Abstain")]
    motions = [f"Mr Moss proposed and Ms Reed seconded that lane {n} be closed in the winter." for n in range(4)]
    lines = [line for n, motion in enumerate(motions) for line in (motion, *votes[3 * n : 3 * n + 3])]
    summary = summarise(Item(id="i", title="Lanes", paragraphs=paragraphs(*lines)), words=44)
    assert "proposed" in summary.text
    assert "For (" not in summary.text


GRANTS = (
    "Friends of the Weir",
    "The Friends ask for funding to mend the fish ladder below the weir before the spring.",
    "Weir ward £400",
    "Rejected.",
    ("Hallowby Choir", "heading"),
    "(Lower Town)",
    "The choir asks for funding to hire the hall on each Monday of the winter months.",
    "£250 approved.",
    "Committee resolved to pay it from the arts budget.",
)


def test_a_bare_verdict_brings_the_name_of_its_matter():
    assert lead_in("Rejected.", *GRANTS) == "Friends of the Weir"
    assert lead_in("£250 approved.", *GRANTS) == "Hallowby Choir (Lower Town)"
    assert lead_in("Rejected.", *GRANTS, chosen=["Friends of the Weir"]) != "Friends of the Weir"


def test_what_follows_a_bare_verdict_brings_it_with_its_matter():
    text = "Committee resolved to pay it from the arts budget."
    assert lead_in(text, *GRANTS) == "Hallowby Choir (Lower Town) … £250 approved."
    assert lead_in(text, *GRANTS, chosen=["£250 approved."]) == ""


def test_a_verdict_without_a_name_brings_the_sentence_before():
    before = "The request of the sailing club for a new slipway was discussed at length."
    assert lead_in("Refused.", before, "Refused.") == before


def test_the_line_above_a_list_is_brought_once():
    opening = "The Steward advised:"
    bullets = ("The pool was full.", "bullet"), ("The slide was shut.", "bullet")
    assert lead_in("The slide was shut.", opening, *bullets) == opening
    assert lead_in("The slide was shut.", opening, *bullets, chosen=["The pool was full."]) == ""


def test_a_line_above_a_list_that_opens_with_he_tells_who_that_is():
    texts = ("Councillor Anwen Moss spoke of the weir.", "She warned of:", ("Ice on the steps.", "bullet"))
    assert lead_in("Ice on the steps.", *texts) == "Councillor Anwen Moss … She warned of:"


def test_a_numbered_paragraph_is_no_part_of_a_lettered_list():
    texts = (
        "The Council is asked to:",
        ("Note the report.", "clause", "a"),
        ("The Chair put the motion.", "clause", "2"),
    )
    assert lead_in("Note the report.", *texts) == "The Council is asked to:"
    assert lead_in("The Chair put the motion.", *texts) == ""


@pytest.mark.parametrize("budget", [12, 20, 30, 45, 60])
def test_a_line_ending_in_a_colon_never_stands_without_a_part_of_it(budget):
    opening = "In response to the questions on costs, risks and delays of the £3m harbour works it was said:"
    talk = [f"Pier {n} had cost £{n}m more than planned, and its crane was late by {n} weeks." for n in range(2, 9)]
    every = paragraphs("The harbour works were behind.", opening, *talk)
    said = [
        one.text for one in summarise(Item(id="i", title="Harbour works", paragraphs=every), words=budget).sentences
    ]
    assert said
    assert opening not in said or talk[0] in said


def test_a_decision_that_ends_in_a_colon_has_a_part_below_it():
    opening = (
        "RESOLVED that, " + ", ".join(f"on the advice of panel {n}" for n in range(20)) + ", the following be done:"
    )
    clauses = [(f"The pier of ward {n} be mended in the spring.", "clause", str(n)) for n in range(1, 4)]
    summary = summarise(Item(id="i", title="Piers", paragraphs=paragraphs(opening, *clauses)))
    assert [one.text for one in summary.sentences] == [text for text, *_ in clauses]
    assert summary.sentences[0].lead_in.startswith("RESOLVED that, on the advice of panel 0,")
    assert summary.sentences[0].lead_in.endswith(" …")


def test_the_first_clause_that_does_something_stands_before_shorter_trimmings_of_it():
    opening = (
        "That the following actions be taken with respect to the land at Ferry Lane as set out in the plan before us:"
    )
    act = (
        "the by-law before us BE INTRODUCED at the meeting in June, to change the use of the land at Ferry Lane from a "
        "field of the commons to a yard for boats, with a slip to the river and a wall along the lane that is not to "
        "be higher than two metres at any point of it;"
    )
    trimmings = ("hide the bins from the lane;", "plant a hedge of yew;")
    clauses = [(text, "clause", f"({letter})") for text, letter in zip((act, *trimmings), "abc", strict=True)]
    summary = summarise(Item(id="i", title="Ferry Lane", paragraphs=paragraphs(opening, *clauses)), words=60)
    assert summary.sentences[0].text == act
    assert summary.sentences[0].lead_in.startswith("That the following actions be taken")


def test_a_name_of_a_matter_goes_with_what_stands_under_it_alone():
    said = "It was AGREED to write to the bank on the closing of its branch in the square."
    other = "It was AGREED to ask the owner for a larger board and better lamps beside it."
    texts = [
        ("Closure of the bank", "clause"),
        said,
        ("Library: Reopening and Provision of a Reading Room", "clause"),
        "Members were told that the library would open in June, with no room for readers.",
        ("£1 million improvement fund for the ward", "clause"),
        other,
        ("Bus petition: agreed to return to it", "clause"),
    ]
    assert lead_in(said, *texts) == "Closure of the bank"
    assert lead_in(other, *texts) == "£1 million improvement fund for the ward"
    assert lead_in("Bus petition: agreed to return to it", *texts) == ""
    assert (
        "Library: Reopening"
        not in summarise(Item(id="i", title="Matters", paragraphs=paragraphs(*texts)), words=40).text
    )


def test_every_sentence_brought_or_chosen_is_verbatim():
    item = Item(id="i", title="Grants", paragraphs=paragraphs(*GRANTS))
    summary = summarise(item, words=30)
    assert summary.verify(item.paragraphs)
    everything = " ".join(p.text for p in item.paragraphs)
    assert all(part in everything for s in summary.sentences for part in s.lead_in.split(" … "))


def test_a_line_that_only_tells_the_number_of_the_item_is_no_sentence():
    item = Item(
        id="i",
        title="Lamps",
        paragraphs=paragraphs(
            "(Item 4)",
            "This page is intentionally blank",
            "Six lamps were out.",
            "Signed ______ Date ____",
            "2/3 https://hallowby.example/view?id=4 hallowby.example/view",
        ),
    )
    assert summarise(item).text == "Six lamps were out."


@pytest.mark.parametrize(
    "text",
    [
        "Find the council on X: @HallowbyTown and share the posts of the team.",
        "The plans can be seen at plans.hallowby.gov/lido and in the library.",
        "The plans can be seen at www.hallowby.example and in the library.",
        "This item was taken after Item 9 and before Item 12 of the agenda.",
        "The meeting was adjourned at 19:25 for a short break of ten minutes.",
        "The next ordinary meeting is to be held in the hall in May.",
    ],
)
def test_addresses_and_the_course_of_the_meeting_are_worth_little(text):
    plain = "The plans can be seen in the hall and in the library."
    assert role_and_weight(text)[1] < role_and_weight(plain)[1]


def test_an_address_for_mail_may_stand_in_a_sentence():
    with_mail, without = (f"The Clerk wrote to {who} of the ferry." for who in ("jo@ferry.example", "the master"))
    assert role_and_weight(with_mail)[1] >= role_and_weight(without)[1] - 0.1


def test_the_rest_of_a_sentence_cut_by_a_page_is_worth_less():
    whole = "The run is open to all people of the town and of late it draws more than"
    rest = "90 runners taking part in each week of the year in May at £2 a head."
    other = "Nine lanes of the pool are closed in May to mend tiles."
    said = [
        summarise(Item(id="i", title="Park", paragraphs=paragraphs(other, first, rest)), sentences=1).text
        for first in (whole, f"{whole} before.")
    ]
    assert rest not in said[0]
    assert said[1] == rest


TURNS = (
    "Ada Wren: The case costs two pounds. It comes in yellow rubber.",
    "Ben Finch: That is dear for a case.",
    "Cora Dale: We could ask the factory.",
)


def test_the_middle_of_a_turn_brings_who_speaks():
    assert lead_in("It comes in yellow rubber.", *TURNS) == "Ada Wren:"


def test_who_speaks_is_not_told_twice():
    assert lead_in("It comes in yellow rubber.", *TURNS, chosen=("Ada Wren: The case costs two pounds.",)) == ""
    assert lead_in("Ben Finch: That is dear for a case.", *TURNS) == ""


def test_a_label_in_minutes_is_no_speaker():
    texts = (
        "Parks: The lido closed. Two slides were sold.",
        "It rained for most of May.",
        "The fair was held in June.",
    )
    assert lead_in("Two slides were sold.", *texts) == "Parks"


def test_a_later_sentence_of_a_labelled_entry_brings_its_label_once():
    entries = (
        "Clock tower – The hands were painted. RB would ask for a survey of the works.",
        "Weir Lane – The kerb was loose. It was mended in May.",
    )
    survey = "RB would ask for a survey of the works."
    assert lead_in(survey, *entries) == "Clock tower"
    assert lead_in(survey, *entries, chosen=["Clock tower – The hands were painted."]) == ""
    assert lead_in("The fee was paid.", "Agreed: the hall was let. The fee was paid.", *entries) == ""


def test_of_several_matters_under_names_each_is_named():
    lines = (
        ("Website", "clause"),
        "Ada Wren would look after the pages of the council from May.",
        ("Venue", "clause"),
        "The library was open and the meeting would be held upstairs there.",
        "Two of those present would bring the chairs.",
    )
    assert lead_in("Two of those present would bring the chairs.", *lines) == "Venue"
    assert lead_in(lines[4], *lines, chosen=[lines[3]]) == ""
    assert lead_in(lines[1], *lines[:2]) == ""


def test_an_action_without_its_matter_brings_what_stands_before_it():
    before = "The Clerk reported that the lido was closed."
    assert lead_in("Clerk to follow up.", before, "Clerk to follow up.") == before


def test_he_is_who_is_named_behind_his_posts():
    before = "Former keeper, and founder, of the lido, Ben Finch, was welcomed."
    assert lead_in("He spoke of the slides.", before, "He spoke of the slides.") == "Ben Finch"


def test_a_line_that_goes_on_brings_the_line_above():
    lines = (("Lido – the nets that were bought for the slides were", "bullet"), "sold to the school in Hallowby.")
    assert lead_in(lines[1], *lines) == lines[0][0]
    assert lead_in(lines[1], *lines, chosen=[lines[0][0]]) == ""


def test_the_first_row_shown_of_a_table_brings_what_leads_to_it_or_the_heads_of_its_columns():
    heads, first, second = "Payee | Service | Amount", "Reed & Fell | Salt for the lanes | £40", "A. Ash | Keys | £9"
    table = [(heads, "table"), (first, "table"), (second, "table")]
    assert lead_in(second, *table) == heads
    assert lead_in(second, *table, chosen=[first]) == ""
    leads = "The following were paid:"
    assert lead_in(second, leads, *table) == leads
    assert lead_in(second, leads, *table, chosen=[leads]) == heads


@pytest.mark.parametrize(
    ("before", "brought"),
    [
        ("The Chair welcomed the Town Engineer, Ada Wren, to the meeting.", "Town Engineer"),
        ("Councillor Anwen Moss spoke of the weir.", "Councillor Anwen Moss"),
        ("The Harbour Master, J. Quill, said that the quay was sound.", "The Harbour Master, J. Quill"),
        ("In proposing the motion the time of year was spoken of.", ""),
        ("Thirty cars were counted.", ""),
        ("Weir Studios had been sold in May.", "Weir Studios had been sold in May."),
    ],
)
def test_in_brackets_before_he_stands_only_who_is_known_or_the_sentence(before, brought):
    assert lead_in("She would write to the firm.", f"{before} She would write to the firm.") in (
        brought,
        f"the {brought}",
    )


def test_a_view_brings_the_application_it_is_on():
    texts = (
        "E/39533 A bungalow with a store",
        "Land by the weir",
        "I Leach",
        "No Objections",
        "E/39554 A house of straw",
        "Land above the mill",
        "Strongly object for the following reasons:",
        "The lane is too narrow for the lorries that would use it.",
    )
    assert lead_in("No Objections", *texts) == "E/39533 A bungalow with a store"
    assert lead_in("Strongly object for the following reasons:", *texts) == "E/39554 A house of straw"
    assert lead_in("No Objections", *texts, chosen=[texts[0]]) == ""
    reasons = (*texts[:6], "The Council objects to this application due to:", texts[-1])
    assert lead_in(reasons[-2], *reasons) == "E/39554 A house of straw"
    numbers = (
        "E/40480",
        "Weir Barn",
        "Weir Lane",
        "NO OBJECTIONS",
        "E/40554 and E/40555",
        "Trees by the weir",
        "NO OBSERVATIONS",
    )
    assert lead_in("NO OBJECTIONS", *numbers) == "E/40480 Weir Barn"
    assert lead_in("NO OBSERVATIONS", *numbers) == "E/40554 and E/40555 Trees by the weir"


@pytest.mark.parametrize(
    ("before", "said", "brought"),
    [
        (
            "Cllr. Dunn welcomed the growth of the ferry and asked what it had cost.",
            "She added that it was slow.",
            "Cllr. Dunn",
        ),
        ("A Parishioner said that the road was worn.", "He also feared the lorries.", None),
        ("Ben Finch had been away and the Clerk had not been able to ask.", "He would do so in May.", None),
        ("Mrs. Orr introduced Ms. Anwen Teel of the Weir Walkers.", "She invited Ms. Teel to begin.", None),
        ("Mr. Finch reported on the slides.", "She said that the nets were torn.", None),
    ],
)
def test_he_is_nobody_else_than_the_subject_of_the_sentence_before(before, said, brought):
    opening = "The Chair, Mr. Holt, opened the floor to questions on the lido and on the weir."
    assert lead_in(said, f"{opening} {before} {said}") == (brought or before)


def test_a_part_of_a_clause_is_not_shown_without_the_clause_that_leads_to_it():
    clauses = (
        ("the slipway be mended;", "clause", "a"),
        ("the by-law be put to the Council, to:", "clause", "b"),
        ("close the towpath;", "clause", "i"),
        ("let the boathouse;", "clause", "ii"),
        ("the report be noted.", "clause", "c"),
    )
    every = ("It was agreed that:", *clauses)
    first = "the slipway be mended;"
    assert lead_in("let the boathouse;", *every, chosen=[first]) == "the by-law be put to the Council, to:"
    assert lead_in("let the boathouse;", *every, chosen=["the by-law be put to the Council, to:"]) == ""
    assert lead_in("let the boathouse;", *every, chosen=["close the towpath;"]) == ""
    assert lead_in("the report be noted.", *every, chosen=[first]) == ""


def test_an_entry_of_a_list_is_no_heading_of_the_next():
    entries = (
        ("Bank statement, balance of £904.10", "clause", "ii"),
        ("A new plan for the quay was noted.", "clause", "iii"),
    )
    assert lead_in("A new plan for the quay was noted.", ("Letters", "heading"), *entries) == ""


def test_a_first_sentence_without_a_verb_names_the_matter_of_its_entry():
    entry = ("Renewal of the boatyard lease. It was agreed by all to sign for five years.", "clause", "iv")
    before = ("An offer of bulbs for the green was declined.", "clause", "iii")
    said = "It was agreed by all to sign for five years."
    assert lead_in(said, before, entry) == "Renewal of the boatyard lease."
    assert lead_in(said, before, entry, chosen=("Renewal of the boatyard lease.",)) == ""


@pytest.mark.parametrize("opening", ["Clerk to chase.", "The lease has ended.", "Cllr. Okoro.", "Any news?"])
def test_not_every_short_first_sentence_is_a_name(opening):
    said = "A fee of £250 was paid in May by the club that had used the yard since the flood."
    assert lead_in(said, (f"{opening} {said}", "clause", "iv")) == ""


def test_of_it_and_it_again_the_sentence_that_tells_what_it_is_is_brought():
    day = "The Lantern Walk is planned for 4 November."
    told = f"{day} It would be a treat for young and old. It would set off at 6 p.m."
    assert lead_in("It would set off at 6 p.m.", told) == day
    assert lead_in("It would be a treat for young and old.", told) == day
    # what stands in the summary already is not brought again
    assert lead_in("It would set off at 6 p.m.", told, chosen=("It would be a treat for young and old.",)) == ""


@pytest.mark.parametrize(
    "text",
    [
        "It was agreed that the Clerk would write to them by Friday.",
        "Cllr Okoro would contact her about the keys.",
        "It was agreed to also ask the harbour master.",
        "Cllr Okoro agreed to find out.",
        "After a long discussion, it was resolved that this be left to the harbour master.",
        "It was proposed by Cllr Okoro, seconded by Cllr Wren and agreed that this be put right.",
    ],
)
def test_whom_and_what_a_sentence_speaks_of_within_is_brought(text):
    before = "The owners of the mill had left the sluice open twice."
    assert lead_in(text, f"{before} {text}") == before


def test_a_short_later_sentence_of_an_entry_brings_the_first():
    entry = "Two lamps on the quay are said to be out. The warden will act. A new pole is not needed for now."
    assert lead_in("The warden will act.", (entry, "bullet")) == "Two lamps on the quay are said to be out."
    # in running prose it does not, nor where the entry's first stands there
    assert lead_in("The warden will act.", entry) == ""
    assert (
        lead_in("The warden will act.", (entry, "bullet"), chosen=("Two lamps on the quay are said to be out.",)) == ""
    )


def test_an_entry_without_a_subject_brings_the_name_above_its_list():
    texts = ("Cllr Ada Orr", ("Advised that the lamp on the quay is out and will be mended by the county.", "bullet"))
    assert lead_in(texts[1][0], *texts) == "Cllr Ada Orr"
    assert lead_in(texts[1][0], *texts, chosen=("Cllr Ada Orr",)) == ""


@pytest.mark.parametrize(
    "told",
    [
        "JO confirmed that the pond pump had been carried to the far bank, where it hums less.",
        "Wrenna raised the smell of the tannery, which the inspector had put down to the drains.",
    ],
)
def test_he_is_nobody_who_was_named_before_somebody_whom_the_tagger_does_not_know(told):
    text = "He thought that every swimmer ought to be told of it in writing."
    before = "Cllr Ada Reed advised that the lychgate had been hung again by the blacksmith."
    assert lead_in(text, before, f"{told} {text}") == told
    asked = "Members asked whether the gate would be locked at night during the winter."
    assert lead_in(text, f"{before} {asked} {text}") == "Cllr Ada Reed"


def test_an_entry_told_as_this_item_brings_what_the_entry_is_about():
    first, then = "A letter asked for benches by the weir.", "It was agreed to consider this item in the autumn."
    assert lead_in(then, (f"{first} {then}", "clause", "4.2")) == first
    assert lead_in(then, f"{first} {then}") == ""  # of an item on one matter its title tells as much


def test_what_was_agreed_to_is_told_where_it_was_spoken_of_last():
    asked = "They asked the Council for a fee of £90 for plans of the bandstand."
    between = "He had drawn the jetty for the sailing school."
    agreed = "The Council agreed unanimously to the fee."
    text = f"{asked} {between} {agreed}"
    assert lead_in(agreed, text, decides=True) == asked
    assert lead_in(agreed, text, decides=True, chosen=[asked]) == between


@pytest.mark.parametrize(
    "text",
    [
        "A resident of Osier Lane told of lorries on this narrow road at night.",
        "Members spoke of rules for moorings and of how these rules were kept.",
        "A bough lay on the tennis court - this is to be sawn up by June.",
    ],
)
def test_this_speaks_of_what_its_own_sentence_names(text):
    assert lead_in(text, f"The sluice at Osier Lane had jammed. {text}") == ""


@pytest.mark.parametrize(
    "text",
    [
        "The warden would see to this matter on that road.",
        "It would rise by 2% and this would be kept.",
        "In replying, the Harbour Engineer agreed to follow up this matter.",
        "Clerk to email for the Council.",
        "ACTION: Cllr A Lund to enquire",
    ],
)
def test_this_matter_and_a_bare_action_bring_the_sentence_before(text):
    before = "The sluice at Osier Lane had jammed."
    assert lead_in(text, f"{before} {text}") == before


def test_an_entry_whose_line_is_torn_is_told_whole():
    line = ("County seminar on the repair of sluices and quays, 3 May, Moorhen", "clause", "iv")
    will = "Cllr Ada Wren agreed to go and report in June."
    assert lead_in(will, line, f"Hall, Fellgate. {will}") == f"{line[0]} Hall, Fellgate."


def test_by_when_something_is_due_is_no_name_of_what_stands_below():
    lines = ("Action: a plan of the moorings was to be drawn up by the Harbour Master.", "Due: Monthly")
    tolls = "Action: the tolls were to be told to the Treasurer once a quarter and on a single sheet."
    other = ("Dredging", "The dredger was laid up and would sail again when the spring tides were over.")
    assert lead_in(tolls, *lines, tolls, *other) == ""


def test_a_short_line_on_this_issue_brings_the_entry_right_above_it():
    entry = ("Friendship of towns in the face of a quarrel over eels", "clause", "k")
    assert lead_in("Agreed to return to this issue", entry, "Agreed to return to this issue") == entry[0]
    assert lead_in("The fees would stay the same.", entry, "The fees would stay the same.") == ""


def test_he_is_nobody_who_spoke_before_somebody_the_tagger_does_not_know():
    before, spoke = (
        "Cllr Ada Lund thanked the depot.",
        "Cllr. O’ Quillan stated that the weir was for the county to mend.",
    )
    assert lead_in("He gave the mill as one.", f"{before} {spoke} He gave the mill as one.") == spoke


def test_he_may_be_the_one_or_the_other_of_two_who_met():
    met = "The Chairman has also met Alan Sedge of the Rivers Agency on site."
    assert lead_in("He has agreed to mend the weir.", f"{met} He has agreed to mend the weir.") == met


def test_a_post_in_the_name_of_a_thing_is_nobody_who_speaks():
    said = "She informed the Members that the ferry had taken 61 carts."
    lines = ("The ferry serves these bodies:", ("Leader Companies.", "bullet"), ("The carters.", "bullet"))
    assert "Leader" not in lead_in(said, *lines, said)


def test_who_she_is_stands_before_a_sentence_that_is_brought():
    asked = "Ms Lund was the last to speak. She asked whether two pounds could be paid for the use of the ferry."
    agreed = "This was then agreed by all."
    assert lead_in(agreed, f"{asked} {agreed}") == f"Ms Lund … {asked.partition('. ')[2]}"


@pytest.mark.parametrize("line", ["NC", "CLERK", "January 2031.", "VV VVVV VW"])
def test_who_when_and_what_a_scan_made_of_a_line_name_no_matter(line):
    below = "The lamps by the weir were counted in the spring and nine of them were found to be out."
    other = ("Dredging", "The dredger was laid up and would sail again when the spring tides were over.")
    assert lead_in(below, *other, *([f"{line} {below}"] if line.endswith(".") else [line, below])) == ""


@pytest.mark.parametrize("task", ["The Clerk will write again.", "Ada Wren to ask the owner.", "JS would see Mr Orr."])
def test_a_short_task_is_told_with_the_sentence_before_it(task):
    before = "The hedge by the lido was found to hang over the towpath."
    assert lead_in(task, f"{before} {task}") == before
    assert lead_in(task, f"{before} {task}", chosen=[before]) == ""
    assert lead_in(task, f"Lido – all is well. {before} {task}") == f"Lido … {before}"
    assert lead_in(task, f"{before} The Clerk to sweep it. {task}") == ""


def test_a_task_that_tells_its_matter_and_what_is_no_task_stand_alone():
    before = "The hedge by the lido was found to hang over the towpath."
    for text in ("The Clerk will write about the lido.", "Signage would also be needed.", "It would be cut."):
        told = lead_in(text, f"{before} {text}")
        assert told == (before if text.startswith("It") else "")


def test_he_may_be_who_did_what_the_sentence_before_tells():
    before = "Lyn Orr read the log. Visits had been made to the weir by Alan Sedge of the Rivers Agency."
    said = "He was keen to mend it."
    assert lead_in(said, f"{before} {said}") == before.partition(". ")[2]
