import BookingHost

/// An explanation for people: the outcome, then each finding and effect with the line behind it.
struct ExplanationText {
  let explanation: ExplanationJSON
  let style: Style

  init(_ explanation: ExplanationJSON, style: Style) {
    self.explanation = explanation
    self.style = style
  }

  var text: String {
    ([headline] + failure + issues + effects + [style.dim(provenance)]).joined(separator: "\n")
  }

  private var headline: String {
    switch explanation.outcome {
    case "confirmed", "pending": style.green(explanation.outcome)
    case "override": style.yellow("override") + "  (passes with a reason, for the role named below)"
    default: style.red(explanation.outcome)
    }
  }

  private var failure: [String] {
    guard let error = explanation.error else { return [] }
    let place = error.rule.map { "\($0): " } ?? ""
    return ["  \(style.bold(error.code))  \(place)\(Plain.text(error.message))"]
  }

  private var issues: [String] {
    guard explanation.error == nil, !explanation.issues.isEmpty else { return [] }
    return [
      Table(
        rows: explanation.issues.map { issue in
          let severity = issue.role.map { "override by \($0)" } ?? issue.severity
          return [severity, issue.code, issue.rule ?? "the host", Plain.text(issue.message)]
        }
      ).text
    ]
  }

  private var effects: [String] {
    guard !explanation.effects.isEmpty else { return [] }
    return [
      Table(
        rows: explanation.effects.map { effect in
          let what = effect.template ?? effect.channel ?? effect.event ?? effect.points.map(String.init) ?? ""
          let state = effect.reason.map { "\(effect.state): \(Plain.text($0))" } ?? effect.state
          return ["then", "\(effect.kind) \(what)", effect.rule ?? "", state]
        }
      ).text
    ]
  }

  private var provenance: String {
    let revision = explanation.revision.map { "revision \($0.prefix(12)), " } ?? ""
    return "  \(revision)at \(explanation.now)"
  }
}
