import Foundation
internal import ServiceLifecycle

/// Works on the outbox as long as the server runs. It has threads of its own.
struct OutboxService: Service {
  let runner: OutboxRunner?

  func run() async throws {
    runner?.start()
    try? await gracefulShutdown()
    guard let runner else { return }
    // Attempts under way are let end, off the threads that requests are finished on.
    await withCheckedContinuation { (done: CheckedContinuation<Void, Never>) in
      OutboxService.stop(runner) { done.resume() }
    }
  }

  private static func stop(_ runner: OutboxRunner, _ done: @escaping @Sendable () -> Void) {
    Thread.detachNewThread {
      runner.stop()
      done()
    }
  }
}
