// What a decision may do to the state, and that the next finds nothing of it.
//
// The checks are compiled with CLUA_CHECKS: a decision that changes what is not put back ends them.
#include <stdio.h>
#include <string.h>

#include "check.h"

// `returned` is what a file returns after `before`: a function, called in each of several decisions.
typedef struct rewinding {
  const char *before, *body, *ending;
} rewinding;

static const rewinding cases[] = {
  // Lua's table of strings grows, and chains the strings that were there before anew.
  {"local words = { 'alpha', 'beta', 'gamma' }",
   "local t = {} for i = 1, 3000 do t[i] = 'made ' .. i end\n"
   "return #t, words[1] .. words[2], t[3000], draft.party, string.format('%s', 'gamma') == words[3]",
   "[3000,\"alphabeta\",\"made 3000\",4,true]"},
  // An allocation is refused, and Lua collects garbage.
  {"", "local s = 'x' while true do s = s .. s end", "!limit_memory ops.lua:2 the rule uses too much memory"},
  {"", "return ('x'):rep(9e6)", "!limit_memory ops.lua:2 the rule uses too much memory"},
  {"", "local t = {} for i = 1, 1e6 do t[i] = { i } end",
   "!limit_work ops.lua:2 the rule takes too long: its budget of work is spent"},
  // A long text notes its hash when it is first a key.
  {"local key = ('long '):rep(20)",
   "local t = { [key] = 1 } t['another text of more than forty letters, here'] = 2\n"
   "return t[key], t['another text of more than forty letters, here']",
   "[1,2]"},
  // Whatever was made while loading: tables, captured variables, functions with a state.
  {"local kept, n = { list = { 1, 2 } }, 0",
   "n = n + 1 kept.list[#kept.list + 1] = n kept[n] = kept kept.list.name = 'x'\n"
   "return n, #kept.list, #kept",
   "[1,3,1]"},
  {"local step, list, key = pairs{ a = 1, b = 2, c = 3 }",
   "local first = step(list, key) return first, (step(list, first))", "[\"a\",\"b\"]"},
  {"local words = ('one two three'):gmatch('%a+')", "return words(), words()", "[\"one\",\"two\"]"},
  {"local words = ('one two three'):gmatch('%a+') words()", "return words(), words()", "[\"two\",\"three\"]"},
  {"local counter = (function() local n = 5 return function() n = n + 1 return n end end)()",
   "return counter(), counter()", "[6,7]"},
  {"local t = { 3, 1, 2 }", "table.sort(t) table.insert(t, 4) table.remove(t, 1) return t", "[[2,3,4]]"},
  // The library is only read, in whatever way.
  {"", "local n = 0 for name in pairs(string) do n = n + #name end for name in pairs(math) do n = n + 1 end\n"
   "return n > 100, next(utf8), #table, #string, table.unpack(math), string == string, math ~= utf8",
   "[true,\"char\",0,0,nil,true,true]"},
  {"local s = string", "return s.rep('x', 3), s.len('abc'), ('abc'):len(), s.nosuch", "[\"xxx\",3,3,nil]"},
  // An error in the middle of things.
  {"local t = { 1, 2, 3 }", "t[1] = nil t.x = t; ('abc'):gsub('.', function(c) t[c] = c error(c) end)",
   "!runtime ops.lua:2 a"},
};

static void check_case(const rewinding *r) {
  static char source[4096], got[TEXT_CAPACITY];
  snprintf(source, sizeof source, "%s\nreturn { function(draft, facts) %s end }", r->before, r->body);
  clua_evaluator *e = create_evaluator(&standard_limits);
  check(load_text(e, source, strlen(source)) == CLUA_OK, "loading: %s", clua_last_error(e)->message);
  uint64_t work = 0;
  for (int decision = 0; decision < 3; decision++) {
    clua_begin(e, LEVEL_HOST);
    write_ending(e, call_plainly(e, 1, GROUP_CHECK, 8), got, sizeof got);
    check_text(r->body, got, r->ending);
    if (decision == 0) work = clua_spent(e).work;
    check(clua_spent(e).work == work, "decision %d spends otherwise than the first: %s", decision, r->body);
  }
  clua_begin(e, LEVEL_HOST);  // puts back what the last one did
  clua_destroy(e);
}

// The collector may move the stack while a file is compiled, into the midst of what is not put back: here a
// large one, after a file that calls deep requires one that takes long to compile.
static void check_stack_moved_by_compiler(void) {
  static char library[64 * 1024];
  static const char entry[] =
    "local function deep(n) return n == 0 and 0 or 1 + deep(n - 1) end\n"
    "local n, library = deep(150), require 'lib.large'\n"
    "return { function(draft) n = n + 1 return n + #library, deep(100) + draft.party end }";
  size_t length = 0;
  for (int i = 0; i < 1500; i++) {
    length += (size_t)snprintf(library + length, sizeof library - length, "do local function f() end end ");
  }
  length += (size_t)snprintf(library + length, sizeof library - length, "return { 1 }");
  clua_source sources[] = {{"ops.lua", entry, sizeof entry - 1}, {"lib/large.lua", library, length}};
  clua_evaluator *e = create_evaluator(&standard_limits);
  check(clua_load(e, sources, 2, 0) == CLUA_OK, "loading: %s", clua_last_error(e)->message);
  for (int decision = 0; decision < 3; decision++) {
    char got[256];
    clua_begin(e, 0);
    write_ending(e, call_plainly(e, 1, 0, 2), got, sizeof got);
    check_text("after a file that takes long to compile", got, "[152,104]");
  }
  clua_begin(e, 0);
  clua_destroy(e);
}

void check_rewinding(void) {
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) check_case(&cases[i]);
  check_stack_moved_by_compiler();
}
