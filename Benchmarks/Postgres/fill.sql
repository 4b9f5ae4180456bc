-- As many bookings as asked for, beside those that are measured: copies of one that a host made, each with its guest,
-- its decision, its effects and its line of the audit trail. psql -v from=0 -v to=1000000 -f fill.sql
--
-- A day of a restaurant holds 20 bookings: a restaurant has up to 2,500 service days, the last of them sixty days ahead,
-- and 50,000 bookings; beyond that there are more restaurants. A guest comes four times. What belongs to one day is
-- scattered over the whole table.
SET search_path = booking;
SET synchronous_commit = off;
CREATE TEMP TABLE pattern AS SELECT * FROM bookings ORDER BY created_at LIMIT 1;
CREATE TEMP TABLE copy AS
  SELECT n, 'filled-' || n / 50000 AS house, n / 4 AS guest, m % 20 * 15 + 720 AS minute,
    current_date + 60 - m / 20 AS day, format('%s-0000-4000-a000-%s', lpad(to_hex(n), 8, '0'),
    lpad(to_hex(n::bigint * 2654435761 % 4294967296), 12, '0')) AS id
  FROM generate_series(:from, :to - 1) n, LATERAL (SELECT ((n % 50000)::bigint * 7919 % 50000)::int AS m) place;

INSERT INTO restaurants (id, slug, name, timezone, phone, locale, seats, is_demo)
  SELECT DISTINCT house, house, house, r.timezone, r.phone, r.locale, r.seats, 1
  FROM copy, restaurants r WHERE r.slug = 'bench' ON CONFLICT DO NOTHING;
INSERT INTO guests (id, restaurant_id, name, folded_name, phone, created_at)
  SELECT DISTINCT 'guest-' || guest, house, 'Guest ' || guest, 'guest ' || guest, '+44770' || lpad(guest::text, 8, '0'), 1
  FROM copy WHERE n % 4 = 0;

-- Every column of the pattern, but for what must be each booking's own.
SELECT format(
  'INSERT INTO bookings (%s) SELECT %s FROM copy, pattern p',
  string_agg(quote_ident(column_name), ', ' ORDER BY ordinal_position),
  string_agg(CASE column_name
    WHEN 'id' THEN 'copy.id' WHEN 'reference' THEN '''F'' || lpad(copy.n::text, 9, ''0'')'
    WHEN 'restaurant_id' THEN 'copy.house' WHEN 'guest_id' THEN '''guest-'' || copy.guest'
    WHEN 'start_date' THEN 'copy.day::text' WHEN 'end_date' THEN 'copy.day::text' WHEN 'service_date' THEN 'copy.day::text'
    WHEN 'start_minute' THEN 'copy.minute' WHEN 'service_minute' THEN 'copy.minute' WHEN 'end_minute' THEN 'copy.minute + 90'
    WHEN 'starts_at' THEN 'extract(epoch FROM copy.day)::bigint + copy.minute * 60'
    WHEN 'ends_at' THEN 'extract(epoch FROM copy.day)::bigint + copy.minute * 60 + 5400'
    WHEN 'name' THEN '''Guest '' || copy.guest'
    WHEN 'phone' THEN '''+44770'' || lpad(copy.guest::text, 8, ''0'')'
    WHEN 'normalised_phone' THEN '''+44770'' || lpad(copy.guest::text, 8, ''0'')'
    WHEN 'search_text' THEN '''guest '' || copy.guest'
    ELSE 'p.' || quote_ident(column_name) END, ', ' ORDER BY ordinal_position)) AS copying
FROM information_schema.columns WHERE table_schema = 'booking' AND table_name = 'bookings' AND is_generated = 'NEVER' \gset
:copying;

SELECT string_agg(format(
  'INSERT INTO %I (%s) SELECT %s FROM copy, %I p WHERE p.booking_id = (SELECT id FROM pattern)', t,
  columns, replace(values, 'p.restaurant_id', 'copy.house'), t), '; ') AS following
FROM (
  SELECT table_name AS t, string_agg(quote_ident(column_name), ', ' ORDER BY ordinal_position) AS columns,
    string_agg(CASE WHEN column_name = 'booking_id' THEN 'copy.id' WHEN column_name = 'id' THEN '''d-'' || copy.id'
      ELSE 'p.' || quote_ident(column_name) END, ', ' ORDER BY ordinal_position) AS values
  FROM information_schema.columns
  WHERE table_schema = 'booking' AND table_name IN ('decisions', 'effects', 'audit') AND is_identity = 'NO'
    AND NOT (table_name = 'audit' AND column_name = 'id') AND NOT (table_name = 'decisions' AND column_name = 'rowid')
  GROUP BY table_name) each_table \gset
:following;
