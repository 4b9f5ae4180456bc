// `table`: raw access, charged for every element before it is touched.
#include "evaluator.h"

#include <limits.h>
#include <string.h>

static lua_Integer raw_length(lua_State *L, int index) {
  return (lua_Integer)lua_rawlen(L, index);
}

static int table_insert(lua_State *L) {
  int count = lua_gettop(L);
  table_to_write(L, 1);
  lua_Integer end = raw_length(L, 1) + 1, at = end;
  charge(L, 1);
  if (count == 3) {
    at = luaL_checkinteger(L, 2);
    luaL_argcheck(L, (lua_Unsigned)at - 1u < (lua_Unsigned)end, 2, "position out of bounds");
    charge(L, (uint64_t)(end - at));
    for (lua_Integer i = end; i > at; i--) {
      lua_rawgeti(L, 1, i - 1);
      lua_rawseti(L, 1, i);
    }
  } else if (count != 2) {
    raise_error(L, "wrong number of arguments to 'insert'");
  }
  lua_rawseti(L, 1, at);
  return 0;
}

static int table_remove(lua_State *L) {
  table_to_write(L, 1);
  lua_Integer size = raw_length(L, 1), at = luaL_optinteger(L, 2, size);
  luaL_argcheck(L, at == size || (lua_Unsigned)at - 1u <= (lua_Unsigned)size, 2, "position out of bounds");
  lua_rawgeti(L, 1, at);
  charge(L, 1 + (at < size ? (uint64_t)(size - at) : 0));
  for (; at < size; at++) {
    lua_rawgeti(L, 1, at + 1);
    lua_rawseti(L, 1, at);
  }
  lua_pushnil(L);
  lua_rawseti(L, 1, at);
  return 1;
}

static int table_move(lua_State *L) {
  lua_Integer from = luaL_checkinteger(L, 2), end = luaL_checkinteger(L, 3), to = luaL_checkinteger(L, 4);
  int target = lua_isnoneornil(L, 5) ? 1 : 5;
  bool same = target == 1 || lua_rawequal(L, 1, 5);
  table_to_write(L, target);
  if (target == 5) table_to_read(L, 1);
  if (end >= from) {
    luaL_argcheck(L, from > 0 || end < LUA_MAXINTEGER + from, 3, "too many elements to move");
    luaL_argcheck(L, to <= LUA_MAXINTEGER - (end - from), 4, "destination wrap around");
    lua_Integer count = end - from + 1;
    bool upwards = to > end || to <= from || !same;
    charge(L, (uint64_t)count);
    for (lua_Integer i = 0; i < count; i++) {
      lua_Integer step = upwards ? i : count - 1 - i;
      lua_rawgeti(L, 1, from + step);
      lua_rawseti(L, target, to + step);
    }
  }
  lua_pushvalue(L, target);
  return 1;
}

static void add_element(lua_State *L, lua_Integer i) {
  size_t length;
  int type = lua_rawgeti(L, 1, i);
  if (type != LUA_TSTRING && type != LUA_TNUMBER) {
    raise_error(L, "invalid value (at index %lld) in table for 'concat'", (long long)i);
  }
  if (type == LUA_TNUMBER) charge(L, NUMBER_TEXT_UNITS);
  const char *text = lua_tolstring(L, -1, &length);
  charge_bytes(L, length);
  scratch_add(L, text, length);
  lua_pop(L, 1);
}

static int table_concat(lua_State *L) {
  size_t length;
  table_to_read(L, 1);
  lua_Integer end = raw_length(L, 1);
  const char *separator = luaL_optlstring(L, 2, "", &length);
  lua_Integer from = luaL_optinteger(L, 3, 1);
  end = luaL_optinteger(L, 4, end);
  size_t mark = scratch_mark(L);
  for (lua_Integer i = from; i <= end; i++) {
    add_element(L, i);
    if (i == end) break;
    charge_bytes(L, length);
    scratch_add(L, separator, length);
  }
  scratch_push(L, mark);
  return 1;
}

static int table_pack(lua_State *L) {
  int count = lua_gettop(L);
  charge(L, 1 + (uint64_t)count);
  lua_createtable(L, count, 1);
  lua_insert(L, 1);
  for (int i = count; i >= 1; i--) lua_rawseti(L, 1, i);
  lua_pushinteger(L, count);
  lua_setfield(L, 1, "n");
  return 1;
}

static int table_unpack(lua_State *L) {
  table_to_read(L, 1);
  lua_Integer from = luaL_optinteger(L, 2, 1);
  lua_Integer end = lua_isnoneornil(L, 3) ? raw_length(L, 1) : luaL_checkinteger(L, 3);
  if (from > end) return 0;
  lua_Unsigned count = (lua_Unsigned)end - (lua_Unsigned)from;
  if (count >= MAX_VALUES) raise_error(L, "too many results to unpack (at most %d)", MAX_VALUES);
  luaL_checkstack(L, (int)count + 1, "too many results to unpack");
  charge(L, count + 1);
  for (; from < end; from++) lua_rawgeti(L, 1, from);
  lua_rawgeti(L, 1, end);
  return (int)count + 1;
}

void library_table(lua_State *L) {
  static const luaL_Reg functions[] = {
    {"concat", table_concat}, {"insert", table_insert}, {"move", table_move}, {"pack", table_pack},
    {"remove", table_remove}, {"sort", sort_call}, {"unpack", table_unpack}, {NULL, NULL},
  };
  lua_createtable(L, 0, 7);
  library_set(L, functions);
}
