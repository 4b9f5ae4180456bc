-- Copies of every decision, with its booking and effects, each a week earlier than the one before.
PRAGMA synchronous = OFF;
PRAGMA foreign_keys = OFF;
CREATE TEMP TABLE copies (n INTEGER PRIMARY KEY);
INSERT INTO copies WITH RECURSIVE count (n) AS
  (SELECT 1 WHERE :copies > 0 UNION ALL SELECT n + 1 FROM count WHERE n < :copies) SELECT n FROM count;
BEGIN;
CREATE TEMP TABLE original_bookings AS SELECT * FROM bookings;
INSERT INTO bookings
  (id, reference, restaurant_id, guest_id, mode, start_date, start_minute, end_date, end_minute,
  service_date, service_minute, starts_at, ends_at, timezone, party, covers, booking_type, seating,
  notes, staff_notes, name, email, phone, normalised_email, normalised_phone, marketing_opt_in,
  terms_accepted_at, status, source, label, staff_id, staff_role, answers, override_reason,
  override_by, revision, contract_version, issues, search_text, version, created_at, updated_at)
SELECT
  id || '-' || n, reference || printf('%05d', n), restaurant_id, guest_id, mode,
  date(start_date, printf('-%d days', 7 * n)), start_minute,
  date(end_date, printf('-%d days', 7 * n)), end_minute,
  date(service_date, printf('-%d days', 7 * n)), service_minute, starts_at - 604800 * n,
  ends_at - 604800 * n, timezone, party, covers, booking_type, seating, notes, staff_notes, name,
  email, phone, normalised_email, normalised_phone, marketing_opt_in, terms_accepted_at,
  CASE status WHEN 'confirmed' THEN 'completed' ELSE status END, source, label, staff_id,
  staff_role, answers, override_reason, override_by, revision, contract_version, issues,
  search_text, version, created_at - 604800 * n, updated_at - 604800 * n
FROM temp.copies CROSS JOIN temp.original_bookings;
CREATE TEMP TABLE original_decisions AS SELECT * FROM decisions;
INSERT INTO decisions
  (id, restaurant_id, booking_id, staff_id, mode, action, revision, contract_version, outcome,
  issues, snapshot, created_at)
SELECT
  id || '-' || n, restaurant_id, booking_id || '-' || n, staff_id, mode, action, revision,
  contract_version, outcome, issues, snapshot, created_at - 604800 * n
FROM temp.copies CROSS JOIN temp.original_decisions;
CREATE TEMP TABLE original_effects AS SELECT * FROM effects;
INSERT INTO effects
  (booking_id, position, action, kind, template, before_minutes, points, points_reason, channel,
  message, event, skipped, rule, state, reason, created_at)
SELECT
  booking_id || '-' || n, position, action, kind, template, before_minutes, points, points_reason,
  channel, message, event, skipped, rule, state, reason, created_at - 604800 * n
FROM temp.copies CROSS JOIN temp.original_effects;
COMMIT;
ANALYZE;
PRAGMA wal_checkpoint(TRUNCATE);
