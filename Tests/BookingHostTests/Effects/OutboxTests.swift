import Foundation
import Synchronization
import Testing

@testable import BookingHost

@Suite struct `What follows a booking` {
  let place: OutboxHouse
  let booking: Booking

  init() throws {
    place = try OutboxHouse()
    booking = try place.book()
  }

  @Test func `waits in the outbox until it is delivered, each effect once`() throws {
    #expect(
      try place.states(booking) == [
        "email queued", "email queued", "loyalty queued", "notify queued", "webhook queued",
      ])
    #expect(try place.outbox.deliverDue() == 4)
    #expect(try place.outbox.deliverDue() == 0)
    #expect(
      try place.states(booking) == [
        "email delivered", "email queued", "loyalty delivered", "notify delivered", "webhook delivered",
      ])
    #expect(place.email.asked.map(\.booking.reference) == [booking.reference])
    #expect(place.email.asked.map(\.attempt) == [1])
  }

  @Test func `a reminder is sent ahead of the start, not before`() throws {
    _ = try place.outbox.deliverDue()
    let start = booking.startsAt.seconds - House.saturdayEvening.seconds
    place.pass(seconds: start - 120 * 60 - 1)
    #expect(try place.outbox.deliverDue() == 0)
    place.pass(seconds: 1)
    #expect(try place.outbox.deliverDue() == 1)
    #expect(place.email.asked.count == 2)
  }

  @Test func `a reminder whose time has gone when the booking is made is left out, with the reason`() throws {
    place.pass(seconds: 24 * 3600)
    let late = try place.book()
    let reminder = try place.current(late).effects[1]
    #expect(reminder.state == .skipped)
    #expect(reminder.reason?.contains("later than the reminder") == true)
  }

  @Test func `what cannot be delivered now is tried again, later each time, and says why`() throws {
    place.email.answer(
      .retry(reason: "the mail server does not answer", after: nil), .retry(reason: "still", after: nil))
    _ = try place.outbox.deliverDue()
    let email = try place.current(booking).effects[0]
    #expect(email.state == .queued)
    #expect(email.reason == "the mail server does not answer")
    #expect(try place.outbox.deliverDue() == 0)
    place.pass(seconds: 15)
    #expect(try place.outbox.deliverDue() == 1)
    place.pass(seconds: 15)
    #expect(try place.outbox.deliverDue() == 0)
    place.pass(seconds: 45)
    #expect(try place.outbox.deliverDue() == 1)
    #expect(try place.current(booking).effects[0].state == .delivered)
    #expect(try place.current(booking).effects[0].reason == nil)
    #expect(place.email.asked.map(\.attempt) == [1, 2, 3])
    #expect(place.email.asked.map(\.isRepeat) == [false, false, false])
  }

  @Test func `the other side may ask to be left alone for longer`() throws {
    place.webhook.answer(.retry(reason: "busy", after: 600))
    _ = try place.outbox.deliverDue()
    place.pass(seconds: 599)
    #expect(try place.outbox.deliverDue() == 0)
    place.pass(seconds: 1)
    #expect(try place.outbox.deliverDue() == 1)
  }

  @Test func `what can never be delivered has failed, unlike what had no address`() throws {
    place.email.answer(.failed(reason: "mailbox unavailable"))
    let silent = try place.book(email: nil)
    _ = try place.outbox.deliverDue()
    let (failed, skipped) = (try place.current(booking).effects[0], try place.current(silent).effects[0])
    #expect(failed.state == .failed && failed.reason == "mailbox unavailable")
    #expect(skipped.state == .skipped && skipped.reason == "no email address was given")
    place.pass(seconds: 24 * 3600)
    _ = try place.outbox.deliverDue()
    #expect(try place.current(booking).effects[0].state == .failed)
  }

  @Test func `one that fails leaves the others alone`() throws {
    place.email.answer(.failed(reason: "no"))
    place.webhook.answer(.retry(reason: "no", after: nil))
    _ = try place.outbox.deliverDue()
    #expect(
      try place.states(booking) == [
        "email failed", "email queued", "loyalty delivered", "notify delivered", "webhook queued",
      ])
  }

  @Test func `when nobody knows what came of an attempt, it is repeated, and the effect says so`() throws {
    place.email.answer(.unknown(reason: "the connection was lost"))
    _ = try place.outbox.deliverDue()
    place.pass(seconds: 60)
    _ = try place.outbox.deliverDue()
    let email = try place.current(booking).effects[0]
    #expect(email.state == .delivered)
    #expect(email.reason?.contains("may have arrived twice") == true)
    #expect(place.email.asked.map(\.isRepeat) == [false, true])
    #expect(Set(place.email.asked.map(\.id)).count == 1)
  }

  @Test func `an effect whose program died is tried again once its lease has ended`() throws {
    let lost = try place.house.store.write {
      try $0.claimEffects(
        kind: "email", limit: 10, lease: "dead", until: House.saturdayEvening.adding(seconds: 120),
        now: House.saturdayEvening)
    }
    #expect(lost.count == 1)
    #expect(try place.outbox.deliverDue() == 3)
    #expect(try place.states(booking)[0] == "email sending")
    place.pass(seconds: 121)
    _ = try place.outbox.deliverDue()
    #expect(try place.states(booking)[0] == "email delivered")
    #expect(place.email.asked.map(\.isRepeat) == [true])
    // The dead one comes back and has no say any more.
    let isHeeded = try place.house.store.write {
      try $0.finish(lost[0], lease: "dead", .failed(reason: "late"), now: House.saturdayEvening)
    }
    #expect(!isHeeded)
    #expect(try place.states(booking)[0] == "email delivered")
  }

  @Test func `what is late is worse than what never comes`() throws {
    place.email.answer(.retry(reason: "down", after: 24 * 3600))
    _ = try place.outbox.deliverDue()
    let afterwards = booking.endsAt.seconds - House.saturdayEvening.seconds + 3600
    place.pass(seconds: max(afterwards, 24 * 3600))
    _ = try place.outbox.deliverDue()
    let effects = try place.current(booking).effects
    #expect(effects[0].state == .failed && effects[0].reason == "too late, after: down")
    #expect(effects[1].state == .failed && effects[1].reason == "too late")
    #expect(place.email.asked.count == 1)
  }

  @Test func `staff may try again what has failed, and cancel what waits`() throws {
    place.email.answer(.failed(reason: "no"))
    _ = try place.outbox.deliverDue()
    let entries = try place.house.store.read {
      try $0.outbox(restaurantIDs: ["id-anchor"], states: [.failed, .queued], limit: 10)
    }
    #expect(entries.map(\.effect.state) == [.failed, .queued])
    try place.house.store.write { writer in
      try writer.requeueEffect(id: entries[0].id, by: place.house.host.id, now: House.saturdayEvening)
      try writer.cancelEffect(
        id: entries[1].id, reason: "cancelled by staff", by: place.house.host.id, now: House.saturdayEvening)
    }
    #expect(try place.outbox.deliverDue() == 1)
    #expect(try place.states(booking)[0...1] == ["email delivered", "email skipped"])
    let history = try place.house.store.read { try $0.attempts(ofEffect: entries[0].id) }
    #expect(history.map(\.outcome) == ["failed", "delivered"])
    let audit = try place.house.store.rows(
      "SELECT action FROM audit WHERE action LIKE 'effect.%' ORDER BY id")
    #expect(audit == [["action": "effect.requeued"], ["action": "effect.cancelled"]])
  }
}

