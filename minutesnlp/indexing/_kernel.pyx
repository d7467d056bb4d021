# cython: language_level=3, boundscheck=False, wraparound=False, cdivision=True, initializedcheck=False
"""The k best paragraphs of a BM25 query, exactly, without scoring all: term at a time, in blocks, with MaxScore.

A block is 65,536 paragraphs, so that its sums stay in the processor's second cache. In each block the terms are put in
the order of the most they can add there. The weakest, which even together cannot lift a paragraph to the k-th best score
so far, are *idle*; the others are *driving*. The lists of the driving terms are walked, and the idle terms are looked up where
they may decide; one that would be looked up too often is walked too. Whatever might reach the threshold with all that
the idle terms can add is scored again: exactly, in float64, in the order of the query.

Walking is done with upper bounds in float32. `gains[256 · f + c]` bounds what a term with idf 1 adds to a paragraph that
holds it f times (255: or more) and whose length is of class c; where there are at most 256 different lengths a class is a
length, and the bound is the weight itself but for rounding, which is upwards. So whatever is passed over is below the
threshold for certain, and what is returned has been scored by the same operations, in the same order, as numpy does it.

References
----------
Turtle, Flood (1995), Query evaluation: strategies and optimizations. (MaxScore)
Mallia, Siedlaczek, Suel (2019), An experimental study of index compression and DAAT query processing methods.
"""

from libc.stdlib cimport calloc, free, malloc

import numpy

cdef enum:
    BLOCK = 65536
    CLASSES = 256
    FORESEEN = 256            # paragraphs of each term that a first threshold is drawn from
    SEEK = 8                  # postings that are added up in the time in which one is sought
    CLOSE = 512               # walks longer than this are worth close bounds

# More than float32 can lose in adding up a weight: bounds are taken up by it, thresholds down
cdef double SLACK = 2.0 ** -20

cdef enum Form:
    LUCENE, OKAPI, L, PLUS


cdef struct Weigher:
    # What makes a weight of a frequency and a length; see weighting.py for the papers
    Form form
    bint literal              # as rank-bm25 reads L: times the frequency
    double k1, b, delta, average


cdef double weight(const Weigher *by, double frequency, double length, double idf) noexcept nogil:
    """Return what a term weighs in a paragraph: the operations of weighting.py, one for one."""
    cdef double norm = 1.0 - by.b + by.b * (length / by.average)
    cdef double shifted
    if by.form == LUCENE:
        return idf * (frequency / (frequency + by.k1 * norm))
    if by.form == OKAPI:
        return idf * (frequency * (by.k1 + 1) / (frequency + by.k1 * norm))
    if by.form == PLUS:
        return idf * (by.delta + frequency * (by.k1 + 1) / (frequency + by.k1 * norm))
    shifted = frequency / norm + by.delta
    shifted = idf * ((by.k1 + 1) * shifted / (by.k1 + shifted))
    return shifted * frequency if by.literal else shifted


cdef struct Postings:
    # A term of the query: its paragraphs, ascending, and how often it stands in each
    const int *ids
    const unsigned char *often
    const unsigned int *wide   # the frequencies themselves where one is above 255, else NULL
    const unsigned char *dense # its frequency in every paragraph where it is in many, else NULL
    Py_ssize_t count
    double idf
    float scale                # idf as often as the query says it, upwards
    float most                 # the most it adds anywhere, where it has no row in the table of blocks
    const int *edges           # its row there, else NULL: where the blocks begin in it,
    const unsigned char *largest    # what bounds each for any weighing,
    const float *peaks         # and the largest gain in each, for this one
    Py_ssize_t begin, end      # what of it lies in the block at hand
    Py_ssize_t cursor          # where the last paragraph was sought there
    float bound                # the most it adds there
    int ceiling                # the row of gains that bounds it there,
    float peak                 # and the largest of those gains that it has there
    double frequency           # in the paragraph at hand


cdef struct Found:
    double score
    int paragraph


