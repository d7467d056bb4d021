# cython: language_level=3
"""The number that setup.py gives to the sources a module is built from: see `sources`."""

cdef extern from *:
    """
    #ifndef MINUTESNLP_SOURCES
    #define MINUTESNLP_SOURCES 0
    #endif
    """
    const unsigned int MINUTESNLP_SOURCES
