import Foundation
internal import GRDB

/// Plain SQL through cached statements, in the few shapes this folder needs.
extension Database {
  /// Every row of a query, made into values while the cursor is on it.
  func all<T>(
    _ sql: String, _ arguments: StatementArguments = [], _ make: (Row) throws -> T
  ) throws -> [T] {
    let cursor = try Row.fetchCursor(cachedStatement(sql: sql), arguments: arguments)
    var values: [T] = []
    while let row = try cursor.next() { values.append(try make(row)) }
    return values
  }

  /// The first row of a query, nil when there is none.
  func first<T>(
    _ sql: String, _ arguments: StatementArguments = [], _ make: (Row) throws -> T
  ) throws -> T? {
    try Row.fetchOne(cachedStatement(sql: sql), arguments: arguments).map(make)
  }

  func exists(_ sql: String, _ arguments: StatementArguments) throws -> Bool {
    try first(sql, arguments) { _ in true } ?? false
  }

  func run(_ sql: String, _ arguments: StatementArguments = []) throws {
    try cachedStatement(sql: sql).execute(arguments: arguments)
  }

  /// Runs `body` so that all it did is undone if it throws, also where the caller catches that and goes on with the
  /// transaction. The library's own savepoints are parsed anew each time.
  func whole<T>(_ body: () throws -> T) throws -> T {
    try run("SAVEPOINT whole")
    do {
      let value = try body()
      try run("RELEASE whole")
      return value
    } catch {
      // Some errors have the engine roll back everything, savepoints included.
      guard isInsideTransaction else { throw error }
      try run("ROLLBACK TO whole")
      try run("RELEASE whole")
      throw error
    }
  }

  /// Inserts one row, given as columns and values.
  func insert(into table: String, _ row: KeyValuePairs<String, (any DatabaseValueConvertible)?>) throws {
    let columns = row.map(\.key).joined(separator: ", ")
    let marks = repeatElement("?", count: row.count).joined(separator: ", ")
    let values = row.map { Database.storable($0.value) }
    try run("INSERT INTO \(table) (\(columns)) VALUES (\(marks))", StatementArguments(values))
  }

  /// The engine takes a NUL for the end of a text and would silently drop the rest: such a character is
  /// stored as the sign for one that could not be read.
  private static func storable(
    _ value: (any DatabaseValueConvertible)?
  ) -> (any DatabaseValueConvertible)? {
    guard let text = value as? String, text.utf8.contains(0) else { return value }
    return text.replacingOccurrences(of: "\0", with: "\u{FFFD}")
  }
}

extension Row {
  /// A column that holds an ISO date.
  func date(_ column: String) throws -> CivilDate {
    try stored(CivilDate(self[column] as String), column)
  }

  func instant(_ column: String) -> Instant { Instant(seconds: self[column]) }

  func zone(_ column: String) throws -> Zone {
    let identifier: String = self[column]
    guard let zone = Zone(identifier: identifier) else {
      throw StoreError.failed("This machine's time zone database does not know \(identifier).")
    }
    return zone
  }

  func bytes(_ column: String) -> [UInt8] { Array(self[column] as Data) }

  /// A column whose text is one of a set of known words.
  func word<T: RawRepresentable>(_ column: String) throws -> T where T.RawValue == String {
    try stored(T(rawValue: self[column]), column)
  }

  private func stored<T>(_ value: T?, _ column: String) throws -> T {
    guard let value else { throw StoreError.failed("The store holds a \(column) that cannot be read.") }
    return value
  }
}
