# cython: boundscheck=False, wraparound=False, cdivision=True, initializedcheck=False
"""The k best paragraphs so far: a heap with the worst of them on top. Equal scores stand in the order of paragraphs."""


cdef struct Found:
    double score
    int paragraph


cdef struct Best:
    Found *heap
    Py_ssize_t size, room


cdef inline bint worse(Found a, Found b) noexcept nogil:
    return a.score < b.score or (a.score == b.score and a.paragraph > b.paragraph)


cdef inline void sink(Found *heap, Py_ssize_t size, Py_ssize_t place) noexcept nogil:
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


cdef inline void rise(Found *heap, Py_ssize_t place) noexcept nogil:
    cdef Found moved = heap[place]
    cdef Py_ssize_t parent
    while place:
        parent = (place - 1) // 2
        if not worse(moved, heap[parent]):
            break
        heap[place] = heap[parent]
        place = parent
    heap[place] = moved


cdef inline void offer(Best *best, double score, int paragraph) noexcept nogil:
    """Take a paragraph among the best if it belongs there."""
    cdef Found found
    found.score, found.paragraph = score, paragraph
    if best.size < best.room:
        best.heap[best.size] = found
        rise(best.heap, best.size)
        best.size += 1
    elif worse(best.heap[0], found):
        best.heap[0] = found
        sink(best.heap, best.size, 0)


cdef inline Found taken(Best *best) noexcept nogil:
    """Return the worst and take it away."""
    cdef Found worst = best.heap[0]
    best.size -= 1
    best.heap[0] = best.heap[best.size]
    sink(best.heap, best.size, 0)
    return worst
