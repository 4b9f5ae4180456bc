import Testing

@testable import BookingHost

@Suite struct `What is not Lua is said in words` {
  private func complaint(_ source: String) -> String {
    do {
      _ = try LuaParser.parse(source)
      return "nothing"
    } catch {
      return "\(error)" + (error.suggestion.map { " -> \($0)" } ?? "")
    }
  }

  @Test(arguments: [
    // Brackets, ends and commas.
    (
      "return {\n  a = 1\n  b = 2,\n}",
      "2:8: a comma is missing between two entries of the table that begins on line 1, before `b` -> write a comma here"
    ),
    ("return { a = 1,", "1:16: the file ends where `}` is needed -> the `{` on line 1 seems to have no `}`"),
    ("f(1 2)", "1:4: a comma is missing between two arguments, before `2` -> write a comma here"),
    ("return {\n  a = f(1,\n}", "3:1: a value is missing before `}`"),
    ("return {\n  a = (1 + 2,\n}", "2:13: `)` is missing before `,`"),
    (
      "if a then\n  b()\n",
      "3:1: the file ends where `end` is needed (to close 'if' at line 1) -> the `if` on line 1 seems to have no `end`"
    ),
    (
      "local function f()\n  if a then\n    b()\nend\n\nlocal function g()\nend\nreturn f",
      "8:9: the file ends where `end` is needed (to close 'function' at line 1) -> the `if` on line 2 seems to have no `end`"
    ),
    (
      "return {\n  check = function(draft)\n    if a then\n      b()\n  end,\n  c = 1,\n}",
      "5:6: a statement cannot begin with `,` -> the `if` on line 3 seems to have no `end`"
    ),
    (
      "if a then b() else if c then d() end",
      "1:37: the file ends where `end` is needed -> `else if` on line 1 needs an `end` of its own; write `elseif`"
    ),
    ("do end end", "1:8: `end` closes nothing here -> take it out, or look for one `end` too many above"),
    (
      "function f() return 1 x = 2 end",
      "1:23: `return` comes last in its block, and `x` follows -> put an `end` between, or take out what follows"
    ),
    (
      "return {\n  a = 1,\n\n  party = { min = 1, max = 12\n\n  time = {\n    slot = 1,\n  },\n}",
      "4:30: a comma is missing between two entries of the table that begins on line 4, before `time` -> write a comma here"
    ),
    (
      "return {\n  a = 1,\n\n  party = { min = 1, max = 12,\n\n  time = {\n    slot = 1,\n  },\n}",
      "9:2: the file ends where `}` is needed (to close '{' at line 1) -> the `{` on line 4 seems to have no `}`"
    ),
    (
      "return {\n  fields = {\n    name = { a = 1 },\n\n  time = {\n    slot = 1,\n  },\n}",
      "8:2: the file ends where `}` is needed (to close '{' at line 1) -> the `{` on line 2 seems to have no `}`"
    ),
    // Operators of other languages.
    ("if a = 1 then end", "1:6: `=` sets a value and does not compare -> write =="),
    ("if a != 1 then end", "1:6: `!` means nothing in Lua -> write ~= for \"is not\""),
    ("if a && b then end", "1:7: a value is missing before `&` -> write `and`"),
    ("if a || b then end", "1:7: a value is missing before `|` -> write `or`"),
    ("if !a then end", "1:4: `!` means nothing in Lua -> write `not`"),
    ("x += 1", "1:3: Lua has no `+=` -> write `x = x + …`"),
    ("x = a ? b : c", "1:7: `?` means nothing in Lua -> write `condition and this or that`"),
    ("// a comment", "1:1: a statement cannot begin with `//` -> a comment begins with --"),
    ("# a comment", "1:1: a statement cannot begin with `#` -> a comment begins with --"),
    ("elif a then", "1:1: `elif` is no word of Lua -> did you mean `elseif`?"),
    ("var x = 1", "1:1: `var` is no word of Lua -> did you mean `local`?"),
    ("fucntion f() end", "1:1: `fucntion` is no word of Lua -> did you mean `function`?"),
    ("if a the b() end", "1:6: `then` is missing before `the`"),
    (
      "return { title: \"x\" }",
      "1:17: `:` calls a function, and `\"x\"` is none of its arguments -> an entry of a table is written `name = value`, with `=`"
    ),
    (
      "return { \"a\" = 1 }",
      "1:14: what stands before `=` in a table must be a name -> write any other key in brackets, as in [\"key\"] = value"
    ),
    (
      "return { end = 1 }",
      "1:10: a value is missing before `end` -> write [\"end\"] = … for a key that is a word of Lua"
    ),
    (
      "x.end = 1",
      "1:3: `end` is a word of Lua itself and cannot be a name -> take another name, or write [\"end\"] for a key"
    ),
    // Letters that look like others.
    ("x = “a”", "1:5: `“` means nothing in Lua -> write plain quotes: \""),
    ("x = 5 – 3", "1:7: `–` means nothing in Lua -> write a plain minus: -"),
    (
      "x =\u{A0}1",
      "1:4: `\u{A0}` means nothing in Lua -> an invisible character stands here; delete it, and type a plain space"
    ),
    ("größe = 1", "1:3: `ö` means nothing in Lua -> names are made of a-z, A-Z, 0-9 and _"),
    // Texts and numbers.
    ("x = \"abc", "1:5: the text that begins with \" does not end in this file -> close it with \""),
    ("x = 'it's'", "1:10: the text that begins with ' does not end in this file -> close it with '"),
    ("x = \"abc\ny = 1", "1:5: the text that begins with \" does not end on this line -> close it with \""),
    ("x = \"\\d\"", "1:6: there is no such escape in a text -> a backslash itself is written \\\\"),
    ("--[[ abc", "1:1: the long comment that begins here does not end in this file -> close it with ]]"),
    ("x = 12abc", "1:5: `12abc` is not a number"),
    ("x = 1_000", "1:5: `1_` is not a number"),
    // Names and statements.
    ("x", "1:1: `x` alone does nothing: a statement sets a value or calls a function"),
    ("draft.party", "1:1: `draft.party` alone does nothing: a statement sets a value or calls a function"),
    ("f() = 1", "1:1: `f()` cannot be set: only names and what is in tables can -> write == to compare"),
    ("local x <const> = 1\nx = 2", "2:1: `x` was declared <const> on line 1 and cannot be set"),
    (
      "local x <constant> = 1",
      "1:10: there is no attribute <constant> for a local -> there are <const> and <close>"
    ),
    ("break", "1:1: `break` stands outside of any loop"),
    ("goto done", "1:6: there is no label `done` that this goto can see"),
    (
      "for i in 1, 10 do",
      "1:18: the file ends where `end` is needed -> the `do` on line 1 seems to have no `end`"
    ),
    ("for i, 10 do end", "1:8: a name is missing before `10`"),
    ("for i = 1 do end", "1:11: `,` is missing before `do`"),
    ("function f(a, 1) end", "1:15: a parameter's name is missing before `1`"),
    (
      "function f() return ... end",
      "1:21: `...` stands only in a function that takes `...` -> write `function(...)`, or name the parameters"
    ),
  ])
  func `with its place, and what to write instead`(source: String, expected: String) {
    #expect(complaint(source) == expected)
  }
}
