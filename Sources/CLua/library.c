// The library a rule gets: its base functions, and how the whole is put together so that it cannot be
// changed. Rules see empty tables whose metatables lead to the real ones, and nothing in the sandbox
// reaches a metatable. Functions are light (no upvalues), which keeps the image small.
#include "evaluator.h"

#include <string.h>

const char *text_argument(lua_State *L, int index, size_t *length) {
  return luaL_checklstring(L, index, length);
}

void text_range(size_t length, lua_Integer *first, lua_Integer *last) {
  lua_Integer n = (lua_Integer)length;
  if (*first < 0) *first = *first < -n ? 1 : n + *first + 1;
  if (*first == 0) *first = 1;
  if (*last > n) *last = n;
  if (*last < 0) *last = *last < -n ? 0 : n + *last + 1;
}

// Pushes the metatable's real table if the table at `index` is a library.
static bool push_real(lua_State *L, int index) {
  if (!lua_getmetatable(L, index)) return false;
  lua_rawgeti(L, -1, 1);
  lua_Integer kind = lua_tointeger(L, -1);
  if (kind == GUARD_STALE) luaL_len(L, index);  // raises
  lua_pop(L, 1);
  if (kind != GUARD_LIBRARY) {
    lua_pop(L, 1);
    return false;
  }
  lua_rawgeti(L, -1, 2);
  lua_remove(L, -2);
  return true;
}

void table_to_read(lua_State *L, int index) {
  luaL_checktype(L, index, LUA_TTABLE);
  luaL_checkstack(L, 4, NULL);
  if (push_real(L, index)) lua_replace(L, index);
  else lazy_settle(L, index);
}

void table_to_write(lua_State *L, int index) {
  luaL_checktype(L, index, LUA_TTABLE);
  luaL_checkstack(L, 4, NULL);
  if (push_real(L, index)) raise_error(L, "the library is read-only");
  lazy_settle(L, index);
}

// What `tostring` and `%s` write: never an address.
void push_value_text(lua_State *L, int index) {
  switch (lua_type(L, index)) {
    case LUA_TSTRING: lua_pushvalue(L, index); break;
    case LUA_TNUMBER:
      charge(L, NUMBER_TEXT_UNITS);
      lua_pushvalue(L, index);
      lua_tolstring(L, -1, NULL);
      break;
    case LUA_TBOOLEAN: lua_pushstring(L, lua_toboolean(L, index) ? "true" : "false"); break;
    default: lua_pushstring(L, luaL_typename(L, index));
  }
}

static int tostring_call(lua_State *L) {
  luaL_checkany(L, 1);
  push_value_text(L, 1);
  return 1;
}

static int type_call(lua_State *L) {
  luaL_checkany(L, 1);
  lua_pushstring(L, luaL_typename(L, 1));
  return 1;
}

static int digit_value(int c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'z') return c - 'a' + 10;
  return c >= 'A' && c <= 'Z' ? c - 'A' + 10 : 99;
}

