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

// Lies at the start of the mapping, so that copying the mapping copies the allocator's state as well.
typedef struct arena_header {
  size_t used;            // bytes from the start that are, or were, handed out
  void *stack_block;      // the Lua stack, see budget.c
  size_t stack_bytes;
  void *last_block;       // the last block that was handed out
  size_t last_bytes, largest_before_last;
  size_t longest_text;    // the largest string made so far: what one VM instruction may have to compare
  size_t largest_block;   // the largest other block: what one traversal may have to skip
  size_t largest_hash;    // slots of the largest hash part of a table: what one lookup may have to walk
  uint32_t base_price;    // of an instruction, see budget.c
  bool zero_bytes;        // a string with a NUL exists: comparing such strings is slow
  uint32_t interval;      // instructions between two calls of the count hook
  uint64_t map[ARENA_MAP_WORDS];  // which free lists hold something
  arena_free_block *free[ARENA_CLASSES];
} arena_header;

// A stretch of the mapping that a rewind has to put back.
typedef struct arena_segment {
  size_t start, length;
} arena_segment;

enum { ARENA_MAX_SEGMENTS = 32 };

typedef struct arena {
  unsigned char *base;
  size_t size;   // of the mapping
  size_t high;   // the most that was used since the last rewind
  unsigned char *image;
  size_t image_size;
  arena_segment segments[ARENA_MAX_SEGMENTS];  // what of the image is in use: the rest are free blocks
  size_t segment_count;
} arena;

static inline arena_header *arena_head(const arena *a) {
  return (arena_header *)(void *)a->base;
}

bool arena_map(arena *a, size_t size);
void arena_unmap(arena *a);

// All three take sizes as asked for; blocks carry no size of their own.
void *arena_take(arena *a, size_t size);
void arena_give(arena *a, void *block, size_t size);
// Shrinking never fails and never moves.
void *arena_resize(arena *a, void *block, size_t old_size, size_t new_size);

void arena_keep_image(arena *a, unsigned char *buffer);
void arena_rewind(arena *a);

#endif
