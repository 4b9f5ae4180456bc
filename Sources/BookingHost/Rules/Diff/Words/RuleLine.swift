/// Which line of a mode is behind an answer, or would be if the answer were what the other side's is.
struct RuleLine {
  private let answer: ExampleAnswer
  private let policy: Policy

  init(_ answer: ExampleAnswer, _ policy: Policy) {
    self.answer = answer
    self.policy = policy
  }

  func behind(_ change: AspectChange) -> String? {
    let tables = policy.tables
    switch change.aspect {
    case .failure: return answer.failure?.rule
    case .issue(let code, let field): return line(of: code, field, change)
    case .outcome: return tables.status.place?.description
    case .effect(let name, let number):
      let all = (answer.verdict?.effects ?? []).filter { $0.action.name == name }
      return number < all.count ? all[number].rule : tables.effects?.place.description
    case .covers: return tables.covers?.place?.description
    case .duration: return tables.time.durationMinutes.place?.description
    case .source: return tables.source.place?.description
    case .label: return tables.label.place?.description
    case .value(let field): return policy.fields.first { $0.name == field }?.place?.description
    case .words(let code): return tables.messages[code]?.place?.description ?? line(of: code, nil, change)
    }
  }

  /// Where an issue's severity is said when that is what changes; else the line that raises it, or the bound
  /// that does not.
  private func line(of code: String, _ field: String?, _ change: AspectChange) -> String? {
    let severity = policy.tables.severity[code]?.place?.description
    let raised = answer.verdict?.issues.first { $0.code == code && (field == nil || $0.field == field) }?.rule
    if change.before != nil, change.after != nil { return severity ?? raised }
    return raised ?? bound(of: code, field)?.description ?? severity
  }

  private func bound(of code: String, _ field: String?) -> RulePlace? {
    let tables = policy.tables
    switch code {
    case "party_min": return tables.party.min.place
    case "party_max": return tables.party.max.place
    case "past_time": return tables.time.pastGraceMinutes.place
    case "notice_too_short": return tables.time.noticeMinutes.place
    case "beyond_horizon": return tables.time.horizonDays.place
    case "off_slot_grid": return tables.time.slotMinutes.place
    case "last_seating": return tables.time.lastSeatingMinutes.place
    case "pacing_exceeded": return tables.pacing?.maxCovers.place
    default: return field.flatMap { bound(of: code, ofField: $0) }
    }
  }

  private func bound(of code: String, ofField name: String) -> RulePlace? {
    guard code.hasPrefix(name + "_"), let field = policy.fields.first(where: { $0.name == name }) else {
      return nil
    }
    let rules = field.rules
    switch code.dropFirst(name.count + 1) {
    case "required": return rules.required.place ?? field.place
    case "too_short": return rules.minLength?.place ?? field.place
    case "too_long": return rules.maxLength?.place ?? field.place
    default: return rules.choices?.place ?? field.place
    }
  }
}
