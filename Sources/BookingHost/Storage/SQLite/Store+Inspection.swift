internal import GRDB

/// Looking at the file itself, for tests: what the engine was told, how it answers a query, and rows that no
/// question of the store would show.
extension Store {
  /// Runs statements on the writing connection, outside of any transaction.
  func execute(_ sql: String) throws {
    try StoreError.translating { try database.writeWithoutTransaction { try $0.execute(sql: sql) } }
  }

  /// Rows as text by column, from the writing connection. NULL is left out.
  func rows(_ sql: String) throws -> [[String: String]] {
    try database.writeWithoutTransaction { db in
      try Row.fetchAll(db, sql: sql).map { row in
        var values: [String: String] = [:]
        for (column, value) in row where !value.isNull { values[column] = value.text }
        return values
      }
    }
  }

  /// The query plans of the statements that `body` runs, each with its statement. Nothing stays written.
  func plans(_ body: (StoreWriter) throws -> Void) throws -> [(statement: String, plan: [String])] {
    try database.writeWithoutTransaction { db in
      var statements: [String] = []
      try db.inTransaction {
        db.trace { if case .statement(let statement) = $0 { statements.append(statement.expandedSQL) } }
        defer { db.trace(nil) }
        try body(StoreWriter(connection: StoreConnection(db: db)))
        return .rollback
      }
      let explained: [String] = statements.filter { !$0.hasPrefix("--") && $0.contains(" ") }
      return explained.compactMap { statement in
        guard let rows = try? Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + statement) else { return nil }
        return (statement, rows.map { $0["detail"] as String })
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
