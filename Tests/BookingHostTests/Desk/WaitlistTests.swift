import Testing

@testable import BookingHost

@Suite struct `Guests who wait for a table` {
  let house: WaitHouse

  init() throws { house = try WaitHouse() }

  @Test func `are told how long it will take, and stand behind those who came before`() throws {
    try house.walkIn(10)
    house.pass(minutes: 12)
    guard case .added(let first) = try house.wait(6), case .added(let second) = try house.wait(6) else {
      Issue.record("refused")
      return
    }
    #expect(first.position == 1 && first.entry.quotedMinutes == 50 && first.entry.code == "W1")
    // After the first have sat for an hour.
    #expect(second.position == 2 && second.entry.quotedMinutes == 110 && second.entry.code == "W2")
    #expect(try house.line() == ["1 W1 waiting", "2 W2 waiting"])
    #expect(try house.wait(4).quoted == 50, "beside the first")
  }

  @Test func `leave their places to bookings to come`() throws {
    try house.walkIn(10)
    let draft = draft(date: "2026-11-21", time: "19:15", party: 8, name: "Grace")
    let request = BookingRequest(restaurant: "anchor", mode: "m", draft: draft)
    guard case .booked = try house.house.desk().book(request, by: house.host) else {
      Issue.record("refused")
      return
    }
    #expect(try house.wait(2).quoted == 60)
    #expect(try house.wait(4).quoted == 135)
  }

  @Test func `count with guests who stay longer than planned, and not with who has gone`() throws {
    guard case .booked(let seated, _) = try house.walkIn(10) else {
      Issue.record("refused")
      return
    }
    house.pass(minutes: 75)
    #expect(try house.wait(4).quoted == WaitingLine.lingering)
    _ = try house.house.desk().take(
      StepRequest(reference: seated.reference, step: .to(.completed)), by: house.host)
    #expect(try house.wait(4).quoted == 0)
  }

  @Test func `are held to pacing and to the covers of the service too`() throws {
    let paced = try WaitHouse("pacing = { minutes = 30, max_covers = 6 },", seats: 100)
    try paced.walkIn(5)
    #expect(try paced.wait(4).quoted == 30)
    let full = try WaitHouse(seats: 100)
    for _ in 0..<4 { try full.walkIn(10) }
    // Forty covers are all that the evening takes.
    #expect(try full.wait(2).codes == ["waitlist_not_today"])
  }

  @Test func `are told that it will not be tonight`() throws {
    house.pass(minutes: 425)
    try house.walkIn(10)
    #expect(try house.wait(2).codes == ["waitlist_not_today"])
    #expect(try house.line() == [])
  }

