import Testing

@testable import BookingHost

@Suite struct `Regions say exactly where answers differ` {
  static let edits: [String] = [
    "if draft.party > 8 then refuse(\"big\", \"Big\") end",
    // Not a block: a diagonal, a chequered board, two corners.
    "if draft.party + facts.guest.visits > 9 then refuse(\"sum\", \"Sum\") end",
    "if (draft.party + facts.day.minute // 60) % 2 == 0 then warn(\"odd\", \"Odd\") end",
    "if draft.party > 8 and facts.service.key == \"dinner\" or draft.party < 3 and facts.day.weekday == \"sunday\" then override(\"corner\", \"Corner\", \"manager\") end",
    "if not draft.email then warn(\"email\", \"None\") end if facts.start.notice_minutes < 300 and draft.party > 4 then refuse(\"soon\", \"Soon\") end",
    "if facts.load.covers + draft.party > 30 and not at_least(\"manager\") then refuse(\"full\", \"Full\") end",
    "if draft.party == 7 then error(\"seven\") end if draft.party == 3 then refuse(\"three\", \"Three\") end",
    "if facts.day.weekday == \"friday\" then warn(\"a\", \"A\") warn(\"b\", \"B\") end",
  ]

  /// The plain mode, and the same with some text replaced.
  private func sweep(_ old: String, _ new: String) throws -> Sweep {
    func side(_ source: String) throws -> Sweep.Side {
      let rules = try RuleBook(files: ["m.lua": source])
      return Sweep.Side(rules: rules, policy: rules.policy("m")!)
    }
    let edited = Edits.plain.replacing(old, with: new)
    return try Sweep(before: side(Edits.plain), after: side(edited), budget: 2_000)
  }

  private func sweep(checking body: String) throws -> Sweep {
    try sweep("effects =", "check = function(draft, facts) \(body) end, effects =")
  }

  /// Every decided case with its place on all axes.
  private func cases(_ sweep: Sweep) -> [(points: [Int], delta: Int)] {
    sweep.plan.layers.indices.flatMap { number in
      sweep.cases[number].indices.compactMap { index in
        let delta = Int(sweep.cases[number][index])
        return delta < 0 ? nil : (sweep.points(ofCase: index, inLayer: number), delta)
      }
    }
  }

  /// Whether a difference could be seen in a case, had it been there.
  private func couldShow(_ change: AspectChange, _ delta: CaseDelta) -> Bool {
    if change.aspect == .failure { return delta.before != delta.after || delta.passBoth }
    if delta.failed { return false }
    switch change.aspect {
    case .failure, .issue: return true
    case .outcome: return delta.before != delta.after || delta.passBoth
    case .words(let code): return delta.shared.contains(code)
    case .effect, .covers, .duration, .source, .label, .value: return delta.passBoth
    }
  }

  @Test("every case that differs is in a region, and every region holds such cases only", arguments: edits)
  func exactness(_ body: String) throws {
    let sweep = try sweep(checking: body)
    let found = ChangeFinding(sweep).found
    let all = cases(sweep)
    #expect(all.contains { sweep.deltas[$0.delta].isChanged })
    for (points, number) in all {
      let delta = sweep.deltas[number]
      let around = found.filter { $0.region.contains(points) }
      // Nothing that differs is left out …
      let named = Set(around.filter { $0.carriers.contains(number) }.flatMap(\.changes).map(\.vague))
      for change in delta.changes { #expect(named.contains(change.vague), "\(change) at \(points)") }
      // … and nothing is claimed that is not so.
      for claim in around where !claim.carriers.contains(number) {
        for change in claim.changes { #expect(!couldShow(change, delta), "\(change) at \(points)") }
      }
      for claim in around where claim.carriers.contains(number) { expectTransition(claim, delta) }
    }
  }

  /// A region that says what becomes of bookings holds none of which something else becomes.
  private func expectTransition(_ claim: FoundChange, _ delta: CaseDelta) {
    switch claim.transition {
    case .refuses: #expect(delta.after == .refused)
    case .allows: #expect(delta.before == .refused)
    case .asksForOverride: #expect(delta.before == delta.after || delta.after == .override)
    case .asksForNoOverride: #expect(delta.before == delta.after || delta.before == .override)
    case .failure: #expect(delta.failed)
    case .otherStatus, nil: break
    case .some(.none): #expect(delta.before == delta.after)
    }
  }

  @Test func `a block that covers everything says nothing of where`() throws {
    let sweep = try sweep("notify(\"floor\")", "notify(\"door\")")
    let found = ChangeFinding(sweep).found
    #expect(found.count == 1)
    #expect(RegionWords(sweep: sweep).text(found[0].region) == "")
  }

  @Test func `what always differs together is one change`() throws {
    let body = "if facts.day.weekday == \"friday\" then warn(\"a\", \"A\") warn(\"b\", \"B\") end"
    let found = ChangeFinding(try sweep(checking: body)).found
    #expect(found.count == 1)
    #expect(found[0].changes.count == 2)
  }
}
