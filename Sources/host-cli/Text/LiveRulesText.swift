import BookingHost
import Foundation

extension Zone {
  /// The zone that the machine's own clock is set to: for what belongs to no restaurant.
  static let machine = Zone(identifier: TimeZone.current.identifier) ?? .utc
}

extension Words {
  /// `18:42`, or `Wed 25 Nov 2026, 18:42` when that was another day.
  static func moment(_ instant: Instant, now: Instant) -> String {
    let (then, today) = (Zone.machine.local(instant), Zone.machine.local(now))
    return then.date == today.date ? then.time : "\(date(then.date)), \(then.time)"
  }
}

/// How it stands with the rules, in a few lines.
struct RuleStatusText {
  let status: RuleStatus
  let style: Style
  let now: Instant

  var text: String {
    ([running, disk].compactMap { $0 } + findings + failures + changed).joined(separator: "\n")
  }

  private var running: String {
    guard let live = status.live else { return "No rules are live yet; the first command will take them up." }
    let pinned = live.isPinned ? style.yellow("  pinned until: host-cli rules resume") : ""
    let since = style.dim("since \(Words.moment(live.since, now: now)), \(live.revision.prefix(12))")
    return "running \(style.bold("r\(live.number)"))  \(since)\(pinned)"
  }

  private var disk: String? {
    switch status.disk {
    case .live: return style.green("The files on disk are the live rules.")
    case .edited: return "The files on disk have been edited and can be taken up."
    case .waiting: return style.yellow("The files on disk differ and wait.")
    case .rejected:
      let when = status.rejectedAt.map { " at \(Words.moment($0, now: now))" } ?? ""
      return style.red("rejected edit\(when):")
    }
  }

  private var findings: [String] {
    guard status.disk == .rejected else { return [] }
    return status.examination.objections.map { "  \(RuleNoteText.line($0, style: style))" }
  }

  private var failures: [String] {
    status.failures.map { failure in
      let times = Words.count(failure.refused, "time")
      let last = Words.moment(failure.lastAt, now: now)
      return style.red("rule failed")
        + "  \(failure.rule ?? "no line known") (\(failure.mode)): \(times), last at \(last)"
    }
  }

  private var changed: [String] {
    let cases = status.examination.changedCases
    if cases.isEmpty { return [] }
    let title =
      "\(Words.count(cases.count, "test case")) now answer differently (see: host-cli rules accept):"
    return [style.yellow(title)] + cases.map { "  \(RuleNoteText.line($0, style: style))" }
  }
}

enum RuleNoteText {
  /// `ops.lua:7: message`
  static func line(_ note: RuleNote, style: Style) -> String {
    let place = note.place.map { "\(style.bold($0)): " } ?? ""
    return place + Plain.text(note.message)
  }
}

/// The history of the rules.
struct RuleLogText {
  let log: RuleLog
  let style: Style

  var text: String {
    if log.entries.isEmpty { return style.dim("Nothing has happened to the rules yet.") }
    let heading = ["When", "What", "Rev", "Changed", "Decided"].map(style.dim)
    return Table(rows: [heading] + log.entries.map(row), indent: "").text
  }

  private func row(_ entry: RuleLog.Entry) -> [String] {
    let local = Zone.machine.local(entry.event.at)
    return [
      local.description, kind(entry), entry.number.map { "r\($0)" } ?? style.dim("none"), changes(entry),
      decided(entry),
    ]
  }

  private func kind(_ entry: RuleLog.Entry) -> String {
    let by = entry.staff.map { " by \(Plain.text($0))" } ?? ""
    switch entry.event.kind {
    case .adopted: return style.green("adopted")
    case .rejected: return style.red("rejected")
    case .reverted: return style.dim("edit taken back")
    case .rolledBack: return style.yellow("rolled back") + by
    case .resumed: return "resumed" + by
    }
  }

  private func changes(_ entry: RuleLog.Entry) -> String {
    if entry.event.kind == .rejected { return Plain.text(entry.event.notes.first?.description ?? "") }
    if entry.event.previous == nil, entry.event.kind == .adopted { return style.dim("the first") }
    return entry.changes.map { "\($0.path) +\($0.added) -\($0.removed)" }.joined(separator: ", ")
  }

