import Testing

@testable import BookingHost

@Suite struct `The nearest alternatives to a refused plan` {
  private let lunch = ServicePeriod(key: "lunch", name: "Lunch", opens: 720, closes: 900)
  private let dinner = ServicePeriod(key: "dinner", name: "Dinner", opens: 1080, closes: 1320)

  private func search(
    _ rules: RuleBook, _ asked: Draft, _ given: Facts, mode: String = "ops", everyDayIsAlike: Bool = true
  ) throws -> [Alternative] {
    let verdict = try rules.decide(mode: mode, draft: asked, facts: given)
    let around = GivenSurroundings(verdict.facts, everyDayIsAlike: everyDayIsAlike)
    var search = AlternativeSearch(rules, mode: mode, draft: asked, around: around)
    return search.nearest(to: verdict)
  }

  /// `date 19:00 2 time`
  private func words(_ alternatives: [Alternative]) -> [String] {
    alternatives.map { "\($0.start) \($0.party) \($0.difference.rawValue)" }
  }

  @Test func `are times of the same service, then the other service, then the next days`() throws {
    let given = facts { $0.services = [lunch, dinner] }
    let found = try words(search(Shipped.rules, draft(time: "19:10"), given))
    #expect(
      found == [
        "2026-11-22 19:00 2 time", "2026-11-22 19:15 2 time", "2026-11-22 19:30 2 time",
        "2026-11-22 14:45 2 service", "2026-11-23 19:15 2 date",
      ])
  }

  @Test func `are a smaller party where that is what the rules mind`() throws {
    #expect(try words(search(Shipped.rules, draft(party: 13), facts())) == ["2026-11-22 19:00 12 party"])
    let huge = draft(party: 4000)
    #expect(try words(search(Shipped.rules, huge, facts())) == ["2026-11-22 19:00 12 party"])
    let full = facts { $0.load = Load(covers: 36, maxCovers: 40) }
    #expect(try words(search(Shipped.rules, draft(party: 8), full)) == ["2026-11-22 19:00 6 party"])
  }

  @Test func `pass as they are, without anybody's override`() throws {
    let given = facts { $0.load = Load(covers: 36, maxCovers: 40) }
    for alternative in try search(Shipped.rules, draft(party: 8), given) {
      var changed = draft(party: .integer(alternative.party))
      changed[Field.time] = .text(alternative.start.time)
      let verdict = try Shipped.rules.decide(mode: "ops", draft: changed, facts: given)
      #expect(verdict.passes && verdict.terms.overriddenAs == nil)
    }
  }

  @Test func `are never in the past`() throws {
    let given = facts {
      $0.now = "2026-11-22 19:40"
      $0.services = [dinner]
    }
    #expect(
      try words(search(Shipped.rules, draft(time: "19:20"), given)).prefix(3) == [
        "2026-11-22 19:45 2 time", "2026-11-22 20:00 2 time", "2026-11-22 20:15 2 time",
      ])
  }

  @Test func `are found past midnight, on the night they belong to`() throws {
    let late = ServicePeriod(key: "late", name: "Late", opens: 1380, closes: 1560)
    let given = facts {
      $0.hours = DayHours(opens: 720, closes: 1560)
      $0.services = [late]
    }
    #expect(
      try words(search(Shipped.rules, draft(time: "00:10"), given)).prefix(3) == [
        "2026-11-22 00:00 2 time", "2026-11-22 00:15 2 time", "2026-11-22 00:30 2 time",
      ])
  }

  @Test func `guess nothing about a service or a day of which the facts say nothing`() throws {
    let given = facts {
      $0.services = [lunch, dinner]
      $0.load = Load(covers: 50, maxCovers: 40)
    }
    let full = try search(Shipped.rules, draft(party: 6), given)
    #expect(full == [])
    let closed = facts { $0.hours = .closed() }
    #expect(try search(Shipped.rules, draft(), closed) == [])
    let kept = facts { $0.services = [lunch, dinner] }
    let sameDay = try words(search(Shipped.rules, draft(time: "19:10"), kept, everyDayIsAlike: false))
    #expect(
      sameDay == [
        "2026-11-22 19:00 2 time", "2026-11-22 19:15 2 time", "2026-11-22 19:30 2 time",
      ])
  }

  @Test func `know of a rule that minds one evening only`() throws {
    let valentines = try rules(
      """
      time = { horizon_days = 365 },
      check = function(draft, facts)
        if facts.start.date:sub(6) == "02-14" and draft.party > 2 then refuse("valentines", "Twos only") end
      end
      """)
    let asked = draft(date: "2027-02-14", party: 4)
    let given = facts { $0.hours = DayHours(opens: 720, closes: 1380) }
    let found = try words(search(valentines, asked, given, mode: "m"))
    #expect(
      found == [
        "2027-02-14 19:00 2 party", "2027-02-15 19:00 4 date", "2027-02-16 19:00 4 date",
      ])
  }

  @Test func `end with a rule that fails, and with work that is out of all proportion`() throws {
    let failing = try rules(
      """
      check = function(draft)
        if draft.time ~= "19:00" then error("only at seven") end
        refuse("no", "No")
      end
      """)
    #expect(try search(failing, draft(), facts(), mode: "m") == [])
    let heavy = try rules(
      "check = function() local n = 0 for i = 1, 30000 do n = n + 1 end refuse('no', 'No') end")
    var search = AlternativeSearch(
      heavy, mode: "m", draft: draft(), around: GivenSurroundings(facts(), everyDayIsAlike: true))
    #expect(search.nearest(to: try heavy.decide(mode: "m", draft: draft(), facts: facts())) == [])
    #expect(search.work < AlternativeSearch.mostWork + RuleLimits.standard.decisionWork)
  }

  @Test func `take a few hundred decisions at most`() throws {
    let never = try rules("time = { slot_minutes = 1 }, check = function() refuse('no', 'No') end")
    var search = AlternativeSearch(
      never, mode: "m", draft: draft(party: 20), around: GivenSurroundings(facts(), everyDayIsAlike: true))
    #expect(search.nearest(to: try never.decide(mode: "m", draft: draft(), facts: facts())) == [])
    #expect(search.decisions == AlternativeSearch.mostDecisions)
  }

  @Test func `are not looked for where there is no plan, or nothing about it stands in the way`() throws {
    #expect(try search(Shipped.rules, draft(time: "25:00"), facts()) == [])
    let nameless = try Shipped.rules.decide(mode: "ops", draft: draft(name: nil), facts: facts())
    #expect(!nameless.isRefusedForThePlan)
    #expect(
      try Shipped.rules.decide(mode: "ops", draft: draft(party: 13), facts: facts()).isRefusedForThePlan)
  }

  @Test func `of a day without room are its smaller parties and other days`() throws {
    let rules = try rules(
      """
      check = function(draft, facts)
        if facts.day.weekday == "sunday" and draft.party > 3 then refuse("sunday", "Small parties") end
      end
      """)
    var search = AlternativeSearch(
      rules, mode: "m", draft: draft(date: nil, time: nil, party: 5),
      around: GivenSurroundings(facts { $0.services = [dinner] }, everyDayIsAlike: true))
    #expect(
      words(search.nearest(toDay: "2026-11-22", party: 5, issues: [])) == [
        "2026-11-22 18:00 3 party", "2026-11-23 18:00 5 date", "2026-11-24 18:00 5 date",
      ])
  }
}