  @Test func `are who the rules let wait, for as long as the rules say`() throws {
    let picky = try WaitHouse(
      """
      waitlist = {
        allowed = function(draft)
          if draft.party > 5 then return false, "More than five should ring us" end
          return draft.notes ~= "no"
        end,
        max_minutes = 60, max_parties = 2,
      },
      """)
    try picky.walkIn(10)
    guard case .refused(let refusal) = try picky.wait(6) else {
      Issue.record("let on")
      return
    }
    #expect(refusal.issues.map(\.message) == ["More than five should ring us"])
    #expect(refusal.issues.first?.code == "waitlist_not_allowed" && refusal.issues.first?.rule == "m.lua:3")
    #expect(try picky.wait(5, notes: "no").codes == ["waitlist_not_allowed"])
    #expect(try picky.wait(5).quoted == 60)
    #expect(try picky.wait(5).quoted == 60)
    #expect(try picky.wait(1).codes == ["waitlist_full"])
    let entry = try #require(
      try picky.house.desk().waitlist(restaurant: "anchor", by: picky.host).places.first?.entry)
    try picky.go(.leave, entry)
    #expect(try picky.wait(5).quoted == 60)
    let short = try WaitHouse("waitlist = { max_minutes = 55 },")
    try short.walkIn(10)
    #expect(try short.wait(2).codes == ["waitlist_too_long"])
  }

  @Test func `have a name, and contact that is some, or none`() throws {
    for (name, email, phone, code) in [
      ("  ", nil, nil, "name_required"), ("Ada", "nonsense", nil, "email_invalid"),
      ("Ada", nil, "12", "phone_invalid"),
    ] as [(String, String?, String?, String)] {
      #expect(try house.wait(2, name: name, email: email, phone: phone).codes == [code])
    }
    #expect(try house.wait(13).codes == ["party_max"])
    #expect(try house.wait(0).codes.contains("party_min"))
    #expect(try house.house.store.count("waitlist") == 0)
    let entry = try house.added(2, email: "  ", phone: "")
    #expect(entry.email == nil && entry.phone == nil)
  }

  @Test func `leave no trace where they are refused, and a rule that fails lets nobody wait`() throws {
    let broken = try WaitHouse("waitlist = { allowed = function(draft) return draft.x.y end },")
    let before = try broken.house.rowCounts()
    #expect(throws: RuleError.self) { try broken.wait(2) }
    #expect(try broken.house.rowCounts() == before)
  }

  @Test func `are seen and put down by members of the restaurant alone`() throws {
    let entry = try house.added(2)
    let before = try house.house.rowCounts()
    for caller in [Caller.guest, .staff(house.house.stranger)] {
      #expect(throws: HostError.self) { try house.wait(2, by: caller) }
      #expect(throws: HostError.self) { try house.house.desk().waitlist(restaurant: "anchor", by: caller) }
      for step in WaitlistStep.allCases {
        #expect(throws: HostError.self) { try house.take(step, entry, by: caller) }
      }
    }
    #expect(throws: HostError.self) { try house.wait(2, restaurant: "nowhere") }
    #expect(try house.house.rowCounts() == before)
  }

  @Test func `wait on their own day only: who was forgotten has left when somebody comes the next day`()
    throws
  {
    let entry = try house.added(2)
    house.pass(minutes: 24 * 60)
    #expect(try house.line(all: true) == [])
    #expect(try house.take(.seat, entry).codes == ["transition_invalid"])
    let next = try house.added(4)
    #expect(next.code == "W1" && next.serviceDate == "2026-11-22")
    let old = try #require(try house.house.store.read { try $0.waitlistEntry(id: entry.id) })
    #expect(old.state == .left && old.reason == "the service is over")
    #expect(try house.line(all: true) == ["1 W1 waiting"])
    let lines = try house.house.store.rows(
      "SELECT staff_id, detail ->> 'byItself' AS alone FROM audit WHERE action = 'waitlist.left'"
    )
    #expect(lines == [["alone": TestStore.isPostgres ? "true" : "1"]])
  }

  @Test func `wait past midnight in the line of the evening`() throws {
    house.pass(minutes: 6 * 60 + 30)
    let entry = try house.added(2)
    #expect(entry.serviceDate == "2026-11-21")
    #expect(try house.line() == ["1 W1 waiting"])
  }

  @Test func `are on the dashboard of the day that is on`() throws {
    try house.added(2)
    let desk = house.house.desk()
    let today = try desk.dashboard(restaurant: "anchor", date: nil, by: house.host)
    #expect(today.waitlist?.places.map(\.entry.code) == ["W1"])
    let other = try desk.dashboard(restaurant: "anchor", date: "2026-11-22", by: house.host)
    #expect(other.waitlist == nil)
  }

  @Test func `are offered to when they are refused for want of room, and for nothing else`() throws {
    try house.walkIn(10)
    let desk = house.house.desk()
    func offer(_ request: BookingRequest) throws -> WaitOffer? {
      guard case .refused(let refusal) = try desk.book(request, by: house.host) else { return nil }
      return try desk.waitOffer(for: request, refused: refusal, by: house.host)
    }
    #expect(try offer(house.walkInRequest(4)) == WaitOffer(quotedMinutes: 60, position: 1))
    try house.added(8)
    #expect(try offer(house.walkInRequest(4)) == WaitOffer(quotedMinutes: 120, position: 2))
    #expect(try offer(house.walkInRequest(13)) == nil)
    #expect(try offer(house.walkInRequest(4, name: " ")) == nil)
    var later = house.walkInRequest(4)
    later.isNow = false
    later.draft[Field.date] = "2026-11-21"
    later.draft[Field.time] = "18:15"
    #expect(try offer(later) == nil)
    let closed = try WaitHouse("waitlist = { allowed = false },")
    try closed.walkIn(10)
    let request = closed.walkInRequest(2)
    guard case .refused(let refusal) = try closed.house.desk().book(request, by: closed.host) else {
      Issue.record("booked")
      return
    }
    #expect(try closed.house.desk().waitOffer(for: request, refused: refusal, by: closed.host) == nil)
  }
}
