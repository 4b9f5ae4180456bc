// Any bytes as draft and facts: the first byte says where one ends and the other begins.
//
// Besides not crashing: what is not a packed value is refused as that; what comes back can be read, and
// is the same when it is handed in again; and the next decision is unharmed.
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "host.h"

static const clua_limits limits = {
  .load_work = 100000, .call_work = 100000, .load_memory = 2 << 20, .call_memory = 2 << 20,
  .output = 64 << 10, .call_depth = 100, .result_depth = 16, .result_nodes = 2000,
};

enum { WALK = 1, SORT, GIVE_BACK, READ_SOME, PLAIN, FUNCTIONS };

// In the order of the handles above: functions are numbered as they are met, list positions ascending.
static const char program[] =
  "local function walk(v, o, depth)\n"
  "  if type(v) ~= 'table' then o[#o + 1] = type(v) .. tostring(v) return end\n"
  "  for k, x in pairs(v) do o[#o + 1] = tostring(k) if depth < 20 then walk(x, o, depth + 1) end end\n"
  "end\n"
  "return {\n"
  "  function(d, f) local o = {} walk(d, o, 1) walk(f, o, 1) return #table.concat(o, ',') end,\n"
  "  function(d, f) local o = {} for k in pairs(d) do o[#o + 1] = tostring(k) end table.sort(o)\n"
  "    d.added = #o d.party = nil return #o, next(f), #f end,\n"
  "  function(d, f) return { d = d, f = f } end,\n"
  "  function(d, f) local s = d.name if type(s) == 'string' then refuse('a', s:upper(), #s)\n"
  "      s = s:gsub('%a+', '<%0>') end return s, d.party, f.load, d.name, f[1], f.name end,\n"
  "  function(d, f) return d.party, f.service.key end,\n"
  "}\n";

static clua_evaluator *evaluator;
static packing draft, facts;

static void prepare(void) {
  evaluator = create_evaluator(&limits);
  if (!evaluator || load_text(evaluator, program, strlen(program)) != CLUA_OK) abort();
  pack_plain_draft(&draft);
  pack_plain_facts(&facts);
}

// A copy that ends where its memory ends, so that reading beyond it is seen.
static clua_argument exact_copy(const uint8_t *data, size_t length) {
  uint8_t *copy = malloc(length ? length : 1);
  if (!copy) abort();
  if (length) memcpy(copy, data, length);
  return (clua_argument){copy, length};
}

static clua_status call(uint32_t function, const clua_argument *arguments) {
  clua_begin(evaluator, LEVEL_HOST);
  clua_status status = clua_call(evaluator, function, arguments, 2, GROUP_CHECK, 8);
  if (status == CLUA_NO_MEMORY || status == CLUA_SYNTAX) abort();
  if (status == CLUA_OK && !is_packed(clua_result(evaluator))) abort();
  return status;
}

// The record {d=…,f=…} that the last call returned, within a list of one.
static clua_argument given_back(void) {
  const size_t head = 9;
  clua_argument result = clua_result(evaluator);
  return (clua_argument){result.bytes + head, result.length - head};
}

// Given back, and handed in again, a value is what it was.
static void check_round_trip(const clua_argument *arguments) {
  if (call(GIVE_BACK, arguments) != CLUA_OK) return;
  clua_argument first = exact_copy(given_back().bytes, given_back().length);
  clua_argument again[] = {first, first};
  if (call(GIVE_BACK, again) == CLUA_OK) {
    const size_t head = 9, key = 3;
    clua_argument second = given_back();
    if (second.length != head + 2 * (key + first.length)) abort();
    if (memcmp(second.bytes + head + key, first.bytes, first.length) != 0) abort();
  }
  free((void *)first.bytes);
}

static void check_unharmed(void) {
  char text[64];
  clua_argument plain[] = {packed(&draft), packed(&facts)};
  if (call(PLAIN, plain) != CLUA_OK) abort();
  write_packed(clua_result(evaluator), text, sizeof text);
  if (strcmp(text, "[4,\"dinner\"]") != 0) abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  if (!evaluator) prepare();
  if (size == 0) return 0;
  size_t first = data[0] < size - 1 ? data[0] : size - 1;
  clua_argument arguments[] = {exact_copy(data + 1, first), exact_copy(data + 1 + first, size - 1 - first)};
  for (uint32_t function = 1; function < FUNCTIONS; function++) call(function, arguments);
  check_round_trip(arguments);
  check_unharmed();
  free((void *)arguments[0].bytes);
  free((void *)arguments[1].bytes);
  return 0;
}
