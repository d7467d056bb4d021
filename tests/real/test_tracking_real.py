"""Laws that hold for whatever is found in real minutes; skipped where they do not lie beside the checkout."""

import random
from pathlib import Path

import pytest

import minutesnlp as mn
from minutesnlp.tracking import find_decisions, find_questions, find_undertakings

SHARED = Path(__file__).parents[2].parent / "shared"
SEED = SHARED / "seeds" / "003_96efbac2bbe97454.txt"
COUNCILS = ("norfolk", "limerick", "london-ontario", "gov-uk-panels")

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the real minutes do not lie beside the checkout")


@pytest.fixture(scope="module")
def corpus():
    chance = random.Random(11)
    files = [
        file
        for council in COUNCILS
        for file in sorted((SHARED / "minutes" / "originals" / council).glob("*.md"))[chance.randrange(3) :: 40][:6]
    ]
    return mn.read(*files, SHARED / "seeds")


@pytest.fixture(scope="module")
def text_of(corpus):
    return {paragraph.id: paragraph.text for paragraph in corpus.paragraphs}


def test_decisions_and_their_clauses_and_votes_stand_at_their_offsets(corpus, text_of):
    decisions = find_decisions(corpus)
    assert len(decisions) > 50
    for decision in decisions:
        assert text_of[decision.paragraph_id][decision.start : decision.end] == decision.text
        assert decision.outcome.isupper()
        for clause in decision.clauses:
            assert text_of[clause.paragraph_id][clause.start : clause.end] == clause.text
        if decision.votes:
            assert 0 <= decision.votes.start < decision.votes.end <= len(text_of[decision.votes.paragraph_id])


def test_undertakings_and_questions_stand_at_their_offsets(corpus, text_of):
    for one in find_undertakings(corpus, soft=True):
        assert text_of[one.paragraph_id][one.start : one.end] == one.text
    for question in find_questions(corpus):
        assert text_of[question.paragraph_id][question.start : question.end] == question.text
        if question.answer:
            assert text_of[question.answer_id][question.answer_start : question.answer_end] == question.answer


def test_nothing_is_found_in_agenda_text(corpus):
    agenda = {p.id for p in corpus.paragraphs if p.section == "agenda"}
    found = [*find_decisions(corpus), *find_undertakings(corpus), *find_questions(corpus)]
    assert not [one for one in found if one.paragraph_id in agenda]


def test_summaries_are_verbatim_and_keep_their_budget(corpus):
    for item in corpus.items[:200]:
        summary = mn.summarise(item, words=60)
        assert summary.verify(item.paragraphs)
        words = sum(len(sentence.text.split()) for sentence in summary.sentences)
        assert words <= 60 or all(
            sentence.role in ("decision", "vote") or summary.decisions for sentence in summary.sentences
        )


@pytest.mark.skipif(not SEED.is_file(), reason="the seed does not lie beside the checkout")
def test_of_three_undertakings_two_are_carried_and_one_is_dropped():
    found = find_undertakings(mn.read(SEED))
    assert sorted(one.status for one in found) == ["carried", "carried", "dropped"]


@pytest.mark.skipif(not SEED.is_file(), reason="the seed does not lie beside the checkout")
def test_the_summary_of_a_debate_has_all_clauses_of_its_resolution():
    item = mn.read(SEED)[0].items[0]
    (decision,) = find_decisions(item)
    assert len(decision.clauses) == 3
    summary = mn.summarise(item).text
    assert all(clause.text.strip() in summary for clause in decision.clauses)
