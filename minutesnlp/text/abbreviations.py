"""The abbreviations a full stop may belong to, and the words a sentence begins with, as data."""

from __future__ import annotations

import re


def in_capitals(name: str) -> str:
    """Return the expression of a short name as it stands in capitals, with the s of several or of what is its own.

    >>> [bool(re.search(in_capitals("SEN"), text)) for text in ("SEN staff", "SEN’s", "SENs", "Sen. Orr", "SENT")]
    [True, True, True, False, False]
    """
    return rf"(?<!\w){re.escape(name)}(?:['’ʼ‘]?s)?(?!\w)"


def _words(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


# A name or a number follows: a full stop here ends nothing. “Cllr. Vane”, “e.g. the hall”, “ref. 12”.
OPENING = _words(
    "cllr cllrs cyng clir clirs councillr cnllr clr cm cn cmhlr comh alderm ald mr mrs",
    "ms mx messrs dr prof rev revd canon fr sr hon rt capt col maj",
    "lt lieut gen brig sgt cpl pc insp supt cmdr pres vice-pres sec snr asst dep hd",
    "i.e ie e.g eg c ca circa approx cf viz v vs incl excl re ref refs para paras p pp pg fig figs appx",
    "vol ch cl sch reg regs tel ext nr sq av mt ft prop exec admin",
)

# These stand within a sentence or at its end; what follows decides. “etc.”, “7.30 p.m.”, “Hale & Co.”
CLOSING = _words(
    "etc a.m p.m am pm ltd co inc bros corp llp esq jnr jr snr dept cttee ctte comm govt assoc assn soc",
    "app art st",
    "rd ave ln cres tce terr gdns hse est wk wks yr yrs hr hrs min mins max av no nos al",
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun",
    "p.a pa p.w pw n.b nb p.s ps b.a m.a ph.d a.o.b aob a.g.m agm",
)

# Of these, what is written after a whole thing said: any capital word with a small one behind it begins anew.
LOOSE = _words("etc a.m p.m am pm esq yr yrs wk wks hr hrs p.a p.w aob a.o.b a.g.m agm")

# “No. 7” is a number, “no. The” the end of a sentence: only before a digit or a code is the full stop its own.
NUMBERING = _words("no nos min mins sec app appx fig figs item ref")

# A single letter after one of these is a name of a thing, not of a person: “Option B. The Clerk …”
LETTERED = _words(
    "item items option options appendix appendices schedule annex annexe part parts class plan grade group zone lot",
    "phase category block unit section figure table area band type site route list party team model scheme",
    "tier vitamin hepatitis",
)

# After “meeting” they go on: “the P.C. Meeting on 4 May”, “the A.G.M. Meeting.”
AFTER_MEETING = frozenset(["", "on", "of", "in", "at", "to", "and", "held", "room"])

# Words that begin a sentence and seldom a name.
STARTERS = _words(
    "the this that these those there it its he she they we you his her their our in on at as after before during",
    "following for from by with to when where while if although though however therefore further furthermore",
    "additionally also but and or so then thus all any each every some no not both several many most more",
    "members member councillors councillor cllr cllrs cllr's mr mrs ms miss dr clerk chair chairman chairperson",
    "chairwoman officers residents what who why how which is are",
    "was were does did do can could would will should has",
    "resolved agreed noted approved proposed seconded carried unanimous action actions recommended ordered deferred",
    "resolution motion vote voting apologies none nothing report meeting once since under until upon",
    "please because having being given regarding concerning",
)

# A day or month after “p.m.” goes on with the sentence: “at 7.30 p.m. Thursday 4 May”.
CALENDAR = _words(
    "january february march april may june july august september october november december",
    "monday tuesday wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sep sept oct nov dec",
    "mon tue tues wed thu thur thurs fri sat sun gmt bst",
)
