import Foundation
import Testing

@testable import BookingHost

@Suite("Backup, restore and doctor on the command line", DemoHouse())
struct OperationsCommandTests {
  private var cli: HostProcess { DemoHouse.cli }

  @Test("a backup is restored, and deliveries wait until they are released")
  func backupAndRestore() throws {
    let place = try TemporaryDirectory()
    let file = place.path + "/night.sqlite"
    let copy = try cli.json("backup", file)
    #expect(copy.status == 0)
    #expect(try copy.json()["verified"] as? Bool == true)
    let again = try cli.json("backup", file)
    #expect(again.status == 64)
    #expect(try again.errorCode() == "usage")
    #expect(try cli.json("backup", file, "--force").status == 0)

    var other = cli
    other.data = place.path + "/data"
    let restored = try other.json("restore", file)
    #expect(restored.status == 0, "\(restored)")
    #expect(try restored.json()["newSecret"] as? Bool == true)
    #expect(try other.json("whoami").status == 3)
    let doctor = try other.json("doctor")
    #expect(doctor.status == 0, "\(doctor.output)")
    #expect(doctor.output.contains("on hold since"))
    #expect(try other.json("outbox", "release").status == 0)
    #expect(try other.json("outbox", "release").status == 64)
    let bad = try other.json("restore", HostProcess.shippedRules + "/ops.lua")
    #expect(bad.status == 2)
    #expect(try bad.codes() == ["not_restorable"])
  }

  @Test("the doctor's exit code says whether something is wrong, in text and in JSON")
  func doctor() throws {
    let well = try cli.run(["doctor"])
    #expect(well.status == 0, "\(well.output)")
    let nowhere = HostProcess(data: "/nonexistent/data")
    let ill = try nowhere.json("doctor")
    #expect(ill.status == 1)
    #expect(try ill.json()["healthy"] as? Bool == false)
  }
}
