/// A mode file, read and checked: what differs between one way of booking and another.
package struct Policy: Sendable {
  package var mode: String
  package var title: String
  package var access: Access
  /// A public mode is reachable over HTTP only when offered.
  package var offered: Bool
  var source: Setting<String>
  var label: Setting<String?>
  var status: Setting<BookingStatus>
  /// Core fields first, in their fixed order, then own fields by `order` and name.
  package var fields: [FieldPolicy]
  var party: PartyPolicy
  var covers: Setting<Int>?
  var time: TimePolicy
  var pacing: PacingPolicy?
  var severity: [String: Setting<SeverityRule>]
  var messages: [String: Setting<String>]
  var check: RuleFunction?
  var effects: RuleFunction?
  var on: [String: RuleFunction]
  /// Where keys are written, to point at in an issue.
  var places: KeyPlaces

  package enum Access: String, Sendable {
    case `public`, staff
  }
}

/// A leaf of a mode file: a value, or a function that gives one.
struct Setting<Value: Sendable>: Sendable {
  var source: Source
  /// Where it is written.
  var place: RulePlace?

  enum Source: Sendable {
    case fixed(Value)
    case computed(RuleFunction)
  }

  static func fixed(_ value: Value, at place: RulePlace? = nil) -> Setting {
    Setting(source: .fixed(value), place: place)
  }

  /// The value, when it does not depend on a draft.
  var fixedValue: Value? {
    if case .fixed(let value) = source { value } else { nil }
  }
}

/// What a mode says about one field.
package struct FieldPolicy: Sendable {
  package var name: String
  package var type: FieldType
  var required: Setting<Bool>
  var minLength: Setting<Int>?
  var maxLength: Setting<Int>?
  var min: Setting<Int>?
  var max: Setting<Int>?
  var format: RuleFunction?
  var choices: Setting<[String]>?
  var fallback: Setting<Answer?>?
  package var label: String
  package var help: String?
  var order: Int
  package var setByStaff: Bool
  /// Whether the mode's file lists it.
  package var listed: Bool
  var place: RulePlace?
}

package enum FieldType: String, CaseIterable, Sendable {
  case text, integer, boolean, date
}

struct PartyPolicy: Sendable {
  var min: Setting<Int>
  var max: Setting<Int>
}

struct TimePolicy: Sendable {
  var slotMinutes: Setting<Int>
  var durationMinutes: Setting<Int>
  var pastGraceMinutes: Setting<Int>
  var noticeMinutes: Setting<Int>
  var horizonDays: Setting<Int>
  var lastSeatingMinutes: Setting<Int>
}

struct PacingPolicy: Sendable {
  var minutes: Setting<Int>
  var maxCovers: Setting<Int>
}

/// How hard an issue bites, as a mode says it.
enum SeverityRule: Hashable, Sendable {
  case refuse, warn, allow
  case override(Role)
}
