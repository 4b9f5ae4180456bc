/// How long each function of a program took, call by call.
final class CallTimes {
  struct Total {
    var calls = 0
    var time = Duration.zero
  }

  /// By the handle of the function.
  private(set) var totals: [UInt32: Total] = [:]
  private let clock = ContinuousClock()

  func now() -> ContinuousClock.Instant { clock.now }

  /// Counts a call that began at `began` and has just ended.
  func note(_ function: RuleFunction, since began: ContinuousClock.Instant) {
    let took = clock.now - began
    totals[function.handle, default: Total()].calls += 1
    totals[function.handle, default: Total()].time += took
  }
}
