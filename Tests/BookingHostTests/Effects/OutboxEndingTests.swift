import Foundation
import Synchronization
import Testing

@testable import BookingHost

@Suite struct `What is too late` {
  @Test func `is not tried by who comes before it has been noted as such`() throws {
    let place = try OutboxHouse()
    let booking = try place.book()
    place.pass(seconds: booking.endsAt.seconds - House.saturdayEvening.seconds + 3 * 24 * 3600)
    // As a runner's threads do: nobody has tidied up yet.
    for kind in ["email", "notify", "webhook"] {
      #expect(try place.outbox.deliverNext(kind: kind) == 0, "\(kind)")
    }
    let now = place.outbox.now()
    let claimed = try place.house.store.write { writer in
      try ["email", "notify", "webhook"].flatMap {
        try writer.claimEffects(kind: $0, limit: 9, lease: "x", until: now.adding(seconds: 9), now: now)
      }
    }
    #expect(claimed.isEmpty)
    try place.outbox.tidy()
    #expect(
      try place.states(booking) == [
        "email failed", "email failed", "loyalty queued", "notify failed", "webhook failed",
      ])
    #expect(place.email.asked.isEmpty && place.webhook.asked.isEmpty)
  }

  @Test func `says that it may have got through, where an attempt did not end`() throws {
    let place = try OutboxHouse()
    place.email.answer(.unknown(reason: "the connection was lost"), .failed(reason: "mailbox unavailable"))
    place.webhook.answer(.unknown(reason: "no answer"), .retry(reason: "busy", after: nil))
    let booking = try place.book()
    _ = try place.outbox.deliverDue()
    place.pass(seconds: 60)
    _ = try place.outbox.deliverDue()
    #expect(
      try place.current(booking).effects[0].reason
        == "mailbox unavailable; an earlier attempt may have got through")
    place.pass(seconds: 3 * 24 * 3600)
    _ = try place.outbox.deliverDue()
    #expect(
      try place.current(booking).effects[4].reason
        == "too late, after: busy; an earlier attempt may have got through")
  }

  @Test func `may be tried again by staff for a day, not for ever`() throws {
    let place = try OutboxHouse()
    place.webhook.answer(.failed(reason: "no"))
    let booking = try place.book()
    _ = try place.outbox.deliverDue()
    let id = try #require(
      try place.house.store.read {
        try $0.outbox(restaurantIDs: ["id-anchor"], states: [.failed], limit: 1).first?.id
      })
    place.pass(seconds: 10 * 24 * 3600)
    let again = place.outbox.now()
    try place.house.store.write { try $0.requeueEffect(id: id, by: place.house.manager.id, now: again) }
    place.webhook.answer(.retry(reason: "still", after: nil), .retry(reason: "still", after: nil))
    _ = try place.outbox.deliverDue()
    #expect(try place.states(booking)[4] == "webhook queued")
    place.pass(seconds: 24 * 3600)
    _ = try place.outbox.deliverDue()
    #expect(try place.current(booking).effects[4].reason == "too late, after: still")
    #expect(place.webhook.asked.count == 2)
  }
}

@Suite struct `Trying what is due` {
  @Test func `ends, however long attempts take and however soon the next would be due`() throws {
    let place = try OutboxHouse()
    for _ in 0..<3 { _ = try place.book() }
    for _ in 0..<20 { place.webhook.answer(.retry(reason: "slow", after: nil)) }
    place.webhook.first { place.pass(seconds: 300) }
    _ = try place.outbox.deliverDue()
    #expect(place.webhook.asked.map(\.attempt) == [1, 1, 1])
  }

