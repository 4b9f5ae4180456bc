// Lua patterns, matched step by step against the budget.
#ifndef CLUA_PATTERN_H
#define CLUA_PATTERN_H

#include "evaluator.h"

enum { PATTERN_CAPTURES = 32, PATTERN_DEPTH = 200 };

typedef struct capture {
  const char *start;
  ptrdiff_t length;  // or one of the two below
} capture;
enum { CAPTURE_OPEN = -1, CAPTURE_POSITION = -2 };

typedef struct matcher {
  lua_State *L;
  const char *text, *text_end, *pattern_end;
  unsigned steps;  // not charged yet
  int depth, count;
  capture captures[PATTERN_CAPTURES];
} matcher;

void pattern_start(matcher *m, lua_State *L, const char *text, size_t length, const char *pattern_end);
// The first place from `at` on where the pattern may match, or the end of the text.
const char *pattern_skip(matcher *m, const char *at, const char *pattern);
// Matches at `at` exactly; the end of the match, or NULL.
const char *pattern_match(matcher *m, const char *at, const char *pattern);
// Charges what is still to be charged.
void pattern_finish(matcher *m);
// Pushes one capture; the first is the whole match when there are none.
void pattern_push_capture(matcher *m, int index, const char *start, const char *end);
// Pushes all captures; the whole match if there are none, and `start` is given.
int pattern_push_captures(matcher *m, const char *start, const char *end);

// pattern_item.c: items that stand for one character. `after` is where the item ends.
const char *item_end(matcher *m, const char *item);
bool item_fits(unsigned char c, const char *item, const char *after);
// The first place from `at` on, but before `stop`, whose character does not fit (with `fitting`), or does.
const char *item_run(const char *at, const char *stop, const char *item, const char *after, bool fitting);
// Whether % before `c` makes it stand for itself.
bool item_is_escaped(char c);

#endif
