/// Where the time of decisions goes.
package struct DecisionShares: Hashable, Sendable {
  /// A function of the operator's.
  package struct Function: Hashable, Sendable {
    /// Its place in the mode's tables: "severity.capacity_exceeded".
    package var name: String
    /// Where it is written: "ops.lua:42".
    package var rule: String
    /// How often a decision calls it, on average.
    package var callsPerDecision: Double
    /// How long one call takes, on average; 0 for one that was never called.
    package var nanosecondsPerCall: Double
    /// Of the time of all decisions, from 0 to 1.
    package var share: Double
  }

  /// The dearest first; those that were never called last, as they stand in the file.
  package var functions: [Function] = []
  /// What is not spent in any of them: reading the tables, handing over the facts, the standard issues.
  package var hostShare: Double = 1

  package init() {}

  /// From what was measured over a number of decisions that together took `took`.
  init(
    of found: [PackedValue.FoundFunction], times: [UInt32: CallTimes.Total], decisions: Int, took: Duration
  ) {
    guard decisions > 0, took > .zero else { return }
    functions = found.map { found in
      let total = times[found.function.handle] ?? CallTimes.Total()
      return Function(
        name: found.path.joined(separator: "."), rule: found.function.place.description,
        callsPerDecision: Double(total.calls) / Double(decisions),
        nanosecondsPerCall: total.calls == 0 ? 0 : total.time / .nanoseconds(1) / Double(total.calls),
        share: total.time / took)
    }
    functions = functions.enumerated()
      .sorted { ($1.element.share, $0.offset) < ($0.element.share, $1.offset) }.map(\.element)
    hostShare = max(0, 1 - functions.reduce(0) { $0 + $1.share })
  }
}
