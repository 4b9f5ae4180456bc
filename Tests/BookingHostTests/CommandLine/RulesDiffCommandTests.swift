import Foundation
import Testing

@testable import BookingHost

@Suite("rules diff")
struct RulesDiffCommandTests {
  private let cli = HostProcess(data: HostProcess.temporaryDirectory())

  /// The shipped rules with some text of the walk-in mode replaced.
  private func edited(_ old: String, _ new: String) throws -> TemporaryDirectory {
    let directory = try TemporaryDirectory()
    for (path, text) in Shipped.rules.files.texts {
      let file = URL(filePath: directory.path).appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try (path == "ops.lua" ? text.replacing(old, with: new) : text)
        .write(to: file, atomically: true, encoding: .utf8)
    }
    return directory
  }

  @Test("needs no store, names the parties and leaves customers unchanged")
  func partyLimit() throws {
    let candidate = try edited("max = 12", "max = 8")
    let result = try cli.json("rules", "diff", HostProcess.shippedRules, candidate.path)
    #expect(result.status == 0)
    #expect(result.complaint.isEmpty)
    let json = try result.json()
    #expect(json["changed"] as? Bool == true)
    let modes = try #require(json["modes"] as? [[String: Any]])
    #expect(modes.map { $0["mode"] as? String } == ["customer", "ops"])
    #expect(modes.map { $0["status"] as? String } == ["unchanged", "changed"])
    let change = try #require((modes[1]["changes"] as? [[String: Any]])?.first)
    #expect(change["sentence"] as? String == "parties of 9 to 12: confirmed or override → refused, party_max")
    #expect(change["parties"] as? [Int] == [9, 12])
    #expect(change["times"] is NSNull && change["weekdays"] is NSNull)
    #expect(change["ruleAfter"] as? String == "ops.lua:20")
    let after = try #require(change["after"] as? [String: Any])
    #expect(after["outcome"] as? String == "refused")
    let grid = try #require(modes[1]["grid"] as? [String: Any])
    #expect((grid["rows"] as? [String])?.count == (grid["parties"] as? [[Any]])?.count)
    #expect((grid["legend"] as? [String: String])?["R"] == "refused, and was not")
    #expect(!FileManager.default.fileExists(atPath: cli.data))
  }

  @Test("in text it can be read without colours, and fails on change only when asked to")
  func text() throws {
    let candidate = try edited("max = 12", "max = 8")
    let result = try cli.run(
      ["rules", "diff", HostProcess.shippedRules, candidate.path, "--fail-on-change"])
    #expect(result.status == 2)
    #expect(result.output.contains("customer  unchanged  the files are the same"))
    #expect(result.output.contains("• parties of 9 to 12: confirmed or override → refused, party_max"))
    #expect(result.output.contains("   9–12  "))
    #expect(!result.output.contains("\u{1B}"))
    let same = try cli.run(
      ["rules", "diff", HostProcess.shippedRules, HostProcess.shippedRules, "--fail-on-change"])
    #expect(same.status == 0)
    #expect(same.complaint.isEmpty)
  }

  @Test("only the mode that is asked for, or two modes with each other")
  func modes() throws {
    let candidate = try edited("max = 12", "max = 8")
    let one = try cli.json(
      "rules", "diff", HostProcess.shippedRules, candidate.path, "--mode", "customer", "--fail-on-change")
    #expect(one.status == 0)
    let two = try cli.json("rules", "diff", HostProcess.shippedRules, "--modes", "customer,customer")
    let mode = try #require((try two.json()["modes"] as? [[String: Any]])?.first)
    #expect(mode["status"] as? String == "unchanged")
  }

  @Test(
    "what cannot be compared is said, with the exit code for it",
    arguments: [
      (["nowhere", "nowhere"], 4, "not_found"), (["RULES"], 64, "usage"),
      (["RULES", "live"], 4, "not_found"), (["RULES", "r41"], 4, "not_found"),
      (["RULES", "RULES", "--mode", "phone"], 64, "usage"),
      (["RULES", "--modes", "ops"], 64, "usage"), (["RULES", "--modes", "ops,phone"], 64, "usage"),
      (["RULES", "--mode", "ops", "--modes", "ops,customer"], 64, "usage"),
    ])
  func failures(_ given: (arguments: [String], status: Int32, code: String)) throws {
    let arguments = given.arguments.map { $0 == "RULES" ? HostProcess.shippedRules : $0 }
    let result = try cli.run(["rules", "diff"] + arguments + ["--format", "json"])
    #expect(result.status == given.status)
    #expect(try result.errorCode() == given.code)
  }

  @Test("rules that cannot be used are an internal failure with the line, not a change")
  func brokenRules() throws {
    let broken = try edited("max = 12", "max = ")
    let result = try cli.json("rules", "diff", HostProcess.shippedRules, broken.path, "--fail-on-change")
    #expect(result.status == 1)
    #expect(try result.errorCode() == "internal")
  }
}
