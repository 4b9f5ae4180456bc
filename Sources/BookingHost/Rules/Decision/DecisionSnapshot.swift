/// What one decision was made from, kept so that it can be made again: by other rules, years later.
///
/// The bytes are a packed record (see `CLua.h`), whose `facts` are laid out as rules see them, with what
/// the host alone knows beside them. Personal text is not in it: each such answer is replaced by a
/// placeholder of the same validity and length, and whoever re-decides a booking takes the real ones from
/// the booking's row.
package struct DecisionSnapshot: Hashable, Sendable {
  package var draft: Draft
  package var facts: Facts
  /// Whether a usable reason for an override was given.
  package var hasOverrideReason: Bool

  /// Counts up when the layout changes; every version that was ever written stays readable.
  private static let version = 1

  package init(draft: Draft, facts: Facts, hasOverrideReason: Bool) {
    self.draft = draft
    self.facts = facts
    self.hasOverrideReason = hasOverrideReason
  }

  /// The snapshot of a decision on `draft`, personal text replaced.
  package init(_ verdict: Verdict, draft: Draft, overrideReason: String?) {
    self.init(
      draft: Placeholder.replacing(in: draft, issues: verdict.issues),
      facts: Placeholder.replacing(in: verdict.facts),
      hasOverrideReason: overrideReason.map { Text.trimmed($0).count >= 3 } ?? false)
  }

  package var bytes: [UInt8] {
    let writer = PackedWriter(capacity: 1536)
    writer.record {
      $0.integer("version", DecisionSnapshot.version)
      $0.boolean("reason", hasOverrideReason)
      $0.record("draft") { draft.pack(&$0) }
      $0.record("facts") { facts.pack(&$0) }
      $0.record("host") { facts.packHostOnly(&$0) }
    }
    return writer.bytes
  }

  /// Nil when the bytes are no snapshot that this program can read.
  package init?(bytes: [UInt8]) {
    guard let read = bytes.withUnsafeBytes({ try? DecisionSnapshot(reading: $0) }) else { return nil }
    self = read
  }

  private init(reading bytes: UnsafeRawBufferPointer) throws {
    var version: Int?
    var reason = false
    var draft: Draft?
    var facts: Facts?
    var reader = PackedReader(bytes)
    try reader.entries { key, reader in
      switch key {
      case "version": version = try reader.wholeNumber()
      case "reason": reason = try reader.boolean()
      case "draft": draft = try Draft(reading: &reader)
      case "facts": facts = try Facts(reading: &reader)
      case "host": try facts?.readHostOnly(&reader)
      default: break
      }
    }
    guard version == DecisionSnapshot.version, let draft, let facts else { throw PackedReader.Malformed() }
    self.init(draft: draft, facts: facts, hasOverrideReason: reason)
  }
}

/// Stand-ins for personal text.
enum Placeholder {
  static func replacing(in draft: Draft, issues: [Issue]) -> Draft {
    var replaced = draft
    for (key, answer) in draft.answers {
      guard case .text(let text) = answer, !kept.contains(key) else { continue }
      replaced[key] = .text(standIn(key, text, isValid: !issues.contains { $0.field == key }))
    }
    return replaced
  }

  /// Facts without the words of the booking before a change. What was not changed has the same stand-in there.
  static func replacing(in facts: Facts) -> Facts {
    guard facts.previous.count > 0 else { return facts }
    var facts = facts
    facts.previous = replacing(in: facts.previous, issues: [])
    return facts
  }

  /// Answers that are nobody's personal data.
  static let kept: Set<String> = [
    Field.date, Field.time, Field.party, Field.seating, Field.bookingType,
  ]

  private static func standIn(_ key: String, _ text: String, isValid: Bool) -> String {
    let length = text.unicodeScalars.count
    switch key {
    case Field.email where isValid:
      let domain = "@example.com"
      return String(repeating: "x", count: max(1, length - domain.count)) + domain
    case Field.email: return "x"
    case Field.phone: return isValid ? "+442079460000" : "0"
    default: return String(repeating: "x", count: max(1, min(length, 4001)))
    }
  }
}
