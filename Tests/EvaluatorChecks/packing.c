#include "packing.h"

#include <inttypes.h>
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_DEPTH = 80 };

static void put(packing *p, const void *bytes, size_t length) {
  if (length > sizeof p->bytes - p->length) abort();
  memcpy(p->bytes + p->length, bytes, length);
  p->length += length;
}

static void put_tag(packing *p, uint8_t tag) {
  put(p, &tag, 1);
}

static void put_u32(packing *p, uint32_t value) {
  put(p, &value, sizeof value);
}

void pack_integer(packing *p, int64_t value) {
  put_tag(p, CLUA_INTEGER);
  put(p, &value, sizeof value);
}

void pack_boolean(packing *p, bool value) {
  put_tag(p, value ? CLUA_TRUE : CLUA_FALSE);
}

void pack_bytes(packing *p, const void *bytes, size_t length) {
  put_tag(p, CLUA_TEXT);
  put_u32(p, (uint32_t)length);
  put(p, bytes, length);
}

void pack_text(packing *p, const char *text) {
  pack_bytes(p, text, strlen(text));
}

size_t pack_open(packing *p, uint8_t tag, uint32_t count) {
  put_tag(p, tag);
  size_t opened = p->length;
  put_u32(p, 0);
  put_u32(p, count);
  return opened;
}

void pack_close(packing *p, size_t opened) {
  uint32_t size = (uint32_t)(p->length - opened - 8);
  memcpy(p->bytes + opened, &size, sizeof size);
}

void pack_key(packing *p, const char *key) {
  uint16_t length = (uint16_t)strlen(key);
  put(p, &length, sizeof length);
  put(p, key, length);
}

clua_argument packed(const packing *p) {
  return (clua_argument){p->bytes, p->length};
}

// Reading. `fine` turns false at the first fault, and all reads give zeros from then on.
typedef struct reader {
  const uint8_t *at, *end;
  bool fine;
} reader;

static const uint8_t *take(reader *r, size_t size) {
  static const uint8_t zeros[16];
  if (!r->fine || (size_t)(r->end - r->at) < size) {
    r->fine = false;
    return size <= sizeof zeros ? zeros : NULL;
  }
  r->at += size;
  return r->at - size;
}

static uint64_t take_integer(reader *r, size_t size) {
  uint64_t value = 0;
  memcpy(&value, take(r, size), size);
  return value;
}

// Where the text goes: NULL when it is only read.
typedef struct output {
  char *text;
  size_t length, capacity;
} output;

static void say(output *o, const char *format, ...) {
  if (!o->text || o->length >= o->capacity) return;
  va_list arguments;
  va_start(arguments, format);
  int written = vsnprintf(o->text + o->length, o->capacity - o->length, format, arguments);
  va_end(arguments);
  o->length += written > 0 ? (size_t)written : 0;
}

static void say_bytes(output *o, const char *quote, const uint8_t *bytes, size_t length) {
  if (bytes) say(o, "%s%.*s%s", quote, (int)length, (const char *)bytes, quote);
}

static void read_value(reader *r, output *o, int depth);

static void read_table(reader *r, output *o, bool record, int depth) {
  uint32_t size = (uint32_t)take_integer(r, 4), count = (uint32_t)take_integer(r, 4);
  const uint8_t *start = r->at;
  say(o, record ? "{" : "[");
  for (uint32_t i = 0; i < count && r->fine; i++) {
    if (i > 0) say(o, ",");
    if (record) {
      size_t length = (size_t)take_integer(r, 2);
      say_bytes(o, "", take(r, length), length);
      say(o, "=");
    }
    read_value(r, o, depth + 1);
  }
  say(o, record ? "}" : "]");
  if ((size_t)(r->at - start) != size) r->fine = false;
}

static void read_number(reader *r, output *o) {
  uint64_t bits = take_integer(r, 8);
  double number;
  memcpy(&number, &bits, sizeof number);
  if (!isfinite(number)) r->fine = false;
  say(o, number == floor(number) && fabs(number) < 1e15 ? "%.1f" : "%.17g", number);
}

static void read_function(reader *r, output *o) {
  uint32_t handle = (uint32_t)take_integer(r, 4), line = (uint32_t)take_integer(r, 4);
  take_integer(r, 4);  // how many parameters
  size_t length = (size_t)take_integer(r, 2);
  say(o, "fn%u@", handle);
  say_bytes(o, "", take(r, length), length);
  say(o, ":%u", line);
}

static void read_value(reader *r, output *o, int depth) {
  size_t length;
  if (depth > MAX_DEPTH) r->fine = false;
  uint8_t tag = *take(r, 1);
  if (!r->fine) return;
  switch (tag) {
    case CLUA_NIL: say(o, "nil"); break;
    case CLUA_FALSE: say(o, "false"); break;
    case CLUA_TRUE: say(o, "true"); break;
    case CLUA_INTEGER: say(o, "%" PRId64, (int64_t)take_integer(r, 8)); break;
    case CLUA_NUMBER: read_number(r, o); break;
    case CLUA_TEXT:
      length = (size_t)take_integer(r, 4);
      say_bytes(o, "\"", take(r, length), length);
      break;
    case CLUA_LIST: case CLUA_RECORD: read_table(r, o, tag == CLUA_RECORD, depth); break;
    case CLUA_FUNCTION: read_function(r, o); break;
    default: r->fine = false;
  }
}

bool is_packed(clua_argument value) {
  reader r = {value.bytes, value.bytes + value.length, true};
  output nowhere = {NULL, 0, 0};
  read_value(&r, &nowhere, 0);
  return r.fine && r.at == r.end;
}

void write_packed(clua_argument value, char *text, size_t capacity) {
  reader r = {value.bytes, value.bytes + value.length, value.length > 0};
  output o = {text, 0, capacity};
  text[0] = '\0';
  read_value(&r, &o, 0);
  if (!r.fine) snprintf(text, capacity, "<malformed>");
}
