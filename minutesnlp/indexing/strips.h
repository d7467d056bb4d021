/* The loops of the search kernel that a compiler turns into wide instructions: plain C, without any intrinsic.

   Where the system can choose between versions of a function when the program starts (GCC, x86-64, glibc), they are
   built twice, and processors that have AVX2 run the wider version. Elsewhere they are built once, for what every
   processor of the kind has. All give the same whole numbers. */

#ifndef MINUTESNLP_STRIPS_H
#define MINUTESNLP_STRIPS_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#if defined(__x86_64__) && defined(__GLIBC__) && defined(__GNUC__) && !defined(__clang__)
#define WIDE __attribute__((target_clones("avx2", "default")))
#else
#define WIDE
#endif

/* Bytes that are looked at together: the sums of a strip stay in the first cache. */
#define STRIP 4096
#define PIECE 128

/* Return the largest of some bytes. */
WIDE static uint8_t largest_of(const uint8_t *bytes, size_t count)
{
    uint8_t most = 0;
    for (size_t i = 0; i < count; i++)
        most = bytes[i] > most ? bytes[i] : most;
    return most;
}

static inline uint8_t sum_of(uint8_t one, uint8_t other)
{
    const uint8_t room = (uint8_t)(255 - one);
    return (uint8_t)(one + (other < room ? other : room));
}

/* Add two rows of bytes into sums that stop at 255. */
WIDE static void add_two(uint8_t *__restrict sums, const uint8_t *one, const uint8_t *other, size_t count)
{
    for (size_t i = 0; i < count; i++)
        sums[i] = sum_of(one[i], other[i]);
}

/* Add a third row to the sums. */
WIDE static void add_more(uint8_t *__restrict sums, const uint8_t *row, size_t count)
{
    for (size_t i = 0; i < count; i++)
        sums[i] = sum_of(sums[i], row[i]);
}

/* List the places of the bytes that are at least `least`, counted from `first`; return how many there are. */
static size_t places_of(const uint8_t *bytes, size_t count, uint8_t least, int32_t first, int32_t *places)
{
    size_t found = 0;
    for (size_t at = 0; at < count; at += PIECE) {
        const size_t end = count - at < PIECE ? count : at + PIECE;
        if (largest_of(bytes + at, end - at) < least)
            continue;
        for (size_t i = at; i < end; i++) {
            places[found] = first + (int32_t)i;
            found += bytes[i] >= least; /* no branch, which would be guessed wrong too often */
        }
    }
    return found;
}

/* List the places at which the sum of rows of bytes is at least `least`, counted from `first`. */
static size_t places_of_sums(const uint8_t *const *rows, int many, size_t count, uint8_t least, int32_t first,
                             int32_t *places)
{
    size_t found = 0;
    uint8_t sums[STRIP];
    if (many == 1)
        return places_of(rows[0], count, least, first, places);
    for (size_t at = 0; at < count; at += STRIP) {
        const size_t size = count - at < STRIP ? count - at : STRIP;
        add_two(sums, rows[0] + at, rows[1] + at, size);
        for (int row = 2; row < many; row++)
            add_more(sums, rows[row] + at, size);
        found += places_of(sums, size, least, first + (int32_t)at, places + found);
    }
    return found;
}

#endif
