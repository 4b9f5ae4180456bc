-- A store as large as asked for: copies of the few bookings that host-cli made, with their guests and effects.
--
-- A day of a restaurant holds 20 bookings, however many there are: a restaurant has up to 2,500 service days, the last
-- of them sixty days ahead, and beyond that there are more restaurants. A guest comes four times. What belongs to one
-- day is scattered over the whole file.
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA foreign_keys = OFF;
PRAGMA cache_size = -1000000;
PRAGMA threads = 2;
BEGIN;
CREATE TEMP TABLE size AS SELECT min(:bookings, 50000) AS own, (:bookings + 49999) / 50000 AS houses;
CREATE TEMP TABLE house AS
  WITH RECURSIVE count (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM count, size WHERE n + 1 < houses)
  SELECT n, CASE n WHEN 0 THEN anchor.id ELSE anchor.id || '-' || n END AS id
  FROM count, (SELECT id FROM restaurants WHERE slug = 'the-anchor') anchor;
INSERT INTO restaurants (id, slug, name, timezone, phone, locale, seats, is_demo)
  SELECT house.id, slug || '-' || n, name || ' ' || n, timezone, phone, locale, seats, 1
  FROM house, restaurants WHERE n > 0 AND slug = 'the-anchor';
INSERT INTO weekly_hours SELECT house.id, weekday, opens, closes, closed, label
  FROM house, weekly_hours WHERE n > 0 AND restaurant_id = (SELECT id FROM house WHERE n = 0);
INSERT INTO services (restaurant_id, position, key, name, opens, closes, weekdays, max_covers, max_parties)
  SELECT house.id, position, key, name, opens, closes, weekdays, max_covers, max_parties
  FROM house, services WHERE n > 0 AND restaurant_id = (SELECT id FROM house WHERE n = 0);

-- n: which copy; m: its place in the restaurant's diary, of which 7919 is no divisor; pattern: what it is a copy of.
CREATE TEMP TABLE pattern AS SELECT *, row_number() OVER (ORDER BY id) - 1 AS number FROM bookings;
CREATE TEMP TABLE patterns AS SELECT count(*) AS count FROM pattern;
CREATE TEMP TABLE copy (
  n INTEGER PRIMARY KEY, house INTEGER, day TEXT, is_past INTEGER, minute INTEGER, id TEXT, guest INTEGER,
  pattern INTEGER);
INSERT INTO copy
  WITH RECURSIVE count (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM count WHERE n + 1 < :bookings),
  placed AS (SELECT n, n / own AS house, (n % own) * 7919 % own AS m FROM count, size)
  SELECT n, house, date('now', (60 - m / 20) || ' days'), m / 20 > 60,
    CASE WHEN m % 20 < 8 THEN 720 + m % 20 * 15 ELSE 1050 + (m % 20 - 8) * 15 END,
    printf('%08x-0000-4000-a000-%012x', n, n * 2654435761 % 4294967296), n / 4, n % patterns.count
  FROM placed, patterns;

CREATE TEMP TABLE first_names (n, name);
INSERT INTO first_names VALUES (0, 'Ada'), (1, 'Alan'), (2, 'Grace'), (3, 'Edsger'), (4, 'Barbara'), (5, 'Donald'),
  (6, 'Frances'), (7, 'Ken'), (8, 'Radia'), (9, 'Tony'), (10, 'Margaret'), (11, 'John'), (12, 'Hedy'), (13, 'Niklaus');
CREATE TEMP TABLE last_names (n, name);
INSERT INTO last_names VALUES (0, 'Lovelace'), (1, 'Turing'), (2, 'Hopper'), (3, 'Dijkstra'), (4, 'Liskov'),
  (5, 'Knuth'), (6, 'Allen'), (7, 'Thompson'), (8, 'Perlman'), (9, 'Hoare'), (10, 'Hamilton'), (11, 'Backus'), (12, 'Lamarr');
CREATE TEMP TABLE guest AS
  SELECT copy.guest AS n, house.id AS restaurant_id, printf('guest-%08d', copy.guest) AS id,
    first_names.name || ' ' || last_names.name AS name, printf('+447700%06d', copy.guest % 1000000) AS phone
  FROM copy JOIN house ON house.n = copy.house JOIN first_names ON first_names.n = copy.guest % 14
    JOIN last_names ON last_names.n = copy.guest / 14 % 13
  WHERE copy.n % 4 = 0;
INSERT INTO guests (id, restaurant_id, name, folded_name, phone, created_at)
  SELECT id, restaurant_id, name, lower(name), phone, unixepoch() FROM guest;
CREATE UNIQUE INDEX temp.guest_by_number ON guest (n);

INSERT INTO bookings
  (id, reference, restaurant_id, guest_id, mode, start_date, start_minute, end_date, end_minute, service_date,
  service_minute, starts_at, ends_at, timezone, party, covers, booking_type, seating, notes, name, email, phone,
  normalised_email, normalised_phone, marketing_opt_in, terms_accepted_at, status, source, label, staff_id, staff_role,
  answers, revision, contract_version, issues, search_text, created_at, updated_at)
  SELECT copy.id, printf('%09X', copy.n), house.id, guest.id, p.mode, day, minute, day, minute + 90, day, minute,
    unixepoch(day) + minute * 60, unixepoch(day) + minute * 60 + 5400, timezone, p.party, p.covers,
    CASE WHEN minute < 900 THEN 'lunch' ELSE 'dinner' END, seating, p.notes, guest.name, p.email, guest.phone,
    normalised_email, guest.phone, marketing_opt_in, terms_accepted_at,
    CASE WHEN is_past THEN 'completed' ELSE 'confirmed' END, source, label, staff_id, staff_role, answers, revision,
    contract_version, issues, lower(guest.name) || char(10) || guest.phone || char(10) || printf('%09x', copy.n),
    unixepoch(day) - 172800, unixepoch(day) - 172800
  FROM copy JOIN house ON house.n = copy.house JOIN guest ON guest.n = copy.guest
    JOIN pattern p ON p.number = copy.pattern;

INSERT INTO effects
  (booking_id, position, action, kind, template, points, channel, skipped, rule, state, reason, created_at, due_at,
  attempts, delivered_at)
  SELECT copy.id, position, action, kind, template, points, channel, skipped, rule, state, reason, e.created_at,
    e.due_at, attempts, delivered_at
  FROM copy JOIN pattern p ON p.number = copy.pattern JOIN effects e ON e.booking_id = p.id;
COMMIT;
-- Indexes.
PRAGMA journal_mode = WAL;
