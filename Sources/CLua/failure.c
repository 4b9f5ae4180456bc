// Errors: what they say, and where they happened.
//
// Nothing in the sandbox can catch an error, so the first one of a call is the last: its sentence and its
// place go straight into the evaluator, and the error object that travels is nil. Errors that liblua
// raises itself arrive at the message handler, which takes them apart.
#include "evaluator.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { MAX_LEVELS_SEARCHED = 256 };

size_t utf8_sequence(const unsigned char *s, size_t left) {
  static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
  if (s[0] < 0x80) return 1;
  if (s[0] < 0xC0 || s[0] >= 0xF8) return 0;
  size_t n = s[0] < 0xE0 ? 2 : s[0] < 0xF0 ? 3 : 4;
  if (n > left) return 0;
  uint32_t code = s[0] & (0xFFu >> (n + 1));
  for (size_t i = 1; i < n; i++) {
    if ((s[i] & 0xC0) != 0x80) return 0;
    code = code << 6 | (s[i] & 0x3F);
  }
  return code < least[n] || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000) ? 0 : n;
}

// Copies what is valid UTF-8 and printable; cuts at a character, with an ellipsis.
static void copy_text(char *to, size_t capacity, const char *text, size_t length) {
  static const char ellipsis[] = "\xE2\x80\xA6";
  size_t at = 0, out = 0;
  while (at < length) {
    const unsigned char *s = (const unsigned char *)text + at;
    size_t n = utf8_sequence(s, length - at);
    if (out + (n ? n : 1) + sizeof ellipsis > capacity && out + (length - at) >= capacity) {
      memcpy(to + out, ellipsis, sizeof ellipsis - 1);
      out += sizeof ellipsis - 1;
      break;
    }
    if (n > 1) memcpy(to + out, s, n);
    else to[out] = n == 0 || s[0] == 0x7F ? '?' : s[0] < ' ' ? ' ' : (char)s[0];
    out += n ? n : 1;
    at += n ? n : 1;
  }
  to[out] = '\0';
}

void failure_message(clua_error *error, const char *text, size_t length) {
  copy_text(error->message, sizeof error->message, text, length);
}

static void set_place(clua_error *error, const char *source, int line) {
  if (source[0] == '@') source++;
  copy_text(error->source, sizeof error->source, source, strlen(source));
  error->line = line;
}

void failure_set(clua_evaluator *e, clua_status status, const char *message) {
  e->error.status = status;
  failure_message(&e->error, message, strlen(message));
}

bool failure_find(lua_State *L, int level, lua_Debug *place) {
  for (; level < MAX_LEVELS_SEARCHED && lua_getstack(L, level, place); level++) {
    if (lua_getinfo(L, "Sl", place) && place->currentline > 0) return true;
  }
  return false;
}

void failure_locate(lua_State *L, clua_error *error) {
  lua_Debug place;
  error->source[0] = '\0';
  error->line = 0;
  if (failure_find(L, 0, &place)) set_place(error, place.source, place.currentline);
}

static _Noreturn void leave(lua_State *L) {
  lua_pushnil(L);
  lua_error(L);
  __builtin_unreachable();
}

static _Noreturn void raise_formatted(lua_State *L, clua_status status, const char *format, va_list list) {
  clua_evaluator *e = evaluator_of(L);
  char text[sizeof e->error.message * 2];
  int length = vsnprintf(text, sizeof text, format, list);
  e->error.status = status;
  failure_message(&e->error, text, length < 0 ? 0 : strlen(text));
  failure_locate(L, &e->error);
  leave(L);
}

void raise_error(lua_State *L, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  raise_formatted(L, CLUA_RUNTIME, format, arguments);
}

void raise_result(lua_State *L, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  raise_formatted(L, CLUA_RESULT, format, arguments);
}

void raise_limit(lua_State *L, clua_status limit) {
  clua_evaluator *e = evaluator_of(L);
  if (!e->ended) {
    e->ended = limit;
    failure_locate(L, &e->error);
  }
  leave(L);
}

void raise_at(lua_State *L, clua_status status, const char *source, int line, const char *message,
              size_t length) {
  clua_error *error = &evaluator_of(L)->error;
  error->status = status;
  if (status >= CLUA_LIMIT_WORK && status <= CLUA_LIMIT_OUTPUT) evaluator_of(L)->ended = status;
  failure_message(error, message, length);
  set_place(error, source, line);
  leave(L);
}

// Skips "file:line: ", which Lua puts before its messages; the file may be cut to 59 letters.
static const char *after_place(const char *text, const char *source) {
  size_t name = strlen(source);
  if (name > 59) name = 59;
  if (strlen(text) <= name || text[name] != ':') return text;
  if (strncmp(text, source, name) != 0 && strncmp(text, "...", 3) != 0) return text;
  const char *digits = text + name + 1, *end = digits + strspn(digits, "0123456789");
  return end > digits && end[0] == ':' && end[1] == ' ' ? end + 2 : text;
}

// The message handler of every protected call. Allocates nothing and calls no rule code.
int failure_handler(lua_State *L) {
  clua_evaluator *e = evaluator_of(L);
  clua_error *error = &e->error;
  if (e->ended || error->status) return 1;
  error->status = CLUA_RUNTIME;
  failure_locate(L, error);
  if (lua_type(L, 1) == LUA_TSTRING) {
    size_t length;
    const char *text = lua_tolstring(L, 1, &length), *said = after_place(text, error->source);
    failure_message(error, said, length - (size_t)(said - text));
  } else {
    snprintf(error->message, sizeof error->message, "the rule raised an error that is not text (%s)",
             luaL_typename(L, 1));
  }
  return 1;
}

static const char *limit_message(clua_status limit) {
  switch (limit) {
    case CLUA_LIMIT_WORK: return "the rule takes too long: its budget of work is spent";
    case CLUA_LIMIT_MEMORY: return "the rule uses too much memory";
    case CLUA_LIMIT_STACK: return "calls are nested too deeply";
    case CLUA_LIMIT_OUTPUT: return "the rule returns or records too much";
    default: return "the machine has no memory to give";
  }
}

// What a protected call came to. A limit wins over whatever was raised after it.
clua_status failure_conclude(clua_evaluator *e, int lua_status) {
  clua_error *error = &e->error;
  if (!e->ended && e->pending) e->ended = e->pending;
  if (!e->ended && lua_status == LUA_ERRERR) e->ended = CLUA_LIMIT_STACK;
  bool starved = lua_status != LUA_OK && (e->starved || lua_status == LUA_ERRMEM);
  if (!e->ended && starved) e->ended = CLUA_NO_MEMORY;
  if (e->ended) {
    failure_set(e, e->ended, limit_message(e->ended));
  } else if (lua_status != LUA_OK && !error->status) {
    failure_set(e, CLUA_RUNTIME, "the rule failed");
  }
  return error->status;
}
