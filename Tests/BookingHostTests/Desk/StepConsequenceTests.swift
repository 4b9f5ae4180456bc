import Testing

@testable import BookingHost

@Suite struct `What follows a step` {
  let life: LifeHouse
  var house: House { life.house }

  init() throws { life = try LifeHouse() }

  @Test func `emails that a cancellation makes no sense of do not go out, and say why`() throws {
    let booking = try life.book(["email": "ada@example.com"])
    life.outboxes.email.answer(.retry(reason: "mailbox unavailable", after: nil))
    try life.deliver()
    try life.go(.to(.cancelled), booking)
    #expect(
      try life.effects(booking) == [
        "email confirmation skipped", "email reminder skipped", "loyalty delivered", "email cancelled queued",
        "loyalty queued",
      ])
    #expect(try life.current(booking).effects[1].reason == "the booking was cancelled")
    try life.deliver()
    #expect(life.outboxes.email.asked.map(\.effect.action.name) == ["email confirmation", "email cancelled"])
  }

  @Test func `an email under way when its booking is cancelled is not tried again`() throws {
    let booking = try life.book(["email": "ada@example.com"])
    life.outboxes.email.answer(.retry(reason: "try later", after: nil))
    // The cancellation comes while the server is being asked.
    life.outboxes.email.first { [life] in
      guard (try? life.current(booking).status) == .confirmed else { return }
      _ = try? life.go(.to(.cancelled), booking)
    }
    try life.deliver()
    house.clock.withLock { $0 = $0.adding(minutes: 30) }
    try life.deliver()
    let confirmation = try life.current(booking).effects[0]
    #expect(confirmation.state == .skipped)
    #expect(confirmation.reason == "the booking was cancelled")
    #expect(life.outboxes.email.asked.map(\.effect.action.name) == ["email confirmation", "email cancelled"])
  }

  @Test func `points are given once and taken once, and an undo sets them back`() throws {
    let booking = try life.book()
    try life.deliver()
    try life.go(.to(.cancelled), booking)
    try life.deliver()
    #expect(try life.points(booking) == [20, -20])
    try life.go(.undo, booking)
    try life.deliver()
    #expect(try life.points(booking) == [20, -20, 20])
    try life.go(.to(.checkedIn), booking)
    try life.go(.to(.completed), booking)
    try life.go(.undo, booking)
    try life.go(.to(.completed), booking)
    try life.deliver()
    #expect(try life.points(booking).reduce(0, +) == 21)
  }

  @Test func `points that were not given yet when a booking is cancelled and revived balance all the same`()
    throws
  {
    let booking = try life.book()
    try life.go(.to(.cancelled), booking)
    try life.go(.undo, booking)
    try life.go(.to(.cancelled), booking)
    try life.go(.to(.confirmed), booking)
    try life.go(.to(.noShow), booking)
    try life.go(.to(.checkedIn), booking)
    try life.deliver()
    #expect(try life.points(booking).reduce(0, +) == 20)
    #expect(try house.store.read { try $0.points(ofBooking: booking.id) } == 20)
  }

  @Test func `any way through life leaves the ledger as the rules would have it`() throws {
    var random = SmallRandom(seed: 7)
    for number in 0..<25 {
      let booking = try life.book(["time": .text(ClockTime.text(1080 + 15 * (number % 8))), "party": 1])
      for _ in 0..<12 {
        let steps =
          LifeCycle.next(after: try life.current(booking).status).map { BookingStep.to($0) } + [.undo]
        _ = try life.take(steps[random.next(steps.count)], booking)
        if random.next(2) == 0 { try life.deliver() }
      }
      try life.deliver()
      let sum = try life.points(booking).reduce(0, +)
      switch try life.current(booking).status {
      case .cancelled, .noShow: #expect(sum == 0)
      case .completed: #expect(sum == 11)
      default: #expect(sum == 10)
      }
    }
  }

  @Test func `an undo has emails that were stopped go out again, and those of the step not`() throws {
    let booking = try life.book(["email": "ada@example.com"])
    try life.go(.to(.cancelled), booking)
    try life.go(.undo, booking)
    #expect(
      try life.effects(booking) == [
        "email confirmation queued", "email reminder queued", "loyalty queued", "email cancelled skipped",
        "loyalty queued", "loyalty queued",
      ])
    try life.deliver()
    #expect(life.outboxes.email.asked.map(\.effect.action.name) == ["email confirmation"])
  }

  @Test func `an undo says what the guest has been told already`() throws {
    let booking = try life.book(["email": "ada@example.com"])
    try life.go(.to(.cancelled), booking)
    try life.deliver()
    let result = try life.take(.undo, booking)
    #expect(result.booking?.status == .confirmed)
    #expect(result.warnings == ["email_sent"])
  }

  @Test func `staff who have an effect not happen are not overruled by an undo`() throws {
    let booking = try life.book(["email": "ada@example.com"])
    let reminder = try house.store.rows("SELECT id FROM effects WHERE template = 'reminder'")[0]["id"]!
    try house.store.write {
      try $0.cancelEffect(
        id: Int(reminder)!, reason: "cancelled by staff", by: "staff-host", now: House.saturdayEvening)
    }
    try life.go(.to(.cancelled), booking)
    try life.go(.undo, booking)
    #expect(try life.effects(booking)[1] == "email reminder skipped")
  }

  // MARK: Room

  @Test func `a cancelled booking comes back only where there is room`() throws {
    let booking = try life.book(["party": 30])
    try life.go(.to(.cancelled), booking)
    _ = try life.book(["party": 20, "name": "Grace Hopper"])
    let before = try house.rowCounts()
    for step in [BookingStep.undo, .to(.confirmed)] {
      let result = try life.take(step, booking)
      #expect(result.codes == ["capacity_exceeded"])
      guard case .refused(let refusal) = result else { return }
      #expect(refusal.isOverridable)
    }
    #expect(try house.rowCounts() == before)
    let given = try life.take(.to(.confirmed), booking, by: house.manager, override: "the terrace is open")
    #expect(given.booking?.status == .confirmed)
    #expect(given.booking?.override == Booking.Override(reason: "the terrace is open", by: "staff-manager"))
  }

  @Test func `that is warned of is said`() throws {
    let booking = try life.book(["party": 2])
    try life.go(.to(.cancelled), booking)
    _ = try life.book(["party": 30, "name": "Grace Hopper"])
    _ = try life.book(["party": 10, "name": "Alan Turing"])
    #expect(try life.take(.to(.confirmed), booking).warnings == ["capacity_exceeded"])
  }

  @Test func `a booking comes back whatever else it would be refused for today`() throws {
    let booking = try life.book()
    try life.go(.to(.cancelled), booking)
    let strict = try RuleBook(files: [
      "m.lua": #"return { access = "staff", party = { max = 1 }, time = { notice_minutes = 90000 } }"#
    ])
    #expect(try life.take(.to(.confirmed), booking, rules: strict).booking?.status == .confirmed)
  }

  @Test func `a no-show is taken back until its service day is over`() throws {
    let booking = try life.book(["date": "2026-11-21", "time": "19:00"])
    house.clock.withLock { $0 = $0.adding(minutes: 120) }
    try life.go(.to(.noShow), booking)
    // Half past one at night is still that evening's service.
    house.clock.withLock { $0 = $0.adding(minutes: 330) }
    #expect(try life.take(.to(.checkedIn), booking).booking?.status == .checkedIn)
    try life.go(.to(.noShow), booking)
    house.clock.withLock { $0 = $0.adding(minutes: 60) }
    #expect(try life.take(.to(.checkedIn), booking).codes == ["transition_invalid"])
    #expect(try life.take(.undo, booking).codes == ["transition_invalid"])
  }
}

/// Numbers that are the same in every run.
struct SmallRandom {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }
}
