// What the doctor says about the store and what is in it.
extension Doctor {
  /// About the file itself.
  func storeFindings(_ health: StoreHealth) -> [HealthFinding] {
    var findings: [HealthFinding] = []
    if health.damage.isEmpty {
      findings.append(
        .ok("store", "sound: \(health.bookings) bookings, integrity and references checked"))
    } else {
      findings.append(
        .wrong(
          "store", "damaged: \(health.damage[0])",
          "Stop the server, and restore a backup: host-cli restore FILE. What is there now is kept aside."))
    }
    if health.schema == Migrations.known {
      findings.append(.ok("schema", "version \(health.schema), up to date"))
    } else {
      findings.append(
        .mind(
          "schema", "version \(health.schema); this program works with \(Migrations.known)",
          "The next command brings it up to date, and writes a backup first."))
    }
    return findings
  }

  /// About what is in it, for a store that is up to date.
  func storeFindings(_ opened: @autoclosure () throws -> Store) -> [HealthFinding] {
    do {
      let store = try opened()
      let (hold, trouble) = try store.read {
        (try $0.deliveryHold(), try $0.outboxTrouble(now: now))
      }
      return [deliveryFinding(hold, trouble), ruleFinding(try RuleStatus(store: store, directory: rules))]
    } catch {
      let message = (error as? StoreError)?.message ?? "It cannot be read."
      return [.wrong("deliveries", message, "Try again; if it stays, restore a backup.")]
    }
  }

  private func deliveryFinding(_ hold: DeliveryHold?, _ trouble: OutboxTrouble) -> HealthFinding {
    let waiting = "\(trouble.overdue) due and not delivered, \(trouble.failed) failed in the last week"
    if let hold {
      return .mind(
        "deliveries",
        "on hold since \(Zone.utc.timestamp(hold.since)): \(hold.reason) \(trouble.overdue) wait",
        "When the store is the right one: host-cli outbox release (or with --cancel-due).")
    }
    if trouble.overdue > 0 {
      return .wrong(
        "deliveries", waiting + ", for more than \(OutboxTrouble.patience / 60) minutes",
        "Is a server running? See host-cli outbox list, or try: host-cli outbox deliver")
    }
    if trouble.failed > 0 {
      return .mind("deliveries", waiting, "See why with: host-cli outbox list --state failed")
    }
    return .ok("deliveries", "nothing is stuck")
  }

  private func ruleFinding(_ status: RuleStatus) -> HealthFinding {
    if let failure = status.failures.first {
      return .wrong(
        "rules", "\(failure.rule ?? "a rule") failed while it decided", "See host-cli rules status.")
    }
    let name = status.live.map { "r\($0.number) decides" }
    switch status.disk {
    case .rejected:
      let first = status.examination.errors.first.map { ": \($0)" } ?? ""
      let message = "the files in \(rules) cannot be used\(first)"
      let advice = "See host-cli rules status."
      guard let name else { return .wrong("rules", message, advice) }
      return .mind("rules", "\(name); \(message)", advice)
    case .waiting:
      return .mind("rules", "\(name ?? "") and is pinned; edits wait", "Go on with: host-cli rules resume")
    case .edited:
      return .ok("rules", (name ?? "none has decided yet") + "; the files on disk are newer and sound")
    case .live: return .ok("rules", (name ?? "") + ", as on disk")
    }
  }
}
