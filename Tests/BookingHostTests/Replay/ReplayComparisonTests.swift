import Testing

@testable import BookingHost

@Suite struct `A past decision, made again` {
  private let before = """
    return {
      access = "staff",
      fields = { email = { format = function(value) return value:find("%.") ~= nil end },
        table = { type = "text" } },
      party = { min = 1, max = 12 },
      effects = function(booking) email("confirmation") loyalty(10) end,
    }
    """

  /// What was decided, as the store has it.
  private func past(
    _ draft: Draft, by source: String, facts: Facts = Facts.standard(now: "2026-11-21 18:00"),
    reason: String? = nil, terms: PastDecision.Terms? = nil
  ) throws -> PastDecision {
    let rules = try RuleBook(files: ["m.lua": source])
    let verdict = try rules.decide(mode: "m", draft: draft, facts: facts, overrideReason: reason)
    var past = PastDecision(
      id: "d", createdAt: Instant(seconds: 1), mode: "m", revision: rules.revision,
      outcome: verdict.outcome, issues: verdict.issues,
      snapshot: DecisionSnapshot(verdict, draft: draft, overrideReason: reason).bytes)
    guard verdict.passes else { return past }
    past.booking = PastDecision.BookingRow(
      reference: "R1", name: verdict.values.name ?? "", email: verdict.values.email,
      phone: verdict.values.phone, notes: verdict.values.notes, answers: verdict.values.own, terms: terms)
    past.effects = verdict.effects
    return past
  }

  private func lines(_ past: PastDecision, by source: String) throws -> [String] {
    guard case .decided(let comparison) = try RuleBook(files: ["m.lua": source]).replay(past) else {
      return ["not decided"]
    }
    return comparison.lines.map {
      "\($0.kind.rawValue) \($0.code) \($0.rule ?? "-")\($0.revision == nil ? "" : " then")"
    }
  }

  private func edited(_ old: String, _ new: String) -> String {
    precondition(before.contains(old))
    return before.replacing(old, with: new)
  }

  @Test func `the same rules decide the same, for bookings and for attempts that were refused`() throws {
    for party in [2, 12, 13] as [Answer] {
      for email in [nil, "ada@example.com", "nonsense", "ada@example"] as [Answer?] {
        var asked = draft(party: party)
        asked["email"] = email
        asked["table"] = "seven"
        #expect(try lines(past(asked, by: before), by: before) == [])
      }
    }
  }

  @Test func `a booking that would be refused is told by the line that refuses`() throws {
    let past = try past(draft(party: 10), by: before)
    #expect(try lines(past, by: edited("max = 12", "max = 8")) == ["newlyRefused party_max m.lua:5"])
  }

  @Test func `an attempt that would pass is told by the line that refused it then`() throws {
    let past = try past(draft(party: 13), by: before)
    #expect(past.outcome == .refused)
    #expect(try lines(past, by: edited("max = 12", "max = 20")) == ["newlyAllowed party_max m.lua:5 then"])
  }

