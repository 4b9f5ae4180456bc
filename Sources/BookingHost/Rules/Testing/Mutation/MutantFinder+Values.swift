// Values: numbers, flags, words, tables and the arguments of calls.
extension MutantFinder {
  mutating func visit(_ truth: Bool, _ expression: LuaExpression, _ position: Position) {
    switch position {
    case .subject: return
    // A name is asked for in every mode, whatever its file says.
    case .policy(["fields", Field.name, "required"]): return
    case .policy, .value, .argument: add(.flag, expression.range, truth ? "false" : "true")
    }
  }

  mutating func visit(_ number: Int, _ expression: LuaExpression, _ position: Position) {
    let least: Int
    switch position {
    case .subject: return
    case .argument:
      // 1, 0 and -1 are ends of a text or a list.
      guard number.magnitude > 1 else { return }
      least = Int.min
    case .policy(let path):
      guard let bound = Words.leastNumber(at: path) else { return }
      least = bound
    case .value: least = Int.min
    }
    for other in [number &- 1, number &+ 1] where other >= least {
      add(.bound, expression.range, String(other))
    }
  }

  mutating func visit(_ value: LuaText, _ expression: LuaExpression, _ position: Position) {
    guard let word = value.string else { return }
    switch position {
    case .subject, .argument: return
    case .policy(let path):
      for other in Words.others(word, at: path) { replace(expression, by: other, kind(word)) }
    case .value:
      for other in Words.others(word) { replace(expression, by: other, kind(word)) }
    }
  }

  private func kind(_ word: String) -> Mutant.Kind { Words.isKeyword(word) ? .word : .text }

  private mutating func replace(_ expression: LuaExpression, by word: String, _ kind: Mutant.Kind) {
    add(kind, expression.range, PackedValue.text(word).inLua)
  }

  // MARK: Tables

  mutating func visit(_ table: LuaTable, _ position: Position) {
    if case .policy(let path) = position { return visit(table, at: path) }
    // A table of data is no collection of bounds: what can be noticed is that a row is missing.
    if table.fields.count > 3, table.isData { return dropEach(of: table) }
    for field in table.fields {
      if case .computed(let key, _) = field.key { visit(key, .subject) }
      let isForPeople = Words.wordsForPeople.contains(field.key.name ?? "")
      visit(field.value, position == .subject || isForPeople ? .subject : .value)
    }
  }

  private mutating func visit(_ table: LuaTable, at path: [String]) {
    if path.first == "fields", path.last == "choices", table.fields.count > 1 { return dropEach(of: table) }
    for (index, field) in table.fields.enumerated() {
      let isDropped =
        path.count == 2 && path[0] == "fields" && Words.droppedKeys.contains(field.key.name ?? "")
      if isDropped { drop(index, of: table) }
      if !isDropped || field.value.isFunction { visit(field.value, .value) }
    }
  }

  private mutating func dropEach(of table: LuaTable) {
    for index in table.fields.indices { drop(index, of: table) }
  }

  /// Leaves an entry out, and the comma after it.
  private mutating func drop(_ index: Int, of table: LuaTable) {
    let range = table.fields[index].range
    let after = source.utf8.dropFirst(range.end.offset)
    let blanks = after.prefix { $0 <= 32 }.count
    let next = after.dropFirst(blanks).first
    let hasComma = next == UInt8(ascii: ",") || next == UInt8(ascii: ";")
    add(.entry, SourceRange(range.start, hasComma ? range.end.moved(by: blanks + 1) : range.end), "")
  }

  // MARK: Calls

  mutating func visitCall(_ callee: LuaExpression, _ method: LuaWord?, _ arguments: LuaArguments) {
    visit(callee, .subject)
    let name = method?.text ?? callee.lastName
    let values = arguments.values
    if callee.isGlobal(named: "require") { return }
    if callee.isGlobal(among: Words.recorders) { return visitRecorder(name, values) }
    if callee.isGlobal(named: "at_least") { return values.forEach { visitRole($0) } }
    if Words.matchers.contains(name), let pattern = method == nil ? values.dropFirst().first : values.first {
      visitPattern(
        pattern, isPlain: values.last.map { if case .boolean(true) = $0.kind { true } else { false } } == true
      )
    }
    for value in values { visit(value, .argument) }
  }

  /// What a rule records. That it is said at all is one mutant, and its words are for people; what is left
  /// are points, minutes and roles.
  private mutating func visitRecorder(_ name: String, _ values: [LuaExpression]) {
    for (index, value) in values.enumerated() {
      if name == "override", index == 2 { visitRole(value) }
      if case .text = value.kind { continue }
      visit(value, .value)
    }
  }

