import Testing

@testable import BookingHost

/// No query that a booking waits for may walk through a table.
struct QueryPlanTests {
  let store: Store

  init() throws {
    store = try StoreFixtures.filled(Store.inMemory())
    for number in 0..<50 {
      try store.add(StoreFixtures.booking(number, minute: 720 + number))
    }
  }

  private func plan(_ body: (StoreWriter) throws -> Void) throws -> [String] {
    try store.plans(body).flatMap(\.plan)
  }

  @Test func theDiaryReadsBookingsFromOneIndexAlone() throws {
    let plans = try store.plans { _ = try $0.diary(of: StoreFixtures.anchor, around: "2026-11-22") }
    let bookings = plans.filter { $0.statement.contains("FROM bookings") }
    #expect(
      bookings.map(\.plan) == [
        [
          "SEARCH bookings USING COVERING INDEX bookings_by_service_day "
            + "(restaurant_id=? AND service_date>? AND service_date<?)"
        ]
      ])
    #expect(!plans.flatMap(\.plan).contains { $0.hasPrefix("SCAN") })
  }

  @Test func aRestaurantsListIsReadInOrder() throws {
    let plan = try plan {
      _ = try $0.bookings(BookingQuery(restaurantIDs: ["r-anchor"], from: "2026-11-22", to: "2026-11-22"))
    }
    #expect(plan.contains { $0.contains("bookings_by_service_day (restaurant_id=? AND service_date>?") })
    #expect(!plan.contains { $0.hasPrefix("SCAN") || $0.contains("TEMP B-TREE") })
  }

  @Test func theLifeOfABookingIsFoundByItsIndexes() throws {
    let booking = try #require(try store.read { try $0.booking(id: "b-1") })
    let now = StoreFixtures.now
    let effect = StoredEffect(Effect(action: .email(template: "x", beforeMinutes: nil)))
    let plan = try plan { store in
      let staff = StaffFacts(id: "s-host", role: .host)
      let step = TransitionRecord(
        change: StatusChange(from: .confirmed, to: .cancelled), table: nil, at: now, staff: staff,
        effects: [effect])
      let cancelled = try store.record(step, of: booking)
      let past = try store.transitions(ofBooking: "b-1")
      let back = TransitionRecord(
        change: StatusChange(from: .cancelled, to: .confirmed, isUndo: true, takesBack: past[0]), table: nil,
        at: now, staff: staff)
      let again = try store.record(back, of: cancelled)
      var change = ChangeRecord(booking: again, changed: ["name"], at: now, staff: staff)
      change.guestKey = GuestKey(name: "Grace")
      _ = try store.record(change, of: again)
      _ = try store.history(ofBooking: "b-1")
      _ = try store.points(ofBooking: "b-1")
    }
    #expect(!plan.contains { $0.hasPrefix("SCAN") }, "\(plan)")
  }

  @Test func theGuestBookNeverReadsWholeTables() throws {
    let now = StoreFixtures.now
    let booking = StoreFixtures.booking(1)
    let plan = try plan { store in
      _ = try store.guests(GuestQuery(restaurantIDs: ["r-anchor"], limit: 50), now: now)
      _ = try store.guests(idPrefix: "g-b-1", restaurantIDs: ["r-anchor"], now: now)
      let guest = try store.guest(id: "g-b-1", now: now)!
      _ = try store.history(ofBooking: booking.id)
      _ = try store.history(ofGuest: guest.id)
      _ = try store.bookings(ofGuest: guest.id)
      _ = try store.emailsOfErasedGuests()
      _ = try store.isBeingSent(toGuest: guest.id, now: now)
      _ = try store.export(guest, at: now)
      try store.merge(guest, into: store.guest(id: "g-b-2", now: now)!, by: .guest, now: now)
    }
    #expect(!plan.contains { $0.hasPrefix("SCAN") && !$0.contains("INDEX") }, "\(plan)")
  }

  @Test func singleThingsAreFoundByTheirIndex() throws {
    let now = StoreFixtures.now
    let key = GuestKey(name: "Ada", email: "ada@example.com", phone: "+447700900123")
    let booking = StoreFixtures.booking(999)
    let plan = try plan { store in
      _ = try store.booking(reference: "REF1", restaurantIDs: ["r-anchor"])
      _ = try store.booking(id: "b-1")
      _ = try store.guest(matching: key, atRestaurant: "r-anchor", now: now)
      _ = try store.session(tokenHash: Digest.sha256("token"), now: now)
      _ = try store.staff(email: "host@the-anchor.example")
      _ = try store.membership(ofStaff: "s-host", atRestaurant: "r-anchor")
      _ = try store.idempotentBooking(IdempotencyKey(scope: "x", keyHash: [1]))
      try store.recordRefusal(StoreFixtures.decision("d-refused"))
      try store.insertSession(
        tokenHash: Digest.sha256("t"), staffID: "s-host", createdAt: now, expiresAt: now.adding(minutes: 1))
      try store.revokeSessions(ofStaff: "s-host", now: now)
      try store.insert(booking, record: StoreFixtures.record(for: booking))
    }
    #expect(plan.contains { $0.contains("guests_by_email (restaurant_id=? AND email=? AND folded_name=?)") })
    #expect(plan.contains { $0.contains("guests_by_phone (restaurant_id=? AND phone=? AND folded_name=?)") })
    #expect(plan.contains { $0.contains("INDEX bookings_by_reference (<expr>=?)") })
    #expect(plan.contains { $0.contains("COVERING INDEX refusals_by_restaurant") })
    #expect(!plan.contains { $0.hasPrefix("SCAN") }, "\(plan)")
  }
}
