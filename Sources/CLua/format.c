// `string.format`: Lua's, without addresses, built in the scratch bytes and charged by what it writes.
#include "evaluator.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { SPEC_SIZE = 16, ITEM_SIZE = 512 };  // %.99f of the largest double has 410 characters

// One conversion: %, flags, width, precision, letter.
typedef struct spec {
  char text[SPEC_SIZE + 4];
  char letter;
  int width, precision;  // -1: none
  bool left;
} spec;

static int read_two_digits(const char **at) {
  int value = -1;
  for (int i = 0; i < 2 && **at >= '0' && **at <= '9'; i++, ++*at) {
    value = (value < 0 ? 0 : value * 10) + (**at - '0');
  }
  return value;
}

static const char *flags_for(char letter) {
  switch (letter) {
    case 'd': case 'i': return "-+0 ";
    case 'u': return "-0";
    case 'o': case 'x': case 'X': return "-#0";
    case 'a': case 'A': case 'e': case 'E': case 'f': case 'g': case 'G': return "-+#0 ";
    case 'c': case 's': return "-";
    case 'q': return "";
    default: return NULL;
  }
}

// Reads the conversion after a %, and refuses what Lua refuses. Returns what follows it.
static const char *read_spec(lua_State *L, const char *start, spec *s) {
  const char *at = start + strspn(start, "-+#0 ");
  size_t flags = (size_t)(at - start);
  s->width = read_two_digits(&at);
  s->precision = -1;
  if (*at == '.') {
    at++;
    s->precision = read_two_digits(&at);
    if (s->precision < 0) s->precision = 0;
  }
  s->letter = *at;
  size_t length = (size_t)(at - start);
  const char *allowed = s->letter ? flags_for(s->letter) : NULL;
  bool takes_precision = s->letter != 'c' && s->letter != 'q';
  if (s->letter == 'q' && length > 0) raise_error(L, "specifier '%%q' cannot have modifiers");
  if (s->letter == 'p') raise_error(L, "'%%p' is not available: values have no address here");
  if (!allowed || flags > 5 || strspn(start, allowed) < flags ||
      (s->precision >= 0 && !takes_precision)) {
    raise_error(L, "invalid conversion '%%%.*s' to 'format'", length < 20 ? (int)length + 1 : 20, start);
  }
  s->left = memchr(start, '-', flags) != NULL;
  s->text[0] = '%';
  memcpy(s->text + 1, start, length);
  s->text[length + 1] = '\0';
  return at + 1;
}

static void add_padded(lua_State *L, const spec *s, const char *text, size_t length) {
  size_t width = s->width > 0 ? (size_t)s->width : 0, padding = width > length ? width - length : 0;
  if (!s->left) for (size_t i = 0; i < padding; i++) scratch_add_byte(L, ' ');
  scratch_add(L, text, length);
  if (s->left) for (size_t i = 0; i < padding; i++) scratch_add_byte(L, ' ');
}

static void add_integer(lua_State *L, spec *s, int argument) {
  char item[ITEM_SIZE];
  size_t end = strlen(s->text);
  snprintf(s->text + end, sizeof s->text - end, "ll%c", s->letter);
  int length = snprintf(item, sizeof item, s->text, (long long)luaL_checkinteger(L, argument));
  scratch_add(L, item, (size_t)length);
}

static void add_number(lua_State *L, spec *s, int argument) {
  char item[ITEM_SIZE];
  size_t end = strlen(s->text);
  snprintf(s->text + end, sizeof s->text - end, "%c", s->letter);
  size_t length = (size_t)snprintf(item, sizeof item, s->text, luaL_checknumber(L, argument));
  charge(L, 24 + length);
  scratch_add(L, item, length);
}

