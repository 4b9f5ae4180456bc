import Foundation
import Synchronization

extension PlainThread {
  /// Does some work on each of several values, on so many threads at most, and blocks until all is done. What
  /// comes back is in the order of the values.
  package static func map<Value: Sendable, Made: Sendable>(
    _ values: [Value], atMost threads: Int, _ work: @escaping @Sendable (Value) -> Made
  ) -> [Made] {
    let next = Mutex(0)
    let made = Mutex([Made?](repeating: nil, count: values.count))
    let all = DispatchGroup()
    for _ in 0..<min(threads, values.count) {
      all.enter()
      Thread.detachNewThread {
        while true {
          let index = next.withLock { next in
            defer { next += 1 }
            return next
          }
          guard index < values.count else { break }
          let result = work(values[index])
          made.withLock { $0[index] = result }
        }
        all.leave()
      }
    }
    all.wait()
    return made.withLock { $0.compactMap { $0 } }
  }
}
