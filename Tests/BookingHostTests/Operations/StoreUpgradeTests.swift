import Foundation
import Testing

@testable import BookingHost

@Suite struct `A store of any earlier schema` {
  let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  /// A file as that version of the program left it.
  private func leave(version: Int, bookings: Int) throws {
    let old = try Store.inMemory(ofVersion: "v\(version)")
    try old.execute(
      """
      INSERT INTO restaurants (id, slug, name, timezone, locale)
        VALUES ('r', 'anchor', 'Anchor', 'Europe/London', 'en-GB');
      INSERT INTO weekly_hours VALUES ('r', 7, 720, 1380, 0, NULL);
      INSERT INTO staff (id, email, created_at) VALUES ('s', 'owner@anchor.example', 1);
      INSERT INTO memberships VALUES ('s', 'r', 'owner');
      INSERT INTO rule_revisions (revision, contract_version, stored_at) VALUES ('abc', 1, 100);
      INSERT INTO rule_files VALUES ('abc', 'ops.lua', 'return { access = "staff" }');
      """)
    for number in 0..<bookings {
      try old.execute(
        """
        INSERT INTO guests (id, restaurant_id, name, folded_name, email, created_at)
          VALUES ('g\(number)', 'r', 'Ada Lovelace', 'ada lovelace', 'ada\(number)@example.com', 1);
        INSERT INTO bookings (id, reference, restaurant_id, guest_id, mode, start_date, start_minute, end_date,
          end_minute, service_date, service_minute, starts_at, ends_at, timezone, party, covers, name, email,
          marketing_opt_in, status, source, revision, contract_version, search_text, created_at, updated_at)
        VALUES ('b\(number)', 'R\(number)', 'r', 'g\(number)', 'ops', '2026-11-22', 1170, '2026-11-22', 1260,
          '2026-11-22', 1170, 1795375800, 1795381200, 'Europe/London', 2, 2, 'Ada Lovelace',
          'ada\(number)@example.com', 0, 'confirmed', 'system', 'abc', 1, 'ada lovelace', 1, 1);
        INSERT INTO decisions (id, restaurant_id, booking_id, mode, action, revision, contract_version, outcome,
          snapshot, created_at)
          VALUES ('d\(number)', 'r', 'b\(number)', 'ops', 'create', 'abc', 1, 'confirmed', x'', 1);
        INSERT INTO effects (booking_id, position, action, kind, points, state, created_at)
          VALUES ('b\(number)', 0, 'loyalty', 'loyalty', 30, 'delivered', 1);
        INSERT INTO audit (at, restaurant_id, action, booking_id) VALUES (1, 'r', 'booking.created', 'b\(number)');
        """)
    }
    try old.execute("VACUUM INTO '\(directory.path)/booking.sqlite'")
  }

  private static let earlier = Migrations.all.migrations.dropLast().map { Migrations.version([$0]) }

  @Test(arguments: earlier) func `is copied, brought up to date, and goes on`(version: Int) throws {
    try leave(version: version, bookings: 2)
    let store = try Store.open(directory: directory.path)
    let backup = "\(directory.path)/backups/before-schema-\(Migrations.known).sqlite"
    #expect(store.upgrade == StoreUpgrade(from: version, to: Migrations.known, backup: backup))
    let copy = try StoreCopy.examine(backup)
    #expect(copy.schema == version && copy.bookings == 2)
    let bookings = try store.read { try $0.bookings(BookingQuery(restaurantIDs: ["r"])) }
    #expect(bookings.map(\.reference) == ["R0", "R1"] && bookings.allSatisfy { $0.effects.count == 1 })
    #expect(try store.read { try $0.schedule(ofRestaurant: "r") }.weekly[.sunday]?.opens == 720)
    #expect(try store.rows("PRAGMA foreign_key_check").isEmpty)
    #expect(try store.rows("PRAGMA integrity_check") == [["integrity_check": "ok"]])
    let restaurant = try #require(try store.read { try $0.restaurant(slug: "anchor") })
    try store.add(StoreFixtures.booking(9, at: restaurant))
    #expect(try store.count("bookings") == 3)
    #expect(try Store.open(directory: directory.path).upgrade == nil)
  }

  @Test(arguments: earlier) func `has the tables and indexes of a new one afterwards`(version: Int) throws {
    let old = try Store.inMemory(ofVersion: "v\(version)")
    try old.migrate()
    let shape = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name"
    #expect(try old.rows(shape) == Store.inMemory().rows(shape))
  }

  @Test func `that holds no booking is not copied`() throws {
    try leave(version: 1, bookings: 0)
    let store = try Store.open(directory: directory.path)
    #expect(store.upgrade == StoreUpgrade(from: 1, to: Migrations.known, backup: nil))
    #expect(!PrivateFile.exists(directory.path + "/backups"))
  }

  @Test func `stays as it is when it cannot be copied first`() throws {
    try leave(version: 3, bookings: 1)
    // Something that is no folder is where the copies go.
    try PrivateFile.touch(directory.path + "/backups")
    #expect(throws: StoreError.self) { try Store.open(directory: directory.path) }
    #expect(try StoreCopy.examine(directory.path + "/booking.sqlite").schema == 3)
  }

  @Test func `keeps the copies of earlier attempts`() throws {
    try leave(version: 2, bookings: 1)
    try PrivateFile.makeDirectory(directory.path + "/backups")
    let first = "\(directory.path)/backups/before-schema-\(Migrations.known)"
    try PrivateFile.touch(first + ".sqlite")
    #expect(try Store.open(directory: directory.path).upgrade?.backup == first + "-2.sqlite")
  }

  @Test func `can be restored from`() throws {
    try leave(version: 1, bookings: 2)
    let data = directory.path + "/data"
    let restore = try StoreRestore.put(directory.path + "/booking.sqlite", into: data, now: StoreFixtures.now)
    #expect(restore.copy.schema == 1)
    #expect(try Store.open(directory: data).count("bookings") == 2)
    #expect(try StoreCopy.examine(directory.path + "/booking.sqlite").schema == 1)
  }

  /// What these were when they shipped. A correction is a new migration.
  @Test(arguments: [
    (1, SchemaV1.sql, "a223a57cbafe0e2d"), (2, SchemaV2.sql, "0d14798eeb33179f"),
    (3, SchemaV3.sql, "6f69350557d5d63b"), (4, SchemaV4.sql, "75d9267a65e75ad7"),
    (5, SchemaV5.sql, "65a7552e59bfc557"), (6, SchemaV6.sql, "34cbdb9267158d14"),
    (7, SchemaV7.sql, "eb351c9bebdb1634"), (8, SchemaV8.sql, "93df298d5190a501"),
    (9, SchemaV9.sql, "34498ec47ecce476"),
  ])
  func `is made by a migration that has not been touched since`(version: Int, sql: String, hash: String) {
    #expect(Digest.hex(Digest.sha256(sql)).prefix(16) == hash, "v\(version)")
  }
}
