// The defined order of tables: numbers ascending, then texts by their bytes, then false and true.
//
// `lua_next` goes by hash, and hashes are seeded differently in every process. `pairs`, `next` and the
// packing of results all take their order from here, so that a rule sees the same one on any machine.
#include "evaluator.h"

#include <math.h>
#include <string.h>

static bool read_key(lua_State *L, int index, table_key *key) {
  switch (lua_type(L, index)) {
    case LUA_TNUMBER:
      if (lua_isinteger(L, index)) {
        key->kind = KEY_INTEGER;
        key->as.integer = lua_tointeger(L, index);
      } else {
        key->kind = KEY_FLOAT;
        key->as.number = lua_tonumber(L, index);
      }
      return true;
    case LUA_TSTRING:
      key->kind = KEY_TEXT;
      key->as.text.start = lua_tolstring(L, index, &key->as.text.length);
      return true;
    case LUA_TBOOLEAN:
      key->kind = KEY_BOOLEAN;
      key->as.boolean = lua_toboolean(L, index);
      return true;
    default: return false;
  }
}

// Compares mathematically: a double cannot hold every integer.
static int compare_mixed(lua_Integer i, lua_Number f) {
  if (isnan(f)) return -1;
  if (f >= 0x1p63) return -1;
  if (f < -0x1p63) return 1;
  lua_Integer whole = (lua_Integer)floor(f);
  if (i != whole) return i < whole ? -1 : 1;
  return f > floor(f) ? -1 : 0;
}

static int compare_text(const table_key *a, const table_key *b) {
  size_t x = a->as.text.length, y = b->as.text.length;
  int order = memcmp(a->as.text.start, b->as.text.start, x < y ? x : y);
  return order ? order : (x > y) - (x < y);
}

static int compare_keys(const table_key *a, const table_key *b) {
  static const int rank[] = {0, 0, 1, 2};
  if (rank[a->kind] != rank[b->kind]) return rank[a->kind] - rank[b->kind];
  if (a->kind == KEY_TEXT) return compare_text(a, b);
  if (a->kind == KEY_BOOLEAN) return a->as.boolean - b->as.boolean;
  if (a->kind != b->kind) {
    return a->kind == KEY_INTEGER ? compare_mixed(a->as.integer, b->as.number)
                                  : -compare_mixed(b->as.integer, a->as.number);
  }
  if (a->kind == KEY_FLOAT) return (a->as.number > b->as.number) - (a->as.number < b->as.number);
  return (a->as.integer > b->as.integer) - (a->as.integer < b->as.integer);
}

static _Noreturn void raise_unordered(lua_State *L) {
  raise_error(L, "a table with keys that are not numbers, text or booleans has no defined order to go "
                 "through it");
}

static void merge(const table_key *from, table_key *to, size_t low, size_t middle, size_t high) {
  size_t left = low, right = middle;
  for (size_t at = low; at < high; at++) {
    bool take_left = left < middle && (right >= high || compare_keys(&from[left], &from[right]) <= 0);
    to[at] = from[take_left ? left++ : right++];
  }
}

// Merges runs of doubling width, back and forth between the array and the space behind it.
static void sort_keys(table_key *keys, size_t count) {
  table_key *from = keys, *to = keys + count;
  for (size_t width = 1; width < count; width *= 2) {
    for (size_t low = 0; low < count; low += 2 * width) {
      size_t middle = low + width < count ? low + width : count;
      merge(from, to, low, middle, low + 2 * width < count ? low + 2 * width : count);
    }
    table_key *swap = from;
    from = to;
    to = swap;
  }
  if (from != keys) memcpy(keys, from, count * sizeof *keys);
}

static bool is_sorted(const table_key *keys, size_t count) {
  for (size_t i = 1; i < count; i++) {
    if (compare_keys(&keys[i - 1], &keys[i]) > 0) return false;
  }
  return true;
}

size_t order_keys(lua_State *L, int index, size_t mark) {
  size_t count = 0, weight = 0;
  charge_walk(L);
  for (lua_pushnil(L); lua_next(L, index); lua_pop(L, 1), count++) {
    table_key *key = (table_key *)scratch_make_array(L, mark, (count + 1) * sizeof *key) + count;
    if (!read_key(L, -2, key)) raise_unordered(L);
    weight += 1 + (key->kind == KEY_TEXT ? key->as.text.length / 16 : 0);
    charge_lookup(L);
  }
  if (count < 2 || is_sorted(scratch_array(L, mark), count)) return count;
  charge(L, weight * (64u - (unsigned)__builtin_clzll(count)));
  sort_keys(scratch_make_array(L, mark, 2 * count * sizeof(table_key)), count);
  return count;
}

void order_push_key(lua_State *L, const table_key *key) {
  switch (key->kind) {
    case KEY_INTEGER: lua_pushinteger(L, key->as.integer); break;
    case KEY_FLOAT: lua_pushnumber(L, key->as.number); break;
    case KEY_TEXT: lua_pushlstring(L, key->as.text.start, key->as.text.length); break;
    case KEY_BOOLEAN: lua_pushboolean(L, key->as.boolean); break;
  }
}

// Upvalues: the table, its keys, how many were given. Keys whose value has become nil are left out.
static int pairs_step(lua_State *L) {
  lua_Integer at = lua_tointeger(L, lua_upvalueindex(3));
  for (;;) {
    charge_lookup(L);
    lua_settop(L, 0);
    if (lua_rawgeti(L, lua_upvalueindex(2), ++at) == LUA_TNIL) return 1;
    lua_pushvalue(L, 1);
    if (lua_rawget(L, lua_upvalueindex(1)) != LUA_TNIL) break;
  }
  lua_pushinteger(L, at);
  lua_replace(L, lua_upvalueindex(3));
  return 2;
}

int pairs_call(lua_State *L) {
  size_t mark = scratch_mark(L);
  luaL_checkany(L, 1);
  lua_settop(L, 1);
  lua_pushvalue(L, 1);
  table_to_read(L, 2);
  size_t count = order_keys(L, 2, mark);
  require_room(L, count * 16);
  lua_createtable(L, (int)count, 0);
  for (size_t i = 0; i < count; i++) {
    order_push_key(L, (table_key *)scratch_array(L, mark) + i);
    lua_rawseti(L, 3, (lua_Integer)i + 1);
  }
  scratch_drop(L, mark);
  lua_pushinteger(L, 0);
  lua_pushcclosure(L, pairs_step, 3);
  lua_pushvalue(L, 1);
  lua_pushnil(L);
  return 3;
}

// Finds the least key above the one given. It looks at every key: made for `next(t)`, not for loops.
int next_call(lua_State *L) {
  table_key after, best, key;
  bool found = false;
  luaL_checkany(L, 1);
  lua_settop(L, 2);
  table_to_read(L, 1);
  bool from_start = lua_isnil(L, 2);
  if (!from_start && !read_key(L, 2, &after)) raise_unordered(L);
  charge_walk(L);
  for (lua_pushnil(L); lua_next(L, 1); lua_pop(L, 1)) {
    if (!read_key(L, -2, &key)) raise_unordered(L);
    charge_lookup(L);
    if (key.kind == KEY_TEXT) charge(L, key.as.text.length / 16);
    if (!from_start && compare_keys(&key, &after) <= 0) continue;
    if (!found || compare_keys(&key, &best) < 0) best = key;
    found = true;
  }
  if (!found) {
    lua_pushnil(L);
    return 1;
  }
  order_push_key(L, &best);
  lua_pushvalue(L, -1);
  lua_rawget(L, 1);
  return 2;
}
