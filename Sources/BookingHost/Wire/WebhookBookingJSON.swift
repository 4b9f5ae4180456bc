/// A booking as it is sent to other programs of the restaurant's. The keys are those of the HTTP API.
///
/// What only concerns the staff is left out: their notes, the reason of an override, what the rules found, what else
/// follows. A key that the API gets later is not sent before it is listed here.
package struct WebhookBookingJSON: Encodable, Sendable {
  package var id: String
  package var reference: String
  package var restaurant: BookingJSON.Place
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
  package var name: String
  @OrNull package var email: String?
  @OrNull package var phone: String?
  package var marketingOptIn: Bool
  package var status: String
  package var source: String
  @OrNull package var label: String?
  package var answers: [String: AnswerJSON]
  package var version: Int
  package var createdAt: String
  package var updatedAt: String

  package init(_ booking: Booking) {
    let full = BookingJSON(booking)
    (id, reference, restaurant, mode) = (full.id, full.reference, full.restaurant, full.mode)
    (date, time, endTime, serviceDate) = (full.date, full.time, full.endTime, full.serviceDate)
    (startsAt, endsAt, party, covers) = (full.startsAt, full.endsAt, full.party, full.covers)
    bookingType = full.bookingType
    seating = full.seating
    notes = full.notes
    name = full.name
    email = full.email
    phone = full.phone
    marketingOptIn = full.marketingOptIn
    (status, source) = (full.status, full.source)
    label = full.label
    (answers, version) = (full.details.answers, full.version)
    (createdAt, updatedAt) = (full.createdAt, full.updatedAt)
  }
}
