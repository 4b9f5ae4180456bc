/// What one finding of one rule line has come to at some restaurants, over some days.
package struct RuleImpact: Hashable, Sendable {
  package var mode: String
  package var code: String
  /// `ops.lua:34` where it was last raised; nil for what the host itself requires.
  package var rule: String?
  /// Attempts that were refused for it; that passed with a warning; that an override let pass; and that an
  /// override would have let pass, had there been one.
  package var refused = 0
  package var warned = 0
  package var overridden = 0
  package var held = 0
  package var lastAt: Instant

  /// How often it was raised.
  package var raised: Int { refused + warned + overridden + held }

  var emptied: RuleImpact { RuleImpact(mode: mode, code: code, rule: rule, lastAt: lastAt) }

  mutating func add(_ other: RuleImpact) {
    refused += other.refused
    warned += other.warned
    overridden += other.overridden
    held += other.held
    if other.lastAt >= lastAt { (rule, lastAt) = (other.rule, other.lastAt) }
  }
}

/// As much of a decision as is counted.
struct CountedDecision {
  var restaurantID: String
  var day: CivilDate
  var mode: String
  var revision: String
  var issues: [Issue]
  var at: Instant

  init(restaurantID: String, day: CivilDate, mode: String, revision: String, issues: [Issue], at: Instant) {
    self.restaurantID = restaurantID
    self.day = day
    self.mode = mode
    self.revision = revision
    self.issues = issues
    self.at = at
  }

  init(_ decision: DecisionRecord) {
    self.init(
      restaurantID: decision.restaurantID, day: decision.day ?? Zone.utc.local(decision.createdAt).date,
      mode: decision.mode, revision: decision.revision, issues: decision.issues, at: decision.createdAt)
  }

  init(row: Row) throws {
    let at = row.instant("created_at")
    self.init(
      restaurantID: row["restaurant_id"], day: try row.zone("timezone").local(at).date, mode: row["mode"],
      revision: row["revision"], issues: StoredIssues.decode(row["issues"]), at: at)
  }

  /// What it adds to each of its findings.
  func impact(isBooked: Bool) -> [RuleImpact] {
    issues.map { issue in
      var impact = RuleImpact(mode: mode, code: issue.code, rule: issue.rule, lastAt: at)
      switch issue.severity {
      case .refuse: impact.refused = 1
      case .warn: impact.warned = 1
      case .override: if isBooked { impact.overridden = 1 } else { impact.held = 1 }
      }
      return impact
    }
  }
}

extension StoreReading {
  /// What rule lines have done at some restaurants from one of their days to another, by mode and code, the
  /// most raised first.
  package func ruleImpact(
    restaurantIDs: [String], from: CivilDate?, to: CivilDate?, mode: String?
  ) throws -> [RuleImpact] {
    let (first, last) = (from ?? "0001-01-01", to ?? "9999-12-31")
    var found: [[String]: RuleImpact] = [:]
    for id in restaurantIDs {
      let refused = try refusals(restaurantID: id).filter { $0.day >= first && $0.day <= last }
      let all = try countedImpact(id, first, last) + refused.flatMap { $0.impact(isBooked: false) }
      for impact in all where mode == nil || impact.mode == mode {
        let key = [impact.mode, impact.code, impact.rule == nil ? "" : "rule"]
        found[key, default: impact.emptied].add(impact)
      }
    }
    return found.values.sorted { ($1.raised, $0.mode, $0.code) < ($0.raised, $1.mode, $1.code) }
  }

  private func countedImpact(
    _ restaurantID: String, _ first: CivilDate, _ last: CivilDate
  ) throws -> [RuleImpact] {
    try db.all(
      "SELECT * FROM rule_impact WHERE restaurant_id = ? AND day BETWEEN ? AND ?",
      [restaurantID, first.description, last.description], RuleImpact.init(row:))
  }

  /// The refused attempts that are still kept.
  private func refusals(restaurantID: String) throws -> [CountedDecision] {
    try db.all(
      """
      SELECT d.restaurant_id, d.mode, d.revision, d.issues, d.created_at, r.timezone
      FROM decisions d JOIN restaurants r ON r.id = d.restaurant_id
      WHERE d.booking_id IS NULL AND d.restaurant_id = ? ORDER BY d.created_at
      """, [restaurantID], CountedDecision.init(row:))
  }

  func refusal(id: String) throws -> CountedDecision? {
    try db.first(
      """
      SELECT d.restaurant_id, d.mode, d.revision, d.issues, d.created_at, r.timezone
      FROM decisions d JOIN restaurants r ON r.id = d.restaurant_id WHERE d.id = ?
      """, [id], CountedDecision.init(row:))
  }

  /// Rule lines that failed under a revision and are still kept, the latest first.
  package func ruleFailures(ofRevision revision: String) throws -> [RuleImpact] {
    let failed = try db.all(
      """
      SELECT d.restaurant_id, d.mode, d.revision, d.issues, d.created_at, r.timezone
      FROM decisions d JOIN restaurants r ON r.id = d.restaurant_id
      WHERE d.revision = ? AND instr(d.issues, '"code":"rule_failed"') > 0 ORDER BY d.created_at DESC
      """, [revision], CountedDecision.init(row:))
    var found: [RuleImpact] = []
    for impact in failed.flatMap({ $0.impact(isBooked: false) }) {
      if let index = found.firstIndex(where: { $0.mode == impact.mode && $0.rule == impact.rule }) {
        found[index].add(impact)
      } else {
        found.append(impact)
      }
    }
    return found
  }
}

extension RuleImpact {
  init(row: Row) {
    let rule: String = row["rule"]
    self.init(
      mode: row["mode"], code: row["code"], rule: rule.isEmpty ? nil : rule, refused: row["refused"],
      warned: row["warned"], overridden: row["overridden"], held: row["held"], lastAt: row.instant("last_at"))
  }
}

extension StoreWriter {
  /// Counts a decision, and what each rule line had to do with it.
  func count(_ decision: CountedDecision, isBooked: Bool) throws {
    try db.run(
      """
      INSERT INTO rule_use (restaurant_id, day, mode, revision, booked, refused) VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (restaurant_id, day, mode, revision)
      DO UPDATE SET booked = rule_use.booked + excluded.booked, refused = rule_use.refused + excluded.refused
      """,
      [
        decision.restaurantID, decision.day.description, decision.mode, decision.revision, isBooked ? 1 : 0,
        isBooked ? 0 : 1,
      ])
    for impact in decision.impact(isBooked: isBooked) { try add(impact, decision) }
  }

  private func add(_ impact: RuleImpact, _ decision: CountedDecision) throws {
    try db.run(
      """
      INSERT INTO rule_impact
        (restaurant_id, day, mode, code, rule, revision, refused, warned, overridden, held, last_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (restaurant_id, day, mode, code, rule, revision) DO UPDATE SET
        refused = rule_impact.refused + excluded.refused, warned = rule_impact.warned + excluded.warned,
        overridden = rule_impact.overridden + excluded.overridden, held = rule_impact.held + excluded.held,
        last_at = CASE WHEN excluded.last_at > rule_impact.last_at THEN excluded.last_at ELSE rule_impact.last_at END
      """,
      [
        decision.restaurantID, decision.day.description, impact.mode, impact.code, impact.rule ?? "",
        decision.revision, impact.refused, impact.warned, impact.overridden, impact.held,
        impact.lastAt.seconds,
      ])
  }
}
