#if Postgres
  import Foundation
  import Synchronization
  import Testing

  @testable import BookingHost

  /// What PostgreSQL alone has to show. What both engines have to show is in the suites of the parts themselves.
  @Suite(.enabled(if: TestStore.isPostgres, "make postgres-test"))
  struct `A store in PostgreSQL` {
    let url: String
    let store: Store

    init() throws {
      url = try PostgresServer.shared.newDatabase()
      store = try StoreFixtures.filled(Store.open(database: url))
    }

    private func connection(as role: String? = nil) throws -> PostgresConnection {
      let connection = try PostgresConnection(PostgresAddress(url), PostgresLimits())
      if let role { try connection.simple("SET ROLE \(role)") }
      return connection
    }

    private func code(_ body: () throws -> Void) -> String? {
      do {
        try body()
        return nil
      } catch {
        return (error as? PostgresFailure)?.code
      }
    }

    // MARK: Rights

    @Test func `shows nothing to a role without rights`() throws {
      try connection().simple(
        "DO $$ BEGIN CREATE ROLE anon NOLOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$"
      )
      for table in try TestStore.tables(store) {
        #expect(
          code { try connection(as: "anon").simple("SELECT * FROM booking.\(table)") } == "42501", "\(table)")
      }
      // Not even where somebody has granted too much: no policy lets it see a row.
      try connection().simple("GRANT USAGE ON SCHEMA booking TO anon; GRANT SELECT ON booking.staff TO anon")
      #expect(try connection(as: "anon").simple("SELECT count(*) FROM booking.staff") == "0")
      try connection().simple("REVOKE ALL ON booking.staff FROM anon; REVOKE ALL ON SCHEMA booking FROM anon")
    }

    @Test func `lets the hosts' role do what hosts do, and change no table and no line of the trail`() throws
    {
      let host = try connection(as: "booking_host")
      #expect(try host.simple("SELECT count(*) FROM restaurants") == "2")
      #expect(code { try host.simple("UPDATE audit SET action = 'nothing'") } == "42501")
      #expect(code { try host.simple("DROP TABLE bookings") } == "42501")
      #expect(code { try host.simple("CREATE TABLE booking.mine (id int)") } == "42501")
      #expect(code { try host.simple("ALTER TABLE bookings DISABLE ROW LEVEL SECURITY") } == "42501")
      #expect(code { try host.simple("UPDATE schema_versions SET version = 1") } == "42501")
    }

    @Test func `is as closed in every table, also in those of later versions`() throws {
      let open = try store.rows(
        """
        SELECT relname FROM pg_class WHERE relnamespace = 'booking'::regnamespace AND relkind = 'r'
          AND NOT relrowsecurity
        """)
      #expect(open == [])
    }

    // MARK: Versions

    @Test func `is brought up to date once by many who begin at once`() async throws {
      let name = "many_\(UUID().uuidString.prefix(8).lowercased())"
      try PostgresServer.shared.run("CREATE DATABASE \(name)")
      let address = PostgresServer.shared.address(name)
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<4 { group.addTask { try await onThread { _ = try Store.migrate(database: address) } } }
        try await group.waitForAll()
      }
      let store = try Store.open(database: address)
      let versions = try store.rows("SELECT version FROM schema_versions ORDER BY version")
      #expect(versions.map { $0["version"] } == (8...PostgresMigrations.known).map(String.init))
    }

    @Test func `of a later program is left alone, and one that is missing is said to be`() throws {
      try store.execute("INSERT INTO schema_versions (version) VALUES (999)")
      #expect(throws: StoreError.newer(schema: 999, known: PostgresMigrations.known)) {
        try Store.open(database: url)
      }
      let name = "empty_\(UUID().uuidString.prefix(8).lowercased())"
      try PostgresServer.shared.run("CREATE DATABASE \(name)")
      #expect(throws: StoreError.missingDatabase) {
        try Store.open(database: PostgresServer.shared.address(name))
      }
    }

    // MARK: Many writers

    @Test func `shows nobody a line of the trail before those that come before it`() async throws {
      let (entered, opened) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
      let store = store
      let before = try #require(try TestStore.newestLine(of: store))
      @Sendable func note(_ writer: StoreWriter) throws {
        try writer.audit(
          AuditEntry(at: StoreFixtures.now, restaurantID: "r-anchor", action: "restaurant.changed"))
      }
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
          try await onThread {
            try store.write { writer in
              try note(writer)
              entered.signal()
              opened.wait()
            }
          }
        }
        try await onThread { entered.wait() }
        // The second commits before the first: whoever reads now would never see the first.
        try store.write { try note($0) }
        #expect(try store.read { try $0.lastAuditID() } == before)
        opened.signal()
        try await group.waitForAll()
      }
      let last = try #require(try TestStore.newestLine(of: store))
      let events = try store.read { try $0.bookingEvents(after: before, through: last, limit: 10) }
      #expect(last > before && events.count == 2)
      #expect(events.map(\.id) == events.map(\.id).sorted())
    }

    @Test func `runs a write again that lost to another, from its beginning`() throws {
      let runs = Mutex(0)
      let other = try Store.open(database: url)
      try store.write { writer in
        let run = runs.withLock { runs in
          runs += 1
          return runs
        }
        let known = try writer.restaurant(id: "r-anchor")?.name
        if run == 1 {
          try other.write {
            try $0.connection.db.run("UPDATE restaurants SET name = 'Other' WHERE id = 'r-anchor'")
          }
        }
        try writer.connection.db.run(
          "UPDATE restaurants SET name = ? WHERE id = 'r-anchor'", [(known ?? "") + "!"])
      }
      #expect(runs.withLock { $0 } == 2)
      #expect(try store.read { try $0.restaurant(id: "r-anchor")?.name } == "Other!")
    }

    @Test func `says that it is busy when a write goes on losing`() throws {
      let other = try Store.open(database: url)
      let patience = PostgresEngine.Patience(attempts: 3, random: { 0 }, wait: { _ in })
      let impatient = Store(
        PostgresEngine(PostgresPool(try PostgresAddress(url), PostgresLimits()), patience: patience))
      let rename = "UPDATE restaurants SET name = name || '!' WHERE id = 'r-anchor'"
      #expect(throws: StoreError.busy) {
        try impatient.write { writer in
          _ = try writer.restaurants()
          try other.write { try $0.connection.db.run(rename) }
          try writer.connection.db.run(rename)
        }
      }
    }

    @Test func `goes on by itself when its connections were cut`() throws {
      _ = try store.read { try $0.restaurants() }
      try connection().simple(
        """
        SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid()
        """)
      #expect(try store.read { try $0.restaurants() }.count == 2)
      try store.add(StoreFixtures.booking(1))
      #expect(try store.count("bookings") == 1)
    }

    @Test func `writes once what is cut off in the middle`() throws {
      let runs = Mutex(0)
      try store.write { writer in
        try writer.connection.db.run("UPDATE restaurants SET name = name || '!' WHERE id = 'r-anchor'")
        if runs.withLock({
          $0 += 1; return $0
        }) == 1 {
          let me = try writer.connection.db.first("SELECT pg_backend_pid() AS pid") { $0["pid"] as Int }
          try connection().simple("SELECT pg_terminate_backend(\(me ?? 0))")
        }
        _ = try writer.restaurants()
      }
      #expect(runs.withLock { $0 } == 2)
      #expect(try store.read { try $0.restaurant(id: "r-anchor")?.name } == "The Anchor!")
    }

    @Test func `tells the other hosts that it has written`() async throws {
      let other = try Store.open(database: url)
      let (ready, heard) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
      // Who listens rings too; the first call says that the other is listening.
      store.listen { ready.signal() }
      other.listen { heard.signal() }
      try await onThread {
        ready.wait()
        heard.wait()
      }
      try store.add(StoreFixtures.booking(1))
      try await onThread { heard.wait() }
      #expect(try other.count("bookings") == 1)
    }

    // MARK: Secrets

    @Test(arguments: [
      "postgres://u:pa55word@127.0.0.1:1/x", "postgres://u:pa55word@no-such-host.invalid/x",
      "postgres://u:pa55word@host:pa55word/x", "postgres://u:pa55word@127.0.0.1/x?pa55word=1",
      "mysql://u:pa55word@host/x",
    ])
    func `never says a password`(_ url: String) throws {
      do {
        _ = try Store.open(database: url, busySeconds: 0.01)
        Issue.record("There is no such database.")
      } catch {
        #expect(!"\(error)".contains("pa55word"))
        let message = (error as? StoreError)?.message
        #expect(message?.contains("pa55word") == false)
      }
    }
  }
#endif
