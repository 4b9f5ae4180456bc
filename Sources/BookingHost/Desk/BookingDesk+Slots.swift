/// One start that could be booked, and what the rules say to it.
package struct Slot: Hashable, Sendable {
  /// The calendar date and time to book.
  package var start: LocalDateTime
  package var startsAt: Instant
  package var serviceMinute: Int
  package var outcome: Verdict.Outcome
  package var issues: [Issue]
  /// Fields that a booking would still have to give.
  package var needs: [String]

  package var isFree: Bool { outcome == .confirmed || outcome == .pending }
}

extension BookingDesk {
  /// Every slot of a service day, each decided by the mode's rules.
  ///
  /// Throws `HostError` as `book` does, and when a rule fails.
  package func slots(
    restaurant name: String, date: CivilDate, mode: String, draft: Draft, by caller: Caller
  ) throws -> [Slot] {
    let policy = try policy(mode)
    let now = environment.now()
    let (diary, staff) = try store.read { reader in
      let (restaurant, staff) = try admit(caller, policy, name, reader)
      return (try reader.diary(of: restaurant, around: date), staff)
    }
    let inquiry = Diary.Inquiry(mode: mode, action: .quote, now: now, staff: staff)
    return try starts(policy, diary, date, inquiry, draft).map { try slot(diary, inquiry, $0, draft) }
  }

  /// Up to `count` starts nearest to the one asked for that would be taken as they are, none of them past.
  /// Last night's service is looked at too: what starts past midnight may belong to it.
  package func alternatives(
    restaurant name: String, mode: String, draft: Draft, by caller: Caller, count: Int = 3
  ) throws -> [Slot] {
    guard let asked = Plan(draft).start else { return [] }
    let now = environment.now()
    let free = try [-1, 0].flatMap { offset in
      try slots(
        restaurant: name, date: asked.date.adding(days: offset), mode: mode, draft: draft, by: caller)
    }.filter { $0.isFree && $0.start != asked && $0.startsAt >= now }
    func distance(_ slot: Slot) -> Int { abs(slot.start.totalMinutes - asked.totalMinutes) }
    let nearest = free.sorted { (distance($0), $0.start) < (distance($1), $1.start) }
    return nearest.prefix(count).sorted { $0.start < $1.start }
  }

  private func slot(_ diary: Diary, _ inquiry: Diary.Inquiry, _ start: LocalDateTime, _ draft: Draft) throws
    -> Slot
  {
    var draft = draft
    draft[Field.date] = .text(start.date.description)
    draft[Field.time] = .text(start.time)
    let facts = diary.facts(inquiry, start: start, day: start.date)
    let verdict = try rules.decide(mode: inquiry.mode, draft: draft, facts: facts, scope: .plan)
    return Slot(
      start: start, startsAt: facts.start?.instant ?? inquiry.now,
      serviceMinute: facts.day?.minute ?? start.minute, outcome: verdict.outcome,
      issues: verdict.issues, needs: verdict.needs)
  }

  /// The grid of a service day: from each service's opening, or from the hours' where there is no service.
  /// Times that the clocks skip that night are not among them.
  private func starts(
    _ policy: Policy, _ diary: Diary, _ date: CivilDate, _ inquiry: Diary.Inquiry, _ draft: Draft
  ) throws -> [LocalDateTime] {
    guard let day = diary.days[date], !day.hours.closed else { return [] }
    let stretches =
      day.services.isEmpty
      ? [(day.hours.opens, day.hours.closes)] : day.services.map { ($0.period.opens, $0.period.closes) }
    var minutes: Set<Int> = []
    for (opens, closes) in stretches {
      let first = LocalDateTime(day: date, minute: opens)
      let facts = diary.facts(inquiry, start: first, day: date)
      let grid = try rules.slotMinutes(mode: policy.mode, draft: draft, at: first, facts: facts)
      minutes.formUnion(stride(from: opens, to: min(closes, day.hours.closes), by: grid))
    }
    return minutes.sorted().map { LocalDateTime(day: date, minute: $0) }.filter { start in
      diary.moment(of: start).date == date && !diary.restaurant.zone.instants(of: start).isEmpty
    }
  }
}
