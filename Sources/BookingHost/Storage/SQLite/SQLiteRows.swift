internal import GRDB
internal import GRDBSQLite

/// The rows of a statement, one after another, as SQLite has them: no value is made that nobody asks for.
///
/// Good until it is let go of; then the statement may be run again.
final class SQLiteRows: RowCells {
  private let statement: Statement
  private let handle: SQLiteStatement
  private let database: Database
  /// Where the next name is looked for first: columns are mostly asked for in their order.
  private var likely = 0

  /// A statement that has its values.
  init(_ statement: Statement, in database: Database) {
    self.statement = statement
    self.database = database
    handle = statement.sqliteStatement
  }

  // What went wrong was thrown when it did.
  deinit { sqlite3_reset(handle) }

  /// Goes on to the next row; false where there is none.
  func advance() throws -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code:
      let message = sqlite3_errmsg(database.sqliteConnection).map { String(cString: $0) }
      throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message, sql: statement.sql)
    }
  }

  /// Which of several columns of one name is not said: those are asked for by their places.
  private func place(_ column: String) -> Int {
    let names = statement.columnNames
    for offset in names.indices {
      let index = likely + offset < names.count ? likely + offset : likely + offset - names.count
      if names[index] == column {
        likely = index + 1
        return index
      }
    }
    fatalError("There is no column \(column).")
  }

  private func isNull(_ index: Int) -> Bool { sqlite3_column_type(handle, Int32(index)) == SQLITE_NULL }

  func integer(_ column: String) -> Int? { integer(at: place(column)) }
  func real(_ column: String) -> Double? { real(at: place(column)) }
  func text(_ column: String) -> String? { text(at: place(column)) }
  func bytes(_ column: String) -> [UInt8]? { bytes(at: place(column)) }

  func integer(at index: Int) -> Int? {
    isNull(index) ? nil : Int(sqlite3_column_int64(handle, Int32(index)))
  }

  func real(at index: Int) -> Double? {
    isNull(index) ? nil : sqlite3_column_double(handle, Int32(index))
  }

  func text(at index: Int) -> String? {
    guard !isNull(index), let start = sqlite3_column_text(handle, Int32(index)) else { return nil }
    let count = Int(sqlite3_column_bytes(handle, Int32(index)))
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  func bytes(at index: Int) -> [UInt8]? {
    if isNull(index) { return nil }
    // No address for an empty value.
    guard let start = sqlite3_column_blob(handle, Int32(index)) else { return [] }
    return Array(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, Int32(index)))))
  }

  var all: [(column: String, value: StoredValue)] {
    statement.columnNames.enumerated().map { index, column in (column, value(at: index)) }
  }

  private func value(at index: Int) -> StoredValue {
    switch sqlite3_column_type(handle, Int32(index)) {
    case SQLITE_INTEGER: integer(at: index).map(StoredValue.integer) ?? .null
    case SQLITE_FLOAT: real(at: index).map(StoredValue.real) ?? .null
    case SQLITE_TEXT: text(at: index).map(StoredValue.text) ?? .null
    case SQLITE_BLOB: bytes(at: index).map(StoredValue.bytes) ?? .null
    default: .null
    }
  }
}
