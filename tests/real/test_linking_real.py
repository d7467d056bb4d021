"""Who is who in the seeds: every mention listed by hand, so that every pair is known."""

from collections import Counter
from itertools import combinations
from pathlib import Path

import pytest

import minutesnlp as mn
from minutesnlp.tagging.linking.linking import link
from minutesnlp.tagging.linking.places import places_of

SEEDS = Path(__file__).resolve().parents[2].parent / "shared" / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.exists(), reason="../shared/seeds is not here")

# By seed: a mention as printed and whom it means; `*` for all seeds. Posts whose holder is not told are somebody of
# their own, by seed where time or place may part them.
WHO = {
    "*": {
        "S Butcher": "butcher",
        "Sue ^TButcher": "butcher",
        "R Farnham": "farnham",
        "Rachel Farnham": "farnham",
        "Rachel": "farnham",
        "Director of Children’s Care": "farnham",
        "Director of Children's Care": "farnham",
        "Lead for Transformation": "farnham",
        "Commissioner": "dwyer",
        "commissioner": "dwyer",
        "Peter Dwyer": "dwyer",
        "Peter Dwyer OBE": "dwyer",
        "Peter Dwyer CBE": "dwyer",
        "Secretary of State": "sos",
        "Sec of State": "sos",
        "Independent Chair of Improvement Board": "chair-ib",
        "Independent Chair": "chair-ib",
        "Director of Public Health": "dph",
        "Councillor Waters": "waters",
        "Councillor Hellaoui": "hellaoui",
        "Ward Councillor for Newport Ward": "hellaoui",
        "Co-Chair of Governors": "hellaoui",
        "Joanne Dixon": "dixon",
        "M Walker": "walker",
        "Head of Stronger Communities": "walker",
        "Early Help Team Manager": "ehtm",
        "Social Care Team Manager": "sctm",
        "Chief Executive": "chief-exec",
        "Chief Exec": "chief-exec",
        "Chair of Corporate Parenting Board": "chair-cpb",
        "Deputy Mayor": "deputy-mayor",
        "EXECUTIVE MEMBER": "author",
        "minister": "minister",
        "Paula Jemson": "jemson",
        "Paula": "jemson",
        "Quality Assurance Manager": "jemson",
        "Looked After Children Head of Service": "jemson",
        "Executive Member for Children’s Services": "em-cs",
        "Executive Member for Finance and Governance": "em-fg",
        "Interim Director of Children’s Care": "idc",
        "Democratic Services Officer": "dso",
    },
    "000": {
        "Executive Director of Children’s Services": "butcher",
        "Executive Director": "butcher",
        "Executive Member": "waters",
        "Executive Member for Regeneration": "waters",
        "Director of Children’s Services": "dcs-of-the-neighbours",
        "Chair": "chair-000",
    },
    "001": {
        "Executive Director of Children’s Services": "butcher",
        "Executive Director": "butcher",
        "Executive Member for Regeneration": "em-regen",
        "Chair": "chair-001",
    },
    "002": {"Executive Director of Children's Services": "ed-cs"},
    "003": {
        "Executive Director of Children’s Services": "ed-cs",
        "Executive Director": "ed-cs",
        "Executive Member": "em-cs",
        "Chair": "chair-003",
    },
}
# How many mentions of people and posts each seed holds.
MENTIONS = {"000": 35, "001": 17, "002": 14, "003": 32, "004": 13}
# One abbreviation for the directors of two councils, on two lines beside each other.
TWO_PEOPLE = {("002", "DCS")}


def test_every_pair_of_mentions_in_the_seeds_is_right():
    corpus = mn.read(SEEDS)
    seed_of = {meeting.id: Path(meeting.source).name[:3] for meeting in corpus}
    told, links = [], link(places_of(corpus))
    for found in links:
        seed, text = seed_of[found.meeting], found.entity.text
        if (seed, text) not in TWO_PEOPLE:
            told.append((WHO.get(seed, {}).get(text) or WHO["*"][text], found.person_id, seed, text))
    # Every mention on the list was found: a mention that is missed fails.
    found_in = {(seed, text) for _, _, seed, text in told}
    assert {(seed, text) for seed in WHO.keys() - {"*"} for text in WHO[seed]} <= found_in
    assert WHO["*"].keys() <= {text for _, text in found_in}
    assert Counter(seed for _, _, seed, _ in told) == MENTIONS
    wrong = {
        (one[2:], other[2:]) for one, other in combinations(told, 2) if (one[0] == other[0]) != (one[1] == other[1])
    }
    assert not wrong
