# cython: language_level=3, boundscheck=False, wraparound=False, cdivision=True, initializedcheck=False
"""What the parts of a query weigh in paragraphs and around them, and which of these are the best.

`weights` and `context` do what their namesakes in `gathering` do with numpy, by the same operations in the same order;
`foremost` scores as `searching.ranking` does.
"""

from libc.stdint cimport int32_t, int64_t, uint8_t, uint16_t, uint32_t, uint64_t

import numpy

from minutesnlp.indexing._best cimport Best, Found, offer, taken
from minutesnlp.indexing._counts cimport Counts, count_at, counts_of, reached
from minutesnlp.indexing._sets cimport AT_ONCE, Sets, inside, lowest_of, take_sets
from minutesnlp.indexing._sources cimport MINUTESNLP_SOURCES
from minutesnlp.indexing._weight cimport Form, Weigher, normed

cdef extern from "fetching.h" nogil:
    void fetch(const void *first, size_t bytes)

SOURCES = MINUTESNLP_SOURCES


cdef enum:
    OFTEN = 4                # a term that stands no oftener, and only in the text,
    LENGTHS = 256            # in a text of fewer terms, has its weight looked up


cdef struct Source:
    # What a part of a query weighs in its paragraphs: their weights, or what these are made of
    Py_ssize_t part
    double[(OFTEN + 1) * LENGTHS] known  # by frequency and length, the first by the length of a title that has it once
    double share, idf
    const int32_t *ids
    Counts often, titled
    const double *weights
    Py_ssize_t many, here, reached


cdef struct Fields:
    # The lengths of text and title, and how a frequency in each counts
    const int32_t *lengths
    const int32_t *title_lengths
    double b, average, title_weight, title_b, title_average
    double[LENGTHS] norms    # of the lengths that most have: to divide takes the most time
    double[LENGTHS] title_norms
    Weigher by


cdef int _take_fields(Fields *made, tuple told) except -1:
    """Take lengths, formula, k1, b, delta and average, and of titles their weight, b and average."""
    cdef const int32_t[::1] lengths = told[0], title_lengths = told[1]
    cdef int form = told[2]
    cdef double k1 = told[3], b = told[4], delta = told[5], average = told[6]
    cdef double title_weight = told[7], title_b = told[8], title_average = told[9]
    cdef int32_t place
    made.lengths, made.title_lengths = &lengths[0], &title_lengths[0]
    made.b, made.average, made.title_weight = b, average, title_weight
    made.title_b, made.title_average = title_b, title_average
    for place in range(LENGTHS):
        made.norms[place] = 1.0 - b + b * (place / average)
        made.title_norms[place] = 1.0 - title_b + title_b * (place / title_average)
    made.by.form, made.by.literal, made.by.k1, made.by.delta = <Form> form, False, k1, delta
    return 0


cdef inline double _weighed(
    const Fields *fields, Py_ssize_t paragraph, uint32_t often, uint32_t titled, double idf
) noexcept nogil:
    """Return what a term weighs that stands so often in the text and the title of a paragraph."""
    cdef double weighed = 0.0
    if often:
        weighed = often / _norm(fields.norms, fields.lengths[paragraph], fields.b, fields.average)
    if titled:
        weighed += fields.title_weight * (
            titled / _norm(fields.title_norms, fields.title_lengths[paragraph], fields.title_b, fields.title_average)
        )
    return normed(&fields.by, weighed, 1.0, idf)  # the fields have been normalised one by one


cdef inline double _norm(const double *norms, int32_t length, double b, double average) noexcept nogil:
    return norms[length] if length < LENGTHS else 1.0 - b + b * (length / average)


def weights(
    const int32_t[::1] ids, const uint8_t[::1] often, int width, const uint8_t[::1] titled, int title_width, double idf,
    const int64_t[::1] wanted, double[::1] sums, tuple told
):
    """Add to the sums what a term weighs in some paragraphs, ascending."""
    cdef Fields fields
    cdef Counts texts = counts_of(often, width), titles = counts_of(titled, title_width)
    cdef Py_ssize_t at, place = 0
    if not wanted.shape[0]:
        return
    _take_fields(&fields, told)
    with nogil:
        for at in range(wanted.shape[0]):
            place = reached(&ids[0], ids.shape[0], wanted[at], place)
            if place < ids.shape[0] and ids[place] == wanted[at]:
                sums[at] += _weighed(&fields, ids[place], count_at(texts, place), count_at(titles, place), idf)


