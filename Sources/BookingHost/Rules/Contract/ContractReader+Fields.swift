// The `fields` of a mode file.
extension ContractReader {
  /// Core fields in their order, listed or not, then own fields by `order` and name.
  mutating func fieldPolicies(_ value: PackedValue) -> [FieldPolicy] {
    let listed = table(value, ["fields"], keys: nil)
    let core = Field.core.map { name in field(name, listed[name]) }
    var own: [FieldPolicy] = []
    for name in listed.keys.sorted() where !Field.core.contains(name) {
      if isOwnName(name, listed[name] ?? .none) { own.append(field(name, listed[name])) }
    }
    return core + own.sorted { ($0.order, $0.name) < ($1.order, $1.name) }
  }

  private mutating func isOwnName(_ name: String, _ value: PackedValue) -> Bool {
    if Field.plan.contains(name) {
      let section = name == "party" ? "party = { … }" : "time = { … }"
      let message = "`\(name)` is part of the plan, not a field"
      fail(["fields", name], message, hint: "see \(section)", isAboutKey: true)
      return false
    }
    guard !Contract.takenNames.contains(name), name.utf8.count <= 40,
      let first = name.utf8.first, (97...122).contains(first),
      name.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || $0 == 95 })
    else {
      let why = Contract.takenNames.contains(name) ? "is taken" : "must be lower-case letters, digits and _"
      fail(["fields", name], "the field name `\(name)` \(why)", isAboutKey: true)
      return false
    }
    // `emial = { format = … }` is likelier a slip than a field of the operator's own.
    if let meant = closest(to: name, among: Field.core), value["type"] == nil, value["label"] == nil {
      let hint = "did you mean \(meant)? An own field this close needs a `label`"
      fail(["fields", name], "unknown field `\(name)`", hint: hint, isAboutKey: true)
      return false
    }
    return true
  }

  private mutating func field(_ name: String, _ value: PackedValue?) -> FieldPolicy {
    let path = ["fields", name]
    let entries = table(value ?? .none, path, keys: Contract.field.map(\.name))
    let type = fieldType(entries["type"], name, path)
    let rules = FieldRules(
      required: boolean(entries["required"], path + ["required"]) ?? .fixed(false, at: nil),
      minLength: whole(entries["min_length"], path + ["min_length"], 0...4000),
      maxLength: whole(entries["max_length"], path + ["max_length"], 1...4000),
      min: whole(entries["min"], path + ["min"], -1_000_000_000...1_000_000_000),
      max: whole(entries["max"], path + ["max"], -1_000_000_000...1_000_000_000),
      format: function(entries["format"], path + ["format"]),
      choices: choices(entries["choices"], path + ["choices"]),
      fallback: fallback(entries["default"], type, path + ["default"]))
    reportMisfits(type, rules, entries, path)
    return FieldPolicy(
      name: name, type: type,
      label: fixedText(entries["label"], path + ["label"]) ?? ContractReader.defaultLabel(name),
      help: fixedText(entries["help"], path + ["help"]),
      setByStaff: setBy(entries["set_by"], path + ["set_by"]),
      listed: value != nil,
      order: fixed(whole(entries["order"], path + ["order"], -10_000...10_000), path + ["order"]) ?? 0,
      place: value == nil ? nil : places.place(path), rules: rules)
  }

  private mutating func fieldType(_ value: PackedValue?, _ name: String, _ path: [String]) -> FieldType {
    let natural: FieldType = Field.yesOrNo.contains(name) ? .boolean : .text
    guard let value, value != .none else { return natural }
    let names = FieldType.allCases.map(\.rawValue)
    let type = choice(value, path + ["type"], FieldType.init(rawValue:), names) ?? natural
    if Field.core.contains(name), type != natural {
      fail(path + ["type"], "`\(name)` is a \(natural.rawValue) field and cannot be made another type")
      return natural
    }
    return type
  }

  private mutating func choices(_ value: PackedValue?, _ path: [String]) -> Setting<[String]>? {
    setting(value, path) { reader, value, path in
      guard let texts = value.texts, !texts.isEmpty else {
        return reader.wrong(value, path, "a list of texts")
      }
      return texts
    }
  }

  private mutating func fallback(
    _ value: PackedValue?, _ type: FieldType, _ path: [String]
  ) -> Setting<Answer?>? {
    setting(value, path) { reader, value, path in
      guard let answer = value.answer, let typed = type.read(answer) else {
        return reader.wrong(value, path, "an answer of the field's type (\(type.rawValue))")
      }
      return .some(typed)
    }
  }

  private mutating func setBy(_ value: PackedValue?, _ path: [String]) -> Bool {
    guard let value, value != .none else { return false }
    return choice(value, path, { $0 == "staff" ? true : nil }, ["staff"]) ?? false
  }

  /// Keys that say nothing about a field of this type.
  private mutating func reportMisfits(
    _ type: FieldType, _ rules: FieldRules, _ entries: [String: PackedValue], _ path: [String]
  ) {
    let ofText = ["min_length", "max_length", "choices"], ofNumbers = ["min", "max"]
    let misfits = (type == .text ? [] : ofText) + (type == .integer ? [] : ofNumbers)
    for key in misfits where entries[key] != nil {
      let message = "`\(key)` says nothing about a field of type \(type.rawValue)"
      fail(path + [key], message, isAboutKey: true)
    }
    reportCrossed(rules.minLength, rules.maxLength, path + ["max_length"])
    reportCrossed(rules.min, rules.max, path + ["max"])
  }

  private mutating func reportCrossed(_ low: Setting<Int>?, _ high: Setting<Int>?, _ path: [String]) {
    guard let low = low?.fixedValue, let high = high?.fixedValue, low > high else { return }
    fail(path, "`\(path.joined(separator: "."))` (\(high)) is less than the smallest (\(low))")
  }

  /// What a field is called when its mode says nothing.
  static func defaultLabel(_ name: String) -> String {
    if name == Field.marketingOptIn { return "News and offers" }
    if name == Field.bookingType { return "Occasion" }
    let words = name.replacing("_", with: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}

extension PackedValue {
  /// A list of texts, or nil.
  var texts: [String]? {
    guard case .list(let elements) = self else { return nil }
    let texts = elements.compactMap { if case .text(let text) = $0 { text } else { nil } }
    return texts.count == elements.count ? texts : nil
  }

  /// A scalar as an answer.
  var answer: Answer? {
    switch self {
    case .text(let value): .text(value)
    case .integer(let value): .integer(value)
    case .number(let value): .number(value)
    case .boolean(let value): .boolean(value)
    case .none, .list, .record, .function: nil
    }
  }
}

extension FieldType {
  /// The answer as this type, or nil when it is not one. Text stands for numbers, booleans and dates too,
  /// because a command line has nothing else.
  func read(_ answer: Answer) -> Answer? {
    switch self {
    case .text: answer.text.map { .text($0) }
    case .integer: answer.wholeNumber.map { .integer($0) }
    case .boolean: answer.truth.map { .boolean($0) }
    case .date: answer.text.flatMap { CivilDate($0) }.map { .text($0.description) }
    }
  }
}
