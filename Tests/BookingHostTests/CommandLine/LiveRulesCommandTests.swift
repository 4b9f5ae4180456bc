import Foundation
import Testing

/// A demo with a rule directory of its own, and a manager signed in.
@Suite("The rules that are live, on the command line")
struct LiveRulesCommandTests {
  private let cli: HostProcess
  private let directory = HostProcess.temporaryDirectory()

  init() throws {
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: HostProcess.shippedRules, toPath: directory + "/rules")
    // A store of its own too: the live rules belong to the store.
    cli = HostProcess(data: directory + "/data", rules: directory + "/rules")
    let setup = try cli.json("setup", "--demo").json()
    let staff = try #require(setup["staff"] as? [[String: Any]])
    let manager = try #require(staff.first { $0["role"] as? String == "manager" })
    let signIn = try cli.run(
      ["sign-in", manager["email"] as? String ?? "", "--password-stdin"],
      input: (manager["password"] as? String ?? "") + "\n")
    try #require(signIn.status == 0)
  }

  private func edit(_ file: String, _ old: String, _ new: String) throws {
    let path = directory + "/rules/" + file
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try #require(text.contains(old))
    try text.replacing(old, with: new).write(toFile: path, atomically: true, encoding: .utf8)
  }

  private func bookNine() throws -> HostProcess.Result {
    let start = try cli.freeStart()
    return try cli.json("book", "--date", start.date, "--time", start.time, "--party", "9", "--name", "Ada")
  }

  private func status() throws -> [String: Any] { try cli.json("rules", "status").json() }

  private func number(_ status: [String: Any]) -> Int? {
    (status["live"] as? [String: Any])?["number"] as? Int
  }

  @Test("an edit decides the next booking; a broken one does not, and says so with its line")
  func edits() throws {
    defer { try? FileManager.default.removeItem(atPath: directory) }
    #expect(try bookNine().status == 0)
    try edit("ops.lua", "max = 12", "max = 8")
    let refused = try bookNine()
    #expect(refused.status == 2)
    #expect(try refused.codes() == ["party_max"])
    #expect(try number(status()) == 2)

    try edit("ops.lua", "return {", "return {{")
    let still = try bookNine()
    #expect(try still.codes() == ["party_max"])
    #expect(still.complaint.contains("ops.lua:"))
    let rejected = try status()
    #expect(number(rejected) == 2)
    #expect((rejected["disk"] as? [String: Any])?["state"] as? String == "rejected")
    let findings = (rejected["rejected"] as? [String: Any])?["findings"] as? [[String: Any]]
    #expect((findings?.first?["rule"] as? String)?.hasPrefix("ops.lua:") == true)
    #expect(try cli.run(["rules", "status"]).output.contains("running r2"))
  }

  @Test("a rollback decides whatever is on disk, until it is resumed")
  func rollback() throws {
    defer { try? FileManager.default.removeItem(atPath: directory) }
    #expect(try bookNine().status == 0)
    try edit("ops.lua", "max = 12", "max = 8")
    #expect(try bookNine().status == 2)
    #expect(try cli.json("rules", "rollback").json()["number"] as? Int == 1)
    #expect(try bookNine().status == 0)
    #expect(try (cli.json("rules", "status").json()["live"] as? [String: Any])?["pinned"] as? Bool == true)
    #expect(try cli.json("rules", "resume").json()["number"] as? Int == 2)
    #expect(try bookNine().status == 2)
    let kinds = try #require(try cli.json("rules", "log").json()["events"] as? [[String: Any]])
      .compactMap { $0["kind"] as? String }
    #expect(kinds == ["adopted", "resumed", "rolled_back", "adopted", "adopted"])
    let shown = try cli.json("rules", "show", "r1", "--file", "ops.lua").json()
    #expect((shown["files"] as? [String: String])?["ops.lua"]?.contains("max = 12") == true)
    let stats = try #require(try cli.json("rules", "stats").json()["rules"] as? [[String: Any]])
    #expect(stats.first?["code"] as? String == "party_max")
    #expect(stats.first?["refused"] as? Int == 2)
  }

  @Test("who is no manager cannot roll back, and a revision that is not there is not found")
  func limits() throws {
    defer { try? FileManager.default.removeItem(atPath: directory) }
    #expect(try cli.json("slots", "--date", "tomorrow", "--party", "2").status == 0)
    let missing = try cli.json("rules", "rollback", "r77")
    #expect(missing.status == 4)
    #expect(try cli.json("sign-out").status == 0)
    #expect(try cli.json("rules", "rollback").status == 3)
    #expect(try cli.json("rules", "resume").status == 3)
    #expect(try number(status()) == 1)
  }
}
