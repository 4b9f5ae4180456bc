import Foundation
internal import GRDB

// A store in a file of its own, and what only such a store can do.
extension Store {
  /// A migrated, empty store that lives as long as the value: for tests and for trying things out.
  public static func inMemory() throws -> Store {
    try StoreError.translating {
      let queue = try DatabaseQueue(configuration: configuration())
      try Migrations.all.migrate(queue)
      return Store(SQLiteEngine(queue))
    }
  }

  /// The same as an earlier version of the program left it, for tests of what came after.
  static func inMemory(ofVersion version: String) throws -> Store {
    let queue = try DatabaseQueue(configuration: configuration())
    try Migrations.all.migrate(queue, upTo: version)
    return Store(SQLiteEngine(queue))
  }

  /// Brings it up to date.
  func migrate() throws { try StoreError.translating { try Migrations.apply(to: sqlite().database) } }

  /// Makes `directory` (mode 0700) and the store in it (mode 0600) where they are missing, and opens it.
  /// Only `setup` calls this.
  package static func create(directory: String, busySeconds: Double = defaultBusySeconds) throws -> Store {
    try create(directory: directory, busySeconds: busySeconds, bounds: CommitQueue.Bounds())
  }

  /// The same with other bounds for writes that share a commit.
  static func create(directory: String, busySeconds: Double, bounds: CommitQueue.Bounds) throws -> Store {
    do {
      try FileManager.default.createDirectory(
        atPath: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      try PrivateFile.touch(path(in: directory))
    } catch {
      throw StoreError.failed("The directory \(directory) cannot be made or written.")
    }
    return try StoreLock.making(in: directory) {
      try StoreError.translating {
        let pool = try pool(directory: directory, busySeconds: busySeconds)
        let upgrade = try StoreUpgrade.apply(to: pool, directory: directory)
        return Store(SQLiteEngine(pool, path: path(in: directory), bounds: bounds), upgrade: upgrade)
      }
    }
  }

  /// Opens the store in `directory`, bringing an older one up to date. Never creates one. An older store with
  /// bookings is copied first, see `upgrade`.
  ///
  /// `busySeconds` is how long a write waits for another process before it fails with `StoreError.busy`.
  package static func open(directory: String, busySeconds: Double = defaultBusySeconds) throws -> Store {
    guard FileManager.default.fileExists(atPath: path(in: directory)) else {
      throw StoreError.missing(directory: directory)
    }
    return try StoreError.translating {
      let pool = try pool(directory: directory, busySeconds: busySeconds)
      // A file without a single migration was never finished by `setup`.
      guard try pool.read(Migrations.all.appliedIdentifiers).isEmpty == false else {
        throw StoreError.missing(directory: directory)
      }
      let upgrade = try StoreUpgrade.apply(to: pool, directory: directory)
      return Store(SQLiteEngine(pool, path: path(in: directory)), upgrade: upgrade)
    }
  }

  /// Brings what is in the log into the file itself, so that the file alone is all of the store. For a store that
  /// nobody else has open.
  func settleLog() throws {
    let left = try StoreError.translating {
      try sqlite().database.writeWithoutTransaction { db in
        try GRDB.Row.fetchOne(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)").map {
          ($0[0] as Int) + ($0[1] as Int)
        }
      }
    }
    guard left == 0 else { throw StoreError.failed("The store's log could not be brought into its file.") }
  }

  static func path(in directory: String) -> String { directory + "/booking.sqlite" }

  /// Throws for a store that is in no file.
  func sqlite() throws -> SQLiteEngine {
    guard let engine = engine as? SQLiteEngine else {
      throw StoreError.filesOnly
    }
    return engine
  }

  private static func pool(directory: String, busySeconds: Double) throws -> DatabasePool {
    let pool = try DatabasePool(
      path: path(in: directory), configuration: configuration(busySeconds: busySeconds))
    try pool.writeWithoutTransaction { db in
      // The pool has just set NORMAL, under which a commit can be lost with the power.
      try db.execute(sql: "PRAGMA synchronous = FULL")
      try SQLiteEngine.keepPages(.ofGroup, db)
      // In pages, some 16 MB: pages that are written again and again go from the log into the file once. A sync for it
      // is waited for by whoever commits then.
      try db.execute(sql: "PRAGMA wal_autocheckpoint = 4000")
      // What a savepoint would have to put back; from 64 KiB on it goes to a file otherwise.
      try db.execute(sql: "PRAGMA temp_store = MEMORY")
    }
    return pool
  }

  /// What every connection to a store goes by.
  static func configuration(busySeconds: Double = defaultBusySeconds) -> Configuration {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(busySeconds)
    configuration.label = "booking"
    return configuration
  }
}
