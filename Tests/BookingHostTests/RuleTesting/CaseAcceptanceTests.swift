import Testing

@testable import BookingHost

@Suite struct `Accepting what the rules say now` {
  private let rules = try! BookingHostTests.rules(
    """
    party = { max = 8 }, source = "phone",
      messages = { party_max = "At most {limit}" },
      check = function(draft) if draft.party == 3 then error("no") end end,
      effects = function(booking)
        email("confirmation") loyalty(15) notify("floor") notify("bar") webhook("made")
      end,
    """)

  private func proposals(_ file: String, _ rules: RuleBook? = nil) -> [Acceptance] {
    let tests = ["tests/t.lua": file]
    return Acceptance.proposals(tests, RuleTests.run(tests, rules: rules ?? self.rules))
  }

  /// The file after everything that can be accepted has been, which must then pass.
  private func accepted(_ file: String) -> String {
    let accepted = proposals(file).filter { $0.obstacle == nil }
    let tests = Acceptance.apply(accepted, to: ["tests/t.lua": file])
    #expect(RuleTests.run(tests, rules: rules).allPass)
    return tests["tests/t.lua"] ?? ""
  }

  @Test(arguments: [
    ("draft = { party = 9 }, expect = 'confirmed'", "draft = { party = 9 }, expect = \"refused\""),
    ("draft = { party = 9 }, issues = {}", "draft = { party = 9 }, issues = { \"party_max\" }"),
    ("issues = { 'party_max' }", "issues = {}"),
    ("issues_include = { 'party_max', }", "issues_include = {}"),
    (
      "draft = { party = 9, name = absent }, issues_include = { 'party_min', 'party_max' }",
      "draft = { party = 9, name = absent }, issues_include = { \"party_max\" }"
    ),
    (
      "draft = { party = 9 }, messages = { party_max = [[At most 12]] }",
      "draft = { party = 9 }, messages = { party_max = \"At most 8\" }"
    ),
    ("messages = { party_max = 'x' }", "messages = { party_max = absent }"),
    (
      "effects = { loyalty = 10, notify = 'floor', webhook = false }",
      "effects = { loyalty = 15, notify = { \"floor\", \"bar\" }, webhook = \"made\" }"
    ),
    ("effects = { email = 'confirmation' }", "effects = { email = \"skipped\" }"),
    (
      "draft = { party = 9 }, effects = { loyalty = 10 }",
      "draft = { party = 9 }, effects = { loyalty = false }"
    ),
    ("values = { name = 'Bob', notes = 'x' }", "values = { name = \"Ada Lovelace\", notes = absent }"),
    ("covers = -3, duration = 1, source = 'web'", "covers = 2, duration = 90, source = \"phone\""),
    (
      "label = 'By us', access = 'public', offered = true",
      "label = absent, access = \"staff\", offered = false"
    ),
    (
      "call = function() return 1, nil, 'é\\n' end, returns = 2",
      "call = function() return 1, nil, 'é\\n' end, returns = 1"
    ),
    (
      "call = function() return 1, nil, 'é\\n' end, returns = { 2, 3, 4 }",
      "call = function() return 1, nil, 'é\\n' end, returns = { 1, absent, \"é\\n\" }"
    ),
  ])
  func `rewrites an expectation and nothing else`(before: String, after: String) {
    #expect(accepted(testFile("{ 'x', \(before) },")) == testFile("{ 'x', \(after) },"))
  }

  @Test func `keeps comments, layout and line ends, byte for byte`() {
    let file = """
      -- Ünïcode before\r
      return { mode="m" ;now = "2026-11-21 18:00",\r
      \tdraft = { date = "2026-11-22", time = "19:00", party = 2, name = "Ada" },
        cases = {
          { "nine", draft = { party = 9 },   expect   =   "confirmed" --[[ was so ]] , },  -- nine — many
          { [1] = "two",
            issues = { "a",  -- first
              "b" } };
        }
      } -- the end, without a line end
      """
    #expect(
      accepted(file)
        == file.replacing("\"confirmed\" --[[", with: "\"refused\" --[[")
        .replacing("{ \"a\",  -- first\n        \"b\" }", with: "{}"))
  }

  @Test func `shows what is written, what will be, and the line behind it`() {
    let proposals = proposals(testFile("{ 'x', draft = { party = 9 }, expect = 'confirmed', issues = { } },"))
    #expect(proposals.map(\.changes.count) == [2])
    #expect(proposals[0].changes.map(\.what) == ["expect", "issues"])
    #expect(proposals[0].changes.map(\.before) == ["'confirmed'", "{ }"])
    #expect(proposals[0].changes.map(\.after) == ["\"refused\"", "{ \"party_max\" }"])
    #expect(proposals[0].result.deciding.map(\.rule) == ["m.lua:2"])
  }

  @Test func `has nothing to say to a case that passes`() {
    #expect(proposals(testFile("{ 'x', covers = 2 },")) == [])
  }

  @Test(arguments: [
    ("{ 'x', draft = { party = 9 }, expect = ok }", "its `expect` is worked out"),
    ("{ 'x', draft = { party = 9 }, issues = none }", "its `issues` is worked out"),
    ("{ 'x', draft = { party = 9 }, effects = asked }", "its `effects.loyalty` is written elsewhere"),
    ("{ 'x' .. '', draft = { party = 9 }, expect = 'confirmed' }", "it is made by a loop or a function"),
    ("{ 'x', draft = { party = 3 }, expect = 'confirmed' }", "a rule failed: mend it rather than expect it"),
    ("{ 'x', values = { nme = 'A' } }", "the mode has no field `nme`; did you mean name?"),
    ("{ 'x', coves = 3 }", "the test file is wrong here"),
  ])
  func `leaves to a person what a program cannot rewrite`(written: String, obstacle: String) {
    let file = testFile(
      written, before: "local ok, none, asked = 'confirmed', {}, { loyalty = 10 }")
    let proposals = proposals(file)
    #expect(proposals.map(\.obstacle) == [obstacle])
    #expect(proposals.flatMap(\.changes).isEmpty || proposals[0].obstacle != nil)
  }

  @Test func `leaves a case whose modes answer differently`() {
    let file = """
      return { mode = { "ops", "customer" }, now = "2026-11-22 12:00",
        draft = { date = "2026-11-22", time = "19:00", party = 2, name = "Ada Lovelace" },
        cases = {
          { "one passes", expect = "confirmed" },
          { "neither", expect = "pending" },
          { "both alike", draft = { party = 13, email = "a@b.de", phone = "07700 900123", terms = true }, expect = "confirmed" },
        } }
      """
    let proposals = proposals(file, Shipped.rules)
    let differently = "its modes answer differently: write a case for each"
    #expect(proposals.map(\.obstacle) == [differently, differently, nil])
    #expect(proposals[2].changes.map(\.after) == ["\"refused\""])
  }
}
