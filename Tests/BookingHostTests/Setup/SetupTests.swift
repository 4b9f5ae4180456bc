import Synchronization
import Testing

@testable import BookingHost

/// Counts up: `id-1`, `id-2`.
final class TestIDs: Sendable {
  private let count = Mutex(0)

  func next() -> String {
    let number = count.withLock { count in
      count += 1
      return count
    }
    return "id-\(number)"
  }
}

struct SetupTests {
  let store: Store
  let ids = TestIDs()

  init() throws { store = try TestStore.make() }

  private func demo() throws -> Setup.Report {
    try Setup.demo(
      store: store, hasher: .forTests, ids: ids.next, passwords: ReadablePassword.random,
      today: "2026-11-22", now: StoreFixtures.now)
  }

  private func first(
    name: String = "Chez Ada", slug: String = "chez-ada", timezone: String = "Europe/Paris",
    owner: String = "Ada@Example.com"
  ) throws -> Setup.Report {
    try Setup.first(
      store: store, name: name, slug: slug, timezone: timezone, owner: owner, ids: ids.next,
      now: StoreFixtures.now)
  }

  @Test func theDemoHasTwoRestaurantsAndOneAccountForEachRole() throws {
    let report = try demo()
    #expect(report.restaurants.map(\.slug) == ["the-anchor", "harbor-house"])
    #expect(report.restaurants.map(\.zone.identifier) == ["Europe/London", "America/New_York"])
    #expect(report.staff.map(\.role) == [.server, .host, .manager, .owner])
    let access = Access(store: store, hasher: .forTests, now: { StoreFixtures.now })
    for member in report.staff {
      let session = try access.signIn(email: member.email, password: try #require(member.password))
      let memberships = try store.read { try $0.memberships(ofStaff: session.staff.id) }
      #expect(memberships.map(\.restaurantSlug) == ["the-anchor"])
      #expect(memberships.map(\.role) == [member.role])
    }
  }

  @Test func everyServiceOfTheFirstHoldsFortyCoversAndOneRunsPastMidnight() throws {
    let anchor = try #require(try demo().restaurants.first)
    let schedule = try store.read { try $0.schedule(ofRestaurant: anchor.id) }
    #expect(anchor.seats == 40)
    #expect(schedule.services.allSatisfy { $0.capacity == Capacity(covers: 40) })
    #expect(schedule.services.contains { $0.period.closes > 1440 })
    #expect(schedule.weekly[.sunday] == nil)
    #expect(schedule.exceptions["2026-12-25"] == .closed(label: "Christmas Day"))
    for service in schedule.services {
      for weekday in service.weekdays {
        let hours = try #require(schedule.weekly[weekday])
        #expect(hours.opens <= service.period.opens && service.period.closes <= hours.closes)
      }
    }
  }

  @Test func theDemoAgainReplacesTheDemoAndNothingElse() throws {
    _ = try first()
    let before = try demo()
    for restaurant in before.restaurants {
      var booking = StoreFixtures.booking(restaurant.slug.count, at: restaurant)
      booking.effects = [StoredEffect(Effect(action: .webhook(event: "booked")))]
      let key = IdempotencyKey(scope: restaurant.id, keyHash: [1])
      try store.write {
        try $0.insert(booking, record: StoreFixtures.record(for: booking, idempotency: (key, [2])))
        try $0.recordRefusal(StoreFixtures.decision("r-" + booking.id, at: restaurant.id))
        try $0.insertClosure(atRestaurant: restaurant.id, from: .init(seconds: 1), to: .init(seconds: 2))
      }
    }
    let real = try #require(try store.read { try $0.restaurant(slug: "chez-ada") })
    try store.add(StoreFixtures.booking(77, at: real))
    let after = try demo()
    #expect(Set(after.restaurants.map(\.id)).isDisjoint(with: before.restaurants.map(\.id)))
    #expect(after.staff.map(\.password) != before.staff.map(\.password))
    #expect(try store.count("restaurants") == 3)
    #expect(try store.count("staff") == 5)
    #expect(try store.rows("SELECT id FROM bookings") == [["id": "b-77"]])
    #expect(try store.count("decisions") == 1)
    #expect(try store.count("audit", where: "booking_id IS NOT NULL") == 1)
    #expect(try store.count("effects") == 0)
    #expect(try store.count("idempotency") == 0)
  }

  @Test func theDemoAgainAlsoReplacesOneWhoseBookingsHadTheirEffects() throws {
    for restaurant in try demo().restaurants {
      var booking = StoreFixtures.booking(restaurant.slug.count, at: restaurant)
      booking.effects = [.loyalty(points: 20, reason: nil), .notify(channel: "floor", message: nil)]
        .map { StoredEffect(Effect(action: $0)) }
      try store.write { try $0.insert(booking, record: StoreFixtures.record(for: booking)) }
    }
    let outbox = Outbox(
      store: store, deliverers: [:], now: { StoreFixtures.now.adding(seconds: 60) }, random: { 0.5 },
      leaseName: ids.next)
    #expect(try outbox.deliverDue() == 4)
    #expect(try store.count("loyalty_entries") == 2 && store.count("notices") == 2)
    _ = try demo()
    for table in ["bookings", "effects", "effect_attempts", "loyalty_entries", "notices"] {
      #expect(try store.count(table) == 0, "\(table)")
    }
  }

  @Test func demoStaffWhoBelongElsewhereTooStay() throws {
    let real = try #require(try first().restaurants.first)
    let host = try #require(try demo().staff.first { $0.role == .host })
    let account = try #require(try store.read { try $0.staff(email: host.email) })
    try store.write { try $0.insertMembership(staffID: account.id, restaurantID: real.id, role: .server) }
    try store.write { try $0.removeDemo() }
    #expect(try store.count("staff") == 2)
    let again = try demo()
    #expect(again.staff.count == 4)
    #expect(try store.read { try $0.memberships(ofStaff: account.id).map(\.role) } == [.server, .host])
  }

  @Test func aRealRestaurantKeepsItsSlug() throws {
    _ = try first(slug: "the-anchor")
    let before = try store.census()
    #expect(throws: Setup.Refusal.slugTaken("the-anchor")) { try demo() }
    #expect(try store.census() == before)
  }

  @Test func aFirstInstallationIsOpenDailyAndItsOwnerHasNoPasswordYet() throws {
    let report = try first()
    #expect(report.restaurants.map(\.name) == ["Chez Ada"])
    #expect(
      report.staff == [
        .init(email: "ada@example.com", password: nil, role: .owner, restaurants: ["chez-ada"])
      ])
    let schedule = try store.read { try $0.schedule(ofRestaurant: report.restaurants[0].id) }
    #expect(schedule.weekly.count == 7 && schedule.services.isEmpty)
  }

