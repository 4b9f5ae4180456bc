// The library against stock Lua 5.4's: generated calls, the same in both, must come to the same.
//
// The generator is seeded, so that the cases are the same in every run. Subjects are at most a dozen tokens
// long, which stock Lua's backtracking can bear. Errors must be raised by both; their sentences are
// compared by hand only, for stock Lua's say where in the program they were raised.
#include <stdio.h>
#include <string.h>

#include <lua5.4/lauxlib.h>
#include <lua5.4/lualib.h>

#include "check.h"

// Each function is called with two texts, a small integer and a replacement.
static const char program[] =
  "local function shown(...)\n"
  "  local o = {}\n"
  "  for i = 1, select('#', ...) do local v = select(i, ...) o[#o + 1] = type(v) .. ':' .. tostring(v) end\n"
  "  return table.concat(o, '|')\n"
  "end\n"
  "local F = {}\n"
  "function F.find(s, p, i) return shown(s:find(p, i)) end\n"
  "function F.match(s, p, i) return shown(s:match(p, i)) end\n"
  "function F.gmatch(s, p, i)\n"
  "  local o = {} for a, b, c in s:gmatch(p, i) do o[#o + 1] = shown(a, b, c) end return table.concat(o, ';')\n"
  "end\n"
  "function F.gsub_text(s, p, i, r) return shown(s:gsub(p, r)) end\n"
  "function F.gsub_function(s, p)\n"
  "  return shown(s:gsub(p, function(...) local e = shown(...) if #e % 3 == 0 then return nil end return e end))\n"
  "end\n"
  "function F.gsub_table(s, p) return shown(s:gsub(p, { a = 'X', b = 1, ab = false, [''] = '-' }, 2)) end\n"
  "function F.find_plain(s, p, i) return shown(s:find(p, i, true)) end\n"
  "function F.format(s, p, i, r) return s:format(p, i, r) end\n"
  "function F.format_integers(s, p, i) return s:format(i, i, i) end\n"
  "function F.format_floats(s, p, i) return s:format(i / 7, i * 1e10, -i / 3) end\n"
  "function F.format_quoted(s, p, i)\n"
  "  return ('%q %q %q %5s %-7.3s|%c'):format(s, i / 3, i, p:gsub('%z', ''), (s:gsub('%z', '')), 65 + i)\n"
  "end\n"
  "function F.text(s, p, i)\n"
  "  return shown(s:sub(i, #p - i), s:byte(i, i + 2)) .. s:reverse() .. s:upper() .. s:lower() .. s:rep(i, p)\n"
  "end\n"
  "function F.tonumber(s, p, i)\n"
  "  return shown(tonumber(s), tonumber(p), tonumber(s, 16), tonumber(p, i > 1 and i or 10))\n"
  "end\n"
  "function F.utf8(s, p, i)\n"
  "  return shown(utf8.len(s, 1, -1, i > 0), utf8.offset(p, i), utf8.codepoint(s, 1, -1))\n"
  "end\n"
  "function F.pack(s, p, i) return shown(string.unpack(p, string.pack(p, i, i, i))) end\n"
  "function F.table(s, p, i)\n"
  "  local t = {} for c in s:gmatch('.') do t[#t + 1] = c end\n"
  "  if #t > 0 then table.remove(t, i % #t + 1) end\n"
  "  table.insert(t, 1, 'z') table.move(t, 1, #t, i > 0 and i or 1) table.sort(t)\n"
  "  return shown(table.unpack(t)) .. table.concat(t, p, 1, #t)\n"
  "end\n"
  "function F.table_errors(s, p, i)\n"
  "  local t = { 1, 2, 3 } return shown(table.remove(t, i), table.concat(t, ',', i), select(i, 7, 8, 9))\n"
  "end\n"
  "function F.math(s, p, i)\n"
  "  return shown(math.floor(i / 3), math.fmod(i, 3), math.tointeger(s), math.abs(i), math.max(i, 2.5),\n"
  "    math.type(s), i // 3, i % 3, i / 3 // 1, 2 ^ i, i << 2, ~i, math.ult(i, 2))\n"
  "end\n"
  "return F";

typedef struct tokens {
  const char *const *list;
  size_t count, most;  // tokens in a text
} tokens;

#define TOKENS(name, ...) static const char *const name[] = {__VA_ARGS__}
#define UP_TO(most, name) {name, sizeof name / sizeof *name, most}

