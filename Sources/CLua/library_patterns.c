// `string.find`, `match`, `gmatch` and `gsub`.
#define _GNU_SOURCE
#include "pattern.h"

#include <string.h>

// A start position as in Lua, counted from 0; may lie beyond the end.
static size_t start_position(lua_Integer position, size_t length) {
  if (position > 0) return (size_t)position - 1;
  if (position == 0 || position < -(lua_Integer)length) return 0;
  return length - (size_t)-position;
}

static bool is_plain(const char *pattern, size_t length) {
  for (size_t i = 0; i < length; i++) {
    switch (pattern[i]) {
      case '^': case '$': case '*': case '+': case '?': case '.': case '(': case '[': case '%': case '-':
        return false;
    }
  }
  return true;
}

static int find_plain(lua_State *L, const char *text, size_t length, const char *sought, size_t size,
                      size_t from) {
  charge(L, 1 + (length - from) / 4 + size / 4);
  const char *found = size == 0 ? text + from : memmem(text + from, length - from, sought, size);
  if (!found) return 0;
  lua_pushinteger(L, found - text + 1);
  lua_pushinteger(L, found - text + (lua_Integer)size);
  return 2;
}

static int find_pattern(lua_State *L, bool find, const char *text, size_t length, const char *pattern,
                        size_t size, size_t from) {
  matcher m;
  bool anchored = size > 0 && *pattern == '^';
  const char *at = text + from, *end;
  pattern_start(&m, L, text, length, pattern + size);
  do {
    if (!anchored) at = pattern_skip(&m, at, pattern);
    end = pattern_match(&m, at, pattern + anchored);
    if (end) break;
  } while (at++ < m.text_end && !anchored);
  pattern_finish(&m);
  if (!end) return 0;
  if (!find) return pattern_push_captures(&m, at, end);
  lua_pushinteger(L, at - text + 1);
  lua_pushinteger(L, end - text);
  return 2 + pattern_push_captures(&m, NULL, NULL);
}

static int find_or_match(lua_State *L, bool find) {
  size_t length, size;
  const char *text = text_argument(L, 1, &length), *pattern = text_argument(L, 2, &size);
  size_t from = start_position(luaL_optinteger(L, 3, 1), length);
  int count = 0;
  if (from <= length) {
    charge(L, 1 + size / 16);
    bool plain = find && (lua_toboolean(L, 4) || is_plain(pattern, size));
    count = plain ? find_plain(L, text, length, pattern, size, from)
                  : find_pattern(L, find, text, length, pattern, size, from);
  }
  if (count == 0) lua_pushnil(L);
  return count ? count : 1;
}

static int string_find(lua_State *L) { return find_or_match(L, true); }
static int string_match(lua_State *L) { return find_or_match(L, false); }

// Upvalues: text, pattern, where to go on, where the last match ended (from 0; -1 at first).
static int gmatch_step(lua_State *L) {
  size_t length, size;
  matcher m;
  const char *text = lua_tolstring(L, lua_upvalueindex(1), &length);
  const char *pattern = lua_tolstring(L, lua_upvalueindex(2), &size);
  size_t from = (size_t)lua_tointeger(L, lua_upvalueindex(3));
  lua_Integer last = lua_tointeger(L, lua_upvalueindex(4));
  pattern_start(&m, L, text, length, pattern + size);
  for (; from <= length; from++) {
    const char *end = pattern_match(&m, text + from, pattern);
    if (!end || end - text == last) continue;
    pattern_finish(&m);
    lua_pushinteger(L, end - text);
    lua_copy(L, -1, lua_upvalueindex(3));
    lua_replace(L, lua_upvalueindex(4));
    return pattern_push_captures(&m, text + from, end);
  }
  pattern_finish(&m);
  lua_pushinteger(L, (lua_Integer)from);
  lua_replace(L, lua_upvalueindex(3));
  return 0;
}

static int string_gmatch(lua_State *L) {
  size_t length;
  text_argument(L, 1, &length);
  text_argument(L, 2, NULL);
  size_t from = start_position(luaL_optinteger(L, 3, 1), length);
  lua_settop(L, 2);
  lua_pushinteger(L, (lua_Integer)(from > length ? length + 1 : from));
  lua_pushinteger(L, -1);
  lua_pushcclosure(L, gmatch_step, 4);
  return 1;
}

