/// How many bookings a machine takes; times in milliseconds.
package struct BookingBenchJSON: Encodable, Sendable {
  package var clients: Int
  package var bookings: Int
  package var seconds: Double
  package var perSecond: Double
  package var p50ms: Double
  package var p99ms: Double
  package var commits: Int

  package init(_ figures: BookingBench.Figures) {
    clients = figures.clients
    bookings = figures.times.count
    seconds = figures.seconds
    perSecond = Double(figures.times.count) / max(figures.seconds, 0.001)
    commits = figures.commits
    func time(_ share: Double) -> Double {
      guard !figures.times.isEmpty else { return 0 }
      let rank = Int((share * Double(figures.times.count)).rounded(.up)) - 1
      return figures.times[max(0, rank)] * 1000
    }
    (p50ms, p99ms) = (time(0.5), time(0.99))
  }
}
