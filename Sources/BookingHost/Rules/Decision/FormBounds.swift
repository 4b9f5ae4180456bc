/// What a mode lays down for a form, as it stands for a draft: the rules' functions have been asked.
package struct FormBounds: Hashable, Sendable {
  package var party: ClosedRange<Int>
  package var slotMinutes: Int
  package var noticeMinutes: Int
  package var horizonDays: Int
  /// By field, for those that have any.
  package var fields: [String: Field]

  /// The least and most of a number, or of a text's length.
  package struct Field: Hashable, Sendable {
    package var minLength: Int?
    package var maxLength: Int?
    package var min: Int?
    package var max: Int?
  }
}

extension RuleBook {
  /// The bounds of a mode; nil for a mode that is not there. Throws `RuleError` when a rule fails.
  package func bounds(mode: String, draft: Draft, facts: Facts) throws -> FormBounds? {
    guard let loaded = loaded(mode) else { return nil }
    return try loaded.pool.use { evaluator in
      var decider = Decider(loaded.policy, evaluator, draft: draft, facts: facts, scope: .booking)
      return try decider.bounds()
    }
  }
}

extension Decider {
  fileprivate mutating func bounds() throws -> FormBounds {
    try begin()
    let least = max(1, try whole(policy.tables.party.min, 0...1_000_000))
    let most = try whole(policy.tables.party.max, 0...1_000_000)
    var bounds = FormBounds(
      party: least...max(least, most), slotMinutes: try whole(policy.tables.time.slotMinutes, 1...1440),
      noticeMinutes: try whole(policy.tables.time.noticeMinutes, 0...1_000_000),
      horizonDays: try whole(policy.tables.time.horizonDays, 0...10_000), fields: [:])
    for field in policy.fields where field.listed { bounds.fields[field.name] = try self.bounds(of: field) }
    return bounds
  }

  private mutating func bounds(of field: FieldPolicy) throws -> FormBounds.Field {
    FormBounds.Field(
      minLength: try bound(field.rules.minLength), maxLength: try bound(field.rules.maxLength),
      min: try bound(field.rules.min), max: try bound(field.rules.max))
  }

  private mutating func bound(_ setting: Setting<Int>?) throws -> Int? {
    try setting.map { try whole($0, -1_000_000_000...1_000_000_000) }
  }
}
