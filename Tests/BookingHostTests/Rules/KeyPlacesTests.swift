import Testing

@testable import BookingHost

@Suite struct `Where a key is written` {
  private func line(_ path: [String], _ source: String) -> Int? {
    KeyPlaces(file: "m.lua", source: source).place(path)?.line
  }

  private let source = """
    -- return { party = 1 }   (a comment is no code)
    local function helper()
      if true then return { party = 2 } end
    end
    local text = [==[ return { party = 3 } ]==]
    return {
      party = { min = 1,
        max = 12 },
      ["time"] = { slot_minutes = 15 },
      check = function(draft)
        local t = { party = 4, fields = {} }
        for _, x in ipairs(t) do repeat x = "}" until true end
        while false do end
        return t
      end,
      fields = {
        name = { required = true },
        seating = { choices = { "a", "b" }, default = "a" };
        email = { required = function() return { max = 1 } end,
          format = helper },
      },
    }
    """

  @Test func `is found through nesting, functions, comments and strings`() {
    #expect(line(["party"], source) == 7)
    #expect(line(["party", "max"], source) == 8)
    #expect(line(["time", "slot_minutes"], source) == 9)
    #expect(line(["check"], source) == 10)
    #expect(line(["fields", "name", "required"], source) == 17)
    #expect(line(["fields", "seating", "default"], source) == 18)
    #expect(line(["fields", "email", "format"], source) == 20)
  }

  @Test func `is that of the nearest key above when it is written nowhere`() {
    #expect(line(["fields", "name", "max_length"], source) == 17)
    #expect(line([], source) == 6)
  }

  @Test func `is where it is assigned when the table is put together elsewhere`() {
    let source = "local m = {}\nm.access = 'staff'\nm.party = {\n  max = 3 }\nreturn m"
    #expect(line(["party"], source) == 3)
    #expect(line(["party", "max"], source) == 4)
  }

  @Test(arguments: ["", "return", "return {", "return { [", "\"", "[[", "--[[", "return { x = function() "])
  func `is looked for in broken files without harm`(source: String) {
    _ = line(["party", "max"], source)
  }

  @Test func `every shipped key has its own line`() throws {
    let places = KeyPlaces(file: "ops.lua", source: Shipped.file("ops.lua"))
    let lines = Shipped.file("ops.lua").split(separator: "\n", omittingEmptySubsequences: false)
    for path in [
      ["title"], ["fields", "name"], ["party"], ["time", "horizon_days"], ["severity", "outside_service"],
      ["effects"],
    ] {
      let place = try #require(places.place(path))
      #expect(lines[place.line - 1].contains("\(path.last!)"))
    }
  }
}
