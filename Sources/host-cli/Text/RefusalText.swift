import BookingHost

/// Why something was refused, for a person.
struct RefusalText {
  let refusal: Refusal
  let style: Style

  init(_ refusal: Refusal, style: Style) {
    self.refusal = refusal
    self.style = style
  }

  var text: String {
    let blocking = refusal.issues.filter { $0.severity != .warn }
    var lines: [String]
    if blocking.count == 1, !refusal.isOverridable {
      lines = ["\(style.red("error:")) \(sentence(blocking[0]))"]
    } else {
      let title = refusal.isOverridable ? "this needs an override" : "this cannot be done as it is"
      lines = ["\(style.red("error:")) \(title):", IssueText.table(blocking, style: style)]
    }
    if let others = refusal.alternatives, !others.isEmpty {
      lines.append("What would work instead:")
      lines.append(AlternativeText(others, style: style).table)
    }
    return lines.joined(separator: "\n")
  }

  private func sentence(_ issue: Issue) -> String {
    "\(Plain.text(issue.message)) \(style.dim("(\(Plain.text(issue.code)))"))"
  }
}

/// Findings in aligned lines.
enum IssueText {
  static func table(_ issues: [Issue], style: Style) -> String {
    let rows = issues.map { issue in
      let who = issue.severity.role.map { " (\($0.rawValue) may override, with a reason)" } ?? ""
      return [Plain.text(issue.message) + who, style.dim(Plain.text(issue.code))]
    }
    return Table(rows: rows).text
  }
}