static void add_capture(matcher *m, int index, const char *start, const char *end) {
  size_t length;
  pattern_push_capture(m, index, start, end);
  const char *text = lua_tolstring(m->L, -1, &length);
  scratch_add(m->L, text, length);
  lua_pop(m->L, 1);
}

// A replacement text, in which %0 to %9 stand for captures.
static void add_template(matcher *m, const char *start, const char *end) {
  lua_State *L = m->L;
  size_t length;
  const char *text = lua_tolstring(L, 3, &length);
  charge_bytes(L, length);
  for (size_t i = 0; i < length; i++) {
    if (text[i] != '%') {
      scratch_add_byte(L, text[i]);
      continue;
    }
    char next = ++i < length ? text[i] : '\0';
    if (next == '%') scratch_add_byte(L, '%');
    else if (next == '0') scratch_add(L, start, (size_t)(end - start));
    else if (next >= '1' && next <= '9') add_capture(m, next - '1', start, end);
    else raise_error(L, "invalid use of '%%' in replacement string");
  }
}

// A replacement from a table or a function; false or nil keeps what matched.
static void add_value(matcher *m, int type, const char *start, const char *end) {
  lua_State *L = m->L;
  size_t length = (size_t)(end - start);
  if (type == LUA_TFUNCTION) {
    lua_pushvalue(L, 3);
    int count = pattern_push_captures(m, start, end);
    enter_callback(L);
    lua_call(L, count, 1);
    leave_callback(L);
  } else {
    pattern_push_capture(m, 0, start, end);
    lua_rawget(L, 3);
  }
  const char *text = start;
  if (lua_toboolean(L, -1)) {
    if (lua_type(L, -1) == LUA_TNUMBER) charge(L, NUMBER_TEXT_UNITS);
    if (!lua_isstring(L, -1)) raise_error(L, "invalid replacement value (a %s)", luaL_typename(L, -1));
    text = lua_tolstring(L, -1, &length);
  }
  charge_bytes(L, length);
  scratch_add(L, text, length);
  lua_pop(L, 1);
}

static lua_Integer replace_all(matcher *m, const char *pattern, int type, lua_Integer most) {
  bool anchored = pattern < m->pattern_end && *pattern == '^';
  const char *at = m->text, *last = NULL;
  lua_Integer count = 0;
  while (count < most) {
    const char *next = anchored ? at : pattern_skip(m, at, pattern);
    scratch_add(m->L, at, (size_t)(next - at));
    at = next;
    const char *end = pattern_match(m, at, pattern + anchored);
    pattern_finish(m);
    if (end && end != last) {
      count++;
      if (type == LUA_TSTRING) add_template(m, at, end);
      else add_value(m, type, at, end);
      at = last = end;
    } else if (at < m->text_end) {
      scratch_add_byte(m->L, *at++);
    } else {
      break;
    }
    if (anchored) break;
  }
  scratch_add(m->L, at, (size_t)(m->text_end - at));
  return count;
}

static int string_gsub(lua_State *L) {
  size_t length, size;
  matcher m;
  const char *text = text_argument(L, 1, &length), *pattern = text_argument(L, 2, &size);
  int type = lua_type(L, 3);
  if (type == LUA_TNUMBER) {
    lua_tolstring(L, 3, NULL);
    type = LUA_TSTRING;
  }
  if (type == LUA_TTABLE) table_to_read(L, 3);
  else if (type != LUA_TSTRING && type != LUA_TFUNCTION) luaL_typeerror(L, 3, "string/function/table");
  lua_Integer most = luaL_optinteger(L, 4, (lua_Integer)length + 1);
  size_t mark = scratch_mark(L);
  charge_bytes(L, length);
  pattern_start(&m, L, text, length, pattern + size);
  lua_Integer count = replace_all(&m, pattern, type, most);
  pattern_finish(&m);
  if (count == 0) {
    lua_pushvalue(L, 1);
    scratch_drop(L, mark);
  } else {
    scratch_push(L, mark);
  }
  lua_pushinteger(L, count);
  return 2;
}

void library_patterns(lua_State *L) {
  static const luaL_Reg functions[] = {
    {"find", string_find}, {"gmatch", string_gmatch}, {"gsub", string_gsub}, {"match", string_match},
    {NULL, NULL},
  };
  library_set(L, functions);
}
