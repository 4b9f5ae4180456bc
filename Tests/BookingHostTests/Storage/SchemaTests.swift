import Testing

@testable import BookingHost

/// The floor holds in the file itself, whatever the code above it does.
struct SchemaTests {
  let store: Store

  init() throws {
    store = try StoreFixtures.filled(Store.inMemory())
    var booking = StoreFixtures.booking(1)
    booking.effects = [StoredEffect(Effect(action: .webhook(event: "booked")))]
    try store.add(booking)
  }

  @Test(arguments: [
    "name = ' '", "name = ''", "name = NULL", "email = ''", "email = ' '", "phone = ''",
    "normalised_email = ''", "normalised_phone = ''", "status = 'seated'", "party = 0", "party = -1",
    "covers = -1", "ends_at = starts_at", "ends_at = starts_at - 1", "version = 0", "reference = ' '",
    "notes = ''", "party = 'two'", "starts_at = 1.5", "staff_role = 'chef'", "staff_role = 'none'",
    "staff_id = 's-host'", "override_reason = 'because'", "source = ''", "mode = ''",
    "restaurant_id = 'nowhere'", "guest_id = 'nobody'", "revision = 'unknown'", "service_minute = 2880",
    "start_minute = 1440", "service_date = '22.11.26'", "marketing_opt_in = 2", "id = NULL",
  ])
  func aBookingBelowTheFloorIsRefused(change: String) throws {
    try expectRefusal("UPDATE bookings SET \(change)")
  }

  @Test(arguments: [
    "UPDATE restaurants SET slug = 'The-Anchor'", "UPDATE restaurants SET name = ' '",
    "UPDATE restaurants SET seats = -1", "UPDATE restaurants SET slug = 'same'",
    "UPDATE restaurants SET phone = ''", "UPDATE weekly_hours SET weekday = 8",
    "UPDATE weekly_hours SET closes = opens", "UPDATE weekly_hours SET opens = -1",
    "UPDATE weekly_hours SET closes = 2881", "UPDATE guests SET name = ''", "UPDATE guests SET email = ''",
    "UPDATE guests SET phone = ' '", "UPDATE staff SET email = 'Host@the-anchor.example'",
    "UPDATE staff SET email = '@'", "UPDATE staff SET password_hash = ''",
    "UPDATE memberships SET role = 'none'", "UPDATE memberships SET role = 'admin'",
    "UPDATE decisions SET outcome = 'maybe'", "UPDATE decisions SET action = 'guess'",
    "UPDATE effects SET state = 'lost'", "UPDATE effects SET action = 'fax'",
    "INSERT INTO closures (restaurant_id, starts_at, ends_at) VALUES ('r-anchor', 2, 2)",
    "INSERT INTO sessions VALUES (x'00', 's-host', 1, 2, NULL)",
    "INSERT INTO sessions VALUES (randomblob(32), 's-host', 2, 2, NULL)",
    "DELETE FROM restaurants", "DELETE FROM guests", "DELETE FROM bookings",
    "DELETE FROM audit", "UPDATE audit SET action = 'nothing'",
    "INSERT INTO live_rules VALUES (2, 'rev-1', 1, 0, NULL)",
    "INSERT INTO live_rules VALUES (1, 'x', 1, 0, NULL)",
    "INSERT INTO rule_events (at, kind, revision) VALUES (1, 'lost', 'x')",
    "UPDATE bookings SET table_name = ' '", "UPDATE bookings SET changes = -1",
    "INSERT INTO waitlist \(waiting) VALUES \(party("left"))",
    "INSERT INTO waitlist \(waiting) VALUES \(party("seated"))",
    "INSERT INTO waitlist \(waiting) VALUES \(party("called"))",
    "INSERT INTO waitlist \(waiting) VALUES \(party("waiting", name: " "))",
    "INSERT INTO waitlist \(waiting) VALUES \(party("waiting", party: 0))",
    "INSERT INTO waitlist \(waiting) VALUES \(party("waiting")), \(party("waiting", id: "w2"))",
    "INSERT INTO effects (position, action, kind, state, created_at) VALUES (0, 'none', 'x', 'skipped', 1)",
    """
    INSERT INTO booking_transitions (booking_id, audit_id, at, from_status, to_status, is_undo)
    SELECT id, 1, 1, 'confirmed', 'eaten', 0 FROM bookings
    """,
    """
    INSERT INTO booking_transitions (booking_id, audit_id, at, from_status, to_status, is_undo)
    SELECT id, 1, 1, 'confirmed', 'cancelled', 1 FROM bookings
    """,
  ])
  func aRowBelowTheFloorIsRefused(statement: String) throws {
    try expectRefusal(statement)
  }

  private static let waiting = """
    (id, restaurant_id, service_date, number, mode, party, name, state, quoted_minutes, added_at, staff_id, staff_role,
      updated_at)
    """

  private static func party(
    _ state: String, name: String = "Ada", party: Int = 2, id: String = "w1"
  ) -> String {
    "('\(id)', 'r-anchor', '2026-11-22', 1, 'm', \(party), '\(name)', '\(state)', 0, 1, 's-host', 'host', 1)"
  }

  /// A broken rule, not a statement that is wrong in itself.
  private func expectRefusal(_ statement: String) throws {
    let error = #expect(throws: StoreError.self) { try store.execute(statement) }
    #expect(
      error?.message.contains("against its rules") == true, "\(statement): \(String(describing: error))")
  }

  @Test func everyTableIsStrict() throws {
    let loose = try store.rows("SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0")
    let names = loose.compactMap { $0["name"] }.filter { !$0.hasPrefix("sqlite_") }
    #expect(names == ["grdb_migrations"])
  }
}
