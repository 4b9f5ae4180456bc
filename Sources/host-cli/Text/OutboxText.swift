import BookingHost

/// Effects as a list, or one with its attempts.
struct OutboxText {
  let entries: [OutboxEntry]
  let style: Style
  let now: Instant

  var text: String {
    if entries.isEmpty { return style.dim("Nothing waits and nothing has failed.") }
    let heading = ["No", "Booking", "Effect", "Tried", "Due"].map(style.dim)
    return Table(rows: [heading] + entries.map(row), right: [0, 3], indent: "").text
  }

  func detail(_ entry: OutboxEntry, _ attempts: [EffectAttempt]) -> String {
    let rows = attempts.map { attempt in
      [
        Words.moment(attempt.at, now: now), attempt.outcome, Plain.text(attempt.reason ?? ""),
      ]
    }
    let tried = rows.isEmpty ? "  " + style.dim("Not tried yet.") : Table(rows: rows).text
    return text + "\n\n" + tried
  }

  private func row(_ entry: OutboxEntry) -> [String] {
    let due = entry.effect.state == .queued ? entry.effect.dueAt.map { Words.moment($0, now: now) } : nil
    return [
      "\(entry.id)", "\(entry.reference) \(style.dim(Plain.text(entry.restaurantSlug)))",
      EffectText(entry.effect, style: style).line, "\(entry.attempts)", due ?? "",
    ]
  }
}
