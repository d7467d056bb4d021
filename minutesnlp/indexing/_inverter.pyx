# cython: language_level=3, boundscheck=False, wraparound=False, cdivision=True, initializedcheck=False
"""Texts into postings: told apart into runs, counted, and sorted by term, without a Python object for a word.

The runs are those of `text.analysis.RUN`, read here by hand; what the terms of a run are, Python's analyser says, once for
each distinct run. A text with a character that is not in the tables below is left to Python altogether, so both ways give
the same terms: a test holds them to it.

What is kept while texts come in is five bytes for each pair of term and paragraph; at the end the pairs are put in order by
counting, in one pass.
"""

from libc.stdint cimport int32_t, int64_t, uint8_t, uint16_t, uint32_t, uint64_t
from libc.stdlib cimport calloc, free, malloc, realloc
from libc.string cimport memset

import numpy

cdef extern from "Python.h":
    int PyUnicode_KIND(object)
    void *PyUnicode_DATA(object)
    Py_ssize_t PyUnicode_GET_LENGTH(object)
    Py_UCS4 PyUnicode_READ(int, void *, Py_ssize_t)

cdef enum:
    LETTER = 1
    DIGIT = 2
    WORD = 3          # a letter or a digit
    SPACE = 4
    JOINT = 8         # joins letters into one run: apostrophes, hyphens, & / .
    COMMA = 16        # joins digits
    PERCENT = 32
    MONEY = 64
    UNDERSCORE = 128
    GAP = 256         # anything else that is known
    UNKNOWN = 512

cdef uint16_t KINDS[0x2100]


def _fill():
    cdef int code
    for code in range(0x2100):
        KINDS[code] = GAP if code < 128 else UNKNOWN
    for text, kind in (
        ("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", LETTER),
        ("0123456789", DIGIT),
        (" \t\n\r\f\v\x1c\x1d\x1e\x1f\x85\xa0\u2003\u2009", SPACE),
        ("'’‘&/.-‐‑‒–", JOINT),
        (",", COMMA),
        ("%", PERCENT),
        ("£$€", MONEY),
        ("_", UNDERSCORE),
        ("“”„—…•·«»°§©®†", GAP),
    ):
        for character in text:
            KINDS[ord(character)] = kind


_fill()

cdef tuple SCALES = ("k", "thousand", "m", "million", "bn", "billion")


cdef struct Text:
    int kind
    void *data
    Py_ssize_t size


cdef inline uint32_t character(const Text *text, Py_ssize_t place) noexcept:
    return <uint32_t> PyUnicode_READ(text.kind, text.data, place)


cdef inline int sort_of(const Text *text, Py_ssize_t place) noexcept:
    """Return what stands at a place; past the end, a gap."""
    cdef uint32_t found
    if place >= text.size:
        return GAP
    found = character(text, place)
    return KINDS[found] if found < 0x2100 else UNKNOWN


cdef Py_ssize_t number_end(const Text *text, Py_ssize_t place) noexcept:
    """Return where the number ends that begins with the digit at a place: 1,234.5"""
    while sort_of(text, place) == DIGIT:
        place += 1
    while (
        sort_of(text, place) == COMMA
        and sort_of(text, place + 1) == DIGIT
        and sort_of(text, place + 2) == DIGIT
        and sort_of(text, place + 3) == DIGIT
    ):
        place += 4
    if place < text.size and character(text, place) == c'.' and sort_of(text, place + 1) == DIGIT:
        place += 1
        while sort_of(text, place) == DIGIT:
            place += 1
    return place


cdef Py_ssize_t word_end(const Text *text, Py_ssize_t place, str word):
    """Return where a word ends that stands at a place in any case, -1 if it does not or goes on."""
    cdef Py_UCS4 wanted
    for wanted in word:
        if place >= text.size or (character(text, place) | 32) != <uint32_t> wanted:
            return -1
        place += 1
    return -1 if sort_of(text, place) & (WORD | UNDERSCORE) else place