// An empty token stands for a zero byte.
TOKENS(words, "a", "b", "c", "ab", "x", "1", "2", " ", "(", ")", "[", "]", "\n", "A", "_", "-", ".", "\x80", "\xff",
       "\xC3\xA9", "", "%");
TOKENS(patterns, "a", "b", "c", ".", "%a", "%d", "%s", "%w", "%p", "%l", "%u", "%x", "%g", "%c", "%A", "%W", "[abc]",
       "[^a]", "[a-c]", "[%d_]", "[]]", "[^]]", "[a-]", "[-a]", "[%a-z]", "*", "+", "-", "?", "(", ")", "()", "%1",
       "%2", "%b()", "%bab", "%f[%w]", "%f[a]", "%f[^%w]", "^", "$", "%", "[", "]", "a*", "b-", ".-", ".*", "(a)",
       "(.)", "(.-)", "%%", "%.", "", "[^", "[a-%", "%z", "%b", "%f");
TOKENS(replacements, "x", "%0", "%1", "%2", "%%", "%", "y", "<", ">", "%3", "%9");
TOKENS(formats, "%d", "%5d", "%-5d", "%05d", "%+d", "% d", "%i", "%x", "%#x", "%X", "%o", "%c", "%s", "%10s", "%-10s",
       "%.2s", "%5.1s", "%q", "%g", "%.3f", "%10.2f", "%e", "%a", "%G", "%%", "x", "y", "%", "%z", "%5", "%.20d",
       "%123d", "%0-5d", "%#o", "%u", "%F", "%.f", "%5.d", "%+s", "%-c", "%.3c", "%ld", "%1.123f", "%A", "%-+ #0d",
       "%08.3d");
TOKENS(numbers, "1", "0x", "a", "f", "-", ".", "e", "5", " ", "9", "0", "p", "+", "\t", "z", "inf", "nan");
TOKENS(packings, "b", "B", "h", "H", "i4", "I2", "j", "<", "=", ">", "!", "x", "z", "s1", "d", "f", "n", "c3", "Xi4",
       "i17", " ");

typedef struct subject {
  const char *name;
  tokens first, second;
  uint32_t handle;
} subject;

static subject subjects[] = {
  {"find", UP_TO(12, words), UP_TO(7, patterns), 0},
  {"match", UP_TO(12, words), UP_TO(7, patterns), 0},
  {"gmatch", UP_TO(12, words), UP_TO(7, patterns), 0},
  {"gsub_text", UP_TO(12, words), UP_TO(7, patterns), 0},
  {"gsub_function", UP_TO(12, words), UP_TO(7, patterns), 0},
  {"gsub_table", UP_TO(12, words), UP_TO(7, patterns), 0},
  {"find_plain", UP_TO(12, words), UP_TO(3, words), 0},
  {"format", UP_TO(3, formats), UP_TO(4, words), 0},
  {"format_integers", UP_TO(3, formats), UP_TO(7, patterns), 0},
  {"format_floats", UP_TO(3, formats), UP_TO(7, patterns), 0},
  {"format_quoted", UP_TO(12, words), UP_TO(7, words), 0},
  {"text", UP_TO(12, words), UP_TO(7, patterns), 0},
  {"tonumber", UP_TO(12, numbers), UP_TO(7, numbers), 0},
  {"utf8", UP_TO(12, words), UP_TO(7, words), 0},
  {"pack", UP_TO(12, words), UP_TO(7, packings), 0},
  {"table", UP_TO(12, words), UP_TO(7, words), 0},
  {"table_errors", UP_TO(12, words), UP_TO(7, words), 0},
  {"math", UP_TO(4, numbers), UP_TO(2, words), 0},
};
enum { SUBJECTS = sizeof subjects / sizeof *subjects };

typedef struct text {
  char bytes[256];
  size_t length;
} text;

typedef struct arguments {
  text first, second, replacement;
  lua_Integer number;
} arguments;

static uint64_t seed = 12345;

static unsigned random_below(size_t n) {
  seed = seed * 6364136223846793005u + 1442695040888963407u;
  return (unsigned)((seed >> 33) % n);
}

static void generate(text *t, const tokens *from) {
  t->length = 0;
  for (unsigned left = random_below(from->most); left > 0; left--) {
    const char *token = from->list[random_below(from->count)];
    size_t length = *token ? strlen(token) : 1;
    memcpy(t->bytes + t->length, token, length);
    t->length += length;
  }
}

