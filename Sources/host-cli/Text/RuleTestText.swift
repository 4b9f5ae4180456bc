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
      let rows = differences.map {
        DifferenceTable.Row(what: $0.what, before: $0.expected, after: $0.actual)
      }
      let table = DifferenceTable(heads: ("expected", "actual"), rows: rows, style: style)
      let lines = DecidingLines(deciding: result.deciding, sources: sources, style: style)
      return ([headline(result, style.red("✗")), table.text] + lines.texts).joined(separator: "\n")
    }
  }

  private func headline(_ result: RuleTestResult, _ mark: String) -> String {
    let about = [result.mode, result.isGuard && result.position > 0 ? "guard" : nil].compactMap { $0 }
    let after = about.isEmpty ? "" : "  " + style.dim("(\(about.joined(separator: ", ")))")
    let name = result.position > 0 ? Plain.text(result.name) : "this test file cannot be used"
    return "\(mark) \(style.bold(result.place.description))  \(name)\(after)"
  }
}
