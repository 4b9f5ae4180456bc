internal import GRDB

/// Statements are prepared once for each connection and SQL text.
extension Database: EngineConnection {
  func each(_ sql: String, _ arguments: StatementArguments, _ body: (Row) throws -> Bool) throws {
    let rows = try SQLiteRows(cachedStatement(sql: sql).bound(to: arguments), in: self)
    while try rows.advance() {
      guard try body(Row(cells: rows)) else { return }
    }
  }

  func stream(_ sql: String, _ arguments: StatementArguments, _ body: (Row) throws -> Void) throws {
    // A statement of its own: a cached one could be begun anew by `body`.
    let rows = try SQLiteRows(makeStatement(sql: sql).bound(to: arguments), in: self)
    while try rows.advance() { try body(Row(cells: rows)) }
  }

  func run(_ sql: String, _ arguments: StatementArguments) throws {
    try cachedStatement(sql: sql).bound(to: arguments).execute()
  }

  func run(_ sql: String) throws { try cachedStatement(sql: sql).execute() }

  func insertNumbered(_ sql: String, _ arguments: StatementArguments) throws -> Int {
    try run(sql, arguments)
    return Int(lastInsertedRowID)
  }

  func isDuplicate(_ error: any Error, of index: String) -> Bool {
    guard let error = error as? DatabaseError else { return false }
    return error.extendedResultCode == .SQLITE_CONSTRAINT_UNIQUE && error.message?.contains(index) == true
  }

  /// There is one writer at a time.
  var whereSettled: String { "" }
  var numbersPerLine: Int { 1 }
  var skippingTaken: String { "" }
}
