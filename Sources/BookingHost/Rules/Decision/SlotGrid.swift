extension RuleBook {
  /// The starts of a service day: from each service's opening on, or from the hours' where there is no
  /// service, as far apart as the mode says. `facts` are those of a start.
  func starts(
    mode: String, draft: Draft, on day: ServiceDay, facts: (LocalDateTime) -> Facts?
  ) throws -> [LocalDateTime] {
    guard !day.hours.closed else { return [] }
    let stretches =
      day.services.isEmpty
      ? [(day.hours.opens, day.hours.closes)] : day.services.map { ($0.period.opens, $0.period.closes) }
    var minutes: Set<Int> = []
    for (opens, closes) in stretches {
      let first = LocalDateTime(day: day.date, minute: opens)
      guard let facts = facts(first) else { continue }
      let grid = try slotMinutes(mode: mode, draft: draft, at: first, facts: facts)
      minutes.formUnion(stride(from: opens, to: min(closes, day.hours.closes), by: grid))
    }
    return minutes.sorted().map { LocalDateTime(day: day.date, minute: $0) }
  }
}
