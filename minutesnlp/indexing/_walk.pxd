# cython: boundscheck=False, wraparound=False, cdivision=True, initializedcheck=False
"""The walk over the blocks of an index: which paragraphs may be among the best, and what those score.

In each block the terms of the query are put in the order of the most they can add there. The weakest, which even
together cannot lift a paragraph to the k-th best score so far, are *idle*; the others are *driving*. What happens to a
block has three steps.

1. *Collect*: the paragraphs of the driving terms that may reach the threshold, if the idle terms add the most they can.
   Sums are whole numbers of points, of which 65,535 are as much as the query can score; every rounding is upwards.
   Terms that stand in many paragraphs have a row of bytes, one a paragraph; where one of them drives, the rows are
   summed up for all paragraphs of the block by wide instructions. Where a filter keeps fewer paragraphs of the block
   than the driving terms have, those are collected instead, and all terms are idle.
2. *Narrow*: the idle terms, from the strongest down, are looked up in what was collected.
3. *Settle*: what is left is scored exactly, in float64, in the order of the query, the most promising first, so that
   the threshold rises before the rest is looked at.
"""

from libc.stdint cimport int32_t, uint8_t, uint16_t
from libc.string cimport memset

from minutesnlp.indexing._best cimport offer
from minutesnlp.indexing._terms cimport BLOCK, Search, Term, enter, exactly, in_points, length_of, raise_to, seek

cdef extern from "strips.h" nogil:
    uint8_t largest_of(const uint8_t *bytes, size_t count)
    size_t places_of(const uint8_t *bytes, size_t count, uint8_t least, int32_t first, int32_t *places)
    size_t places_of_sums(
        const uint8_t *const *rows, int many, size_t count, uint8_t least, int32_t first, int32_t *places
    )

cdef enum:
    MOST_ROWS = 64            # rows of bytes that are summed up together,
    FIRST_PART = 1024         # and for so many paragraphs at first
    SEEK = 8                  # postings that are added up in the time in which one is sought


cdef inline void add(const Term *term, uint16_t *sums) noexcept nogil:
    """Add what a term adds to the sums of a block."""
    # Read once: a store to a sum might change them, for all the compiler knows
    cdef const int *ids = term.ids
    cdef const uint8_t *impacts = term.impacts
    cdef unsigned int factor = term.factor
    cdef Py_ssize_t place
    for place in range(term.begin, term.end):
        sums[ids[place]] += <uint16_t> ((impacts[place] * factor >> 8) + 1)


cdef inline void wipe(const Term *term, uint16_t *sums) noexcept nogil:
    cdef Py_ssize_t place
    for place in range(term.begin, term.end):
        sums[term.ids[place]] = 0


cdef inline void collect_one(Search *search, const Term *term, unsigned int rest) noexcept nogil:
    """Collect the paragraphs of the only driving term."""
    cdef unsigned int wanted = search.least - rest - 1 if search.least > rest else 0  # one point is in every posting
    cdef unsigned int least = (256 * wanted + term.factor - 1) // term.factor
    cdef Py_ssize_t i, place
    search.size = 0
    if least > 255:
        return
    search.size = places_of(
        term.impacts + term.begin, length_of(term), <uint8_t> least, <int32_t> term.begin, search.found
    )
    for i in range(search.size):
        place = search.found[i]
        search.found[i], search.points[i] = term.ids[place], in_points(term, term.impacts[place])


cdef inline void collect_last(Search *search, const Term *term, unsigned int rest, uint16_t *sums) noexcept nogil:
    """Add the last driving term, and collect its paragraphs, in one go."""
    cdef const int *ids = term.ids
    cdef const uint8_t *impacts = term.impacts
    cdef int32_t *found = search.found
    cdef uint16_t *points = search.points
    cdef unsigned int factor = term.factor, least = search.least, sum
    cdef Py_ssize_t place, kept = search.size
    cdef int paragraph
    for place in range(term.begin, term.end):
        paragraph = ids[place]
        sum = sums[paragraph] + (impacts[place] * factor >> 8) + 1
        sums[paragraph] = 0
        found[kept], points[kept] = paragraph, sum
        kept += sum + rest >= least
    search.size = kept