  @Test func `effects are compared with those that were stored, not with how they are asked for`() throws {
    let past = try past(draft(), by: before)
    #expect(try lines(past, by: edited("loyalty(10)", "loyalty(12)")) == ["effectsChanged loyalty m.lua:6"])
    #expect(try lines(past, by: edited("loyalty(10)", "")) == ["effectsChanged loyalty m.lua:6 then"])
    #expect(
      try lines(past, by: edited("loyalty(10)", "notify(\"floor\") loyalty(10)"))
        == ["effectsChanged notify floor m.lua:6"])
    // On another line, in another order: the same follows.
    #expect(
      try lines(
        past, by: edited("email(\"confirmation\") loyalty(10)", "loyalty(10)\n email(\"confirmation\")"))
        == [])
  }

  @Test func `what was laid down is compared while the booking is as it was made`() throws {
    let terms = PastDecision.Terms(covers: 2, durationMinutes: 90, source: "m", label: nil)
    let known = try past(draft(), by: before, terms: terms)
    let longer = edited("party =", "time = { duration_minutes = 120 },\n label = \"Slow\",\n party =")
    #expect(try lines(known, by: longer) == ["termsChanged duration m.lua:5", "termsChanged label m.lua:6"])
    #expect(try lines(past(draft(), by: before), by: longer) == [])
    let pending = edited("party =", "status = \"pending\", party =")
    #expect(try lines(known, by: pending) == ["termsChanged status m.lua:5"])
  }

  @Test func `a finding that appears, goes or bites otherwise is told by its line`() throws {
    let warning = edited("effects", "check = function() warn(\"slow\", \"Slow\") end,\n effects")
    let plain = try past(draft(), by: before)
    #expect(try lines(plain, by: warning) == ["issuesChanged slow m.lua:6"])
    let warned = try past(draft(), by: warning)
    #expect(try lines(warned, by: before) == ["issuesChanged slow m.lua:6 then"])
    let refused = try past(draft(party: 13), by: before)
    #expect(
      try lines(
        refused, by: edited("party =", "severity = { party_max = { override = \"manager\" } }, party ="))
        == ["issuesChanged party_max m.lua:5"])
  }

  @Test func `the guest's own words are taken from the booking`() throws {
    var asked = draft()
    asked["name"] = "Grace Hopper"
    asked["email"] = "grace@navy.example"
    asked["notes"] = "peanuts"
    asked["table"] = "window"
    let past = try past(asked, by: before)
    #expect(!String(decoding: past.snapshot, as: UTF8.self).contains("navy"))
    let strict = edited(
      "party =",
      """
      check = function(draft)
        if draft.name ~= "Grace Hopper" or draft.notes ~= "peanuts" or draft.table ~= "window"
          or not draft.email:find("navy") then refuse("words", "Other words") end
      end, party =
      """)
    #expect(try lines(past, by: strict) == [])
  }

  @Test func `a default that was filled in then is not an answer now`() throws {
    let inside = edited("table = { type = \"text\" }", "table = { default = \"inside\", label = \"Table\" }")
    let past = try past(draft(), by: inside)
    #expect(past.booking?.answers == ["table": "inside"])
    let outside = inside.replacing("\"inside\"", with: "\"outside\"").replacing(
      "party =",
      with:
        "check = function(draft) if draft.table == \"inside\" then warn(\"old\", \"Old\") end end, party =")
    #expect(try lines(past, by: outside) == [])
  }

  @Test func `what a stand-in is wrong for is not held against an attempt`() throws {
    let own = edited(
      "table = { type = \"text\" }",
      "table = { type = \"integer\" }, zone = { choices = { \"in\", \"out\" } }, phone = { required = true }")
    var asked = draft(party: 13)
    // As a command line gives it; kept as a stand-in.
    asked["table"] = "7"
    asked["zone"] = "out"
    let past = try past(asked, by: own)
    #expect(past.issues.map(\.code) == ["phone_required", "party_max"])
    #expect(try lines(past, by: own) == [])
    #expect(
      try lines(past, by: own.replacing("max = 12", with: "max = 20").replacing("required = true", with: ""))
        == ["newlyAllowed phone_required m.lua:4 then", "newlyAllowed party_max m.lua:5 then"])
    // What was wrong with it then is known.
    asked["zone"] = "roof"
    #expect(try lines(self.past(asked, by: own), by: own) == [])
  }

  @Test func `an override that was given then counts, with its role`() throws {
    let overridable = edited("party =", "severity = { party_max = { override = \"manager\" } }, party =")
    var facts = Facts.standard(now: "2026-11-21 18:00")
    facts.staff = StaffFacts(id: "s", role: .manager)
    let past = try past(draft(party: 13), by: overridable, facts: facts, reason: "a regular guest")
    #expect(past.passed)
    #expect(try lines(past, by: overridable) == [])
    let owners = edited("party =", "severity = { party_max = { override = \"owner\" } }, party =")
    #expect(try lines(past, by: owners) == ["newlyRefused party_max m.lua:5"])
  }

  @Test func `a mode that is gone, a rule that fails and bytes that are none are told apart`() throws {
    let past = try past(draft(), by: before)
    #expect(try RuleBook(files: ["n.lua": before]).replay(past) == .modeMissing)
    let failing = try RuleBook(files: ["m.lua": edited("loyalty(10)", "loyalty(booking.x + 1)")])
    guard case .failed(let error) = failing.replay(past) else {
      Issue.record("it did not fail")
      return
    }
    #expect(error.rule == "m.lua:6")
    var broken = past
    broken.snapshot = [1, 2, 3]
    #expect(failing.replay(broken) == .unreadable)
  }

  @Test func `an attempt that a failing rule refused, without a start, is made again`() throws {
    let snapshot = DecisionSnapshot(
      draft: draft(), facts: Facts(standardWithoutStart: "2026-11-21 18:00"), hasOverrideReason: false)
    let issue = BookingHost.Issue(code: "rule_failed", message: "", rule: "m.lua:3")
    let past = PastDecision(
      id: "d", createdAt: Instant(seconds: 1), mode: "m", revision: "r", outcome: .refused, issues: [issue],
      snapshot: snapshot.bytes)
    #expect(try lines(past, by: before) == ["newlyAllowed rule_failed m.lua:3 then"])
  }
}

extension Facts {
  fileprivate init(standardWithoutStart now: LocalDateTime) {
    self = .standard(now: now)
    staff = StaffFacts(id: "s", role: .host)
  }
}

@Suite struct `Replays add up` {
  private let rules = try! RuleBook(files: ["m.lua": "return { access = \"staff\", party = { max = 8 } }"])

  private func past(_ number: Int, party: Int) throws -> PastDecision {
    let asked = draft(party: .integer(party))
    let generous = try RuleBook(files: ["m.lua": "return { access = \"staff\" }"])
    let verdict = try generous.decide(mode: "m", draft: asked, facts: .standard(now: "2026-11-21 18:00"))
    return PastDecision(
      id: "d\(number)", createdAt: Instant(seconds: number), mode: "m", revision: "r",
      outcome: verdict.outcome, issues: [],
      snapshot: DecisionSnapshot(verdict, draft: asked, overrideReason: nil).bytes,
      booking: PastDecision.BookingRow(reference: "R\(number)", name: "Ada Lovelace"))
  }

  @Test func `in any order, with the newest as samples, and no more of them than a few`() throws {
    let all = try (0..<40).map { try past($0, party: $0 % 12 + 1) }
    var whole = ReplayTally()
    for decision in all { whole.add(decision, by: rules) }
    #expect(whole.decisions == 40 && whole.bookings == 40)
    #expect(whole.count(.newlyRefused) == 12)
    #expect(whole.unchanged == 28)
    let group = try #require(whole.inOrder.first?.group)
    #expect(group.samples.map(\.reference) == ["R35", "R34", "R33"])
    #expect(group.samples[0].party == 12 && group.samples[0].time == "19:00")
    #expect(group.samples[0].before.outcome == .confirmed && group.samples[0].after.codes == ["party_max"])

    var halves = [ReplayTally(), ReplayTally()]
    for (index, decision) in all.enumerated().reversed() { halves[index % 2].add(decision, by: rules) }
    halves[1].add(halves[0])
    #expect(halves[1] == whole)
  }
}
