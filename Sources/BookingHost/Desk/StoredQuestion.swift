/// A decision that was kept, with what it takes to make it again.
package struct StoredQuestion: Sendable {
  package var decision: DecisionRecord
  /// The booking that it made; nil for a refusal.
  package var booking: Booking?
  package var restaurant: Restaurant
  package var question: Explainer.Question
  /// The rule files of the revision that decided; nil when they were not kept.
  package var revision: StoredRevision?
}

extension StoreReading {
  /// The decision that a booking rests on; nil for a booking that is not at one of these restaurants.
  package func question(ofBooking reference: String, restaurantIDs: [String]) throws -> StoredQuestion? {
    guard let booking = try booking(reference: reference, restaurantIDs: restaurantIDs) else { return nil }
    guard let stored = try decision(ofBooking: booking.id) else {
      throw HostError(.notFound, "No decision was kept for \(booking.reference).", field: "reference")
    }
    return try question(stored, booking)
  }

  /// A decision by its id; nil for one that is not at one of these restaurants.
  package func question(ofDecision id: String, restaurantIDs: [String]) throws -> StoredQuestion? {
    guard let stored = try decision(id: id, restaurantIDs: restaurantIDs) else { return nil }
    return try question(stored, try stored.bookingID.flatMap { try booking(id: $0) })
  }

  private func question(_ stored: StoredDecision, _ booking: Booking?) throws -> StoredQuestion {
    let record = stored.record
    guard let snapshot = DecisionSnapshot(bytes: record.snapshot),
      let restaurant = try restaurant(id: record.restaurantID)
    else {
      throw HostError(.internal, "The decision was kept in a form that this program cannot read.")
    }
    var facts = snapshot.facts
    let draft = booking.map { snapshot.draft(of: $0) } ?? snapshot.draft
    // What a change left alone has the same stand-in before and after, and so the same words.
    for key in facts.previous.answers.keys where facts.previous[key] == snapshot.draft[key] {
      facts.previous[key] = draft[key]
    }
    let reason = booking?.override?.reason ?? (snapshot.hasOverrideReason ? StoredQuestion.someReason : nil)
    let question = Explainer.Question(
      mode: record.mode, draft: draft, facts: facts, overrideReason: reason, everyDayIsAlike: false)
    return StoredQuestion(
      decision: record, booking: booking, restaurant: restaurant, question: question,
      revision: try revision(record.revision))
  }
}

extension StoredQuestion {
  /// Stands in for a reason that was given: what it said was not kept.
  fileprivate static let someReason = "a reason was given"

  /// Explains the decision by the rules that made it. What is told is what was decided then, whatever this
  /// program makes of it.
  ///
  /// `current` are rules at hand, which may be the ones. Throws `HostError` when the rules are nowhere.
  package func explanation(current: RuleBook?) throws -> Explanation {
    if let current, current.revision == decision.revision {
      return settled(Explainer(current).explain(question))
    }
    guard let revision else {
      let short = decision.revision.prefix(12)
      throw HostError(
        .notFound, "The rules of revision \(short) were not kept: no booking was made by them.",
        field: "decision")
    }
    let files = RuleFiles(texts: revision.files)
    do throws(RuleBookError) {
      guard revision.contractVersion <= Contract.version else { throw tooNew(revision) }
      return settled(Explainer(try RuleBook(files: files)).explain(question))
    } catch {
      return unreadable(files, error)
    }
  }

  private func tooNew(_ revision: StoredRevision) -> RuleBookError {
    let message = "it was written for version \(revision.contractVersion) of the contract"
    return RuleBookError(errors: [RuleError(kind: .contract, message: message, rule: nil)])
  }

  /// What can be told of a decision whose rules cannot be loaded any more.
  private func unreadable(_ files: RuleFiles, _ failure: RuleBookError) -> Explanation {
    let first = failure.errors.first
    let message =
      "revision \(decision.revision.prefix(12)) cannot be loaded by this program any more: "
      + (first?.message ?? "its files cannot be read")
    let error = RuleError(kind: first?.kind ?? .source, message: message, rule: first?.rule)
    var explanation = Explanation(error, decision.mode, question.facts, revision: decision.revision)
    explanation.tell(self)
    explanation.show(files)
    return explanation
  }

  /// The explanation with what was decided then. Placeholders and a newer program may make it differ.
  private func settled(_ explanation: Explanation) -> Explanation {
    var explanation = explanation
    explanation.revision = decision.revision
    let found = explanation.issues.map { $0.issue }
    let isSame =
      explanation.outcome == decision.outcome
      && found.map(\.withoutMessage) == decision.issues.map(\.withoutMessage)
    if !isSame {
      let codes = found.map(\.code).joined(separator: ", ")
      explanation.remark =
        "Decided again it comes out differently: \(explanation.outcome.rawValue)"
        + (codes.isEmpty ? "" : " (\(codes))")
        + ". The lines below are of that; above is what was decided then."
      explanation.tell(self)
    } else if let booking {
      explanation.effects = booking.effects
    }
    return explanation
  }
}

extension Explanation {
  /// Puts what was decided then in the place of what this program decides.
  fileprivate mutating func tell(_ stored: StoredQuestion) {
    outcome = stored.decision.outcome
    issues = (stored.booking?.issues ?? stored.decision.issues).map { ExplainedIssue($0, nil) }
    effects = stored.booking?.effects ?? []
    alternatives = []
  }
}

extension Issue {
  fileprivate var withoutMessage: Issue {
    var issue = self
    issue.message = ""
    return issue
  }
}
