import BookingHost

/// The line, in its order.
struct WaitlistText {
  let list: Waitlist
  let style: Style

  init(_ list: Waitlist, style: Style) {
    self.list = list
    self.style = style
  }

  var text: String {
    let name = style.bold(Plain.text(list.restaurant.name))
    guard !list.places.isEmpty else { return "\(name)  " + style.dim("Nobody waits.") }
    return Table(rows: [heading] + list.places.map(row), right: [0, 3]).text
  }

  private var heading: [String] {
    ["", "Id", "Name", "Party", "Since", "Told", "State", "Contact"].map(style.dim)
  }

  private func row(_ place: Waitlist.Place) -> [String] {
    let entry = place.entry
    let since = entry.zone.local(entry.addedAt).time
    let waited = max(0, ((entry.endedAt ?? list.now).seconds - entry.addedAt.seconds) / 60)
    return [
      place.position.map { "\($0)" } ?? "", style.bold(entry.code),
      DisplayWidth.cut(Plain.text(entry.name), to: 28), "\(entry.party)",
      "\(since) " + style.dim("(\(waited) min)"), "\(entry.quotedMinutes) min",
      WaitlistWords.state(entry, list.now, style), contact(entry),
    ]
  }

  private func contact(_ entry: WaitlistEntry) -> String {
    let given = [entry.phone.map(Plain.text), entry.email == nil ? nil : "email"].compactMap { $0 }
    return given.isEmpty ? style.dim("none") : given.joined(separator: ", ")
  }
}

/// One party, after something has happened to it.
struct WaitlistEntryText {
  let place: Waitlist.Place
  let effects: [StoredEffect]
  let now: Instant
  let style: Style

  init(_ place: Waitlist.Place, effects: [StoredEffect], now: Instant, style: Style) {
    self.place = place
    self.effects = effects
    self.now = now
    self.style = style
  }

  private var entry: WaitlistEntry { place.entry }

  func text(seatedWith booking: Booking?) -> String {
    let party = "\(Plain.text(entry.name)), party of \(entry.party)"
    let title = "\(style.bold(entry.code))  \(WaitlistWords.state(entry, now, style))  \(party)"
    let details = ([line] + effects.map { EffectText($0, style: style).line }).compactMap { $0 }
    let block = ([title] + details.map { "  " + $0 }).joined(separator: "\n")
    guard let booking else { return block }
    return block + "\n" + BookingText(booking, style: style).confirmation(isDuplicate: false)
  }

  private var line: String? {
    switch entry.state {
    case .waiting:
      let place = place.position.map { ", place \($0) in the line" } ?? ""
      return entry.quotedMinutes == 0
        ? "there is room now\(place)" : "about \(entry.quotedMinutes) minutes\(place)"
    case .called: return entry.heldUntil.map { "the table is kept until \(entry.zone.local($0).time)" }
    case .seated, .left: return nil
    }
  }
}

enum WaitlistWords {
  static func state(_ entry: WaitlistEntry, _ now: Instant, _ style: Style) -> String {
    switch entry.state {
    case .waiting: return entry.hasReturned ? "waiting again" : "waiting"
    case .called where entry.isOverdue(now):
      return style.red("called, overdue since \(entry.heldUntil.map { entry.zone.local($0).time } ?? "")")
    case .called: return style.yellow("called")
    case .seated: return style.green("seated") + (entry.booking.map { " (\($0))" } ?? "")
    case .left: return style.dim("left" + (entry.reason.map { ": " + Plain.text($0) } ?? ""))
    }
  }

  /// What to type when guests at the door cannot be seated and could wait.
  static func offer(_ offer: WaitOffer, restaurant: String?, draft: Draft) -> String {
    let place = offer.position == 1 ? "first in the line" : "place \(offer.position) in the line"
    var words = ["host-cli", "waitlist", "add"]
    if let restaurant { words += ["--restaurant", quoted(restaurant)] }
    for (option, key) in [
      ("party", Field.party), ("name", Field.name), ("email", Field.email), ("phone", Field.phone),
      ("notes", Field.notes), ("seating", Field.seating),
    ] {
      guard let answer = draft[key] else { continue }
      words += ["--\(option)", quoted(Words.answer(answer))]
    }
    return "They can wait: about \(offer.quotedMinutes) minutes, \(place).\n  " + words.joined(separator: " ")
  }

  /// As a shell takes it for one word.
  private static func quoted(_ text: String) -> String {
    let plain = Plain.text(text)
    let isSafe = plain.unicodeScalars.allSatisfy {
      $0.isASCII
        && ($0.properties.isAlphabetic || ("0"..."9").contains($0) || "-_.@+".unicodeScalars.contains($0))
    }
    return isSafe && !plain.isEmpty ? plain : "'" + plain.replacing("'", with: "'\\''") + "'"
  }
}
