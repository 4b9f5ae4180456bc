import Foundation
import Testing

@testable import BookingHost

private let csv = "date,time,party,name,reference\n2025-06-01,19:30,2,Ada Lovelace,OLD1\n"

@Suite("Export, import and calendar on the command line")
struct LedgerCommandTests {
  @Test(
    "a manager takes bookings in, hands them out, and has a calendar; a file has its name only when whole")
  func manager() throws {
    let place = try WebhookProcess()
    let cli = place.cli
    let directory = try TemporaryDirectory()
    let (good, bad) = (directory.path + "/good.csv", directory.path + "/bad.csv")
    try Data(csv.utf8).write(to: URL(fileURLWithPath: good))
    try Data((csv + "2025-06-01,19:30,none,Joan,\n").utf8).write(to: URL(fileURLWithPath: bad))

    #expect(try cli.json("import", good, "--dry-run").json()["imported"] as? Int == 1)
    let refused = try cli.json("import", bad)
    #expect(refused.status == 2)
    let fault = try #require((try refused.json()["errors"] as? [[String: Any]])?.first)
    #expect(fault["line"] as? Int == 3 && fault["column"] as? String == "party")
    let shown = try cli.run(["import", bad])
    #expect(shown.status == 2 && shown.complaint.contains("line 3, party: "))
    #expect(try cli.json("import", bad, "--keep-going").json()["imported"] as? Int == 1)
    #expect(try cli.json("import", good).json()["duplicates"] as? Int == 1)

    let out = directory.path + "/out.csv"
    #expect(try cli.json("export", "--output", out).json()["bookings"] as? Int == 1)
    #expect(try cli.json("export", "--output", out).status == 64)
    let printed = try cli.run(["export", "--to", "2025-12-31"])
    #expect(try printed.output == String(contentsOfFile: out, encoding: .utf8))
    #expect(try FileManager.default.contentsOfDirectory(atPath: directory.path).count == 3)

    let link = try cli.json("calendar", "link")
    let path = try #require(try link.json()["path"] as? String)
    #expect(path.hasPrefix("/calendar/") && path.hasSuffix(".ics") && path.count == 36)
    #expect(try cli.json("calendar", "revoke").status == 0)
    #expect(try cli.json("calendar", "revoke").status == 4)
  }
}

@Suite("Export, import and calendar are for managers", DemoHouse())
struct LedgerAccessTests {
  @Test("whoever is no manager does none of it")
  func host() throws {
    let cli = DemoHouse.cli
    let directory = try TemporaryDirectory()
    let file = directory.path + "/in.csv"
    try Data(csv.utf8).write(to: URL(fileURLWithPath: file))
    for arguments in [
      ["import", file], ["export", "--output", directory.path + "/out.csv"], ["calendar", "link"],
    ] {
      #expect(try cli.run(arguments + ["--format", "json"]).status == 3, "\(arguments)")
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: directory.path) == ["in.csv"])
  }
}
