# cython: language_level=3, boundscheck=False, wraparound=False, cdivision=True, initializedcheck=False
"""The k best paragraphs of a BM25 query, exactly, without scoring all: term at a time, in blocks, with MaxScore.

A block is 65,536 paragraphs, so that its sums stay in the processor's second cache; `_walk` tells what happens in one.
Whatever is passed over is below the k-th best score for certain, since every bound is rounded upwards; and what is
returned has been scored by the same operations, in the same order, as numpy does it.

What a term adds to its paragraphs is bounded in bytes, its *impacts*. They belong to a way to weigh terms: another k1,
b or average length has impacts of its own. They are worked out when the term is first asked for, and remembered.

References
----------
Turtle, Flood (1995), Query evaluation: strategies and optimizations. (MaxScore)
Anh, Moffat (2002), Impact transformation: effective and efficient web retrieval.
Mallia, Siedlaczek, Suel (2019), An experimental study of index compression and DAAT query processing methods.
"""

from libc.math cimport ceil, log
from libc.stdint cimport int32_t, uint8_t, uint16_t, uint32_t
from libc.stdlib cimport calloc, free, malloc
from libc.string cimport memset

import numpy

from minutesnlp.indexing._best cimport Found, taken
from minutesnlp.indexing._sources cimport MINUTESNLP_SOURCES
from minutesnlp.indexing._terms cimport BLOCK, POINTS, Search, Term, raise_to
from minutesnlp.indexing._walk cimport largest_of, walk
from minutesnlp.indexing._weight cimport Form, Weigher, weight

SOURCES = MINUTESNLP_SOURCES

cdef enum:
    CLASSES = 256
    COMMON = 16               # a term that is in more than one paragraph of so many has a row
    FOREMOST = 2048           # postings of a term from which a first threshold is drawn

# What a term that is in one paragraph of `COMMON` may add has this impact: sums of several then stay below 256
cdef double COMMON_IMPACT = 160.0
# Bytes for each paragraph of the index that impacts may take up before they are forgotten, and for all
cdef Py_ssize_t REMEMBERED = 64, ALWAYS_REMEMBERED = 1 << 22


cdef void *allocated(size_t size) except NULL:
    cdef void *room = malloc(size if size else 1)
    if room == NULL:
        raise MemoryError
    return room


cdef uint8_t *zeros(size_t size) except NULL:
    cdef uint8_t *room = <uint8_t *> calloc(size, 1)
    if room == NULL:
        raise MemoryError
    return room


cdef class Weighing:
    """A way to weigh terms, and the impacts that belong to it.

    `gains` is float32 (65,536,): `gains[256 · f + c]` bounds what a term with idf 1 adds to a paragraph that holds it f
    times (255: or more) and whose length is of class c.
    """

    cdef Weigher by
    cdef const float[::1] gains
    cdef double unit          # of the rows
    cdef dict impacts
    cdef Py_ssize_t remembered

    def __init__(self, form, literal, k1, b, delta, average, gains):
        self.by.form = <Form> <int> form
        self.by.literal = literal
        self.by.k1, self.by.b, self.by.delta, self.by.average = k1, b, delta, average
        self.gains = gains
        self.unit = log(COMMON) * numpy.max(gains) / COMMON_IMPACT
        self.impacts, self.remembered = {}, 0


cdef class Impacts:
    """What a term adds to each of its paragraphs, in units, rounded up to 1 to 255; 0 where it adds nothing."""

    cdef uint8_t *values
    cdef uint8_t *peaks       # the largest in each block, or of all
    cdef uint8_t *row         # the same by paragraph of the index, where it is in many, else NULL,
    cdef uint8_t *tally       # and how often it stands in each
    cdef double idf
    cdef double unit          # what 1 adds to a score, per idf
    cdef int *foremost        # the paragraphs with the largest impacts, those first,
    cdef float *reached       # and a score per idf that each of them, and all before it, reach
    cdef int many             # of these
    cdef Py_ssize_t size      # in bytes, of all

    def __dealloc__(self):
        free(self.values)
        free(self.peaks)
        free(self.row)
        free(self.tally)
        free(self.foremost)
        free(self.reached)

    cdef float foreseen(self, Py_ssize_t k, const uint8_t *mask) noexcept:
        """Return a score per idf that k paragraphs which the mask keeps reach by this term; 0 where none is known."""
        cdef int place
        if mask == NULL:
            return self.reached[k - 1] if k <= self.many else 0.0
        for place in range(self.many):
            k -= mask[self.foremost[place]]
            if k == 0:
                return self.reached[place]
        return 0.0


cdef class Room:
    """Where one search works: the sums of a block, all 0 when not in use, and what was collected in it."""

    cdef uint16_t *sums
    cdef int32_t *found
    cdef uint16_t *points

    def __cinit__(self):
        self.sums = <uint16_t *> calloc(BLOCK, sizeof(uint16_t))
        # One place more, since what is not to be kept is written too, after what is
        self.found = <int32_t *> malloc((BLOCK + 1) * sizeof(int32_t))
        self.points = <uint16_t *> malloc((BLOCK + 1) * sizeof(uint16_t))
        if self.sums == NULL or self.found == NULL or self.points == NULL:
            raise MemoryError

    def __dealloc__(self):
        free(self.sums)
        free(self.found)
        free(self.points)


