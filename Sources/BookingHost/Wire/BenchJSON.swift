/// How fast decisions were made: on one core, how many a second, and how long half of them, 99 in 100 and
/// 999 in 1000 took at most, in nanoseconds; on all cores, how many a second; and where the time went.
package struct BenchJSON: Encodable, Sendable {
  /// All cores together.
  package struct Cores: Encodable, Sendable {
    package var count: Int
    package var decisionsPerSecond: Double
  }

  /// What one function costs.
  package struct Function: Encodable, Sendable {
    package var function: String
    package var rule: String
    package var callsPerDecision: Double
    package var nanosecondsPerCall: Double
    package var share: Double
  }

  package var decisionsPerSecond: Double
  package var p50ns: Int
  package var p99ns: Int
  package var p999ns: Int
  package var allCores: Cores
  package var functions: [Function]
  package var hostShare: Double

  /// Figures from the time of each decision. Of no decisions there are none.
  package init(_ times: [Duration], cores: Int, decisionsPerSecond together: Double, shares: DecisionShares) {
    let sorted = times.map { Int($0 / .nanoseconds(1)) }.sorted()
    let total = sorted.reduce(0, +)
    decisionsPerSecond = total == 0 ? 0 : Double(sorted.count) * 1e9 / Double(total)
    func within(_ share: Double) -> Int {
      sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, Int(share * Double(sorted.count)))]
    }
    p50ns = within(0.5)
    p99ns = within(0.99)
    p999ns = within(0.999)
    allCores = Cores(count: cores, decisionsPerSecond: together)
    functions = shares.functions.map {
      Function(
        function: $0.name, rule: $0.rule, callsPerDecision: $0.callsPerDecision,
        nanosecondsPerCall: $0.nanosecondsPerCall, share: $0.share)
    }
    hostShare = shares.hostShare
  }
}
