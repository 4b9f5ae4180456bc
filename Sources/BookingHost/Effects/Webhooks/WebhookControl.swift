/// What managers do to the webhooks of their restaurants. Whoever did is in the audit trail; secrets are told once,
/// when they are made.
package struct WebhookControl: Sendable {
  private let store: Store
  private let box: SecretBox
  private let reach: WebhookReach
  private let now: @Sendable () -> Instant
  /// Some letters and digits that nobody can guess; need not be free.
  private let newID: @Sendable () -> String

  package init(
    store: Store, box: SecretBox, reach: WebhookReach, now: @escaping @Sendable () -> Instant,
    newID: @escaping @Sendable () -> String
  ) {
    self.store = store
    self.box = box
    self.reach = reach
    self.now = now
    self.newID = newID
  }

  /// An endpoint with the secret that its receiver must have.
  package struct Made: Hashable, Sendable {
    package var endpoint: WebhookEndpoint
    package var secret: WebhookSecret
  }

  /// Sets up an endpoint. Throws `HostError` for a URL or pattern that cannot be used, and for who may not.
  package func add(
    url text: String, events: [String], at restaurant: Restaurant, by staff: StaffAccount
  ) throws -> Made {
    let url = try checkedURL(text)
    try check(events)
    let secret = WebhookSecret.random()
    let id = "wh_" + newID().lowercased()
    let endpoint = WebhookEndpoint(
      id: id, restaurantID: restaurant.id, restaurantSlug: restaurant.slug, url: url.description,
      events: events.isEmpty ? ["*"] : events, secret: try box.seal(secret.bytes, for: id), createdAt: now())
    try store.write { writer in
      let member = try admit(staff, to: restaurant.id, writer)
      let others = try writer.webhookEndpoints(ofRestaurants: [restaurant.id])
      guard others.count < WebhookEndpoint.mostOfRestaurant else { throw HostError.tooManyWebhooks }
      guard !others.contains(where: { $0.url == endpoint.url }) else {
        throw HostError(
          .usage, "There is a webhook to this URL already; see: host-cli webhook list", field: "url")
      }
      try writer.insert(endpoint)
      try writer.auditWebhook("added", endpoint, by: member, now: now())
    }
    return Made(endpoint: endpoint, secret: secret)
  }

  /// Gives an endpoint a new secret; the one before goes on signing beside it for some seconds.
  package func rotate(_ id: String, graceSeconds: Int, by staff: StaffAccount) throws -> Made {
    let secret = WebhookSecret.random()
    let until = graceSeconds > 0 ? now().adding(seconds: graceSeconds) : nil
    let endpoint = try change(id, "rotated", by: staff) { writer in
      try writer.rotateWebhookSecret(
        ofEndpoint: id, to: try box.seal(secret.bytes, for: id), oldUntil: until)
    }
    return Made(endpoint: endpoint, secret: secret)
  }

  package func disable(_ id: String, by staff: StaffAccount) throws -> WebhookEndpoint {
    try change(id, "disabled", by: staff) {
      try $0.disableWebhook(id: id, reason: "by hand", now: now())
    }
  }

  package func enable(_ id: String, by staff: StaffAccount) throws -> WebhookEndpoint {
    try change(id, "enabled", by: staff) { try $0.enableWebhook(id: id) }
  }

  /// Takes an endpoint away. What was on its way there does not arrive.
  package func remove(_ id: String, by staff: StaffAccount) throws -> WebhookEndpoint {
    try change(id, "removed", by: staff) { try $0.deleteWebhook(id: id) }
  }

  /// An endpoint that is about to be sent a test.
  package func tested(_ id: String, by staff: StaffAccount) throws -> WebhookEndpoint {
    try change(id, "tested", by: staff) { _ in }
  }

  /// Does something to an endpoint of a restaurant where the caller is a manager. What comes back is how it is
  /// then, or was, if it is gone.
  private func change(
    _ id: String, _ action: String, by staff: StaffAccount, _ body: (StoreWriter) throws -> Void
  ) throws -> WebhookEndpoint {
    try store.write { writer in
      let (endpoint, member) = try endpoint(id, for: staff, writer)
      try body(writer)
      try writer.auditWebhook(action, endpoint, by: member, now: now())
      return try writer.webhookEndpoint(id: id) ?? endpoint
    }
  }

  private func checkedURL(_ text: String) throws -> WebhookURL {
    do {
      let url = try WebhookURL(text)
      if let objection = reach.objection(to: url) {
        throw WebhookURL.Mistake(message: "This URL cannot be used: \(objection).")
      }
      return url
    } catch let mistake as WebhookURL.Mistake {
      throw HostError(.usage, mistake.message, field: "url")
    }
  }

  private func check(_ events: [String]) throws {
    for event in events where EventPattern(event) == nil {
      throw HostError(
        .usage, "\"\(event)\" is no pattern: it is an event such as booking.created, or booking.*, or *.",
        field: "event")
    }
  }
}

