/// A made-up booking that uses every value of the templates: for previews, and for trying a mail server.
package enum MailSample {
  package static let restaurant = Restaurant(
    id: "sample", slug: "the-anchor", name: "The Anchor", zone: Zone(identifier: "Europe/London") ?? .utc,
    phone: "+44 20 7946 0100", email: "hello@the-anchor.example", address: "1 Quay Street, London",
    locale: "en-GB")

  /// The fields of a mode's own that the sample answers.
  package static let fields = [MailField(name: "high_chairs", label: "High chairs")]

  /// A table for four, at half past seven of the evening after next, in the state that a mail of this kind is
  /// about.
  package static func booking(for kind: MailKind?, email: String, now: Instant) -> Booking {
    let zone = restaurant.zone
    let start = LocalDateTime(
      date: zone.local(now).date.adding(days: kind == .reminder ? 1 : 2), minute: 1170)
    let startsAt = zone.instants(of: start).first ?? now.adding(minutes: 2880)
    var booking = Booking(
      id: "00000000-0000-4000-8000-000000000000", reference: "K7QM3PX",
      restaurant: Booking.RestaurantName(id: restaurant.id, slug: restaurant.slug, name: restaurant.name),
      mode: "customer", start: start, end: start.adding(minutes: 90), serviceDate: start.date,
      serviceMinute: start.minute, startsAt: startsAt, endsAt: startsAt.adding(minutes: 90), zone: zone,
      party: 4, covers: 4, name: "Ada Lovelace", status: status(kind), source: "web", revision: "",
      createdAt: now)
    booking.email = email
    booking.phone = "+44 7700 900123"
    booking.seating = "window"
    booking.notes = "A high chair, please."
    booking.bookingType = "dinner"
    booking.answers = ["high_chairs": 2]
    return booking
  }

  private static func status(_ kind: MailKind?) -> BookingStatus {
    switch kind {
    case .requested: .pending
    case .cancelled: .cancelled
    case .review: .completed
    case .confirmation, .changed, .reminder, .tableReady, nil: .confirmed
    }
  }
}
