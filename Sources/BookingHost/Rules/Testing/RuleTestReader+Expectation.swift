// What a case promises.
extension RuleTestReader {
  mutating func expectation(_ said: [String: PackedValue], _ path: [String]) -> RuleExpectation {
    if !RuleTestContract.expectationKeys.contains(where: { said[$0] != nil }) {
      tables.fail(path, "the case promises nothing: say `expect`, `issues`, `effects` or the like")
    }
    reportMisplaced(said, path)
    var expectation = RuleExpectation()
    expectation.outcome = choice(
      said, "expect", path, RuleExpectation.Outcome.init(rawValue:),
      RuleExpectation.Outcome.allCases.map(\.rawValue))
    expectation.issues = texts(said["issues"], path + ["issues"])
    expectation.included = texts(said["issues_include"], path + ["issues_include"])
    expectation.messages = messages(said["messages"], path + ["messages"])
    expectation.effects = effects(said["effects"], path + ["effects"])
    expectation.values = values(said["values"], path + ["values"])
    expectation.covers = whole(said["covers"], path + ["covers"])
    expectation.duration = whole(said["duration"], path + ["duration"])
    expectation.source = text(said["source"], path + ["source"])
    if let label = said["label"] { expectation.label = .some(text(label, path + ["label"])) }
    expectation.match = choice(
      said, "match", path, GuestMatch.Contact.init(rawValue:), GuestMatch.Contact.allCases.map(\.rawValue))
    expectation.sameName = boolean(said["same_name"], path + ["same_name"])
    expectation.waiting = waiting(said["waitlist"], path + ["waitlist"])
    expectation.access = choice(
      said, "access", path, Policy.Access.init(rawValue:), ["public", "staff"])
    expectation.offered = boolean(said["offered"], path + ["offered"])
    expectation.returns = said["returns"].map { arguments($0, path + ["returns"]) }
    return expectation
  }

  private mutating func waiting(_ value: PackedValue?, _ path: [String]) -> RuleExpectation.Waiting? {
    guard let value, value != .none else { return nil }
    let said = tables.table(value, path, keys: Contract.waitlist.map(\.name))
    return RuleExpectation.Waiting(
      isAllowed: boolean(said["allowed"], path + ["allowed"]),
      maxParties: whole(said["max_parties"], path + ["max_parties"]),
      maxMinutes: whole(said["max_minutes"], path + ["max_minutes"]),
      holdMinutes: whole(said["hold_minutes"], path + ["hold_minutes"]))
  }

  /// A function returns; a booking has all the rest.
  private mutating func reportMisplaced(_ said: [String: PackedValue], _ path: [String]) {
    if said["call"] == nil {
      if said["returns"] != nil {
        tables.fail(path + ["returns"], "`returns` is what `call` returns; there is no `call`")
      }
      return
    }
    for key in RuleTestContract.expectationKeys + ["event", "before"]
    where key != "returns" && said[key] != nil {
      tables.fail(path + [key], "`\(key)` says nothing about a function that is called; say `returns`")
    }
  }

  private mutating func choice<Value>(
    _ said: [String: PackedValue], _ key: String, _ path: [String], _ make: (String) -> Value?,
    _ names: [String]
  ) -> Value? {
    guard let value = said[key], value != .none else { return nil }
    return tables.choice(value, path + [key], make, names)
  }

  private mutating func messages(_ value: PackedValue?, _ path: [String]) -> [String: String?] {
    tables.table(value ?? .none, path, keys: nil).reduce(into: [:]) { messages, entry in
      messages[entry.key] = .some(text(entry.value, path + [entry.key]))
    }
  }

  private mutating func values(_ value: PackedValue?, _ path: [String]) -> [String: PackedValue] {
    let values = tables.table(value ?? .none, path, keys: nil)
    for (field, value) in values where value != .none && value.answer == nil {
      _ = tables.wrong(value, path + [field], "text, a number, true or false") as Int?
    }
    return values
  }

  // MARK: Effects

  private mutating func effects(
    _ value: PackedValue?, _ path: [String]
  ) -> [String: RuleExpectation.Effects] {
    let entries = tables.table(value ?? .none, path, keys: Effect.kinds)
    var effects: [String: RuleExpectation.Effects] = [:]
    for (kind, value) in entries where Effect.kinds.contains(kind) {
      effects[kind] = self.effects(value, kind, path + [kind])
    }
    return effects
  }

  private mutating func effects(
    _ value: PackedValue, _ kind: String, _ path: [String]
  ) -> RuleExpectation.Effects? {
    switch value {
    case .none, .boolean(false): return RuleExpectation.Effects.none
    case .boolean(true), .text("queued"): return .queued
    case .text("skipped"): return .skipped
    case .list(let elements):
      return .these(
        elements.enumerated().compactMap { item($0.element, kind, path + [String($0.offset + 1)]) })
    case .record([]): return RuleExpectation.Effects.none
    default: return item(value, kind, path).map { .these([$0]) }
    }
  }

  private mutating func item(
    _ value: PackedValue, _ kind: String, _ path: [String]
  ) -> RuleExpectation.Item? {
    if kind == "loyalty" {
      guard let points = value.wholeNumber else {
        return tables.wrong(value, path, "points, \"queued\", \"skipped\" or false")
      }
      return RuleExpectation.Item(points: points)
    }
    if case .text(let name) = value { return RuleExpectation.Item(name: name) }
    if kind == "email", case .text(let name)? = value["1"] {
      let options = PackedValue.record(Self.entries(value).filter { $0.key != "1" })
      let minutes = tables.table(options, path, keys: ["before_minutes"])["before_minutes"]
      return RuleExpectation.Item(name: name, beforeMinutes: whole(minutes, path + ["before_minutes"]))
    }
    let what = ["email": "a template", "notify": "a channel", "webhook": "an event"][kind] ?? "a name"
    return tables.wrong(value, path, "\(what), a list of them, \"queued\", \"skipped\" or false")
  }

  // MARK: Pieces

  static func entries(_ value: PackedValue) -> [PackedEntry] {
    if case .record(let entries) = value { entries } else { [] }
  }

  mutating func list(_ value: PackedValue, _ path: [String]) -> [PackedValue] {
    switch value {
    case .none, .record([]): return []
    case .list(let elements): return elements
    default: return tables.wrong(value, path, "a list") ?? []
    }
  }

  /// One value stands for a list of one; an empty table for none.
  mutating func arguments(_ value: PackedValue?, _ path: [String]) -> [PackedValue] {
    switch value {
    case nil: []
    case .list(let elements): elements
    case .record([]): []
    case .some(let value): [value]
    }
  }

  mutating func texts(_ value: PackedValue?, _ path: [String]) -> [String]? {
    guard let value, value != .none else { return nil }
    if value == .record([]) { return [] }
    if case .text(let text) = value { return [text] }
    return value.texts ?? tables.wrong(value, path, "a list of texts")
  }

  mutating func text(_ value: PackedValue?, _ path: [String]) -> String? {
    guard let value, value != .none else { return nil }
    if case .text(let text) = value { return text }
    return tables.wrong(value, path, "text")
  }

  mutating func boolean(_ value: PackedValue?, _ path: [String]) -> Bool? {
    guard let value, value != .none else { return nil }
    if case .boolean(let truth) = value { return truth }
    return tables.wrong(value, path, "true or false")
  }

  mutating func whole(_ value: PackedValue?, _ path: [String]) -> Int? {
    guard let value, value != .none else { return nil }
    return value.wholeNumber ?? tables.wrong(value, path, "a whole number")
  }
}
