extension RulesPages {
  /// Stored decisions made again by other rules: at most so many, the newest first, so that the page answers soon.
  @Sendable func replay(_ exchange: Exchange) throws -> Reply {
    try page(exchange) { place in
      let state = try RulesState(services.store, directory)
      guard let live = state.live else { throw HostError.nothingLive }
      let last = try exchange.query.wholeNumber("last", in: 1...5_000) ?? 500
      var page = RulesReplayPage(state, live, place, with: exchange.query["with"], last: last)
      if let name = exchange.query["with"] {
        do {
          var replay = RuleReplay(store: services.store, candidate: try named(name, live))
          // The others are for those who book.
          replay.cores = 1
          let tally = try replay.run(.init(restaurantIDs: [place.restaurant.id], limit: last))
          let stranded = try replay.stranded(atRestaurants: [place.restaurant.id], now: now, limit: 100)
          page.take(tally, stranded, place)
        } catch let error as RuleBookError {
          page.broken = error.errors.map { RulesFinding(line: $0.rule, says: $0.message) }
        }
      }
      page.hasBroken = !page.broken.isEmpty
      return .page(place.shell.templates.html("rules-replay", page))
    }
  }
}

/// How past bookings and refusals would have been decided by other rules.
struct RulesReplayPage {
  var frame: PageFrame
  var t: PageWords
  var chrome: HouseChrome
  var restaurant: String
  var with: SettingsInput
  var last: SettingsInput
  var found: Found?
  var broken: [RulesFinding] = []
  var hasBroken = false

  struct Found {
    var lead: String
    var numbers: [Number]
    var lines: [Line]
    var hasLines: Bool
    var failures: [RulesFinding]
    var hasFailures: Bool
    var stranded: [Stranded]
    var hasStranded: Bool
    var strandedTitle: String
  }

  struct Number {
    var count: Int
    var what: String
    var isQuiet: Bool
  }

  struct Line {
    var count: Int
    var change: String
    var what: String
    var line: String?
    var sample: String?
    var sampleAddress: String?
  }

  struct Stranded {
    var reference: String
    var address: String
    var at: String
    var party: String
    var why: String
  }

  init(_ state: RulesState, _ live: LiveRevision, _ place: OpsPlace, with name: String?, last: Int) {
    let words = place.shell.words
    chrome = .rules(place, at: .replay)
    (frame, t) = (place.frame(title: chrome.title, at: .rules), words)
    restaurant = place.restaurant.slug
    with = RulesChoice.input(state, live, words, chosen: name)
    self.last = SettingsTyped().choice(
      "rules", "last", words("rules_replay_last"), is: String(last),
      of: [100, 500, 2_000].map { (String($0), words("rules_replay_count", ["count": String($0)])) })
  }

  mutating func take(_ tally: ReplayTally, _ stranded: RuleReplay.StrandedList, _ place: OpsPlace) {
    let words = RulesWords(place.shell.words)
    let dates = place.shell.dates(place.restaurant.zone)
    let lines = tally.inOrder.prefix(20).map { RulesReplayPage.line($0.line, $0.group, words, place) }
    let failures = tally.failures.map { RulesFinding(line: $0.key.rule, says: $0.value.message ?? "") }
      .sorted { ($0.line ?? "", $0.says) < ($1.line ?? "", $1.says) }
    let bookings = stranded.bookings.map { item in
      Stranded(
        reference: item.booking.reference,
        address: place.address("/ops/bookings/\(item.booking.reference)"),
        at: "\(dates.longDay(item.booking.start.date)), \(dates.time(minute: item.booking.start.minute))",
        party: words.words.count("settings_people", item.booking.party),
        why: item.issues.map { words.issue($0.code) }.joined(separator: ", "))
    }
    found = Found(
      lead: words.words.count(
        "rules_replay_lead", tally.decisions, ["bookings": String(tally.bookings)]),
      numbers: RulesReplayPage.numbers(tally, words.words), lines: lines, hasLines: !lines.isEmpty,
      failures: failures, hasFailures: !failures.isEmpty, stranded: bookings,
      hasStranded: !bookings.isEmpty,
      strandedTitle: words.words.count("rules_replay_stranded", stranded.count))
  }

  private static func numbers(_ tally: ReplayTally, _ words: PageWords) -> [Number] {
    let kinds = ReplayKind.allCases.map { (tally.count($0), words("rules_replay_\($0.rawValue)")) }
    let others = [
      (tally.failed, words("rules_replay_failed")), (tally.modeMissing, words("rules_replay_missing")),
      (tally.unreadable, words("rules_replay_unreadable")),
    ]
    return (kinds + others).filter { $0.0 > 0 }.map { Number(count: $0.0, what: $0.1, isQuiet: false) }
      + [Number(count: tally.unchanged, what: words("rules_replay_unchanged"), isQuiet: true)]
  }

  private static func line(
    _ line: ReplayLine, _ group: ReplayTally.Group, _ words: RulesWords, _ place: OpsPlace
  ) -> Line {
    let sample = group.samples.first?.reference
    return Line(
      count: group.count, change: words.words("rules_replay_\(line.kind.rawValue)"),
      what: words.issue(line.code), line: line.rule, sample: sample,
      sampleAddress: sample.map { place.address("/ops/bookings/\($0)") })
  }
}
