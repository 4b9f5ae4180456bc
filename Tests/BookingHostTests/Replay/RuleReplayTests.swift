import Testing

@testable import BookingHost

@Suite struct `Replaying what a store holds` {
  let house: House

  init() throws {
    house = try House()
    let desk = house.desk()
    for number in 0..<24 {
      var asked = draft(
        time: .text(ClockTime.text(1050 + 15 * (number % 6))), party: .integer(number % 14 + 1))
      asked["date"] = .text(CivilDate("2026-11-23").adding(days: number).description)
      if number % 3 == 0 { asked["email"] = .text("guest\(number)@example.com") }
      if number % 4 == 0 { asked["notes"] = "by the window" }
      _ = try desk.book(
        BookingRequest(restaurant: "anchor", mode: "ops", draft: asked), by: .staff(house.manager))
    }
  }

  private func replay(_ candidate: RuleBook, pageSize: Int = 5) -> RuleReplay {
    var replay = RuleReplay(store: house.store, candidate: candidate)
    replay.pageSize = pageSize
    return replay
  }

  private let anchor = RuleReplay.Selection(restaurantIDs: ["id-anchor"])

  private var smaller: RuleBook {
    get throws { try Edits.ops(Edits.partyOf8.0, Edits.partyOf8.1) }
  }

  @Test func `the rules that decided change nothing, page by page or at once`() throws {
    for size in [1, 5, 24, 1_000] {
      let tally = try replay(house.rules, pageSize: size).run(anchor)
      #expect(tally.decisions == 24)
      #expect(tally.unchanged == 24)
      #expect(!tally.hasChanges)
    }
  }

  @Test func `a party limit from 12 to 8 refuses just the bookings that a count finds`() throws {
    let tally = try replay(smaller).run(anchor)
    let count = try house.store.count("bookings", where: "party BETWEEN 9 AND 12")
    #expect(count > 0)
    #expect(tally.count(.newlyRefused) == count)
    #expect(tally.lines.keys.contains(ReplayLine(kind: .newlyRefused, code: "party_max", rule: "ops.lua:20")))
    let parties = Set(tally.lines.values.flatMap(\.samples).compactMap(\.party))
    #expect(parties.allSatisfy { (9...12).contains($0) })
  }

  @Test func `a higher limit lets through the attempts that were refused`() throws {
    let tally = try replay(Edits.ops("max = 12", "max = 20")).run(anchor)
    let refused = try house.store.count("decisions", where: "booking_id IS NULL")
    #expect(refused > 0)
    #expect(tally.count(.newlyAllowed) == refused)
    #expect(tally.inOrder.map(\.line.revision) == [house.rules.revision])
  }

  @Test func `effects are compared with the rows that were written`() throws {
    let tally = try replay(Edits.ops("10 + 5 * booking.party", "10 + 6 * booking.party")).run(anchor)
    let bookings = try house.store.count("bookings")
    #expect(tally.count(.effectsChanged) == bookings)
    #expect(tally.inOrder.map(\.line.code) == ["loyalty"])
  }

  @Test func `only the newest of a restaurant, or those since a day, are made again when that is asked`()
    throws
  {
    var newest = anchor
    newest.limit = 7
    let limited = replay(house.rules, pageSize: 3)
    #expect(try limited.count(newest) == 7)
    #expect(try limited.run(newest).decisions == 7)
    var since = anchor
    since.since["id-anchor"] = House.saturdayEvening
    #expect(try replay(house.rules).run(since).decisions == 24)
    since.since["id-anchor"] = House.saturdayEvening.adding(minutes: 1)
    #expect(try replay(house.rules).count(since) == 0)
    #expect(try replay(house.rules).run(since).decisions == 0)
  }

  @Test func `one restaurant's decisions are not another's`() throws {
    #expect(try replay(smaller).run(.init(restaurantIDs: ["id-other"])).decisions == 0)
    let both = try replay(smaller, pageSize: 7).run(.init(restaurantIDs: ["id-other", "id-anchor"]))
    #expect(both.decisions == 24)
  }

