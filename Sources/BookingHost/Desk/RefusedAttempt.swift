/// An attempt to book that was refused, as it was kept.
package struct RefusedAttempt: Sendable {
  package var decision: DecisionRecord
  package var restaurant: Restaurant
  /// What was asked for, placeholders in the place of personal text; nil when it cannot be read.
  package var asked: Draft?
}

extension StoreReading {
  /// The newest refused attempts at some restaurants: all, or those made on one day of each restaurant's own.
  package func refusedAttempts(
    at restaurants: [Restaurant], on date: CivilDate? = nil, limit: Int
  ) throws -> [RefusedAttempt] {
    let byID = Dictionary(uniqueKeysWithValues: restaurants.map { ($0.id, $0) })
    let found = try restaurants.flatMap { restaurant in
      let day = date.map {
        (restaurant.zone.beginning(of: $0), restaurant.zone.beginning(of: $0.adding(days: 1)))
      }
      return try refusals(
        RefusalQuery(restaurantIDs: [restaurant.id], from: day?.0, before: day?.1, limit: limit))
    }
    let newest = found.map(\.record).sorted { ($0.createdAt, $0.id) > ($1.createdAt, $1.id) }.prefix(limit)
    return newest.compactMap { record in
      byID[record.restaurantID].map {
        RefusedAttempt(
          decision: record, restaurant: $0, asked: DecisionSnapshot(bytes: record.snapshot)?.draft)
      }
    }
  }
}