@Suite struct `Points` {
  @Test func `are entries in a ledger, one for each effect, and a fact about the guest`() throws {
    let place = try OutboxHouse()
    let first = try place.book(party: 2)
    _ = try place.book(party: 3)
    _ = try place.outbox.deliverDue()
    _ = try place.outbox.deliverDue()
    let guest = try #require(
      try place.house.store.read {
        try $0.guest(
          matching: GuestKey(name: "Ada Lovelace", email: "ada@example.com"), atRestaurant: "id-anchor",
          now: House.saturdayEvening)
      })
    #expect(guest.facts.points == 50)
    #expect(try place.house.store.read { try $0.loyalty(ofBooking: first.id) }.map(\.points) == [20])
  }

  @Test func `are given once, wherever the program that gives them is stopped`() throws {
    let place = try OutboxHouse()
    let booking = try place.book(party: 2)
    for _ in 0..<5 {
      // Claimed and gone: the entry and the effect's state are one transaction, so nothing was given.
      _ = try place.house.store.write {
        try $0.claimEffects(
          kind: "loyalty", limit: 1, lease: "dead", until: place.outbox.now().adding(seconds: 120),
          now: place.outbox.now())
      }
      place.pass(seconds: 121)
      try place.outbox.tidy()
      #expect(try place.house.store.read { try $0.loyalty(ofBooking: booking.id) }.isEmpty)
    }
    _ = try place.outbox.deliverDue()
    _ = try place.outbox.deliverDue()
    #expect(try place.house.store.read { try $0.loyalty(ofBooking: booking.id) }.map(\.points) == [20])
  }

  @Test func `that were given are never changed`() throws {
    let place = try OutboxHouse()
    _ = try place.book()
    _ = try place.outbox.deliverDue()
    #expect(throws: StoreError.self) {
      try place.house.store.execute("UPDATE loyalty_entries SET points = 1000")
    }
  }
}

