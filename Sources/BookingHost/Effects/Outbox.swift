import Foundation
import Synchronization

/// Makes effects happen after their booking is committed: each is leased, tried, and settled by what came of it.
///
/// Several outboxes, in this process and in others, may work on one store: an effect belongs to one of them until
/// its lease ends. What happens in the store itself (points, notices) is settled in the transaction that claims
/// it; what happens outside may, when a program is killed between the doing and the noting, happen twice, and
/// the effect then says so.
package struct Outbox: Sendable {
  let store: Store
  let deliverers: [String: any EffectDeliverer]
  let now: @Sendable () -> Instant
  /// From 0 up to 1.
  let random: @Sendable () -> Double
  /// A name for a lease that nobody else has.
  let leaseName: @Sendable () -> String

  /// `deliverers` are by kind of effect: `email`, `webhook`, `notify`. A kind without one fails; `loyalty` needs
  /// none, and without one for `notify` dashboards alone are told.
  package init(
    store: Store, deliverers: [String: any EffectDeliverer], now: @escaping @Sendable () -> Instant,
    random: @escaping @Sendable () -> Double, leaseName: @escaping @Sendable () -> String
  ) {
    self.store = store
    self.deliverers = deliverers
    self.now = now
    self.random = random
    self.leaseName = leaseName
  }

  /// How long one attempt may take, in seconds. A deliverer gives up well before.
  package static let leaseSeconds = 120

  /// Attempts of one kind that may be under way at once, in this process.
  package static let concurrency = ["email": 4, "webhook": 8, "notify": 2, "loyalty": 1]

  /// Sets right what was left behind: leases that ran out, effects that are too late. To be called now and then.
  package func tidy() throws {
    let now = now()
    // Most of the time there is nothing to do, and nothing to lock for it.
    guard try store.read({ try $0.hasEffectsToTidy(now: now) }) else { return }
    try store.write { writer in
      _ = try writer.recoverEffects(now: now)
      _ = try writer.expireEffects(now: now)
    }
  }

  /// Takes an effect of a kind that is due, or several where that takes no time, tries it, and settles it. Returns
  /// how many; 0 when none was due. Blocks as long as the attempt takes. With `dueBy`, what has become due after that
  /// moment is left alone.
  package func deliverNext(kind: String, bookingID: String? = nil, dueBy: Instant? = nil) throws -> Int {
    let lease = leaseName()
    let asked = now()
    guard
      try store.read({
        try $0.hasEffectsDue(kind: kind, bookingID: bookingID, dueBy: dueBy ?? asked, now: asked)
      })
    else { return 0 }
    let claims = try store.write { writer in
      // The lease begins when it is written: others may have held the store for a while.
      let began = now()
      return try writer.claimEffects(
        kind: kind, bookingID: bookingID, dueBy: dueBy, limit: isSettledWithin(kind) ? 32 : 1, lease: lease,
        until: began.adding(seconds: Outbox.leaseSeconds), now: began
      ).map { (job: $0, isSettled: try settleWithin(writer, $0, lease, now: began)) }
    }
    for claim in claims where !claim.isSettled { try attempt(claim.job, lease) }
    return claims.count
  }

  /// Kinds that happen in the store itself. Many are settled in one transaction: none of them takes long, and each
  /// by itself would wait for the disk.
  private func isSettledWithin(_ kind: String) -> Bool {
    kind == "loyalty" || (kind == "notify" && deliverers[kind] == nil)
  }

  /// What happens in the store itself is done, and noted, in the transaction that claims it: there is no moment
  /// at which it could be half done. False when there is more to it.
  private func settleWithin(
    _ writer: StoreWriter, _ job: EffectJob, _ lease: String, now: Instant
  ) throws -> Bool {
    if let reason = job.overtaken {
      return try writer.finish(job, lease: lease, .cancelled(reason: reason), now: now)
    }
    switch job.effect.action {
    case .loyalty: try writer.award(job, lease: lease, now: now)
    // The notice itself is posted by the claim; a program may be told of it as well.
    case .notify where isSettledWithin("notify"):
      try writer.finish(job, lease: lease, .delivered, now: now)
    case .notify, .email, .webhook, .none: return false
    }
    return true
  }

  /// Kinds whose attempts ask nobody outside this machine.
  private func isLocal(_ kind: String) -> Bool { deliverers[kind]?.isLocal ?? true }

  /// Whether something of a booking is due that asks somebody outside.
  package func hasMore(_ booking: Booking, now: Instant) -> Bool {
    booking.effects.contains { effect in
      effect.isDue(now) && !isLocal(effect.effect.action.kind)
    }
  }

  /// Whether attempts of the kinds that a booking waits for are held up, so that there is no sense in waiting.
  package func isHeldUp(_ booking: Booking, now: Instant) -> Bool {
    let kinds = Set(booking.effects.filter { $0.state == .queued }.map(\.effect.action.kind))
    let begun = now.adding(seconds: Outbox.leaseSeconds - 1)
    let isInTrouble = try? store.read {
      try $0.hasEffectsInTrouble(kinds: kinds.sorted(), leaseEndsBefore: begun)
    }
    return isInTrouble ?? true
  }

  /// Tries everything that is due, each effect once, and returns how many attempts that were. Kinds go side by
  /// side.
  package func deliverDue(bookingID: String? = nil, onlyLocal: Bool = false) throws -> Int {
    let start = now()
    try tidy()
    let kinds = Outbox.concurrency.keys.sorted().filter { !onlyLocal || isLocal($0) }
    let tried = Mutex(0)
    let failure = Mutex<(any Error)?>(nil)
    let all = DispatchGroup()
    for kind in kinds {
      all.enter()
      Thread.detachNewThread {
        do {
          // What fails is put off beyond the start, however long the others take; so this ends.
          while case let count = try deliverNext(kind: kind, bookingID: bookingID, dueBy: start), count > 0 {
            tried.withLock { $0 += count }
          }
        } catch {
          failure.withLock { $0 = error }
        }
        all.leave()
      }
    }
    all.wait()
    if let error = failure.withLock({ $0 }) { throw error }
    return tried.withLock { $0 }
  }

  private func attempt(_ job: EffectJob, _ lease: String) throws {
    let deliverer = deliverers[job.effect.action.kind]
    try settle(
      job, lease, deliverer?.deliver(job) ?? .failed(reason: "this host delivers nothing of the kind"))
  }

  private func settle(_ job: EffectJob, _ lease: String, _ outcome: DeliveryOutcome) throws {
    let now = now()
    try store.write { _ = try $0.finish(job, lease: lease, change(job, outcome, now), now: now) }
  }

  func change(_ job: EffectJob, _ outcome: DeliveryOutcome, _ now: Instant) -> EffectChange {
    func later(_ asked: Int?) -> Instant {
      now.adding(seconds: RetryPolicy.delay(afterAttempt: job.attempt, asked: asked, random: random()))
    }
    switch outcome {
    case .delivered: return .delivered
    case .failed(let reason): return .failed(reason: reason)
    case .retry(let reason, let after): return .tryAgain(at: later(after), reason: reason, isUncertain: false)
    case .unknown(let reason): return .tryAgain(at: later(nil), reason: reason, isUncertain: true)
    case .skipped(let reason): return .cancelled(reason: reason)
    }
  }
}

extension Instant {
  package func adding(seconds more: Int) -> Instant { Instant(seconds: seconds + more) }
}
