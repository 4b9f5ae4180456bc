/// Reads from rule files what their functions look at, and the numbers and words they compare it with.
///
/// It need not understand the rules: a value too many costs a few more decisions, and one too few is a
/// boundary that is found a step later. What a name stands for is followed through locals and tables.
struct SourceReading {
  var boundaries = RuleBoundaries()
  let words: SourceWords
  private(set) var values = SourceValues()
  private(set) var functions: [ReadFunction] = []

  /// A function and what is looked at in it.
  struct ReadFunction {
    var name: String?
    var range: SourceRange
    var file: Int
    var subjects: Set<SweepSubject>
    /// Names of what it calls.
    var calls: Set<String>
  }

  /// Reads a mode's file and the files that it requires.
  static func boundaries(of mode: String, in files: RuleFiles, fields: Set<String>) -> RuleBoundaries {
    var reading = SourceReading(words: SourceWords(fields: fields))
    let chunks = SourceReading.chunks(of: mode, in: files)
    for (file, chunk) in chunks.enumerated() {
      reading.values = SourceValues(chunk)
      reading.noteFunctions(of: chunk, file)
    }
    reading.followCalls()
    for (file, chunk) in chunks.enumerated() {
      reading.values = SourceValues(chunk)
      chunk.forEach { reading.note($0, in: file) }
      if file == 0 { reading.noteLeaves(of: chunk) }
    }
    var seen: Set<Set<SweepSubject>> = [[]]
    reading.boundaries.readings = (reading.boundaries.readings + reading.functions.map(\.subjects))
      .filter { seen.insert($0).inserted }
    return reading.boundaries
  }

  private init(words: SourceWords) {
    self.words = words
  }

  /// The mode's file, and after it the files of `lib/` that are required, in order.
  private static func chunks(of mode: String, in files: RuleFiles) -> [LuaChunk] {
    var waiting = [mode + ".lua"]
    var seen: Set<String> = []
    var chunks: [LuaChunk] = []
    while let path = waiting.popLast() {
      guard seen.insert(path).inserted, let text = files.texts[path],
        let chunk = try? LuaParser.parse(text)
      else { continue }
      chunks.append(chunk)
      chunk.forEach { node in
        if let module = node.requiredModule { waiting.append(module.replacing(".", with: "/") + ".lua") }
      }
    }
    return chunks
  }

  // MARK: Functions

  private mutating func noteFunctions(of chunk: LuaChunk, _ file: Int) {
    chunk.forEach { node in
      for (name, function) in node.functions(in: chunk) {
        let nodes = function.body.nodes
        functions.append(
          ReadFunction(
            name: name, range: function.range, file: file, subjects: subjects(nodes), calls: calls(nodes)))
      }
    }
    // A function that is named where it is put in a table is known by that name.
    let names = chunk.fieldNamesOfFunctions
    for index in functions.indices where functions[index].name == nil && functions[index].file == file {
      functions[index].name = names[functions[index].range]
    }
  }

  private func calls(_ nodes: [LuaNode]) -> Set<String> {
    var calls: Set<String> = []
    LuaNode.walk(nodes) { node in
      if let name = node.calledName { calls.insert(name) }
      return true
    }
    return calls
  }

  /// What a function's helpers look at, it looks at too.
  private mutating func followCalls() {
    var byName: [String: Set<SweepSubject>] = [:]
    for function in functions {
      if let name = function.name { byName[name, default: []].formUnion(function.subjects) }
    }
    var isSettled = false
    while !isSettled {
      isSettled = true
      for index in functions.indices {
        let helpers = functions[index].calls.reduce(into: Set<SweepSubject>()) {
          $0.formUnion(byName[$1] ?? [])
        }
        guard !helpers.isSubset(of: functions[index].subjects) else { continue }
        functions[index].subjects.formUnion(helpers)
        if let name = functions[index].name { byName[name, default: []].formUnion(helpers) }
        isSettled = false
      }
    }
  }

  /// What the innermost function around a place looks at.
  private func surroundings(_ range: SourceRange, _ file: Int) -> Set<SweepSubject> {
    let around = functions.filter { $0.file == file && $0.range.contains(range) }
    return around.min { $0.range.offsets.count < $1.range.offsets.count }?.subjects ?? []
  }

  // MARK: What is looked at

