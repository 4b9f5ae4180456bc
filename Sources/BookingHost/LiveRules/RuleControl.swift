/// What managers do to the live rules by hand. Rules belong to the whole installation, so a manager of any of
/// its restaurants may; whoever did is in the audit trail.
package struct RuleControl: Sendable {
  private let store: Store
  private let now: @Sendable () -> Instant

  package init(store: Store, now: @escaping @Sendable () -> Instant) {
    self.store = store
    self.now = now
  }

  /// Makes an earlier revision decide, at once and everywhere, until the rules are resumed. Without a name it
  /// is the one that was live before.
  ///
  /// Throws `HostError` for a revision that is not there or cannot be used, and for who may not.
  package func rollBack(to name: String?, by staff: StaffAccount) throws -> LiveRevision {
    try store.write { writer in
      try admit(staff, writer)
      guard let live = try writer.liveRevision() else { throw HostError.nothingLive }
      let target = try target(name, live, writer)
      _ = try LiveRules.load(target, writer)
      try writer.setLiveRevision(target, since: now(), isPinned: true, directory: nil)
      try writer.record(
        RuleEvent(
          at: now(), kind: .rolledBack, revision: target, previous: live.revision, staffID: staff.id))
      return try writer.liveRevision() ?? live
    }
  }

  /// Lets edits on disk go live again. What is on disk is then for `RuleIntake` to judge.
  package func resume(by staff: StaffAccount) throws {
    try store.write { writer in
      try admit(staff, writer)
      guard let live = try writer.liveRevision() else { throw HostError.nothingLive }
      guard live.isPinned else {
        throw HostError(.usage, "Nothing is rolled back: the rules follow their files already.")
      }
      try writer.setLiveRevision(
        live.revision, since: live.since, isPinned: false, directory: live.directory)
      try writer.record(
        RuleEvent(
          at: now(), kind: .resumed, revision: live.revision, previous: live.revision, staffID: staff.id))
    }
  }

  private func target(_ name: String?, _ live: LiveRevision, _ reader: some StoreReading) throws -> String {
    if let name { return try reader.revision(named: name) }
    guard let before = try reader.revisionBefore(live.revision) else {
      throw HostError(.notFound, "No other rules were live before these.", field: "revision")
    }
    return before
  }

  private func admit(_ staff: StaffAccount, _ reader: some StoreReading) throws {
    guard try reader.memberships(ofStaff: staff.id).contains(where: { $0.role >= .manager }) else {
      throw HostError(.notAllowed, "Only managers may change which rules are live.")
    }
  }
}

extension StoreReading {
  /// The stored revision that is meant by `live`, a number (`r41`), or the beginning of its hash.
  ///
  /// Throws `HostError` when there is none, or the beginning is that of several.
  package func revision(named name: String) throws -> String {
    if name == "live" {
      guard let live = try liveRevision() else { throw HostError.nothingLive }
      return live.revision
    }
    let all = try revisionSummaries()
    if name.hasPrefix("r"), let number = digits(name.dropFirst()) {
      if let found = all.first(where: { $0.number == number }) { return found.revision }
    } else {
      let found = all.filter { name.count >= 4 && $0.revision.hasPrefix(name.lowercased()) }
      if found.count == 1 { return found[0].revision }
      if found.count > 1 {
        throw HostError(.usage, "Several revisions begin with \(name); say more of it.", field: "revision")
      }
    }
    throw HostError(
      .notFound, "There is no revision \"\(name)\"; host-cli rules log lists them all.", field: "revision")
  }
}

extension HostError {
  static let nothingLive = HostError(.notFound, "No rules are live in this store yet.", field: "revision")
}
