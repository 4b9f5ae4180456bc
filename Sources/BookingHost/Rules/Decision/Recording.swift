/// The functions by which `check`, `transitions`, `effects` and `on` say what they found or want, and how their
/// calls are read.
enum Recording {
  /// Which calls may use a recorder.
  static let inCheck: UInt32 = 1
  static let inEffects: UInt32 = 2

  fileprivate enum Name: String, CaseIterable {
    case refuse, warn, override, email, loyalty, notify, webhook, skip

    /// In the order that the evaluator numbers them.
    static let all = Array(allCases)

    var group: UInt32 {
      switch self {
      case .refuse, .warn, .override: Recording.inCheck
      case .email, .loyalty, .notify, .webhook, .skip: Recording.inEffects
      }
    }
  }

  static let interface = Evaluator.Interface(
    recorders: Name.all.map {
      let place = $0.group == inCheck ? "`check` and `transitions`" : "`effects` and `on`"
      return Evaluator.Interface.Recorder(name: $0.rawValue, group: $0.group, allowed: place)
    },
    levels: Role.allCases.map(\.rawValue))

  /// The issues among what a program recorded, in order; a repeat is left out.
  static func issues(_ evaluator: Evaluator, fields: Set<String>) throws(RuleError) -> [Issue] {
    var issues: [Issue] = []
    try evaluator.forEachRecord { record throws(RuleError) in
      let name = Name.all[record.recorder]
      guard name.group == inCheck else { return }
      let issue = try issue(&record, name, fields)
      if !issues.contains(where: { issue.repeats($0) }) { issues.append(issue) }
    }
    return issues
  }

  /// The effects among what a program recorded, in order; a repeat is left out.
  static func effects(_ evaluator: Evaluator) throws(RuleError) -> [Effect] {
    var effects: [Effect] = []
    try evaluator.forEachRecord { record throws(RuleError) in
      let name = Name.all[record.recorder]
      guard name.group == inEffects else { return }
      if effects.isEmpty { effects.reserveCapacity(usualEffects) }
      let effect = try effect(&record, name)
      if !effects.contains(where: { $0.action == effect.action && $0.skipped == effect.skipped }) {
        effects.append(consume effect)
      }
      guard effects.count <= mostEffects else {
        throw RuleError(.limitOutput, "more than \(mostEffects) effects were asked for", at: record.place)
      }
    }
    return effects
  }

  private static let usualEffects = 4
  private static let mostEffects = 32

  // MARK: One call

  private static func issue(
    _ record: inout Evaluator.RecordReader, _ name: Name, _ fields: Set<String>
  ) throws(RuleError) -> Issue {
    let code = try record.identifier("code")
    let message = try record.text("message")
    var severity: Issue.Severity = name == .warn ? .warn : .refuse
    if name == .override { severity = .override(try record.role()) }
    let field = try record.optionalText("field")
    if let field, !fields.contains(field) {
      let hint = closest(to: field, among: fields).map { "; did you mean \"\($0)\"?" } ?? ""
      throw record.wrong("names the field \"\(field)\", which the mode does not have\(hint)")
    }
    try record.end()
    return Issue(
      code: code, field: field, message: message, severity: severity, rule: record.placeText)
  }

  private static func effect(
    _ record: inout Evaluator.RecordReader, _ name: Name
  ) throws(RuleError) -> Effect {
    var skipped: String?
    let action: Effect.Action
    switch name {
    case .email:
      let template = try record.identifier("template")
      action = .email(template: template, beforeMinutes: try record.reminder())
    case .loyalty:
      action = .loyalty(points: try record.whole("points"), reason: try record.optionalText("reason"))
    case .notify:
      let channel = try record.identifier("channel")
      action = .notify(channel: channel, message: try record.optionalText("message"))
    case .webhook: action = .webhook(event: try record.text("event"))
    case .skip:
      action = .none(kind: try record.kind())
      skipped = try record.text("reason")
    case .refuse, .warn, .override: preconditionFailure("not an effect")
    }
    try record.end()
    return Effect(action: action, skipped: skipped, rule: record.placeText)
  }
}

extension Issue {
  fileprivate func repeats(_ other: Issue) -> Bool {
    code == other.code && field == other.field && severity == other.severity && message == other.message
  }
}

// The arguments of one recorded call, taken from left to right.
extension Evaluator.RecordReader {
  fileprivate func wrong(_ sentence: String) -> RuleError {
    RuleError(.result, "`\(Recording.Name.all[recorder].rawValue)` \(sentence)", at: place)
  }

  fileprivate mutating func text(_ name: String) throws(RuleError) -> String {
    guard case .text(let text) = try nextArgument(), !Text.isBlank(text) else {
      throw wrong("needs its \(name) as text")
    }
    return text
  }

  fileprivate mutating func optionalText(_ name: String) throws(RuleError) -> String? {
    switch try nextArgument() {
    case .none: return nil
    case .text(let text): return text
    default: throw wrong("takes its \(name) as text")
    }
  }

  /// Lower-case letters, digits and underscores: what codes, templates and channels are named with.
  fileprivate mutating func identifier(_ name: String) throws(RuleError) -> String {
    var text = try text(name)
    let isIdentifier = text.withUTF8 { bytes in
      bytes.count <= 64 && (97...122).contains(bytes[0])
        && bytes.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 95 }
    }
    guard isIdentifier
    else { throw wrong("needs a \(name) of lower-case letters, digits and _, and was given \"\(text)\"") }
    return text
  }

  fileprivate mutating func whole(_ name: String) throws(RuleError) -> Int {
    guard let number = try nextArgument().wholeNumber, (-1_000_000...1_000_000).contains(number) else {
      throw wrong("needs its \(name) as a whole number")
    }
    return number
  }

  fileprivate mutating func role() throws(RuleError) -> Role {
    switch SeverityRule.role(try nextArgument()) {
    case .success(let role): return role
    case .failure(let problem): throw wrong(problem.sentence)
    }
  }

  fileprivate mutating func kind() throws(RuleError) -> String {
    let kind = try text("kind")
    guard Effect.kinds.contains(kind) else {
      throw wrong("knows the kinds \(Effect.kinds.joined(separator: ", ")), and was given \"\(kind)\"")
    }
    return kind
  }

  /// The `before_minutes` of an email's options.
  fileprivate mutating func reminder() throws(RuleError) -> Int? {
    switch try nextArgument() {
    case .none: return nil
    case .record(let entries):
      for entry in entries where entry.key != "before_minutes" {
        throw wrong("has no option `\(entry.key)`; it has before_minutes")
      }
      guard let value = entries.first?.value else { return nil }
      guard let minutes = value.wholeNumber, (0...1_000_000).contains(minutes) else {
        throw wrong("needs before_minutes as a whole number of minutes")
      }
      return minutes
    default: throw wrong("takes its options as a table")
    }
  }

  fileprivate mutating func end() throws(RuleError) {
    while argumentsLeft > 0 {
      guard try nextArgument() == .none else { throw wrong("was given more than it takes") }
    }
  }
}
