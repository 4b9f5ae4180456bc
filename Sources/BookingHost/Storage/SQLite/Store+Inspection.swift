internal import GRDB

/// Looking at SQLite itself, for tests: how it groups writes, and how it answers a query.
extension Store {
  var commits: CommitQueue {
    guard let engine = engine as? SQLiteEngine else { fatalError("No writes are grouped here.") }
    return engine.commits
  }

  /// The query plans of the statements that `body` runs, each with its statement. Nothing stays written.
  func plans(_ body: (StoreWriter) throws -> Void) throws -> [(statement: String, plan: [String])] {
    try sqlite().database.writeWithoutTransaction { db in
      var statements: [String] = []
      try db.inTransaction {
        db.trace { if case .statement(let statement) = $0 { statements.append(statement.expandedSQL) } }
        defer { db.trace(nil) }
        try body(StoreWriter(connection: StoreConnection(db: Connection(engine: db), memory: SetupMemory())))
        return .rollback
      }
      let explained: [String] = statements.filter { !$0.hasPrefix("--") && $0.contains(" ") }
      return explained.compactMap { statement in
        guard let rows = try? GRDB.Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + statement) else {
          return nil
        }
        return (statement, rows.map { $0["detail"] as String })
      }
    }
  }
}
