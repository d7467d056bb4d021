# cython: boundscheck=False, wraparound=False, cdivision=True, initializedcheck=False
"""The short runs of characters that have been met, with the numbers of their terms: a table with open addressing."""

from libc.stdint cimport uint8_t, uint16_t, uint32_t, uint64_t
from libc.stdlib cimport calloc, free


cdef struct Run:
    # Its codes, 0 after the last, and its terms: one is given by its number, several by where they stand
    uint64_t codes[3]
    uint32_t terms
    uint16_t many
    uint8_t size              # 0 where there is no run


cdef struct Known:
    Run *runs
    size_t room, size         # room is a power of 2, and never half full


cdef inline uint64_t mixed(const uint64_t *codes) noexcept nogil:
    """Return a number that differs between most runs."""
    cdef uint64_t number = codes[0] * <uint64_t> 0x9E3779B97F4A7C15
    number ^= codes[1] * <uint64_t> 0xC2B2AE3D27D4EB4F + (codes[2] ^ codes[2] >> 31) * <uint64_t> 0x165667B19E3779F9
    number = (number ^ number >> 32) * <uint64_t> 0x9E3779B97F4A7C15
    return number ^ number >> 29


cdef inline Run *run_of(const Known *known, const uint64_t *codes, uint64_t mix) noexcept nogil:
    """Return the place of a run, of which `mix` is the number: empty where it has not been met."""
    cdef size_t place = mix & (known.room - 1)
    cdef Run *run
    while True:
        run = &known.runs[place]
        if not run.size or (run.codes[0] == codes[0] and run.codes[1] == codes[1] and run.codes[2] == codes[2]):
            return run
        place = (place + 1) & (known.room - 1)


cdef inline int make_room(Known *known, size_t room) except -1:
    """Give the table so much room, which is more than it has."""
    cdef Known larger
    cdef size_t i
    larger.runs, larger.room, larger.size = <Run *> calloc(room, sizeof(Run)), room, known.size
    if larger.runs == NULL:
        raise MemoryError
    for i in range(known.room):
        if known.runs[i].size:
            run_of(&larger, known.runs[i].codes, mixed(known.runs[i].codes))[0] = known.runs[i]
    free(known.runs)
    known[0] = larger
    return 0
