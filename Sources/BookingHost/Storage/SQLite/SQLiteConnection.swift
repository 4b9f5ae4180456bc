import Foundation
internal import GRDB

/// Statements are prepared once for each connection and SQL text.
extension Database: EngineConnection {
  func each(_ sql: String, _ arguments: StatementArguments, _ body: (Row) throws -> Bool) throws {
    let cursor = try GRDB.Row.fetchCursor(cachedStatement(sql: sql), arguments: arguments.bound)
    while let row = try cursor.next() {
      guard try body(Row(cells: row)) else { return }
    }
  }

  func stream(_ sql: String, _ arguments: StatementArguments, _ body: (Row) throws -> Void) throws {
    // A statement of its own: a cached one could be begun anew by `body`.
    let cursor = try GRDB.Row.fetchCursor(self, sql: sql, arguments: arguments.bound)
    while let row = try cursor.next() { try body(Row(cells: row)) }
  }

  func run(_ sql: String, _ arguments: StatementArguments) throws {
    try cachedStatement(sql: sql).execute(arguments: arguments.bound)
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

extension StatementArguments {
  fileprivate var bound: GRDB.StatementArguments {
    switch self {
    case .positional(let values): GRDB.StatementArguments(values.map { $0?.stored.databaseValue ?? .null })
    case .named(let values):
      GRDB.StatementArguments(
        Dictionary(uniqueKeysWithValues: values.map { ($0.name, $0.value?.stored.databaseValue ?? .null) }))
    }
  }
}

extension StoredValue {
  fileprivate var databaseValue: DatabaseValue {
    switch self {
    case .null: .null
    case .integer(let value): value.databaseValue
    case .real(let value): value.databaseValue
    case .text(let value): value.databaseValue
    case .bytes(let value): Data(value).databaseValue
    }
  }
}

extension GRDB.Row: RowCells {
  func integer(_ column: String) -> Int? { self[column] }
  func real(_ column: String) -> Double? { self[column] }
  func text(_ column: String) -> String? { self[column] }
  func bytes(_ column: String) -> [UInt8]? {
    (try? withUnsafeData(named: column) { $0.map { Array($0) } }) ?? nil
  }
  func integer(at index: Int) -> Int? { self[index] }
  func real(at index: Int) -> Double? { self[index] }
  func text(at index: Int) -> String? { self[index] }
  func bytes(at index: Int) -> [UInt8]? {
    (try? withUnsafeData(atIndex: index) { $0.map { Array($0) } }) ?? nil
  }

  var all: [(column: String, value: StoredValue)] {
    map { column, value in
      switch value.storage {
      case .null: (column, .null)
      case .int64(let value): (column, .integer(Int(value)))
      case .double(let value): (column, .real(value))
      case .string(let value): (column, .text(value))
      case .blob(let value): (column, .bytes(Array(value)))
      }
    }
  }
}
