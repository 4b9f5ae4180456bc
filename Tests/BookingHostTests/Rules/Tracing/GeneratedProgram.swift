/// Makes up Lua functions that end: every construct of the language that can show the order of things, in
/// more ways than anybody would write down. The same seed makes the same program.
struct GeneratedProgram {
  private var state: UInt64
  /// Locals that can be seen.
  private var names: [String] = []
  private var depth = 0
  private var count = 0

  init(seed: UInt64) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 0x1234_5678
  }

  /// A file that returns a function of one argument.
  mutating func function() -> String {
    names = ["d"]
    let prelude = """
      local n, s, t = 1, "x", { 5, 6, 7, k = 2 }
      local function inc(x) n = n + 1 if x then t.k = x end return n end
      local function two(...) n = n + 1 return n, ... end

      """
    names += ["n", "s", "t"]
    return "return function(d)\n" + prelude + block(5) + "\nreturn n, s, t.k, " + expression(2) + "\nend"
  }

  // MARK: Chance

  private mutating func roll(_ sides: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(sides))
  }

  private mutating func pick(_ choices: [String]) -> String { choices[roll(choices.count)] }

  private mutating func fresh() -> String {
    count += 1
    return "v\(count)"
  }

  // MARK: Statements

  private mutating func block(_ size: Int) -> String {
    let visible = names
    depth += 1
    defer {
      names = visible
      depth -= 1
    }
    return (0...roll(size)).map { _ in statement() }.joined(separator: pick(["\n", " ; ", "\n  "]))
  }

  private mutating func statement() -> String {
    if depth > 3 { return simple() }
    switch roll(12) {
    case 0: return "if \(expression(2)) then \(block(2)) elseif \(expression(1)) then \(block(1)) end"
    case 1: return "if(\(expression(2)))then \(block(2)) else \(block(2)) end"
    case 2: return loop()
    case 3: return "do \(block(3)) end"
    case 4:
      let name = fresh()
      return "repeat local \(name) = inc() \(block(1)) until \(name) > 3 or \(expression(1))"
    case 5:
      let name = fresh()
      let text = "local function \(name)(a, b) \(functionBody()) end"
      names.append("\(name)(\(expression(1)))")
      return text
    default: return simple()
    }
  }

  private mutating func loop() -> String {
    let name = fresh()
    let label = fresh()
    let inner = "if \(expression(1)) then \(pick(["break", "goto \(label)"])) end"
    let head = pick([
      "for \(name) = 1, \(1 + roll(4))", "for \(name) = 4, 1, -2", "for \(name), w in ipairs(t)",
      "for \(name), w in pairs({ 1, \(expression(1)), k = 2 })", "while inc() < 6",
    ])
    let body = block(2)
    return "\(head) do \(inner) do \(body) end ::\(label):: end"
  }

  private mutating func functionBody() -> String {
    let visible = names
    defer { names = visible }
    names += ["a", "b"]
    return
      "\(block(2))\nreturn \(pick(["\(expression(2))", "inc(\(expression(1)))", "two(\(expression(1)))", "a, two(b)"]))"
  }

  private mutating func simple() -> String {
    switch roll(9) {
    case 0, 1, 2:
      let name = fresh()
      let text = "local \(name) = \(expression(3))"
      names.append(name)
      return text
    case 3:
      let (a, b) = (fresh(), fresh())
      let text =
        "local \(a), \(b) = \(pick(["two(\(expression(1)))", "\(expression(1)), inc()", "n, inc()"]))"
      names += [a, b]
      return text
    case 4: return "n = \(pick(["n + 1", "inc() + n", "n + inc()", "#t", "(n) * inc()"]))"
    case 5: return "t[\(pick(["n", "#t + 1", "\"k\"", "inc()"]))] = \(expression(2))"
    case 6: return "n, t.k, t[n] = \(expression(1)), \(expression(2)), inc()"
    case 7:
      return pick(["inc(\(expression(1)))", "record(\(expression(2)), two())", "t.f = inc t.f(1)", "(inc)()"])
    default: return "s = tostring(\(expression(2))):sub(1, 6)"
    }
  }

  // MARK: Expressions

  private mutating func expression(_ size: Int) -> String {
    guard size > 0 else { return atom() }
    switch roll(16) {
    case 0, 1: return "\(expression(size - 1)) \(pick(["and", "or"])) \(expression(size - 1))"
    case 2: return "(\(expression(size - 1))) \(pick(["==", "~="])) \(expression(size - 1))"
    case 3: return "(\(number(size - 1)) \(pick(["<", "<=", ">", ">="])) \(number(size - 1)))"
    case 4: return pick(["not", "not "]) + "(\(expression(size - 1)))"
    case 5, 6: return number(size)
    case 7: return "tostring(\(expression(size - 1))) .. \(pick(["n", "inc()", "s", "#s"]))"
    case 8:
      return "{ \(expression(size - 1)), k = \(expression(size - 1)), two(\(expression(size - 1))) }.k"
        .replacing("{", with: "({").replacing("}", with: "})")
    case 9: return "inc(\(expression(size - 1)))"
    case 10: return "(two(\(expression(size - 1))))"
    case 11: return "select(2, two(\(expression(size - 1)), \(atom())))"
    case 12: return "(function(a, ...) return a or \(expression(size - 1)), ... end)(\(expression(size - 1)))"
    case 13: return "#{ two(\(expression(size - 1)), 2) }"
    default: return atom()
    }
  }

  private mutating func number(_ size: Int) -> String {
    guard size > 0 else { return pick(["n", "1", "2.5", "inc()", "#t", "t.k", "d.n", "#s", "3"]) }
    return "(\(number(size - 1)) \(pick(["+", "-", "*", "//", "%", "&", "|"])) \(number(size - 1)))"
  }

  private mutating func atom() -> String {
    if roll(3) == 0 { return names[roll(names.count)] }
    return pick([
      "nil", "true", "false", "1", "'q'", "2.5", "n", "s", "t", "t.k", "t[n]", "d.n", "d.s", "d.list[2]",
      "d.no",
      "inc()", "#t", "s:upper()", "d.list", "t[1]",
    ])
  }
}
