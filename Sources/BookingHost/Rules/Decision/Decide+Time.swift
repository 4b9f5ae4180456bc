// When: notice, horizon, hours, services and the grid; and how full it is.
extension Decider {
  /// How long the sitting is, and from that who else is seated meanwhile.
  mutating func judgeDuration() throws {
    guard let start = facts.start else { return }
    // While the duration itself is worked out, `seated` is who sits there at the start.
    countSeated(start, minutes: 1)
    duration = try whole(policy.tables.time.durationMinutes, 1...2880)
    let before = facts.load.seated
    countSeated(start, minutes: duration)
    if facts.load.seated != before { forgetArguments() }
  }

  private mutating func countSeated(_ start: Facts.Start, minutes: Int) {
    guard let sittings = facts.load.sittings, let from = start.instant else { return }
    let to = from.adding(minutes: minutes)
    facts.load.seated = sittings.reduce(0) { $0 + ($1.starts < to && $1.ends > from ? $1.covers : 0) }
  }

  mutating func judgeTime() throws {
    guard plan.date != nil else { return }
    try judgeHorizon()
    if startIsReal { try judgeNotice() }
    if facts.hours.closed {
      return find("closed_date", Field.date)
    }
    if startIsReal, let minute = facts.day?.minute {
      judgeHours(minute)
      try judgeLastSeating(minute)
      try judgeGrid(minute)
    }
  }

  private mutating func judgeHorizon() throws {
    let days = try whole(policy.tables.time.horizonDays, 0...10_000)
    let ahead = values.date.dayNumber - facts.now.date.dayNumber
    if ahead > days {
      find(
        "beyond_horizon", Field.date, at: policy.tables.time.horizonDays.place,
        .init(limit: days, over: ahead - days))
    }
  }

  private mutating func judgeNotice() throws {
    guard let notice = facts.start?.noticeMinutes else { return }
    let grace = try whole(policy.tables.time.pastGraceMinutes, 0...10_080)
    if notice < -grace, facts.action != .walkin {
      find(
        "past_time", Field.time, at: policy.tables.time.pastGraceMinutes.place,
        .init(limit: grace, minutes: -notice))
    }
    let needed = try whole(policy.tables.time.noticeMinutes, 0...1_000_000)
    if notice >= 0, notice < needed {
      find(
        "notice_too_short", Field.time, at: policy.tables.time.noticeMinutes.place,
        .init(limit: needed, over: needed - notice, minutes: notice))
    }
  }

  private mutating func judgeHours(_ minute: Int) {
    if facts.closures.contains(where: { minute >= $0.from && minute < $0.to }) {
      find("closed_period", Field.time, .init(minutes: minute))
    }
    if minute < facts.hours.opens || minute >= facts.hours.closes {
      find("outside_hours", Field.time, .init(minutes: minute))
    }
    if facts.service == nil, !facts.services.isEmpty {
      find("outside_service", Field.time, .init(minutes: minute))
    }
  }

  private mutating func judgeLastSeating(_ minute: Int) throws {
    let before = try whole(policy.tables.time.lastSeatingMinutes, 0...2880)
    let last = (facts.service?.closes ?? facts.hours.closes) - before
    if minute > last {
      find(
        "last_seating", Field.time, at: policy.tables.time.lastSeatingMinutes.place,
        .init(limit: last, over: minute - last, minutes: minute))
    }
  }

  private mutating func judgeGrid(_ minute: Int) throws {
    guard facts.action != .walkin else { return }
    let grid = try whole(policy.tables.time.slotMinutes, 1...1440)
    if (minute - (facts.service?.opens ?? facts.hours.opens)) % grid != 0 {
      find("off_slot_grid", Field.time, at: policy.tables.time.slotMinutes.place, .init(limit: grid))
    }
  }

  // MARK: Capacity

  mutating func judgeCapacity() throws {
    covers = values.party
    if let setting = policy.tables.covers { covers = try whole(setting, 0...1_000_000) }
    guard planIsValid else { return }
    // The worst of three: covers, parties, and who sits there meanwhile.
    var worst: (over: Int, limit: Int)?
    func consider(_ needed: Int, _ limit: Int?) {
      guard let limit, needed - limit > worst?.over ?? 0 else { return }
      worst = (needed - limit, limit)
    }
    consider(facts.load.covers + covers, facts.load.maxCovers)
    consider(facts.load.parties + 1, facts.load.maxParties)
    consider(facts.load.seated + covers, facts.load.seats)
    if let worst {
      find("capacity_exceeded", nil, .init(limit: worst.limit, over: worst.over))
    }
    try judgePacing()
  }

  private mutating func judgePacing() throws {
    guard let pacing = policy.tables.pacing, let minute = facts.day?.minute else { return }
    let length = try whole(pacing.minutes, 1...1440)
    let limit = try whole(pacing.maxCovers, 0...100_000)
    // Stretches are counted from when the service opens, as the slots are.
    let opens = facts.service?.opens ?? facts.hours.opens
    func stretch(_ minute: Int) -> Int { Int((Double(minute - opens) / Double(length)).rounded(.down)) }
    let others = facts.load.starts.filter { stretch($0.minute) == stretch(minute) }
    let over = others.reduce(covers) { $0 + $1.covers } - limit
    if over > 0 {
      find(
        "pacing_exceeded", Field.time, at: pacing.maxCovers.place,
        .init(limit: limit, over: over, minutes: length))
    }
  }
}
