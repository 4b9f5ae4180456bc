import BookingHost
import Testing

@Suite struct `A mode that uses the whole contract` {
  let book: RuleBook

  init() throws {
    book = try RuleBook(files: [
      "ops.lua": fullMode, "lib/contact.lua": Shipped.file("lib/contact.lua"),
      "lib/calling_codes.lua": Shipped.file("lib/calling_codes.lua"),
    ])
  }

  private func decide(
    _ draft: Draft, role: Role? = nil, reason: String? = nil, _ change: (inout Facts) -> Void = { _ in }
  ) throws -> Verdict {
    var facts = facts(change)
    if let role { facts.staff.role = role }
    return try book.decide(mode: "ops", draft: draft, facts: facts, overrideReason: reason)
  }

  @Test func `a walk-in needs only a name`() throws {
    let verdict = try decide(draft()) { $0.load = Load(covers: 10, maxCovers: 40) }
    #expect(verdict.outcome == .confirmed)
    #expect(
      verdict.effects.map(\.action) == [
        .email(template: "confirmation", beforeMinutes: nil), .loyalty(points: 20, reason: nil),
        .notify(channel: "floor", message: nil),
      ])
    #expect(verdict.effects.map { $0.skipped != nil } == [true, false, false])
  }

  @Test func `a name is never optional`() throws {
    let verdict = try decide(draft(name: nil))
    #expect(verdict.outcome == .refused)
    #expect(verdict.codes == ["name_required"])
    #expect(verdict.issues[0].rule == "ops.lua:11")
  }

  @Test func `far over capacity needs a manager`() throws {
    let verdict = try decide(draft(party: 6)) { $0.load = Load(covers: 40, maxCovers: 40) }
    #expect(verdict.outcome == .override)
    #expect(verdict.codes == ["capacity_exceeded"])
    #expect(verdict.issues[0].severity == .override(.manager))
    #expect(verdict.effects == [])
  }

  @Test func `and a manager may`() throws {
    let verdict = try decide(draft(party: 6), role: .manager, reason: "regular guest") {
      $0.load = Load(covers: 40, maxCovers: 40)
    }
    #expect(verdict.outcome == .confirmed)
    #expect(verdict.codes == ["capacity_exceeded"])
    #expect(verdict.terms.overriddenAs == .manager)
  }

  @Test func `a little over capacity is a warning`() throws {
    let verdict = try decide(draft()) { $0.load = Load(covers: 40, maxCovers: 40) }
    #expect(verdict.outcome == .confirmed)
    #expect(verdict.issues.map(\.severity) == [.warn])
  }

  @Test func `a host's reason does not lend them a manager's role`() throws {
    let verdict = try decide(draft(party: 6), role: .host, reason: "regular guest") {
      $0.load = Load(covers: 40, maxCovers: 40)
    }
    #expect(verdict.outcome == .override)
  }

  @Test(arguments: ["", "ab", String(repeating: "x", count: 501), "   a   "])
  func `a reason has 3 to 500 characters`(reason: String) throws {
    let verdict = try decide(draft(party: 6), role: .manager, reason: reason) {
      $0.load = Load(covers: 40, maxCovers: 40)
    }
    #expect(verdict.outcome == .refused)
    #expect(verdict.codes == ["capacity_exceeded", "override_reason_invalid"])
  }

  @Test func `an unneeded reason is ignored`() throws {
    let verdict = try decide(draft(), role: .manager, reason: "x")
    #expect(verdict.outcome == .confirmed)
    #expect(verdict.terms.overriddenAs == nil)
  }

  @Test func `a required that is a function sees the draft`() throws {
    #expect(try decide(draft(party: 7)).codes == [])
    #expect(try decide(draft(party: 8)).codes == ["phone_required"])
  }

  @Test func `children count half, and an own field has its bounds`() throws {
    var asked = draft(party: 5)
    asked["children"] = "3"
    #expect(try decide(asked).terms.covers == 4)
    asked["children"] = 21
    #expect(try decide(asked).codes == ["children_invalid"])
    asked["children"] = "many"
    #expect(try decide(asked).codes == ["children_invalid"])
  }

  @Test func `larger parties sit longer`() throws {
    #expect(try decide(draft(party: 6)).terms.durationMinutes == 90)
    var large = draft(party: 7)
    large["phone"] = "+447700900123"
    #expect(try decide(large).terms.durationMinutes == 120)
  }

  @Test func `the message of a mode is told, with its values`() throws {
    let verdict = try decide(draft(party: 13)) { $0.restaurant.phone = "+44 20 7946 0100" }
    let issue = try #require(verdict.issues.first { $0.code == "party_max" })
    #expect(issue.message == "For more than 12, please ring +44 20 7946 0100")
    #expect(issue.rule == "ops.lua:18")
    #expect(issue.numbers == Issue.Numbers(limit: 12, over: 1))
  }

  @Test func `only so many covers start within a stretch`() throws {
    func pacing(at minute: Int) throws -> [String] {
      try decide(draft(party: 4)) {
        $0.load = Load(starts: [StartLoad(minute: minute, covers: 9, parties: 3)])
      }.codes
    }
    #expect(try pacing(at: 1140) == ["pacing_exceeded"])
    #expect(try pacing(at: 1154) == ["pacing_exceeded"])
    #expect(try pacing(at: 1125) == [])
    #expect(try pacing(at: 1155) == [])
  }

  @Test func `what the tables cannot say, check says`() throws {
    let dinner = ServicePeriod(key: "dinner", name: "Dinner", opens: 1080, closes: 1380)
    func decideValentines(_ party: Int, _ role: Role, _ reason: String?) throws -> Verdict {
      let asked = Draft(date: "2026-02-14", time: "19:00", party: .integer(party), name: "Ada Lovelace")
      return try decide(asked, role: role, reason: reason) {
        $0.now = "2026-02-01 12:00"
        $0.services = [dinner]
      }
    }
    let refused = try decideValentines(3, .host, nil)
    #expect(refused.outcome == .override)
    #expect(
      refused.issues == [
        Issue(
          code: "valentines", field: "party", message: "Tables for two only tonight",
          severity: .override(.manager), rule: "ops.lua:30")
      ])
    #expect(try decideValentines(2, .host, nil).outcome == .confirmed)
    #expect(try decideValentines(3, .owner, "the mayor").outcome == .confirmed)
  }

  @Test func `the booking type is the service's key unless said otherwise`() throws {
    let dinner = ServicePeriod(key: "dinner", name: "Dinner", opens: 1080, closes: 1380)
    #expect(try decide(draft()) { $0.services = [dinner] }.values.bookingType == "dinner")
    #expect(try decide(draft()).values.bookingType == nil)
    #expect(try decide(draft()).values.seating == "any")
  }
}