cdef Py_ssize_t money_end(const Text *text, Py_ssize_t place):
    """Return where the sum ends that begins with the sign at a place, -1 if none does: £56 million"""
    cdef Py_ssize_t end, after
    place += 1
    if sort_of(text, place) == SPACE:
        place += 1
    if sort_of(text, place) != DIGIT:
        return -1
    end = number_end(text, place)
    after = end + 1 if sort_of(text, end) == SPACE else end
    if sort_of(text, after) == LETTER:
        for scale in SCALES:
            place = word_end(text, after, scale)
            if place >= 0:
                return place
    return end


cdef Py_ssize_t percent_end(const Text *text, Py_ssize_t place):
    """Return where the percentage ends that begins with the digit at a place, -1 if none does: 4.5 per cent"""
    cdef Py_ssize_t end = number_end(text, place)
    cdef Py_UCS4 wanted
    if sort_of(text, end) == PERCENT:
        return end + 1
    if sort_of(text, end) != SPACE:
        return -1
    end += 1
    if sort_of(text, end) == PERCENT:
        return end + 1
    if end + 3 >= text.size or sort_of(text, end) != LETTER:
        return -1
    for wanted in "per":
        if (character(text, end) | 32) != <uint32_t> wanted:
            return -1
        end += 1
    if sort_of(text, end) == SPACE:
        end += 1
    return word_end(text, end, "cent")


cdef Py_ssize_t run_end(const Text *text, Py_ssize_t place) noexcept:
    """Return where the run of words and joints ends that begins at a place."""
    cdef int sort
    while True:
        while sort_of(text, place) & WORD:
            place += 1
        sort = sort_of(text, place)
        if sort == JOINT and sort_of(text, place + 1) & WORD:
            place += 1
        elif sort == COMMA and sort_of(text, place - 1) == DIGIT and sort_of(text, place + 1) == DIGIT:
            place += 1
        else:
            return place + 1 if sort == PERCENT else place


cdef struct Run:
    uint64_t hash
    uint32_t letters          # where it begins in the letters of all
    uint32_t size
    uint32_t first            # its terms
    uint32_t many


cdef void *enlarged(void *held, size_t size) except NULL:
    cdef void *larger = realloc(held, size)
    if larger == NULL:
        raise MemoryError
    return larger


