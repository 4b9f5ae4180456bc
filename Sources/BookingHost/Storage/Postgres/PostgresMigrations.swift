#if Postgres
  /// The schema's versions for PostgreSQL, in order. As with SQLite, a migration is never changed once it has shipped.
  /// The numbers are the same: what a version brings, it brings to both.
  enum PostgresMigrations {
    private static let all: [(version: Int, sql: String)] = [
      (8, PostgresSchemaV8.sql), (9, PostgresSchemaV9.sql),
    ]

    static var known: Int { all.last?.version ?? 0 }

    /// The version of the store in the database: 0 where there is none, or nothing that this user may see.
    static func version(_ connection: PostgresConnection) throws -> Int {
      guard try connection.simple("SELECT to_regclass('booking.schema_versions')") != nil else { return 0 }
      return try connection.simple("SELECT max(version) FROM booking.schema_versions").flatMap { Int($0) }
        ?? 0
    }

    /// Brings the database up to date, as the owner of its tables; also one that has none. Two who do that at once do
    /// it one after the other. Each version is one transaction, and waits for nobody's lock for more than a moment.
    static func apply(_ connection: PostgresConnection) throws {
      try connection.simple("SELECT pg_advisory_lock(\(lock))")
      defer { _ = try? connection.simple("SELECT pg_advisory_unlock(\(lock))") }
      try prepare(connection)
      for (version, sql) in all where try version > PostgresMigrations.version(connection) {
        try connection.simple(
          """
          BEGIN; SET LOCAL lock_timeout = 5000; SET LOCAL statement_timeout = 0;
          \(sql)
          INSERT INTO schema_versions (version) VALUES (\(version)); COMMIT
          """)
      }
    }

    /// "booking", as a number.
    private static let lock = 0x626f_6f6b_696e

    private static func prepare(_ connection: PostgresConnection) throws {
      try connection.simple(
        """
        DO $$ BEGIN
          IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'booking_host') THEN
            CREATE ROLE booking_host NOLOGIN;
          END IF;
        EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
        END $$;
        CREATE SCHEMA IF NOT EXISTS booking;
        CREATE TABLE IF NOT EXISTS booking.schema_versions
          (version bigint NOT NULL PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now())
        """)
    }
  }
#endif
