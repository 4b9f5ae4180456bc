/// Stands in for a deliverer that cannot be set up: what it should deliver waits, and says why.
package struct HinderedDelivery: EffectDeliverer {
  private let reason: String

  /// `reason` is a sentence for staff, such as that a setting makes no sense.
  package init(reason: String) {
    self.reason = reason
  }

  package var isLocal: Bool { true }

  package func deliver(_ job: EffectJob) -> DeliveryOutcome { .retry(reason: reason, after: nil) }
}
