// The Nth allocation fails, for every N there is: it ends as "no memory", and the next decision is well.
#include <string.h>

#include "check.h"

static const char rules[] =
  "local c = require 'lib.a'\n"
  "return { function(d, f)\n"
  "  local t = {}\n"
  "  for k, v in pairs(d) do t[#t + 1] = k .. tostring(v) end\n"
  "  table.sort(t, function(a, b) return a < b end)\n"
  "  local s = table.concat(t, ','):gsub('%a', function(x) return x:upper() end)\n"
  "  refuse('a', { b = 1 })\n"
  "  for w in s:gmatch('%w+') do t[#t + 1] = w end\n"
  "  f.q = 1\n"
  "  return string.format('%s|%5d', s, #t + #string.pack('s4z', s, 'x')), d, f\n"
  "end }";

static clua_status load_rules(clua_evaluator *e) {
  static const char library[] = "local t = {} for i = 1, 50 do t[i] = { i } end return t";
  clua_source sources[] = {{"ops.lua", rules, sizeof rules - 1}, {"lib/a.lua", library, sizeof library - 1}};
  clua_status status = clua_describe(e, "absent");
  if (status != CLUA_OK) return status;
  return clua_load(e, sources, 2, 0);
}

static clua_status decide(clua_evaluator *e) {
  clua_begin(e, LEVEL_HOST);
  return call_plainly(e, 1, GROUP_CHECK, 4);
}

static void check_result(clua_evaluator *e, clua_status status, uint64_t n, const char *wanted) {
  static char got[TEXT_CAPACITY];
  write_ending(e, status, got, sizeof got);
  check(strcmp(got, wanted) == 0 && clua_records(e).length > 0, "after allocation %llu: %s",
        (unsigned long long)n, got);
}

// Returns false when there were fewer allocations than `n`.
static bool check_failure_at(uint64_t n, const char *wanted) {
  clua_limits limits = standard_limits;
  limits.fail_allocation_at = n;
  clua_evaluator *e = create_evaluator(&limits);
  if (!e) return true;
  clua_status status = load_rules(e);
  if (status != CLUA_OK) {
    check(status == CLUA_NO_MEMORY, "load with allocation %llu failing: %s", (unsigned long long)n,
          status_name(status));
    check(clua_begin(e, 0) == CLUA_USAGE, "what did not load decides nothing");
    clua_destroy(e);
    return true;
  }
  bool seen = false;
  for (int decision = 0; decision < 3; decision++) {
    uint64_t before = clua_spent(e).allocations;
    status = decide(e);
    bool now = before < n && n <= clua_spent(e).allocations;
    if (now && status == CLUA_NO_MEMORY) seen = true;
    else check_result(e, status, n, wanted);
  }
  bool reached = seen || clua_spent(e).allocations >= n;
  clua_destroy(e);
  return reached;
}

void check_allocation_failures(void) {
  static char wanted[TEXT_CAPACITY];
  clua_evaluator *e = create_evaluator(&standard_limits);
  check(load_rules(e) == CLUA_OK, "load");
  write_ending(e, decide(e), wanted, sizeof wanted);
  clua_destroy(e);
  uint64_t n = 2;
  while (check_failure_at(n, wanted)) n++;
  check(n > 100, "only %llu allocations were made to fail", (unsigned long long)n);
}
