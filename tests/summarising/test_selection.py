import itertools
import random

import pytest

from minutesnlp.summarising.selection import select, yielding


def best_by_trying_all(worths, lengths, budget, likeness, penalty, kept):
    free = [n for n in range(len(worths)) if n not in kept]
    best = 0.0
    for size in range(len(free) + 1):
        for chosen in itertools.combinations(free, size):
            if sum(lengths[n] for n in (*chosen, *kept)) > budget:
                continue
            worth = sum(worths[n] for n in chosen)
            worth -= sum(penalty * likeness[a][b] for a, b in itertools.combinations(chosen, 2))
            worth -= sum(penalty * likeness[a][k] for a in chosen for k in kept)
            best = max(best, worth)
    return best


@pytest.mark.parametrize("seed", range(40))
def test_the_choice_is_the_best_of_all(seed):
    chance = random.Random(seed)
    count = chance.randint(1, 9)
    worths = [chance.uniform(-0.5, 3) for _ in range(count)]
    lengths = [chance.randint(1, 12) for _ in range(count)]
    likeness = [[0.0] * count for _ in range(count)]
    for a, b in itertools.combinations(range(count), 2):
        likeness[a][b] = likeness[b][a] = chance.random()
    kept = [0] if seed % 3 == 0 else []
    budget = chance.randint(5, 40)
    found = select(worths, lengths, budget, likeness=likeness, penalty=1.3, kept=kept, steps=10**6)
    assert found.gap == 0
    assert found.worth == pytest.approx(best_by_trying_all(worths, lengths, budget, likeness, 1.3, kept))
    assert sum(lengths[n] for n in (*found.chosen, *kept)) <= max(budget, sum(lengths[k] for k in kept))


def test_what_is_said_twice_is_taken_once():
    likeness = [[0, 1, 0], [1, 0, 0], [0, 0, 0]]
    assert select([2, 2, 1], [5, 5, 5], 10, likeness=likeness, penalty=1.5).chosen in ((0, 2), (1, 2))


def test_a_search_cut_short_tells_how_far_from_the_best_it_may_be():
    worths = [10 + n / 100 for n in range(50)]
    likeness = [[0.0 if a == b else 0.5 for b in range(50)] for a in range(50)]
    found = select(worths, [7] * 50, 80, likeness=likeness, penalty=1.0, steps=30)
    assert found.chosen
    assert found.gap > 0


def test_nothing_fits_into_no_room():
    assert select([1.0], [5], 4).chosen == ()
    assert select([], [], 4).chosen == ()


def test_rows_of_a_table_yield_to_a_decision_that_is_worth_more_than_each_and_not_than_all():
    worths, lengths, alike = [5.0, *[1.5] * 4], [50, *[10] * 4], [[0.0] * 5] * 5
    rows = range(1, 5)
    assert select(worths, lengths, 50).chosen == (1, 2, 3, 4)
    light = yielding(worths, lengths, 50, rows, [0], likeness=alike, penalty=1.0, kept=())
    assert select(light, lengths, 50).chosen == (0,)
    for room, decided in ((49, [0]), (50, [])):  # it would not fit, or there is none
        assert yielding(worths, lengths, room, rows, decided, likeness=alike, penalty=1.0, kept=()) == worths
