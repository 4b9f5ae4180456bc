import ArgumentParser
import BookingHost

/// `book`: the wizard on a terminal, one request elsewhere.
struct BookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "book",
    abstract: "Book a table.",
    discussion: """
      On a terminal it asks for what is missing; what is given as an option is not asked. Elsewhere, and \
      with --format json, it books what it is given or says why not.
      """)

  @OptionGroup var common: CommonOptions
  @OptionGroup(title: "When and how many") var plan: PlanOptions
  @OptionGroup(title: "Who") var details: DetailOptions
  @OptionGroup(title: "How") var manner: MannerOptions

  func run() throws {
    let session = Session(common)
    let desk = try session.desk()
    let policy = try desk.policy(manner.mode)
    let restaurant = try session.restaurant(plan.restaurant, mode: policy)
    let guest: Caller = policy.access == .staff ? .staff(try session.staff()) : .guest
    let caller = try session.caller(guest, manner.approval)
    let request = try request(for: restaurant, at: session.environment.now())
    if common.format == .text, Terminal.isInteractive {
      let role = try session.role(of: caller, at: restaurant)
      var counter = Counter(desk: desk, caller: caller, role: role, restaurant: restaurant, policy: policy)
      counter.approver = { try session.approver($0, $1, at: restaurant) }
      try converse(BookingDialog(counter, request), session)
    } else {
      try book(request, desk, caller, session)
    }
  }

  private func converse(_ dialog: BookingDialog, _ session: Session) throws {
    var dialog = dialog
    let booking = session.following(try dialog.run())
    Output(.text).line("\n" + BookingText(booking, style: .standardOutput).confirmation(isDuplicate: false))
  }

  private func book(
    _ request: BookingRequest, _ desk: BookingDesk, _ caller: Caller, _ session: Session
  ) throws {
    let output = session.output
    var result = try desk.book(request, by: caller)
    if case .booked(let booking, false) = result {
      result = .booked(session.following(booking), isDuplicate: false)
    }
    switch result {
    case .booked(let booking, let isDuplicate):
      try output.result(ResultJSON(result)) {
        BookingText(booking, style: .standardOutput).confirmation(isDuplicate: isDuplicate)
      }
    case .refused(var refusal):
      if refusal.issues.blockThePlan {
        refusal.alternatives = try? desk.alternatives(to: request, by: caller)
      }
      throw session.refusal(refusal, of: request, at: plan.restaurant, by: caller, desk)
    }
  }

  /// What was asked for, with dates and times as the restaurant's own clock has them. What cannot be read
  /// stays as it was typed, so that the decision says what is wrong with it, along with all the rest.
  private func request(for restaurant: Restaurant, at now: Instant) throws -> BookingRequest {
    let local = restaurant.zone.local(now)
    let date = plan.date.map { text in HumanDate.read(text, today: local.date)?.description ?? text }
    let isNow = plan.time.map(HumanTime.isNow) ?? false && (date == nil || date == local.date.description)
    var draft = try details.draft()
    draft[Field.date] = (isNow ? local.date.description : date).map { .text($0) }
    draft[Field.time] = plan.time.map { text in
      .text(isNow ? local.time : HumanTime.minute(text).map { ClockTime.text($0) } ?? text)
    }
    draft[Field.party] = plan.party.map { .text($0) }
    return BookingRequest(
      restaurant: restaurant.id, mode: manner.mode, draft: draft, isNow: isNow,
      overrideReason: manner.overrideReason, idempotencyKey: manner.idempotencyKey)
  }
}
