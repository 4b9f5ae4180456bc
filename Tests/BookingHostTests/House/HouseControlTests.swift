import Foundation
import Testing

@testable import BookingHost

@Suite("What managers change about a restaurant") struct HouseControlTests {
  let house: House
  let control: HouseControl

  init() throws {
    let house = try House()
    self.house = house
    control = HouseControl(store: house.store, now: { house.clock.withLock { $0 } })
  }

  private var manager: Caller { .staff(house.manager) }

  @discardableResult
  private func book(_ date: String = "2026-11-22", _ time: String = "19:00", party: Int = 2) throws -> Booking
  {
    let request = BookingRequest(
      restaurant: "anchor", mode: "ops",
      draft: draft(date: .text(date), time: .text(time), party: .integer(party)))
    guard case .booked(let booking, _) = try house.desk().book(request, by: .staff(house.host)) else {
      throw HostError(.internal, "refused")
    }
    return booking
  }

  private func refusal(_ date: String, _ time: String) throws -> [String] {
    let request = BookingRequest(
      restaurant: "anchor", mode: "ops", draft: draft(date: .text(date), time: .text(time)))
    guard case .refused(let refusal) = try house.desk().book(request, by: .staff(house.host)) else {
      return []
    }
    return refusal.issues.map(\.code)
  }

  @Test func `what would strand a booking is not done, and says which, until somebody agrees`() throws {
    let booking = try book()
    let before = try house.rowCounts()
    let change = HouseChange.weekly([.sunday: .closed()])
    let stop = #expect(throws: HouseControl.WouldStrand.self) {
      try control.change(change, of: "anchor", by: manager)
    }
    #expect(stop?.stranded.map(\.booking.reference) == [booking.reference])
    #expect(try house.rowCounts() == before)
    #expect(try control.setup(of: "anchor", by: manager).hours(on: "2026-11-22").closed == false)

