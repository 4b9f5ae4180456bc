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
    return ([head] + changes(acceptance) + lines(result)).joined(separator: "\n")
  }

  private func changes(_ acceptance: Acceptance) -> [String] {
    if let obstacle = acceptance.obstacle {
      let told = if case .failed(let differences) = acceptance.result.outcome { differences } else { [] as [RuleTestDifference] }
      let rows = told.map { [$0.what, Plain.text($0.expected), "→ " + Plain.text($0.actual)] }
      let note = "  " + style.yellow("by hand: \(Plain.text(obstacle))")
      return (rows.isEmpty ? [] : [Table(rows: rows).text]) + [note]
    }
    let rows = acceptance.changes.map {
      [$0.what, style.red(Plain.text($0.before)), "→ " + style.green(Plain.text($0.after))]
    }
    return [Table(rows: rows).text]
  }

  private func lines(_ result: RuleTestResult) -> [String] {
    let rows = result.deciding.map { decided in
      let source = decided.rule.flatMap(RulePlace.init).flatMap(sources.line)
      return [decided.rule ?? "the host", decided.what, source.map { style.dim(Plain.text($0)) } ?? ""]
    }
    return rows.isEmpty ? [] : [Table(rows: rows).text]
  }

  func summary(_ decisions: [(acceptance: Acceptance, reason: String?)], _ report: RuleTestReport) -> String {
    if decisions.isEmpty {
      let unusable = report.results.filter { $0.position == 0 }.map(\.place.description)
      if !unusable.isEmpty { return style.red("not ok") + "  cannot be used: \(Words.list(unusable))" }
      return style.green("ok") + "  every case passes; there is nothing to accept"
    }
    let accepted = decisions.count { $0.reason == nil }
    let left = decisions.filter { $0.reason != nil }
    var lines = [accepted > 0 ? "\(style.green("ok"))  \(Words.count(accepted, "case")) rewritten" : "nothing rewritten"]
    if !left.isEmpty {
      let rows = left.map { [$0.acceptance.result.place.description, Plain.text($0.reason ?? "")] }
      lines.append("\(style.yellow("left"))  \(Words.count(left.count, "case")):\n" + Table(rows: rows).text)
    }
    return lines.joined(separator: "\n")
  }
}
