// What rules record, kept in a C array as the bare host would.
#ifndef RECORDING_H
#define RECORDING_H

#include <lua5.4/lua.h>

enum { MAX_RECORDS = 64, RECORD_TEXTS = 4, RECORD_TEXT = 64 };

typedef struct record {
  int kind;
  int line;
  int text_count;
  char texts[RECORD_TEXTS][RECORD_TEXT];
} record;

typedef struct recording {
  record records[MAX_RECORDS];
  int count;
} recording;

// Makes `refuse`, `warn`, … and `at_least` globals that write into `r`.
void install_recorders(lua_State *L, recording *r);

#endif
