/// A mode's form: what to ask, and within which bounds.
package struct FormJSON: Encodable, Sendable {
  package var mode: String
  package var title: String
  package var access: String
  package var party: Range
  package var time: Time
  package var fields: [Question]
  /// Reasons to choose from when staff override; empty in public modes.
  package var overrideReasons: [String]

  package struct Range: Encodable, Sendable {
    package var min: Int
    package var max: Int
  }

  package struct Time: Encodable, Sendable {
    package var slotMinutes: Int
    package var noticeMinutes: Int
    package var horizonDays: Int
  }

  /// One question. Bounds that are null are none.
  package struct Question: Encodable, Sendable {
    package var name: String
    package var label: String
    @OrNull package var help: String?
    package var type: String
    package var required: Bool
    @OrNull package var choices: [String]?
    @OrNull package var `default`: AnswerJSON?
    @OrNull package var minLength: Int?
    @OrNull package var maxLength: Int?
    @OrNull package var min: Int?
    @OrNull package var max: Int?
  }

  package init(_ policy: Policy, _ fields: [FormField], _ bounds: FormBounds) {
    mode = policy.mode
    title = policy.title
    access = policy.access.rawValue
    party = Range(min: bounds.party.lowerBound, max: bounds.party.upperBound)
    time = Time(
      slotMinutes: bounds.slotMinutes, noticeMinutes: bounds.noticeMinutes, horizonDays: bounds.horizonDays)
    self.fields = fields.map { Question($0, bounds.fields[$0.name]) }
    overrideReasons = policy.access == .staff ? policy.overrideReasons : []
  }
}

extension FormJSON.Question {
  init(_ field: FormField, _ bounds: FormBounds.Field?) {
    self.init(
      name: WireEncoder.key(field.name), label: field.label, help: field.help, type: field.type.rawValue,
      required: field.isRequired, choices: field.choices, default: field.fallback.map { AnswerJSON($0) },
      minLength: bounds?.minLength, maxLength: bounds?.maxLength, min: bounds?.min, max: bounds?.max)
  }
}
