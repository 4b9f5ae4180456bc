import Foundation
import Testing

@testable import BookingHost

@Suite struct `The check of a rule directory` {
  private let plain = "return { access = \"staff\" }"

  @Test func `says everything at once, by file, line and column`() {
    let found = RuleCheck.findings(
      files: RuleFiles(
        texts: [
          "b.lua": "return { access = \"staff\",\n check = function(d, f) return f.lod, x end }",
          "a.lua": "return {", "lib/z.lua": "local t = {} t.a = y return t",
        ], warnings: ["C.lua is ignored: a mode's file name is lower-case letters, digits and _"]),
      tests: ["tests/a.lua": "return }"])
    #expect(
      found.map { [$0.rule ?? "", $0.code] } == [
        ["C.lua", "ignored_file"], ["a.lua:1", "syntax"], ["b.lua:2", "unknown_fact"],
        ["b.lua:2", "undefined_global"], ["lib/z.lua:1", "undefined_global"], ["tests/a.lua:1", "syntax"],
      ])
    #expect(found.map(\.column) == [nil, 9, 34, 39, 20, 8])
  }

  @Test func `tells what decides from what tests`() {
    let report = RuleCheck.report(
      RuleFiles(texts: ["a.lua": plain]), tests: ["tests/a.lua": "return }"], mail: nil, .standard)
    #expect(report.findings.map(\.isAboutDecisions) == [false])
    #expect(!report.isClean && report.isUsable)
    #expect(report.revision == RuleFiles(texts: ["a.lua": plain]).revision)
    #expect(report.modes == ["a"])
  }

  @Test func `says that a directory without a mode has none`() {
    #expect(
      check([:]) == [
        ": [source] the rule directory has no mode file (such as ops.lua) -> copy the shipped rules, or run the command where they are"
      ])
  }

  @Test func `names files that are left out, and what to call them`() {
    let files = RuleFiles(
      texts: ["a.lua": plain], warnings: ["My Rules.lua is ignored: a mode's file name is lower-case letters"]
    )
    let finding = RuleCheck.findings(files: files)[0]
    #expect(finding.severity == .warning && finding.file == "My Rules.lua")
    #expect(finding.message == "ignored: a mode's file name is lower-case letters")
    #expect(finding.suggestion == "to use it, call it my_rules.lua")
  }

  @Test func `looks for mail templates where there is mail`() {
    let rule = "effects = function(booking) email(\"confirmation\") email(\"remider\") end"
    #expect(check(mode: rule) == [])
    #expect(
      check(mode: rule, mail: ["confirmation", "reminder"]) == [
        "m.lua:3:57: [missing_template] there is no mail/remider.txt.mustache -> did you mean \"reminder\"?"
      ])
  }

  @Test func `finds circles of files, each once`() {
    let files = [
      "a.lua": "local b = require \"lib.b\" " + plain, "lib/b.lua": "local c = require \"lib.c\" return {}",
      "lib/c.lua": "return { b = require \"lib.b\" }",
    ]
    #expect(
      check(files) == [
        "lib/c.lua:1:22: [require_cycle] the files require each other in a circle: lib/b.lua -> lib/c.lua -> lib/b.lua -> move what both need into a file of its own"
      ])
  }

  @Test func `follows code into files that modes share, for each mode`() {
    let files = [
      "a.lua":
        "local x = require \"lib.x\" return { access = \"staff\", check = function(d, f) x.look(f, d) end }",
      "b.lua":
        "local x = require \"lib.x\" return { access = \"staff\", effects = function(b, f) x.look(f, b) end }",
      "lib/x.lua":
        "local x = {}\nfunction x.look(facts, draft)\n  if facts.gest.known then refuse(\"a\", \"b\") end\nend\nreturn x",
    ]
    #expect(
      check(files) == [
        "lib/x.lua:3:12: [unknown_fact] there is no fact `facts.gest` -> did you mean `facts.guest`?",
        "lib/x.lua:3:28: [recorder_misplaced] `refuse` can be called in `check` only, and not in `effects` -> put it into `check = function(draft, facts) … end`",
      ])
  }

  @Test func `reads a mode whose library is broken as far as it goes`() {
    let files = [
      "a.lua":
        "local x = require \"lib.x\"\nreturn { access = \"staff\", party = { mx = 3 }, covers = function(d) return d.prty end }",
      "lib/x.lua": "return {",
    ]
    #expect(
      check(files).map { $0.prefix { $0 != "]" } } == [
        "a.lua:2:38: [contract", "a.lua:2:78: [unknown_key", "lib/x.lua:1:9: [syntax",
      ])
  }

  @Test func `tries every mode by every circumstance that its rules tell apart`() {
    let conditions: [(String, String)] = [
      ("facts.action == \"walkin\"", "for guests at the door"),
      ("facts.action == \"quote\"", "when somebody only asks for a table"),
      ("facts.action == \"change\"", "for a booking that is changed"),
      ("facts.staff.role == \"server\"", "when a server books"),
      ("at_least(\"owner\")", "when an owner books"),
      ("facts.guest.known", "for a guest who has been here before"),
      ("facts.service.key == \"none\"", "between two services"),
      ("facts.load.covers > 40", "when the service is full"),
      ("facts.start.weekday == \"wednesday\"", "on a wednesday"),
      ("not draft.phone", "for a guest without a phone"),
      ("draft.party > 12", "for a party of 13"),
      ("facts.hours.closed", "on a day when the restaurant is closed"),
      ("not draft.car", "when `car` is not answered"), ("draft.party == 2", "for an ordinary booking"),
    ]
    for (condition, words) in conditions {
      let said = check(
        mode:
          "fields = { car = { label = \"Car\" } },\ncheck = function(draft, facts) if \(condition) then error(\"no\") end end"
      )
      #expect(said == ["m.lua:4: [rule_fails] fails \(words): no"], "\(condition)")
    }
  }

  @Test func `only warns of what depends on how a restaurant is set up`() {
    for rule in [
      "draft.party > facts.load.max_covers", "facts.restaurant.phone:find(\"1\")",
      "facts.services[1].key == \"lunch\"",
    ] {
      let said = check(mode: "check = function(draft, facts) if \(rule) then warn(\"a\", \"b\") end end")
      #expect(said.count == 1 && said[0].contains("warning [rule_fails]"), "\(said)")
    }
  }

  @Test func `tries rules with the services and restaurants that they name`() {
    let named = """
      check = function(draft, facts)
        local limits = { brunch = { 4 }, supper = { 6 } }
        local limit = limits[facts.service.key]
        if facts.service.key ~= "none" and draft.party > limit[1] then refuse("a", "b") end
      end, party = { max = function(draft, facts)
        if facts.restaurant.slug == "harbour" then return 8 end
        if facts.restaurant.slug == "old_town" then return nil + 1 end
        return 12
      end },
      """
    #expect(
      check(mode: named) == [
        "m.lua:6:52: warning [rule_fails] fails in a service that the rules do not name: attempt to index a nil value (local 'limit') -> `limit` is nil then; ask with `if` first, or write `(… or 0)`",
        "m.lua:9: [rule_fails] fails in the restaurant \"old_town\": attempt to perform arithmetic on a nil value",
      ])
  }

  @Test func `leaves alone what asks for types itself`() {
    let open = """
      check = function(draft, facts)
        local function matches(value, wanted)
          if type(wanted) == "table" then return wanted[1] == value end
          return value == wanted
        end
        if matches(facts.start.weekday, { "friday" }) or matches(facts.start.weekday, "monday") then warn("a", "b") end
      end,
      """
    #expect(check(mode: open) == [])
  }

  @Test func `knows nothing of a table that others may change`() {
    let changed = """
      check = function(draft, facts)
        local t = { size = "small" }
        for key, value in pairs { size = 3 } do t[key] = value end
        if t.size > draft.party then warn("a", "b") end
      end,
      """
    #expect(check(mode: changed) == [])
  }

  @Test func `ends soon on rules that do not`() {
    let said = check(mode: "check = function(draft, facts) while true do end end")
    #expect(
      said == [
        "m.lua:3: [limit_work] fails for an ordinary booking: the rule takes too long: its budget of work is spent"
      ])
  }

  @Test func `does not drown anyone in findings`() {
    let rule = "check = function() " + (0..<500).map { "a\($0)() " }.joined() + "end"
    #expect(check(mode: rule).count == 100)
  }

  @Test func `goes on past a file that cannot be read`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "rules-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(
      at: folder.appending(path: "lib"), withIntermediateDirectories: true)
    try Data([0x72, 0xFF]).write(to: folder.appending(path: "lib/x.lua"))
    try Data("local x = require \"lib.x\" return { acess = \"staff\", covers = x.covers }".utf8)
      .write(to: folder.appending(path: "ops.lua"))
    let report = RuleCheck.report(directory: folder.path)
    #expect(report.findings.map(\.code) == ["contract", "source"])
    #expect(report.findings.map(\.file) == ["ops.lua", "lib/x.lua"])
  }
}
