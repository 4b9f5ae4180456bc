// Reads packed values, which the host hands in as arguments, into Lua values.
//
// The host is trusted to mean well, not to be right: every length is checked against what is there.
#include "evaluator.h"

#include <string.h>

enum { MAX_READ_DEPTH = 64 };

static _Noreturn void refuse(const packed_reader *reader) {
  static const char message[] = "an argument from the host is not a packed value";
  raise_at(reader->L, CLUA_USAGE, "", 0, message, sizeof message - 1);
}

static inline const uint8_t *take(packed_reader *reader, size_t size) {
  if ((size_t)(reader->end - reader->at) < size) refuse(reader);
  const uint8_t *at = reader->at;
  reader->at += size;
  return at;
}

static inline uint64_t take_integer(packed_reader *reader, size_t size) {
  const uint8_t *at = take(reader, size);
  uint64_t value = 0;
  for (size_t i = 0; i < size; i++) value |= (uint64_t)at[i] << (8 * i);
  return value;
}

uint8_t packed_tag(packed_reader *reader) {
  return *take(reader, 1);
}

uint32_t packed_open(packed_reader *reader, packed_reader *body) {
  uint32_t size = (uint32_t)take_integer(reader, 4), count = (uint32_t)take_integer(reader, 4);
  body->L = reader->L;
  body->at = take(reader, size);
  body->end = reader->at;
  if (count > size) refuse(reader);  // a value takes a byte at least
  return count;
}

packed_text packed_key(packed_reader *reader) {
  packed_text key;
  key.length = (size_t)take_integer(reader, 2);
  key.start = (const char *)take(reader, key.length);
  return key;
}

static void skip_after_tag(packed_reader *reader, uint8_t tag) {
  packed_reader body;
  switch (tag) {
    case CLUA_NIL: case CLUA_FALSE: case CLUA_TRUE: break;
    case CLUA_INTEGER: case CLUA_NUMBER: take(reader, 8); break;
    case CLUA_TEXT: take(reader, (size_t)take_integer(reader, 4)); break;
    case CLUA_LIST: case CLUA_RECORD: packed_open(reader, &body); break;
    default: refuse(reader);
  }
}

void packed_skip(packed_reader *reader) {
  skip_after_tag(reader, packed_tag(reader));
}

uint32_t packed_find(packed_reader *reader, uint32_t count, const char *name, size_t length) {
  for (uint32_t i = 0; i < count; i++) {
    packed_text key = packed_key(reader);
    if (key.length == length && memcmp(key.start, name, length) == 0) return i;
    packed_skip(reader);
  }
  return count;
}

static void push_list(packed_reader *reader, int depth) {
  packed_reader body;
  uint32_t count = packed_open(reader, &body);
  luaL_checkstack(reader->L, 4, NULL);
  require_room(reader->L, (size_t)count * 16);
  lua_createtable(reader->L, (int)count, 0);
  for (uint32_t i = 1; i <= count; i++) {
    packed_push(&body, depth + 1);
    lua_rawseti(reader->L, -2, i);
  }
}

static void push_record(packed_reader *reader, int depth) {
  packed_reader body;
  uint32_t count = packed_open(reader, &body);
  luaL_checkstack(reader->L, 4, NULL);
  require_room(reader->L, (size_t)count * 24);
  lua_createtable(reader->L, 0, (int)count);
  for (uint32_t i = 0; i < count; i++) {
    packed_text key = packed_key(&body);
    push_text(reader->L, key.start, key.length);
    packed_push(&body, depth + 1);
    lua_rawset(reader->L, -3);
  }
}

static lua_Number take_number(packed_reader *reader) {
  uint64_t bits = take_integer(reader, 8);
  lua_Number number;
  memcpy(&number, &bits, sizeof number);
  return number;
}

void packed_push(packed_reader *reader, int depth) {
  lua_State *L = reader->L;
  uint8_t tag = packed_tag(reader);
  charge(L, 1);
  if (depth > MAX_READ_DEPTH) refuse(reader);
  switch (tag) {
    case CLUA_NIL: lua_pushnil(L); break;
    case CLUA_FALSE: case CLUA_TRUE: lua_pushboolean(L, tag == CLUA_TRUE); break;
    case CLUA_INTEGER: lua_pushinteger(L, (lua_Integer)take_integer(reader, 8)); break;
    case CLUA_NUMBER: lua_pushnumber(L, take_number(reader)); break;
    case CLUA_TEXT: {
      size_t length = (size_t)take_integer(reader, 4);
      push_text(L, (const char *)take(reader, length), length);
      break;
    }
    case CLUA_LIST: push_list(reader, depth); break;
    case CLUA_RECORD: push_record(reader, depth); break;
    default: refuse(reader);
  }
}
