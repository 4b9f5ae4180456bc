internal import GRDB
import Synchronization

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
