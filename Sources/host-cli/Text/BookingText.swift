import BookingHost

/// A booking as an aligned block.
struct BookingText {
  let booking: Booking
  let style: Style

  init(_ booking: Booking, style: Style) {
    self.booking = booking
    self.style = style
  }

  /// What is shown when a booking has just been made.
  func confirmation(isDuplicate: Bool) -> String {
    let title =
      switch booking.status {
      case .pending: style.yellow("Booked, to be confirmed")
      case .checkedIn: style.green("Booked and seated")
      default: style.green("Booked and confirmed")
      }
    let note = isDuplicate ? "  " + style.dim("(it had been booked before; nothing was added)") : ""
    return "\(title)  \(style.bold(booking.reference))\(note)\n\(block(guestRows + stateRows))"
  }

  /// What is shown when something has just happened to it.
  func step(_ warnings: [Issue]) -> String {
    let word = Words.status(booking.status)
    let title = "\(style.bold(booking.reference))  \(style.green(word))"
    let minds = warnings.map { "\(style.yellow("mind:")) \(Plain.text($0.message))" }
    return ([title, block(guestRows + stateRows)] + minds).joined(separator: "\n")
  }

  /// Everything there is to know of it.
  var detail: String {
    let title = "\(style.bold(booking.reference))  \(Words.status(booking.status))"
    return "\(title)\n\(block(guestRows + ownRows + stateRows + originRows))"
  }

  private func block(_ rows: [(String, String)]) -> String {
    Table(rows: rows.map { label, value in [style.dim(DisplayWidth.pad(label, to: 10)), value] }).text
  }

  private var guestRows: [(String, String)] {
    var rows = [
      ("Restaurant", Plain.text(booking.restaurant.name)), ("When", when),
      ("Party", party), ("Name", Plain.text(booking.name)),
    ]
    if let email = booking.email { rows.append(("Email", Plain.text(email))) }
    if let phone = booking.phone { rows.append(("Phone", Plain.text(phone))) }
    if let table = booking.table { rows.append(("Table", Plain.text(table))) }
    if let seating = booking.seating { rows.append(("Seating", Plain.text(seating))) }
    if let notes = booking.notes { rows.append(("Notes", Plain.text(notes))) }
    return rows
  }

  private var stateRows: [(String, String)] {
    var rows: [(String, String)] = []
    if let label = booking.label { rows.append(("Label", Plain.text(label))) }
    let warnings = booking.issues.filter { $0.severity == .warn }
    rows += warnings.map { ("Mind", style.yellow(Plain.text($0.message))) }
    if let override = booking.override { rows.append(("Override", Plain.text(override.reason))) }
    for (index, effect) in booking.effects.enumerated() {
      rows.append((index == 0 ? "Then" : "", EffectText(effect, style: style).line))
    }
    if booking.email == nil { rows.append(("", Words.noConfirmation)) }
    return rows
  }

  private var ownRows: [(String, String)] {
    var rows = booking.answers.sorted { $0.key < $1.key }.map { name, answer -> (String, String) in
      let label = name.prefix(1).uppercased() + name.dropFirst().replacing("_", with: " ")
      return (label, Plain.text(Words.answer(answer)))
    }
    if let type = booking.bookingType { rows.append(("Type", Plain.text(type))) }
    if let notes = booking.staffNotes { rows.append(("For staff", Plain.text(notes))) }
    rows.append(("News", booking.marketingOptIn ? "may be sent" : "not wanted"))
    return rows
  }

  private var originRows: [(String, String)] {
    let by = booking.staff.map { "\($0.role.rawValue) \($0.id)" } ?? "the guest"
    return [
      ("Source", "\(booking.source) (\(booking.mode)), by \(by)"),
      ("Booked", booking.zone.timestamp(booking.createdAt)),
      ("Rules", String(booking.revision.prefix(12))), ("Id", booking.id),
    ]
  }

  private var when: String {
    let night =
      booking.serviceDate == booking.start.date
      ? "" : style.dim("  (\(Words.weekday(booking.serviceDate)) night)")
    return "\(Words.date(booking.start.date)), \(booking.start.time) to \(booking.end.time)\(night)"
  }

  private var party: String {
    booking.covers == booking.party ? "\(booking.party)" : "\(booking.party) (counts as \(booking.covers))"
  }
}

/// An effect in one line: `email "confirmation": skipped, no email address was given`.
struct EffectText {
  let effect: StoredEffect
  let style: Style

  init(_ effect: StoredEffect, style: Style) {
    self.effect = effect
    self.style = style
  }

  var line: String {
    let reason = effect.reason.map { ", \($0)" } ?? ""
    return Plain.text("\(what): ") + state + Plain.text(reason)
  }

  private var what: String {
    switch effect.effect.action {
    case .email(let template, _): "email \"\(template)\""
    case .loyalty(let points, _): "loyalty \(points) points"
    case .notify(let channel, _): "notify \(channel)"
    case .webhook(let event): "webhook \(event)"
    case .none(let kind): kind
    }
  }

  private var state: String {
    let word = effect.state.rawValue
    switch effect.state {
    case .queued, .sending: return style.cyan(word)
    case .delivered: return style.green(word)
    case .failed: return style.red(word)
    case .skipped: return style.dim(word)
    }
  }
}
