/// An attempt to book that was refused, as it was kept: nothing in it is personal.
package struct RefusedAttemptJSON: Encodable, Sendable {
  /// What `rules explain --decision` takes.
  package var id: String
  package var restaurant: String
  /// When it was made.
  package var at: String
  package var mode: String
  package var action: String
  /// What was asked for, as it was asked; null where nothing was.
  @OrNull package var date: String?
  @OrNull package var time: String?
  @OrNull package var party: PackedValue?
  package var outcome: String
  package var revision: String
  package var issues: [Finding]

  /// A finding without its sentence, which may quote the guest.
  package struct Finding: Encodable, Sendable {
    package var code: String
    @OrNull package var field: String?
    package var severity: String
    @OrNull package var role: String?
    @OrNull package var rule: String?
  }

  package init(_ attempt: RefusedAttempt) {
    let record = attempt.decision
    id = record.id
    restaurant = attempt.restaurant.slug
    at = attempt.restaurant.zone.timestamp(record.createdAt)
    mode = record.mode
    action = record.action.rawValue
    date = attempt.asked?[Field.date]?.text
    time = attempt.asked?[Field.time]?.text
    party = attempt.asked?[Field.party].map { answer in
      answer.wholeNumber.map { .integer($0) } ?? answer.text.map { .text($0) } ?? .none
    }
    outcome = record.outcome.rawValue
    revision = record.revision
    issues = record.issues.map {
      Finding(
        code: $0.code, field: $0.field.map(WireEncoder.key), severity: $0.severity.name,
        role: $0.severity.role?.rawValue, rule: $0.rule)
    }
  }
}
