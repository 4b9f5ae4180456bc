#if Postgres
  /// The schema as it is for PostgreSQL from version 8 on, frozen: the tables and columns of SQLite's first eight
  /// versions under the same names, so that the store's statements are the same.
  ///
  /// Numbers are `bigint`, yes and no are 1 and 0. Texts compare by their bytes, whatever the server's locale: lists
  /// are in one order everywhere. Lines of the audit trail and notices are numbered by `next_line`.
  enum PostgresSchemaV8 {
    static let sql = [functions, house, bookings, rules, outbox, triggers, rights].joined(separator: "\n")

    private static let functions = """
      -- Added to transaction numbers, so that lines go on counting up after a move from another server, whose
      -- transactions had other numbers.
      CREATE FUNCTION line_epoch() RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT 0::bigint';

      -- The number of the next line: the transaction's, and a count within it. So a listener who has seen all lines
      -- below `settled_line` has missed none, though transactions commit in another order than they begin.
      CREATE FUNCTION next_line() RETURNS bigint LANGUAGE plpgsql AS $$
      DECLARE
        n bigint := coalesce(nullif(current_setting('booking.line', true), ''), '0')::bigint;
      BEGIN
        IF n > 65535 THEN RAISE EXCEPTION 'too many lines in one transaction'; END IF;
        PERFORM set_config('booking.line', (n + 1)::text, true);
        RETURN ((pg_current_xact_id()::text::bigint + line_epoch()) << 16) + n;
      END $$;

      -- Every line below this number that there will ever be is in the snapshot.
      CREATE FUNCTION settled_line() RETURNS bigint LANGUAGE sql STABLE AS
        'SELECT (pg_snapshot_xmin(pg_current_snapshot())::text::bigint + line_epoch()) << 16';

      -- Where a text is within another, from 1; 0 where it is not. By the name that the statements know.
      CREATE FUNCTION instr(text, text) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
        'SELECT strpos($1, $2)::bigint';
      """

    private static let triggers = """
      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$;

      CREATE FUNCTION refuse_unless_demo() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NOT EXISTS (SELECT 1 FROM restaurants WHERE id = OLD.restaurant_id AND is_demo = 1) THEN
          RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
        END IF;
        RETURN OLD;
      END $$;

      CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER audit_is_never_deleted BEFORE DELETE ON audit
        FOR EACH ROW EXECUTE FUNCTION refuse_unless_demo();
      CREATE TRIGGER loyalty_is_never_changed BEFORE UPDATE OF points, effect_id, at ON loyalty_entries
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      """

    /// The hosts' role reads and writes rows and can change no table. Nobody else gets at anything: there is neither a
    /// grant nor a policy.
    private static let rights = """
      REVOKE ALL ON SCHEMA booking FROM PUBLIC;
      REVOKE ALL ON ALL FUNCTIONS IN SCHEMA booking FROM PUBLIC;
      GRANT USAGE ON SCHEMA booking TO booking_host;
      GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA booking TO booking_host;
      GRANT USAGE ON ALL SEQUENCES IN SCHEMA booking TO booking_host;
      GRANT SELECT ON schema_versions TO booking_host;
      DO $$
      DECLARE t text;
      BEGIN
        FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'booking' LOOP
          EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
          EXECUTE format('CREATE POLICY hosts ON %I TO booking_host USING (true) WITH CHECK (true)', t);
          IF t <> 'schema_versions' THEN
            EXECUTE format('GRANT SELECT, INSERT, DELETE ON %I TO booking_host', t);
          END IF;
          IF t NOT IN ('schema_versions', 'audit') THEN
            EXECUTE format('GRANT UPDATE ON %I TO booking_host', t);
          END IF;
        END LOOP;
      END $$;
      """
  }
#endif
