/// A row as its engine has it, by the names or the places of its columns. NULL is nil.
///
/// Good until the next row is asked for. A class, so that a `Row` costs no box.
protocol RowCells: AnyObject {
  func integer(_ column: String) -> Int?
  func real(_ column: String) -> Double?
  func text(_ column: String) -> String?
  func bytes(_ column: String) -> [UInt8]?
  func integer(at index: Int) -> Int?
  func real(at index: Int) -> Double?
  func text(at index: Int) -> String?
  func bytes(at index: Int) -> [UInt8]?
  /// Every column in order, for who does not know them.
  var all: [(column: String, value: StoredValue)] { get }
}

/// One row of an answer, while it is looked at.
///
/// A column that is not there, and NULL where no optional is asked for, are mistakes in this folder and trap.
struct Row {
  let cells: any RowCells

  subscript<T: ColumnValue>(_ column: String) -> T? { T.read(cells, column) }

  subscript<T: ColumnValue>(_ index: Int) -> T? { T.read(cells, at: index) }

  subscript<T: ColumnValue>(_ column: String) -> T {
    guard let value = T.read(cells, column) else { fatalError("The column \(column) is NULL.") }
    return value
  }

  subscript<T: ColumnValue>(_ index: Int) -> T {
    guard let value = T.read(cells, at: index) else { fatalError("Column \(index) is NULL.") }
    return value
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

  /// Empty where there is NULL.
  func bytes(_ column: String) -> [UInt8] { cells.bytes(column) ?? [] }
  func bytes(at index: Int) -> [UInt8] { cells.bytes(at: index) ?? [] }

  /// A column whose text is one of a set of known words.
  func word<T: RawRepresentable>(_ column: String) throws -> T where T.RawValue == String {
    try stored(T(rawValue: self[column]), column)
  }

  private func stored<T>(_ value: T?, _ column: String) throws -> T {
    guard let value else { throw StoreError.failed("The store holds a \(column) that cannot be read.") }
    return value
  }
}
