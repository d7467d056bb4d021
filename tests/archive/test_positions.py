import dataclasses
import datetime

import pytest

import minutesnlp as mn


def of_item(n, title, *texts, kinds=None):
    paragraphs = tuple(
        mn.Paragraph(f"m{n}/{k}", text, item_id=f"m{n}/i", kind=(kinds or {}).get(k, "text"), line=k + 1)
        for k, text in enumerate(texts)
    )
    day = datetime.date(2031, n, 1)
    item = mn.Item(f"m{n}/i", title, paragraphs=paragraphs, meeting_id=f"m{n}", date=day)
    return mn.Meeting(f"m{n}", date=day, items=(item,))


def archive_of(*meetings):
    return mn.Archive.in_memory(mn.Corpus(meetings))


def text_of(said):
    return said.text if said else None


@pytest.mark.parametrize(
    ("topic", "title", "texts", "decision"),
    [
        # under a heading of its own within an item that has the topic under another
        (
            "dog bins",
            "Matters arising",
            (
                "Dog bins",
                "The dog bins in Weir Lane had been emptied twice a week since the spring.",
                "Clock tower",
                "The clock had stopped again at the end of May. It was AGREED to have it mended.",
            ),
            None,
        ),
        (
            "dog bins",
            "Matters arising",
            (
                "Clock tower",
                "The clock had stopped again at the end of May.",
                "Dog bins",
                "The lids had been broken by the gale for a second time. It was AGREED to have them mended.",
            ),
            "The lids had been broken by the gale for a second time. It was AGREED to have them mended.",
        ),
        # a line that is no more than short does not head what stands far below it
        (
            "dog bins",
            "Reports",
            (
                "Dog bins",
                "The lids had been broken by the gale for a second time, and were tied down with string.",
                "The pond was low again, and the reeds had spread as far as the island since the summer before last.",
                "The hedge by the school had been cut twice, which the children were said to be very glad of indeed.",
                "The verge in Weir Lane had been mown by the county, though later in the year than it was asked to.",
                "It was AGREED to have the weathercock mended by the smith before the winter.",
            ),
            None,
        ),
        # a label that opens the paragraph is quoted with what stands under it
        (
            "clock tower",
            "Village assets",
            ("Clock tower – The clock had stopped. It was AGREED to obtain three quotes.",),
            "Clock tower – The clock had stopped. It was AGREED to obtain three quotes.",
        ),
        # one of many matters
        (
            "precept",
            "Newsletter",
            ("It was AGREED to print notes on bins, the fair, the precept and dog fouling.",),
            None,
        ),
        # where something takes place
        ("village hall", "Dates", ("It was AGREED that the June meeting be held at the Village Hall.",), None),
        (
            "village hall",
            "Assets",
            ("It was AGREED that the Village Hall be painted.",),
            "It was AGREED that the Village Hall be painted.",
        ),
        # a park for cars is no parking
        ("car parking", "Kiosk", ("It was AGREED to paint the kiosk in the lido car park.",), None),
        # most of a topic's words, but not its first
        ("Lido Trust grant", "Grants", ("It was AGREED that the Trust pay the fair a grant of £90.",), None),
        # a compound, however it is written
        (
            "fly-tipping",
            "Lanes",
            ("It was AGREED to report the fly tipping.",),
            "It was AGREED to report the fly tipping.",
        ),
        # a long item that has gone on to other matters
        (
            "grass cutting",
            "Grass cutting",
            (
                "Two quotes were read.",
                "The clock had stopped.",
                "The fair was well attended.",
                "The pump was out of order.",
                "Mr Fell asked for a new bench. It was AGREED to buy a bench.",
            ),
            None,
        ),
        # the end of a long debate, which does not say again what it was on
        (
            "proxy votes",
            "Proxy votes",
            (
                "Mr Fell opened.",
                "The cost was discussed.",
                "Ms Teel spoke of the fair.",
                "Mr Orr spoke of the law.",
                "RESOLVED that the answer be sent in May.",
            ),
            "RESOLVED that the answer be sent in May.",
        ),
        # the words of another thing, far from each other and turned round
        (
            "fair plan",
            "Letters",
            ("It was AGREED to plan for the mending of Weir Lane before the harvest fair.",),
            None,
        ),
    ],
)
def test_a_decision_is_the_topics_by_its_words_its_heading_or_what_it_points_back_to(topic, title, texts, decision):
    stands = archive_of(of_item(5, title, *texts)).latest_position(topic)
    assert text_of(stands.decision) == decision
    assert decision or any(note.startswith("no decision found") for note in stands.notes)


