import BookingHost

/// What became of the test files, for people: a line for each file, then everything that is not as promised,
/// with the line of the rules that decided.
struct RuleTestText {
  let report: RuleTestReport
  let sources: SourceLines
  let style: Style
  let isVerbose: Bool

  init(_ report: RuleTestReport, _ rules: RuleBook, style: Style, isVerbose: Bool) {
    self.report = report
    sources = SourceLines(rules.files.texts)
    self.style = style
    self.isVerbose = isVerbose
  }

  var text: String {
    let told = report.results.filter { isVerbose || $0.outcome != .passed }
    let parts = [files] + told.map(paragraph) + [total]
    return parts.filter { !$0.isEmpty }.joined(separator: told.isEmpty ? "\n" : "\n\n")
  }

  private var files: String {
    let byFile = Dictionary(grouping: report.results, by: \.place.file)
    return Table(
      rows: byFile.keys.sorted().map { file in
        let results = byFile[file] ?? []
        return [Plain.text(file)] + counts(RuleTestReport(results: results))
      }, right: [1]
    ).text
  }

  private func counts(_ report: RuleTestReport) -> [String] {
    let troubles = [(report.failed, "failed"), (report.broken, "broken")].filter { $0.0 > 0 }
    let words = troubles.map { style.red("\($0.0) \($0.1)") }.joined(separator: ", ")
    return ["\(report.passed) passed"] + (words.isEmpty ? [] : [words])
  }

  private var total: String {
    guard !report.results.isEmpty else { return "" }
    let count = Words.count(report.results.count, "case")
    if report.allPass { return "\(style.green("ok"))  \(count) passed" }
    let words = [(report.failed, "failed"), (report.broken, "broken")].filter { $0.0 > 0 }
      .map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    return "\(style.red("not ok"))  \(words) of \(count)"
  }

  // MARK: One case

  private func paragraph(_ result: RuleTestResult) -> String {
    switch result.outcome {
    case .passed: return headline(result, style.green("✓"))
    case .broken(let sentence):
      return headline(result, style.red("✗")) + "\n    " + Plain.text(sentence)
    case .failed(let differences):
      return ([headline(result, style.red("✗")), table(differences)] + lines(result.deciding))
        .joined(separator: "\n")
    }
  }

  private func headline(_ result: RuleTestResult, _ mark: String) -> String {
    let about = [result.mode, result.isGuard && result.position > 0 ? "guard" : nil].compactMap { $0 }
    let after = about.isEmpty ? "" : "  " + style.dim("(\(about.joined(separator: ", ")))")
    let name = result.position > 0 ? Plain.text(result.name) : "this test file cannot be used"
    return "\(mark) \(style.bold(result.place.description))  \(name)\(after)"
  }

  /// Side by side where there is room, else one above the other.
  private func table(_ differences: [RuleTestDifference]) -> String {
    let head = ["", style.dim("expected"), style.dim("actual")]
    let rows = differences.map {
      [$0.what, style.green(Plain.text($0.expected)), style.red(Plain.text($0.actual))]
    }
    let widths = (0..<3).map { column in rows.map { DisplayWidth.of($0[column]) }.max() ?? 0 }
    if widths.reduce(8, +) <= Terminal.width { return Table(rows: [head] + rows, indent: "    ").text }
    let stacked = rows.flatMap { [[$0[0], head[1], $0[1]], ["", head[2], $0[2]]] }
    return Table(rows: stacked, indent: "    ").text
  }

  /// The lines that decided, as they are written.
  private func lines(_ deciding: [RuleTestResult.Deciding]) -> [String] {
    guard !deciding.isEmpty else { return [] }
    let rows = deciding.map { decided in
      let source = decided.rule.flatMap(RulePlace.init).flatMap(sources.line)
      return [decided.rule ?? "the host", decided.what, source.map { style.dim(Plain.text($0)) } ?? ""]
    }
    return [Table(rows: rows, indent: "    ").text]
  }
}

/// Rule files by their lines, for showing one.
struct SourceLines {
  private let lines: [String: [Substring]]

  init(_ texts: [String: String]) {
    lines = texts.mapValues { $0.split(separator: "\n", omittingEmptySubsequences: false) }
  }

  /// The text of a line without its indentation; nil when there is none.
  func line(_ place: RulePlace) -> String? {
    guard let all = lines[place.file], all.indices.contains(place.line - 1) else { return nil }
    return Text.trimmed(String(all[place.line - 1]))
  }
}
