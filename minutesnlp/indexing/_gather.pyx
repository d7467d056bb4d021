# cython: language_level=3, boundscheck=False, wraparound=False, cdivision=True, initializedcheck=False
"""Passes over the postings of one term, or over lists and sets of paragraphs, that numpy would need copies for.

Each does what its namesake in `gathering` does with numpy, by the same operations in the same order.
"""

from libc.stdint cimport int32_t, int64_t, uint8_t, uint16_t, uint32_t, uint64_t

import numpy

from minutesnlp.indexing._best cimport Best, Found, offer, taken
from minutesnlp.indexing._sources cimport MINUTESNLP_SOURCES
from minutesnlp.indexing._weight cimport Form, Weigher, weight

cdef extern from "bits.h":
    size_t bits_of(const uint64_t *words, size_t count) nogil

SOURCES = MINUTESNLP_SOURCES

cdef enum:
    AT_ONCE = 32  # sets that are looked at together


ctypedef fused Count:
    uint8_t
    uint16_t
    uint32_t


ctypedef fused Number:
    int32_t
    int64_t


cdef uint8_t PLACES[64]       # of the only bit of a number, by the six upper bits of its product with `SPREAD`
cdef uint64_t SPREAD = 0x03F79D71B4CB0A89


cdef void _fill() noexcept:
    cdef int place
    for place in range(64):
        PLACES[(SPREAD << place) >> 58] = place


_fill()


def numbers(const uint64_t[::1] words, Py_ssize_t many):
    """Return the places of the bits that are set, of which there are so many."""
    cdef Py_ssize_t word, count = 0
    cdef uint64_t bits
    found = numpy.empty(many, numpy.int64)
    cdef int64_t[::1] into = found
    with nogil:
        for word in range(words.shape[0]):
            bits = words[word]
            while bits:
                into[count] = 64 * word + PLACES[((bits & (0 - bits)) * SPREAD) >> 58]
                count += 1
                bits &= bits - 1
    return found


def put(const Number[:] ids, uint64_t[::1] words):
    """Set the bits of some paragraphs."""
    cdef Py_ssize_t place
    with nogil:
        for place in range(ids.shape[0]):
            words[ids[place] >> 6] |= <uint64_t> 1 << (ids[place] & 63)


def at(const uint64_t[::1] words, const Number[:] ids):
    """Return the bits of some paragraphs."""
    cdef Py_ssize_t place
    found = numpy.empty(ids.shape[0], numpy.uint8)
    cdef uint8_t[::1] into = found
    with nogil:
        for place in range(ids.shape[0]):
            into[place] = (words[ids[place] >> 6] >> (ids[place] & 63)) & 1
    return found


def mark(
    const int32_t[::1] ids, const Count[::1] often, const Count[::1] titled, uint64_t[::1] own, uint64_t[::1] under
):
    """Mark in `own` the paragraphs whose text holds a term, in `under` those whose title does: a bit each."""
    cdef Py_ssize_t place
    cdef uint64_t bit
    with nogil:
        for place in range(ids.shape[0]):
            bit = <uint64_t> 1 << (ids[place] & 63)
            own[ids[place] >> 6] |= bit if often[place] else 0
            under[ids[place] >> 6] |= bit if titled[place] else 0


def some(const uint64_t[::1] words):
    """Tell whether any bit is set."""
    cdef Py_ssize_t word
    for word in range(words.shape[0]):
        if words[word]:
            return True
    return False


def count(const uint64_t[::1] words):
    """Return how many bits are set."""
    return bits_of(&words[0], words.shape[0]) if words.shape[0] else 0


def spread(const uint64_t[::1] words, const uint64_t[::1] joined, uint64_t[::1] into):
    """Mark in `into` what is marked and what stands beside it; `joined` are the places of the run of the one before."""
    cdef Py_ssize_t word, last = words.shape[0] - 1
    cdef uint64_t before = 0, after
    with nogil:
        for word in range(last + 1):
            after = words[word + 1] & joined[word + 1] & 1 if word < last else 0
            into[word] = (
                words[word]
                | (((words[word] << 1) | (before >> 63)) & joined[word])
                | ((words[word] & joined[word]) >> 1)
                | (after << 63)
            )
            before = words[word]