cdef inline void collect_added(Search *search, const Term *term, unsigned int rest, uint16_t *sums) noexcept nogil:
    """Collect those paragraphs of an added term that no other has brought."""
    cdef const int *ids = term.ids
    cdef int32_t *found = search.found
    cdef uint16_t *points = search.points
    cdef unsigned int least = search.least, sum
    cdef Py_ssize_t place, kept = search.size
    cdef int paragraph
    for place in range(term.begin, term.end):
        paragraph = ids[place]
        sum = sums[paragraph]
        sums[paragraph] = 0
        found[kept], points[kept] = paragraph, sum
        kept += sum != 0 and sum + rest >= least
    search.size = kept


cdef inline void collect(Search *search, int *driving, int many, unsigned int rest, uint16_t *sums) noexcept nogil:
    """Collect the paragraphs of the driving terms that may be among the best if others add `rest`."""
    cdef int i, longest = 0
    search.size = 0
    if many == 1:
        collect_one(search, &search.terms[driving[0]], rest)
        return
    # The longest list comes last: it is walked once, the others twice
    for i in range(1, many):
        if length_of(&search.terms[driving[i]]) > length_of(&search.terms[driving[longest]]):
            longest = i
    driving[longest], driving[many - 1] = driving[many - 1], driving[longest]
    for i in range(many - 1):
        add(&search.terms[driving[i]], sums)
    collect_last(search, &search.terms[driving[many - 1]], rest, sums)
    for i in range(many - 1):
        collect_added(search, &search.terms[driving[i]], rest, sums)


cdef inline void sift(Search *search) noexcept nogil:
    """Keep of what was collected the paragraphs that may be found."""
    cdef Py_ssize_t i, kept = 0
    cdef int paragraph
    if search.mask == NULL and not search.listed:
        return
    for i in range(search.size):
        paragraph = search.found[i]
        search.found[kept], search.points[kept] = paragraph, search.points[i]
        if search.mask == NULL:
            kept += seek(&search.kept, paragraph) >= 0
        else:
            kept += search.mask[paragraph]
    search.size = kept


cdef inline void narrow(Search *search, Term *term, unsigned int rest, uint16_t *sums) noexcept nogil:
    """Add a term to what was collected, and keep what may still be among the best if others add `rest`."""
    cdef int32_t *found = search.found
    cdef uint16_t *points = search.points
    cdef unsigned int least = search.least
    cdef Py_ssize_t i, place, kept = 0
    if term.row != NULL:
        for i in range(search.size):
            points[i] += <uint16_t> ((term.row[found[i]] * term.factor >> 8) + (term.row[found[i]] != 0))
    elif length_of(term) < SEEK * search.size:
        add(term, sums)
        for i in range(search.size):
            points[i] += sums[found[i]]
        wipe(term, sums)
    else:
        for i in range(search.size):
            place = seek(term, found[i])
            if place >= 0:
                points[i] += <uint16_t> in_points(term, term.impacts[place])
    for i in range(search.size):
        found[kept], points[kept] = found[i], points[i]
        kept += points[i] + rest >= least
    search.size = kept


cdef inline void settle(Search *search) noexcept nogil:
    """Score what was collected, first those that with their points would be the k best, then who still may be."""
    cdef int counts[256]
    cdef int level = 255, promising = 0, turn
    cdef Py_ssize_t i
    cdef double score
    memset(counts, 0, sizeof(counts))
    for i in range(search.size):
        counts[search.points[i] >> 8] += 1
    promising = counts[255]
    while level and promising < search.best.room:
        level -= 1
        promising += counts[level]
    for turn in range(2):
        for i in range(search.size):
            if (search.points[i] >> 8 < level) == turn and search.points[i] >= search.least:
                score = exactly(search, search.found[i])
                if score != 0.0:
                    offer(&search.best, score, search.found[i])
                    if search.best.size == search.best.room:
                        raise_to(search, search.best.heap[0].score)


cdef inline void finish(Search *search, int first, int many, unsigned int rest, uint16_t *sums) noexcept nogil:
    """Narrow what was collected by some terms, which add `rest` at most, from the strongest down, and settle it."""
    cdef int i
    for i in range(many - 1, first - 1, -1):
        if not search.size:
            return
        rest -= search.terms[search.live[i]].bound
        narrow(search, &search.terms[search.live[i]], rest, sums)
    settle(search)


cdef inline void by_lists(Search *search, int idle, int many, unsigned int rest, uint16_t *sums) noexcept nogil:
    """Search a block by the lists of its driving terms."""
    collect(search, search.live + idle, many - idle, rest, sums)
    sift(search)
    finish(search, 0, idle, rest, sums)