  @Test func anOwnerOfTwoRestaurantsHasOneAccount() throws {
    _ = try first()
    _ = try first(slug: "chez-ada-2", owner: "ada@example.com")
    #expect(try store.count("staff") == 1)
    #expect(try store.count("memberships") == 2)
  }

  @Test(arguments: [
    "", "-", "a-", "-a", "a--b", "Chez", "chez ada", "chéz", "a/b", String(repeating: "a", count: 61),
  ])
  func whatIsNoSlugIsRefused(_ slug: String) throws {
    let refusal = #expect(throws: Setup.Refusal.self) { try first(slug: slug) }
    #expect(refusal?.code == "slug_invalid")
  }

  @Test func whatWillNotDoIsSaidByItsOption() throws {
    _ = try first()
    #expect(#expect(throws: Setup.Refusal.self) { try first() }?.code == "slug_taken")
    for zone in ["", "Europe/Atlantis", "EST", "London"] {
      #expect(#expect(throws: Setup.Refusal.self) { try first(timezone: zone) }?.field == "timezone")
    }
    for email in ["", "ada", "@example.com", "ada@", "a@b@c", "a da@example.com"] {
      #expect(#expect(throws: Setup.Refusal.self) { try first(owner: email) }?.field == "owner")
    }
    for name in ["", "  ", "\u{200B}"] {
      #expect(#expect(throws: Setup.Refusal.self) { try first(name: name) }?.field == "restaurant")
    }
    #expect(try store.count("restaurants") == 1)
  }

  @Test func passwordsCanBeReadOut() {
    let passwords = (0..<50).map { _ in ReadablePassword.random() }
    #expect(Set(passwords).count == 50)
    #expect(passwords.allSatisfy { $0.count == 17 && !$0.contains { "0o1li".contains($0) } })
  }
}
