# cython: boundscheck=False, wraparound=False, cdivision=True, initializedcheck=False
"""What a term weighs in a paragraph: the operations of weighting.py, one for one, which names the papers."""


cdef enum Form:
    LUCENE, OKAPI, L, PLUS


cdef struct Weigher:
    # What makes a weight of a frequency and a length
    Form form
    bint literal              # as rank-bm25 reads L: times the frequency
    double k1, b, delta, average


cdef inline double weight(const Weigher *by, double frequency, double length, double idf) noexcept nogil:
    """Return what a term weighs in a paragraph."""
    return normed(by, frequency, 1.0 - by.b + by.b * (length / by.average), idf)


cdef inline double normed(const Weigher *by, double frequency, double norm, double idf) noexcept nogil:
    """Return what a term weighs in a paragraph of such a norm."""
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