def test_a_promise_behind_a_bullet_is_of_a_matter_of_its_own():
    text = "Mr Orr said that the village hall had been given £90. • The lids were loose again and Mr Fell would write."
    for told, promised in ((text, False), (text.replace("• ", ""), True)):
        stands = archive_of(of_item(5, "Reports", told)).latest_position("village hall")
        assert (stands.promise is not None) is promised


def test_a_noting_a_proposal_and_a_row_of_payments_are_told_only_where_there_is_no_decision():
    noted = of_item(6, "Lido", "The report on the lido was NOTED.")
    agreed = of_item(2, "Lido", "It was AGREED that the lido be mended.")
    stands = archive_of(noted, agreed).latest_position("lido")
    assert stands.decision.text == "It was AGREED that the lido be mended."
    alone = archive_of(noted).latest_position("lido")
    assert alone.decision.outcome == "NOTED"
    assert "no other decision found than a noting" in alone.notes
    paid = of_item(7, "Bills", "AGREED to pay: Fell & Co £40.00 lido pump Orr 12.50 Teel £8.20 Clerk £90.00.")
    assert archive_of(paid, agreed).latest_position("lido").decision.date.month == 2
    assert (
        "no other decision found than a payment or a row of a table" in archive_of(paid).latest_position("lido").notes
    )


def test_a_topic_of_which_a_word_is_nowhere_has_no_position():
    stands = archive_of(of_item(4, "Pond", "It was AGREED that the bank be mended for £90.")).latest_position(
        "Can Bank"
    )
    assert stands.said == ()
    assert "“Can” stands in nothing that was found" in stands.notes


def test_what_was_passed_over_is_counted():
    text = "The fair was well attended. It was AGREED to mend the pump. It was AGREED to write to Fell & Reed."
    stands = archive_of(of_item(4, "Other business", text)).latest_position("fair")
    assert stands.decision is None
    assert "no decision found (2 in the same items on other matters)" in stands.notes


def test_a_statement_is_a_sentence_and_quoted_with_the_one_it_points_back_to():
    row = "Lido | Mr Orr reported that | £40 | 12 | £52"
    told = "The lido had leaked since the frost. Mr Orr reported that it would be emptied in May."
    public = "A Parishioner reported that the lido was too cold."
    archive = archive_of(
        of_item(3, "Works", told), of_item(5, "Works", row, kinds={0: "table"}), of_item(6, "Works", public)
    )
    stands = archive.latest_position("lido")
    assert (stands.statement.text, stands.statement.who) == (told, "Mr Orr")


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("The lido cost £90 in May.", True),
        ("The lido was full, but the fair had cost £90.", False),
        ("The lido cost £90, the fair £120.", True),
        ("£90 was raised by Cllr. J. Fell, and is for the lido.", True),
        ("The lido gate had two small hinges.", False),
        ("There were 40 visitors to the lido.", True),
        ("The Trust asked for the upkeep of the lido after two years.", False),
    ],
)
def test_a_figure_is_of_the_topic_in_its_own_clause(text, figure):
    stands = archive_of(of_item(5, "Works", text)).latest_position("lido")
    assert text_of(stands.figure) == (text if figure else None)


def told(archive, topic):
    return [(one.text, one.measure, one.kind) for one in archive.figures(topic)]


def test_of_two_figures_each_is_of_its_own_clause():
    archive = archive_of(of_item(5, "Works", "The lido cost £90, the fair £120 and the clock £30."))
    assert told(archive, "lido") == [("£90", "lido cost", "money")]


