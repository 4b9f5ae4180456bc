// Arguments that are not what they say: every prefix of one, and thousands with bytes changed.
#include <stdlib.h>
#include <string.h>

#include "check.h"

enum { CHANGED_CASES = 20000, CHANGES = 3 };

static uint64_t seed = 88172645463325252u;

static uint64_t next_random(void) {
  seed ^= seed << 13;
  seed ^= seed >> 7;
  return seed ^= seed << 17;
}

// The argument is copied to where its memory ends, so that a sanitizer sees what reads beyond it.
static clua_status call_with(clua_evaluator *e, const uint8_t *bytes, size_t length) {
  uint8_t *copy = malloc(length ? length : 1);
  memcpy(copy, bytes, length);
  clua_argument argument = {copy, length};
  clua_begin(e, 0);
  clua_status status = clua_call(e, 1, &argument, 1, 0, 1);
  free(copy);
  return status;
}

void check_malformed_values(void) {
  static const char text[] = "return { function(d) local n = 0 for k in pairs(d) do n = n + 1 end return n end }";
  packing facts;
  pack_plain_facts(&facts);
  clua_evaluator *e = create_evaluator(&standard_limits);
  check(load_text(e, text, sizeof text - 1) == CLUA_OK, "load");
  for (size_t n = 0; n < facts.length; n++) {
    check(call_with(e, facts.bytes, n) == CLUA_USAGE, "the first %zu bytes of a value are refused", n);
  }
  for (int i = 0; i < CHANGED_CASES; i++) {
    packing changed = facts;
    for (int j = 0; j < CHANGES; j++) changed.bytes[next_random() % facts.length] = (uint8_t)next_random();
    clua_status status = call_with(e, changed.bytes, changed.length);
    check(status != CLUA_NO_MEMORY && status != CLUA_SYNTAX, "changed value %d: %s", i, status_name(status));
  }
  check(call_with(e, facts.bytes, facts.length) == CLUA_OK, "and a good one is taken afterwards");
  clua_destroy(e);
}
