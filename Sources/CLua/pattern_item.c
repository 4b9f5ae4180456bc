// The items of a pattern that stand for one character: a character, a dot, a class (%a), a set ([a-z]).
#include "pattern.h"

// Which classes a character is in, a bit for each.
enum {
  LETTER = 1, CONTROL = 2, DIGIT = 4, SMALL = 8, PUNCTUATION = 16, SPACE = 32, CAPITAL = 64, HEXADECIMAL = 128,
  ZERO = 256
};

#define WITHIN(c, first, last) ((c) >= (first) && (c) <= (last))
#define CLASSES(c) \
  ((WITHIN(c, 'a', 'z') ? LETTER | SMALL : 0) | (WITHIN(c, 'A', 'Z') ? LETTER | CAPITAL : 0) | \
   (WITHIN(c, '0', '9') ? DIGIT | HEXADECIMAL : 0) | ((c) < ' ' || (c) == 0x7F ? CONTROL : 0) | \
   (WITHIN(c, 'a', 'f') || WITHIN(c, 'A', 'F') ? HEXADECIMAL : 0) | \
   ((c) == ' ' || WITHIN(c, '\t', '\r') ? SPACE : 0) | ((c) == 0 ? ZERO : 0) | \
   (WITHIN(c, '!', '/') || WITHIN(c, ':', '@') || WITHIN(c, '[', '`') || WITHIN(c, '{', '~') ? PUNCTUATION : 0))
#define FOUR(c) CLASSES(c), CLASSES((c) + 1), CLASSES((c) + 2), CLASSES((c) + 3)
#define SIXTEEN(c) FOUR(c), FOUR((c) + 4), FOUR((c) + 8), FOUR((c) + 12)

// Beyond ASCII there is nothing but bytes.
static const uint16_t classes[256] = {
  SIXTEEN(0), SIXTEEN(16), SIXTEEN(32), SIXTEEN(48), SIXTEEN(64), SIXTEEN(80), SIXTEEN(96), SIXTEEN(112),
};

// What %a, %d, … stand for, and 0 for what stands for itself.
static unsigned class_bits(unsigned char letter) {
  switch (letter | 0x20) {
    case 'a': return LETTER;
    case 'c': return CONTROL;
    case 'd': return DIGIT;
    case 'g': return LETTER | DIGIT | PUNCTUATION;
    case 'l': return SMALL;
    case 'p': return PUNCTUATION;
    case 's': return SPACE;
    case 'u': return CAPITAL;
    case 'w': return LETTER | DIGIT;
    case 'x': return HEXADECIMAL;
    case 'z': return ZERO;
    default: return 0;
  }
}

// Whether `c` is in the class %a, %d, …; a class in upper case is the opposite.
static bool in_class(unsigned char c, unsigned char class) {
  unsigned bits = classes[class] & LETTER ? class_bits(class) : 0;
  if (!bits) return class == c;
  bool is = classes[c] & bits;
  return classes[class] & SMALL ? is : !is;
}

bool item_is_escaped(char c) {
  return !(classes[(unsigned char)c] & (LETTER | DIGIT));
}

// Where the set that starts at `set` ends: after its bracket. What comes first in it is never the end.
static const char *set_end(matcher *m, const char *set) {
  const char *at = set + 1;
  if (at < m->pattern_end && *at == '^') at++;
  do {
    if (at >= m->pattern_end) raise_error(m->L, "malformed pattern (missing ']')");
    at += *at == '%' && at + 1 < m->pattern_end ? 2 : 1;
  } while (at >= m->pattern_end || *at != ']');
  return at + 1;
}

const char *item_end(matcher *m, const char *item) {
  if (*item == '[') return set_end(m, item);
  if (*item != '%') return item + 1;
  if (item + 1 >= m->pattern_end) raise_error(m->L, "malformed pattern (ends with '%%')");
  return item + 2;
}

// `last` is the bracket that closes the set.
static bool in_set(unsigned char c, const char *set, const char *last) {
  const char *at = set + 1;
  bool wanted = *at != '^';
  if (!wanted) at++;
  while (at < last) {
    if (*at == '%') {
      if (in_class(c, (unsigned char)at[1])) return wanted;
      at += 2;
    } else if (at[1] == '-' && at + 2 < last) {
      if ((unsigned char)at[0] <= c && c <= (unsigned char)at[2]) return wanted;
      at += 3;
    } else {
      if ((unsigned char)*at == c) return wanted;
      at++;
    }
  }
  return !wanted;
}

bool item_fits(unsigned char c, const char *item, const char *after) {
  switch (*item) {
    case '.': return true;
    case '%': return in_class(c, (unsigned char)item[1]);
    case '[': return in_set(c, item, after - 1);
    default: return (unsigned char)*item == c;
  }
}

const char *item_run(const char *at, const char *stop, const char *item, const char *after, bool fitting) {
  unsigned char class = *item == '%' ? (unsigned char)item[1] : '\0';
  unsigned bits = classes[class] & LETTER ? class_bits(class) : 0;
  if (bits) {
    bool within = ((classes[class] & SMALL) != 0) == fitting;
    while (at < stop && ((classes[(unsigned char)*at] & bits) != 0) == within) at++;
    return at;
  }
  while (at < stop && item_fits((unsigned char)*at, item, after) == fitting) at++;
  return at;
}