cdef class Kernel:
    """The arrays of an index as the kernel reads them. Threads may share it: every search takes a room of its own.

    `often` are the frequencies, at most 255; `wide` the frequencies themselves, empty where `often` holds them.
    `classes` are the paragraphs' classes of length. `rows` says where a term stands in the table of blocks (-1: it is
    short and has no row): `edges` (rows, blocks + 1) says where the blocks begin in it.
    """

    cdef const long long[::1] starts
    cdef const int[::1] ids
    cdef const uint8_t[::1] often
    cdef const uint32_t[::1] wide
    cdef const int[::1] lengths
    cdef const uint8_t[::1] classes
    cdef const int[::1] rows
    cdef const int[:, ::1] edges
    cdef list rooms

    def __init__(self, starts, ids, often, wide, lengths, classes, rows, edges):
        self.starts, self.ids, self.often, self.wide = starts, ids, often, wide
        self.lengths, self.classes = lengths, classes
        self.rows, self.edges = rows, edges
        self.rooms = []

    def top(
        self, terms, idfs, Py_ssize_t k, Weighing weighing, const uint8_t[::1] mask=None, const int[::1] kept=None,
        double least=0.0
    ):
        """Return the k best paragraphs of terms (numbers, each with an idf above 0) and their scores, best first.

        They are confined by a `mask`, 0 or 1 for each paragraph, by a list of those that are `kept`, ascending, or by
        both, which are then the same. Paragraphs that score less than `least` may be left out.
        """
        cdef Search search
        cdef Room room
        cdef int words = len(terms)
        cdef list held
        search.by, search.lengths, search.paragraphs = &weighing.by, &self.lengths[0], self.lengths.shape[0]
        search.mask = NULL if mask is None else &mask[0]
        search.listed = kept is not None
        if search.listed:
            search.kept.ids, search.kept.count = &kept[0], kept.shape[0]
            search.kept.begin = search.kept.end = 0
        search.terms, search.order, search.best.heap = NULL, NULL, NULL
        try:
            search.terms = <Term *> allocated(words * sizeof(Term))
            search.order = <int *> allocated(2 * words * sizeof(int))
            search.live = search.order + words
            held = self.take_in(&search, terms, idfs, weighing)
            self.begin(&search, held, k, least)
            try:
                room = self.rooms.pop()
            except IndexError:
                room = Room()
            search.sums, search.found, search.points = room.sums, room.found, room.points
            with nogil:
                walk(&search)
            self.rooms.append(room)
            return self.answer(&search)
        finally:
            free(search.terms)
            free(search.order)
            free(search.best.heap)

    cdef list take_in(self, Search *search, terms, idfs, Weighing weighing):
        """Look up the terms of a query; return their impacts, which are to be held as long as the search goes on."""
        cdef int word, i, row
        cdef long long number, start
        cdef double most = 1e-300  # a query of nothing is no division by 0
        cdef Term *term
        cdef Impacts impacts
        cdef list held = []
        search.words, search.many = len(terms), 0
        for word in range(search.words):
            number = terms[word]
            start = self.starts[number]
            for i in range(search.many):
                if search.terms[i].ids == &self.ids[start]:
                    break
            else:
                i = search.many
                search.many += 1
                term = &search.terms[i]
                term.ids, term.often = &self.ids[start], &self.often[start]
                term.wide = &self.wide[start] if self.wide.shape[0] else NULL
                term.count = self.starts[number + 1] - start
                term.idf, term.times = idfs[word], 0
                term.begin = term.end = 0
                row = self.rows[number]
                term.edges = &self.edges[row, 0] if row >= 0 else NULL
                impacts = self.impacts_of(number, term, weighing)
                held.append(impacts)
                term.impacts, term.peaks = impacts.values, impacts.peaks
                term.row, term.tally = impacts.row, impacts.tally
            search.order[word] = i
            search.terms[i].times += 1
        for i in range(search.many):
            term = &search.terms[i]
            impacts = held[i]
            term.unit = impacts.unit * term.idf * term.times
            most += 255 * term.unit
        search.unit = weighing.unit * (1 + 2.0 ** -20)
        # Each of the roundings below adds less than two points
        search.point = most / (POINTS - 2 * search.many - 1)
        for i in range(search.many):
            term = &search.terms[i]
            term.factor = <unsigned int> ceil(256 * term.unit / search.point)
        return held

    cdef begin(self, Search *search, list held, Py_ssize_t k, double least):
        """Make room for the best, and set a first threshold: what k paragraphs reach by one term alone."""
        cdef Py_ssize_t reachable = 0
        cdef int i
        cdef Term *term
        cdef Impacts impacts
        for i in range(search.many):
            reachable += search.terms[i].count
        if search.listed:
            reachable = min(reachable, search.kept.count)
        search.best.size, search.best.room = 0, min(k, reachable, search.paragraphs)
        search.best.heap = <Found *> allocated(search.best.room * sizeof(Found))
        search.threshold = 0.0
        raise_to(search, least)
        if search.listed and (search.mask == NULL or search.kept.count * FOREMOST < k * search.paragraphs):
            return  # so few are kept that too few of them are among the foremost
        for i in range(search.many):
            term, impacts = &search.terms[i], held[i]
            raise_to(search, impacts.foreseen(k, search.mask) * term.idf * term.times)

    cdef answer(self, Search *search):
        """Return what was found as arrays, best first."""
        cdef Found found
        cdef Py_ssize_t place
        found_ids, found_scores = numpy.empty(search.best.size, numpy.int64), numpy.empty(search.best.size)
        cdef long long[::1] ids = found_ids
        cdef double[::1] scores = found_scores
        for place in range(search.best.size - 1, -1, -1):
            found = taken(&search.best)
            ids[place], scores[place] = found.paragraph, found.score
        return found_ids, found_scores

    cdef Impacts impacts_of(self, long long number, const Term *term, Weighing weighing):
        """Return the impacts of a term, worked out or remembered."""
        cdef Impacts impacts = weighing.impacts.get(number)
        if impacts is None or impacts.idf != term.idf:
            if weighing.remembered > ALWAYS_REMEMBERED + REMEMBERED * self.lengths.shape[0]:
                weighing.impacts, weighing.remembered = {}, 0
            impacts = self.worked_out(term, weighing)
            weighing.impacts[number] = impacts
            weighing.remembered += impacts.size
        return impacts

    cdef Impacts worked_out(self, const Term *term, Weighing weighing):
        cdef Impacts impacts = Impacts()
        cdef const float *gains = &weighing.gains[0]
        cdef const uint8_t *classes = &self.classes[0]
        cdef Py_ssize_t place, blocks = self.edges.shape[1] - 1 if term.edges != NULL else 1, block
        cdef float peak = 0.0, gain, units
        cdef double unit = weighing.unit / term.idf
        cdef bint common
        for place in range(term.count):
            peak = max(peak, gains[term.often[place] * CLASSES + classes[term.ids[place]]])
        common = term.count * COMMON > self.lengths.shape[0] and peak / unit < 254.0
        if not common:
            unit = max(peak, <float> 1e-30) / 254.9  # so that with its rounding none is above 255
        units = <float> (1.0 / unit)
        impacts.idf, impacts.unit = term.idf, unit * (1 + 2.0 ** -20)
        impacts.values = <uint8_t *> allocated(term.count)
        impacts.peaks = <uint8_t *> allocated(blocks)
        for place in range(term.count):
            gain = gains[term.often[place] * CLASSES + classes[term.ids[place]]]
            impacts.values[place] = <uint8_t> (<int> (gain * units) + 1 if gain > 0.0 else 0)
        if term.edges == NULL:
            impacts.peaks[0] = largest_of(impacts.values, term.count)
        else:
            for block in range(blocks):
                place = term.edges[block]
                impacts.peaks[block] = largest_of(impacts.values + place, term.edges[block + 1] - place)
        impacts.size = sizeof(Impacts) + term.count + blocks
        if common:
            self.spread(impacts, term)
        self.list_foremost(impacts, term, &weighing.by)
        return impacts

    cdef spread(self, Impacts impacts, const Term *term):
        """Give a term that is in many paragraphs its rows."""
        cdef Py_ssize_t place
        impacts.row, impacts.tally = zeros(self.lengths.shape[0]), zeros(self.lengths.shape[0])
        for place in range(term.count):
            impacts.row[term.ids[place]] = impacts.values[place]
            impacts.tally[term.ids[place]] = term.often[place]
        impacts.size += 2 * self.lengths.shape[0]

    cdef list_foremost(self, Impacts impacts, const Term *term, const Weigher *by):
        """List the paragraphs with the largest impacts of a term, and what they reach."""
        cdef Py_ssize_t counts[256]
        cdef Py_ssize_t place, many = 0, here, begin
        cdef int level = 256
        memset(counts, 0, sizeof(counts))
        for place in range(term.count):
            counts[impacts.values[place]] += 1
        # From the number with each impact to where the first of them goes
        while level > 1 and many < FOREMOST:
            level -= 1
            begin = many
            many += counts[level]
            counts[level] = begin
        impacts.many = <int> min(many, FOREMOST)
        impacts.foremost = <int *> allocated(impacts.many * sizeof(int))
        impacts.reached = <float *> allocated(impacts.many * sizeof(float))
        for place in range(term.count):
            if impacts.values[place] < level:
                continue
            here = counts[impacts.values[place]]
            counts[impacts.values[place]] += 1
            if here < FOREMOST:
                impacts.foremost[here] = term.ids[place]
                impacts.reached[here] = <float> weight(by, term.often[place], self.lengths[term.ids[place]], 1.0)
        for place in range(1, impacts.many):
            impacts.reached[place] = min(impacts.reached[place], impacts.reached[place - 1])
        impacts.size += impacts.many * (sizeof(int) + sizeof(float))
