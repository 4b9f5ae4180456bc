// Evaluators on several threads at once, an attack on one while others decide: made to run under TSan.
#include <pthread.h>
#include <string.h>

#include "check.h"

enum { THREADS = 4, EVALUATORS = 10, DECISIONS = 100 };

static const char rules[] =
  "return { function(d) local t = {} for i = 1, 100 do t[i] = ('x'):rep(i) end\n"
  "  table.sort(t) return d.party, #table.concat(t) end,\n"
  "  function() while true do end end }";

// Returns how many calls did not end as they should.
static size_t decide_often(clua_evaluator *e) {
  char text[64];
  size_t wrong = 0;
  for (int i = 0; i < DECISIONS; i++) {
    clua_begin(e, LEVEL_HOST);
    write_ending(e, call_plainly(e, 1, 0, 2), text, sizeof text);
    wrong += strcmp(text, "[4,5050]") != 0;
    if (i % 10 == 0) wrong += call_plainly(e, 2, 0, 0) != CLUA_LIMIT_WORK;
  }
  return wrong;
}

static void *work(void *wrong) {
  for (int i = 0; i < EVALUATORS; i++) {
    clua_evaluator *e = create_evaluator(&standard_limits);
    if (load_text(e, rules, sizeof rules - 1) != CLUA_OK) ++*(size_t *)wrong;
    *(size_t *)wrong += decide_often(e);
    clua_destroy(e);
  }
  return NULL;
}

int main(void) {
  pthread_t threads[THREADS];
  size_t wrong[THREADS] = {0};
  for (int i = 0; i < THREADS; i++) pthread_create(&threads[i], NULL, work, &wrong[i]);
  for (int i = 0; i < THREADS; i++) {
    pthread_join(threads[i], NULL);
    check(wrong[i] == 0, "thread %d: %zu calls ended otherwise", i, wrong[i]);
  }
  return report();
}
