/// A restaurant by name.
package struct RestaurantJSON: Encodable, Sendable {
  package var id: String
  package var slug: String
  package var name: String
  package var timezone: String

  package init(_ restaurant: Restaurant) {
    id = restaurant.id
    slug = restaurant.slug
    name = restaurant.name
    timezone = restaurant.zone.identifier
  }
}
