/// What two modes say differently besides what they decide: no case shows it.
struct SettingChanges {
  let before: Sweep.Side
  let after: Sweep.Side

  var all: [RuleChange] { access + titles + fields + reasons + guests + waitlist + events + transitions }

  private var access: [RuleChange] {
    let (a, b) = (before.policy, after.policy)
    var changes: [RuleChange] = []
    if a.access != b.access {
      changes.append(change("access", "access: \(a.access.rawValue) → \(b.access.rawValue)"))
    }
    if a.offered != b.offered {
      changes.append(
        change(
          "offered", b.offered ? "guests reach it over the web" : "guests no longer reach it over the web"))
    }
    return changes
  }

  private var reasons: [RuleChange] {
    let (a, b) = (before.policy.overrideReasons, after.policy.overrideReasons)
    guard a != b else { return [] }
    let path: [LuaKey] = ["override_reasons"]
    let words =
      b.isEmpty
      ? "no reasons to choose from any more" : "reasons to choose from: " + b.joined(separator: ", ")
    return [
      RuleChange(
        setting: "for overrides: \(words)", ruleBefore: line(before, path), ruleAfter: line(after, path))
    ]
  }

  private var titles: [RuleChange] {
    let (a, b) = (before.policy.title, after.policy.title)
    return a == b ? [] : [change("title", "title: “\(a)” → “\(b)”")]
  }

  /// What forms show of the fields that both have.
  private var fields: [RuleChange] {
    before.policy.fields.flatMap { a -> [RuleChange] in
      guard let b = after.policy.fields.first(where: { $0.name == a.name }) else { return [] }
      var changes: [RuleChange] = []
      if a.label != b.label { changes.append(change(a, b, "is called “\(b.label)”, and was “\(a.label)”")) }
      if a.help != b.help { changes.append(change(a, b, "has another help text")) }
      if a.order != b.order { changes.append(change(a, b, "stands elsewhere on a form")) }
      return changes
    }
  }

  /// By what guests are recognised: no case has a second booking that would show it.
  private var guests: [RuleChange] {
    let (a, b) = (before.policy.tables.guests, after.policy.tables.guests)
    func word<Value>(_ setting: Setting<Value>, _ side: Sweep.Side, _ key: String) -> String {
      if let value = setting.fixedValue { return "\(value)" }
      return text(side, ["guests", .name(key)]) ?? "a function"
    }
    let settings = [
      ("match", word(a.match, before, "match"), word(b.match, after, "match")),
      ("same_name", word(a.sameName, before, "same_name"), word(b.sameName, after, "same_name")),
    ]
    return changes("guests", settings)
  }

  /// Who may wait: no case is of somebody who does not book.
  private var waitlist: [RuleChange] {
    let (a, b) = (before.policy.tables.waitlist, after.policy.tables.waitlist)
    func word<Value>(_ setting: Setting<Value>?, _ side: Sweep.Side, _ key: String) -> String {
      guard let setting else { return "no limit" }
      if let value = setting.fixedValue { return "\(value)" }
      return text(side, ["waitlist", .name(key)]) ?? "a function"
    }
    return changes(
      "waitlist",
      [
        ("allowed", word(a.allowed, before, "allowed"), word(b.allowed, after, "allowed")),
        (
          "max_parties", word(a.maxParties, before, "max_parties"),
          word(b.maxParties, after, "max_parties")
        ),
        (
          "max_minutes", word(a.maxMinutes, before, "max_minutes"),
          word(b.maxMinutes, after, "max_minutes")
        ),
        (
          "hold_minutes", word(a.holdMinutes, before, "hold_minutes"),
          word(b.holdMinutes, after, "hold_minutes")
        ),
      ])
  }

  /// Settings of a table before and after, those that are the same left out. A long word is a function's text.
  private func changes(
    _ table: String, _ settings: [(key: String, old: String, new: String)]
  ) -> [RuleChange] {
    settings.filter { $0.old != $0.new }.map { key, old, new in
      func told(_ word: String) -> String { word.count > 9 ? "a function" : word }
      let path: [LuaKey] = [.name(table), .name(key)]
      let words = told(old) == told(new) ? "another function" : "\(told(old)) → \(told(new))"
      return RuleChange(
        setting: "\(table).\(key): \(words)", ruleBefore: line(before, path), ruleAfter: line(after, path))
    }
  }

  private func change(_ a: FieldPolicy, _ b: FieldPolicy, _ words: String) -> RuleChange {
    RuleChange(
      setting: "\(a.name) \(words)", ruleBefore: a.place?.description, ruleAfter: b.place?.description)
  }

  private func change(_ key: LuaKey, _ words: String) -> RuleChange {
    RuleChange(setting: words, ruleBefore: line(before, [key]), ruleAfter: line(after, [key]))
  }

  // MARK: What follows later events

  /// A sweep makes bookings; what follows when they are changed or cancelled is compared as it is written.
  private var events: [RuleChange] {
    changes(
      "on", Contract.events, "after",
      [
        "something follows, and nothing did", "nothing follows any more",
        "what follows is written differently",
      ])
  }

  private var transitions: [RuleChange] {
    changes(
      "transitions", Contract.transitions, "before",
      ["the rules are asked, and were not", "the rules are not asked any more", "the rules ask differently"])
  }

  /// Functions by event, compared as they are written. `words` are for one that came, went, and changed.
  private func changes(_ section: LuaKey, _ events: [String], _ when: String, _ words: [String])
    -> [RuleChange]
  {
    events.compactMap { event in
      let path = [section, .name(event)]
      let told: String
      switch (text(before, path), text(after, path)) {
      case (nil, nil): return nil
      case (nil, _): told = words[0]
      case (_, nil): told = words[1]
      case (let a?, let b?):
        if a == b { return nil }
        told = words[2]
      }
      return RuleChange(
        setting: "\(when) “\(event)”: \(told)", ruleBefore: line(before, path), ruleAfter: line(after, path))
    }
  }

  private func chunk(_ side: Sweep.Side) -> (source: String, chunk: LuaChunk)? {
    guard let source = side.rules.files.texts[side.policy.mode + ".lua"],
      let chunk = try? LuaParser.parse(source)
    else { return nil }
    return (source, chunk)
  }

  /// What is written at a path, with white space as it matters.
  private func text(_ side: Sweep.Side, _ path: [LuaKey]) -> String? {
    guard let (source, chunk) = chunk(side), let entry = chunk.entry(at: path) else { return nil }
    return source[source: entry.value.range].split { $0.isWhitespace }.joined(separator: " ")
  }

  private func line(_ side: Sweep.Side, _ path: [LuaKey]) -> String? {
    guard let entry = chunk(side)?.chunk.entry(at: path) else { return nil }
    return RulePlace(file: side.policy.mode + ".lua", line: entry.keyRange.start.line).description
  }
}
