/// A mode file, read and checked: what differs between one way of booking and another. A class, because
/// every decision holds on to it and none changes it.
package final class Policy: Sendable {
  package let mode: String
  package let title: String
  package let access: Access
  /// A public mode is reachable over HTTP only when offered.
  package let offered: Bool
  /// Core fields first, in their fixed order, then own fields by `order` and name.
  package let fields: [FieldPolicy]
  /// The fields that are not core.
  let ownFields: [FieldPolicy]
  /// Those that have a value where nothing is answered.
  let fieldsWithDefault: [FieldPolicy]
  /// The core fields that may have to be answered.
  private let requirable: [Bool]
  /// The names a draft may hold: the plan's and the fields'.
  let names: Set<String>
  /// Reasons that staff can choose from when they override; they may give another.
  package let overrideReasons: [String]
  let tables: PolicyTables

  package enum Access: String, Sendable {
    case `public`, staff
  }

  init(
    mode: String, title: String, access: Access, offered: Bool, fields: [FieldPolicy],
    overrideReasons: [String], tables: PolicyTables
  ) {
    self.mode = mode
    self.title = title
    self.access = access
    self.offered = offered
    self.fields = fields
    ownFields = fields.filter { $0.slot == nil }
    requirable = Field.Slot.all.map { slot in
      slot == .name || fields.contains { $0.slot == slot && $0.rules.required.fixedValue != false }
    }
    fieldsWithDefault = fields.filter { $0.rules.fallback != nil || $0.slot == .bookingType }
    self.overrideReasons = overrideReasons
    self.tables = tables
    names = Set(Field.plan + fields.map(\.name))
  }

  /// What the mode says about a core field.
  func field(_ slot: Field.Slot) -> FieldPolicy { fields[slot.rawValue - Field.plan.count] }

  /// Whether a core field may have to be answered.
  func mayRequire(_ slot: Field.Slot) -> Bool { requirable[slot.rawValue] }
}

/// What a mode lays down besides its fields.
struct PolicyTables: Sendable {
  var source: Setting<String>
  var label: Setting<String?>
  var status: Setting<BookingStatus>
  var party: PartyPolicy
  var covers: Setting<Int>?
  var time: TimePolicy
  var pacing: PacingPolicy?
  var guests: GuestPolicy
  var waitlist: WaitlistPolicy
  var severity: [String: Setting<SeverityRule>]
  var messages: [String: Setting<String>]
  var check: RuleFunction?
  var effects: RuleFunction?
  var on: [String: RuleFunction]
  var transitions: [String: RuleFunction]
}

/// A leaf of a mode file: a value, or a function that gives one. A class, as `Policy` is: a decision looks at
/// dozens of them, and only at what it needs of each.
final class Setting<Value: Sendable>: Sendable {
  let source: Source
  /// Where it is written.
  let place: RulePlace?

  enum Source: Sendable {
    case fixed(Value)
    case computed(RuleFunction)
  }

  init(source: Source, place: RulePlace?) {
    self.source = source
    self.place = place
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
package final class FieldPolicy: Sendable {
  package let name: String
  package let type: FieldType
  package let label: String
  package let help: String?
  package let setByStaff: Bool
  /// Whether the mode's file lists it.
  package let listed: Bool
  let order: Int
  let place: RulePlace?
  let rules: FieldRules
  /// Where a draft keeps its answer; nil for an own field.
  let slot: Field.Slot?

  init(
    name: String, type: FieldType, label: String, help: String?, setByStaff: Bool, listed: Bool, order: Int,
    place: RulePlace?, rules: FieldRules
  ) {
    self.name = name
    self.type = type
    self.label = label
    self.help = help
    self.setByStaff = setByStaff
    self.listed = listed
    self.order = order
    self.place = place
    self.rules = rules
    slot = Field.Slot(name)
  }
}

/// What an answer to a field must be.
struct FieldRules: Sendable {
  var required: Setting<Bool>
  var minLength: Setting<Int>?
  var maxLength: Setting<Int>?
  var min: Setting<Int>?
  var max: Setting<Int>?
  var format: RuleFunction?
  var choices: Setting<[String]>?
  var fallback: Setting<Answer?>?
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

struct GuestPolicy: Sendable {
  var match: Setting<GuestMatch.Contact>
  var sameName: Setting<Bool>
}

/// Who may wait for a table. Asked when somebody is to wait, never when somebody books.
struct WaitlistPolicy: Sendable {
  var allowed: Setting<Bool>
  /// Nil: as many as there are.
  var maxParties: Setting<Int>?
  /// Nil: as long as it takes.
  var maxMinutes: Setting<Int>?
  var holdMinutes: Setting<Int>

  static let parties = 0...1000
  static let minutes = 0...1440
}

/// How hard an issue bites, as a mode says it.
enum SeverityRule: Hashable, Sendable {
  case refuse, warn, allow
  case override(Role)
}
