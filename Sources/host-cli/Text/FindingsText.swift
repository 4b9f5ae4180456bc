import BookingHost

/// What `rules check` found, for people and for editors: each finding with its place as compilers print it,
/// the line, a mark below the spot, and what to write instead.
struct FindingsText {
  let report: RuleCheckReport
  let style: Style

  var text: String {
    (report.findings.map(finding) + [summary]).joined(separator: "\n")
  }

  private func finding(_ finding: RuleFinding) -> String {
    ([headline(finding)] + excerpt(finding) + suggestion(finding)).joined(separator: "\n")
  }

  /// `ops.lua:12:5: there is no fact …`
  private func headline(_ finding: RuleFinding) -> String {
    let place = [finding.file, finding.line.map(String.init), finding.column.map(String.init)]
      .compactMap { $0 }.joined(separator: ":")
    let kind = finding.severity == .warning ? style.yellow("warning: ") : ""
    return (place.isEmpty ? "" : style.bold(Plain.text(place)) + ": ") + kind + Plain.text(finding.message)
  }

  // MARK: The line

  private static let margin = 4

  private func excerpt(_ finding: RuleFinding) -> [String] {
    guard let number = finding.line, let line = line(number, of: finding.file) else { return [] }
    let label = String(number)
    let gutter =
      String(repeating: " ", count: max(0, FindingsText.margin - label.count)) + style.dim("\(label) │ ")
    let window = LineWindow(
      line, column: finding.column ?? 1, width: max(40, Terminal.width - FindingsText.margin - 4))
    let shown = gutter + Plain.text(window.text)
    guard finding.column != nil else { return [shown] }
    let blank = String(repeating: " ", count: max(FindingsText.margin, label.count)) + style.dim(" │ ")
    return [shown, blank + String(repeating: " ", count: window.mark) + mark(finding)]
  }

  private func mark(_ finding: RuleFinding) -> String {
    finding.severity == .warning ? style.yellow("^") : style.red("^")
  }

  private func line(_ number: Int, of file: String?) -> Substring? {
    guard let text = file.flatMap({ report.texts[$0] }) else { return nil }
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return number <= lines.count ? lines[number - 1] : nil
  }

  private func suggestion(_ finding: RuleFinding) -> [String] {
    guard let suggestion = finding.suggestion else { return [] }
    return [
      String(repeating: " ", count: FindingsText.margin) + style.dim(" = ")
        + style.cyan(Plain.text(suggestion))
    ]
  }

  // MARK: The end

  /// Where the mistakes are that keep no rule from use.
  private var elsewhere: String {
    let places = [
      report.errors.contains(where: \.isAboutTests) ? "tests" : nil,
      report.errors.contains(where: \.isAboutMail) ? "mail" : nil,
    ]
    return Words.list(places.compactMap { $0 })
  }

  private var summary: String {
    guard !report.isClean else {
      let revision = report.revision.map { "revision \($0.prefix(12))" } ?? ""
      return "\(style.green("ok"))  \(Words.list(report.modes))  \(style.dim(revision))"
    }
    let count = Words.count(report.errors.count, "mistake")
    let meaning =
      report.isUsable ? "only in \(elsewhere); the rules can be used." : "these rules cannot be used."
    return "\(style.red("error:")) \(count); \(meaning)"
  }
}

/// As much of a source line as fits, around a column.
struct LineWindow {
  /// The piece, tabs as blanks, without the blanks it begins with when it is cut.
  let text: String
  /// How many columns of the terminal stand before the spot.
  let mark: Int

  init(_ line: Substring, column: Int, width: Int) {
    let scalars = line.unicodeScalars
    let before = LineWindow.expanded(String(scalars.prefix(column - 1)))
    let after = LineWindow.expanded(String(scalars.dropFirst(column - 1)))
    let room = DisplayWidth.of(before + after) <= width
    // Most of the room goes to what stands before, where a reader begins.
    let kept = room ? before : LineWindow.end(of: before, width * 2 / 3)
    text = kept + (room ? after : DisplayWidth.cut(after, to: width - DisplayWidth.of(kept)))
    mark = DisplayWidth.of(kept)
  }

  private static func expanded(_ text: String) -> String { text.replacing("\t", with: "  ") }

  /// The last characters that fit, with an ellipsis where something is missing.
  private static func end(of text: String, _ width: Int) -> String {
    guard DisplayWidth.of(text) > width else { return text }
    var kept = ""
    for character in text.reversed() where DisplayWidth.of(kept) + 1 < width {
      kept.insert(character, at: kept.startIndex)
    }
    return "…" + kept
  }
}
