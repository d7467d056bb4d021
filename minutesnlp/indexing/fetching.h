/* Asks for memory before it is read, so that what lies apart is waited for at once and not piece by piece. */

#ifndef MINUTESNLP_FETCHING_H
#define MINUTESNLP_FETCHING_H

#include <stddef.h>

#define LINE 64

/* Ask for some bytes; where the compiler knows no way to ask, they come when they are read. */
static inline void fetch(const void *first, size_t bytes)
{
#if defined(__GNUC__)
    for (size_t at = 0; at < bytes; at += LINE)
        __builtin_prefetch((const char *)first + at);
#else
    (void)first;
    (void)bytes;
#endif
}

#endif
