# cython: boundscheck=False, wraparound=False, cdivision=True, initializedcheck=False
"""Sets of paragraphs, a bit each, with what each set is worth."""

from libc.stdint cimport int64_t, uint64_t


cdef extern from "bits.h" nogil:
    size_t bits_of(const uint64_t *words, size_t count)
    int lowest_of(uint64_t bits)


cdef enum:
    AT_ONCE = 32  # sets that are looked at together


cdef struct Sets:
    const uint64_t *words[AT_ONCE]
    double worth[AT_ONCE]
    Py_ssize_t many, size


cdef inline int take_sets(Sets *sets, list told) except -1:
    cdef const uint64_t[::1] words
    cdef Py_ssize_t one
    sets.many, sets.size = len(told), 0
    for one in range(sets.many):
        sets.worth[one], words = told[one]
        sets.words[one], sets.size = &words[0], words.shape[0]
    return 0


cdef inline bint inside(const uint64_t *words, int64_t paragraph) noexcept nogil:
    return (words[paragraph >> 6] >> (paragraph & 63)) & 1
