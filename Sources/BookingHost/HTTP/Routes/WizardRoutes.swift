/// The wizard for pages: the draft is in the page, the steps are here.
struct WizardRoutes {
  private let services: WebServices

  init(_ services: WebServices) {
    self.services = services
  }

  var endpoints: [Endpoint] {
    [Endpoint("POST", "/api/wizard/{mode}", .blocking(advance))]
  }

  @Sendable private func advance(_ exchange: Exchange) throws -> Reply {
    try services.limits.take(.open, exchange.address)
    let asking = try services.asking(exchange.parameter("mode"), exchange)
    let json = try exchange.object()
    let slug = try json.text("restaurant")
    let restaurant = try json.required("restaurantId", slug ?? json.text("restaurantId"))
    let done = try step(json)
    var draft = Draft()
    if let answers = try json.object("draft") { draft = try BookingBody.draft(answers) }
    // Guests cannot override anything, whatever they give as a reason.
    let reason = asking.isForStaff ? try json.object("override")?.text("reason") : nil
    let request = BookingRequest(
      restaurant: restaurant, mode: asking.mode, draft: draft, overrideReason: reason)
    var shell = WizardShell(desk: services.desk, caller: asking.caller, request: request)
    try shell.run(through: done)
    let form = try services.form(asking, restaurant: restaurant, draft)
    return try .json(
      WizardJSON(shell, form: form, alternatives: alternatives(shell), isForStaff: asking.isForStaff))
  }

  /// Plans that would pass, where this one does not.
  private func alternatives(_ shell: WizardShell) throws -> [Alternative] {
    guard shell.wizard.verdict?.isRefusedForThePlan == true else { return [] }
    return try services.desk.alternatives(to: shell.request, by: shell.caller)
  }

  /// The step that the person is done with; nil when they have just come.
  private func step(_ json: JSONBody) throws -> Wizard.Step? {
    switch try json.text("done") {
    case nil: return nil
    case "plan": return .plan
    case "details": return .details
    default: throw Problem.malformed("done must be plan or details.", field: "done")
    }
  }
}

/// Runs the wizard from its beginning to the step asked for, asking the rules on the way.
struct WizardShell {
  let desk: BookingDesk
  let caller: Caller
  let request: BookingRequest
  private(set) var wizard: Wizard

  init(desk: BookingDesk, caller: Caller, request: BookingRequest) {
    self.desk = desk
    self.caller = caller
    self.request = request
    wizard = Wizard(mode: request.mode, draft: request.draft, overrideReason: request.overrideReason)
  }

  /// Leaves the steps up to `done` one after the other, as far as the rules let it.
  mutating func run(through done: Wizard.Step?) throws {
    guard let done else { return }
    while wizard.step <= done {
      let before = wizard.step
      guard case .decide(_, let scope) = wizard.advance(.next) else { return }
      _ = wizard.advance(.decided(try desk.verdict(on: request, by: caller, scope: scope)))
      guard wizard.step > before else { return }
    }
  }

  /// Makes the booking, where the wizard has come to its review, and tells it. Nil where it has not.
  mutating func book() throws -> BookingResult? {
    guard wizard.step == .review, case .book = wizard.advance(.next) else { return nil }
    let result = try desk.book(request, by: caller)
    switch result {
    case .booked: _ = wizard.advance(.booked)
    case .refused(let refusal): _ = wizard.advance(.refused(refusal.issues))
    }
    return result
  }
}

/// Where the wizard stands.
private struct WizardJSON: Encodable {
  var step: String
  var issues: ProblemJSON.Issues
  /// Fields that a booking would still have to give.
  var needs: [String]
  /// Null until the rules have been asked.
  @OrNull var outcome: String?
  /// Whether the plan was incomplete, so that what is said of the fields may change with it.
  var provisional: Bool
  /// What could be booked instead, when the plan is refused.
  var alternatives: [AlternativeJSON]
  var form: FormJSON

  init(_ shell: WizardShell, form: FormJSON, alternatives: [Alternative], isForStaff: Bool) {
    let (wizard, verdict) = (shell.wizard, shell.wizard.verdict)
    step = "\(wizard.step)"
    issues =
      isForStaff
      ? .staff(wizard.issues.map { IssueJSON($0) }) : .guest(GuestIssueJSON.list(wizard.issues))
    needs = verdict?.needs.map(WireEncoder.key) ?? []
    outcome = verdict?.outcome.rawValue
    provisional = verdict?.provisional ?? true
    self.alternatives = alternatives.map { AlternativeJSON($0) }
    self.form = form
  }
}
