import Foundation
import Testing

@testable import BookingHost

@Suite("What a command says when it cannot")
struct CommandFailureTests {
  private let cli = HostProcess(data: HostProcess.temporaryDirectory())

  @Test(
    "a usage failure is 64 and one JSON document, wherever the format is said",
    arguments: [
      ["book", "--foo", "--format", "json"], ["slots", "--format=json"], ["--format", "json", "nonsense"],
      ["setup", "--format", "json"], ["setup", "--demo", "--slug", "x", "--format", "json"],
    ])
  func usage(_ arguments: [String]) throws {
    let result = try cli.run(arguments)
    #expect(result.status == 64)
    #expect(try result.errorCode() == "usage")
    #expect(result.complaint.isEmpty)
  }

  @Test("in text a usage failure says what to look at, on standard error")
  func usageInText() throws {
    let result = try cli.run(["whoami", "extra"])
    #expect(result.status == 64)
    #expect(result.output.isEmpty)
    #expect(result.complaint.hasPrefix("error: "))
    #expect(result.complaint.contains("host-cli whoami --help"))
  }

  @Test("help is no failure", arguments: [["--help"], ["book", "--help"], ["help", "rules"], ["booking"]])
  func help(_ arguments: [String]) throws {
    let result = try cli.run(arguments)
    #expect(result.status == 0)
    #expect(result.output.contains("USAGE: host-cli"))
  }

  @Test func `the version is a number, and where it was built from`() throws {
    let result = try cli.run(["--version"])
    #expect(result.status == 0)
    #expect(try /^\d+\.\d+\.\d+ \(.+\)\n$/.wholeMatch(in: result.output) != nil)
  }

  @Test(
    "without a store a command says how to make one, and makes none",
    arguments: [["whoami"], ["bookings"], ["book", "--name", "Ada"], ["sign-out"]])
  func noStore(_ arguments: [String]) throws {
    let result = try cli.run(arguments + ["--format", "json"])
    #expect(result.status == 4)
    #expect(try result.errorCode() == "not_found")
    #expect(!FileManager.default.fileExists(atPath: cli.data))
  }

  @Test("nobody signed in books, and nothing is written")
  func signedOut() throws {
    defer { try? FileManager.default.removeItem(atPath: cli.data) }
    let setup = [
      "setup", "--restaurant", "Sakura", "--slug", "sakura", "--timezone", "Asia/Tokyo", "--owner",
      "boss@sakura.example", "--format", "json",
    ]
    #expect(try cli.run(setup).status == 0)
    let book = try cli.json("book", "--date", "tomorrow", "--time", "19:00", "--party", "2", "--name", "Ada")
    #expect(book.status == 3)
    #expect(try book.errorCode() == "not_signed_in")
    let store = try Store.open(directory: cli.data)
    let restaurants = try store.read { try $0.restaurants() }
    let bookings = try store.read { try $0.bookings(BookingQuery(restaurantIDs: restaurants.map(\.id))) }
    #expect(bookings.isEmpty)
    let again = try cli.run(setup)
    #expect(again.status == 2)
    #expect(try again.codes() == ["slug_taken"])
    #expect(try cli.json("staff", "password", "nobody@sakura.example").status == 4)
    let short = try cli.run(
      ["staff", "password", "boss@sakura.example", "--password-stdin", "--format", "json"], input: "short\n")
    #expect(short.status == 2)
  }

  @Test("a slip in a rule file is shown with file, line and what was meant")
  func rulesCheck() throws {
    let rules = HostProcess.temporaryDirectory()
    defer { try? FileManager.default.removeItem(atPath: rules) }
    try FileManager.default.copyItem(atPath: HostProcess.shippedRules, toPath: rules)
    let slip =
      "return {\n  title = \"Phone\", access = \"staff\", source = \"phone\",\n"
      + "  fields = { name = { requird = true } },\n}\n"
    try slip.write(toFile: rules + "/phone.lua", atomically: true, encoding: .utf8)
    let text = try cli.run(["rules", "check", rules])
    #expect(text.status == 2)
    #expect(text.complaint.contains("phone.lua:3:23: "))
    #expect(text.complaint.contains("did you mean required"))
    let json = try cli.json("rules", "check", rules)
    #expect(json.status == 2)
    let errors = try #require(try json.json()["errors"] as? [[String: Any]])
    #expect(errors.first?["rule"] as? String == "phone.lua:3")
  }

  @Test("the shipped rules pass the check, without a store")
  func shippedRules() throws {
    let result = try cli.json("rules", "check")
    #expect(result.status == 0)
    #expect(try result.json()["ok"] as? Bool == true)
  }

  @Test("a shell can be taught to complete commands")
  func completions() throws {
    let result = try cli.run(["--generate-completion-script", "bash"])
    #expect(result.status == 0)
    #expect(result.output.contains("complete") && result.output.contains("--override-reason"))
  }
}
