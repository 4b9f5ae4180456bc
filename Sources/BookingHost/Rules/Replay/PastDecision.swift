/// A decision that was made once, as far as it is kept, so that it can be made again by other rules.
package struct PastDecision: Sendable {
  package var id: String
  package var createdAt: Instant
  package var mode: String
  /// The rules that decided.
  package var revision: String
  package var outcome: Verdict.Outcome
  /// What was found then, without messages.
  package var issues: [Issue]
  /// The bytes of a `DecisionSnapshot`.
  package var snapshot: [UInt8]
  /// The booking that came of it; nil for an attempt that was refused.
  package var booking: BookingRow?
  /// What was to follow the booking, in order.
  package var effects: [Effect]

  /// What a booking's row says: the guest's own words, which a snapshot has stand-ins for, and what was
  /// laid down.
  package struct BookingRow: Sendable {
    package var reference: String
    package var name: String
    package var email: String?
    package var phone: String?
    package var notes: String?
    package var answers: [String: Answer]
    package var terms: Terms?

    package init(
      reference: String, name: String, email: String? = nil, phone: String? = nil, notes: String? = nil,
      answers: [String: Answer] = [:], terms: Terms? = nil
    ) {
      self.reference = reference
      self.name = name
      self.email = email
      self.phone = phone
      self.notes = notes
      self.answers = answers
      self.terms = terms
    }
  }

  /// What the rules laid down for the booking. Not known any more once the booking has been changed.
  package struct Terms: Hashable, Sendable {
    package var covers: Int
    package var durationMinutes: Int
    package var source: String
    package var label: String?

    package init(covers: Int, durationMinutes: Int, source: String, label: String?) {
      self.covers = covers
      self.durationMinutes = durationMinutes
      self.source = source
      self.label = label
    }
  }

  package init(
    id: String, createdAt: Instant, mode: String, revision: String, outcome: Verdict.Outcome,
    issues: [Issue], snapshot: [UInt8], booking: BookingRow? = nil, effects: [Effect] = []
  ) {
    self.id = id
    self.createdAt = createdAt
    self.mode = mode
    self.revision = revision
    self.outcome = outcome
    self.issues = issues
    self.snapshot = snapshot
    self.booking = booking
    self.effects = effects
  }

  /// Whether a booking was made of it.
  package var passed: Bool { outcome == .confirmed || outcome == .pending }
}

extension PastDecision.BookingRow {
  /// The draft as it was sent: the guest's own words where a snapshot has stand-ins. What the row does not
  /// have any more keeps its stand-in.
  func restoring(_ snapshot: Draft) -> Draft {
    var draft = snapshot
    let words: [(String, String?)] = [
      (Field.name, name), (Field.email, email), (Field.phone, phone), (Field.notes, notes),
    ]
    for (field, own) in words {
      if let own, draft[field]?.text != nil { draft[field] = .text(own) }
    }
    // A default that was filled in is in the row, and was not in the draft.
    for (field, answer) in answers where draft.own[field]?.text != nil { draft[field] = answer }
    return draft
  }
}
