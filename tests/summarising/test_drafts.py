import datetime

import pytest

from minutesnlp import Archive, read_text
from minutesnlp.records import Check, Corpus, Item, Meeting, Paragraph
from minutesnlp.summarising import verify

MINUTES = Item(
    id="i",
    title="Lido",
    paragraphs=(
        Paragraph(id="p1", text="The Head of Leisure reported that the lido had cost £4m to mend. It opened on 3 May."),
        Paragraph(id="p2", text="Members were told that the pump was not safe and would be replaced by Fenwick Ltd."),
        Paragraph(id="p3", text="The lido will be discussed by the Mayor.", section="agenda"),
    ),
)


@pytest.mark.parametrize(
    ("draft", "verdict", "changes"),
    [
        ("The Head of Leisure reported that the lido had cost £4m to mend.", "exact", ()),
        ("the lido had cost £4m to mend.", "near", ()),
        ("The Head of Leisure said that the lido had cost £4m to mend.", "near", ()),
        ("The Head of Leisure reported that the lido had cost £6m to mend.", "altered", ("number",)),
        ("It opened on 3 June.", "altered", ("date",)),
        ("Members were told that the pump was safe and would be replaced by Fenwick Ltd.", "altered", ("negation",)),
        ("Members were told that the pump was not safe and would be replaced by Marlow Ltd.", "altered", ("name",)),
        ("The swimming club has won a medal in Rome.", "not found", ()),
        ("The lido will be discussed by the Mayor.", "not found", ()),
        ("?!", "not found", ()),
    ],
)
def test_a_sentence_is_told_for_what_it_is(draft, verdict, changes):
    (check,) = verify(draft, MINUTES)
    assert (check.verdict, check.changes) == (verdict, changes)


