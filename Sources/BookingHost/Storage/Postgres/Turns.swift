import Dispatch
import Synchronization

/// Has the threads of one process take turns, apart for each subject, in the order in which they came.
final class Turns: Sendable {
  private final class Waiter: Sendable {
    let turn = DispatchSemaphore(value: 0)
  }

  /// Who waits, by subject; a subject that nobody is at is not there.
  private let waiting = Mutex<[String: [Waiter]]>([:])

  /// Runs `body` when nobody else is at the subject. Throws `StoreError.busy` when that takes too long.
  func taking<T>(_ subject: String, seconds: Double, _ body: () throws -> T) throws -> T {
    try wait(subject, seconds)
    defer { pass(subject) }
    return try body()
  }

  /// How many are at a subject or wait for it to be their turn.
  func count(_ subject: String) -> Int { waiting.withLock { $0[subject].map { $0.count + 1 } ?? 0 } }

  private func wait(_ subject: String, _ seconds: Double) throws {
    let waiter = Waiter()
    let isFirst = waiting.withLock { waiting in
      defer { waiting[subject] = (waiting[subject].map { $0 + [waiter] }) ?? [] }
      return waiting[subject] == nil
    }
    if isFirst || waiter.turn.wait(timeout: .now() + seconds) == .success { return }
    let hasGivenUp = waiting.withLock { waiting in
      guard let index = waiting[subject]?.firstIndex(where: { $0 === waiter }) else { return false }
      waiting[subject]?.remove(at: index)
      return true
    }
    if hasGivenUp { throw StoreError.busy }
    // It was passed on at the last moment.
    waiter.turn.wait()
  }

  private func pass(_ subject: String) {
    let next = waiting.withLock { waiting -> Waiter? in
      guard let first = waiting[subject]?.first else {
        waiting[subject] = nil
        return nil
      }
      waiting[subject]?.removeFirst()
      return first
    }
    next?.turn.signal()
  }
}
