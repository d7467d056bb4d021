# cython: language_level=3, boundscheck=False, wraparound=False, cdivision=True, initializedcheck=False
"""Texts into postings: told apart into runs, counted, and sorted by term, without a Python object for a word.

Where runs begin and end is told by `_runs`; what the terms of a run are, Python's analyser says, once for each distinct
run (`_known`). A text with a character that is not in the tables below is left to Python altogether, so both ways give
the same terms: a test holds them to it.

What is kept while texts come in is five bytes for each pair of term and paragraph; at the end the pairs are put in
order by counting, in one pass.
"""

from libc.stdint cimport int32_t, int64_t, uint8_t, uint16_t, uint32_t, uint64_t
from libc.stdlib cimport free, realloc
from libc.string cimport memcpy, memset

import numpy

from minutesnlp.indexing._known cimport Known, Run, make_room, mixed, run_of
from minutesnlp.indexing._runs cimport CHARACTERS, PADDING, Text, fill_tables, run_end
from minutesnlp.indexing._sources cimport MINUTESNLP_SOURCES

SOURCES = MINUTESNLP_SOURCES

cdef extern from "Python.h":
    int PyUnicode_KIND(object)
    void *PyUnicode_DATA(object)
    Py_ssize_t PyUnicode_GET_LENGTH(object)
    Py_UCS4 PyUnicode_READ(int, void *, Py_ssize_t)

cdef extern from *:
    """
    #if defined(__GNUC__)
    #define fetch(place) __builtin_prefetch(place)
    #else
    #define fetch(place) ((void)(place))
    #endif
    """
    void fetch(const void *place) nogil

cdef enum:
    SHORT = 24                # codes of a run that is compared without looking elsewhere
    TOGETHER = 128            # words that are looked up together

cdef uint8_t CODES[CHARACTERS]
cdef uint16_t KINDS[256]

fill_tables(CODES, KINDS)


cdef struct Word:
    # A run of a text, and where it may be found among the runs
    uint64_t codes[3]
    uint64_t mixed
    Py_ssize_t begin, end


cdef struct Count:
    # Of a term: in how many texts it is, the last of them (counted from 1), and where it is among that one's pairs
    int64_t holding
    int32_t seen
    uint32_t slot


cdef void *enlarged(void *held, size_t size) except NULL:
    cdef void *larger = realloc(held, size)
    if larger == NULL:
        raise MemoryError
    return larger


