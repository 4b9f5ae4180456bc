#include "rows.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { DAYS = 2000 };

static char days[DAYS][11];

// Whose rows are part of a booking's transaction, and how they refer to it. In an order that references allow.
static const struct source {
  const char *table, *where;
} sources[] = {
  {"guests", "id = (SELECT guest_id FROM newest)"},
  {"bookings", "id = (SELECT id FROM newest)"},
  {"decisions", "booking_id = (SELECT id FROM newest)"},
  {"effects", "booking_id = (SELECT id FROM newest) ORDER BY position"},
  {"audit", "booking_id = (SELECT id FROM newest) AND action = 'booking.created'"},
  {"idempotency", "booking_id = (SELECT id FROM newest)"},
  {"rule_use", "booked > 0 LIMIT 1"},
};

static column_kind kind_of(const char *table, const char *column) {
  static const struct { const char *column; column_kind kind; } known[] = {
    {"booking_id", COLUMN_BOOKING}, {"guest_id", COLUMN_GUEST}, {"reference", COLUMN_REFERENCE},
    {"key_hash", COLUMN_HASH}, {"start_date", COLUMN_DAY}, {"end_date", COLUMN_DAY}, {"service_date", COLUMN_DAY},
    {"service_minute", COLUMN_MINUTE}, {"state", COLUMN_QUEUED}, {"delivered_at", COLUMN_NONE},
  };
  // Nobody but the booking's own row names a guest here: the audit trail leaves it out.
  if (strcmp(table, "audit") == 0 && strcmp(column, "guest_id") == 0) return COLUMN_SAME;
  if (strcmp(column, "id") == 0) {
    if (strcmp(table, "bookings") == 0) return COLUMN_BOOKING;
    if (strcmp(table, "guests") == 0) return COLUMN_GUEST;
    return strcmp(table, "decisions") == 0 ? COLUMN_ID : COLUMN_NONE;
  }
  for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
    if (strcmp(column, known[i].column) == 0) return known[i].kind;
  }
  return COLUMN_SAME;
}

static bool prepare_insert(sqlite3 *db, const char *table, sqlite3_stmt *found, pattern_row *row) {
  char sql[4096], marks[256];
  int at = snprintf(sql, sizeof sql, "INSERT INTO %s (", table), mark = 0;
  for (int i = 0; i < row->columns; i++) {
    at += snprintf(sql + at, sizeof sql - (size_t)at, "%s%s", i ? "," : "", sqlite3_column_name(found, i));
    mark += snprintf(marks + mark, sizeof marks - (size_t)mark, "%s?", i ? "," : "");
  }
  const char *conflict = strcmp(table, "rule_use") ? "" : " ON CONFLICT DO UPDATE SET booked = booked + 1";
  snprintf(sql + at, sizeof sql - (size_t)at, ") VALUES (%s)%s", marks, conflict);
  return sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT, &row->insert, NULL) == SQLITE_OK;
}

static bool take_pattern(sqlite3 *db, const struct source *source, booking_rows *rows) {
  char sql[512];
  snprintf(sql, sizeof sql,
           "WITH newest AS (SELECT id, guest_id FROM bookings ORDER BY rowid DESC LIMIT 1) SELECT * FROM %s WHERE %s",
           source->table, source->where);
  sqlite3_stmt *found;
  if (sqlite3_prepare_v2(db, sql, -1, &found, NULL) != SQLITE_OK) return false;
  while (sqlite3_step(found) == SQLITE_ROW && rows->count < MOST_ROWS) {
    pattern_row *row = &rows->rows[rows->count++];
    row->columns = sqlite3_column_count(found);
    for (int i = 0; i < row->columns && i < MOST_COLUMNS; i++) {
      row->kinds[i] = kind_of(source->table, sqlite3_column_name(found, i));
      row->values[i] = sqlite3_value_dup(sqlite3_column_value(found, i));
    }
    if (!prepare_insert(db, source->table, found, row)) return false;
  }
  return sqlite3_finalize(found) == SQLITE_OK;
}

