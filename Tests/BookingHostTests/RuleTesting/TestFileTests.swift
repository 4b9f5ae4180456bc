import Testing

@testable import BookingHost

@Suite struct `A test file` {
  private let rules = try! BookingHostTests.rules("party = { max = 8 }")

  private func report(_ file: String, _ rules: RuleBook? = nil) -> RuleTestReport {
    RuleTests.run(["tests/t.lua": file], rules: rules ?? self.rules)
  }

  /// What is wrong with the only case of a file, with its place.
  private func trouble(_ cases: String, before: String = "", common: String = "") -> String? {
    trouble(report(testFile(cases, before: before, common: common)))
  }

  private func trouble(_ report: RuleTestReport) -> String? {
    guard report.results.count == 1, case .broken(let message) = report.results[0].outcome else { return nil }
    return "\(report.results[0].place): \(message)"
  }

  @Test func `runs as the contract shows it`() {
    let report = report(shownTestFile, Shipped.rules)
    #expect(report.results.map(\.outcome) == [.passed, .passed, .passed, .passed])
    #expect(report.results.map(\.place.description) == (6...9).map { "tests/t.lua:\($0)" })
    #expect(report.results[0].name == "a walk-in needs only a name")
    #expect(report.allPass)
  }

  @Test func `says for all its cases what they do not say themselves`() {
    let file = testFile(
      """
      { "as it is said above", values = { seating = "bar", notes = "Two chairs" }, covers = 2 },
      { "one answer differs", draft = { party = 3 }, values = { seating = "bar" }, covers = 3 },
      { "one is taken away", draft = { seating = absent }, values = { seating = absent, notes = "Two chairs" } },
      { "a list takes the place of a list", facts = { services = {} }, expect = "confirmed", issues = {} },
      { "and is as above otherwise", expect = "refused", issues = { "outside_service" } },
      """,
      common: """
        facts = { services = { { key = "lunch", name = "Lunch", opens = 720, closes = 840 } } },
        """
    ).replacing("party = 2", with: "party = 2, seating = 'bar', notes = 'Two chairs'")
    let report = report(file)
    let failures = report.results.filter { $0.outcome != .passed }.map(\.name)
    // Outside the service that is said above, everything but the last two is refused, which says nothing of
    // what is kept.
    #expect(failures == [])
  }

  @Test func `takes away a fact of its own, and a role`() {
    let rules = try! BookingHostTests.rules(
      "check = function(draft, facts) if facts.restaurant.phone then warn('has_phone', 'x') end end")
    let file = testFile(
      """
      { "with a phone", issues = { "has_phone" } },
      { "without", facts = { restaurant = { phone = absent } }, issues = {} },
      { "without any fact of its own", facts = absent, issues = {} },
      { "without a draft", draft = absent, issues_include = { "date_required", "name_required" } },
      { "as a manager", role = absent, issues = { "has_phone" } },
      """, common: "facts = { restaurant = { phone = '1' } },")
    #expect(report(file, rules).allPass)
  }

  @Test func `may promise something of several modes`() {
    let file = """
      return { mode = { "ops", "customer" }, now = "2026-11-22 12:00",
        draft = { date = "2026-11-22", time = "19:00", party = 2, name = "Ada Lovelace" },
        cases = { { "a name is enough", expect = "confirmed" } } }
      """
    let report = report(file, Shipped.rules)
    #expect(report.results.map(\.mode) == ["customer", "ops"])
    #expect(report.results.map { $0.outcome == .passed } == [false, true])
    #expect(report.results.map(\.position) == [1, 1])
  }

  @Test func `may be put together by a program, and its cases are found all the same`() {
    let file = """
      local cases = { { "a party of two", expect = "confirmed" } }
      for size = 7, 8 do
        cases[#cases + 1] = {
          "a party of " .. size .. " too", draft = { party = size }, expect = "confirmed" }
      end
      local function refused(size)
        return { size .. " are too many", draft = { party = size }, expect = "refused" }
      end
      cases[#cases + 1] = refused(9)
      return { mode = "m", now = "2026-11-21 18:00", cases = cases,
        draft = { date = "2026-11-22", time = "19:00", party = 2, name = "Ada Lovelace" } }
      """
    let report = report(file)
    #expect(report.allPass)
    #expect(report.results.map(\.place.line) == [1, 3, 3, 7])
    #expect(report.results.map(\.name)[2] == "a party of 8 too")
  }

