// `table.sort`: a merge sort, so it is stable, takes n log n comparisons whatever the comparison says,
// and always ends. It sorts positions; the table itself changes only when all is decided.
#include "evaluator.h"

#include <limits.h>
#include <string.h>

// Slots: 1 the table, 2 the comparison or nil, 3 a copy of the elements.
static bool is_less(lua_State *L, lua_Integer a, lua_Integer b) {
  bool less;
  charge(L, 2);
  if (lua_isnil(L, 2)) {
    lua_rawgeti(L, 3, a);
    lua_rawgeti(L, 3, b);
    if (lua_type(L, -1) == LUA_TSTRING) charge(L, lua_rawlen(L, -1) / 16);
    less = lua_compare(L, -2, -1, LUA_OPLT);
    lua_pop(L, 2);
    return less;
  }
  lua_pushvalue(L, 2);
  lua_rawgeti(L, 3, a);
  lua_rawgeti(L, 3, b);
  lua_call(L, 2, 1);
  less = lua_toboolean(L, -1);
  lua_pop(L, 1);
  return less;
}

// A comparison may move the scratch bytes, so positions are looked up anew each time.
static uint32_t *position(lua_State *L, size_t mark, size_t i) {
  return (uint32_t *)scratch_array(L, mark) + i;
}

static void merge(lua_State *L, size_t mark, size_t from, size_t to, size_t low, size_t middle, size_t high) {
  size_t left = low, right = middle;
  for (size_t at = low; at < high; at++) {
    bool take_right = right < high && (left >= middle || is_less(L, *position(L, mark, from + right),
                                                                 *position(L, mark, from + left)));
    *position(L, mark, to + at) = *position(L, mark, from + (take_right ? right++ : left++));
  }
}

// Returns where the sorted positions start: in the first or the second half of the array.
static size_t sort_positions(lua_State *L, size_t mark, size_t count) {
  size_t from = 0, to = count;
  for (size_t width = 1; width < count; width *= 2) {
    for (size_t low = 0; low < count; low += 2 * width) {
      size_t middle = low + width < count ? low + width : count;
      merge(L, mark, from, to, low, middle, low + 2 * width < count ? low + 2 * width : count);
    }
    size_t swap = from;
    from = to;
    to = swap;
  }
  return from;
}

int sort_call(lua_State *L) {
  table_to_write(L, 1);
  size_t count = lua_rawlen(L, 1), mark = scratch_mark(L);
  if (count < 2) return 0;
  luaL_argcheck(L, count < INT_MAX, 1, "array too big");
  if (!lua_isnoneornil(L, 2)) luaL_checktype(L, 2, LUA_TFUNCTION);
  lua_settop(L, 2);
  charge(L, 2 * count);
  require_room(L, 16 * count);
  lua_createtable(L, (int)count, 0);
  uint32_t *positions = scratch_make_array(L, mark, 2 * count * sizeof *positions);
  for (size_t i = 0; i < count; i++) {
    positions[i] = (uint32_t)i + 1;
    lua_rawgeti(L, 1, (lua_Integer)i + 1);
    lua_rawseti(L, 3, (lua_Integer)i + 1);
  }
  enter_callback(L);
  size_t sorted = sort_positions(L, mark, count);
  leave_callback(L);
  for (size_t i = 0; i < count; i++) {
    lua_rawgeti(L, 3, *position(L, mark, sorted + i));
    lua_rawseti(L, 1, (lua_Integer)i + 1);
  }
  scratch_drop(L, mark);
  return 0;
}
