internal import NIOPosix
import Synchronization

/// Threads on which the store and the rules may block, so that no event loop ever does. When more is waiting
/// than can be done soon, what comes is sent away at once rather than left to wait.
final class BlockingPool: Sendable {
  private let pool: NIOThreadPool
  private let mostPending: Int
  private let pending = Mutex(0)

  init(threads: Int, mostWaiting: Int) {
    pool = NIOThreadPool(numberOfThreads: threads)
    pool.start()
    mostPending = threads + mostWaiting
  }

  /// Runs `body` on one of the threads. Throws `Problem` when there is no room to wait.
  func run<T: Sendable>(_ body: @escaping @Sendable () throws -> T) async throws -> T {
    let hasRoom = pending.withLock { count in
      guard count < mostPending else { return false }
      count += 1
      return true
    }
    guard hasRoom else { throw Problem.busy("The server is busy. Please try again.", retryAfter: 2) }
    defer { pending.withLock { $0 -= 1 } }
    return try await pool.runIfActive(body)
  }

  func shutDown() async {
    try? await pool.shutdownGracefully()
  }
}
