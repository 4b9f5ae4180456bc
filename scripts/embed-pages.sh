#!/usr/bin/env bash
# Writes the pages' templates, words, styles and scripts into the program. Run it after an edit of theirs; a test
# fails until then. While working on them, `BOOKING_PAGES=Sources/BookingHost/Pages host-cli serve` reads the files.
set -euo pipefail
cd "$(dirname "$0")/../Sources/BookingHost/Pages"
target=Rendering/ShippedPages.swift
{
  echo "// Written by scripts/embed-pages.sh from Templates, Words and Assets. Edit the files there."
  echo "// swift-format-ignore-file"
  echo "enum ShippedPages {"
  echo "  /// Text by path."
  echo "  static let files: [String: String] = ["
  for file in Assets/* Templates/*.mustache Words/*/*.txt; do
    printf '    "%s": ##"""\n' "$file"
    # Lines that are empty stay so: an indented one would be white space at a line's end.
    sed -e 's/^\(..*\)$/      \1/' "$file"
    printf '\n      """##,\n'
  done
  echo "  ]"
  echo "}"
} > "$target"
