// The guest book of a restaurant: who has been there, and what staff know of them.
extension BookingDesk {
  /// Guests of a restaurant that the caller belongs to, or of all of them, by name.
  package func guests(
    restaurant name: String?, search: String?, limit: Int, after: GuestCursor? = nil, by caller: Caller
  ) throws -> [Guest] {
    try store.read { reader in
      guard case .staff(let account) = caller else { throw HostError.notSignedIn }
      let own =
        try name.map { [try member(of: $0, caller, reader).id] }
        ?? reader.memberships(ofStaff: account.id).map(\.restaurantID)
      let query = GuestQuery(restaurantIDs: own, search: search, limit: limit, after: after)
      return try reader.guests(query, now: environment.now())
    }
  }

  /// A guest with all that staff see of them.
  package func guest(_ name: String, by caller: Caller) throws -> GuestFile {
    try store.read { reader in
      let guest = try guest(name, caller, reader).guest
      return GuestFile(
        guest: guest, merged: try reader.merged(intoGuest: guest.id),
        bookings: try reader.bookings(ofGuest: guest.id), history: try reader.history(ofGuest: guest.id))
    }
  }

  /// Writes down what staff know of a guest. What changes nothing writes nothing.
  package func note(_ edit: GuestEdit, of name: String, by caller: Caller) throws -> Guest {
    try edit.check()
    return try store.write { writer in
      let (before, staff) = try standing(name, caller, writer)
      let after = edit.applied(to: before)
      guard after.tags.count <= GuestEdit.mostTags else {
        throw HostError(.usage, "A guest has \(GuestEdit.mostTags) tags at most.", field: "tags")
      }
      let fields = GuestEdit.differences(before, after)
      if !fields.isEmpty { try writer.note(after, fields: fields, by: staff, now: environment.now()) }
      return after
    }
  }

  /// Makes two guests of one restaurant one. For managers.
  package func merge(_ name: String, into kept: String, by caller: Caller) throws -> Guest {
    try store.write { writer in
      let (guest, staff) = try standing(kept, needs: .manager, for: "Merging guests", caller, writer)
      let other = try standing(name, needs: .manager, for: "Merging guests", caller, writer).0
      guard other.id != guest.id else {
        throw HostError(.usage, "That is one guest already.", field: "other")
      }
      guard other.restaurant == guest.restaurant else {
        throw HostError(
          .usage, "Each restaurant has its own guest book: guests of two cannot be merged.", field: "other")
      }
      try writer.merge(other, into: guest, by: staff, now: environment.now())
      return try again(guest.id, writer)
    }
  }

  /// Gives bookings of one guest, of that one where it is said, a guest of their own. For managers.
  package func split(_ references: [String], of name: String? = nil, by caller: Caller) throws -> GuestSplit {
    try store.write { writer in
      let own = try memberships(caller, writer).map(\.restaurantID)
      let bookings = try references.map { reference in
        guard let booking = try writer.booking(reference: reference, restaurantIDs: own) else {
          throw HostError(
            .notFound, "There is no booking \(reference) at your restaurants.", field: "references")
        }
        return booking
      }
      let guests = try Set(bookings.compactMap { try writer.guestID(ofBooking: $0.id) })
      let named = try name.map { try self.guest($0, caller, writer).guest.id }
      guard let id = guests.first, guests.count == 1, named ?? id == id else {
        throw HostError(.usage, "Name bookings of one guest.", field: "references")
      }
      let (guest, staff) = try standing(id, needs: .manager, for: "Splitting guests", caller, writer)
      let chosen = Set(bookings.map(\.id))
      guard chosen.count < guest.bookings else {
        throw HostError(
          .usage, "Those are all the bookings of the guest: leave one at least.", field: "references")
      }
      let unique = bookings.enumerated().filter { index, booking in
        bookings.firstIndex { $0.id == booking.id } == index
      }.map(\.element)
      let newID = try writer.split(
        unique, from: guest, newID: environment.guestID(), by: staff, now: environment.now())
      return GuestSplit(kept: try again(guest.id, writer), split: try again(newID, writer))
    }
  }
}

// Whom a name stands for, and who may see to them.
extension BookingDesk {
  /// A guest by id, by a prefix of one that is long enough and theirs alone, or by the reference of a booking; of one
  /// who turned out to be another, the other. For a member of the restaurant: somebody else's is not there.
  func guest(
    _ name: String, _ caller: Caller, _ reader: some StoreReading
  ) throws -> (guest: Guest, membership: Membership) {
    let memberships = try memberships(caller, reader)
    let own = memberships.map(\.restaurantID)
    let unknown = HostError(.notFound, "There is no guest \(name) at your restaurants.", field: "guest")
    var found: [Guest] = []
    if let booking = try reader.booking(reference: name, restaurantIDs: own) {
      found =
        try reader.guestID(ofBooking: booking.id).flatMap { try reader.guest(id: $0, now: environment.now()) }
        .map { [$0] } ?? []
    } else if let guest = try reader.guest(id: name, now: environment.now()) {
      found = [guest]
    } else if name.utf8.count >= BookingDesk.shortestPrefix, !own.isEmpty {
      found = try reader.guests(idPrefix: name.lowercased(), restaurantIDs: own, now: environment.now())
      guard found.count < 2 else {
        throw HostError(
          .usage, "More than one guest's id begins with \(name): give more of it.", field: "guest")
      }
    }
    guard var guest = found.first else { throw unknown }
    if let id = guest.mergedInto { guest = try again(id, reader) }
    guard let membership = memberships.first(where: { $0.restaurantID == guest.restaurant.id }) else {
      throw unknown
    }
    return (guest, membership)
  }

  private static let shortestPrefix = 6

  /// A guest whom the caller may do something to. `role` is who may, and `what` what it is, for the answer.
  func standing(
    _ name: String, needs role: Role = .none, for what: String = "", _ caller: Caller,
    _ reader: some StoreReading
  ) throws -> (Guest, StaffFacts) {
    let (guest, membership) = try guest(name, caller, reader)
    guard membership.role >= role else {
      throw HostError(.notAllowed, "\(what) is for a \(role.rawValue).", field: "guest")
    }
    guard guest.erasedAt == nil else {
      throw HostError(.notFound, "That guest has been erased.", field: "guest")
    }
    return (guest, StaffFacts(id: membership.staffID, role: membership.role))
  }

  func again(_ id: String, _ reader: some StoreReading) throws -> Guest {
    guard let guest = try reader.guest(id: id, now: environment.now()) else {
      throw HostError(.internal, "The guest is not where they were.")
    }
    return guest
  }

  private func memberships(_ caller: Caller, _ reader: some StoreReading) throws -> [Membership] {
    guard case .staff(let account) = caller else { throw HostError.notSignedIn }
    return try reader.memberships(ofStaff: account.id)
  }
}

/// A guest with what belongs to them.
package struct GuestFile: Hashable, Sendable {
  package var guest: Guest
  /// The ids of those who turned out to be this guest.
  package var merged: [String]
  /// The latest first.
  package var bookings: [Booking]
  /// What was done to the guest's entry, in order.
  package var history: [HistoryEntry]
}

/// A guest who turned out to be two.
package struct GuestSplit: Hashable, Sendable {
  package var kept: Guest
  package var split: Guest
}
