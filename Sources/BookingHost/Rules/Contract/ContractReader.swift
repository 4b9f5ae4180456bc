/// Reads the table a mode file returned into a `Policy`, and says everything that is wrong with it.
struct ContractReader {
  let mode: String
  let places: KeyPlaces
  private(set) var mistakes: [ContractMistake] = []
  /// What an issue may be about: the plan and the mode's fields.
  private var names: Set<String> = []

  /// More mistakes than this nobody reads.
  private var hasRoom: Bool { mistakes.count < 200 }

  /// The policy of `mode`, or every reason why the file has none.
  static func policy(
    mode: String, definition: PackedValue, places: KeyPlaces
  ) throws(RuleBookError) -> Policy {
    let (policy, mistakes) = read(mode: mode, definition: definition, places: places)
    guard mistakes.isEmpty else { throw RuleBookError(errors: mistakes.map { $0.error(places) }) }
    return policy
  }

  /// What can be made of the file, and everything that is wrong with it.
  static func read(
    mode: String, definition: PackedValue, places: KeyPlaces
  ) -> (policy: Policy, mistakes: [ContractMistake]) {
    var reader = ContractReader(mode: mode, places: places)
    let policy = reader.policy(definition)
    return (policy, reader.mistakes)
  }

  init(mode: String, places: KeyPlaces) {
    self.mode = mode
    self.places = places
  }

  private mutating func policy(_ definition: PackedValue) -> Policy {
    let root = table(definition, [], keys: Contract.mode.map(\.name), reserved: Contract.reserved)
    if case .record = definition {
    } else {
      fail([], "the file must return a table, and returns \(definition.kindName)")
    }
    let fields = fieldPolicies(root["fields"] ?? .none)
    names = Set(Field.plan + fields.map(\.name))
    return Policy(
      mode: mode,
      title: fixedText(root["title"], ["title"]) ?? mode,
      access: access(root),
      offered: fixedBoolean(root["offered"], ["offered"]) ?? false,
      fields: fields,
      overrideReasons: overrideReasons(root["override_reasons"]),
      tables: tables(root))
  }

  private mutating func overrideReasons(_ value: PackedValue?) -> [String] {
    let path = ["override_reasons"]
    guard let value, value != .none else { return [] }
    guard let texts = value.texts, texts.count <= 20 else {
      fail(path, "`override_reasons` must be a list of at most 20 texts")
      return []
    }
    let reasons = texts.map(Text.trimmed)
    for reason in reasons where !Decider.reasonLength.contains(Text.length(reason)) {
      fail(path, "\"\(reason)\" in `override_reasons` must have 3 to 500 characters")
    }
    return reasons
  }

  private mutating func tables(_ root: [String: PackedValue]) -> PolicyTables {
    PolicyTables(
      source: text(root["source"], ["source"]) ?? .fixed(mode),
      label: optionalText(root["label"], ["label"]),
      status: status(root["status"]),
      party: party(root["party"] ?? .none),
      covers: whole(root["covers"], ["covers"], 0...100_000),
      time: time(root["time"] ?? .none),
      pacing: pacing(root["pacing"] ?? .none),
      guests: guests(root["guests"] ?? .none),
      waitlist: waitlist(root["waitlist"] ?? .none),
      severity: severities(root["severity"] ?? .none),
      messages: messages(root["messages"] ?? .none),
      check: function(root["check"], ["check"]),
      effects: function(root["effects"], ["effects"]),
      on: functions(root["on"] ?? .none, "on", Contract.events),
      transitions: functions(root["transitions"] ?? .none, "transitions", Contract.transitions))
  }

  // MARK: Sections

  private mutating func access(_ root: [String: PackedValue]) -> Policy.Access {
    let keys = Contract.mode.map(\.name)
    guard let value = root["access"] else {
      // A key that is nearly this one has been reported.
      if !root.keys.contains(where: { closest(to: $0, among: keys) == "access" }) {
        fail([], "`access` is missing", hint: "say access = \"public\" or access = \"staff\"")
      }
      return .staff
    }
    return choice(value, ["access"], Policy.Access.init(rawValue:), ["public", "staff"]) ?? .staff
  }

