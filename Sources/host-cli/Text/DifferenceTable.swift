import BookingHost

/// What differs, in two columns: side by side where there is room, else one above the other.
struct DifferenceTable {
  struct Row {
    var what: String
    var before: String
    var after: String
  }

  /// What the two columns are called.
  var heads: (before: String, after: String)
  var rows: [Row]
  var style: Style
  var indent = "    "

  var text: String {
    let cells = rows.map { [$0.what, style.green(Plain.text($0.before)), style.red(Plain.text($0.after))] }
    let (before, after) = (style.dim(heads.before), style.dim(heads.after))
    let widths = (0..<3).map { column in cells.map { DisplayWidth.of($0[column]) }.max() ?? 0 }
    if widths.reduce(indent.count + 4, +) <= Terminal.width {
      return Table(rows: [["", before, after]] + cells, indent: indent).text
    }
    let stacked = cells.flatMap { [[$0[0], before, $0[1]], ["", after, $0[2]]] }
    return Table(rows: stacked, indent: indent).text
  }
}

/// Lines of the rules and what each decided, as they are written.
struct DecidingLines {
  var deciding: [RuleTestResult.Deciding]
  var sources: SourceLines
  var style: Style
  var indent = "    "

  /// Nothing, or one text.
  var texts: [String] {
    guard !deciding.isEmpty else { return [] }
    let rows = deciding.map { decided in
      let source = decided.rule.flatMap(RulePlace.init).flatMap(sources.line)
      return [decided.rule ?? "the host", decided.what] + (source.map { [style.dim(Plain.text($0))] } ?? [])
    }
    return [Table(rows: rows, indent: indent, width: SourceLines.unbroken).text]
  }
}

/// Rule files by their lines, for showing one.
struct SourceLines {
  private let lines: [String: [Substring]]

  /// A width at which no line of source is broken.
  static let unbroken = 100_000

  init(_ texts: [String: String]) {
    lines = texts.mapValues { $0.split(separator: "\n", omittingEmptySubsequences: false) }
  }

  /// The text of a line without its indentation; nil when there is none.
  func line(_ place: RulePlace) -> String? {
    guard let all = lines[place.file], all.indices.contains(place.line - 1) else { return nil }
    return Text.trimmed(String(all[place.line - 1]))
  }
}