cdef struct Best:
    # The k best so far: a heap with the worst on top
    Found *heap
    Py_ssize_t size, room
    float threshold            # what a bound must reach to be of interest: the worst score, downwards


cdef struct Search:
    Postings *lists            # a term that is repeated has one
    int many
    int *order                 # the query: which list each of its words means
    int words
    const Weigher *by
    const float *gains
    const int *lengths
    const unsigned char *classes
    const unsigned char *mask  # or NULL
    float *sums                # of a block; all 0 between blocks
    float *rests               # the most that the idle terms add to a paragraph of each class of length in the block
    Py_ssize_t looked          # how many paragraphs have been looked at in the block
    Best best


cdef inline bint worse(Found a, Found b) noexcept nogil:
    return a.score < b.score or (a.score == b.score and a.paragraph > b.paragraph)


cdef void sink(Found *heap, Py_ssize_t size, Py_ssize_t place) noexcept nogil:
    """Let what stands at a place of the heap sink to where it belongs."""
    cdef Found moved = heap[place]
    cdef Py_ssize_t child
    while True:
        child = 2 * place + 1
        if child >= size:
            break
        if child + 1 < size and worse(heap[child + 1], heap[child]):
            child += 1
        if not worse(heap[child], moved):
            break
        heap[place] = heap[child]
        place = child
    heap[place] = moved


cdef void rise(Found *heap, Py_ssize_t place) noexcept nogil:
    cdef Found moved = heap[place]
    cdef Py_ssize_t parent
    while place:
        parent = (place - 1) // 2
        if not worse(moved, heap[parent]):
            break
        heap[place] = heap[parent]
        place = parent
    heap[place] = moved


cdef void offer(Best *best, Found found) noexcept nogil:
    """Take a paragraph among the best if it belongs there."""
    if best.size < best.room:
        best.heap[best.size] = found
        rise(best.heap, best.size)
        best.size += 1
    elif worse(best.heap[0], found):
        best.heap[0] = found
        sink(best.heap, best.size, 0)
    if best.size == best.room:
        best.threshold = max(best.threshold, <float> (best.heap[0].score * (1 - SLACK)))


cdef inline float bounded(const Search *search, const Postings *term, int often, int paragraph) noexcept nogil:
    """Return a bound of what a term adds to a paragraph in which it stands so often."""
    return term.scale * search.gains[min(often, 255) * CLASSES + search.classes[paragraph]]


cdef inline float most_in(const Search *search, const Postings *term, int length) noexcept nogil:
    """Return the most that a term adds in the block to a paragraph of a class of length."""
    return term.bound if term.edges == NULL else term.scale * min(term.peak, search.gains[term.ceiling + length])


cdef inline Py_ssize_t seek(Postings *term, int paragraph) noexcept nogil:
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


cdef inline int frequency(Postings *term, int paragraph) noexcept nogil:
    """Return how often a term stands in a paragraph of the block."""
    cdef Py_ssize_t place
    cdef int often
    if term.dense != NULL:
        often = term.dense[paragraph]
        if often < 255 or term.wide == NULL:
            return often
    place = seek(term, paragraph)
    if place < 0:
        return 0
    return term.often[place] if term.wide == NULL else term.wide[place]


cdef void look_at(Search *search, const int *idle, int many, int paragraph, float bound) noexcept nogil:
    """Score a paragraph exactly unless the idle terms, looked up from the strongest down, take its bound too low."""
    cdef Postings *term
    cdef int i
    cdef double total = 0.0
    cdef Found found
    if search.mask != NULL and not search.mask[paragraph]:
        return
    search.looked += 1
    for i in range(many - 1, -1, -1):
        term = &search.lists[idle[i]]
        bound -= most_in(search, term, search.classes[paragraph])
        bound += bounded(search, term, frequency(term, paragraph), paragraph)
        if bound < search.best.threshold:
            return
    for i in range(search.many):
        term = &search.lists[i]
        term.frequency = frequency(term, paragraph)
    for i in range(search.words):
        term = &search.lists[search.order[i]]
        if term.frequency:
            total += weight(search.by, term.frequency, search.lengths[paragraph], term.idf)
    if total != 0.0:
        found.score, found.paragraph = total, paragraph
        offer(&search.best, found)


