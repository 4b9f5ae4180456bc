import BookingHost
import Testing

@Suite struct `The standard issues` {
  private func codes(
    _ body: String = "", _ draft: Draft = draft(), access: String = "staff",
    _ change: (inout Facts) -> Void = { _ in }
  ) throws -> [String] {
    try rules(body, access: access).decide(mode: "m", draft: draft, facts: facts(change)).codes
  }

  @Test func `a draft without a plan is told all that is missing`() throws {
    #expect(try codes("", Draft()) == ["date_required", "time_required", "party_required", "name_required"])
  }

  @Test(arguments: ["2026-02-30", "tomorrow", "2026-1-2", "0000-01-01", "2026-13-01", "20261122"])
  func `a date that does not exist is invalid`(text: String) throws {
    #expect(try codes("", draft(date: .text(text))) == ["date_invalid"])
  }

  @Test(arguments: ["25:00", "19:60", "noon", "1930", "-1:00"])
  func `a time that does not exist is invalid`(text: String) throws {
    #expect(try codes("", draft(time: .text(text))) == ["time_invalid"])
  }

  @Test func `a party is a whole number within the bounds`() throws {
    #expect(try codes("", draft(party: "two")) == ["party_invalid"])
    #expect(try codes("", draft(party: 2.5)) == ["party_invalid"])
    #expect(try codes("", draft(party: true)) == ["party_invalid"])
    #expect(try codes("", draft(party: 4.0)) == [])
    #expect(try codes("", draft(party: "4")) == [])
    #expect(try codes("", draft(party: 0)) == ["party_min"])
    #expect(try codes("", draft(party: -3)) == ["party_min"])
    #expect(try codes("", draft(party: 1001)) == ["party_max"])
    #expect(try codes("", draft(party: 999_999_999_999)) == ["party_max"])
    #expect(try codes("party = { min = 3 }") == ["party_min"])
  }

  @Test func `a table that allows a party of nobody is not believed`() throws {
    let body = "party = { min = 0 }, severity = { party_min = 'allow' }"
    #expect(try codes(body, draft(party: 0)) == ["party_min"])
  }

