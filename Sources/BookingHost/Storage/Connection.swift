import Foundation

/// What an engine does with a statement, on one connection and inside a read or a write.
protocol EngineConnection: AnyObject {
  /// Calls `body` with each row until it returns false. `body` may run other statements.
  func each(_ sql: String, _ arguments: StatementArguments, _ body: (Row) throws -> Bool) throws
  /// The same for an answer that may be larger than memory: it comes in pieces.
  func stream(_ sql: String, _ arguments: StatementArguments, _ body: (Row) throws -> Void) throws
  func run(_ sql: String, _ arguments: StatementArguments) throws
  /// Inserts a row and returns the number that the engine has given it in `id`.
  func insertNumbered(_ sql: String, _ arguments: StatementArguments) throws -> Int
  /// How many rows the last statement has changed.
  var changesCount: Int { get }
  /// False once an error has had the engine roll back everything, savepoints included.
  var isInsideTransaction: Bool { get }
  /// Whether an error says that a row is there already, by a unique index.
  func isDuplicate(_ error: any Error, of index: String) -> Bool
  /// A condition on `id` that leaves out lines of the audit trail, or notices, before which others may still appear,
  /// of a transaction that is under way; empty where transactions commit in the order of their numbers.
  var whereSettled: String { get }
  /// See `StoreReading.numbersPerLine`.
  var numbersPerLine: Int { get }
  /// What a SELECT ends in that takes rows to itself which nobody else has taken; empty where nobody else writes.
  var skippingTaken: String { get }
}

/// The statements of a read or a write that is under way, in the few shapes this folder needs.
///
/// Statements are plain SQL that every engine understands, with `?` or `:name` for values; where engines differ, the
/// difference is in `EngineConnection`. Good inside of the read or write only.
struct Connection {
  let engine: any EngineConnection

  /// Every row of a query, made into values while it is looked at.
  func all<T>(
    _ sql: String, _ arguments: StatementArguments = [], _ make: (Row) throws -> T
  ) throws -> [T] {
    var values: [T] = []
    try engine.each(sql, arguments) {
      values.append(try make($0))
      return true
    }
    return values
  }

  /// The first row of a query, nil when there is none.
  func first<T>(
    _ sql: String, _ arguments: StatementArguments = [], _ make: (Row) throws -> T
  ) throws -> T? {
    var value: T?
    try engine.each(sql, arguments) {
      value = try make($0)
      return false
    }
    return value
  }

  func each(_ sql: String, _ arguments: StatementArguments = [], _ body: (Row) throws -> Void) throws {
    try engine.each(sql, arguments) {
      try body($0)
      return true
    }
  }

  /// For answers that may be larger than memory.
  func stream(_ sql: String, _ arguments: StatementArguments = [], _ body: (Row) throws -> Void) throws {
    try engine.stream(sql, arguments, body)
  }

  func exists(_ sql: String, _ arguments: StatementArguments) throws -> Bool {
    try first(sql, arguments) { _ in true } ?? false
  }

  func run(_ sql: String, _ arguments: StatementArguments = []) throws { try engine.run(sql, arguments) }

  var changesCount: Int { engine.changesCount }

  /// Runs `body` so that all it did is undone if it throws, also where the caller catches that and goes on with the
  /// transaction.
  func whole<T>(_ body: () throws -> T) throws -> T {
    try run("SAVEPOINT whole")
    do {
      let value = try body()
      try run("RELEASE whole")
      return value
    } catch {
      guard engine.isInsideTransaction else { throw error }
      try run("ROLLBACK TO whole")
      try run("RELEASE whole")
      throw error
    }
  }

  /// Inserts one row, given as columns and values.
  func insert(into table: String, _ row: KeyValuePairs<String, (any Storable)?>) throws {
    try run(Connection.insertion(table, row), Connection.values(row))
  }

  /// The same for a table whose rows the engine numbers. Returns the number.
  func insertNumbered(into table: String, _ row: KeyValuePairs<String, (any Storable)?>) throws -> Int {
    try engine.insertNumbered(Connection.insertion(table, row), Connection.values(row))
  }

  private static func insertion(_ table: String, _ row: KeyValuePairs<String, (any Storable)?>) -> String {
    var sql = ""
    sql.reserveCapacity(40 + 20 * row.count)
    sql += "INSERT INTO "
    sql += table
    for (index, column) in row.enumerated() {
      sql += index == 0 ? " (" : ", "
      sql += column.key
    }
    sql += ") VALUES ("
    for index in 0..<row.count { sql += index == 0 ? "?" : ", ?" }
    sql += ")"
    return sql
  }

  private static func values(_ row: KeyValuePairs<String, (any Storable)?>) -> StatementArguments {
    .positional(row.map { storable($0.value) })
  }

  /// Engines take a NUL for the end of a text: such a character is stored as the sign for one that could not be read.
  private static func storable(_ value: (any Storable)?) -> (any Storable)? {
    guard let text = value as? String, text.utf8.contains(0) else { return value }
    return text.replacingOccurrences(of: "\0", with: "\u{FFFD}")
  }
}
