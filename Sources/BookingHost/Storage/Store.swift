import Foundation
internal import GRDB

/// Where restaurants, staff, guests and bookings are kept. Reads see one snapshot; a write is one
/// transaction, durable when `write` returns (WAL with `synchronous = FULL`).
///
/// Several stores, in this process and in others, may share one file.
public final class Store: Sendable {
  let database: any DatabaseWriter
  /// Where writes wait for one another, and share their commits.
  let commits: CommitQueue
  /// What opening has made of an older store; nil when it was up to date.
  package let upgrade: StoreUpgrade?
  /// Nil for a store in memory.
  let watch: StoreWatch?

  private init(_ database: any DatabaseWriter, path: String? = nil, upgrade: StoreUpgrade? = nil) {
    self.database = database
    watch = path.map { StoreWatch(path: $0) }
    commits = CommitQueue(database)
    self.upgrade = upgrade
  }

  /// A migrated, empty store that lives as long as the value: for tests and for trying things out.
  public static func inMemory() throws -> Store {
    try StoreError.translating {
      let queue = try DatabaseQueue(configuration: configuration(busySeconds: defaultBusySeconds))
      try Migrations.all.migrate(queue)
      return Store(queue)
    }
  }

  /// The same as an earlier version of the program left it, for tests of what came after.
  static func inMemory(ofVersion version: String) throws -> Store {
    let queue = try DatabaseQueue(configuration: configuration(busySeconds: defaultBusySeconds))
    try Migrations.all.migrate(queue, upTo: version)
    return Store(queue)
  }

  /// Brings it up to date.
  func migrate() throws { try StoreError.translating { try Migrations.apply(to: database) } }

  /// Makes `directory` (mode 0700) and the store in it (mode 0600) where they are missing, and opens it.
  /// Only `setup` calls this.
  package static func create(directory: String, busySeconds: Double = defaultBusySeconds) throws -> Store {
    do {
      try FileManager.default.createDirectory(
        atPath: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      try PrivateFile.touch(path(in: directory))
    } catch {
      throw StoreError.failed("The directory \(directory) cannot be made or written.")
    }
    return try StoreError.translating {
      let pool = try pool(directory: directory, busySeconds: busySeconds)
      let upgrade = try StoreUpgrade.apply(to: pool, directory: directory)
      return Store(pool, path: path(in: directory), upgrade: upgrade)
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
      return Store(pool, path: path(in: directory), upgrade: upgrade)
    }
  }

  /// Brings what is in the log into the file itself, so that the file alone is all of the store. For a store that
  /// nobody else has open.
  func settleLog() throws {
    let left = try StoreError.translating {
      try database.writeWithoutTransaction { db in
        try Row.fetchOne(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)").map { ($0[0] as Int) + ($0[1] as Int) }
      }
    }
    guard left == 0 else { throw StoreError.failed("The store's log could not be brought into its file.") }
  }

  /// Lets go of the file. The store is of no use afterwards.
  func close() throws {
    try StoreError.translating {
      try watch?.close()
      try database.close()
    }
  }

  /// Reads one snapshot. The reader is good inside `body` only; calls do not nest.
  package func read<T>(_ body: (StoreReader) throws -> T) throws -> T {
    try StoreError.translating {
      try database.read { try body(StoreReader(connection: StoreConnection(db: $0))) }
    }
  }

  /// One piece of work, all of it or nothing, while nobody else writes; durable when this returns. Whatever `body`
  /// throws is thrown on after all it did has been undone. The writer is good inside `body` only; calls do not nest.
  ///
  /// Writes that come together share a commit, see `CommitQueue`: `body` sees what those before it have written, and
  /// may be run on the thread of another caller, who is writing too.
  @discardableResult
  package func write<T>(_ body: (StoreWriter) throws -> T) throws -> T {
    try write(isAlone: false, body)
  }

  /// The same for what takes long: nobody else's commit waits for it.
  @discardableResult
  package func writeAlone<T>(_ body: (StoreWriter) throws -> T) throws -> T {
    try write(isAlone: true, body)
  }

  private func write<T>(isAlone: Bool, _ body: (StoreWriter) throws -> T) throws -> T {
    try StoreError.translating {
      try commits.write(isAlone: isAlone) { try body(StoreWriter(connection: StoreConnection(db: $0))) }
    }
  }

  package static let defaultBusySeconds = 15.0

  static func path(in directory: String) -> String { directory + "/booking.sqlite" }

  private static func pool(directory: String, busySeconds: Double) throws -> DatabasePool {
    let pool = try DatabasePool(
      path: path(in: directory), configuration: configuration(busySeconds: busySeconds))
    try pool.writeWithoutTransaction { db in
      // The pool has just set NORMAL, under which a commit can be lost with the power.
      try db.execute(sql: "PRAGMA synchronous = FULL")
      // In KiB. What a group of bookings or an import changes is to fit: what does not is written to the log more than
      // once.
      try db.execute(sql: "PRAGMA cache_size = -32768")
      // What a savepoint would have to put back; from 64 KiB on it goes to a file otherwise.
      try db.execute(sql: "PRAGMA temp_store = MEMORY")
    }
    return pool
  }

  private static func configuration(busySeconds: Double) -> Configuration {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(busySeconds)
    configuration.label = "booking"
    return configuration
  }
}
