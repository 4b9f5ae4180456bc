/// How a restaurant is set up.
package struct HouseJSON: Encodable, Sendable {
  package var id: String
  package var slug: String
  package var name: String
  package var timezone: String
  @OrNull package var phone: String?
  @OrNull package var email: String?
  @OrNull package var address: String?
  package var locale: String
  @OrNull package var seats: Int?
  /// By weekday: `12:00-23:00`, `18:00-02:00` or `closed`.
  package var hours: [String: String]
  package var exceptions: [DatedHoursJSON]
  package var closures: [ClosureJSON]
  package var services: [ServiceJSON]

  package init(_ setup: HouseSetup) {
    let restaurant = setup.restaurant
    (id, slug, name) = (restaurant.id, restaurant.slug, restaurant.name)
    (timezone, locale, seats) = (restaurant.zone.identifier, restaurant.locale, restaurant.seats)
    hours = Dictionary(
      uniqueKeysWithValues: Weekday.allCases.map {
        ($0.rawValue, HoursText.text(setup.schedule.weekly[$0] ?? .closed()))
      })
    exceptions = setup.schedule.exceptions.sorted { $0.key < $1.key }.map {
      DatedHoursJSON(date: $0.key.description, hours: HoursText.text($0.value), reason: $0.value.label)
    }
    closures = setup.closures.map { ClosureJSON($0, zone: restaurant.zone) }
    services = setup.schedule.services.map { ServiceJSON($0) }
    (phone, email, address) = (restaurant.phone, restaurant.email, restaurant.address)
  }
}

/// A date that differs from its weekday.
package struct DatedHoursJSON: Encodable, Sendable {
  package var date: String
  package var hours: String
  @OrNull package var reason: String?
}

/// A stretch in which no booking may start.
package struct ClosureJSON: Encodable, Sendable {
  package var id: Int
  package var from: String
  package var to: String
  @OrNull package var reason: String?

  init(_ closure: Closure, zone: Zone) {
    id = closure.id ?? 0
    (from, to, reason) = (zone.timestamp(closure.from), zone.timestamp(closure.to), closure.reason)
  }
}

/// A service with what it holds, and when it holds more or less.
package struct ServiceJSON: Encodable, Sendable {
  package var key: String
  package var name: String
  package var days: [String]
  package var hours: String
  @OrNull package var maxCovers: Int?
  @OrNull package var maxParties: Int?
  /// By weekday, then by date.
  package var capacity: [On]

  package struct On: Encodable, Sendable {
    package var on: String
    @OrNull package var maxCovers: Int?
    @OrNull package var maxParties: Int?

    init(on: String, _ capacity: Capacity) {
      (self.on, maxCovers, maxParties) = (on, capacity.covers, capacity.parties)
    }
  }

  init(_ service: ScheduledService) {
    (key, name) = (service.period.key, service.period.name)
    days = Weekday.allCases.filter(service.weekdays.contains).map(\.rawValue)
    hours = HoursText.span(service.period.opens, service.period.closes)
    let weekdays = Weekday.allCases.compactMap { day in
      service.weekdayCapacity[day].map { On(on: day.rawValue, $0) }
    }
    let dates = service.dateCapacity.sorted { $0.key < $1.key }.map {
      On(on: $0.key.description, $0.value)
    }
    capacity = weekdays + dates
    (maxCovers, maxParties) = (service.capacity.covers, service.capacity.parties)
  }
}

/// One thing that is set up differently than before.
package struct DifferenceJSON: Encodable, Sendable {
  package var what: String
  @OrNull package var from: String?
  @OrNull package var to: String?

  package init(_ difference: SetupDifference) {
    (what, from, to) = (difference.what, difference.from, difference.to)
  }
}

/// A booking that a change leaves without a place, for those who have to ring the guest.
package struct StrandedJSON: Encodable, Sendable {
  package var reference: String
  package var date: String
  package var time: String
  package var party: Int
  package var name: String
  package var status: String
  package var reasons: [Reason]

  package struct Reason: Encodable, Sendable {
    package var code: String
    package var message: String
  }

  package init(_ stranded: Stranded) {
    let booking = stranded.booking
    (reference, party, name) = (booking.reference, booking.party, booking.name)
    (date, time) = (booking.start.date.description, booking.start.time)
    status = booking.status.rawValue
    reasons = stranded.troubles.map { Reason(code: $0.code, message: $0.words) }
  }
}

/// What came of a change.
package struct HouseOutcomeJSON: Encodable, Sendable {
  package var restaurant: HouseJSON
  package var changes: [DifferenceJSON]
  /// Those that the change was made in spite of.
  package var stranded: [StrandedJSON]

  package init(_ outcome: HouseControl.Outcome) {
    restaurant = HouseJSON(outcome.setup)
    changes = outcome.differences.map { DifferenceJSON($0) }
    stranded = outcome.stranded.map { StrandedJSON($0) }
  }
}

/// A change that was not made, as nobody has agreed to what it would strand.
package struct WouldStrandJSON: Encodable, Sendable {
  package var outcome = "refused"
  package var overridable = false
  package var issues: [IssueJSON]
  package var changes: [DifferenceJSON]
  package var stranded: [StrandedJSON]

  package init(_ refusal: HouseControl.WouldStrand, field: String) {
    issues = [IssueJSON(Issue(code: HouseControl.WouldStrand.code, field: field, message: refusal.message))]
    changes = refusal.differences.map { DifferenceJSON($0) }
    stranded = refusal.stranded.map { StrandedJSON($0) }
  }
}

extension HouseControl.WouldStrand {
  package static let code = "would_strand"

  /// A sentence for a person.
  package var message: String {
    stranded.count == 1
      ? "This would leave a booking without a place. Nothing was changed."
      : "This would leave \(stranded.count) bookings without a place. Nothing was changed."
  }
}

/// Somebody who works at a restaurant.
package struct MemberJSON: Encodable, Sendable {
  package var id: String
  package var email: String
  package var role: String
  package var canSignIn: Bool

  package init(_ member: Member) {
    (id, email) = (member.staff.id, member.staff.email)
    (role, canSignIn) = (member.role.rawValue, member.canSignIn)
  }
}

/// What somebody has done to a restaurant.
package struct HouseEventJSON: Encodable, Sendable {
  package var id: Int
  package var at: String
  package var action: String
  @OrNull package var by: String?
  @OrNull package var role: String?
  package var changes: [DifferenceJSON]

  package init(_ event: HouseEvent, zone: Zone) {
    (id, at, action) = (event.id, zone.timestamp(event.at), event.action.rawValue)
    changes = event.differences.map { DifferenceJSON($0) }
    (by, role) = (event.by, event.role?.rawValue)
  }
}
