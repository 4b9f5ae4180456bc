import Foundation

/// Between code that waits by blocking its thread and code that waits by `await`.
///
/// Swift's pool has about as many threads as there are cores, and counts on none of them being blocked. So who
/// blocks must be on a thread of its own: a plain one.
package enum PlainThread {
  /// Blocks the calling thread, which must not be one of the pool's, until the work is done.
  ///
  /// No deadlock: the work needs the pool only, and who waits here is not part of it.
  package static func wait<Value: Sendable>(_ work: @escaping @Sendable () async -> Value) -> Value {
    let slot = Slot<Value>()
    Task.detached { slot.put(await work()) }
    return slot.take()
  }

  /// Runs work that may block on a new thread, while the caller waits without blocking one.
  package static func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
    await withCheckedContinuation { continuation in
      Thread { continuation.resume(returning: work()) }.start()
    }
  }

  /// A value that one thread waits for and another brings.
  ///
  /// Unchecked: `value` is only touched while `condition` is locked.
  private final class Slot<Value: Sendable>: @unchecked Sendable {
    private let condition = NSCondition()
    private var value: Value?

    func put(_ value: Value) {
      condition.withLock {
        self.value = value
        condition.signal()
      }
    }

    func take() -> Value {
      condition.withLock {
        while value == nil { condition.wait() }
        return value!
      }
    }
  }
}
