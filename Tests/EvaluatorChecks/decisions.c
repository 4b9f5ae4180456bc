// From decision to decision: nothing is remembered, and what was recorded is read back.
#include <stdio.h>
#include <string.h>

#include "check.h"

static clua_evaluator *load(const char *text) {
  clua_evaluator *e = create_evaluator(&standard_limits);
  clua_status status = load_text(e, text, strlen(text));
  check(status == CLUA_OK, "loading: %s", clua_last_error(e)->message);
  return e;
}

static const char *ending_of(clua_evaluator *e, uint32_t function) {
  static char text[TEXT_CAPACITY];
  write_ending(e, call_plainly(e, function, GROUP_CHECK, 1), text, sizeof text);
  return text;
}

// Upvalues last for a decision, and arguments for a call.
static void check_nothing_is_remembered(void) {
  clua_evaluator *e = load(
    "local saved, n = {}, 0\n"
    "return { function(d) local p = d.party saved = d n = n + 1 return n end,\n"
    "  function() return saved.party end, function() return saved.name end }");
  for (int decision = 0; decision < 3; decision++) {
    clua_begin(e, 0);
    check_text("the first call", ending_of(e, 1), "[1]");
    check_text("the second call", ending_of(e, 1), "[2]");
    check_text("an entry that was read may be kept", ending_of(e, 2), "[4]");
    check_text("one that was not is gone", ending_of(e, 3),
               "!runtime ops.lua:3 this table was handed to an earlier call and is gone: copy what you need from it");
  }
  clua_destroy(e);
}

// Writes records as "index@line[arguments]".
static void write_records(const clua_evaluator *e, char *text, size_t capacity) {
  clua_argument all = clua_records(e);
  size_t used = 0;
  text[0] = '\0';
  for (size_t at = 0; at < all.length;) {
    uint32_t index, line, size;
    memcpy(&index, all.bytes + at, 4);
    memcpy(&line, all.bytes + at + 4, 4);
    at += 10 + (size_t)(all.bytes[at + 8] | all.bytes[at + 9] << 8);
    memcpy(&size, all.bytes + at + 1, 4);
    used += (size_t)snprintf(text + used, capacity - used, "%u@%u", index, line);
    write_packed((clua_argument){all.bytes + at, 9 + size}, text + used, capacity - used);
    used += strlen(text + used);
    at += 9 + size;
  }
}

static void check_records(void) {
  char text[256];
  clua_evaluator *e = load(
    "return { function() refuse('c', 'm', nil)\n warn{ a = { 1 } } end,\n"
    "  function() email(1) warn('late', 0/0) end }");
  clua_begin(e, 0);
  check(call_plainly(e, 1, GROUP_CHECK, 0) == CLUA_OK, "recording");
  write_records(e, text, sizeof text);
  check_text("records have their lines", text, "0@1[\"c\",\"m\",nil]1@2[{a=[1]}]");
  check(call_plainly(e, 2, GROUP_CHECK | GROUP_EFFECTS, 0) == CLUA_RESULT, "NaN cannot be recorded");
  write_records(e, text, sizeof text);
  check_text("a record that fails is not half there", text, "0@1[\"c\",\"m\",nil]1@2[{a=[1]}]3@3[1]");
  clua_begin(e, 0);
  check(clua_records(e).length == 0, "a new decision has no records");
  clua_destroy(e);
}

static void check_order_of_calls(void) {
  clua_evaluator *e = create_evaluator(&standard_limits);
  check(clua_begin(e, 0) == CLUA_USAGE, "begin before load is refused");
  check(load_text(e, "return { function() while true do end end }", 43) == CLUA_OK, "load");
  check(load_text(e, "return {}", 9) == CLUA_USAGE, "load comes once");
  check(clua_call(e, 1, NULL, 0, 0, 0) == CLUA_USAGE, "call before begin is refused");
  check(clua_begin(e, 9) == CLUA_USAGE, "an unknown level is refused");
  clua_begin(e, 0);
  check(clua_call(e, 2, NULL, 0, 0, 0) == CLUA_USAGE, "an unknown function is refused");
  check(clua_call(e, 1, NULL, 0, 0, 0) == CLUA_LIMIT_WORK, "the limit ends it");
  check(clua_call(e, 1, NULL, 0, 0, 0) == CLUA_USAGE, "after a limit a new decision must begin");
  check(clua_begin(e, 0) == CLUA_OK, "and it may");
  clua_destroy(e);
}

void check_decisions(void) {
  check_nothing_is_remembered();
  check_records();
  check_order_of_calls();
}
