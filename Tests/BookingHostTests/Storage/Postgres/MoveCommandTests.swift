#if Postgres
  import Foundation
  import Testing

  @testable import BookingHost

  @Suite("Moving on the command line", .enabled(if: TestStore.isPostgres, "make postgres-test"), DemoHouse())
  struct MoveCommandTests {
    private var cli: HostProcess { DemoHouse.cli }

    /// The address of a database that nobody has made tables in.
    private func emptyDatabase() throws -> String {
      let name = "move_\(UUID().uuidString.prefix(8).lowercased())"
      try PostgresServer.shared.run("CREATE DATABASE \(name)")
      return PostgresServer.shared.address(name)
    }

    private func book(_ cli: HostProcess, _ name: String) throws -> String {
      let start = try cli.freeStart()
      let booked = try cli.json(
        "book", "--mode", "ops", "--party", "2", "--date", start.date, "--time", start.time, "--name", name)
      try #require(booked.status == 0, "\(booked.output)\(booked.complaint)")
      let booking = try #require(try booked.json()["booking"] as? [String: Any])
      return try #require(booking["reference"] as? String)
    }

    @Test func `a store goes into a database, is worked with there, and comes back whole`() throws {
      let place = try TemporaryDirectory()
      let first = try book(cli, "Nora Ephron")

      let database = try emptyDatabase()
      var hosted = cli
      (hosted.data, hosted.environment["BOOKING_DATABASE"]) = (place.path + "/hosted", database)
      let there = try hosted.json("move", "--from", cli.data, "--to", database)
      #expect(there.status == 0, "\(there.output)")
      #expect(try (there.json()["rows"] as? Int ?? 0) > 10)
      // The hosts' directory has the secret now; the session came along with the rows.
      try FileManager.default.copyItem(
        atPath: cli.data + "/session.json", toPath: hosted.data + "/session.json")
      #expect(try hosted.json("booking", "show", first).status == 0)
      let second = try book(hosted, "Billy Wilder")
      #expect(try cli.json("booking", "show", second).status == 4)

      var home = cli
      home.data = place.path + "/home"
      let back = try hosted.json("move", "--from", database, "--to", home.data)
      #expect(back.status == 0, "\(back.output)")
      try FileManager.default.copyItem(
        atPath: cli.data + "/session.json", toPath: home.data + "/session.json")
      for reference in [first, second] {
        #expect(try home.json("booking", "show", reference).status == 0, "\(reference)")
      }
      _ = try book(home, "Elaine May")
      #expect(try home.json("doctor").status == 0)
    }

    @Test func `nothing is moved to where another secret is, or another store`() throws {
      let place = try TemporaryDirectory()
      let database = try emptyDatabase()
      var other = cli
      other.data = place.path + "/other"
      try #require(try other.json("setup", "--demo").status == 0)
      let refused = try other.json("move", "--from", cli.data, "--to", database)
      #expect(refused.status == 64)
      #expect(try refused.errorCode() == "usage")
      let store = try Store.open(database: database)
      #expect(try store.read { try $0.restaurants().isEmpty })
      #expect(try cli.json("move", "--from", cli.data, "--to", other.data).status != 0)
      #expect(try other.json("doctor").status == 0)
    }

    @Test func `a host works with the secret that the others have, or not at all`() throws {
      let place = try TemporaryDirectory()
      var (first, second) = (cli, cli)
      (first.data, second.data) = (place.path + "/first", place.path + "/second")
      first.environment["BOOKING_DATABASE"] = try emptyDatabase()
      second.environment = first.environment
      try #require(try first.json("setup", "--demo").status == 0)
      // Nobody makes it another by setting up once more.
      #expect(try second.json("setup", "--demo").status == 64)
      #expect(!FileManager.default.fileExists(atPath: second.data + "/secret"))
      _ = try SecretFile(directory: second.data).create()
      let today = Zone(identifier: "Europe/London")!.local(Instant(Date())).date.description
      let refused = try second.json("slots", "--mode", "customer", "--party", "2", "--date", today)
      #expect(refused.status == 64)
      #expect(refused.output.contains("secret from one of them"))
      #expect(try second.json("doctor").output.contains("is not the one that the database's other hosts"))
      try FileManager.default.removeItem(atPath: second.data + "/secret")
      try SecretFile(directory: second.data).copy(from: first.data)
      let taken = try second.json("slots", "--mode", "customer", "--party", "2", "--date", today)
      #expect(!taken.output.contains("secret"), "\(taken.output)")
      #expect(try !second.json("doctor").output.contains("is not the one that"))
    }

    @Test func `an address is not said, and neither is its password`() throws {
      let nowhere = "postgres://owner:pa55word@127.0.0.1:1/nothing"
      let moved = try cli.run(["move", "--from", cli.data, "--to", nowhere])
      #expect(moved.status != 0)
      #expect(!(moved.output + moved.complaint).contains("pa55word"))
    }
  }
#endif