  private func decided(_ entry: RuleLog.Entry) -> String {
    guard let summary = log.revisions.first(where: { $0.revision == entry.event.revision }) else { return "" }
    return "\(summary.booked) booked, \(summary.refused) refused"
  }
}

/// What rule lines have done, with a bar for how much of it was overridden.
struct RuleImpactText {
  let impact: [RuleImpact]
  let style: Style

  var text: String {
    if impact.isEmpty { return style.dim("No rule has had anything to say in these days.") }
    let heading = ["Mode", "Issue", "Line", "Raised", "Refused", "Held", "Overridden", "Warned"].map(
      style.dim)
    return Table(rows: [heading] + impact.map(row), right: [3, 4, 5, 6, 7], indent: "").text + advice
  }

  private func row(_ line: RuleImpact) -> [String] {
    [
      line.mode, style.bold(line.code), line.rule ?? "the host", "\(line.raised)", count(line.refused),
      count(line.held),
      isMostlyOverridden(line) ? style.yellow("\(line.overridden)") : count(line.overridden),
      count(line.warned),
    ]
  }

  private func count(_ number: Int) -> String { number == 0 ? style.dim("0") : "\(number)" }

  /// Where staff nearly always know better, the rule is the one to change.
  private func isMostlyOverridden(_ line: RuleImpact) -> Bool {
    line.overridden >= 5 && line.overridden * 10 >= (line.overridden + line.held) * 9
  }

  private var advice: String {
    impact.filter(isMostlyOverridden).map { line in
      "\n" + style.yellow("mind: ")
        + "\(line.code) (\(line.rule ?? "the host")) is overridden nine times in ten or more; should it be a warning?"
    }.joined()
  }
}

/// Where candidates differ from the live rules.
struct ShadowText {
  let reports: [(ShadowRun, [ShadowDifference])]
  let style: Style

  var text: String {
    if reports.isEmpty {
      return style.dim("No rules have decided in the shadow yet: host-cli serve --shadow DIR")
    }
    return reports.map(report).joined(separator: "\n\n")
  }

  private func report(_ run: ShadowRun, _ differences: [ShadowDifference]) -> String {
    let title = "\(style.bold(Plain.text(run.directory)))  \(style.dim(String(run.candidate.prefix(12))))"
    let failed = run.failed > 0 ? style.red("; its rules failed \(Words.count(run.failed, "time"))") : ""
    let sums = "  \(Words.count(run.decided, "decision")), \(run.differed) differ\(failed)"
    let groups = Dictionary(grouping: differences, by: ShadowText.kind).sorted {
      ($1.value.count, $0.key) < ($0.value.count, $1.key)
    }
    let rows = groups.map { kind, members in
      ["\(members.count)", kind, style.dim(members.prefix(3).compactMap(\.reference).joined(separator: " "))]
    }
    return ([title, sums] + (rows.isEmpty ? [] : [Table(rows: rows, right: [0]).text])).joined(
      separator: "\n")
  }

  /// `ops: confirmed → refused, party_max (ops.lua:20)`
  private static func kind(_ difference: ShadowDifference) -> String {
    let live = Set(difference.liveIssues.map(\.code))
    let fresh = difference.candidateIssues.filter { !live.contains($0.code) }
    let candidate = Set(difference.candidateIssues.map(\.code))
    let gone = difference.liveIssues.filter { !candidate.contains($0.code) }
    let words =
      fresh.map { "\($0.code)\($0.rule.map { " (\($0))" } ?? "")" } + gone.map { "no longer \($0.code)" }
      + (difference.effectsDiffer ? ["other effects"] : [])
    let change =
      difference.liveOutcome == difference.candidateOutcome
      ? difference.liveOutcome : "\(difference.liveOutcome) → \(difference.candidateOutcome)"
    return "\(difference.mode): \(([change] + words).joined(separator: ", "))"
  }
}