/// Lets managers of a restaurant through. Throws `HostError` for all others.
private func admit(
  _ staff: StaffAccount, to restaurantID: String, _ reader: some StoreReading
) throws -> Membership {
  guard let member = try reader.membership(ofStaff: staff.id, atRestaurant: restaurantID) else {
    throw HostError.notYours
  }
  guard member.role >= .manager else {
    throw HostError(.notAllowed, "Only managers of the restaurant may see to its webhooks.")
  }
  return member
}

/// An endpoint as managers see it in a list.
package struct WebhookListing: Hashable, Sendable {
  package var endpoint: WebhookEndpoint
  /// The delivery about which there is the latest news.
  package var last: WebhookDelivery?
}

/// An endpoint with its deliveries.
package struct WebhookHistory: Hashable, Sendable {
  package var endpoint: WebhookEndpoint
  package var deliveries: [Entry]

  package struct Entry: Hashable, Sendable {
    package var effectID: Int
    package var event: String
    /// The booking's.
    package var reference: String
    package var delivery: WebhookDelivery
  }
}

extension WebhookControl {
  /// An endpoint of a restaurant where the caller is a manager, with its deliveries, the latest first.
  package func history(of id: String, limit: Int, by staff: StaffAccount) throws -> WebhookHistory {
    try store.read { reader in
      WebhookHistory(
        endpoint: try endpoint(id, for: staff, reader).endpoint,
        deliveries: try reader.webhookHistory(ofEndpoint: id, limit: limit))
    }
  }

  /// An endpoint for a manager of its restaurant. To those of other restaurants it does not exist.
  fileprivate func endpoint(
    _ id: String, for staff: StaffAccount, _ reader: some StoreReading
  ) throws -> (endpoint: WebhookEndpoint, member: Membership) {
    let own = try reader.memberships(ofStaff: staff.id).map(\.restaurantID)
    guard let endpoint = try reader.webhookEndpoint(id: id), own.contains(endpoint.restaurantID) else {
      throw HostError(.notFound, "There is no webhook \(id) at your restaurants.", field: "id")
    }
    return (endpoint, try admit(staff, to: endpoint.restaurantID, reader))
  }

  /// The endpoints of some restaurants, of each of which the caller must be a manager.
  package func endpoints(of restaurants: [Restaurant], for staff: StaffAccount) throws -> [WebhookListing] {
    try store.read { reader in
      for restaurant in restaurants { _ = try admit(staff, to: restaurant.id, reader) }
      return try reader.webhookEndpoints(ofRestaurants: restaurants.map(\.id)).map {
        WebhookListing(endpoint: $0, last: try reader.lastWebhookDelivery(toEndpoint: $0.id))
      }
    }
  }
}

extension HostError {
  fileprivate static let tooManyWebhooks = HostError(
    .usage, "A restaurant can have at most \(WebhookEndpoint.mostOfRestaurant) webhooks.", field: "url")
}