cdef int enter(Search *search, int block, int *live) noexcept nogil:
    """Narrow all lists to a block; return how many have something there, and which, the weakest first."""
    cdef int limit = (block + 1) * BLOCK if block < 0x7FFF else 0x7FFFFFFF
    cdef int many = 0, i, place
    cdef Postings *term
    for i in range(search.many):
        term = &search.lists[i]
        if term.edges != NULL:
            term.begin, term.end = term.edges[block], term.edges[block + 1]
            term.ceiling = term.largest[block] * CLASSES
            term.peak = term.peaks[block]
            term.bound = term.scale * term.peak
        else:
            term.begin = term.end
            while term.end < term.count and term.ids[term.end] < limit:
                term.end += 1
            term.bound = term.most
        term.cursor = term.begin
        if term.begin == term.end:
            continue
        place = many
        while place and search.lists[live[place - 1]].bound > term.bound:
            live[place] = live[place - 1]
            place -= 1
        live[place] = i
        many += 1
    return many


cdef void add(const Search *search, const Postings *term, float *sums) noexcept nogil:
    """Add what a term adds to the sums of a block."""
    # Read once: a store to a sum might change them, for all the compiler knows
    cdef const int *ids = term.ids
    cdef const unsigned char *often = term.often
    cdef const unsigned char *classes = search.classes
    cdef const float *gains = search.gains
    cdef float scale = term.scale
    cdef Py_ssize_t place
    for place in range(term.begin, term.end):
        sums[ids[place]] += scale * gains[often[place] * CLASSES + classes[ids[place]]]


cdef void judge_alone(Search *search, const int *idle, int many, const Postings *term) noexcept nogil:
    """Look at the paragraphs of the only driving term that may be among the best."""
    cdef const int *ids = term.ids
    cdef const unsigned char *often = term.often
    cdef const unsigned char *classes = search.classes
    cdef const float *gains = search.gains
    cdef const float *rests = search.rests
    cdef float scale = term.scale, bound, threshold = search.best.threshold
    cdef Py_ssize_t place
    cdef int length
    for place in range(term.begin, term.end):
        length = classes[ids[place]]
        bound = scale * gains[often[place] * CLASSES + length] + rests[length]
        if bound >= threshold:
            look_at(search, idle, many, ids[place], bound)
            threshold = search.best.threshold


cdef void judge_last(Search *search, const int *idle, int many, const Postings *term, float *sums) noexcept nogil:
    """Add the last driving term, and look at those of its paragraphs that may be among the best."""
    cdef const int *ids = term.ids
    cdef const unsigned char *often = term.often
    cdef const unsigned char *classes = search.classes
    cdef const float *gains = search.gains
    cdef const float *rests = search.rests
    cdef float scale = term.scale, bound, threshold = search.best.threshold
    cdef Py_ssize_t place
    cdef int paragraph, length
    for place in range(term.begin, term.end):
        paragraph = ids[place]
        length = classes[paragraph]
        bound = sums[paragraph] + scale * gains[often[place] * CLASSES + length] + rests[length]
        sums[paragraph] = 0.0
        if bound >= threshold:
            look_at(search, idle, many, paragraph, bound)
            threshold = search.best.threshold


cdef void judge_added(Search *search, const int *idle, int many, const Postings *term, float *sums) noexcept nogil:
    """Look at those paragraphs of an added term that may be among the best and that have not been judged."""
    cdef const int *ids = term.ids
    cdef const unsigned char *classes = search.classes
    cdef const float *rests = search.rests
    cdef float sum, bound, threshold = search.best.threshold
    cdef Py_ssize_t place
    cdef int paragraph
    for place in range(term.begin, term.end):
        paragraph = ids[place]
        sum = sums[paragraph]
        sums[paragraph] = 0.0
        bound = sum + rests[classes[paragraph]]
        if bound >= threshold and sum > 0.0:
            look_at(search, idle, many, paragraph, bound)
            threshold = search.best.threshold


