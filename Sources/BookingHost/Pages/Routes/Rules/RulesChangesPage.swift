extension RulesPages {
  /// How many made-up bookings each mode is tried with: so many that a page answers within a second or two.
  private static let budget = 6_000

  /// What is compared with the live rules, by its name in an address: `files`, `r3`.
  func named(_ name: String, _ live: LiveRevision) throws -> RuleBook {
    if name == "files", let directory { return try RuleBook(directory: directory) }
    return try services.store.read { try LiveRules.load($0.revision(named: name), $0) }
  }

  @Sendable func changes(_ exchange: Exchange) throws -> Reply {
    try page(exchange) { place in
      let state = try RulesState(services.store, directory)
      guard let live = state.live, let book = state.book else { throw HostError.nothingLive }
      var page = RulesChangesPage(state, live, place, with: exchange.query["with"])
      if let name = exchange.query["with"] {
        do {
          let other = try named(name, live)
          // A candidate is what would be; a stored revision is what was.
          let diff =
            name == "files"
            ? RuleDiff(book, other, budget: Self.budget) : RuleDiff(other, book, budget: Self.budget)
          page.take(diff, place.shell)
        } catch let error as RuleBookError {
          page.broken = error.errors.map { RulesFinding(line: $0.rule, says: $0.message) }
        }
      }
      page.hasBroken = !page.broken.isEmpty
      return .page(place.shell.templates.html("rules-changes", page))
    }
  }
}

/// Which bookings come out differently by two sets of rules.
struct RulesChangesPage {
  var frame: PageFrame
  var t: PageWords
  var chrome: HouseChrome
  var restaurant: String
  var with: SettingsInput
  var heading: String?
  var modes: [Mode] = []
  var broken: [RulesFinding] = []
  var hasBroken = false

  struct Mode {
    var name: String
    var verdict: String
    var cases: String?
    var changes: [Change]
    var more: String?
    var grid: Grid?
  }

  struct Change {
    var sentence: String
    var before: String?
    var after: String?
  }

  struct Grid {
    var caption: String
    var times: [String]
    var rows: [Row]

    struct Row {
      var size: String
      var cells: [Cell]
    }

    struct Cell {
      var text: String
      var kind: String
    }
  }

  init(_ state: RulesState, _ live: LiveRevision, _ place: OpsPlace, with name: String?) {
    let words = place.shell.words
    chrome = .rules(place, at: .changes)
    (frame, t) = (place.frame(title: chrome.title, at: .rules), words)
    restaurant = place.restaurant.slug
    with = RulesChoice.input(state, live, words, chosen: name)
    heading = name.map { name in
      name == "files"
        ? words("rules_changes_files", ["live": String(live.number)])
        : words("rules_changes_from", ["from": name, "live": String(live.number)])
    }
  }

  mutating func take(_ diff: RuleDiff, _ shell: PageShell) {
    modes = diff.modes.map { RulesChangesPage.mode($0, shell) }
  }

  private static let mostChanges = 12

  private static func mode(_ mode: ModeDiff, _ shell: PageShell) -> Mode {
    let words = shell.words
    return Mode(
      name: mode.mode, verdict: words("rules_mode_\(mode.status.rawValue)"),
      cases: mode.isSameSource
        ? words("rules_same_source")
        : mode.cases > 0 ? words("rules_cases", ["count": String(mode.cases)]) : nil,
      changes: mode.changes.prefix(mostChanges).map {
        Change(sentence: $0.sentence, before: $0.ruleBefore, after: $0.ruleAfter)
      },
      more: mode.changes.count > mostChanges
        ? words("rules_more_changes", ["count": String(mode.changes.count - mostChanges)]) : nil,
      grid: mode.grid.map { Grid($0, mode.mode, shell) })
  }
}

extension RulesChangesPage.Grid {
  /// Times in a row at which all party sizes fare alike share a column.
  init(_ grid: DiffGrid, _ mode: String, _ shell: PageShell) {
    let words = shell.words
    let dates = shell.dates(.utc)
    var columns: [Range<Int>] = []
    for index in grid.times.indices {
      if let last = columns.last, grid.rows.allSatisfy({ $0[last.lowerBound] == $0[index] }) {
        columns[columns.count - 1] = last.lowerBound..<index + 1
      } else {
        columns.append(index..<index + 1)
      }
    }
    caption = words("rules_grid", ["mode": mode])
    times = columns.map { column in
      let first = dates.time(minute: grid.times[column.lowerBound])
      let last = dates.time(minute: grid.times[column.upperBound - 1])
      return column.count == 1 ? first : "\(first) – \(last)"
    }
    rows = zip(grid.parties.indices, grid.rows).map { index, marks in
      let sizes = grid.parties[index]
      let isLast = index == grid.parties.count - 1
      let size =
        isLast
        ? words("rules_sizes_more", ["first": String(sizes.lowerBound)])
        : sizes.count == 1
          ? String(sizes.lowerBound)
          : words("rules_sizes", ["first": String(sizes.lowerBound), "last": String(sizes.upperBound)])
      return Row(
        size: size,
        cells: columns.map { column in
          let mark = marks[column.lowerBound]
          let text = words("rules_mark_\(mark.change)")
          return Cell(
            text: mark.isOrdinary ? text : words("rules_mark_some", ["mark": text]), kind: "\(mark.change)")
        })
    }
  }
}

/// Which rules to compare with, or to try: the files, where they differ, and every stored revision but the live one.
enum RulesChoice {
  static func input(_ state: RulesState, _ live: LiveRevision, _ words: PageWords, chosen: String?)
    -> SettingsInput
  {
    let files = state.directory == nil ? [] : [("files", words("rules_choice_files"))]
    let others = state.log.revisions.filter { $0.revision != live.revision }.prefix(50).map {
      ("r\($0.number)", words("rules_choice_revision", ["number": String($0.number)]))
    }
    return SettingsTyped().choice(
      "rules", "with", words("rules_choice"), is: chosen ?? "files", of: files + others)
  }
}
