#include "decide.h"

#include <lua5.4/lauxlib.h>
#include <stdio.h>
#include <string.h>

#include "facts.h"

enum { MODE = 1, DRAFT, FACTS };

static void find(decision *d, const char *code, const char *field, int limit, int over) {
  if (d->issue_count == MAX_ISSUES) return;
  issue *i = &d->issues[d->issue_count++];
  snprintf(i->code, sizeof i->code, "%s", code);
  i->field = field;
  i->limit = limit;
  i->over = over;
  i->blocks = 1;
}

static void find_about(decision *d, const char *field, const char *what, int limit, int over) {
  char code[40];
  snprintf(code, sizeof code, "%s_%s", field, what);
  find(d, code, field, limit, over);
}

// A leaf is a value, or a function of draft and facts. Takes the place of what is on the top.
static void settle(lua_State *L) {
  if (!lua_isfunction(L, -1)) return;
  lua_pushvalue(L, DRAFT);
  lua_pushvalue(L, FACTS);
  lua_call(L, 2, 1);
}

static lua_Integer integer_leaf(lua_State *L, int table, const char *key, lua_Integer otherwise) {
  lua_getfield(L, table, key);
  settle(L);
  lua_Integer value = lua_isnil(L, -1) ? otherwise : luaL_checkinteger(L, -1);
  lua_pop(L, 1);
  return value;
}

static int true_leaf(lua_State *L, int table, const char *key) {
  lua_getfield(L, table, key);
  settle(L);
  int value = lua_toboolean(L, -1);
  lua_pop(L, 1);
  return value;
}

static lua_Integer count_scalars(const char *text) {
  lua_Integer count = 0;
  for (; *text; text++) count += (*text & 0xC0) != 0x80;
  return count;
}

static void judge_length(lua_State *L, decision *d, int rule, const char *field, const char *value) {
  lua_Integer length = count_scalars(value);
  lua_Integer least = integer_leaf(L, rule, "min_length", 0), most = integer_leaf(L, rule, "max_length", 4000);
  if (length < least) find_about(d, field, "too_short", (int)least, (int)(least - length));
  if (length > most) find_about(d, field, "too_long", (int)most, (int)(length - most));
}

static void judge_choices(lua_State *L, decision *d, int rule, const char *field, const char *value) {
  lua_getfield(L, rule, "choices");
  settle(L);
  if (lua_istable(L, -1)) {
    lua_Integer count = (lua_Integer)lua_rawlen(L, -1);
    int found = 0;
    for (lua_Integer i = 1; i <= count && !found; i++) {
      lua_rawgeti(L, -1, i);
      found = strcmp(luaL_checkstring(L, -1), value) == 0;
      lua_pop(L, 1);
    }
    if (!found) find_about(d, field, "invalid", 0, 0);
  }
  lua_pop(L, 1);
}

static void judge_format(lua_State *L, decision *d, int rule, const char *field, const char *value) {
  if (lua_getfield(L, rule, "format") == LUA_TFUNCTION) {
    lua_pushstring(L, value);
    lua_pushvalue(L, DRAFT);
    lua_pushvalue(L, FACTS);
    lua_call(L, 3, 2);
    if (!lua_toboolean(L, -2)) find_about(d, field, "invalid", 0, 0);
    lua_pop(L, 1);
  }
  lua_pop(L, 1);
}

// The field's rule is on the top, its name below.
static void judge_field(lua_State *L, decision *d) {
  int rule = lua_gettop(L);
  const char *field = lua_tostring(L, rule - 1);
  if (lua_getfield(L, DRAFT, field) == LUA_TNIL) {
    if (true_leaf(L, rule, "required")) find_about(d, field, "required", 0, 0);
  } else if (lua_isstring(L, -1)) {
    const char *value = lua_tostring(L, -1);
    judge_length(L, d, rule, field, value);
    judge_choices(L, d, rule, field, value);
    judge_format(L, d, rule, field, value);
  }
  lua_pop(L, 1);
}

static void fill_default(lua_State *L) {
  int rule = lua_gettop(L);
  if (lua_getfield(L, rule, "default") != LUA_TNIL) {
    settle(L);
    lua_getfield(L, DRAFT, lua_tostring(L, rule - 1));
    if (lua_isnil(L, -1)) {
      lua_pushvalue(L, -2);
      lua_setfield(L, DRAFT, lua_tostring(L, rule - 1));
    }
    lua_pop(L, 1);
  }
  lua_pop(L, 1);
}

static void for_each_field(lua_State *L, decision *d) {
  lua_getfield(L, MODE, "fields");
  for (lua_pushnil(L); lua_next(L, -2); lua_pop(L, 1)) fill_default(L);
  for (lua_pushnil(L); lua_next(L, -2); lua_pop(L, 1)) judge_field(L, d);
  lua_pop(L, 1);
}

static void judge_party(lua_State *L, decision *d, const booking_case *c) {
  lua_getfield(L, MODE, "party");
  int party = lua_gettop(L);
  int least = (int)integer_leaf(L, party, "min", 1), most = (int)integer_leaf(L, party, "max", 1000);
  lua_pop(L, 1);
  if (c->party < least) find(d, "party_min", "party", least, least - c->party);
  if (c->party > most) find(d, "party_max", "party", most, c->party - most);
}

