import Dispatch
import Synchronization

/// Work that is done on several threads at once, by whoever waits for it.
enum Lanes {
  /// Calls `work` on `count` threads, each with its number, and returns when all have ended. Throws the first error that
  /// any of them threw; `hasFailed` tells the others that there is one.
  static func run(_ count: Int, _ work: @Sendable (_ lane: Int, _ hasFailed: () -> Bool) throws -> Void)
    throws
  {
    let failure = Mutex<(any Error)?>(nil)
    DispatchQueue.concurrentPerform(iterations: count) { lane in
      do {
        try work(lane) { failure.withLock { $0 != nil } }
      } catch {
        failure.withLock { if $0 == nil { $0 = error } }
      }
    }
    if let error = failure.withLock({ $0 }) { throw error }
  }
}
