/// The booking rules, for managers: what decides, what became of an edit, what it would change, and the way back. The
/// files stay the source: nothing here writes to them.
struct RulesPages {
  let services: WebServices
  let control: RuleControl

  init(_ services: WebServices) {
    self.services = services
    control = RuleControl(store: services.store, now: services.desk.environment.now)
  }

  var endpoints: [Endpoint] {
    [
      Endpoint("GET", RulesPart.now.path, .blocking(show)),
      Endpoint("GET", "/ops/rules/modes/{mode}", .blocking(mode)),
      Endpoint("GET", RulesPart.changes.path, .slow(changes)),
      Endpoint("GET", RulesPart.replay.path, .slow(replay)),
      Endpoint("GET", RulesPart.impact.path, .blocking(impact)),
      Endpoint("GET", RulesRollbackPage.path, .blocking(askRollback)),
      Endpoint("POST", RulesRollbackPage.path, .blocking(rollBack)),
      Endpoint("POST", "/ops/rules/resume", .slow(resume)),
    ]
  }

  /// The rule directory that is followed.
  var directory: String? { services.ruleWatch?.directory }
  var now: Instant { services.desk.environment.now() }

  /// A page for managers.
  func page(_ exchange: Exchange, _ draw: (OpsPlace) throws -> Reply) throws -> Reply {
    try services.opsPage(exchange) { try draw(services.managedPlace($0, exchange)) }
  }

  @Sendable private func show(_ exchange: Exchange) throws -> Reply {
    try page(exchange) { place in
      let state = try RulesState(services.store, directory)
      let page = RulesOverviewPage(state, place, done: exchange.query["done"])
      return .page(place.shell.templates.html("rules", page))
    }
  }

  @Sendable private func mode(_ exchange: Exchange) throws -> Reply {
    try page(exchange) { place in
      let book = try services.store.read { try services.desk.live.follow($0) }
      let local = place.restaurant.zone.local(now)
      // An ordinary booking: tomorrow evening.
      let start = LocalDateTime(date: local.date.adding(days: 1), minute: 1140)
      var facts = Facts.standard(now: local)
      let restaurant = place.restaurant
      facts.restaurant = RestaurantFacts(
        id: restaurant.id, slug: restaurant.slug, name: restaurant.name,
        timezone: restaurant.zone.identifier, phone: restaurant.phone, locale: restaurant.locale)
      guard
        let found = book.requirements(mode: exchange.parameter("mode"), at: start, facts: facts)
      else { throw Problem.notFound("There is no such way of booking.") }
      let page = RulesModePage(found, modes: book, place)
      return .page(place.shell.templates.html("rules-mode", page))
    }
  }

  @Sendable private func impact(_ exchange: Exchange) throws -> Reply {
    try page(exchange) { place in
      let days = try exchange.query.wholeNumber("days", in: 1...366) ?? 30
      let today = place.restaurant.zone.local(now).date
      let impact = try services.store.read {
        try $0.ruleImpact(
          restaurantIDs: [place.restaurant.id], from: today.adding(days: 1 - days), to: today, mode: nil)
      }
      let page = RulesImpactPage(impact, days: days, place)
      return .page(place.shell.templates.html("rules-impact", page))
    }
  }

  // MARK: The way back

  @Sendable private func askRollback(_ exchange: Exchange) throws -> Reply {
    try page(exchange) { place in
      let target = try services.store.read { reader in
        guard let live = try reader.liveRevision() else { throw HostError.nothingLive }
        let hash =
          try exchange.query["to"].map { try reader.revision(named: $0) }
          ?? reader.revisionBefore(live.revision)
        guard let hash, let number = try reader.number(ofRevision: hash) else {
          throw HostError(.notFound, "There are no other rules to go back to.")
        }
        let changes = RuleFileChange.between(
          try reader.ruleTexts(ofRevision: live.revision), try reader.ruleTexts(ofRevision: hash))
        return RulesRollbackPage.Target(number: number, live: live, changes: changes)
      }
      return .page(place.shell.templates.html("rules-rollback", RulesRollbackPage(target, place)))
    }
  }

  @Sendable private func rollBack(_ exchange: Exchange) throws -> Reply {
    try services.opsForm(exchange) { visitor, form in
      let place = try services.managedPlace(visitor, exchange, changing: true)
      guard let revision = form["to"] else { throw Problem.malformed("Say which rules.", field: "to") }
      _ = try control.rollBack(to: revision, by: visitor.staff)
      _ = try services.store.read { try services.desk.live.follow($0) }
      return .seeOther(place.address(RulesPart.now.path, [("done", "rollback")]))
    }
  }

  @Sendable private func resume(_ exchange: Exchange) throws -> Reply {
    try services.opsForm(exchange) { visitor, _ in
      let place = try services.managedPlace(visitor, exchange, changing: true)
      let isPinned = try services.store.read { try $0.liveRevision()?.isPinned == true }
      // Pressed twice, or somebody else was quicker: it is as it was to be.
      guard isPinned else { return .seeOther(place.address(RulesPart.now.path, [("done", "resume")])) }
      try control.resume(by: visitor.staff)
      let outcome = try services.ruleWatch?.takeUp()
      _ = try services.store.read { try services.desk.live.follow($0) }
      if case .rejected = outcome {
        return .seeOther(place.address(RulesPart.now.path, [("done", "resume_rejected")]))
      }
      return .seeOther(place.address(RulesPart.now.path, [("done", "resume")]))
    }
  }
}

/// The pages of the rules.
enum RulesPart: String, CaseIterable {
  case now, changes, replay, impact

  var path: String { self == .now ? "/ops/rules" : "/ops/rules/\(rawValue)" }
}

extension HouseChrome {
  static func rules(_ place: OpsPlace, at part: RulesPart?, title: String? = nil, done: String? = nil)
    -> HouseChrome
  {
    let words = place.shell.words
    return HouseChrome(
      tabs: RulesPart.allCases.map {
        Tab(name: words("rules_\($0.rawValue)"), address: place.address($0.path), isHere: $0 == part)
      }, tabsLabel: words("rules_parts"),
      title: title ?? part.map { words("rules_title_\($0.rawValue)") } ?? words("place_rules"),
      done: done.flatMap { words.known("rules_done_\($0)") })
  }
}

/// How it stands with the rules: what a server knows without trying anything out.
struct RulesState {
  var live: LiveRevision?
  /// The last edit, when it was kept out.
  var rejected: RuleEvent?
  var failures: [RuleImpact]
  var log: RuleLog
  var book: RuleBook?
  var directory: String?
  /// Whether the files are the live rules; nil where they cannot be read, or nobody follows them.
  var isDiskLive: Bool?

  init(_ store: Store, _ directory: String?) throws {
    log = try RuleLog(store: store, limit: 20)
    self.directory = directory
    let (notice, book) = try store.read { reader in
      let notice = try RuleNotice(reader)
      return (notice, try notice.live.map { try LiveRules.load($0.revision, reader) })
    }
    (live, rejected, failures, self.book) = (notice.live, notice.rejected, notice.failures, book)
    let onDisk = directory.flatMap { try? RuleDirectory.files(in: $0, limits: .standard) }?.revision
    isDiskLive = onDisk.map { $0 == notice.live?.revision }
  }
}