cdef class Inverter:
    """Postings in the making. `learn` gives the terms of a run, `analyse` those of a whole text."""

    cdef object learn, analyse
    cdef dict numbers                    # of the terms
    cdef dict beyond                     # frequencies above 255, by pair
    cdef Run *runs
    cdef size_t room, known              # of runs; room is a power of 2
    cdef uint16_t *letters
    cdef size_t letters_room, letters_used
    cdef uint32_t *run_terms
    cdef size_t run_terms_room, run_terms_used
    cdef int32_t *seen                   # by term: the last text it was in, counted from 1,
    cdef uint32_t *slot                  # and where among its pairs
    cdef int64_t *holding                # by term: in how many texts
    cdef size_t terms_room
    cdef int32_t mark
    cdef uint32_t *pair_terms
    cdef uint8_t *pair_often
    cdef size_t pairs_room, pairs
    cdef int32_t *lengths                # by text: its terms,
    cdef int32_t *distinct               # and its pairs
    cdef size_t texts_room, texts
    cdef uint32_t *stream                # the terms of the text at hand
    cdef size_t stream_room, stream_used

    def __cinit__(self, learn, analyse):
        self.learn, self.analyse, self.numbers, self.beyond = learn, analyse, {}, {}
        self.room = 1 << 16
        self.runs = <Run *> calloc(self.room, sizeof(Run))
        if self.runs == NULL:
            raise MemoryError

    def __dealloc__(self):
        free(self.runs)
        free(self.letters)
        free(self.run_terms)
        free(self.seen)
        free(self.slot)
        free(self.holding)
        free(self.pair_terms)
        free(self.pair_often)
        free(self.lengths)
        free(self.distinct)
        free(self.stream)

    def add(self, text):
        """Take in a text, or a list of terms."""
        self.stream_used = 0
        if not isinstance(text, str):
            self.take_terms(text)
        elif not self.take_text(text):
            self.take_terms(self.analyse(text))
        self.count()

    cdef take_terms(self, terms):
        for term in terms:
            self.put(self.number(term))

    cdef int put(self, uint32_t term) except -1:
        if self.stream_used == self.stream_room:
            self.stream_room = max(1024, 2 * self.stream_room)
            self.stream = <uint32_t *> enlarged(self.stream, self.stream_room * sizeof(uint32_t))
        self.stream[self.stream_used] = term
        self.stream_used += 1
        return 0

    cdef uint32_t number(self, term) except? 0xFFFFFFFF:
        """Return the number of a term, new ones in the order in which they come."""
        found = self.numbers.get(term)
        if found is not None:
            return found
        cdef uint32_t new = len(self.numbers)
        cdef size_t old = self.terms_room
        if new == self.terms_room:
            self.terms_room = max(1 << 16, 2 * old)
            self.seen = <int32_t *> enlarged(self.seen, self.terms_room * sizeof(int32_t))
            self.slot = <uint32_t *> enlarged(self.slot, self.terms_room * sizeof(uint32_t))
            self.holding = <int64_t *> enlarged(self.holding, self.terms_room * sizeof(int64_t))
            memset(&self.seen[old], 0, (self.terms_room - old) * sizeof(int32_t))
            memset(&self.holding[old], 0, (self.terms_room - old) * sizeof(int64_t))
        self.numbers[term] = new
        return new

    cdef bint take_text(self, str string) except -1:
        """Take in a text; return False where a character is not known here."""
        cdef Text text
        cdef Py_ssize_t place, end
        cdef int sort
        cdef Run *run
        cdef uint32_t i
        text.kind, text.data, text.size = PyUnicode_KIND(string), PyUnicode_DATA(string), PyUnicode_GET_LENGTH(string)
        if not string.isascii():
            for place in range(text.size):
                if sort_of(&text, place) == UNKNOWN:
                    return False
        place = 0
        while place < text.size:
            sort = sort_of(&text, place)
            if sort & (WORD | MONEY):
                end = -1
                if sort == DIGIT:
                    end = percent_end(&text, place)
                elif sort == MONEY:
                    end = money_end(&text, place)
                    if end < 0:
                        place += 1
                        continue
                if end < 0:
                    end = run_end(&text, place)
                run = self.find(string, &text, place, end)
                for i in range(run.first, run.first + run.many):
                    self.put(self.run_terms[i])
                place = end
            else:
                place += 1
        return True

    cdef Run *find(self, str string, const Text *text, Py_ssize_t begin, Py_ssize_t end) except NULL:
        """Return what is known of a run; learn it when it is new."""
        cdef uint64_t hash = 0
        cdef Py_ssize_t i
        cdef size_t place, size = end - begin
        cdef Run *run
        cdef bint same
        for i in range(begin, end):
            hash = (hash ^ character(text, i)) * <uint64_t> 0x9E3779B97F4A7C15
        hash ^= hash >> 32
        place = hash & (self.room - 1)
        while True:
            run = &self.runs[place]
            if run.size == 0:
                break
            if run.hash == hash and run.size == size:
                same = True  # as far as the hash can tell: the letters decide
                for i in range(<Py_ssize_t> size):
                    if self.letters[run.letters + i] != character(text, begin + i):
                        same = False
                        break
                if same:
                    return run
            place = (place + 1) & (self.room - 1)
        return self.learn_run(string, begin, end, hash, place)

    cdef Run *learn_run(self, str string, Py_ssize_t begin, Py_ssize_t end, uint64_t hash, size_t place) except NULL:
        cdef Py_UCS4 letter
        cdef str whole = string[begin:end]
        cdef Run *run
        terms = self.learn(whole)
        if 2 * self.known >= self.room:
            self.grow()
            place = hash & (self.room - 1)
            while self.runs[place].size:
                place = (place + 1) & (self.room - 1)
        while self.letters_used + len(whole) > self.letters_room:
            self.letters_room = max(1 << 16, 2 * self.letters_room)
            self.letters = <uint16_t *> enlarged(self.letters, self.letters_room * sizeof(uint16_t))
        while self.run_terms_used + len(terms) > self.run_terms_room:
            self.run_terms_room = max(1 << 16, 2 * self.run_terms_room)
            self.run_terms = <uint32_t *> enlarged(self.run_terms, self.run_terms_room * sizeof(uint32_t))
        run = &self.runs[place]
        run.hash, run.letters, run.first, run.many = hash, self.letters_used, self.run_terms_used, len(terms)
        for letter in whole:
            self.letters[self.letters_used] = <uint16_t> letter
            self.letters_used += 1
        for term in terms:
            self.run_terms[self.run_terms_used] = self.number(term)
            self.run_terms_used += 1
        run.size = len(whole)
        self.known += 1
        return run

    cdef grow(self):
        """Double the table of runs."""
        cdef Run *old = self.runs
        cdef size_t count = self.room, i, place
        cdef Run *new = <Run *> calloc(2 * count, sizeof(Run))
        if new == NULL:
            raise MemoryError
        self.runs, self.room = new, 2 * count
        for i in range(count):
            if old[i].size:
                place = old[i].hash & (self.room - 1)
                while new[place].size:
                    place = (place + 1) & (self.room - 1)
                new[place] = old[i]
        free(old)

    cdef count(self):
        """Count the terms of the text at hand, each once with its frequency."""
        cdef size_t i, first = self.pairs, place
        cdef uint32_t term
        if self.texts == self.texts_room:
            self.texts_room = max(1 << 12, 2 * self.texts_room)
            self.lengths = <int32_t *> enlarged(self.lengths, self.texts_room * sizeof(int32_t))
            self.distinct = <int32_t *> enlarged(self.distinct, self.texts_room * sizeof(int32_t))
        while self.pairs + self.stream_used > self.pairs_room:
            self.pairs_room = max(1 << 16, 2 * self.pairs_room)
            self.pair_terms = <uint32_t *> enlarged(self.pair_terms, self.pairs_room * sizeof(uint32_t))
            self.pair_often = <uint8_t *> enlarged(self.pair_often, self.pairs_room)
        self.mark += 1
        for i in range(self.stream_used):
            term = self.stream[i]
            if self.seen[term] == self.mark:
                place = first + self.slot[term]
                if self.pair_often[place] < 255:
                    self.pair_often[place] += 1
                else:
                    self.beyond[place] = self.beyond.get(place, 255) + 1
            else:
                self.seen[term] = self.mark
                self.slot[term] = self.pairs - first
                self.holding[term] += 1
                self.pair_terms[self.pairs], self.pair_often[self.pairs] = term, 1
                self.pairs += 1
        self.lengths[self.texts], self.distinct[self.texts] = self.stream_used, self.pairs - first
        self.texts += 1

    def terms(self):
        """Return all terms in the order of their numbers."""
        return list(self.numbers)

    def sorted(self, const int64_t[::1] rank):
        """Return the postings of terms in the order of `rank` (a place for each number): starts, ids, frequencies, lengths."""
        cdef size_t many = rank.shape[0], i, text, pair = 0
        cdef int64_t place
        starts_array = numpy.zeros(many + 1, numpy.int64)
        ids_array, often_array = numpy.empty(self.pairs, numpy.int32), numpy.empty(self.pairs, numpy.uint8)
        lengths_array = numpy.empty(self.texts, numpy.int32)
        cdef int64_t[::1] starts = starts_array
        cdef int32_t[::1] ids = ids_array, lengths = lengths_array
        cdef uint8_t[::1] often = often_array
        for i in range(many):
            starts[rank[i] + 1] = self.holding[i]
        for i in range(many):
            starts[i + 1] += starts[i]
        for i in range(many):
            self.holding[i] = starts[rank[i]]  # from here on: where the next of the term goes
        beyond = {}
        for text in range(self.texts):
            lengths[text] = self.lengths[text]
            for i in range(self.distinct[text]):
                place = self.holding[self.pair_terms[pair]]
                self.holding[self.pair_terms[pair]] += 1
                ids[place], often[place] = text, self.pair_often[pair]
                if self.pair_often[pair] == 255 and pair in self.beyond:
                    beyond[place] = self.beyond[pair]
                pair += 1
        return starts_array, ids_array, often_array, lengths_array, beyond
