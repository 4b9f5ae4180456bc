import Synchronization
import Testing

@testable import BookingHost

@Suite struct `A mutant` {
  /// The changes that are made to a file, in the order of the source, each in words.
  private func changes(_ source: String, file: String = "lib/a.lua") -> [String] {
    MutantFinder.mutants(of: file, source).map { $0.change(in: source) }
  }

  private func mode(_ body: String) -> [String] {
    changes("return { \(body) }", file: "m.lua")
  }

  @Test func `moves a bound by one, either way`() {
    #expect(mode("party = { min = 2, max = 12 }") == ["2 → 1", "2 → 3", "12 → 11", "12 → 13"])
    #expect(
      mode("fields = { notes = { min_length = 3, max_length = 500 } }")
        == ["3 → 2", "3 → 4", "500 → 499", "500 → 501"])
    #expect(changes("local most = 8 return function() return most end") == ["8 → 7", "8 → 9"])
  }

  @Test func `takes what is worked out from numbers alone for one bound`() {
    #expect(mode("time = { notice_minutes = 24 * 60 }") == ["24 * 60 → 1439", "24 * 60 → 1441"])
    #expect(changes("return function(x) return x >= 17 * 60 + 30 end") == [">= → >", "17 * 60 + 30 → 1049"])
    #expect(changes("return function(x) return x < 9223372036854775807 end").count == 2)
    #expect(changes("return function(x) return -2 end") == ["-2 → -3", "-2 → -1"])
    #expect(changes("return function(x) return x * (2 - 1) end") == ["* → +", "(2 - 1) → 0", "(2 - 1) → 2"])
  }

  @Test func `never leaves the range that the contract has, nor touches what the host holds anyway`() {
    #expect(mode("party = { min = 1 }") == ["1 → 2"])
    #expect(mode("time = { notice_minutes = 0, slot_minutes = 1 }") == ["0 → 1", "1 → 2"])
    #expect(mode("fields = { name = { required = true } }") == [])
  }

  @Test func `flips a comparison, and moves its number only the other way`() {
    #expect(changes("return function(x) return x < 3 end") == ["< → <=", "3 → 2"])
    #expect(changes("return function(x) return x <= 3 end") == ["<= → <", "3 → 4"])
    #expect(changes("return function(x) return 3 < x end") == ["3 → 4", "< → <="])
    #expect(changes("return function(x) return x > 3 end") == ["> → >=", "3 → 4"])
    #expect(changes("return function(x) return x == 3 end") == ["== → ~=", "3 → 4"])
    #expect(changes("return function(x, y) return x ~= y end") == ["~= → =="])
  }

  @Test func `turns logic round and leaves parts of it out`() {
    #expect(
      Set(changes("return function(a, b) return a and b end"))
        == ["and → or", "a and b → a", "a and b → b"])
    #expect(changes("return function(a) return not a end") == ["not a → a"])
    #expect(changes("return function(a) if a then return end end") == ["a → not (a)"])
    #expect(changes("return function(a) while f(a) do end end") == ["f(a) → not (f(a))"])
    #expect(changes("return function(a) if not a then return end end") == ["not a → a"])
  }

  @Test func `changes sums, flags and words`() {
    #expect(
      changes("return function(a, b) return a + b - a * b // a end") == ["+ → -", "- → +", "* → +", "// → *"])
    #expect(changes("return function() return true end") == ["true → false"])
    #expect(
      mode("fields = { email = { required = true } }, offered = false") == ["true → false", "false → true"])
    #expect(
      mode("severity = { past_time = 'warn', outside_hours = { override = 'host' } }")
        == [
          "'warn' → \"refuse\"", "'warn' → \"allow\"", "'host' → \"server\"", "'host' → \"manager\"",
        ])
    #expect(
      mode("access = 'staff', status = 'pending'") == ["'staff' → \"public\"", "'pending' → \"confirmed\""])
    #expect(mode("source = 'system', label = 'By us'") == ["'system' → \"system_\"", "'By us' → \"By us_\""])
    #expect(changes("return function(d) return d == '02-14' end") == ["== → ~=", "'02-14' → \"02-14_\""])
    #expect(changes("return function() return at_least('owner') end") == ["'owner' → \"manager\""])
  }

  @Test func `leaves out what a rule asks for, and what it assigns`() {
    let source = """
      return function(booking)
        local points = 1
        points = booking.party
        email("confirmation", { before_minutes = 60 })
        loyalty(10)
        override("code", "A sentence", "host", "party")
      end
      """
    #expect(
      changes(source) == [
        "1 → 0", "1 → 2", "points = booking.party left out",
        "email(\"confirmation\", { before_minutes = 60 }) left out", "60 → 59", "60 → 61",
        "loyalty(10) left out", "10 → 9", "10 → 11",
        "override(\"code\", \"A sentence\", \"host\", \"party\") left out", "\"host\" → \"server\"",
        "\"host\" → \"manager\"",
      ])
  }

  @Test func `takes a choice, a format or a default out of a field`() {
    #expect(
      mode("fields = { seating = { choices = { 'bar', 'hall' }, default = 'bar' }, email = { format = f } }")
        == ["'bar', left out", "'hall' left out", "default = 'bar' left out", "format = f left out"])
    // A field without any choice would not load.
    #expect(mode("fields = { seating = { choices = { 'bar' } } }") == [])
  }

  @Test func `takes rows out of a table of data, and changes nothing in them`() {
    #expect(
      changes("local t = { a = 1, b = '2', c = false, ['d'] = 4 } return t")
        == ["a = 1, left out", "b = '2', left out", "c = false, left out", "['d'] = 4 left out"])
    #expect(changes("local t = { 5, 6 } return t") == ["5 → 4", "5 → 6", "6 → 5", "6 → 7"])
  }

  @Test func `forgets the anchors of a pattern`() {
    let source = #"return function(s) return s:find("^%d+$"), s:match("%d$"), s:find("^", 1, true) end"#
    let mutants = MutantFinder.mutants(of: "lib/a.lua", source).filter { $0.kind == .anchor }
    #expect(
      mutants.map { $0.applied(to: source).dropFirst("return function(s) return ".count).prefix(14) }
        == [#"s:find("%d+$")"#, #"s:find("^%d+")"#, #"s:find("^%d+$""#])
    #expect(mutants.count == 3)
    #expect(changes(#"return function(s) return s:find("100%$") end"#) == [])
  }

  @Test func `leaves words for people, and positions in texts, alone`() {
    #expect(
      mode(
        "title = 'Ops', messages = { party_max = 'no' }, fields = { notes = { label = 'N', help = 'h', order = 3, type = 'text' } }"
      ) == [])
    #expect(changes("return function() return 'Please ring us' end") == [])
    #expect(
      changes("local lib = require 'lib.b' return function(s) return s:sub(1, 3) end") == ["3 → 2", "3 → 4"])
    #expect(changes("return function(t) for i = 1, 3 do f(t[1]) end end") == ["f(t[1]) left out"])
  }

  @Test func `leaves what people read alone in tables that modes share, and ends on one that holds itself`() {
    #expect(
      changes("local f = {} f.notes = { label = 'Notes', max_length = 9 } return f")
        == ["f.notes = { label = 'Notes', max_length = 9 } left out", "9 → 8", "9 → 10"])
    #expect(changes("local m = { access = 'staff' } m.party = m return m", file: "m.lua").count == 1)
  }

  @Test func `of a file that does not parse there is none`() {
    #expect(changes("return {") == [])
  }

  @Test func `changes the bytes it says and no others, whatever stands around them`() throws {
    let source = "-- é\nreturn { -- ü\n  party = { max = 12 }, -- ö\n}\n"
    let mutant = try #require(MutantFinder.mutants(of: "m.lua", source).last)
    #expect(mutant.applied(to: source) == source.replacing("12", with: "13"))
    #expect(mutant.range.start.description == "3:19")
    #expect(mutant.lines(in: source) == ("party = { max = 12 }, -- ö", "party = { max = 13 }, -- ö"))
  }

  @Test func `of the shipped rules loads, every one`() throws {
    for (file, source) in Shipped.rules.files.texts {
      for mutant in MutantFinder.mutants(of: file, source) {
        #expect(throws: Never.self) { try LuaParser.parse(mutant.applied(to: source)) }
      }
    }
  }
}

