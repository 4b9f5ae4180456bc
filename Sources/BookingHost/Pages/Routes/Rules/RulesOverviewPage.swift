/// What decides now, what became of the last edit, and what came before.
struct RulesOverviewPage {
  var frame: PageFrame
  var t: PageWords
  var chrome: HouseChrome
  var running: String
  var since: String
  var way: String?
  var isPinned = false
  var resumeAction: String
  /// How the files stand to what decides.
  var disk: String?
  var folder: String?
  var rejectedAt: String?
  var findings: [RulesFinding]
  var failures: [RulesFinding]
  var modes: [Mode]
  var events: [Event]

  struct Mode {
    var name: String
    var who: String
    var address: String
  }

  struct Event {
    var at: String
    var what: String
    var revision: String?
    var detail: String?
    var decided: String?
    var back: String?
    var backName: String
  }

  init(_ state: RulesState, _ place: OpsPlace, done: String?) {
    let words = place.shell.words
    let dates = place.shell.dates(place.restaurant.zone)
    chrome = .rules(place, at: .now, done: done)
    (frame, t) = (place.frame(title: chrome.title, at: .rules), words)
    running = state.live.map { words("rules_running", ["number": String($0.number)]) } ?? words("rules_none")
    since = state.live.map { words("rules_since", ["at": dates.moment($0.since)]) } ?? ""
    isPinned = state.live?.isPinned == true
    resumeAction = place.address("/ops/rules/resume")
    way = RulesOverviewPage.way(state, words)
    disk = RulesOverviewPage.disk(state, words)
    folder = state.directory
    let isRejected = state.isDiskLive != true && !isPinned
    let rejected = isRejected ? state.rejected : nil
    rejectedAt = rejected.map { words("rules_rejected_at", ["at": dates.moment($0.at)]) }
    findings = (rejected?.notes ?? []).map { RulesFinding($0) }
    failures = state.failures.map { failure in
      RulesFinding(
        line: failure.rule,
        says: words.count("rules_failed_times", failure.refused, ["last": dates.moment(failure.lastAt)]))
    }
    modes = (state.book?.modeNames ?? []).compactMap { name in
      state.book?.policy(name).map { policy in
        Mode(
          name: policy.title, who: words(RulesModePage.who(policy)),
          address: place.address("/ops/rules/modes/\(name)"))
      }
    }
    events = state.log.entries.map { RulesOverviewPage.event($0, state, place, dates) }
  }

  /// By which way the live rules came: an edit of the files, or somebody's hand.
  private static func way(_ state: RulesState, _ words: PageWords) -> String? {
    guard let live = state.live else { return nil }
    let entry = state.log.entries.first {
      $0.event.revision == live.revision && [.adopted, .rolledBack].contains($0.event.kind)
    }
    guard let entry else { return nil }
    if entry.event.kind == .adopted { return words("rules_way_files") }
    return words("rules_way_rollback", ["who": entry.staff ?? words("settings_nobody")])
  }

  private static func disk(_ state: RulesState, _ words: PageWords) -> String? {
    if state.live?.isPinned == true {
      return words(state.isDiskLive == true ? "rules_disk_pinned_same" : "rules_disk_waiting")
    }
    switch state.isDiskLive {
    case true?: return words("rules_disk_live")
    case false?: return words(state.rejected == nil ? "rules_disk_edited" : "rules_disk_rejected")
    case nil: return state.directory == nil ? nil : words("rules_disk_rejected")
    }
  }

  private static func event(
    _ entry: RuleLog.Entry, _ state: RulesState, _ place: OpsPlace, _ dates: PageDates
  ) -> Event {
    let words = place.shell.words
    let isLive = entry.event.revision == state.live?.revision
    let summary = state.log.revisions.first { $0.revision == entry.event.revision }
    let changes = entry.changes.map {
      words("rules_file_change", ["file": $0.path, "added": String($0.added), "removed": String($0.removed)])
    }
    let detail =
      entry.event.kind == .rejected ? entry.event.notes.first?.description : changes.joined(separator: ", ")
    let by = entry.staff ?? words("settings_nobody")
    return Event(
      at: dates.moment(entry.event.at), what: words("rules_event_\(entry.event.kind.rawValue)", ["who": by]),
      revision: entry.number.map { "r\($0)" }, detail: detail.flatMap { $0.isEmpty ? nil : $0 },
      decided: summary.map {
        words("rules_decided", ["booked": String($0.booked), "refused": String($0.refused)])
      },
      back: isLive || entry.event.kind == .rejected
        ? nil : entry.number.map { place.address(RulesRollbackPage.path, [("to", "r\($0)")]) },
      backName: words("rules_back_named", ["number": entry.number.map(String.init) ?? ""]))
  }
}

/// A sentence about the rules, with the line it is about.
struct RulesFinding {
  var line: String?
  var says: String

  init(line: String?, says: String) {
    (self.line, self.says) = (line, says)
  }

  init(_ note: RuleNote) {
    self.init(line: note.place, says: note.message)
  }
}

/// Asks before an earlier revision decides again.
struct RulesRollbackPage {
  static let path = "/ops/rules/rollback"

  var frame: PageFrame
  var t: PageWords
  var chrome: HouseChrome
  var action: String
  var back: String
  var to: String
  var lead: String
  var changes: [String]
  var compare: String
  var go: String

  struct Target {
    var number: Int
    var live: LiveRevision
    var changes: [RuleFileChange]
  }

  init(_ target: Target, _ place: OpsPlace) {
    let words = place.shell.words
    let numbers = ["to": String(target.number), "from": String(target.live.number)]
    let title = words("rules_rollback", numbers)
    chrome = .rules(place, at: .now, title: title)
    (frame, t) = (place.frame(title: title, at: .rules), words)
    action = place.address(RulesRollbackPage.path)
    back = place.address(RulesPart.now.path)
    to = "r\(target.number)"
    lead = words("rules_rollback_lead", numbers)
    changes = target.changes.map {
      words("rules_file_change", ["file": $0.path, "added": String($0.added), "removed": String($0.removed)])
    }
    compare = place.address(RulesPart.changes.path, [("with", to)])
    go = words("rules_rollback_go", numbers)
  }
}

/// What each line of the rules has come to, at this restaurant.
struct RulesImpactPage {
  var frame: PageFrame
  var t: PageWords
  var chrome: HouseChrome
  var restaurant: String
  var days: SettingsInput
  var rows: [Row]
  var isEmpty: Bool

  struct Row {
    var what: String
    var mode: String
    var line: String?
    var refused: Int
    var held: Int
    var overridden: Int
    var warned: Int
    /// Said of a rule that staff nearly always overrule.
    var advice: String?
  }

  init(_ impact: [RuleImpact], days: Int, _ place: OpsPlace) {
    let words = place.shell.words
    chrome = .rules(place, at: .impact)
    (frame, t) = (place.frame(title: chrome.title, at: .rules), words)
    restaurant = place.restaurant.slug
    self.days = SettingsTyped().choice(
      "impact", "days", words("rules_impact_days"), is: String(days),
      of: [7, 30, 90, 365].map { (String($0), words.count("rules_days", $0)) })
    rows = impact.map { line in
      let isOverruled = line.overridden >= 5 && line.overridden * 10 >= (line.overridden + line.held) * 9
      return Row(
        what: words.known("rules_issue_\(line.code)") ?? line.code, mode: line.mode, line: line.rule,
        refused: line.refused, held: line.held, overridden: line.overridden, warned: line.warned,
        advice: isOverruled ? words("rules_advice") : nil)
    }
    isEmpty = rows.isEmpty
  }
}
