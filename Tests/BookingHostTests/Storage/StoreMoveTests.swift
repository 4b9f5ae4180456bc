import Testing

@testable import BookingHost

@Suite struct `A move` {
  struct Stop: Error {}

  let source: Store
  let target: Store

  init() throws {
    source = try StoreFixtures.filled(Store.inMemory())
    target = try TestStore.make()
    for number in 0..<7 {
      var booking = StoreFixtures.booking(number)
      booking.effects = [StoredEffect(Effect(action: .webhook(event: "booked")))]
      try source.add(booking)
    }
    try source.execute(
      "UPDATE guests SET merged_into = (SELECT max(id) FROM guests) WHERE id = (SELECT min(id) FROM guests)")
  }

  private func move(_ progress: StoreMove.Progress = { _, _, _ in }) throws -> [StoreMove.Table] {
    try StoreMove(from: source, to: target, now: StoreFixtures.now, batch: 2).run(progress)
  }

  @Test func `brings every row of every table, and says how many`() throws {
    let moved = try move()
    let before = try source.census()
    #expect(try target.census() == before)
    #expect(
      Dictionary(uniqueKeysWithValues: moved.map { ($0.name, $0.rows) })["bookings"] == before["bookings"])
    #expect(try target.read { try $0.deliveryHold() } == nil)
    let old = try source.read { try $0.booking(id: "b-3") }
    #expect(try old != nil && target.read { try $0.booking(id: "b-3") } == old)
  }

  @Test func `knows every table there is`() throws {
    let known = Set(MovedTable.all.map(\.name)).union(["delivery_hold", "setup_stamps"])
    for store in [source, target] {
      // Indexes for searching are made anew from the bookings.
      let tables = try store.tables().filter { !$0.contains("search") }
      #expect(Set(tables).subtracting(known) == [])
    }
  }

  @Test func `that was stopped goes on where it was, and nothing is delivered meanwhile`() throws {
    var batches = 0
    while true {
      do {
        var left = 3
        _ = try move { _, _, _ in
          left -= 1
          batches += 1
          if left == 0 { throw Stop() }
        }
        break
      } catch is Stop {
        #expect(try target.read { try $0.deliveryHold() } != nil)
      }
    }
    #expect(batches > 10)
    #expect(try target.census() == source.census())
  }

  @Test func `goes into nothing that is a store already`() throws {
    try StoreFixtures.fill(target)
    #expect(throws: StoreError.self) { try move() }
    #expect(try target.count("bookings") == 0)
  }

  @Test func `is not over while the two stores differ`() throws {
    #expect(throws: StoreError.self) {
      try move { table, _, _ in
        guard table == "effects" else { return }
        try source.execute("UPDATE bookings SET party = party + 1 WHERE id = 'b-1'")
      }
    }
    #expect(try target.read { try $0.deliveryHold() } != nil)
  }

  @Test func `leaves a store that goes on: lines and effects are numbered after those that came`() throws {
    try source.execute("UPDATE effects SET id = id + 1000000")
    _ = try move()
    let last = try #require(try TestStore.newestLine(of: target))
    try target.add(StoreFixtures.booking(99))
    _ = try #require(try TestStore.newestLine(of: target))
    let events = try target.read { try $0.bookingEvents(after: last, through: $0.lastAuditID(), limit: 10) }
    #expect(events.map(\.reference) == [StoreFixtures.booking(99).reference])
    #expect(try target.count("effects", where: "id > 1000000") >= 1)
  }
}
