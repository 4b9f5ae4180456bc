import Testing

@testable import BookingHost

@Suite struct `What the desk offers instead` {
  let house: House

  init() throws { house = try House() }

  private func request(_ draft: Draft) -> BookingRequest {
    BookingRequest(restaurant: "anchor", mode: "ops", draft: draft)
  }

  @Test func `alternatives are over the diary, day by day, and pass when they are booked`() throws {
    let desk = house.desk()
    for time in ["18:00", "18:15", "20:00"] {
      _ = try desk.book(request(draft(time: .text(time), party: 12)), by: .staff(house.host))
    }
    let asked = request(draft(time: "19:00", party: 9))
    guard case .refused(let refusal) = try desk.book(asked, by: .staff(house.host)) else {
      Issue.record("was not refused")
      return
    }
    #expect(refusal.issues.blockThePlan && refusal.alternatives == nil)
    let before = try house.rowCounts()
    let offered = try desk.alternatives(to: asked, by: .staff(house.host))
    #expect(try house.rowCounts() == before)
    #expect(
      offered.map { "\($0.start) \($0.party) \($0.difference.rawValue)" } == [
        "2026-11-22 19:00 6 party", "2026-11-23 19:00 9 date", "2026-11-24 19:00 9 date",
      ])
    for other in offered {
      var changed = draft(date: .text(other.start.date.description), party: .integer(other.party))
      changed[Field.time] = .text(other.start.time)
      #expect(try desk.verdict(on: request(changed), by: .staff(house.host), scope: .booking).passes)
    }
  }

  @Test func `nothing is offered where nothing about the plan is refused`() throws {
    let desk = house.desk()
    for asked in [draft(), draft(name: nil), draft(date: nil), draft(time: "25:00")] {
      #expect(try desk.alternatives(to: request(asked), by: .staff(house.host)) == [])
    }
    #expect(throws: HostError.self) {
      try desk.alternatives(to: request(draft(party: 13)), by: .staff(house.stranger))
    }
  }

  @Test func `a closed day offers the days after it`() throws {
    let asked = request(draft(date: "2026-12-25"))
    house.clock.withLock { $0 = Instant(seconds: LocalDateTime("2026-12-24 18:00").totalMinutes * 60) }
    let offered = try house.desk().alternatives(to: asked, by: .staff(house.host))
    #expect(offered.map(\.start) == ["2026-12-26 19:00", "2026-12-27 19:00"])
    let day = try house.desk().alternatives(
      toDay: "2026-12-25", restaurant: "anchor", slots: [], mode: "ops", draft: draft(),
      by: .staff(house.host))
    #expect(day.map(\.start) == ["2026-12-26 17:30", "2026-12-27 17:30", "2026-12-28 17:30"])
  }
}
