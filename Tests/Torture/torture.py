#!/usr/bin/env python3
"""Breaks what can break under a booking host, and says of each thing whether it held.

    torture.py [--short] [--only NAME,NAME]

A verdict a line, and 1 when anything was broken. `--short` is for every commit; the whole takes about half an hour.
"""
from torture import faults, kills, load, races, report

report.main(lambda short: {
    "races": lambda: races.run(200 if short else 10_000, by_command=20 if short else 100),
    "kills": lambda: kills.run(6 if short else 200),
    "faults": lambda: faults.run(short),
    "abuse": lambda: load.abuse(3 if short else 20),
    "soak": lambda: load.soak(15 if short else 900),
})
