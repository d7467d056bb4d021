import pytest

from minutesnlp.tagging import tag
from minutesnlp.tracking.measures import measure_of

CASES = [
    ("The Board heard that there were 33 inspections carried out in May.", "33", "inspections"),
    ("It was resolved to reduce the precept to £2500.", "£2500", "precept"),
    ("The grant application for £200 was refused.", "£200", "grant application"),
    ("The term of the lease will be extended by a period of 60 months.", "60 months", "term of the lease"),
    ("The projected savings of £210,000 will be made on fuel.", "£210,000", "projected savings"),
    ("She said that 86% of hotel food was bought nearby.", "86%", "hotel food"),
    ("The mast had a balance of £882 at the bank.", "£882", "balance"),
    ("The burst caused 50% leakage in the main.", "50%", "leakage"),
    ("He opened 82 highly supportive housing units in Fell Street.", "82", "highly supportive housing units"),
    ("Gritting had cost £90,000 in 2030.", "£90,000", "Gritting cost"),
    ("Mr Marsh signed a new 2-year contract with the firm.", "2-year", "contract"),
    ("A scanner for £100 was bought.", "£100", "scanner"),
    ("The loss might be as high as £40,000.", "£40,000", "loss"),
    ("It suggested that £45 was enough.", "£45", ""),
    ("The clerk will write a formal report for £500.", "£500", "formal report"),
    ("It was agreed that the precept for 2031/32 should be £1700.", "£1700", "precept"),
    ("The cost of the roof had risen to £2m.", "£2m", "cost of the roof"),
    ("It was agreed that the Precept should be held at its current level of £18,000.", "£18,000", "Precept"),
    ("Members agreed that the precept for 2031-32 remain the same as the current year £10,500.", "£10,500", "precept"),
    ("A Fell resident has pledged £1800 towards a bench.", "£1800", "bench"),
    ("A decision should be made in the next 10-days.", "10-days", ""),
    ("It was resolved to seek an increase in the precept to £1,350.", "£1,350", "precept"),
    ("The £1,330 precept remains the same.", "£1,330", "precept"),
    ("April £10,806.51", "£10,806.51", ""),
    ("The letter gave us 10 days.", "10 days", "letter"),
    ("It was agreed to allocate €1,500 to footpaths in Fell.", "€1,500", "footpaths"),
    ("If all grants are successful £120,000 will be raised.", "£120,000", ""),
    (
        "It was agreed to allocate €500 to Marlow and District Pipe Band for uniforms.",
        "€500",
        "Marlow and District Pipe Band",
    ),
    ("It was agreed to allocate €500 to Marlow Singing Club.", "€500", "Marlow Singing Club"),
    ("The line was only showing expenditure of £25 from it.", "£25", "expenditure"),
    ("It was agreed to buy two flat swing seats for it.", "two", "flat swing seats"),
    # who says it, or gets it, is not what it is of
    ("KL said £15k of county funding was there.", "£15k", "county funding"),
    ("Old Hallowby Fair Trust received £9,000 from the county.", "£9,000", ""),
    ("The county found that HBC has allocated £60,000 to upgrade Marlow Park.", "£60,000", "upgrade Marlow Park"),
    ("The balance was reported as £90.", "£90", "balance"),
    ("The number of lamps to be lit by Hallowby Borough Council is 834 now.", "834", "number of lamps"),
    ("A quote from Jo Reed of £1750 has come.", "£1750", "quote from Jo Reed"),
    ("A new quote has been received from Kettle – approx £80K for it.", "£80K", "quote has been received from Kettle"),
    ("Fees thought to be about £1000 were asked for.", "£1000", "Fees"),
    ("The rates rose by 2.8% in line with prices.", "2.8%", "rates"),
    ("€1,000 to Fell Playground.", "€1,000", "Fell Playground"),
    ("The survey identifies 15% as of an age to vote.", "15%", "survey"),
    ("Rates are only 7% whereas with care they may be 70%.", "7%", "Rates"),
]


@pytest.mark.parametrize(("text", "figure", "measure"), CASES, ids=[case[0] for case in CASES])
def test_a_measure_is_a_noun_with_what_stands_with_it(text, figure, measure):
    found = next(one for one in tag(text) if one.label == "FIGURE" and figure in one.text)
    assert measure_of(text, found, 0) == measure