@Suite struct `Several outboxes on one store` {
  @Test func `share the work, and nothing is done twice`() throws {
    let directory = try TemporaryDirectory()
    let places = try [
      OutboxHouse(store: TestStore.create(directory: directory.path)),
      OutboxHouse(store: TestStore.open(directory: directory.path), isNew: false),
    ]
    let bookings = try (0..<20).map { _ in try places[0].book(party: 1) }
    let all = DispatchGroup()
    for place in places + places {
      all.enter()
      Thread.detachNewThread {
        #expect(throws: Never.self) { _ = try place.outbox.deliverDue() }
        all.leave()
      }
    }
    all.wait()
    let asked = places.flatMap { $0.email.asked }.map(\.booking.id)
    #expect(asked.count == 20 && Set(asked) == Set(bookings.map(\.id)))
    let sum = try places[0].house.store.rows("SELECT sum(points) AS n, count(*) AS c FROM loyalty_entries")
    #expect(sum == [["n": "200", "c": "20"]])
  }
}

@Suite struct `A runner` {
  @Test func `lets no kind wait for another that hangs, and stops when it is told to`() throws {
    let place = try OutboxHouse()
    let (hanging, gate) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    place.email.first {
      hanging.signal()
      gate.wait()
    }
    let sent = DispatchSemaphore(value: 0)
    place.webhook.first { sent.signal() }
    let booking = try place.book()
    let runner = OutboxRunner(place.outbox)
    runner.start()
    for semaphore in [hanging, sent] { #expect(semaphore.wait(timeout: .now() + 600) == .success) }
    for _ in 0..<8 { gate.signal() }
    runner.stop()
    #expect(try place.states(booking)[4] == "webhook delivered")
    #expect(try place.states(booking)[0] == "email delivered")
  }
}

@Suite struct `When effects are due` {
  private let start = Instant(seconds: 1_000_000)
  private var end: Instant { start.adding(minutes: 90) }

  private func timing(_ action: Effect.Action, decided: Instant) -> EffectTiming {
    EffectTiming(action, startsAt: start, endsAt: end, decided: decided)
  }

  @Test func `a confirmation goes out at once and is of use until the guests have gone`() {
    let early = start.adding(minutes: -5 * 1440)
    let timing = timing(.email(template: "confirmation", beforeMinutes: nil), decided: early)
    #expect(timing.due == early && timing.expires == end)
  }

  @Test func `waiting grows and is spread by a fifth`() {
    let waits = (1...9).map { RetryPolicy.delay(afterAttempt: $0, asked: nil, random: 0.5) }
    #expect(waits == [15, 60, 300, 900, 3600, 10800, 21600, 21600, 21600])
    #expect(RetryPolicy.delay(afterAttempt: 2, asked: nil, random: 0) == 48)
    #expect(RetryPolicy.delay(afterAttempt: 2, asked: nil, random: 0.999) == 72)
    #expect(RetryPolicy.delay(afterAttempt: 1, asked: 10_000_000, random: 0.5) == 86_400)
  }
}

@Suite struct `Queries of the outbox` {
  @Test(.aboutSQLite) func `walk through no table`() throws {
    let place = try OutboxHouse()
    for _ in 0..<10 { _ = try place.book(party: 1) }
    let now = House.saturdayEvening
    let plan = try place.house.store.plans { store in
      _ = try store.hasEffectsDue(kind: "email", bookingID: nil, dueBy: now, now: now)
      _ = try store.hasEffectsToTidy(now: now)
      _ = try store.claimEffects(kind: "email", limit: 1, lease: "x", until: now, now: now)
      _ = try store.recoverEffects(now: now)
      _ = try store.expireEffects(now: now)
      _ = try store.points(ofGuest: "x")
      _ = try store.notices(ofRestaurant: "id-anchor", limit: 5)
    }.flatMap(\.plan)
    #expect(!plan.contains { $0.hasPrefix("SCAN") && !$0.contains("INDEX") }, "\(plan)")
    // Nor through all that waits.
    let queued = try place.house.store.plans { store in
      _ = try store.hasEffectsDue(kind: "email", bookingID: nil, dueBy: now, now: now)
      _ = try store.effectsTooLate(kind: "email", now: now, limit: 1)
    }.flatMap(\.plan).filter { $0.contains("effects") }
    let index = "effects_due (kind=? AND due_at<?)"
    #expect(queued.count == 2 && queued.allSatisfy { $0.contains(index) }, "\(queued)")
  }
}