def test_a_list_of_bills_is_read_row_by_row_and_not_where_its_rows_ran_together():
    rows = ("Fell & Reed | emptying the dog bin | 65.00 | 13.00 | 78.00", "Clerk | wages | £300.00")
    archive = archive_of(of_item(5, "Payments", *rows, kinds={0: "table", 1: "table"}))
    assert {(text, kind) for text, _, kind in told(archive, "dog bin")} == {
        (n, "money") for n in ("65.00", "13.00", "78.00")
    }
    assert all("dog bin" in measure for _, measure, _ in told(archive, "dog bin"))
    pasted = "Clerk 101 £300.00 HMRC 102 £40.00 Fell dog bin 103 £65.00 Orr 104 £12.00"
    assert told(archive_of(of_item(5, "Payments", pasted)), "dog bin") == []


@pytest.mark.parametrize(
    ("text", "measured"),
    [
        ("Playground hedge 12/12/2030 £45.00", [("£45.00", "Playground hedge", "money")]),
        ("Fell & Co - £45.00 - Playground check", [("£45.00", "Playground check", "money")]),
        ("Ms Teel, Playground Check, Chq No 13 £45.00", [("£45.00", "Ms Teel, Playground Check", "money")]),
        ("The playground will be mended within two weeks.", []),
        ("£45.50 Playground Fund donations", [("£45.50", "Playground Fund donations", "money")]),
        ("Fell & Co - playground repair x2 £45.00", [("£45.00", "Fell & Co - playground repair", "money")]),
        (
            "A playground grant which will be around £90 less than was hoped.",
            [("£90", "playground grant, less", "money")],
        ),
        ("The playground may be lit or mended, or a combination of the two.", []),
        (
            "Fell & Co: playground repair 13/06/30 £45.00 | LG(MP)A 1976",
            [("£45.00", "Fell & Co: playground repair", "money")],
        ),
        ("Rotary: playground £45.00 | OSA 1906: s10", [("£45.00", "Rotary: playground", "money")]),
        ("For the playground the Council would only pay £45.", [("£45", "", "money")]),
        ("The playground swing would be acceptable at £45.", [("£45", "", "money")]),
        ("The speed past the playground is 30 km/hr.", [("30 km/hr", "playground", "measure")]),
    ],
)
def test_a_measure_names_a_thing(text, measured):
    assert told(archive_of(of_item(5, "Money", text)), "playground") == measured


def test_a_deadline_and_a_span_of_years_are_not_the_time_a_figure_is_of():
    text = "The precept of £1,330 is to be returned by 31 January 2032. A precept of £1,200 was set for 2030."
    same = "It was agreed to request the same precept of £1,100 as for 2029/30."
    archive = archive_of(of_item(5, "Money", text, same))
    times = [("£1,330", None), ("£1,200", "2030"), ("£1,100", None)]
    assert [(one.text, one.period) for one in archive.figures("precept")] == times


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("The lido’s fee is £9.10 (the fee of 2029 was £8.01).", [("£9.10", None), ("£8.01", "2029")]),
        ("For 2030 the lido’s fee is £9.10 (that of 2029 was £8.01).", [("£9.10", "2030"), ("£8.01", "2029")]),
        ("The lido’s fee was £9.10 (2029).", [("£9.10", "2029")]),
        (
            "The lido had a fee in 2030 of £9.10 compared to a fee in 2024 of £8.01.",
            [("£9.10", "2030"), ("£8.01", "2024")],
        ),
        ("The lido takes £9 now, compared to a much higher sum brought forward from 2024.", [("£9", None)]),
        ("Lido fees for 2030 come to £90, an increase of about £9 on 2029 fees.", [("£90", "2030")]),
        ("The lido’s fee rises by £9 on 2029 fees.", [("£9", None)]),
        ("The lido’s fee rises to £9 from 2029.", [("£9", "2029")]),
        ("The report dated 9 May 2029 set the lido’s fee at £9.", [("£9", None)]),
        ("By the Bathing Regulations, 2021 – 2029 the lido’s fee was £9.", [("£9", None)]),
    ],
)
def test_a_time_that_stands_with_another_figure_is_of_that_figure(text, times):
    assert [(one.text, one.period) for one in archive_of(of_item(5, "Fees", text)).figures("lido")] == times


