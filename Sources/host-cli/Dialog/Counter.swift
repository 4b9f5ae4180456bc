import BookingHost

/// What a conversation about a booking works with: the desk, and who stands at it.
struct Counter {
  let desk: BookingDesk
  let caller: Caller
  let role: Role
  let restaurant: Restaurant
  let policy: Policy

  var isStaff: Bool { policy.access == .staff }
  var now: LocalDateTime { restaurant.zone.local(desk.environment.now()) }
  var today: CivilDate { now.date }

  /// What the rules say to a draft, without booking it.
  func quote(_ draft: Draft, _ manner: Manner, scope: RuleBook.Scope) throws -> Verdict {
    try desk.rules.decide(
      mode: policy.mode, draft: draft, facts: facts(draft, manner), overrideReason: manner.overrideReason,
      scope: scope)
  }

  /// The questions about a guest, as they stand for a draft.
  func form(_ draft: Draft, _ manner: Manner) throws -> [FormField] {
    try desk.rules.form(mode: policy.mode, draft: draft, facts: facts(draft, manner))
  }

  /// What a booking rests on beside its draft.
  struct Manner {
    /// Whether the guests are at the door.
    var isNow = false
    var overrideReason: String?
    var idempotencyKey: String?
  }

  func book(_ draft: Draft, _ manner: Manner) throws -> BookingResult {
    let request = BookingRequest(
      restaurant: restaurant.id, mode: policy.mode, draft: draft, isNow: manner.isNow,
      overrideReason: manner.overrideReason, idempotencyKey: manner.idempotencyKey)
    return try desk.book(request, by: caller)
  }

  private func facts(_ draft: Draft, _ manner: Manner) throws -> Facts {
    let plan = Plan(draft)
    let now = desk.environment.now()
    return try desk.store.read { reader in
      let (restaurant, staff) = try desk.admit(caller, policy, restaurant.id, reader)
      let day = plan.date ?? restaurant.zone.local(now).date
      let diary = try reader.diary(of: restaurant, around: day)
      let action: Facts.Action = manner.isNow && isStaff ? .walkin : .quote
      let inquiry = Diary.Inquiry(mode: policy.mode, action: action, now: now, staff: staff)
      return diary.facts(inquiry, start: plan.start, day: day)
    }
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

  func alternatives(_ draft: Draft) throws -> [LocalDateTime] {
    try desk.alternatives(
      restaurant: restaurant.id, mode: policy.mode, draft: draft, by: caller, count: 4
    ).map(\.start).filter { $0 >= now }
  }
}