@pytest.mark.parametrize(
    ("minutes", "draft", "change"),
    [
        ("The motion received 9 votes for and 4 votes against.", "The motion received 4 for and 9 against.", "number"),
        (
            "Cllr Wren proposed the motion and Cllr Finch seconded.",
            "Cllr Finch proposed the motion and Cllr Wren seconded.",
            "name",
        ),
        ("The limit falls from 80km/h to 60km/h there.", "The limit falls from 60km/h to 80km/h there.", "number"),
        ("The precept was increased by 4%.", "The precept was decreased by 4%.", "sense"),
        ("The scheme was supported by the council.", "The scheme was opposed by the council.", "sense"),
        ("The fee was £72 a week for a child.", "The fee was £72 a month for a child.", "number"),
        ("A grant of £5,000 was agreed.", "A grant of €5,000 was agreed.", "number"),
        ("It must be done before 1 May 2032.", "It must be done after 1 May 2032.", "sense"),
        ("More than 40 people came to the fair.", "Fewer than 40 people came to the fair.", "number"),
        ("The Clerk will mend the bench.", "The Clerk may mend the bench.", "certainty"),
        ("It was agreed to plant forty trees.", "It was agreed to plant sixty trees.", "number"),
        ("Mrs Wren was appointed to the board.", "mrs finch was appointed to the board.", "name"),
        ("Wren asked about the bridge and its cost.", "Finch asked about the bridge and its cost.", "name"),
        ("The pump was not safe for use by anybody.", "safe for use by anybody", "negation"),
        ("The Clerk asked the Chairman for a report.", "The Chairman asked the Clerk for a report.", "name"),
        ("It opened on 7 February 2031 to the public.", "It opened on 7 February 2041 to the public.", "date"),
        ("All were for it except Councillor Wren.", "All were for it.", "condition"),
        ("It was agreed to sell the barn, subject to consent.", "It was agreed to sell the barn.", "condition"),
        ("If the pump fails, the lido will close in May.", "The lido will close in May.", "condition"),
        ("The lido will close in May.", "The lido will close in May unless it is mended.", "condition"),
        ("RESOLVED that (a) the barn be sold; subject to (b) consent.", "the barn be sold", "condition"),
        ("The Chairman denied that he had sold the barn.", "He had sold the barn.", "sense"),
        ("It was not the case that the barn had been sold.", "The barn had been sold.", "sense"),
        ("Cllr Wren asked whether the barn had been sold.", "The barn had been sold.", "sense"),
        ("Cllr Wren declared an interest and left the room.", "Cllr Wren declared an interest and stayed.", "sense"),
        ("The lease is from April 2031 on the old terms.", "The lease is until April 2031 on the old terms.", "sense"),
        ("Officers reported that the barn was sold.", "Officers denied that the barn was sold.", "sense"),
        ("It was resolved to sell the old barn.", "It was recommended to sell the old barn.", "sense"),
        ("All errors in it had been put right.", "Some errors in it had been put right.", "sense"),
        ("It was heard after item 3 and before item 5.", "It was heard after item 3 and after item 5.", "sense"),
        ("It is not let and will not be sold.", "It is let and will not be sold.", "negation"),
        (
            "The Clerk will write to them before 1 May 2031.",
            "The Clerk may write to them before 1 May 2031.",
            "certainty",
        ),
        ("He would sell it and would buy a van.", "He might sell it and would buy a van.", "certainty"),
        ("The Clerk will write to the owner of it.", "The Clerk has written to the owner of it.", "certainty"),
        ("The clerk will write to the owner of it.", "The treasurer will write to the owner of it.", "name"),
        ("Mr A Wren-Marlow will write to the owner.", "Mr A Finch-Marlow will write to the owner.", "name"),
        ("The Chairman thanked the helpers.", "The Chairman thanked the helpers and resigned.", "addition"),
        ("It opened on 7 February to the public.", "It opened on 7 February 2041 to the public.", "date"),
        ("The bridge was unsafe, the engineer said.", "The bridge was safe, the engineer said.", "sense"),
        ("They can't mend the lift this year.", "They can mend the lift this year.", "negation"),
        ("The draft road plan was put on display.", "The road plan was put on display.", "certainty"),
        ("It was agreed in principle to let the yard.", "It was agreed to let the yard.", "certainty"),
        ("Members saw the proposed layout of the park.", "Members saw the layout of the park.", "certainty"),
        ("It sells 3 million of 9 million tins a year.", "It sells 3 billion of 9 million tins a year.", "number"),
        ("It costs from €25,000 to €30,000 in all.", "It costs from £25,000 to €30,000 in all.", "number"),
        ("It is paid on a multi-annual basis.", "It is paid on a multi-monthly basis.", "number"),
        ("The name within the schedule will be changed.", "The name after the schedule will be changed.", "sense"),
        (
            "It was proposed by Cllr. K. Wren, seconded by Cllr. W. Finch and approved.",
            "It was proposed by Cllr. W. Finch, seconded by Cllr. K. Wren and approved.",
            "name",
        ),
        ("She will report further once she has an answer.", "She will report further.", "condition"),
        (
            "£2,000 to the Rathmore Rowing Club",
            "It was agreed to allocate £5,000 to the Rathmore Rowing Club.",
            "number",
        ),
    ],
)
def test_what_is_turned_round_is_never_told_as_the_same(minutes, draft, change):
    other = Paragraph(id="other", text="It was agreed to allocate £5,000 to the Quay Committee.")
    (check,) = verify(draft, [other, Paragraph(id="p", text=minutes)])
    assert check.verdict == "altered"
    assert change in check.changes
    assert check.paragraph_id == "p"


@pytest.mark.parametrize(
    ("minutes", "draft"),
    [
        ("Twenty-one residents attended the meeting.", "21 residents attended the meeting."),
        ("A sum of £1.5m was set aside for roads.", "A sum of £1,500,000 was set aside for roads."),
        ("The limit falls from Friday, 7th February, 2031.", "The limit falls from 7 February 2031."),
        ("It opened on 7 February 2031 to the public.", "It opened on 7 February to the public."),
        (
            "Cllr Wren thanked the Finch-Hatton Trust for the pond.",
            "Councillor Wren thanked the Finch-Hatton Trust for a pond.",
        ),
        ("On 3 May the lido opened again after repairs.", "The lido opened again on 3 May after repairs."),
        ("The Chairman thanked the members for their work.", "The Chair thanked members for their work."),
        ("The lamp by the mill had been mended twice.", "The lamp by the mill had been mended twice. b."),
        ("The draft minutes of the meeting were approved.", "The minutes of the meeting were approved."),
        ("The fair is held once a year on the green.", "The fair is held on the green once a year."),
        ("Ms Fenn reported that the lamp had been lit.", "Ms Fenn said that the lamp had been lit."),
        (
            "The Clerk's report on the 3 barns was noted by all.",
            "The Clerk's report on the three barns was noted by all.",
        ),
    ],
)
def test_the_same_in_other_words_is_not_told_as_altered(minutes, draft):
    (check,) = verify(draft, [Paragraph(id="p", text=minutes)])
    assert (check.verdict, check.changes) == ("near", ())


