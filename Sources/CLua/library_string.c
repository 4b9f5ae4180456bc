// `string`, but for patterns and `format`; and the metatable of strings.
#include "evaluator.h"

#include <limits.h>
#include <string.h>

static int string_len(lua_State *L) {
  size_t length;
  text_argument(L, 1, &length);
  lua_pushinteger(L, (lua_Integer)length);
  return 1;
}

static int string_sub(lua_State *L) {
  size_t length;
  const char *text = text_argument(L, 1, &length);
  lua_Integer first = luaL_checkinteger(L, 2), last = luaL_optinteger(L, 3, -1);
  text_range(length, &first, &last);
  if (first > last) lua_pushliteral(L, "");
  else push_text(L, text + first - 1, (size_t)(last - first) + 1);
  return 1;
}

static int string_byte(lua_State *L) {
  size_t length;
  const char *text = text_argument(L, 1, &length);
  lua_Integer first = luaL_optinteger(L, 2, 1), last = luaL_optinteger(L, 3, first);
  text_range(length, &first, &last);
  if (first > last) return 0;
  if (last - first >= MAX_VALUES) raise_error(L, "string.byte: more than %d bytes at once", MAX_VALUES);
  charge(L, 1 + (uint64_t)(last - first));
  luaL_checkstack(L, (int)(last - first) + 1, "string slice too long");
  for (lua_Integer i = first; i <= last; i++) lua_pushinteger(L, (unsigned char)text[i - 1]);
  return (int)(last - first) + 1;
}

static int string_char(lua_State *L) {
  int count = lua_gettop(L);
  size_t mark = scratch_mark(L);
  charge_numbers(L, 1, count);
  for (int i = 1; i <= count; i++) {
    lua_Unsigned code = (lua_Unsigned)luaL_checkinteger(L, i);
    luaL_argcheck(L, code <= UCHAR_MAX, i, "value out of range");
    scratch_add_byte(L, (int)code);
  }
  scratch_push(L, mark);
  return 1;
}

typedef unsigned char (*byte_map)(unsigned char);

static unsigned char to_lower(unsigned char c) { return c >= 'A' && c <= 'Z' ? c + 32 : c; }
static unsigned char to_upper(unsigned char c) { return c >= 'a' && c <= 'z' ? c - 32 : c; }

static int map_bytes(lua_State *L, byte_map map) {
  size_t length, mark = scratch_mark(L);
  const char *text = text_argument(L, 1, &length);
  charge_bytes(L, length);
  unsigned char *out = scratch_make_array(L, mark, length);
  for (size_t i = 0; i < length; i++) out[i] = map((unsigned char)text[i]);
  push_text(L, (const char *)out, length);
  scratch_drop(L, mark);
  return 1;
}

static int string_lower(lua_State *L) { return map_bytes(L, to_lower); }
static int string_upper(lua_State *L) { return map_bytes(L, to_upper); }

static int string_reverse(lua_State *L) {
  size_t length, mark = scratch_mark(L);
  const char *text = text_argument(L, 1, &length);
  charge_bytes(L, length);
  unsigned char *out = scratch_make_array(L, mark, length);
  for (size_t i = 0; i < length; i++) out[i] = (unsigned char)text[length - 1 - i];
  push_text(L, (const char *)out, length);
  scratch_drop(L, mark);
  return 1;
}

static int string_rep(lua_State *L) {
  size_t length, between, mark = scratch_mark(L);
  const char *text = text_argument(L, 1, &length);
  lua_Integer count = luaL_checkinteger(L, 2);
  const char *separator = luaL_optlstring(L, 3, "", &between);
  size_t piece = length + between;
  if (count <= 0 || piece == 0) {
    lua_pushliteral(L, "");
    return 1;
  }
  if ((lua_Unsigned)count > SIZE_MAX / 4 / piece) raise_error(L, "resulting string too large");
  size_t total = piece * (size_t)count - between;
  require_room(L, total);
  charge_bytes(L, total);
  charge(L, (uint64_t)count / 4);
  unsigned char *out = scratch_make_array(L, mark, total);
  for (lua_Integer i = 0; i < count; i++) {
    if (length) memcpy(out, text, length);
    if (i + 1 == count) break;
    if (between) memcpy(out + length, separator, between);
    out += piece;
  }
  push_text(L, scratch_array(L, mark), total);
  scratch_drop(L, mark);
  return 1;
}

