/// Parties who wait for a table, as staff see to them.
struct WaitlistRoutes {
  private let services: WebServices

  init(_ services: WebServices) {
    self.services = services
  }

  var endpoints: [Endpoint] {
    [
      Endpoint("GET", "/api/ops/waitlist", .blocking(list)),
      Endpoint("POST", "/api/ops/waitlist", .blocking(add)),
      Endpoint("POST", "/api/ops/waitlist/{entry}/steps", .approvable(step)),
    ]
  }

  @Sendable private func list(_ exchange: Exchange) throws -> Reply {
    let visitor = try services.staff(exchange)
    let all = try exchange.query.flag("all")
    let name = try restaurant(exchange.query["restaurant"] ?? exchange.query["restaurantId"], visitor)
    try services.limits.take(.opsList, visitor.staff.id)
    return try .json(WaitlistJSON(services.desk.waitlist(restaurant: name, all: all, by: visitor.caller)))
  }

  /// The one that is named, else the only one that the visitor is a member of.
  private func restaurant(_ name: String?, _ visitor: Visitor) throws -> String {
    if let name { return name }
    let own = try services.store.read { try $0.memberships(ofStaff: visitor.staff.id) }
    guard own.count == 1 else { throw Problem.malformed("Say which restaurant.", field: "restaurant") }
    return own[0].restaurantID
  }

  @Sendable private func add(_ exchange: Exchange) throws -> Reply {
    let visitor = try services.actingStaff(exchange)
    let body = try exchange.object()
    let restaurant = try body.required("restaurantId", body.text("restaurantId"))
    var draft = try BookingBody.draft(body)
    (draft[Field.date], draft[Field.time]) = (nil, nil)
    let request = WaitRequest(
      restaurant: restaurant, mode: try StaffMode.name(body, services), draft: draft)
    try services.limits.take(.opsCreate, "\(visitor.staff.id)/\(restaurant)")
    switch try services.desk.wait(request, by: visitor.caller) {
    case .added(let place): return try answer(place, status: 201)
    case .refused(let refusal): throw Problem.refusedWait(refusal)
    }
  }

  @Sendable private func step(_ exchange: Exchange) throws -> Reply {
    let visitor = try services.actingStaff(exchange)
    let body = try exchange.object()
    let request = WaitlistStepRequest(
      exchange.parameter("entry"), restaurant: exchange.query["restaurant"], step: try step(body),
      reason: try body.text("reason"), table: try body.text("table"),
      answers: try body.object("answers")?.answers() ?? [:],
      overrideReason: try BookingBody.overrideReason(body),
      version: try VersionHeader.version(exchange.headers))
    try services.limits.take(.opsCreate, visitor.staff.id)
    let caller = try services.caller(visitor, exchange, body)
    switch try services.desk.take(request, by: caller) {
    case .made(let place, let booking): return try answer(place, booking)
    case .refused(let refusal): throw Problem.refusedWait(refusal)
    }
  }

  private func step(_ body: JSONBody) throws -> WaitlistStep {
    let word = try body.required("step", body.text("step"))
    if let step = WaitlistStep(rawValue: word) { return step }
    let known = WaitlistStep.allCases.map(\.rawValue).joined(separator: ", ")
    throw Problem.malformed("step must be one of \(known).", field: "step")
  }

  private func answer(_ place: Waitlist.Place, _ booking: Booking? = nil, status: Int = 200) throws -> Reply {
    let now = services.desk.environment.now()
    return try .json(WaitlistStepJSON(place, booking: booking, at: now), status: status)
      .with("ETag", VersionHeader.tag(place.entry.version))
  }
}

extension Problem {
  /// What cannot be done with a party that waits, or wants to.
  static func refusedWait(_ refusal: Refusal) -> Problem {
    var problem = refused(refusal, forStaff: true)
    problem.detail = "That cannot be done with this party."
    return problem
  }
}
