import Foundation
import Testing

@Suite struct `rules test and rules accept` {
  private let cli = HostProcess(data: "/nonexistent")
  private let rules = HostProcess.temporaryDirectory()

  /// Runs the body on a copy of the shipped rules, in which a text of a file was replaced.
  private func withRules(
    _ file: String? = nil, _ old: String = "", _ new: String = "", _ body: () throws -> Void
  )
    throws
  {
    defer { try? FileManager.default.removeItem(atPath: rules) }
    try FileManager.default.copyItem(atPath: HostProcess.shippedRules, toPath: rules)
    if let file { try edit(file, old, new) }
    try body()
  }

  private func edit(_ file: String, _ old: String, _ new: String) throws {
    let text = try read(file)
    try #require(text.contains(old))
    try text.replacing(old, with: new).write(toFile: rules + "/" + file, atomically: true, encoding: .utf8)
  }

  private func read(_ file: String) throws -> String {
    try String(contentsOfFile: rules + "/" + file, encoding: .utf8)
  }

  private func cases(_ result: HostProcess.Result, _ outcome: String) throws -> [[String: Any]] {
    let all = try #require(try result.json()["cases"] as? [[String: Any]])
    return all.filter { $0["outcome"] as? String == outcome }
  }

  @Test func `the shipped tests pass, and a person is told so in a few lines`() throws {
    let result = try cli.run(["rules", "test"])
    #expect(result.status == 0)
    #expect(result.complaint == "")
    let lines = result.output.split(separator: "\n")
    #expect(lines.count == 5)
    #expect(lines.last?.hasPrefix("ok  ") == true)
    let told = try cli.run(["rules", "test", "--verbose", "--filter", "tests/floor"]).output
    #expect(told.contains("a name is never optional"))
  }

  @Test func `an edit that breaks a promise is shown with the line that decided`() throws {
    try withRules("ops.lua", "max = 12", "max = 8") {
      let result = try cli.run(["rules", "test", rules])
      #expect(result.status == 2)
      #expect(result.output.contains("twelve may come together"))
      #expect(result.output.contains("ops.lua:20  party_max  party = { min = 1, max = 8 },"))
      let json = try cli.json("rules", "test", rules)
      #expect(json.status == 2)
      #expect(try json.json()["failed"] as? Int == 2)
      #expect(try json.json()["mutants"] is NSNull)
      let failed = try #require(try cases(json, "failed").first)
      #expect(failed["file"] as? String == "tests/ops.lua")
      #expect(failed["mode"] as? String == "ops")
      #expect(failed["guarded"] as? Bool == false)
      #expect(
        failed["differences"] as? [[String: String]]
          == [["what": "expect", "expected": "confirmed", "actual": "refused"]])
      #expect(failed["rules"] as? [[String: String]] == [["what": "party_max", "rule": "ops.lua:20"]])
    }
  }

  @Test func `rules without tests, and a filter that nothing matches, are not a pass`() throws {
    #expect(try cli.run(["rules", "test", "--filter", "nothing has this name"]).status == 2)
    try withRules {
      try FileManager.default.removeItem(atPath: rules + "/tests")
      let result = try cli.run(["rules", "test", rules])
      #expect(result.status == 2)
      #expect(result.complaint.contains("there is no test file"))
      #expect(try cli.json("rules", "test", rules).json()["passed"] as? Int == 0)
    }
  }

  @Test func `rules that cannot be used are not tested`() throws {
    try withRules("ops.lua", "max = 12", "max = \"12\"") {
      let result = try cli.run(["rules", "test", rules])
      #expect(result.status == 2)
      #expect(result.complaint.hasPrefix("ops.lua:20: "))
      let json = try cli.json("rules", "test", rules)
      #expect(json.status == 2)
      #expect((try json.json()["errors"] as? [[String: Any]])?.first?["rule"] as? String == "ops.lua:20")
    }
    #expect(try cli.json("rules", "test", "/nonexistent").status == 2)
  }

  @Test func `a share of coverage is from 0 to 100`() throws {
    for share in ["101", "-1", "half"] {
      #expect(try cli.run(["rules", "test", "--min-coverage=\(share)"]).status == 64)
    }
  }

  @Test func `coverage is drawn beside the source, and can be asked for`() throws {
    try withRules(
      "ops.lua", "effects = function",
      "check = function(draft)\n    if draft.party == 99 then\n      warn(\"a\", \"A\")\n    end\n  end,\n\n  effects = function"
    ) {
      let drawn = try cli.run(["rules", "test", rules, "--coverage"])
      #expect(drawn.status == 0)
      #expect(drawn.output.contains("  45  0 !       warn(\"a\", \"A\")\n  46          end\n"))
      #expect(drawn.output.contains("98 %"))
      #expect(try cli.run(["rules", "test", rules, "--min-coverage", "98"]).status == 0)
      let short = try cli.run(["rules", "test", rules, "--min-coverage", "99"])
      #expect(short.status == 2)
      #expect(short.complaint.contains("98 %"))
      let coverage = try #require(
        try cli.json("rules", "test", rules, "--coverage").json()["coverage"] as? [String: Any])
      #expect(coverage["percent"] as? Int == 98)
    }
  }

  @Test func `a change that no case notices is listed with its line`() throws {
    try withRules(
      "tests/ops.lua", "{ \"seven or more keep it for two hours\", draft = { party = 7 }, duration = 120 },",
      ""
    ) {
      let result = try cli.run(["rules", "test", rules, "--mutate"])
      #expect(result.status == 2)
      #expect(result.output.contains("ops.lua:24:61  6 → 7"))
      #expect(
        result.output.contains(
          "\n                 + duration_minutes = function(draft) return draft.party > 7 and 120 or 90 end,\n"
        ))
    }
  }

  // MARK: Accepting

  @Test func `accept rewrites what a case expects, once somebody says so`() throws {
    try withRules("ops.lua", "max = 12", "max = 8") {
      let before = try read("tests/ops.lua")
      let asked = try cli.run(["rules", "accept", rules])
      #expect(asked.status == 2)
      #expect(asked.output.contains("say --yes"))
      #expect(try read("tests/ops.lua") == before)
      let accepted = try cli.run(["rules", "accept", rules, "--yes"])
      #expect(accepted.status == 0)
      #expect(accepted.output.contains("2 cases rewritten"))
      let after = try read("tests/ops.lua")
      let changed = zip(before.split(separator: "\n"), after.split(separator: "\n")).filter { $0 != $1 }
      #expect(changed.count == 2)
      #expect(
        after.contains("{ \"twelve may come together\", draft = { party = 12 }, expect = \"refused\" },"))
      #expect(try cli.run(["rules", "test", rules]).status == 0)
      #expect(try cli.json("rules", "accept", rules, "--yes").json()["accepted"] as? Int == 0)
    }
  }

  @Test func `accept leaves guards alone unless it is told`() throws {
    try withRules("customer.lua", "max = 12", "max = 10") {
      let before = try read("tests/customer.lua")
      let result = try cli.json("rules", "accept", rules, "--yes")
      #expect(result.status == 2)
      #expect(try read("tests/customer.lua") == before)
      let left = try #require(try result.json()["cases"] as? [[String: Any]])
      #expect(left.allSatisfy { $0["guarded"] as? Bool == true && $0["accepted"] as? Bool == false })
      #expect(try result.json()["left"] as? Int == left.count && left.count == 2)
      #expect(try cli.json("rules", "accept", rules, "--yes", "--guards").status == 0)
      #expect(try cli.run(["rules", "test", rules]).status == 0)
    }
  }
}
