/// A plan that would pass as it is, near one that was refused.
package struct Alternative: Hashable, Sendable {
  package var start: LocalDateTime
  package var party: Int
  /// The service that it falls into; nil between services, and where there are none.
  package var service: ServicePeriod?
  package var difference: Difference

  /// What has to change.
  package enum Difference: String, CaseIterable, Sendable {
    /// Another time of the same service, or of the same day where there is no service.
    case time
    /// Another service of the same day.
    case service
    /// Fewer people.
    case party
    /// Another day.
    case date
  }
}

extension Verdict {
  /// Whether another time, day or party might help: something about the plan stands in the way.
  package var isRefusedForThePlan: Bool { !passes && issues.blockThePlan }
}

extension [Issue] {
  /// Whether an issue about the plan stands in the way. A plan that cannot be read has nothing near it, and
  /// a rule that failed would fail again.
  package var blockThePlan: Bool {
    contains { $0.severity != .warn && $0.isAboutThePlan && $0.code != RuleError.decisionCode }
  }
}
