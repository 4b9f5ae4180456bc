// Matches Lua patterns, with the results of Lua 5.4, by backtracking.
//
// Backtracking can take exponential time, and no hook runs meanwhile. So each step is charged, and
// recursion is bounded. A pattern is read as it is matched and not compiled before: Lua finds a
// malformed one only where it gets to, and so must this.
#define _GNU_SOURCE
#include "pattern.h"

#include <string.h>

enum {
  STEPS_AT_ONCE = 64,
  FAILED_STEPS = 2,  // of a `match_here` whose first character is not there
  RUN = 64           // steps that are made before they are charged
};

static void step(matcher *m, size_t count) {
  m->steps += (unsigned)(count < 1u << 30 ? count : 1u << 30);
  if (m->steps >= STEPS_AT_ONCE) pattern_finish(m);
}

void pattern_finish(matcher *m) {
  unsigned steps = m->steps;
  m->steps = 0;
  charge(m->L, steps);
}

void pattern_start(matcher *m, lua_State *L, const char *text, size_t length, const char *pattern_end) {
  m->L = L;
  m->text = text;
  m->text_end = text + length;
  m->pattern_end = pattern_end;
  m->steps = 0;
}

// Steps for finding where an item ends, and for comparing a character with it: a set takes its length.
static size_t end_steps(const char *item, const char *after) {
  return *item == '[' ? (size_t)(after - item) : 0;
}

static size_t fit_steps(const char *item, const char *after) {
  return *item == '[' ? (size_t)(after - item) : 1;
}

static bool one_matches(matcher *m, const char *at, const char *item, const char *after) {
  bool there = at < m->text_end;
  step(m, there ? fit_steps(item, after) : 1);
  return there && item_fits((unsigned char)*at, item, after);
}

// Passes over a run of characters that fit an item, or do not; each costs so many steps.
static const char *pass_over(matcher *m, const char *at, const char *item, const char *after, bool fitting,
                             size_t steps) {
  size_t most = steps < RUN ? RUN / steps : 1;
  for (;;) {
    const char *start = at, *stop = (size_t)(m->text_end - at) > most ? at + most : m->text_end;
    at = item_run(at, stop, item, after, fitting);
    step(m, (size_t)(at - start) * steps);
    if (at < stop || at == m->text_end) return at;
  }
}

static const char *match_here(matcher *m, const char *at, const char *item);

// Whether an item that stands for one character, and ends at `after`, has to be there.
static bool is_required(const matcher *m, const char *after) {
  char repeat = after < m->pattern_end ? *after : '\0';
  return repeat != '*' && repeat != '-' && repeat != '?';
}

// The character that the rest of the pattern, from `item` on, has to begin with; -1 when there is none or it
// takes more to know.
static int first_needed(const matcher *m, const char *item) {
  if (item >= m->pattern_end || strchr("().[$", *item)) return -1;
  if (*item != '%') return is_required(m, item + 1) ? (unsigned char)*item : -1;
  bool escaped = item + 1 < m->pattern_end && item_is_escaped(item[1]);
  return escaped && is_required(m, item + 2) ? (unsigned char)item[1] : -1;
}

static const char *last_of(int c, const char *at, const char *stop) {
  return stop > at ? memrchr(at, c, (size_t)(stop - at)) : NULL;
}

// item* and item+: as many as there are, then fewer.
static const char *match_most(matcher *m, const char *at, const char *item, const char *after) {
  const char *end = pass_over(m, at, item, after, true, fit_steps(item, after));
  step(m, end < m->text_end ? fit_steps(item, after) : 1);
  int needed = m->depth > 0 ? first_needed(m, after + 1) : -1;
  for (; end >= at; end--) {
    if (needed >= 0) {
      const char *next = last_of(needed, at, end < m->text_end ? end + 1 : end);
      step(m, FAILED_STEPS * (size_t)(end + 1 - (next ? next + 1 : at)));
      if (!next) return NULL;
      end = next;
    }
    const char *result = match_here(m, end, after + 1);
    if (result) return result;
  }
  return NULL;
}

// item-: as few as will do.
static const char *match_fewest(matcher *m, const char *at, const char *item, const char *after) {
  for (;; at++) {
    const char *result = match_here(m, at, after + 1);
    if (result) return result;
    if (!one_matches(m, at, item, after)) return NULL;
  }
}

static const char *match_open(matcher *m, const char *at, const char *item) {
  bool position = item + 1 < m->pattern_end && item[1] == ')';
  if (m->count >= PATTERN_CAPTURES) raise_error(m->L, "too many captures");
  m->captures[m->count].start = at;
  m->captures[m->count].length = position ? CAPTURE_POSITION : CAPTURE_OPEN;
  m->count++;
  const char *result = match_here(m, at, item + (position ? 2 : 1));
  if (!result) m->count--;
  return result;
}

static const char *match_close(matcher *m, const char *at, const char *item) {
  int last = m->count - 1;
  while (last >= 0 && m->captures[last].length != CAPTURE_OPEN) last--;
  if (last < 0) raise_error(m->L, "invalid pattern capture");
  m->captures[last].length = at - m->captures[last].start;
  const char *result = match_here(m, at, item + 1);
  if (!result) m->captures[last].length = CAPTURE_OPEN;
  return result;
}

// %bxy; gives where it ends.
static const char *match_balance(matcher *m, const char *at, const char *item) {
  if (item + 3 >= m->pattern_end) raise_error(m->L, "malformed pattern (missing arguments to '%%b')");
  char opens = item[2], closes = item[3];
  if (at >= m->text_end || *at != opens) return NULL;
  size_t nested = 1;
  for (at++; at < m->text_end; at++) {
    step(m, 1);
    if (*at == closes) {
      if (--nested == 0) return at + 1;
    } else if (*at == opens) {
      nested++;
    }
  }
  return NULL;
}

