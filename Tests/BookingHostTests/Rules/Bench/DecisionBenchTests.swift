import Testing

@testable import BookingHost

@Suite("Measuring decisions") struct DecisionBenchTests {
  private func bench(_ body: String) throws -> DecisionBench { DecisionBench(try rules(body), mode: "m") }

  @Test func `every function of a mode is listed with its place, and how often a decision calls it`() throws {
    let shares = try bench(
      """
      covers = function(draft) return draft.party end,
      severity = { party_max = function() return "warn" end },
      check = function() end,
      """
    ).shares(count: 64)

    let calls = Dictionary(
      uniqueKeysWithValues: shares.functions.map { ($0.name, ($0.rule, $0.callsPerDecision)) })
    #expect(calls["covers"]! == ("m.lua:2", 1))
    #expect(calls["check"]! == ("m.lua:4", 1))
    #expect(calls["severity.party_max"]! == ("m.lua:3", 0))
    #expect(shares.functions.last?.name == "severity.party_max")
  }

  @Test func `the shares of the functions and of the host are the whole`() throws {
    let shares = try bench(
      "covers = function(d) local n = 0 for i = 1, 500 do n = n + i end return d.party end"
    )
    .shares(count: 64)

    #expect(abs(shares.functions.reduce(shares.hostShare) { $0 + $1.share } - 1) < 1e-9)
    #expect(shares.functions.allSatisfy { $0.share > 0 })
  }

  @Test func `a function that serves in two places is told for each of them`() throws {
    let shares = try DecisionBench(
      try rules(
        "fields = { email = { required = late }, phone = { required = late } }",
        before: "local function late() return false end"), mode: "m"
    ).shares(count: 64)

    #expect(Set(shares.functions.map(\.name)) == ["fields.email.required", "fields.phone.required"])
    #expect(shares.functions.allSatisfy { $0.callsPerDecision == 0.5 })
  }

  @Test func `a rule that fails is told on one core and on all`() throws {
    let bench = try bench("check = function() error(\"no\") end")

    #expect(throws: RuleError.self) { try bench.oneCore(count: 2) }
    #expect(throws: RuleError.self) { _ = try bench.allCores(2, count: 2) }
    #expect(throws: RuleError.self) { try bench.shares(count: 2) }
  }

  @Test func `as many decisions are timed as were asked for, and figures are in order`() throws {
    let bench = try bench("party = { max = 4 }")
    let times = try bench.oneCore(count: 100)
    let figures = BenchJSON(
      times, cores: 2, decisionsPerSecond: try bench.allCores(2, count: 50),
      shares: try bench.shares(count: 64))

    #expect(times.count == 100)
    #expect(figures.p50ns <= figures.p99ns && figures.p99ns <= figures.p999ns)
    #expect(figures.decisionsPerSecond > 0 && figures.allCores.decisionsPerSecond > 0)
    #expect(figures.functions.isEmpty && figures.hostShare == 1)
  }
}
