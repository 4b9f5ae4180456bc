import Testing

@testable import BookingHost

@Suite struct `The parser` {
  /// The source of every node of a kind, with its range.
  private func found(_ source: String, _ pick: (LuaNode) -> SourceRange?) throws -> [String] {
    var found: [String] = []
    try LuaParser.parse(source).forEach { node in
      if let range = pick(node) { found.append("\(range.start) \(source[source: range])") }
    }
    return found
  }

  @Test func `gives each expression the stretch of source it was read from`() throws {
    let source = """
      local size = "é€😀" .. tostring( x ).y [1]
        return -size, f { a = 1, [2] = 3, "z" }:m "t"
      """
    let expressions = try found(source) { if case .expression(let it) = $0 { it.range } else { nil } }
    #expect(
      expressions
        == [
          "1:14 \"é€😀\" .. tostring( x ).y [1]", "1:14 \"é€😀\"", "1:23 tostring( x ).y [1]",
          "1:23 tostring( x ).y",
          "1:23 tostring( x )", "1:23 tostring", "1:33 x", "1:40 1", "2:10 -size", "2:11 size",
          "2:17 f { a = 1, [2] = 3, \"z\" }:m \"t\"", "2:17 f { a = 1, [2] = 3, \"z\" }", "2:17 f",
          "2:19 { a = 1, [2] = 3, \"z\" }", "2:25 1", "2:29 2", "2:34 3", "2:37 \"z\"", "2:45 \"t\"",
        ])
  }

  @Test func `gives each statement the stretch of source it was read from`() throws {
    let source =
      "local a <const>, b = 1 ; if a then b = 2 elseif b then break_() else ::l:: goto l end\nreturn a;"
    let statements = try found(source) { if case .statement(let it) = $0 { it.range } else { nil } }
    #expect(
      statements == [
        "1:1 local a <const>, b = 1", "1:24 ;",
        "1:26 if a then b = 2 elseif b then break_() else ::l:: goto l end", "1:36 b = 2", "1:56 break_()",
        "1:70 ::l::", "1:76 goto l", "2:1 return a;",
      ])
  }

  @Test func `counts lines as liblua does`() throws {
    let source = "--[[\n]]\r\n\n\rx = [[\r\r\n]]\ry = 'a\\\n\\z\n\n b'\nz = 1"
    let statements = try found(source) { if case .statement(let it) = $0 { it.range } else { nil } }
    #expect(statements.map { $0.prefix { $0 != "=" } } == ["4:1 x ", "7:1 y ", "11:1 z "])
  }

  @Test func `counts bytes from the very beginning and columns after a byte-order mark`() throws {
    let chunk = try LuaParser.parse("\u{FEFF}x = 1")
    let range = try #require(chunk.body.statements.first?.range)
    #expect(range.start.offset == 3)
    #expect(range.start.column == 1)
    let shell = try LuaParser.parse("#!/usr/bin/lua\nx = 1")
    #expect(shell.body.statements.first?.range.start.description == "2:1")
  }

  @Test(
    arguments: [
      ("1", .integer(1)), ("0x10", .integer(16)), ("0xffffffffffffffff", .integer(-1)),
      ("9223372036854775807", .integer(.max)), ("9223372036854775808", .number(9223372036854775808)),
      ("3.", .number(3)), (".5e1", .number(5)), ("1e2", .number(100)), ("0x.8p1", .number(1)),
      ("0xA.8", .number(10.5)),
      ("1e999", .number(.infinity)), ("1e-999", .number(0)), ("0x1p-1074", .number(.leastNonzeroMagnitude)),
      ("0.1", .number(0.1)),
      ("123456789012345678901234567890", .number(1.2345678901234568e29)), ("0x1p99999", .number(.infinity)),
      (#""a\65\x42\u{43}\z   d""#, .text("aABCd")), ("[[\nx\r\ny]]", .text("x\ny")),
      ("'\\\r\n'", .text("\n")),
      (#""\u{20AC}\u{10FFFF}""#, .text("€\u{10FFFF}")), ("[==[]]]=]]==]", .text("]]]=]")),
    ] as [(String, Constant)])
  func `reads constants to their values`(source: String, expected: Constant) throws {
    let chunk = try LuaParser.parse("return " + source)
    switch (try #require(chunk.returned).value.kind, expected) {
    case (.integer(let value), .integer(let wanted)): #expect(value == wanted)
    case (.number(let value), .number(let wanted)): #expect(value == wanted)
    case (.text(let value), .text(let wanted)): #expect(value.string == wanted)
    case (let kind, _): Issue.record("\(source) is \(kind)")
    }
  }

  enum Constant: Sendable {
    case integer(Int), number(Double), text(String)
  }

  @Test func `keeps bytes that are no text`() throws {
    let chunk = try LuaParser.parse(#"return "\255\xfe\u{7FFFFFFF}""#)
    guard case .text(let text)? = chunk.returned?.value.kind else {
      Issue.record("no text")
      return
    }
    #expect(text.bytes == [255, 254, 0xFD, 0xBF, 0xBF, 0xBF, 0xBF, 0xBF])
    #expect(text.string == nil)
  }

  // MARK: Names

  @Test func `tells which declaration a name stands for`() throws {
    let source = """
      local a = a
      local function f(b, ...) a = b; return f, c, ... end
      for i = i, 2 do print(i) end
      repeat local a = 1 until a
      function t:m() return self, t end
      do local _ENV = {}; x = 1 end
      """
    let chunk = try LuaParser.parse(source)
    var names: [String] = []
    chunk.forEach { node in
      guard case .expression(let expression) = node, case .name(let name) = expression.kind else { return }
      switch name.binding {
      case .local(let id): names.append("\(name.range.start) \(name.text) of \(chunk[id].range.start)")
      case .global: names.append("\(name.range.start) \(name.text)")
      case .field(let id): names.append("\(name.range.start) \(name.text) in \(chunk[id].range.start)")
      }
    }
    #expect(
      names == [
        "1:11 a", "2:26 a of 1:7", "2:30 b of 2:18", "2:40 f of 2:16", "2:43 c", "3:9 i", "3:17 print",
        "3:23 i of 3:5", "4:26 a of 4:14", "5:10 t", "5:23 self of 5:13", "5:29 t", "6:21 x in 6:10",
      ])
  }

  @Test func `tells locals that are set again, and what they begin with`() throws {
    let chunk = try LuaParser.parse(
      "local a, b, c = 1, 2 function a() end local function d() end b, c.x = 3 function c.f() end")
    #expect(chunk.locals.map(\.isReassigned) == [true, true, false, false])
    #expect(chunk.locals.map { $0.initialValue != nil } == [true, true, false, true])
  }

  // MARK: Operators

  @Test(arguments: [
    ("a or b and c", "(a or (b and c))"), ("a + b * c ^ d ^ e", "(a + (b * (c ^ (d ^ e))))"),
    ("-a ^ b", "(-(a ^ b))"), ("not a == b", "((not a) == b)"), ("a .. b .. c", "(a .. (b .. c))"),
    ("a - b - c", "((a - b) - c)"), ("a < b == c", "((a < b) == c)"), ("#a.b + 1", "((# a.b) + 1)"),
    ("a | b ~ c & d << e .. f", "(a | (b ~ (c & (d << (e .. f)))))"), ("2 ^ - a", "(2 ^ (-a))"),
  ])
  func `groups operators as Lua does`(source: String, grouped: String) throws {
    let chunk = try LuaParser.parse("return " + source)
    #expect(text(try #require(chunk.returned).value, source) == grouped)
  }

  private func text(_ expression: LuaExpression, _ source: String) -> String {
    switch expression.kind {
    case .binary(let left, let symbol, let right):
      "(\(text(left, source)) \(symbol.kind.symbol) \(text(right, source)))"
    case .unary(let symbol, let operand):
      "(\(symbol.kind.symbol)\(symbol.kind == .negate ? "" : " ")\(text(operand, source)))"
    default: String(("return " + source)[source: expression.range])
    }
  }

  @Test func `gives operators their own place`() throws {
    let source = "return a\n  <= not b"
    var symbols: [String] = []
    try LuaParser.parse(source).forEach { node in
      guard case .expression(let expression) = node else { return }
      switch expression.kind {
      case .binary(_, let symbol, _), .unary(let symbol, _): symbols.append("\(symbol.range)")
      default: break
      }
    }
    #expect(symbols == ["2:3-2:5", "2:6-2:9"])
  }
}
