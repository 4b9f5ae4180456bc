/// A new booking as it stands: what was typed, and what the rules say to it so far.
struct NewBookingScene {
  var form: NewBookingForm
  let place: OpsPlace
  let restaurants: RestaurantSwitch?
  /// The modes that staff book in, and the one that is chosen; nil where the rules have none.
  let modes: [Policy]
  let policy: Policy?
  let fields: [FormField]
  let bounds: FormBounds?
  let now: LocalDateTime
  /// The starts of the chosen day; nil until day and party are known, and for guests at the door.
  private(set) var slots: [Slot]?
  /// What is found: of the plan while it is chosen, of the whole when it was sent.
  var issues: [Issue] = []
  var alternatives: [Alternative] = []
  var approvalError: String?
  /// Whether it was sent, and not only shown.
  var isSent = false
  /// Whether there is nothing left but to press the button.
  var isReady = false

  var words: PageWords { place.shell.words }

  init(_ form: NewBookingForm, _ place: OpsPlace, _ services: WebServices) throws {
    self.form = form
    self.place = place
    restaurants = place.switch(to: OpsPlace.Place.new.path)
    let rules = services.desk.rules
    modes = rules.modeNames.compactMap { rules.policy($0) }.filter { $0.access == .staff }
    policy = modes.first { $0.mode == form.mode } ?? modes.first { $0.mode == "ops" } ?? modes.first
    now = place.restaurant.zone.local(services.desk.environment.now())
    guard let policy else {
      (fields, bounds) = ([], nil)
      return
    }
    var request = form.request(policy, at: place.restaurant)
    request.overrideReason = nil
    let caller = place.visitor.caller
    let (fields, bounds) = try services.desk.formAndBounds(for: request, by: caller)
    (self.fields, self.bounds) = (fields, bounds)
    try quote(request, services.desk, caller)
  }

  /// What the rules say to the plan alone, where there is one. A rule that fails says so when the form is sent.
  private mutating func quote(_ request: BookingRequest, _ desk: BookingDesk, _ caller: Caller) throws {
    let plan = Plan(request.draft)
    guard plan.party.map({ $0 > 0 }) == true else { return }
    do {
      if form.isNow {
        issues = try desk.verdict(on: request, by: caller, scope: .plan).issues.filter(\.isAboutThePlan)
      } else if let date = plan.date {
        try look(at: date, request, desk, caller)
      }
    } catch is RuleError {}
  }

  private mutating func look(
    at date: CivilDate, _ request: BookingRequest, _ desk: BookingDesk, _ caller: Caller
  ) throws {
    let name = request.restaurant
    let slots = try desk.slots(
      restaurant: name, date: date, mode: request.mode, draft: request.draft, by: caller)
    self.slots = slots
    if let chosen = slots.first(where: { $0.start.time == form.time }) {
      issues = chosen.issues
    } else if !slots.contains(where: \.isFree) {
      alternatives = try desk.alternatives(
        toDay: date, restaurant: name, slots: slots, mode: request.mode, draft: request.draft, by: caller)
    }
  }
}
