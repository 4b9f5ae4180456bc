// Probes: how an instrumented program says which of its places were reached, and what values were there.
//
// A host that wants to know puts calls of two functions into the program's text before it loads it. What
// they note lies outside the arena, as records do, so that the program cannot see it and its size is fixed.
#include "evaluator.h"

#include <stdlib.h>
#include <string.h>

enum { MAX_PROBE_TEXT = 80 };
static const char ellipsis[] = "\xE2\x80\xA6";

// A packed value without anything in it that has no fixed size.
struct probe_value {
  uint8_t length;
  uint8_t bytes[5 + MAX_PROBE_TEXT];
};

static void write_integer(probe_value *out, uint64_t value, int size) {
  for (int i = 0; i < size; i++) out->bytes[out->length++] = (uint8_t)(value >> (8 * i));
}

static void write_tag(probe_value *out, uint8_t tag, size_t zeros) {
  out->bytes[0] = tag;
  memset(out->bytes + 1, 0, zeros);
  out->length = (uint8_t)(1 + zeros);
}

// How much of a text is kept: all of it, or what leaves room for an ellipsis, up to a character's end.
static size_t kept_length(const char *text, size_t length) {
  if (length <= MAX_PROBE_TEXT) return length;
  size_t end = MAX_PROBE_TEXT - (sizeof ellipsis - 1);
  for (size_t back = 0; back < 4 && back < end; back++) {
    if (((unsigned char)text[end - back] & 0xC0) != 0x80) return end - back;
  }
  return end;
}

static void write_text(probe_value *out, const char *text, size_t length) {
  size_t kept = kept_length(text, length);
  bool cut = kept < length;
  write_tag(out, CLUA_TEXT, 0);
  write_integer(out, kept + (cut ? sizeof ellipsis - 1 : 0), 4);
  memcpy(out->bytes + out->length, text, kept);
  out->length = (uint8_t)(out->length + kept);
  if (!cut) return;
  memcpy(out->bytes + out->length, ellipsis, sizeof ellipsis - 1);
  out->length = (uint8_t)(out->length + sizeof ellipsis - 1);
}

static void write_number(probe_value *out, lua_State *L, int index) {
  lua_Number number = lua_tonumber(L, index);
  uint64_t bits;
  memcpy(&bits, &number, sizeof bits);
  write_tag(out, lua_isinteger(L, index) ? CLUA_INTEGER : CLUA_NUMBER, 0);
  write_integer(out, lua_isinteger(L, index) ? (uint64_t)lua_tointeger(L, index) : bits, 8);
}

// Tables are empty records and functions have no handle: what they are is all that is told.
static void write_value(probe_value *out, lua_State *L, int index) {
  size_t length;
  switch (lua_type(L, index)) {
    case LUA_TBOOLEAN: write_tag(out, lua_toboolean(L, index) ? CLUA_TRUE : CLUA_FALSE, 0); break;
    case LUA_TNUMBER: write_number(out, L, index); break;
    case LUA_TSTRING: {
      const char *text = lua_tolstring(L, index, &length);
      write_text(out, text, length);
      break;
    }
    case LUA_TTABLE: write_tag(out, CLUA_RECORD, 8); break;
    case LUA_TFUNCTION: write_tag(out, CLUA_FUNCTION, 14); break;
    default: write_tag(out, CLUA_NIL, 0);
  }
}

// Counts a visit; -1 for a probe that is not there, and for what runs while loading.
static lua_Integer visit(lua_State *L) {
  clua_evaluator *e = evaluator_of(L);
  lua_Integer probe = lua_tointeger(L, 1);
  bool known = lua_isinteger(L, 1) && probe >= 0 && probe < (lua_Integer)e->probe_count;
  if (e->phase != DECIDING || !known) return -1;
  if (e->probe_counts[probe] < UINT32_MAX) e->probe_counts[probe]++;
  return probe;
}

static int reached_call(lua_State *L) {
  charge(L, 1);
  visit(L);
  return 0;
}

static int seen_call(lua_State *L) {
  int values = lua_gettop(L) - 1;
  charge(L, 1 + (values > 0 ? (uint64_t)values / 16 : 0));
  lua_Integer probe = visit(L);
  if (probe >= 0) write_value(&evaluator_of(L)->probe_values[probe], L, 2);
  return values > 0 ? values : 0;
}

// Into the table behind the globals, which are read-only themselves.
int probe_install(lua_State *L) {
  lua_rawgeti(L, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);
  lua_getmetatable(L, -1);
  lua_rawgeti(L, -1, 2);
  lua_pushcfunction(L, reached_call);
  lua_setfield(L, -2, CLUA_REACHED);
  lua_pushcfunction(L, seen_call);
  lua_setfield(L, -2, CLUA_SEEN);
  return 0;
}

bool probe_allocate(clua_evaluator *e, uint32_t count) {
  e->probe_counts = budget_malloc(e, count * sizeof *e->probe_counts);
  e->probe_values = budget_malloc(e, count * sizeof *e->probe_values);
  if (!e->probe_counts || !e->probe_values) return false;
  e->probe_count = count;
  memset(e->probe_values, 0, count * sizeof *e->probe_values);
  probe_reset(e);
  return true;
}

// Values need no reset: one whose probe was not reached is not told.
void probe_reset(clua_evaluator *e) {
  if (e->probe_count > 0) memset(e->probe_counts, 0, e->probe_count * sizeof *e->probe_counts);
}

void probe_free(clua_evaluator *e) {
  free(e->probe_counts);
  free(e->probe_values);
}

const uint32_t *clua_probe_counts(const clua_evaluator *e) {
  return e->probe_counts;
}

clua_argument clua_probe_value(const clua_evaluator *e, uint32_t probe) {
  if (probe >= e->probe_count || e->probe_counts[probe] == 0) return (clua_argument){NULL, 0};
  const probe_value *value = &e->probe_values[probe];
  return (clua_argument){value->bytes, value->length};
}
