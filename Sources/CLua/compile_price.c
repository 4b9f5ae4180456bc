// What compiling a source file may cost, found by reading its words beforehand.
//
// The compiler runs no hook, and some of what it does is quadratic: it looks a name up in every scope
// around it, walks its lists of labels and of pending jumps, and keeps numerals in a table whose hash is
// easily fooled. So each word is priced by what may have to be walked for it.
// On the way this notes the operators that are dear in the VM, see `instruction_price` in budget.c.
#include "evaluator.h"

#include <string.h>

enum {
  MAX_BLOCKS = 256,        // the compiler refuses more than 200
  MAX_UPVALUES = 255, SHORT_NUMERAL = 4,
  SCOPE_STEPS_PER_UNIT = 8, LABELS_PER_UNIT = 16, NUMERALS_PER_UNIT = 8, JUMPS_PER_UNIT = 4,
  UNNAMED_LOCALS = 3,      // of a `for`; `self` of a method; the name in `local function`
  FOLDED_MODULO = 40
};

typedef struct block {
  bool is_function;
  uint32_t names;  // declared outside it
} block;

typedef struct scan {
  const char *at, *end;
  compile_price sum;
  uint64_t jumps, labels, numerals;
  uint32_t names, functions;  // declared in the scopes around `at`; functions around it
  bool declaring;             // within the names after `local`, `for` or `function`
  size_t depth;
  block blocks[MAX_BLOCKS];
} scan;

static bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

static bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

static bool follows(const scan *s, const char *text) {
  size_t length = strlen(text);
  return (size_t)(s->end - s->at) >= length && memcmp(s->at, text, length) == 0;
}

// If a long bracket opens here ([[ or [==[), skips to after the one that closes it.
static bool skip_long_bracket(scan *s) {
  const char *at = s->at;
  size_t level = 0;
  if (at == s->end || *at++ != '[') return false;
  for (; at < s->end && *at == '='; at++) level++;
  if (at == s->end || *at != '[') return false;
  for (at++; at < s->end; at++) {
    if (*at != ']') continue;
    const char *close = at + 1;
    while (close < s->end && *close == '=') close++;
    if ((size_t)(close - at) == level + 1 && close < s->end && *close == ']') {
      s->at = close + 1;
      return true;
    }
    at = close - 1;
  }
  s->at = s->end;
  return true;
}

static void skip_comment(scan *s) {
  s->at += 2;
  if (skip_long_bracket(s)) return;
  while (s->at < s->end && *s->at != '\n' && *s->at != '\r') s->at++;
}

static void skip_text(scan *s) {
  char quote = *s->at++;
  while (s->at < s->end && *s->at != quote) {
    s->at += *s->at == '\\' && s->at + 1 < s->end ? 2 : 1;
  }
  if (s->at < s->end) s->at++;
}

static void open_block(scan *s, bool is_function) {
  if (s->depth < MAX_BLOCKS) {
    s->blocks[s->depth] = (block){is_function, s->names};
    s->functions += is_function;
  }
  s->depth++;
}

static void close_block(scan *s) {
  if (s->depth == 0 || --s->depth >= MAX_BLOCKS) return;
  s->names = s->blocks[s->depth].names;
  s->functions -= s->blocks[s->depth].is_function;
}

enum { JUMPS = 1, OPENS = 2, CLOSES = 4, DECLARES = 8 };

typedef struct keyword {
  const char *text;
  size_t length;
  unsigned roles;
} keyword;

