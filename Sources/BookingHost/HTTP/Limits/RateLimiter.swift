import Synchronization

/// Counts what callers did within a sliding window, in memory.
package final class RateLimiter: Sendable {
  /// How often, within how many seconds.
  package struct Rate: Hashable, Sendable {
    package var count: Int
    package var seconds: Int

    package init(_ count: Int, perSeconds seconds: Int = 60) {
      self.count = count
      self.seconds = seconds
    }
  }

  private let rate: Rate
  /// Seconds of a clock that is never put back.
  private let now: @Sendable () -> Int
  /// When each caller last did it, oldest first, never more often than the rate allows.
  private let times = Mutex<[String: [Int]]>([:])

  /// More callers than this are not remembered: the longest forgotten go first.
  private static let mostCallers = 20_000

  package init(_ rate: Rate, now: @escaping @Sendable () -> Int) {
    self.rate = rate
    self.now = now
  }

  /// Counts one more time. Answers nil when that was within the rate; otherwise how many seconds to wait,
  /// and then it is not counted.
  package func take(_ caller: String) -> Int? {
    let now = now()
    return times.withLock { times in
      if times[caller] == nil, times.count >= RateLimiter.mostCallers { forget(&times, now) }
      var recent = times[caller, default: []].filter { $0 > now - rate.seconds }
      guard recent.count < rate.count else {
        times[caller] = recent
        return max(1, (recent.first ?? now) + rate.seconds - now)
      }
      recent.append(now)
      times[caller] = recent
      return nil
    }
  }

  /// Forgets what a caller did.
  package func clear(_ caller: String) {
    times.withLock { $0[caller] = nil }
  }

  private func forget(_ times: inout [String: [Int]], _ now: Int) {
    times = times.filter { ($0.value.last ?? 0) > now - rate.seconds }
    guard times.count >= RateLimiter.mostCallers else { return }
    let oldest = times.sorted { ($0.value.last ?? 0) < ($1.value.last ?? 0) }
    for (caller, _) in oldest.prefix(RateLimiter.mostCallers / 4) { times[caller] = nil }
  }
}
