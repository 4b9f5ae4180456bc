extension Setup {
  /// A real first installation: a restaurant that is open from noon to eleven every day, takes any number
  /// and has no services yet, and its owner's account, which has no password until one is set. An owner who
  /// has an account already becomes owner here too.
  ///
  /// Throws `Refusal` for a name, slug, time zone or address that will not do.
  package static func first(
    store: Store, name: String, slug: String, timezone: String, owner: String, ids: () -> String, now: Instant
  ) throws -> Report {
    let name = Text.singleLine(Text.trimmed(name))
    let email = Access.normalised(owner)
    let zone = try check(name: name, slug: slug, timezone: timezone, email: email)
    return try store.write { store in
      guard try store.restaurant(slug: slug) == nil else { throw Refusal.slugTaken(slug) }
      let restaurant = Restaurant(id: ids(), slug: slug, name: name, zone: zone)
      try store.insert(restaurant, schedule: firstSchedule, isDemo: false)
      let known = try store.staff(email: email)
      let account = known ?? StaffAccount(id: ids(), email: email)
      if known == nil { try store.insertStaff(account, passwordHash: nil, now: now) }
      try store.insertMembership(staffID: account.id, restaurantID: restaurant.id, role: .owner)
      let member = Report.Staff(email: email, role: .owner, restaurants: [slug])
      return Report(restaurants: [restaurant], staff: [member])
    }
  }

  private static var firstSchedule: Schedule {
    let hours = DayHours(opens: 12 * 60, closes: 23 * 60)
    return Schedule(weekly: Dictionary(uniqueKeysWithValues: Weekday.allCases.map { ($0, hours) }))
  }

  private static func check(name: String, slug: String, timezone: String, email: String) throws -> Zone {
    if Text.isBlank(name) {
      throw Refusal(code: "name_invalid", field: "restaurant", message: "The restaurant needs a name.")
    }
    guard isSlug(slug) else {
      throw Refusal(
        code: "slug_invalid", field: "slug",
        message: "A slug has lower-case letters, digits and single hyphens: the-anchor.")
    }
    guard Text.isEmail(email) else {
      throw Refusal(
        code: "owner_invalid", field: "owner", message: "The owner's email does not look like one.")
    }
    guard let zone = Zone(place: timezone) else {
      throw Refusal(
        code: "timezone_unknown", field: "timezone",
        message: "The time zone is not known here. Name it by its place: Europe/London.")
    }
    return zone
  }

  private static func isSlug(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let letters = "abcdefghijklmnopqrstuvwxyz0123456789"
    return text.count <= 60 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(letters.contains) }
  }
}

extension Setup.Refusal {
  static func slugTaken(_ slug: String) -> Setup.Refusal {
    Setup.Refusal(
      code: "slug_taken", field: "slug", message: "There is a restaurant with the slug \(slug) already.")
  }
}
