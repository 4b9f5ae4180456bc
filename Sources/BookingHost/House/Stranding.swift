/// What a change of the set-up needs to know of one booking.
package struct HeldBooking: Hashable, Sendable {
  package var id: String
  package var reference: String
  package var name: String
  package var party: Int
  package var covers: Int
  package var status: BookingStatus
  /// What the guest was told, on the clock of the zone that the restaurant had then.
  package var start: LocalDateTime
  package var zone: Zone
  package var serviceDate: CivilDate
  package var serviceMinute: Int
  package var starts: Instant
  package var ends: Instant
  package var createdAt: Instant

  package init(
    id: String, reference: String, name: String, party: Int, covers: Int, status: BookingStatus,
    start: LocalDateTime, zone: Zone, serviceDate: CivilDate, serviceMinute: Int, starts: Instant,
    ends: Instant, createdAt: Instant
  ) {
    (self.id, self.reference, self.name) = (id, reference, name)
    (self.party, self.covers, self.status) = (party, covers, status)
    (self.start, self.zone) = (start, zone)
    (self.serviceDate, self.serviceMinute) = (serviceDate, serviceMinute)
    (self.starts, self.ends, self.createdAt) = (starts, ends, createdAt)
  }
}

/// Why a booking would not be taken as the restaurant is set up.
package struct Trouble: Hashable, Sendable {
  /// The code of the issue that a new booking there would have; `time_shifted` where the clocks would show another
  /// time than the guest was told.
  package var code: String
  /// Some words for a person: `outside the hours 12:00-21:00`.
  package var words: String
}

/// A booking that a change leaves without a place.
package struct Stranded: Hashable, Sendable {
  package var booking: HeldBooking
  package var troubles: [Trouble]
}

/// Finds the bookings that were all right before a change and are not after it.
package struct Stranding {
  private let bookings: [HeldBooking]
  private let now: Instant

  /// `bookings` are all that count for capacity from yesterday on; which of them can still be stranded is known by
  /// their status and start.
  package init(_ bookings: [HeldBooking], now: Instant) {
    self.bookings = bookings.sorted { ($0.createdAt, $0.reference) < ($1.createdAt, $1.reference) }
    self.now = now
  }

  /// By start. What a booking had against it before is no news.
  package func stranded(by after: HouseSetup, insteadOf before: HouseSetup) -> [Stranded] {
    let isAsRoomy =
      before.schedule.services == after.schedule.services
      && before.restaurant.seats == after.restaurant.seats
    let (old, new) = isAsRoomy ? ([:], [:]) : (overfull(before), overfull(after))
    return bookings.compactMap { booking in
      guard booking.starts > now, booking.status == .pending || booking.status == .confirmed else {
        return nil
      }
      let known = Set(troubles(booking, before, old).map(\.code))
      let troubles = troubles(booking, after, new).filter { !known.contains($0.code) }
      return troubles.isEmpty ? nil : Stranded(booking: booking, troubles: troubles)
    }
    .sorted { ($0.booking.starts, $0.booking.reference) < ($1.booking.starts, $1.booking.reference) }
  }

  private func troubles(
    _ booking: HeldBooking, _ setup: HouseSetup, _ overfull: [String: Trouble]
  ) -> [Trouble] {
    let shown = setup.restaurant.zone.local(booking.starts)
    if shown != booking.start {
      let words = "would be \(shown) in \(setup.restaurant.zone.identifier)"
      return [Trouble(code: "time_shifted", words: words)]
    }
    return [place(booking, setup), closure(booking, setup), overfull[booking.id]].compactMap { $0 }
  }

  /// Whether the restaurant is open, and serves, where a booking stands.
  private func place(_ booking: HeldBooking, _ setup: HouseSetup) -> Trouble? {
    let hours = setup.hours(on: booking.serviceDate)
    if hours.closed {
      let reason = hours.label.map { ": \($0)" } ?? ""
      return Trouble(code: "closed_date", words: "closed that day\(reason)")
    }
    guard hours.contains(booking.serviceMinute) else {
      return Trouble(code: "outside_hours", words: "outside the hours \(HoursText.text(hours))")
    }
    let services = setup.services(on: booking.serviceDate)
    if services.isEmpty || services.contains(where: { $0.period.contains(booking.serviceMinute) }) {
      return nil
    }
    return Trouble(code: "outside_service", words: "in no service")
  }

  private func closure(_ booking: HeldBooking, _ setup: HouseSetup) -> Trouble? {
    setup.closures.first { $0.contains(booking.starts) }.map { closure in
      Trouble(code: "closed_period", words: "closed then" + (closure.reason.map { ": \($0)" } ?? ""))
    }
  }
}

// Who came last does not fit: bookings take their places in the order in which they were made.
extension Stranding {
  /// By booking id.
  private func overfull(_ setup: HouseSetup) -> [String: Trouble] {
    overServices(setup).merging(overSeats(setup)) { first, _ in first }
  }

  private func overServices(_ setup: HouseSetup) -> [String: Trouble] {
    struct Sitting: Hashable {
      var date: CivilDate
      var key: String
      var opens: Int
    }
    var held: [Sitting: Capacity] = [:]
    var over: [String: Trouble] = [:]
    for booking in bookings {
      guard let service = setup.service(on: booking.serviceDate, at: booking.serviceMinute) else { continue }
      let sitting = Sitting(
        date: booking.serviceDate, key: service.period.key, opens: service.period.opens)
      let taken = held[sitting] ?? Capacity(covers: 0, parties: 0)
      let covers = (taken.covers ?? 0) + booking.covers
      let parties = (taken.parties ?? 0) + 1
      if let most = service.capacity.covers, covers > most {
        over[booking.id] = full("\(most) covers of \(service.period.name)")
      } else if let most = service.capacity.parties, parties > most {
        over[booking.id] = full("\(most) parties of \(service.period.name)")
      } else {
        held[sitting] = Capacity(covers: covers, parties: parties)
      }
    }
    return over
  }

  private func overSeats(_ setup: HouseSetup) -> [String: Trouble] {
    guard let seats = setup.restaurant.seats else { return [:] }
    var seated: [CivilDate: [HeldBooking]] = [:]
    var over: [String: Trouble] = [:]
    for booking in bookings {
      let near = (-1...1).flatMap { seated[booking.serviceDate.adding(days: $0)] ?? [] }
        .filter { $0.starts < booking.ends && $0.ends > booking.starts }
      // The most at once is reached when somebody sits down.
      let starts = [booking.starts] + near.map(\.starts).filter { $0 > booking.starts }
      let most =
        starts.map { moment in
          near.filter { $0.starts <= moment && $0.ends > moment }.reduce(0) { $0 + $1.covers }
        }.max() ?? 0
      if most + booking.covers > seats {
        over[booking.id] = full("\(seats) seats")
      } else {
        seated[booking.serviceDate, default: []].append(booking)
      }
    }
    return over
  }

  private func full(_ what: String) -> Trouble {
    Trouble(code: "capacity_exceeded", words: "beyond the \(what)")
  }
}
