# cython: boundscheck=False, wraparound=False, cdivision=True, initializedcheck=False
"""Where the runs of a text begin and end: `text.analysis.RUN`, read by hand.

A text is read as codes, a byte for each character: ASCII stands for itself, and so do the Latin-1 characters that
minutes have; dashes, quotation marks and the like have the codes of control characters that they never have. After the
last one stand codes 0, which end whatever is being read.
"""

from libc.stdint cimport uint8_t, uint16_t

cdef enum:
    CHARACTERS = 0x2100       # those below may have a code
    FIRST_CODE = 0x86         # of characters beyond Latin-1
    PADDING = 24              # codes 0 after a text, so that nothing is read beyond it


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


cdef struct Text:
    const uint8_t *codes
    const uint16_t *kinds     # of each code


cdef inline int fill_tables(uint8_t *codes, uint16_t *kinds) except -1:
    """Fill the codes of characters, 0 where there is none, and the kinds of codes."""
    cdef int code
    cdef int next_code = FIRST_CODE
    for code in range(CHARACTERS):
        codes[code] = code if code < 128 else 0
    for code in range(256):
        kinds[code] = GAP
    for text, sort in (
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
            code = ord(character)
            if code >= 256:
                code = next_code
                next_code += 1
            codes[ord(character)] = code
            kinds[code] = sort
    return 0


cdef inline int kind(const Text *text, Py_ssize_t place) noexcept nogil:
    return text.kinds[text.codes[place]]


cdef inline Py_ssize_t number_end(const Text *text, Py_ssize_t place) noexcept nogil:
    """Return where the number ends that begins with the digit at a place: 1,234.5"""
    while kind(text, place) == DIGIT:
        place += 1
    while (
        kind(text, place) == COMMA
        and kind(text, place + 1) == DIGIT
        and kind(text, place + 2) == DIGIT
        and kind(text, place + 3) == DIGIT
    ):
        place += 4
    if text.codes[place] == c'.' and kind(text, place + 1) == DIGIT:
        place += 1
        while kind(text, place) == DIGIT:
            place += 1
    return place


cdef inline Py_ssize_t after(const Text *text, Py_ssize_t place, const char *letters) noexcept nogil:
    """Return where some letters end that stand at a place in any case, -1 if they do not."""
    cdef Py_ssize_t i = 0
    while letters[i]:
        if (text.codes[place + i] | 32) != <uint8_t> letters[i]:
            return -1
        i += 1
    return place + i


cdef inline Py_ssize_t word_end(const Text *text, Py_ssize_t place, const char *word) noexcept nogil:
    """Return where a word ends that stands at a place in any case, -1 if it does not or goes on."""
    cdef Py_ssize_t end = after(text, place, word)
    return -1 if end < 0 or kind(text, end) & (WORD | UNDERSCORE) else end


cdef inline Py_ssize_t scale_end(const Text *text, Py_ssize_t place) noexcept nogil:
    """Return where a word like “million” ends that stands at a place, -1 if none does."""
    cdef const char *scales[6]
    cdef int i
    cdef Py_ssize_t end
    scales[0], scales[1], scales[2], scales[3], scales[4], scales[5] = "k", "thousand", "m", "million", "bn", "billion"
    for i in range(6):
        end = word_end(text, place, scales[i])
        if end >= 0:
            return end
    return -1


cdef inline Py_ssize_t money_end(const Text *text, Py_ssize_t place) noexcept nogil:
    """Return where the sum ends that begins with the sign at a place, -1 if none does: £56 million"""
    cdef Py_ssize_t end, scaled
    place += 1
    if kind(text, place) == SPACE:
        place += 1
    if kind(text, place) != DIGIT:
        return -1
    end = number_end(text, place)
    scaled = scale_end(text, end + 1 if kind(text, end) == SPACE else end)
    return end if scaled < 0 else scaled


cdef inline Py_ssize_t percent_end(const Text *text, Py_ssize_t place) noexcept nogil:
    """Return where the percentage ends that begins with the digit at a place, -1 if none does: 4.5 per cent"""
    cdef Py_ssize_t end = number_end(text, place)
    if kind(text, end) == PERCENT:
        return end + 1
    if kind(text, end) != SPACE:
        return -1
    if kind(text, end + 1) == PERCENT:
        return end + 2
    end = after(text, end + 1, "per")
    if end < 0:
        return -1
    return word_end(text, end + 1 if kind(text, end) == SPACE else end, "cent")


cdef inline Py_ssize_t apart_end(const Text *text, Py_ssize_t place) noexcept nogil:
    """Return where a number ends with the small letters apart from it, -1 if none follow: 50 m"""
    cdef Py_ssize_t end = number_end(text, place)
    if kind(text, end) != SPACE:
        return -1
    if text.codes[end + 1] == c'b' and text.codes[end + 2] == c'n':
        end += 3
    elif text.codes[end + 1] == c'k' or text.codes[end + 1] == c'm':
        end += 2
    else:
        return -1
    return -1 if kind(text, end) & (WORD | UNDERSCORE) else end


cdef inline Py_ssize_t joined_end(const Text *text, Py_ssize_t place) noexcept nogil:
    """Return where the run of words and joints ends that begins at a place."""
    cdef int sort
    while True:
        while kind(text, place) & WORD:
            place += 1
        sort = kind(text, place)
        if sort == JOINT and kind(text, place + 1) & WORD:
            place += 1
        elif sort == COMMA and kind(text, place - 1) == DIGIT and kind(text, place + 1) == DIGIT:
            place += 1
        else:
            return place + 1 if sort == PERCENT else place


cdef inline Py_ssize_t run_end(const Text *text, Py_ssize_t place) noexcept nogil:
    """Return where the run ends that begins at a place, the place itself if none does."""
    cdef int sort = kind(text, place)
    cdef Py_ssize_t end
    if sort == DIGIT:
        end = percent_end(text, place)
        if end < 0:
            end = apart_end(text, place)
        return joined_end(text, place) if end < 0 else end
    if sort == LETTER:
        return joined_end(text, place)
    if sort == MONEY:
        end = money_end(text, place)
        return place if end < 0 else end
    return place
