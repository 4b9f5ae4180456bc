import Foundation
import Testing

@Suite("What follows bookings, on the command line", DemoHouse())
struct OutboxCommandTests {
  private var cli: HostProcess { DemoHouse.cli }

  private func book(in cli: HostProcess) throws -> [String: Any] {
    let start = try cli.freeStart()
    let result = try cli.run([
      "book", "--date", start.date, "--time", start.time, "--party", "2", "--name", "Ada Lovelace",
      "--format", "json",
    ])
    return try #require(try result.json()["booking"] as? [String: Any])
  }

  private func states(_ booking: [String: Any]) -> [String: String] {
    let effects = booking["effects"] as? [[String: Any]] ?? []
    return Dictionary(
      effects.map { ($0["kind"] as? String ?? "", $0["state"] as? String ?? "") }, uniquingKeysWith: { $1 })
  }

  @Test("points and a word to the floor are there as soon as the booking is")
  func atOnce() throws {
    let booking = try book(in: cli)
    #expect(states(booking) == ["email": "skipped", "loyalty": "delivered", "notify": "delivered"])
    let reference = try #require(booking["reference"] as? String)
    #expect(states(try cli.json("booking", "show", reference).json()) == states(booking))
  }

  @Test("what waits or has failed is listed, can be looked at, tried again and cancelled")
  func outbox() throws {
    // Alone: what is due in a house is delivered by whoever comes first, and others find it under way.
    let place = try TemporaryDirectory()
    let cli = try cli.untouched(in: place)
    _ = try book(in: cli)
    let listed = try cli.json("outbox", "list").json()
    #expect(listed["effects"] is [Any])
    let all = try #require(
      try cli.json("outbox", "list", "--state", "delivered").json()["effects"] as? [[String: Any]])
    let id = try #require(all.first?["id"] as? Int)
    let shown = try cli.json("outbox", "show", "\(id)").json()
    #expect((shown["history"] as? [[String: Any]])?.last?["outcome"] as? String == "delivered")
    #expect(try cli.json("outbox", "retry", "\(id)").status == 64)
    #expect(try cli.json("outbox", "cancel", "\(id)").status == 64)
    #expect(try cli.json("outbox", "show", "999999").status == 4)
    #expect(try cli.json("outbox", "list", "--state", "lost").status == 64)
    #expect(try cli.json("outbox", "deliver").json()["tried"] is Int)
  }

  @Test("whoever is not signed in sees nothing of it")
  func signedOut() throws {
    let other = HostProcess(data: cli.data + "-other")
    defer { try? FileManager.default.removeItem(atPath: other.data) }
    #expect(try other.json("setup", "--demo").status == 0)
    #expect(try other.json("outbox", "list").status == 3)
    #expect(try other.json("outbox", "retry", "--failed").status == 3)
  }
}
