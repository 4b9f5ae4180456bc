/// How fast decisions were made on one core: how many a second, and how long half of them, 99 in 100 and
/// 999 in 1000 took at most, in nanoseconds.
package struct BenchJSON: Encodable, Sendable {
  package var decisionsPerSecond: Double
  package var p50ns: Int
  package var p99ns: Int
  package var p999ns: Int

  /// Figures from the time of each decision. Of no decisions there are none.
  package init(_ times: [Duration]) {
    let sorted = times.map { Int($0 / .nanoseconds(1)) }.sorted()
    let total = sorted.reduce(0, +)
    decisionsPerSecond = total == 0 ? 0 : Double(sorted.count) * 1e9 / Double(total)
    func within(_ share: Double) -> Int {
      sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, Int(share * Double(sorted.count)))]
    }
    p50ns = within(0.5)
    p99ns = within(0.99)
    p999ns = within(0.999)
  }
}
