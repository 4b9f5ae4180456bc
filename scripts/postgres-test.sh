#!/usr/bin/env bash
# Runs the test suites against PostgreSQL (docs/postgres.md): the same tests that SQLite passes, and its own.
#
# SUITES names folders of Tests/BookingHostTests; without it all that ask something of a store. Those that start
# host-cli work on files.
set -euo pipefail
cd "$(dirname "$0")/.."
folders=${SUITES:-Storage Desk Effects Guests HTTP House LiveRules Setup Waiting Access Ledger Feed Properties Replay Pages}
# A test is known by its file, among other things.
files=$(cd Tests/BookingHostTests && find $folders -name '*Tests.swift' -printf '%f|' | sed 's/|$//; s/\./\\./g')
swift build --build-tests --traits Postgres
exec ./scripts/postgres-server.sh ./scripts/swift-test.sh --traits Postgres --skip-build --filter "$files" "$@"
