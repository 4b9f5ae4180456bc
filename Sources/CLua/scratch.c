// A stack of bytes outside the arena, where library functions build strings and sort.
//
// Outside, so that half-built strings leave no garbage in the image and need no room on the C stack.
// Users remember a mark and not a pointer: a callback may build something itself, and move the bytes.
// Whatever an error leaves is dropped when the next protected call starts.
#include "evaluator.h"

#include <stdlib.h>
#include <string.h>

bool bytes_grow(clua_evaluator *e, bytes *b, size_t more) {
  if (more > SIZE_MAX / 4 - b->length) return false;
  size_t capacity = (b->length + more) * 3 / 2 + 256;
  uint8_t *data = budget_injects_failure(e) ? NULL : realloc(b->data, capacity);
  if (!data) return false;
  b->data = data;
  b->capacity = capacity;
  return true;
}

size_t scratch_mark(lua_State *L) {
  return evaluator_of(L)->scratch.length;
}

// Room for `size` bytes at the end, which stay unused until they are added.
unsigned char *scratch_room(lua_State *L, size_t size) {
  clua_evaluator *e = evaluator_of(L);
  bytes *scratch = &e->scratch;
  if (!scratch->data || size > scratch->capacity - scratch->length) {
    require_room(L, scratch->length + size);
    if (!bytes_reserve(e, scratch, size + 1)) raise_limit(L, CLUA_NO_MEMORY);
  }
  return scratch->data + scratch->length;
}

void scratch_add(lua_State *L, const void *data, size_t length) {
  if (length == 0) return;
  memcpy(scratch_room(L, length), data, length);
  evaluator_of(L)->scratch.length += length;
}

void scratch_add_byte(lua_State *L, int byte) {
  *scratch_room(L, 1) = (unsigned char)byte;
  evaluator_of(L)->scratch.length++;
}

void *scratch_at(lua_State *L, size_t mark) {
  return evaluator_of(L)->scratch.data + mark;
}

static size_t aligned(size_t mark) {
  return (mark + 15) & ~(size_t)15;
}

void *scratch_make_array(lua_State *L, size_t mark, size_t size) {
  evaluator_of(L)->scratch.length = mark;
  scratch_room(L, size + 16);
  evaluator_of(L)->scratch.length = aligned(mark) + size;
  return scratch_array(L, mark);
}

void *scratch_array(lua_State *L, size_t mark) {
  return evaluator_of(L)->scratch.data + aligned(mark);
}

void scratch_drop(lua_State *L, size_t mark) {
  evaluator_of(L)->scratch.length = mark;
}

void scratch_push(lua_State *L, size_t mark) {
  bytes *scratch = &evaluator_of(L)->scratch;
  push_text(L, (const char *)scratch->data + mark, scratch->length - mark);
  scratch->length = mark;
}

// Every string that the library makes goes through here, so that a NUL is noticed (see budget.c).
void push_text(lua_State *L, const char *text, size_t length) {
  charge_bytes(L, length);
  require_room(L, length);
  budget_note_zero(L, text, length);
  lua_pushlstring(L, length ? text : "", length);
}
