// What is said of a party that is to wait.
extension RuleTestComparison {
  /// Asks the rules only where a case expects something of them.
  mutating func compareWaiting(by rules: RuleBook, _ subject: RuleTestCase.Subject) {
    guard let waiting = expected.waiting, case .booking(let scenario, _) = subject else { return }
    do {
      let terms = try rules.waiting(mode: scenario.mode, draft: scenario.draft, facts: scenario.facts)
      guard let terms else { return }
      compare("waitlist.allowed", waiting.isAllowed.map { .boolean($0) }, .boolean(terms.isAllowed))
      compare("waitlist.max_parties", waiting.maxParties.map { .integer($0) }, number(terms.maxParties))
      compare("waitlist.max_minutes", waiting.maxMinutes.map { .integer($0) }, number(terms.maxMinutes))
      compare("waitlist.hold_minutes", waiting.holdMinutes.map { .integer($0) }, number(terms.holdMinutes))
    } catch let error as RuleError {
      compare(error)
    } catch {
      compare(RuleError(.result, "the rules could not be asked", at: nil))
    }
  }

  private func number(_ number: Int?) -> PackedValue { number.map { .integer($0) } ?? .none }
}
