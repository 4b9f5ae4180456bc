"""Sends mail through msmtp to servers that behave and that do not, and looks at what arrives.

Run by scripts/mail-test.sh. KILLS is how often whoever delivers is killed, SEED repeats a run.
"""
import sys, time

import bookings, hour, kills, transport
from product import clean_up, failures

for part in [transport, bookings, hour, kills]:
    began = time.monotonic()
    part.run()
    print(f"     {part.__name__}: {time.monotonic() - began:.0f} s", flush=True)
clean_up()
print(f"{len(failures)} failed: " + "; ".join(failures) if failures else "all is well")
sys.exit(1 if failures else 0)