def fill(uint64_t[::1] held, const uint64_t[::1] joined):
    """Mark in `held` the whole of every run that has a mark; `joined` are the places of the run of the one before."""
    cdef Py_ssize_t word, last = held.shape[0] - 1
    cdef uint64_t found, links, carried = 0
    cdef int step
    with nogil:
        for word in range(last + 1):  # onwards: a mark added to a row of ones carries to its end
            links = joined[word]
            carried &= links
            if held[word] or carried:
                found = ((held[word] << 1) & links) | carried
                held[word] |= found | (links & ~(links + found))
            carried = held[word] >> 63
        carried = 0
        for word in range(last, -1, -1):  # and back: each step doubles how far a mark has come
            links = joined[word] >> 1
            if word < last:
                links |= joined[word + 1] << 63
            found = held[word] | (carried & links)
            step = 1
            while found and links and step < 64:
                found |= links & (found >> step)
                links &= links >> step
                step *= 2
            held[word] = found
            carried = (found & 1) << 63


cdef struct Source:
    # What a part of a query weighs in its paragraphs: their weights, or what these are made of
    Py_ssize_t part
    double share, idf
    const int32_t *ids
    const void *often
    const void *titled
    const double *weights
    Py_ssize_t many, here, reached


cdef struct Fields:
    # The lengths of text and title, and how a frequency in each counts
    const int32_t *lengths
    const int32_t *title_lengths
    double b, average, title_weight, title_b, title_average
    double[256] norms        # of the lengths that most have: to divide takes the most time
    double[256] title_norms
    Weigher by


cdef void _make_fields(
    Fields *made, const int32_t[::1] lengths, const int32_t[::1] title_lengths, int form, double k1, double b,
    double delta, double average, double title_weight, double title_b, double title_average
) noexcept:
    cdef int32_t place
    made.lengths, made.title_lengths = &lengths[0], &title_lengths[0]
    made.b, made.average, made.title_weight = b, average, title_weight
    made.title_b, made.title_average = title_b, title_average
    for place in range(256):
        made.norms[place] = 1.0 - b + b * (place / average)
        made.title_norms[place] = 1.0 - title_b + title_b * (place / title_average)
    made.by.form, made.by.literal, made.by.k1, made.by.delta = <Form> form, False, k1, delta
    made.by.b, made.by.average = 0.0, 1.0  # the fields have been normalised when they are weighed together


cdef inline double _weighed(const Fields *fields, Py_ssize_t paragraph, Count often, Count titled, double idf) noexcept nogil:
    """Return what a term weighs that stands so often in the text and the title of a paragraph."""
    cdef double weighed = 0.0
    if often:
        weighed = often / _norm(fields.norms, fields.lengths[paragraph], fields.b, fields.average)
    if titled:
        weighed += fields.title_weight * (
            titled / _norm(fields.title_norms, fields.title_lengths[paragraph], fields.title_b, fields.title_average)
        )
    return weight(&fields.by, weighed, 1.0, idf)


cdef inline double _norm(const double *norms, int32_t length, double b, double average) noexcept nogil:
    return norms[length] if length < 256 else 1.0 - b + b * (length / average)


def weights(
    const int32_t[::1] ids, const Count[::1] often, const Count[::1] titled, double idf, const int64_t[::1] wanted,
    double[::1] sums, const int32_t[::1] lengths, const int32_t[::1] title_lengths, int form, double k1, double b,
    double delta, double average, double title_weight, double title_b, double title_average
):
    """Add to the sums what a term weighs in some paragraphs, ascending."""
    cdef Fields fields
    cdef Py_ssize_t at, place = 0
    if not wanted.shape[0]:
        return
    _make_fields(&fields, lengths, title_lengths, form, k1, b, delta, average, title_weight, title_b, title_average)
    with nogil:
        for at in range(wanted.shape[0]):
            place = _reached(&ids[0], ids.shape[0], wanted[at], place)
            if place < ids.shape[0] and ids[place] == wanted[at]:
                sums[at] += _weighed(&fields, ids[place], often[place], titled[place], idf)


