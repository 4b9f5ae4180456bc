import BookingHost

/// What a conversation about a booking works with: the desk, and who stands at it.
struct Counter {
  let desk: BookingDesk
  var caller: Caller
  /// The role that overrides are held against.
  var role: Role
  let restaurant: Restaurant
  let policy: Policy
  /// Checks the password of somebody who approves; throws `HostError` when their word does not count here.
  var approver: (_ email: String, _ password: String) throws -> (Approver, Role) = { _, _ in
    throw HostError.notYours
  }

  var isStaff: Bool { policy.access == .staff }
  var now: LocalDateTime { restaurant.zone.local(desk.environment.now()) }
  var today: CivilDate { now.date }

  /// What the rules say to a draft, without booking it.
  func quote(_ draft: Draft, _ manner: Manner, scope: RuleBook.Scope) throws -> Verdict {
    try desk.verdict(on: request(draft, manner), by: caller, scope: scope)
  }

  /// The questions about a guest, as they stand for a draft.
  func form(_ draft: Draft, _ manner: Manner) throws -> [FormField] {
    try desk.form(for: request(draft, manner), by: caller)
  }

  /// What a booking rests on beside its draft.
  struct Manner {
    /// Whether the guests are at the door.
    var isNow = false
    var overrideReason: String?
    var idempotencyKey: String?
  }

  func book(_ draft: Draft, _ manner: Manner) throws -> BookingResult {
    try desk.book(request(draft, manner, key: manner.idempotencyKey), by: caller)
  }

  private func request(_ draft: Draft, _ manner: Manner, key: String? = nil) -> BookingRequest {
    BookingRequest(
      restaurant: restaurant.id, mode: policy.mode, draft: draft, isNow: manner.isNow,
      overrideReason: manner.overrideReason, idempotencyKey: key)
  }
}

// When there is room.
extension Counter {
  /// The free starts of a calendar date, last night's service and the night after included.
  func freeStarts(on date: CivilDate, _ draft: Draft) throws -> [LocalDateTime] {
    let days = [date.adding(days: -1), date]
    let slots = try days.flatMap { day in
      try desk.slots(restaurant: restaurant.id, date: day, mode: policy.mode, draft: draft, by: caller)
    }
    return slots.filter { $0.isFree && ($0.start.date >= date) }.map(\.start).filter { $0 >= now }.sorted()
  }

  /// The first date with room, today if there is any, within two weeks.
  func firstFreeDate(from date: CivilDate, _ draft: Draft) throws -> CivilDate? {
    for ahead in 0..<14 {
      let day = date.adding(days: ahead)
      if try freeStarts(on: day, draft).contains(where: { $0.date == day }) { return day }
    }
    return nil
  }

  /// That guests at the door can wait instead of what was refused.
  func waitOffer(_ draft: Draft, _ manner: Manner, refused issues: [Issue]) throws -> WaitOffer? {
    try desk.waitOffer(
      for: request(draft, manner), refused: Refusal(issues: issues, isOverridable: false), by: caller)
  }

  func alternatives(_ draft: Draft, _ manner: Manner) throws -> [Alternative] {
    try desk.alternatives(to: request(draft, manner), by: caller)
  }
}
