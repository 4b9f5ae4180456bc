/// Makes rows of bytes as they come: lines of JSON, or CSV after its heading.
struct RecordReader {
  private let format: BookingFormat
  private var csv = CSVReader()
  private var columns: [BookingColumn]?
  private var line: [UInt8] = []
  private var lineNumber = 1
  private var isBeginning = true

  init(format: BookingFormat) {
    self.format = format
  }

  /// A row, when this byte was the last of one.
  mutating func take(_ byte: UInt8) throws -> BookingRow? {
    guard format == .jsonl else { return try csv.take(byte).flatMap { try row($0) } }
    guard byte == 10 else {
      // What is longer is no booking, and is not kept.
      if line.count <= RecordReader.longest { line.append(byte) }
      return nil
    }
    return jsonRow()
  }

  /// The row that the file ends in, if it does not end in a line end.
  mutating func end() throws -> BookingRow? {
    guard format == .jsonl else {
      if let record = csv.end(), let row = try row(record) { return row }
      if columns == nil { throw HostError(.usage, "The file is empty.", field: "file") }
      return nil
    }
    return jsonRow()
  }

  /// In bytes.
  static let longest = 1 << 18

  private mutating func row(_ record: CSVReader.Record) throws -> BookingRow? {
    guard let columns else {
      columns = try heading(record)
      return nil
    }
    return BookingRow(line: record.line, content: RecordReader.cells(record, columns))
  }

  private func heading(_ record: CSVReader.Record) throws -> [BookingColumn] {
    guard case .success(let names) = record.cells else {
      throw HostError(.usage, "The first line must name the columns.", field: "file")
    }
    var columns: [BookingColumn] = []
    for name in names.map({ Text.trimmed($0).lowercased() }) {
      guard let column = BookingColumn(rawValue: name) else {
        let known = BookingColumn.allCases.map(\.rawValue).joined(separator: ", ")
        throw HostError(.usage, "There is no column \"\(name)\"; there are: \(known).", field: "file")
      }
      guard !columns.contains(column) else {
        throw HostError(.usage, "The column \"\(name)\" is there twice.", field: "file")
      }
      columns.append(column)
    }
    if let missing = BookingColumn.required.first(where: { !columns.contains($0) }) {
      throw HostError(.usage, "The column \"\(missing.rawValue)\" is missing.", field: "file")
    }
    return columns
  }

  private static func cells(
    _ record: CSVReader.Record, _ columns: [BookingColumn]
  ) -> Result<BookingCells, RowError> {
    record.cells.flatMap { texts in
      guard texts.count == columns.count else {
        return .failure(
          RowError("columns_differ", nil, "It has \(texts.count) cells, and the heading \(columns.count)."))
      }
      var cells: BookingCells = [:]
      for (column, text) in zip(columns, texts) {
        let text = Text.trimmed(CSVCell.read(text))
        if !text.isEmpty { cells[column] = text }
      }
      return .success(cells)
    }
  }

  private mutating func jsonRow() -> BookingRow? {
    defer {
      line.removeAll(keepingCapacity: true)
      lineNumber += 1
      isBeginning = false
    }
    if isBeginning, line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
    if line.allSatisfy({ $0 == 32 || $0 == 9 || $0 == 13 }) { return nil }
    return BookingRow(line: lineNumber, content: JSONRow.cells(line))
  }
}

/// One line of JSON Lines.
enum JSONRow {
  static func cells(_ line: [UInt8]) -> Result<BookingCells, RowError> {
    guard line.count <= RecordReader.longest, let text = String(validating: line, as: UTF8.self) else {
      return .failure(RowError("row_unreadable", nil, "It is not UTF-8, or too long."))
    }
    guard let members = StoredJSON.parse(text)?.object else {
      return .failure(RowError("row_unreadable", nil, "It is not a JSON object."))
    }
    var cells: BookingCells = [:]
    for (name, value) in members.sorted(by: { $0.key < $1.key }) {
      guard let column = BookingColumn(rawValue: name) else {
        return .failure(RowError("column_unknown", named: name, "There is no such column."))
      }
      guard let cell = cell(value, in: column) else {
        return .failure(RowError("\(name)_invalid", column, "It is of the wrong type."))
      }
      if !cell.isEmpty { cells[column] = cell }
    }
    return .success(cells)
  }

  /// Empty for null; nil for a type that the column cannot have.
  private static func cell(_ value: StoredJSON, in column: BookingColumn) -> String? {
    switch (value, column) {
    case (.null, _): ""
    case (.object, .answers): value.encoded
    case (.boolean(let truth), .marketingOptIn): truth ? "yes" : ""
    case (.integer(let number), .party), (.integer(let number), .covers), (.integer(let number), .minutes):
      String(number)
    case (.text(let text), _): Text.trimmed(text)
    default: nil
    }
  }
}
