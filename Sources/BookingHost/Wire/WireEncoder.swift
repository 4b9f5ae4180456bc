import Foundation

/// JSON as programs read it: one line, keys in order, slashes as they are.
package enum WireEncoder {
  /// The JSON text of a value, without a line end.
  package static func text(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  /// A field's name as JSON spells it. Core fields have camelCase keys; a mode's own field keeps its name.
  package static func key(_ field: String) -> String { spelling[field] ?? field }

  private static let spelling = [
    Field.bookingType: "bookingType", Field.marketingOptIn: "marketingOptIn",
    "override_reason": "overrideReason", "staff_notes": "staffNotes",
  ]
}

/// A value that is written as `null` when there is none, rather than left out.
@propertyWrapper
package struct OrNull<Value: Encodable & Sendable>: Encodable, Sendable {
  package var wrappedValue: Value?

  package init(wrappedValue: Value?) {
    self.wrappedValue = wrappedValue
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let wrappedValue { try container.encode(wrappedValue) } else { try container.encodeNil() }
  }
}