cdef class Inverter:
    """Postings in the making. `learn` gives the terms of a run, `analyse` those of a whole text."""

    cdef object learn, analyse
    cdef dict numbers                    # of the terms
    cdef dict longer                     # the terms of runs that are not short
    cdef dict beyond                     # frequencies above 255, by pair
    cdef Known known
    cdef uint32_t *terms_of_runs         # of those that have several
    cdef size_t terms_of_runs_room, terms_of_runs_used
    cdef Count *counts
    cdef size_t counts_room
    cdef uint32_t *pair_terms
    cdef uint8_t *pair_often
    cdef size_t pairs_room, pairs
    cdef int32_t *lengths                # by text: its terms,
    cdef int32_t *distinct               # and its pairs
    cdef size_t texts_room, texts
    cdef uint8_t *codes                  # of the text at hand,
    cdef size_t codes_room
    cdef uint32_t *stream                # some terms of it that are to be counted,
    cdef size_t stream_room, stream_used
    cdef size_t first                    # where its pairs begin,
    cdef int32_t length                  # and how many terms it has so far

    def __cinit__(self, learn, analyse):
        self.learn, self.analyse, self.numbers, self.longer, self.beyond = learn, analyse, {}, {}, {}
        make_room(&self.known, 1 << 16)

    def __dealloc__(self):
        free(self.known.runs)
        free(self.terms_of_runs)
        free(self.counts)
        free(self.pair_terms)
        free(self.pair_often)
        free(self.lengths)
        free(self.distinct)
        free(self.codes)
        free(self.stream)

    def add(self, text):
        """Take in a text, or a list of terms."""
        if self.texts == self.texts_room:
            self.texts_room = max(1 << 12, 2 * self.texts_room)
            self.lengths = <int32_t *> enlarged(self.lengths, self.texts_room * sizeof(int32_t))
            self.distinct = <int32_t *> enlarged(self.distinct, self.texts_room * sizeof(int32_t))
        self.first, self.length = self.pairs, 0
        if not isinstance(text, str):
            self.take_terms(text)
        elif not self.read(text):
            self.take_terms(self.analyse(text))
        else:
            self.take_text(text)
        self.lengths[self.texts], self.distinct[self.texts] = self.length, <int32_t> (self.pairs - self.first)
        self.texts += 1

    cdef take_terms(self, terms):
        for term in terms:
            self.count(self.number(term))

    cdef bint read(self, str text) except -1:
        """Read a text as codes; return False where a character has none."""
        cdef Py_ssize_t size = PyUnicode_GET_LENGTH(text), place
        cdef int width = PyUnicode_KIND(text)
        cdef void *data = PyUnicode_DATA(text)
        cdef Py_UCS4 character
        if <size_t> size + PADDING > self.codes_room:
            self.codes_room = 2 * size + PADDING
            self.codes = <uint8_t *> enlarged(self.codes, self.codes_room)
        memset(self.codes + size, 0, PADDING)
        if text.isascii():
            memcpy(self.codes, data, size)
            return True
        for place in range(size):
            character = PyUnicode_READ(width, data, place)
            if character >= CHARACTERS or (CODES[character] == 0 and character):
                return False
            self.codes[place] = CODES[character]
        return True

    cdef int take_text(self, str string) except -1:
        """Take in the text that has been read.

        Words are cut out, looked up and counted some at a time, so that the processor can fetch what is known of many
        at once: it would spend most of its time waiting for one after the other.
        """
        cdef Word words[TOGETHER]
        cdef Py_ssize_t place = 0, size = PyUnicode_GET_LENGTH(string)
        cdef int many, i
        cdef size_t j
        cdef Run *run
        while place < size:
            many = self.cut(words, &place, size)
            self.stream_used = 0
            for i in range(many):
                if words[i].end - words[i].begin > SHORT:
                    self.take_longer(string[words[i].begin : words[i].end])
                    continue
                run = run_of(&self.known, words[i].codes, words[i].mixed)
                if not run.size:
                    run = self.learn_run(string[words[i].begin : words[i].end], &words[i])
                if run.many == 1:
                    self.put(run.terms)
                else:
                    for j in range(run.terms, run.terms + run.many):
                        self.put(self.terms_of_runs[j])
            for j in range(self.stream_used):
                self.count(self.stream[j])
        return 0

    cdef inline int cut(self, Word *words, Py_ssize_t *from_place, Py_ssize_t size) noexcept nogil:
        """Cut the next words out of the text, as many as are looked up together; return how many there are."""
        cdef Text text
        cdef Py_ssize_t place = from_place[0], end
        cdef int many = 0, last, i
        cdef Word *word
        text.codes, text.kinds = self.codes, KINDS
        while place < size and many < TOGETHER:
            end = run_end(&text, place)
            if end == place:
                place += 1
                continue
            word = &words[many]
            word.begin, word.end = place, end
            memcpy(word.codes, self.codes + place, SHORT)
            last = <int> min(3, (end - place) >> 3)
            if last < 3:
                word.codes[last] &= (<uint64_t> 1 << 8 * ((end - place) & 7)) - 1
                for i in range(last + 1, 3):
                    word.codes[i] = 0
            word.mixed = mixed(word.codes)
            fetch(&self.known.runs[word.mixed & (self.known.room - 1)])
            many += 1
            place = end
        from_place[0] = place
        return many

    cdef inline int put(self, uint32_t term) except -1:
        if self.stream_used == self.stream_room:
            self.stream_room = max(1 << 10, 2 * self.stream_room)
            self.stream = <uint32_t *> enlarged(self.stream, self.stream_room * sizeof(uint32_t))
        self.stream[self.stream_used] = term
        self.stream_used += 1
        fetch(&self.counts[term])
        return 0

    cdef int take_longer(self, str run) except -1:
        found = self.longer.get(run)
        if found is None:
            found = self.longer[run] = [self.number(term) for term in self.learn(run)]
        for number in found:
            self.put(number)
        return 0

    cdef Run *learn_run(self, str whole, const Word *word) except NULL:
        """Take a short run that has not been met into the table."""
        cdef Run *run
        terms = [self.number(term) for term in self.learn(whole)]
        if 2 * self.known.size >= self.known.room:
            make_room(&self.known, 2 * self.known.room)
        run = run_of(&self.known, word.codes, word.mixed)
        memcpy(run.codes, word.codes, SHORT)
        run.size, run.many = <uint8_t> len(whole), <uint16_t> len(terms)
        self.known.size += 1
        if len(terms) == 1:
            run.terms = terms[0]
            return run
        run.terms = <uint32_t> self.terms_of_runs_used
        for term in terms:
            if self.terms_of_runs_used == self.terms_of_runs_room:
                self.terms_of_runs_room = max(1 << 12, 2 * self.terms_of_runs_room)
                self.terms_of_runs = <uint32_t *> enlarged(
                    self.terms_of_runs, self.terms_of_runs_room * sizeof(uint32_t)
                )
            self.terms_of_runs[self.terms_of_runs_used] = term
            self.terms_of_runs_used += 1
        return run

    cdef uint32_t number(self, term) except? 0xFFFFFFFF:
        """Return the number of a term, new ones in the order in which they come."""
        found = self.numbers.get(term)
        if found is not None:
            return found
        cdef uint32_t new = len(self.numbers)
        cdef size_t old = self.counts_room
        if new == old:
            self.counts_room = max(1 << 16, 2 * old)
            self.counts = <Count *> enlarged(self.counts, self.counts_room * sizeof(Count))
            memset(&self.counts[old], 0, (self.counts_room - old) * sizeof(Count))
        self.numbers[term] = new
        return new

    cdef inline int count(self, uint32_t term) except -1:
        """Count a term of the text at hand."""
        cdef Count *known = &self.counts[term]
        cdef size_t place
        self.length += 1
        if known.seen == <int32_t> (self.texts + 1):
            place = self.first + known.slot
            if self.pair_often[place] < 255:
                self.pair_often[place] += 1
            else:
                self.beyond[place] = self.beyond.get(place, 255) + 1
            return 0
        if self.pairs == self.pairs_room:
            self.pairs_room = max(1 << 16, 2 * self.pairs_room)
            self.pair_terms = <uint32_t *> enlarged(self.pair_terms, self.pairs_room * sizeof(uint32_t))
            self.pair_often = <uint8_t *> enlarged(self.pair_often, self.pairs_room)
        known.seen, known.slot = <int32_t> (self.texts + 1), <uint32_t> (self.pairs - self.first)
        known.holding += 1
        self.pair_terms[self.pairs], self.pair_often[self.pairs] = term, 1
        self.pairs += 1
        return 0

    def terms(self):
        """Return all terms in the order of their numbers."""
        return list(self.numbers)

    def sorted(self, const int64_t[::1] rank):
        """Return the postings of terms in the order of `rank` (a place for each number), and end the work.

        They are starts, ids, frequencies and lengths, and a dict from places to frequencies above 255.
        """
        cdef size_t many = rank.shape[0], i, text, pair = 0
        cdef int64_t place
        # What only told runs apart makes room for the postings
        free(self.known.runs)
        self.known.runs, self.known.room, self.known.size = NULL, 0, 0
        self.longer.clear()
        starts_array = numpy.zeros(many + 1, numpy.int64)
        ids_array, often_array = numpy.empty(self.pairs, numpy.int32), numpy.empty(self.pairs, numpy.uint8)
        lengths_array = numpy.empty(self.texts, numpy.int32)
        cdef int64_t[::1] starts = starts_array
        cdef int32_t[::1] ids = ids_array
        cdef int32_t[::1] lengths = lengths_array
        cdef uint8_t[::1] often = often_array
        for i in range(many):
            starts[rank[i] + 1] = self.counts[i].holding
        for i in range(many):
            starts[i + 1] += starts[i]
        for i in range(many):
            self.counts[i].holding = starts[rank[i]]  # from here on: where the next of the term goes
        beyond = {}
        for text in range(self.texts):
            lengths[text] = self.lengths[text]
            for i in range(<size_t> self.distinct[text]):
                place = self.counts[self.pair_terms[pair]].holding
                self.counts[self.pair_terms[pair]].holding += 1
                ids[place], often[place] = <int32_t> text, self.pair_often[pair]
                if self.pair_often[pair] == 255 and pair in self.beyond:
                    beyond[place] = self.beyond[pair]
                pair += 1
        return starts_array, ids_array, often_array, lengths_array, beyond
