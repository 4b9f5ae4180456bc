import Foundation
import Synchronization

/// Works through an outbox until it is told to stop: a few threads for each kind of effect, so that a mail server
/// that hangs holds up no webhook. Threads wait until something new is announced, or a second has gone; one of each
/// kind is woken, and wakes the next only if it has found something, so that a booking does not stir all of them.
package final class OutboxRunner: Sendable {
  private let outbox: Outbox
  private let report: @Sendable (String) -> Void
  private let state = Mutex(State())
  /// Where the threads of each kind rest.
  private let places: [String: Condition]
  /// Where the thread that tidies rests: nothing that is announced concerns it.
  private let side = Condition()

  private struct State {
    var isStopping = false
    var running = 0
    /// Kinds of which there may be something to do, and which no thread has looked for yet.
    var news: Set<String> = []
  }

  /// `report` is told what could not be done, in a sentence without personal data.
  package init(_ outbox: Outbox, report: @escaping @Sendable (String) -> Void = { _ in }) {
    self.outbox = outbox
    self.report = report
    places = Outbox.concurrency.mapValues { _ in Condition() }
  }

  package func start() {
    for (kind, count) in Outbox.concurrency.sorted(by: { $0.key < $1.key }) {
      guard let place = places[kind] else { continue }
      for _ in 0..<count { spawn(kind, at: place) { try self.outbox.deliverNext(kind: kind) > 0 } }
    }
    spawn("", at: side) {
      try self.outbox.tidy()
      return false
    }
  }

  /// Says that there may be something to do of these kinds.
  package func wake(_ kinds: Set<String>) {
    for (kind, place) in places where kinds.contains(kind) { announce(kind, at: place) }
  }

  /// Lets attempts that are under way end, and returns when all have.
  package func stop() {
    state.withLock { $0.isStopping = true }
    for place in places.values { place.signalAll() }
    side.signalAll()
    while state.withLock({ $0.running }) > 0 { side.wait(seconds: 0.1) }
  }

  private func announce(_ kind: String, at place: Condition) {
    _ = state.withLock { $0.news.insert(kind) }
    place.signal()
  }

  /// A thread that repeats `work`, at once as long as it has done something.
  private func spawn(_ kind: String, at place: Condition, _ work: @escaping @Sendable () throws -> Bool) {
    state.withLock { $0.running += 1 }
    Thread.detachNewThread {
      while !self.state.withLock({ $0.isStopping }) {
        if self.attempt(work) {
          self.announce(kind, at: place)
        } else {
          place.wait(seconds: 1) { self.state.withLock { $0.isStopping || $0.news.remove(kind) != nil } }
        }
      }
      self.state.withLock { $0.running -= 1 }
      self.side.signalAll()
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
}

/// A place to wait at.
private final class Condition: Sendable {
  // `NSCondition` is Sendable; it guards nothing here but the waiting itself.
  private let condition = NSCondition()

  /// Wakes one of those who wait.
  func signal() {
    condition.lock()
    condition.signal()
    condition.unlock()
  }

  func signalAll() {
    condition.lock()
    condition.broadcast()
    condition.unlock()
  }

  /// Waits for a signal, or for so long; not at all when there is no need to, which is looked at so that no signal
  /// is missed.
  func wait(seconds: Double, unless isNeedless: () -> Bool = { false }) {
    condition.lock()
    if !isNeedless() { _ = condition.wait(until: Date().addingTimeInterval(seconds)) }
    condition.unlock()
  }
}
