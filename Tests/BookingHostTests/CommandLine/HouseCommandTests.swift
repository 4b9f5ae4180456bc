import Foundation
import Testing

@testable import BookingHost

/// The demo with its manager and its owner, each in turn signed in.
private struct Desk {
  let cli = HostProcess(data: HostProcess.temporaryDirectory())
  private let passwords: [String: String]

  init() throws {
    let setup = try cli.json("setup", "--demo").json()
    let staff = try #require(setup["staff"] as? [[String: Any]])
    passwords = Dictionary(
      uniqueKeysWithValues: staff.map { ($0["role"] as? String ?? "", $0["password"] as? String ?? "") })
    try signIn("manager")
  }

  func signIn(_ role: String) throws {
    let result = try cli.run(
      ["sign-in", "\(role)@the-anchor.example", "--password-stdin"], input: (passwords[role] ?? "") + "\n")
    try #require(result.status == 0, "\(result.complaint)")
  }

  func book() throws -> (reference: String, date: String) {
    let start = try cli.freeStart()
    let result = try cli.json(
      "book", "--date", start.date, "--time", start.time, "--party", "2", "--name", "Ada Lovelace")
    let booking = try #require(try result.json()["booking"] as? [String: Any], "\(result)")
    return (try #require(booking["reference"] as? String), start.date)
  }
}

@Suite("The commands of managers") struct HouseCommandTests {
  @Test func `a change that strands a booking is exit 2 with the booking, and done with --yes`() throws {
    let desk = try Desk()
    defer { try? FileManager.default.removeItem(atPath: desk.cli.data) }
    let (reference, date) = try desk.book()
    let stop = try desk.cli.json("hours", "except", date, "closed", "--reason", "Wedding")
    #expect(stop.status == 2)
    let json = try stop.json()
    #expect((json["stranded"] as? [[String: Any]])?.map { $0["reference"] as? String } == [reference])
    #expect(try stop.codes() == ["would_strand"])
    let shown = try desk.cli.run(["hours", "except", date, "closed"])
    #expect(shown.status == 2 && shown.output.isEmpty)
    #expect(shown.complaint.contains(reference) && shown.complaint.contains("--yes"))
    let before = try desk.cli.json("hours").json()["exceptions"] as? [[String: Any]]
    #expect(before?.contains { $0["date"] as? String == date } == false)

    let done = try desk.cli.json("hours", "except", date, "closed", "--reason", "Wedding", "--yes")
    #expect(done.status == 0, "\(done)")
    let removed = try desk.cli.json("hours", "remove", date)
    #expect(removed.status == 0)
    let history = try desk.cli.json("restaurant", "history").json()["history"] as? [[String: Any]]
    #expect(history?.map { $0["action"] as? String } == ["hours.changed", "hours.changed"])
  }

  @Test func `close for an hour and open leave everything as it was`() throws {
    let desk = try Desk()
    defer { try? FileManager.default.removeItem(atPath: desk.cli.data) }
    let before = try desk.cli.json("restaurant").output
    let closed = try desk.cli.json("close", "--for", "60m", "--reason", "Kitchen is full")
    let house = try closed.json()["restaurant"] as? [String: Any]
    #expect((house?["closures"] as? [Any])?.count == 1, "\(closed)")
    #expect(try desk.cli.json("open").status == 0)
    #expect(try desk.cli.json("restaurant").output == before)
  }

  @Test func `what is set is shown, and what is misspelt is refused with a word of what was meant`() throws {
    let desk = try Desk()
    defer { try? FileManager.default.removeItem(atPath: desk.cli.data) }
    for command in [
      ["restaurant", "set", "--email", "table@the-anchor.example", "--phone", ""],
      ["hours", "set", "fri,sat", "12:00-03:00"], ["capacity", "seats", "44"],
      ["service", "set", "brunch", "--days", "sat", "--hours", "10:00-12:00", "--parties", "9"],
      ["capacity", "set", "dinner", "--covers", "50", "--on", "fri"],
      ["capacity", "usual", "dinner", "--on", "fri"], ["service", "remove", "brunch"],
    ] {
      let result = try desk.cli.run(command)
      #expect(result.status == 0 && !result.output.isEmpty, "\(command): \(result)")
    }
    let text = try desk.cli.run(["restaurant", "show"]).output
    #expect(text.contains("table@the-anchor.example") && text.contains("12:00-03:00"))
    for (command, code) in [
      (["hours", "set", "funday", "closed"], "days_invalid"),
      (["hours", "set", "fri", "late"], "hours_invalid"),
      (["capacity", "set", "diner", "--covers", "4"], "service_unknown"),
      (["close", "--for", "soon"], "time_invalid"), (["close", "--to", "late"], "moment_invalid"),
    ] {
      let result = try desk.cli.run(command + ["--format", "json"])
      #expect(result.status == 2)
      #expect(try result.codes() == [code])
    }
  }

  @Test func `managers ask people in, owners give roles, and hosts do neither`() throws {
    let desk = try Desk()
    defer { try? FileManager.default.removeItem(atPath: desk.cli.data) }
    let invited = try desk.cli.run(["staff", "invite", "grace@example.com", "--role", "host"])
    #expect(invited.output.contains("host-cli staff password grace@example.com"))
    #expect(try desk.cli.json("staff", "role", "grace@example.com", "manager").status == 3)
    try desk.signIn("owner")
    #expect(try desk.cli.json("staff", "role", "grace@example.com", "manager").status == 0)
    #expect(try desk.cli.json("staff", "revoke", "owner@the-anchor.example").codes() == ["last_owner"])
    #expect(try desk.cli.json("staff", "revoke", "grace@example.com").status == 0)
    try desk.signIn("host")
    #expect(try desk.cli.json("staff", "list").status == 3)
    #expect(try desk.cli.json("restaurant", "set", "--name", "Mine").errorCode() == "not_allowed")
    #expect(try desk.cli.json("restaurant", "show", "--restaurant", "harbor-house").status == 3)
    #expect(try desk.cli.json("staff", "memberships").status == 0)
  }
}
