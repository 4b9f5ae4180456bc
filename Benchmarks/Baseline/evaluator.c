// The same decisions over the project's evaluator, as far as C goes: begin, arguments packed, the same
// functions called. What Swift adds (the tables it walks, the verdict) is measured by `rules bench`.
//
//   evaluator RULES_DIRECTORY MODE COUNT
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "host.h"
#include "spread.h"
#include "timing.h"

enum { MAX_SOURCE = 64 * 1024 };

typedef struct host {
  clua_evaluator *evaluator;
  const char *mode;
  uint32_t duration, email, phone, capacity, effects;  // handles; 0 where the mode has none
  packing draft, facts, extra;
} host;

static void text_entry(packing *p, const char *key, const char *value) {
  if (!value) return;
  pack_key(p, key);
  pack_text(p, value);
}

static void integer_entry(packing *p, const char *key, int64_t value) {
  pack_key(p, key);
  pack_integer(p, value);
}

static size_t open_entry(packing *p, const char *key, uint8_t tag, uint32_t count) {
  pack_key(p, key);
  return pack_open(p, tag, count);
}

static void empty_entry(packing *p, const char *key, uint8_t tag) {
  pack_close(p, open_entry(p, key, tag, 0));
}

static void pack_draft_entries(packing *p, const booking_case *c) {
  text_entry(p, "date", SPREAD_DATE);
  text_entry(p, "time", c->time);
  integer_entry(p, "party", c->party);
  text_entry(p, "booking_type", c->in_service ? "dinner" : NULL);
  text_entry(p, "seating", "any");
  text_entry(p, "notes", c->notes);
  text_entry(p, "name", c->name);
  text_entry(p, "email", c->email);
  text_entry(p, "phone", c->phone);
}

static uint32_t draft_entries(const booking_case *c) {
  return 5u + c->in_service + !!c->notes + !!c->email + !!c->phone;
}

static void pack_draft(packing *p, const booking_case *c) {
  p->length = 0;
  size_t draft = pack_open(p, CLUA_RECORD, draft_entries(c));
  pack_draft_entries(p, c);
  pack_close(p, draft);
}

static void pack_booking(packing *p, const booking_case *c) {
  p->length = 0;
  size_t booking = pack_open(p, CLUA_RECORD, draft_entries(c) + 4);
  pack_draft_entries(p, c);
  integer_entry(p, "covers", c->party);
  text_entry(p, "status", "confirmed");
  text_entry(p, "source", "system");
  text_entry(p, "label", "Created by System");
  pack_close(p, booking);
}

static void moment_entries(packing *p, const char *date, const char *time, int minute, const char *weekday) {
  text_entry(p, "date", date);
  text_entry(p, "time", time);
  integer_entry(p, "minute", minute);
  text_entry(p, "weekday", weekday);
}

static void pack_moments(packing *p, const booking_case *c) {
  size_t now = open_entry(p, "now", CLUA_RECORD, 4);
  moment_entries(p, SPREAD_NOW_DATE, SPREAD_NOW_TIME, SPREAD_NOW_MINUTE, SPREAD_NOW_WEEKDAY);
  pack_close(p, now);
  size_t start = open_entry(p, "start", CLUA_RECORD, 5);
  moment_entries(p, SPREAD_DATE, c->time, c->minute, SPREAD_WEEKDAY);
  integer_entry(p, "notice_minutes", spread_notice_minutes(c));
  pack_close(p, start);
  size_t day = open_entry(p, "day", CLUA_RECORD, 3);
  moment_entries(p, SPREAD_DATE, NULL, c->minute, SPREAD_WEEKDAY);
  pack_close(p, day);
}

static void service_entries(packing *p, bool dinner) {
  text_entry(p, "key", dinner ? "dinner" : "none");
  text_entry(p, "name", dinner ? "Dinner" : "");
  integer_entry(p, "opens", dinner ? SPREAD_DINNER_OPENS : SPREAD_OPENS);
  integer_entry(p, "closes", dinner ? SPREAD_DINNER_CLOSES : SPREAD_CLOSES);
}

static void pack_services(packing *p, const booking_case *c) {
  size_t hours = open_entry(p, "hours", CLUA_RECORD, 3);
  integer_entry(p, "opens", SPREAD_OPENS);
  integer_entry(p, "closes", SPREAD_CLOSES);
  pack_key(p, "closed");
  pack_boolean(p, false);
  pack_close(p, hours);
  size_t service = open_entry(p, "service", CLUA_RECORD, 4);
  service_entries(p, c->in_service);
  pack_close(p, service);
  size_t services = open_entry(p, "services", CLUA_LIST, 1), dinner = pack_open(p, CLUA_RECORD, 4);
  service_entries(p, true);
  pack_close(p, dinner);
  pack_close(p, services);
  empty_entry(p, "closures", CLUA_LIST);
}

static void pack_load(packing *p, const booking_case *c) {
  size_t load = open_entry(p, "load", CLUA_RECORD, 5);
  integer_entry(p, "covers", c->covers);
  integer_entry(p, "parties", 0);
  integer_entry(p, "max_covers", SPREAD_MAX_COVERS);
  integer_entry(p, "seated", 0);
  empty_entry(p, "starts", CLUA_LIST);
  pack_close(p, load);
}

