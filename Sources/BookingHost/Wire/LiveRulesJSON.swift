/// How it stands with the rules.
package struct RuleStatusJSON: Encodable, Sendable {
  @OrNull package var live: Live?
  package var disk: Disk
  /// The edit that was kept out; null when the files on disk are fine.
  @OrNull package var rejected: Rejection?
  package var failures: [RuleFailureJSON]
  /// Test cases that the files on disk answer differently than their tests say.
  package var changedCases: [RuleNoteJSON]

  package struct Live: Encodable, Sendable {
    package var revision: String
    package var number: Int
    package var since: String
    package var pinned: Bool
    @OrNull package var directory: String?
  }

  package struct Disk: Encodable, Sendable {
    /// `live`, `edited`, `rejected` or `waiting`.
    package var state: String
    package var revision: String
  }

  package struct Rejection: Encodable, Sendable {
    /// Null when no command or server has met the edit yet.
    @OrNull package var at: String?
    package var findings: [RuleNoteJSON]
  }

  package init(_ status: RuleStatus, zone: Zone) {
    live = status.live.map {
      Live(
        revision: $0.revision, number: $0.number, since: zone.timestamp($0.since), pinned: $0.isPinned,
        directory: $0.directory)
    }
    disk = Disk(state: status.disk.rawValue, revision: status.examination.revision)
    rejected =
      status.disk == .rejected
      ? Rejection(
        at: status.rejectedAt.map(zone.timestamp),
        findings: status.examination.objections.map { RuleNoteJSON($0) }) : nil
    failures = status.failures.map { RuleFailureJSON($0, zone: zone) }
    changedCases = status.examination.changedCases.map { RuleNoteJSON($0) }
  }
}

/// A rule line that failed while it decided.
package struct RuleFailureJSON: Encodable, Sendable {
  package var mode: String
  @OrNull package var rule: String?
  package var count: Int
  package var lastAt: String

  package init(_ impact: RuleImpact, zone: Zone) {
    mode = impact.mode
    rule = impact.rule
    count = impact.refused
    lastAt = zone.timestamp(impact.lastAt)
  }
}

/// What whoever runs a service should know of the rules. `revision` and `number` are null while none are
/// live.
package struct RuleNoticeJSON: Encodable, Sendable {
  @OrNull package var revision: String?
  @OrNull package var number: Int?
  /// The last edit, when it was kept out.
  @OrNull package var rejected: RuleStatusJSON.Rejection?
  package var failures: [RuleFailureJSON]

  package init(_ notice: RuleNotice, zone: Zone) {
    revision = notice.live?.revision
    number = notice.live?.number
    rejected = notice.rejected.map {
      RuleStatusJSON.Rejection(at: zone.timestamp($0.at), findings: $0.notes.map { RuleNoteJSON($0) })
    }
    failures = notice.failures.map { RuleFailureJSON($0, zone: zone) }
  }
}

/// A sentence about the rules, and its place.
package struct RuleNoteJSON: Encodable, Sendable {
  @OrNull package var rule: String?
  package var message: String

  package init(_ note: RuleNote) {
    rule = note.place
    message = note.message
  }
}

/// The history of the rules, the latest first.
package struct RuleLogJSON: Encodable, Sendable {
  package var events: [Event]
  package var revisions: [Revision]

  package struct Event: Encodable, Sendable {
    package var at: String
    /// `adopted`, `rejected`, `reverted`, `rolled_back` or `resumed`.
    package var kind: String
    package var revision: String
    @OrNull package var number: Int?
    @OrNull package var previous: String?
    /// Who did it; null for an edit on disk.
    @OrNull package var staff: String?
    package var changes: [Change]
    package var notes: [RuleNoteJSON]
  }

  package struct Change: Encodable, Sendable {
    package var path: String
    package var added: Int
    package var removed: Int
  }

  package struct Revision: Encodable, Sendable {
    package var revision: String
    package var number: Int
    package var storedAt: String
    package var booked: Int
    package var refused: Int
  }

  package init(_ log: RuleLog, zone: Zone) {
    events = log.entries.map { entry in
      Event(
        at: zone.timestamp(entry.event.at), kind: entry.event.kind.rawValue, revision: entry.event.revision,
        number: entry.number, previous: entry.event.previous, staff: entry.staff,
        changes: entry.changes.map { Change(path: $0.path, added: $0.added, removed: $0.removed) },
        notes: entry.event.notes.map { RuleNoteJSON($0) })
    }
    revisions = log.revisions.map {
      Revision(
        revision: $0.revision, number: $0.number, storedAt: zone.timestamp($0.storedAt), booked: $0.booked,
        refused: $0.refused)
    }
  }
}

/// The files of one stored revision.
package struct RevisionFilesJSON: Encodable, Sendable {
  package var revision: String
  @OrNull package var number: Int?
  package var files: [String: String]

  package init(revision: String, number: Int?, files: [String: String]) {
    self.revision = revision
    self.number = number
    self.files = files
  }
}

/// What rule lines have done.
package struct RuleImpactJSON: Encodable, Sendable {
  package var mode: String
  package var code: String
  @OrNull package var rule: String?
  package var raised: Int
  package var refused: Int
  package var warned: Int
  package var overridden: Int
  package var held: Int
  package var lastAt: String

  package init(_ impact: RuleImpact, zone: Zone) {
    mode = impact.mode
    code = impact.code
    rule = impact.rule
    raised = impact.raised
    refused = impact.refused
    warned = impact.warned
    overridden = impact.overridden
    held = impact.held
    lastAt = zone.timestamp(impact.lastAt)
  }
}

/// What a candidate said where it differed from the live rules.
package struct ShadowJSON: Encodable, Sendable {
  package var candidate: String
  package var directory: String
  package var since: String
  package var lastAt: String
  package var decided: Int
  package var differed: Int
  package var failed: Int
  package var differences: [Difference]

  package struct Difference: Encodable, Sendable {
    package var at: String
    @OrNull package var reference: String?
    package var mode: String
    package var live: Side
    package var candidate: Side
    package var effectsDiffer: Bool
  }

  package struct Side: Encodable, Sendable {
    package var outcome: String
    package var issues: [Finding]
  }

  package struct Finding: Encodable, Sendable {
    package var code: String
    package var severity: String
    @OrNull package var rule: String?
  }

  package init(_ run: ShadowRun, _ differences: [ShadowDifference], zone: Zone) {
    candidate = run.candidate
    directory = run.directory
    since = zone.timestamp(run.since)
    lastAt = zone.timestamp(run.lastAt)
    (decided, differed, failed) = (run.decided, run.differed, run.failed)
    self.differences = differences.map { difference in
      Difference(
        at: zone.timestamp(difference.at), reference: difference.reference, mode: difference.mode,
        live: Side(difference.liveOutcome, difference.liveIssues),
        candidate: Side(difference.candidateOutcome, difference.candidateIssues),
        effectsDiffer: difference.effectsDiffer)
    }
  }
}

extension ShadowJSON.Side {
  init(_ outcome: String, _ issues: [Issue]) {
    self.outcome = outcome
    self.issues = issues.map {
      ShadowJSON.Finding(code: $0.code, severity: $0.severity.name, rule: $0.rule)
    }
  }
}