  private mutating func status(_ value: PackedValue?) -> Setting<BookingStatus> {
    setting(value, ["status"]) { reader, value, path in
      reader.choice(value, path, { ContractReader.newStatus($0) }, ["confirmed", "pending"])
    } ?? .fixed(.confirmed)
  }

  static func newStatus(_ name: String) -> BookingStatus? {
    BookingStatus(rawValue: name).flatMap { [.confirmed, .pending].contains($0) ? $0 : nil }
  }

  private mutating func party(_ value: PackedValue) -> PartyPolicy {
    let entries = table(value, ["party"], keys: Contract.party.map(\.name))
    let policy = PartyPolicy(
      min: whole(entries["min"], ["party", "min"], 0...1_000_000) ?? .fixed(1),
      max: whole(entries["max"], ["party", "max"], 1...1_000_000) ?? .fixed(1000))
    if let low = policy.min.fixedValue, let high = policy.max.fixedValue, low > high {
      fail(["party", "max"], "`party.max` (\(high)) is less than `party.min` (\(low))")
    }
    return policy
  }

  private mutating func time(_ value: PackedValue) -> TimePolicy {
    let entries = table(value, ["time"], keys: Contract.time.map(\.name))
    func path(_ key: String) -> [String] { ["time", key] }
    return TimePolicy(
      slotMinutes: whole(entries["slot_minutes"], path("slot_minutes"), 1...1440) ?? .fixed(15),
      durationMinutes: whole(entries["duration_minutes"], path("duration_minutes"), 1...2880) ?? .fixed(90),
      pastGraceMinutes: whole(entries["past_grace_minutes"], path("past_grace_minutes"), 0...10_080)
        ?? .fixed(0),
      noticeMinutes: whole(entries["notice_minutes"], path("notice_minutes"), 0...1_000_000) ?? .fixed(0),
      horizonDays: whole(entries["horizon_days"], path("horizon_days"), 0...10_000) ?? .fixed(365),
      lastSeatingMinutes: whole(entries["last_seating_minutes"], path("last_seating_minutes"), 0...2880)
        ?? .fixed(0))
  }

  private mutating func pacing(_ value: PackedValue) -> PacingPolicy? {
    guard value != .none else { return nil }
    let entries = table(value, ["pacing"], keys: Contract.pacing.map(\.name))
    for key in ["minutes", "max_covers"] where entries[key] == nil {
      fail(["pacing"], "`pacing` needs `\(key)`")
    }
    return PacingPolicy(
      minutes: whole(entries["minutes"], ["pacing", "minutes"], 1...1440) ?? .fixed(15),
      maxCovers: whole(entries["max_covers"], ["pacing", "max_covers"], 0...100_000) ?? .fixed(0))
  }

  private mutating func guests(_ value: PackedValue) -> GuestPolicy {
    let entries = table(value, ["guests"], keys: Contract.guests.map(\.name))
    let match = setting(entries["match"], ["guests", "match"]) { reader, value, path in
      reader.choice(
        value, path, GuestMatch.Contact.init(rawValue:), GuestMatch.Contact.allCases.map(\.rawValue))
    }
    return GuestPolicy(
      match: match ?? .fixed(.either),
      sameName: boolean(entries["same_name"], ["guests", "same_name"]) ?? .fixed(true))
  }

  private mutating func waitlist(_ value: PackedValue) -> WaitlistPolicy {
    let entries = table(value, ["waitlist"], keys: Contract.waitlist.map(\.name))
    return WaitlistPolicy(
      allowed: boolean(entries["allowed"], ["waitlist", "allowed"]) ?? .fixed(true),
      maxParties: whole(entries["max_parties"], ["waitlist", "max_parties"], WaitlistPolicy.parties),
      maxMinutes: whole(entries["max_minutes"], ["waitlist", "max_minutes"], WaitlistPolicy.minutes),
      holdMinutes: whole(entries["hold_minutes"], ["waitlist", "hold_minutes"], WaitlistPolicy.minutes)
        ?? .fixed(10))
  }

