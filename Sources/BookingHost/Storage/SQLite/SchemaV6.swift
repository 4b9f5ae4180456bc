/// The sixth version of the schema, frozen: a hold on deliveries, and secret addresses of calendars.
enum SchemaV6 {
  static let sql = """
    -- At most one row: while it is there, nothing leaves the house. Left by a restore.
    CREATE TABLE delivery_hold (
      id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
      since INTEGER NOT NULL,
      reason TEXT NOT NULL CHECK (trim(reason) <> '')
    ) STRICT;

    -- The address of a restaurant's calendar is known by the hash of its secret.
    CREATE TABLE calendar_links (
      restaurant_id TEXT NOT NULL PRIMARY KEY REFERENCES restaurants (id),
      secret_hash BLOB NOT NULL UNIQUE CHECK (length(secret_hash) = 32),
      created_at INTEGER NOT NULL
    ) STRICT;
    """
}