@pytest.mark.parametrize(
    ("minutes", "draft"),
    [
        ("RESOLVED that: (a) the barn be sold; and (b) the van be kept.", "the barn be sold;"),
        ("RESOLVED that: (a) the barn be sold; and (b) the van be kept.", "(b) the van be kept."),
        ("RESOLVED that: (a) the barn be sold; and (b) the van be kept.", "the barn be sold; and the van be kept"),
        ("It was unanimously AGREED that the barn be sold.", "The barn be sold."),
        ("2. The barn was sold to Mr Wren.", "The barn was sold to Mr Wren."),
    ],
)
def test_a_whole_clause_of_a_decision_is_exact(minutes, draft):
    (check,) = verify(draft, [Paragraph(id="p", text=minutes)])
    assert (check.verdict, check.difference) == ("exact", "")


def test_what_is_left_of_a_sentence_is_shown_beside_what_is_taken():
    (check,) = verify("the pump was not safe", MINUTES)
    assert check.verdict == "near"
    assert (
        check.difference == "[-Members were told that-] the pump was not safe [-and would be replaced by Fenwick Ltd-]."
    )
    recommended = [Paragraph(id="p", text="The Panel recommended that the barn be sold.")]
    assert verify("the barn be sold.", recommended)[0].verdict == "near"


@pytest.mark.parametrize(
    ("minutes", "draft", "change"),
    [
        (
            "The members requested that the Council look for funds.",
            "The members agreed that the Council look for funds.",
            "sense",
        ),
        ("It was suggested that the owners mend the gate.", "It was agreed that the owners mend the gate.", "sense"),
        ("Members agreed that the gate be mended.", "Members suggested that the gate be mended.", "sense"),
        ("It was agreed that the gate be mended.", "It was unanimously agreed that the gate be mended.", "sense"),
        (
            "The fair is on Tuesday 1 October 2019 in the hall.",
            "The fair is on Saturday 1 October 2019 in the hall.",
            "date",
        ),
        ("The first of the two lamps was lit.", "The second of the two lamps was lit.", "number"),
        ("The hall is let once per week to the band.", "The hall is let once per day to the band.", "number"),
        ("The roof would cost approximately £400 to mend.", "The roof would cost £400 to mend.", "certainty"),
        ("It was hoped that the roof would be mended by May.", "The roof would be mended by May.", "certainty"),
        ("The Clerk would write to the school about it.", "The Clerk did write to the school about it.", "certainty"),
        ("The budget of last year was lower by a third.", "The budget of next year was lower by a third.", "sense"),
        ("The eastern end of the lane was flooded.", "The western end of the lane was flooded.", "sense"),
        (
            "It was moved by Cllr Ash, and all were in favour.",
            "It was moved by Cllr Ash, and all were against.",
            "sense",
        ),
        ("The Clerk asked the school about the gate.", "The Clerk told the school about the gate.", "sense"),
        ("The gate has been mended by the school.", "The gate will be mended by the school.", "certainty"),
        ("Up to nine places would be kept for them.", "At least nine places would be kept for them.", "number"),
        ("The hall would seat about 40 in the autumn.", "The hall would seat 40 in the autumn.", "certainty"),
        ("The item was deferred to the autumn meeting.", "The item was approved to the autumn meeting.", "word"),
        ("The closure of the lane was welcome to all.", "The opening of the lane was welcome to all.", "word"),
        ("The draft minutes had been sent to the school.", "The final minutes had been sent to the school.", "word"),
        ("The Clerk would reply as soon as possible to him.", "The Clerk would reply in due course to him.", "word"),
    ],
)
def test_one_word_that_changes_what_was_said_is_told(minutes, draft, change):
    (check,) = verify(draft, [Paragraph(id="p", text=minutes)])
    assert check.verdict == "altered"
    assert change in check.changes


def test_the_denial_of_a_clause_left_out_is_none_of_the_rest():
    minutes = [
        Paragraph(id="p", text="As there were no other names, the Mayor declared Cllr Ash and Cllr Birch appointed.")
    ]
    (check,) = verify("The Mayor declared Cllr Ash and Cllr Birch appointed.", minutes)
    assert check.verdict == "near"