  private mutating func functions(
    _ value: PackedValue, _ section: String, _ events: [String]
  ) -> [String: RuleFunction] {
    let entries = table(value, [section], keys: events)
    var functions: [String: RuleFunction] = [:]
    for (event, value) in entries { functions[event] = function(value, [section, event]) }
    return functions
  }

  private mutating func messages(_ value: PackedValue) -> [String: Setting<String>] {
    let entries = table(value, ["messages"], keys: nil)
    var messages: [String: Setting<String>] = [:]
    for (code, value) in entries where isStandard(code, in: "messages") {
      messages[code] = setting(value, ["messages", code]) { reader, value, path in
        guard case .text(let template) = value else { return reader.wrong(value, path, "text") }
        for problem in MessageTemplate.problems(in: template) {
          reader.fail(path, problem.message, hint: problem.hint)
        }
        return template
      }
    }
    return messages
  }

  private mutating func severities(_ value: PackedValue) -> [String: Setting<SeverityRule>] {
    let entries = table(value, ["severity"], keys: nil)
    var severities: [String: Setting<SeverityRule>] = [:]
    for (code, value) in entries where isStandard(code, in: "severity") {
      severities[code] = setting(value, ["severity", code]) { reader, value, path in
        switch SeverityRule.read(value) {
        case .success(let rule): return rule
        case .failure(let problem):
          reader.fail(path, "`\(path.joined(separator: "."))` \(problem.message)", hint: problem.hint)
          return nil
        }
      }
    }
    return severities
  }

  /// Whether a code is one the host can raise; says so when it is not.
  private mutating func isStandard(_ code: String, in section: String) -> Bool {
    if Contract.issues.contains(code) || code.hasSuffix("_unknown") { return true }
    let isOfField = Contract.fieldIssues.contains {
      code.hasSuffix("_" + $0) && names.contains(String(code.dropLast($0.count + 1)))
    }
    if isOfField { return true }
    fail(
      [section, code], "`\(code)` is not a standard issue", hint: standardIssue(like: code), isAboutKey: true)
    return false
  }

  private func standardIssue(like code: String) -> String? {
    guard hasRoom else { return nil }
    let ofFields = names.flatMap { name in Contract.fieldIssues.map { "\(name)_\($0)" } }
    return closest(to: code, among: Contract.issues + ofFields).map { "did you mean \($0)?" }
  }
}

// The pieces that sections are read with.
extension ContractReader {
  mutating func fail(_ path: [String], _ message: String, hint: String? = nil, isAboutKey: Bool = false) {
    guard hasRoom else { return }
    mistakes.append(ContractMistake(message: message, hint: hint, path: path, isAboutKey: isAboutKey))
  }

  /// Reports that the value at `path` is not of the kind it must be.
  mutating func wrong<Value>(_ value: PackedValue, _ path: [String], _ expected: String) -> Value? {
    fail(path, "`\(path.joined(separator: "."))` must be \(expected), and is \(value.kindName)")
    return nil
  }

