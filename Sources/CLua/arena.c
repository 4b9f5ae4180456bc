// The allocator of a Lua state, within one mapping.
//
// A copy of the used bytes is a complete image of what was made in it, and copying it back undoes whatever
// happened since, however it ended. Once the image is kept, new blocks come from beyond it, and a rewind
// forgets all of them at once.
// Blocks are cut from a bump pointer and reused through free lists by size class: 16-byte steps up to
// 1 KiB, then four classes to each doubling. Lua tells sizes when it frees, so blocks need no header.
#define _GNU_SOURCE
#include "arena.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

enum { STEP = 16, SMALL_LIMIT = STEP * ARENA_SMALL_CLASSES, TAIL_TO_RETURN = 1 << 20, SMALLEST_HOLE = 256 };

bool arena_map(arena *a, size_t size) {
  void *base = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (base == MAP_FAILED) return false;
  a->base = base;
  a->size = size;
  a->high = a->used = 0;
  return true;
}

void arena_unmap(arena *a) {
  if (a->base) munmap(a->base, a->size);
  a->base = NULL;
}

// The size of a class: 16, 32, … 1024, 1280, 1536, 1792, 2048, 2560, …
static size_t class_size(unsigned class) {
  if (class < ARENA_SMALL_CLASSES) return (size_t)(class + 1) * STEP;
  unsigned step = class - ARENA_SMALL_CLASSES;
  return ((size_t)SMALL_LIMIT << step / 4) / 4 * (step % 4 + 5);
}

// The smallest class that holds `size` bytes.
static unsigned class_holding(size_t size) {
  if (size <= SMALL_LIMIT) return size == 0 ? 0 : (unsigned)((size - 1) / STEP);
  unsigned doubling = 63u - (unsigned)__builtin_clzll((size - 1) / SMALL_LIMIT);
  size_t quarter = ((size_t)SMALL_LIMIT << doubling) / 4;
  return ARENA_SMALL_CLASSES + doubling * 4 + (unsigned)((size - 1) / quarter - 4);
}

// The largest class that fits into `size` bytes; `size` is at least one step.
static unsigned class_within(size_t size) {
  unsigned class = class_holding(size);
  return class_size(class) > size ? class - 1 : class;
}

static size_t rounded(size_t size) {
  return class_size(class_holding(size));
}

static void push_free(arena *a, void *block, unsigned class) {
  arena_free_block *free = block;
  uint64_t *word = &a->map[class / 64], bit = (uint64_t)1 << class % 64;
  free->next = *word & bit ? a->free[class] : NULL;
  a->free[class] = free;
  *word |= bit;
}

static void *pop_free(arena *a, unsigned class) {
  arena_free_block *free = a->free[class];
  a->free[class] = free->next;
  if (!free->next) a->map[class / 64] &= ~((uint64_t)1 << class % 64);
  return free;
}

// Gives back `size` bytes (a multiple of the step) as blocks of whole classes.
static void release(arena *a, unsigned char *start, size_t size) {
  while (size > 0) {
    unsigned class = class_within(size);
    push_free(a, start, class);
    start += class_size(class);
    size -= class_size(class);
  }
}

// The first class from `class` on whose free list is not empty, or ARENA_CLASSES.
static unsigned next_free_class(const arena *a, unsigned class) {
  for (unsigned word = class / 64; word < ARENA_MAP_WORDS; word++) {
    uint64_t bits = a->map[word];
    if (word == class / 64) bits &= ~(uint64_t)0 << class % 64;
    if (bits) return word * 64 + (unsigned)__builtin_ctzll(bits);
  }
  return ARENA_CLASSES;
}

static void *bump(arena *a, size_t size) {
  if (size > a->size - a->used) return NULL;
  void *block = a->base + a->used;
  a->used += size;
  if (a->used > a->high) a->high = a->used;
  return block;
}

