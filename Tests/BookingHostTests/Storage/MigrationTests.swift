import Testing

@testable import BookingHost

@Suite struct `A store of an earlier version` {
  @Test func `has bookings whose life goes on`() throws {
    let store = try Store.inMemory(ofVersion: "v4")
    try store.execute(
      """
      INSERT INTO restaurants (id, slug, name, timezone, locale) VALUES ('r', 'anchor', 'Anchor', 'UTC', 'en-GB');
      INSERT INTO guests (id, restaurant_id, name, folded_name, created_at) VALUES ('g', 'r', 'Ada', 'ada', 1);
      INSERT INTO rule_revisions VALUES ('aaa', 1, 100, 1);
      INSERT INTO bookings (id, reference, restaurant_id, guest_id, mode, start_date, start_minute, end_date,
        end_minute, service_date, service_minute, starts_at, ends_at, timezone, party, covers, name,
        marketing_opt_in, status, source, revision, contract_version, search_text, created_at, updated_at)
      VALUES ('b', 'R', 'r', 'g', 'ops', '2026-11-22', 1, '2026-11-22', 2, '2026-11-22', 1,
        1, 2, 'UTC', 2, 2, 'Ada', 0, 'confirmed', 'system', 'aaa', 1, 'ada', 1, 1);
      INSERT INTO effects (booking_id, position, action, kind, points, state, created_at)
      VALUES ('b', 0, 'loyalty', 'loyalty', 20, 'delivered', 1);
      """)
    try store.migrate()
    let booking = try #require(try store.read { try $0.booking(id: "b") })
    #expect(booking.table == nil)
    let guest = try #require(try store.read { try $0.guest(id: "g", now: Instant(seconds: 0)) })
    #expect(guest.name == "Ada" && guest.upcoming == 1 && guest.mergedInto == nil && guest.erasedAt == nil)
    let after = try store.write { writer in
      try writer.record(
        TransitionRecord(
          change: StatusChange(from: .confirmed, to: .cancelled), table: nil, at: Instant(seconds: 5),
          staff: StaffFacts(id: "s", role: .host)), of: booking)
    }
    #expect(after.status == .cancelled && after.version == 2)
    #expect(try store.read { try $0.points(ofBooking: "b") } == 20)
    #expect(try store.read { try $0.transitions(ofBooking: "b").count } == 1)
  }

