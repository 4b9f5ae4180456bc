import Synchronization
import Testing

@testable import BookingHost

@Suite struct `Taking a booking` {
  let house: House

  init() throws { house = try House() }

  private func request(
    _ draft: Draft = draft(), at restaurant: String = "anchor", mode: String = "ops", reason: String? = nil,
    key: String? = nil, isNow: Bool = false
  ) -> BookingRequest {
    BookingRequest(
      restaurant: restaurant, mode: mode, draft: draft, isNow: isNow, overrideReason: reason,
      idempotencyKey: key)
  }

  private func book(_ request: BookingRequest, by caller: Caller? = nil, rules: RuleBook? = nil) throws
    -> Booking
  {
    guard
      case .booked(let booking, _) = try house.desk(rules: rules).book(
        request, by: caller ?? .staff(house.host))
    else { throw HostError(.internal, "refused") }
    return booking
  }

  private func refusal(_ request: BookingRequest, by caller: Caller? = nil) throws -> Refusal? {
    guard case .refused(let refusal) = try house.desk().book(request, by: caller ?? .staff(house.host))
    else { return nil }
    return refusal
  }

  private func error(_ request: BookingRequest, by caller: Caller) throws -> HostError.Code? {
    do {
      _ = try house.desk().book(request, by: caller)
      return nil
    } catch let error as HostError { return error.code }
  }

