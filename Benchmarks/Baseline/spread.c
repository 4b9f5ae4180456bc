#include "spread.h"

#include <stdio.h>

booking_case spread_case(size_t index) {
  int i = (int)(index % SPREAD), minute = 17 * 60 + 15 * (i % 16);
  booking_case c = {
    .party = i % 8 + 1,
    .name = "Ada Lovelace",
    .email = i & 8 ? "ada@example.com" : NULL,
    .phone = i & 16 ? "07700 900123" : NULL,
    .notes = i & 32 ? "A quiet table, if there is one." : NULL,
    .minute = minute,
    .covers = i * 5 % 45,
    .in_service = minute >= SPREAD_DINNER_OPENS && minute < SPREAD_DINNER_CLOSES,
  };
  snprintf(c.time, sizeof c.time, "%02d:%02d", minute / 60 % 24, minute % 60);
  return c;
}

int spread_notice_minutes(const booking_case *c) {
  return 24 * 60 + c->minute - SPREAD_NOW_MINUTE;
}