cdef Py_ssize_t _take(
    list told, Source *sources, const Count *like, const int64_t[::1] starts
) except -1:
    """Take the sources of weights, and return how many paragraphs the largest group has.

    `told` are they in the order of their parts: (part, share, idf, ids, often, titled) or (part, share, ids, weights).
    """
    cdef const int32_t[::1] numbers
    cdef const Count[::1] often, titled
    cdef const double[::1] given
    cdef Py_ssize_t source, group, largest = 0
    cdef Source *one
    for source in range(len(told)):
        each, one = told[source], &sources[source]
        one.part, one.share, one.here, one.reached = each[0], each[1], 0, 0
        if len(each) == 4:
            numbers, given = each[2], each[3]
            one.idf, one.often, one.titled, one.weights = 0.0, NULL, NULL, &given[0]
        else:
            one.idf, numbers, often, titled = each[2], each[3], each[4], each[5]
            one.often, one.titled, one.weights = &often[0], &titled[0], NULL
        one.ids, one.many = &numbers[0], numbers.shape[0]
    for group in range(starts.shape[0] - 1):
        largest = max(largest, starts[group + 1] - starts[group])
    return largest


cdef inline double _add_up(
    Source *sources, Py_ssize_t count, Py_ssize_t parts, const Fields *fields, Py_ssize_t first, Py_ssize_t end,
    double *row, double *total, const int64_t *ids, Py_ssize_t many, double *word, Py_ssize_t apart, const Count *like
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
            _put(&sources[source], fields, first, end, row, like)
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
    list told, const Count[::1] like, Py_ssize_t parts, const int64_t[::1] ids, const int64_t[::1] starts,
    const int32_t[::1] groups, const uint8_t[::1] follows, const uint16_t[::1] sorts, const double[::1] factors,
    const int32_t[::1] lengths, const int32_t[::1] title_lengths, int form, double k1, double b,
    double delta, double average, double title_weight, double title_b, double title_average
):
    """Return what each part of a query weighs in some paragraphs, and what stands around them.

    Those of one group are looked at together, so that what is added up stays in the cache.
    """
    cdef Fields fields
    cdef Py_ssize_t first, end, place = 0, upto, at
    cdef double best
    words, found = numpy.empty((parts, ids.shape[0])), numpy.empty((4, ids.shape[0]))
    cdef double[:, ::1] word = words, into = found
    cdef uint8_t[::1] room = numpy.empty((len(told) + 1) * sizeof(Source), numpy.uint8)
    cdef Source *sources = <Source *> &room[0]
    cdef Py_ssize_t count = len(told), largest = _take(told, sources, &like[0], starts)
    if not ids.shape[0] or not parts:
        return words, found
    _make_fields(&fields, lengths, title_lengths, form, k1, b, delta, average, title_weight, title_b, title_average)
    cdef double[::1] row = numpy.zeros(largest), total = numpy.empty(largest)
    with nogil:
        while place < ids.shape[0]:
            first, end = starts[groups[ids[place]]], starts[groups[ids[place]] + 1]
            upto = place
            while upto < ids.shape[0] and ids[upto] < end:
                upto += 1
            best = _add_up(
                sources, count, parts, &fields, first, end, &row[0], &total[0], &ids[place], upto - place,
                &word[0, place], ids.shape[0], &like[0]
            )
            for at in range(place, upto):
                into[0, at], into[2, at] = total[ids[at] - first], best
                into[1, at] = _beside(&total[0], ids[at] - first, end - first, &follows[first])
                into[3, at] = factors[sorts[ids[at]]]
            place = upto
    return words, found


