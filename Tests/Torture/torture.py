#!/usr/bin/env python3
"""Breaks what can break under a booking host, and says of each thing whether it held.

    torture.py [--short] [--only NAME,NAME]

A verdict a line, and 1 when anything was broken. `--short` is for every commit; the whole takes about half an hour.
"""
import argparse
import sys

from torture import faults, kills, load, races, report

arguments = argparse.ArgumentParser()
arguments.add_argument("--short", action="store_true")
arguments.add_argument("--only", default="")
options = arguments.parse_args()
short = options.short
parts = {
    "races": lambda: races.run(200 if short else 10_000, by_command=20 if short else 100),
    "kills": lambda: kills.run(6 if short else 200),
    "faults": lambda: faults.run(short),
    "abuse": lambda: load.abuse(3 if short else 20),
    "soak": lambda: load.soak(15 if short else 900),
}
wanted = options.only.split(",") if options.only else list(parts)
for name in wanted:
    parts[name]()
sys.exit(report.finish())
