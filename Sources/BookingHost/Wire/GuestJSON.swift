/// A booking as the guest who made it sees it. Nothing of how the restaurant keeps or decided it.
package struct GuestBookingJSON: Encodable, Sendable {
  package var reference: String
  package var restaurant: BookingJSON.Place
  package var date: String
  package var time: String
  package var endTime: String
  package var party: Int
  @OrNull package var seating: String?
  @OrNull package var notes: String?
  package var name: String
  @OrNull package var email: String?
  @OrNull package var phone: String?
  package var status: String

  package init(_ booking: Booking) {
    let restaurant = booking.restaurant
    reference = booking.reference
    self.restaurant = BookingJSON.Place(id: restaurant.id, slug: restaurant.slug, name: restaurant.name)
    date = booking.start.date.description
    time = booking.start.time
    endTime = booking.end.time
    party = booking.party
    seating = booking.seating
    notes = booking.notes
    name = booking.name
    email = booking.email
    phone = booking.phone
    status = booking.status.rawValue
  }
}

/// A finding as guests see it: without the line that raised it and without what staff could do about it.
package struct GuestIssueJSON: Encodable, Sendable {
  package var code: String
  @OrNull package var field: String?
  package var message: String
  package var severity: String

  init(_ issue: Issue) {
    code = issue.code
    field = issue.field.map(WireEncoder.key)
    message =
      issue.code == RuleError.decisionCode
      ? "The booking could not be checked, so nothing was booked. Please ring the restaurant." : issue.message
    severity = Issue.Severity.refuse.name
  }

  /// Warnings are for staff.
  package static func list(_ issues: [Issue]) -> [GuestIssueJSON] {
    issues.filter { $0.severity != .warn }.map { GuestIssueJSON($0) }
  }
}
