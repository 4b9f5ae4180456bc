import BookingHost

/// An explanation for people: the outcome, each finding with its line, then the lines themselves with what
/// they made of this booking, then what follows and what would work instead.
struct ExplanationText {
  let explanation: Explanation
  let stored: StoredQuestion?
  let full: Bool
  let style: Style

  init(_ explanation: Explanation, of stored: StoredQuestion? = nil, full: Bool, style: Style) {
    self.explanation = explanation
    self.stored = stored
    self.full = full
    self.style = style
  }

  var text: String {
    ([[headline], findings, remark] + sources + [effects, alternatives, otherCalls, [style.dim(provenance)]])
      .filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
  }

  // MARK: The verdict

  private var headline: String {
    let outcome = explanation.outcome.rawValue
    switch explanation.outcome {
    case .confirmed, .pending: return style.bold(style.green(outcome)) + subject
    case .override: return style.bold(style.yellow("override")) + overrideHint + subject
    case .refused: return style.bold(style.red(outcome)) + subject
    }
  }

  private var overrideHint: String {
    let role = explanation.issues.compactMap(\.issue.severity.role).max()
    return role.map { "  \(Words.article($0)) may let it pass, with a reason" } ?? ""
  }

  /// Which booking or attempt it is about.
  private var subject: String {
    guard let stored else { return "" }
    let local = stored.restaurant.zone.local(stored.decision.createdAt)
    let name = stored.booking.map { "booking \($0.reference)" } ?? "attempt"
    let draft = stored.question.draft
    let party = draft[Field.party].map { "party of \(Plain.text(Words.answer($0)))" }
    let date = draft[Field.date]?.text.map { text in CivilDate(text).map(Words.date) ?? Plain.text(text) }
    let plan = [party, date, draft[Field.time]?.text.map(Plain.text)].compactMap { $0 }.joined(
      separator: ", ")
    return "  \(name) of \(Words.date(local.date)), \(local.time)" + (plan.isEmpty ? "" : "\n  \(plan)")
  }

  private var findings: [String] {
    if let error = explanation.error {
      let row = [
        style.red("✗ ") + style.bold(error.kind.rawValue), place(error.rule), Plain.text(error.message),
      ]
      return [Table(rows: [row]).text]
    }
    guard !explanation.issues.isEmpty else { return [] }
    return [Table(rows: explanation.issues.map(row)).text]
  }

  private func row(_ explained: ExplainedIssue) -> [String] {
    let issue = explained.issue
    let who = issue.severity.role.map { "\($0.rawValue) may override: " } ?? ""
    let message = issue.message.isEmpty ? "(what was told was not kept)" : issue.message
    return [
      SourceText.mark(issue, style) + " " + style.bold(Plain.text(issue.code)), place(explained.place),
      Plain.text(who + message),
    ]
  }

  private func place(_ rule: String?) -> String {
    rule.map { style.cyan(Plain.text($0)) } ?? style.dim("the host")
  }

  private var remark: [String] {
    guard let remark = explanation.remark else { return [] }
    return DisplayWidth.wrap(Plain.text(remark), to: max(40, Terminal.width - 4)).map {
      "  " + style.yellow($0)
    }
  }

  // MARK: Lines

  private var sources: [[String]] {
    explanation.files.map { SourceText($0, full: full, style: style).lines }
  }

  // MARK: What follows

  private var effects: [String] {
    guard !explanation.effects.isEmpty else { return [] }
    let rows = explanation.effects.map { stored in
      [EffectText(stored, style: style).line, place(stored.effect.rule)]
    }
    return [style.bold("Then"), Table(rows: rows).text]
  }

  private var alternatives: [String] {
    guard !explanation.alternatives.isEmpty else { return [] }
    return [
      style.bold("What would work instead"), AlternativeText(explanation.alternatives, style: style).table,
    ]
  }

  private var otherCalls: [String] {
    let others = explanation.calls.filter { !$0.matters }
    guard !others.isEmpty else { return [] }
    let rows = others.map { call in
      let results =
        call.results.isEmpty ? "nothing" : call.results.map(SourceText.words).joined(separator: ", ")
      return [Plain.text(call.name), style.cyan(Plain.text(call.place.description)), results]
    }
    return [style.bold("Asked on the way"), Table(rows: rows).text]
  }

  private var provenance: String {
    let revision = explanation.revision.map { ", revision \($0.prefix(12))" } ?? ""
    return "by \(Plain.text(explanation.mode)).lua\(revision), at \(explanation.now)"
  }
}
