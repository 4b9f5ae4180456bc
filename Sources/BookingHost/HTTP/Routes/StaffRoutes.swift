/// Who works at a restaurant, and as what.
struct StaffRoutes {
  private let services: WebServices
  private let control: StaffControl

  init(_ services: WebServices) {
    self.services = services
    let environment = services.desk.environment
    control = StaffControl(store: services.store, now: environment.now, newID: environment.uuid)
  }

  var endpoints: [Endpoint] {
    let base = "/api/ops/restaurants/{restaurant}/staff"
    return [
      Endpoint("GET", base, .blocking(list)),
      Endpoint("POST", base, .blocking(invite)),
      Endpoint("PATCH", base + "/{member}", .blocking(setRole)),
      Endpoint("DELETE", base + "/{member}", .blocking(revoke)),
    ]
  }

  @Sendable private func list(_ exchange: Exchange) throws -> Reply {
    let visitor = try services.staff(exchange)
    try services.limits.take(.opsList, visitor.staff.id)
    let members = try control.members(of: exchange.parameter("restaurant"), by: visitor.caller)
    return try .json(["staff": members.map { MemberJSON($0) }])
  }

  @Sendable private func invite(_ exchange: Exchange) throws -> Reply {
    let (visitor, name) = try acting(exchange, least: .manager)
    let body = try exchange.object()
    let email = try body.required("email", body.text("email"))
    let member = try control.invite(email, as: role(body), to: name, by: visitor.caller)
    return try .json(MemberJSON(member), status: 201)
  }

  @Sendable private func setRole(_ exchange: Exchange) throws -> Reply {
    let (visitor, name) = try acting(exchange, least: .owner)
    let member = try control.setRole(
      role(exchange.object()), of: exchange.parameter("member"), at: name, by: visitor.caller)
    return try .json(MemberJSON(member))
  }

  @Sendable private func revoke(_ exchange: Exchange) throws -> Reply {
    let (visitor, name) = try acting(exchange, least: .manager)
    _ = try control.revoke(exchange.parameter("member"), at: name, by: visitor.caller)
    return Reply(204)
  }

  /// Who may not is told so before what is wrong with the request.
  private func acting(_ exchange: Exchange, least: Role) throws -> (Visitor, String) {
    let visitor = try services.actingStaff(exchange)
    let name = exchange.parameter("restaurant")
    try services.limits.take(.opsCreate, "\(visitor.staff.id)/\(name)")
    _ = try services.store.read { reader in
      try HouseControl.admit(visitor.caller, to: name, least: least, reader)
    }
    return (visitor, name)
  }

  private func role(_ body: JSONBody) throws -> Role {
    let text = try body.required("role", body.text("role"))
    if let role = Role(rawValue: text), role != .none { return role }
    throw HouseRefusal("role_unknown", field: "role", "A role is server, host, manager or owner.")
  }
}
