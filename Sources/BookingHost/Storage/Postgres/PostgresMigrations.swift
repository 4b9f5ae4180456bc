#if Postgres
  /// The schema's versions for PostgreSQL, in order. As with SQLite, a migration is never changed once it has shipped.
  /// The numbers are the same: what a version brings, it brings to both.
  enum PostgresMigrations {
    private static let all: [(version: Int, sql: String)] = [
      (8, PostgresSchemaV8.sql), (9, PostgresSchemaV9.sql), (10, PostgresSchemaV10.sql),
      (11, PostgresSchemaV11.sql),
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
      // What is there may come from a dump of another server.
      try connection.simple(renumbering)
    }

    /// Has numbers go on after those that are there. Never lowers one, so it may be run at any time.
    static let renumbering = """
      DO $$
      DECLARE c record; last bigint; numbers regclass;
      BEGIN
        FOR c IN SELECT table_name AS t, column_name AS n FROM information_schema.columns
          WHERE table_schema = 'booking' AND is_identity = 'YES'
        LOOP
          EXECUTE format('SELECT coalesce(max(%I), 0) + 1 FROM %I', c.n, c.t) INTO last;
          numbers := pg_get_serial_sequence(format('booking.%I', c.t), c.n);
          PERFORM setval(numbers, greatest(last, nextval(numbers)), false);
        END LOOP;
        SELECT greatest((SELECT coalesce(max(id), 0) FROM audit), (SELECT coalesce(max(id), 0) FROM notices)) INTO last;
        EXECUTE format(
          'CREATE OR REPLACE FUNCTION line_epoch() RETURNS bigint LANGUAGE sql IMMUTABLE AS %L',
          format('SELECT %s::bigint',
            greatest((last >> 16) + 1 - pg_snapshot_xmin(pg_current_snapshot())::text::bigint, line_epoch())));
      END $$
      """

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
