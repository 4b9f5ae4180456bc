/// What is known of a value without running the rules. `unknown` is always right.
struct Shape: Hashable {
  var kind: Kind
  /// Where it comes from, as a rule would write it: `facts.start.time`. Nil for what the rules make.
  var origin: String?

  indirect enum Kind: Hashable {
    case unknown
    case nothing
    case boolean
    /// True or nil.
    case truth
    case integer
    case number
    /// A number that is written out.
    case literal(Double)
    case text
    case date
    case time
    case oneOf([String], called: String)
    /// A text that is written out.
    case constant(String)
    case record(Record)
    case list(of: Shape)
    case table(Table)
    case function(Function)
    /// A function of the host or of Lua's library: `string.format`.
    case builtin(String)
    /// `string`, `math`, …
    case library(String)
  }

  static var unknown: Shape { Shape(kind: .unknown) }

  init(kind: Kind, origin: String? = nil) {
    self.kind = kind
    self.origin = origin
  }

  /// A table of the host's whose keys are all known.
  struct Record: Hashable {
    /// What it is, and for whom: two of the same name are alike.
    var id: String
    var terms: [VocabularyTerm]
    /// Whether other keys may be there too.
    var isOpen = false
    /// Of an issue, which it is, where that is known.
    var detail: String?

    static func == (a: Record, b: Record) -> Bool { a.id == b.id }
    func hash(into hasher: inout Hasher) { hasher.combine(id) }
  }

  /// A table that a rule file builds.
  struct Table: Hashable {
    var entry: LuaEntry
    var frame: Frame
    /// The file that returns it, when it was required.
    var module: String?

    static func == (a: Table, b: Table) -> Bool {
      a.frame === b.frame && a.entry.value.range == b.entry.value.range
    }
    func hash(into hasher: inout Hasher) {
      hasher.combine(ObjectIdentifier(frame))
      hasher.combine(entry.value.range)
    }
  }

  /// A function of a rule file, and what it can see around it.
  struct Function: Hashable {
    var function: LuaFunction
    var frame: Frame

    static func == (a: Function, b: Function) -> Bool {
      a.frame === b.frame && a.function.id == b.function.id
    }
    func hash(into hasher: inout Hasher) {
      hasher.combine(ObjectIdentifier(frame))
      hasher.combine(function.id)
    }
  }
}

extension Shape {
  /// What a value of the vocabulary is.
  init(_ type: ValueType, origin: String, scope: String) {
    let kind: Kind =
      switch type {
      case .text, .identifier: .text
      case .integer: .integer
      case .number: .number
      case .boolean: .boolean
      case .truth: .truth
      case .date: .date
      case .time: .time
      case .oneOf(let names, let noun): .oneOf(names, called: noun)
      case .list(let element): .list(of: Shape(element, origin: "one of " + origin, scope: scope))
      case .record(let terms): .record(Record(id: scope + origin, terms: terms))
      case .draft: .record(Record(id: scope + origin, terms: Vocabulary.draft, isOpen: true))
      case .function, .table, .any: .unknown
      }
    self.init(kind: kind, origin: origin)
  }

  /// What `require` gives for a file that returns nothing: true.
  init(missingModule path: String) { self.init(kind: .boolean, origin: "require " + path) }

  /// The file, for what `require` gives for one that returns nothing.
  var missingModule: String? {
    guard case .boolean = kind, let origin, origin.hasPrefix("require ") else { return nil }
    return String(origin.dropFirst(8))
  }

  /// Lua's kinds of value, as far as comparing them goes.
  enum Family: String {
    case number, text = "text", boolean, table = "a table", function = "a function"
  }

  /// Nil when it may be of any.
  var family: Family? {
    switch kind {
    case .unknown, .nothing: nil
    case .boolean, .truth: .boolean
    case .integer, .number, .literal: .number
    case .text, .date, .time, .oneOf, .constant: .text
    case .record, .list, .table, .library: .table
    case .function, .builtin: .function
    }
  }

  /// What is known of a value that is one or the other.
  func joined(_ other: Shape) -> Shape {
    if kind == other.kind { return Shape(kind: kind, origin: origin == other.origin ? origin : nil) }
    if kind == .nothing { return other }
    if other.kind == .nothing { return self }
    guard let family, family == other.family else { return .unknown }
    switch family {
    case .number: return Shape(kind: .number)
    case .text: return Shape(kind: .text)
    case .boolean: return Shape(kind: .boolean)
    case .table, .function: return .unknown
    }
  }
}

/// One call of a function as it is looked at: what its parameters are, and what it can see around it.
final class Frame {
  let file: CheckedFile
  let function: Int
  let parent: Frame?
  let context: RuleContext
  let arguments: [LuaLocal.ID: Shape]
  /// What is known of its locals so far.
  var locals: [LuaLocal.ID: Shape] = [:]

  init(
    _ file: CheckedFile, function: Int, parent: Frame?, context: RuleContext,
    arguments: [LuaLocal.ID: Shape] = [:]
  ) {
    self.file = file
    self.function = function
    self.parent = parent
    self.context = context
    self.arguments = arguments
  }
}

/// For which mode, and in which of its functions, a piece of code runs.
struct RuleContext: Hashable {
  /// Nil for code that is looked at by itself.
  var mode: String?
  var place: Place

  enum Place: Hashable {
    /// While the file is loaded.
    case load
    /// In a function, whoever may call it.
    case anywhere
    /// `check` or a function of `transitions`, by its path.
    case findings(String)
    /// `effects`, or `on.cancelled`.
    case effects(String)
    /// A function that stands for a value: `party.max`.
    case leaf(String)
  }
}
