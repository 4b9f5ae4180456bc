extension BookingDesk {
  /// The questions of a mode's form and their bounds, as they stand for a request.
  package func formAndBounds(
    for request: BookingRequest, by caller: Caller
  ) throws -> ([FormField], FormBounds) {
    try store.read { reader in
      let visit = try open(request, caller, reader)
      var facts = try facts(visit, guest: .unknown, reader)
      if facts.action == .create { facts.action = .quote }
      let fields = try rules.form(mode: visit.policy.mode, draft: visit.draft, facts: facts)
      guard let bounds = try rules.bounds(mode: visit.policy.mode, draft: visit.draft, facts: facts) else {
        throw HostError(.internal, "The mode went away.")
      }
      return (fields, bounds)
    }
  }
}