static arguments generate_arguments(const subject *s) {
  static const tokens replacement = UP_TO(4, replacements);
  arguments a;
  generate(&a.first, &s->first);
  generate(&a.second, &s->second);
  generate(&a.replacement, &replacement);
  a.number = (lua_Integer)random_below(9) - 3;
  return a;
}

// Leaves what it returned, or its message, on the stack, as text.
static int call_stock(lua_State *L, const subject *s, const arguments *a) {
  lua_settop(L, 1);
  lua_getfield(L, 1, s->name);
  lua_pushlstring(L, a->first.bytes, a->first.length);
  lua_pushlstring(L, a->second.bytes, a->second.length);
  lua_pushinteger(L, a->number);
  lua_pushlstring(L, a->replacement.bytes, a->replacement.length);
  int status = lua_pcall(L, 4, 1, 0);
  luaL_tolstring(L, -1, NULL);
  return status;
}

static clua_status call_ours(clua_evaluator *e, const subject *s, const arguments *a) {
  static packing first, second, number, replacement;
  first.length = second.length = number.length = replacement.length = 0;
  pack_bytes(&first, a->first.bytes, a->first.length);
  pack_bytes(&second, a->second.bytes, a->second.length);
  pack_integer(&number, a->number);
  pack_bytes(&replacement, a->replacement.bytes, a->replacement.length);
  clua_argument list[] = {packed(&first), packed(&second), packed(&number), packed(&replacement)};
  clua_begin(e, 0);
  return clua_call(e, s->handle, list, 4, 0, 1);
}

// A result that is not UTF-8 cannot come back (CLUA_RESULT): that stock Lua has one as well is all there is.
static bool agree(lua_State *L, int theirs, const clua_evaluator *e, clua_status ours) {
  size_t length;
  const char *wanted = lua_tolstring(L, -1, &length);
  if (ours == CLUA_RESULT) return theirs == LUA_OK;
  if (ours != CLUA_OK || theirs != LUA_OK) return ours == CLUA_RUNTIME && theirs != LUA_OK;
  const size_t head = 9 + 5;  // a list of one text
  clua_argument got = clua_result(e);
  return got.length == head + length && memcmp(got.bytes + head, wanted, length) == 0;
}

static void check_case(lua_State *L, clua_evaluator *e, const subject *s) {
  static char got[TEXT_CAPACITY];
  arguments a = generate_arguments(s);
  int theirs = call_stock(L, s, &a);
  clua_status ours = call_ours(e, s, &a);
  if (agree(L, theirs, e, ours)) {
    check(true, "%s", s->name);
    return;
  }
  write_ending(e, ours, got, sizeof got);
  check(false, "%s('%.*s', '%.*s', %lld, '%.*s')\n  stock %d %s\n  ours  %s", s->name, (int)a.first.length,
        a.first.bytes, (int)a.second.length, a.second.bytes, (long long)a.number, (int)a.replacement.length,
        a.replacement.bytes, theirs, lua_tostring(L, -1), got);
}

// Functions have handles in the order of their names, for records are read in that order.
static void find_handles(const clua_evaluator *e) {
  static char definition[TEXT_CAPACITY];
  char key[64];
  write_packed(clua_result(e), definition, sizeof definition);
  for (size_t i = 0; i < SUBJECTS; i++) {
    snprintf(key, sizeof key, "%s=fn%%u", subjects[i].name);
    for (const char *at = definition; at; at = strpbrk(at, ",")) {
      if (sscanf(++at, key, &subjects[i].handle) == 1) break;
    }
    check(subjects[i].handle > 0, "%s has no handle", subjects[i].name);
  }
}

void check_against_stock_lua(long cases) {
  clua_limits limits = standard_limits;
  limits.call_work = 10000000;
  clua_evaluator *e = create_evaluator(&limits);
  check(load_text(e, program, sizeof program - 1) == CLUA_OK, "%s", clua_last_error(e)->message);
  find_handles(e);
  lua_State *L = luaL_newstate();
  luaL_openlibs(L);
  check(luaL_dostring(L, program) == LUA_OK, "stock Lua takes the program");
  for (long i = 0; i < cases; i++) check_case(L, e, &subjects[i % SUBJECTS]);
  lua_close(L);
  clua_destroy(e);
}
