import Foundation
import Testing

@testable import BookingHost

@Suite struct `A restore` {
  let directory: TemporaryDirectory
  let now = StoreFixtures.now

  init() throws { directory = try TemporaryDirectory() }

  private var data: String { directory.path + "/data" }
  private var file: String { directory.path + "/copy.sqlite" }

  /// A store with bookings, copied, and then booked on.
  private func makeCopy(effects: [StoredEffect] = []) throws {
    let store = try Store.create(directory: data)
    try StoreFixtures.fill(store)
    var booking = StoreFixtures.booking(1)
    booking.effects = effects
    try store.add(booking)
    try store.write {
      try $0.insertSession(
        tokenHash: Array(repeating: 7, count: 32), staffID: StoreFixtures.host.id, createdAt: now,
        expiresAt: now.adding(minutes: 600))
    }
    _ = try store.backup(to: file)
    try store.add(StoreFixtures.booking(2))
    try store.close()
  }

  @Test func `puts the copy in place and what was there aside`() throws {
    try makeCopy()
    let restore = try StoreRestore.put(file, into: data, now: now)
    #expect(restore.copy.bookings == 1)
    #expect(try Store.open(directory: data).count("bookings") == 1)
    let aside = try #require(restore.aside)
    #expect(try Store.open(directory: aside).count("bookings") == 2)
    // And back again, from what was kept aside.
    let back = try StoreRestore.put(aside + "/booking.sqlite", into: data, now: now)
    #expect(back.copy.bookings == 2 && back.aside != aside)
    let left = try FileManager.default.contentsOfDirectory(atPath: data).filter { $0.hasPrefix("restoring") }
    #expect(left.isEmpty)
  }

  @Test func `delivers nothing until it is released`() throws {
    try makeCopy(effects: [StoredEffect(Effect(action: .loyalty(points: 30, reason: nil)))])
    let restore = try StoreRestore.put(file, into: data, now: now)
    #expect(restore.effectsHeld == 1)
    let store = try Store.open(directory: data)
    let outbox = Outbox(
      store: store, deliverers: [:], now: { now }, random: { 0.5 }, leaseName: { UUID().uuidString })
    #expect(try outbox.deliverDue() == 0)
    #expect(try store.rows("SELECT state FROM effects") == [["state": "queued"]])
    #expect(try store.write { try $0.releaseDeliveries(cancellingDue: false, now: now) } == 0)
    #expect(try outbox.deliverDue() == 1)
    #expect(try store.rows("SELECT state FROM effects") == [["state": "delivered"]])
    #expect(try store.write { try $0.releaseDeliveries(cancellingDue: false, now: now) } == nil)
  }

  @Test func `can be released so that what was due does not happen twice, and reminders stay`() throws {
    var reminder = StoredEffect(Effect(action: .loyalty(points: 1, reason: nil)))
    reminder.dueAt = now.adding(minutes: 60)
    var due = StoredEffect(Effect(action: .loyalty(points: 30, reason: nil)))
    due.dueAt = now
    try makeCopy(effects: [due, reminder])
    _ = try StoreRestore.put(file, into: data, now: now)
    let store = try Store.open(directory: data)
    #expect(try store.write { try $0.releaseDeliveries(cancellingDue: true, now: now) } == 1)
    #expect(
      try store.rows("SELECT state FROM effects ORDER BY id") == [["state": "skipped"], ["state": "queued"]])
  }

  @Test func `signs everybody out`() throws {
    try makeCopy()
    _ = try StoreRestore.put(file, into: data, now: now)
    #expect(try Store.open(directory: data).count("sessions") == 0)
  }

  @Test func `is refused while another program has the store`() throws {
    try makeCopy()
    let server = try Store.open(directory: data)
    #expect { try StoreRestore.put(file, into: data, now: now) } throws: { error in
      if case .inUse? = error as? StoreError { true } else { false }
    }
    #expect(try server.count("bookings") == 2)
    try server.close()
    #expect(try StoreRestore.put(file, into: data, now: now).copy.bookings == 1)
  }

  @Test(arguments: ["no database at all", ""])
  func `of a file that is no store changes nothing`(content: String) throws {
    try makeCopy()
    try Data(content.utf8).write(to: URL(fileURLWithPath: file))
    #expect { try StoreRestore.put(file, into: data, now: now) } throws: { error in
      if case .notRestorable? = error as? StoreError { true } else { false }
    }
    #expect(try Store.open(directory: data).count("bookings") == 2)
    #expect(throws: StoreError.self) { try StoreRestore.put(directory.path + "/none", into: data, now: now) }
    #expect(throws: StoreError.self) { try StoreRestore.put(data + "/booking.sqlite", into: data, now: now) }
  }

  @Test func `of a damaged copy changes nothing`() throws {
    try makeCopy()
    var bytes = try #require(FileManager.default.contents(atPath: file))
    for place in stride(from: 4096, to: bytes.count, by: 512) { bytes[place] = 0xff }
    try bytes.write(to: URL(fileURLWithPath: file))
    #expect(throws: StoreError.self) { try StoreRestore.put(file, into: data, now: now) }
    #expect(try Store.open(directory: data).count("bookings") == 2)
  }

  @Test func `puts a damaged store aside as it is`() throws {
    try makeCopy()
    try Data("ruined".utf8).write(to: URL(fileURLWithPath: data + "/booking.sqlite"))
    let aside = try #require(try StoreRestore.put(file, into: data, now: now).aside)
    #expect(try String(contentsOfFile: aside + "/booking.sqlite", encoding: .utf8) == "ruined")
    #expect(try Store.open(directory: data).count("bookings") == 1)
  }

  @Test func `works on a machine that has nothing yet`() throws {
    try makeCopy()
    let restore = try StoreRestore.put(file, into: directory.path + "/new/data", now: now)
    #expect(restore.aside == nil)
    #expect(try Store.open(directory: directory.path + "/new/data").count("bookings") == 1)
  }

  @Test func `of a copy from a newer program is refused by its number`() throws {
    try makeCopy()
    let store = try Store.open(directory: data)
    try store.execute("INSERT INTO grdb_migrations VALUES ('v99')")
    _ = try? FileManager.default.removeItem(atPath: file)
    try store.execute("VACUUM INTO '\(file)'")
    try store.execute("DELETE FROM grdb_migrations WHERE identifier = 'v99'")
    try store.close()
    #expect(throws: StoreError.newer(schema: 99, known: Migrations.known)) {
      try StoreRestore.put(file, into: data, now: now)
    }
    #expect(
      StoreError.newer(schema: 9, known: 7).message.hasPrefix(
        "This store was made by a newer host-cli (schema 9); this one knows up to 7."))
    #expect(try Store.open(directory: data).count("bookings") == 2)
  }
}