def test_a_sentence_is_found_where_it_stands_however_long_its_paragraph():
    class Archive:
        def __init__(self, paragraphs):
            self.paragraphs = paragraphs

        def nearest(self, text, k=12):
            assert text
            return self.paragraphs[:k]

    said = "Ann Rook was present and signed the form."
    others = [Paragraph(id=f"p{n}", text="Ann Rook was away.") for n in range(40)]
    long = Paragraph(id="long", text=f"The lamp was lit. {said} It rained.")
    (check,) = verify(said, Archive([*others, long]))
    assert (check.verdict, check.paragraph_id) == ("exact", "long")
    (within,) = verify("was present and signed the form.", Archive([*others, long]))
    assert within.verdict != "exact"


def test_a_sentence_that_nothing_like_it_leads_to_is_looked_for_as_a_phrase():
    long = Paragraph(id="long", text="The lamp was lit. Ann Rook was present, and signed the form. It rained.")

    class Hit:
        paragraph = long

    class Archive:
        def nearest(self, text, k=12):
            return [long][: len(text) * k * 0]

        def search(self, query, *, k, expand, relax):
            assert k
            assert not expand
            assert not relax
            return [Hit] if query == '"Ann Rook was present, and"' else []

    (check,) = verify("Ann Rook was present, and signed the form.", Archive())
    assert (check.verdict, check.paragraph_id) == ("exact", "long")


MOVED = [
    Paragraph(id="p1", text="Dr Fenn warned that, unless two nurses were found, ten checks a month would be missed."),
    Paragraph(
        id="p2", text="RESOLVED (7 votes to 3, Cllr Pell abstaining) that the plan be refused on grounds of access."
    ),
]


@pytest.mark.parametrize(
    ("draft", "verdict", "changes"),
    [
        ("Dr Fenn warned that ten checks a month would be missed unless two nurses were found.", "near", ()),
        (
            "Dr Fenn warned that ten checks a month would be missed unless six nurses were found.",
            "altered",
            ("number",),
        ),
        ("Dr Fenn warned that ten checks a month would not be missed unless two nurses were found.", "altered", None),
        ("The plan was refused on grounds of access by 7 votes to 3.", "near", ()),
        ("The plan was approved on grounds of access by 7 votes to 3.", "altered", None),
    ],
)
def test_a_phrase_that_stands_elsewhere_in_the_sentence_changes_nothing_by_itself(draft, verdict, changes):
    (check,) = verify(draft, MOVED)
    assert check.verdict == verdict
    assert changes in (None, check.changes)


def test_what_was_decided_is_not_lost_behind_a_phrase_that_moved():
    for draft in (
        "The plan was deferred on grounds of access.",
        "The plan was refused on grounds of access by 3 votes to 7.",
    ):
        (check,) = verify(draft, MOVED)
        assert check.verdict in ("altered", "not found")


def test_the_best_place_and_the_words_that_differ_are_shown():
    (check,) = verify("It opened on 3 June.", MINUTES)
    assert check.paragraph_id == "p1"
    assert MINUTES.paragraphs[0].text[check.source_start : check.source_end] == check.source == "It opened on 3 May."
    assert check.difference == "It opened on 3 [-May-] {+June+}."


def test_a_draft_of_lines_and_bullets_keeps_its_offsets():
    draft = "Summary\n- It opened on 3 May.\n\n2. The pump was not safe. More later."
    for check in verify(draft, MINUTES):
        assert draft[check.start : check.end] == check.text
    assert [c.verdict for c in verify(draft, MINUTES)] == ["not found", "exact", "near", "not found"]


def test_an_empty_draft_and_empty_minutes_give_nothing_false():
    assert len(verify("", MINUTES)) == 0
    assert [c.verdict for c in verify("It opened on 3 May.", [])] == ["not found"]


def test_a_verdict_outside_the_list_is_refused():
    with pytest.raises(ValueError, match="verdict"):
        Check("x", 0, 1, "true")


@pytest.mark.parametrize("source", [None, 5, "minutes.archive"])
def test_what_is_no_source_is_told(source):
    with pytest.raises(TypeError, match=r"Archive\.open"):
        verify("The lido cost £4m.", source)


def test_what_is_no_draft_is_told():
    with pytest.raises(TypeError, match="a draft is a string"):
        verify(None, [])
    with pytest.raises(TypeError, match="Paragraphs, not 'x'"):
        verify("The lido cost £4m.", ["x"])


