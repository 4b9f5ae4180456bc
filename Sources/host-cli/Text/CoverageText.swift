import BookingHost

/// What the tests reach of the rules, drawn beside the source: how often each line that counts was tried, and
/// what on it never was.
struct CoverageText {
  let coverage: RuleCoverage
  /// Rule files, text by path.
  let sources: [String: String]
  let style: Style
  /// Whether files that are covered through and through are drawn too.
  let isVerbose: Bool

  var text: String {
    let drawn = coverage.files.filter { isVerbose || $0.covered < $0.lines.count }
    let rows = coverage.files.map { [Plain.text($0.path)] + share($0.covered, $0.lines.count, $0.percent) }
    let total = [style.bold("total")] + share(coverage.covered, coverage.total, coverage.percent)
    let summary = Table(rows: rows + [total], right: [1, 2]).text
    return (drawn.map(drawing) + [summary]).joined(separator: "\n\n")
  }

  private func share(_ covered: Int, _ total: Int, _ percent: Int) -> [String] {
    let colour = covered == total ? style.green : style.red
    return [colour("\(percent) %"), "\(covered) of \(total)"]
  }

  private func drawing(_ file: RuleCoverage.File) -> String {
    let counted = Dictionary(uniqueKeysWithValues: file.lines.map { ($0.number, $0) })
    var lines = (sources[file.path] ?? "").split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    let digits = String(lines.count).count
    let widest = max(1, file.lines.map { String($0.hits).count }.max() ?? 1)
    let drawn = lines.enumerated().map { index, line in
      let number = DisplayWidth.pad(String(index + 1), to: digits, right: true)
      return draw(number, counted[index + 1], Plain.text(String(line)), widest)
    }
    return ([style.bold(Plain.text(file.path))] + drawn).joined(separator: "\n")
  }

  private func draw(_ number: String, _ counted: RuleCoverage.Line?, _ line: String, _ widest: Int) -> String
  {
    let hits = DisplayWidth.pad(counted.map { String($0.hits) } ?? "", to: widest, right: true)
    guard let counted else { return "  \(style.dim(number)) \(hits)   \(style.dim(line))" }
    if counted.isCovered { return "  \(style.dim(number)) \(style.green(hits))   \(line)" }
    let colour = counted.hits == 0 ? style.red : style.yellow
    let note = note(counted).map { "  \(style.dim("-- never:")) \(Plain.text($0))" } ?? ""
    return "  \(style.dim(number)) \(colour(hits + " !")) \(colour(line))\(note)"
  }

  /// What on a line was never tried, where the line itself does not say it.
  private func note(_ counted: RuleCoverage.Line) -> String? {
    let isWhole = counted.hits == 0
    let missing = counted.missing.filter {
      !isWhole || $0.utf8.allSatisfy { $0 == 95 || (97...122).contains($0) }
    }
    return missing.isEmpty ? nil : missing.joined(separator: ", ")
  }
}