  @Test func `may use the rules' library, and nothing else`() throws {
    let rules = try BookingHostTests.rules(
      "", library: ["lib/a.lua": "return { party = function() return 3 end }"])
    let file = testFile(
      "{ 'a', draft = { party = a.party() }, covers = 3 }", before: "local a = require 'lib.a'")
    #expect(report(file, rules).allPass)
    #expect(
      trouble(report(testFile("{ 'a', covers = 2 }", before: "require 'lib.b'"), rules))
        == "tests/t.lua:1: there is no lib/b.lua; did you mean lib/a.lua?")
    #expect(trouble("{ 'a', covers = 2 }", before: "email('x')")?.contains("global 'email'") == true)
    #expect(trouble("{ 'a', covers = 2 }", before: "x = 1")?.contains("write `local x") == true)
  }

  @Test func `knows no clock and gives the same report every time`() {
    let tests = ["tests/t.lua": shownTestFile]
    #expect(RuleTests.run(tests, rules: Shipped.rules) == RuleTests.run(tests, rules: Shipped.rules))
    #expect(trouble("{ 'a', covers = 2 }", before: "local t = os.time()")?.contains("'os'") == true)
  }

  @Test func `cannot lend its absent to the rules`() throws {
    let rules = try BookingHostTests.rules("party = { max = absent == nil and 8 or 9 }")
    #expect(try rules.decide(mode: "m", draft: draft(party: 9), facts: facts()).codes == ["party_max"])
  }

  @Test func `may hold thousands of cases`() {
    let file =
      testFile(
        "{ 'the first', covers = 2 },"
      ).replacing("return {", with: "local t = {") + """

        for i = 1, 3000 do
          t.cases[#t.cases + 1] = { "case " .. i, draft = { notes = ("x"):rep(i % 80 + 1) }, covers = 2 }
        end
        return t
        """
    let report = report(file)
    #expect(report.results.count == 3001)
    #expect(report.allPass)
  }

  // MARK: Slips

  @Test(arguments: [
    ("{ 'a', expct = 'refused' }", "unknown key `expct` in `cases.1`; did you mean expect?"),
    ("{ 'a', covers = 2, factz = {} }", "unknown key `factz` in `cases.1`; did you mean facts?"),
    (
      "{ 'a', expect = 'refuse' }",
      #"must be "confirmed" or "pending" or "refused" or "override" or "error", and is "refuse"; did you mean "refused"?"#
    ),
    ("{ 'a', covers = 2, facts = { lod = {} } }", "there is no fact `facts.lod`; did you mean load?"),
    ("{ 'a', covers = 2, role = 'managr' }", #"and is "managr"; did you mean "manager"?"#),
    ("{ 'a', covers = 2, action = 'walk' }", "`cases.1.action` must be"),
    (
      "{ 'a', covers = 2, now = 'noon' }",
      #"`cases.1.now` must be a date and a time, such as "2026-11-22 18:00""#
    ),
    ("{ 'a', covers = 2, now = absent }", "`now` is missing"),
    ("{ 'a', covers = 2, mode = absent }", "`mode` is missing"),
    ("{ 'a', covers = 'two' }", "`cases.1.covers` must be a whole number, and is text"),
    ("{ 'a' }", "the case promises nothing"),
    ("{ 'a', draft = { party = 3 } }", "the case promises nothing"),
    ("{ expect = 'refused' }", "a case begins with its name"),
    ("{ 'a', 'b', expect = 'refused' }", "only a case's name stands without a key"),
    ("'a'", "a case must be a table that begins with its name, and is text"),
    (
      "{ 'a', effects = { emial = 'skipped' } }",
      "unknown key `emial` in `cases.1.effects`; did you mean email?"
    ),
    (
      "{ 'a', effects = { loyalty = 'ten' } }",
      "must be points, \"queued\", \"skipped\" or false, and is text"
    ),
    ("{ 'a', effects = { email = 5 } }", "must be a template, a list of them"),
    ("{ 'a', issues = { 1 } }", "`cases.1.issues` must be a list of texts"),
    ("{ 'a', draft = { name = {} }, covers = 1 }", "`name` must be text, a number, true or false"),
    ("{ 'a', returns = true }", "there is no `call`"),
    ("{ 'a', covers = 2, with = 3 }", "there is no `call`"),
    ("{ 'a', call = function() end, expect = 'confirmed' }", "`expect` says nothing about a function"),
    ("{ 'a', call = 3, returns = 3 }", "`cases.1.call` must be a function"),
    ("{ 'a', event = 'canceled', effects = {} }", "did you mean \"cancelled\"?"),
  ])
  func `with a slip in a case says what was meant, with its line`(written: String, says: String) {
    let found = trouble(written)
    #expect(found?.contains(says) == true, "\(found ?? "nothing")")
    #expect(found?.hasPrefix("tests/t.lua:5: ") == true, "\(found ?? "nothing")")
  }

  @Test(arguments: [
    ("return 3", 1, "a test file must return a table, and returns a number"),
    ("return {\n  cses = {} }", 2, "unknown key `cses`; did you mean cases?"),
    ("return { now = '2026-11-22 18:00' }", 1, "`cases` is missing"),
    ("return {\n  cases = { } }", 2, "`cases` is missing"),
    ("return {\n  cases = 3 }", 2, "`cases` must be a list"),
    ("return {\n", 2, "expected"),
    ("local x = nil\nreturn x.y", 2, "attempt to index a nil value"),
    ("while true do end", 1, "takes too long"),
    ("", 1, "a test file must return a table"),
  ])
  func `that cannot be used at all says why, and counts as a guard`(file: String, line: Int, says: String) {
    let report = report(file)
    #expect(report.results.first?.place.description == "tests/t.lua:\(line)")
    guard case .broken(let message)? = report.results.first?.outcome else { return #expect(Bool(false)) }
    #expect(message.contains(says), "\(message)")
    #expect(report.brokenGuards.count == report.results.count)
  }

  @Test func `with one case that is wrong runs the others`() {
    let report = report(testFile("{ 'a', covers = 2 },\n{ 'b', cover = 2 },\n{ 'c', covers = 2 },"))
    #expect(report.results.map(\.name) == ["a", "b", "c"])
    #expect((report.passed, report.failed, report.broken) == (2, 0, 1))
    #expect(report.results[1].place.line == 6)
    #expect(report.brokenGuards.isEmpty)
  }

  @Test func `that names a mode there is none of says which there are`() {
    let report = report(testFile("{ 'a', mode = 'opps', expect = 'refused' }"), Shipped.rules)
    #expect(report.results.map(\.outcome) == [.broken("there is no mode `opps`; did you mean ops?")])
  }

  @Test func `does not run what it is not asked for`() {
    let file = testFile(
      """
      { "a name is asked for", guard = true, draft = { name = absent }, expect = "refused" },
      { "nine are many", draft = { party = 9 }, expect = "refused" },
      """)
    func names(_ only: RuleTests.Selection, _ filter: String? = nil) -> [String] {
      RuleTests.run(["tests/t.lua": file], rules: rules, only: only, filter: filter).results.map(\.name)
    }
    #expect(names(.all).count == 2)
    #expect(names(.guards) == ["a name is asked for"])
    #expect(names(.all, "NINE") == ["nine are many"])
    #expect(names(.all, "tests/t").count == 2)
    #expect(names(.all, "ten") == [])
  }

  @Test func `guards all its cases at once, but for those that say otherwise`() {
    let file = testFile(
      "{ 'a', covers = 3 },\n{ 'b', guard = false, covers = 3 },", common: "guard = true,")
    #expect(report(file).brokenGuards.map(\.name) == ["a"])
  }
}