static void pack_people(packing *p) {
  static const char *const counts[] = {"visits", "no_shows", "points", "upcoming"};
  size_t staff = open_entry(p, "staff", CLUA_RECORD, 2);
  text_entry(p, "id", "staff");
  text_entry(p, "role", "host");
  pack_close(p, staff);
  size_t guest = open_entry(p, "guest", CLUA_RECORD, 7);
  pack_key(p, "known");
  pack_boolean(p, false);
  pack_key(p, "verified");
  pack_boolean(p, false);
  for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) integer_entry(p, counts[i], 0);
  empty_entry(p, "tags", CLUA_LIST);
  pack_close(p, guest);
  empty_entry(p, "previous", CLUA_RECORD);
}

static void pack_restaurant(packing *p) {
  size_t restaurant = open_entry(p, "restaurant", CLUA_RECORD, 6);
  text_entry(p, "id", "example");
  text_entry(p, "slug", "example");
  text_entry(p, "name", "Example");
  text_entry(p, "timezone", "UTC");
  text_entry(p, "phone", "+44 20 7946 0100");
  text_entry(p, "locale", "en-GB");
  pack_close(p, restaurant);
}

static void pack_facts(packing *p, const booking_case *c, const char *mode) {
  p->length = 0;
  size_t facts = pack_open(p, CLUA_RECORD, 14);
  text_entry(p, "mode", mode);
  text_entry(p, "action", "create");
  pack_moments(p, c);
  pack_services(p, c);
  pack_load(p, c);
  pack_restaurant(p);
  pack_people(p);
  pack_close(p, facts);
}

static bool call(host *h, uint32_t function, const clua_argument *arguments, size_t count, uint32_t groups,
                 size_t results) {
  if (function == 0) return true;
  if (clua_call(h->evaluator, function, arguments, count, groups, results) == CLUA_OK) return true;
  fprintf(stderr, "%s\n", clua_last_error(h->evaluator)->message);
  return false;
}

static bool call_format(host *h, uint32_t function, const char *value) {
  if (!value) return true;
  h->extra.length = 0;
  pack_text(&h->extra, value);
  clua_argument arguments[] = {packed(&h->extra), packed(&h->draft), packed(&h->facts)};
  return call(h, function, arguments, 3, 0, 2);
}

static bool call_capacity(host *h, int over) {
  h->extra.length = 0;
  size_t issue = pack_open(&h->extra, CLUA_RECORD, 3);
  text_entry(&h->extra, "code", "capacity_exceeded");
  integer_entry(&h->extra, "limit", SPREAD_MAX_COVERS);
  integer_entry(&h->extra, "over", over);
  pack_close(&h->extra, issue);
  clua_argument arguments[] = {packed(&h->draft), packed(&h->facts), packed(&h->extra)};
  return call(h, h->capacity, arguments, 3, 0, 1);
}

static bool call_effects(host *h, const booking_case *c) {
  pack_booking(&h->extra, c);
  clua_argument arguments[] = {packed(&h->extra), packed(&h->facts)};
  return call(h, h->effects, arguments, 2, GROUP_EFFECTS, 0);
}

static int decide_case(void *context, size_t index) {
  host *h = context;
  booking_case c = spread_case(index);
  int over = c.covers + c.party - SPREAD_MAX_COVERS;
  clua_begin(h->evaluator, LEVEL_HOST);
  pack_draft(&h->draft, &c);
  pack_facts(&h->facts, &c, h->mode);
  clua_argument plain[] = {packed(&h->draft), packed(&h->facts)};
  return call(h, h->duration, plain, 2, 0, 1) && call_format(h, h->email, c.email) &&
         call_format(h, h->phone, c.phone) && (over <= 0 || call_capacity(h, over)) &&
         (over > 2 || call_effects(h, &c));
}

static clua_source read_source(const char *directory, const char *name) {
  char path[512];
  snprintf(path, sizeof path, "%s/%s", directory, name);
  FILE *f = fopen(path, "rb");
  char *text = malloc(MAX_SOURCE);
  size_t length = f && text ? fread(text, 1, MAX_SOURCE, f) : 0;
  if (f) fclose(f);
  return (clua_source){name, text, length};
}

// The handle that follows `key` in the definition as text: {…,email={format=fn2@lib/contact.lua:16},…}
static uint32_t handle_after(const char *definition, const char *key) {
  const char *at = strstr(definition, key);
  return at ? (uint32_t)strtoul(at + strlen(key), NULL, 10) : 0;
}

static bool load_mode(host *h, const char *directory) {
  static char definition[16 * 1024], file[64];
  snprintf(file, sizeof file, "%s.lua", h->mode);
  clua_source sources[] = {
    read_source(directory, file), read_source(directory, "lib/contact.lua"),
    read_source(directory, "lib/calling_codes.lua"),
  };
  h->evaluator = create_evaluator(&standard_limits);
  if (clua_load(h->evaluator, sources, 3, 0) != CLUA_OK) {
    fprintf(stderr, "%s\n", clua_last_error(h->evaluator)->message);
    return false;
  }
  write_packed(clua_result(h->evaluator), definition, sizeof definition);
  h->duration = handle_after(definition, "duration_minutes=fn");
  h->email = handle_after(definition, "email={format=fn");
  h->phone = handle_after(definition, "phone={format=fn");
  h->capacity = handle_after(definition, "capacity_exceeded=fn");
  h->effects = handle_after(definition, "effects=fn");
  return true;
}

int main(int count, char **arguments) {
  if (count != 4) {
    fprintf(stderr, "usage: evaluator RULES_DIRECTORY MODE COUNT\n");
    return 64;
  }
  static host h;
  h.mode = arguments[2];
  if (!load_mode(&h, arguments[1])) return 1;
  return time_decisions(decide_case, &h, strtoul(arguments[3], NULL, 10));
}
