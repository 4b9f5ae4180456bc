#!/usr/bin/env python3
"""generate.py COUNT [SEED [WEEKS]]: bookings that look like real ones, as CSV for `host-cli import`, on standard output.

Party sizes, hours, weekdays and how far ahead people book are drawn from the distribution of 36,259 reservations at
275 restaurants over five months (a published data set; figures only). The same seed gives the same bookings. They end with
September 2026; WEEKS are 22 unless said.
"""
import csv
import datetime as dt
import random
import sys
import zoneinfo

count = int(sys.argv[1]) if len(sys.argv) > 1 else 36_000
random.seed(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
weeks = int(sys.argv[3]) if len(sys.argv) > 3 else 22

# In tenths of a percent.
PARTIES = {1: 16, 2: 427, 3: 167, 4: 136, 5: 63, 6: 49, 7: 27, 8: 27, 9: 13, 10: 13, "large": 45, "huge": 17}
HOURS = {11: 31, 12: 32, 13: 19, 14: 9, 16: 13, 17: 95, 18: 272, 19: 245, 20: 145, 21: 77, 22: 32, 23: 10, "late": 14}
WEEKDAYS = [90, 101, 120, 122, 216, 236, 116]
# Hours ahead: quantile and value; the quartiles are of those that are not at once.
AHEAD = [(0.06, 0), (0.25, 5), (0.5, 48), (0.75, 161), (0.95, 505), (1.0, 3258)]


def draw(weights):
    return random.choices(list(weights), weights=weights.values())[0]


def party():
    size = draw(PARTIES)
    if size == "large":
        return random.randint(11, 20)
    return random.randint(21, 100) if size == "huge" else size


def hours_ahead():
    at = random.random()
    low, before = 0.0, 0
    for share, hours in AHEAD:
        if at <= share:
            return before + (hours - before) * (at - low) / (share - low)
        low, before = share, hours
    return before


FIRST = "Ada Alan Grace Edsger Barbara Donald Frances Ken Radia Tony Margaret John Hedy Niklaus Adele Robin".split()
LAST = "Lovelace Turing Hopper Dijkstra Liskov Knuth Allen Thompson Perlman Hoare Hamilton Backus Lamarr Wirth".split()
LONDON = zoneinfo.ZoneInfo("Europe/London")
monday = dt.date(2026, 5, 4) - dt.timedelta(weeks=weeks - 22)
out = csv.writer(sys.stdout)
out.writerow(["reference", "date", "time", "party", "booked_at", "name", "email", "phone", "status"])
for number in range(count):
    week = monday + dt.timedelta(weeks=random.randrange(weeks))
    day = week + dt.timedelta(days=random.choices(range(7), weights=WEEKDAYS)[0])
    hour = draw(HOURS)
    if hour == "late":
        hour, day = random.randint(0, 5), day + dt.timedelta(days=1)
    start = dt.datetime.combine(day, dt.time(hour, random.choice([0, 15, 30, 45])))
    if start.month == 3 and start.replace(tzinfo=LONDON).astimezone(dt.UTC).astimezone(LONDON).hour != start.hour:
        start += dt.timedelta(hours=1)  # the hour that spring leaves out
    booked = start - dt.timedelta(hours=hours_ahead())
    name = f"{random.choice(FIRST)} {random.choice(LAST)}"
    email = f"guest{random.randrange(count)}@example.com" if random.random() < 0.7 else ""
    phone = f"+447700{random.randrange(900000, 999999)}" if random.random() < 0.6 else ""
    status = random.choices(["completed", "cancelled", "no_show"], weights=[85, 11, 4])[0]
    out.writerow(
        [f"G{number:06d}", start.date(), start.strftime("%H:%M"), party(), booked.strftime("%Y-%m-%dT%H:%M:%S+01:00"),
         name, email, phone, status])
