/// How it stands with the rules: what decides, what is on disk, and what goes wrong.
package struct RuleStatus: Sendable {
  package var live: LiveRevision?
  package var disk: Disk
  /// What is on disk, examined.
  package var examination: RuleExamination
  /// When the edit on disk was kept out; nil when it was not.
  package var rejectedAt: Instant?
  /// Rule lines that failed while they decided, since the live revision went live.
  package var failures: [RuleImpact]

  /// How the files on disk stand to the live rules.
  package enum Disk: String, Sendable {
    /// They are the live rules.
    case live
    /// They differ, and will be taken up by the next command or by a server within a second.
    case edited
    /// They differ, and cannot be taken up.
    case rejected
    /// They differ, and wait because a revision is pinned.
    case waiting
  }

  /// Looks at the store and at a rule directory. Changes nothing.
  package init(store: Store, directory: String, limits: RuleLimits = .standard) throws {
    let examination = RuleExamination.of(directory: directory, limits: limits)
    let (live, events, failures) = try store.read { reader in
      let live = try reader.liveRevision()
      let failures = try live.map { try reader.ruleFailures(ofRevision: $0.revision) } ?? []
      return (live, try reader.ruleEvents(limit: 50), failures)
    }
    self.live = live
    self.examination = examination
    self.failures = failures
    disk = RuleStatus.disk(live, examination)
    if disk == .rejected {
      rejectedAt = events.first { $0.kind == .rejected && $0.revision == examination.revision }?.at
    }
  }

  private static func disk(_ live: LiveRevision?, _ examination: RuleExamination) -> Disk {
    guard let live else { return examination.errors.isEmpty ? .edited : .rejected }
    if examination.book?.revision == live.revision { return .live }
    if live.isPinned { return .waiting }
    return examination.objections.isEmpty ? .edited : .rejected
  }
}

/// What whoever runs a service should know of the rules.
package struct RuleNotice: Hashable, Sendable {
  package var live: LiveRevision?
  /// The last edit, when it was kept out.
  package var rejected: RuleEvent?
  /// Rule lines that failed while they decided, since the live revision went live.
  package var failures: [RuleImpact]

  package init(_ reader: some StoreReading) throws {
    live = try reader.liveRevision()
    rejected = try reader.ruleEvents(limit: 1).first.flatMap { $0.kind == .rejected ? $0 : nil }
    failures = try live.map { try reader.ruleFailures(ofRevision: $0.revision) } ?? []
  }
}

/// What differs between two revisions in one file.
package struct RuleFileChange: Hashable, Sendable {
  package var path: String
  package var added: Int
  package var removed: Int

  /// The files that differ, each with how many lines came and went.
  package static func between(_ old: [String: String], _ new: [String: String]) -> [RuleFileChange] {
    Set(old.keys).union(new.keys).sorted().compactMap { path in
      guard old[path] != new[path] else { return nil }
      let difference = lines(new[path]).difference(from: lines(old[path]))
      return RuleFileChange(
        path: path, added: difference.insertions.count, removed: difference.removals.count)
    }
  }

  private static func lines(_ text: String?) -> [Substring] {
    text?.split(separator: "\n", omittingEmptySubsequences: false) ?? []
  }
}

/// The history of the rules.
package struct RuleLog: Sendable {
  package var entries: [Entry]
  package var revisions: [RevisionSummary]

  package struct Entry: Sendable {
    package var event: RuleEvent
    /// The number of the event's revision; nil for a rejected edit, which has none.
    package var number: Int?
    /// What the event changed in the live rules.
    package var changes: [RuleFileChange]
    /// Who did it, by email; nil when it was an edit on disk.
    package var staff: String?
  }

  package init(store: Store, limit: Int) throws {
    (entries, revisions) = try store.read { reader in
      let entries = try reader.ruleEvents(limit: limit).map { try RuleLog.entry($0, reader) }
      return (entries, try reader.revisionSummaries())
    }
  }

  private static func entry(_ event: RuleEvent, _ reader: some StoreReading) throws -> Entry {
    var changes: [RuleFileChange] = []
    if let previous = event.previous, previous != event.revision {
      changes = RuleFileChange.between(
        try reader.ruleTexts(ofRevision: previous), try reader.ruleTexts(ofRevision: event.revision))
    }
    return Entry(
      event: event, number: try reader.number(ofRevision: event.revision), changes: changes,
      staff: try event.staffID.flatMap { try reader.staff(id: $0)?.email })
  }
}
