// What the rules say of a party that is to wait, and when there will be room for it.
extension BookingDesk {
  /// A party that may wait.
  struct Wait {
    var visit: Visit
    var values: BookingValues
    var terms: WaitingTerms
    /// How long it will take.
    var minutes: Int
    /// How many are before it in the line.
    var ahead: Int
  }

  enum WaitPlan {
    case waits(Wait)
    case refused(Refusal)
  }

  func planWait(
    _ request: BookingRequest, _ caller: Caller, _ reader: some StoreReading
  ) throws -> WaitPlan {
    let visit = try open(request, caller, reader)
    guard visit.policy.access == .staff else {
      throw HostError(.usage, "The mode \"\(request.mode)\" is not for staff.", field: "mode")
    }
    let attempt = try decide(visit, reader)
    guard case .decided(let verdict) = attempt.conclusion else {
      if case .failed(let error) = attempt.conclusion { throw error }
      throw HostError(.internal, "The wait could not be worked out.")
    }
    let unusable = verdict.issues.filter { $0.severity != .warn && isAboutTheParty($0) }
    guard unusable.isEmpty else { return .refused(Refusal(issues: unusable, isOverridable: false)) }
    let terms = try visit.rules.waiting(mode: visit.policy.mode, draft: visit.draft, facts: attempt.facts)
    guard let terms else { throw HostError(.internal, "The mode went away.") }
    let date = try today(at: visit.restaurant, visit.now, reader)
    let waiting = try reader.waitlist(ofRestaurant: visit.restaurant.id, on: date)
    var line = try line(of: waiting, visit, reader)
    let minutes = try line.seat(WaitingLine.Party(mode: visit.policy.mode, draft: visit.draft))
    if let issue = objection(terms, minutes, ahead: waiting.count) {
      return .refused(Refusal(issues: [issue], isOverridable: false))
    }
    return .waits(
      Wait(
        visit: visit, values: verdict.values, terms: terms, minutes: minutes ?? 0, ahead: waiting.count))
  }

  /// What an entry on the list has of a draft; when there is room is asked of the line instead.
  private func isAboutTheParty(_ issue: Issue) -> Bool {
    guard let field = issue.field else { return false }
    return [Field.party, Field.name, Field.email, Field.phone, Field.notes, Field.seating].contains(field)
  }

  private func objection(_ terms: WaitingTerms, _ minutes: Int?, ahead: Int) -> Issue? {
    if !terms.isAllowed { return WaitIssue.notAllowed(terms) }
    if let most = terms.maxParties, ahead >= most { return WaitIssue.full(most) }
    guard let minutes else { return WaitIssue.notToday }
    if let most = terms.maxMinutes, minutes > most { return WaitIssue.tooLong(minutes, most) }
    return nil
  }

  /// The rest of the service day with those in line at their tables.
  private func line(
    of waiting: [WaitlistEntry], _ visit: Visit, _ reader: some StoreReading
  ) throws -> WaitingLine {
    let today = try today(at: visit.restaurant, visit.now, reader)
    let diary = try reader.diary(of: visit.restaurant, around: today)
    let seated = try reader.bookings(
      BookingQuery(
        restaurantIDs: [visit.restaurant.id], from: today.adding(days: -1), to: today, statuses: [.checkedIn])
    )
    var line = WaitingLine(diary, now: visit.now, seated: Set(seated.map(\.id))) { party, moment, diary in
      try sitting(of: party, at: moment, visit, diary)
    }
    // Who has been called was promised a table; who waits gets one after them.
    for entry in waiting where entry.state == .called { try line.hold(WaitingLine.Party(entry)) }
    for entry in waiting where entry.state == .waiting { _ = try line.seat(WaitingLine.Party(entry)) }
    return line
  }

  /// What the rules say to a party that comes in at a moment: as to a walk-in then.
  private func sitting(
    of party: WaitingLine.Party, at moment: Instant, _ visit: Visit, _ diary: Diary
  ) throws -> WaitingLine.Sitting {
    let mode = visit.rules.policy(party.mode) == nil ? visit.policy.mode : party.mode
    let start = visit.restaurant.zone.local(moment)
    let inquiry = Diary.Inquiry(mode: mode, action: .walkin, now: moment, staff: visit.staff)
    var draft = party.draft
    draft[Field.date] = .text(start.date.description)
    draft[Field.time] = .text(start.time)
    let verdict = try visit.rules.decide(
      mode: mode, draft: draft, facts: diary.facts(inquiry, start: start, day: start.date), scope: .plan)
    return WaitingLine.Sitting(
      isFree: verdict.passes, covers: verdict.terms.covers, minutes: verdict.terms.durationMinutes)
  }
}

extension WaitingLine.Party {
  init(_ entry: WaitlistEntry) {
    self.init(mode: entry.mode, draft: entry.draft)
  }
}

extension WaitlistEntry {
  /// The answers that it stands for.
  var draft: Draft {
    Draft(
      party: .integer(party), name: .text(name), email: email.map { .text($0) },
      phone: phone.map { .text($0) }, notes: notes.map { .text($0) }, seating: seating.map { .text($0) })
  }
}