PARISH = Corpus(
    [
        Meeting(
            id=f"m{day}",
            council="Wretford Parish Council",
            body="Wretford Parish Council",
            date=datetime.date(2035, 3, day),
            items=(
                Item(
                    id=f"i{day}",
                    title="Barn",
                    number="7",
                    council="Wretford Parish Council",
                    body="Wretford Parish Council",
                    date=datetime.date(2035, 3, day),
                    paragraphs=(
                        Paragraph(id=f"p{day}", item_id=f"i{day}", text="It was agreed that the accounts be passed."),
                        Paragraph(id=f"q{day}", item_id=f"i{day}", text=text),
                    ),
                ),
            ),
        )
        for day, text in (
            (9, "It was agreed to sell the old barn to Mr Wren."),
            (23, "Ms Teal agreed to mend the pump."),
        )
    ]
)


@pytest.mark.parametrize(
    "draft",
    [
        "On 9 March 2035 it was agreed to sell the old barn to Mr Wren.",
        "On Friday, 9th March, 2035, Wretford Parish Council agreed to sell the old barn to Mr Wren.",
        "At its meeting on 09/03/2035 the Parish Council agreed to sell the old barn to Mr Wren.",
        "The Council, at its meeting on 9 March 2035, agreed to sell the old barn to Mr Wren.",
        "At a meeting of Wretford Parish Council held on 9 March 2035 it was agreed to sell the old barn to Mr Wren.",
        "In March 2035 Members agreed to sell the old barn to Mr Wren.",
        "At the March meeting it was agreed to sell the old barn to Mr Wren.",
        "The Council agreed on 9 March 2035 to sell the old barn to Mr Wren.",
        "The Council agreed in March 2035 to sell the old barn to Mr Wren.",
        "It was agreed by the Council to sell the old barn to Mr Wren.",
        "The PC has agreed to sell the old barn to Mr Wren (Minute 7 refers).",
    ],
)
def test_when_and_by_whom_it_was_done_is_no_change_where_it_is_so(draft):
    (check,) = verify(draft, PARISH)
    assert (check.verdict, check.changes, check.paragraph_id) == ("near", (), "q9")


@pytest.mark.parametrize("verb", ["agreed", "decided", "resolved"])
def test_by_which_verb_a_report_tells_a_resolution_is_no_other_word(verb):
    minutes = read_text("RESOLVED that a bench be bought for the green by the mill.", title="Bench")
    (check,) = verify(f"The Council {verb} that a bench be bought for the green by the mill.", minutes)
    assert (check.verdict, check.changes) == ("near", ())
    (other,) = verify(f"The Council {verb} that a swing be bought for the green by the mill.", minutes)
    assert other.verdict == "altered"


@pytest.mark.parametrize(
    ("draft", "change", "meeting"),
    [
        ("On 9 March 2031 it was agreed to sell the old barn to Mr Wren.", "date", "9 March 2035"),
        ("The Council agreed in April 2035 to sell the old barn to Mr Wren.", "date", "9 March 2035"),
        ("In April 2035 Members agreed to sell the old barn to Mr Wren.", "date", "9 March 2035"),
        ("Marlow Parish Council agreed to sell the old barn to Mr Wren.", "name", "Wretford Parish Council"),
        ("The Planning Committee agreed to sell the old barn to Mr Wren.", "name", "Wretford Parish Council"),
        ("It was agreed to sell the old barn to Mr Wren (Minute 9).", "number", "item 7"),
        ("The Council agreed to mend the pump.", "name", ""),
        ("It was agreed to sell the old barn to Mr Wren from 9 March 2035.", "date", ""),
    ],
)
def test_another_day_or_body_than_that_of_the_minutes_is_told(draft, change, meeting):
    (check,) = verify(draft, PARISH)
    assert check.verdict == "altered"
    assert change in check.changes
    assert check.meeting == meeting


def test_of_two_meetings_with_the_same_words_that_of_the_day_is_meant():
    for source in (PARISH, Archive.in_memory(PARISH)):
        (check,) = verify("On 23 March 2035 it was agreed that the accounts be passed.", source)
        assert (check.verdict, check.paragraph_id) == ("near", "p23")