cdef Py_ssize_t _take(list told, Source *sources, const int64_t[::1] starts) except -1:
    """Take the sources of weights, and return how many paragraphs the largest group has.

    `told` are they in the order of their parts: (part, share, ids, weights) or (part, share, idf, ids, often, how many
    bytes a count of these has, titled, how many of these).
    """
    cdef const int32_t[::1] numbers
    cdef const uint8_t[::1] counts
    cdef const double[::1] given
    cdef Py_ssize_t source, group, place, largest = 0
    cdef Source *one
    for source in range(len(told)):
        each, one = told[source], &sources[source]
        one.part, one.share, one.here, one.reached = each[0], each[1], 0, 0
        if len(each) == 4:
            numbers, given = each[2], each[3]
            one.weights = &given[0]
        else:
            for place in range((OFTEN + 1) * LENGTHS):
                one.known[place] = -1.0
            one.idf, numbers, one.weights = each[2], each[3], NULL
            counts = each[4]
            one.often = counts_of(counts, each[5])
            counts = each[6]
            one.titled = counts_of(counts, each[7])
        one.ids, one.many = &numbers[0], numbers.shape[0]
    for group in range(starts.shape[0] - 1):
        largest = max(largest, starts[group + 1] - starts[group])
    return largest


cdef inline double _add_up(
    Source *sources, Py_ssize_t count, Py_ssize_t parts, const Fields *fields, Py_ssize_t first, Py_ssize_t end,
    double *row, double *total, const int64_t *ids, Py_ssize_t many, double *word, Py_ssize_t apart
) noexcept nogil:
    """Put into `total` what all parts weigh from a first paragraph to an end; return what they weigh at most, added up.

    What each weighs in some of the paragraphs goes to `word`, part by part so many places apart, where there is such.
    """
    cdef Py_ssize_t part, at, paragraph, source = 0
    cdef double weighed, most, best = 0.0
    cdef Source *one
    for at in range(end - first):
        total[at] = 0.0
    for part in range(parts):
        most = 0.0
        one = &sources[source]
        while source < count and sources[source].part == part:
            _put(&sources[source], fields, first, end, row)
            source += 1
        if word:
            for at in range(many):
                word[part * apart + at] = row[ids[at] - first]
        while one < &sources[source]:
            for at in range(one.reached, one.here):
                paragraph = one.ids[at] - first
                weighed = row[paragraph]
                total[paragraph] += weighed  # nothing, when it has been added
                row[paragraph] = 0.0
                most = max(most, weighed)
            one += 1
        best += most
    return best


cdef inline double _beside(
    const double *total, Py_ssize_t at, Py_ssize_t many, const uint8_t *follows
) noexcept nogil:
    """Return the totals of the neighbours of one of so many paragraphs; `follows` begins with the first of these."""
    cdef double beside = 0.0
    if follows[at]:
        beside = total[at - 1]
    if at + 1 < many and follows[at + 1]:
        beside += total[at + 1]
    return beside


