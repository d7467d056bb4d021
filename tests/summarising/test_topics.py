"""What of a search stands in a text."""

import datetime
from dataclasses import replace

import pytest

from minutesnlp.records import Hit, Hits, Item, Meeting, Paragraph
from minutesnlp.summarising import summarise
from minutesnlp.summarising.topics import Topic


def hit(rank, text, terms, title="Roads"):
    own = Paragraph(id=f"h{rank}", text=text, citation=f"cited {rank}")
    item = Item(id=f"i{rank}", title=title, paragraphs=(own,))
    meeting = Meeting(id=f"m{rank}", date=datetime.date(2030, 1, rank), items=(item,))
    return Hit(rank, 1.0 / rank, 1.0, 0.1, tuple(terms), (), text[:20], 0, own, item, meeting)


@pytest.fixture
def hits():
    return Hits(
        [
            hit(
                1, "The fence of the playground was mended. The Clerk would write to the bank.", ("playground", "fence")
            ),
            hit(2, "The playground is open again.", ("playground",)),
            hit(3, "The Clerk was asked to write to the Council about playground fees.", ("playground",)),
        ],
        query="playground fence",
    )


def test_the_share_of_a_topic_is_larger_for_the_rarer_word(hits):
    topic = Topic(hits, "playground fence")
    assert topic.share("The fences fell.") > topic.share("The playground is open.") > 0
    assert topic.share("The bank is open.") == 0
    assert topic.share("A fence round the playground.") == pytest.approx(1.0)


def test_what_holds_all_words_of_a_topic_holds_exactly_all_of_it():
    words = ["pond", "railings", "lantern", "weir", "orchard", "ferry", "kiln"]
    found = Hits([hit(n + 1, " ".join(words[n:]), ()) for n in range(len(words))], query="")
    topic = Topic(found, " ".join(words))
    assert {topic.share(" ".join(words[n:] + words[:n])) for n in range(len(words))} == {1.0}


def test_what_is_around_a_sentence_counts_but_something_must_stand_in_it(hits):
    topic = Topic(hits, "playground fence")
    assert topic.in_sentence("It is the playground's.", "Fence") > 0
    assert topic.in_sentence("It is the playground's.", "Roads") == 0
    assert topic.in_sentence("It was mended.", "Playground fence") == 0


def test_a_summary_of_hits_leaves_out_what_is_not_on_the_topic(hits):
    summary = summarise(hits, words=60)
    assert summary.text == "The fence of the playground was mended."
    assert "bank" not in summary.text


def test_each_sentence_of_hits_is_shown_with_its_citation(hits):
    assert str(summarise(hits, words=60)).splitlines()[1:3] == [
        "  The fence of the playground was mended.",
        "    cited 1",
    ]


@pytest.mark.parametrize("query", ["playground -gate", 'playground "gate post"', "playground AND gate", "title:gate"])
def test_words_of_a_query_with_operators_are_not_called_missing(query):
    found = Hits([hit(1, "The playground is open.", ("playground",))], query=query)
    assert Topic(found, query).missing == ()


def test_a_word_that_stands_nowhere_is_told(hits):
    lacking = Hits(list(hits), query="playground fence gate")
    assert Topic(lacking, lacking.query).missing == ("gate",)
    assert "“gate” stands in nothing that was found" in summarise(lacking, words=60).notes


def test_what_was_found_by_other_words_alone_is_all_on_the_topic():
    found = Hits([hit(1, "The lido was closed.", ())], query="pool")
    assert Topic(found, "pool").share("The lido was closed.") == 1.0


def test_nothing_that_says_enough_is_told():
    found = Hits([hit(1, "The bank was closed in June.", ("fence",), title="Fence")], query="fence")
    summary = summarise(found, words=60)
    assert summary.sentences == ()
    assert "no sentence that fits says enough of it" in summary.notes


def test_neither_of_two_words_is_the_topic_alone_however_common_the_other(hits):
    topic = Topic(hits, "playground fence")
    assert topic.in_sentence("The fence of the bank fell.", "Roads") == 0
    assert topic.in_sentence("The playground is open.", "Roads") == 0


def test_a_name_stands_for_the_word_it_was_found_by():
    named = hit(1, "The lido will be shut.", ("lido",))
    typed = hit(2, "The closure of the lido was noted.", ("lido", "closure"))
    found = Hits([replace(named, names=("shut",)), typed], query="lido closure", names={"shut": "closure"})
    topic = Topic(found, "lido closure")
    assert topic.share("The lido will be shut.") == pytest.approx(1.0)
    assert topic.share("The lido will be open.") < 1 > topic.share("The shops were shut.")
    near = Topic(Hits(found, query="lido closure"), "lido closure")  # by a name that is only near it
    assert near.share("The lido will be shut.") < 1


def test_a_word_that_is_found_by_another_name_alone_is_not_missing():
    named = replace(hit(1, "The lido will be shut.", ("lido",)), names=("shut",))
    topic = Topic(Hits([named], query="lido closure", names={"shut": "closure"}), "lido closure")
    assert topic.missing == ()
    assert topic.share("The lido will be shut.") == pytest.approx(1.0)
    assert topic.share("The lido will be open.") < 1