static void judge_time(lua_State *L, decision *d, const booking_case *c) {
  lua_getfield(L, MODE, "time");
  int time = lua_gettop(L), notice = spread_notice_minutes(c);
  int opens = c->in_service ? SPREAD_DINNER_OPENS : SPREAD_OPENS;
  d->duration_minutes = (int)integer_leaf(L, time, "duration_minutes", 90);
  int grace = (int)integer_leaf(L, time, "past_grace_minutes", 0);
  int least = (int)integer_leaf(L, time, "notice_minutes", 0);
  int horizon = (int)integer_leaf(L, time, "horizon_days", 365);
  int grid = (int)integer_leaf(L, time, "slot_minutes", 15);
  int last = SPREAD_CLOSES - (int)integer_leaf(L, time, "last_seating_minutes", 0);
  lua_pop(L, 1);
  if (notice < -grace) find(d, "past_time", "time", grace, 0);
  if (notice >= 0 && notice < least) find(d, "notice_too_short", "time", least, least - notice);
  if (1 > horizon) find(d, "beyond_horizon", "date", horizon, 1 - horizon);
  if ((c->minute - opens) % grid != 0) find(d, "off_slot_grid", "time", grid, 0);
  if (c->minute < SPREAD_OPENS || c->minute >= SPREAD_CLOSES) find(d, "outside_hours", "time", 0, 0);
  if (!c->in_service) find(d, "outside_service", "time", 0, 0);
  if (c->minute > last) find(d, "last_seating", "time", last, c->minute - last);
}

static void judge_capacity(lua_State *L, decision *d, const booking_case *c) {
  d->covers = (int)integer_leaf(L, MODE, "covers", c->party);
  int over = c->covers + d->covers - SPREAD_MAX_COVERS;
  if (over > 0) find(d, "capacity_exceeded", NULL, SPREAD_MAX_COVERS, over);
}

static void push_issue(lua_State *L, const issue *i) {
  lua_createtable(L, 0, 4);
  set_text(L, "code", i->code);
  set_text(L, "field", i->field);
  set_integer(L, "limit", i->limit);
  set_integer(L, "over", i->over);
}

// "warn", "allow", or a table { override = role }: the spread's caller is a host and gives no reason.
static int blocks_as(lua_State *L) {
  const char *name = lua_type(L, -1) == LUA_TSTRING ? lua_tostring(L, -1) : "refuse";
  return strcmp(name, "warn") != 0 && strcmp(name, "allow") != 0;
}

static int judge_severities(lua_State *L, decision *d) {
  int blocking = 0;
  lua_getfield(L, MODE, "severity");
  for (int i = 0; i < d->issue_count && lua_istable(L, -1); i++) {
    if (lua_getfield(L, -1, d->issues[i].code) == LUA_TFUNCTION) {
      lua_pushvalue(L, DRAFT);
      lua_pushvalue(L, FACTS);
      push_issue(L, &d->issues[i]);
      lua_call(L, 3, 1);
    }
    if (!lua_isnil(L, -1)) d->issues[i].blocks = blocks_as(L);
    lua_pop(L, 1);
  }
  lua_pop(L, 1);
  for (int i = 0; i < d->issue_count; i++) blocking += d->issues[i].blocks;
  return blocking;
}

static void call_check(lua_State *L) {
  if (lua_getfield(L, MODE, "check") != LUA_TFUNCTION) {
    lua_pop(L, 1);
    return;
  }
  lua_pushvalue(L, DRAFT);
  lua_pushvalue(L, FACTS);
  lua_call(L, 2, 0);
}

// A booking is the draft, and what was decided.
static void push_booking(lua_State *L, const booking_case *c, const decision *d) {
  push_draft(L, c);
  lua_getfield(L, DRAFT, "seating");
  lua_setfield(L, -2, "seating");
  set_integer(L, "covers", d->covers);
  set_text(L, "status", "confirmed");
  lua_getfield(L, MODE, "source");
  lua_setfield(L, -2, "source");
  lua_getfield(L, MODE, "label");
  lua_setfield(L, -2, "label");
}

static void call_effects(lua_State *L, const booking_case *c, const decision *d) {
  if (lua_getfield(L, MODE, "effects") != LUA_TFUNCTION) {
    lua_pop(L, 1);
    return;
  }
  push_booking(L, c, d);
  lua_pushvalue(L, FACTS);
  lua_call(L, 2, 0);
}

void decide(lua_State *L, const booking_case *c, const char *mode, decision *d) {
  d->issue_count = d->recorded.count = 0;
  push_draft(L, c);
  push_facts(L, c, mode);
  judge_time(L, d, c);
  for_each_field(L, d);
  judge_party(L, d, c);
  judge_capacity(L, d, c);
  int blocking = judge_severities(L, d);
  call_check(L);
  if (blocking == 0) call_effects(L, c, d);
  lua_settop(L, MODE);
}
