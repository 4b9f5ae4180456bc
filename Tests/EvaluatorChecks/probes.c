// Probes: what an instrumented program says of itself, and that no other program can.
#include <stdio.h>
#include <string.h>

#include "check.h"

enum { PROBES = 8 };

static clua_evaluator *load(const char *text, uint32_t probes) {
  clua_evaluator *e = create_evaluator(&standard_limits);
  if (probes > 0) check(clua_set_probes(e, probes) == CLUA_OK, "setting probes");
  clua_status status = load_text(e, text, strlen(text));
  check(status == CLUA_OK, "loading: %s", clua_last_error(e)->message);
  return e;
}

// Calls a function and writes how it ended, then each probe that was visited as " id*visits=value".
static const char *trace_of(clua_evaluator *e, uint32_t function) {
  static char text[TEXT_CAPACITY];
  clua_begin(e, LEVEL_HOST);
  write_ending(e, call_plainly(e, function, GROUP_CHECK, 8), text, sizeof text);
  for (uint32_t i = 0; i < PROBES; i++) {
    size_t used = strlen(text);
    clua_argument value = clua_probe_value(e, i);
    if (clua_probe_counts(e)[i] == 0) continue;
    snprintf(text + used, sizeof text - used, " %u*%u=", i, clua_probe_counts(e)[i]);
    if (value.length > 0) write_packed(value, text + strlen(text), sizeof text - strlen(text));
  }
  return text;
}

static void check_visits_and_values(void) {
  clua_evaluator *e = load(
    "__reached(0) __seen(1, 'loading')\n"
    "local function three() return 1, 2, 3 end\n"
    "return { function(draft)\n"
    "  __reached(0)\n"
    "  for i = 1, 3 do __reached(1) local x = __seen(2, i) end\n"
    "  return __seen(3, three()), __seen(4, draft.party) + 1, (__seen(5)), __seen(6, three())\n"
    "end, function(draft)\n"
    "  __seen(0, draft) __seen(1, three) __seen(2, 2.5) __seen(3, true) __seen(4, nil) __seen(5, 'é')\n"
    "  return __seen(7, false)\n"
    "end, function() return draft.party end }",
    PROBES);
  const char *first = "[1,5,nil,1,2,3] 0*1= 1*3= 2*3=3 3*1=1 4*1=4 5*1=nil 6*1=1";
  check_text("visits, last values, and all values returned", trace_of(e, 1), first);
  check_text("the second decision counts from nothing", trace_of(e, 1), first);
  check_text("values of every kind", trace_of(e, 2),
             "[false] 0*1={} 1*1=fn0@:0 2*1=2.5 3*1=true 4*1=nil 5*1=\"é\" 7*1=false");
  clua_destroy(e);
}

static void check_long_texts(void) {
  clua_evaluator *e = load(
    "return { function()\n"
    "  local s = __seen(0, ('x'):rep(80)) s = __seen(1, s .. 'y') __seen(2, ('x'):rep(76) .. 'éé')\n"
    "  __seen(3, ('é'):rep(40)) __seen(4, ('\\255'):rep(100)) __seen(5, 'x' .. ('€'):rep(30)) return #s\n"
    "end }",
    PROBES);
  trace_of(e, 1);
  const size_t lengths[] = {85, 85, 85, 85, 85, 84};
  for (uint32_t i = 0; i < 6; i++) {
    clua_argument value = clua_probe_value(e, i);
    check(value.length == lengths[i], "text %u takes %zu bytes", i, value.length);
    check(value.length - 5 == value.bytes[1], "text %u says its length", i);
  }
  check(memcmp(clua_probe_value(e, 5).bytes + 81, "\xE2\x80\xA6", 3) == 0, "what was cut ends in an ellipsis");
  clua_destroy(e);
}

// A probe that is not there, or a number that is none, counts nothing and hurts nobody.
static void check_wild_calls(void) {
  clua_evaluator *e = load(
    "return { function()\n"
    "  __reached() __reached(-1) __reached(8) __reached(1e300) __reached('1') __reached({}) __seen()\n"
    "  return __seen(99, 1, 2), __seen({}, 3)\n"
    "end, function() while true do __reached(0) end end,\n"
    "function() __reached(2) local x = nil + 1 end, function() __reached = 1 end }",
    PROBES);
  check_text("wild calls", trace_of(e, 1), "[1,3]");
  check(strncmp(trace_of(e, 2), "!limit_work ops.lua:4 ", 22) == 0, "probes cost work: %s", trace_of(e, 2));
  check_text("what ran before an error is told", trace_of(e, 3),
             "!runtime ops.lua:5 attempt to perform arithmetic on a nil value 2*1=");
  check_text("they cannot be replaced", trace_of(e, 4),
             "!runtime ops.lua:5 '__reached' cannot be replaced: write `local __reached = ...` to use the name");
  clua_destroy(e);
}

static void check_setting_probes(void) {
  clua_evaluator *e = load("return { function() return __reached, __seen end }", 0);
  char text[64];
  clua_begin(e, 0);
  write_ending(e, call_plainly(e, 1, 0, 2), text, sizeof text);
  check_text("without probes the two names are nothing", text, "[nil,nil]");
  check(clua_probe_counts(e) == NULL && clua_probe_value(e, 0).length == 0, "and there is nothing to read");
  check(clua_set_probes(e, 1) == CLUA_USAGE, "probes come before the load");
  clua_destroy(e);
  e = create_evaluator(&standard_limits);
  check(clua_set_probes(e, 0) == CLUA_USAGE, "none are no probes");
  check(clua_set_probes(e, CLUA_MAX_PROBES + 1) == CLUA_USAGE, "their number is bounded");
  check(clua_set_probes(e, CLUA_MAX_PROBES) == CLUA_OK, "up to the bound");
  check(clua_set_probes(e, 1) == CLUA_USAGE, "and set once");
  check(clua_probe_value(e, UINT32_MAX).length == 0, "a probe that is not there has seen nothing");
  clua_destroy(e);
}

static void check_probes_without_memory(void) {
  clua_evaluator *e = create_evaluator(&standard_limits);
  uint64_t before = clua_spent(e).allocations;
  clua_destroy(e);
  bool ended = false;
  for (uint64_t n = before + 1; !ended; n++) {
    clua_limits limits = standard_limits;
    limits.fail_allocation_at = n;
    e = create_evaluator(&limits);
    clua_status status = clua_set_probes(e, PROBES);
    ended = status == CLUA_OK;
    check(ended || status == CLUA_NO_MEMORY, "allocation %llu: %s", (unsigned long long)n, status_name(status));
    clua_destroy(e);
  }
}

void check_probes(void) {
  check_visits_and_values();
  check_long_texts();
  check_wild_calls();
  check_setting_probes();
  check_probes_without_memory();
}
