#!/usr/bin/env bash
# Builds the commit that is checked out, for release and with Swift's libraries inside, and installs it: the program,
# its man pages, shell completions, the shipped rules, and a systemd unit. Edits that are not committed are left out.
#
#   PREFIX=/usr/local   where programs go
#   SYSCONFDIR=/etc     where the operators' rules and settings are; what is there is left alone
#   DESTDIR=            put everything below this instead, for packages
#   BUILD=.build-install
set -euo pipefail
cd "$(dirname "$0")/.."
prefix=${PREFIX:-/usr/local}
etc=${SYSCONFDIR:-/etc}
destination=${DESTDIR:-}
build=${BUILD:-$PWD/.build-install}
source="$build/source"

if [ -n "$(git status --porcelain --untracked-files=no)" ]; then
  echo "note: what is not committed is not installed" >&2
fi
rm -rf "$source"
mkdir -p "$source"
git archive HEAD | tar -x -C "$source"
[ ! -f Package.resolved ] || cp Package.resolved "$source/"

options=(--package-path "$source" --scratch-path "$build/build" -c release --static-swift-stdlib)
swift build "${options[@]}" --product host-cli
program="$(swift build "${options[@]}" --show-bin-path)/host-cli"

install -d "$destination$prefix/bin"
strip -o "$build/host-cli" "$program"
install -m 0755 "$build/host-cli" "$destination$prefix/bin/host-cli"

# The completions, as each shell looks for them.
share="$destination$prefix/share"
install -d "$share/bash-completion/completions" "$share/zsh/site-functions" "$share/fish/vendor_completions.d"
"$program" --generate-completion-script bash > "$share/bash-completion/completions/host-cli"
"$program" --generate-completion-script zsh > "$share/zsh/site-functions/_host-cli"
"$program" --generate-completion-script fish > "$share/fish/vendor_completions.d/host-cli.fish"

# A man page for each command, by the argument parser's own generator: it asks the program what commands it has.
parser="$build/build/checkouts/swift-argument-parser"
manual=(--package-path "$parser" --scratch-path "$build/manual" --product generate-manual)
swift build "${manual[@]}" > "$build/manual.log" 2>&1 || { cat "$build/manual.log" >&2; exit 1; }
install -d "$share/man/man1"
rm -rf "$build/man"
mkdir -p "$build/man"
"$(swift build "${manual[@]}" --show-bin-path)/generate-manual" "$program" --multi-page --output-directory "$build/man"
find "$build/man" -name '*.1' -exec install -m 0644 {} "$share/man/man1/" \;

# The shipped rules, to look things up in; and the restaurant's own, if there are none yet.
install -d "$share/booking-host"
rm -rf "$share/booking-host/rules"
cp -r "$source/rules" "$share/booking-host/rules"
chmod -R u=rwX,go=rX "$share/booking-host"
if [ ! -e "$destination$etc/booking-host/rules" ]; then
  install -d "$destination$etc/booking-host"
  cp -r "$share/booking-host/rules" "$destination$etc/booking-host/rules"
fi

install -d "$destination$prefix/lib/systemd/system" "$destination$prefix/lib/sysusers.d"
sed -e "s|@PREFIX@|$prefix|g" -e "s|@SYSCONFDIR@|$etc|g" scripts/install/booking-host.service \
  > "$destination$prefix/lib/systemd/system/booking-host.service"
install -m 0644 scripts/install/booking-host.sysusers "$destination$prefix/lib/sysusers.d/booking-host.conf"

echo "Installed $("$destination$prefix/bin/host-cli" --version) as $destination$prefix/bin/host-cli ($(du -h "$build/host-cli" | cut -f1))."
[ -n "$destination" ] || echo "Next: docs/installing.md says how to begin."