  @Test func `yesterday has passed, and grace is counted in minutes`() throws {
    #expect(try codes("", draft(date: "2026-11-20")) == ["past_time"])
    #expect(try codes("", draft(date: "2026-11-21", time: "18:00")) == [])
    #expect(try codes("", draft(date: "2026-11-21", time: "17:45")) == ["past_time"])
    #expect(try codes("time = { past_grace_minutes = 15 }", draft(date: "2026-11-21", time: "17:45")) == [])
    #expect(
      try codes("time = { past_grace_minutes = 15 }", draft(date: "2026-11-21", time: "17:30")) == [
        "past_time"
      ])
  }

  @Test func `notice is asked of what has not passed`() throws {
    let body = "time = { notice_minutes = 120, past_grace_minutes = 60 }"
    #expect(try codes(body, draft(date: "2026-11-21", time: "20:00")) == [])
    #expect(try codes(body, draft(date: "2026-11-21", time: "19:45")) == ["notice_too_short"])
    #expect(try codes(body, draft(date: "2026-11-21", time: "17:45")) == [])
  }

  @Test func `the horizon is counted in calendar days`() throws {
    #expect(try codes("time = { horizon_days = 1 }", draft(date: "2026-11-22", time: "23:45")) == [])
    #expect(
      try codes("time = { horizon_days = 1 }", draft(date: "2026-11-23", time: "00:00")) == ["beyond_horizon"]
    )
  }

  @Test func `the grid is counted from the opening of the service, else of the hours`() throws {
    let lunch = ServicePeriod(key: "lunch", name: "Lunch", opens: 725, closes: 900)
    #expect(try codes("", draft(time: "12:05")) { $0.services = [lunch] } == [])
    #expect(try codes("", draft(time: "12:15")) { $0.services = [lunch] } == ["off_slot_grid"])
    #expect(try codes("", draft(time: "12:10")) { $0.hours = DayHours(opens: 700, closes: 1400) } == [])
    #expect(try codes("time = { slot_minutes = 20 }", draft(time: "19:15")) == ["off_slot_grid"])
  }

  @Test func `a walk-in happening now is neither off the grid nor late`() throws {
    let asked = draft(date: "2026-11-21", time: "17:59")
    #expect(try codes("", asked) { $0.action = .walkin } == [])
    #expect(try codes("", asked) == ["past_time", "off_slot_grid"])
  }

  @Test func `a closed day is said once, and nothing more of its hours`() throws {
    #expect(try codes("", draft()) { $0.hours = .closed(label: "Christmas") } == ["closed_date"])
  }

  @Test func `hours, services, closures and the last seating`() throws {
    func at(_ time: String, _ body: String = "") throws -> [String] {
      try codes(body, draft(time: .text(time))) {
        $0.hours = DayHours(opens: 720, closes: 1380)
        $0.services = [ServicePeriod(key: "dinner", name: "Dinner", opens: 1080, closes: 1320)]
        $0.closures = [ClosedPeriod(from: 1200, to: 1260, reason: "private")]
      }
    }
    #expect(try at("11:45") == ["outside_hours", "outside_service"])
    #expect(try at("12:00") == ["outside_service"])
    #expect(try at("18:00") == [])
    #expect(try at("20:00") == ["closed_period"])
    #expect(try at("20:45") == ["closed_period"])
    #expect(try at("21:00") == [])
    #expect(try at("21:45", "time = { last_seating_minutes = 30 }") == ["last_seating"])
    #expect(try at("21:30", "time = { last_seating_minutes = 30 }") == [])
    #expect(try at("23:00") == ["outside_hours", "outside_service"])
  }

  @Test func `half past one at night is the evening before`() throws {
    let verdict = try rules("").decide(
      mode: "m", draft: draft(time: "01:30"), facts: facts { $0.hours = DayHours(opens: 720, closes: 1560) })
    #expect(verdict.codes == [])
    #expect(verdict.facts.day == Facts.ServiceDayMoment(date: "2026-11-21", minute: 1530))
  }

  @Test func `covers, parties and seats each have their maximum`() throws {
    #expect(try codes { $0.load = Load(covers: 38, maxCovers: 40) } == [])
    #expect(try codes { $0.load = Load(covers: 39, maxCovers: 40) } == ["capacity_exceeded"])
    #expect(try codes { $0.load = Load(parties: 9, maxParties: 10) } == [])
    #expect(try codes { $0.load = Load(parties: 10, maxParties: 10) } == ["capacity_exceeded"])
    #expect(try codes { $0.load = Load(seated: 39, seats: 40) } == ["capacity_exceeded"])
  }

  private func codes(_ change: (inout Facts) -> Void) throws -> [String] { try codes("", draft(), change) }

  @Test func `seated counts the sittings that overlap this one`() throws {
    let start = Instant(seconds: LocalDateTime("2026-11-22 19:00").totalMinutes * 60)
    func seated(from: Int, to: Int) throws -> Int {
      try rules("time = { duration_minutes = 60 }").decide(
        mode: "m", draft: draft(),
        facts: facts {
          $0.load.sittings = [
            Sitting(starts: start.adding(minutes: from), ends: start.adding(minutes: to), covers: 4)
          ]
        }
      ).facts.load.seated
    }
    #expect(try seated(from: -90, to: 0) == 0)
    #expect(try seated(from: -90, to: 1) == 4)
    #expect(try seated(from: 59, to: 149) == 4)
    #expect(try seated(from: 60, to: 150) == 0)
  }

  @Test func `a time that the clocks skip is invalid, one that they show twice is a warning`() throws {
    func london(_ draft: Draft, _ now: LocalDateTime) throws -> Verdict {
      try rules("").decide(
        mode: "m", draft: draft,
        facts: facts {
          $0.now = now
          $0.restaurant.timezone = "Europe/London"
        })
    }
    let skipped = try london(draft(date: "2026-03-29", time: "01:30"), "2026-03-01 12:00")
    #expect(skipped.codes == ["time_invalid"])
    let twice = try london(draft(date: "2026-10-25", time: "01:30"), "2026-10-01 12:00")
    #expect(twice.codes == ["time_ambiguous"])
    #expect(twice.outcome == .confirmed)
    #expect(twice.issues[0].severity == .warn)
  }

  @Test func `fields have types, lengths and choices`() throws {
    let body = """
      fields = {
        name = { min_length = 2, max_length = 4 }, seating = { choices = { "bar" } },
        room = { type = "integer", min = 1, max = 9 }, card = { type = "boolean", required = true },
        born = { type = "date" },
      }
      """
    func with(_ key: String, _ answer: Answer?) throws -> [String] {
      var asked = draft(name: "Ada")
      asked["card"] = true
      asked[key] = answer
      return try codes(body, asked)
    }
    #expect(try with("name", "A") == ["name_too_short"])
    #expect(try with("name", "Adèle") == ["name_too_long"])
    #expect(try with("name", 5) == ["name_invalid"])
    #expect(try with("seating", "roof") == ["seating_invalid"])
    #expect(try with("room", 0) == ["room_invalid"])
    #expect(try with("room", 3.0) == [])
    #expect(try with("room", "3.5") == ["room_invalid"])
    #expect(try with("card", false) == ["card_required"])
    #expect(try with("card", nil) == ["card_required"])
    #expect(try with("born", "1815-12-10") == [])
    #expect(try with("born", "1815-02-30") == ["born_invalid"])
    #expect(try with("nonsense", "x") == ["nonsense_unknown"])
  }

  @Test func `a core field is taken whether or not the mode lists it`() throws {
    var asked = draft()
    asked["notes"] = "by the window"
    asked["booking_type"] = "birthday"
    asked["seating"] = "anywhere"
    asked["email"] = "ada@example.com"
    #expect(try codes("", asked) == [])
  }

  @Test func `only what concerns the plan counts at the plan step, and the rest is listed as needed`() throws
  {
    let verdict = try Shipped.rules.decide(
      mode: "customer", draft: draft(name: nil), facts: facts(), scope: .plan)
    #expect(verdict.outcome == .confirmed)
    #expect(verdict.issues == [])
    #expect(verdict.needs == ["name", "email", "phone", "terms"])
    #expect(verdict.effects == [])
  }

  @Test func `a field that staff set is unknown to guests`() throws {
    let body = "fields = { table = { set_by = 'staff', label = 'Table' } }"
    var asked = draft()
    asked["table"] = "12"
    #expect(try codes(body, asked, access: "public") == ["table_unknown"])
    #expect(try codes(body, asked) == [])
  }
}
