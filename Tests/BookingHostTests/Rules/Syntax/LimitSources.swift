/// Sources that come to one of liblua's limits at some number.
struct LimitSources: Sendable {
  var name: String
  var counts: ClosedRange<Int>
  var make: @Sendable (Int) -> String

  static let all = depths + numbers

  private static func times(_ count: Int, _ text: String) -> String { String(repeating: text, count: count) }

  private static func nested(
    _ name: String, _ open: String, _ middle: String, _ close: String, _ divisor: Int = 1
  )
    -> LimitSources
  {
    LimitSources(name: name, counts: 188 / divisor...205 / divisor) {
      times($0, open) + middle + times($0, close)
    }
  }

  private static let depths = [
    nested("parentheses", "(", "f", ")").prefixed("return "),
    nested("tables", "{", "", "}").prefixed("return "),
    nested("tables with names", "{a=", "1", "}").prefixed("return "),
    nested("tables with keys", "{[1]=", "1", "}").prefixed("return "),
    nested("keys", "{[", "1", "]=1}").prefixed("return "),
    nested("calls", "f(", "1", ")"), nested("method calls", "f:g(", "1", ")"),
    nested("calls with tables", "f{", "1", "}"),
    nested("indices", "a[", "1", "]").prefixed("return "),
    nested("minus", "- ", "a", "").prefixed("return "), nested("not", "not ", "a", "").prefixed("return "),
    nested("concatenation", "a..", "a", "").prefixed("return "),
    nested("powers", "a^", "a", "").prefixed("return "),
    nested("minus and powers", "-a^", "a", "", 2).prefixed("return "),
    nested("parenthesized sums", "(a+", "a", ")", 2).prefixed("return "),
    nested("or after and", "a or b and (", "a", ")", 3).prefixed("return "),
    nested("blocks", "do ", "", " end"), nested("ifs", "if x then ", "", " end"),
    nested("elses", "if x then else ", "", " end"),
    nested("whiles", "while x do ", "", " end"), nested("whiles that break", "while x do ", "break", " end"),
    nested("ifs that break", "while x do if x then ", "break", " end end", 2),
    nested("ifs that break and go on", "while x do if x then ", "break; ;", " end end", 2),
    nested("repeats", "repeat ", "", " until x"), nested("fors", "for i = 1, 2 do ", "", " end", 4),
    nested("generic fors", "for i in x do ", "", " end", 5), nested("functions", "function f() ", "", " end"),
    nested("local functions", "local function f() ", "", " end"),
    nested("function values", "f(function() ", "", " end)", 2),
    nested("returned functions", "return function() ", "", " end", 2),
    nested("labels", "::a", "::", ""),
    LimitSources(name: "labels in a row", counts: 188...205) {
      (0..<$0).map { "::a\($0)::" }.joined()
    },
    LimitSources(name: "labels and semicolons", counts: 188...205) {
      (0..<$0).map { "::a\($0):: ;" }.joined()
    },
    LimitSources(name: "targets", counts: 188...205) { times($0, "a,") + "a = 1" },
    LimitSources(name: "targets and deep values", counts: 188...205) {
      times($0 / 2, "a,") + "a = " + times($0 / 2, "-") + "1"
    },
    LimitSources(name: "deep targets", counts: 188...205) {
      "a, b[" + times($0, "(") + "1" + times($0, ")") + "] = 1"
    },
    LimitSources(name: "elseifs", counts: 300...300) { "if x then " + times($0, "elseif x then ") + "end" },
  ]

  private static let numbers = [
    LimitSources(name: "locals", counts: 198...202) { (0..<$0).map { "local a\($0)\n" }.joined() },
    LimitSources(name: "locals in a list", counts: 198...202) {
      "local " + (0..<$0).map { "a\($0)" }.joined(separator: ",")
    },
    LimitSources(name: "parameters", counts: 198...202) {
      "function f(" + (0..<$0).map { "a\($0)" }.joined(separator: ",") + ") end"
    },
    LimitSources(name: "method parameters", counts: 198...202) {
      "function f:g(" + (0..<$0).map { "a\($0)" }.joined(separator: ",") + ") end"
    },
    LimitSources(name: "locals before a loop", counts: 194...202) {
      (0..<$0).map { "local a\($0)\n" }.joined() + "for i = 1, 2 do end"
    },
    LimitSources(name: "locals before a generic loop", counts: 194...202) {
      (0..<$0).map { "local a\($0)\n" }.joined() + "for i in x do end"
    },
    LimitSources(name: "locals in blocks", counts: 198...202) {
      times(3, "do " + (0..<$0).map { "local a\($0)\n" }.joined() + " end ")
    },
    LimitSources(name: "locals of a function in a function", counts: 198...202) {
      "local a local b = function() " + (0..<$0).map { "local a\($0)\n" }.joined() + " end"
    },
    LimitSources(name: "constants", counts: 198...202) {
      (0..<$0).map { "local a\($0) <const> = 1\n" }.joined()
    },
    LimitSources(name: "upvalues", counts: 253...257) { upvalues($0, global: false, constant: false) },
    LimitSources(name: "upvalues and a global", counts: 253...257) {
      upvalues($0, global: true, constant: false)
    },
    LimitSources(name: "upvalues handed on", counts: 253...257) {
      upvalues($0, global: false, constant: false, between: "return function() ")
    },
    LimitSources(name: "constants from around", counts: 253...257) {
      upvalues($0, global: false, constant: true)
    },
    LimitSources(name: "pending gotos", counts: 32766...32768) { times($0, "goto a ") + "::a::" },
    LimitSources(name: "pending breaks", counts: 32766...32768) {
      "while x do " + times($0, "break ") + "end"
    },
    LimitSources(name: "local names in all", counts: 32766...32768) { count in
      (0..<count / 100).map { _ in "do local a" + times(99, ",a") + " end " }.joined()
        + "local a" + times(count % 100 - 1, ",a")
    },
  ]

  /// A function that uses so many locals of the functions around it.
  private static func upvalues(_ count: Int, global: Bool, constant: Bool, between: String = "") -> String {
    let attribute = constant ? " <const> = 1" : ""
    let outer = (0..<150).map { "local a\($0)\(attribute)\n" }.joined()
    let inner = (150..<count).map { "local a\($0)\(attribute)\n" }.joined()
    let uses = (0..<count).map { "u(a\($0))\n" }.joined().replacing("u(", with: global ? "print(" : "f(")
    return outer + "return function(" + (global ? "" : "") + ") " + inner + "return " + between + "function("
      + (global ? "" : "f") + ") " + uses + " end end" + (between.isEmpty ? "" : " end")
  }

  private func prefixed(_ text: String) -> LimitSources {
    LimitSources(name: name, counts: counts) { text + make($0) }
  }
}
