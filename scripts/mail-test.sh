#!/usr/bin/env bash
# Mail against the real thing: msmtp, an SMTP server on the loopback (aiosmtpd, from PyPI) that also misbehaves,
# Python's email package, and iCalendar libraries (icalendar and dateutil, from PyPI). KILLS=100 is the long form:
# so often is whoever delivers killed; SEED, which it prints, repeats a run.
set -euo pipefail
cd "$(dirname "$0")/.."
cli=${1:-.build/debug/host-cli}
venv=.build/mail-test
if [ ! -x "$venv/bin/python" ] || ! "$venv/bin/python" -c "import aiosmtpd, icalendar, dateutil" 2>/dev/null; then
  python3 -m venv "$venv"
  "$venv/bin/pip" install --quiet aiosmtpd==1.4.6 icalendar==7.3.2 python-dateutil
fi
if ! command -v msmtp >/dev/null || ! command -v openssl >/dev/null; then
  if [ "$(id -u)" -eq 0 ]; then sudo=""; else sudo="sudo"; fi
  $sudo apt-get update -qq
  DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends msmtp openssl
fi

# Every zone's calendar entries, read by the libraries.
BOOKING_TEST_PYTHON="$venv/bin/python" swift test --skip-build --filter CalendarLibraryTests
"$venv/bin/python" scripts/mail_test "$cli"