@pytest.mark.parametrize("title", ["Tree Survey Considered under item 5.3", "Tree Survey (see item 5.3)"])
def test_a_title_that_points_to_another_item_heads_nothing(title):
    archive = archive_of(of_item(5, title, "The signs would cost £258 each."), of_item(6, "Tree Survey", "Paid £240."))
    assert [one.text for one in archive.figures("tree survey")] == ["£240"]


def test_the_next_clause_is_not_under_the_heading_of_the_one_before():
    meeting = of_item(5, "Precept", "The precept stays at £900.", "6.2 Sacks will be bought for £50.")
    (item,) = meeting.items
    archive = archive_of(dataclasses.replace(meeting, items=(dataclasses.replace(item, number="6.1"),)))
    assert [one.text for one in archive.figures("precept")] == ["£900"]


def test_figures_are_told_where_two_items_have_one_id():
    one, other = (of_item(5, "Precept", f"The precept is £{n}00.").items[0] for n in (7, 8))
    twin = dataclasses.replace(other, paragraphs=tuple(dataclasses.replace(p, id="other") for p in other.paragraphs))
    meeting = dataclasses.replace(of_item(5, "Precept", ""), items=(one, twin))
    assert {figure.text for figure in archive_of(meeting).figures("precept")} == {"£700", "£800"}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "In 2030 there were 51 housing applicants from outside Hollin.",
            "In 2030 there were 125 housing applicants in Hollin.",
        ),
        (
            "Mr Orr proposed a lido repair grant of £90 for 2030.",
            "Ms Teel proposed a lido repair grant of £95 for 2030.",
        ),
    ],
)
def test_other_places_and_proposals_are_no_conflict(first, second):
    archive = archive_of(of_item(4, "Works", first), of_item(5, "Works", second))
    assert archive.figures("lido OR applicants").doubts == ()


def test_a_day_without_a_year_in_undated_minutes_is_no_impossible_one():
    text = "The lido opens each April, and again on 7 July. The lido shuts on 31 June 2031."
    meeting = mn.read_text(f"# Works Panel\n\n## 1 Lido\n\n{text}\n")
    (doubt,) = mn.Archive.in_memory(meeting).figures("lido").doubts
    assert doubt.why == "31 June 2031: there is no such day"


def test_a_topic_that_nothing_holds_whole_is_not_answered_by_what_holds_part():
    archive = archive_of(
        of_item(4, "Grants", "It was AGREED that the council pay a grant of £90."),
        of_item(5, "Arts", "The arts were noted."),
    )
    stands = archive.latest_position("Arts Trust grant")
    assert stands.said == ()
    assert len(archive.figures("Arts Trust grant")) == 0


def test_words_read_as_a_time_are_no_words_of_the_topic():
    stands = archive_of(of_item(4, "Pond", "It was AGREED that the pond be drained.")).latest_position(
        "pond since 2020"
    )
    assert stands.decision.text == "It was AGREED that the pond be drained."


def test_the_number_of_a_heading_counts_nothing():
    archive = archive_of(of_item(4, "Report", "The lido was shut. 5 Lido Support Ms Teel was away."))
    assert told(archive, "lido") == []


def test_the_bin_below_a_sentence_on_the_dog_waste_bin_is_that_bin():
    older = of_item(1, "Bins", "It was agreed that a dog waste bin be bought for the bridge at Fen Drove.")
    newer = of_item(
        2,
        "Matters arising",
        "A further dog waste bin has not yet been ordered. It was felt that people would not like it near the shelter. "
        "It was agreed the bin will stand to the left of the lane.",
    )
    decision = archive_of(older, newer).latest_position("dog waste bin").decision
    assert decision.date.month == 2
    assert decision.text == newer.items[0].paragraphs[0].text
    other = of_item(
        2, "Matters arising", "The lamp was dark. It was agreed the bin will stand to the left of the lane."
    )
    assert archive_of(older, other).latest_position("dog waste bin").decision.date.month == 1
    body = of_item(1, "Roads", "The Hallowby Town Council had written. It was agreed that the Council mends the lamp.")
    assert archive_of(body).latest_position("Hallowby Town Council").decision is None


