extension StoreWriter {
  /// A new restaurant with its hours and services. Fails when its id or slug is taken.
  package func insert(_ restaurant: Restaurant, schedule: Schedule, isDemo: Bool) throws {
    try db.insert(
      into: "restaurants",
      [
        "id": restaurant.id, "slug": restaurant.slug, "name": restaurant.name,
        "timezone": restaurant.zone.identifier, "phone": restaurant.phone, "email": restaurant.email,
        "address": restaurant.address, "locale": restaurant.locale, "seats": restaurant.seats,
        "is_demo": isDemo,
      ])
    for (weekday, hours) in schedule.weekly {
      try insert(hours, table: "weekly_hours", restaurant.id, day: ("weekday", weekday.number))
    }
    for (date, hours) in schedule.exceptions {
      try insert(hours, table: "dated_hours", restaurant.id, day: ("date", date.description))
    }
    for (position, service) in schedule.services.enumerated() {
      try insert(service, restaurantID: restaurant.id, position: position)
    }
  }

  /// Closes a restaurant to new bookings from one moment to another, `to` excluded.
  package func insertClosure(
    atRestaurant id: String, from: Instant, to: Instant, reason: String? = nil
  ) throws {
    try db.insert(
      into: "closures",
      ["restaurant_id": id, "starts_at": from.seconds, "ends_at": to.seconds, "reason": reason])
  }

  /// Removes the demo restaurants with everything that is theirs, and their staff, except who is also a
  /// member elsewhere or has acted at a restaurant that stays.
  package func removeDemo() throws {
    let demo = "SELECT id FROM restaurants WHERE is_demo = 1"
    let members = try db.all(
      "SELECT DISTINCT staff_id FROM memberships WHERE restaurant_id IN (\(demo))", []
    ) { $0["staff_id"] as String }
    // Notices and points point at bookings and effects.
    for table in ["loyalty_entries", "notices", "webhook_endpoints", "calendar_links"] {
      try db.run("DELETE FROM \(table) WHERE restaurant_id IN (\(demo))")
    }
    for table in ["audit", "decisions", "rule_use", "rule_impact", "shadow_differences"] {
      try db.run("DELETE FROM \(table) WHERE restaurant_id IN (\(demo))")
    }
    try db.run(
      """
      DELETE FROM effects WHERE waitlist_id IN (SELECT id FROM waitlist WHERE restaurant_id IN (\(demo)))
      """)
    try db.run("DELETE FROM waitlist WHERE restaurant_id IN (\(demo))")
    for table in ["effects", "booking_transitions", "idempotency"] {
      try db.run(
        """
        DELETE FROM \(table) WHERE booking_id IN (SELECT id FROM bookings WHERE restaurant_id IN (\(demo)))
        """)
    }
    for table in [
      "bookings", "guests", "closures", "services", "dated_hours", "weekly_hours", "memberships",
    ] {
      try db.run("DELETE FROM \(table) WHERE restaurant_id IN (\(demo))")
    }
    try db.run("DELETE FROM restaurants WHERE is_demo = 1")
    for staffID in members { try removeStaffIfUnattached(staffID) }
  }

  private func removeStaffIfUnattached(_ id: String) throws {
    let attached = try db.exists(
      """
      SELECT 1 FROM memberships WHERE staff_id = :id
      UNION ALL SELECT 1 FROM bookings WHERE staff_id = :id OR override_by = :id
      UNION ALL SELECT 1 FROM decisions WHERE staff_id = :id
      """, ["id": id])
    if attached { return }
    try db.run("DELETE FROM sessions WHERE staff_id = ?", [id])
    try db.run("DELETE FROM staff WHERE id = ?", [id])
  }

  func insert(
    _ hours: DayHours, table: String, _ restaurantID: String,
    day: (column: String, value: any Storable)
  ) throws {
    try db.insert(
      into: table,
      [
        "restaurant_id": restaurantID, day.column: day.value, "opens": hours.opens, "closes": hours.closes,
        "closed": hours.closed, "label": hours.label,
      ])
  }

  func insert(_ service: ScheduledService, restaurantID: String, position: Int) throws {
    let id = try db.insertNumbered(
      into: "services",
      [
        "restaurant_id": restaurantID, "position": position, "key": service.period.key,
        "name": service.period.name, "opens": service.period.opens, "closes": service.period.closes,
        "weekdays": service.weekdays.map(\.number).sorted().map(String.init).joined(),
        "max_covers": service.capacity.covers, "max_parties": service.capacity.parties,
      ])
    for (weekday, capacity) in service.weekdayCapacity {
      try insert(capacity, table: "service_weekday_capacity", id, day: ("weekday", weekday.number))
    }
    for (date, capacity) in service.dateCapacity {
      try insert(capacity, table: "service_date_capacity", id, day: ("date", date.description))
    }
  }

  private func insert(
    _ capacity: Capacity, table: String, _ serviceID: Int,
    day: (column: String, value: any Storable)
  ) throws {
    try db.insert(
      into: table,
      [
        "service_id": serviceID, day.column: day.value, "max_covers": capacity.covers,
        "max_parties": capacity.parties,
      ])
  }
}
