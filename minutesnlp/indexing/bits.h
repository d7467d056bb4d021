/* How many bits are set and which is the lowest, by the processor's own instructions (chosen as in strips.h). */

#ifndef MINUTESNLP_BITS_H
#define MINUTESNLP_BITS_H

#include <stddef.h>
#include <stdint.h>

#if defined(__x86_64__) && defined(__GLIBC__) && defined(__GNUC__) && !defined(__clang__)
#define COUNTING __attribute__((target_clones("popcnt", "default")))
#else
#define COUNTING
#endif

COUNTING static size_t bits_of(const uint64_t *words, size_t count)
{
    size_t found = 0;
    for (size_t at = 0; at < count; at++) {
#if defined(__GNUC__)
        found += (size_t)__builtin_popcountll(words[at]);
#else
        uint64_t bits = words[at];
        bits -= (bits >> 1) & 0x5555555555555555u;
        bits = (bits & 0x3333333333333333u) + ((bits >> 2) & 0x3333333333333333u);
        found += (size_t)((((bits + (bits >> 4)) & 0x0F0F0F0F0F0F0F0Fu) * 0x0101010101010101u) >> 56);
#endif
    }
    return found;
}

/* Return the place of the lowest bit that is set; one is. */
static inline int lowest_of(uint64_t bits)
{
#if defined(__GNUC__)
    return __builtin_ctzll(bits);
#else
    int place = 0;
    while (!(bits & 255)) {
        bits >>= 8;
        place += 8;
    }
    while (!(bits & 1)) {
        bits >>= 1;
        place += 1;
    }
    return place;
#endif
}

#endif
