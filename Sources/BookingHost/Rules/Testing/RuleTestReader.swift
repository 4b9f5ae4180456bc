/// Reads the table that a test file returned, and says everything that is wrong with it.
struct RuleTestReader {
  private(set) var cases: [RuleTestCase] = []
  /// Cases that cannot be used, and whatever is wrong with the file as a whole.
  private(set) var broken: [RuleTestResult] = []
  private let file: String
  private let places: RuleTestPlaces?
  var tables: ContractReader
  /// What the file says for all of its cases.
  private var common: [String: PackedValue] = [:]

  init(file: String, source: String, definition: PackedValue) {
    self.file = file
    let chunk = try? LuaParser.parse(source)
    places = chunk.map(RuleTestPlaces.init)
    tables = ContractReader(mode: "", places: KeyPlaces(file: file, chunk: chunk))
    let root = tables.table(definition, [], keys: RuleTestContract.fileKeys)
    if case .record = definition {
    } else {
      tables.fail([], "a test file must return a table, and returns \(definition.kindName)")
    }
    let listed = list(root["cases"] ?? .none, ["cases"])
    if tables.mistakes.isEmpty, listed.isEmpty {
      tables.fail(["cases"], "`cases` is missing: say what is promised")
    }
    for mistake in tables.mistakes { breakFile(mistake.error(tables.places)) }
    guard broken.isEmpty else { return }
    common = root
    for (index, value) in listed.enumerated() { readCase(value, index + 1) }
  }

  private mutating func breakFile(_ error: RuleError) {
    broken.append(.broken(file: file, error))
  }

  private mutating func readCase(_ value: PackedValue, _ position: Int) {
    let path = ["cases", String(position)]
    let before = tables.mistakes.count
    let said = caseEntries(value, path)
    let name = name(value, path)
    let place = place(position, name)
    let isGuard = boolean(layered("guard", said), path + ["guard"]) ?? false
    let subjects = subjects(said, path)
    let expectation = expectation(said, path)
    let errors = tables.mistakes[before...].map { $0.error(tables.places) }
    guard let first = errors.first else {
      cases += subjects.map {
        RuleTestCase(
          place: place, position: position, name: name, isGuard: isGuard, subject: $0,
          expectation: expectation)
      }
      return
    }
    broken.append(
      RuleTestResult(
        place: first.rule.flatMap(RulePlace.init) ?? place, position: position, name: name, isGuard: isGuard,
        outcome: .broken(errors.map(\.message).joined(separator: "; "))))
  }

  private func place(_ position: Int, _ name: String) -> RulePlace {
    if let start = places?.start(position, name) { return RulePlace(file: file, line: start.line) }
    return tables.places.place(["cases", String(position)]) ?? RulePlace(file: file, line: 1)
  }

  /// What a case says beside its name.
  private mutating func caseEntries(_ value: PackedValue, _ path: [String]) -> [String: PackedValue] {
    guard case .record(let entries) = value else {
      tables.fail(path, "a case must be a table that begins with its name, and is \(value.kindName)")
      return [:]
    }
    let named = PackedValue.record(entries.filter { Int($0.key) == nil })
    for entry in entries where Int(entry.key) != nil && entry.key != "1" {
      tables.fail(path + [entry.key], "only a case's name stands without a key; this value has none")
    }
    return tables.table(named, path, keys: RuleTestContract.caseKeys)
  }

  private mutating func name(_ value: PackedValue, _ path: [String]) -> String {
    // A case that is nothing but a name is a list of one.
    let first: PackedValue? = if case .list(let elements) = value { elements.first } else { value["1"] }
    if case .text(let name)? = first, !Text.isBlank(name) { return name }
    if case .record = value { tables.fail(path, "a case begins with its name: the promise, as text") }
    return "case \(path.last ?? "")"
  }

  // MARK: What is asked

  /// What the case says under a key, over what the file says.
  private func layered(_ key: String, _ said: [String: PackedValue]) -> PackedValue? {
    guard let own = said[key] else { return common[key] }
    guard let below = common[key] else { return own }
    return below.overlaid(with: own)
  }

  /// The same for a table; one that is taken away is empty.
  private func layeredTable(_ key: String, _ said: [String: PackedValue]) -> PackedValue {
    let table = layered(key, said) ?? .none
    return table == .none ? .record([]) : table
  }

