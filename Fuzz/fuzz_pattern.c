// Any pattern and subject through find, match, gmatch and gsub, compared with stock Lua's.
//
// Input: a byte for the start position, a byte for the pattern's length, the pattern, the subject; what
// is left of the pattern's first bytes serves as the replacement. Stock Lua hangs on what backtracks, so
// it is only asked where pattern and subject are short and few items repeat; ours must end by itself
// on everything.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <lua5.4/lauxlib.h>
#include <lua5.4/lualib.h>

#include "host.h"

static const clua_limits limits = {
  .load_work = 1000000, .call_work = 400000, .load_memory = 2 << 20, .call_memory = 8 << 20,
  .output = 256 << 10, .call_depth = 100, .result_depth = 4, .result_nodes = 100,
};

enum { FUNCTIONS = 5, MOST_PATTERN = 32, MOST_SUBJECT = 64, MOST_REPEATS = 3 };

// Results are written in hexadecimal digits, because what the evaluator returns has to be UTF-8.
static const char program[] =
  "local format, byte = string.format, string.byte\n"
  "local function shown(...)\n"
  "  local o = {}\n"
  "  for i = 1, select('#', ...) do\n"
  "    local v = select(i, ...)\n"
  "    if type(v) == 'string' then\n"
  "      for j = 1, #v do o[#o + 1] = format('%02x', byte(v, j)) end\n"
  "    else o[#o + 1] = tostring(v) end\n"
  "    o[#o + 1] = '|'\n"
  "  end\n"
  "  return table.concat(o)\n"
  "end\n"
  "return {\n"
  "  function(s, p, i) return shown(s:find(p, i)) end,\n"
  "  function(s, p, i) return shown(s:match(p, i)) end,\n"
  "  function(s, p, i) local o = {} for a, b, c in s:gmatch(p, i) do o[#o + 1] = shown(a, b, c) end\n"
  "    return table.concat(o, ';') end,\n"
  "  function(s, p, i, r) return shown(s:gsub(p, r, i > 4 and i or nil)) end,\n"
  "  function(s, p, i) return shown(s:gsub(p, function(...) return select('#', ...) > 1 and (...) end)) end,\n"
  "}\n";

static clua_evaluator *evaluator;
static lua_State *stock;

static void prepare(void) {
  evaluator = create_evaluator(&limits);
  if (!evaluator || load_text(evaluator, program, strlen(program)) != CLUA_OK) abort();
  stock = luaL_newstate();
  luaL_openlibs(stock);
  if (luaL_dostring(stock, program) != LUA_OK) abort();
}

typedef struct input {
  const char *subject, *pattern;
  size_t subject_length, pattern_length, replacement_length;  // the replacement is how the pattern begins
  lua_Integer start;
} input;

static bool stock_would_end(const input *in) {
  size_t repeats = 0;
  for (size_t i = 0; i < in->pattern_length; i++) repeats += memchr("*+-?", in->pattern[i], 4) != NULL;
  return in->pattern_length <= MOST_PATTERN && in->subject_length <= MOST_SUBJECT && repeats <= MOST_REPEATS;
}

// Leaves what stock Lua returned, or its message, on its stack.
static int ask_stock(const input *in, int function) {
  lua_settop(stock, 1);
  lua_rawgeti(stock, 1, function);
  lua_pushlstring(stock, in->subject, in->subject_length);
  lua_pushlstring(stock, in->pattern, in->pattern_length);
  lua_pushinteger(stock, in->start);
  lua_pushlstring(stock, in->pattern, in->replacement_length);
  return lua_pcall(stock, 4, 1, 0);
}

static clua_status ask_ours(const input *in, int function) {
  static packing subject, pattern, start, replacement;
  subject.length = pattern.length = start.length = replacement.length = 0;
  pack_bytes(&subject, in->subject, in->subject_length);
  pack_bytes(&pattern, in->pattern, in->pattern_length);
  pack_integer(&start, in->start);
  pack_bytes(&replacement, in->pattern, in->replacement_length);
  clua_argument arguments[] = {packed(&subject), packed(&pattern), packed(&start), packed(&replacement)};
  clua_begin(evaluator, 0);
  return clua_call(evaluator, (uint32_t)function, arguments, 4, 0, 1);
}

static _Noreturn void disagree(const input *in, int function, const char *theirs, const char *ours) {
  fprintf(stderr, "function %d, pattern '%.*s', subject '%.*s', start %lld\n stock: %s\n ours:  %s\n", function,
          (int)in->pattern_length, in->pattern, (int)in->subject_length, in->subject,
          (long long)in->start, theirs, ours);
  abort();
}

// Stock Lua's message begins with a place, ours does not.
static bool says_the_same(const char *theirs, const char *ours) {
  size_t length = strlen(theirs), tail = strlen(ours);
  return length >= tail && strcmp(theirs + length - tail, ours) == 0;
}

static void compare(const input *in, int function) {
  size_t length;
  clua_status status = ask_ours(in, function);
  if (!stock_would_end(in) || status >= CLUA_LIMIT_WORK) return;
  bool raised = ask_stock(in, function) != LUA_OK;
  const char *theirs = luaL_tolstring(stock, -1, &length);
  const char *message = clua_last_error(evaluator)->message;
  if (raised != (status != CLUA_OK)) disagree(in, function, theirs, status ? message : "no error");
  if (raised) {
    if (!says_the_same(theirs, message)) disagree(in, function, theirs, message);
    return;
  }
  clua_argument result = clua_result(evaluator);
  const size_t head = 9 + 5;  // a list of one text
  bool same = result.length == head + length && memcmp(result.bytes + head, theirs, length) == 0;
  if (!same) disagree(in, function, theirs, "another result");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  if (!evaluator) prepare();
  if (size < 2 || size > 4096) return 0;
  const char *text = (const char *)data + 2;
  size_t left = size - 2, pattern = data[1] < left ? data[1] : left;
  input in = {text + pattern, text, left - pattern, pattern, pattern < 3 ? pattern : 3, (data[0] & 15) - 5};
  for (int function = 1; function <= FUNCTIONS; function++) compare(&in, function);
  return 0;
}
