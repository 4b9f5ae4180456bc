// Evaluators as the booking host makes them: its recorders, roles and limits, and a plain booking.
#ifndef HOST_H
#define HOST_H

#include "packing.h"

// As in Sources/BookingHost/Rules/Lua/RuleLimits.swift.
extern const clua_limits standard_limits;
// What `check` may call, and what `effects` may.
enum { GROUP_CHECK = 1, GROUP_EFFECTS = 2, LEVEL_HOST = 2 };

clua_evaluator *create_evaluator(const clua_limits *limits);
// Loads one file, "ops.lua".
clua_status load_text(clua_evaluator *e, const char *text, size_t length);
const char *status_name(clua_status status);

// A draft and facts such as a walk-in for four has.
void pack_plain_draft(packing *p);
void pack_plain_facts(packing *p);

#endif