static void add_text(lua_State *L, const spec *s, int argument) {
  size_t length;
  luaL_checkany(L, argument);
  push_value_text(L, argument);
  const char *text = lua_tolstring(L, -1, &length);
  charge_bytes(L, length);
  bool modified = s->text[1] != '\0';
  if (modified && memchr(text, '\0', length)) luaL_argerror(L, argument, "string contains zeros");
  if (s->precision >= 0 && (size_t)s->precision < length) length = (size_t)s->precision;
  add_padded(L, s, text, length);
  lua_pop(L, 1);
}

static void add_quoted_text(lua_State *L, const char *text, size_t length) {
  charge(L, 2 * length);
  scratch_add_byte(L, '"');
  for (size_t i = 0; i < length; i++) {
    unsigned char c = (unsigned char)text[i];
    bool digit_follows = i + 1 < length && text[i + 1] >= '0' && text[i + 1] <= '9';
    char code[8];
    if (c == '"' || c == '\\' || c == '\n') {
      scratch_add_byte(L, '\\');
      scratch_add_byte(L, c);
    } else if (c < ' ' || c == 0x7F) {
      scratch_add(L, code, (size_t)snprintf(code, sizeof code, digit_follows ? "\\%03d" : "\\%d", c));
    } else {
      scratch_add_byte(L, c);
    }
  }
  scratch_add_byte(L, '"');
}

static void add_quoted_number(lua_State *L, int argument) {
  char item[ITEM_SIZE];
  int length;
  if (lua_isinteger(L, argument)) {
    lua_Integer n = lua_tointeger(L, argument);
    length = snprintf(item, sizeof item, n == LUA_MININTEGER ? "0x%llx" : "%lld", (long long)n);
  } else {
    lua_Number n = lua_tonumber(L, argument);
    if (isnan(n)) length = snprintf(item, sizeof item, "(0/0)");
    else if (isinf(n)) length = snprintf(item, sizeof item, n > 0 ? "1e9999" : "-1e9999");
    else length = snprintf(item, sizeof item, "%a", n);
  }
  scratch_add(L, item, (size_t)length);
}

static void add_quoted(lua_State *L, int argument) {
  size_t length;
  const char *text;
  switch (lua_type(L, argument)) {
    case LUA_TSTRING:
      text = lua_tolstring(L, argument, &length);
      add_quoted_text(L, text, length);
      break;
    case LUA_TNUMBER: add_quoted_number(L, argument); break;
    case LUA_TNIL: case LUA_TBOOLEAN:
      text = lua_isnil(L, argument) ? "nil" : lua_toboolean(L, argument) ? "true" : "false";
      scratch_add(L, text, strlen(text));
      break;
    default: luaL_argerror(L, argument, "value has no literal form");
  }
}

static void add_item(lua_State *L, spec *s, int argument) {
  char byte;
  luaL_checkany(L, argument);
  charge(L, 16);
  if (s->letter != 's' && s->letter != 'q') charge_numbers(L, argument, argument);
  switch (s->letter) {
    case 'c':
      byte = (char)luaL_checkinteger(L, argument);
      add_padded(L, s, &byte, 1);
      break;
    case 's': add_text(L, s, argument); break;
    case 'q': add_quoted(L, argument); break;
    case 'd': case 'i': case 'u': case 'o': case 'x': case 'X': add_integer(L, s, argument); break;
    default: add_number(L, s, argument);
  }
}

int format_call(lua_State *L) {
  size_t length, mark = scratch_mark(L);
  const char *at = text_argument(L, 1, &length), *end = at + length;
  int argument = 1;
  charge_bytes(L, length);
  while (at < end) {
    spec s;
    const char *plain = at;
    while (at < end && *at != '%') at++;
    scratch_add(L, plain, (size_t)(at - plain));
    if (at == end) break;
    if (*++at == '%') {
      scratch_add_byte(L, *at++);
      continue;
    }
    at = read_spec(L, at, &s);
    add_item(L, &s, ++argument);
  }
  scratch_push(L, mark);
  return 1;
}
