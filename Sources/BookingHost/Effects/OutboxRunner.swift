import Foundation
import Synchronization

/// Works through an outbox until it is told to stop: a few threads for each kind of effect, so that a mail server
/// that hangs holds up no webhook. Threads wait until something new is announced, or a second has gone.
package final class OutboxRunner: Sendable {
  private let outbox: Outbox
  private let report: @Sendable (String) -> Void
  private let state = Mutex(State())
  private let changed = Condition()

  private struct State {
    var isStopping = false
    var running = 0
    var announced = 0
  }

  /// `report` is told what could not be done, in a sentence without personal data.
  package init(_ outbox: Outbox, report: @escaping @Sendable (String) -> Void = { _ in }) {
    self.outbox = outbox
    self.report = report
  }

  package func start() {
    for (kind, count) in Outbox.concurrency.sorted(by: { $0.key < $1.key }) {
      for _ in 0..<count { spawn { try self.outbox.deliverOne(kind: kind) } }
    }
    spawn {
      try self.outbox.tidy()
      return false
    }
  }

  /// Says that there may be something to do.
  package func wake() {
    state.withLock { $0.announced += 1 }
    changed.signalAll()
  }

  /// Lets attempts that are under way end, and returns when all have.
  package func stop() {
    state.withLock { $0.isStopping = true }
    changed.signalAll()
    while state.withLock({ $0.running }) > 0 { changed.wait(seconds: 0.1) }
  }

  /// A thread that repeats `work`, at once as long as it has done something.
  private func spawn(_ work: @escaping @Sendable () throws -> Bool) {
    state.withLock { $0.running += 1 }
    Thread.detachNewThread {
      var seen = self.state.withLock { $0.announced }
      while !self.state.withLock({ $0.isStopping }) {
        if self.attempt(work) { continue }
        self.rest(since: &seen)
      }
      self.state.withLock { $0.running -= 1 }
      self.changed.signalAll()
    }
  }

  private func attempt(_ work: () throws -> Bool) -> Bool {
    do {
      return try work()
    } catch {
      // A store that is busy for once is asked again after a rest.
      report((error as? StoreError)?.message ?? "The outbox could not be worked on.")
      return false
    }
  }

  private func rest(since seen: inout Int) {
    let isNews = state.withLock { state in
      defer { seen = state.announced }
      return state.announced != seen || state.isStopping
    }
    if !isNews { changed.wait(seconds: 1) }
  }
}

/// A place to wait at.
private final class Condition: Sendable {
  // `NSCondition` is Sendable; it guards nothing here but the waiting itself.
  private let condition = NSCondition()

  func signalAll() {
    condition.lock()
    condition.broadcast()
    condition.unlock()
  }

  func wait(seconds: Double) {
    condition.lock()
    _ = condition.wait(until: Date().addingTimeInterval(seconds))
    condition.unlock()
  }
}