// liblua's `pack`, `unpack` and `packsize`, with what they are given bounded and charged.
static int bounded_call(lua_State *L) {
  size_t length, total = 0;
  int count = lua_gettop(L);
  text_argument(L, 1, &length);
  if (length > MAX_VALUES) {
    raise_error(L, "a format for string.pack and unpack has at most %d letters", MAX_VALUES);
  }
  for (int i = 1; i <= count; i++) {
    if (lua_type(L, i) == LUA_TSTRING) total += lua_rawlen(L, i);
  }
  charge(L, 1 + length + total / 16);
  lua_CFunction function = lua_tocfunction(L, lua_upvalueindex(1));
  int results = function(L);
  const char *text = lua_type(L, -1) == LUA_TSTRING ? lua_tolstring(L, -1, &length) : NULL;
  if (text) budget_note_zero(L, text, length);
  charge_bytes(L, text ? length : 0);
  return results;
}

static void add_bounded(lua_State *L) {
  static const char *const names[] = {"pack", "packsize", "unpack"};
  lua_pushcfunction(L, luaopen_string);
  lua_call(L, 0, 1);
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    lua_getfield(L, -1, names[i]);
    lua_pushcclosure(L, bounded_call, 1);
    lua_setfield(L, -3, names[i]);
  }
  lua_pop(L, 1);
}

// A text that is a number may be calculated with, as in Lua.
static bool to_number(lua_State *L, int index) {
  size_t length;
  if (lua_type(L, index) == LUA_TNUMBER) return true;
  if (lua_type(L, index) != LUA_TSTRING) return false;
  const char *text = lua_tolstring(L, index, &length);
  if (length > MAX_TEXT_NUMBER) return false;
  charge(L, 1 + length);
  if (lua_stringtonumber(L, text) != length + 1) return false;
  lua_replace(L, index);
  return true;
}

static int calculate(lua_State *L, int operation) {
  lua_settop(L, 2);
  charge(L, 1);
  if (!to_number(L, 1) || !to_number(L, 2)) {
    int wrong = lua_type(L, 2) == LUA_TSTRING && lua_type(L, 1) == LUA_TNUMBER ? 2 : 1;
    if (lua_type(L, 2) != LUA_TSTRING && lua_type(L, 2) != LUA_TNUMBER) wrong = 2;
    raise_error(L, "attempt to perform arithmetic on a %s value", luaL_typename(L, wrong));
  }
  if (operation == LUA_OPUNM) lua_settop(L, 1);
  lua_arith(L, operation);
  return 1;
}

static int text_add(lua_State *L) { return calculate(L, LUA_OPADD); }
static int text_sub(lua_State *L) { return calculate(L, LUA_OPSUB); }
static int text_mul(lua_State *L) { return calculate(L, LUA_OPMUL); }
static int text_mod(lua_State *L) { return calculate(L, LUA_OPMOD); }
static int text_pow(lua_State *L) { return calculate(L, LUA_OPPOW); }
static int text_div(lua_State *L) { return calculate(L, LUA_OPDIV); }
static int text_idiv(lua_State *L) { return calculate(L, LUA_OPIDIV); }
static int text_unm(lua_State *L) { return calculate(L, LUA_OPUNM); }

static void set_text_metatable(lua_State *L) {
  static const luaL_Reg operators[] = {
    {"__add", text_add}, {"__sub", text_sub}, {"__mul", text_mul}, {"__mod", text_mod}, {"__pow", text_pow},
    {"__div", text_div}, {"__idiv", text_idiv}, {"__unm", text_unm}, {NULL, NULL},
  };
  lua_pushliteral(L, "");
  lua_createtable(L, 0, 9);
  library_set(L, operators);
  lua_pushvalue(L, -3);
  lua_setfield(L, -2, "__index");
  lua_setmetatable(L, -2);
  lua_pop(L, 1);
}

void library_string(lua_State *L) {
  static const luaL_Reg functions[] = {
    {"byte", string_byte}, {"char", string_char}, {"format", format_call}, {"len", string_len},
    {"lower", string_lower}, {"rep", string_rep}, {"reverse", string_reverse}, {"sub", string_sub},
    {"upper", string_upper}, {NULL, NULL},
  };
  lua_createtable(L, 0, 16);
  library_set(L, functions);
  library_patterns(L);
  add_bounded(L);
  set_text_metatable(L);
}
