#include "facts.h"

void set_text(lua_State *L, const char *key, const char *value) {
  if (!value) return;
  lua_pushstring(L, value);
  lua_setfield(L, -2, key);
}

void set_integer(lua_State *L, const char *key, lua_Integer value) {
  lua_pushinteger(L, value);
  lua_setfield(L, -2, key);
}

static void set_boolean(lua_State *L, const char *key, int value) {
  lua_pushboolean(L, value);
  lua_setfield(L, -2, key);
}

static void set_empty(lua_State *L, const char *key) {
  lua_newtable(L);
  lua_setfield(L, -2, key);
}

void push_draft(lua_State *L, const booking_case *c) {
  lua_createtable(L, 0, 9);
  set_text(L, "date", SPREAD_DATE);
  set_text(L, "time", c->time);
  set_integer(L, "party", c->party);
  set_text(L, "booking_type", c->in_service ? "dinner" : NULL);
  set_text(L, "notes", c->notes);
  set_text(L, "name", c->name);
  set_text(L, "email", c->email);
  set_text(L, "phone", c->phone);
}

static void push_moment(lua_State *L, const char *date, const char *time, int minute, const char *weekday) {
  lua_createtable(L, 0, 5);
  set_text(L, "date", date);
  set_text(L, "time", time);
  set_integer(L, "minute", minute);
  set_text(L, "weekday", weekday);
}

static void set_moments(lua_State *L, const booking_case *c) {
  push_moment(L, SPREAD_NOW_DATE, SPREAD_NOW_TIME, SPREAD_NOW_MINUTE, SPREAD_NOW_WEEKDAY);
  lua_setfield(L, -2, "now");
  push_moment(L, SPREAD_DATE, c->time, c->minute, SPREAD_WEEKDAY);
  set_integer(L, "notice_minutes", spread_notice_minutes(c));
  lua_setfield(L, -2, "start");
  push_moment(L, SPREAD_DATE, NULL, c->minute, SPREAD_WEEKDAY);
  lua_setfield(L, -2, "day");
}

static void push_service(lua_State *L, const char *key, const char *name, int opens, int closes) {
  lua_createtable(L, 0, 4);
  set_text(L, "key", key);
  set_text(L, "name", name);
  set_integer(L, "opens", opens);
  set_integer(L, "closes", closes);
}

static void push_dinner(lua_State *L) {
  push_service(L, "dinner", "Dinner", SPREAD_DINNER_OPENS, SPREAD_DINNER_CLOSES);
}

static void set_services(lua_State *L, const booking_case *c) {
  lua_createtable(L, 0, 4);
  set_integer(L, "opens", SPREAD_OPENS);
  set_integer(L, "closes", SPREAD_CLOSES);
  set_boolean(L, "closed", 0);
  lua_setfield(L, -2, "hours");
  if (c->in_service) push_dinner(L);
  else push_service(L, "none", "", SPREAD_OPENS, SPREAD_CLOSES);
  lua_setfield(L, -2, "service");
  lua_createtable(L, 1, 0);
  push_dinner(L);
  lua_rawseti(L, -2, 1);
  lua_setfield(L, -2, "services");
  set_empty(L, "closures");
}

static void set_load(lua_State *L, const booking_case *c) {
  lua_createtable(L, 0, 7);
  set_integer(L, "covers", c->covers);
  set_integer(L, "parties", 0);
  set_integer(L, "max_covers", SPREAD_MAX_COVERS);
  set_integer(L, "seated", 0);
  set_empty(L, "starts");
  lua_setfield(L, -2, "load");
}

static void set_restaurant(lua_State *L) {
  lua_createtable(L, 0, 6);
  set_text(L, "id", "example");
  set_text(L, "slug", "example");
  set_text(L, "name", "Example");
  set_text(L, "timezone", "UTC");
  set_text(L, "phone", "+44 20 7946 0100");
  set_text(L, "locale", "en-GB");
  lua_setfield(L, -2, "restaurant");
}

static void set_people(lua_State *L) {
  lua_createtable(L, 0, 2);
  set_text(L, "id", "staff");
  set_text(L, "role", "host");
  lua_setfield(L, -2, "staff");
  lua_createtable(L, 0, 7);
  set_boolean(L, "known", 0);
  set_boolean(L, "verified", 0);
  set_integer(L, "visits", 0);
  set_integer(L, "no_shows", 0);
  set_integer(L, "points", 0);
  set_integer(L, "upcoming", 0);
  set_empty(L, "tags");
  lua_setfield(L, -2, "guest");
  set_empty(L, "previous");
}

void push_facts(lua_State *L, const booking_case *c, const char *mode) {
  lua_createtable(L, 0, 14);
  set_text(L, "mode", mode);
  set_text(L, "action", "create");
  set_moments(L, c);
  set_services(L, c);
  set_load(L, c);
  set_restaurant(L);
  set_people(L);
}
