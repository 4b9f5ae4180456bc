/// What a receiver is tested with.
package struct WebhookPing: Encodable, Sendable {
  private var endpoint: String
  private var restaurant: BookingJSON.Place

  package init(_ endpoint: WebhookEndpoint, at restaurant: Restaurant) {
    self.endpoint = endpoint.id
    self.restaurant = BookingJSON.Place(id: restaurant.id, slug: restaurant.slug, name: restaurant.name)
  }

  package static let type = "ping"
}
