internal import CLua

/// Puts probes into a source text: calls of the evaluator's two functions (see `CLua.h`) before the
/// statements of every function, and around expressions. The text keeps its lines, and does what it did.
///
/// Only what is inside functions is instrumented; what a file does while it is loaded decides nothing.
///
/// An expression inside a probe is evaluated into a place of its own, and that is where it could differ: a
/// local that stands left of an operator is read only when the right side has been worked out, so it is left
/// alone where the right side could change it. So are what is assigned to, what is called, and calls in tail
/// position. Errors keep their lines and sentences; only the name that liblua adds to some of them
/// ("local 'x'") is lost, because what fails is then no longer a plain name.
struct Instrumenter {
  private let text: String
  private let source: [UInt8]
  private let file: String
  let chunk: LuaChunk
  private let first: Int
  private var edits: [Edit] = []
  private(set) var probes: [Probe] = []
  private var functions: [Int: SourceRange] = [:]
  /// The function being gone through; 0 is the file.
  private(set) var function = 0
  /// How many probes are around what is being gone through: liblua nests at most 200 levels.
  private var depth = 0

  private static let deepest = 40

  /// Instruments a source that parses; its probes are numbered from `first` on.
  ///
  /// Throws for a source that does not parse, or that uses the names of the probes' functions.
  static func instrument(
    _ source: String, file: String, first: Int
  ) throws(RuleError) -> InstrumentedSource {
    let chunk: LuaChunk
    do {
      chunk = try LuaParser.parse(source)
    } catch {
      throw RuleError(.syntax, error.message, at: RulePlace(file: file, line: error.range.start.line))
    }
    var instrumenter = Instrumenter(source, file: file, chunk: chunk, first: first)
    try instrumenter.refuseOwnNames()
    instrumenter.visit(chunk.body)
    guard first + instrumenter.probes.count <= most else { throw tooLarge }
    return InstrumentedSource(
      text: instrumenter.edited, probes: instrumenter.probes, functions: instrumenter.functions)
  }

  /// More probes than this and the rest of a program is left without, to be thrown away.
  static let most = min(20_000, Evaluator.mostProbes)

  static let tooLarge = RuleError(
    kind: .source, message: "the rule files are too large to be followed line by line", rule: nil)

  private init(_ text: String, file: String, chunk: LuaChunk, first: Int) {
    self.text = text
    source = Array(text.utf8)
    self.file = file
    self.chunk = chunk
    self.first = first
  }

  private func refuseOwnNames() throws(RuleError) {
    let own = [CLUA_REACHED, CLUA_SEEN]
    guard own.contains(where: { text.contains($0) }) else { return }
    try chunk.forEach { (node: LuaNode) throws(RuleError) in
      guard case .expression(let expression) = node, case .name(let name) = expression.kind,
        own.contains(name.text)
      else { return }
      let place = RulePlace(file: file, line: name.range.start.line)
      throw RuleError(.source, "the name `\(name.text)` is taken by what traces a decision", at: place)
    }
  }

  // MARK: Text

  /// Something to be put into the text. Where several meet, what closes comes before what opens.
  private struct Edit {
    var offset: Int
    var opens: Bool
    var text: String
  }

  private var edited: String {
    guard !probes.isEmpty else { return String(decoding: source, as: UTF8.self) }
    let sorted = edits.enumerated().sorted { a, b in
      (a.element.offset, a.element.opens ? 1 : 0, a.offset) < (
        b.element.offset, b.element.opens ? 1 : 0, b.offset
      )
    }
    var text: [UInt8] = []
    text.reserveCapacity(source.count + edits.count * 16)
    let start = Instrumenter.start(of: source)
    text += source[..<start]
    text += "local \(CLUA_REACHED),\(CLUA_SEEN)=\(CLUA_REACHED),\(CLUA_SEEN);".utf8
    var done = start
    for (_, edit) in sorted {
      text += source[done..<edit.offset]
      done = edit.offset
      text += edit.text.utf8
    }
    return String(decoding: text + source[done...], as: UTF8.self)
  }

  /// Where the program begins: after a byte-order mark, and after a first line for the shell.
  private static func start(of source: [UInt8]) -> Int {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let begin = source.starts(with: mark) ? mark.count : 0
    guard source[begin...].starts(with: "#".utf8) else { return begin }
    return source[begin...].firstIndex(of: UInt8(ascii: "\n")) ?? source.count
  }

  /// A keyword that stands directly before must stay a keyword: `return(x)`.
  private func opening(_ call: String, at offset: Int) -> Edit {
    let before = offset > 0 ? source[offset - 1] : 32
    let joins =
      before == 95 || before >= 128 || (48...57).contains(before) || (65...90).contains(before)
      || (97...122).contains(before)
    return Edit(offset: offset, opens: true, text: (joins ? " " : "") + call)
  }

  // MARK: Probes

  /// Marks a statement of a function.
  mutating func mark(_ statement: LuaStatement) {
    guard function != 0, !isFull else { return }
    let isReturn = if case .return = statement.kind { true } else { false }
    let id = add(
      Probe(
        kind: .statement, file: file, range: statement.range, function: function, isReturn: isReturn))
    edits.append(opening("\(CLUA_REACHED)(\(id));", at: statement.range.start.offset))
  }

  /// Wraps an expression of a function, and goes through what is inside it.
  mutating func wrap(
    _ expression: LuaExpression, _ kind: Probe.Kind, name: String?, _ inside: (inout Instrumenter) -> Void
  ) {
    guard function != 0, depth < Instrumenter.deepest, !isFull else { return inside(&self) }
    let id = add(
      Probe(
        kind: kind, file: file, range: expression.range, function: function, name: name))
    edits.append(opening("\(CLUA_SEEN)(\(id),", at: expression.range.start.offset))
    depth += 1
    inside(&self)
    depth -= 1
    edits.append(Edit(offset: expression.range.end.offset, opens: false, text: ")"))
  }

  private mutating func add(_ probe: Probe) -> Int {
    probes.append(probe)
    return first + probes.count - 1
  }

  private var isFull: Bool { first + probes.count > Instrumenter.most }

  /// The source of a range on one line.
  func text(of range: SourceRange) -> String { Probe.text(of: range, in: text) }

  /// Goes through the body of a function.
  mutating func visit(_ declared: LuaFunction) {
    let outer = function
    function = declared.id
    functions[declared.id] = declared.range
    visit(declared.body)
    function = outer
  }
}