    let outcome = try control.change(
      change, of: "anchor", consent: .these([booking.id]), by: manager)
    #expect(outcome.stranded.map(\.booking.reference) == [booking.reference])
    #expect(try refusal("2026-11-29", "19:00") == ["closed_date"])
    let kept = try #require(
      try house.store.read { try $0.booking(reference: booking.reference, restaurantIDs: ["id-anchor"]) })
    #expect(kept == booking, "the booking itself is not touched")
  }

  @Test func `agreement is to the bookings that were seen and no others`() throws {
    let first = try book()
    let second = try book("2026-11-29")
    let change = HouseChange.weekly([.sunday: .closed()])
    let stop = #expect(throws: HouseControl.WouldStrand.self) {
      try control.change(change, of: "anchor", consent: .these([first.id]), by: manager)
    }
    #expect(stop?.stranded.map(\.booking.id).contains(second.id) == true)
  }

  @Test func `a closing refuses what starts inside, and nothing next Saturday`() throws {
    let now = house.clock.withLock { $0 }
    try control.change(
      .close(from: now, to: now.adding(minutes: 60), reason: "Full"), of: "anchor", by: manager)
    #expect(try refusal("2026-11-21", "18:30") == ["closed_period"])
    #expect(try refusal("2026-11-21", "19:00") == [])
    #expect(try refusal("2026-11-28", "18:30") == [])
    try control.change(.open(.now), of: "anchor", by: manager)
    #expect(try refusal("2026-11-21", "18:30") == [])
  }

  @Test func `of two closures that look alike each can be ended alone`() throws {
    let now = control.now()
    for hours in [2, 1] {
      let close = HouseChange.close(
        from: now.adding(minutes: 60), to: now.adding(minutes: 60 + hours * 60), reason: nil)
      try control.change(close, of: "anchor", by: manager)
    }
    let closures = try control.setup(of: "anchor", by: manager).closures
    let outcome = try control.change(
      .open(.closure(try #require(closures[0].id))), of: "anchor", by: manager)
    #expect(outcome.setup.closures == [closures[1]])
    #expect(outcome.differences.map(\.from) == ["2026-11-21 19:00 to 2026-11-21 21:00"])
  }

  @Test func `two managers who change different things undo nothing of each other's`() async throws {
    let (control, manager) = (control, manager)
    let changes: [HouseChange] = [
      .weekly([.monday: .closed()]), .weekly([.tuesday: DayHours(opens: 600, closes: 1200)]),
      .seats(44), .details(DetailsEdit(phone: "020 7946 0199")), .exception("2026-12-24", .closed()),
      .service(key: "lunch", ServiceEdit(hours: DayHours(opens: 720, closes: 900))),
      .capacity(key: "dinner", .weekday(.friday), CapacityEdit(covers: .most(50))),
    ]
    try await withThrowingTaskGroup(of: Void.self) { group in
      for change in changes {
        group.addTask { _ = try control.change(change, of: "anchor", by: manager) }
      }
      try await group.waitForAll()
    }
    let setup = try control.setup(of: "anchor", by: manager)
    for change in changes {
      #expect(try change.applied(to: setup, now: control.now()) == setup, "\(change)")
    }
    #expect(try control.history(of: "anchor", limit: 20, by: manager).count == changes.count)
  }

  @Test func `of a booking and a closing at once, one always knows of the other`() async throws {
    let directory = try TemporaryDirectory()
    let house = try House(store: TestStore.create(directory: directory.path))
    let control = HouseControl(
      store: try TestStore.open(directory: directory.path), now: { House.saturdayEvening })
    let start = House.saturdayEvening.adding(minutes: 1440 + 60)
    for round in 0..<12 {
      let close = HouseChange.close(
        from: start.adding(minutes: round * 15), to: start.adding(minutes: round * 15 + 15), reason: nil)
      let time = Answer.text(ClockTime.text(1140 + round * 15))
      async let booked: Bool = onThread {
        let request = BookingRequest(restaurant: "anchor", mode: "ops", draft: draft(time: time, party: 1))
        if case .booked = try house.desk().book(request, by: .staff(house.host)) { return true }
        return false
      }
      async let closed: Bool = onThread {
        do {
          _ = try control.change(close, of: "anchor", by: .staff(house.manager))
          return true
        } catch is HouseControl.WouldStrand { return false }
      }
      let (isBooked, isClosed) = try await (booked, closed)
      #expect(isBooked != isClosed, "round \(round)")
    }
  }

  @Test
  func `every change is written down with who, from what and to what, and one that changes nothing is not`()
    throws
  {
    try control.change(.details(DetailsEdit(email: "hello@anchor.example")), of: "anchor", by: manager)
    try control.change(.details(DetailsEdit(email: "hello@anchor.example")), of: "anchor", by: manager)
    try control.change(.weekly([.friday: DayHours(opens: 720, closes: 1500)]), of: "anchor", by: manager)
    let events = try control.history(of: "anchor", limit: 9, by: manager)
    #expect(events.map(\.action) == [.hoursChanged, .detailsChanged])
    #expect(events.allSatisfy { $0.by == house.manager.email && $0.role == .manager })
    #expect(
      events.flatMap(\.differences) == [
        SetupDifference(what: "hours.friday", from: "12:00-02:00", to: "12:00-01:00"),
        SetupDifference(what: "email", from: nil, to: "hello@anchor.example"),
      ])
  }

  @Test func `everything that is set up is what is read again`() throws {
    let changes: [HouseChange] = [
      .details(DetailsEdit(name: "New", phone: "", address: "1 Quay", locale: "fr-FR")), .seats(nil),
      .weekly([.monday: .closed(), .friday: DayHours(opens: 600, closes: 1620)]),
      .exception("2026-12-25", nil),
      .exception("2026-12-24", DayHours(opens: 720, closes: 960, label: "Eve")),
      .service(
        key: "dinner", ServiceEdit(weekdays: [.friday], capacity: CapacityEdit(covers: .unlimited))),
      .service(key: "late", ServiceEdit(hours: DayHours(opens: 1320, closes: 1560))),
      .capacity(key: "late", .date("2026-12-31"), CapacityEdit(parties: .most(3))),
    ]
    for change in changes {
      let before = try control.setup(of: "anchor", by: manager)
      let after = try control.change(change, of: "anchor", by: manager).setup
      #expect(try change.applied(to: before, now: control.now()) == after)
      #expect(try control.setup(of: "anchor", by: manager) == after)
    }
    let other = try control.setup(of: "other", by: .staff(house.stranger))
    #expect(other.schedule.exceptions.count == 1 && other.restaurant.name == "Other")
  }

  @Test func `hosts may look and not change, strangers may not even look`() throws {
    let change = HouseChange.seats(1)
    #expect(throws: HostError.self) { try control.change(change, of: "anchor", by: .staff(house.host)) }
    #expect(throws: Never.self) { try control.setup(of: "anchor", by: .staff(house.host)) }
    for name in ["anchor", "nowhere"] {
      #expect(throws: HostError.notYours) { try control.setup(of: name, by: .staff(house.stranger)) }
      #expect(throws: HostError.notYours) {
        try control.change(change, of: name, by: .staff(house.stranger))
      }
    }
    #expect(throws: HostError.notSignedIn) { try control.change(change, of: "anchor", by: .guest) }
  }
}