def foremost(
    list told, const Count[::1] like, Py_ssize_t parts, list tiers, Py_ssize_t k, double beside, double meeting,
    list called, list covered, const double[::1] shares, list lifts, const int64_t[::1] starts,
    const int32_t[::1] groups, const uint8_t[::1] follows, const uint16_t[::1] sorts, const double[::1] factors,
    const int32_t[::1] lengths, const int32_t[::1] title_lengths, int form, double k1, double b,
    double delta, double average, double title_weight, double title_b, double title_average
):
    """Return the k best paragraphs, ascending, and the highest score: of all tiers, of which the first go first.

    `tiers`, `called`, `covered` and `lifts` are sets with what each is worth.
    """
    cdef Fields fields
    cdef Sets ranks, names, covers, times
    cdef Best[AT_ONCE] best
    cdef Py_ssize_t first = 0, end = 0, word, many = 0, at, one, left = k
    cdef double most, score, highest = 0.0, none = 0.0
    cdef uint64_t bits
    cdef uint8_t[::1] room = numpy.empty((len(told) + 1) * sizeof(Source), numpy.uint8)
    cdef uint8_t[::1] held = numpy.empty(len(tiers) * k * sizeof(Found), numpy.uint8)
    cdef Source *sources = <Source *> &room[0]
    cdef Py_ssize_t count = len(told), largest = _take(told, sources, &like[0], starts)
    _make_fields(&fields, lengths, title_lengths, form, k1, b, delta, average, title_weight, title_b, title_average)
    _take_sets(&ranks, tiers)
    _take_sets(&names, called)
    _take_sets(&covers, covered)
    _take_sets(&times, lifts)
    for one in range(ranks.many):
        best[one].heap, best[one].size, best[one].room = (<Found *> &held[0]) + one * k, 0, k
    cdef double[::1] row = numpy.zeros(largest), total = numpy.empty(largest)
    cdef int64_t[::1] ids = numpy.empty(largest, numpy.int64)
    with nogil:
        for word in range(ranks.size + 1):
            bits = 0
            if word < ranks.size:
                for one in range(ranks.many):
                    bits |= ranks.words[one][word]
            while bits or (word == ranks.size and many):
                at = 64 * word + PLACES[((bits & (0 - bits)) * SPREAD) >> 58]
                if many and (not bits or at >= end):  # a group is complete
                    most = _add_up(
                        sources, count, parts, &fields, first, end, &row[0], &total[0], &ids[0], many, NULL, 0, &like[0]
                    )
                    for one in range(many):
                        score = _scored(
                            ids[one], total[ids[one] - first],
                            beside * _beside(&total[0], ids[one] - first, end - first, &follows[first]),
                            meeting * most, &names, &covers, &times, factors[sorts[ids[one]]], &shares[0]
                        )
                        highest = max(highest, score)
                        offer(&best[_first_of(&ranks, ids[one])], score, <int> ids[one])
                    many = 0
                if bits:
                    if not many:
                        first, end = starts[groups[at]], starts[groups[at] + 1]
                    ids[many] = at
                    many += 1
                    bits &= bits - 1
    found = []
    for one in range(ranks.many):
        while best[one].size > max(left, 0):
            taken(&best[one])
        left -= best[one].size
        found += [best[one].heap[at].paragraph for at in range(best[one].size)]
    return numpy.array(sorted(found), numpy.int64), highest


cdef struct Sets:
    const uint64_t *words[AT_ONCE]
    double worth[AT_ONCE]
    Py_ssize_t many, size


cdef int _take_sets(Sets *sets, list told) except -1:
    cdef const uint64_t[::1] words
    cdef Py_ssize_t one
    sets.many, sets.size = len(told), 0
    for one in range(sets.many):
        sets.worth[one], words = told[one]
        sets.words[one], sets.size = &words[0], words.shape[0]
    return 0


cdef inline bint _inside(const uint64_t *words, int64_t paragraph) noexcept nogil:
    return (words[paragraph >> 6] >> (paragraph & 63)) & 1


cdef inline Py_ssize_t _first_of(const Sets *sets, int64_t paragraph) noexcept nogil:
    """Return the place of the first set that a paragraph is in."""
    cdef Py_ssize_t one
    for one in range(sets.many - 1):
        if _inside(sets.words[one], paragraph):
            return one
    return sets.many - 1


cdef inline double _scored(
    int64_t paragraph, double own, double beside, double meeting, const Sets *called, const Sets *covered,
    const Sets *lifts, double factor, const double *shares
) noexcept nogil:
    """Return the score of a paragraph, as `searching.ranking` makes it of its parts."""
    cdef Py_ssize_t one, held = 0
    cdef double score
    for one in range(called.many):
        if _inside(called.words[one], paragraph):
            meeting += called.worth[one]
    for one in range(covered.many):
        held |= <Py_ssize_t> _inside(covered.words[one], paragraph) << one
    score = (own + beside + meeting) * (factor * shares[held])
    for one in range(lifts.many):
        if _inside(lifts.words[one], paragraph):
            score *= lifts.worth[one]
    return score