static void read_days(sqlite3 *db) {
  sqlite3_stmt *day;
  sqlite3_prepare_v2(db, "SELECT date('now', ?1 || ' days')", -1, &day, NULL);
  for (int i = 0; i < DAYS; i++) {
    sqlite3_bind_int(day, 1, i + 1);
    sqlite3_step(day);
    snprintf(days[i], sizeof days[i], "%s", (const char *)sqlite3_column_text(day, 0));
    sqlite3_reset(day);
  }
  sqlite3_finalize(day);
}

bool prepare_rows(sqlite3 *db, booking_rows *rows) {
  rows->count = 0;
  read_days(db);
  for (size_t i = 0; i < sizeof sources / sizeof *sources; i++) {
    if (!take_pattern(db, &sources[i], rows)) return false;
  }
  return rows->count > 2;
}

bool step_once(sqlite3_stmt *statement) {
  int status = sqlite3_step(statement);
  sqlite3_reset(statement);
  return status == SQLITE_DONE;
}

typedef struct ids {
  char id[37], booking[37], guest[37], reference[9];
  unsigned char hash[32];
  const char *day;
  int minute;
} ids;

// As the program's own ids: the milliseconds first (RFC 9562, version 7), but for guests', which are random.
static void write_uuid(char *into, bool is_timed) {
  unsigned char b[16];
  sqlite3_randomness(sizeof b, b);
  if (is_timed) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    unsigned long long ms = now.tv_sec * 1000ULL + now.tv_nsec / 1000000;
    for (int i = 0; i < 6; i++) b[i] = ms >> (40 - 8 * i);
  }
  snprintf(into, 37, "%02x%02x%02x%02x-%02x%02x-%d%x%02x-a%x%02x-%02x%02x%02x%02x%02x%02x", b[0], b[1], b[2], b[3], b[4],
           b[5], is_timed ? 7 : 4, b[6] & 15, b[7], b[8] & 15, b[9], b[10], b[11], b[12], b[13], b[14], b[15]);
}

static ids make_ids(unsigned long number) {
  static const char letters[] = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  ids made = {.day = days[number * 7 % DAYS], .minute = 720 + (int)(number / DAYS % 40) * 15};
  write_uuid(made.id, true);
  write_uuid(made.booking, true);
  write_uuid(made.guest, false);
  sqlite3_randomness(sizeof made.hash, made.hash);
  for (int i = 0; i < 8; i++) made.reference[i] = letters[made.hash[i] & 31];
  return made;
}

static int bind_text(sqlite3_stmt *s, int at, const char *text) {
  return sqlite3_bind_text(s, at, text, -1, SQLITE_TRANSIENT);
}

static void bind(sqlite3_stmt *s, int at, column_kind kind, const ids *own, const sqlite3_value *same) {
  switch (kind) {
    case COLUMN_SAME: sqlite3_bind_value(s, at, same); break;
    case COLUMN_NONE: sqlite3_bind_null(s, at); break;
    case COLUMN_ID: bind_text(s, at, own->id); break;
    case COLUMN_BOOKING: bind_text(s, at, own->booking); break;
    case COLUMN_GUEST: bind_text(s, at, own->guest); break;
    case COLUMN_REFERENCE: bind_text(s, at, own->reference); break;
    case COLUMN_HASH: sqlite3_bind_blob(s, at, own->hash, sizeof own->hash, SQLITE_TRANSIENT); break;
    case COLUMN_DAY: bind_text(s, at, own->day); break;
    case COLUMN_MINUTE: sqlite3_bind_int(s, at, own->minute); break;
    case COLUMN_QUEUED: bind_text(s, at, "queued"); break;
  }
}

bool write_booking(booking_rows *rows, unsigned long number) {
  ids own = make_ids(number);
  for (int r = 0; r < rows->count; r++) {
    pattern_row *row = &rows->rows[r];
    for (int i = 0; i < row->columns; i++) bind(row->insert, i + 1, row->kinds[i], &own, row->values[i]);
    if (!step_once(row->insert)) return false;
  }
  return true;
}
