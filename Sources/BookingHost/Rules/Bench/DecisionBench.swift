/// Measures how fast a mode decides: whole decisions, facts in and verdict out, over `Workload`'s spread.
///
/// The clock is the machine's; nothing here is for tests to assert.
package struct DecisionBench: Sendable {
  let rules: RuleBook
  let mode: String
  let scenarios: [(draft: Draft, facts: Facts)]

  /// For a mode that the rules have.
  package init(_ rules: RuleBook, mode: String) {
    self.rules = rules
    self.mode = mode
    scenarios = Workload.scenarios(mode: mode)
  }

  /// The time of each of `count` decisions made one after the other. A first round, not counted, fills caches.
  package func oneCore(count: Int) throws -> [Duration] {
    try decideAll()
    let clock = ContinuousClock()
    var times: [Duration] = []
    times.reserveCapacity(count)
    for index in 0..<count {
      let began = clock.now
      try decide(index)
      times.append(clock.now - began)
    }
    return times
  }

  /// How many decisions a second `cores` threads make together, each of them `count`.
  package func allCores(_ cores: Int, count: Int) throws -> Double {
    try decideAll()
    let clock = ContinuousClock()
    let began = clock.now
    try Lanes.run(cores) { lane, _ in
      for index in 0..<count { try decide(index + lane) }
    }
    let took = clock.now - began
    return Double(cores * count) / (took / .seconds(1))
  }

  /// Where the time of `count` decisions goes: into each function of the mode, and into the host.
  package func shares(count: Int) throws -> DecisionShares {
    guard let loaded = rules.loaded(mode) else { return DecisionShares() }
    try decideAll()
    return try loaded.pool.use { evaluator in
      let times = CallTimes()
      evaluator.times = times
      defer { evaluator.times = nil }
      let began = times.now()
      for index in 0..<count {
        let (draft, facts) = scenarios[index % scenarios.count]
        var decider = Decider(loaded.policy, evaluator, draft: draft, facts: facts, scope: .booking)
        _ = try decider.verdict(overrideReason: nil, revision: rules.revision)
      }
      return DecisionShares(
        of: evaluator.definition.functions, times: times.totals, decisions: count, took: times.now() - began)
    }
  }

  private func decide(_ index: Int) throws {
    let (draft, facts) = scenarios[index % scenarios.count]
    _ = try rules.decide(mode: mode, draft: draft, facts: facts)
  }

  private func decideAll() throws {
    for index in scenarios.indices { try decide(index) }
  }
}
