// The plan: what the host reads itself, and what stands in for what is missing.
extension Decider {
  /// Reads date, time and party, and completes the facts about the start.
  mutating func readPlan() throws {
    for issue in plan.issues {
      findings.append(Finding(issue: issue, isFloor: true, ownMessage: issue.message))
    }
    let start = LocalDateTime(date: plan.date ?? facts.now.date, minute: plan.minute ?? nextSlot())
    values.date = start.date
    values.minute = start.minute
    values.party = plan.party.map { $0 >= 1 ? $0 : 2 } ?? 2
    completeStart(start)
    completeDay(start)
  }

  /// The next minute of the grid after now: what stands in for a missing time.
  private func nextSlot() -> Int {
    let grid = policy.tables.time.slotMinutes.fixedValue ?? 15
    let next = (facts.now.minute / grid + 1) * grid
    return next < 1440 ? next : 0
  }

  private mutating func completeStart(_ local: LocalDateTime) {
    let isGiven = plan.date != nil && plan.minute != nil
    if let start = facts.start, start.local == local {
      startIsReal = isGiven
    } else {
      let zone = Zone(identifier: facts.restaurant.timezone) ?? .utc
      switch StartReading.read(local, now: facts.now, zone: zone) {
      case .start(let start):
        facts.start = start
        facts.day = nil
        startIsReal = isGiven
      case .skipped:
        let notice = local.totalMinutes - facts.now.totalMinutes
        facts.start = Facts.Start(local: local, noticeMinutes: notice)
        facts.day = nil
        if isGiven { find("time_invalid", Field.time, isFloor: true) }
      }
    }
    if startIsReal, facts.start?.repeats == true { find("time_ambiguous", Field.time) }
  }

  private mutating func completeDay(_ local: LocalDateTime) {
    if facts.day == nil {
      facts.day = Facts.ServiceDayMoment(local, everyDay: facts.hours)
    }
    if facts.service == nil, let minute = facts.day?.minute {
      facts.service = facts.services.first { $0.contains(minute) }
    }
  }

  mutating func judgeParty() throws {
    guard let party = plan.party else { return }
    // Below one there is no party, whatever the tables say.
    let low = max(1, try whole(policy.tables.party.min, 0...1_000_000))
    if party < low {
      find(
        "party_min", Field.party, at: policy.tables.party.min.place, .init(limit: low, over: low - party),
        isFloor: party < 1)
    }
    let high = try whole(policy.tables.party.max, 0...1_000_000)
    if party > high {
      find(
        "party_max", Field.party, at: policy.tables.party.max.place,
        .init(limit: high, over: party.subtractingReportingOverflow(high).partialValue))
    }
  }
}