  private mutating func subjects(_ said: [String: PackedValue], _ path: [String]) -> [RuleTestCase.Subject] {
    guard let scenario = scenario(said, path) else { return [] }
    if let call = said["call"] {
      guard let function = tables.function(call, path + ["call"]) else { return [] }
      return [.call(function, with: arguments(said["with"], path + ["with"]), scenario)]
    }
    if said["with"] != nil {
      tables.fail(path + ["with"], "`with` says what `call` is called with; there is no `call`")
    }
    let moment = moment(said, path)
    return modes(layered("mode", said), path).map { mode in
      var scenario = scenario
      scenario.mode = mode
      return .booking(scenario, moment)
    }
  }

  private mutating func scenario(_ said: [String: PackedValue], _ path: [String]) -> Scenario? {
    let now = clock(layered("now", said), path)
    let role = role(layered("role", said), path + ["role"])
    let reason = text(layered("reason", said), path + ["reason"])
    var facts = layeredTable("facts", said)
    if let action = action(layered("action", said), path + ["action"]) {
      facts = facts.overlaid(with: .record([PackedEntry(key: "action", value: .text(action.rawValue))]))
    }
    guard let now else { return nil }
    do throws(Scenario.Problem) {
      return try Scenario(
        mode: "", now: now, role: role, overrideReason: reason, draft: layeredTable("draft", said),
        facts: facts)
    } catch {
      tables.fail(path + [error.part], error.message)
      return nil
    }
  }

  private mutating func modes(_ value: PackedValue?, _ path: [String]) -> [String] {
    switch value {
    case nil, .some(.none):
      tables.fail(path, "`mode` is missing: say which mode it is promised of, such as mode = \"ops\"")
      return []
    case .text(let mode): return [mode]
    default: return texts(value, path + ["mode"]) ?? []
    }
  }

  private mutating func clock(_ value: PackedValue?, _ path: [String]) -> LocalDateTime? {
    guard let value, value != .none else {
      tables.fail(path, "`now` is missing: say what time it is, such as now = \"2026-11-22 18:00\"")
      return nil
    }
    if case .text(let text) = value, let now = LocalDateTime(text) { return now }
    return tables.wrong(value, path + ["now"], "a date and a time, such as \"2026-11-22 18:00\"")
  }

  private mutating func role(_ value: PackedValue?, _ path: [String]) -> Role? {
    guard let value, value != .none else { return nil }
    return tables.choice(value, path, Role.init(rawValue:), Role.allCases.map(\.rawValue))
  }

  private mutating func action(_ value: PackedValue?, _ path: [String]) -> Facts.Action? {
    guard let value, value != .none else { return nil }
    return tables.choice(
      value, path, Facts.Action.init(rawValue:), ["create", "walkin", "change", "quote"])
  }

  private mutating func moment(_ said: [String: PackedValue], _ path: [String]) -> RuleTestMoment? {
    if let before = event(said["before"], path + ["before"], Contract.transitions) {
      if said["event"] != nil { tables.fail(path + ["before"], "a case asks `before` or `event`, not both") }
      return .before(before)
    }
    return event(said["event"], path + ["event"], Contract.events).map { .after($0) }
  }

  private mutating func event(_ value: PackedValue?, _ path: [String], _ events: [String]) -> String? {
    guard let value, value != .none else { return nil }
    return tables.choice(value, path, { events.contains($0) ? $0 : nil }, events)
  }
}

extension RuleTestResult {
  /// A file that cannot be used. It may hold guards, so it counts as one.
  static func broken(file: String, _ error: RuleError) -> RuleTestResult {
    // What is wrong may be in a file of lib/ that the test file needs.
    let place = error.rule.flatMap(RulePlace.init) ?? RulePlace(file: file, line: 1)
    let elsewhere = place.file == file ? "" : "\(place): "
    return RuleTestResult(
      place: place.file == file ? place : RulePlace(file: file, line: 1), position: 0, name: file,
      isGuard: true, outcome: .broken(elsewhere + error.message))
  }
}

extension RulePlace {
  /// Reads `ops.lua:42`.
  package init?(_ text: String) {
    guard let colon = text.lastIndex(of: ":"), let line = Int(text[text.index(after: colon)...]) else {
      return nil
    }
    self.init(file: String(text[..<colon]), line: line)
  }
}

extension PackedValue {
  /// Records laid over each other deeply; anything else is replaced. Unlike `merging`, nil stays in, so that
  /// it still takes a value away from what the whole is merged into later.
  func overlaid(with other: PackedValue) -> PackedValue {
    guard case .record(var entries) = self, case .record(let changes) = other else { return other }
    for change in changes {
      if let index = entries.firstIndex(where: { $0.key == change.key }) {
        entries[index].value = entries[index].value.overlaid(with: change.value)
      } else {
        entries.append(change)
      }
    }
    return .record(entries)
  }
}
