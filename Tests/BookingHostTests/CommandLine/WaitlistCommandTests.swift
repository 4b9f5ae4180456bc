import Foundation
import Testing

@testable import BookingHost

@Suite("The waitlist on the command line", DemoHouse())
struct WaitlistCommandTests {
  private let cli = DemoHouse.cli

  private func run(_ arguments: String...) throws -> (HostProcess.Result, [String: Any]) {
    let result = try cli.run(["waitlist"] + arguments + ["--format", "json"])
    return (result, try result.json())
  }

  /// What is refused outside the hours of the demo is another test's: then there is nothing to wait for.
  private func add(_ options: String...) throws -> String? {
    let result = try cli.run(
      ["waitlist", "add", "--party", "2", "--name", "Ada Lovelace", "--format", "json"] + options)
    let document = try result.json()
    if result.status == 2 {
      #expect(try result.codes().allSatisfy { $0.hasPrefix("waitlist_") })
      return nil
    }
    #expect(result.status == 0, "\(result.output)")
    #expect(document["outcome"] as? String == "waiting")
    return (document["entry"] as? [String: Any])?["code"] as? String
  }

  @Test("a party is added, called, put back and let go, by a code that can be typed")
  func steps() throws {
    guard let code = try add("--phone", "+44 20 7946 0999", "--notes", "a pram") else { return }
    #expect(code.hasPrefix("W"))
    let (called, document) = try run("call", code.lowercased())
    #expect(called.status == 0 && document["outcome"] as? String == "called")
    #expect(try cli.run(["waitlist"]).output.contains(code))
    #expect(try run("back", code).1["outcome"] as? String == "waiting")
    let (conflict, _) = try run("call", code, "--version", "1")
    #expect(conflict.status == 2)
    #expect(try conflict.errorCode() == "version_conflict")
    #expect(try run("leave", code, "--reason", "went home").1["outcome"] as? String == "left")
    let (again, _) = try run("call", code)
    #expect(again.status == 2)
    #expect(try again.codes() == ["transition_invalid"])
    let all = try run("list", "--all").1["waitlist"] as? [[String: Any]]
    #expect(all?.contains { $0["code"] as? String == code && $0["reason"] as? String == "went home" } == true)
    #expect(try cli.run(["waitlist", "list", "--all"]).output.contains("left: went home"))
  }

  /// The demo in a directory of its own, open today until tomorrow morning, so that the time of day makes no
  /// difference: who still sits after midnight is there on a day that opened today.
  private func openAllDay(in place: TemporaryDirectory) throws -> (HostProcess, Store) {
    let house = try cli.untouched(in: place)
    let store = try Store.open(directory: house.data)
    let today = Zone(identifier: "Europe/London")!.local(Instant(Date())).date.weekday.number
    try store.execute(
      """
      UPDATE weekly_hours SET opens = 0, closes = 1800, closed = CASE weekday WHEN \(today) THEN 0 ELSE 1 END;
      DELETE FROM dated_hours;
      DELETE FROM service_weekday_capacity; DELETE FROM service_date_capacity; DELETE FROM services;
      """)
    return (house, store)
  }

  @Test("what is seated is a booking")
  func seat() throws {
    let place = try TemporaryDirectory()
    let (house, _) = try openAllDay(in: place)
    let added = try house.run(["waitlist", "add", "--party", "2", "--name", "Ada", "--format", "json"]).json()
    let code = try #require((added["entry"] as? [String: Any])?["code"] as? String)
    let seated = try house.run(["waitlist", "seat", code, "--table", "4", "--format", "json"])
    let document = try seated.json()
    #expect(seated.status == 0, "\(seated.output)")
    #expect((document["booking"] as? [String: Any])?["table"] as? String == "4")
    let entry = try #require(document["entry"] as? [String: Any])
    #expect(entry["booking"] as? String == (document["booking"] as? [String: Any])?["reference"] as? String)
  }

  @Test("what cannot be meant, what is not there, and who is not signed in")
  func failures() throws {
    #expect(try run("call", "W999").0.status == 4)
    #expect(try cli.run(["waitlist", "call", "--format", "json"]).status == 64)
    #expect(try run("list", "--restaurant", "nowhere").0.status == 3)
    let (nameless, _) = try run("add", "--party", "2")
    #expect(nameless.status == 2)
    #expect(try nameless.codes() == ["name_required"])
    let (answer, _) = try run("seat", "W999", "--answer", "x")
    #expect(answer.status == 64)
    let place = try TemporaryDirectory()
    let other = try cli.untouched(in: place)
    _ = try other.run(["sign-out"])
    for arguments in [
      ["waitlist"], ["waitlist", "add", "--party", "2", "--name", "A"], ["waitlist", "call", "W1"],
    ] {
      let result = try other.run(arguments + ["--format", "json"])
      #expect(result.status == 3)
      #expect(try result.errorCode() == "not_signed_in")
    }
  }

  @Test("guests at the door for whom there is no room can wait, and how that is typed is said")
  func offer() throws {
    let place = try TemporaryDirectory()
    let (full, store) = try openAllDay(in: place)
    try store.execute("UPDATE restaurants SET seats = 2")
    let before = try full.run(["walkin", "--party", "2", "--name", "Grace"])
    #expect(before.status == 0, "\(before.complaint)")
    let json = try full.run(["walkin", "--party", "6", "--name", "Ada O'Hara", "--format", "json"])
    #expect(json.status == 2)
    #expect(try json.json()["waitlist"] == nil, "six never fit on two chairs, so nobody says wait")
    try store.execute("UPDATE restaurants SET seats = 6")
    for index in 0..<2 { _ = try full.run(["walkin", "--party", "2", "--name", "Guest \(index)"]) }
    let offered = try full.run(["walkin", "--party", "6", "--name", "Ada O'Hara", "--format", "json"])
    #expect(try offered.json()["waitlist"] as? [String: Int] == ["quotedMinutes": 90, "position": 1])
    let told = try full.run(["walkin", "--party", "6", "--name", "Ada O'Hara"])
    #expect(told.status == 2)
    #expect(
      told.complaint.contains("They can wait: about 90 minutes, first in the line."), "\(told.complaint)")
    #expect(told.complaint.contains(#"host-cli waitlist add --party 6 --name 'Ada O'\''Hara'"#))
    let added = try full.run(["waitlist", "add", "--party", "6", "--name", "Ada O'Hara"])
    #expect(added.status == 0 && added.output.contains("about 90 minutes, place 1 in the line"))
    #expect(try full.run(["dashboard"]).output.contains("Waiting"))
  }
}
