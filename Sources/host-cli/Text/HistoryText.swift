import BookingHost

/// What has been done to a booking, a line each.
struct HistoryText {
  let booking: Booking
  let history: [HistoryEntry]
  let style: Style

  var text: String {
    let title = "\(style.bold(booking.reference))  \(Words.status(booking.status))"
    return title + "\n" + Table(rows: history.map(row)).text
  }

  private func row(_ entry: HistoryEntry) -> [String] {
    let local = booking.zone.local(entry.at)
    return [
      style.dim("\(Words.shortDate(local.date)) \(local.time)"), what(entry), by(entry),
      Plain.text(why(entry)),
    ]
  }

  private func what(_ entry: HistoryEntry) -> String {
    let action = entry.action.split(separator: ".").last.map(String.init) ?? entry.action
    let words = Plain.text(action.replacing("_", with: " "))
    if entry.action == "booking.undone", let from = entry.from, let to = entry.to {
      return "\(words): \(Words.status(from)) → \(Words.status(to))"
    }
    guard !entry.fields.isEmpty else { return words }
    return "\(words): \(changes(entry))"
  }

  /// `time 19:00 → 19:30, notes`: what stood there only where it is nobody's personal data.
  private func changes(_ entry: HistoryEntry) -> String {
    let fields = entry.fields.map { field -> String in
      guard let before = entry.before, let after = entry.after else { return field }
      switch field {
      case Field.date: return "date \(before.date) → \(after.date)"
      case Field.time: return "time \(before.time) → \(after.time)"
      case Field.party: return "party \(before.party) → \(after.party)"
      default: return field.replacing("_", with: " ")
      }
    }
    return Plain.text(fields.joined(separator: ", "))
  }

  private func by(_ entry: HistoryEntry) -> String {
    guard let id = entry.staffID else { return style.dim("the guest") }
    return Plain.text(entry.staffEmail ?? id) + (entry.staffRole.map { style.dim(" (\($0.rawValue))") } ?? "")
  }

  private func why(_ entry: HistoryEntry) -> String {
    [entry.reason, entry.overrideReason.map { "override: \($0)" }].compactMap { $0 }.joined(separator: "; ")
  }
}