def test_an_exact_sum_leads_to_its_paragraph_however_long_that_is():
    near = "The Parish Council set the precept in year {}, and the council tax grant was noted by the council."
    long = " ".join(f"The drain in field {n} had been cleared by the farmer, who sent a bill." for n in range(40))
    stands = "It was agreed to set the precept at £18,204.61 plus a grant of £300."
    texts = [*(near.format(n) for n in range(20)), f"{long} {stands}"]
    paragraphs = tuple(Paragraph(f"m/{n}", text, line=n + 1) for n, text in enumerate(texts))
    archive = Archive.in_memory(Corpus([Meeting("m", front=paragraphs)]))
    draft = "The Parish Council set the precept at £18,204.61 plus a council tax grant."
    assert verify(draft, archive)[0].source == stands


@pytest.mark.parametrize(
    "draft",
    [
        "The weir keeper will trial closed sluices from Lammas to Michaelmas.",
        "The weir keeper will trial open sluices from Lammas to Candlemas.",
        "No weir keeper will trial open sluices from Lammas to Michaelmas.",
    ],
)
def test_an_altered_sentence_of_a_long_paragraph_is_found_by_what_is_left_of_it(draft):
    near = "Weir {}: no keeper will trial sluices closed from Lammas, open from Michaelmas, to be cleared by Candlemas."
    long = " ".join(f"The drain in field {n} had been cleared by the farmer, who sent a bill." for n in range(400))
    stands = "The weir keeper will trial open sluices from Lammas to Michaelmas."
    texts = [*(near.format(n) for n in range(150)), f"{long} {stands}"]
    paragraphs = tuple(Paragraph(f"m/{n}", text, line=n + 1) for n, text in enumerate(texts))
    archive = Archive.in_memory(Corpus([Meeting("m", front=paragraphs)]))
    (check,) = verify(draft, archive)
    assert (check.verdict, check.source) == ("altered", stands)


def test_a_share_is_no_number_of_millions():
    minutes = [Paragraph(id="p", text="Of the homes asked 90% were content, and 10 million leaves fell.")]
    (check,) = verify("Of the homes asked 90 million were content, and 10,000,000 leaves fell.", minutes)
    assert (check.verdict, check.changes) == ("altered", ("number",))
    assert verify("Of the homes asked 90% were content, and 10,000,000 leaves fell.", minutes)[0].verdict == "near"


@pytest.mark.parametrize(
    ("source", "draft"),
    [
        ("The lane is to be one way only.", "The lane is to be one way."),
        ("Wardens issue notices only when they saw it happen.", "Wardens issue notices."),
        ("The bays are meant for use by residents only.", "The bays are meant for use."),
    ],
)
def test_what_only_limits_is_not_said_without_it(source, draft):
    (check,) = verify(draft, [Paragraph(id="p", text=source)])
    assert (check.verdict, check.changes) == ("altered", ("condition",))


def test_a_word_beside_a_stroke_is_read_too():
    minutes = [Paragraph(id="p", text="The traders asked for a rate reduction/rebate while the road was dug up.")]
    (check,) = verify("The traders asked for a rate increase/rebate while the road was dug up.", minutes)
    assert (check.verdict, check.changes) == ("altered", ("sense",))


@pytest.mark.parametrize(
    ("source", "draft", "changes"),
    [
        ("The bins want no fewer than five (5) rounds.", "The bins want no fewer than five (9) rounds.", ("number",)),
        ("The bins want no fewer than five (5) rounds.", "The bins want no fewer than five rounds.", ()),
        ("They met on Monday 5 May at 7pm at the inn.", "They met on Monday (5 May) at 7pm at the inn.", ()),
        ("The councillors agreed to write to the firm.", "The councillors resolved to write to the firm.", ()),
        ("The councillor said the firm had gone.", "The councillor replied the firm had gone.", ()),
        ("Councillors Ash and Moor saw the firm go.", "Councillors Oak and Moor saw the firm go.", ("name",)),
    ],
)
def test_a_number_said_twice_is_read_twice_and_a_councillor_is_no_name(source, draft, changes):
    (check,) = verify(draft, [Paragraph(id="p", text=source)])
    assert check.changes == changes


def test_a_short_sentence_stands_in_a_long_paragraph():
    long = " ".join(f"The drain in field {n} had been cleared by the clerk, who sent an email." for n in range(400))
    texts = [*(f"The clerk is to send email {n}." for n in range(150)), f"{long} Clerk to email Wren. {long}"]
    paragraphs = tuple(Paragraph(f"m/{n}", text, line=n + 1) for n, text in enumerate(texts))
    (check,) = verify("Clerk to email Wren.", Archive.in_memory(Corpus([Meeting("m", front=paragraphs)])))
    assert check.verdict == "exact"
