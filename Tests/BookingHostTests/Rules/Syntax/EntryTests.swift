import Testing

@testable import BookingHost

@Suite struct `The table that a file returns` {
  private func entry(_ path: [LuaKey], _ source: String) throws -> String? {
    try LuaParser.parse(source).entry(at: path).map {
      "\($0.keyRange.start) \(source[source: $0.value.range])"
    }
  }

  @Test func `is walked by names, positions and computed keys`() throws {
    let source = """
      return { party = { min = 1, ["max"] = 12 },
        list = { "a", "b", x = 1, "c" }, [1] = 7, [2] = { true } }
      """
    #expect(try entry(["party", "max"], source) == "1:29 12")
    #expect(try entry(["list", 3], source) == "2:29 \"c\"")
    #expect(try entry(["list", "x"], source) == "2:22 1")
    #expect(try entry([1], source) == "2:36 7")
    #expect(try entry([2, 1], source) == "2:53 true")
    #expect(try entry(["party", "other"], source) == nil)
    #expect(try entry(["party", "max", "more"], source) == nil)
  }

  @Test func `is found by the name it was put together under`() throws {
    let source = """
      local fields = { name = { required = true } }
      local mode = { fields = fields, party = { min = 1 } }
      mode.title = "A"
      mode.party.max = 9
      mode["label"] = "B"
      function mode.check(draft) end
      mode.title = "C"
      return (mode)
      """
    #expect(try entry(["fields", "name", "required"], source) == "1:27 true")
    #expect(try entry(["title"], source) == "7:6 \"C\"")
    #expect(try entry(["party", "max"], source) == "4:12 9")
    #expect(try entry(["party", "min"], source) == "2:43 1")
    #expect(try entry(["label"], source) == "5:6 \"B\"")
    #expect(try entry(["check"], source) == "6:15 function mode.check(draft) end")
  }

  @Test func `is not guessed where a name is set twice`() throws {
    #expect(try entry(["a"], "local t = { a = 1 } t = { a = 2 } return t") == nil)
    #expect(try entry(["a"], "return f { a = 1 }") == nil)
    #expect(try entry(["a"], "if x then return { a = 1 } end") == nil)
    #expect(try LuaParser.parse("return").returned == nil)
  }

  @Test func `gives all its entries`() throws {
    let chunk = try LuaParser.parse("local t = { 1, a = 2, [x] = 3 } t.b = 4 return t")
    let entries = chunk.entries(of: try #require(chunk.returned))
    #expect(entries.map(\.key) == [1, "a", "b"])
  }
}
