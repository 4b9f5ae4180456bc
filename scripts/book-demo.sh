#!/bin/sh
# The main job on demo data: set up, sign in as the host of the first restaurant, take a walk-in.
# On a terminal the wizard asks; elsewhere a guest who gave only a name gets the next open slot.
set -eu
cli=$1
export BOOKING_DATA="$2"
host=host@the-anchor.example

echo "Setting up the demo in $BOOKING_DATA/ ..."
password=$("$cli" setup --demo --format json |
  sed -n "s/.*\"email\":\"$host\",\"password\":\"\([^\"]*\)\".*/\1/p")
printf '%s\n' "$password" | "$cli" sign-in "$host" --password-stdin
echo "(the password of $host is $password)"
echo

if [ -t 0 ] && [ -t 1 ]; then
  "$cli" book
  day=today
else
  slot=""
  for ahead in 0 1 2 3 4 5 6 7; do
    day=$(date -d "$ahead days" +%F)
    slot=$("$cli" slots --date "$day" --party 2 | awk '$4 == "free" { print $1, $3; exit }')
    [ -z "$slot" ] || break
  done
  "$cli" book --date "${slot% *}" --time "${slot#* }" --party 2 --name "Ada Lovelace"
fi
echo
"$cli" dashboard --date "$day"
