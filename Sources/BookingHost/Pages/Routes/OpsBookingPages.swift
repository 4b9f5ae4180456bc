/// One booking, for staff: all of it, what can be done with it, and how it is changed.
struct OpsBookingPages {
  private let services: WebServices

  init(_ services: WebServices) {
    self.services = services
  }

  static func path(_ reference: String) -> String { "/ops/bookings/" + PercentCode.encoded(reference) }

  var endpoints: [Endpoint] {
    let base = "/ops/bookings/{reference}"
    return [
      Endpoint("GET", base, .blocking(show)),
      Endpoint("POST", base, .approvable(change)),
      Endpoint("POST", base + "/steps", .approvable(step)),
    ]
  }

  // MARK: Showing

  @Sendable private func show(_ exchange: Exchange) throws -> Reply {
    try services.opsPage(exchange) { visitor in
      let (booking, place) = try found(exchange, visitor)
      var view = OpsBookingView()
      view.isSaved = exchange.query["saved"] != nil
      view.showsLines = exchange.query["why"] != nil
      return .page(try page(booking, place, view))
    }
  }

  /// The booking, for a member of its restaurant, and the place that its pages are at.
  private func found(_ exchange: Exchange, _ visitor: Visitor) throws -> (Booking, OpsPlace) {
    try services.limits.take(.opsList, visitor.staff.id)
    let booking = try services.store.read { reader in
      try reader.booking(
        reference: exchange.parameter("reference"),
        restaurantIDs: reader.memberships(ofStaff: visitor.staff.id).map(\.restaurantID))
    }
    guard let booking else { throw Problem.notFound("There is no such booking at your restaurants.") }
    return (booking, try services.place(visitor, booking.restaurant.id))
  }

  private func page(_ booking: Booking, _ place: OpsPlace, _ view: OpsBookingView) throws -> String {
    let facts = try OpsBookingFacts(booking, place, services, showsLines: view.showsLines)
    let change = try OpsChangeForm(booking, place, services, view)
    let page = OpsBookingPage(facts, change, place, view)
    return place.shell.templates.html("ops-booking", page)
  }

  // MARK: Changing

  @Sendable private func change(_ exchange: Exchange) throws -> Reply {
    try services.opsForm(exchange) { visitor, form in
      let (booking, place) = try found(exchange, visitor)
      var view = OpsBookingView()
      view.typed = form
      let wanted = try OpsChangeForm(booking, place, services, view).request(form)
      try services.limits.take(.opsCreate, visitor.staff.id)
      do {
        let caller = try services.caller(visitor, exchange, form)
        return try answer(services.desk.change(wanted, by: caller), booking, place, view)
      } catch is VersionConflict {
        view.isConflict = true
        return .page(try page(booking, place, view), status: 409)
      } catch {
        view.approvalError = try services.approvalError(error, place.shell.words)
        return try answer(services.desk.change(wanted, by: visitor.caller), booking, place, view)
      }
    }
  }

  private func answer(
    _ result: StepResult, _ before: Booking, _ place: OpsPlace, _ view: OpsBookingView
  ) throws -> Reply {
    switch result {
    case .made(let booking, let warnings) where !warnings.isEmpty:
      return .page(try page(booking, place, OpsBookingView(isSaved: true, warnings: warnings.map(\.message))))
    case .made(let booking, _): return .seeOther(OpsBookingPages.path(booking.reference) + "?saved=1")
    case .refused(let refusal):
      var view = view
      view.issues = refusal.issues
      return .page(try page(before, place, view), status: 422)
    }
  }

  // MARK: Steps

  @Sendable private func step(_ exchange: Exchange) throws -> Reply {
    try services.opsForm(exchange) { visitor, form in
      let (booking, place) = try found(exchange, visitor)
      guard let word = form["step"], let step = StepButton.step(word) else {
        throw Problem.malformed("There is no such step.")
      }
      var page = OpsStepPage(booking, place, step: word, isFromBooking: form["from"] != nil)
      page.take(form)
      // What is not taken lightly is asked about first.
      if page.asks, !form.has("asked") { return .page(place.shell.templates.html("ops-step", page)) }
      try services.limits.take(.opsCreate, visitor.staff.id)
      let request = StepRequest(
        reference: booking.reference, step: step, reason: form["reason"],
        table: step == .to(.checkedIn) ? form["table"] : nil, overrideReason: form[OverrideView.field],
        version: form["seen"].flatMap { Int($0) })
      return try take(request, exchange, visitor, form, place, page)
    }
  }

  private func take(
    _ request: StepRequest, _ exchange: Exchange, _ visitor: Visitor, _ form: PostedForm, _ place: OpsPlace,
    _ page: OpsStepPage
  ) throws -> Reply {
    var page = page
    let words = place.shell.words
    do {
      let caller = try services.caller(visitor, exchange, form)
      switch try services.desk.take(request, by: caller) {
      case .made(_, let warnings):
        guard !warnings.isEmpty else { return .seeOther(page.back) }
        page.succeed(warnings)
        return .page(place.shell.templates.html("ops-step", page))
      case .refused(let refusal): page.refuse(refusal, form, place.role, nil, words)
      }
    } catch is VersionConflict {
      page.conflict = words("step_conflict", ["status": page.status])
      return .page(place.shell.templates.html("ops-step", page), status: 409)
    } catch {
      let message = try services.approvalError(error, words)
      let plain = try services.desk.take(request, by: visitor.caller)
      guard case .refused(let refusal) = plain else { return .seeOther(page.back) }
      page.refuse(refusal, form, place.role, message, words)
    }
    return .page(place.shell.templates.html("ops-step", page), status: 422)
  }
}

/// What a booking's page is to show besides the booking.
struct OpsBookingView {
  var isSaved = false
  var warnings: [String] = []
  /// Whether the lines of the rules that had a say are shown.
  var showsLines = false
  /// What was typed, when it could not be done.
  var typed: PostedForm?
  var issues: [Issue] = []
  /// Somebody has changed the booking since it was seen.
  var isConflict = false
  var approvalError: String?
}
