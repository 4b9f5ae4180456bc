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
  /// Every slot of a service day, each decided by the mode's rules. `changing` is the id of a booking that would be
  /// moved there, and is not counted.
  ///
  /// Throws `HostError` as `book` does, and when a rule fails.
  package func slots(
    restaurant name: String, date: CivilDate, mode: String, draft: Draft, by caller: Caller,
    changing: String? = nil
  ) throws -> [Slot] {
    let policy = try policy(mode)
    // One rule book for the whole day, whatever goes live meanwhile.
    let rules = rules
    let now = environment.now()
    let (diary, staff) = try store.read { reader in
      let (restaurant, staff) = try admit(caller, policy, name, reader)
      return (try reader.diary(of: restaurant, around: date), staff)
    }
    let inquiry = Diary.Inquiry(mode: mode, action: .quote, now: now, staff: staff, changing: changing)
    return try starts(rules, diary, date, inquiry, draft).map {
      try slot(rules, diary, inquiry, $0, draft)
    }
  }

  private func slot(
    _ rules: RuleBook, _ diary: Diary, _ inquiry: Diary.Inquiry, _ start: LocalDateTime, _ draft: Draft
  ) throws -> Slot {
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

  /// The grid of a service day. Times that the clocks skip that night are not among them.
  private func starts(
    _ rules: RuleBook, _ diary: Diary, _ date: CivilDate, _ inquiry: Diary.Inquiry, _ draft: Draft
  ) throws -> [LocalDateTime] {
    guard let day = diary.days[date] else { return [] }
    let starts = try rules.starts(mode: inquiry.mode, draft: draft, on: day) {
      diary.facts(inquiry, start: $0, day: date)
    }
    return starts.filter { start in
      diary.moment(of: start).date == date && !diary.restaurant.zone.instants(of: start).isEmpty
    }
  }
}