  @Test func `bookings still to come that would be refused are listed, soonest first`() throws {
    let all = try replay(smaller).stranded(atRestaurants: ["id-anchor"], now: House.saturdayEvening)
    #expect(all.count == (try house.store.count("bookings", where: "party BETWEEN 9 AND 12")))
    #expect(all.bookings.map(\.booking.startsAt) == all.bookings.map(\.booking.startsAt).sorted())
    #expect(all.bookings.allSatisfy { $0.issues.map(\.code) == ["party_max"] })

    // Cancelled ones, and those that have begun, are nobody's worry.
    let first = try #require(all.bookings.first)
    try house.store.execute(
      "UPDATE bookings SET status = 'cancelled' WHERE reference = '\(first.booking.reference)'")
    let second = all.bookings[1]
    let later = try replay(smaller).stranded(
      atRestaurants: ["id-anchor"], now: second.booking.startsAt)
    #expect(later.bookings == Array(all.bookings.dropFirst(2)))
    let few = try replay(smaller).stranded(atRestaurants: ["id-anchor"], now: House.saturdayEvening, limit: 1)
    #expect(few.count == all.count - 1)
    #expect(few.bookings == [second])
  }

  @Test func `a booking that has been changed since is not held to its old length`() throws {
    let longer = try Edits.ops("and 120 or 90", "and 150 or 100")
    let before = try replay(longer).run(anchor).count(.termsChanged)
    try house.store.execute(
      "UPDATE bookings SET changes = 1 WHERE id IN (SELECT id FROM bookings LIMIT 1)")
    #expect(try replay(longer).run(anchor).count(.termsChanged) == before - 1)
  }

  @Test func `nothing is written`() throws {
    let before = try house.rowCounts()
    _ = try replay(smaller).run(anchor)
    _ = try replay(smaller).stranded(atRestaurants: ["id-anchor"], now: House.saturdayEvening)
    #expect(try house.rowCounts() == before)
  }
}

/// A replay reads a million decisions: no page may walk through a table or sort it.
@Suite(.aboutSQLite) struct ReplayQueryPlanTests {
  let store: Store

  init() throws {
    store = try StoreFixtures.inMemory()
    for number in 0..<50 { try store.add(StoreFixtures.booking(number, minute: 720 + number)) }
  }

  private func plan(_ body: (StoreWriter) throws -> Void) throws -> [String] {
    try store.plans(body).flatMap(\.plan)
  }

  @Test func `a page is two searches, read in order`() throws {
    let first = try store.read {
      try $0.pastDecisions(atRestaurant: "r-anchor", since: nil, after: nil, limit: 20)
    }
    #expect(first.count == 20)
    let plans = try store.plans {
      _ = try $0.pastDecisions(atRestaurant: "r-anchor", since: nil, after: first.next, limit: 20)
    }
    #expect(plans.count == 2)
    let plan = plans.flatMap(\.plan)
    #expect(
      plan.contains {
        $0.contains("INDEX decisions_by_restaurant (restaurant_id=? AND created_at>? AND created_at<?)")
      })
    #expect(plan.contains { $0.contains("effects USING INDEX") && $0.contains("(booking_id=?)") })
    #expect(!plan.contains { $0.hasPrefix("SCAN") || $0.contains("TEMP B-TREE") }, "\(plan)")
  }

  @Test func `counting touches one narrow index`() throws {
    let plan = try plan { _ = try $0.countPastDecisions(atRestaurant: "r-anchor", since: StoreFixtures.now) }
    #expect(plan.allSatisfy { $0.contains("COVERING INDEX decisions_by_restaurant") })
  }

  @Test func `bookings to come are read in order, each with its newest decision`() throws {
    let plan = try plan {
      _ = try $0.futureBookings(
        atRestaurant: "r-anchor", startingAfter: StoreFixtures.now, after: nil, limit: 20)
    }
    #expect(plan.contains { $0.contains("bookings_by_service_day (restaurant_id=? AND (service_date,") })
    #expect(plan.contains { $0.contains("COVERING INDEX decisions_by_booking (booking_id=?)") })
    #expect(!plan.contains { $0.hasPrefix("SCAN") || $0.contains("TEMP B-TREE") }, "\(plan)")
  }

  @Test func `pages follow one another without a gap or a repeat, many at one instant included`() throws {
    // All fifty were decided in the same second.
    var seen: [String] = []
    var cursor: ReplayCursor?
    repeat {
      let page = try store.read {
        try $0.pastDecisions(atRestaurant: "r-anchor", since: nil, after: cursor, limit: 7)
      }
      seen += page.decisions.map(\.id)
      cursor = page.next
    } while cursor != nil
    #expect(seen.count == 50)
    #expect(Set(seen).count == 50)
  }
}
