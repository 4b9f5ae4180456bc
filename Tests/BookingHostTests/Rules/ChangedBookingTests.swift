import Testing

@testable import BookingHost

@Suite struct `A change of a booking` {
  /// What a mode says to a change of `draft()`, as answers that are not what they were.
  private func codes(
    _ body: String, _ changes: [String: Answer?], before: Draft = draft(),
    _ change: (inout Facts) -> Void = { _ in }
  ) throws -> [String] {
    try verdict(body, changes, before: before, change).codes
  }

  private func verdict(
    _ body: String, _ changes: [String: Answer?], before: Draft = draft(),
    _ change: (inout Facts) -> Void = { _ in }
  ) throws -> Verdict {
    var after = before
    for (key, answer) in changes { after[key] = answer }
    let facts = facts {
      $0.action = .change
      $0.previous = before
      change(&$0)
    }
    return try rules(body).decide(mode: "m", draft: after, facts: facts)
  }

  @Test func `is not told again what had been accepted and it does not touch`() throws {
    let tightened = "party = { max = 1 }, time = { notice_minutes = 3000 }"
    let verdict = try verdict(tightened, ["notes": "by the window"])
    #expect(verdict.issues == [])
    #expect(verdict.passes)
    #expect(verdict.standing.map(\.code) == ["party_max", "notice_too_short"])
  }

  @Test func `is told what it touches`() throws {
    let tightened = "party = { max = 1 }, time = { notice_minutes = 3000 }"
    #expect(try codes(tightened, ["party": 3]) == ["party_max"])
    #expect(try codes(tightened, ["time": "19:15"]) == ["notice_too_short"])
    #expect(try codes(tightened, ["date": "2026-11-24", "party": 4]) == ["party_max"])
  }

  @Test func `is told what comes of it in a field that it leaves alone`() throws {
    let phone = "fields = { phone = { required = function(draft) return draft.party >= 8 end } }"
    #expect(try codes(phone, ["party": 8]) == ["phone_required"])
    #expect(try codes(phone, ["party": 9], before: draft(party: 8)) == [])
    #expect(
      try codes(phone, ["phone": nil], before: with(draft(party: 8), "phone", "020 7946 0100")) == [
        "phone_required"
      ])
  }

  @Test func `answers are compared by what they say, however they were typed`() throws {
    let verdict = try verdict("party = { max = 1 }", ["party": "2", "terms": .some(false)])
    #expect(verdict.codes == [])
  }

  @Test func `capacity counts again only where more is taken, or elsewhere`() throws {
    func full(_ facts: inout Facts) { facts.load = Load(covers: 40, parties: 12, maxCovers: 40) }
    #expect(try codes("", ["notes": "x"], full) == [])
    #expect(try codes("", ["party": 1], full) == [])
    #expect(try codes("", ["party": 3], full) == ["capacity_exceeded"])
    #expect(try codes("", ["time": "19:15"], full) == ["capacity_exceeded"])
  }

  @Test func `pacing counts again only where more is taken`() throws {
    let pacing = "pacing = { minutes = 15, max_covers = 1 }"
    #expect(try codes(pacing, ["party": 1], before: draft(party: 3)) == [])
    #expect(try codes(pacing, ["party": 4], before: draft(party: 3)) == ["pacing_exceeded"])
  }

  @Test func `what the operator's own check finds is told where it has to do with the change`() throws {
    let check = #"check = function(draft) if draft.party > 1 then refuse("groups", "No groups") end end"#
    #expect(try codes(check, ["notes": "x"]) == [])
    #expect(try codes(check, ["party": 3]) == ["groups"])
    #expect(try codes(check, ["time": "20:00"]) == ["groups"])
  }

  @Test func `warnings that staff have seen are not shown again`() throws {
    let warned = #"check = function(draft) warn("ring", "Ring on the day") end"#
    #expect(try codes(warned, ["name": "Grace Hopper"]) == [])
    #expect(try codes(warned, ["party": 3]) == ["ring"])
  }

  @Test func `an override is asked for anew where the change touches it`() throws {
    let rule =
      #"check = function(draft) if draft.party > 2 then override("big", "Big", "manager", "party") end end"#
    let before = draft(party: 3)
    #expect(try verdict(rule, ["notes": "x"], before: before).outcome == .confirmed)
    #expect(try verdict(rule, ["party": 4], before: before).outcome == .override)
  }

  @Test func `has nothing of a new booking follow`() throws {
    let verdict = try verdict(#"effects = function() notify("floor") end"#, ["notes": "x"])
    #expect(verdict.effects == [])
  }

  @Test func `is decided as a whole when a rule cannot say what was before`() throws {
    let fragile = #"party = { max = 1 }, check = function(draft) if not draft.notes then error("no") end end"#
    #expect(try codes(fragile, ["notes": "x"]) == ["party_max"])
  }

  @Test func `without a booking before it is decided as a whole`() throws {
    let facts = facts { $0.action = .change }
    let verdict = try rules("party = { max = 1 }").decide(mode: "m", draft: draft(), facts: facts)
    #expect(verdict.codes == ["party_max"])
  }

  @Test func `is kept without the guest's words, those from before included`() throws {
    var before = draft(name: "Grace Hopper")
    before[Field.email] = "grace@example.org"
    before["pet"] = "a parrot"
    let facts = facts {
      $0.action = .change
      $0.previous = before
    }
    let verdict = try rules(#"fields = { pet = {} }"#).decide(mode: "m", draft: draft(), facts: facts)
    let bytes = DecisionSnapshot(verdict, draft: draft(), overrideReason: nil).bytes
    let text = String(decoding: bytes, as: UTF8.self)
    for word in ["Grace", "grace", "parrot", "Ada"] { #expect(!text.contains(word)) }
    #expect(text.contains("previous"))
  }

  private func with(_ draft: Draft, _ key: String, _ answer: Answer) -> Draft {
    var draft = draft
    draft[key] = answer
    return draft
  }
}
