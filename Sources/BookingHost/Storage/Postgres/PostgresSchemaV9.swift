#if Postgres
  /// The ninth version of the schema, frozen: what is due is found by its kind.
  enum PostgresSchemaV9 {
    static let sql = """
      DROP INDEX effects_due;
      CREATE INDEX effects_due ON effects (kind, due_at, id) WHERE state = 'queued';
      CREATE INDEX effects_retried ON effects (kind) WHERE state = 'queued' AND attempts > 0;
      """
  }
#endif
