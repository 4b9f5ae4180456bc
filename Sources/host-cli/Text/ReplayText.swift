import BookingHost

/// What a replay found, for people: the numbers, then the lines behind them, then whom to ring up.
struct ReplayText {
  let found: RulesReplayJSON
  let style: Style

  init(_ found: RulesReplayJSON, style: Style) {
    self.found = found
    self.style = style
  }

  var text: String {
    [heading, numbers, lines, failures, stranded, notes].compactMap { $0 }.joined(separator: "\n\n")
  }

  private var heading: String {
    let refusals = found.decisions - found.bookings
    let kinds = [
      "\(Words.grouped(found.bookings)) booking\(found.bookings == 1 ? "" : "s")",
      "\(Words.grouped(refusals)) refused attempt\(refusals == 1 ? "" : "s")",
    ]
    let all = "\(Words.grouped(found.decisions)) decision\(found.decisions == 1 ? "" : "s")"
    let by = style.dim("by revision \(found.revision.prefix(12))")
    return "\(style.bold(all)) made again (\(kinds.joined(separator: ", ")))  \(by)"
  }

  // MARK: Numbers

  private var numbers: String {
    let rows = [
      row(found.newlyRefused, "newly refused", "booked then, and would not be now", style.red),
      row(found.newlyAllowed, "newly allowed", "refused then, and would be booked now", style.green),
      row(
        found.effectsChanged, "other effects", "booked as before, and something else follows", style.yellow),
      row(
        found.termsChanged, "other terms", "booked as before, for another length, count or label",
        style.yellow),
      row(
        found.issuesChanged, "other findings", "the same answer, with other warnings or reasons", style.yellow
      ),
      row(found.failed, "failed", "a rule made a mistake; nothing would be booked", style.red),
      row(found.modeMissing, "mode missing", "the candidate has no such mode", style.red),
    ].compactMap { $0 }
    let unchanged = [Words.grouped(found.unchanged), style.green("unchanged")]
    return Table(rows: rows + [unchanged], right: [0]).text
  }

  private func row(_ count: Int, _ name: String, _ meaning: String, _ colour: (String) -> String) -> [String]?
  {
    count == 0 ? nil : [Words.grouped(count), colour(name), style.dim(meaning)]
  }

  // MARK: Lines

  private var lines: String? {
    guard !found.byRule.isEmpty else { return nil }
    let rows = found.byRule.prefix(ReplayText.mostLines).map { line in
      [
        Words.grouped(line.count), ReplayText.names[line.change] ?? line.change,
        place(line.rule, line.revision), Plain.text(line.code), line.samples.first.map(example) ?? "",
      ]
    }
    return section("By rule line", Table(rows: rows, right: [0]).text, more: found.byRule.count - rows.count)
  }

  private func place(_ rule: String?, _ revision: String?) -> String {
    let line = rule ?? "the host"
    return revision.map { "\(line) \(style.dim("in \($0.prefix(8))"))" } ?? line
  }

  /// A booking is found by its reference; of an attempt nothing else is kept.
  private func example(_ sample: RulesReplayJSON.Sample) -> String {
    if let reference = sample.reference { return style.dim("e.g. \(reference)") }
    let words = [sample.date, sample.time, sample.party.map { "for \($0)" }].compactMap { $0 }
    return style.dim(Plain.text((["e.g."] + words).joined(separator: " ")))
  }

  private var failures: String? {
    guard !found.failures.isEmpty else { return nil }
    let rows = found.failures.prefix(ReplayText.mostLines).map { failure in
      [
        Words.grouped(failure.count), style.bold(failure.rule ?? "the host"), Plain.text(failure.message),
      ]
    }
    let more = found.failures.count - rows.count
    return section(style.red("Rules that fail"), Table(rows: rows, right: [0]).text, more: more)
  }

  // MARK: Stranded bookings

  private var stranded: String? {
    guard found.strandedCount > 0 else { return nil }
    let isOne = found.strandedCount == 1
    let title =
      "\(Words.grouped(found.strandedCount)) future booking\(isOne ? "" : "s") would be refused: ring up"
    let rows = found.stranded.prefix(ReplayText.mostStranded).map { booking in
      [
        CivilDate(booking.date).map { Words.date($0) } ?? booking.date, booking.time, "\(booking.party)",
        style.bold(booking.reference),
      ] + (showsRestaurant ? [Plain.text(booking.restaurant)] : []) + [booking.status, why(booking)]
    }
    let names =
      ["Date", "Time", "Party", "Ref"] + (showsRestaurant ? ["Restaurant"] : []) + ["Status", "Why"]
    return section(
      style.yellow(title), Table(rows: [names.map(style.dim)] + rows, right: [2]).text,
      more: found.strandedCount - rows.count)
  }

  private var showsRestaurant: Bool { found.restaurants.count > 1 }

  private func why(_ booking: RulesReplayJSON.Stranded) -> String {
    let rules = booking.rules.isEmpty ? "" : " (\(booking.rules.joined(separator: ", ")))"
    return Plain.text(booking.issues.joined(separator: ", ") + rules)
  }

  private func section(_ title: String, _ body: String, more: Int) -> String {
    let rest = more > 0 ? "\n  " + style.dim("and \(Words.grouped(more)) more; see --format json") : ""
    return style.bold(title) + "\n" + body + rest
  }

  private var notes: String? {
    guard found.unreadable > 0 else { return nil }
    return style.dim(
      "  \(Words.grouped(found.unreadable)) are kept in a form that this program cannot read.")
  }

  private static let mostLines = 20
  private static let mostStranded = 40
  private static let names = [
    "newlyRefused": "newly refused", "newlyAllowed": "newly allowed", "effectsChanged": "other effects",
    "termsChanged": "other terms", "issuesChanged": "other findings",
  ]
}
