/// A party on the waitlist. Every key is always there.
package struct WaitlistEntryJSON: Encodable, Sendable {
  package var id: String
  /// What staff type and call out: `W7`.
  package var code: String
  package var restaurant: BookingJSON.Place
  package var serviceDate: String
  /// Its place in the line, from 1; null for who has none any more, and where the line is not told.
  @OrNull package var position: Int?
  package var party: Int
  package var name: String
  @OrNull package var email: String?
  @OrNull package var phone: String?
  @OrNull package var notes: String?
  @OrNull package var seating: String?
  package var state: String
  /// Whether it was called longer ago than its table is held.
  package var overdue: Bool
  package var quotedMinutes: Int
  package var waitingSince: String
  @OrNull package var calledAt: String?
  @OrNull package var heldUntil: String?
  @OrNull package var endedAt: String?
  @OrNull package var reason: String?
  /// The reference of the booking that it was seated with.
  @OrNull package var booking: String?
  package var mode: String
  package var addedBy: Staff
  package var version: Int
  package var updatedAt: String

  package struct Staff: Encodable, Sendable {
    package var id: String
    package var role: String
  }

  package init(_ entry: WaitlistEntry, position: Int? = nil, at now: Instant) {
    id = entry.id
    code = entry.code
    restaurant = BookingJSON.Place(
      id: entry.restaurant.id, slug: entry.restaurant.slug, name: entry.restaurant.name)
    serviceDate = entry.serviceDate.description
    (party, name) = (entry.party, entry.name)
    (state, overdue) = (entry.state.rawValue, entry.isOverdue(now))
    (quotedMinutes, mode, version) = (entry.quotedMinutes, entry.mode, entry.version)
    addedBy = Staff(id: entry.staff.id, role: entry.staff.role.rawValue)
    waitingSince = entry.zone.timestamp(entry.addedAt)
    updatedAt = entry.zone.timestamp(entry.updatedAt)
    self.position = position
    email = entry.email
    phone = entry.phone
    notes = entry.notes
    seating = entry.seating
    calledAt = entry.calledAt.map(entry.zone.timestamp)
    heldUntil = entry.heldUntil.map(entry.zone.timestamp)
    endedAt = entry.endedAt.map(entry.zone.timestamp)
    reason = entry.reason
    booking = entry.booking
  }
}

extension WaitlistEntryJSON {
  package init(_ place: Waitlist.Place, at now: Instant) {
    self.init(place.entry, position: place.position, at: now)
  }
}

/// The line of one service day.
package struct WaitlistJSON: Encodable, Sendable {
  package var restaurant: RestaurantJSON
  package var date: String
  package var waitlist: [WaitlistEntryJSON]

  package init(_ list: Waitlist) {
    restaurant = RestaurantJSON(list.restaurant)
    date = list.date.description
    waitlist = list.places.map { WaitlistEntryJSON($0, at: list.now) }
  }
}

/// What came of putting a party on the list, or of a step.
package struct WaitlistStepJSON: Encodable, Sendable {
  /// Where the party is now.
  package var outcome: String
  package var entry: WaitlistEntryJSON
  /// The booking that it was seated with; only for that step.
  package var booking: BookingJSON?

  package init(_ place: Waitlist.Place, booking: Booking? = nil, at now: Instant) {
    outcome = place.entry.state.rawValue
    entry = WaitlistEntryJSON(place, at: now)
    self.booking = booking.map { BookingJSON($0) }
  }
}

/// That a party that cannot be seated now can wait.
package struct WaitOfferJSON: Encodable, Sendable {
  package var quotedMinutes: Int
  package var position: Int

  package init(_ offer: WaitOffer) {
    (quotedMinutes, position) = (offer.quotedMinutes, offer.position)
  }
}