void *arena_take(arena *a, size_t size) {
  if (size > a->size) return NULL;
  unsigned wanted = class_holding(size), found = next_free_class(a, wanted);
  if (found == ARENA_CLASSES) return bump(a, class_size(wanted));
  unsigned char *block = pop_free(a, found);
  release(a, block + class_size(wanted), class_size(found) - class_size(wanted));
  return block;
}

static bool is_last(const arena *a, const void *block, size_t size) {
  return (const unsigned char *)block + size == a->base + a->used;
}

void arena_give(arena *a, void *block, size_t size) {
  unsigned class = class_holding(size);
  if (is_last(a, block, class_size(class))) a->used -= class_size(class);
  else push_free(a, block, class);
}

static void shrink(arena *a, void *block, size_t from, size_t to) {
  if (is_last(a, block, from)) a->used -= from - to;
  else release(a, (unsigned char *)block + to, from - to);
}

void *arena_resize(arena *a, void *block, size_t old_size, size_t new_size) {
  if (new_size > a->size) return NULL;
  size_t from = rounded(old_size), to = rounded(new_size);
  if (from == to) return block;
  if (to < from) {
    shrink(a, block, from, to);
    return block;
  }
  if (is_last(a, block, from)) return bump(a, to - from) ? block : NULL;
  void *moved = arena_take(a, new_size);
  if (!moved) return NULL;
  memcpy(moved, block, old_size);
  arena_give(a, block, old_size);
  return moved;
}

// Of a free block nothing matters, since it stays unused; the large ones are left out of what is put back.
static size_t find_holes(const arena *a, arena_segment *holes, size_t most) {
  size_t count = 0;
  for (unsigned class = ARENA_CLASSES; class-- > 0 && class_size(class) >= SMALLEST_HOLE;) {
    if (!(a->map[class / 64] >> class % 64 & 1)) continue;
    for (const arena_free_block *free = a->free[class]; free && count < most; free = free->next) {
      holes[count].start = (size_t)((const unsigned char *)free - a->base);
      holes[count++].length = class_size(class);
    }
  }
  return count;
}

static int by_start(const void *a, const void *b) {
  size_t first = ((const arena_segment *)a)->start, second = ((const arena_segment *)b)->start;
  return first < second ? -1 : first > second;
}

// As if nothing had been handed out since the image, and nothing given back.
static void forget_blocks(arena *a) {
  a->used = a->high = a->image_size;
  memset(a->map, 0, sizeof a->map);
}

void arena_keep_image(arena *a, unsigned char *buffer) {
  arena_segment holes[ARENA_MAX_SEGMENTS - 1];
  size_t count = find_holes(a, holes, ARENA_MAX_SEGMENTS - 1), start = 0;
  qsort(holes, count, sizeof *holes, by_start);
  a->image = buffer;
  a->image_size = a->used;
  memcpy(buffer, a->base, a->image_size);
  a->segment_count = 0;
  for (size_t i = 0; i <= count; i++) {
    size_t end = i < count ? holes[i].start : a->image_size;
    a->segments[a->segment_count++] = (arena_segment){start, end - start};
    if (i < count) start = end + holes[i].length;
  }
  forget_blocks(a);
}

// What lies beyond the image is never read before it is written, so it may stay; but a decision that
// touched much more gives its pages back.
void arena_rewind(arena *a) {
  size_t page = 4096, tail = (a->image_size + page - 1) / page * page;
  if (a->high > tail + TAIL_TO_RETURN) madvise(a->base + tail, a->high - tail, MADV_DONTNEED);
  for (size_t i = 0; i < a->segment_count; i++) {
    size_t start = a->segments[i].start;
    memcpy(a->base + start, a->image + start, a->segments[i].length);
  }
  forget_blocks(a);
}

bool arena_is_intact(const arena *a) {
  for (size_t i = 0; i < a->segment_count; i++) {
    size_t start = a->segments[i].start;
    if (memcmp(a->base + start, a->image + start, a->segments[i].length) != 0) return false;
  }
  return true;
}
