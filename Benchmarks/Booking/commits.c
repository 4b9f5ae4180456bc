// How many bookings a bare loop commits: the rows that one booking of host-cli left in STORE, again and again under
// new ids, one booking a transaction, on the disk (WAL, synchronous = FULL) before the next begins. Nothing is
// checked or decided, nobody else has the file open, statements are prepared once.
//
//   commits STORE SECONDS      prints one line of JSON
#include <sqlite3.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "rows.h"

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static int by_length(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

static void run(sqlite3 *db, const char *sql) {
  if (sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK) return;
  fprintf(stderr, "%s: %s\n", sql, sqlite3_errmsg(db));
  exit(1);
}

// As the program has them: what was measured otherwise would not be the same promise.
static sqlite3 *open_store(const char *path) {
  sqlite3 *db;
  if (sqlite3_open(path, &db) != SQLITE_OK) exit(1);
  run(db, "PRAGMA journal_mode = WAL");
  run(db, "PRAGMA synchronous = FULL");
  run(db, "PRAGMA foreign_keys = ON");
  return db;
}

int main(int count, char **arguments) {
  if (count < 3) {
    fprintf(stderr, "usage: commits STORE SECONDS\n");
    return 64;
  }
  sqlite3 *db = open_store(arguments[1]);
  booking_rows rows;
  if (!prepare_rows(db, &rows)) {
    fprintf(stderr, "no booking to take as a pattern: %s\n", sqlite3_errmsg(db));
    return 1;
  }
  sqlite3_stmt *begin, *commit;
  sqlite3_prepare_v2(db, "BEGIN IMMEDIATE", -1, &begin, NULL);
  sqlite3_prepare_v2(db, "COMMIT", -1, &commit, NULL);

  static double times[1 << 20];
  size_t done = 0;
  double start = now(), before = start, end = start + atof(arguments[2]);
  while (before < end && done < sizeof times / sizeof *times) {
    bool written = step_once(begin) && write_booking(&rows, done) && step_once(commit);
    if (!written) {
      fprintf(stderr, "%s\n", sqlite3_errmsg(db));
      return 1;
    }
    double after = now();
    times[done++] = after - before;
    before = after;
  }
  qsort(times, done, sizeof *times, by_length);
  printf("{\"bookings\":%zu,\"rows\":%d,\"seconds\":%.3f,\"perSecond\":%.1f,\"p50ms\":%.4f,\"p99ms\":%.4f}\n", done,
         rows.count, before - start, (double)done / (before - start), times[(done - 1) / 2] * 1e3,
         times[(done - 1) * 99 / 100] * 1e3);
  sqlite3_close(db);
  return 0;
}