def test_the_words_of_another_name_stand_for_the_topic_together():
    typed = hit(1, "The RLT rose again.", ("RLT",))
    named = replace(hit(2, "The river lands tax rose again.", ()), names=("river lands tax",))
    topic = Topic(Hits([typed, named], query="RLT", names={"river lands tax": "RLT"}), "RLT")
    assert topic.share("The river lands tax was set.") == topic.share("A tax on river lands was set.") == 1
    for other in (
        "The river rose.",
        "The tax on boats was set, for the river had flooded the lands.",
        "A tax was set.",
    ):
        assert topic.share(other) == 0


def test_a_name_of_the_words_of_the_topic_itself_changes_nothing():
    typed = hit(1, "Mill watch was held.", ("mill", "watch"))
    names = {"watch of the mill": "mill watch"}
    topic = Topic(Hits([typed], query="mill watch", names=names), "mill watch")
    assert topic.read("Mill fell watch") == [{"mill"}, {"fell"}, {"watch"}]


def test_what_was_decided_on_a_topic_stands_in_the_summary_of_its_hits_with_its_votes():
    motion = (
        "Moved by Councillor Orr, seconded by Councillor Teel: that a night shelter be opened in the old mill.",
        "The motion was CARRIED, 9 for and 2 against.",
    )
    talk = [f"The night shelter of town {n} was spoken of by those who had been there." for n in range(8)]
    own = [Paragraph(id=f"h{n}", text=text, citation=f"cited {n}") for n, text in enumerate((*talk, *motion))]
    item = Item(id="i", title="Homes", paragraphs=tuple(own))
    meeting = Meeting(id="m", date=datetime.date(2030, 1, 1), items=(item,))
    found = [
        Hit(n, 1.0, 1.0, 0.1, ("night", "shelter"), (), one.text[:20], 0, one, item, meeting)
        for n, one in enumerate(own[:-1])
    ]
    summary = summarise(Hits(found, query="night shelter"), words=40)
    (moved,) = [one for one in summary.sentences if one.text == motion[0]]
    assert moved.outcome == "CARRIED (9 for, 2 against)"
    assert moved.role == "decision"


def test_hits_with_a_part_of_the_query_are_left_out_where_others_hold_all(hits):
    part = [replace(one, match="part") for one in hits[1:]]
    summary = summarise(Hits([hits[0], *part], query=hits.query), words=60)
    assert [one.citation for one in summary.sentences] == ["cited 1"]
    assert "2 hits that hold only a part of the query left out" in summary.notes


def test_what_was_found_by_a_short_name_alone_is_shown_and_no_word_said_to_be_missing():
    short = replace(hit(1, "Special projects of the LPT", ()), names=("LPT",))
    summary = summarise(Hits([short], query="local property tax"), words=60)
    assert summary.text == "Special projects of the LPT"
    assert summary.notes == ()


def test_a_summary_of_hits_shows_no_heading_beside_sentences(hits):
    heading = hit(4, "Playground fence review, dated 9 May", ("playground", "fence"))
    assert "review, dated" not in summarise(Hits([*hits, heading], query=hits.query), words=60).text


def test_hits_of_one_meeting_stand_as_its_minutes_have_them():
    item = Item(id="i", title="Playground")
    meeting = Meeting(id="m", date=datetime.date(2030, 1, 1), items=(item,))
    texts = ("The playground fence was mended for £90.", "The playground was opened in May by the Mayor.")
    own = [Paragraph(id=f"p{n}", text=text, line=9 - n) for n, text in enumerate(texts)]
    hits = [Hit(n + 1, 1.0, 1.0, 0.1, ("playground",), (), "", 0, one, item, meeting) for n, one in enumerate(own)]
    summary = summarise(Hits(hits, query="playground"), words=60)
    assert [sentence.paragraph_id for sentence in summary.sentences] == ["p1", "p0"]


def test_that_a_meeting_has_no_date_is_told_where_it_is_shown():
    dated = hit(1, "The playground fence was mended for £90 in May.", ("playground",))
    other = hit(2, "The playground stood open for an hour.", ("playground",))
    undated = replace(other, meeting=replace(other.meeting, date=None))
    told = "some meetings have no date, and stand last"
    assert told in summarise(Hits([dated, undated], query="playground"), words=60).notes
    assert told not in summarise(Hits([dated, undated], query="playground"), words=9).notes


def test_another_name_in_capitals_stands_in_capitals():
    typed = hit(1, "RIVER was told of.", ("RIVER",))
    names = {"SEN": "RIVER"}
    topic = Topic(Hits([typed], query="RIVER", names=names), "RIVER")
    for told in ("SEN was told of.", "The SENs were told of.", "SEN’s place was told of."):
        assert topic.share(told) == 1
    assert topic.share("Ada Wren, Sen. Planner, was told.") == 0