static bool is_space(int c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

// Reads a whole number in a base; it wraps around, as in Lua.
static bool read_in_base(const char *text, size_t length, int base, lua_Integer *value) {
  const char *at = text, *end = text + length;
  while (at < end && is_space(*at)) at++;
  while (end > at && is_space(end[-1])) end--;
  bool negative = at < end && *at == '-';
  lua_Unsigned sum = 0;
  at += negative || (at < end && *at == '+');
  if (at == end) return false;
  for (; at < end; at++) {
    int digit = digit_value((unsigned char)*at);
    if (digit >= base) return false;
    sum = sum * (lua_Unsigned)base + (lua_Unsigned)digit;
  }
  *value = (lua_Integer)(negative ? 0u - sum : sum);
  return true;
}

static int tonumber_plain(lua_State *L) {
  size_t length;
  luaL_checkany(L, 1);
  lua_settop(L, 1);
  if (lua_type(L, 1) == LUA_TNUMBER) return 1;
  if (lua_type(L, 1) != LUA_TSTRING) return 0;
  const char *text = lua_tolstring(L, 1, &length);
  charge(L, 1 + length / 2);
  return lua_stringtonumber(L, text) == length + 1 ? 1 : (lua_pushnil(L), 1);
}

static int tonumber_call(lua_State *L) {
  if (lua_isnoneornil(L, 2)) {
    if (tonumber_plain(L) == 0) lua_pushnil(L);
    return 1;
  }
  size_t length;
  lua_Integer value, base = luaL_checkinteger(L, 2);
  luaL_checktype(L, 1, LUA_TSTRING);
  const char *text = lua_tolstring(L, 1, &length);
  luaL_argcheck(L, 2 <= base && base <= 36, 2, "base out of range");
  charge(L, 1 + length / 2);
  if (read_in_base(text, length, (int)base, &value)) lua_pushinteger(L, value);
  else lua_pushnil(L);
  return 1;
}

static int select_call(lua_State *L) {
  int count = lua_gettop(L);
  charge(L, 1 + (uint64_t)count / 16);
  if (lua_type(L, 1) == LUA_TSTRING && *lua_tostring(L, 1) == '#') {
    lua_pushinteger(L, count - 1);
    return 1;
  }
  lua_Integer from = luaL_checkinteger(L, 1);
  if (from < 0) from = count + from;
  else if (from > count) from = count;
  luaL_argcheck(L, 1 <= from, 1, "index out of range");
  return count - (int)from;
}

static int ipairs_step(lua_State *L) {
  lua_Integer at = luaL_checkinteger(L, 2);
  at = (lua_Integer)((lua_Unsigned)at + 1);
  lua_pushinteger(L, at);
  return lua_geti(L, 1, at) == LUA_TNIL ? 1 : 2;
}

static int ipairs_call(lua_State *L) {
  luaL_checktype(L, 1, LUA_TTABLE);
  lua_pushcfunction(L, ipairs_step);
  lua_pushvalue(L, 1);
  lua_pushinteger(L, 0);
  return 3;
}

// `error`: a text ends the call with the place of the caller, or of the caller's caller for level 2.
static int error_call(lua_State *L) {
  clua_evaluator *e = evaluator_of(L);
  lua_Integer level = luaL_optinteger(L, 2, 1);
  lua_Debug ar;
  size_t length;
  if (lua_isnoneornil(L, 1)) raise_error(L, "the rule raised an error without a message");
  if (lua_type(L, 1) != LUA_TSTRING && lua_type(L, 1) != LUA_TNUMBER) {
    raise_error(L, "the rule raised an error that is not text (a %s)", luaL_typename(L, 1));
  }
  const char *text = lua_tolstring(L, 1, &length);
  bool caller = level > 1 && level < 64 && lua_getstack(L, (int)level, &ar) && lua_getinfo(L, "Sl", &ar);
  if (caller && ar.currentline > 0) {
    raise_at(L, CLUA_RUNTIME, ar.source, ar.currentline, text, length);
  }
  failure_locate(L, &e->error);
  e->error.status = CLUA_RUNTIME;
  failure_message(&e->error, text, length);
  lua_pushnil(L);
  return lua_error(L);
}

static int assert_call(lua_State *L) {
  if (lua_toboolean(L, 1)) return lua_gettop(L);
  luaL_checkany(L, 1);
  if (lua_isnoneornil(L, 2)) raise_error(L, "assertion failed!");
  lua_remove(L, 1);
  lua_settop(L, 1);
  return error_call(L);
}

static int library_newindex(lua_State *L) {
  lua_getmetatable(L, 1);
  lua_rawgeti(L, -1, 3);
  push_value_text(L, 2);
  const char *library = lua_tostring(L, -2), *name = lua_tostring(L, -1);
  raise_error(L, "the library is read-only: '%s.%.60s' cannot be replaced", library, name);
}

static int environment_newindex(lua_State *L) {
  lua_settop(L, 2);
  lua_getmetatable(L, 1);
  lua_rawgeti(L, -1, 2);
  lua_pushvalue(L, 2);
  bool ours = lua_rawget(L, -2) != LUA_TNIL;
  push_value_text(L, 2);
  const char *name = lua_tostring(L, -1);
  if (ours) {
    raise_error(L, "'%.60s' cannot be replaced: write `local %.60s = ...` to use the name", name, name);
  }
  raise_error(L, "assignment to global '%.60s': write `local %.60s = ...` instead", name, name);
}

void library_set(lua_State *L, const luaL_Reg *functions) {
  for (; functions->name; functions++) {
    lua_pushcfunction(L, functions->func);
    lua_setfield(L, -2, functions->name);
  }
}

// Replaces the table on the top by one like it among the constants. Nothing is called meanwhile: what a call
// needs may not lie there.
static void make_constant(lua_State *L) {
  int table = lua_gettop(L), count = 0;
  luaL_checkstack(L, 8, NULL);
  for (lua_pushnil(L); lua_next(L, table); lua_pop(L, 1)) count++;
  evaluator_of(L)->making_constants = true;
  lua_createtable(L, 0, count);
  evaluator_of(L)->making_constants = false;
  for (lua_pushnil(L); lua_next(L, table);) {
    lua_pushvalue(L, -2);
    lua_insert(L, -2);
    lua_rawset(L, table + 1);
  }
  lua_replace(L, table);
}

// Replaces the table on the top by an empty one that reads from it and cannot be written.
static void freeze(lua_State *L, const char *name, lua_CFunction newindex) {
  make_constant(L);
  lua_createtable(L, 0, 0);
  lua_createtable(L, 3, 2);
  lua_pushinteger(L, GUARD_LIBRARY);
  lua_rawseti(L, -2, 1);
  lua_pushvalue(L, -3);
  lua_rawseti(L, -2, 2);
  lua_pushstring(L, name);
  lua_rawseti(L, -2, 3);
  lua_pushvalue(L, -3);
  lua_setfield(L, -2, "__index");
  lua_pushcfunction(L, newindex);
  lua_setfield(L, -2, "__newindex");
  lua_setmetatable(L, -2);
  lua_remove(L, -2);
}

static void add_library(lua_State *L, const char *name, void (*push)(lua_State *)) {
  push(L);
  freeze(L, name, library_newindex);
  lua_setfield(L, -2, name);
}

static const luaL_Reg base[] = {
  {"assert", assert_call}, {"error", error_call}, {"ipairs", ipairs_call}, {"next", next_call},
  {"pairs", pairs_call}, {"select", select_call}, {"tonumber", tonumber_call}, {"tostring", tostring_call},
  {"type", type_call}, {"require", require_call}, {"at_least", at_least_call}, {NULL, NULL},
};

static void add_recorders(lua_State *L) {
  clua_evaluator *e = evaluator_of(L);
  for (size_t i = 0; i < e->recorder_count; i++) {
    lua_pushinteger(L, (lua_Integer)i);
    lua_pushcclosure(L, record_call, 1);
    lua_setfield(L, -2, e->recorders[i].name);
  }
}

void library_install(lua_State *L) {
  lua_settop(L, 0);
  lua_newtable(L);
  lua_rawseti(L, LUA_REGISTRYINDEX, SLOT_HANDLES);
  lua_newtable(L);
  lua_rawseti(L, LUA_REGISTRYINDEX, SLOT_MODULES);
  lazy_install(L);
  lua_createtable(L, 0, 16);
  library_set(L, base);
  add_library(L, "string", library_string);
  add_library(L, "table", library_table);
  add_library(L, "math", library_math);
  add_library(L, "utf8", library_utf8);
  add_recorders(L);
  freeze(L, "_ENV", environment_newindex);
  lua_rawseti(L, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);
}

void library_add_absent(lua_State *L, const char *name) {
  static const char nothing;
  lua_rawgeti(L, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);
  table_to_read(L, lua_gettop(L));
  lua_pushlightuserdata(L, (void *)&nothing);
  lua_setfield(L, -2, name);
}
