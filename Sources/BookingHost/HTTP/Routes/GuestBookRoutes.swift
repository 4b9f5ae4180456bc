/// The guest book, as staff read and write it.
struct GuestBookRoutes {
  private let services: WebServices

  init(_ services: WebServices) {
    self.services = services
  }

  var endpoints: [Endpoint] {
    [
      Endpoint("GET", "/api/ops/guests", .blocking(list)),
      Endpoint("GET", "/api/ops/guests/{id}", .blocking(show)),
      Endpoint("PATCH", "/api/ops/guests/{id}", .blocking(note)),
      Endpoint("DELETE", "/api/ops/guests/{id}", .blocking(erase)),
      Endpoint("POST", "/api/ops/guests/{id}/merge", .blocking(merge)),
      Endpoint("POST", "/api/ops/guests/{id}/split", .blocking(split)),
      Endpoint("GET", "/api/ops/guests/{id}/export", .blocking(export)),
    ]
  }

  @Sendable private func list(_ exchange: Exchange) throws -> Reply {
    let visitor = try services.staff(exchange)
    let limit = try exchange.query.wholeNumber("limit", in: 1...200) ?? 50
    let after = try exchange.query["cursor"].map(GuestPlace.read)
    try services.limits.take(.opsList, visitor.staff.id)
    let found = try services.desk.guests(
      restaurant: exchange.query["restaurant"], search: exchange.query["q"], limit: limit + 1, after: after,
      by: visitor.caller)
    let page = Array(found.prefix(limit))
    let next = found.count > limit ? page.last.map { GuestPlace.text(GuestCursor($0)) } : nil
    return try .json(GuestListJSON(page, nextCursor: next))
  }

  @Sendable private func show(_ exchange: Exchange) throws -> Reply {
    let visitor = try services.staff(exchange)
    try services.limits.take(.opsList, visitor.staff.id)
    return try .json(GuestFileJSON(services.desk.guest(exchange.parameter("id"), by: visitor.caller)))
  }

  @Sendable private func note(_ exchange: Exchange) throws -> Reply {
    let visitor = try services.actingStaff(exchange)
    let body = try exchange.object()
    var edit = GuestEdit()
    edit.notes = try self.edit(body, "notes")
    edit.allergies = try self.edit(body, "allergies")
    edit.addedTags = try body.texts("addTags") ?? []
    edit.removedTags = try body.texts("removeTags") ?? []
    try services.limits.take(.opsCreate, visitor.staff.id)
    return try .json(
      GuestBookJSON(services.desk.note(edit, of: exchange.parameter("id"), by: visitor.caller)))
  }

  private func edit(_ body: JSONBody, _ key: String) throws -> ChangeRequest.Edit? {
    if body.isNull(key) { return ChangeRequest.Edit.none }
    return try body.text(key).map { ChangeRequest.Edit($0) }
  }

  @Sendable private func merge(_ exchange: Exchange) throws -> Reply {
    let visitor = try services.actingStaff(exchange)
    let body = try exchange.object()
    let other = try body.required("other", body.text("other"))
    try services.limits.take(.opsCreate, visitor.staff.id)
    return try .json(
      GuestBookJSON(services.desk.merge(other, into: exchange.parameter("id"), by: visitor.caller)))
  }

  @Sendable private func split(_ exchange: Exchange) throws -> Reply {
    let visitor = try services.actingStaff(exchange)
    let body = try exchange.object()
    let references = try body.required("references", body.texts("references"))
    guard (1...200).contains(references.count) else {
      throw Problem.malformed("references must be 1 to 200 references.", field: "references")
    }
    try services.limits.take(.opsCreate, visitor.staff.id)
    let id = exchange.parameter("id")
    return try .json(GuestSplitJSON(services.desk.split(references, of: id, by: visitor.caller)))
  }

  @Sendable private func export(_ exchange: Exchange) throws -> Reply {
    let visitor = try services.staff(exchange)
    try services.limits.take(.opsCreate, visitor.staff.id)
    let document = try privacy().export(exchange.parameter("id"), by: visitor.caller)
    return .text(document, type: "application/json")
  }

  @Sendable private func erase(_ exchange: Exchange) throws -> Reply {
    let visitor = try services.actingStaff(exchange)
    let withUpcoming = try exchange.query.flag("upcoming")
    try services.limits.take(.opsCreate, visitor.staff.id)
    return try .json(
      ErasedGuestJSON(
        privacy().erase(exchange.parameter("id"), withUpcoming: withUpcoming, by: visitor.caller)))
  }

  private func privacy() throws -> GuestPrivacy {
    guard let privacy = services.privacy else {
      throw HostError(.internal, "The server was not told where its data is.")
    }
    return privacy
  }
}

/// A place in the list of guests, as callers hand it back. It is no secret to those who may read the list.
enum GuestPlace {
  static func text(_ cursor: GuestCursor) -> String {
    Base64URL.encoded(Array("\(cursor.id)\n\(cursor.foldedName)".utf8))
  }

  static func read(_ text: String) throws -> GuestCursor {
    guard let bytes = Base64URL.decoded(text), let line = String(validating: bytes, as: UTF8.self),
      let end = line.firstIndex(of: "\n")
    else { throw Problem.malformed("cursor is none that was handed out.", field: "cursor") }
    return GuestCursor(foldedName: String(line[line.index(after: end)...]), id: String(line[..<end]))
  }
}
