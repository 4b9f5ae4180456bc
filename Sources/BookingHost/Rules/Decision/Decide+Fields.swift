// The details: each answer's type, length, choices and format.
extension Decider {
  /// Takes the answers in the types their fields have, and fills in defaults.
  mutating func fillDefaults() throws {
    var known = plan.answered
    for slot in Field.Slot.details {
      guard let answer = draft[slot] else { continue }
      known += 1
      take(answer, policy.field(slot))
    }
    for field in policy.ownFields {
      guard let answer = draft[field.name] else { continue }
      known += 1
      take(answer, field)
    }
    for field in policy.fieldsWithDefault where draft[field] == nil { try fillDefault(field) }
    if draft.count > known { findUnknown() }
  }

  private mutating func fillDefault(_ field: FieldPolicy) throws {
    if let fallback = field.rules.fallback {
      values[field] = try value(fallback, "an answer of the field's type, or nil") { result in
        if result == .none { return .some(nil) }
        return result.answer.flatMap(field.type.read).map { .some($0) }
      }
      forgetArguments()
    } else if field.slot == .bookingType {
      values.bookingType = facts.service?.key
    }
  }

  private mutating func take(_ answer: Answer, _ field: FieldPolicy) {
    if field.setByStaff, facts.staff.role == Role.none {
      return find("\(field.name)_unknown", field.name, at: field.place, isFloor: true)
    }
    guard let typed = field.type.read(answer) else {
      return find("\(field.name)_invalid", field.name, at: field.place)
    }
    if case .text(let text) = typed, text.utf8.count > Decider.longestText,
      Text.length(text) > Decider.longestText
    {
      return find(
        "\(field.name)_too_long", field.name, at: field.place, .init(limit: Decider.longestText),
        isFloor: true)
    }
    // True or nothing: "no" is how one leaves a box unticked.
    if typed == .boolean(false) { return }
    values[field] = typed
  }

  /// Longer text than this is refused in every mode, in Unicode scalars.
  private static let longestText = 4000

  private mutating func findUnknown() {
    let unknown = draft.answers.keys.filter { !policy.names.contains($0) }
    for name in unknown.sorted() { find("\(name)_unknown", name) }
  }

  mutating func judgeFields() throws {
    for slot in Field.Slot.details {
      if let answer = values[slot] {
        try judge(answer, policy.field(slot))
      } else if policy.mayRequire(slot) {
        try judgeMissing(policy.field(slot))
      }
    }
    for field in policy.ownFields {
      if let answer = values.own[field.name] { try judge(answer, field) } else { try judgeMissing(field) }
    }
  }

  private mutating func judge(_ answer: Answer, _ field: FieldPolicy) throws {
    switch answer {
    case .text(let text): try judge(text, field)
    case .integer(let number): try judge(number, field)
    case .number, .boolean: break
    }
  }

  private mutating func judgeMissing(_ field: FieldPolicy) throws {
    let wasRefused = findings.contains { $0.issue.field == field.name }
    if wasRefused || (field.setByStaff && facts.staff.role == Role.none) { return }
    let isFloor = field.slot == .name
    if try isFloor || truth(field.rules.required) {
      find(
        "\(field.name)_required", field.name, at: field.rules.required.place ?? field.place, isFloor: isFloor)
    }
  }

  private mutating func judge(_ text: String, _ field: FieldPolicy) throws {
    if Floor.refuses(text, as: field) {
      let code = field.slot == .name ? "name_required" : "\(field.name)_invalid"
      return find(code, field.name, at: field.place, isFloor: true)
    }
    if field.type == .text { try judgeLength(text, field) }
    if let choices = field.rules.choices {
      let allowed = try value(choices, "a list of texts") { $0.texts }
      if !allowed.contains(text) { find("\(field.name)_invalid", field.name, at: choices.place) }
    }
    if let format = field.rules.format { try judgeFormat(.text(text), format, field) }
  }

  private mutating func judgeLength(_ text: String, _ field: FieldPolicy) throws {
    if let setting = field.rules.minLength {
      let low = try whole(setting, 0...4000)
      let length = Text.length(text)
      if length < low {
        find(
          "\(field.name)_too_short", field.name, at: setting.place, .init(limit: low, over: low - length))
      }
    }
    if let setting = field.rules.maxLength {
      let high = try whole(setting, 0...4000)
      // A scalar takes a byte at least.
      guard text.utf8.count > high else { return }
      let length = Text.length(text)
      if length > high {
        find(
          "\(field.name)_too_long", field.name, at: setting.place, .init(limit: high, over: length - high))
      }
    }
  }

  private mutating func judge(_ number: Int, _ field: FieldPolicy) throws {
    for (setting, crosses) in [(field.rules.min, { $0 < $1 }), (field.rules.max, { $0 > $1 })]
      as [(Setting<Int>?, (Int, Int) -> Bool)]
    {
      guard let setting else { continue }
      let bound = try whole(setting, -1_000_000_000...1_000_000_000)
      if crosses(number, bound) {
        find("\(field.name)_invalid", field.name, at: setting.place, .init(limit: bound))
      }
    }
    if let format = field.rules.format { try judgeFormat(.integer(number), format, field) }
  }

  /// Asks a format function: true and perhaps a normalised value, or false and a message.
  private mutating func judgeFormat(_ answer: Answer, _ format: RuleFunction, _ field: FieldPolicy) throws {
    let arguments = arguments(of: format, after: { $0.answer(answer) })
    switch try evaluator.ask(format, arguments: arguments, results: 2) {
    case (.boolean(true), .none): break
    case (.boolean(true), .text(let normalised)): values.normalise(field.name, as: normalised)
    case (.boolean(false), .none): find("\(field.name)_invalid", field.name, at: field.place)
    case (.boolean(false), .text(let message)):
      find("\(field.name)_invalid", field.name, at: field.place, message: message)
    default:
      let sentence = "the format function must return true and perhaps text, or false and a message"
      throw RuleError(.result, sentence, at: format.place)
    }
  }
}

/// What no rule can lower about an answer.
enum Floor {
  /// Whether a value given for a core field is none, in any mode.
  static func refuses(_ text: String, as field: FieldPolicy) -> Bool {
    switch field.slot {
    case .name: Text.isBlank(text)
    case .email: !isPlausibleEmail(text)
    case .phone: !isPlausiblePhone(text)
    default: false
    }
  }

  /// One `@` with something either side, and no white space.
  static func isPlausibleEmail(_ text: String) -> Bool {
    var text = text
    let (isPlausible, isASCII) = text.withUTF8 { bytes in
      guard let at = bytes.firstIndex(of: UInt8(ascii: "@")), at > 0, at < bytes.count - 1,
        !bytes[(at + 1)...].contains(UInt8(ascii: "@")), !bytes.contains(where: { $0 <= 32 })
      else { return (false, false) }
      return (true, bytes.allSatisfy { $0 < 128 })
    }
    return isPlausible && (isASCII || !text.unicodeScalars.contains { $0.properties.isWhitespace })
  }

  /// 7 to 15 digits (ITU-T E.164 allows 15), whatever stands between them.
  static func isPlausiblePhone(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in (7...15).contains(bytes.count { (48...57).contains($0) }) }
  }
}
