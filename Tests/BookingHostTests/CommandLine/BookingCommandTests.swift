import Foundation
import Testing

@testable import BookingHost

@Suite("Booking on the command line", DemoHouse())
struct BookingCommandTests {
  private let cli = DemoHouse.cli

  @Test("a walk-in with only a name is confirmed, tagged, and seen at once by other processes")
  func nameOnly() throws {
    let (date, time) = try cli.freeStart()
    let result = try cli.json(
      "book", "--date", date, "--time", time, "--party", "2", "--name", "Ada Lovelace")
    #expect(result.status == 0)
    let document = try result.json()
    #expect(document["outcome"] as? String == "confirmed")
    let booking = try #require(document["booking"] as? [String: Any])
    #expect(booking["source"] as? String == "system")
    #expect(booking["label"] as? String == "Created by System")
    #expect(booking["email"] is NSNull)
    #expect(booking["phone"] is NSNull)
    let details = try #require(booking["details"] as? [String: Any])
    #expect(details["createdBy"] as? String == "system")
    #expect(details["channel"] as? String == "ops")
    #expect((details["staff"] as? [String: Any])?["id"] as? String != nil)
    let effects = try #require(booking["effects"] as? [[String: Any]])
    let email = try #require(effects.first { $0["kind"] as? String == "email" })
    #expect(email["state"] as? String == "skipped")
    #expect(email["reason"] as? String == "no email address was given")
    try isSeen(booking)
  }

  private func isSeen(_ booking: [String: Any]) throws {
    let reference = try #require(booking["reference"] as? String)
    let date = try #require(booking["serviceDate"] as? String)
    let list = try cli.json("bookings").json()["bookings"] as? [[String: Any]]
    #expect(list?.contains { $0["reference"] as? String == reference } == true)
    let shown = try cli.json("booking", "show", reference.lowercased()).json()
    #expect(NSDictionary(dictionary: shown) == NSDictionary(dictionary: booking))
    let dashboard = try cli.json("dashboard", "--date", date).json()
    let totals = try #require(dashboard["totals"] as? [String: Any])
    #expect(totals["covers"] as? Int ?? 0 >= 2)
    let text = try cli.run(["dashboard", "--date", date]).output
    #expect(text.contains(reference) && text.contains("Created by System") && text.contains("█"))
  }

  @Test("all mistakes of a draft are told at once, and nothing fails in the parser")
  func mistakes() throws {
    let result = try cli.json(
      "book", "--date", "2026-02-30", "--time", "25:00", "--party", "two", "--name", "  ", "--email", "nope",
      "--phone", "12")
    #expect(result.status == 2)
    let expected = [
      "date_invalid", "time_invalid", "party_invalid", "name_required", "email_invalid", "phone_invalid",
    ]
    #expect(try result.codes().sorted() == expected.sorted())
    #expect(try result.json()["overridable"] as? Bool == false)
  }

  @Test(
    "no party is too odd to be told what is wrong with it",
    arguments: ["0", "-1", "13", "999999999999", "2.5"])
  func oddParties(_ party: String) throws {
    let result = try cli.json("book", "--date", "fri", "--time", "7pm", "--party", party, "--name", "Ada")
    #expect(result.status == 2)
    #expect(try result.codes().contains { $0.hasPrefix("party_") })
  }

  @Test("someone else's restaurant and one that does not exist are answered alike")
  func otherRestaurants() throws {
    let answers = try ["harbor-house", "nowhere"].map { slug in
      try cli.json(
        "book", "--restaurant", slug, "--date", "fri", "--time", "7pm", "--party", "2", "--name", "Ada")
    }
    #expect(answers.map(\.status) == [3, 3])
    #expect(answers[0].output == answers[1].output)
  }

  @Test("the same request twice makes one booking; another under its key is a conflict")
  func idempotency() throws {
    let (date, time) = try cli.freeStart()
    func book(_ name: String) throws -> HostProcess.Result {
      try cli.json(
        "book", "--date", date, "--time", time, "--party", "1", "--name", name, "--idempotency-key", "till-1")
    }
    let first = try book("Once"), again = try book("Once"), other = try book("Another")
    let references = try [first, again].map { ($0, try $0.json()["booking"] as? [String: Any]) }
      .map { $0.1?["reference"] as? String }
    #expect(references[0] != nil && references[0] == references[1])
    #expect(try first.json()["duplicate"] == nil)
    #expect(try again.json()["duplicate"] as? Bool == true)
    #expect(other.status == 2)
    #expect(try other.errorCode() == "idempotency_conflict")
  }

  @Test("a new mode file works without a rebuild, with a field of its own")
  func newMode() throws {
    let rules = HostProcess.temporaryDirectory()
    defer { try? FileManager.default.removeItem(atPath: rules) }
    try FileManager.default.copyItem(atPath: HostProcess.shippedRules, toPath: rules)
    let mode = """
      return {
        title = "Phone", access = "staff", source = "phone",
        fields = { name = { required = true }, children = { type = "integer", max = 4 } },
      }
      """
    try mode.write(toFile: rules + "/phone.lua", atomically: true, encoding: .utf8)
    let (date, time) = try cli.freeStart()
    let phone = HostProcess(data: cli.data, rules: rules)
    func book(children: String) throws -> HostProcess.Result {
      try phone.json(
        "book", "--mode", "phone", "--date", date, "--time", time, "--party", "1", "--name", "Ring Ring",
        "--answer", "children=\(children)")
    }
    let details = (try book(children: "2").json()["booking"] as? [String: Any])?["details"] as? [String: Any]
    #expect((details?["answers"] as? [String: Any])?["children"] as? Int == 2)
    #expect(try book(children: "9").codes() == ["children_invalid"])
  }

  @Test("guests are asked for what the customer rules ask, whoever is signed in")
  func customer() throws {
    let (date, time) = try cli.freeStart()
    let result = try cli.json(
      "book", "--mode", "customer", "--date", date, "--time", time, "--party", "2", "--name", "Ada")
    #expect(result.status == 2)
    #expect(try Set(result.codes()).isSuperset(of: ["email_required", "phone_required", "terms_required"]))
  }

  @Test("in text a refusal is on standard error, in words, and standard output stays empty")
  func textRefusal() throws {
    let result = try cli.run(["book", "--date", "fri", "--time", "7pm", "--party", "2"])
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(result.complaint.contains("Name is required"))
  }

  @Test("in text a confirmation says that no email means no confirmation")
  func textConfirmation() throws {
    let (date, time) = try cli.freeStart()
    let result = try cli.run(["book", "--date", date, "--time", time, "--party", "1", "--name", "Plain Text"])
    #expect(result.status == 0)
    #expect(result.output.contains("No email given, so no confirmation will be sent."))
    #expect(!result.output.contains("\u{1B}"))
  }
}
