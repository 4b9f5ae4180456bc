// Packed values (see CLua.h), built by hand and written out as text, for checks and fuzzing.
#ifndef PACKING_H
#define PACKING_H

#include <stdbool.h>

#include "CLua.h"

enum { PACKING_CAPACITY = 8192 };

typedef struct packing {
  uint8_t bytes[PACKING_CAPACITY];
  size_t length;
} packing;

void pack_integer(packing *p, int64_t value);
void pack_boolean(packing *p, bool value);
void pack_text(packing *p, const char *text);
void pack_bytes(packing *p, const void *bytes, size_t length);
// Opens a list or a record with `count` entries; close it with what this returned.
size_t pack_open(packing *p, uint8_t tag, uint32_t count);
void pack_close(packing *p, size_t opened);
void pack_key(packing *p, const char *key);
clua_argument packed(const packing *p);

// Whether these bytes are exactly one packed value, as the evaluator writes them.
bool is_packed(clua_argument value);
// The value as text, such as {a=1,b=["x",nil]}; cut to `capacity`.
void write_packed(clua_argument value, char *text, size_t capacity);

#endif