#define KEYWORD(text, roles) {text, sizeof text - 1, roles}
static const keyword keywords[] = {
  KEYWORD("and", JUMPS), KEYWORD("break", JUMPS), KEYWORD("do", OPENS), KEYWORD("else", JUMPS),
  KEYWORD("elseif", JUMPS), KEYWORD("end", CLOSES), KEYWORD("false", 0), KEYWORD("for", DECLARES),
  KEYWORD("function", OPENS | DECLARES), KEYWORD("goto", JUMPS), KEYWORD("if", OPENS), KEYWORD("in", 0),
  KEYWORD("local", DECLARES), KEYWORD("nil", 0), KEYWORD("not", JUMPS), KEYWORD("or", JUMPS),
  KEYWORD("repeat", OPENS), KEYWORD("return", JUMPS), KEYWORD("then", 0), KEYWORD("true", 0),
  KEYWORD("until", CLOSES), KEYWORD("while", 0),
};

static const keyword *find_keyword(const char *word, size_t length) {
  if (length < 2 || length > 8) return NULL;
  for (size_t i = 0; i < sizeof keywords / sizeof *keywords; i++) {
    if (keywords[i].length == length && memcmp(keywords[i].text, word, length) == 0) return &keywords[i];
  }
  return NULL;
}

// A name is looked for among the locals and upvalues of every function around it.
static void price_name(scan *s) {
  if (s->declaring) s->names++;
  uint64_t upvalues = 1 + (s->names < MAX_UPVALUES ? s->names : MAX_UPVALUES);
  s->sum.units += 1 + (s->names + s->functions * upvalues) / SCOPE_STEPS_PER_UNIT;
}

// What is declared belongs to the block that is open: for a function, its parameters.
static void price_keyword(scan *s, const keyword *k) {
  bool is_function = k->roles == (OPENS | DECLARES);
  if (k->roles & JUMPS) s->sum.units += ++s->jumps / JUMPS_PER_UNIT;
  if (k->roles & CLOSES) close_block(s);
  s->declaring = k->roles & DECLARES;
  if (k->roles & OPENS) open_block(s, is_function);
  if (s->declaring) s->names += UNNAMED_LOCALS;
}

static void price_word(scan *s) {
  const char *word = s->at;
  while (s->at < s->end && is_word_byte(*s->at)) s->at++;
  const keyword *k = find_keyword(word, (size_t)(s->at - word));
  if (k) price_keyword(s, k);
  else price_name(s);
}

// Short ones are part of an instruction, or few.
static void price_numeral(scan *s) {
  const char *numeral = s->at;
  bool plain = true;
  for (; s->at < s->end && (is_word_byte(*s->at) || *s->at == '.'); s->at++) plain &= is_digit(*s->at);
  if (plain && s->at - numeral <= SHORT_NUMERAL) return;
  s->sum.units += ++s->numerals / NUMERALS_PER_UNIT;
}

static void price_sign(scan *s) {
  if (follows(s, "...")) {
    s->at += 3;
  } else if (follows(s, "..")) {
    s->sum.concatenates = true;
    s->at += 2;
  } else if (follows(s, "::")) {
    s->sum.units += (++s->labels + s->jumps) / LABELS_PER_UNIT;
    s->at += 2;
  } else {
    if (*s->at == '%') {
      s->sum.divides = true;
      s->sum.units += FOLDED_MODULO;
    }
    if (*s->at != '\0' && strchr("=)};+-*/^#~{[", *s->at)) s->declaring = false;
    s->at++;
  }
}

compile_price price_of_compiling(const char *text, size_t length, uint64_t most) {
  scan s = {.at = text, .end = text + length, .sum = {.units = length}};
  while (s.at < s.end && s.sum.units <= most) {
    bool fraction = *s.at == '.' && s.at + 1 < s.end && is_digit(s.at[1]);
    if (follows(&s, "--")) skip_comment(&s);
    else if (*s.at == '"' || *s.at == '\'') skip_text(&s);
    else if (*s.at == '[' && skip_long_bracket(&s)) continue;
    else if (is_digit(*s.at) || fraction) price_numeral(&s);
    else if (is_word_byte(*s.at)) price_word(&s);
    else price_sign(&s);
  }
  s.sum.length = (size_t)(s.at - text);
  return s.sum;
}