  @Test func `a walk-in with a name alone is confirmed, tagged and stored with nothing made up`() throws {
    let booking = try book(request())
    #expect(booking.status == .confirmed)
    #expect(booking.source == "system")
    #expect(booking.label == "Created by System")
    #expect(booking.mode == "ops")
    #expect(booking.staff == Booking.StaffMark(id: "staff-host", role: .host))
    #expect(booking.email == nil && booking.phone == nil)
    #expect(booking.effects[0].state == .skipped)
    #expect(booking.effects[0].reason == "no email address was given")
    let stored = try house.store.read {
      try $0.booking(reference: booking.reference, restaurantIDs: ["id-anchor"])
    }
    #expect(stored == booking)
    let row = try house.store.rows("SELECT email, phone FROM bookings")[0]
    #expect(
      row == ["email": "NULL", "phone": "NULL"] || row.values.allSatisfy { $0.isEmpty || $0 == "NULL" })
  }

  @Test func `one booking is one row of bookings, decisions and audit, and its rules are kept`() throws {
    let before = try house.rowCounts()
    _ = try book(request())
    let after = try house.rowCounts()
    for table in ["bookings", "decisions", "audit", "guests", "rule_revisions"] {
      #expect(after[table]! - before[table]! == 1, "\(table)")
    }
    #expect(after["effects"] == 3)
    #expect(after["rule_files"] == house.rules.files.texts.count)
  }

  @Test func `a caller who may not writes nothing anywhere`() throws {
    let before = try house.rowCounts()
    #expect(try error(request(), by: .guest) == .notSignedIn)
    #expect(try error(request(), by: .staff(house.stranger)) == .notAllowed)
    #expect(try error(request(at: "nowhere"), by: .staff(house.host)) == .notAllowed)
    #expect(try error(request(at: "other"), by: .staff(house.host)) == .notAllowed)
    #expect(try error(request(mode: "nonsense"), by: .staff(house.host)) == .usage)
    #expect(try error(request(at: "nowhere", mode: "customer"), by: .guest) == .notFound)
    #expect(try house.rowCounts() == before)
  }

  @Test func `a refusal writes one decision and nothing else`() throws {
    let before = try house.rowCounts()
    #expect(try refusal(request(draft(party: 13)))?.issues.map(\.code) == ["party_max"])
    var after = try house.rowCounts()
    #expect(after["decisions"] == 1)
    after["decisions"] = before["decisions"]
    #expect(after == before)
  }

  @Test func `all issues of a draft are told at once`() throws {
    var asked = draft(time: "19:10", party: 13, name: nil)
    asked["email"] = "nope"
    asked["phone"] = "12"
    #expect(
      try refusal(request(asked))?.issues.map(\.code) == [
        "name_required", "email_invalid", "phone_invalid", "party_max", "off_slot_grid",
      ])
  }

  @Test func `customer mode needs no session and cannot be talked into ops policy`() throws {
    #expect(
      try refusal(request(mode: "customer"), by: .guest)?.issues.map(\.code) == [
        "email_required", "phone_required", "terms_required",
      ])
    var asked = draft(time: "20:30")
    asked["email"] = "ada@example.com"
    asked["phone"] = "+447700900123"
    asked["terms"] = true
    let booking = try book(request(asked, mode: "customer"), by: .staff(house.manager))
    #expect(booking.source == "web")
    #expect(booking.staff == nil)
    #expect(booking.termsAcceptedAt == House.saturdayEvening)
  }

  @Test func `two walk-ins without contact are two guests`() throws {
    _ = try book(request())
    _ = try book(request())
    #expect(try house.rowCounts()["guests"] == 2)
  }

  @Test func `one number written in two ways is one guest`() throws {
    for phone in ["07700 900123", "+447700900123"] {
      var asked = draft()
      asked["phone"] = .text(phone)
      _ = try book(request(asked))
    }
    #expect(try house.rowCounts()["guests"] == 1)
  }

  @Test func `rules know a guest who came before, and guests of public modes are strangers`() throws {
    let body =
      "fields = { email = {} }, check = function(d, f) if f.guest.known then refuse('known', 'known') end end"
    let staff = try rules(body)
    var asked = draft()
    asked["email"] = "ada@example.com"
    _ = try book(request(asked, mode: "m"), rules: staff)
    guard
      case .refused(let refusal) = try house.desk(rules: staff).book(
        request(asked, mode: "m"), by: .staff(house.host))
    else { return #expect(Bool(false), "not refused") }
    #expect(refusal.issues.map(\.code) == ["known"])
    _ = try book(request(asked, mode: "m"), by: .guest, rules: rules(body, access: "public"))
  }

  @Test func `a full service refuses, and a manager's reason is kept with who gave it`() throws {
    for _ in 0..<4 { _ = try book(request(draft(party: 10))) }
    let full = try #require(try refusal(request(draft(party: 4))))
    #expect(full.issues.map(\.code) == ["capacity_exceeded"])
    #expect(full.isOverridable)
    #expect(try refusal(request(draft(party: 4), reason: "regular guest")) != nil)
    let booking = try book(request(draft(party: 4), reason: " regular guest "), by: .staff(house.manager))
    #expect(booking.override == Booking.Override(reason: "regular guest", by: "staff-manager"))
    #expect(booking.issues.map(\.code) == ["capacity_exceeded"])
  }

  @Test func `a rule that fails books nobody and says where`() throws {
    let broken = try rules("check = function(d) local x = d.nothing.here end")
    guard
      case .refused(let refusal) = try house.desk(rules: broken).book(
        request(mode: "m"), by: .staff(house.host))
    else { return #expect(Bool(false), "booked") }
    #expect(refusal.issues.map(\.code) == ["rule_failed"])
    #expect(refusal.issues[0].rule == "m.lua:2")
    #expect(try house.rowCounts()["bookings"] == 0)
  }

  @Test func `a walk-in now is booked at this very minute`() throws {
    house.clock.withLock { $0 = House.saturdayEvening.adding(minutes: 7) }
    let booking = try book(request(Draft(party: 2, name: "Ada"), isNow: true))
    #expect(booking.start == "2026-11-21 18:07")
    #expect(booking.end == "2026-11-21 19:37")
  }

  @Test func `a booking after midnight is of the evening before`() throws {
    let booking = try book(request(draft(date: "2026-11-22", time: "01:30")))
    #expect(booking.serviceDate == "2026-11-21")
    #expect(booking.serviceMinute == 1530)
    #expect(booking.start == "2026-11-22 01:30")
  }

  @Test func `a membership that has ended ends the booking too`() throws {
    try house.store.execute("DELETE FROM memberships WHERE staff_id = 'staff-host'")
    #expect(try error(request(), by: .staff(house.host)) == .notAllowed)
  }

  @Test func `what is told to be due is of the kinds that the booking has queued`() throws {
    let told = Mutex<[Set<String>]>([])
    var desk = house.desk()
    desk.onQueued = { kinds in told.withLock { $0.append(kinds) } }
    guard case .booked(let booking, _) = try desk.book(request(), by: .staff(house.host)) else {
      throw HostError(.internal, "refused")
    }
    let queued = booking.effects.filter { $0.state == .queued }.map(\.effect.action.kind)
    #expect(!queued.isEmpty && !queued.contains("email"))
    #expect(told.withLock { $0 } == [Set(queued)])
    _ = try desk.book(request(draft(party: 0)), by: .staff(house.host))
    #expect(told.withLock { $0.count } == 1)
  }

  // MARK: Between the decision and the transaction

  /// A desk during whose next booking somebody else writes this.
  private func desk(meanwhile sql: String) -> BookingDesk {
    let isFirst = Mutex(true)
    let environment = HostEnvironment(
      now: { House.saturdayEvening },
      uuid: {
        let isNext = isFirst.withLock { isFirst in
          defer { isFirst = false }
          return isFirst
        }
        if isNext { try? house.store.execute(sql) }
        return HostID.timed()
      }, reference: { "REFERENCE" })
    return BookingDesk(store: house.store, rules: house.rules, environment: environment) {
      Digest.sha256(Array($0.utf8))
    }
  }

  private static let move =
    "UPDATE restaurants SET name = 'Ancre', timezone = 'Europe/Paris' WHERE slug = 'anchor'"

  @Test func `a restaurant that is set up anew has the booking as it is set up now`() throws {
    let result = try desk(meanwhile: Self.move).book(request(), by: .staff(house.host))
    guard case .booked(let booking, _) = result else { throw HostError(.internal, "refused") }
    #expect(booking.zone.identifier == "Europe/Paris")
    #expect(booking.restaurant.name == "Ancre")
    #expect(booking.startsAt == booking.zone.instants(of: booking.start).first)
  }

  @Test func `a walk-in sits down now, by whatever clock the restaurant has`() throws {
    let asked = request(draft(date: nil, time: nil), isNow: true)
    let result = try desk(meanwhile: Self.move).book(asked, by: .staff(house.host))
    guard case .booked(let booking, _) = result else { throw HostError(.internal, "refused") }
    #expect(booking.startsAt == House.saturdayEvening)
    #expect(booking.start.time == "19:00")
  }

  @Test func `a restaurant that is gone is said to be, and nothing is written`() throws {
    var asked = draft(time: "20:30")
    asked["email"] = "ada@example.com"
    asked["phone"] = "+447700900123"
    asked["terms"] = true
    let tables = ["memberships", "weekly_hours", "dated_hours", "services"]
    let removed =
      tables.map { "DELETE FROM \($0) WHERE restaurant_id = 'id-anchor';" }.joined()
      + "DELETE FROM restaurants WHERE id = 'id-anchor'"
    do {
      _ = try desk(meanwhile: removed).book(request(asked, mode: "customer"), by: .guest)
      Issue.record("It was booked.")
    } catch let error as HostError {
      #expect(error.code == .notFound)
    }
    #expect(try house.rowCounts()["bookings"] == 0)
    #expect(try house.rowCounts()["decisions"] == 0)
  }
}

@Suite struct `The same request twice` {
  let house: House

  init() throws { house = try House() }

  private func book(
    _ draft: Draft, key: String, by account: StaffAccount? = nil, restaurant: String = "anchor"
  ) throws -> BookingResult {
    try house.desk().book(
      BookingRequest(restaurant: restaurant, mode: "ops", draft: draft, idempotencyKey: key),
      by: .staff(account ?? house.host))
  }

  @Test func `makes one booking, and answers with it again`() throws {
    guard case .booked(let first, false) = try book(draft(), key: "k") else { return #expect(Bool(false)) }
    let rows = try house.rowCounts()
    #expect(try book(draft(), key: "k") == .booked(first, isDuplicate: true))
    #expect(try house.rowCounts() == rows)
  }

  @Test func `with another body is a conflict, and writes nothing`() throws {
    _ = try book(draft(), key: "k")
    let rows = try house.rowCounts()
    let error = #expect(throws: HostError.self) { try book(draft(party: 3), key: "k") }
    #expect(error?.code == .idempotencyConflict)
    #expect(try house.rowCounts() == rows)
  }

  @Test func `from someone else is another request`() throws {
    _ = try book(draft(), key: "k")
    guard case .booked(_, false) = try book(draft(), key: "k", by: house.manager) else {
      return #expect(Bool(false), "not booked anew")
    }
  }

  @Test func `after a refusal may still be booked`() throws {
    guard case .refused = try book(draft(party: 13), key: "k") else { return #expect(Bool(false)) }
    guard case .booked(_, false) = try book(draft(), key: "k") else { return #expect(Bool(false)) }
  }
}

@Suite struct `Slots and the dashboard` {
  let house: House

  init() throws { house = try House() }

  @Test func `every slot of a service day is decided, past midnight too`() throws {
    let slots = try house.desk().slots(
      restaurant: "anchor", date: "2026-11-21", mode: "ops", draft: Draft(party: 2), by: .staff(house.host))
    #expect(slots.first?.start == "2026-11-21 17:30")
    #expect(slots.first?.issues.map(\.code) == ["past_time"])
    #expect(slots.first { $0.start == "2026-11-21 18:00" }?.outcome == .confirmed)
    #expect(slots.last?.start == "2026-11-22 01:45")
    #expect(slots.last?.needs == ["name"])
    #expect(slots.count == 34)
  }

  @Test func `a closed day has none`() throws {
    #expect(
      try house.desk().slots(
        restaurant: "anchor", date: "2026-12-25", mode: "ops", draft: Draft(party: 2), by: .staff(house.host))
        == [])
  }

  @Test func `on the night the clocks go forward the skipped hour is left out, and back, it is not doubled`()
    throws
  {
    func minutes(_ date: CivilDate) throws -> [String] {
      house.clock.withLock { $0 = Instant(seconds: date.adding(days: -1).dayNumber * 86_400) }
      return try house.desk().slots(
        restaurant: "anchor", date: date, mode: "ops", draft: Draft(party: 2), by: .staff(house.host)
      ).map(\.start.time)
    }
    let forward = try minutes("2027-03-27")
    #expect(forward.count == 30)
    #expect(!forward.contains("01:00") && !forward.contains("01:45"))
    let back = try minutes("2026-10-24")
    #expect(back.count == 34)
    #expect(back.count { $0 == "01:30" } == 1)
  }

  @Test func `the nearest times that work are offered`() throws {
    let rules = try rules("pacing = { minutes = 15, max_covers = 4 }")
    let desk = house.desk(rules: rules)
    for time in ["19:00", "19:15"] {
      _ = try desk.book(
        BookingRequest(restaurant: "anchor", mode: "m", draft: draft(time: .text(time), party: 4)),
        by: .staff(house.host))
    }
    let offered = try desk.alternatives(
      to: BookingRequest(restaurant: "anchor", mode: "m", draft: draft(time: "19:00")),
      by: .staff(house.host))
    #expect(
      offered.map { "\($0.start) \($0.difference.rawValue)" } == [
        "2026-11-22 18:30 time", "2026-11-22 18:45 time", "2026-11-22 19:30 time",
        "2026-11-23 19:00 date", "2026-11-24 19:00 date",
      ])
  }

  @Test func `the dashboard counts what was booked, for members only`() throws {
    let desk = house.desk()
    for party in [2, 4] {
      _ = try desk.book(
        BookingRequest(restaurant: "anchor", mode: "ops", draft: draft(party: .integer(party))),
        by: .staff(house.host))
    }
    let board = try desk.dashboard(restaurant: "anchor", date: "2026-11-22", by: .staff(house.manager))
    #expect(board.totals.all == 2)
    #expect(board.totals.covers == 6)
    #expect(board.totals.upcoming == 2)
    #expect(board.starts == [StartLoad(minute: 1140, covers: 6, parties: 2)])
    #expect(throws: HostError.self) { try desk.dashboard(restaurant: "anchor", date: nil, by: .guest) }
    #expect(throws: HostError.self) {
      try desk.dashboard(restaurant: "anchor", date: nil, by: .staff(house.stranger))
    }
  }
}