  @Test func `has the lease begin when it is written, not when the store was waited for`() throws {
    let place = try OutboxHouse()
    let booking = try place.book()
    let calls = Mutex(0)
    let house = place.house
    // A minute goes by between the look and the claim.
    let outbox = Outbox(
      store: house.store, deliverers: ["email": place.email],
      now: {
        let isLater = calls.withLock { calls in
          calls += 1
          return calls > 1
        }
        return House.saturdayEvening.adding(seconds: isLater ? 60 : 0)
      }, random: { 0.5 }, leaseName: { "lease" })
    let until = Mutex<String?>(nil)
    place.email.first {
      let row = try? house.store.rows("SELECT leased_until FROM effects WHERE state = 'sending'").first
      until.withLock { $0 = row?["leased_until"] }
    }
    #expect(try outbox.deliverNext(kind: "email", bookingID: booking.id) == 1)
    #expect(until.withLock { $0 } == "\(House.saturdayEvening.seconds + 60 + Outbox.leaseSeconds)")
  }
}

@Suite struct `Runners on one store` {
  /// An outside world that counts what arrives, and hands out trouble by turns.
  private final class World: EffectDeliverer {
    private let state = Mutex((attempts: [Int: Int](), done: [Int: Int]()))

    func deliver(_ job: EffectJob) -> DeliveryOutcome {
      state.withLock { state in
        let attempt = state.attempts[job.id, default: 0] + 1
        state.attempts[job.id] = attempt
        switch (job.id + attempt) % 4 {
        case 0: return .retry(reason: "busy", after: nil)
        case 1 where attempt < 3:
          state.done[job.id, default: 0] += 1
          return .unknown(reason: "the line went dead")
        default:
          state.done[job.id, default: 0] += 1
          return .delivered
        }
      }
    }

    var done: [Int: Int] { state.withLock { $0.done } }
  }

  @Test func `leave nothing undone, repeat nothing that is known to be done, and balance to the point`()
    async throws
  {
    let directory = try TemporaryDirectory()
    let first = try OutboxHouse(store: TestStore.create(directory: directory.path))
    let count = 30
    for _ in 0..<count { _ = try first.book(party: 1) }
    let world = World()
    let house = first.house
    let outboxes = try (0..<3).map { _ in
      Outbox(
        store: try TestStore.open(directory: directory.path), deliverers: ["email": world, "webhook": world],
        now: { house.clock.withLock { $0 } }, random: { 0.5 }, leaseName: { UUID().uuidString })
    }
    // Some are claimed by programs that are gone before they have tried, at every turn.
    for turn in 0..<12 {
      _ = try house.store.write { writer in
        try Effect.kinds.flatMap {
          try writer.claimEffects(
            kind: $0, limit: 2, lease: "gone \(turn)", until: first.outbox.now().adding(seconds: 120),
            now: first.outbox.now())
        }
      }
      let runners = outboxes.map { OutboxRunner($0) }
      for runner in runners { runner.start() }
      while try outboxes[0].hasWork() { try await Task.sleep(for: .milliseconds(5)) }
      for runner in runners { runner.stop() }
      first.pass(seconds: turn == 8 ? 20 * 3600 : 130)
    }
    let rows = try house.store.rows("SELECT id, kind, template, state, is_uncertain, reason FROM effects")
    for row in rows where row["template"] != "reminder" {
      // A notice is of use for a quarter of an hour, and points are points.
      #expect(row["state"] == "delivered", "\(row)")
      guard row["kind"] == "email" || row["kind"] == "webhook" else { continue }
      let times = world.done[Int(row["id"] ?? "") ?? 0] ?? 0
      #expect(times >= 1)
      #expect(times == 1 || row["reason"]?.contains("may have arrived twice") == true, "\(row) \(times)")
    }
    let sum = try house.store.rows("SELECT sum(points) AS n, count(*) AS c FROM loyalty_entries")
    #expect(sum == [["n": "\(10 * count)", "c": "\(count)"]])
    #expect(try house.store.rows("SELECT count(*) AS n FROM notices") == [["n": "\(count)"]])
  }
}

extension Outbox {
  /// Whether something is due now.
  fileprivate func hasWork() throws -> Bool {
    let now = now()
    return try store.read { reader in
      try reader.hasEffectsToTidy(now: now)
        || Outbox.concurrency.keys.contains {
          try reader.hasEffectsDue(kind: $0, bookingID: nil, dueBy: now, now: now)
        }
    }
  }
}
