/// A guest as the guest book has them. Every key is always there.
package struct GuestBookJSON: Encodable, Sendable {
  package var id: String
  package var restaurant: BookingJSON.Place
  package var name: String
  @OrNull package var email: String?
  @OrNull package var phone: String?
  package var tags: [String]
  @OrNull package var notes: String?
  @OrNull package var allergies: String?
  package var visits: Int
  package var noShows: Int
  package var upcoming: Int
  package var points: Int
  package var bookings: Int
  @OrNull package var lastBooking: String?
  package var createdAt: String
  @OrNull package var erasedAt: String?

  package init(_ guest: Guest) {
    let utc = Zone.utc
    id = guest.id
    restaurant = BookingJSON.Place(
      id: guest.restaurant.id, slug: guest.restaurant.slug, name: guest.restaurant.name)
    name = guest.name
    email = guest.email
    phone = guest.phone
    tags = guest.tags
    notes = guest.notes
    allergies = guest.allergies
    visits = guest.visits
    noShows = guest.noShows
    upcoming = guest.upcoming
    points = guest.points
    bookings = guest.bookings
    lastBooking = guest.lastBooking.map(utc.timestamp)
    createdAt = utc.timestamp(guest.createdAt)
    erasedAt = guest.erasedAt.map(utc.timestamp)
  }
}

/// A page of guests by name.
package struct GuestListJSON: Encodable, Sendable {
  package var guests: [GuestBookJSON]
  /// Null on the last page.
  @OrNull package var nextCursor: String?

  package init(_ guests: [Guest], nextCursor: String? = nil) {
    self.guests = guests.map { GuestBookJSON($0) }
    self.nextCursor = nextCursor
  }
}

/// A guest with what belongs to them.
package struct GuestFileJSON: Encodable, Sendable {
  package var guest: GuestBookJSON
  /// The ids of those who turned out to be this guest.
  package var merged: [String]
  package var bookings: [BookingJSON]
  package var history: [HistoryJSON.Entry]

  package init(_ file: GuestFile) {
    guest = GuestBookJSON(file.guest)
    merged = file.merged
    bookings = file.bookings.map { BookingJSON($0) }
    history = file.history.map { HistoryJSON.Entry($0, Zone.utc) }
  }
}

/// A guest who turned out to be two.
package struct GuestSplitJSON: Encodable, Sendable {
  package var kept: GuestBookJSON
  package var split: GuestBookJSON

  package init(_ split: GuestSplit) {
    kept = GuestBookJSON(split.kept)
    self.split = GuestBookJSON(split.split)
  }
}

/// A guest who is not in the store any more.
package struct ErasedGuestJSON: Encodable, Sendable {
  package var id: String
  package var bookings: Int
  package var cancelledEffects: Int

  package init(_ erased: ErasedGuest) {
    id = erased.id
    bookings = erased.bookings
    cancelledEffects = erased.cancelled
  }
}
