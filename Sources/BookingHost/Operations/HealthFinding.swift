/// One line of what `doctor` has found.
package struct HealthFinding: Hashable, Sendable {
  /// What was looked at: `store`, `rules`.
  package var subject: String
  package var state: State
  /// A sentence for a person.
  package var sentence: String
  /// What to do about it; nil where all is well.
  package var advice: String?

  package enum State: String, Hashable, Sendable {
    case ok
    /// It works, and somebody should look at it.
    case mind
    /// It does not work, or will not for long.
    case wrong
  }

  package static func ok(_ subject: String, _ sentence: String) -> HealthFinding {
    HealthFinding(subject: subject, state: .ok, sentence: sentence)
  }

  package static func mind(_ subject: String, _ sentence: String, _ advice: String) -> HealthFinding {
    HealthFinding(subject: subject, state: .mind, sentence: sentence, advice: advice)
  }

  package static func wrong(_ subject: String, _ sentence: String, _ advice: String) -> HealthFinding {
    HealthFinding(subject: subject, state: .wrong, sentence: sentence, advice: advice)
  }
}
