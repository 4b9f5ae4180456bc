// One decision of a host without limits: the mode's tables walked, its functions called.
#ifndef DECIDE_H
#define DECIDE_H

#include <lua5.4/lua.h>

#include "recording.h"
#include "spread.h"

enum { MAX_ISSUES = 32 };

typedef struct issue {
  char code[40];
  const char *field;  // NULL: the booking as a whole
  int limit, over;
  int blocks;         // as hard as the mode says: refuses, or needs more than a host
} issue;

typedef struct decision {
  issue issues[MAX_ISSUES];
  int issue_count;
  int duration_minutes, covers;
  recording recorded;
} decision;

// The mode's table is at index 1 of the stack. Raises an error when the rules fail.
void decide(lua_State *L, const booking_case *c, const char *mode, decision *d);

#endif
