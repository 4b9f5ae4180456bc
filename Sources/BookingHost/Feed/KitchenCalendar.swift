/// The bookings of a restaurant as a calendar that others subscribe to (RFC 5545): for the kitchen, the office, and
/// whoever has the address.
///
/// The address is passed on, and calendars are kept by other companies. So there is in it what a kitchen plans by
/// (when, how many, where they sit) and the reference by which staff find the rest; no name, no contact, no notes.
package struct KitchenCalendar: Hashable, Sendable {
  var restaurant: Restaurant
  var entries: [Entry]

  /// What is shown of one booking.
  package struct Entry: Hashable, Sendable {
    package var id: String
    package var reference: String
    package var starts: Instant
    package var ends: Instant
    package var party: Int
    package var seating: String?
    package var isPending: Bool
    package var version: Int
    package var updatedAt: Instant
  }

  /// How far it reaches, in days before and after today.
  static let daysBefore = 7
  static let daysAfter = 180

  init(restaurant: Restaurant, entries: [Entry]) {
    self.restaurant = restaurant
    self.entries = entries
  }

  /// The file, its lines ended by CRLF. The same bookings give the same bytes. Times are in UTC, which needs no
  /// zone to be spelt out.
  var text: String {
    let heading = [
      CalendarLine.raw("BEGIN", "VCALENDAR"),
      CalendarLine.raw("VERSION", "2.0"),
      CalendarLine.raw("PRODID", "-//booking-host//booking-host//EN"),
      CalendarLine.raw("CALSCALE", "GREGORIAN"),
      CalendarLine.raw("METHOD", "PUBLISH"),
      CalendarLine.text("NAME", restaurant.name),
      CalendarLine.text("X-WR-CALNAME", restaurant.name),
      CalendarLine.raw("X-WR-TIMEZONE", restaurant.zone.identifier),
      CalendarLine.raw("REFRESH-INTERVAL;VALUE=DURATION", "PT15M"),
      CalendarLine.raw("X-PUBLISHED-TTL", "PT15M"),
    ]
    return heading.joined() + entries.map(event).joined() + CalendarLine.raw("END", "VCALENDAR")
  }

  private func event(_ entry: Entry) -> String {
    let seating = entry.seating.flatMap { $0 == "any" ? nil : ", \($0)" } ?? ""
    return [
      CalendarLine.raw("BEGIN", "VEVENT"),
      CalendarLine.text("UID", "\(entry.id)@calendar.\(restaurant.slug)"),
      CalendarLine.raw("SEQUENCE", String(entry.version - 1)),
      CalendarLine.raw("DTSTAMP", CalendarStamp.utc(entry.updatedAt)),
      CalendarLine.raw("LAST-MODIFIED", CalendarStamp.utc(entry.updatedAt)),
      CalendarLine.raw("DTSTART", CalendarStamp.utc(entry.starts)),
      CalendarLine.raw("DTEND", CalendarStamp.utc(entry.ends)),
      CalendarLine.text("SUMMARY", "\(entry.party)\(seating) · \(entry.reference)"),
      CalendarLine.raw("STATUS", entry.isPending ? "TENTATIVE" : "CONFIRMED"),
      CalendarLine.raw("TRANSP", "OPAQUE"),
      CalendarLine.raw("END", "VEVENT"),
    ].joined()
  }
}

/// The secret in a calendar's address: 128 random bits. The store knows its hash.
package struct CalendarSecret: Hashable, Sendable {
  /// 22 characters of base64url.
  package let text: String

  package static func random() -> CalendarSecret {
    CalendarSecret(text: Base64URL.encoded(RandomBytes.make(16)))
  }

  /// As it came back. Any text will do: one that was never given out opens nothing.
  package init(text: String) {
    self.text = text
  }

  /// SHA-256. Enough without a salt: nobody can try out 2^128 of them.
  package var hash: [UInt8] { Digest.sha256(text) }

  /// Where the server has the calendar.
  package var path: String { "/calendar/\(text).ics" }
}
