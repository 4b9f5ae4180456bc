#!/usr/bin/env python3
"""Counts in SQL what a replay of the shipped rules is to find in the generated bookings, and compares the two.

    agree.py data/booking.sqlite replay.json

A booking that something refuses counts there, and not for what a manager could have let pass.
"""
import datetime
import json
import sqlite3
import sys
import zoneinfo

store, replay = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True), json.load(open(sys.argv[2]))
zone = zoneinfo.ZoneInfo("Europe/London")
store.create_function("local_date", 1, lambda at: datetime.datetime.fromtimestamp(at, zone).date().isoformat())
store.executescript("""
CREATE TEMP TABLE b AS SELECT rowid AS n, starts_at AS s, ends_at AS x, covers AS c, party, service_date AS d, service_minute AS m,
  -- By the rules, not as it was kept: how long these guests would sit.
  starts_at + (CASE WHEN party > 6 THEN 120 ELSE 90 END) * 60 AS e,
  status IN ('pending', 'confirmed', 'checked_in', 'completed') AS counts,
  julianday(start_date) - julianday(local_date(created_at)) > 90 AS far,
  strftime('%w', service_date) = '0' AS closed,
  strftime('%w', service_date) IN ('5', '6') AS late,
  NULL AS service
FROM bookings WHERE restaurant_id = (SELECT id FROM restaurants WHERE slug = 'the-anchor');
UPDATE b SET service = CASE WHEN closed THEN NULL WHEN m BETWEEN 720 AND 899 THEN 'lunch'
  WHEN m BETWEEN 1050 AND 1379 THEN 'dinner' WHEN late AND m BETWEEN 1380 AND 1559 THEN 'late' END;
CREATE INDEX temp.by_service ON b (d, service, n);
CREATE INDEX temp.by_start ON b (s, n);
-- Whoever was imported before counts: in the service, and among those who sit at the same time.
CREATE TEMP TABLE judged AS SELECT closed, party, far,
  NOT closed AND (m < 720 OR m >= CASE WHEN late THEN 1560 ELSE 1380 END) AS outside,
  NOT closed AND m > CASE WHEN service IS NOT NULL THEN 9999 WHEN late THEN 1560 ELSE 1380 END AS after,
  max(
    CASE WHEN service IS NULL THEN 0 ELSE c - 40 + (SELECT coalesce(sum(a.c), 0) FROM b a
      WHERE a.d = b.d AND a.service = b.service AND a.n < b.n AND a.counts) END,
    c - 40 + (SELECT coalesce(sum(a.c), 0) FROM b a
      WHERE a.s > b.s - 86400 AND a.s < b.e AND a.x > b.s AND a.n < b.n AND a.counts)) AS over
FROM b;
""")
passes = "NOT closed AND NOT outside AND NOT far AND party <= 12"
expected = {
    ("newlyRefused", "party_max"): "party > 12",
    ("newlyRefused", "beyond_horizon"): "far",
    ("newlyRefused", "closed_date"): "closed",
    ("newlyRefused", "outside_hours"): "outside",
    ("newlyRefused", "last_seating"): "after",
    ("newlyRefused", "capacity_exceeded"): f"{passes} AND over > 2",
    ("issuesChanged", "capacity_exceeded"): f"{passes} AND over BETWEEN 1 AND 2",
}
found = {(line["change"], line["code"]): line["count"] for line in replay["byRule"]}
differ = 0
for key, condition in expected.items():
    count = store.execute(f"SELECT count(*) FROM judged WHERE {condition}").fetchone()[0]
    same = count == found.get(key, 0)
    differ += not same
    print(f"{'agrees ' if same else 'DIFFERS'}  {key[1]:<18} {key[0]:<14} SQL {count:>6}  replay {found.get(key, 0):>6}")
sys.exit(1 if differ else 0)
