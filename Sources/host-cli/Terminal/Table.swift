/// Rows in aligned columns.
struct Table {
  var rows: [[String]] = []
  /// Columns that are aligned to the right.
  var right: Set<Int> = []
  var indent = "  "
  var gap = "  "
  /// How many columns a row may take; the last cell goes on below itself.
  var width = max(40, Terminal.width)

  var text: String {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.map { column < $0.count ? DisplayWidth.of($0[column]) : 0 }.max() ?? 0
    }
    return rows.map { line($0, widths) }.joined(separator: "\n")
  }

  private func line(_ row: [String], _ widths: [Int]) -> String {
    guard let last = row.indices.last else { return "" }
    let cells = row.indices.dropLast().map { pad(row[$0], $0, widths) }
    let before = indent + cells.map { $0 + gap }.joined()
    let hanging = DisplayWidth.of(before)
    // What is right-aligned is a number, and fits.
    if right.contains(last) { return before + pad(row[last], last, widths) }
    let lines = DisplayWidth.wrap(row[last], to: max(20, width - hanging))
    return before + lines.joined(separator: "\n" + String(repeating: " ", count: hanging))
  }

  private func pad(_ cell: String, _ column: Int, _ widths: [Int]) -> String {
    DisplayWidth.pad(cell, to: widths[column], right: right.contains(column))
  }
}
