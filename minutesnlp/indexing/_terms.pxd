# cython: boundscheck=False, wraparound=False, cdivision=True, initializedcheck=False
"""The terms of a query as they stand in one block of the index, and what a search has found there."""

from libc.stdint cimport int32_t, uint8_t, uint16_t, uint32_t

from minutesnlp.indexing._best cimport Best
from minutesnlp.indexing._weight cimport Weigher, weight

cdef enum:
    BLOCK = 65536
    POINTS = 65535


cdef struct Term:
    # A term of the query: its paragraphs, ascending, and how often it stands in each
    const int *ids
    const uint8_t *often
    const uint32_t *wide       # the frequencies themselves where one is above 255, else NULL
    Py_ssize_t count
    double idf
    int times                  # that the query says it
    const uint8_t *impacts     # what it adds to each, in units of its own
    const uint8_t *row         # the same for all paragraphs of the index, where it is in many, else NULL,
    const uint8_t *tally       # and how often it stands in each (255: or more)
    const int *edges           # where the blocks begin in its list, NULL where it is short
    const uint8_t *peaks       # its largest impact in each block, or in all if it is short
    double unit                # what an impact of 1 adds to a score
    unsigned int factor        # and in 256ths of a point
    Py_ssize_t begin, end      # what of it lies in the block at hand
    Py_ssize_t cursor          # where the last paragraph was sought there
    unsigned int bound         # the most it adds there, in points


cdef struct Search:
    Term *terms                # a term that is repeated has one
    int many
    int *order                 # the query: which term each of its words is
    int words
    int *live                  # the terms that have something in the block, the weakest first
    const Weigher *by
    const int *lengths
    const uint8_t *mask        # 1 for each paragraph that may be found, else 0, or NULL
    bint listed                # whether those that may be found are few, and are listed
    Term kept                  # in what looks like the list of a term, but has ids only
    Py_ssize_t paragraphs
    uint16_t *sums             # of a block; all 0 when not in use
    int32_t *found             # what was collected in the block,
    uint16_t *points           # and how many points each may have
    Py_ssize_t size
    double point               # what a point is worth
    double unit                # and a 1 in the rows of bytes
    double threshold           # what a score must reach to be of interest
    unsigned int least         # and how many points that is
    Best best


cdef inline unsigned int in_points(const Term *term, unsigned int impact) noexcept nogil:
    return (impact * term.factor >> 8) + 1


cdef inline Py_ssize_t length_of(const Term *term) noexcept nogil:
    return term.end - term.begin


cdef inline void raise_to(Search *search, double score) noexcept nogil:
    """Ask for no less than a score from now on, and a little less where bounds might have lost digits."""
    search.threshold = max(search.threshold, score * (1 - 2.0 ** -20))
    search.least = <unsigned int> max(1.0, min(<double> POINTS, search.threshold / search.point))


cdef inline Py_ssize_t seek(Term *term, int paragraph) noexcept nogil:
    """Return the place of a paragraph in the block's part of a list, -1 when it is not there.

    Paragraphs are mostly sought in ascending order, so each search begins where the last ended.
    """
    cdef Py_ssize_t place = term.cursor, left = 1, half
    if place >= term.end or term.ids[place] > paragraph:
        place = term.begin
    while place + left < term.end and term.ids[place + left] <= paragraph:
        place += left
        left += left
    left = min(left, term.end - place)
    while left > 1:  # without branches, which would be guessed wrong half of the time
        half = left >> 1
        place += half if term.ids[place + half] <= paragraph else 0
        left -= half
    term.cursor = place
    return place if left > 0 and term.ids[place] == paragraph else -1


cdef inline unsigned int frequency(Term *term, int paragraph) noexcept nogil:
    """Return how often a term stands in a paragraph of the block."""
    cdef Py_ssize_t place
    if term.tally != NULL and (term.tally[paragraph] < 255 or term.wide == NULL):
        return term.tally[paragraph]
    place = seek(term, paragraph)
    if place < 0:
        return 0
    return term.often[place] if term.wide == NULL else term.wide[place]


cdef inline double exactly(Search *search, int paragraph) noexcept nogil:
    """Return the score of a paragraph of the block: the terms added up in the order of the query."""
    cdef Term *term
    cdef int word
    cdef unsigned int often
    cdef double total = 0.0
    for word in range(search.words):
        term = &search.terms[search.order[word]]
        often = frequency(term, paragraph)
        if often:
            total += weight(search.by, often, search.lengths[paragraph], term.idf)
    return total


cdef inline void advance(Term *term, int limit) noexcept nogil:
    """Move on to the part of a list that lies below a limit, by ever longer steps."""
    cdef Py_ssize_t step = 1, end = term.end
    while end + step < term.count and term.ids[end + step] < limit:
        end += step
        step += step
    while step:
        if end + step <= term.count and term.ids[end + step - 1] < limit:
            end += step
        step >>= 1
    term.begin = term.cursor = term.end
    term.end = end


cdef inline int enter(Search *search, int block) noexcept nogil:
    """Narrow all terms to a block; return how many have something there, and which, the weakest first."""
    cdef int limit = (block + 1) * BLOCK if block < 0x7FFF else 0x7FFFFFFF
    cdef int many = 0, i, place
    cdef Term *term
    for i in range(search.many):
        term = &search.terms[i]
        if term.edges != NULL:
            term.begin, term.end = term.edges[block], term.edges[block + 1]
            term.bound = in_points(term, term.peaks[block])
        else:
            advance(term, limit)
            term.bound = in_points(term, term.peaks[0])
        term.cursor = term.begin
        if term.begin == term.end:
            continue
        place = many
        while place and search.terms[search.live[place - 1]].bound > term.bound:
            search.live[place] = search.live[place - 1]
            place -= 1
        search.live[place] = i
        many += 1
    if search.listed:
        advance(&search.kept, limit)
        if not length_of(&search.kept):
            return 0
    return many
