import Foundation

/// A booking as an entry of the guest's own calendar: an iCalendar file (RFC 5545).
///
/// Published, not requested (RFC 5546): a REQUEST would have mail programs ask the guest whether to accept what
/// they booked themselves, and send their answer to an address where nobody reads it. What is published and
/// later cancelled under the same identifier goes from the calendar again.
package struct CalendarEntry: Hashable, Sendable {
  package var method: Method
  /// The same for every version of a booking: `…@restaurant.example`.
  package var uid: String
  /// Counts up with every change; a calendar keeps the highest.
  package var sequence: Int
  /// When this file is made, the booking was made, and it was last changed.
  package var madeAt: Instant
  package var createdAt: Instant
  package var updatedAt: Instant
  package var starts: Instant
  package var ends: Instant
  package var zone: Zone
  package var summary: String
  package var description: String
  package var location: String
  package var organizer: MailAddress
  /// Where the booking can be seen and changed.
  package var url: String?

  package enum Method: String, Hashable, Sendable {
    case publish = "PUBLISH"
    case cancel = "CANCEL"
  }

  /// The file, its lines ended by CRLF.
  package var text: String {
    let lines = [
      CalendarLine.raw("BEGIN", "VCALENDAR"),
      CalendarLine.raw("VERSION", "2.0"),
      CalendarLine.raw("PRODID", "-//booking-host//booking-host//EN"),
      CalendarLine.raw("CALSCALE", "GREGORIAN"),
      CalendarLine.raw("METHOD", method.rawValue),
    ]
    let zones = isInZone ? ZoneObservances(of: zone, around: starts).component : ""
    return lines.joined() + zones + event + CalendarLine.raw("END", "VCALENDAR")
  }

  private var event: String {
    var lines = [
      CalendarLine.raw("BEGIN", "VEVENT"),
      CalendarLine.text("UID", uid),
      CalendarLine.raw("SEQUENCE", String(sequence)),
      CalendarLine.raw("DTSTAMP", CalendarStamp.utc(madeAt)),
      CalendarLine.raw("CREATED", CalendarStamp.utc(createdAt)),
      CalendarLine.raw("LAST-MODIFIED", CalendarStamp.utc(updatedAt)),
      moment("DTSTART", starts),
      moment("DTEND", ends),
      CalendarLine.text("SUMMARY", summary),
      CalendarLine.text("DESCRIPTION", description),
      CalendarLine.text("LOCATION", location),
      CalendarLine.raw("ORGANIZER\(commonName)", "mailto:\(encoded(organizer.address))"),
    ]
    if let url { lines.append(CalendarLine.raw("URL", HeaderText.clean(url))) }
    lines += [
      CalendarLine.raw("STATUS", method == .cancel ? "CANCELLED" : "CONFIRMED"),
      CalendarLine.raw("TRANSP", method == .cancel ? "TRANSPARENT" : "OPAQUE"),
      CalendarLine.raw("END", "VEVENT"),
    ]
    return lines.joined()
  }

  private func moment(_ name: String, _ instant: Instant) -> String {
    guard isInZone else { return CalendarLine.raw(name, CalendarStamp.utc(instant)) }
    let local = CalendarStamp.local(instant, ahead: zone.offset(at: instant))
    return CalendarLine.raw("\(name);TZID=\(zone.identifier)", local)
  }

  /// Whether times are written as the restaurant's clock shows them. Not in UTC, and not in the hour that a
  /// clock shows twice, where such a time would mean the first (RFC 5545, 3.3.5).
  private var isInZone: Bool {
    zone != .utc && [starts, ends].allSatisfy { zone.instants(of: zone.local($0)).count == 1 }
  }

  private var commonName: String { organizer.name.map { ";CN=\(CalendarLine.quoted($0))" } ?? "" }

  private func encoded(_ address: String) -> String {
    address.addingPercentEncoding(withAllowedCharacters: CalendarEntry.inAddresses) ?? address
  }

  private static let inAddresses = CharacterSet(
    charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789@.-_+~!$'*")
}
