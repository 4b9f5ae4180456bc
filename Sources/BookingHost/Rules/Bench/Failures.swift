import Synchronization

/// Errors of work that runs on several threads: the first is kept, to be thrown when all have ended.
final class Failures: Sendable {
  private let first = Mutex<(any Error)?>(nil)

  func catching(_ body: () throws -> Void) {
    do { try body() } catch { first.withLock { $0 = $0 ?? error } }
  }

  func rethrow() throws {
    if let error = first.withLock({ $0 }) { throw error }
  }
}
