// `utf8`, as in Lua 5.4, charged by the bytes it looks at.
#include "evaluator.h"

#include <string.h>

enum { MAX_UNICODE = 0x10FFFF };

static bool is_continuation(const char *s) {
  return ((unsigned char)*s & 0xC0) == 0x80;
}

// Reads one character, or gives NULL. Lax: up to 2^31, and surrogates.
static const char *decode(const char *s, const char *end, bool strict, uint32_t *code) {
  static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000, 0x200000, 0x4000000};
  unsigned char first = (unsigned char)*s;
  if ((first >= 0x80 && first < 0xC0) || first >= 0xFE) return NULL;
  size_t length = first < 0x80 ? 1 : (size_t)__builtin_clz((unsigned)(0xFF ^ first)) - 24;
  if ((size_t)(end - s) < length) return NULL;
  uint32_t value = length == 1 ? first : first & (0x7Fu >> length);
  for (size_t i = 1; i < length; i++) {
    if (!is_continuation(s + i)) return NULL;
    value = value << 6 | ((unsigned char)s[i] & 0x3F);
  }
  if (value < least[length]) return NULL;
  if (strict && (value > MAX_UNICODE || (value >= 0xD800 && value < 0xE000))) return NULL;
  *code = value;
  return s + length;
}

static size_t encode(uint32_t code, char out[8]) {
  if (code < 0x80) return out[0] = (char)code, 1;
  size_t length = code < 0x800 ? 2 : code < 0x10000 ? 3 : code < 0x200000 ? 4 : code < 0x4000000 ? 5 : 6;
  for (size_t i = length - 1; i > 0; i--, code >>= 6) out[i] = (char)(0x80 | (code & 0x3F));
  out[0] = (char)((0xFF00u >> length & 0xFF) | code);
  return length;
}

static lua_Integer from_end(lua_Integer position, size_t length) {
  if (position >= 0) return position;
  return (size_t)0 - (size_t)position > length ? 0 : (lua_Integer)length + position + 1;
}

static int utf8_char(lua_State *L) {
  int count = lua_gettop(L);
  size_t mark = scratch_mark(L);
  charge_numbers(L, 1, count);
  for (int i = 1; i <= count; i++) {
    char out[8];
    lua_Unsigned code = (lua_Unsigned)luaL_checkinteger(L, i);
    luaL_argcheck(L, code <= 0x7FFFFFFFu, i, "value out of range");
    scratch_add(L, out, encode((uint32_t)code, out));
  }
  scratch_push(L, mark);
  return 1;
}

static int utf8_len(lua_State *L) {
  size_t length;
  const char *s = text_argument(L, 1, &length);
  lua_Integer first = from_end(luaL_optinteger(L, 2, 1), length);
  lua_Integer last = from_end(luaL_optinteger(L, 3, -1), length);
  bool lax = lua_toboolean(L, 4);
  luaL_argcheck(L, 1 <= first && first - 1 <= (lua_Integer)length, 2, "initial position out of bounds");
  luaL_argcheck(L, last - 1 < (lua_Integer)length, 3, "final position out of bounds");
  charge(L, 1 + length / 4);
  const char *at = s + first - 1, *end = s + length;
  lua_Integer count = 0;
  for (uint32_t code; at < s + last; count++) {
    const char *next = decode(at, end, !lax, &code);
    if (!next) {
      lua_pushnil(L);
      lua_pushinteger(L, at - s + 1);
      return 2;
    }
    at = next;
  }
  lua_pushinteger(L, count);
  return 1;
}