def test_what_is_said_by_the_way_in_brackets_decides_nothing_on_it():
    meeting = of_item(1, "Dates", "It was AGREED that we use the Mill from May (the Weir Library closed at 8).")
    position = archive_of(meeting).latest_position("library")
    assert position.decision is None
    assert position.figure is None


def test_where_nobody_is_named_what_is_minuted_stands_as_such():
    meeting = of_item(
        1,
        "Matters arising",
        "Bypass Action Group – no progress had been made on the signs that are still outstanding.",
        "It was AGREED that the Bypass Action Group be asked to the meeting in May.",
    )
    position = archive_of(meeting).latest_position("bypass action group")
    assert position.statement.text.startswith("Bypass Action Group – no progress")
    assert "no other statement found than what is minuted without a speaker" in position.notes
    named = of_item(2, "Roads", "The Clerk reported that the Bypass Action Group had met the firm in the autumn.")
    assert archive_of(meeting, named).latest_position("bypass action group").statement.date.month == 2


def test_a_sentence_that_tells_nothing_is_no_statement_where_another_tells_something():
    glad = "It was with a light heart that Ada Fell rose to address the panel."
    told = "Of the 14 boats let last season, nine had been brought back in good order."
    assert text_of(archive_of(of_item(1, "Boat Hire", glad, told)).latest_position("boat hire").statement) == told
    assert text_of(archive_of(of_item(1, "Boat Hire", glad)).latest_position("boat hire").statement) == glad


def test_what_did_not_come_about_is_no_promise_whoever_stands_beside_it():
    meeting = of_item(
        1, "Christmas lights", "The tree would be put up. The gale did not allow for any fair this year. GD"
    )
    promise = archive_of(meeting).latest_position("Christmas lights").promise
    assert promise is None or "gale" not in promise.text


def test_a_number_within_a_paragraph_begins_another_matter():
    text = (
        "The Clerk reported that signs near Kiln Lane were turned round in N.C.C.-HD. 5.2 Letter on the village hall."
    )
    assert archive_of(of_item(1, "Letters", text)).latest_position("village hall").statement is None


def test_a_newer_sentence_that_opens_with_the_topic_is_told_before_what_somebody_said_of_it_long_ago():
    named = of_item(3, "Reports", "Cllr Orr said that the paddling pool was losing water through a crack in its floor.")
    newer = of_item(6, "Reports", "The paddling pool has been drained and will stay closed until the spring.")
    position = archive_of(named, newer).latest_position("paddling pool")
    assert text_of(position.statement) == "The paddling pool has been drained and will stay closed until the spring."
    assert "the newest statement is what is minuted without a speaker" in position.notes


@pytest.mark.parametrize(
    "text",
    [
        "The caretaker has been sweeping the lanes in the village and around the paddling pool.",
        "On the paddling pool: which of its repairs were paid for, and what is still to be done this year.",
        "The paddling pool committee was asked for its accounts of the year before last.",
        "Feb31.08 Paddling pool: KL to ask the contractor when he can come to clean it.",
    ],
)
def test_what_names_a_topic_by_the_way_or_asks_after_it_overtakes_no_statement(text):
    named = of_item(3, "Reports", "Cllr Orr said that the paddling pool was losing water through a crack in its floor.")
    position = archive_of(named, of_item(6, "Reports", text)).latest_position("paddling pool")
    assert text_of(position.statement).startswith("Cllr Orr said")


def test_a_topic_of_many_words_is_known_by_its_short_name():
    said = "The Woodland Renewal and Planting Fund (WRPF) was opened in May by the county."
    meeting = of_item(4, "Updates", said, "Rangers met on Monday.", "The WRPF balance is £41,250 after grants.")
    position = archive_of(meeting).latest_position("Woodland Renewal and Planting Fund")
    assert text_of(position.figure) == "The WRPF balance is £41,250 after grants."


