internal import GRDB

/// A store in one SQLite file, or in memory. WAL with `synchronous = FULL`: what was acknowledged survives power loss.
/// Several processes may share one file; one of them writes at a time.
final class SQLiteEngine: StoreEngine {
  let database: any DatabaseWriter
  /// Where writes wait for one another, and share their commits.
  let commits: CommitQueue
  /// Nil for a store in memory.
  private let watch: StoreWatch?

  init(_ database: any DatabaseWriter, path: String? = nil, bounds: CommitQueue.Bounds = CommitQueue.Bounds())
  {
    self.database = database
    watch = path.map { StoreWatch(path: $0) }
    commits = CommitQueue(database, bounds: bounds)
  }

  func read(_ body: (Connection) throws -> Void) throws {
    try StoreError.translating { try database.read { try body(Connection(engine: $0)) } }
  }

  /// Writes that come together share a commit, see `CommitQueue`: `body` sees what those before it have written.
  func write(isAlone: Bool, about _: String?, _ body: (Connection) throws -> Void) throws {
    try StoreError.translating {
      try commits.write(isAlone: isAlone) { db in
        guard isAlone else { return try body(Connection(engine: db)) }
        try SQLiteEngine.keepPages(.ofImport, db)
        defer { try? SQLiteEngine.keepPages(.ofGroup, db) }
        try body(Connection(engine: db))
      }
    }
  }

  /// How much memory the writing connection takes for pages, in KiB. What one transaction changes is to fit: what does
  /// not is written to the log more than once.
  enum PageCache: Int {
    /// The most bookings that share a commit change some 4 MiB.
    case ofGroup = 8192
    case ofImport = 65536
  }

  static func keepPages(_ cache: PageCache, _ db: Database) throws {
    try db.execute(sql: "PRAGMA cache_size = -\(cache.rawValue)")
  }

  func sweep() throws {
    try StoreError.translating {
      try database.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA secure_delete = ON")
        defer { try? db.execute(sql: "PRAGMA secure_delete = OFF") }
        try db.execute(sql: "VACUUM")
        let row = try GRDB.Row.fetchOne(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
        if row?["busy"] == 1 { throw StoreError.busy }
        try db.execute(sql: "DELETE FROM pending_sweep")
        // That this is done needs no secret; it may stay in the log.
      }
    }
  }

  /// The next number is always one more than the last.
  func renumber() {}

  /// Looking costs next to nothing here.
  func listen(_: @escaping @Sendable () -> Void) {}

  func state() -> StoreState? { try? watch?.state() }

  func close() throws {
    try StoreError.translating {
      try watch?.close()
      try database.close()
    }
  }

  var commitCount: Int { commits.count.commits }

  func execute(_ sql: String) throws {
    try StoreError.translating { try database.writeWithoutTransaction { try $0.execute(sql: sql) } }
  }

  /// From the writing connection.
  func rows(_ sql: String) throws -> [[String: String]] {
    try database.writeWithoutTransaction { db in
      try GRDB.Row.fetchAll(db, sql: sql).map { row in
        var values: [String: String] = [:]
        for (column, value) in row where !value.isNull { values[column] = value.text }
        return values
      }
    }
  }
}

extension DatabaseValue {
  fileprivate var text: String {
    switch storage {
    case .null: ""
    case .int64(let value): String(value)
    case .double(let value): String(value)
    case .string(let value): value
    case .blob(let data): String(decoding: data, as: UTF8.self)
    }
  }
}