@Suite struct `Trying the mutants of rules` {
  private let rules = try! BookingHostTests.rules(
    """
    party = { max = 8 },
      fields = { email = { required = function(draft) return lib.asks(draft.party) end } },
    """, before: "local lib = require 'lib.a'",
    library: ["lib/a.lua": "local a = {}\nfunction a.asks(party) return party >= 6 end\nreturn a"])

  private func report(_ cases: String, _ rules: RuleBook) -> MutationReport {
    let report = MutationRun(["tests/t.lua": testFile(cases)], rules: rules).report()
    #expect(report.killed + report.invalid + report.survivors.count == report.total)
    return report
  }

  private func survivors(_ cases: String) -> [String] {
    report(cases, rules).survivors.map {
      "\($0.file):\($0.range.start.line) \($0.change(in: rules.files.texts[$0.file]!))"
    }
  }

  @Test func `lists the changes that no case notices`() {
    #expect(
      survivors(
        """
        { "five", draft = { party = 5 }, expect = "confirmed" },
        { "six", draft = { party = 6 }, expect = "refused" },
        """) == ["m.lua:2 \"staff\" → \"public\"", "m.lua:2 8 → 7", "m.lua:2 8 → 9"])
  }

  @Test func `and none when every bound is tried on both sides, in lib too`() {
    #expect(
      survivors(
        """
        { "it is for staff", access = "staff" },
        { "five", draft = { party = 5 }, expect = "confirmed" },
        { "six", draft = { party = 6 }, issues = { "email_required" } },
        { "eight", draft = { party = 8, email = "a@b.de" }, issues = {} },
        { "nine may not", draft = { party = 9, email = "a@b.de" }, issues = { "party_max" } },
        """) == [])
  }

  @Test func `ends with a mutant that loops for ever, which is noticed`() throws {
    let rules = try BookingHostTests.rules(
      "effects = function(booking) repeat local done = booking.party until done == 2 notify('floor') end")
    let report = report("{ 'told', effects = { notify = 'floor' }, access = 'staff' }", rules)
    #expect(report.survivors == [])
    #expect(report.killed >= 3)
  }

  @Test func `tells apart what does not even load`() throws {
    let rules = try BookingHostTests.rules("fields = { seating = { max_length = 1, min_length = 1 } }")
    // A least length of 2 is more than the greatest of 1.
    let report = report("{ 'a', draft = { seating = 'x' }, expect = 'confirmed', access = 'staff' }", rules)
    #expect(report.invalid == 1)
  }

  @Test func `of a mode that no case is about are all noticed by none`() throws {
    let rules = try RuleBook(files: [
      "m.lua": "return { access = 'staff' }", "other.lua": "return { access = 'staff' }",
    ])
    #expect(report("{ 'a', access = 'staff' }", rules).survivors.map(\.file) == ["other.lua"])
  }

  @Test func `counts each mutant once, on however many threads`() {
    let ticks = Counter()
    let run = MutationRun(["tests/t.lua": testFile("{ 'a', covers = 2 }")], rules: rules)
    let report = run.report { ticks.add() }
    #expect(ticks.count == report.total)
    #expect(report.total == run.mutants.count)
    #expect(run.report() == report)
  }
}

private final class Counter: Sendable {
  private let value = Mutex(0)
  var count: Int { value.withLock { $0 } }
  func add() { value.withLock { $0 += 1 } }
}