cdef inline void _put(
    Source *one, const Fields *fields, Py_ssize_t first, Py_ssize_t end, double *row, const Count *like
) noexcept nogil:
    """Raise the row, which begins at a first paragraph, to a share of what a source weighs before an end."""
    cdef Py_ssize_t at = _reached(one.ids, one.many, first, one.here)
    cdef double weighed
    one.reached = at
    while at < one.many and one.ids[at] < end:
        if one.weights:
            weighed = one.weights[at]
        else:
            weighed = _weighed(
                fields, one.ids[at], (<const Count *> one.often)[at], (<const Count *> one.titled)[at], one.idf
            )
        weighed *= one.share
        if weighed > row[one.ids[at] - first]:
            row[one.ids[at] - first] = weighed
        at += 1
    one.here = at


def credit(const int64_t[::1] ids, list told):
    """Return for each of some paragraphs the sum of what the sets are worth that it is in: `told` as (worth, words)."""
    cdef Sets sets
    cdef Py_ssize_t at, one, first
    cdef double sum_
    sums = numpy.zeros(ids.shape[0])
    cdef double[::1] into = sums
    for first in range(0, len(told), AT_ONCE):
        _take_sets(&sets, told[first : first + AT_ONCE])
        with nogil:
            for at in range(ids.shape[0]):
                sum_ = into[at]
                for one in range(sets.many):
                    # adding nothing is quicker than asking whether to add
                    sum_ += sets.worth[one] if _inside(sets.words[one], ids[at]) else 0.0
                into[at] = sum_
    return sums


def largest(const double[::1] totals, Py_ssize_t k):
    """Return the places of the k largest totals, ascending; of equal ones the first."""
    cdef Best best
    cdef Py_ssize_t place
    room = numpy.empty(max(k, 1) * sizeof(Found), numpy.uint8)
    cdef uint8_t[::1] held = room
    best.heap, best.size, best.room = <Found *> &held[0], 0, k
    with nogil:
        for place in range(totals.shape[0]):
            offer(&best, totals[place], <int> place)
    found = numpy.empty(best.size, numpy.int64)
    cdef int64_t[::1] into = found
    for place in range(best.size):
        into[place] = best.heap[place].paragraph
    found.sort()
    return found


def common(const int64_t[::1] one, const int64_t[::1] other):
    """Return what two ascending lists have in common."""
    cdef Py_ssize_t left = 0, right = 0, count = 0
    shared = numpy.empty(min(one.shape[0], other.shape[0]), numpy.int64)
    cdef int64_t[::1] into = shared
    with nogil:
        while left < one.shape[0] and right < other.shape[0]:
            if one[left] < other[right]:
                left += 1
            elif other[right] < one[left]:
                right += 1
            else:
                into[count] = one[left]
                count += 1
                left += 1
                right += 1
    return shared[:count]


def places(
    const int32_t[::1] ids, const Count[::1] often, const Count[::1] positions, const int64_t[::1] wanted,
    int64_t stride
):
    """Return where a term stands in some paragraphs (ascending): paragraph · stride + place."""
    cdef Py_ssize_t place = 0, first = 0, count = 0, at, room = 0
    cdef Py_ssize_t here, passed
    # twice: what is found is counted, and then written
    with nogil:
        for at in range(wanted.shape[0]):
            place = _reached(&ids[0], ids.shape[0], wanted[at], place)
            if place < ids.shape[0] and ids[place] == wanted[at]:
                room += often[place]
    found = numpy.empty(room, numpy.int64)
    cdef int64_t[::1] into = found
    place = 0
    with nogil:
        for at in range(wanted.shape[0]):
            here = _reached(&ids[0], ids.shape[0], wanted[at], place)
            for passed in range(place, here):
                first += often[passed]
            place = here
            if place < ids.shape[0] and ids[place] == wanted[at]:
                for here in range(often[place]):
                    into[count] = wanted[at] * stride + positions[first + here]
                    count += 1
    return found


cdef inline Py_ssize_t _reached(
    const int32_t *ids, Py_ssize_t many, int64_t wanted, Py_ssize_t place
) noexcept nogil:
    """Return the first place from one on where a paragraph, or a later one, stands: steps that double, then halves."""
    cdef Py_ssize_t low = place, step = 1, high, middle
    while low + step < many and ids[low + step] < wanted:
        low += step
        step *= 2
    high = min(low + step, many)
    while low < high:
        middle = (low + high) // 2
        if ids[middle] < wanted:
            low = middle + 1
        else:
            high = middle
    return low
