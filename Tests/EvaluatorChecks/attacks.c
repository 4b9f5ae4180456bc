// Each file of Tests/BookingHostTests/Sandbox/Attacks, as the evaluator alone sees it: how it ends, that it
// ends so again, and that the next decision is well. A file says its end in its first line:
//   -- expect: limit_work|limit_memory
// "judged by the host" in its third says that the evaluator takes it, and the host refuses the value.
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "check.h"

enum { MAX_ATTACKS = 1000, MAX_SOURCE = 256 * 1024, SHOWN = 10 };

typedef struct attack {
  char name[256];
  char ending[32];
  uint32_t check;
  double milliseconds;
} attack;

static attack attacks[MAX_ATTACKS];
static size_t attack_count;

static double milliseconds_now(void) {
  struct timespec now;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static size_t read_file(const char *directory, const char *name, char *text) {
  char path[512];
  snprintf(path, sizeof path, "%s/%s", directory, name);
  FILE *f = fopen(path, "rb");
  if (!f) return 0;
  size_t length = fread(text, 1, MAX_SOURCE, f);
  fclose(f);
  text[length] = '\0';
  return length;
}

// Whether `ending` is among the alternatives of the first line.
static bool is_expected(const char *text, const char *ending) {
  static const char start[] = "-- expect: ";
  char line[256];
  if (strncmp(text, start, sizeof start - 1) != 0) return false;
  size_t length = strcspn(text + sizeof start - 1, "\n");
  snprintf(line, sizeof line, "%.*s", (int)length, text + sizeof start - 1);
  for (char *word = strtok(line, "|"); word; word = strtok(NULL, "|")) {
    if (strcmp(word, ending) == 0) return true;
  }
  return false;
}

static const char *ending_of_load(clua_status status) {
  return status == CLUA_RUNTIME || status == CLUA_RESULT ? "refused_at_load" : status_name(status);
}

// The handle of the mode's `check`, which alone may record findings; 0 if it has none.
static uint32_t check_function(const clua_evaluator *e) {
  static char definition[TEXT_CAPACITY];
  write_packed(clua_result(e), definition, sizeof definition);
  const char *at = strstr(definition, "check=fn");
  return at ? (uint32_t)strtoul(at + 8, NULL, 10) : 0;
}

// Calls every function the mode has, as a decision would, until one fails.
static const char *decide(clua_evaluator *e, uint32_t check) {
  clua_begin(e, LEVEL_HOST);
  for (uint32_t function = 1;; function++) {
    bool is_check = function == check;
    clua_status status = call_plainly(e, function, is_check ? GROUP_CHECK : 0, is_check ? 0 : 1);
    if (status == CLUA_USAGE) return "harmless";
    if (status != CLUA_OK) return status_name(status);
  }
}

static const char *run(clua_evaluator *e, attack *a, const char *text, size_t length) {
  clua_source source = {a->name, text, length};
  clua_status status = clua_load(e, &source, 1, 0);
  if (status != CLUA_OK) return ending_of_load(status);
  a->check = check_function(e);
  return decide(e, a->check);
}

// A mode without functions that is no table is the host's to refuse.
static bool is_left_to_host(const char *text, const char *ending) {
  return strcmp(ending, "harmless") == 0 &&
         (strstr(text, "-- judged by the host") || is_expected(text, "refused_at_load"));
}

static void check_repeats(clua_evaluator *e, const attack *a) {
  char message[512];
  if (clua_begin(e, LEVEL_HOST) != CLUA_OK) return;  // it did not load
  decide(e, a->check);
  uint64_t work = clua_spent(e).work;
  strcpy(message, clua_last_error(e)->message);
  const char *again = decide(e, a->check);
  check(strcmp(again, a->ending) == 0 && clua_spent(e).work == work &&
          strcmp(message, clua_last_error(e)->message) == 0,
        "%s ends otherwise the next time: %s", a->name, again);
}

static void check_attack(const char *directory, const char *name) {
  static char text[MAX_SOURCE + 1];
  attack *a = &attacks[attack_count++];
  size_t length = read_file(directory, name, text);
  snprintf(a->name, sizeof a->name, "%s", name);
  double start = milliseconds_now();
  clua_evaluator *e = create_evaluator(&standard_limits);
  snprintf(a->ending, sizeof a->ending, "%s", run(e, a, text, length));
  a->milliseconds = milliseconds_now() - start;
  const clua_error *error = clua_last_error(e);
  check(is_expected(text, a->ending) || is_left_to_host(text, a->ending), "%s: %s (%s:%d %s)", name, a->ending,
        error->source, error->line, error->message);
  bool names_line = error->line > 0 && strcmp(error->source, name) == 0;
  check(strncmp(a->ending, "limit", 5) != 0 || names_line, "%s: the limit has no place", name);
  check_repeats(e, a);
  clua_destroy(e);
}

static int by_time(const void *a, const void *b) {
  double x = ((const attack *)a)->milliseconds, y = ((const attack *)b)->milliseconds;
  return (x < y) - (x > y);
}

static void print_slowest(void) {
  qsort(attacks, attack_count, sizeof *attacks, by_time);
  printf("the slowest of %zu attacks, in ms of processor time:\n", attack_count);
  for (size_t i = 0; i < attack_count && i < SHOWN; i++) {
    printf("%8.1f  %-46s %s\n", attacks[i].milliseconds, attacks[i].name, attacks[i].ending);
  }
}

void check_attacks(const char *directory, bool show_times) {
  DIR *entries = opendir(directory);
  check(entries != NULL, "%s cannot be read", directory);
  if (!entries) return;
  for (struct dirent *entry; (entry = readdir(entries)) && attack_count < MAX_ATTACKS;) {
    size_t length = strlen(entry->d_name);
    if (length > 4 && strcmp(entry->d_name + length - 4, ".lua") == 0) check_attack(directory, entry->d_name);
  }
  closedir(entries);
  check(attack_count > 100, "only %zu attacks were found", attack_count);
  if (show_times) print_slowest();
}
