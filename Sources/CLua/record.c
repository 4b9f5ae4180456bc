// The host's functions: what a rule records, and who is asking.
#include "evaluator.h"

#include <string.h>

// Level 0 is the recorder itself.
static void put_head(lua_State *L, bytes *out, uint32_t index) {
  lua_Debug place;
  bool found = failure_find(L, 1, &place);
  pack_place(L, out, index, found ? (uint32_t)place.currentline : 0, found ? place.source : "");
}

int record_call(lua_State *L) {
  clua_evaluator *e = evaluator_of(L);
  size_t index = (size_t)lua_tointeger(L, lua_upvalueindex(1));
  const recorder *r = &e->recorders[index];
  if (e->phase != DECIDING || !(e->groups & r->group)) {
    raise_error(L, "`%s` can only be called in %s", r->name, r->allowed);
  }
  put_head(L, &e->records, (uint32_t)index);
  pack_list(L, &e->records, 1, lua_gettop(L));
  e->recorded = e->records.length;
  return 0;
}

static _Noreturn void raise_unknown_level(lua_State *L, const char *name) {
  clua_evaluator *e = evaluator_of(L);
  size_t mark = scratch_mark(L);
  for (size_t i = 0; i < e->level_count; i++) {
    if (i > 0) scratch_add(L, ", ", 2);
    scratch_add(L, e->levels[i], strlen(e->levels[i]));
  }
  scratch_add_byte(L, '\0');
  raise_error(L, "at_least: there is no '%.60s': it is one of %s", name, (const char *)scratch_at(L, mark));
}

int at_least_call(lua_State *L) {
  clua_evaluator *e = evaluator_of(L);
  luaL_checktype(L, 1, LUA_TSTRING);
  const char *name = lua_tostring(L, 1);
  charge(L, 1);
  for (size_t i = 0; i < e->level_count; i++) {
    if (strcmp(e->levels[i], name) != 0) continue;
    lua_pushboolean(L, e->phase == DECIDING && e->level >= i);
    return 1;
  }
  raise_unknown_level(L, name);
}
