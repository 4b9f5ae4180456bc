#!/usr/bin/env bash
# Writes the mail templates of rules/mail into the program, which falls back to them. Run it after an edit of
# theirs; a test fails until then.
set -euo pipefail
cd "$(dirname "$0")/.."
target=Sources/BookingHost/Effects/Mail/Templates/ShippedMail+Texts.swift
{
  echo "// Written by scripts/embed-mail.sh from rules/mail. Edit the templates there."
  echo "extension ShippedMail {"
  echo "  /// Text by file name."
  echo "  static let texts: [String: String] = ["
  for file in rules/mail/*.mustache; do
    printf '    "%s": #"""\n' "$(basename "$file")"
    # Lines that are empty stay so: an indented one would be white space at a line's end.
    sed -e 's/^\(..*\)$/      \1/' "$file"
    printf '\n      """#,\n'
  done
  echo "  ]"
  echo "}"
} > "$target"
