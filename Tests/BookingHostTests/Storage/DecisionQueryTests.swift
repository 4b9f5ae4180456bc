import Testing

@testable import BookingHost

@Suite struct `Decisions that were kept` {
  let store: Store

  init() throws {
    store = try StoreFixtures.inMemory()
    for number in 1...3 { try store.add(StoreFixtures.booking(number)) }
    try store.write { writer in
      for number in 1...5 {
        let at = StoreFixtures.now.adding(minutes: number)
        try writer.recordRefusal(StoreFixtures.decision("d-refused-\(number)", createdAt: at))
      }
      try writer.recordRefusal(
        StoreFixtures.decision(
          "d-elsewhere", at: StoreFixtures.other.id, createdAt: StoreFixtures.now.adding(minutes: 3)))
    }
  }

  private func refused(_ query: RefusalQuery) throws -> [String] {
    try store.read { try $0.refusals(query) }.map(\.record.id)
  }

  @Test func `a booking's decision is found, as it was written`() throws {
    let found = try store.read { try $0.decision(ofBooking: "b-2") }
    #expect(found?.bookingID == "b-2")
    #expect(found?.record == StoreFixtures.decision("d-b-2", outcome: .confirmed))
    #expect(try store.read { try $0.decision(ofBooking: "b-9") } == nil)
  }

  @Test func `a decision is found by its id, by those it belongs to`() throws {
    let (own, elsewhere) = try store.read {
      (
        try $0.decision(id: "d-elsewhere", restaurantIDs: [StoreFixtures.other.id]),
        try $0.decision(id: "d-elsewhere", restaurantIDs: [StoreFixtures.anchor.id])
      )
    }
    #expect(own?.record.id == "d-elsewhere" && own?.bookingID == nil)
    #expect(elsewhere == nil)
  }

  @Test func `refusals are listed newest first, of the restaurants that were asked about`() throws {
    let ids = [StoreFixtures.anchor.id]
    #expect(
      try refused(RefusalQuery(restaurantIDs: ids, limit: 3)) == [
        "d-refused-5", "d-refused-4", "d-refused-3",
      ])
    #expect(try refused(RefusalQuery(restaurantIDs: ids, limit: 100)).count == 5)
    #expect(try refused(RefusalQuery(restaurantIDs: [], limit: 3)) == [])
    #expect(
      try refused(RefusalQuery(restaurantIDs: ids + [StoreFixtures.other.id], limit: 4)) == [
        "d-refused-5", "d-refused-4", "d-refused-3", "d-elsewhere",
      ])
  }

  @Test func `refusals are listed from one moment up to another`() throws {
    let now = StoreFixtures.now
    #expect(
      try refused(
        RefusalQuery(
          restaurantIDs: [StoreFixtures.anchor.id], from: now.adding(minutes: 2),
          before: now.adding(minutes: 4), limit: 9)) == ["d-refused-3", "d-refused-2"])
  }

  @Test func `a revision's files come back; one that made no booking has none`() throws {
    let (kept, unknown) = try store.read { (try $0.revision("rev-1"), try $0.revision("rev-2")) }
    #expect(
      kept
        == StoredRevision(
          contractVersion: 1, files: ["ops.lua": "return {}", "lib/contact.lua": "return {}"]))
    #expect(unknown == nil)
  }

  @Test(.aboutSQLite) func `none of these questions walks through a table`() throws {
    let plans = try store.plans { store in
      _ = try store.decision(id: "d-b-1", restaurantIDs: [StoreFixtures.anchor.id])
      _ = try store.decision(ofBooking: "b-1")
      _ = try store.refusals(RefusalQuery(restaurantIDs: [StoreFixtures.anchor.id], limit: 20))
      _ = try store.revision("rev-1")
    }.flatMap(\.plan)
    #expect(
      plans.contains { $0.contains("refusals_by_restaurant (restaurant_id=? AND created_at>?") }, "\(plans)")
    #expect(plans.contains { $0.contains("decisions_by_booking (booking_id=?)") }, "\(plans)")
    #expect(!plans.contains { $0.hasPrefix("SCAN") }, "\(plans)")
    let ordered = plans.filter { $0.contains("TEMP B-TREE") }
    #expect(ordered.count == 1, "only a booking's own few decisions are sorted: \(plans)")
  }
}
