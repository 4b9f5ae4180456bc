#!/usr/bin/env bash
# The pages in Debian's chromium: every flow, with and without scripts, by keyboard, at three widths. Two files at a time,
# each in a house of its own.
set -euo pipefail
cd "$(dirname "$0")/.."
export CLI=${1:-$PWD/.build/debug/host-cli}
venv=.build/browser-test
if ! "$venv/bin/python" -c "import xdist" 2> /dev/null; then
  python3 -m venv "$venv"
  "$venv/bin/pip" install --quiet selenium==4.51.0 axe-selenium-python==2.1.6 pytest==8.4.2 pytest-xdist==3.8.0
fi
if [ -n "${PICTURES:-}" ]; then exec "$venv/bin/python" Tests/Browser/screenshots.py; fi
exec "$venv/bin/pytest" -q --tb=short -p no:cacheprovider -n 2 --dist loadfile ${ONLY:+-k "$ONLY"} Tests/Browser
