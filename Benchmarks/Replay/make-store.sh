#!/bin/sh
# make-store.sh CLI DIR COUNT: a store of about COUNT decisions in DIR, to measure `rules replay` with.
#
# Some hundreds are made by `CLI book`, of every kind: lunch and dinner, with and without contact, by guests
# and by staff, walk-ins, overrides, and attempts refused for every reason. The rest are copies of them under
# new ids and references, weeks earlier, made with the sqlite3 program. Parties are as large as they really
# are (43 in 100 are two).
set -eu
cli=$1 dir=$2 count=$3
here=$(dirname "$0")

rm -rf "$dir"
export BOOKING_DATA="$dir"
password=$("$cli" setup --demo --format json |
  sed 's/.*"email":"manager@the-anchor.example","password":"\([^"]*\)".*/\1/')
echo "$password" | "$cli" sign-in manager@the-anchor.example --password-stdin > /dev/null

book() { "$cli" book "$@" --format json > /dev/null 2>&1 || true; }
day() { date -u -d "+$1 days" +%F; }

parties="2 2 3 4 2 1 2 5 2 3 6 2 4 7 2 2 3 8 2 9 4 2 10 2 3 5 2 11 2 4 12 2 6 2 3 13 2 16 4 2"
times="12:00 12:30 13:00 14:15 17:30 18:00 18:30 19:00 19:15 19:30 20:00 20:30 21:00 22:15 16:00 19:07"
number=0
for ahead in 2 3 4 5 6 8 9 10 11; do
  for party in $parties; do
    number=$((number + 1))
    time=$(echo "$times" | cut -d' ' -f$((number % 16 + 1)))
    on="--date $(day $((ahead + number % 3 * 9))) --time $time --party $party"
    case $(((number + ahead) % 8)) in
      0) book $on --name "Guest $number" ;;
      1) book $on --name "Guest $number" --email "guest$number@example.com" ;;
      2) book $on --name "Guest $number" --phone "07700 900$((100 + number % 900))" ;;
      3) book $on --name "Guest $number" --email "guest$number@example.com" --notes "By the window, please." ;;
      4) book $on --mode customer --restaurant the-anchor --name "Guest $number" --terms \
        --email "guest$number@example.com" --phone "+4477009$((10000 + number))" ;;
      5) book $on --mode customer --restaurant the-anchor --name "Guest $number" --email "wrong" ;;
      6) book $on --name "Guest $number" --override-reason "regular guest" --seating window ;;
      7) book --date today --time now --party "$party" --name "Walk-in $number" ;;
    esac
  done
done

made=$(sqlite3 "$dir/booking.sqlite" "SELECT count(*) FROM decisions")
sed "s/:copies/$(((count - made) / made))/g" "$here/multiply.sql" | sqlite3 "$dir/booking.sqlite"
sqlite3 "$dir/booking.sqlite" "SELECT count(*) || ' decisions, ' || count(booking_id) || ' bookings' FROM decisions"