static bool at_frontier(matcher *m, const char *at, const char *set, const char *after) {
  unsigned char before = at == m->text ? '\0' : (unsigned char)at[-1];
  unsigned char here = at == m->text_end ? '\0' : (unsigned char)*at;
  step(m, fit_steps(set, after) - 1);
  if (item_fits(before, set, after)) return false;
  step(m, fit_steps(set, after) - 1);
  return item_fits(here, set, after);
}

static const char *match_again(matcher *m, const char *at, int index) {
  if (index < 0 || index >= m->count || m->captures[index].length == CAPTURE_OPEN) {
    raise_error(m->L, "invalid capture index %%%d", index + 1);
  }
  ptrdiff_t length = m->captures[index].length;
  if (length < 0 || m->text_end - at < length) return NULL;
  step(m, 1 + (size_t)length / 16);
  return memcmp(at, m->captures[index].start, (size_t)length) == 0 ? at + length : NULL;
}

// What begins with % and stands for a place rather than a character. Gives the item after it in `next`;
// the same item means it was none of these.
static const char *match_special(matcher *m, const char *at, const char *item, const char **next) {
  char kind = item + 1 < m->pattern_end ? item[1] : '\0';
  *next = item;
  if (kind == 'b') {
    at = match_balance(m, at, item);
    *next = item + 4;
  } else if (kind == 'f') {
    if (item + 2 >= m->pattern_end || item[2] != '[') raise_error(m->L, "missing '[' after '%%f' in pattern");
    *next = item_end(m, item + 2);
    step(m, end_steps(item + 2, *next));
    if (!at_frontier(m, at, item + 2, *next)) at = NULL;
  } else if (kind >= '0' && kind <= '9') {
    at = match_again(m, at, kind - '1');
    *next = item + 2;
  }
  return at;
}

// One item that stands for a character, with what follows it. True: go on at *at and *item. Otherwise
// *at is the result.
static bool match_single(matcher *m, const char **at, const char **item) {
  const char *after = item_end(m, *item), *result;
  step(m, end_steps(*item, after));
  char repeat = after < m->pattern_end ? *after : '\0';
  bool optional = repeat == '*' || repeat == '-' || repeat == '?';
  if (!one_matches(m, *at, *item, after)) {
    *item = after + 1;
    if (!optional) *at = NULL;
    return optional;
  }
  switch (repeat) {
    case '*': return *at = match_most(m, *at, *item, after), false;
    case '+': return *at = match_most(m, *at + 1, *item, after), false;
    case '-': return *at = match_fewest(m, *at, *item, after), false;
    case '?':
      result = match_here(m, *at + 1, after + 1);
      *item = after + 1;
      return result ? *at = result, false : true;
    default:
      ++*at;
      *item = after;
      return true;
  }
}

static const char *match_items(matcher *m, const char *at, const char *item) {
  const char *next;
  while (item < m->pattern_end) {
    if (*item == '(') return match_open(m, at, item);
    if (*item == ')') return match_close(m, at, item);
    if (*item == '$' && item + 1 == m->pattern_end) return at == m->text_end ? at : NULL;
    if (*item == '%') {
      at = match_special(m, at, item, &next);
      if (!at) return NULL;
      if (next != item) {
        item = next;
        continue;
      }
    }
    if (!match_single(m, &at, &item)) return at;
  }
  return at;
}

static const char *match_here(matcher *m, const char *at, const char *item) {
  step(m, 1);
  if (m->depth-- == 0) raise_error(m->L, "pattern too complex");
  const char *result = match_items(m, at, item);
  m->depth++;
  return result;
}

// Most places in a text fail at the first item. They are passed over without setting out to match, and
// charged as if it had been tried.
const char *pattern_skip(matcher *m, const char *at, const char *pattern) {
  if (pattern >= m->pattern_end || *pattern == '(' || *pattern == ')' || *pattern == '$') return at;
  char kind = pattern + 1 < m->pattern_end ? pattern[1] : '\0';
  if (*pattern == '%' && (kind == 'b' || kind == 'f' || (kind >= '0' && kind <= '9'))) return at;
  const char *after = item_end(m, pattern);
  if (!is_required(m, after)) return at;
  size_t steps = 1 + end_steps(pattern, after) + fit_steps(pattern, after);
  return pass_over(m, at, pattern, after, false, steps);
}

const char *pattern_match(matcher *m, const char *at, const char *pattern) {
  m->count = 0;
  m->depth = PATTERN_DEPTH;
  return match_here(m, at, pattern);
}

void pattern_push_capture(matcher *m, int index, const char *start, const char *end) {
  if (index >= m->count) {
    if (index != 0) raise_error(m->L, "invalid capture index %%%d", index + 1);
    push_text(m->L, start, (size_t)(end - start));
    return;
  }
  const capture *c = &m->captures[index];
  if (c->length == CAPTURE_OPEN) raise_error(m->L, "unfinished capture");
  if (c->length == CAPTURE_POSITION) lua_pushinteger(m->L, c->start - m->text + 1);
  else push_text(m->L, c->start, (size_t)c->length);
}

int pattern_push_captures(matcher *m, const char *start, const char *end) {
  int count = m->count == 0 && start ? 1 : m->count;
  luaL_checkstack(m->L, count + 2, "too many captures");
  for (int i = 0; i < count; i++) pattern_push_capture(m, i, start, end);
  return count;
}