@Suite("Who works where") struct StaffControlTests {
  let house: House
  let control: StaffControl
  let owner = StaffAccount(id: "staff-owner", email: "owner@example.com")

  init() throws {
    let house = try House()
    self.house = house
    control = StaffControl(
      store: house.store, now: { house.clock.withLock { $0 } }, newID: { UUID().uuidString.lowercased() })
    let owner = owner
    try house.store.write {
      try $0.insertStaff(owner, passwordHash: nil, now: House.saturdayEvening)
      try $0.insertMembership(staffID: owner.id, restaurantID: "id-anchor", role: .owner)
    }
  }

  @Test func `nobody gives or touches a role above their own`() throws {
    let manager = Caller.staff(house.manager)
    #expect(throws: HostError.self) {
      try control.invite("a@example.com", as: .owner, to: "anchor", by: manager)
    }
    #expect(throws: HostError.self) { try control.revoke(owner.email, at: "anchor", by: manager) }
    #expect(throws: HostError.self) {
      try control.setRole(.owner, of: house.manager.email, at: "anchor", by: manager)
    }
    #expect(throws: HostError.self) {
      try control.invite("a@example.com", as: .server, to: "anchor", by: .staff(house.host))
    }
    let invited = try control.invite("New@Example.com ", as: .manager, to: "anchor", by: manager)
    #expect(invited.staff.email == "new@example.com" && !invited.canSignIn)
    #expect(throws: HouseRefusal.self) {
      try control.invite("new@example.com", as: .server, to: "anchor", by: manager)
    }
  }

  @Test func `a restaurant is never without an owner`() throws {
    let caller = Caller.staff(owner)
    for attempt in [
      { try control.revoke(owner.email, at: "anchor", by: caller) },
      { try control.setRole(.manager, of: owner.email, at: "anchor", by: caller) },
    ] {
      #expect((#expect(throws: HouseRefusal.self) { try attempt() })?.code == "last_owner")
    }
    _ = try control.setRole(.owner, of: house.manager.email, at: "anchor", by: caller)
    _ = try control.revoke(owner.email, at: "anchor", by: caller)
    #expect(throws: HostError.notYours) { try control.members(of: "anchor", by: caller) }
  }

  @Test func `two owners who let each other go at once leave one`() async throws {
    let (control, owner, manager) = (control, owner, house.manager)
    _ = try control.setRole(.owner, of: manager.email, at: "anchor", by: .staff(owner))
    await withTaskGroup(of: Void.self) { group in
      for (who, by) in [(owner, manager), (manager, owner)] {
        group.addTask { _ = try? control.revoke(who.id, at: "anchor", by: .staff(by)) }
      }
    }
    #expect(try house.store.read { try $0.countOwners(ofRestaurant: "id-anchor") } == 1)
  }

  @Test func `who is let go can do nothing there from that moment, with the session they have`() throws {
    let access = Access(store: house.store, hasher: .forTests, now: { House.saturdayEvening })
    let token = SessionToken.random()
    try house.store.write {
      try $0.insertSession(
        tokenHash: token.hash, staffID: house.host.id, createdAt: House.saturdayEvening,
        expiresAt: House.saturdayEvening.adding(minutes: 720))
    }
    _ = try control.revoke(house.host.email, at: "anchor", by: .staff(house.manager))
    #expect(throws: HostError.notYours) {
      try house.desk().book(
        BookingRequest(restaurant: "anchor", mode: "ops", draft: draft()), by: .staff(house.host))
    }
    #expect(try access.staff(token: token.text) == nil, "they belong nowhere any more")
  }

  @Test func `changes are written down by id, never by address`() throws {
    _ = try control.invite("new@example.com", as: .host, to: "anchor", by: .staff(house.manager))
    let details = try house.store.rows("SELECT detail FROM audit WHERE action LIKE 'staff.%'")
    #expect(details.count == 1 && details[0]["detail"]?.contains("host") == true)
    #expect(details[0]["detail"]?.contains("@") == false)
  }
}
