import BookingHost

/// Refused attempts, newest first: when, what was asked for, and which lines refused it.
struct RefusedAttemptsText {
  let attempts: [RefusedAttempt]
  let showsRestaurant: Bool
  let style: Style

  var text: String {
    if attempts.isEmpty { return style.dim("Nothing was refused.") }
    let hint = style.dim("To see why: host-cli rules explain --decision ID")
    return attempts.map(block).joined(separator: "\n") + "\n\n" + hint
  }

  /// Two lines each: an id is long.
  private func block(_ attempt: RefusedAttempt) -> String {
    let local = attempt.restaurant.zone.local(attempt.decision.createdAt)
    let place = showsRestaurant ? "  " + Plain.text(attempt.restaurant.name) : ""
    let head = "\(style.bold("\(Words.shortDate(local.date)) \(local.time)"))\(place)  \(asked(attempt))"
    let issues = attempt.decision.issues.filter { $0.severity != .warn }
    let rows = issues.map { [Plain.text($0.code), style.dim($0.rule.map(Plain.text) ?? "the host")] }
    let id = "  " + style.dim(attempt.decision.id)
    return head + "\n" + Table(rows: rows, indent: "    ").text + "\n  " + id
  }

  /// `ops, 13 for Sun 22 Nov 19:00`
  private func asked(_ attempt: RefusedAttempt) -> String {
    let draft = attempt.asked ?? Draft()
    let party = draft[Field.party].map(Words.answer) ?? "?"
    let date =
      draft[Field.date]?.text.map { text in CivilDate(text).map(Words.shortDate) ?? text } ?? "no date"
    let time = draft[Field.time]?.text ?? "no time"
    return Plain.text("\(attempt.decision.mode): party of \(party), \(date) \(time)")
  }
}
