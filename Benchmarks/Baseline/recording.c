#include "recording.h"

#include <lua5.4/lauxlib.h>
#include <stdio.h>
#include <string.h>

static int line_of_caller(lua_State *L) {
  lua_Debug caller;
  if (!lua_getstack(L, 1, &caller) || !lua_getinfo(L, "l", &caller)) return 0;
  return caller.currentline;
}

static int record_call(lua_State *L) {
  recording *all = lua_touserdata(L, lua_upvalueindex(1));
  if (all->count == MAX_RECORDS) return luaL_error(L, "too many records");
  record *r = &all->records[all->count++];
  r->kind = (int)lua_tointeger(L, lua_upvalueindex(2));
  r->line = line_of_caller(L);
  r->text_count = lua_gettop(L) < RECORD_TEXTS ? lua_gettop(L) : RECORD_TEXTS;
  for (int i = 0; i < r->text_count; i++) {
    const char *text = lua_tostring(L, i + 1);
    snprintf(r->texts[i], RECORD_TEXT, "%s", text ? text : "");
  }
  return 0;
}

// The spread's caller is a host.
static int at_least_call(lua_State *L) {
  const char *role = luaL_checkstring(L, 1);
  lua_pushboolean(L, strcmp(role, "server") == 0 || strcmp(role, "host") == 0);
  return 1;
}

void install_recorders(lua_State *L, recording *r) {
  static const char *const names[] = {
    "refuse", "warn", "override", "email", "loyalty", "notify", "webhook", "skip",
  };
  for (int i = 0; i < (int)(sizeof names / sizeof *names); i++) {
    lua_pushlightuserdata(L, r);
    lua_pushinteger(L, i);
    lua_pushcclosure(L, record_call, 2);
    lua_setglobal(L, names[i]);
  }
  lua_register(L, "at_least", at_least_call);
}
