# cython: language_level=3, boundscheck=False, wraparound=False, cdivision=True, initializedcheck=False
"""Where some terms stand in a text: what `text.analysis.Analyser.tokens` gives, without a Python object for a word.

Where runs begin and end is told by `_runs`. A plain word has a term that begins as it does, so only words
that begin as one of the terms do, and what is no plain word, are shown to the analyser.
"""

from libc.stdint cimport uint8_t, uint16_t, uint32_t
from libc.stdlib cimport free, malloc
from libc.string cimport memcpy, memset

from minutesnlp.indexing._runs cimport CHARACTERS, LETTER, PADDING, Text, fill_tables, kind, run_end
from minutesnlp.indexing._sources cimport MINUTESNLP_SOURCES

SOURCES = MINUTESNLP_SOURCES

cdef extern from "Python.h":
    int PyUnicode_KIND(object)
    void *PyUnicode_DATA(object)
    Py_ssize_t PyUnicode_GET_LENGTH(object)
    Py_UCS4 PyUnicode_READ(int, void *, Py_ssize_t)
    bint Py_UNICODE_ISALNUM(Py_UCS4)
    bint Py_UNICODE_ISSPACE(Py_UCS4)

cdef enum:
    ELSEWHERE = 0x80          # the code of letters beyond ASCII, of which it is all the same which they are
    OTHER = 0xB6              # and of what is neither letter nor space: ¶

cdef uint8_t CODES[CHARACTERS]
cdef uint16_t KINDS[256]

fill_tables(CODES, KINDS)
KINDS[ELSEWHERE] = LETTER


cdef inline bint _special(Py_UCS4 character) noexcept nogil:
    """Tell what is left to Python: part of a word and never of its term, or, in another case, an ASCII letter."""
    return (
        character == 0xAD
        or 0x200B <= character <= 0x200D
        or character == 0x2060
        or character == 0xFEFF
        or 0x300 <= character <= 0x36F
        or character == 0x130
        or character == 0x131
        or character == 0x17F
        or character == 0x212A
    )


cdef bint _read(str text, uint8_t *codes, Py_ssize_t size) except -1:
    """Read a text as codes; return False where a character has to be left to Python."""
    cdef Py_ssize_t place
    cdef int width = PyUnicode_KIND(text)
    cdef void *data = PyUnicode_DATA(text)
    cdef Py_UCS4 character
    memset(codes + size, 0, PADDING)
    if text.isascii():
        memcpy(codes, data, size)
        return True
    for place in range(size):
        character = PyUnicode_READ(width, data, place)
        if character < CHARACTERS and CODES[character]:
            codes[place] = CODES[character]
        elif _special(character):
            return False
        elif Py_UNICODE_ISALNUM(character):
            codes[place] = ELSEWHERE
        else:
            codes[place] = c' ' if Py_UNICODE_ISSPACE(character) else OTHER
    return True


cdef inline int _letter(uint8_t code) noexcept nogil:
    """Return the place of a letter in the alphabet."""
    return (code | 32) - c'a'


def tokens(str text, among, const uint8_t[::1] begins, parts_of, token):
    """Return where the terms `among` stand in a text; None where it has to be left to Python.

    `begins`, (26 · 26,), tells of two letters whether a word of a term may begin with them, `parts_of` gives the parts
    of a run and how many words it takes up, and `token` makes what is returned.
    """
    cdef Py_ssize_t size = PyUnicode_GET_LENGTH(text), place = 0, end, at, position = 0
    cdef Text read
    cdef uint8_t *codes = <uint8_t *> malloc(size + PADDING)
    cdef list found = []
    if codes == NULL:
        raise MemoryError
    try:
        if not _read(text, codes, size):
            return None
        read.codes, read.kinds = codes, KINDS
        while place < size:
            end = run_end(&read, place)
            if end == place:
                place += 1
                continue
            at = place
            while at < end and kind(&read, at) == LETTER and codes[at] < 128:
                at += 1
            if at == end and at > place + 1 and not begins[26 * _letter(codes[place]) + _letter(codes[place + 1])]:
                position += 1  # a plain word that is none of the terms
            else:
                parts, width = parts_of(text[place:end])
                for term, start, stop, step, extra in parts:
                    if term is not None and term in among:
                        found.append(token(term, place + start, place + stop, position + step, extra))
                position += width
            place = end
        return found
    finally:
        free(codes)