def context(
    list told, Py_ssize_t parts, const int64_t[::1] ids, const int64_t[::1] starts,
    const uint8_t[::1] follows, const uint16_t[::1] sorts, const double[::1] factors, tuple fields_
):
    """Return what each part of a query weighs in some paragraphs, and what stands around them.

    Those of one group are looked at together, so that what is added up stays in the cache.
    """
    cdef Fields fields
    cdef Py_ssize_t first, end, group = 0, place = 0, upto, at
    cdef double best
    words, found = numpy.empty((parts, ids.shape[0])), numpy.empty((4, ids.shape[0]))
    cdef double[:, ::1] word = words, into = found
    cdef uint8_t[::1] room = numpy.empty((len(told) + 1) * sizeof(Source), numpy.uint8)
    cdef Source *sources = <Source *> &room[0]
    cdef Py_ssize_t count = len(told), largest = _take(told, sources, starts)
    if not ids.shape[0] or not parts:
        return words, found
    _take_fields(&fields, fields_)
    cdef double[::1] row = numpy.zeros(largest), total = numpy.empty(largest)
    with nogil:
        while place < ids.shape[0]:
            while starts[group + 1] <= ids[place]:
                group += 1
            first, end = starts[group], starts[group + 1]
            upto = place
            while upto < ids.shape[0] and ids[upto] < end:
                upto += 1
            best = _add_up(
                sources, count, parts, &fields, first, end, &row[0], &total[0], &ids[place], upto - place,
                &word[0, place], ids.shape[0]
            )
            for at in range(place, upto):
                into[0, at], into[2, at] = total[ids[at] - first], best
                into[1, at] = _beside(&total[0], ids[at] - first, end - first, &follows[first])
                into[3, at] = factors[sorts[ids[at]]]
            place = upto
    return words, found


def foremost(
    list told, Py_ssize_t parts, list tiers, Py_ssize_t k, double beside, double meeting,
    list called, list covered, const double[::1] shares, list lifts, const int64_t[::1] starts,
    const uint8_t[::1] follows, const uint16_t[::1] sorts, const double[::1] factors, tuple fields_
):
    """Return the k best paragraphs, ascending, of the first tiers first.

    `tiers`, `called`, `covered` and `lifts` are sets with what each is worth.
    """
    cdef Fields fields
    cdef Sets ranks, names, covers, times
    cdef Best[AT_ONCE] best
    cdef Py_ssize_t first = 0, end = 0, group = 0, word, many = 0, at, one
    cdef double own, near, most, score, largest_factor = numpy.max(factors) * numpy.max(shares)
    cdef uint64_t bits
    cdef uint8_t[::1] room = numpy.empty((len(told) + 1) * sizeof(Source), numpy.uint8)
    cdef uint8_t[::1] held = numpy.empty(len(tiers) * k * sizeof(Found), numpy.uint8)
    cdef Source *sources = <Source *> &room[0]
    cdef Py_ssize_t count = len(told), largest = _take(told, sources, starts)
    cdef Best *of_tier
    _take_fields(&fields, fields_)
    take_sets(&ranks, tiers)
    take_sets(&names, called)
    take_sets(&covers, covered)
    take_sets(&times, lifts)
    for one in range(ranks.many):
        best[one].heap, best[one].size, best[one].room = (<Found *> &held[0]) + one * k, 0, k - _among(&ranks, one, k)
    cdef double[::1] row = numpy.zeros(largest), total = numpy.empty(largest)
    cdef int64_t[::1] ids = numpy.empty(largest, numpy.int64)
    with nogil:
        for word in range(ranks.size + 1):
            bits = 0
            if word < ranks.size:
                for one in range(ranks.many):
                    bits |= ranks.words[one][word]
            while bits or (word == ranks.size and many):
                at = 64 * word + lowest_of(bits) if bits else 0
                if many and (not bits or at >= end):  # a group is complete
                    most = meeting * _add_up(
                        sources, count, parts, &fields, first, end, &row[0], &total[0], &ids[0], many, NULL, 0
                    )
                    for one in range(many):
                        own = total[ids[one] - first]
                        near = beside * _beside(&total[0], ids[one] - first, end - first, &follows[first])
                        of_tier = &best[_first_of(&ranks, ids[one])]
                        if _hopeless(own, near, most, &names, &times, largest_factor, of_tier):
                            continue
                        score = _scored(
                            ids[one], own, near, most, &names, &covers, &times, factors[sorts[ids[one]]], &shares[0]
                        )
                        offer(of_tier, score, <int> ids[one])
                    many = 0
                if bits:
                    if not many:
                        while starts[group + 1] <= at:
                            group += 1
                        first, end = starts[group], starts[group + 1]
                        fetch(&fields.lengths[first], (end - first) * sizeof(int32_t))
                        fetch(&fields.title_lengths[first], (end - first) * sizeof(int32_t))
                        fetch(&follows[first], end - first)
                    ids[many] = at
                    many += 1
                    bits &= bits - 1
    found = [best[one].heap[at].paragraph for one in range(ranks.many) for at in range(best[one].size)]
    return numpy.array(sorted(found), numpy.int64)


