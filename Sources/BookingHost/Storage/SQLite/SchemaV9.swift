/// The ninth version of the schema, frozen: what is due is found by its kind. In the order of time alone whoever
/// looked for one kind went through all that waits of the others.
enum SchemaV9 {
  static let sql = """
    DROP INDEX effects_due;
    CREATE INDEX effects_due ON effects (kind, due_at, id) WHERE state = 'queued';
    -- Those that have been tried in vain are few, and asked for after every booking on the command line.
    CREATE INDEX effects_retried ON effects (kind) WHERE state = 'queued' AND attempts > 0;
    """
}
