#!/usr/bin/env bash
# Kills, fails, fills and floods a booking host, and says what held (Tests/Torture). SHORT=1 is the short form;
# ONLY=kills,faults runs parts of it.
set -euo pipefail
cd "$(dirname "$0")/.."
export CLI=${1:-$PWD/.build/debug/host-cli}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export SHIM="$work/shim.so"
cc -shared -fPIC -O1 -Wall -o "$SHIM" Tests/Torture/shim.c -ldl
python3 Tests/Torture/torture.py ${SHORT:+--short} ${ONLY:+--only "$ONLY"}
