/// A value as a column holds it. Every engine has these five kinds.
enum StoredValue: Hashable, Sendable {
  case null
  case integer(Int)
  case real(Double)
  case text(String)
  case bytes([UInt8])
}

/// What can be written into a column.
protocol Storable {
  var stored: StoredValue { get }
}

/// What can be read from a column; nil where it holds NULL.
protocol ColumnValue {
  static func read(_ cells: any RowCells, _ column: String) -> Self?
  static func read(_ cells: any RowCells, at index: Int) -> Self?
}

extension StoredValue: Storable {
  var stored: StoredValue { self }
}

extension Int: Storable, ColumnValue {
  var stored: StoredValue { .integer(self) }
  static func read(_ cells: any RowCells, _ column: String) -> Int? { cells.integer(column) }
  static func read(_ cells: any RowCells, at index: Int) -> Int? { cells.integer(at: index) }
}

extension String: Storable, ColumnValue {
  var stored: StoredValue { .text(self) }
  static func read(_ cells: any RowCells, _ column: String) -> String? { cells.text(column) }
  static func read(_ cells: any RowCells, at index: Int) -> String? { cells.text(at: index) }
}

/// Kept as 0 or 1, so that one SQL text compares it everywhere.
extension Bool: Storable, ColumnValue {
  var stored: StoredValue { .integer(self ? 1 : 0) }
  static func read(_ cells: any RowCells, _ column: String) -> Bool? { cells.integer(column).map { $0 != 0 } }
  static func read(_ cells: any RowCells, at index: Int) -> Bool? { cells.integer(at: index).map { $0 != 0 } }
}

extension Double: Storable, ColumnValue {
  var stored: StoredValue { .real(self) }
  static func read(_ cells: any RowCells, _ column: String) -> Double? { cells.real(column) }
  static func read(_ cells: any RowCells, at index: Int) -> Double? { cells.real(at: index) }
}

extension Array: Storable where Element == UInt8 {
  var stored: StoredValue { .bytes(self) }
}

extension Array: ColumnValue where Element == UInt8 {
  static func read(_ cells: any RowCells, _ column: String) -> [UInt8]? { cells.bytes(column) }
  static func read(_ cells: any RowCells, at index: Int) -> [UInt8]? { cells.bytes(at: index) }
}

/// The values of a statement: in the order of its `?`, or by the names of its `:name`.
enum StatementArguments: ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
  case positional([(any Storable)?])
  case named([(name: String, value: (any Storable)?)])

  init(arrayLiteral elements: (any Storable)?...) { self = .positional(elements) }

  init(dictionaryLiteral elements: (String, (any Storable)?)...) {
    self = .named(elements.map { (name: $0.0, value: $0.1) })
  }

  init(_ values: [(any Storable)?]) { self = .positional(values) }

  init(_ values: [String]) { self = .positional(values) }
}
