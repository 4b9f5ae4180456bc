/// The tenth version of the schema, frozen: which secret the hosts of a store in a database work with. A store in a file
/// has its secret beside it, and leaves this empty.
enum SchemaV10 {
  static let sql = """
    CREATE TABLE secret_mark (
      id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
      mark BLOB NOT NULL
    ) STRICT;
    """
}