def test_what_is_proposed_may_be_a_heading():
    meeting = of_item(
        5,
        "Matters arising",
        "Quarry Works",
        "The lorries of Quarry Works had been seen in Weir Lane on Sundays.",
        "Proposed Removal of the Weighing House.",
        "The county had written again. The repair of its roof would cost £8,400 and it was hoped to keep it.",
        kinds={0: "clause", 2: "clause"},
    )
    archive = archive_of(meeting)
    assert archive.latest_position("Quarry Works").figure is None
    assert "£8,400" in archive.latest_position("weighing house").figure.text


def test_a_street_is_not_found_between_the_names_of_two_others():
    other = "Once the gates are up Weir Drove and Kiln Road will be looked at. Bins on Mill Hill – This will be done."
    street = "The Clerk would write to the county about the drains in Weir Rd and in Weir Road."
    assert archive_of(of_item(5, "Matters arising", other)).latest_position("Weir Road").said == ()
    position = archive_of(of_item(2, "Roads", street), of_item(5, "Roads", other)).latest_position("Weir Road")
    assert text_of(position.promise) == street


def test_what_is_listed_behind_other_things_that_are_counted_is_not_what_is_counted():
    text = "The handyman had strimmed around ten bridges, the signs in Weir Lane and both phone boxes on two occasions."
    assert archive_of(of_item(5, "Reports", text)).latest_position("phone boxes").figure is None


def test_a_step_to_come_is_a_promise_and_no_statement():
    text = "Pool floor – Cllr. Orr will ask the builder for a quote for the floor of the paddling pool by May."
    position = archive_of(of_item(3, "Recreation", text)).latest_position("paddling pool")
    assert text_of(position.promise) == text
    assert position.statement is None


def test_a_clause_without_a_verb_is_quoted_with_what_opens_the_decision():
    opening = "It was decided that the duties would be shared out as follows:"
    texts = (opening, "Allotments – Cllr Ada Ash", "Footpaths – Cllr Jo Birch")
    archive = archive_of(of_item(1, "Election of officers", *texts, kinds={1: "bullet", 2: "bullet"}))
    position = archive.latest_position("allotments")
    assert (position.decision.text, position.decision.lead_in) == (texts[1], opening)
    assert f"[{opening}] {texts[1]}" in str(position)


def test_a_word_of_any_sentence_near_the_other_is_not_the_topic():
    levied = "The council tax for a house in band D would be £1,840."
    wealth = (
        "The Council deplored the wealth tax that the ministry had announced. It was AGREED that the Council write."
    )
    meetings = [of_item(n, "Finance", levied.replace("1,840", f"1,{n}40")) for n in (1, 2, 3)]
    archive = archive_of(*meetings, of_item(5, "Finance", wealth))
    position = archive.latest_position("council tax")
    assert position.decision is None
    assert position.figure.date == datetime.date(2031, 3, 1)


def test_a_passage_below_a_heading_tells_the_word_that_is_not_said_everywhere():
    grant = "It was AGREED that the Graveyard Committee be given £500."
    named = "It was AGREED that the Planning Committee meet on Mondays."
    meetings = [of_item(n, "Planning", f"The Planning Committee met on {n} May.") for n in (1, 2, 3)]
    archive = archive_of(*meetings, of_item(4, "Meetings", named), of_item(5, "Planning, grants and the pond", grant))
    assert text_of(archive.latest_position("planning committee").decision) == named


def test_a_name_turned_round_is_another_thing():
    home = "It was AGREED that the care home in Weir Lane be sold."
    care = "It was AGREED that home care be charged by the hour."
    archive = archive_of(of_item(2, "Social care", care), of_item(5, "Property", home))
    assert text_of(archive.latest_position("home care").decision) == care
    turned = "It was AGREED that the closure of the library be put off."
    assert text_of(archive_of(of_item(3, "Libraries", turned)).latest_position("library closure").decision) == turned


