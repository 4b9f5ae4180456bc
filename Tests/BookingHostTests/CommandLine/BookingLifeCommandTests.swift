import Foundation
import Testing

@testable import BookingHost

@Suite("The life of a booking on the command line", DemoHouse())
struct BookingLifeCommandTests {
  private let cli = DemoHouse.cli

  private func book(_ options: String..., in house: HostProcess? = nil) throws -> String {
    let cli = house ?? cli
    let (date, time) = try cli.freeStart()
    let result = try cli.run(
      ["book", "--date", date, "--time", time, "--party", "2", "--name", "Ada Lovelace", "--format", "json"]
        + options)
    let booking = try #require(try result.json()["booking"] as? [String: Any])
    return try #require(booking["reference"] as? String)
  }

  private func step(_ arguments: String...) throws -> (HostProcess.Result, [String: Any]) {
    let result = try cli.run(["booking"] + arguments + ["--format", "json"])
    return (result, try result.json())
  }

  @Test("goes by steps, and each says how the booking stands")
  func steps() throws {
    let reference = try book()
    let (seated, document) = try step("check-in", reference.lowercased(), "--table", "12, by the fire")
    #expect(seated.status == 0)
    #expect(document["outcome"] as? String == "checked_in")
    #expect((document["booking"] as? [String: Any])?["table"] as? String == "12, by the fire")
    #expect(try step("complete", reference).1["outcome"] as? String == "completed")
    #expect(try step("undo", reference).1["outcome"] as? String == "checked_in")
    #expect(try step("no-show", reference, "--reason", "left at once").1["outcome"] as? String == "no_show")
    #expect(try step("confirm", reference).1["outcome"] as? String == "confirmed")
    #expect(try step("cancel", reference).1["outcome"] as? String == "cancelled")
    let (refused, _) = try step("check-in", reference)
    #expect(refused.status == 2)
    #expect(try refused.codes() == ["transition_invalid"])
    let text = try cli.run(["booking", "check-in", reference])
    #expect(text.status == 2 && text.complaint.contains("it can be confirmed"))
    let history = try step("history", reference).1["history"] as? [[String: Any]]
    #expect(history?.count == 7)
    #expect(history?[4]["reason"] as? String == "left at once")
    let told = try cli.run(["booking", "history", reference]).output
    #expect(told.contains("left at once") && told.contains("(host)"))
    #expect(try cli.run(["booking", "show", reference]).output.contains("cancelled"))
  }

  @Test("a change says what it comes to, and takes away what is to go")
  func change() throws {
    let reference = try book("--email", "ada@example.com", "--notes", "by the window")
    let (changed, document) = try step("change", reference, "--party", "3", "--no-email", "--notes", "")
    #expect(changed.status == 0)
    let booking = try #require(document["booking"] as? [String: Any])
    #expect(booking["party"] as? Int == 3)
    #expect(booking["email"] is NSNull && booking["notes"] is NSNull)
    #expect(booking["version"] as? Int == 2)
    let again = try step("change", reference, "--email", "ada@example.org", "--staff-notes", "a regular")
    #expect((again.1["booking"] as? [String: Any])?["email"] as? String == "ada@example.org")
    let (refused, _) = try step("change", reference, "--party", "99")
    #expect(refused.status == 2)
    #expect(try refused.codes().contains("party_max"))
    let (late, _) = try step("change", reference, "--party", "4", "--version", "1")
    #expect(late.status == 2)
    #expect(try late.errorCode() == "version_conflict")
  }

  @Test("what cannot be meant is a matter of usage")
  func usage() throws {
    let reference = try book()
    for arguments in [
      ["change", reference], ["change", reference, "--email", "a@b.example", "--no-email"],
      ["change", reference, "--mode", "customer", "--party", "3"], ["change", reference, "--answer", "x"],
    ] {
      let result = try cli.run(["booking"] + arguments + ["--format", "json"])
      #expect(result.status == 64, "\(arguments): \(result.output)")
    }
    for arguments in [["cancel", "NOBODY"], ["change", "NOBODY", "--party", "3"], ["history", "NOBODY"]] {
      #expect(try cli.run(["booking"] + arguments + ["--format", "json"]).status == 4)
    }
  }

  @Test("nobody who is not signed in")
  func signedOut() throws {
    let place = try TemporaryDirectory()
    let other = try cli.untouched(in: place)
    let reference = try book(in: other)
    _ = try other.run(["sign-out"])
    for arguments in [
      ["booking", "cancel", reference], ["booking", "change", reference, "--party", "3"],
      ["booking", "history", reference], ["walkin", "--party", "2", "--name", "Ada"],
    ] {
      let result = try other.run(arguments + ["--format", "json"])
      #expect(result.status == 3)
      #expect(try result.errorCode() == "not_signed_in")
    }
  }
}