  private mutating func visitRole(_ value: LuaExpression) {
    guard case .text(let text) = value.kind, let role = text.string, Words.roles.contains(role) else {
      return
    }
    for other in Words.others(role) { replace(value, by: other, .word) }
  }

  /// `^` and `$` are what one forgets in a pattern.
  private mutating func visitPattern(_ pattern: LuaExpression, isPlain: Bool) {
    guard !isPlain, case .text = pattern.kind else { return }
    let written = text(pattern.range)
    guard let quote = written.first, quote == "\"" || quote == "'", written.count > 3 else { return }
    let (start, end) = (pattern.range.start, pattern.range.end)
    if written.dropFirst().first == "^" {
      add(.anchor, SourceRange(start.moved(by: 1), start.moved(by: 2)), "")
    }
    if written.hasSuffix("$\(quote)"), !written.dropLast(2).hasSuffix("%") {
      add(.anchor, SourceRange(end.moved(by: -2), end.moved(by: -1)), "")
    }
  }
}

extension SourcePosition {
  /// So many ASCII characters further on the same line.
  fileprivate func moved(by count: Int) -> SourcePosition {
    SourcePosition(offset: offset + count, line: line, column: column + count)
  }
}

extension LuaTable {
  /// Whether there are nothing but literals in it.
  fileprivate var isData: Bool { fields.allSatisfy { $0.value.isData } }
}

extension LuaTable.Key {
  fileprivate var name: String? { if case .name(let word) = self { word.text } else { nil } }
}

extension LuaExpression {
  fileprivate var isData: Bool {
    switch kind {
    case .nil, .boolean, .integer, .number, .text: true
    case .unary(let sign, let operand): sign.kind == .negate && operand.isData
    case .table(let table): table.isData
    default: false
    }
  }

  /// The name of a function that is called: `find` in `string.find`.
  fileprivate var lastName: String {
    switch kind {
    case .name(let name): name.text
    case .member(_, let word): word.text
    default: ""
    }
  }

  fileprivate func isGlobal(named name: String) -> Bool { isGlobal(among: [name]) }

  fileprivate func isGlobal(among names: Set<String>) -> Bool {
    if case .name(let name) = kind { name.binding == .global && names.contains(name.text) } else { false }
  }
}

/// The words of the trade, and what a slip would write instead of them.
private enum Words {
  static let severities = ["refuse", "warn", "allow"]
  static let roles = Role.ofStaff.map(\.rawValue)
  static let recorders = Set(Recording.interface.recorders.map(\.name))
  static let matchers: Set<String> = ["find", "match", "gmatch", "gsub"]
  /// Keys of a field that are left out rather than changed.
  static let droppedKeys: Set<String> = ["format", "default", "set_by"]

  /// Keys whose texts people read, in tables that modes share.
  static let wordsForPeople: Set<String> = ["title", "label", "help", "message", "messages"]

  static func isKeyword(_ word: String) -> Bool {
    severities.contains(word) || roles.contains(word)
      || ["confirmed", "pending", "public", "staff"].contains(word)
  }

  /// Other texts in the place of one that decides. None for a sentence, which people read.
  static func others(_ word: String) -> [String] {
    if severities.contains(word) { return severities.filter { $0 != word } }
    if let rank = roles.firstIndex(of: word) {
      return [rank - 1, rank + 1].filter(roles.indices.contains).map { roles[$0] }
    }
    return word.contains(" ") ? [] : [word + "_"]
  }

  static func others(_ word: String, at path: [String]) -> [String] {
    switch path.first {
    case "access": return ["public", "staff"].filter { $0 != word }
    case "status": return ["confirmed", "pending"].filter { $0 != word }
    case "source", "label": return [word + "_"]
    case "guests": return GuestMatch.Contact.allCases.map(\.rawValue).filter { $0 != word }
    case "severity": return others(word)
    default: return []
    }
  }

  /// The smallest number that the contract takes at a path and that the host does not hold anyway; nil where
  /// a number decides nothing about a booking.
  static func leastNumber(at path: [String]) -> Int? {
    switch (path.first, path.last) {
    case ("party", _), ("time", "slot_minutes"), ("time", "duration_minutes"), ("pacing", "minutes"),
      ("fields", "max_length"):
      1
    case ("fields", "min"), ("fields", "max"): Int.min
    case ("fields", "min_length"), ("time", _), ("pacing", _), ("covers", _), ("waitlist", _): 0
    default: nil
    }
  }
}