  @Test func `keeps what was on its way: attempts, deliveries, points and what follows what`() throws {
    let store = try Store.inMemory(ofVersion: "v7")
    try store.execute(
      """
      INSERT INTO restaurants (id, slug, name, timezone, locale) VALUES ('r', 'anchor', 'Anchor', 'UTC', 'en-GB');
      INSERT INTO guests (id, restaurant_id, name, folded_name, created_at) VALUES ('g', 'r', 'Ada', 'ada', 1);
      INSERT INTO rule_revisions VALUES ('aaa', 1, 100, 1);
      INSERT INTO bookings (id, reference, restaurant_id, guest_id, mode, start_date, start_minute, end_date,
        end_minute, service_date, service_minute, starts_at, ends_at, timezone, party, covers, name,
        marketing_opt_in, status, source, revision, contract_version, search_text, created_at, updated_at)
      VALUES ('b', 'R', 'r', 'g', 'ops', '2026-11-22', 1, '2026-11-22', 2, '2026-11-22', 1,
        1, 2, 'UTC', 2, 2, 'Ada', 0, 'confirmed', 'system', 'aaa', 1, 'ada', 1, 1);
      INSERT INTO booking_transitions (id, booking_id, audit_id, at, from_status, to_status, is_undo)
        VALUES (3, 'b', 1, 1, 'confirmed', 'cancelled', 0);
      INSERT INTO effects (id, booking_id, position, action, kind, points, state, created_at, trigger, follows)
        VALUES (7, 'b', 0, 'loyalty', 'loyalty', 20, 'delivered', 1, 'cancelled', 3);
      INSERT INTO effects (id, booking_id, position, action, kind, event, state, reason, created_at, due_at, expires_at,
        attempts, is_uncertain, stopped_by)
        VALUES (9, 'b', 1, 'webhook', 'webhook', 'booking.created', 'queued', 'busy', 1, 5, 99, 2, 1, 3);
      INSERT INTO effect_attempts VALUES (9, 1, 2, 'unknown', 'busy');
      INSERT INTO loyalty_entries VALUES (1, 'g', 'r', 'b', 7, 20, NULL, 1);
      INSERT INTO webhook_endpoints (id, restaurant_id, url, secret, created_at)
        VALUES ('e', 'r', 'https://x.example/', x'01', 1);
      INSERT INTO webhook_deliveries VALUES (9, 'e', 'm', 'queued', 1, 5, 'busy', 2);
      """)
    let tables = ["effects", "effect_attempts", "loyalty_entries", "webhook_deliveries"]
    let before = try tables.map { try store.rows("SELECT * FROM \($0)") }
    try store.migrate()
    #expect(try tables.map { try store.rows("SELECT * FROM \($0)") } == before)
    #expect(try store.rows("PRAGMA foreign_key_check").isEmpty)
    let references = try store.rows("SELECT sql FROM sqlite_master WHERE sql LIKE '%effects_anew%'")
    #expect(references.isEmpty, "\(references)")
    try store.execute("DELETE FROM webhook_endpoints")
    #expect(try store.count("webhook_deliveries") == 0)
    #expect(throws: StoreError.self) {
      try store.execute("UPDATE effects SET booking_id = NULL WHERE id = 9")
    }
    #expect(throws: StoreError.self) { try store.execute("DELETE FROM effects WHERE id = 7") }
  }

  @Test func `numbers its revisions in the order they were stored, and counts what they decided`() throws {
    let store = try Store.inMemory(ofVersion: "v2")
    try store.execute(
      """
      INSERT INTO restaurants (id, slug, name, timezone, locale) VALUES ('r', 'anchor', 'Anchor', 'UTC', 'en-GB');
      INSERT INTO guests (id, restaurant_id, name, folded_name, created_at) VALUES ('g', 'r', 'Ada', 'ada', 1);
      INSERT INTO rule_revisions VALUES ('bbb', 1, 100), ('aaa', 1, 200), ('ccc', 1, 200);
      """)
    for (number, revision) in ["bbb", "aaa", "aaa"].enumerated() {
      try store.execute(
        """
        INSERT INTO bookings (id, reference, restaurant_id, guest_id, mode, start_date, start_minute, end_date,
          end_minute, service_date, service_minute, starts_at, ends_at, timezone, party, covers, name,
          marketing_opt_in, status, source, revision, contract_version, search_text, created_at, updated_at)
        VALUES ('b\(number)', 'R\(number)', 'r', 'g', 'ops', '2026-11-22', 1, '2026-11-22', 2, '2026-11-22', 1,
          1, 2, 'UTC', 2, 2, 'Ada', 0, 'confirmed', 'system', '\(revision)', 1, 'ada', 1, 1);
        INSERT INTO decisions (id, restaurant_id, booking_id, mode, action, revision, contract_version, outcome,
          snapshot, created_at)
        VALUES ('d\(number)', 'r', 'b\(number)', 'ops', 'create', '\(revision)', 1, 'confirmed', x'', 1),
          ('e\(number)', 'r', NULL, 'ops', 'create', '\(revision)', 1, 'refused', x'', 1);
        """)
    }
    try store.migrate()
    let summaries = try store.read { try $0.revisionSummaries() }
    #expect(summaries.map(\.number) == [3, 2, 1])
    #expect(summaries.map(\.revision) == ["ccc", "aaa", "bbb"])
    #expect(summaries.map { [$0.booked, $0.refused] } == [[0, 0], [2, 2], [1, 1]])
    #expect(try store.read { try $0.liveRevision() } == nil)
  }
}
