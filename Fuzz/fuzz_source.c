// Any bytes as a rule file: load it, and if it loads, call every function in it.
//
// Besides not crashing: the same call ends the same way twice, whatever it came to, having spent the same;
// and what it returned, recorded and showed to probes can be read.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "host.h"

enum { MAX_FUNCTIONS = 8, PROBES = 8 };

// Small, so that an input takes milliseconds at most; the limits themselves are what is tried.
static const clua_limits limits = {
  .load_work = 100000, .call_work = 30000, .load_memory = 2 << 20, .call_memory = 1 << 20,
  .output = 32 << 10, .call_depth = 100, .result_depth = 8, .result_nodes = 500,
};

typedef struct ending {
  clua_status status;
  uint64_t work;
  int line;
  char message[512];
  uint64_t result, records, seen;
} ending;

static uint64_t digest(clua_argument bytes) {
  uint64_t hash = 14695981039346656037u;
  for (size_t i = 0; i < bytes.length; i++) hash = (hash ^ bytes.bytes[i]) * 1099511628211u;
  return hash;
}

static ending decide(clua_evaluator *e, uint32_t function, const clua_argument *arguments) {
  clua_begin(e, LEVEL_HOST);
  ending end = {.status = clua_call(e, function, arguments, 2, GROUP_CHECK | GROUP_EFFECTS, 4)};
  const clua_error *error = clua_last_error(e);
  if (end.status == CLUA_USAGE || end.status == CLUA_NO_MEMORY) abort();
  if (end.status == CLUA_OK && !is_packed(clua_result(e))) abort();
  end.work = clua_spent(e).work;
  end.line = end.status ? error->line : 0;
  if (end.status) strcpy(end.message, error->message);
  end.result = digest(clua_result(e));
  end.records = digest(clua_records(e));
  for (uint32_t i = 0; i < PROBES; i++) {
    clua_argument seen = clua_probe_value(e, i);
    if (seen.length > 0 && !is_packed(seen)) abort();
    end.seen += clua_probe_counts(e)[i] * (digest(seen) | 1);
  }
  return end;
}

static void call_all(clua_evaluator *e, const clua_argument *arguments) {
  for (uint32_t function = 1; function <= MAX_FUNCTIONS; function++) {
    clua_begin(e, LEVEL_HOST);
    if (clua_call(e, function, arguments, 2, 0, 0) == CLUA_USAGE) return;  // there are no more
    ending first = decide(e, function, arguments), second = decide(e, function, arguments);
    if (memcmp(&first, &second, sizeof first) != 0) {
      fprintf(stderr, "function %u: %s, then %s\n", function, first.message, second.message);
      abort();
    }
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static packing draft, facts;
  if (draft.length == 0) {
    pack_plain_draft(&draft);
    pack_plain_facts(&facts);
  }
  clua_argument arguments[] = {packed(&draft), packed(&facts)};
  clua_evaluator *e = create_evaluator(&limits);
  if (!e || clua_set_probes(e, PROBES) != CLUA_OK) abort();
  if (size % 4 == 0 && clua_describe(e, "absent") != CLUA_OK) abort();
  clua_status status = load_text(e, (const char *)data, size);
  if (status == CLUA_OK) {
    if (!is_packed(clua_result(e))) abort();
    call_all(e, arguments);
  } else if (status == CLUA_USAGE || clua_begin(e, 0) != CLUA_USAGE) {
    abort();  // a file that does not load leaves nothing to call
  }
  clua_destroy(e);
  return 0;
}