cdef inline void by_kept(Search *search, int many, uint16_t *sums) noexcept nogil:
    """Search a block by the list of the paragraphs that may be found."""
    cdef unsigned int rest = 0
    cdef Py_ssize_t i
    for i in range(many):
        rest += search.terms[search.live[i]].bound
    search.size = length_of(&search.kept)
    for i in range(search.size):
        search.found[i], search.points[i] = search.kept.ids[search.kept.begin + i], 0
    finish(search, 0, many, rest, sums)


cdef inline void collect_by_rows(
    Search *search, const uint8_t *const *rows, int many, int sparse, Py_ssize_t first, Py_ssize_t size
) noexcept nogil:
    """Collect paragraphs that may be among the best by their rows alone: those of the sparse lists are settled."""
    cdef const uint8_t *here[MOST_ROWS]
    cdef uint8_t least = <uint8_t> max(1.0, min(255.0, search.threshold / search.unit))
    cdef Py_ssize_t i, kept = 0
    cdef int j, paragraph
    cdef bint known
    for j in range(many):
        here[j] = rows[j] + first
    search.size = places_of_sums(here, many, size, least, <int32_t> first, search.found)
    sift(search)
    for i in range(search.size):
        paragraph = search.found[i]
        known = False
        for j in range(sparse):
            known = known or seek(&search.terms[search.live[j]], paragraph) >= 0
        search.found[kept], search.points[kept] = paragraph, 0
        kept += not known
    search.size = kept


cdef inline void by_rows(Search *search, int block, int many, uint16_t *sums) noexcept nogil:
    """Search a block by the lists of the terms without a row, and then, without those, by the rows."""
    cdef const uint8_t *rows[MOST_ROWS]
    cdef int sparse = 0, count = 0, i, j, term
    cdef unsigned int rest = 0
    cdef Py_ssize_t first = <Py_ssize_t> block * BLOCK, end = min(first + BLOCK, search.paragraphs), part = BLOCK
    for i in range(many):
        term = search.live[i]
        if search.terms[term].row == NULL:  # to the front, and all stay in their order
            for j in range(i, sparse, -1):
                search.live[j] = search.live[j - 1]
            search.live[sparse] = term
            sparse += 1
        else:
            rest += search.terms[term].bound
            for j in range(search.terms[term].times):
                rows[count] = search.terms[term].row
                count += 1
    if sparse:
        collect(search, search.live, sparse, rest, sums)
        sift(search)
        finish(search, sparse, many, rest, sums)
    if search.best.size < search.best.room:
        part = FIRST_PART  # so that the threshold is high when most of the block is gone through
    while first < end:
        collect_by_rows(search, rows, count, sparse, first, min(part, end - first))
        finish(search, sparse, many, rest, sums)
        first += part
        if search.best.size == search.best.room:  # a filter may keep nothing of the first parts
            part *= 4


cdef inline bint fits_rows(const Search *search, int idle, int many) noexcept nogil:
    """Tell whether one of the driving terms has a row, and there is room for the rows of all."""
    cdef int i, count = 0
    cdef bint driving = False
    for i in range(many):
        if search.terms[search.live[i]].row != NULL:
            count += search.terms[search.live[i]].times
            driving = driving or i >= idle
    return driving and count <= MOST_ROWS


cdef inline bint few_kept(const Search *search, int idle, int many) noexcept nogil:
    """Tell whether fewer paragraphs of the block may be found than the driving terms have postings there."""
    cdef Py_ssize_t postings = 0
    cdef int i
    if not search.listed:
        return False
    for i in range(idle, many):
        postings += length_of(&search.terms[search.live[i]])
    return length_of(&search.kept) < postings


cdef inline void walk(Search *search) noexcept nogil:
    """Find the best of all blocks."""
    cdef int block, many, idle
    cdef unsigned int rest
    cdef uint16_t *sums
    for block in range(<int> ((search.paragraphs + BLOCK - 1) // BLOCK)):
        many = enter(search, block)
        rest, idle = 0, 0
        while idle < many and rest + search.terms[search.live[idle]].bound < search.least:
            rest += search.terms[search.live[idle]].bound
            idle += 1
        if idle == many:
            continue
        sums = search.sums - <Py_ssize_t> block * BLOCK  # so that a paragraph's sum stands at its number
        if few_kept(search, idle, many):
            by_kept(search, many, sums)
        elif search.threshold >= search.unit and fits_rows(search, idle, many):
            by_rows(search, block, many, sums)
        else:
            by_lists(search, idle, many, rest, sums)
