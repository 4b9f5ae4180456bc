/// What the rules did in one decision.
package struct DecisionTrace: Sendable {
  /// How often each probe of the rule book was visited, by its number; empty when nothing was decided.
  package var visits: [UInt32] = []
  /// The last value at each probe around an expression that was visited. A table is an empty record, and a
  /// text of more than 80 bytes is cut.
  package var values: [Int: PackedValue] = [:]
  /// The functions that the host asked, in order.
  package var calls: [Call] = []

  package struct Call: Sendable {
    package var function: RuleFunction
    /// The keys that lead to it in the mode's table: `["severity", "capacity_exceeded"]`.
    package var path: [String]
    package var results: [PackedValue]
    package var hasFailed: Bool
    /// The probes that were visited during this call.
    package var probes: Set<Int>
  }

  package init() {}

  mutating func note(_ entries: [CallJournal.Entry], paths: [UInt32: [String]]) {
    var before: [UInt32] = []
    for entry in entries {
      let probes = entry.visits.indices.filter { entry.visits[$0] > (before.isEmpty ? 0 : before[$0]) }
      calls.append(
        Call(
          function: entry.function, path: paths[entry.function.handle] ?? [], results: entry.results,
          hasFailed: entry.hasFailed, probes: Set(probes)))
      before = entry.visits
    }
  }
}
