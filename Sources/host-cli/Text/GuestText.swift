import BookingHost

/// Guests as a list.
struct GuestListText {
  let guests: [Guest]
  let style: Style
  var showsRestaurant = false

  var text: String {
    let heading =
      ["Guest", "Name", "Visits", "No-shows", "Upcoming", "Points", "Contact", "Tags"]
      + (showsRestaurant ? ["Restaurant"] : [])
    return Table(rows: [heading.map(style.dim)] + guests.map(row), right: [2, 3, 4, 5]).text
  }

  private func row(_ guest: Guest) -> [String] {
    let given = [guest.email == nil ? nil : "email", guest.phone == nil ? nil : "phone"].compactMap { $0 }
    return [
      Plain.text(GuestText.short(guest.id)), style.bold(DisplayWidth.cut(Plain.text(guest.name), to: 28)),
      "\(guest.visits)", "\(guest.noShows)", "\(guest.upcoming)", "\(guest.points)",
      given.isEmpty ? style.dim("none") : given.joined(separator: ", "),
      Plain.text(guest.tags.joined(separator: " ")),
    ] + (showsRestaurant ? [Plain.text(guest.restaurant.slug)] : [])
  }
}

/// One guest as an aligned block.
struct GuestText {
  let guest: Guest
  let style: Style

  /// As much of an id as tells guests apart and can be typed.
  static func short(_ id: String) -> String { String(id.prefix(8)) }

  var block: String {
    let title = "\(style.bold(Plain.text(guest.name)))  \(style.dim(Plain.text(guest.id)))"
    return title + "\n"
      + Table(rows: rows.map { label, value in [style.dim(DisplayWidth.pad(label, to: 10)), value] }).text
  }

  func detail(_ file: GuestFile, zone: Zone) -> String {
    var parts = [block]
    if !file.bookings.isEmpty {
      parts.append(BookingListText(bookings: file.bookings, style: style).text)
    }
    if !file.history.isEmpty {
      parts.append(Table(rows: file.history.map { line($0, zone) }).text)
    }
    return parts.joined(separator: "\n\n")
  }

  private func line(_ entry: HistoryEntry, _ zone: Zone) -> [String] {
    let local = zone.local(entry.at)
    let words = entry.action.split(separator: ".").last.map(String.init) ?? entry.action
    let fields = entry.fields.isEmpty ? "" : ": " + entry.fields.joined(separator: ", ")
    return [
      style.dim("\(Words.shortDate(local.date)) \(local.time)"), Plain.text(words + fields),
      Plain.text(entry.staffEmail ?? entry.staffID ?? "by itself"),
    ]
  }

  private var rows: [(String, String)] {
    var rows = [("Restaurant", Plain.text(guest.restaurant.name))]
    if let email = guest.email { rows.append(("Email", Plain.text(email))) }
    if let phone = guest.phone { rows.append(("Phone", Plain.text(phone))) }
    if !guest.tags.isEmpty { rows.append(("Tags", Plain.text(guest.tags.joined(separator: " ")))) }
    if let allergies = guest.allergies { rows.append(("Allergies", style.yellow(Plain.text(allergies)))) }
    if let notes = guest.notes { rows.append(("Notes", Plain.text(notes))) }
    let count = [
      "\(guest.visits) \(guest.visits == 1 ? "visit" : "visits")",
      "\(guest.noShows) \(guest.noShows == 1 ? "no-show" : "no-shows")", "\(guest.upcoming) to come",
      "\(guest.points) points",
    ]
    rows.append(("Counts", count.joined(separator: ", ")))
    if guest.erasedAt != nil { rows.append(("Erased", style.dim("what is left is nobody's"))) }
    return rows
  }
}
