internal import GRDB
import Synchronization

/// What has been written to a store so far, as one number. Between two equal states of one store nothing was written,
/// by this process or another; two that differ may still hold the same.
package struct StoreState: Hashable, Sendable {
  private let number: Int

  init(_ number: Int) { self.number = number }
}

/// Tells a file's state, on a connection of its own: SQLite counts for each connection the commits of all others
/// (https://www.sqlite.org/pragma.html#pragma_data_version). It reads shared memory and waits for nobody.
final class StoreWatch: Sendable {
  private let path: String
  /// Opened when somebody asks first; most commands never do.
  private let queue = Mutex<DatabaseQueue?>(nil)

  init(path: String) { self.path = path }

  func state() throws -> StoreState {
    let number = try opened().unsafeRead { db in
      try Int.fetchOne(db.cachedStatement(sql: "PRAGMA data_version"))
    }
    guard let number else { throw StoreError.failed("The booking store does not say what state it is in.") }
    return StoreState(number)
  }

  func close() throws { try queue.withLock { try $0?.close() } }

  private func opened() throws -> DatabaseQueue {
    try queue.withLock { queue in
      if let queue { return queue }
      var configuration = Configuration()
      configuration.readonly = true
      configuration.busyMode = .immediateError
      configuration.label = "booking-state"
      let opened = try DatabaseQueue(path: path, configuration: configuration)
      queue = opened
      return opened
    }
  }
}

extension Store {
  /// The state as of now: a read that begins afterwards sees all that it counts. Nil where that cannot be told, which
  /// is to be taken as a change.
  package func state() -> StoreState? { try? watch?.state() }
}
