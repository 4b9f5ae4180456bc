import Foundation
import Testing

@testable import BookingHost

@Suite("What rules explain prints") struct ExplainCommandTests {
  private static let rules = [
    "ops.lua": """
    return {
      access = "staff",
      party = { max = 12 },
      severity = {
        capacity_exceeded = function(draft, facts, issue)
          return issue.over <= 2 and "warn" or { override = "manager" }
        end,
      },
      messages = { party_max = "For more than {limit}, please ring us" },
      check = function(draft, facts)
        if draft.notes and draft.notes:find("shout") and facts.load.covers > 0 then refuse("noise", "No shouting") end
      end,
      effects = function(booking)
        loyalty(10 + 5 * booking.party)
      end,
    }
    """
  ]

  private func explain(_ draft: String, _ more: String...) throws -> HostProcess.Result {
    let directory = HostProcess.temporaryDirectory()
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: directory) }
    for (path, text) in Self.rules {
      try text.write(toFile: directory + "/" + path, atomically: true, encoding: .utf8)
    }
    let cli = HostProcess(data: "/nonexistent", rules: directory)
    return try cli.run(["rules", "explain", "--now", "2026-11-22 18:00", "--draft", draft] + more)
  }

  /// The text without the revision.
  private func text(_ result: HostProcess.Result) -> String {
    result.output.replacing(#/revision [0-9a-f]{12}/#, with: "revision X")
  }

  private let ada = #"{"date":"2026-11-22","time":"19:00","party":PARTY,"name":"Ada Lovelace"}"#

  private func ada(_ party: Int) -> String { ada.replacing("PARTY", with: "\(party)") }

  @Test("a bound that was crossed, with the numbers beside it and what would pass")
  func bound() throws {
    let result = try explain(ada(13))
    #expect(result.status == 0)
    #expect(
      text(result) == """
        refused

          ✗ party_max  ops.lua:3  For more than 12, please ring us

        ops.lua
        ✗  3    party = { max = 12 },  -- 13 people, at most 12
           ⋮
        ▸  9    messages = { party_max = "For more than {limit}, please ring us" },

        What would work instead
          Sun 22 Nov  19:00  12 people  a smaller party

        Asked on the way
          check  ops.lua:10  nothing

        by ops.lua, revision X, at 2026-11-22 18:00

        """)
  }

  @Test("a function that decided, with what it was given and what it said")
  func function() throws {
    let result = try explain(ada(6), "--facts", #"{"load":{"covers":40,"maxCovers":40}}"#)
    #expect(
      text(result) == """
        override  a manager may let it pass, with a reason

          ! capacity_exceeded  ops.lua:5  manager may override: There is no room for
                                          that many at that time

        ops.lua
        !  5      capacity_exceeded = function(draft, facts, issue)  -- 46, at most 40
        ▸  6        return issue.over <= 2 and "warn" or { override = "manager" }
                      -- issue.over = 6, returns { override = "manager" }
           7      end,

        What would work instead
          Sun 22 Nov  19:00  2 people  a smaller party

        Asked on the way
          check  ops.lua:10  nothing

        by ops.lua, revision X, at 2026-11-22 18:00

        """)
  }

  @Test("a booking that passes, with the lines that let it and what follows")
  func passes() throws {
    let result = try explain(ada(2))
    #expect(
      text(result) == """
        confirmed

        ops.lua
        ▸ 10    check = function(draft, facts)
        ▸ 11      if draft.notes and draft.notes:find("shout") and facts.load.covers
                      > 0 then refuse("noise", "No shouting") end  -- draft.notes = nil
          12    end,
        ▸ 13    effects = function(booking)
        → 14      loyalty(10 + 5 * booking.party)  -- booking.party = 2
          15    end,

        Then
          loyalty 20 points: queued  ops.lua:14

        by ops.lua, revision X, at 2026-11-22 18:00

        """)
  }

  @Test("whole files on request")
  func full() throws {
    let lines = try explain(ada(13), "--full").output.split(separator: "\n")
    #expect(
      lines.contains("   1  return {") && lines.contains("  16  }") && !lines.contains { $0.contains("⋮") })
  }

  @Test("one subject, no more and no fewer")
  func subject() throws {
    let cli = HostProcess(data: "/nonexistent")
    for arguments in [[], ["--draft", "{}", "--reference", "X"], ["--decision", "a", "--reference", "X"]] {
      let result = try cli.run(["rules", "explain", "--format", "json"] + arguments)
      #expect(result.status == 64)
      #expect(try result.errorCode() == "usage")
    }
    #expect(try cli.json("rules", "explain", "--reference", "X").errorCode() == "not_found")
  }
}

@Suite("Explaining what is in the store", DemoHouse()) struct ExplainStoredCommandTests {
  let cli = DemoHouse.cli

  @Test("a booking by its reference, an attempt by the id that refusals list")
  func stored() throws {
    let (date, time) = try cli.freeStart()
    let made = try cli.json("book", "--date", date, "--time", time, "--party", "2", "--name", "Ada").json()
    let reference = try #require((made["booking"] as? [String: Any])?["reference"] as? String)
    let booking = try cli.json("rules", "explain", "--reference", reference)
    #expect(booking.status == 0)
    #expect(try booking.json()["outcome"] as? String == "confirmed")
    let decision = try #require(try booking.json()["decision"] as? [String: Any])
    #expect(decision["reference"] as? String == reference)

    let refused = try cli.json("book", "--date", date, "--time", time, "--party", "13", "--name", "Bus")
    let offered = try #require(try refused.json()["alternatives"] as? [[String: Any]])
    #expect(offered.first?["party"] as? Int == 12 && offered.first?["difference"] as? String == "party")
    #expect(
      try cli.json("book", "--date", date, "--time", time, "--party", "2").json()["alternatives"] == nil)

    let list = try cli.json("rules", "refusals", "--limit", "2").json()
    let refusals = try #require(list["refusals"] as? [[String: Any]])
    #expect(Set(refusals.compactMap { $0["party"] as? Int }) == [2, 13])
    #expect(!"\(list)".contains("Bus"))
    // The two may have been made in the same second.
    let id = try #require(refusals.first { $0["party"] as? Int == 13 }?["id"] as? String)
    let attempt = try cli.json("rules", "explain", "--decision", id)
    #expect(attempt.status == 0)
    #expect(try attempt.codes() == ["party_max"])
    let text = try cli.run(["rules", "explain", "--decision", id]).output
    #expect(text.contains("refused  attempt of ") && text.contains("party = { min = 1, max = 12 }"))
    #expect(try cli.run(["rules", "refusals", "--date", "today"]).output.contains(id))
  }

  @Test("only what is there, and only to members")
  func absent() throws {
    #expect(try cli.json("rules", "explain", "--reference", "NOPE").status == 4)
    #expect(try cli.json("rules", "explain", "--decision", "nope").status == 4)
    #expect(try cli.json("rules", "refusals", "--restaurant", "sakura").status == 3)
    #expect(try cli.json("rules", "refusals", "--limit", "0").status == 64)
    #expect(try cli.json("rules", "refusals", "--date", "someday").status == 2)
  }
}
