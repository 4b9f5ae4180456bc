import Testing

@testable import BookingHost

@Suite("A manager's word at the host's station") struct ApprovalTests {
  let life: LifeHouse
  var house: House { life.house }

  init() throws {
    life = try LifeHouse()
    for account in [house.manager, house.host, house.stranger] {
      try access.setPassword(email: account.email, password: "a long password")
    }
  }

  private var access: Access {
    Access(store: house.store, hasher: .forTests) { [house] in house.clock.withLock { $0 } }
  }

  private func host(approvedBy account: StaffAccount) throws -> Caller {
    .staff(house.host).approved(by: try access.approver(email: account.email, password: "a long password"))
  }

  /// Fills dinner, so that only a manager's override lets anybody in.
  private func request(reason: String? = "regular guest") throws -> BookingRequest {
    for _ in 0..<4 { _ = try life.book(["party": 10]) }
    return BookingRequest(restaurant: "anchor", mode: "m", draft: draft(party: 6), overrideReason: reason)
  }

  private func book(_ request: BookingRequest, by caller: Caller) throws -> BookingResult {
    try house.desk().book(request, by: caller)
  }

  @Test func `it lets this one pass, and the host stays who booked`() throws {
    guard case .booked(let booking, _) = try book(request(), by: host(approvedBy: house.manager)) else {
      Issue.record("refused")
      return
    }
    #expect(booking.staff == Booking.StaffMark(id: house.host.id, role: .host))
    #expect(booking.override == Booking.Override(reason: "regular guest", by: house.manager.id))
    let history = try house.store.read { try $0.history(ofBooking: booking.id) }
    #expect(history.map(\.staffEmail) == ["host@example.com"])
    #expect(history.map(\.approvedBy?.email) == ["manager@example.com"])
  }

  @Test func `it is for one decision: the next needs a word of its own`() throws {
    let request = try request()
    _ = try book(request, by: host(approvedBy: house.manager))
    guard case .refused(let refusal) = try book(request, by: .staff(house.host)) else {
      Issue.record("booked")
      return
    }
    #expect(refusal.isOverridable)
  }

  @Test func `without a reason, or from one who may not either, it changes nothing`() throws {
    var asked = try request(reason: nil)
    guard case .refused = try book(asked, by: host(approvedBy: house.manager)) else {
      Issue.record("booked without a reason")
      return
    }
    asked.overrideReason = "regular guest"
    guard case .refused = try book(asked, by: host(approvedBy: house.host)) else {
      Issue.record("booked by a host's word")
      return
    }
  }

  @Test func `a word from outside the restaurant is refused, and nothing is written`() throws {
    let asked = try request()
    let before = try house.rowCounts()
    #expect(throws: HostError.strangerApproves) { try book(asked, by: host(approvedBy: house.stranger)) }
    #expect(try house.rowCounts() == before)
  }

  @Test func `a wrong password is nobody's word`() throws {
    #expect(throws: AccessError.wrongCredentials) {
      try access.approver(email: "manager@example.com", password: "another password")
    }
    #expect(throws: AccessError.wrongCredentials) {
      try access.approver(email: "nobody@example.com", password: "a long password")
    }
  }

  @Test func `rules do not see it: at_least goes by who is signed in`() throws {
    let rules = try RuleBook(files: [
      "m.lua": """
      return { access = "staff", check = function(draft, facts)
        if not at_least("manager") then override("late", "Late", "manager") end
        if facts.staff.role == "manager" then refuse("seen", "Seen") end
      end }
      """
    ])
    let asked = BookingRequest(restaurant: "anchor", mode: "m", draft: draft(), overrideReason: "all right")
    guard
      case .booked(let booking, _) = try house.desk(rules: rules).book(
        asked, by: host(approvedBy: house.manager))
    else {
      Issue.record("refused")
      return
    }
    #expect(booking.issues.map(\.code) == ["late"])
    #expect(booking.override?.by == house.manager.id)
  }

  @Test func `a step that needs a manager takes one's word too, and history says whose`() throws {
    let booking = try life.book()
    house.clock.withLock { $0 = booking.startsAt.adding(minutes: -30) }
    let step = StepRequest(
      reference: booking.reference, step: .to(.cancelled), overrideReason: "their child is ill")
    #expect(try house.desk().take(step, by: .staff(house.host)).codes == ["late"])
    #expect(try house.desk().take(step, by: host(approvedBy: house.manager)).booking?.status == .cancelled)
    let history = try house.store.read { try $0.history(ofBooking: booking.id) }
    #expect(history.last?.approvedBy?.email == "manager@example.com")
    #expect(history.last?.staffEmail == "host@example.com")
  }

  @Test func `a replay counts it as it counted then`() throws {
    guard case .booked = try book(request(), by: host(approvedBy: house.manager)) else {
      Issue.record("refused")
      return
    }
    let tally = try RuleReplay(store: house.store, candidate: house.rules).run(
      .init(restaurantIDs: ["id-anchor"]))
    #expect(tally.decisions == 5)
    #expect(!tally.hasChanges)
  }
}
