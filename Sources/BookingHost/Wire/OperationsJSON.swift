/// A store in one file.
package struct BackupJSON: Encodable, Sendable {
  package var file: String
  package var schema: Int
  package var restaurants: Int
  package var bookings: Int
  package var bytes: Int
  package var verified = true

  package init(_ copy: StoreCopy) {
    file = copy.path
    schema = copy.schema
    restaurants = copy.restaurants
    bookings = copy.bookings
    bytes = copy.bytes
  }
}

/// What has come of a restore.
package struct RestoreJSON: Encodable, Sendable {
  package var schema: Int
  package var restaurants: Int
  package var bookings: Int
  @OrNull package var aside: String?
  package var effectsHeld: Int
  /// Whether there was no secret, so that one was made.
  package var newSecret: Bool

  package init(_ restore: StoreRestore, newSecret: Bool) {
    schema = restore.copy.schema
    restaurants = restore.copy.restaurants
    bookings = restore.copy.bookings
    aside = restore.aside
    effectsHeld = restore.effectsHeld
    self.newSecret = newSecret
  }
}

/// What the doctor has found.
package struct DoctorJSON: Encodable, Sendable {
  /// Whether nothing is wrong.
  package var healthy: Bool
  package var findings: [Finding]

  package struct Finding: Encodable, Sendable {
    package var subject: String
    package var state: String
    package var sentence: String
    @OrNull package var advice: String?
  }

  package init(_ findings: [HealthFinding]) {
    healthy = !findings.contains { $0.state == .wrong }
    self.findings = findings.map {
      Finding(subject: $0.subject, state: $0.state.rawValue, sentence: $0.sentence, advice: $0.advice)
    }
  }
}
