import Dispatch
import Synchronization

extension Setup {
  /// Replaces the demo restaurants and their staff by fresh ones, in one transaction. Restaurants that are
  /// not the demo's are left alone; one that has a demo slug is a `Refusal`.
  ///
  /// - Parameters:
  ///   - hasher: `PasswordHasher.generated` does, as long as `passwords` are random.
  ///   - ids: Makes an id for a restaurant or account.
  ///   - passwords: Makes a password for an account.
  ///   - today: The date the demo's calendar starts from.
  package static func demo(
    store: Store, hasher: PasswordHasher, ids: () -> String, passwords: () -> String, today: CivilDate,
    now: Instant
  ) throws -> Report {
    let demo = DemoData(today: today)
    let passwords = demo.staff.map { _ in passwords() }
    let hashes = try hash(passwords, with: hasher)
    return try store.write { store in
      try store.removeDemo()
      let restaurants = try demo.sites.map { try insert($0, id: ids(), into: store) }
      let members = try demo.staff.indices.map { index in
        let (email, role) = demo.staff[index]
        let id = try account(email, id: ids(), hash: hashes[index], now: now, in: store)
        try store.insertMembership(staffID: id, restaurantID: restaurants[0].id, role: role)
        return Report.Staff(
          email: email, password: passwords[index], role: role, restaurants: [restaurants[0].slug])
      }
      return Report(restaurants: restaurants, staff: members)
    }
  }

  private static func insert(
    _ site: DemoData.Site, id: String, into store: StoreWriter
  ) throws -> Restaurant {
    guard let zone = Zone(identifier: site.timezone) else {
      throw Refusal(
        code: "timezone_unknown", field: "timezone",
        message: "This machine does not know the time zone \(site.timezone). Install tzdata.")
    }
    guard try store.restaurant(slug: site.slug) == nil else { throw Refusal.slugTaken(site.slug) }
    let restaurant = Restaurant(
      id: id, slug: site.slug, name: site.name, zone: zone, phone: site.phone, email: site.email,
      address: site.address, locale: site.locale, seats: site.seats)
    try store.insert(restaurant, schedule: site.schedule, isDemo: true)
    return restaurant
  }

  /// A demo account that outlived its restaurant, being needed elsewhere, is taken up again.
  private static func account(
    _ email: String, id: String, hash: String, now: Instant, in store: StoreWriter
  ) throws -> String {
    if let known = try store.staff(email: email) {
      try store.setPassword(ofStaff: known.id, hash: hash, now: now)
      return known.id
    }
    try store.insertStaff(StaffAccount(id: id, email: email), passwordHash: hash, now: now)
    return id
  }

  /// Hashing is slow on purpose; several passwords are hashed side by side.
  private static func hash(_ passwords: [String], with hasher: PasswordHasher) throws -> [String] {
    let results = Mutex<[Int: Result<String, any Error>]>([:])
    DispatchQueue.concurrentPerform(iterations: passwords.count) { index in
      let result = Result { try hasher.hash(passwords[index]) }
      results.withLock { $0[index] = result }
    }
    let all = results.withLock { $0 }
    return try passwords.indices.compactMap { try all[$0]?.get() }
  }
}
