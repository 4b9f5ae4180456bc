// What could be booked instead.
extension BookingDesk {
  /// The nearest plans to a refused request that would be taken as they are, over the restaurant's diary;
  /// none when the request would pass, or when it is not its plan that stands in the way.
  ///
  /// Throws `HostError` as `book` does.
  package func alternatives(to request: BookingRequest, by caller: Caller) throws -> [Alternative] {
    var request = request
    request.idempotencyKey = nil
    let found = try store.read { reader -> (Visit, Attempt, Diary)? in
      let visit = try open(request, caller, reader)
      guard let date = Plan(visit.draft).date else { return nil }
      let attempt = try decide(visit, reader)
      return (visit, attempt, try week(of: visit.restaurant, from: date, reader))
    }
    guard let found else { return [] }
    let (visit, attempt, diary) = found
    guard case .decided(let verdict) = attempt.conclusion, verdict.isRefusedForThePlan else { return [] }
    let inquiry = Diary.Inquiry(
      mode: visit.policy.mode, action: .quote, now: visit.now, staff: visit.staff,
      guest: attempt.facts.guest)
    var search = AlternativeSearch(
      visit.rules, mode: visit.policy.mode, draft: visit.draft, around: DiarySurroundings(diary, inquiry))
    return search.nearest(to: verdict)
  }

  /// What could be booked instead on a service day of which no slot is free: by a smaller party, or on the
  /// days after it.
  package func alternatives(
    toDay date: CivilDate, restaurant name: String, slots: [Slot], mode: String, draft: Draft,
    by caller: Caller, changing: String? = nil
  ) throws -> [Alternative] {
    guard let party = Plan(draft).party, !slots.contains(where: \.isFree) else { return [] }
    let policy = try policy(mode)
    let rules = rules
    let (diary, staff) = try store.read { reader in
      let (restaurant, staff) = try admit(caller, policy, name, reader)
      return (try week(of: restaurant, from: date, reader), staff)
    }
    let inquiry = Diary.Inquiry(
      mode: mode, action: .quote, now: environment.now(), staff: staff, changing: changing)
    var search = AlternativeSearch(
      rules, mode: mode, draft: draft, around: DiarySurroundings(diary, inquiry))
    return search.nearest(toDay: date, party: party, issues: slots.flatMap(\.issues))
  }

  /// The days on which alternatives are looked for, and those that have to be known to decide them.
  private func week(
    of restaurant: Restaurant, from date: CivilDate, _ reader: some StoreReading
  ) throws -> Diary {
    let last = AlternativeSearch.daysAhead.upperBound + 1
    let days = try stride(from: -1, through: last, by: 3).flatMap { ahead in
      try reader.diary(of: restaurant, around: date.adding(days: ahead)).days.values
    }
    return Diary(restaurant: restaurant, days: days)
  }
}