cdef void wipe(const Postings *term, float *sums) noexcept nogil:
    cdef Py_ssize_t place
    for place in range(term.begin, term.end):
        sums[term.ids[place]] = 0.0


cdef void weigh_idle(Search *search, const int *idle, int many, bint closely) noexcept nogil:
    """Sum up what the idle terms can add in the block: closely, by class of length, or at most."""
    cdef float *rests = search.rests
    cdef const float *gains
    cdef float scale, peak, bound = 0.0
    cdef int i, length
    for i in range(many):
        if not closely or search.lists[idle[i]].edges == NULL:
            bound += search.lists[idle[i]].bound
    for length in range(CLASSES):
        rests[length] = bound
    for i in range(many):
        if closely and search.lists[idle[i]].edges != NULL:
            gains, scale = search.gains + search.lists[idle[i]].ceiling, search.lists[idle[i]].scale
            peak = search.lists[idle[i]].peak
            for length in range(CLASSES):
                rests[length] += scale * min(peak, gains[length])


cdef int draw_in(Search *search, int *live, int idle, Py_ssize_t seeks) noexcept nogil:
    """Put those idle terms last that are added up in less time than they are sought in; return how many stay idle."""
    cdef int i = 0, term
    while i < idle:
        term = live[i]
        if search.lists[term].dense == NULL and length_in(search, term) < SEEK * seeks:
            idle -= 1
            live[i], live[idle] = live[idle], term
        else:
            i += 1
    # What stays is to be in its order again, the weakest first
    for i in range(1, idle):
        term = i
        while term and search.lists[live[term - 1]].bound > search.lists[live[term]].bound:
            live[term - 1], live[term] = live[term], live[term - 1]
            term -= 1
    return idle


cdef void foresee(Search *search) noexcept nogil:
    """Set a first threshold: what the k best of some paragraphs of one term score by that term alone."""
    cdef Postings *term
    cdef Py_ssize_t place
    cdef int i, seen
    cdef float threshold = 0.0
    cdef Found found
    for i in range(search.many):
        term = &search.lists[i]
        seen = 0
        for place in range(min(term.count, FORESEEN * 8)):
            found.paragraph = term.ids[place]
            if term.often[place] and (search.mask == NULL or search.mask[found.paragraph]):
                found.score = weight(search.by, term.often[place], search.lengths[found.paragraph], term.idf)
                offer(&search.best, found)
                seen += 1
                if seen == FORESEEN:
                    break
        threshold = max(threshold, search.best.threshold)
        search.best.size, search.best.threshold = 0, 0.0
    search.best.threshold = threshold


