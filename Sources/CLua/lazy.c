// Record arguments that are filled as they are read.
//
// A rule reads a handful of the facts it gets. Each record argument is an empty table whose `__index`
// finds the entry in the packed bytes and puts it into the table; a sub-table comes whole. Anything
// that needs all entries (writing a new key, `pairs`, `#`, returning it) fills it and takes the
// metatable away, and from then on it is an ordinary table.
#include "evaluator.h"

#include <string.h>

static bool is_seen(const lazy_record *record, uint32_t entry) {
  return record->seen[entry / 64] >> entry % 64 & 1;
}

static void mark_seen(lazy_record *record, uint32_t entry) {
  record->seen[entry / 64] |= (uint64_t)1 << entry % 64;
}

static uint32_t open_record(lua_State *L, const lazy_record *record, packed_reader *body) {
  packed_reader reader = {record->packed.bytes + 1, record->packed.bytes + record->packed.length, L};
  return packed_open(&reader, body);
}

// An entry that was given out and is absent now was set to nil by the rule.
static int give_entry(lua_State *L, lazy_record *record, uint32_t entry, packed_reader *body) {
  if (is_seen(record, entry)) return 0;
  mark_seen(record, entry);
  packed_push(body, 1);
  lua_pushvalue(L, 2);
  lua_pushvalue(L, -2);
  lua_rawset(L, 1);
  return 1;
}

static int lazy_index(lua_State *L, size_t argument) {
  lazy_record *record = &evaluator_of(L)->lazy[argument];
  packed_reader body;
  size_t length;
  if (lua_type(L, 2) != LUA_TSTRING) return 0;
  const char *name = lua_tolstring(L, 2, &length);
  uint32_t count = open_record(L, record, &body);
  charge(L, 1 + count / 4);
  uint32_t entry = packed_find(&body, count, name, length);
  return entry < count ? give_entry(L, record, entry, &body) : 0;
}

static int index_0(lua_State *L) { return lazy_index(L, 0); }
static int index_1(lua_State *L) { return lazy_index(L, 1); }
static int index_2(lua_State *L) { return lazy_index(L, 2); }
static int index_3(lua_State *L) { return lazy_index(L, 3); }

static void fill(lua_State *L, lazy_record *record, int table) {
  packed_reader body;
  uint32_t count = open_record(L, record, &body);
  luaL_checkstack(L, 4, NULL);
  for (uint32_t i = 0; i < count; i++) {
    packed_text key = packed_key(&body);
    if (is_seen(record, i)) {
      packed_skip(&body);
      continue;
    }
    mark_seen(record, i);
    push_text(L, key.start, key.length);
    packed_push(&body, 1);
    lua_rawset(L, table);
  }
  lua_pushnil(L);
  lua_setmetatable(L, table);
}

bool lazy_settle(lua_State *L, int index) {
  index = lua_absindex(L, index);
  if (!lua_getmetatable(L, index)) return false;
  lua_rawgeti(L, -1, 1);
  lua_Integer argument = lua_tointeger(L, -1);
  lua_pop(L, 2);
  if (argument < 0 || argument >= CLUA_MAX_ARGUMENTS) return false;
  fill(L, &evaluator_of(L)->lazy[argument], index);
  return true;
}

static int lazy_newindex(lua_State *L) {
  lazy_settle(L, 1);
  charge(L, 1);
  lua_settop(L, 3);
  lua_rawset(L, 1);
  return 0;
}

static int lazy_len(lua_State *L) {
  lazy_settle(L, 1);
  lua_pushinteger(L, (lua_Integer)lua_rawlen(L, 1));
  return 1;
}

static int stale_use(lua_State *L) {
  raise_error(L, "this table was handed to an earlier call and is gone: copy what you need from it");
}

static void push_guard(lua_State *L, int kind, lua_CFunction index, lua_CFunction newindex,
                       lua_CFunction len) {
  lua_createtable(L, 1, 3);
  lua_pushinteger(L, kind);
  lua_rawseti(L, -2, 1);
  lua_pushcfunction(L, index);
  lua_setfield(L, -2, "__index");
  lua_pushcfunction(L, newindex);
  lua_setfield(L, -2, "__newindex");
  lua_pushcfunction(L, len);
  lua_setfield(L, -2, "__len");
}

void lazy_install(lua_State *L) {
  static const lua_CFunction index[CLUA_MAX_ARGUMENTS] = {index_0, index_1, index_2, index_3};
  push_guard(L, GUARD_STALE, stale_use, stale_use, stale_use);
  lua_rawseti(L, LUA_REGISTRYINDEX, SLOT_STALE_GUARD);
  for (int i = 0; i < CLUA_MAX_ARGUMENTS; i++) {
    push_guard(L, i, index[i], lazy_newindex, lazy_len);
    lua_rawseti(L, LUA_REGISTRYINDEX, SLOT_LAZY_GUARD + i);
  }
  for (int i = 0; i < CLUA_MAX_ARGUMENTS; i++) {
    lua_pushboolean(L, 0);
    lua_rawseti(L, LUA_REGISTRYINDEX, SLOT_LAZY + i);
  }
}

void lazy_push(lua_State *L, size_t argument, clua_argument packed) {
  lazy_record *record = &evaluator_of(L)->lazy[argument];
  packed_reader whole = {packed.bytes, packed.bytes + packed.length, L}, after = whole, body;
  bool lazy = packed_tag(&after) == CLUA_RECORD && packed_open(&after, &body) <= MAX_LAZY_ENTRIES;
  if (!lazy) {
    packed_push(&whole, 0);
    return;
  }
  memset(record, 0, sizeof *record);
  record->packed = packed;
  record->live = true;
  lua_createtable(L, 0, 4);
  lua_rawgeti(L, LUA_REGISTRYINDEX, SLOT_LAZY_GUARD + (lua_Integer)argument);
  lua_setmetatable(L, -2);
  lua_pushvalue(L, -1);
  lua_rawseti(L, LUA_REGISTRYINDEX, SLOT_LAZY + (lua_Integer)argument);
}

// The tables of the last call may have been kept by the rule; their bytes are gone.
void lazy_retire(lua_State *L) {
  clua_evaluator *e = evaluator_of(L);
  for (int i = 0; i < CLUA_MAX_ARGUMENTS; i++) {
    if (!e->lazy[i].live) continue;
    e->lazy[i].live = false;
    if (lua_rawgeti(L, LUA_REGISTRYINDEX, SLOT_LAZY + i) == LUA_TTABLE && lua_getmetatable(L, -1)) {
      lua_rawgeti(L, LUA_REGISTRYINDEX, SLOT_STALE_GUARD);
      lua_setmetatable(L, -3);
    }
    lua_settop(L, 1);
  }
}
