import BookingHost

/// What `rules accept` shows: each case as it expects and as it is answered now.
struct AcceptanceText {
  let sources: SourceLines
  let style: Style

  init(_ rules: RuleBook, style: Style) {
    sources = SourceLines(rules.files.texts)
    self.style = style
  }

  func paragraph(_ acceptance: Acceptance) -> String {
    let result = acceptance.result
    let isGuard = result.isGuard ? "  " + style.yellow("guard") : ""
    let head = "\(style.bold(result.place.description))  \(Plain.text(result.name))\(isGuard)"
    let lines = DecidingLines(deciding: result.deciding, sources: sources, style: style)
    return ([head] + changes(acceptance) + lines.texts).joined(separator: "\n")
  }

  private func changes(_ acceptance: Acceptance) -> [String] {
    guard let obstacle = acceptance.obstacle else {
      return [table(acceptance.changes.map { .init(what: $0.what, before: $0.before, after: $0.after) })]
    }
    let note = "    " + style.yellow("by hand: \(Plain.text(obstacle))")
    guard case .failed(let told) = acceptance.result.outcome else { return [note] }
    return [table(told.map { .init(what: $0.what, before: $0.expected, after: $0.actual) }), note]
  }

  private func table(_ rows: [DifferenceTable.Row]) -> String {
    DifferenceTable(heads: ("so far", "now"), rows: rows, style: style).text
  }

  func summary(_ decisions: [(acceptance: Acceptance, reason: String?)], _ report: RuleTestReport) -> String {
    if decisions.isEmpty {
      let unusable = report.results.filter { $0.position == 0 }.map(\.place.description)
      if !unusable.isEmpty { return style.red("not ok") + "  cannot be used: \(Words.list(unusable))" }
      return style.green("ok") + "  every case passes; there is nothing to accept"
    }
    let accepted = decisions.count { $0.reason == nil }
    let left = decisions.filter { $0.reason != nil }
    var lines = [
      accepted > 0 ? "\(style.green("ok"))  \(Words.count(accepted, "case")) rewritten" : "nothing rewritten"
    ]
    if !left.isEmpty {
      let rows = left.map { [$0.acceptance.result.place.description, Plain.text($0.reason ?? "")] }
      lines.append("\(style.yellow("left"))  \(Words.count(left.count, "case")):\n" + Table(rows: rows).text)
    }
    return lines.joined(separator: "\n")
  }
}