cdef void walk(Search *search, int blocks, int *live) noexcept nogil:
    """Find the best of all blocks."""
    cdef int block, many, idle, first, i, longest
    cdef Py_ssize_t driving, driven = 1, looked = 0
    cdef Postings *term
    cdef float rest
    cdef float *sums
    if search.best.room <= FORESEEN:
        foresee(search)
    for block in range(blocks):
        many = enter(search, block, live)
        rest, first = 0.0, 0
        while first < many and rest + search.lists[live[first]].bound < search.best.threshold:
            rest += search.lists[live[first]].bound
            first += 1
        if first == many:
            continue
        driving = 0
        for i in range(first, many):
            driving += length_in(search, live[i])
        # As many paragraphs will be looked at, of those walked over, as in the blocks before
        idle = draw_in(search, live, first, driving * looked // driven)
        driven += driving
        weigh_idle(search, live, idle, driving > CLOSE)
        if search.best.size == search.best.room:
            # The longest driving list comes last: its paragraphs are judged while they are summed up, in one walk
            longest = first
            for i in range(first + 1, many):
                if length_in(search, live[i]) > length_in(search, live[longest]):
                    longest = i
            live[longest], live[many - 1] = live[many - 1], live[longest]
        term = &search.lists[live[many - 1]]
        search.looked = 0
        if idle == many - 1:
            judge_alone(search, live, idle, term)
            looked += search.looked
            continue
        sums = search.sums - <Py_ssize_t> block * BLOCK  # so that a paragraph's sum stands at its number
        for i in range(idle, many - 1):
            add(search, &search.lists[live[i]], sums)
        if search.best.size < search.best.room:
            add(search, term, sums)  # the strongest terms are judged first here, so that there soon is a threshold
        else:
            judge_last(search, live, idle, term, sums)
            many -= 1
        for i in range(many - 1, first - 1, -1):
            judge_added(search, live, idle, &search.lists[live[i]], sums)
        for i in range(idle, first):
            wipe(&search.lists[live[i]], sums)
        looked += search.looked


cdef inline Py_ssize_t length_in(const Search *search, int i) noexcept nogil:
    return search.lists[i].end - search.lists[i].begin


cdef class Weighing:
    """A way to weigh terms, and the bounds that belong to it.

    `gains` is float32 (65,536,). `peaks`, float32 (rows, blocks), is the largest gain of each term in each block; a row
    that begins below 0 has not been worked out.
    """

    cdef Weigher by
    cdef const float[::1] gains
    cdef float[:, ::1] peaks

    def __init__(self, form, literal, k1, b, delta, average, gains, peaks):
        self.by.form = <Form> <int> form
        self.by.literal = literal
        self.by.k1, self.by.b, self.by.delta, self.by.average = k1, b, delta, average
        self.gains, self.peaks = gains, peaks


cdef class Room:
    """The sums of one block, all 0 when not in use, and the rests."""

    cdef float *sums
    cdef float rests[CLASSES]

    def __cinit__(self):
        self.sums = <float *> calloc(BLOCK, sizeof(float))
        if self.sums == NULL:
            raise MemoryError

    def __dealloc__(self):
        free(self.sums)


cdef class Kernel:
    """The arrays of an index as the kernel reads them. Threads may share it: every search takes a room of its own.

    `often` are the frequencies, at most 255; `wide` the frequencies themselves, empty where `often` holds them.
    `classes` are the paragraphs' classes of length. `rows` says where a term stands in the tables of blocks (-1: it is
    short and has no row): `edges` (rows, blocks + 1) and `largest` (rows, blocks).
    """

    cdef const long long[::1] starts
    cdef const int[::1] ids
    cdef const unsigned char[::1] often
    cdef const unsigned int[::1] wide
    cdef const int[::1] lengths
    cdef const unsigned char[::1] classes
    cdef const int[::1] rows
    cdef const int[:, ::1] edges
    cdef const unsigned char[:, ::1] largest
    cdef dict dense
    cdef list rooms

    def __init__(self, starts, ids, often, wide, lengths, classes, rows, edges, largest):
        self.starts, self.ids, self.often, self.wide = starts, ids, often, wide
        self.lengths, self.classes = lengths, classes
        self.rows, self.edges, self.largest = rows, edges, largest
        self.dense, self.rooms = {}, []

    def top(self, terms, idfs, Py_ssize_t k, Weighing weighing, const unsigned char[::1] mask=None):
        """Return the k best paragraphs of terms (numbers, each with an idf above 0) and their scores, best first."""
        cdef Search search
        cdef Room room
        cdef int words = len(terms), i
        cdef Py_ssize_t place, reachable = 0
        cdef long long[::1] ids
        cdef double[::1] scores
        cdef int *live
        search.by, search.gains = &weighing.by, &weighing.gains[0]
        search.lengths, search.classes = &self.lengths[0], &self.classes[0]
        search.mask = NULL if mask is None else &mask[0]
        search.lists = <Postings *> malloc(words * sizeof(Postings))
        search.order = <int *> malloc(2 * words * sizeof(int))
        search.best.heap = NULL
        try:
            if search.lists == NULL or search.order == NULL:
                raise MemoryError
            live = search.order + words
            self.take_in(&search, terms, idfs, weighing)
            for i in range(search.many):
                reachable += search.lists[i].count
            search.best.size, search.best.threshold = 0, 0.0
            search.best.room = min(k, reachable, self.lengths.shape[0])
            search.best.heap = <Found *> malloc(search.best.room * sizeof(Found))
            if search.best.heap == NULL:
                raise MemoryError
            try:
                room = self.rooms.pop()
            except IndexError:
                room = Room()
            search.sums, search.rests = room.sums, room.rests
            with nogil:
                walk(&search, <int> ((self.lengths.shape[0] + BLOCK - 1) // BLOCK), live)
            self.rooms.append(room)
            found_ids, found_scores = numpy.empty(search.best.size, numpy.int64), numpy.empty(search.best.size)
            ids, scores = found_ids, found_scores
            for place in range(search.best.size - 1, -1, -1):
                ids[place], scores[place] = search.best.heap[0].paragraph, search.best.heap[0].score
                search.best.heap[0] = search.best.heap[place]
                sink(search.best.heap, place, 0)
            return found_ids, found_scores
        finally:
            free(search.lists)
            free(search.order)
            free(search.best.heap)

    cdef take_in(self, Search *search, terms, idfs, Weighing weighing):
        """Look up the lists of a query."""
        cdef int word, i, row
        cdef long long number, start
        cdef Py_ssize_t place
        cdef Postings *term
        search.words, search.many = len(terms), 0
        for word in range(search.words):
            number = terms[word]
            start = self.starts[number]
            for i in range(search.many):
                if search.lists[i].ids == &self.ids[start]:
                    break
            else:
                i = search.many
                search.many += 1
                term = &search.lists[i]
                term.ids, term.often = &self.ids[start], &self.often[start]
                term.wide = &self.wide[start] if self.wide.shape[0] else NULL
                term.count = self.starts[number + 1] - start
                term.idf, term.scale = idfs[word], 0.0
                term.begin = term.end = 0
                term.dense = self.spread(number, start, term.count)
                row = self.rows[number]
                term.edges = &self.edges[row, 0] if row >= 0 else NULL
                term.largest = &self.largest[row, 0] if row >= 0 else NULL
                term.peaks = self.peaks_of(row, start, weighing) if row >= 0 else NULL
            search.order[word] = i
            search.lists[i].scale += <float> (search.lists[i].idf * (1 + SLACK * (search.words + 1)))
        for i in range(search.many):
            term = &search.lists[i]
            term.most = 0.0
            if term.edges == NULL:
                for place in range(term.count):
                    term.most = max(term.most, bounded(search, term, term.often[place], term.ids[place]))

    cdef const float *peaks_of(self, int row, long long start, Weighing weighing) except NULL:
        """Return the largest gains of a term, block by block; they are worked out when it is first asked for.

        A pair of the largest frequency and the shortest length would promise a tenth more than is there, and that much
        decides which terms are idle.
        """
        cdef float *peaks = &weighing.peaks[row, 0]
        cdef const float *gains = &weighing.gains[0]
        cdef float peak
        cdef Py_ssize_t block, place
        if peaks[0] < 0.0:
            for block in range(self.edges.shape[1] - 2, -1, -1):
                peak = 0.0
                for place in range(start + self.edges[row, block], start + self.edges[row, block + 1]):
                    peak = max(peak, gains[self.often[place] * CLASSES + self.classes[self.ids[place]]])
                peaks[block] = peak
        return peaks

    cdef const unsigned char *spread(self, long long number, long long start, Py_ssize_t count) except? NULL:
        """Return the frequency in every paragraph of a term that is in an eighth of them, else NULL."""
        cdef const unsigned char[::1] row
        cdef unsigned char[::1] new
        cdef Py_ssize_t place
        if count * 8 < self.lengths.shape[0]:
            return NULL
        found = self.dense.get(number)
        if found is None:
            new = found = bytearray(self.lengths.shape[0])
            for place in range(start, start + count):
                new[self.ids[place]] = self.often[place]
            self.dense[number] = found
        row = found
        return &row[0]
