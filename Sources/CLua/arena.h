// The memory of one evaluator: a Lua allocator inside one mapping, which can be copied and put back.
#ifndef CLUA_ARENA_H
#define CLUA_ARENA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { ARENA_SMALL_CLASSES = 64, ARENA_CLASSES = 192, ARENA_MAP_WORDS = 3 };

typedef struct arena_free_block {
  struct arena_free_block *next;
} arena_free_block;

// A stretch of the mapping that a rewind has to put back.
typedef struct arena_segment {
  size_t start, length;
} arena_segment;

enum { ARENA_MAX_SEGMENTS = 32 };

typedef struct arena {
  unsigned char *base;
  size_t size;                            // of the mapping
  size_t used;                            // bytes from the start that are, or were, handed out
  size_t high;                            // the most that was used since the last rewind
  uint64_t map[ARENA_MAP_WORDS];          // which free lists hold something
  arena_free_block *free[ARENA_CLASSES];  // the free lists that do; the others say nothing
  unsigned char *image;
  size_t image_size;
  arena_segment segments[ARENA_MAX_SEGMENTS];  // what of the image is in use: the rest are free blocks
  size_t segment_count;
} arena;

bool arena_map(arena *a, size_t size);
void arena_unmap(arena *a);

// All three take sizes as asked for; blocks carry no size of their own.
void *arena_take(arena *a, size_t size);
void arena_give(arena *a, void *block, size_t size);
// Shrinking never fails and never moves.
void *arena_resize(arena *a, void *block, size_t old_size, size_t new_size);

static inline bool arena_holds(const arena *a, const void *block) {
  return (uintptr_t)block - (uintptr_t)a->base < a->size;
}

// Copies what is in use into `buffer`, which has room for it. Blocks that are free then stay unused for ever.
void arena_keep_image(arena *a, unsigned char *buffer);
void arena_rewind(arena *a);
// Whether all of the image is in the mapping as it was kept.
bool arena_is_intact(const arena *a);

#endif
