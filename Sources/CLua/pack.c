// Packs Lua values for the host: what a rule returned, and what it recorded.
//
// Raw access only, so no rule code runs; depth, values and bytes are bounded, which ends tables that
// contain themselves. Errors say where in the table: "fields.name.required".
#define _GNU_SOURCE
#include "evaluator.h"

#include <endian.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

enum { HARD_DEPTH = 64, MOST_SMALL = 16 };

// The way from the outermost value to the one being packed.
typedef struct place {
  const struct place *outer;
  const char *key;  // NULL: a position
  size_t length;
  lua_Integer position;
} place;

typedef struct packer {
  lua_State *L;
  bytes *out;
  bool functions;
  uint32_t values;
} packer;

static void pack_at(packer *p, int index, const place *at, uint32_t depth);

// Room for `size` more bytes, and a little beyond them.
static inline uint8_t *make_room(lua_State *L, bytes *out, size_t size) {
  clua_evaluator *e = evaluator_of(L);
  if (size > e->limits.output - e->output) raise_limit(L, CLUA_LIMIT_OUTPUT);
  if (!bytes_reserve(e, out, size + MOST_SMALL)) raise_limit(L, CLUA_NO_MEMORY);
  uint8_t *at = out->data + out->length;
  out->length += size;
  e->output += size;
  return at;
}

static void put(lua_State *L, bytes *out, const void *data, size_t size) {
  if (size > MOST_SMALL) charge_bytes(L, size);  // what is small is charged with its value
  uint8_t *at = make_room(L, out, size);
  if (size) memcpy(at, data, size);
}

static inline void write_integer(uint8_t *at, uint64_t value) {
  value = htole64(value);
  memcpy(at, &value, sizeof value);
}

static void put_integer(lua_State *L, bytes *out, uint64_t value, size_t size) {
  write_integer(make_room(L, out, size), value);
}

static void put_tag(packer *p, uint8_t tag) {
  *make_room(p->L, p->out, 1) = tag;
}

// A tag and the number that follows it.
static void put_tagged(packer *p, uint8_t tag, uint64_t value, size_t size) {
  uint8_t *at = make_room(p->L, p->out, size + 1);
  at[0] = tag;
  write_integer(at + 1, value);
}

static void put_source(lua_State *L, bytes *out, const char *source) {
  if (source[0] == '@') source++;
  size_t length = strlen(source);
  put_integer(L, out, length, 2);
  put(L, out, source, length);
}

void pack_place(lua_State *L, bytes *out, uint32_t number, uint32_t line, const char *source) {
  put_integer(L, out, (uint64_t)line << 32 | number, 8);
  put_source(L, out, source);
}

static void write_place(const place *at, char *text, size_t capacity) {
  if (!at) return;
  write_place(at->outer, text, capacity);
  size_t used = strlen(text);
  if (!at->key) snprintf(text + used, capacity - used, "[%lld]", (long long)at->position);
  else {
    int shown = at->length > 40 ? 40 : (int)at->length;
    snprintf(text + used, capacity - used, "%s%.*s", used ? "." : "", shown, at->key);
  }
}

static _Noreturn void refuse(packer *p, const place *at, const char *what) {
  char text[256] = "";
  write_place(at, text, sizeof text);
  if (text[0]) raise_result(p->L, "'%s' %s", text, what);
  raise_result(p->L, "the value %s", what);
}

static const char *text_fault(const char *text, size_t length) {
  for (size_t at = 0; at < length;) {
    if ((signed char)text[at] > 0) {  // ASCII, as most text is
      at++;
      continue;
    }
    size_t n = utf8_sequence((const unsigned char *)text + at, length - at);
    if (n == 0) return "is not valid UTF-8 text";
    if (text[at] == '\0') return "is a text with a zero byte in it";
    at += n;
  }
  return NULL;
}

static void put_text(packer *p, int index, const place *at) {
  size_t length;
  const char *text = lua_tolstring(p->L, index, &length);
  charge(p->L, length / 8);
  if (length > evaluator_of(p->L)->limits.output) raise_limit(p->L, CLUA_LIMIT_OUTPUT);
  const char *fault = text_fault(text, length);
  if (fault) refuse(p, at, fault);
  put_tagged(p, CLUA_TEXT, length, 4);
  put(p->L, p->out, text, length);
}

static void put_number(packer *p, int index, const place *at) {
  if (lua_isinteger(p->L, index)) {
    put_tagged(p, CLUA_INTEGER, (uint64_t)lua_tointeger(p->L, index), 8);
    return;
  }
  lua_Number number = lua_tonumber(p->L, index);
  uint64_t bits;
  if (!isfinite(number)) refuse(p, at, "is not a finite number");
  memcpy(&bits, &number, sizeof bits);
  put_tagged(p, CLUA_NUMBER, bits, 8);
}

static void put_function(packer *p, int index, const place *at) {
  lua_State *L = p->L;
  clua_evaluator *e = evaluator_of(L);
  lua_Debug ar;
  if (!p->functions) refuse(p, at, "is a function, which cannot be taken here");
  if (lua_iscfunction(L, index)) refuse(p, at, "is a function of the library: give one of your own");
  lua_rawgeti(L, LUA_REGISTRYINDEX, SLOT_HANDLES);
  lua_pushvalue(L, index);
  lua_rawseti(L, -2, ++e->handles);
  lua_pushvalue(L, index);
  lua_getinfo(L, ">Su", &ar);
  lua_pop(L, 1);
  put_tag(p, CLUA_FUNCTION);
  put_integer(L, p->out, (uint64_t)ar.linedefined << 32 | e->handles, 8);
  put_integer(L, p->out, ar.isvararg ? 255 : ar.nparams, 4);
  put_source(L, p->out, ar.source);
}

