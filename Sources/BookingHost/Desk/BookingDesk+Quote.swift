// Asking without booking: what a wizard needs between its steps.
extension BookingDesk {
  /// What the rules would say to a request if it were made now. Nothing is written.
  ///
  /// For a whole booking the decision is the very one that `book` makes first. For a plan it is a quote:
  /// nobody has said yet who is coming.
  ///
  /// Throws `HostError` as `book` does, and `RuleError` when a rule fails.
  package func verdict(
    on request: BookingRequest, by caller: Caller, scope: RuleBook.Scope
  ) throws -> Verdict {
    try store.read { reader in
      let visit = try open(request, caller, reader)
      guard scope == .booking else {
        return try visit.rules.decide(
          mode: visit.policy.mode, draft: visit.draft, facts: quoteFacts(visit, reader),
          overrideReason: request.overrideReason, scope: .plan)
      }
      switch try decide(visit, reader).conclusion {
      case .decided(let verdict): return verdict
      case .failed(let error): throw error
      }
    }
  }

  /// The questions of a mode's form, as they stand for a draft.
  package func form(for request: BookingRequest, by caller: Caller) throws -> [FormField] {
    try store.read { reader in
      let visit = try open(request, caller, reader)
      return try visit.rules.form(
        mode: visit.policy.mode, draft: visit.draft, facts: quoteFacts(visit, reader))
    }
  }

  /// The same questions with the bounds that a form needs.
  package func formAndBounds(
    for request: BookingRequest, by caller: Caller
  ) throws -> ([FormField], FormBounds) {
    try store.read { reader in
      let visit = try open(request, caller, reader)
      let facts = try quoteFacts(visit, reader)
      let fields = try visit.rules.form(mode: visit.policy.mode, draft: visit.draft, facts: facts)
      guard let bounds = try visit.rules.bounds(mode: visit.policy.mode, draft: visit.draft, facts: facts)
      else {
        throw HostError(.internal, "The mode went away.")
      }
      return (fields, bounds)
    }
  }

  private func quoteFacts(_ visit: Visit, _ reader: some StoreReading) throws -> Facts {
    var facts = try facts(visit, guest: .unknown, reader)
    if facts.action == .create { facts.action = .quote }
    return facts
  }
}
