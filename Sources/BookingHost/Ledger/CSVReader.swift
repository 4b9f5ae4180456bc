/// CSV as RFC 4180 has it, a byte at a time: quoted cells may hold commas, quotes and line ends. Lines end in CRLF or
/// LF, a byte order mark is passed over, and so are empty lines.
struct CSVReader {
  struct Record {
    /// Where it begins.
    var line: Int
    var cells: Result<[String], RowError>
  }

  private enum State {
    case cellBegins, plain, quoted
    /// After a quote within a quoted cell: the end of it, or half of a quote.
    case quoteSeen
  }

  private var state = State.cellBegins
  private var cells: [String] = []
  private var cell: [UInt8] = []
  private var fault: RowError?
  private var line = 1
  private var beginning = 1
  private var size = 0
  private var marks = 0

  /// A record, when this byte was the last of one.
  mutating func take(_ byte: UInt8) -> Record? {
    if skipsMark(byte) { return nil }
    if byte == 10 { line += 1 }
    size += 1
    switch (state, byte) {
    case (.quoted, UInt8(ascii: "\"")): state = .quoteSeen
    case (.quoted, _): keep(byte)
    case (.quoteSeen, UInt8(ascii: "\"")):
      keep(byte)
      state = .quoted
    case (_, UInt8(ascii: ",")): endCell()
    case (_, 10): return endRecord()
    case (.quoteSeen, 13): break
    case (.quoteSeen, _): fail("quotes_invalid", "Something follows the end of a quoted cell.")
    case (.cellBegins, UInt8(ascii: "\"")): state = .quoted
    case (.cellBegins, _), (.plain, _):
      if byte == UInt8(ascii: "\"") { fail("quotes_invalid", "A quote is in a cell that is not quoted.") }
      keep(byte)
      state = .plain
    }
    return nil
  }

  /// What the file ends in.
  mutating func end() -> Record? {
    if state == .quoted { fail("quotes_invalid", "A quoted cell does not end.") }
    return size == 0 ? nil : endRecord()
  }

  /// The three bytes EF BB BF at the beginning of the file.
  private mutating func skipsMark(_ byte: UInt8) -> Bool {
    guard marks < 3, byte == [0xEF, 0xBB, 0xBF][marks] else {
      marks = 3
      return false
    }
    marks += 1
    return true
  }

  private mutating func keep(_ byte: UInt8) {
    if size > RecordReader.longest { return fail("row_unreadable", "It is too long.") }
    cell.append(byte)
  }

  private mutating func fail(_ code: String, _ message: String) {
    if fault == nil { fault = RowError(code, nil, message) }
  }

  private mutating func endCell(isLast: Bool = false) {
    // Of CRLF after a plain cell.
    if isLast, state == .plain, cell.last == 13 { cell.removeLast() }
    if let text = String(validating: cell, as: UTF8.self) {
      cells.append(text)
    } else {
      fail("row_unreadable", "It is not UTF-8.")
    }
    cell.removeAll(keepingCapacity: true)
    state = .cellBegins
  }

  private mutating func endRecord() -> Record? {
    let wasQuoted = state == .quoteSeen
    endCell(isLast: true)
    let record = Record(line: beginning, cells: fault.map { .failure($0) } ?? .success(cells))
    let isEmpty = cells == [""] && !wasQuoted && fault == nil
    cells.removeAll(keepingCapacity: true)
    fault = nil
    beginning = line
    size = 0
    return isEmpty ? nil : record
  }
}