  private func subjects(_ nodes: [LuaNode], following: Int = 6) -> Set<SweepSubject> {
    var found: Set<SweepSubject> = []
    LuaNode.walk(nodes) { node in
      guard case .expression(let expression) = node else { return true }
      found.formUnion(ownSubjects(expression, following: following))
      return true
    }
    return found
  }

  private func ownSubjects(_ expression: LuaExpression, following: Int) -> Set<SweepSubject> {
    switch expression.kind {
    case .member(let record, let word): return words.subjects(word.text, of: record.lastWord)
    case .index(let record, let key):
      if let text = key.textValue { return words.subjects(text, of: record.lastWord) }
      // A key that is worked out may be any.
      return record.lastWord.map(words.everything) ?? []
    case .call(_, _, let arguments) where expression.callsGlobal("pairs", "next", "ipairs"):
      return arguments.values.first?.lastWord.map(words.everything) ?? []
    case .call where expression.callsGlobal("at_least"): return [.caller]
    case .name(let name): return subjects(of: name, following: following)
    default: return []
    }
  }

  private func subjects(of name: LuaName, following: Int) -> Set<SweepSubject> {
    guard case .local(let id) = name.binding else { return [] }
    let given = following > 0 ? values.of(id) : []
    let behind = subjects(given.map { .expression($0) }, following: following - 1)
    // A parameter is known by its name only.
    return given.isEmpty ? words.subjects(name.text, of: nil) : behind
  }

  // MARK: What it is compared with

  private mutating func note(_ node: LuaNode, in file: Int) {
    guard case .expression(let expression) = node else { return }
    switch expression.kind {
    case .binary(let left, let sign, let right) where sign.kind.isComparison:
      compare([left, right], in: file, expression.range)
    case .index(let record, let key) where key.textValue == nil:
      attach(values.keys(of: record), to: subjects([.expression(key)]))
    case .call(let callee, let method, let arguments):
      if expression.callsGlobal("override") { boundaries.overrides = true }
      // `draft.notes:find("allergy")`, `string.find(draft.notes, "allergy")`
      let about = subjects((method == nil ? arguments.values : [callee]).map { .expression($0) })
      let texts = values.literals(arguments.values).filter { $0.text != nil }
      attach(texts, to: about)
    case .table(let table):
      if table.fields.contains(where: { $0.key.constant == .name("override") }) {
        boundaries.overrides = true
      }
    default: break
    }
  }

  private mutating func compare(_ sides: [LuaExpression], in file: Int, _ range: SourceRange) {
    let literals = values.literals(sides)
    guard !literals.isEmpty else { return }
    var about = subjects(sides.map { .expression($0) })
    // A local that says nothing by its name may be any number that the function looks at.
    if about.isEmpty { about = surroundings(range, file).filter(\.isOrdered) }
    attach(literals, to: about)
    if sides.contains(where: { $0.mentions("over") }) {
      boundaries.overs.formUnion(literals.compactMap(\.whole))
    }
  }

  private mutating func attach(_ literals: [SourceLiteral], to subjects: Set<SweepSubject>) {
    for literal in literals {
      for subject in subjects { attach(literal, to: subject) }
    }
  }

  mutating func attach(_ literal: SourceLiteral, to subject: SweepSubject) {
    switch literal {
    case .whole(let number):
      boundaries.add(number, to: subject)
      // An hour of the day; a moment that has passed.
      if [.time, .asking].contains(subject), (0...30).contains(number) {
        boundaries.add(number * 60, to: subject)
      }
      if subject == .notice { boundaries.add(-number, to: .notice) }
    case .share(let share):
      if subject == .load { boundaries.shares.insert(share) }
      boundaries.add(Int(share.rounded(.down)), to: subject)
    case .text(let text): attach(text, to: subject)
    }
  }

  private mutating func attach(_ text: String, to subject: SweepSubject) {
    if let minute = ClockTime.minute(text) {
      return boundaries.add(minute, to: subject == .asking ? .asking : .time)
    }
    boundaries.add(text, to: subject)
    let isKey = text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 95 }
    if [.time, .field(Field.bookingType)].contains(subject), isKey, !text.isEmpty, text.utf8.count <= 40,
      Weekday(rawValue: text) == nil
    {
      boundaries.services.insert(text)
    }
  }
}
