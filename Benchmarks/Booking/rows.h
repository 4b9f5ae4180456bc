// The rows of one booking, as host-cli left them, to be written again under other ids.
#ifndef ROWS_H
#define ROWS_H

#include <sqlite3.h>
#include <stdbool.h>

enum { MOST_ROWS = 16, MOST_COLUMNS = 64 };

// What a column of a copy is: as in the pattern, or something of this copy's own.
typedef enum column_kind {
  COLUMN_SAME, COLUMN_NONE, COLUMN_ID, COLUMN_BOOKING, COLUMN_GUEST, COLUMN_REFERENCE, COLUMN_HASH, COLUMN_DAY,
  COLUMN_MINUTE, COLUMN_QUEUED
} column_kind;

typedef struct pattern_row {
  sqlite3_stmt *insert;
  int columns;
  column_kind kinds[MOST_COLUMNS];
  sqlite3_value *values[MOST_COLUMNS];
} pattern_row;

typedef struct booking_rows {
  pattern_row rows[MOST_ROWS];
  int count;
} booking_rows;

// Takes the newest booking of the store as the pattern. False when there is none.
bool prepare_rows(sqlite3 *db, booking_rows *rows);

// Within a transaction.
bool write_booking(booking_rows *rows, unsigned long number);

// Runs a statement that gives no rows.
bool step_once(sqlite3_stmt *statement);

#endif
