// What a C host without limits takes for the same decisions: stock Lua, its libraries open, no sandbox and
// no budget, the collector as it comes.
//
//   baseline RULES_DIRECTORY MODE COUNT
//   baseline RULES_DIRECTORY MODE --show     what the 64 cases come to
#include <lua5.4/lauxlib.h>
#include <lua5.4/lualib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "decide.h"
#include "timing.h"

typedef struct host {
  lua_State *L;
  const char *mode;
  decision decision;
} host;

static int protected_decision(lua_State *L) {
  host *h = lua_touserdata(L, 2);
  size_t index = (size_t)lua_tointeger(L, 3);
  lua_settop(L, 1);
  booking_case c = spread_case(index);
  decide(L, &c, h->mode, &h->decision);
  return 0;
}

// The mode's table stays at index 1.
static int decide_case(void *context, size_t index) {
  host *h = context;
  lua_pushcfunction(h->L, protected_decision);
  lua_pushvalue(h->L, 1);
  lua_pushlightuserdata(h->L, h);
  lua_pushinteger(h->L, (lua_Integer)index);
  if (lua_pcall(h->L, 3, 0, 0) == LUA_OK) return 1;
  fprintf(stderr, "%s\n", lua_tostring(h->L, -1));
  return 0;
}

static int load_mode(host *h, const char *directory) {
  lua_State *L = h->L;
  luaL_openlibs(L);
  install_recorders(L, &h->decision.recorded);
  lua_getglobal(L, "package");
  lua_pushfstring(L, "%s/?.lua", directory);
  lua_setfield(L, -2, "path");
  lua_settop(L, 0);
  const char *path = lua_pushfstring(L, "%s/%s.lua", directory, h->mode);
  int failed = luaL_loadfile(L, path) || lua_pcall(L, 0, 1, 0) || !lua_istable(L, -1);
  if (failed) fprintf(stderr, "%s: %s\n", path, lua_isstring(L, -1) ? lua_tostring(L, -1) : "no table");
  lua_remove(L, 1);
  return !failed;
}

static void show(const decision *d, size_t index) {
  booking_case c = spread_case(index);
  printf("%2zu party %d %s covers %2d:", index, c.party, c.time, c.covers);
  for (int i = 0; i < d->issue_count; i++) {
    printf(" %s%s", d->issues[i].code, d->issues[i].blocks ? "!" : "");
  }
  printf(" -> %d effects\n", d->recorded.count);
}

int main(int count, char **arguments) {
  if (count != 4) {
    fprintf(stderr, "usage: baseline RULES_DIRECTORY MODE COUNT|--show\n");
    return 64;
  }
  static host h;
  h.L = luaL_newstate();
  h.mode = arguments[2];
  if (!h.L || !load_mode(&h, arguments[1])) return 1;
  if (strcmp(arguments[3], "--show") != 0) {
    return time_decisions(decide_case, &h, strtoul(arguments[3], NULL, 10));
  }
  for (size_t i = 0; i < SPREAD; i++) {
    if (!decide_case(&h, i)) return 1;
    show(&h.decision, i);
  }
  return 0;
}
