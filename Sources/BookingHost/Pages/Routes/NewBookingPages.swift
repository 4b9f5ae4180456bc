/// Staff book for a guest at the door or on the telephone: the wizard on one page.
struct NewBookingPages {
  private let services: WebServices

  init(_ services: WebServices) {
    self.services = services
  }

  static let path = "/ops/bookings/new"

  var endpoints: [Endpoint] {
    [
      Endpoint("GET", NewBookingPages.path, .blocking(show)),
      Endpoint("POST", NewBookingPages.path, .approvable(post)),
    ]
  }

  @Sendable private func show(_ exchange: Exchange) throws -> Reply {
    try services.opsPage(exchange) { visitor in
      let form = NewBookingForm(exchange.query, key: services.desk.environment.uuid())
      return try page(scene(visitor, form))
    }
  }

  @Sendable private func post(_ exchange: Exchange) throws -> Reply {
    try services.opsForm(exchange) { visitor, posted in
      var form = NewBookingForm(posted, key: services.desk.environment.uuid())
      if let offer = posted["take"] {
        form.take(offer)
        var scene = try scene(visitor, form)
        scene.isReady = true
        return page(scene)
      }
      let scene = try scene(visitor, form)
      return posted["do"] == "show" ? page(scene) : try book(scene, exchange, visitor)
    }
  }

  private func scene(_ visitor: Visitor, _ form: NewBookingForm) throws -> NewBookingScene {
    let place = try services.place(visitor, form.restaurant)
    try services.limits.take(.opsList, "\(visitor.staff.id)/\(place.restaurant.id)")
    return try NewBookingScene(form, place, services)
  }

  private func page(_ scene: NewBookingScene, status: Int = 200) -> Reply {
    let page = NewBookingPage(scene)
    return .page(scene.place.shell.templates.html("new-booking", page), status: status)
  }

  // MARK: Booking

  private func book(_ shown: NewBookingScene, _ exchange: Exchange, _ visitor: Visitor) throws -> Reply {
    var scene = shown
    scene.isSent = true
    let (form, place) = (scene.form, scene.place)
    guard let policy = scene.policy else { return page(scene, status: 422) }
    if !form.isNow, form.time.isEmpty, scene.slots?.isEmpty == false {
      scene.issues = [Issue(code: "time_required", field: Field.time, message: scene.words("choose_time"))]
      return page(scene, status: 422)
    }
    try services.limits.take(.opsCreate, "\(visitor.staff.id)/\(place.restaurant.id)")
    var request = form.request(policy, at: place.restaurant)
    request.idempotencyKey = form.idempotencyKey(services.keyedHash)
    do {
      let caller = try services.caller(visitor, exchange, form.posted ?? PostedForm())
      return try book(request, by: caller, scene)
    } catch {
      scene.approvalError = try services.approvalError(error, scene.words)
      request.idempotencyKey = nil
      scene.issues =
        (try? services.desk.verdict(on: request, by: visitor.caller, scope: .booking))?.issues ?? []
      return page(scene, status: 422)
    }
  }

  private func book(_ request: BookingRequest, by caller: Caller, _ shown: NewBookingScene) throws -> Reply {
    var scene = shown
    // A form that was sent before has its booking, and is asked nothing any more.
    let earlier = try services.store.read { try services.desk.open(request, caller, $0).earlier }
    if let earlier { return done(earlier, scene.place) }
    if let news = warnings(request, by: caller, scene.form.seen) {
      scene.issues = news
      scene.isReady = true
      return page(scene)
    }
    switch try services.desk.book(request, by: caller) {
    case .booked(let booking, _): return done(booking, scene.place)
    case .refused(let refusal):
      scene.issues = refusal.issues
      if refusal.issues.blockThePlan {
        scene.alternatives = try services.desk.alternatives(to: request, by: caller)
      }
      return page(scene, status: 422)
    }
  }

  /// What is to be minded of a booking that would be made, and has not been shown yet; nil where there is nothing new.
  private func warnings(_ request: BookingRequest, by caller: Caller, _ seen: Set<String>) -> [Issue]? {
    var request = request
    request.idempotencyKey = nil
    // What goes wrong here goes wrong in booking, which says so.
    guard let verdict = try? services.desk.verdict(on: request, by: caller, scope: .booking), verdict.passes
    else { return nil }
    let warnings = verdict.issues.filter { $0.severity == .warn }
    return warnings.contains { !seen.contains(NewBookingForm.mark($0)) } ? warnings : nil
  }

  private func done(_ booking: Booking, _ place: OpsPlace) -> Reply {
    let query = [("date", "\(booking.serviceDate)"), ("booked", booking.reference)]
    return .seeOther(place.address(DashboardPages.path, query))
  }
}
