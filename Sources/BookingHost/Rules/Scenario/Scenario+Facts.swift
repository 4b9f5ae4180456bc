// Facts by hand: the standard ones, with what was said merged into them.
extension Scenario {
  static func facts(_ said: PackedValue, now: LocalDateTime, draft: Draft) throws(Problem) -> Facts {
    let said = PackedValue.record(try entries(said, "facts"))
    let standard = completed(Facts.standard(now: now), draft)
    if let unknown = unknownKey(said, in: Vocabulary.facts, path: "facts") { throw unknown }
    // What is said of the moment of asking moves the start's notice with it.
    let base = try unpack(standard.tree.merging(without(said, derived)), standard)
    var facts = completed(base, draft)
    if derived.contains(where: { said[$0] != nil }) {
      facts = try unpack(facts.tree.merging(said), facts)
    }
    if said["service"] == nil { facts.service = nil }
    if said["staff"]?["role"] == nil { facts.staff.role = nil }
    return facts
  }

  /// Facts that follow from the draft unless they are said.
  private static let derived = ["start", "day", "service"]

  /// The facts with the start that the draft asks for.
  private static func completed(_ facts: Facts, _ draft: Draft) -> Facts {
    var facts = facts
    facts.start = nil
    facts.day = nil
    guard let local = Plan(draft).start, let zone = Zone(identifier: facts.restaurant.timezone),
      case .start(let start) = StartReading.read(local, now: facts.now, zone: zone)
    else { return facts }
    facts.start = start
    facts.day = Facts.ServiceDayMoment(local, everyDay: facts.hours)
    return facts
  }

  private static func unpack(_ tree: PackedValue, _ original: Facts) throws(Problem) -> Facts {
    let host = PackedWriter()
    host.record { original.packHostOnly(&$0) }
    let hostOnly = host.tree.merging(.record([PackedEntry(key: "service", value: .boolean(true))]))
    guard var facts = Facts(packed: tree, host: hostOnly) else {
      throw Problem(part: "facts", message: "a fact has a value of the wrong kind")
    }
    if tree["start"] == nil { facts.start = nil }
    return facts
  }

  private static func without(_ tree: PackedValue, _ keys: [String]) -> PackedValue {
    guard case .record(let entries) = tree else { return tree }
    return .record(entries.filter { !keys.contains($0.key) })
  }

  // MARK: Misspelt facts

  private static func unknownKey(
    _ said: PackedValue, in known: [VocabularyTerm], path: String
  ) -> Problem? {
    guard case .record(let entries) = said else { return nil }
    for entry in entries {
      guard let term = known[entry.key] else {
        let hint = closest(to: entry.key, among: known.names).map { "; did you mean \($0)?" } ?? ""
        return Problem(part: "facts", message: "there is no fact `\(path).\(entry.key)`\(hint)")
      }
      guard case .record(let terms) = term.type else { continue }
      if let unknown = unknownKey(entry.value, in: terms, path: "\(path).\(entry.key)") { return unknown }
    }
    return nil
  }
}

extension Facts {
  /// The facts as rules see them, as a tree.
  package var tree: PackedValue { packed().tree }
}

extension PackedWriter {
  /// What was written, read back.
  var tree: PackedValue {
    var reader = PackedReader(written)
    return (try? reader.value()) ?? .none
  }
}

extension PackedValue {
  /// Records merge deeply, anything else is replaced, and nil takes the entry away.
  func merging(_ other: PackedValue) -> PackedValue {
    guard case .record(var entries) = self, case .record(let changes) = other else { return other }
    for change in changes {
      let index = entries.firstIndex { $0.key == change.key }
      switch (change.value, index) {
      case (.none, let index?): entries.remove(at: index)
      case (.none, nil): break
      case (let value, let index?): entries[index].value = entries[index].value.merging(value)
      case (let value, nil): entries.append(PackedEntry(key: change.key, value: value))
      }
    }
    return .record(entries)
  }

  /// The same with every key in the rules' spelling: `maxCovers` becomes `max_covers`.
  var withSnakeCaseKeys: PackedValue {
    mapKeys { key in
      key.reduce(into: "") { $0 += $1.isUppercase ? "_" + $1.lowercased() : String($1) }
    }
  }

  /// The same with every key in the spelling of JSON: `max_covers` becomes `maxCovers`.
  package var withCamelCaseKeys: PackedValue {
    mapKeys { key in
      let words = key.split(separator: "_")
      return words.dropFirst().reduce(String(words.first ?? "")) {
        $0 + $1.prefix(1).uppercased() + $1.dropFirst()
      }
    }
  }

  private func mapKeys(_ change: (String) -> String) -> PackedValue {
    switch self {
    case .record(let entries):
      .record(entries.map { PackedEntry(key: change($0.key), value: $0.value.mapKeys(change)) })
    case .list(let elements): .list(elements.map { $0.mapKeys(change) })
    default: self
    }
  }
}