def test_a_label_alone_is_no_statement_and_what_stands_below_it_is_the_reply():
    texts = ("Could the Director say when the bridge will be painted?", "REPLY:", "The bridge will be painted by June.")
    said = archive_of(of_item(4, "Question on the bridge", *texts)).latest_position("bridge").statement
    assert said.text == texts[2]


def test_what_is_asked_where_minutes_are_approved_is_no_promise_on_their_body():
    text = "The minutes of the Planning Committee of 7 May were approved; the Clerk was asked to sign them."
    archive = archive_of(of_item(6, "Minutes", text), of_item(2, "Trees", "The Planning Committee saw the trees."))
    assert archive.latest_position("planning committee").promise is None


def test_the_lines_of_a_long_item_are_looked_through_once(monkeypatch):
    from minutesnlp.archive import bearing

    looked: list[int] = []
    heads = bearing.heads
    monkeypatch.setattr(bearing, "heads", lambda paragraphs, at: looked.append(at) or heads(paragraphs, at))
    texts = [f"The lido pump was mended by lamp {n}, which took {n} men all of the night." for n in range(300)]
    archive_of(of_item(5, "Works of the year", *texts)).latest_position("lido")
    assert 300 <= len(looked) < 300 * 4


def test_a_quotation_that_points_back_comes_with_the_sentence_before():
    before = "The Harbour Master said that the lamps of the quay were old and " + "dim and " * 70 + "few."
    told = "They had been mended twice, the Harbour Master told members, and the lamps would last a year."
    position = archive_of(of_item(3, "Quay lamps", f"{before} {told}")).latest_position("lamps")
    assert position.statement.text == told
    assert position.statement.lead_in.startswith("The Harbour Master said that the lamps of the quay were old")
    assert f"[{position.statement.lead_in}] {told}" in str(position)


def test_no_position_is_told_by_one_word_of_another_name():
    own = of_item(3, "Rates", "The Local Property Tax (LPT) was discussed. It was RESOLVED that the LPT be £90.")
    other = of_item(4, "Local plan", "It was RESOLVED that the property by the local mill be let, free of tax.")
    again = of_item(5, "Rates", "The Clerk told members that the local property tax was due in May.")
    position = archive_of(own, other, again).latest_position("LPT")
    assert position.decision.text == "It was RESOLVED that the LPT be £90."
    assert position.statement.text == "The Clerk told members that the local property tax was due in May."


def test_also_goes_on_with_its_own_paragraph_alone():
    first = "The Harbour Master said that the quay lamps had been lit."
    second = "The Harbour Master also agreed to ask the ferry for its fares."
    apart = archive_of(of_item(3, "Reports", first, second)).latest_position("quay lamps")
    assert apart.promise is None
    together = archive_of(of_item(3, "Reports", f"{first} {second}")).latest_position("quay lamps")
    assert together.promise.text.endswith(second)


def test_whom_a_matter_is_put_to_is_not_what_it_is_about():
    own = of_item(3, "Play", "It was RESOLVED that two sports grounds be let. The Clerk said that sports were popular.")
    asked = (
        "It was RESOLVED to write to the Minister for Sports and Tourism about the ferry.",
        "It was agreed to refer the fares to the Sports and Tourism Policy Committee.",
        "The Director of Sports said that £900 was spent on paint.",
    )
    archive = archive_of(own, *(of_item(4 + n, "Ferry", text) for n, text in enumerate(asked)))
    position = archive.latest_position("sports")
    assert position.decision.text == "It was RESOLVED that two sports grounds be let."
    assert position.statement.text == "The Clerk said that sports were popular."
    assert position.figure is None or "£900" not in position.figure.text
    assert archive.latest_position("Sports and Tourism Policy Committee").decision.text == asked[1]


def test_what_was_asked_is_quoted_with_its_answer():
    asked = "The Hall Committee asked if it might hang a lantern in the bus shelter."
    agreed = "The Councillors agreed to the proposal."
    position = archive_of(of_item(3, "Hall", f"{asked} {agreed} The Clerk read out a letter.")).latest_position(
        "bus shelter"
    )
    assert position.decision.text == f"{asked} {agreed}"
