/// Moments as people write them, on a restaurant's clock.
package enum MomentText {
  /// Reads `now`, `19:30` (today; the day after where that is not after `earliest`), `2026-12-01 18:00`,
  /// `fri 18:00`, a date (its beginning), and a timestamp with its offset. Of a minute that the clock shows twice
  /// the first is meant. Nil for anything else, and for what the clock skips.
  package static func read(_ text: String, zone: Zone, now: Instant, after earliest: Instant?) -> Instant? {
    let text = Text.trimmed(text)
    let today = zone.local(now).date
    if HumanTime.isNow(text) { return now }
    if let moment = timestamp(text) { return moment }
    if let minute = HumanTime.minute(text) {
      let day = earliest.map { zone.local($0).date } ?? today
      return [day, day.adding(days: 1)].lazy
        .compactMap { zone.instants(of: LocalDateTime(date: $0, minute: minute)).first }
        .first { moment in earliest.map { moment > $0 } ?? true }
    }
    if let date = HumanDate.read(text, today: today) { return zone.beginning(of: date) }
    let parts = text.split(maxSplits: 1, whereSeparator: { $0 == " " || $0 == "T" })
    guard parts.count == 2, let date = HumanDate.read(String(parts[0]), today: today),
      let minute = HumanTime.minute(String(parts[1]))
    else { return nil }
    return zone.instants(of: LocalDateTime(date: date, minute: minute)).first
  }

  /// RFC 3339: `2026-12-01T18:00:00+00:00`, `2026-12-01T18:00Z`.
  private static func timestamp(_ text: String) -> Instant? {
    let pattern =
      /([0-9]{4}-[0-9]{2}-[0-9]{2})[Tt]([0-9]{2}:[0-9]{2})(?::([0-5][0-9]))?(Z|z|[+-][0-9]{2}:[0-9]{2})/
    guard let match = text.wholeMatch(of: pattern), let date = CivilDate(match.1),
      let minute = ClockTime.minute(match.2)
    else { return nil }
    let seconds = LocalDateTime(date: date, minute: minute).totalMinutes * 60 + (digits(match.3 ?? "") ?? 0)
    if match.4.lowercased() == "z" { return Instant(seconds: seconds) }
    guard let offset = ClockTime.minute(match.4.dropFirst()) else { return nil }
    return Instant(seconds: seconds - (match.4.hasPrefix("-") ? -1 : 1) * offset * 60)
  }
}
