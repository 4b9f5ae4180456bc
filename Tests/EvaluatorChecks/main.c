// Checks of the evaluator in C, on its own: what it does, that it agrees with stock Lua, and that it holds.
//
//   checks DIRECTORY_OF_ATTACKS [--attacks] [--cases N]
//
// The thread it all runs on has a stack as small as those of the host's worker threads.
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"

enum { STACK_BYTES = 512 * 1024 };

typedef struct options {
  const char *attacks;
  bool show_times;
  long cases;
} options;

static void *run(void *data) {
  const options *o = data;
  check_behaviour();
  check_loading();
  check_decisions();
  check_rewinding();
  check_compile_price();
  check_malformed_values();
  check_allocation_failures();
  check_probes();
  check_attacks(o->attacks, o->show_times);
  check_against_stock_lua(o->cases);
  return NULL;
}

int main(int count, char **arguments) {
  options o = {.attacks = count > 1 ? arguments[1] : "", .cases = 200000};
  for (int i = 2; i < count; i++) {
    if (strcmp(arguments[i], "--attacks") == 0) o.show_times = true;
    if (strcmp(arguments[i], "--cases") == 0 && i + 1 < count) o.cases = atol(arguments[i + 1]);
  }
  pthread_attr_t attributes;
  pthread_t thread;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, STACK_BYTES);
  if (pthread_create(&thread, &attributes, run, &o) != 0) return 1;
  pthread_join(thread, NULL);
  return report();
}
