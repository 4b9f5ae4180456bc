internal import GRDB
internal import GRDBSQLite

// Values go to SQLite as they are, and come from it as they are asked for (`SQLiteRows`). GRDB would take each into a
// value of its own, and look their names up first: that took longer than most of the statements do.
extension Statement {
  /// The same statement, with these values in place of those it had. Throws where there are fewer or more than it has
  /// places for, which is a mistake in this folder.
  func bound(to arguments: StatementArguments) throws -> Statement {
    // Takes the last values away, and GRDB's own ones as given: it is not to ask for any when the statement is run.
    setUncheckedArguments([])
    let count = Int(sqlite3_bind_parameter_count(sqliteStatement))
    switch arguments {
    case .positional(let values):
      guard values.count == count else { throw Statement.hasOtherPlaces(sql) }
      for (index, value) in values.enumerated() { try bind(value, at: Int32(index + 1)) }
    case .named(let values):
      guard values.count == count else { throw Statement.hasOtherPlaces(sql) }
      for value in values {
        let index = sqlite3_bind_parameter_index(sqliteStatement, ":" + value.name)
        guard index > 0 else { throw Statement.hasOtherPlaces(sql) }
        try bind(value.value, at: index)
      }
    }
    return self
  }

  private static func hasOtherPlaces(_ sql: String) -> StoreError {
    .failed("A statement was given other values than it has places for: \(sql.prefix(60))")
  }

  private func bind(_ value: (any Storable)?, at index: Int32) throws {
    guard let value else { return }
    let code =
      switch value.stored {
      case .null: sqlite3_bind_null(sqliteStatement, index)
      case .integer(let number): sqlite3_bind_int64(sqliteStatement, index, Int64(number))
      case .real(let number): sqlite3_bind_double(sqliteStatement, index, number)
      case .text(let text): bind(text, at: index)
      case .bytes(let bytes): bind(bytes, at: index)
      }
    guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
  }

  private func bind(_ text: String, at index: Int32) -> Int32 {
    var text = text
    return text.withUTF8 { text in
      // No address means NULL to SQLite, which an empty text is not.
      guard let start = text.baseAddress else {
        return sqlite3_bind_text(sqliteStatement, index, "", 0, Statement.isCopied)
      }
      return start.withMemoryRebound(to: CChar.self, capacity: text.count) {
        sqlite3_bind_text(sqliteStatement, index, $0, Int32(clamping: text.count), Statement.isCopied)
      }
    }
  }

  private func bind(_ bytes: [UInt8], at index: Int32) -> Int32 {
    bytes.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress, !bytes.isEmpty else {
        return sqlite3_bind_zeroblob(sqliteStatement, index, 0)
      }
      return sqlite3_bind_blob(
        sqliteStatement, index, start, Int32(clamping: bytes.count), Statement.isCopied)
    }
  }

  /// SQLITE_TRANSIENT: SQLite makes a copy before the call returns.
  private static var isCopied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }
}
