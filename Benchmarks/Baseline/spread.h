// The 64 bookings that every benchmark of decisions goes round, and the facts for each. See README.md.
#ifndef SPREAD_H
#define SPREAD_H

#include <stdbool.h>
#include <stddef.h>

enum { SPREAD = 64 };

typedef struct booking_case {
  int party;
  const char *name, *email, *phone, *notes;  // NULL: not given
  char time[6];                              // "17:15" on 2026-11-22
  int minute;                                // of that day, and of the service day
  int covers;                                // booked already, of 40
  bool in_service;                           // dinner, 1050 to 1380
} booking_case;

// What is the same for all.
#define SPREAD_DATE "2026-11-22"
#define SPREAD_WEEKDAY "sunday"
#define SPREAD_NOW_DATE "2026-11-21"
#define SPREAD_NOW_TIME "18:00"
#define SPREAD_NOW_WEEKDAY "saturday"
enum {
  SPREAD_NOW_MINUTE = 1080, SPREAD_MAX_COVERS = 40, SPREAD_OPENS = 720, SPREAD_CLOSES = 1380,
  SPREAD_DINNER_OPENS = 1050, SPREAD_DINNER_CLOSES = 1380
};

booking_case spread_case(size_t index);
int spread_notice_minutes(const booking_case *c);

#endif