static int utf8_codepoint(lua_State *L) {
  size_t length;
  const char *s = text_argument(L, 1, &length);
  lua_Integer first = from_end(luaL_optinteger(L, 2, 1), length);
  lua_Integer last = from_end(luaL_optinteger(L, 3, first), length);
  bool lax = lua_toboolean(L, 4);
  luaL_argcheck(L, first >= 1, 2, "out of bounds");
  luaL_argcheck(L, last <= (lua_Integer)length, 3, "out of bounds");
  if (first > last) return 0;
  if (last - first >= MAX_VALUES) raise_error(L, "utf8.codepoint: more than %d bytes at once", MAX_VALUES);
  luaL_checkstack(L, (int)(last - first) + 1, "string slice too long");
  charge(L, 1 + (uint64_t)(last - first));
  int count = 0;
  for (const char *at = s + first - 1; at < s + last; count++) {
    uint32_t code;
    at = decode(at, s + length, !lax, &code);
    if (!at) raise_error(L, "invalid UTF-8 code");
    lua_pushinteger(L, code);
  }
  return count;
}

// Steps `n` characters from `at`; returns false when the text ends before.
static bool step_characters(lua_State *L, const char *s, lua_Integer length, lua_Integer n, lua_Integer *at) {
  lua_Integer i = *at;
  if (n < 0) {
    while (n < 0 && i > 0) {
      do {
        charge(L, 1);
        i--;
      } while (i > 0 && is_continuation(s + i));
      n++;
    }
  } else {
    n--;
    while (n > 0 && i < length) {
      do {
        charge(L, 1);
        i++;
      } while (i < length && is_continuation(s + i));
      n--;
    }
  }
  *at = i;
  return n == 0;
}

static int utf8_offset(lua_State *L) {
  size_t size;
  const char *s = text_argument(L, 1, &size);
  lua_Integer length = (lua_Integer)size, n = luaL_checkinteger(L, 2);
  lua_Integer at = from_end(luaL_optinteger(L, 3, n >= 0 ? 1 : length + 1), size) - 1;
  luaL_argcheck(L, 0 <= at && at <= length, 3, "position out of bounds");
  bool found = true;
  if (n == 0) {
    while (at > 0 && at < length && is_continuation(s + at)) {
      charge(L, 1);
      at--;
    }
  } else {
    if (at < length && is_continuation(s + at)) raise_error(L, "initial position is a continuation byte");
    found = step_characters(L, s, length, n, &at);
  }
  if (found) lua_pushinteger(L, at + 1);
  else lua_pushnil(L);
  return 1;
}

static int codes_step(lua_State *L, bool strict) {
  size_t length;
  const char *s = text_argument(L, 1, &length);
  lua_Unsigned at = (lua_Unsigned)lua_tointeger(L, 2);
  charge(L, 1);
  if (at > 0) {
    if (at > length) return 0;
    while (at < length && is_continuation(s + at)) at++;
  }
  if (at >= length) return 0;
  uint32_t code;
  const char *next = decode(s + at, s + length, strict, &code);
  if (!next || (next < s + length && is_continuation(next))) raise_error(L, "invalid UTF-8 code");
  lua_pushinteger(L, (lua_Integer)at + 1);
  lua_pushinteger(L, code);
  return 2;
}

static int codes_strict(lua_State *L) { return codes_step(L, true); }
static int codes_lax(lua_State *L) { return codes_step(L, false); }

static int utf8_codes(lua_State *L) {
  size_t length;
  bool lax = lua_toboolean(L, 2);
  const char *s = text_argument(L, 1, &length);
  luaL_argcheck(L, length == 0 || !is_continuation(s), 1, "invalid UTF-8 code");
  lua_pushcfunction(L, lax ? codes_lax : codes_strict);
  lua_pushvalue(L, 1);
  lua_pushinteger(L, 0);
  return 3;
}

void library_utf8(lua_State *L) {
  static const luaL_Reg functions[] = {
    {"char", utf8_char}, {"codepoint", utf8_codepoint}, {"codes", utf8_codes},
    {"len", utf8_len}, {"offset", utf8_offset}, {NULL, NULL},
  };
  lua_createtable(L, 0, 6);
  library_set(L, functions);
  lua_pushlstring(L, "[\0-\x7F\xC2-\xFD][\x80-\xBF]*", 14);
  lua_setfield(L, -2, "charpattern");
}
