import Foundation

/// What the host takes from the world around it. Tests pass their own.
package struct HostEnvironment: Sendable {
  package var now: @Sendable () -> Instant
  /// A new UUID, in lower case.
  package var uuid: @Sendable () -> String
  /// A new booking reference; need not be free.
  package var reference: @Sendable () -> String

  package init(
    now: @escaping @Sendable () -> Instant, uuid: @escaping @Sendable () -> String,
    reference: @escaping @Sendable () -> String
  ) {
    self.now = now
    self.uuid = uuid
    self.reference = reference
  }

  package static let live = HostEnvironment(
    now: { Instant(Date()) },
    uuid: { UUID().uuidString.lowercased() },
    reference: { BookingReference.random() })
}

/// Booking references: what a guest reads out on the phone.
package enum BookingReference {
  /// No vowels, so that no word comes out; no 0, 1, I, L or O, and neither of the pairs that sound or look
  /// alike (2 and Z, 5 and S, 8 and B).
  private static let alphabet = Array("CDFGHJKMNPQRTVWX34679")

  /// Seven characters: 1.8 thousand million references.
  package static func random() -> String {
    String((0..<7).map { _ in alphabet.randomElement()! })
  }
}
