/// Writes bookings down, one after the other.
package struct BookingWriter {
  package let format: BookingFormat

  package init(_ format: BookingFormat) {
    self.format = format
  }

  /// What comes before the first booking.
  package var heading: String {
    switch format {
    case .csv: BookingColumn.allCases.map(\.rawValue).joined(separator: ",") + "\r\n"
    case .jsonl: ""
    }
  }

  package func line(_ cells: BookingCells) -> String {
    switch format {
    case .csv:
      BookingColumn.allCases.map { CSVCell.written(cells[$0] ?? "", in: $0) }.joined(separator: ",") + "\r\n"
    case .jsonl: BookingWriter.json(cells) + "\n"
    }
  }

  /// An object with its keys in the order of the columns.
  private static func json(_ cells: BookingCells) -> String {
    let members = BookingColumn.allCases.compactMap { column -> String? in
      guard let cell = cells[column] else { return nil }
      return "\"\(column.rawValue)\":\(value(cell, in: column))"
    }
    return "{" + members.joined(separator: ",") + "}"
  }

  private static func value(_ cell: String, in column: BookingColumn) -> String {
    switch column {
    case .party, .covers, .minutes: cell
    case .marketingOptIn: "true"
    case .answers: cell
    default: StoredJSON.text(cell).encoded
    }
  }
}

/// What a cell looks like in CSV.
enum CSVCell {
  /// Quoted where it must be (RFC 4180). What a spreadsheet would run as a formula gets an apostrophe before it,
  /// which `read` takes away again; a phone number, which begins with +, is left as it is.
  static func written(_ text: String, in column: BookingColumn) -> String {
    let cell = looksLikeFormula(text) && !(column == .phone && isNumber(text)) ? "'" + text : text
    guard cell.utf8.contains(where: { $0 == 34 || $0 == 44 || $0 == 10 || $0 == 13 }) || hasEdge(cell) else {
      return cell
    }
    return "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }

  /// The text that was written.
  static func read(_ cell: String) -> String {
    cell.utf8.first == UInt8(ascii: "'") && looksLikeFormula(cell) ? String(cell.dropFirst()) : cell
  }

  /// Apostrophes, perhaps none, and then one of = + - @, a tab or a line end.
  private static func looksLikeFormula(_ text: String) -> Bool {
    guard let first = text.utf8.first(where: { $0 != UInt8(ascii: "'") }) else { return false }
    return "=+-@\t\r\n".utf8.contains(first)
  }

  /// A plus and then digits with what people write between them: nothing that could be run.
  private static func isNumber(_ text: String) -> Bool {
    text.utf8.first == UInt8(ascii: "+")
      && text.utf8.dropFirst().allSatisfy { (48...57).contains($0) || " ().-/".utf8.contains($0) }
  }

  private static func hasEdge(_ text: String) -> Bool { text.first == " " || text.last == " " }
}
