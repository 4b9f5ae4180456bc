import Foundation
import Testing

@testable import BookingHost

/// The demo with its manager signed in, some bookings made and one attempt refused.
@Suite("rules replay")
struct RulesReplayCommandTests {
  private let cli = HostProcess(data: HostProcess.temporaryDirectory())
  private let candidate: TemporaryDirectory
  private let passwords: [String: String]

  init() throws {
    let setup = try cli.json("setup", "--demo").json()
    let staff = try #require(setup["staff"] as? [[String: Any]])
    passwords = Dictionary(
      uniqueKeysWithValues: staff.map { ($0["role"] as? String ?? "", $0["password"] as? String ?? "") })
    candidate = try TemporaryDirectory()
    for (path, text) in Shipped.rules.files.texts {
      let file = URL(filePath: candidate.path).appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.replacing("max = 12 }", with: "max = 8 }").write(to: file, atomically: true, encoding: .utf8)
    }
    try signIn("manager")
  }

  private func signIn(_ role: String) throws {
    let result = try cli.run(
      ["sign-in", "\(role)@the-anchor.example", "--password-stdin"], input: passwords[role]! + "\n")
    try #require(result.status == 0, "\(result.complaint)")
  }

  private func book(party: Int) throws -> Int32 {
    let (date, time) = try cli.freeStart()
    return try cli.json(
      "book", "--date", date, "--time", time, "--party", "\(party)", "--name", "Grace Hopper", "--email",
      "grace@navy.example"
    ).status
  }

  @Test("names what would be refused, whom to ring up, and nobody's name")
  func replay() throws {
    defer { try? FileManager.default.removeItem(atPath: cli.data) }
    #expect(try book(party: 2) == 0)
    #expect(try book(party: 10) == 0)
    #expect(try book(party: 13) == 2)

    let same = try cli.json("rules", "replay", "--candidate", HostProcess.shippedRules, "--fail-on-change")
    #expect(same.status == 0)
    #expect(try same.json()["decisions"] as? Int == 3)

    let result = try cli.json("rules", "replay", "--candidate", candidate.path)
    #expect(result.status == 0)
    #expect(result.complaint.isEmpty)
    let json = try result.json()
    #expect(json["decisions"] as? Int == 3)
    #expect(json["newlyRefused"] as? Int == 1)
    #expect(json["newlyAllowed"] as? Int == 0)
    #expect(json["effectsChanged"] as? Int == 0)
    let line = try #require((json["byRule"] as? [[String: Any]])?.first)
    #expect(line["change"] as? String == "newlyRefused")
    #expect(line["rule"] as? String == "ops.lua:20")
    #expect(line["count"] as? Int == 1)
    let stranded = try #require(json["stranded"] as? [[String: Any]])
    #expect(stranded.map { $0["party"] as? Int } == [10])
    #expect(stranded[0]["issues"] as? [String] == ["party_max"])
    let sample = try #require((json["samples"] as? [[String: Any]])?.first)
    #expect(sample["reference"] as? String == stranded[0]["reference"] as? String)
    #expect(!result.output.contains("Hopper") && !result.output.contains("navy"))

    let text = try cli.run(["rules", "replay", "--candidate", candidate.path, "--fail-on-change"])
    #expect(text.status == 2)
    #expect(text.output.contains("1 future booking would be refused: ring up"))
    #expect(!text.output.contains("Hopper"))

    // The rules that decided have names too.
    for name in [String(Shipped.rules.revision.prefix(10)), "live", "r1"] {
      let diff = try cli.json("rules", "diff", name, HostProcess.shippedRules)
      #expect(diff.status == 0)
      #expect(try diff.json()["changed"] as? Bool == false)
    }
  }

  @Test("is for managers who are signed in, of their own restaurants")
  func access() throws {
    defer { try? FileManager.default.removeItem(atPath: cli.data) }
    let replay = ["rules", "replay", "--candidate", candidate.path, "--format", "json"]
    #expect(try cli.run(replay + ["--restaurant", "harbor-house"]).status == 3)
    #expect(try cli.run(replay + ["--restaurant", "nowhere"]).errorCode() == "not_allowed")
    #expect(try cli.run(replay + ["--since", "2026-02-30"]).status == 2)
    #expect(try cli.run(replay + ["--limit", "0"]).errorCode() == "usage")
    try signIn("host")
    let host = try cli.run(replay)
    #expect(host.status == 3)
    #expect(try host.errorCode() == "not_allowed")
    _ = try cli.run(["sign-out"])
    #expect(try cli.run(replay).errorCode() == "not_signed_in")
  }
}
