#if Postgres
  internal import CLibpq

  /// The rows of one answer, all in memory; it is at one of them at a time.
  final class PostgresRows: RowCells {
    private let result: OpaquePointer
    private let columns: [String: Int32]
    let count: Int32
    /// The row that is looked at.
    var row: Int32 = 0

    /// Frees `result` at its end. `columns` says where each column is.
    init(_ result: OpaquePointer, columns: [String: Int32]) {
      self.result = result
      self.columns = columns
      count = PQntuples(result)
    }

    deinit { PQclear(result) }

    /// Where each column of an answer is, by name. Of two of one name it is the first.
    static func columns(of result: OpaquePointer) -> [String: Int32] {
      var columns: [String: Int32] = [:]
      for index in (0..<PQnfields(result)).reversed() {
        columns[String(cString: PQfname(result, index))] = index
      }
      return columns
    }

    private func place(_ column: String) -> Int {
      guard let place = columns[column] else { fatalError("There is no column \(column).") }
      return Int(place)
    }

    /// The text of a value; nil for NULL.
    private func cell(_ index: Int) -> UnsafeBufferPointer<UInt8>? {
      guard PQgetisnull(result, row, Int32(index)) == 0, let start = PQgetvalue(result, row, Int32(index))
      else {
        return nil
      }
      let count = Int(PQgetlength(result, row, Int32(index)))
      return UnsafeRawBufferPointer(start: start, count: count).assumingMemoryBound(to: UInt8.self)
    }

    /// Whole numbers, and yes and no.
    func integer(at index: Int) -> Int? {
      guard let cell = cell(index), let first = cell.first else { return nil }
      if first == UInt8(ascii: "t") { return 1 }
      if first == UInt8(ascii: "f") { return 0 }
      var value = 0
      let isNegative = first == UInt8(ascii: "-")
      for digit in isNegative ? cell.dropFirst() : cell[...] {
        guard (48...57).contains(digit) else { fatalError("Column \(index) is no whole number.") }
        // Counted down, as there is one more number below zero than above.
        value = value * 10 - Int(digit - 48)
      }
      return isNegative ? value : -value
    }

    func real(at index: Int) -> Double? { text(at: index).flatMap(Double.init) }

    func text(at index: Int) -> String? { cell(index).map { String(decoding: $0, as: UTF8.self) } }

    /// The server writes bytes as `\x` and two hexadecimal digits for each.
    func bytes(at index: Int) -> [UInt8]? {
      guard let cell = cell(index) else { return nil }
      guard cell.starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "x")]) else { return Array(cell) }
      return stride(from: 2, to: cell.count - 1, by: 2).map {
        PostgresRows.digit(cell[$0]) << 4 | PostgresRows.digit(cell[$0 + 1])
      }
    }

    private static func digit(_ character: UInt8) -> UInt8 {
      character < 58 ? character - 48 : character - 87
    }

    func integer(_ column: String) -> Int? { integer(at: place(column)) }
    func real(_ column: String) -> Double? { real(at: place(column)) }
    func text(_ column: String) -> String? { text(at: place(column)) }
    func bytes(_ column: String) -> [UInt8]? { bytes(at: place(column)) }

    var all: [(column: String, value: StoredValue)] {
      (0..<PQnfields(result)).map { index in
        (String(cString: PQfname(result, index)), value(Int(index), type: PQftype(result, index)))
      }
    }

    /// By the numbers that types have had since ever: bool, bytea, int8, int2, int4, float4, float8.
    private func value(_ index: Int, type: UInt32) -> StoredValue {
      switch type {
      case 16, 20, 21, 23: integer(at: index).map(StoredValue.integer) ?? .null
      case 17: bytes(at: index).map(StoredValue.bytes) ?? .null
      case 700, 701: real(at: index).map(StoredValue.real) ?? .null
      default: text(at: index).map(StoredValue.text) ?? .null
      }
    }
  }
#endif
