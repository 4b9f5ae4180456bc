import BookingHost

/// A booking made in conversation: the wizard says what comes next, this asks and shows it.
struct BookingDialog {
  var counter: Counter
  let screen = Screen()
  var wizard: Wizard
  var manner: Counter.Manner
  /// Questions that need not be asked (again): given as options, answered, or skipped.
  var answered: Set<String>
  /// Questions asked so far, in order, for going back.
  var trail: [String] = []
  /// Options with mistakes in them, to be shown and put right when their question comes.
  var toCorrect: [String: (text: String, message: String)] = [:]
  /// Whether the wizard's issues still have to be shown and dealt with.
  var hasNews = false
  var booking: Booking?

  init(_ counter: Counter, _ request: BookingRequest) {
    self.counter = counter
    wizard = Wizard(mode: request.mode, draft: request.draft, overrideReason: request.overrideReason)
    manner = Counter.Manner(isNow: request.isNow, idempotencyKey: request.idempotencyKey)
    answered = Set(request.draft.answers.keys)
  }

  /// Converses until there is a booking. Throws when the person leaves.
  mutating func run() throws -> Booking {
    screen.fit(try counter.form(wizard.draft, manner).map(\.label))
    greet()
    try rejectGivenMistakes()
    var action = Wizard.Action.show(.plan)
    while true {
      switch action {
      case .show(.plan), .show(.details): action = try askStep()
      case .show(.review), .show(.confirmed): action = try review()
      case .decide(let draft, let scope):
        let before = wizard.step
        action = wizard.advance(.decided(try quote(draft, scope)))
        hasNews = wizard.step <= before
      case .book(let draft): action = try book(draft)
      case .finish:
        if let booking { return booking }
        throw HostError(.internal, "The conversation ended without a booking.")
      }
    }
  }

  private func greet() {
    let title = counter.policy.title
    screen.say()
    screen.say("  \(screen.style.bold(Plain.text(counter.restaurant.name)))  \(Plain.text(title))")
    screen.say("  " + screen.style.dim("Enter takes what is offered · back · ? for help · quit"))
    screen.say()
  }

  func quote(_ draft: Draft, _ scope: RuleBook.Scope) throws -> Verdict {
    var manner = manner
    manner.overrideReason = wizard.overrideReason
    return try counter.quote(draft, manner, scope: scope)
  }

  /// Options with mistakes in them are asked like the rest.
  private mutating func rejectGivenMistakes() throws {
    for issue in try quote(wizard.draft, .booking).issues where issue.severity == .refuse {
      guard let field = issue.field, answered.contains(field) else { continue }
      toCorrect[field] = (wizard.draft[field].map(Words.answer) ?? "", issue.message)
      answered.remove(field)
      if field == Field.time { manner.isNow = false }
      _ = wizard.advance(.answer(field, nil))
    }
  }

  // MARK: One step

  private mutating func askStep() throws -> Wizard.Action {
    let isBlocked = hasNews && !blocking.isEmpty
    hasNews = false
    if isBlocked { return try settle() }
    guard let question = try questions().first(where: { !answered.contains($0.field) }) else {
      return wizard.advance(.next)
    }
    return try ask(question) == .back ? goBack() : .show(wizard.step)
  }

  /// The questions of the present step.
  func questions() throws -> [Question] {
    let form = try counter.form(wizard.draft, manner)
    guard wizard.step == .plan else {
      return form.filter { !Field.ofPlanStep.contains($0.name) }.map { Question($0) }
    }
    let seating = form.filter { $0.name == Field.seating }.map { Question($0) }
    let type = form.filter { $0.name == Field.bookingType }.map { Question($0) }
    // Which times are free depends on the party and where it sits, so the time comes after them.
    return [.date, .party] + seating + [.time] + type
  }

  /// To the question before, in the step before if need be.
  mutating func goBack() -> Wizard.Action {
    guard let last = trail.popLast() else {
      screen.remark("This is the first question.")
      return .show(wizard.step)
    }
    answered.remove(last)
    return wizard.advance(.edit(Field.ofPlanStep.contains(last) ? .plan : .details))
  }

  // MARK: The end

  private mutating func book(_ draft: Draft) throws -> Wizard.Action {
    var manner = manner
    manner.overrideReason = wizard.overrideReason
    do {
      switch try counter.book(draft, manner) {
      case .booked(let booking, _):
        self.booking = booking
        return wizard.advance(.booked)
      case .refused(let refusal):
        hasNews = true
        return wizard.advance(.refused(refusal.issues))
      }
    } catch StoreError.busy {
      screen.mistake(StoreError.busy.message)
      return wizard.advance(.refused([]))
    }
  }
}
