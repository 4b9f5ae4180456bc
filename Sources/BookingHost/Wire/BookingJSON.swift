/// A booking as staff and programs of the restaurant see it. Every key is always there: what was not given
/// is `null`.
package struct BookingJSON: Encodable, Sendable {
  package var id: String
  package var reference: String
  package var restaurant: Place
  package var mode: String
  package var date: String
  package var time: String
  package var endTime: String
  package var serviceDate: String
  package var startsAt: String
  package var endsAt: String
  package var party: Int
  package var covers: Int
  @OrNull package var bookingType: String?
  @OrNull package var seating: String?
  @OrNull package var notes: String?
  @OrNull package var staffNotes: String?
  @OrNull package var table: String?
  package var name: String
  @OrNull package var email: String?
  @OrNull package var phone: String?
  package var marketingOptIn: Bool
  package var status: String
  package var source: String
  @OrNull package var label: String?
  package var details: Details
  package var decision: Decision
  package var effects: [EffectJSON]
  package var version: Int
  package var createdAt: String
  package var updatedAt: String

  package struct Place: Encodable, Sendable {
    package var id: String
    package var slug: String
    package var name: String
  }

  /// Where the booking came from, and what only this mode asks.
  package struct Details: Encodable, Sendable {
    package var createdBy: String
    package var channel: String
    @OrNull package var staff: Staff?
    package var answers: [String: AnswerJSON]
    @OrNull package var override: Override?
  }

  package struct Staff: Encodable, Sendable {
    package var id: String
    package var role: String
  }

  package struct Override: Encodable, Sendable {
    package var reason: String
    package var by: String
  }

  /// Which rules decided, and what they found and let pass.
  package struct Decision: Encodable, Sendable {
    package var revision: String
    package var issues: [IssueJSON]
  }
}

extension BookingJSON {
  package init(_ booking: Booking) {
    let restaurant = booking.restaurant
    self.init(
      id: booking.id, reference: booking.reference,
      restaurant: Place(id: restaurant.id, slug: restaurant.slug, name: restaurant.name),
      mode: booking.mode, date: booking.start.date.description, time: booking.start.time,
      endTime: booking.end.time, serviceDate: booking.serviceDate.description,
      startsAt: booking.zone.timestamp(booking.startsAt), endsAt: booking.zone.timestamp(booking.endsAt),
      party: booking.party, covers: booking.covers, bookingType: booking.bookingType,
      seating: booking.seating, notes: booking.notes, staffNotes: booking.staffNotes, table: booking.table,
      name: booking.name,
      email: booking.email, phone: booking.phone, marketingOptIn: booking.marketingOptIn,
      status: booking.status.rawValue, source: booking.source, label: booking.label,
      details: Details(booking),
      decision: Decision(revision: booking.revision, issues: booking.issues.map { IssueJSON($0) }),
      effects: booking.effects.map { EffectJSON($0) }, version: booking.version,
      createdAt: booking.zone.timestamp(booking.createdAt),
      updatedAt: booking.zone.timestamp(booking.updatedAt))
  }
}

extension BookingJSON.Details {
  init(_ booking: Booking) {
    self.init(
      createdBy: booking.source, channel: booking.mode,
      staff: booking.staff.map { BookingJSON.Staff(id: $0.id, role: $0.role.rawValue) },
      answers: booking.answers.mapValues { AnswerJSON($0) },
      override: booking.override.map { BookingJSON.Override(reason: $0.reason, by: $0.by) })
  }
}
