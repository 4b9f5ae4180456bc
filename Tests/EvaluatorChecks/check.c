#include "check.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { MOST_SHOWN = 50 };

static size_t passed, failed;

void check(bool holds, const char *what, ...) {
  if (holds) {
    passed++;
    return;
  }
  if (failed++ >= MOST_SHOWN) return;
  va_list arguments;
  va_start(arguments, what);
  printf("FAILED ");
  vprintf(what, arguments);
  printf("\n");
  va_end(arguments);
}

void check_text(const char *what, const char *got, const char *wanted) {
  check(strcmp(got, wanted) == 0, "%s\n  got    %s\n  wanted %s", what, got, wanted);
}

int report(void) {
  printf("%zu passed, %zu failed\n", passed, failed);
  return failed > 0;
}

void write_ending(const clua_evaluator *e, clua_status status, char *text, size_t capacity) {
  const clua_error *error = clua_last_error(e);
  if (status == CLUA_OK) write_packed(clua_result(e), text, capacity);
  else snprintf(text, capacity, "!%s %s:%d %s", status_name(status), error->source, error->line, error->message);
}

clua_status call_plainly(clua_evaluator *e, uint32_t function, uint32_t groups, size_t max_results) {
  static _Thread_local packing draft, facts;
  pack_plain_draft(&draft);
  pack_plain_facts(&facts);
  clua_argument arguments[] = {packed(&draft), packed(&facts)};
  return clua_call(e, function, arguments, 2, groups, max_results);
}
