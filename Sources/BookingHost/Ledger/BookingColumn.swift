/// The columns of bookings as they go out and come in, in the order in which they are written. Names are those of
/// the rules, and the same in CSV and in JSON Lines.
package enum BookingColumn: String, CaseIterable, Hashable, Sendable {
  /// The slug.
  case restaurant
  case reference
  /// The calendar date and the wall clock at the restaurant.
  case date, time
  /// How long the table is taken.
  case minutes
  case party, covers
  case status
  case name, email, phone
  case notes
  case staffNotes = "staff_notes"
  case seating
  case bookingType = "booking_type"
  case marketingOptIn = "marketing_opt_in"
  case source, label
  case mode
  /// RFC 3339.
  case bookedAt = "booked_at"
  /// Answers to a mode's own fields, a JSON object.
  case answers

  /// What no row can do without; the restaurant may be named for all.
  package static let required: [BookingColumn] = [.date, .time, .party, .name]
}

/// One booking in its columns. What is empty is not there.
package typealias BookingCells = [BookingColumn: String]

/// How bookings are written down.
package enum BookingFormat: String, CaseIterable, Sendable {
  case csv, jsonl

  /// What a file's name says.
  package init?(path: String) {
    guard let dot = path.lastIndex(of: ".") else { return nil }
    switch path[path.index(after: dot)...].lowercased() {
    case "csv": self = .csv
    case "jsonl", "ndjson": self = .jsonl
    default: return nil
    }
  }
}

extension Booking {
  /// In columns, with everything that an import needs to make it again.
  package var cells: BookingCells {
    var cells: BookingCells = [
      .restaurant: restaurant.slug, .reference: reference, .date: start.date.description, .time: start.time,
      .minutes: String((endsAt.seconds - startsAt.seconds) / 60), .party: String(party),
      .covers: String(covers), .status: status.rawValue, .name: name, .source: source, .mode: mode,
      .bookedAt: zone.timestamp(createdAt),
    ]
    cells[.email] = email
    cells[.phone] = phone
    cells[.notes] = notes
    cells[.staffNotes] = staffNotes
    cells[.seating] = seating
    cells[.bookingType] = bookingType
    cells[.label] = label
    if marketingOptIn { cells[.marketingOptIn] = "yes" }
    if !answers.isEmpty { cells[.answers] = StoredAnswers.encode(answers) }
    return cells
  }
}
