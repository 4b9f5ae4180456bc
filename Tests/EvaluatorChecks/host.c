#include "host.h"

const clua_limits standard_limits = {
  .load_work = 2000000, .call_work = 1000000, .load_memory = 16 << 20, .call_memory = 8 << 20,
  .output = 256 << 10, .call_depth = 180, .result_depth = 16, .result_nodes = 20000,
};

static const clua_recorder recorders[] = {
  {"refuse", GROUP_CHECK, "check"}, {"warn", GROUP_CHECK, "check"}, {"override", GROUP_CHECK, "check"},
  {"email", GROUP_EFFECTS, "effects"}, {"loyalty", GROUP_EFFECTS, "effects"},
  {"notify", GROUP_EFFECTS, "effects"}, {"webhook", GROUP_EFFECTS, "effects"},
  {"skip", GROUP_EFFECTS, "effects"},
};
static const char *const levels[] = {"none", "server", "host", "manager", "owner"};

clua_evaluator *create_evaluator(const clua_limits *limits) {
  return clua_create(limits, recorders, sizeof recorders / sizeof *recorders, levels,
                     sizeof levels / sizeof *levels);
}

clua_status load_text(clua_evaluator *e, const char *text, size_t length) {
  clua_source source = {"ops.lua", text, length};
  return clua_load(e, &source, 1, 0);
}

const char *status_name(clua_status status) {
  static const char *const names[] = {
    "ok", "syntax", "runtime", "result", "limit_work", "limit_memory", "limit_stack", "limit_output",
    "no_memory", "usage",
  };
  return names[status];
}

static void text_entry(packing *p, const char *key, const char *value) {
  pack_key(p, key);
  pack_text(p, value);
}

static void integer_entry(packing *p, const char *key, int64_t value) {
  pack_key(p, key);
  pack_integer(p, value);
}

void pack_plain_draft(packing *p) {
  p->length = 0;
  size_t draft = pack_open(p, CLUA_RECORD, 6);
  text_entry(p, "date", "2026-11-22");
  text_entry(p, "time", "19:30");
  integer_entry(p, "party", 4);
  text_entry(p, "name", "Ada Lovelace");
  text_entry(p, "email", "ada@example.com");
  text_entry(p, "notes", "A window table, please");
  pack_close(p, draft);
}

static void pack_moment(packing *p, const char *key, const char *date, const char *time, int64_t minute) {
  pack_key(p, key);
  size_t moment = pack_open(p, CLUA_RECORD, 4);
  text_entry(p, "date", date);
  text_entry(p, "time", time);
  integer_entry(p, "minute", minute);
  text_entry(p, "weekday", "sunday");
  pack_close(p, moment);
}

void pack_plain_facts(packing *p) {
  p->length = 0;
  size_t facts = pack_open(p, CLUA_RECORD, 7);
  text_entry(p, "mode", "ops");
  pack_moment(p, "now", "2026-11-22", "18:00", 1080);
  pack_moment(p, "start", "2026-11-22", "19:30", 1170);
  pack_key(p, "service");
  size_t service = pack_open(p, CLUA_RECORD, 3);
  text_entry(p, "key", "dinner");
  integer_entry(p, "opens", 1050);
  integer_entry(p, "closes", 1380);
  pack_close(p, service);
  pack_key(p, "load");
  size_t load = pack_open(p, CLUA_RECORD, 2);
  integer_entry(p, "covers", 10);
  integer_entry(p, "max_covers", 40);
  pack_close(p, load);
  pack_key(p, "restaurant");
  size_t restaurant = pack_open(p, CLUA_RECORD, 2);
  text_entry(p, "phone", "+44 20 7946 0100");
  text_entry(p, "locale", "en-GB");
  pack_close(p, restaurant);
  pack_key(p, "closures");
  size_t closures = pack_open(p, CLUA_LIST, 2);
  pack_integer(p, 1);
  pack_boolean(p, true);
  pack_close(p, closures);
  pack_close(p, facts);
}