  /// The entries of a table, unknown keys reported. `keys` nil means that any key will do.
  mutating func table(
    _ value: PackedValue, _ path: [String], keys: [String]?, reserved: [String] = []
  ) -> [String: PackedValue] {
    switch value {
    case .none: return [:]
    case .record(let entries):
      for entry in entries { reportUnknown(entry.key, path, keys, reserved) }
      return Dictionary(entries.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    default:
      if !path.isEmpty { _ = wrong(value, path, "a table with names") as Int? }
      return [:]
    }
  }

  private mutating func reportUnknown(
    _ key: String, _ path: [String], _ keys: [String]?, _ reserved: [String]
  ) {
    guard let keys, !keys.contains(key), hasRoom else { return }
    let place = path.isEmpty ? "" : " in `\(path.joined(separator: "."))`"
    if reserved.contains(key) {
      let message = "`\(key)` is reserved for a later version of the contract"
      fail(path + [key], message, hint: "take it out", isAboutKey: true)
    } else {
      let hint = closest(to: key, among: keys).map { "did you mean \($0)?" }
      let known = "known are \(keys.joined(separator: ", "))"
      fail(path + [key], "unknown key `\(key)`\(place)", hint: hint ?? known, isAboutKey: true)
    }
  }

  /// A leaf: a function is kept for later, anything else is read by `read`.
  mutating func setting<Value>(
    _ value: PackedValue?, _ path: [String],
    _ read: (inout ContractReader, PackedValue, [String]) -> Value?
  ) -> Setting<Value>? {
    guard let value, value != .none else { return nil }
    let place = places.place(path)
    if case .function(let function) = value {
      return Setting(source: .computed(function), place: place ?? function.place)
    }
    return read(&self, value, path).map { .fixed($0, at: place) }
  }

  mutating func whole(
    _ value: PackedValue?, _ path: [String], _ range: ClosedRange<Int>
  ) -> Setting<Int>? {
    setting(value, path) { reader, value, path in
      guard let number = value.wholeNumber else { return reader.wrong(value, path, "a whole number") }
      guard range.contains(number) else {
        let bounds = "from \(range.lowerBound) to \(range.upperBound)"
        reader.fail(path, "`\(path.joined(separator: "."))` must be \(bounds), and is \(number)")
        return nil
      }
      return number
    }
  }

  mutating func boolean(_ value: PackedValue?, _ path: [String]) -> Setting<Bool>? {
    setting(value, path) { reader, value, path in
      guard case .boolean(let truth) = value else { return reader.wrong(value, path, "true or false") }
      return truth
    }
  }

  mutating func text(_ value: PackedValue?, _ path: [String]) -> Setting<String>? {
    setting(value, path) { reader, value, path in
      guard case .text(let text) = value, !Text.isBlank(text) else {
        return reader.wrong(value, path, "text that is not empty")
      }
      return text
    }
  }

  mutating func optionalText(_ value: PackedValue?, _ path: [String]) -> Setting<String?> {
    guard let setting = text(value, path) else { return .fixed(nil) }
    switch setting.source {
    case .fixed(let text): return .fixed(text, at: setting.place)
    case .computed(let function): return Setting(source: .computed(function), place: setting.place)
    }
  }

  mutating func fixedText(_ value: PackedValue?, _ path: [String]) -> String? {
    fixed(text(value, path), path)
  }

  mutating func fixedBoolean(_ value: PackedValue?, _ path: [String]) -> Bool? {
    fixed(boolean(value, path), path)
  }

  /// A leaf that has to be known without a draft.
  mutating func fixed<Value>(_ setting: Setting<Value>?, _ path: [String]) -> Value? {
    if case .computed? = setting?.source {
      fail(path, "`\(path.joined(separator: "."))` must be a fixed value, and is a function")
    }
    return setting?.fixedValue
  }

  mutating func function(_ value: PackedValue?, _ path: [String]) -> RuleFunction? {
    guard let value, value != .none else { return nil }
    guard case .function(let function) = value else { return wrong(value, path, "a function") }
    return function
  }

  mutating func choice<Value>(
    _ value: PackedValue, _ path: [String], _ make: (String) -> Value?, _ names: [String]
  ) -> Value? {
    let expected = names.map { "\"\($0)\"" }.joined(separator: " or ")
    guard case .text(let name) = value else { return wrong(value, path, expected) }
    if let made = make(name) { return made }
    let hint = likeliest(name, among: names).map { "did you mean \"\($0)\"?" }
    fail(path, "`\(path.joined(separator: "."))` must be \(expected), and is \"\(name)\"", hint: hint)
    return nil
  }
}
