#if Postgres
  /// The tenth version of the schema, frozen: which secret the hosts of this store work with.
  enum PostgresSchemaV10 {
    static let sql = """
      CREATE TABLE secret_mark (id bigint NOT NULL PRIMARY KEY CHECK (id = 1), mark bytea NOT NULL);
      ALTER TABLE secret_mark ENABLE ROW LEVEL SECURITY;
      CREATE POLICY hosts ON secret_mark TO booking_host USING (true) WITH CHECK (true);
      GRANT SELECT, INSERT ON secret_mark TO booking_host;
      """
  }
#endif
