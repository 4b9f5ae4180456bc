// Draft, facts and booking as ordinary Lua tables, all of it, anew for every decision.
#ifndef FACTS_H
#define FACTS_H

#include <lua5.4/lua.h>

#include "spread.h"

void push_draft(lua_State *L, const booking_case *c);
void push_facts(lua_State *L, const booking_case *c, const char *mode);
void set_text(lua_State *L, const char *key, const char *value);  // NULL sets nothing
void set_integer(lua_State *L, const char *key, lua_Integer value);

#endif