// Opens a list or record; returns where its size is to be written.
static size_t open_table(packer *p, uint8_t tag, size_t count) {
  put_tagged(p, tag, (uint64_t)count << 32, 8);
  return p->out->length - 8;
}

static void close_table(packer *p, size_t at) {
  uint32_t size = (uint32_t)(p->out->length - at - 8);
  for (int i = 0; i < 4; i++) p->out->data[at + i] = (uint8_t)(size >> (8 * i));
}

static void put_list(packer *p, int table, size_t count, const place *at, uint32_t depth) {
  size_t head = open_table(p, CLUA_LIST, count);
  for (size_t i = 1; i <= count; i++) {
    place here = {at, NULL, 0, (lua_Integer)i};
    lua_rawgeti(p->L, table, (lua_Integer)i);
    pack_at(p, lua_gettop(p->L), &here, depth);
    lua_pop(p->L, 1);
  }
  close_table(p, head);
}

static void put_key(packer *p, const char *key, size_t length) {
  put_integer(p->L, p->out, length, 2);
  put(p->L, p->out, key, length);
}

// Writes a key and returns where it leads. A position gets a name only in what describes data.
static place put_entry_key(packer *p, const table_key *key, const place *at) {
  if (key->kind == KEY_INTEGER) {
    char name[24];
    int length = snprintf(name, sizeof name, "%lld", (long long)key->as.integer);
    put_key(p, name, (size_t)length);
    return (place){at, NULL, 0, key->as.integer};
  }
  const char *text = key->as.text.start;
  size_t length = key->as.text.length;
  if (key->kind != KEY_TEXT || text_fault(text, length)) refuse(p, at, "has a key that is not plain text");
  if (length > UINT16_MAX) refuse(p, at, "has a key that is too long");
  put_key(p, text, length);
  return (place){at, text, length, 0};
}

static void put_record(packer *p, int table, size_t mark, size_t count, const place *at, uint32_t depth) {
  lua_State *L = p->L;
  size_t head = open_table(p, CLUA_RECORD, count);
  for (size_t i = 0; i < count; i++) {
    table_key key = ((table_key *)scratch_array(L, mark))[i];
    place here = put_entry_key(p, &key, at);
    order_push_key(L, &key);
    lua_rawget(L, table);
    pack_at(p, lua_gettop(L), &here, depth);
    lua_pop(L, 1);
  }
  close_table(p, head);
}

// Keys come in order, numbers first, so a list is one if its first and last say so.
static void put_table(packer *p, int index, const place *at, uint32_t depth) {
  lua_State *L = p->L;
  clua_evaluator *e = evaluator_of(L);
  if (depth >= e->limits.result_depth || depth >= HARD_DEPTH) refuse(p, at, "is nested too deeply");
  luaL_checkstack(L, 8, NULL);
  lua_pushvalue(L, index);
  int table = lua_gettop(L);
  table_to_read(L, table);
  size_t mark = scratch_mark(L), count = order_keys(L, table, mark);
  const table_key *keys = scratch_array(L, mark);
  if (count == 0 || (keys[0].kind == KEY_TEXT && keys[count - 1].kind == KEY_TEXT)) {
    put_record(p, table, mark, count, at, depth + 1);
  } else if (keys[count - 1].kind == KEY_INTEGER && keys[0].kind == KEY_INTEGER && keys[0].as.integer == 1 &&
             keys[count - 1].as.integer == (lua_Integer)count) {
    put_list(p, table, count, at, depth + 1);
  } else if (keys[0].kind != KEY_TEXT && keys[count - 1].kind == KEY_TEXT) {
    if (e->describes) put_record(p, table, mark, count, at, depth + 1);
    else refuse(p, at, "mixes names and positions");
  } else if (keys[count - 1].kind == KEY_BOOLEAN) {
    refuse(p, at, "has a key that is not text");
  } else {
    refuse(p, at, "is a list with gaps: its positions are not 1, 2, 3 and so on");
  }
  scratch_drop(L, mark);
  lua_pop(L, 1);
}

static void pack_at(packer *p, int index, const place *at, uint32_t depth) {
  charge(p->L, 2);
  if (++p->values > evaluator_of(p->L)->limits.result_nodes) refuse(p, at, "is one value too many");
  switch (lua_type(p->L, index)) {
    // The one light userdatum there can be is the constant of `clua_describe`.
    case LUA_TNIL: case LUA_TNONE: case LUA_TLIGHTUSERDATA: put_tag(p, CLUA_NIL); break;
    case LUA_TBOOLEAN: put_tag(p, lua_toboolean(p->L, index) ? CLUA_TRUE : CLUA_FALSE); break;
    case LUA_TNUMBER: put_number(p, index, at); break;
    case LUA_TSTRING: put_text(p, index, at); break;
    case LUA_TTABLE: put_table(p, index, at, depth); break;
    case LUA_TFUNCTION: put_function(p, index, at); break;
    default: refuse(p, at, "is not a value that can be taken");
  }
}

void pack_value(lua_State *L, bytes *out, int index, bool functions) {
  packer p = {L, out, functions, 0};
  pack_at(&p, lua_absindex(L, index), NULL, 0);
}

void pack_list(lua_State *L, bytes *out, int first, int count) {
  packer p = {L, out, false, 0};
  size_t head = open_table(&p, CLUA_LIST, (size_t)count);
  for (int i = 0; i < count; i++) {
    place here = {NULL, NULL, 0, i + 1};
    pack_at(&p, first + i, count > 1 ? &here : NULL, 0);
  }
  close_table(&p, head);
}
