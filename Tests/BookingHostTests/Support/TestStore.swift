import Foundation
import Synchronization
import Testing

@testable import BookingHost

/// The one place that makes a test's store: SQLite, or where `BOOKING_TEST_DATABASE` is the address of a server, a
/// database of its own there. So the same tests hold for both engines. (`make postgres-test` starts a server.)
enum TestStore {
  static var isPostgres: Bool { ProcessInfo.processInfo.environment["BOOKING_TEST_DATABASE"] != nil }

  /// An empty store that is gone with the test.
  static func make() throws -> Store {
    #if Postgres
      if isPostgres { return try Store.open(database: PostgresServer.shared.newDatabase(), connections: 6) }
    #endif
    return try Store.inMemory()
  }

  /// A store that others may be opened beside, by the name of its directory.
  static func create(directory: String) throws -> Store {
    #if Postgres
      if isPostgres {
        return try Store.open(database: PostgresServer.shared.database(of: directory), connections: 12)
      }
    #endif
    return try Store.create(directory: directory)
  }

  static func open(directory: String, busySeconds: Double = Store.defaultBusySeconds) throws -> Store {
    #if Postgres
      if isPostgres {
        return try Store.open(
          database: PostgresServer.shared.database(of: directory), busySeconds: busySeconds, connections: 12)
      }
    #endif
    return try Store.open(directory: directory, busySeconds: busySeconds)
  }

  /// Bytes, given in hexadecimal digits, as a statement says them.
  static func bytes(_ hex: String) -> String { isPostgres ? #"'\x\#(hex)'::bytea"# : "x'\(hex)'" }

  /// The texts of all rows in one.
  static func joined(_ column: String) -> String {
    isPostgres ? "string_agg(\(column)::text, ',')" : "group_concat(\(column))"
  }

  /// A column of bytes as upper-case hexadecimal digits.
  static func hex(_ column: String) -> String {
    isPostgres ? "upper(encode(\(column), 'hex'))" : "hex(\(column))"
  }

  /// The number of the audit trail's newest line, once it is shown: with PostgreSQL, when every transaction before it is
  /// over, those of other tests on the server too. Nil where a minute is not enough.
  static func newestLine(of store: Store) throws -> Int? { try newest("audit", of: store) }

  /// The same of the newest notice.
  static func newestNotice(of store: Store) throws -> Int? { try newest("notices", of: store) }

  private static func newest(_ table: String, of store: Store) throws -> Int? {
    let newest = try store.rows("SELECT max(id) AS id FROM \(table)").first?["id"].flatMap { Int($0) } ?? 0
    let shown = try asking(until: { $0 == newest }) { try store.read { try $0.lastSettled(table) } }
    return shown == newest ? newest : nil
  }

  /// The names of all tables.
  static func tables(_ store: Store) throws -> [String] {
    let sql =
      !(store.engine is SQLiteEngine)
      ? "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'booking' AND tablename <> 'schema_versions'"
      : "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
    return try store.rows(sql).compactMap { $0["name"] }
  }
}

extension Trait where Self == ConditionTrait {
  /// What SQLite does by itself: its plans, its commits, its faults.
  static var aboutSQLite: Self { .disabled(if: TestStore.isPostgres, "about SQLite itself") }
}

#if Postgres
  /// A server for tests, on which databases are made from a template and left behind: it is thrown away as a whole.
  final class PostgresServer: Sendable {
    static let shared = PostgresServer()

    private struct State {
      var template: String?
      var made = 0
      var byDirectory: [String: String] = [:]
    }

    private let state = Mutex(State())
    private let url = ProcessInfo.processInfo.environment["BOOKING_TEST_DATABASE"] ?? ""
    private let prefix = "test_\(ProcessInfo.processInfo.processIdentifier)_"

    /// The address of a new database with empty tables.
    func newDatabase() throws -> String {
      let (template, number) = try state.withLock { state throws -> (String, Int) in
        let known = try self.template(&state)
        state.made += 1
        return (known, state.made)
      }
      let name = prefix + String(number)
      try run("CREATE DATABASE \(name) TEMPLATE \(template)")
      return address(name)
    }

    /// The address of the database that stands for a directory.
    func database(of directory: String) throws -> String {
      if let known = state.withLock({ $0.byDirectory[directory] }) { return known }
      let made = try newDatabase()
      state.withLock { $0.byDirectory[directory] = made }
      return made
    }

    /// The address of another database on the server.
    func address(_ database: String) -> String {
      let parts = url.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
      return parts.prefix(3).joined(separator: "/") + "/" + database
    }

    func run(_ sql: String, on database: String = "postgres") throws {
      _ = try PostgresConnection(PostgresAddress(address(database)), PostgresLimits()).simple(sql)
    }

    private func template(_ state: inout State) throws -> String {
      if let template = state.template { return template }
      let name = prefix + "template"
      try run("CREATE DATABASE \(name) TEMPLATE template0")
      try Store.migrate(database: address(name))
      state.template = name
      return name
    }
  }
#endif