cdef Py_ssize_t _among(const Sets *sets, Py_ssize_t before, Py_ssize_t k) noexcept nogil:
    """Return how many paragraphs are in any of the sets before one, counted up to k."""
    cdef Py_ssize_t word, one, many = 0
    cdef uint64_t bits
    for word in range(sets.size):
        bits = 0
        for one in range(before):
            bits |= sets.words[one][word]
        while bits and many < k:
            many += 1
            bits &= bits - 1
        if many == k:
            break
    return many


cdef inline Py_ssize_t _first_of(const Sets *sets, int64_t paragraph) noexcept nogil:
    """Return the place of the first set that a paragraph is in."""
    cdef Py_ssize_t one
    for one in range(sets.many - 1):
        if inside(sets.words[one], paragraph):
            return one
    return sets.many - 1


cdef inline bint _hopeless(
    double own, double beside, double meeting, const Sets *called, const Sets *lifts, double factor, const Best *best
) noexcept nogil:
    """Tell whether a paragraph, were it in every set that counts, would not be among the best.

    What it would have is made up as `_scored` does, so that rounding cannot make it less than what it has.
    """
    cdef Py_ssize_t one
    cdef double score
    for one in range(called.many):
        meeting += max(called.worth[one], 0.0)
    score = (own + beside + meeting) * factor
    for one in range(lifts.many):
        score *= max(lifts.worth[one], 1.0)
    return not best.room or (best.size == best.room and score < best.heap[0].score)


cdef inline double _scored(
    int64_t paragraph, double own, double beside, double meeting, const Sets *called, const Sets *covered,
    const Sets *lifts, double factor, const double *shares
) noexcept nogil:
    """Return the score of a paragraph, as `searching.ranking` makes it of its parts."""
    cdef Py_ssize_t one, held = 0
    cdef double score
    for one in range(called.many):
        if inside(called.words[one], paragraph):
            meeting += called.worth[one]
    for one in range(covered.many):
        if inside(covered.words[one], paragraph):
            held += <Py_ssize_t> covered.worth[one]
    score = (own + beside + meeting) * (factor * shares[held])
    for one in range(lifts.many):
        if inside(lifts.words[one], paragraph):
            score *= lifts.worth[one]
    return score


cdef inline void _put(
    Source *one, const Fields *fields, Py_ssize_t first, Py_ssize_t end, double *row
) noexcept nogil:
    """Raise the row, which begins at a first paragraph, to a share of what a source weighs before an end."""
    cdef Py_ssize_t at = reached(one.ids, one.many, first, one.here)
    cdef double weighed
    one.reached = at
    while at < one.many and one.ids[at] < end:
        weighed = one.share * one.weights[at] if one.weights else _known(one, fields, at)
        if weighed > row[one.ids[at] - first]:
            row[one.ids[at] - first] = weighed
        at += 1
    one.here = at


cdef inline double _known(Source *one, const Fields *fields, Py_ssize_t at) noexcept nogil:
    """Return the share of what a term weighs at one of its places, which most have in common with others."""
    cdef int32_t paragraph = one.ids[at]
    cdef uint32_t often = count_at(one.often, at), titled = count_at(one.titled, at)
    cdef int32_t length
    cdef double *known = NULL
    if not titled and often <= OFTEN:
        length = fields.lengths[paragraph]
        if length < LENGTHS:
            known = &one.known[often * LENGTHS + length]
    elif not often and titled == 1:
        length = fields.title_lengths[paragraph]
        if length < LENGTHS:
            known = &one.known[length]
    if known == NULL:
        return one.share * _weighed(fields, paragraph, often, titled, one.idf)
    if known[0] < 0:
        known[0] = one.share * _weighed(fields, paragraph, often, titled, one.idf)
    return known[0]
