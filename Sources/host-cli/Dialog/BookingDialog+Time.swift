import BookingHost

// Asking for the time, with the free ones offered.
extension BookingDialog {
  mutating func askTime() throws -> Turn {
    let free = try freeStarts()
    let offered = offered(free)
    try showFree(free, around: offered)
    while true {
      let reply = try screen.ask("Time", suggestion: offered.map { shown($0) } ?? "")
      let text = try typed(reply, .time)
      if reply == .back { return .back }
      if reply == .help { continue }
      if text == nil, let offered { return take(offered) }
      if try take(text ?? "", free) { return .answered }
    }
  }

  /// The free starts of the date, none when it is not known yet.
  func freeStarts() throws -> [LocalDateTime] {
    guard let date = Plan(wizard.draft).date else { return [] }
    return try counter.freeStarts(on: date, wizard.draft)
  }

  /// What was answered before, while it is still free; else the next free start.
  private func offered(_ free: [LocalDateTime]) -> LocalDateTime? {
    let kept = Plan(wizard.draft).start
    return free.first { $0 == kept } ?? free.first
  }

  private func showFree(_ free: [LocalDateTime], around offered: LocalDateTime?) throws {
    let now = try canBeNow && wouldDoNow() ? "   or now" : ""
    guard let offered, let place = free.firstIndex(of: offered) else {
      let party = wizard.draft[Field.party].map(Words.answer) ?? "that many"
      return screen.remark("Nothing is free that day for \(party).\(now)")
    }
    let from = max(0, min(place - 2, free.count - 7))
    let some = free[from..<min(free.count, from + 7)].map { shown($0) }
    let dots = from + 7 < free.count ? " · …" : ""
    screen.remark("Free: " + some.joined(separator: " · ") + dots + now)
  }

  /// Whether guests may be at the door: staff, booking for today.
  private var canBeNow: Bool {
    let date = Plan(wizard.draft).date
    return counter.isStaff && (date == nil || date == counter.today)
  }

  /// Whether the rules would let guests at the door in, with a reason if need be.
  private func wouldDoNow() throws -> Bool {
    var manner = manner
    manner.isNow = true
    var draft = wizard.draft
    draft[Field.date] = .text(counter.now.date.description)
    draft[Field.time] = .text(counter.now.time)
    return try counter.quote(draft, manner, scope: .plan).outcome != .refused
  }

  /// The time, with its day where that is not the day asked for.
  private func shown(_ start: LocalDateTime) -> String {
    let date = Plan(wizard.draft).date
    return start.date == date || date == nil ? start.time : "\(start.time) (\(Words.weekday(start.date)))"
  }

  /// Takes a time as typed. False when there is none in it; whether there is room is for the step to say.
  private mutating func take(_ text: String, _ free: [LocalDateTime]) throws -> Bool {
    if HumanTime.isNow(text), canBeNow {
      screen.finish("now, \(counter.now.time)")
      takeNow()
      return true
    }
    guard let minute = minute(text, free) else {
      screen.finish(text)
      screen.mistake(text.isEmpty ? "Say what time it is for" : "There is no such time: try 19:30 or 7:30pm")
      return false
    }
    let date = Plan(wizard.draft).date ?? counter.today
    let start = free.first { $0.minute == minute } ?? LocalDateTime(date: date, minute: minute)
    _ = take(start)
    return true
  }

  /// A time as typed; a bare `7` is the seven o'clock that is free.
  func minute(_ text: String, _ free: [LocalDateTime]) -> Int? {
    if let minute = HumanTime.minute(text) { return minute }
    let either = HumanTime.eitherHalf(text).filter { half in free.contains { $0.minute == half } }
    return either.count == 1 ? either[0] : nil
  }

  mutating func take(_ start: LocalDateTime) -> Turn {
    screen.finish(shown(start))
    manner.isNow = false
    _ = wizard.advance(.answer(Field.date, .text(start.date.description)))
    _ = wizard.advance(.answer(Field.time, .text(start.time)))
    return .answered
  }

  private mutating func takeNow() {
    let now = counter.now
    manner.isNow = true
    _ = wizard.advance(.answer(Field.date, .text(now.date.description)))
    _ = wizard.advance(.answer(Field.time, .text(now.time)))
  }

  /// Every start of the day, for who asks for help.
  func showDay() throws {
    let free = try freeStarts().map { shown($0) }
    for start in stride(from: 0, to: free.count, by: 8) {
      screen.remark(free[start..<min(free.count, start + 8)].joined(separator: "  "))
    }
    if canBeNow { screen.remark("now: the guests are at the door") }
  }
}
