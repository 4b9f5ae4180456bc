#!/usr/bin/env python3
"""Runs the benchmarks and prints one table. See README.md; `run.sh` builds and then runs this."""

import os
import signal
import sys
import time
import traceback

from Booking import booking
from Common import report
from Common.benchmark import QUICK, Row, say, workplace
from Decision import decision
from Reading import reading
from Tools import tools

SUBJECTS = {"decision": decision, "booking": booking, "reading": reading, "tools": tools}


def main():
    # Ended by kill, everything is put away as on Ctrl-C.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    wanted = [name for name in os.environ.get("ONLY", "").replace(",", " ").split() if name] or list(SUBJECTS)
    unknown = [name for name in wanted if name not in SUBJECTS]
    if unknown:
        sys.exit(f"ONLY names {', '.join(SUBJECTS)}; there is no {unknown[0]}")
    rows, start, load = [], time.monotonic(), os.getloadavg()[0]
    for name in wanted:
        say(f"{name} …")
        rows += measured(name)
    minutes = (time.monotonic() - start) / 60
    print(report.text_table(rows))
    if set(wanted) == set(SUBJECTS) and (not QUICK or "WRITE" in os.environ):
        report.write(rows, minutes, load)
        print("docs/performance.md has these figures now.")
    sys.exit(1 if any(row.verdict == "FAILED" for row in rows) else 0)


def measured(name):
    """The rows of a subject; what breaks costs the rows that were still to come, not the others."""
    rows = []
    with workplace() as work:
        try:
            for row in SUBJECTS[name].rows(work):
                rows.append(row)
        except Exception as problem:
            traceback.print_exc()
            rows.append(Row(name, "the rest of it", "", failed=str(problem)))
    return rows


try:
    main()
except KeyboardInterrupt:
    sys.exit(130)
