#!/usr/bin/env python3
"""The same over PostgreSQL, with what can go wrong there, to be run by scripts/postgres-torture.sh.

    postgres.py [--short] [--only NAME,NAME]
"""
from torture import kills, outages, races, report

report.main(lambda short: {
    "races": lambda: races.run(100 if short else 10_000, by_command=20 if short else 500),
    "crowds": lambda: races.crowds(4 if short else 50),
    "kills": lambda: kills.run(4 if short else 100),
    "cuts": lambda: outages.cuts(8 if short else 60),
    "restarts": lambda: outages.restarts(2 if short else 10),
    "failover": lambda: outages.failover(),
})
