#include "timing.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { WARM_UP = 2000 };

static uint64_t nanoseconds_now(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
}

static int by_length(const void *a, const void *b) {
  uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
  return (x > y) - (x < y);
}

static uint64_t percentile(const uint64_t *sorted, size_t count, size_t thousandths) {
  return sorted[(count - 1) * thousandths / 1000];
}

static void print(uint64_t *each, size_t count, uint64_t total) {
  qsort(each, count, sizeof *each, by_length);
  printf("{\"decisionsPerSecond\":%.0f,\"p50ns\":%llu,\"p99ns\":%llu,\"p999ns\":%llu}\n",
         (double)count * 1e9 / (double)total, (unsigned long long)percentile(each, count, 500),
         (unsigned long long)percentile(each, count, 990), (unsigned long long)percentile(each, count, 999));
}

int time_decisions(decider decide, void *context, size_t count) {
  uint64_t *each = malloc((count ? count : 1) * sizeof *each);
  if (!each || count == 0) return 64;
  for (size_t i = 0; i < WARM_UP; i++) {
    if (!decide(context, i)) return 1;
  }
  uint64_t start = nanoseconds_now(), before = start;
  for (size_t i = 0; i < count; i++) {
    if (!decide(context, i)) return 1;
    uint64_t after = nanoseconds_now();
    each[i] = after - before;
    before = after;
  }
  print(each, count, before - start);
  free(each);
  return 0;
}
